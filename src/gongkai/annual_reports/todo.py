"""What waits for a person: filings to fill in, filings to look at."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.common.todo import TodoEntry, TodoGroup

from .deadlines import days_late
from .enums import FilingState, Scope
from .models import Filing
from .rules import OPEN, visible_to

MOST_ENTRIES = 20
SOON = 7  # days before the last day


def todo(user: User, now: datetime) -> list[TodoGroup]:
    today = localdate(now)
    groups = []
    filings = visible_to(user).select_related("agency", "season__county")
    if agencies := user.agencies_with(Role.CLERK):
        to_fill = filings.filter(scope=Scope.OWN, agency__in=agencies, state__in=OPEN).order_by(
            "season__year", "pk"
        )
        groups.append(
            TodoGroup(
                "要填报的年报", [_entry(each, today) for each in to_fill[:MOST_ENTRIES]], "没有要填报的年报。"
            )
        )
    if user.has_role(Role.DISCLOSURE_OFFICE):
        own = user.agency.county_id
        handed_in = filings.filter(state=FilingState.SUBMITTED, part_of__season__county=own)
        returned = filings.filter(scope=Scope.SUMMARY, season__county=own, state=FilingState.RETURNED)
        groups.append(
            TodoGroup(
                "要审定的单位年报",
                [_entry(each, today) for each in handed_in.order_by("submitted_at", "pk")[:MOST_ENTRIES]],
                "没有要审定的年报。",
            )
        )
        if sent_back := [_entry(each, today) for each in returned.order_by("season__year")]:
            groups.append(TodoGroup("上级退回的汇总", sent_back, ""))
    return groups


def _entry(filing: Filing, today) -> TodoEntry:
    is_open = filing.state in OPEN
    due = filing.due_on
    late = days_late(due, None, today) if is_open else 0
    urgency = "overdue" if late else "soon" if is_open and (due - today).days <= SOON else "normal"
    return TodoEntry(
        title=str(filing),
        url=reverse("annual_reports:filing", args=[filing.pk]),
        kind_label="年报",
        agency=filing.short_unit,
        since=filing.submitted_at if not is_open else None,
        due_on=due if is_open else None,
        state_label=f"逾期{late}天" if late else filing.get_state_display(),
        urgency=urgency,
    )
