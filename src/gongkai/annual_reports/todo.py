"""What waits for a person: filings to fill in, filings to look at."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.common.todo import TodoEntry, TodoGroup

from .deadlines import days_late, due_on
from .enums import FilingState, Scope
from .models import Filing
from .rules import OPEN, visible_to

MOST_ENTRIES = 20
SOON = 7  # days before the last day


def todo(user: User, now: datetime) -> list[TodoGroup]:
    today = localdate(now)
    groups = []
    filings = visible_to(user).filter(scope=Scope.OWN).select_related("agency", "season__county")
    if agencies := user.agencies_with(Role.CLERK):
        to_fill = filings.filter(agency__in=agencies, state__in=OPEN).order_by("season__year", "pk")
        groups.append(
            TodoGroup(
                "要填报的年报", [_entry(each, today) for each in to_fill[:MOST_ENTRIES]], "没有要填报的年报。"
            )
        )
    if user.has_role(Role.DISCLOSURE_OFFICE):
        handed_in = filings.filter(state=FilingState.SUBMITTED).order_by("submitted_at", "pk")
        groups.append(
            TodoGroup(
                "要审定的单位年报",
                [_entry(each, today) for each in handed_in[:MOST_ENTRIES]],
                "没有要审定的年报。",
            )
        )
    return groups


def _entry(filing: Filing, today) -> TodoEntry:
    year = filing.season.year
    is_open = filing.state in OPEN
    late = days_late(year, filing.scope, None, today) if is_open else 0
    due = due_on(year, filing.scope)
    urgency = "overdue" if late else "soon" if is_open and (due - today).days <= SOON else "normal"
    return TodoEntry(
        title=str(filing),
        url=reverse("annual_reports:filing", args=[filing.pk]),
        kind_label="年报",
        agency=filing.agency.short_name,
        since=filing.submitted_at if not is_open else None,
        due_on=due if is_open else None,
        state_label=f"逾期{late}天" if late else filing.get_state_display(),
        urgency=urgency,
    )
