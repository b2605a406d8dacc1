"""Reports beside one another: a government year by year, and what its summary is made of in one year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .editions import report_of_content
from .enums import Scope
from .figures import completed
from .layout import NATURAL, TOTAL, t2, t3, t4
from .models import Filing, Season
from .queries import kept_of

# What a leader, a journalist or the city asks first, in the few words that a heading has room for.
INDICATORS = {
    t3("new", TOTAL): "新收申请",
    t3("done", TOTAL): "办结",
    t3("carried_out", TOTAL): "结转下年",
    t3("open", TOTAL): "予以公开",
    t3("partial", TOTAL): "部分公开",
    t3("new", NATURAL): "自然人新收申请",
    t4("review", TOTAL): "行政复议",
    t4("lit_direct", TOTAL): "直接起诉",
    t4("lit_after_review", TOTAL): "复议后起诉",
    t2("normative", "issued"): "规范性文件制发",
    t2("normative", "in_force"): "规范性文件现行有效",
    t2("licences", "decisions"): "行政许可",
    t2("penalties", "decisions"): "行政处罚",
    t2("enforcement", "decisions"): "行政强制",
    t2("fees", "amount"): "行政事业性收费（万元）",
}
# Of these the parts are compared in: what was asked of them, and what they do beside it.
OF_PARTS = (*list(INDICATORS)[:3], *list(INDICATORS)[9:])
MOST_YEARS = 8
MOST_BARS = 20
MOST_OFFICES = 100
BAR = 300  # units of the drawing that the longest bar takes
APART = 28


@dataclass(frozen=True)
class Bar:
    label: str
    value: Decimal | None
    width: int
    y: int


@dataclass(frozen=True)
class Line:
    """One indicator over the years, with the change against the year before."""

    cell: str
    label: str
    by_year: tuple[tuple[int, Decimal | None], ...]

    @property
    def change(self) -> Decimal | None:
        last = [value for _, value in self.by_year[-2:]]
        return None if len(last) < 2 or None in last else last[1] - last[0]


def compared(season: Season) -> dict[str, Any]:
    """Return what the page of comparison shows: ``years``, ``lines``, ``offices`` and two drawn charts."""
    summaries = list(
        Filing.objects.filter(
            season__county=season.county_id, season__year__lte=season.year, scope=Scope.SUMMARY
        )
        .select_related("season__county", "agency")
        .prefetch_related("editions")
        .order_by("-season__year")[:MOST_YEARS]
    )
    parts = list(
        Filing.objects.filter(part_of__season=season)
        .select_related("agency", "season__county")
        .order_by("-scope", "season__county", "agency__position", "agency")
    )
    kept = kept_of([each for each in summaries if not each.editions.all()] + parts)
    by_year = {each.season.year: _cells(each, kept) for each in reversed(summaries)}
    years = tuple(by_year)
    lines = [
        Line(cell, label, tuple((year, by_year[year].get(cell)) for year in years))
        for cell, label in INDICATORS.items()
    ]
    filings = [(each, completed(kept[each.pk])) for each in parts]
    # The busiest first: on a page of its own each is one click away.
    filings.sort(key=lambda each: -(each[1][t3("new", TOTAL)] or 0))
    asked = [(filing.short_unit, cells[t3("new", TOTAL)]) for filing, cells in filings[:MOST_BARS]]
    year_bars = bars([(f"{year}年", by_year[year].get(t3("new", TOTAL))) for year in years])
    office_bars = bars([each for each in asked if each[1]])
    return {
        "years": years,
        "lines": lines,
        "year_bars": year_bars,
        "year_tall": APART * len(year_bars),
        "office_bars": office_bars,
        "office_tall": APART * len(office_bars),
        "offices": [
            (filing, [(INDICATORS[cell], cells[cell]) for cell in OF_PARTS])
            for filing, cells in filings[:MOST_OFFICES]
        ],
        "more_offices": len(filings) - MOST_OFFICES,
        "office_heads": [INDICATORS[cell] for cell in OF_PARTS],
    }


def bars(values: list[tuple[str, Decimal | None]]) -> list[Bar]:
    """Return bars for a drawing, the longest ``BAR`` units wide, ``APART`` units apart."""
    most = max((value or 0 for _, value in values), default=0)
    return [
        Bar(label, value, round(BAR * (value or 0) / most) if most else 0, APART * at)
        for at, (label, value) in enumerate(values)
    ]


def _cells(summary: Filing, kept: Mapping[int, Mapping[str, str]]) -> Mapping[str, Decimal | None]:
    editions = list(summary.editions.all())
    if editions:
        report = report_of_content(editions[-1].content)
        return {cell: figure.number for cell, figure in report.figures.items()}
    return completed(kept[summary.pk])
