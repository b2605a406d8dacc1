"""One's own account."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.shortcuts import redirect, render

from .. import actions
from ..forms import OwnDetailsForm
from ..middleware import lacks_second_factor
from ..queries import roles_in_force


def me(request):
    user = request.user
    form = OwnDetailsForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        actions.change_own_details(person=user, values=form.cleaned_data)
        messages.success(request, "您的资料已保存。")
        return redirect("people:me")
    context = {
        "title": "我的账号",
        "form": form,
        "roles": roles_in_force().filter(user=user),
        "authenticators": Authenticator.objects.filter(user=user).exclude(
            type=Authenticator.Type.RECOVERY_CODES
        ),
        "should_add_second_factor": lacks_second_factor(user),
    }
    return render(request, "people/me.html", context)
