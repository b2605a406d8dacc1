"""A picture of a page as a printed page: the lines ruled on it, and the writing in and around its tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from PIL import Image, ImageDraw

from gongkai.screening.formats import reading_pictures

from .. import numbers, rulings
from ..printed import Glyph, Printed
from ..rasters import DOTS_PER_POINT
from ..rulings import Box, Grid, Stroke
from . import cells
from .cells import Area, Line, Sheet
from .ink import INK, RULE, Rule, darkness, level, over, rules, without

LEAST_CELLS = 6  # of a table worth reading for; what has fewer is a frame around a photograph
INSET = 4  # dots: what is left of a ruled line at the edge of a cell reads as a 1
DETECTING = 2  # how many times smaller lines are looked for: it is five times faster and finds the same
LEAST_CERTAIN = 0.5  # of a line of prose


@dataclass(frozen=True)
class Looked:
    """A page with what is ruled on it, before anything is read; ``across`` and ``upright`` are in points."""

    grey: Image.Image
    dark: Image.Image
    ruled: list[Rule]
    across: list[Stroke]
    upright: list[Stroke]
    grids: list[Grid]

    @property
    def has_table(self) -> bool:
        return any(len(each.boxes) >= LEAST_CELLS for each in self.grids)


def look(picture: Image.Image) -> Looked:
    """Find the tables on ``picture``, a grey raster of DOTS_PER_POINT."""
    grey = level(picture)
    dark = darkness(grey)
    ruled = rules(dark)
    across, upright = strokes(ruled, grey.height)
    return Looked(grey, dark, ruled, across, upright, rulings.grids(across, upright))


def printed(page: Looked, number: int = 0) -> Printed:
    """Read everything on ``page``, which is page ``number`` of the file."""
    ink, faint = (without(over(page.dark, least), page.ruled) for least in (INK, RULE))
    sheet = Sheet(page.grey, ink, faint)
    lines = [line for grid in page.grids for line in _in_cells(sheet, grid)]
    lines += _around(sheet, page.grids)
    height = page.grey.height
    glyphs = [glyph for line in lines for glyph in _glyphs(line, height)]
    size = page.grey.width / DOTS_PER_POINT, height / DOTS_PER_POINT
    return Printed(*size, glyphs, page.across, page.upright, (), number)


def strokes(ruled: Sequence[Rule], height: int) -> tuple[list[Stroke], list[Stroke]]:
    """Return the lines across and the upright lines in points, with y growing upwards as ``rulings`` has it."""
    across = [
        Stroke((height - each.at) / DOTS_PER_POINT, each.start / DOTS_PER_POINT, each.end / DOTS_PER_POINT)
        for each in ruled
        if each.is_across
    ]
    upright = [
        Stroke(
            each.at / DOTS_PER_POINT,
            (height - each.end) / DOTS_PER_POINT,
            (height - each.start) / DOTS_PER_POINT,
        )
        for each in ruled
        if not each.is_across
    ]
    return across, upright


def _in_cells(sheet: Sheet, grid: Grid) -> Iterator[Line]:
    for index, box in enumerate(grid.boxes):
        area = area_of(grid, box, sheet.grey.height)
        own = [
            part
            for part in product(
                range(box.row, box.row + box.rows), range(box.column, box.column + box.columns)
            )
            if grid.box_at[part] == index
        ]
        if len(own) == box.rows * box.columns:
            yield from cells.read(sheet, area)
        else:  # lines were not seen and cells ran into each other around a corner
            yield Line(numbers.UNREAD, area_of(grid, Box(*own[0], 1, 1), sheet.grey.height))


def area_of(grid: Grid, box: Box, height: int) -> Area:
    """Return the inside of a cell in dots."""
    return (
        round(grid.xs[box.column] * DOTS_PER_POINT) + INSET,
        height - round(grid.ys[box.row] * DOTS_PER_POINT) + INSET,
        round(grid.xs[box.column + box.columns] * DOTS_PER_POINT) - INSET,
        height - round(grid.ys[box.row + box.rows] * DOTS_PER_POINT) - INSET,
    )


def _around(sheet: Sheet, grids: Sequence[Grid]) -> Iterator[Line]:
    """Yield the lines outside the tables."""
    grey = sheet.grey.copy()
    draw = ImageDraw.Draw(grey)
    for grid in grids:
        whole = Box(0, 0, len(grid.ys) - 1, len(grid.xs) - 1)
        draw.rectangle(area_of(grid, whole, grey.height), fill=255)
    small = grey.reduce(DETECTING).convert("RGB")
    for corners in reading_pictures.lines_of(small):
        xs, ys = ([point[axis] * DETECTING for point in corners] for axis in (0, 1))
        area = (
            max(0, int(min(xs))),
            max(0, int(min(ys))),
            min(grey.width, int(max(xs)) + 1),
            min(grey.height, int(max(ys)) + 1),
        )
        inner = sheet.ink.crop(area).getbbox()
        if inner is None:
            continue
        left, top = area[:2]
        area = (left + inner[0], top + inner[1], left + inner[2], top + inner[3])
        text, certain = reading_pictures.read_line(sheet.crop(area, *cells.READINGS[0]))
        if certain >= LEAST_CERTAIN and text.strip():
            yield Line(text.strip(), area)


def _glyphs(line: Line, height: int) -> Iterator[Glyph]:
    """Yield the letters of a line side by side; Chinese ones are twice as wide as the others."""
    letters = [each for each in line.text if not each.isspace()]
    left, top, right, bottom = line.area
    unit = (right - left) / max(1, sum(map(_width, letters))) / DOTS_PER_POINT
    at = left / DOTS_PER_POINT
    base, middle = (height - bottom) / DOTS_PER_POINT, (height - (top + bottom) / 2) / DOTS_PER_POINT
    for each in letters:
        yield Glyph(each, at, at + unit * _width(each), base, middle)
        at += unit * _width(each)


def _width(letter: str) -> int:
    return 1 if letter.isascii() else 2
