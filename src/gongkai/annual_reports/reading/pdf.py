"""PDF files: the characters, lines and pictures of their pages."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from ..content import Unreadable
from .blocks import Source, TooLarge
from .printed import (
    LEAST_PICTURE,
    MOST_CHARACTERS,
    MOST_OBJECTS,
    MOST_PAGES,
    THIN,
    Glyph,
    Printed,
    blocks_of,
    straight,
)
from .rulings import Stroke

LOCKED = "这个 PDF 设了打开密码，系统读不了。请去掉密码后再上传。"
BROKEN = "这个 PDF 不完整或已经损坏，打不开。请重新导出 PDF 后再上传。"


def read(data: bytes) -> Source:
    """Return the blocks of a PDF file, or raise Unreadable."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED if "assword" in str(error) else BROKEN) from error
    try:
        if not len(document):
            raise Unreadable(BROKEN)
        if len(document) > MOST_PAGES:
            raise TooLarge
        return Source(blocks_of(_pages(document)), [_title(document)])
    except pypdfium2.PdfiumError as error:
        raise Unreadable(BROKEN) from error
    finally:
        document.close()


def _title(document: pypdfium2.PdfDocument) -> str:
    return str(document.get_metadata_dict(skip_empty=True).get("Title", ""))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Printed]:
    for number in range(len(document)):
        page = document[number]
        try:
            width, height = page.get_size()
            yield Printed(width, height, _glyphs(page), *_drawn(page))
        finally:
            page.close()


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the visible characters of a page; the white space PDFium makes up is left out."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_CHARACTERS:
            raise TooLarge
        left, right, bottom, top, x, base = (ctypes.c_double() for _ in range(6))
        found = []
        for index in range(count):
            text = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
            if text.isspace() or not text.isprintable() or text == "\ufffe":
                continue
            pdfium.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
            pdfium.FPDFText_GetCharOrigin(text_page.raw, index, x, base)
            middle = (bottom.value + top.value) / 2
            found.append(Glyph(text, left.value, right.value, base.value, middle))
        return list(dict.fromkeys(found))
    finally:
        text_page.close()


def _drawn(page: pypdfium2.PdfPage) -> tuple[list[Stroke], list[Stroke], list[float]]:
    """Return the horizontal lines, the vertical lines, and the top edges of the pictures of a page."""
    across: list[Stroke] = []
    upright: list[Stroke] = []
    pictures: list[float] = []
    kinds = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)
    for count, drawn in enumerate(page.get_objects(filter=kinds, max_depth=4)):
        if count > MOST_OBJECTS:
            raise TooLarge
        left, bottom, right, top = drawn.get_bounds()
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            if right - left >= LEAST_PICTURE[0] and top - bottom >= LEAST_PICTURE[1]:
                pictures.append(top)
            continue
        if top - bottom <= THIN:
            across.append(Stroke((top + bottom) / 2, left, right))
        elif right - left <= THIN:
            upright.append(Stroke((left + right) / 2, bottom, top))
        elif _is_stroked(drawn):
            for edge_across, edge in _edges(drawn, (left, bottom, right, top)):
                (across if edge_across else upright).append(edge)
    return across, upright, pictures


def _is_stroked(drawn: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    return bool(pdfium.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)) and bool(stroke.value)


def _edges(
    drawn: pypdfium2.PdfObject, bounds: tuple[float, float, float, float]
) -> Iterator[tuple[bool, Stroke]]:
    """Yield the straight parts of a drawn outline; many lines may be drawn as one path."""
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn.raw), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif last is not None:
            yield from straight(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from straight(last, start)
