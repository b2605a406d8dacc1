"""
Making the public copy of a file with marks on it: every page a new picture, painted over where it is marked. Pure.

The whole file is made anew, also its pages without marks: parts of a file that pages share, fonts above all, give
away what was on another page. What is not in the picture and not in the text behind it does not exist in the copy.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

from ..findings import Unreadable
from .kinds import PICTURES
from .layer import text_layer
from .marks import Mark, marks_of_page
from .pages import characters, opened, page_of
from .paint import paint
from .paper import Paper
from .raster import (
    TWO_TONE_FINER,
    Encoded,
    encode_colour,
    encode_grey,
    encode_two_tone,
    has_colour,
    is_two_tone,
)
from .render import draw, picture
from .visibility import view_of

DPI = 200
NOT_ON_A_PAGE = "有一个遮盖框在第{page}页，这份文件只有{pages}页，没有生成公开副本。请核对后重新画。"
OPTIONS = {
    "JPEG": {"quality": 88},
    "PNG": {"optimize": False},
    "GIF": {},
    "WEBP": {"quality": 88},
}


def burn(path: Path, target: Path, *, extension: str, marks: Sequence[Mark], dpi: int = DPI) -> None:
    """
    Write the redacted copy of the PDF or picture at ``path`` to ``target``. Raises Unreadable.

    The same file and the same marks give the same bytes.
    """
    if extension == "pdf":
        _burn_pdf(path, target, marks, dpi)
    else:
        _burn_picture(path, target, extension, marks)


def _burn_pdf(path: Path, target: Path, marks: Sequence[Mark], dpi: int) -> None:
    with opened(path) as document, target.open("wb") as file:
        _check_pages(marks, len(document))
        paper = Paper(file)
        for number in range(1, len(document) + 1):
            with page_of(document, number) as page:
                _burn_page(paper, page, marks_of_page(marks, number), dpi)
        paper.finish()


def _burn_page(paper: Paper, page: pypdfium2.PdfPage, marks: Sequence[Mark], dpi: int) -> None:
    found = characters(page)
    shown = draw(page, dpi)
    grey = shown.convert("L")
    if has_colour(shown):
        pixels, encoded = _painted(shown, marks, encode_colour)
    elif is_two_tone(grey):
        pixels, encoded = _painted(draw(page, dpi * TWO_TONE_FINER, grey=True), marks, encode_two_tone)
    else:
        pixels, encoded = _painted(grey.copy(), marks, encode_grey)
    view = view_of(page, found, grey, dpi)
    pieces = text_layer(found, size=page.get_size(), marks=marks, view=view)
    paper.add_page(page.get_size(), pixels, encoded, pieces)


def _painted(
    image: Image.Image, marks: Sequence[Mark], encode: Callable[[Image.Image], Encoded]
) -> tuple[tuple[int, int], Encoded]:
    paint(image, marks)
    return image.size, encode(image)


def _burn_picture(path: Path, target: Path, extension: str, marks: Sequence[Mark]) -> None:
    _check_pages(marks, 1)
    with picture(path, extension=extension) as image:
        kind = PICTURES[extension]
        if kind == "JPEG" and image.mode == "RGBA":
            image = image.convert("RGB")
        paint(image, marks)
        # The colour profile goes too: it can carry the name of the device that made it.
        image.save(target, kind, **OPTIONS[kind])


def _check_pages(marks: Sequence[Mark], pages: int) -> None:
    for mark in marks:
        if mark.page > pages:
            raise Unreadable(NOT_ON_A_PAGE.format(page=mark.page, pages=pages))
