"""Painting marks into a picture: what is under them is gone, because the pixels are other pixels. Pure."""

import math
from collections.abc import Iterable
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from .marks import Box, Mark

BLACK, WHITE = 0, 255
LABEL_SHARE = 0.62  # of the height of a box
LEAST_LABEL, MOST_LABEL = 13, 64  # pixels; smaller nobody can read, larger only shouts
ROOM_AROUND_LABEL = 1.15

Pixels = tuple[int, int, int, int]  # left, top, right, bottom; the last two are outside


def pixels_of(box: Box, size: tuple[int, int]) -> Pixels:
    """Return the pixels that ``box`` covers, those it covers in part included."""
    width, height = size
    return (
        max(0, math.floor(box.x * width)),
        max(0, math.floor(box.y * height)),
        min(width, math.ceil(box.right * width)),
        min(height, math.ceil(box.bottom * height)),
    )


def paint(image: Image.Image, marks: Iterable[Mark]) -> None:
    """
    Paint ``marks`` into ``image``: black, opaque, with the ground in white where there is room for it.

    Painting the same marks again changes nothing; the gate relies on that.
    """
    marks = list(marks)
    draw = ImageDraw.Draw(image)
    for mark in marks:
        left, top, right, bottom = pixels_of(mark, image.size)
        draw.rectangle((left, top, right - 1, bottom - 1), fill=_colour(image, BLACK))
    for mark in marks:
        _label(draw, image, mark)


def _label(draw: ImageDraw.ImageDraw, image: Image.Image, mark: Mark) -> None:
    left, top, right, bottom = pixels_of(mark, image.size)
    size = min(MOST_LABEL, int((bottom - top) * LABEL_SHARE))
    if size < LEAST_LABEL:
        return
    font = _font(size)
    if font.getlength(mark.ground.short) * ROOM_AROUND_LABEL > right - left:
        return
    middle = ((left + right) / 2, (top + bottom) / 2)
    draw.text(middle, mark.ground.short, fill=_colour(image, WHITE), font=font, anchor="mm")


def _colour(image: Image.Image, level: int) -> int | tuple[int, ...]:
    bands = len(image.getbands())
    if bands == 1:
        return level
    return (level, level, level, 255)[:bands]


@lru_cache(maxsize=MOST_LABEL)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(sans_path(), size)
