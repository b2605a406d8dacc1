"""
What the rules look at: the report, what it is compared with, and its cells with blanks and totals settled. Pure.

How blanks count is settled here once. A blank cell counts as 0. A blank *total* is not 0: it is worked out from the
cells it would add up, as the person would have who left it blank. A cell the reader did not find at all is a cell in
doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .. import layout
from ..content import Figure, Report
from ..layout import Form
from .bodies import Body, body_of
from .claims import Claim, claims_of
from .sentences import Sentence, sentences_of

NAMES_OF_TABLES = {"t2": "表二", "t3": "表三", "t4": "表四"}
NOT_FOUND = Figure(None, "", doubt="没有读到这一格")

REFUSED = tuple(f"deny_{number}" for number in range(1, 9))
UNABLE = tuple(f"unable_{number}" for number in range(1, 4))
NOT_PROCESSED = tuple(f"refuse_{number}" for number in range(1, 6))


@dataclass(frozen=True)
class Figures:
    """The cells of one report."""

    report: Report

    def has(self, table: str) -> bool:
        """Whether ``table`` (“t2”, “t3”, “t4”) was found and read, if only in part."""
        return table in self._tables and (table == "t4" or table in self.report.forms)

    @cached_property
    def _tables(self) -> frozenset[str]:
        return frozenset(cell[:2] for cell in self.report.figures)

    def unread(self, cells: Iterable[str]) -> bool:
        """Whether one of ``cells`` is missing because its table could only be read in part: nothing to judge."""
        return any(
            cell not in self.report.figures and cell.split(".")[0] in self.report.refused for cell in cells
        )

    @cached_property
    def form_of_table_3(self) -> Form:
        return self.report.forms.get("t3", Form.OF_2021)

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The rows that add up to （七）总计."""
        return layout.outcomes(self.form_of_table_3)

    @cached_property
    def other_handling(self) -> tuple[str, ...]:
        """The rows of （六）其他处理: one in the form of 2019, three in that of 2021."""
        return tuple(row for row in self.outcomes if row.startswith("misc"))

    def figure(self, cell: str) -> Figure:
        return self.report.figures.get(cell, NOT_FOUND)

    def parts(self, cell: str) -> tuple[str, ...]:
        """Return the cells beside the 总计 ``cell`` that it adds up: six applicants, or four results."""
        table, row, _ = cell.split(".")
        if table == "t4":
            return tuple(layout.t4(row, result.key) for result in layout.RESULTS[:-1])
        return tuple(layout.t3(row, each) for each in layout.CLASSES)

    def value(self, cell: str) -> Decimal:
        """Return the number to calculate with: a blank is 0, a blank total is the sum of what it adds up."""
        figure = self.figure(cell)
        if not (figure.is_blank and layout.is_sum(cell)):
            return figure.counted
        table, row, column = cell.split(".")
        if (table, row) == ("t3", "done"):
            return self.rows(self.outcomes, column)
        return self.sum(self.parts(cell))

    def values(self, cells: Iterable[str]) -> list[Decimal]:
        return [self.value(cell) for cell in cells]

    def sum(self, cells: Iterable[str]) -> Decimal:
        return sum((self.value(cell) for cell in cells), Decimal(0))

    def all_blank(self, cells: Iterable[str]) -> bool:
        return all(self.figure(cell).is_blank for cell in cells)

    def rows(self, rows: Iterable[str], column: str = layout.TOTAL) -> Decimal:
        """Return the sum of ``rows`` of table 3 in ``column``."""
        return self.sum(layout.t3(row, column) for row in rows)

    def doubtful(self, cells: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``cells`` whose reading is unsure."""
        return tuple(cell for cell in cells if self.figure(cell).doubt)


@dataclass(frozen=True)
class Case:
    """A report to be checked. ``previous`` is the same unit's report on the year before, if we have it."""

    report: Report
    previous: Report | None = None
    units: Sequence[Report] = ()
    level: str | None = None

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.report)

    @cached_property
    def figures_before(self) -> Figures | None:
        """The cells of the year before; None when there is no report on exactly that year."""
        if self.previous is None:
            return None
        years = (self.previous.year, self.report.year)
        if None not in years and years[0] + 1 != years[1]:
            return None
        return Figures(self.previous)

    @cached_property
    def body(self) -> Body:
        """What kind of body reports."""
        return body_of(self.report.unit, self.level)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences_of(self.report)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return claims_of(self.sentences, self.report.year)


def name_of(cell: str) -> str:
    """Return where ``cell`` is, for people."""
    return layout.in_words(cell)


def column_name(key: str) -> str:
    return next(each.label for each in layout.APPLICANTS if each.key == key)


def row_name(key: str) -> str:
    """Return the label of a row of table 3, with its group: “（五）不予处理 2.重复申请”."""
    for form in Form:
        for row in layout.TABLE_3[form]:
            if row.key == key:
                return f"{row.group} {row.label}".strip()
    raise KeyError(key)
