"""Single steps on one account: a page that says what will happen, a button, a sentence about what did."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch

from .. import actions, rules
from ..forms import GrantForm
from ..models import RoleAssignment
from ..queries import people_visible_to
from .people import temporary_passwords


def _step(request, person, *, title, question, button, act, done, is_dangerous=True):
    """Ask; when confirmed call ``act`` and say ``done``, or the reason why not."""
    page = reverse("people:person", args=[person.pk])
    if not is_confirmed(request):
        return confirm(
            request, title=title, question=question, button=button, cancel_url=page, is_dangerous=is_dangerous
        )
    try:
        act()
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect(page)


def disable(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk, rules.may_disable_person)
    return _step(
        request,
        person,
        title=f"停用{person}的账号",
        question="停用后立即不能登录，正在进行的登录也失效。角色和签过的意见都保留，恢复账号后照旧。",
        button="停用账号",
        act=lambda: actions.disable_person(person_id=pk, clerk=request.user),
        done=f"{person}的账号已停用。",
    )


def enable(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk, rules.may_disable_person)
    return _step(
        request,
        person,
        title=f"恢复{person}的账号",
        question="恢复后可以用原来的密码登录，没有收回的角色照旧有效。请先核对其角色。",
        button="恢复账号",
        act=lambda: actions.enable_person(person_id=pk, clerk=request.user),
        done=f"{person}的账号已恢复。",
        is_dangerous=False,
    )


def unlock(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk, rules.may_unlock)
    return _step(
        request,
        person,
        title=f"解除{person}的登录锁定",
        question="请先向本人核实输错密码的是不是他。若不是，请不要解除，并告诉安全管理员。",
        button="解除锁定",
        act=lambda: actions.unlock(person_id=pk, clerk=request.user),
        done=f"{person}现在可以重新登录。",
        is_dangerous=False,
    )


def reset_second_factor(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk, rules.may_reset_second_factor)
    return _step(
        request,
        person,
        title=f"清除{person}的第二重验证",
        question="清除后只凭密码就能登录，直到其重新设置。请当面或电话核实本人确实丢失了手机或密钥。",
        button="清除第二重验证",
        act=lambda: actions.reset_second_factor(person_id=pk, clerk=request.user),
        done=f"{person}的第二重验证已清除，请其登录后重新设置。",
    )


@never_cache
def reset_password(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk, rules.may_reset_password)
    if is_confirmed(request):
        password = actions.reset_password(person_id=pk, clerk=request.user)
        return temporary_passwords(request, [(person, password)])
    return confirm(
        request,
        title=f"重置{person}的密码",
        question="会生成一个临时密码，只显示一次。原来的密码和正在进行的登录立即失效。请先核实是本人提出的。",
        button="生成临时密码",
        cancel_url=reverse("people:person", args=[pk]),
    )


@require_POST
def grant(request, pk):
    person = fetch(people_visible_to(request.user), request.user, pk)
    form = GrantForm(
        request.POST, roles=rules.grantable_roles(request.user, person), county=request.user.agency.county
    )
    if not form.is_valid():
        messages.error(request, "没有授予：您不能授予这个角色，或单位不存在。请重新选择。")
        return redirect("people:person", pk=pk)
    wanted = RoleAssignment(user=person, **form.cleaned_data)
    return _step(
        request,
        person,
        title="授予角色",
        question=f"将授予{person}在{wanted.agency}的“{wanted.get_role_display()}”角色，立即生效。",
        button="授予",
        act=lambda: actions.grant_role(
            person_id=pk, clerk=request.user, now=timezone.now(), **form.cleaned_data
        ),
        done=f"已授予{person}在{wanted.agency}的“{wanted.get_role_display()}”角色。",
        is_dangerous=False,
    )


def revoke(request, pk):
    visible = RoleAssignment.objects.filter(user__in=people_visible_to(request.user))
    assignment = fetch(visible.select_related("user__agency", "agency"), request.user, pk)
    person = assignment.user
    if not rules.may_grant(request.user, person, assignment.role):
        raise Http404
    role = f"{person}在{assignment.agency}的“{assignment.get_role_display()}”角色"
    return _step(
        request,
        person,
        title="收回角色",
        question=f"将收回{role}，立即生效。已经签过的意见仍然有效。",
        button="收回",
        act=lambda: actions.revoke_role(assignment_id=pk, clerk=request.user, now=timezone.now()),
        done=f"已收回{role}。",
    )
