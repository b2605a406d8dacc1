"""
Plain text as blocks: tables dumped one cell a line behind tabs, tables between pipes (also Markdown), tables with tabs
or commas between the cells, tables drawn with characters. What stands in none of these stays paragraphs, a line each.
"""

import re
from collections.abc import Sequence

from ..content import Place
from . import drawn
from .blocks import Block, Paragraph, Row, Source, Spanning, Table, TooLarge, grid
from .copied import BARS, Lines, rows_of
from .headings import section_of, split

OF_A_RULE = frozenset("|｜:：+=- \t") | {chr(number) for number in range(0x2500, 0x2580)}
LEAST_LINES = 4
LONGEST_ROW = 30  # cells; the widest statutory row has 15
FENCE = re.compile(r"\s*(?:```|~~~)")
BREAK = re.compile(r"<br\s*/?>", re.I)  # in a cell of Markdown, which knows no other
MOST_CHARACTERS = 5_000_000  # a report has 20 000


def read(text: str) -> Source:
    """Return the blocks of a text, or raise TooLarge."""
    if len(text) > MOST_CHARACTERS:
        raise TooLarge
    lines = re.split(r"\r\n?|[\n\f\v\x85\u2028\u2029]", BREAK.sub(" ", text.replace("\x00", "")))
    return Source(_Reader(rows_of(lines)).blocks())


class _Reader:
    def __init__(self, lines: Lines) -> None:
        self.lines = [line for _, line in lines]
        self.numbers = [number for number, _ in lines]
        self.tables = 0

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if drawn.begins(line):
                at = self._drawn(found, at)
            elif _is_piped(line):
                at = self._take(found, at, _is_piped, self._piped)
            elif line.startswith("\t") and "\t" not in line[1:] and line.strip():
                at = self._dumped(found, at)
            elif "\t" in line.strip():
                at = self._take(found, at, _goes_on_tabbed, self._tabbed)
            else:
                if line.strip() and not FENCE.match(line):
                    found += (
                        Paragraph(each, Place(line=self.numbers[at]))
                        for each in split(" ".join(line.split()))
                    )
                at += 1
        return found

    def _take(self, found: list[Block], at: int, belongs, cells) -> int:
        """Read the lines from ``at`` on that belong to one table, and return where it ends."""
        rows: list[list[Spanning]] = []
        numbers: list[int] = []
        while at < len(self.lines) and belongs(self.lines[at]):
            if not _is_rule(self.lines[at]):
                rows.append([Spanning(text) for text in cells(self.lines[at])])
                numbers.append(self.numbers[at])
            at += 1
        self._add(found, rows, numbers)
        return at

    def _drawn(self, found: list[Block], at: int) -> int:
        end = at + 1
        while end < len(self.lines) and drawn.goes_on(self.lines[end]):
            end += 1
        made = drawn.tables(self.lines[at:end], self.numbers[at], self.tables + 1)
        if not made:  # its lines only part the heading from the rows
            return self._take(found, at, drawn.goes_on, self._piped)
        self.tables += len(made)
        found += made
        return end

    @staticmethod
    def _piped(line: str) -> list[str]:
        cells = [" ".join(cell.split()) for cell in re.split(BARS, line.strip())]
        if cells and not cells[0]:
            del cells[0]
        if cells and not cells[-1]:
            del cells[-1]
        return cells

    @staticmethod
    def _tabbed(line: str) -> list[str]:
        return [" ".join(cell.split()) for cell in line.split("\t")]

    def _dumped(self, found: list[Block], at: int) -> int:
        """One cell a line, each behind a tab; an empty line ends a row, a line without a tab goes on with the cell."""
        rows: list[list[str]] = []
        numbers: list[int] = []
        is_open = False
        while at < len(self.lines):
            line = self.lines[at]
            if line.startswith("\t"):
                if not is_open:
                    rows.append([])
                    numbers.append(self.numbers[at])
                    is_open = True
                rows[-1] += self._tabbed(line[1:])
            elif not line.strip():
                following = at + 1
                if following >= len(self.lines) or not self.lines[following].startswith("\t"):
                    break
                is_open = False
            elif is_open:
                rows[-1][-1] = f"{rows[-1][-1]}\n{' '.join(line.split())}".strip()
            else:
                break
            at += 1
        self._add(found, [[Spanning(text) for text in row] for row in rows], numbers)
        return at

    def _add(self, found: list[Block], rows: list[list[Spanning]], numbers: Sequence[int]) -> None:
        if not rows:
            return
        if _is_running(rows):
            found += (
                Paragraph(cell.text, Place(line=number))
                for row, number in zip(rows, numbers, strict=True)
                for cell in row
                if cell.text
            )
            return
        self.tables += 1
        table = grid(rows, number=self.tables)
        placed = (
            Row(row.cells, Place(table=self.tables, row=row.place.row, line=number))
            for row, number in zip(table.rows, numbers, strict=True)
        )
        found.append(Table(tuple(placed)))


def _is_piped(line: str) -> bool:
    count = line.count("|") + line.count("｜")
    return count >= 2 or (count == 1 and line.strip().strip("|｜") != line.strip())


def _goes_on_tabbed(line: str) -> bool:
    """Whether ``line`` belongs to the table with tabs above it: cells, or one alone with the empty ones beside it."""
    is_alone = "\t" in line[1:] and "。" not in line and not section_of(line)
    return "\t" in line.strip() or is_alone


def _is_rule(line: str) -> bool:
    """Whether a line only draws: |---|---|, or |||| where nothing stands. A row of single dashes is a row."""
    return OF_A_RULE.issuperset(line) and ("--" in line or "-" not in line)


def _is_running(rows: Sequence[Sequence[Spanning]]) -> bool:
    """Whether the marks stand between cells and tell nothing of rows: a cell a line, or all cells in one row."""
    single = sum(len(row) <= 1 for row in rows)
    return (len(rows) >= LEAST_LINES and single > len(rows) / 2) or max(map(len, rows)) > LONGEST_ROW
