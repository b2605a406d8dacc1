"""Who may see and do what with a filing."""

from django.db.models import QuerySet

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.agencies.queries import at_or_below
from gongkai.publications.enums import Stage
from gongkai.publications.rules import OFFICE_ROLES

from .enums import FilingState, Scope
from .models import Filing, Season

OPEN = frozenset({FilingState.DRAFT, FilingState.RETURNED})


def seasons_of(user: User) -> QuerySet[Season]:
    return Season.objects.filter(county=user.agency.county_id)


def visible_to(user: User) -> QuerySet[Filing]:
    """
    The filings of the offices a person works for; for the disclosure office all of the county, and all below it, so
    that each cell of a city opens down to the offices of its counties.
    """
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return Filing.objects.filter(season__county__in=at_or_below(user.agency.county_id))
    return Filing.objects.filter(
        season__county=user.agency.county_id,
        agency__in=user.agencies_with(*OFFICE_ROLES),
        scope=Scope.OWN,
    )


def may_see_years(user: User) -> bool:
    """Whether the years with all that belongs to them are this person's to look at."""
    return user.has_role(Role.DISCLOSURE_OFFICE)


def may_see_reports(user: User) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) or bool(user.agencies_with(*OFFICE_ROLES))


def may_join(user: User, season: Season) -> bool:
    return _runs_disclosure_of(user, season)


def may_open_season(user: User, county: County) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) and user.agency.county_id == county.pk


def works_on(user: User, filing: Filing) -> bool:
    """Whether the filing is this person's to fill in: the office's clerk, for a summary the disclosure office."""
    if filing.is_summary:
        return _runs_disclosure_of(user, filing.season)
    return user.has_role(Role.CLERK, filing.agency_id)


def may_edit(user: User, filing: Filing) -> bool:
    """A filing is edited until it is handed in; a summary also no longer when its text has gone into review."""
    if not works_on(user, filing) or filing.state not in OPEN:
        return False
    return not filing.is_summary or _is_text_open(filing)


def may_submit(user: User, filing: Filing) -> bool:
    """A summary is handed in where there is a higher one it is part of."""
    if filing.is_summary:
        return filing.part_of_id is not None and works_on(user, filing) and filing.state in OPEN
    return may_edit(user, filing)


def may_withdraw(user: User, filing: Filing) -> bool:
    return (
        works_on(user, filing)
        and filing.state == FilingState.SUBMITTED
        and filing.part_of is not None
        and filing.part_of.state in OPEN
    )


def decides_on(user: User, filing: Filing) -> bool:
    """Whether what becomes of the filing is up to this person: the disclosure office that compiles it."""
    return filing.part_of is not None and _runs_disclosure_of(user, filing.part_of.season)


def may_decide(user: User, filing: Filing) -> bool:
    """
    Returning and accepting is for those who compile, and not of an office's text that is out already. What has been
    handed further up in a summary stands as it is: first the summary has to come back.
    """
    return (
        decides_on(user, filing)
        and filing.state in {FilingState.SUBMITTED, FilingState.ACCEPTED}
        and filing.part_of.state in OPEN
        and (filing.is_summary or _is_text_open(filing))
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
    """Findings are answered by who fills the report in, and by those who compile it."""
    return works_on(user, filing) or decides_on(user, filing)


def _runs_disclosure_of(user: User, season: Season) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) and user.agency.county_id == season.county_id


def _is_text_open(filing: Filing) -> bool:
    """Whether there is no text for publication yet, or it is still with its clerk."""
    return filing.item is None or filing.item.stage in {Stage.DRAFTING, Stage.RETURNED}
