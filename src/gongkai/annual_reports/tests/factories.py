"""Filings in any state, reached by the real actions."""

from datetime import datetime
from zoneinfo import ZoneInfo

from gongkai.annual_reports import actions
from gongkai.annual_reports.figures import TYPED_CELLS
from gongkai.annual_reports.models import Filing, Season

SHANGHAI = ZoneInfo("Asia/Shanghai")
YEAR = 2025
JANUARY = datetime(2026, 1, 12, 9, 0, tzinfo=SHANGHAI)
FEBRUARY = datetime(2026, 2, 9, 9, 0, tzinfo=SHANGHAI)
ZEROS = dict.fromkeys(TYPED_CELLS, "0")
PROSE = {  # {0} is the year
    "0": "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号的要求编制。"
    "报告所列数据的统计期限自{0}年1月1日起至{0}年12月31日止。",
    "1": "（一）主动公开。按目录公开。\n（二）依申请公开。依法办理。\n（三）政府信息管理。落实审核。\n"
    "（四）政府信息公开平台建设。维护专栏。\n（五）监督保障。开展工作考核、社会评议，没有责任追究的情形。",
    "5": "一是解读形式还不够丰富，二是更新不够及时。下一步增加图解，按月检查。",
    "6": "{0}年没有收取信息处理费。",
}


def prose_of(year: int) -> dict[str, str]:
    return {ordinal: text.format(year) for ordinal, text in PROSE.items()}


def open_year(county, section, actor, year=YEAR, now=JANUARY) -> Season:
    return actions.open_season(county=county, year=year, section=section, actor=actor, now=now)


def fill(filing: Filing, clerk, cells=None, prose=None, now=JANUARY) -> Filing:
    """Fill every cell in: zeros, and ``cells`` in their place."""
    return actions.save_filing(
        filing_id=filing.pk,
        person=clerk,
        revision=Filing.objects.get(pk=filing.pk).revision,
        cells=ZEROS | (cells or {}),
        prose=prose_of(filing.season.year) if prose is None else prose,
        now=now,
    )


def handed_in(filing: Filing, clerk, cells=None, now=JANUARY) -> Filing:
    filled = fill(filing, clerk, cells, now=now)
    return actions.submit(filing_id=filing.pk, clerk=clerk, revision=filled.revision, now=now)


def accepted(filing: Filing, clerk, officer, cells=None, now=JANUARY) -> Filing:
    handed_in(filing, clerk, cells, now=now)
    return actions.accept(filing_id=filing.pk, actor=officer, now=now)
