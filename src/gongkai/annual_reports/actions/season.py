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
from ..queries import offices_that_report, previous_report
from ..rules import may_open_season


@transaction.atomic
def open_season(*, county: County, year: int, section: Section, actor: User, now: datetime) -> Season:
    """
    Open the reports on ``year``: a filing for each office that reports, and the county's summary of them.

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
        raise NotAllowed("请选择本县正在使用的栏目。")
    hold_chain()
    if Season.objects.filter(county=county, year=year).exists():
        raise Conflict(f"{year}年度的年报已经启动，不用再启动。")
    season = Season.objects.create(county=county, year=year, section=section, opened_by=actor, opened_at=now)
    summary = Filing.objects.create(season=season, agency=actor.agency, scope=Scope.SUMMARY)
    filings = Filing.objects.bulk_create(
        Filing(season=season, agency=agency, scope=Scope.OWN, part_of=summary)
        for agency in offices_that_report(county)
    )
    _carry_over(filings)
    record(season, "annual.opened", actor=actor, agency=actor.agency, year=year, offices=len(filings))
    return season


def _carry_over(filings: list[Filing]) -> None:
    changed = []
    for filing in filings:
        before = previous_report(filing)
        if before is not None and (carried := carried_over(before)):
            filing.cells = carried
            filing.sources = dict.fromkeys(carried, Source.CARRIED)
            changed.append(filing)
    Filing.objects.bulk_update(changed, ["cells", "sources"])
