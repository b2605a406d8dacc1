"""
Printed pages as blocks: characters with their places, tables by the lines drawn around them, the rest as paragraphs.

What a file says about the order of its text is not trusted; everything is placed by where it is printed. Coordinates
are points with y growing upwards.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ..content import Place
from . import rulings
from .blocks import LONGEST_CELL_TEXT, Block, Cell, Load, Paragraph, Picture, Row, Table, TooLarge
from .headings import section_of
from .prose import PAGE_NUMBER
from .rulings import Box, Grid, Stroke

MOST_PAGES = 300
MOST_CHARACTERS = 600_000  # of a file
MOST_OBJECTS = 100_000  # drawn on one page
THIN = 3.5  # points; a drawn box this thin is a line
LEAST_PICTURE = (100.0, 40.0)  # points; smaller ones are stamps and rules
LARGE = 2.0  # times the size of most letters, as of a title or a watermark
ORDINARY = 1.25  # times that size, at most
EDGE = 0.09  # of the page's height: where page numbers and running titles stand


@dataclass(frozen=True)
class Glyph:
    text: str
    left: float
    right: float
    base: float  # the line it stands on
    middle: float  # half way up
    size: float = 0.0  # of its fount; 0 where that is not known
    goes_down: bool = False  # as in a narrow cell, or along the edge of a turned page


@dataclass(frozen=True)
class PrintedLine:
    text: str
    left: float
    right: float
    base: float
    page: int
    size: float  # of its characters


@dataclass(frozen=True)
class Printed:
    """One page: its size, what is written on it, the straight lines drawn on it, its pictures with their top edges."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    across: Sequence[Stroke]
    upright: Sequence[Stroke]
    pictures: Sequence[tuple[float, Load | None]]
    number: int = 0  # in the file; 0 where the pages are given one after the other


def blocks_of(printed: Iterable[Printed]) -> list[Block]:
    """Return the pages as blocks in reading order, or raise TooLarge."""
    pages: list[list[tuple[float, PrintedLine | Table | Picture]]] = []
    sizes: list[tuple[float, float]] = []
    tables = characters = 0
    for number, each in enumerate(printed, start=1):
        characters += len(each.glyphs)
        if characters > MOST_CHARACTERS:
            raise TooLarge
        found = _Page(each, each.number or number, tables)
        pages.append(found.parts())
        sizes.append((each.width, each.height))
        tables += len(found.grids)
    kept = _without_edges(pages, [height for _, height in sizes])
    return list(_flowing(kept, [width for width, _ in sizes]))


class _Page:
    def __init__(self, page: Printed, number: int, tables_before: int) -> None:
        self.number = number
        self.tables_before = tables_before
        widths = _widths(page.glyphs)
        self.em = max(4.0, median(widths) * 1.1 if widths else 10.0)
        self.glyphs, self.pictures = _without_watermark(page.glyphs), page.pictures
        self.grids = [grid for grid in rulings.grids(page.across, page.upright) if self._is_table(grid)]

    def _is_table(self, grid: Grid) -> bool:
        """Whether no cell holds so much that the lines only frame the page."""
        held = Counter(grid.find((each.left + each.right) / 2, each.middle) for each in self.glyphs)
        del held[None]
        return max(held.values(), default=0) <= LONGEST_CELL_TEXT

    def parts(self) -> list[tuple[float, PrintedLine | Table | Picture]]:
        """Return what stands on the page from the top down, with the height it begins at."""
        inside: dict[tuple[int, int], list[Glyph]] = {}
        outside: list[Glyph] = []
        for glyph in self.glyphs:
            x = (glyph.left + glyph.right) / 2
            for index, grid in enumerate(self.grids):
                box = grid.find(x, glyph.middle)
                if box is not None:
                    inside.setdefault((index, box), []).append(glyph)
                    break
            else:
                if not glyph.goes_down:
                    outside.append(glyph)
        found: list[tuple[float, PrintedLine | Table | Picture]] = [
            (line.base, line) for line in self._lines(outside)
        ]
        for index, grid in enumerate(self.grids):
            texts = {box: self._text(glyphs) for (table, box), glyphs in inside.items() if table == index}
            if texts:
                found.append((grid.top, self._table(grid, texts, self.tables_before + index + 1)))
        found += ((top, Picture(Place(page=self.number), load)) for top, load in self.pictures)
        return sorted(found, key=lambda pair: -pair[0])

    def _table(self, grid: Grid, texts: dict[int, str], number: int) -> Table:
        return Table(
            tuple(
                Row(cells, Place(page=self.number, table=number, row=row))
                for row, cells in enumerate(cells_of(grid, texts), 1)
            )
        )

    def _text(self, glyphs: Sequence[Glyph]) -> str:
        return cell_of(line.text for line in self._lines(glyphs))

    def _lines(self, glyphs: Sequence[Glyph]) -> list[PrintedLine]:
        """Put characters on lines, from the top down and from left to right."""
        rows: list[list[Glyph]] = []
        for glyph in sorted(glyphs, key=lambda each: -each.base):
            if rows and rows[-1][0].base - glyph.base <= self.em * 0.35:
                rows[-1].append(glyph)
            else:
                rows.append([glyph])
        return [self._line(sorted(row, key=lambda each: each.left)) for row in rows]

    def _line(self, glyphs: Sequence[Glyph]) -> PrintedLine:
        text = ""
        end = glyphs[0].left
        for glyph in glyphs:
            is_narrow = text[-1:].isascii() and glyph.text.isascii()
            if text and glyph.left - end > self.em * (0.45 if is_narrow else 1.6):
                text += " "
            text += glyph.text
            end = max(end, glyph.right)
        widths = _widths(glyphs)
        size = max(1.0, median(widths)) if widths else self.em
        return PrintedLine(text, glyphs[0].left, end, glyphs[0].base, self.number, size)


def _without_watermark(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Leave out the characters so large that lines of ordinary ones run through them."""
    usual = median(each.size for each in glyphs) if glyphs else 0.0
    if all(each.size <= LARGE * usual for each in glyphs):
        return glyphs
    middles = sorted(each.middle for each in glyphs if each.size <= ORDINARY * usual)

    def is_crossed(glyph: Glyph) -> bool:
        at = bisect_right(middles, glyph.middle - glyph.size / 3)
        return at < len(middles) and middles[at] < glyph.middle + glyph.size / 3

    return [each for each in glyphs if not (each.size > LARGE * usual and is_crossed(each))]


def _widths(glyphs: Sequence[Glyph]) -> list[float]:
    """Return how wide the Chinese characters are, which are all of one width; punctuation is not."""
    return [each.right - each.left for each in glyphs if "\u3400" <= each.text <= "\u9fff"]


def cells_of(grid: Grid, texts: Mapping[int, str]) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each row of a table, with the texts of its boxes."""
    for row in range(len(grid.ys) - 1):
        boxes = dict.fromkeys(grid.box_at[row, column] for column in range(len(grid.xs) - 1))
        yield tuple(_cell(grid.boxes[index], texts.get(index, "")) for index in boxes)


def _cell(box: Box, text: str) -> Cell:
    return Cell(text, box.column + 1, box.columns, box.row + 1)


def cell_of(lines: Iterable[str]) -> str:
    """Return what a cell prints. A word broken over lines is one word; digits are left apart to be looked at."""
    text = ""
    for line in lines:
        is_between_digits = text[-1:].isdigit() and line[:1].isdigit()
        text += ("\n" if is_between_digits else "") + line
    return text


def straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[bool, Stroke]]:
    if abs(a[1] - b[1]) <= 1:
        yield True, Stroke((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
    elif abs(a[0] - b[0]) <= 1:
        yield False, Stroke((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))


def _without_edges(
    pages: list[list[tuple[float, PrintedLine | Table | Picture]]], heights: Sequence[float]
) -> list[list[PrintedLine | Table | Picture]]:
    """Leave out page numbers, and titles that run along the edge of several pages."""
    repeated = Counter(
        part.text
        for page, height in zip(pages, heights, strict=True)
        for part in {each for _, each in page if isinstance(each, PrintedLine)}
        if _is_at_edge(part, height)
    )
    return [
        [
            part
            for _, part in page
            if not (
                isinstance(part, PrintedLine)
                and (
                    PAGE_NUMBER.match(part.text)
                    or (_is_at_edge(part, height) and repeated[part.text] >= max(3, len(pages) / 2))
                )
            )
        ]
        for page, height in zip(pages, heights, strict=True)
    ]


def _is_at_edge(line: PrintedLine, height: float) -> bool:
    return line.base < height * EDGE or line.base > height * (1 - EDGE)


def _flowing(pages: list[list[PrintedLine | Table | Picture]], widths: Sequence[float]) -> Iterator[Block]:
    """Join lines that go on from each other to paragraphs, also over the end of a page."""
    waiting: list[PrintedLine] = []
    left = right = 0.0
    for page, width in zip(pages, widths, strict=True):
        lines = [part for part in page if isinstance(part, PrintedLine)]
        if lines:
            left = min(each.left for each in lines)
            right = max(*(each.right for each in lines), width - left)  # no line of a page need be full
        for part in page:
            if isinstance(part, PrintedLine):
                if waiting and not _goes_on(waiting[-1], part, left, right):
                    yield _paragraph(waiting)
                    waiting = []
                waiting.append(part)
                continue
            if waiting:
                yield _paragraph(waiting)
                waiting = []
            yield part
    if waiting:
        yield _paragraph(waiting)


def _goes_on(before: PrintedLine, line: PrintedLine, left: float, right: float) -> bool:
    """Whether ``line`` continues a paragraph: the line before is full, and this one is not indented."""
    size = before.size
    if not 0.85 < line.size / size < 1.18:
        return False
    is_ended = before.text[-1:] in "。；：！？"
    # What may not be broken, such as “〔2021〕30号”, leaves the line before it short.
    is_full = before.right > right - (3 if is_ended else 9) * size
    is_indented = line.left > left + 1.2 * size
    return is_full and not is_indented and not section_of(line.text) and not section_of(before.text)


def _paragraph(lines: Sequence[PrintedLine]) -> Paragraph:
    text = ""
    for line in lines:
        is_word = re.match(r"[A-Za-z]{2}", line.text) and re.search(r"[A-Za-z]{2}$", text)
        text += (" " if is_word else "") + line.text
    return Paragraph(text, Place(page=lines[0].page))
