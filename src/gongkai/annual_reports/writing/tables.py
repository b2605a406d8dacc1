"""
The statutory tables as grids of cells: the one place that knows which cells are merged. Pure.

Forms: 国办公开办函〔2021〕30号, and 国办公开办函〔2019〕60号 for reports on 2019 and 2020.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..content import Figure, Report
from ..layout import (
    APPLICANTS,
    BALANCE_NOTE,
    BLOCKS,
    CONCLUDED_TITLE,
    RESULTS,
    ROWS_OUTSIDE_CONCLUDED,
    SECTIONS,
    TABLE_2,
    TABLE_3,
    Form,
    Row,
    is_money,
    t2,
    t3,
    t4,
)

BLANK = Figure(None)
CENTRE, LEFT = "center", "left"
# Which section (counted from 1) a table stands in.
SECTION_OF = {"t2": 2, "t3": 3, "t4": 4}
NAMES = {"t2": "表二", "t3": "表三", "t4": "表四"}


@dataclass(frozen=True)
class Cell:
    """One cell. ``name`` is the one of ``layout`` and only figures have it; the balance note is no header either."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    is_header: bool = False
    name: str | None = None
    align: str = CENTRE


@dataclass(frozen=True)
class Grid:
    """
    A table: in each row the cells that begin there, from left to right.

    ``header_rows`` is how many rows are repeated on each page; ``label_columns`` how many columns name the rows.
    """

    key: str  # t2, t3, t4
    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    header_rows: int
    label_columns: int

    @property
    def caption(self) -> str:
        """Return “表二 主动公开政府信息情况”."""
        return f"{NAMES[self.key]} {SECTIONS[SECTION_OF[self.key] - 1]}"

    def figures(self) -> Iterator[Cell]:
        """Yield the cells that hold a figure, in the order of the table."""
        return (cell for row in self.rows for cell in row if cell.name)

    def placed(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield (row, column, cell) for each cell, counted from 0: where merged cells leave it."""
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                yield number, column, cell
                taken |= {
                    (number + down, column + across)
                    for down in range(cell.rowspan)
                    for across in range(cell.colspan)
                }


def grids(report: Report) -> dict[str, Grid]:
    """Return the tables the report has, by key; one that was not found in somebody's file is left out."""
    found = {}
    if "t2" in report.forms:
        found["t2"] = grid_of_table_2(report)
    if "t3" in report.forms:
        found["t3"] = grid_of_table_3(report)
    if any(name.startswith("t4.") for name in report.figures):
        found["t4"] = grid_of_table_4(report)
    return found


def grid_of_table_2(report: Report) -> Grid:
    """Return table 2 (主动公开): 4 columns, 14 rows in the form of 2021."""
    rows = []
    for group in TABLE_2[report.forms.get("t2", Form.OF_2021)]:
        columns = group.entries[0].columns
        # The last column of a group is as wide as the columns its group lacks.
        spans = [1] * (len(columns) - 1) + [4 - len(columns)]
        rows.append((_header(group.title, colspan=4),))
        rows.append(
            (
                _header("信息内容"),
                *(_header(column.label, colspan=span) for column, span in zip(columns, spans, strict=True)),
            )
        )
        for entry in group.entries:
            figures = (
                _figure(report, t2(entry.key, column.key), colspan=span)
                for column, span in zip(entry.columns, spans, strict=True)
            )
            rows.append((_header(entry.label), *figures))
    return Grid("t2", tuple(rows), columns=4, header_rows=0, label_columns=1)


def grid_of_table_3(report: Report) -> Grid:
    """Return table 3 (收到和处理申请): 3 columns of labels and 7 of figures, 28 rows in the form of 2021."""
    natural, *organisations, total = APPLICANTS
    head = (
        (
            Cell(BALANCE_NOTE, colspan=3, rowspan=3),
            _header("申请人情况", colspan=7),
        ),
        (
            _header(natural.label, rowspan=2),
            _header("法人或其他组织", colspan=5),
            _header(total.label, rowspan=2),
        ),
        tuple(_header(column.label) for column in organisations),
    )
    body = TABLE_3[report.forms.get("t3", Form.OF_2021)]
    labels = list(_labels_of_table_3(body))
    rows = tuple(
        (*label, *(_figure(report, t3(row.key, column.key)) for column in APPLICANTS))
        for row, label in zip(body, labels, strict=True)
    )
    return Grid("t3", (*head, *rows), columns=10, header_rows=3, label_columns=3)


def grid_of_table_4(report: Report) -> Grid:
    """Return table 4 (行政复议、行政诉讼): 4 rows, 15 columns."""
    review, *litigation = BLOCKS
    rows = (
        (_header(review.label, colspan=5), _header("行政诉讼", colspan=10)),
        (
            *(_header(result.label, rowspan=2) for result in RESULTS),
            *(_header(block.label, colspan=5) for block in litigation),
        ),
        tuple(_header(result.label) for _ in litigation for result in RESULTS),
        tuple(_figure(report, t4(block.key, result.key)) for block in BLOCKS for result in RESULTS),
    )
    return Grid("t4", rows, columns=15, header_rows=3, label_columns=0)


def printed(name: str, figure: Figure) -> str:
    """
    Return the figure as it is printed: nothing for a blank, money with the decimals it came with, counts whole.

    No separators and no exponent, so that it can be read back.
    """
    number = figure.number
    if number is None:
        return ""
    if not is_money(name) and number == number.to_integral_value():
        return str(int(number))
    return format(number, "f")


def _labels_of_table_3(body: tuple[Row, ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield the label cells that begin in each row."""
    concluded = [row for row in body if row.key not in ROWS_OUTSIDE_CONCLUDED]
    for (group, is_outside), rows in groupby(
        body, key=lambda row: (row.group, row.key in ROWS_OUTSIDE_CONCLUDED)
    ):
        members = list(rows)
        for row in members:
            if is_outside:
                yield (_label(row.label, colspan=3),)
                continue
            title = [_label(CONCLUDED_TITLE, rowspan=len(concluded))] if row is concluded[0] else []
            heading = [_label(group, rowspan=len(members))] if group and row is members[0] else []
            yield (*title, *heading, _label(row.label, colspan=1 if group else 2))


def _header(text: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(text, colspan, rowspan, is_header=True)


def _label(text: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(text, colspan, rowspan, is_header=True, align=LEFT)


def _figure(report: Report, name: str, *, colspan: int = 1) -> Cell:
    return Cell(printed(name, report.figures.get(name, BLANK)), colspan, name=name)
