"""Opening the reports on a year."""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record
from gongkai.sections.models import Section

from ..enums import Scope, Source
from ..figures import carried_over
from ..models import FIRST_YEAR, Filing, Season
from ..queries import not_joined, offices_that_report, previous_report
from ..rules import OPEN, may_join, may_open_season


@transaction.atomic
def open_season(*, county: County, year: int, section: Section, actor: User, now: datetime) -> Season:
    """
    Open the reports on ``year``: a filing for each office that reports, and the summary of them, which becomes part
    of the summary above it where that has been opened; summaries below become part of this one.

    What last year's report decides (上年结转) is filled in. Raises NotAllowed for a year that has no uniform form
    or is not over yet, Conflict when the year is open already.
    """
    if not may_open_season(actor, county):
        raise NotAllowed("只有政府信息公开工作机构可以启动年报编制。")
    if year < FIRST_YEAR:
        raise NotAllowed(f"{FIRST_YEAR}年以前没有统一的年报格式，不能启动。")
    if year > now.year:
        raise NotAllowed(f"{year}年还没有到，不能启动这一年的年报。")
    if section.county_id != county.pk or section.archived_at is not None:
        raise NotAllowed("请选择本级正在使用的栏目。")
    hold_chain()
    if Season.objects.filter(county=county, year=year).exists():
        raise Conflict(f"{year}年度的年报已经启动，不用再启动。")
    season = Season.objects.create(county=county, year=year, section=section, opened_by=actor, opened_at=now)
    above = Filing.objects.filter(
        scope=Scope.SUMMARY, season__year=year, season__county=county.above_id, state__in=OPEN
    ).first()
    summary = Filing.objects.create(season=season, agency=actor.agency, scope=Scope.SUMMARY, part_of=above)
    joined = not_joined(season).update(part_of=summary)
    filings = Filing.objects.bulk_create(
        Filing(season=season, agency=agency, scope=Scope.OWN, part_of=summary)
        for agency in offices_that_report(county)
    )
    _carry_over(filings)
    record(
        season,
        "annual.opened",
        actor=actor,
        agency=actor.agency,
        year=year,
        offices=len(filings),
        governments=joined,
    )
    return season


@transaction.atomic
def join(*, season_id: int, actor: User) -> int:
    """
    Make the summaries of governments below, which have chosen this one as theirs since, parts of this summary.

    Return how many. Raises NotAllowed when the summary has been handed in further up.
    """
    hold_chain()
    season = Season.objects.select_related("county").get(pk=season_id)
    if not may_join(actor, season):
        raise NotAllowed("只有本级政府信息公开工作机构可以把下级的汇总列入。")
    summary = season.filings.get(scope=Scope.SUMMARY)
    if summary.state not in OPEN:
        raise NotAllowed("本级的汇总已经报送，不能再列入。请先撤回，或请上级退回。")
    names = list(not_joined(season).values_list("season__county__name", flat=True))
    if names:
        not_joined(season).update(part_of=summary)
        record(season, "annual.joined", actor=actor, agency=actor.agency, governments=names)
    return len(names)


def _carry_over(filings: list[Filing]) -> None:
    changed = []
    for filing in filings:
        before = previous_report(filing)
        if before is not None and (carried := carried_over(before)):
            filing.cells = carried
            filing.sources = dict.fromkeys(carried, Source.CARRIED)
            changed.append(filing)
    Filing.objects.bulk_update(changed, ["cells", "sources"])
