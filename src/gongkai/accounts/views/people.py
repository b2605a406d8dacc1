"""The list of people and the page of one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.common.errors import NotAllowed
from gongkai.common.listing import Badge, Column, Listing
from gongkai.common.permissions import fetch

from .. import actions, rules
from ..forms import DetailsForm, GrantForm, MoveForm, PeopleFilters, PersonForm
from ..models import RoleAssignment
from ..queries import listed, locked_usernames, people_visible_to


def roles_of(person) -> str:
    """The roles in force, with the office where it is not the person's own."""
    return "、".join(
        one.get_role_display()
        if one.agency_id == person.agency_id
        else f"{one.get_role_display()}（{one.agency.short_name}）"
        for one in person.roles_in_force
    )


def state_of(person) -> Badge:
    if not person.is_active:
        return Badge("已停用", "empty")
    if person.agency.closed_on:
        return Badge("单位已撤并", "bad")
    return Badge("临时密码", "warn") if person.must_change_password else Badge("可以登录", "good")


class PeopleListing(Listing):
    title = "人员"
    columns = (
        Column("姓名", "name", order_by="name", link=True),
        Column("用户名", "username", order_by="username"),
        Column(
            "单位",
            "agency.short_name",
            order_by=("agency__position", "agency"),
            export=lambda p: p.agency.name,
        ),
        Column("职务", "job_title"),
        Column("角色", roles_of),
        Column("状态", state_of),
        Column("第二重验证", lambda person: "有" if person.has_second_factor else "没有"),
        Column("最近登录", "last_login", order_by="last_login"),
    )
    search_fields = ("name", "username")
    search_label = "姓名或用户名"
    filter_form = PeopleFilters
    default_order = ("agency__position", "agency", "pk")
    empty = "这里还没有人员。"
    template = "people/list.html"

    def make_filter_form(self):
        agencies = Agency.objects.filter(pk__in=self.base.order_by().values("agency"))
        return PeopleFilters(self.request.GET or None, agencies=agencies)

    def filter(self, rows, data):
        in_force = RoleAssignment.objects.filter(user=OuterRef("pk"), revoked_at=None)
        if agency := data["agency"]:
            rows = rows.filter(Q(agency=agency) | Exists(in_force.filter(agency=agency)))
        if role := data["role"]:
            rows = rows.filter(Exists(in_force.filter(role=role)))
        match data["state"]:
            case "active":
                rows = rows.filter(is_active=True)
            case "disabled":
                rows = rows.filter(is_active=False)
            case "temporary":
                rows = rows.filter(must_change_password=True)
            case "no_second_factor":
                rows = rows.filter(has_second_factor=False)
            case "no_role":
                rows = rows.filter(~Exists(in_force))
        return rows

    def row_url(self, person):
        return reverse("people:person", args=[person.pk])


@require_GET
def people(request):
    listing = PeopleListing(request, listed(people_visible_to(request.user)))
    return listing.response(may_add=rules.may_keep_people(request.user))


@never_cache
def add(request):
    if not rules.may_keep_people(request.user):
        raise PermissionDenied
    form = PersonForm(request.POST or None, county=request.user.agency.county)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_person(clerk=request.user, **form.cleaned_data)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            return temporary_passwords(request, [made])
    context = {"title": "新增人员", "form": form, "button": "建立账号", "cancel_url": reverse("people:list")}
    return render(request, "desk/form.html", context)


def temporary_passwords(request, made):
    """Answer in place, without a redirect: a password that is kept nowhere can be shown only now."""
    return render(request, "people/temporary_passwords.html", {"title": "临时密码", "made": made})


@require_GET
def person(request, pk):
    user = request.user
    found = fetch(listed(people_visible_to(user)), user, pk)
    roles = rules.grantable_roles(user, found)
    initial = {"agency": found.agency_id}
    context = {
        "title": found.name,
        "person": found,
        "state": state_of(found),
        "past": found.assignments.exclude(revoked_at=None).select_related("agency", "revoked_by"),
        "is_locked": found.username in locked_usernames(),
        "may_change": rules.may_change_person(user, found),
        "may_move": rules.may_move_person(user, found),
        "may_disable": rules.may_disable_person(user, found),
        "may_reset_password": rules.may_reset_password(user, found),
        "may_reset_second_factor": rules.may_reset_second_factor(user, found),
        "may_unlock": rules.may_unlock(user, found),
        "grantable": roles,
        "grant_form": GrantForm(roles=roles, county=user.agency.county, initial=initial) if roles else None,
    }
    return render(request, "people/person.html", context)


def edit(request, pk):
    found = fetch(people_visible_to(request.user), request.user, pk, rules.may_change_person)
    form = DetailsForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_person(person_id=pk, clerk=request.user, values=form.cleaned_data)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.cleaned_data['name']}的资料已保存。")
            return redirect("people:person", pk=pk)
    context = {"title": "修改人员资料", "form": form, "cancel_url": reverse("people:person", args=[pk])}
    return render(request, "desk/form.html", context)


def move(request, pk):
    found = fetch(people_visible_to(request.user), request.user, pk, rules.may_move_person)
    form = MoveForm(request.POST or None, county=request.user.agency.county)
    if request.method == "POST" and form.is_valid():
        try:
            moved = actions.move_person(
                person_id=pk, clerk=request.user, now=timezone.now(), **form.cleaned_data
            )
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{moved}已调到{moved.agency}。请为其授予新单位的角色。")
            return redirect("people:person", pk=pk)
    context = {
        "title": f"调动{found}",
        "introduction": f"{found}在{found.agency}的业务角色会随调动一并收回；已经签过的审核意见不变。",
        "form": form,
        "button": "调动",
        "cancel_url": reverse("people:person", args=[pk]),
    }
    return render(request, "desk/form.html", context)
