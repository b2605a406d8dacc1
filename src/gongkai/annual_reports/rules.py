"""Who may see and do what with a filing."""

from django.db.models import QuerySet

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.publications.enums import Stage
from gongkai.publications.rules import OFFICE_ROLES

from .enums import FilingState, Scope
from .models import Filing, Season

OPEN = frozenset({FilingState.DRAFT, FilingState.RETURNED})


def seasons_of(user: User) -> QuerySet[Season]:
    return Season.objects.filter(county=user.agency.county_id)


def visible_to(user: User) -> QuerySet[Filing]:
    """The filings of the offices a person works for; all of the county for the disclosure office."""
    filings = Filing.objects.filter(season__county=user.agency.county_id)
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return filings
    return filings.filter(agency__in=user.agencies_with(*OFFICE_ROLES), scope=Scope.OWN)


def may_see_reports(user: User) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) or bool(user.agencies_with(*OFFICE_ROLES))


def may_open_season(user: User, county: County) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) and user.agency.county_id == county.pk


def works_on(user: User, filing: Filing) -> bool:
    """Whether the filing is this person's to fill in: the office's clerk, for a summary the disclosure office."""
    if filing.is_summary:
        return user.has_role(Role.DISCLOSURE_OFFICE)
    return user.has_role(Role.CLERK, filing.agency_id)


def may_edit(user: User, filing: Filing) -> bool:
    """A filing is edited until it is handed in; a summary until its text has gone into review."""
    if not works_on(user, filing):
        return False
    if filing.is_summary:
        return _is_text_open(filing)
    return filing.state in OPEN


def may_submit(user: User, filing: Filing) -> bool:
    return not filing.is_summary and may_edit(user, filing)


def may_withdraw(user: User, filing: Filing) -> bool:
    return not filing.is_summary and works_on(user, filing) and filing.state == FilingState.SUBMITTED


def may_decide(user: User, filing: Filing) -> bool:
    """Returning and accepting is for the disclosure office, and not of a text that is out already."""
    return (
        not filing.is_summary
        and user.has_role(Role.DISCLOSURE_OFFICE)
        and user.agency.county_id == filing.season.county_id
        and filing.state in {FilingState.SUBMITTED, FilingState.ACCEPTED}
        and _is_text_open(filing)
    )


def may_make(user: User, filing: Filing) -> bool:
    """Whether the text for publication may be made now; its clerk then sends it for review."""
    if not user.has_role(Role.CLERK, filing.agency_id) or not _is_text_open(filing):
        return False
    return filing.is_summary or filing.state == FilingState.ACCEPTED


def may_correct(user: User, filing: Filing) -> bool:
    """A correction is recorded beside a report that has been published."""
    return filing.item is not None and filing.item.is_public and user.has_role(Role.CLERK, filing.agency_id)


def may_judge(user: User, filing: Filing) -> bool:
    """Findings are answered by who fills the report in, and by the disclosure office."""
    return works_on(user, filing) or user.has_role(Role.DISCLOSURE_OFFICE)


def _is_text_open(filing: Filing) -> bool:
    """Whether there is no text for publication yet, or it is still with its clerk."""
    return filing.item is None or filing.item.stage in {Stage.DRAFTING, Stage.RETURNED}
