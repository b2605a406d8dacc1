"""
What one cell of a pictured table says.

A number is read twice, in two sizes, and taken only where both readings agree, are certain, and fit the ink; else the
cell is UNREAD. A cell without ink is blank. Nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from PIL import Image, ImageFilter

from gongkai.screening.formats import reading_pictures

from .. import numbers
from ..rasters import DOTS_PER_POINT
from .ink import stretches

Area = tuple[int, int, int, int]  # left, top, right, bottom in dots; right and bottom are not part of it

LEAST_SIDE = 8  # dots; narrower is the space between the lines of a double rule
LEAST_INK = 10  # dots; fewer are specks of dust
MOST_CONTRAST = 80  # of 255: between the dots of an empty cell
LEAST_CERTAIN = 0.6  # of a number, in both readings
DASH = 0.4  # of its width: a flatter mark is a dash
WIDEST_DIGIT = 0.95  # of its height, with the gap after it
# (white around it and width, as parts of its height and its own) for the two readings of a number.
READINGS = ((0.3, 1.0), (0.5, 1.3))
LOOKS_LIKE = str.maketrans("oO〇○◯lI丨|，．。", "00000" + "1111" + ",..")
NO_NUMBER = ("/", "\\", "无", "-", "—", "--", "——")
CHINESE = re.compile(r"[\u3400-\u9fff]")
LEAST_WORDS = 2  # Chinese characters that make a text words; one alone may be a digit read wrongly
NEAR = 3  # dots between what is one line all the same
WIDEST_GAP = 0.8  # between the digits of a number, of its height
LEAST_PARTS = 3  # standing apart, to tell which of them reaches below the others
COMMA = 0.1  # of the height of a number: what reaches further below the digits is a comma and no point


@dataclass(frozen=True)
class Line:
    """A line of writing and the ink it was read from."""

    text: str
    area: Area


@dataclass(frozen=True)
class Sheet:
    """A page to read from: its greys, and two masks of its ink without the ruled lines."""

    grey: Image.Image
    ink: Image.Image  # what is surely written
    faint: Image.Image  # also what may be

    def crop(self, area: Area, around: float, width: float) -> Image.Image:
        """Return the writing in ``area`` with white around it, ``width`` times as wide."""
        # What is no ink is white: the rests of ruled lines and of letters next to it are no part of the line.
        picture = Image.new("L", (area[2] - area[0], area[3] - area[1]), 255)
        picture.paste(self.grey.crop(area), mask=_grown(self.faint.crop(area)))
        picture = picture.resize((max(1, round(picture.width * width)), picture.height))
        margin = round(picture.height * around)
        framed = Image.new("RGB", (picture.width + 2 * margin, picture.height + 2 * margin), "white")
        framed.paste(picture, (margin, margin))
        return framed


def _grown(mask: Image.Image) -> Image.Image:
    return mask.filter(ImageFilter.MaxFilter(3))


def read(sheet: Sheet, area: Area) -> list[Line]:
    """Return the lines of a cell from the top down; none when it is blank."""
    if min(area[2] - area[0], area[3] - area[1]) < LEAST_SIDE:
        return []
    ink = sheet.ink.crop(area)
    if _amount(ink) < LEAST_INK:
        return [] if _is_empty(sheet, area) else [Line(numbers.UNREAD, area)]
    bands = list(_bands(ink, area))
    if len(bands) == 1 and _is_dash(bands[0]):
        return [Line("-", bands[0])]
    first = {band: _reading(sheet, band, READINGS[0]) for band in bands}
    whole = "".join(text for text, _ in first.values())
    if _is_words(whole) and not numbers.is_value(whole):
        return [Line(text, band) for band, (text, _) in first.items()]
    words = [Line(text, band) for band, (text, _) in first.items() if _is_words(text)]
    digits = list(_joined([band for band, (text, _) in first.items() if not _is_words(text)]))
    if len(digits) > 1:  # digits above digits are one number or two, or the halves of one that is faint
        return [Line(numbers.UNREAD, area)]
    found = [*words, *(Line(_number(sheet, band, first.get(band)), band) for band in digits)]
    return sorted(found, key=lambda line: line.area[1])


def _is_empty(sheet: Sheet, area: Area) -> bool:
    """Whether there is nothing in a cell, not even faint writing or light writing on a dark ground."""
    if _amount(sheet.faint.crop(area)) >= LEAST_INK:
        return False
    left, top, right, bottom = area
    aside, down = (
        (right - left) // 6,
        (bottom - top) // 6,
    )  # the rests of its ruled lines are none of the cell
    middle = sheet.grey.crop((left + aside, top + down, right - aside, bottom - down))
    darkest, lightest = middle.filter(ImageFilter.BoxBlur(1)).getextrema()
    return lightest - darkest < MOST_CONTRAST


def _amount(mask: Image.Image) -> int:
    return mask.histogram()[255]


def _bands(ink: Image.Image, area: Area) -> Iterator[Area]:
    """Yield the areas of the lines of a cell; 二 and 三 are one line and not two or three."""
    rows = stretches(ink.getprojection()[1])
    tallest = max(last - first for first, last in rows)
    joined: list[tuple[int, int]] = []
    for first, last in rows:
        if joined and last - joined[-1][0] <= tallest * 1.1:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    for first, last in joined:
        band = ink.crop((0, first, ink.width, last))
        box = band.getbbox()
        if box and _amount(band) >= LEAST_INK / 2:
            yield area[0] + box[0], area[1] + first, area[0] + box[2], area[1] + last


def _joined(bands: Sequence[Area]) -> Iterator[Area]:
    """Yield ``bands``, those that nearly touch as one: faint print falls apart."""
    whole: Area | None = None
    for band in bands:
        if whole is None or band[1] - whole[3] > NEAR:
            if whole is not None:
                yield whole
            whole = band
        else:
            whole = (min(whole[0], band[0]), whole[1], max(whole[2], band[2]), band[3])
    if whole is not None:
        yield whole


def _is_dash(area: Area) -> bool:
    width, height = area[2] - area[0], area[3] - area[1]
    return height <= width * DASH and height <= 4 * DOTS_PER_POINT


def _reading(sheet: Sheet, area: Area, size: tuple[float, float]) -> tuple[str, float]:
    """Return what the line in ``area`` says in one of READINGS, and how certain that is."""
    text, certain = reading_pictures.read_line(sheet.crop(area, *size))
    return text.strip(), certain


def _number(sheet: Sheet, area: Area, first: tuple[str, float] | None) -> str:
    """Return the number in ``area``, the sign that there is none, or UNREAD; ``first`` is its first reading, if done."""
    text, certain = first or _reading(sheet, area, READINGS[0])
    again, certain_again = _reading(sheet, area, READINGS[1])
    text, again = text.translate(LOOKS_LIKE), again.translate(LOOKS_LIKE)
    if text != again or min(certain, certain_again) < LEAST_CERTAIN:
        return numbers.UNREAD
    if text in NO_NUMBER:
        return text
    if not numbers.is_value(text) or " " in text:
        return numbers.UNREAD
    return text if _fits(sheet, area, text) else numbers.UNREAD


def _is_words(text: str) -> bool:
    return len(CHINESE.findall(text.translate(LOOKS_LIKE))) >= LEAST_WORDS


def _fits(sheet: Sheet, area: Area, text: str) -> bool:
    """
    Whether the ink is that of ``text``: recognition drops a digit or a point now and then, and takes a comma for a point.
    """
    if len(stretches(sheet.faint.crop(area).getprojection()[0])) > len(text):
        return False
    parts = stretches(sheet.ink.crop(area).getprojection()[0])
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(parts)]
    if max(gaps, default=0) > WIDEST_GAP * (
        area[3] - area[1]
    ):  # two numbers, and the line between them not seen
        return False
    has_marks = "." in text or "," in text
    if has_marks and (len(parts) < LEAST_PARTS or _has_comma(sheet.ink.crop(area), parts) != ("," in text)):
        return False
    letters = sum(0.5 if each in ",.-+" else 1 for each in text)
    return len(parts) == len(text) or area[2] - area[0] <= letters * WIDEST_DIGIT * (area[3] - area[1])


def _has_comma(ink: Image.Image, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``parts``, which stand side by side, reaches below the others."""
    bottoms = [ink.crop((first, 0, last, ink.height)).getbbox()[3] for first, last in parts]
    return max(bottoms) > median(bottoms) + COMMA * ink.height
