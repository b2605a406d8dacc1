"""PDF files: the characters, lines and pictures of their pages."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

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
from .rasters import DOTS_PER_POINT, MOST_READ
from .rulings import Stroke
from .turning import DOWN, Bounds, Turn, prevailing, quarters_of

MANY_LINES = 12  # on a page without text: the smallest table has as many
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
        return Source(blocks_of(_pages(document, data)), [_title(document)])
    except pypdfium2.PdfiumError as error:
        raise Unreadable(BROKEN) from error
    finally:
        document.close()


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return str(document.get_metadata_dict(skip_empty=True).get("Title", ""))
    except UnicodeDecodeError:  # what a file says of itself may be damaged though its pages are not
        return ""


def _pages(document: pypdfium2.PdfDocument, data: bytes) -> Iterator[Printed]:
    for number in range(len(document)):
        page = document[number]
        try:
            glyphs, turn = _glyphs(page)
            width, height = turn.size
            across, upright, pictures = _drawn(page, turn)
            if not glyphs and (pictures or len(across) + len(upright) >= MANY_LINES):
                # A scan, be it cut into strips, or a page whose letters were turned into curves.
                shown = [(height, partial(_raster, data, number, None))]
            else:
                is_turned = page.get_rotation() != 0 or turn.quarters != 0
                shown = [
                    (box[3], None if is_turned else partial(_raster, data, number, box)) for box in pictures
                ]
            yield Printed(width, height, glyphs, across, upright, shown)
        finally:
            page.close()


def _raster(data: bytes, number: int, box: Bounds | None) -> Image.Image | None:
    """Return page ``number``, or what of it lies in ``box``, in the size that pictures are read in; None when too large."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number]
        width, height = page.get_size()
        cropped = (0.0, 0.0, 0.0, 0.0)
        if box is not None:
            left, bottom, right, top = box
            cropped = (max(0, left), max(0, bottom), max(0, width - right), max(0, height - top))
            width, height = width - cropped[0] - cropped[2], height - cropped[1] - cropped[3]
        if not 0 < width * height * DOTS_PER_POINT**2 <= MOST_READ:
            return None
        bitmap = page.render(scale=DOTS_PER_POINT, crop=cropped, grayscale=True)
        return bitmap.to_pil().convert("L")
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


@dataclass(frozen=True)
class Letter:
    """A character as it stands on the sheet, before that is turned."""

    text: str
    quarters: int  # the direction its writing runs in
    box: Bounds
    origin: tuple[float, float]
    size: float

    def on(self, turn: Turn) -> Glyph:
        left, bottom, right, top = turn.bounds(*self.box)
        base = turn.point(*self.origin)[1]
        goes_down = (self.quarters - turn.quarters) % 4 == DOWN
        return Glyph(self.text, left, right, base, (bottom + top) / 2, self.size, goes_down)


def _glyphs(page: pypdfium2.PdfPage) -> tuple[list[Glyph], Turn]:
    """
    Return the visible characters of a page, and how it was turned to have most of them upright. What runs aslant, up or
    on its head after that is left out.
    """
    letters = list(_letters(page))
    width, height = page.get_size()
    sheet = (height, width) if page.get_rotation() % 180 else (width, height)
    turn = Turn(prevailing(each.quarters for each in letters), *sheet)
    kept = (each for each in letters if (each.quarters - turn.quarters) % 4 in (0, DOWN))
    return list(dict.fromkeys(each.on(turn) for each in kept)), turn


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Yield the visible characters that do not run aslant; the white space PDFium makes up is left out."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_CHARACTERS:
            raise TooLarge
        left, right, bottom, top, x, base = (ctypes.c_double() for _ in range(6))
        matrix = pdfium.FS_MATRIX()
        for index in range(count):
            text = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
            if text.isspace() or not text.isprintable() or text == "\ufffe":
                continue
            pdfium.FPDFText_GetMatrix(text_page.raw, index, matrix)
            quarters = quarters_of(matrix.a, matrix.b)
            if quarters is None:
                continue
            pdfium.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
            pdfium.FPDFText_GetCharOrigin(text_page.raw, index, x, base)
            box = (left.value, bottom.value, right.value, top.value)
            size = pdfium.FPDFText_GetFontSize(text_page.raw, index) * math.hypot(matrix.a, matrix.b)
            yield Letter(text, quarters, box, (x.value, base.value), size)
    finally:
        text_page.close()


def _drawn(page: pypdfium2.PdfPage, turn: Turn) -> tuple[list[Stroke], list[Stroke], list[Bounds]]:
    """Return the horizontal lines, the vertical lines, and the pictures of a page as it was turned."""
    across: list[Stroke] = []
    upright: list[Stroke] = []
    pictures: list[Bounds] = []
    kinds = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)
    for count, drawn in enumerate(page.get_objects(filter=kinds, max_depth=4)):
        if count > MOST_OBJECTS:
            raise TooLarge
        left, bottom, right, top = turn.bounds(*drawn.get_bounds())
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            if right - left >= LEAST_PICTURE[0] and top - bottom >= LEAST_PICTURE[1]:
                pictures.append((left, bottom, right, top))
            continue
        if top - bottom <= THIN:
            across.append(Stroke((top + bottom) / 2, left, right))
        elif right - left <= THIN:
            upright.append(Stroke((left + right) / 2, bottom, top))
        elif _is_stroked(drawn):
            for edge_across, edge in _edges(drawn, turn):
                (across if edge_across else upright).append(edge)
    return across, upright, pictures


def _is_stroked(drawn: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    return bool(pdfium.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)) and bool(stroke.value)


def _edges(drawn: pypdfium2.PdfObject, turn: Turn) -> Iterator[tuple[bool, Stroke]]:
    """Yield the straight parts of a drawn outline; many lines may be drawn as one path."""
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn.raw), MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = turn.point(*matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif last is not None:
            yield from straight(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from straight(last, start)
