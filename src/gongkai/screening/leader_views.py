"""The list of leaders at the desk: whose name beside which title is right."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.listing import excel_response
from gongkai.common.permissions import fetch

from . import rules, word_lists
from .forms import LeaderForm, LeadersForm
from .models import LeaderLine
from .word_views import keepers_only, readers_only


def leaders_of(request):
    return LeaderLine.objects.filter(county=request.user.agency.county_id).select_related("changed_by")


@login_required
@require_safe
def leaders(request):
    readers_only(request.user)
    lines = leaders_of(request)
    if request.GET.get("export") == "xlsx":
        rows = ([line.name, line.titles, line.changed_by.name, line.changed_at] for line in lines)
        return excel_response("领导名单", ["姓名", "职务", "修改人", "修改时间"], rows)
    context = {"title": "领导名单", "leaders": lines, "may_keep": rules.may_keep_lists(request.user)}
    return render(request, "screening/leaders.html", context)


@login_required
def leader_add(request):
    """One leader, or a pasted list of them: the same field takes both."""
    keepers_only(request.user)
    form = LeadersForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        counts = attempt_form(
            form,
            lambda: word_lists.add_leaders(
                county=request.user.agency.county,
                leaders=form.leaders,
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if counts:
            added, changed = counts
            messages.success(request, f"已增加{added}人，改动{changed}人的职务。")
            return redirect("screening:leaders")
    context = {
        "title": "增加领导",
        "introduction": "只列现任的县领导和单位负责人。离任的请从名单里移除，否则新闻里的新职务会被标出来。",
        "form": form,
        "cancel_url": reverse("screening:leaders"),
    }
    return render(request, "desk/form.html", context)


@login_required
def leader(request, pk):
    keepers_only(request.user)
    line = fetch(leaders_of(request), request.user, pk)
    form = LeaderForm(request.POST or None, initial={"name": line.name, "titles": line.titles})
    if request.method == "POST" and form.is_valid():
        changed = attempt_form(
            form,
            lambda: word_lists.change_leader(
                leader_id=pk,
                county=request.user.agency.county,
                actor=request.user,
                now=timezone.now(),
                **form.cleaned_data,
            ),
        )
        if changed:
            messages.success(request, f"“{changed.name}”已保存，下一次筛查就会用上。")
            return redirect("screening:leaders")
    context = {"title": f"修改“{line.name}”", "form": form, "cancel_url": reverse("screening:leaders")}
    return render(request, "desk/form.html", context)


@login_required
def leader_remove(request, pk):
    keepers_only(request.user)
    line = fetch(leaders_of(request), request.user, pk)
    back = reverse("screening:leaders")
    if is_confirmed(request):
        attempt(
            request,
            lambda: word_lists.remove_leader(
                leader_id=pk, county=request.user.agency.county, actor=request.user
            ),
            f"“{line.name}”已从名单移除。",
        )
        return redirect(back)
    return confirm(
        request,
        title=f"移除“{line.name}”",
        question="要把这个人从领导名单里移除吗？",
        consequences=["以后筛查不再核对这个姓名的职务。", "要恢复的，重新增加一次。"],
        concerned=[f"{line.name}：{line.titles}"],
        button="移除",
        cancel_url=back,
    )


@login_required
@require_POST
def leader_shift(request, pk):
    keepers_only(request.user)
    line = fetch(leaders_of(request), request.user, pk)
    by = -1 if request.POST.get("way") == "up" else 1
    attempt(
        request,
        lambda: word_lists.shift_leader(
            leader_id=line.pk, county=request.user.agency.county, by=by, actor=request.user
        ),
    )
    return redirect("screening:leaders")
