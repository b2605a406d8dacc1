"""Reports beside one another: the county year by year, its offices in one year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .editions import report_of_content
from .enums import Scope
from .figures import completed
from .layout import NATURAL, TOTAL, in_words, t2, t3, t4
from .models import Filing, Season
from .queries import kept_cells

# What a leader, a journalist or the city asks first.
INDICATORS = (
    t3("new", TOTAL),
    t3("done", TOTAL),
    t3("carried_out", TOTAL),
    t3("open", TOTAL),
    t3("partial", TOTAL),
    t3("new", NATURAL),
    t4("review", TOTAL),
    t4("lit_direct", TOTAL),
    t4("lit_after_review", TOTAL),
    t2("normative", "issued"),
    t2("normative", "in_force"),
    t2("licences", "decisions"),
    t2("penalties", "decisions"),
    t2("enforcement", "decisions"),
    t2("fees", "amount"),
)
# Of these the offices are compared in: what was asked of them, and what they do beside it.
OF_OFFICES = (*INDICATORS[:3], *INDICATORS[9:])
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
    values: tuple[Decimal | None, ...]

    @property
    def change(self) -> Decimal | None:
        if len(self.values) < 2 or None in self.values[-2:]:
            return None
        return self.values[-1] - self.values[-2]


def compared(season: Season) -> dict[str, Any]:
    """Return what the page of comparison shows: ``years``, ``lines``, ``offices`` and two drawn charts."""
    summaries = list(
        Filing.objects.filter(
            season__county=season.county_id, season__year__lte=season.year, scope=Scope.SUMMARY
        )
        .select_related("season__county", "agency")
        .prefetch_related("editions", "adjustments", "parts")
        .order_by("-season__year")[:MOST_YEARS]
    )
    by_year = {each.season.year: _cells(each) for each in reversed(summaries)}
    years = tuple(by_year)
    lines = [
        Line(cell, in_words(cell), tuple(by_year[year].get(cell) for year in years)) for cell in INDICATORS
    ]
    filings = [
        (filing, filing.completed_cells)
        for filing in season.filings.filter(scope=Scope.OWN)
        .select_related("agency", "season")
        .order_by("agency__position", "agency")
    ]
    # The busiest offices first: on a page of its own each office is one click away.
    filings.sort(key=lambda each: -(each[1][t3("new", TOTAL)] or 0))
    asked = [(filing.agency.short_name, cells[t3("new", TOTAL)]) for filing, cells in filings[:MOST_BARS]]
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
            (filing, [cells[cell] for cell in OF_OFFICES]) for filing, cells in filings[:MOST_OFFICES]
        ],
        "more_offices": len(filings) - MOST_OFFICES,
        "office_heads": [in_words(cell) for cell in OF_OFFICES],
    }


def bars(values: list[tuple[str, Decimal | None]]) -> list[Bar]:
    """Return bars for a drawing, the longest ``BAR`` units wide, ``APART`` units apart."""
    most = max((value or 0 for _, value in values), default=0)
    return [
        Bar(label, value, round(BAR * (value or 0) / most) if most else 0, APART * at)
        for at, (label, value) in enumerate(values)
    ]


def _cells(summary: Filing) -> Mapping[str, Decimal | None]:
    editions = list(summary.editions.all())
    if editions:
        report = report_of_content(editions[-1].content)
        return {cell: figure.number for cell, figure in report.figures.items()}
    return completed(kept_cells(summary))
