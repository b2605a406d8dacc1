"""Desk pages of agencies and of the county's settings."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch

from . import actions, rules
from .forms import AgencyForm, CloseForm, CountyForm, PolicyForm
from .index_patterns import sample_number
from .models import Agency


def agencies_of(request):
    agencies = Agency.objects.filter(county=request.user.agency.county_id).select_related("county")
    return agencies.order_by("position", "pk")  # counting people would drop the order of the model


@require_GET
def agencies(request):
    context = {
        "title": "机构",
        "agencies": agencies_of(request).annotate(
            active_people=Count("people", filter=Q(people__is_active=True))
        ),
        "may_keep": rules.may_keep_agencies(request.user),
    }
    return render(request, "agencies/list.html", context)


def add(request):
    county = request.user.agency.county
    if not rules.may_add_agency(request.user, county):
        raise PermissionDenied
    form = AgencyForm(request.POST or None, county=county)
    if request.method == "POST" and form.is_valid():
        try:
            agency = actions.add_agency(county=county, clerk=request.user, values=form.cleaned_data)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{agency}已新增，排在最后。请为其建立人员账号。")
            return redirect("agencies:list")
    return render(
        request, "desk/form.html", {"title": "新增机构", "form": form, "cancel_url": reverse("agencies:list")}
    )


def edit(request, pk):
    agency = fetch(agencies_of(request), request.user, pk, rules.may_change_agency)
    title = f"修改{agency}"
    form = AgencyForm(request.POST or None, instance=agency, county=agency.county)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_agency(agency_id=pk, clerk=request.user, values=form.cleaned_data)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.cleaned_data['name']}的资料已保存，网站上随即更新。")
            return redirect("agencies:list")
    return render(
        request, "desk/form.html", {"title": title, "form": form, "cancel_url": reverse("agencies:list")}
    )


def close(request, pk):
    agency = fetch(agencies_of(request), request.user, pk, rules.may_change_agency)
    form = CloseForm(
        request.POST if is_confirmed(request) else None,
        agency=agency,
        initial={"closed_on": timezone.localdate()},
    )
    if form.is_valid():
        try:
            actions.close_agency(
                agency_id=pk, clerk=request.user, today=timezone.localdate(), **form.cleaned_data
            )
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{agency}已撤并，已发布的信息照旧公开。")
            return redirect("agencies:list")
    return confirm(
        request,
        title=f"撤并{agency}",
        question="撤并后，这个单位不再出现在可选的单位里，也不能再发布信息。",
        consequences=[
            "已经发布的信息照旧公开，署名不变。",
            "这个单位的人员要先调走或停用账号。",
            "误操作的，可以再恢复。",
        ],
        button="撤并",
        cancel_url=reverse("agencies:list"),
        form=form,
    )


def reopen(request, pk):
    agency = fetch(agencies_of(request), request.user, pk, rules.may_change_agency)
    if not is_confirmed(request):
        return confirm(
            request,
            title=f"恢复{agency}",
            question="恢复后，这个单位重新可选，可以再建立账号、发布信息。",
            button="恢复",
            cancel_url=reverse("agencies:list"),
            is_dangerous=False,
        )
    try:
        actions.reopen_agency(agency_id=pk, clerk=request.user)
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{agency}已恢复。")
    return redirect("agencies:list")


@require_POST
def reorder(request):
    """Each row of the list has a number; the rows are put in the order of the numbers."""
    county = request.user.agency.county
    if not rules.may_change_county(request.user, county):
        raise PermissionDenied
    numbers = [
        (int(number), place, agency.pk)
        for place, agency in enumerate(agencies_of(request))
        if (number := request.POST.get(f"position-{agency.pk}", "")).isdecimal()
    ]
    actions.reorder_agencies(
        county=county, agency_ids=[pk for _number, _place, pk in sorted(numbers)], clerk=request.user
    )
    messages.success(request, "机构顺序已保存，网站上随即更新。")
    return redirect("agencies:list")


def county(request):
    """The county's settings: those who keep agencies change the site, the security administrator the policy."""
    own = request.user.agency.county
    may_change = rules.may_change_county(request.user, own)
    may_set_policy = rules.may_set_second_factor_policy(request.user, own)
    if not (may_change or may_set_policy):
        raise PermissionDenied
    sample = sample_number(own.index_pattern)
    is_site = request.method == "POST" and may_change and "policy" not in request.POST
    form = CountyForm(request.POST if is_site else None, instance=own) if may_change else None
    policy = PolicyForm(initial={"required": own.require_second_factor}) if may_set_policy else None
    if request.method == "POST" and not is_site:
        return _set_policy(request, own)
    if is_site and form.is_valid():
        try:
            actions.change_county(county_id=own.pk, clerk=request.user, values=form.cleaned_data)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "网站设置已保存，网站上随即更新。")
            return redirect("agencies:county")
    context = {"title": "网站设置", "form": form, "policy": policy, "county": own, "sample": sample}
    return render(request, "agencies/county.html", context)


def _set_policy(request, own):
    form = PolicyForm(request.POST)
    form.is_valid()
    try:
        actions.set_second_factor_policy(
            county_id=own.pk, required=form.cleaned_data["required"], clerk=request.user
        )
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "第二重验证的要求已保存，从下一次打开页面起生效。")
    return redirect("agencies:county")
