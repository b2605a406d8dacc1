"""
Ink and paper: which dots of a picture are written on, how far the page lies askew, where long straight lines run.

Pictures are measured in dots with y growing downwards. Only Pillow is used; nothing here reads a letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from ..rasters import DOTS_PER_POINT

INK = 70  # of 255: how much darker than the paper around it a letter is
RULE = 34  # the same for a ruled line, which may be thin and grey
SHADE = 4  # dots on a side that are one in the picture of the paper without its writing
LONGEST_TEXT_STROKE = 24.0  # points; a longer upright line is no part of a letter
SHORTEST_ACROSS = 40.0  # points; characters in a row may join to shorter ones
THICKEST = 5.0  # points; thicker is an area
MOST_SKEW = 2.5  # degrees
LEAST_SKEW = 0.06
WIDTH_FOR_SKEW = 550  # dots


@dataclass(frozen=True)
class Rule:
    """A ruled line: across or upright, from ``start`` to ``end`` along it, ``first`` to ``last`` across it, in dots."""

    is_across: bool
    start: int
    end: int
    first: int
    last: int

    @property
    def at(self) -> float:
        return (self.first + self.last) / 2


def darkness(grey: Image.Image) -> Image.Image:
    """Return how much darker each dot is than the paper around it, so that shadows and coloured cells count as paper."""
    small = grey.reduce(SHADE)
    for each in (ImageFilter.MaxFilter, ImageFilter.MinFilter):  # fills in all that is narrower than a letter
        small = small.filter(each(7))
    small = small.filter(ImageFilter.BoxBlur(1))
    return ImageChops.subtract(small.resize(grey.size, Image.Resampling.BILINEAR), grey)


def over(dark: Image.Image, least: int) -> Image.Image:
    """Return a mask: 255 where ``dark`` is at least ``least``, else 0."""
    return dark.point([255 if each >= least else 0 for each in range(256)])


def skew(grey: Image.Image) -> float:
    """Return by how many degrees the lines of a page fall to the right; 0 when it cannot be told."""
    factor = max(1, round(grey.width / WIDTH_FOR_SKEW))
    mask = over(darkness(grey), RULE).reduce(factor)
    best = max(_steps(-MOST_SKEW, MOST_SKEW, 0.25), key=lambda angle: (_sharpness(mask, angle), -abs(angle)))
    best = max(
        _steps(best - 0.25, best + 0.25, 0.05), key=lambda angle: (_sharpness(mask, angle), -abs(angle))
    )
    return best if LEAST_SKEW < abs(best) <= MOST_SKEW else 0.0


def _steps(first: float, last: float, step: float) -> list[float]:
    return [round(first + step * number, 3) for number in range(round((last - first) / step) + 1)]


def _sharpness(mask: Image.Image, angle: float) -> float:
    """Return how much the rows of ``mask`` differ once it is turned by ``angle``: most when lines lie level."""
    turned = mask.rotate(angle, Image.Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((one - other) ** 2 for one, other in zip(rows, rows[1:], strict=False)))


def level(grey: Image.Image) -> Image.Image:
    """Return the page with its lines level."""
    angle = skew(grey)
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else grey


def rules(dark: Image.Image) -> list[Rule]:
    """Return the ruled lines of a page, of which ``dark`` is the darkness."""
    mask = over(dark, RULE).filter(
        ImageFilter.MaxFilter(3)
    )  # closes gaps, and follows a line that is not quite level
    return [
        *_rules(mask, True, round(SHORTEST_ACROSS * DOTS_PER_POINT)),
        *_rules(
            mask.transpose(Image.Transpose.TRANSPOSE), False, round(LONGEST_TEXT_STROKE * DOTS_PER_POINT)
        ),
    ]


def _rules(mask: Image.Image, is_across: bool, least: int) -> Iterator[Rule]:
    """Yield the level lines of ``mask``: runs of ink at least ``least`` long, those that touch as one."""
    open_rules: list[Rule] = []
    content, width = mask.tobytes(), mask.width
    run = re.compile(rb"\xff{%d,}" % least)
    for row in range(mask.height):
        still_open: list[Rule] = []
        left = list(open_rules)
        for found in run.finditer(content[row * width : (row + 1) * width]):
            start, end = found.span()
            touching = [each for each in left if each.start < end and start < each.end]
            left = [each for each in left if each not in touching]
            still_open.append(
                Rule(
                    is_across,
                    min([start, *(each.start for each in touching)]),
                    max([end, *(each.end for each in touching)]),
                    min([row, *(each.first for each in touching)]),
                    row,
                )
            )
        yield from filter(_is_line, left)
        open_rules = still_open
    yield from filter(_is_line, open_rules)


def _is_line(rule: Rule) -> bool:
    """A line is not thick, and what is thinner than the widening that ``rules`` gave it is the strokes of letters."""
    return 1 <= rule.last - rule.first <= THICKEST * DOTS_PER_POINT


def without(mask: Image.Image, ruled: Sequence[Rule]) -> Image.Image:
    """Return ``mask`` without its ruled lines."""
    left = mask.copy()
    draw = ImageDraw.Draw(left)
    for each in ruled:
        along, across = (each.start, each.end), (each.first, each.last)
        (x0, x1), (y0, y1) = (along, across) if each.is_across else (across, along)
        draw.rectangle((x0, y0, x1, y1), fill=0)
    return left


def stretches(marks: Sequence[int]) -> list[tuple[int, int]]:
    """Return where ``marks`` is not 0, as (first, after the last)."""
    found: list[tuple[int, int]] = []
    start = None
    for index, each in enumerate([*marks, 0]):
        if each and start is None:
            start = index
        elif not each and start is not None:
            found.append((start, index))
            start = None
    return found
