"""
A report as it is known to the program: read from somebody's file, or put together by ourselves. Pure.

Figures are looked up by the cell names of ``layout``. A figure says what was printed and what number that is; where
the two part (a blank, a dash, a cell the reader is not sure of) it says so, and nobody takes our doubt for an error of
theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .layout import Form


class Unreadable(Exception):
    """The file cannot be read as a report; ``str(error)`` is the full sentence in Chinese: why, and what to do."""


@dataclass(frozen=True)
class Place:
    """Where something was read; what does not apply is 0 or empty. Numbers count from 1."""

    page: int = 0
    table: int = 0  # in the order of the file
    row: int = 0
    column: int = 0
    line: int = 0  # of a text file
    is_recognised: bool = (
        False  # read from a picture; the table is then counted among those of the page's pictures
    )
    snippet: str = ""  # the row or sentence it stands in, shortened to 120 characters

    def in_words(self) -> str:
        """Return “第3页第2个表格第7行第4列”."""
        parts = [
            self.page and f"第{self.page}页",
            self.is_recognised and "图片",
            self.table and f"第{self.table}个表格",
            self.row and f"第{self.row}行",
            self.column and f"第{self.column}列",
            self.line and not self.table and f"第{self.line}行",
        ]
        return "".join(filter(None, parts))


@dataclass(frozen=True)
class Figure:
    """One cell: the number, or None when the cell is blank or a dash, with what was printed."""

    number: Decimal | None
    printed: str = ""
    doubt: str = ""  # why our reading is unsure, in Chinese; empty when it is sure
    place: Place = Place()

    @property
    def is_blank(self) -> bool:
        return self.number is None

    @property
    def counted(self) -> Decimal:
        """The number to add with: a blank counts as 0, and is told apart elsewhere."""
        return self.number or Decimal(0)


@dataclass(frozen=True)
class Section:
    """One of the six sections: its heading as printed and its paragraphs, tables left out."""

    ordinal: int  # which of the six, counted from 1; 0 for what stands before the first
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(frozen=True)
class Report:
    unit: str = ""  # whose report, as its title says
    year: int | None = None
    title: str = ""
    forms: Mapping[str, Form] = field(
        default_factory=dict
    )  # by table, "t2" and "t3"; a table not found is missing
    figures: Mapping[str, Figure] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader wants a person to know, in Chinese
    refused: Mapping[str, str] = field(default_factory=dict)  # by table: why its cells could not be read
    drawn: tuple[str, ...] = ()  # tables that are a picture in the file and were not read from it
    is_recognised: bool = False  # the prose, or some of it, was read from pictures

    def section(self, ordinal: int) -> Section | None:
        return next((each for each in self.sections if each.ordinal == ordinal), None)

    @property
    def prose(self) -> str:
        return "\n".join(f"{each.heading}\n{each.text}" for each in self.sections)
