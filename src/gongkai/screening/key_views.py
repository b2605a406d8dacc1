"""Keys of the interface for other programs, kept by the system administrator."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.permissions import fetch

from . import api_keys, rules
from .forms import KeyForm
from .models import ApiKey


def keys_of(request):
    if not rules.may_keep_keys(request.user):
        raise PermissionDenied
    return ApiKey.objects.filter(county=request.user.agency.county_id).select_related("created_by")


@login_required
@require_safe
def keys(request):
    context = {
        "title": "筛查接口密钥",
        "keys": keys_of(request),
        "address": request.build_absolute_uri(reverse("screening_api:screen")),
    }
    return render(request, "screening/keys.html", context)


@never_cache
@login_required
def key_make(request):
    """The new key is shown in the answer itself, without a redirect: it is kept nowhere and cannot be shown again."""
    keys_of(request)
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt_form(
            form,
            lambda: api_keys.make_key(
                county=request.user.agency.county,
                name=form.cleaned_data["name"],
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if made:
            key, secret = made
            context = {"title": "新的密钥", "key": key, "secret": secret}
            return render(request, "screening/key_made.html", context)
    context = {
        "title": "建立密钥",
        "introduction": "持有密钥的程序可以把文字和文件送来筛查，看不到本系统里的任何信息。一个系统一个密钥，出了问题好停用。",
        "form": form,
        "button": "建立密钥",
        "cancel_url": reverse("screening:keys"),
    }
    return render(request, "desk/form.html", context)


@login_required
def key_revoke(request, pk):
    key = fetch(keys_of(request), request.user, pk)
    back = reverse("screening:keys")
    if is_confirmed(request):
        done = attempt(
            request,
            lambda: api_keys.revoke_key(
                key_id=pk, county=request.user.agency.county, actor=request.user, now=timezone.now()
            ),
        )
        if done:
            messages.success(request, f"密钥“{key.name}”已停用，用它的程序从现在起不能再筛查。")
        return redirect(back)
    return confirm(
        request,
        title=f"停用密钥“{key.name}”",
        question="要停用这个密钥吗？",
        consequences=["用它的程序立即不能再筛查。", "停用以后不能恢复，只能另建一个。"],
        concerned=[key.name],
        button="停用",
        cancel_url=back,
    )
