"""
Which rows belong to which statutory table.

A row is told by what it says, not by where it stands: one table of a file may hold all three statutory ones, and one
statutory table may be cut into twenty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from . import numbers
from .blocks import Block, Cell, Paragraph, Row, Table
from .headings import section_of
from .labels import (
    BLOCKS,
    CLAUSE,
    COLUMNS_OF_TABLE_2,
    ENTRIES,
    HEAD_OF_TABLE_3,
    ONLY_IN_TABLE_4,
    ROWS_OF_TABLE_3,
    core,
)

SECTION_OF_TABLE = {"t2": 2, "t3": 3, "t4": 4}
MOST_UNKNOWN = 1_000  # rows that say nothing known; what comes after so many is not the report
MOST_TEXTS = 20  # of one row that are looked at
TABLES = {"t2": "表二", "t3": "表三", "t4": "表四"}


@dataclass(frozen=True)
class Line:
    """A row of a table of the file, or a paragraph between two of them."""

    cells: tuple[Cell, ...]
    row: Row
    table: int  # which table of the file; 0 for a paragraph
    heading: str = ""  # the paragraph's text

    def parts(self, knows: Callable[[str], str | None]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
        """Return the label cells on the left, and the cells after them: values, blanks and what is unreadable."""
        end = last_text = 0
        has_value = False
        for index, cell in enumerate(self.cells, 1):
            if numbers.is_value(cell.text):
                has_value = True
            elif not numbers.is_blank(cell.text):
                last_text = last_text if has_value else index
                if knows(cell.text) is not None:
                    end = index
        end = end or last_text
        labels = tuple(cell for cell in self.cells[:end] if not numbers.is_blank(cell.text))
        return labels, self.cells[end:]

    @property
    def texts(self) -> list[str]:
        """What its cells say in words."""
        return [
            cell.text
            for cell in self.cells
            if not numbers.is_blank(cell.text) and not numbers.is_value(cell.text)
        ]


@dataclass
class Lines:
    """The lines of each statutory table in file order."""

    of: dict[str, list[Line]] = field(default_factory=lambda: {name: [] for name in TABLES})


def sort(blocks: Iterable[Block]) -> Lines:
    """Give each row of each table to the statutory table it belongs to; rows of other tables are left out."""
    lines = Lines()
    current = ""
    count = unknown = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            section = section_of(block.text)
            if section:
                current = next((name for name, each in SECTION_OF_TABLE.items() if each == section), "")
            elif current and len(block.text) <= 200:
                lines.of[current].append(Line((), Row((), block.place), 0, block.text))
        elif isinstance(block, Table):
            count += 1
            for row in block.rows:
                line = Line(row.cells, row, count)
                told = _told(line, current)
                unknown += not told
                if unknown > MOST_UNKNOWN:
                    return lines
                current = told or current
                if current:
                    lines.of[current].append(line)
    return lines


def _told(line: Line, current: str) -> str:
    """Return the table whose words ``line`` has, or “” when it says nothing of its own."""
    texts = line.texts[:MOST_TEXTS]
    if any(ONLY_IN_TABLE_4.find(text) for text in texts):
        return "t4"
    if {"review"} == {BLOCKS.find(text) for text in texts if core(text) != "行政诉讼"}:
        return "t4"
    if any(CLAUSE.search(text) or core(text) == "信息内容" for text in texts):
        return "t2"
    if any(COLUMNS_OF_TABLE_2.find(text) for text in texts):
        return "t2"
    if any(HEAD_OF_TABLE_3.find(text) for text in texts):
        return "t3"
    known = [ROWS_OF_TABLE_3.find(text) for text in texts]
    if any(key not in (None, "misc_3", "done") for key in known):
        return "t3"
    if texts and ENTRIES.find(texts[0]) and current == "t2":
        return "t2"
    return ""
