"""Everything that changes an agency or the county's settings. Each leaves an event and purges the pages it shows on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.common.page_cache import purge
from gongkai.history.actions import hold_chain, record

from . import rules
from .contrast import READABLE, contrast_on_white
from .differences import differences
from .enums import AgencyEvent
from .index_patterns import sample_number
from .models import Agency, County

NOT_YOURS = "机构和网站设置由政府信息公开工作机构或系统管理员维护，您没有这项权限。"
POLICY_FIELD = "require_second_factor"


@transaction.atomic
def add_agency(*, county: County, clerk: User, values: Mapping[str, Any]) -> Agency:
    """Add an agency at the end of the county's order."""
    _check(rules.may_add_agency(clerk, county))
    last = Agency.objects.filter(county=county).order_by("-position").first()
    agency = Agency(county=county, position=last.position + 1 if last else 0, **values)
    _validate(agency)
    agency.save()
    record(agency, AgencyEvent.ADDED, actor=clerk, agency=agency, after=dict(values))
    _purge(agency)
    return agency


@transaction.atomic
def change_agency(*, agency_id: int, clerk: User, values: Mapping[str, Any]) -> Agency:
    agency = _locked(agency_id)
    _check(rules.may_change_agency(clerk, agency))
    changed = differences(agency, values)
    if not changed:
        return agency
    for name in changed:
        setattr(agency, name, values[name])
    _validate(agency)
    agency.save(update_fields=list(changed))
    record(agency, AgencyEvent.CHANGED, actor=clerk, agency=agency, changes=changed)
    _purge(agency)
    return agency


@transaction.atomic
def close_agency(
    *, agency_id: int, closed_on: date, clerk: User, today: date, successor: Agency | None = None
) -> Agency:
    """
    Close an agency (撤并). Its published items stay public under its name; its people can no longer sign in.

    People must be moved or disabled first, so that nobody finds themselves shut out without a decision about them.
    """
    agency = _locked(agency_id)
    _check(rules.may_change_agency(clerk, agency))
    if agency.closed_on:
        raise Conflict(f"{agency}已于{agency.closed_on:%Y年%-m月%-d日}撤并，没有重复办理。")
    if closed_on > today:
        raise NotAllowed("撤并日期不能晚于今天。请在撤并当天或之后办理。")
    if successor is not None and (successor.pk == agency.pk or successor.closed_on):
        raise NotAllowed("承接职责的单位应当是另一个没有撤并的单位。请重新选择。")
    people = [person.name for person in agency.people.filter(is_active=True)[:5]]
    if people:
        raise NotAllowed(
            f"{agency}还有账号在用（{'、'.join(people)}等），不能撤并。请先把人员调到承接职责的单位，或停用其账号。"
        )
    agency.closed_on = closed_on
    agency.save(update_fields=["closed_on"])
    record(
        agency,
        AgencyEvent.CLOSED,
        actor=clerk,
        agency=agency,
        closed_on=closed_on,
        successor=successor.name if successor else "",
    )
    _purge(agency)
    return agency


@transaction.atomic
def reopen_agency(*, agency_id: int, clerk: User) -> Agency:
    """Take back a closing made by mistake."""
    agency = _locked(agency_id)
    _check(rules.may_change_agency(clerk, agency))
    if agency.closed_on is None:
        raise NotAllowed(f"{agency}没有撤并，不需要恢复。")
    before = agency.closed_on
    agency.closed_on = None
    agency.save(update_fields=["closed_on"])
    record(agency, AgencyEvent.REOPENED, actor=clerk, agency=agency, before=before)
    _purge(agency)
    return agency


@transaction.atomic
def reorder_agencies(*, county: County, agency_ids: Sequence[int], clerk: User) -> None:
    """Put the county's agencies in this order everywhere; those not named keep their order after them."""
    _check(rules.may_change_county(clerk, county))
    hold_chain()
    agencies = list(Agency.objects.select_for_update().filter(county=county))
    place = {pk: number for number, pk in enumerate(agency_ids)}
    before = [agency.pk for agency in agencies]
    agencies.sort(key=lambda agency: place.get(agency.pk, len(place)))
    after = [agency.pk for agency in agencies]
    if after == before:
        return
    for position, agency in enumerate(agencies):
        agency.position = position
    Agency.objects.bulk_update(agencies, ["position"])
    record(county, AgencyEvent.REORDERED, actor=clerk, before=before, after=after)
    transaction.on_commit(lambda: purge("layout", *(f"agency:{pk}" for pk in after)))


@transaction.atomic
def change_county(*, county_id: int, clerk: User, values: Mapping[str, Any]) -> County:
    """Change what the site calls itself, its footer, its colour, its index numbers. Not the second-factor policy."""
    hold_chain()
    county = County.objects.select_for_update().get(pk=county_id)
    _check(rules.may_change_county(clerk, county))
    if POLICY_FIELD in values:
        raise NotAllowed("第二重验证的要求由安全管理员单独设置。")
    changed = differences(county, values)
    if not changed:
        return county
    for name in changed:
        setattr(county, name, values[name])
    _validate(county)
    sample_number(county.index_pattern)
    ratio = contrast_on_white(county.theme_colour)
    if ratio < READABLE:
        raise NotAllowed(
            f"主题色 {county.theme_colour} 与白色的对比度只有 {ratio:.1f}，低于 {READABLE}，视力不好的人看不清。请换深一些的颜色。"
        )
    county.save(update_fields=list(changed))
    record(county, AgencyEvent.COUNTY_CHANGED, actor=clerk, changes=changed)
    transaction.on_commit(lambda: purge("layout"))
    return county


@transaction.atomic
def set_second_factor_policy(*, county_id: int, required: bool, clerk: User) -> County:
    """Say whether reviewers and administrators must prove twice who they are. The security administrator's alone."""
    hold_chain()
    county = County.objects.select_for_update().get(pk=county_id)
    if not rules.may_set_second_factor_policy(clerk, county):
        raise NotAllowed("第二重验证的要求由安全管理员设置，您没有这项权限。")
    before = county.require_second_factor
    if before == required:
        return county
    county.require_second_factor = required
    county.save(update_fields=[POLICY_FIELD])
    record(county, AgencyEvent.SECOND_FACTOR_POLICY_CHANGED, actor=clerk, before=before, after=required)
    return county


def _locked(agency_id: int) -> Agency:
    hold_chain()
    return Agency.objects.select_for_update(of=["self"]).select_related("county").get(pk=agency_id)


def _purge(agency: Agency) -> None:
    transaction.on_commit(lambda: purge("layout", f"agency:{agency.pk}"))


def _check(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(NOT_YOURS)


def _validate(record_to_save: Agency | County) -> None:
    try:
        record_to_save.full_clean()
    except ValidationError as error:
        raise NotAllowed("".join(error.messages)) from error
