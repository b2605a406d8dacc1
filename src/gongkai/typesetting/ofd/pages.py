"""What a PDF page shows, as texts and drawings measured in millimetres from its upper left corner."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72
SAME_LINE = 0.02  # mm: letters whose baselines differ by more are texts of their own
HYPHEN = 2  # what pdfium calls the hyphen at the end of a line
NOT_TEXT = {0, 10, 13, 0xFFFE}

Colour = tuple[int, int, int, int]  # red, green, blue, alpha
Point = tuple[float, float]


class CannotConvert(Exception):
    """The PDF draws something that has no counterpart here."""


@dataclass(frozen=True)
class Look:
    """How letters look: PostScript name of the type, size (mm), colour, and width of the pen around them (0: none)."""

    font: str
    size: float
    colour: Colour
    pen: float


@dataclass
class Text:
    """Letters on one baseline, with where each begins."""

    look: Look
    y: float
    characters: str
    xs: list[float]

    @property
    def font(self) -> str:
        return self.look.font


@dataclass(frozen=True)
class Drawing:
    """A path of (operator, points), with what it is drawn and filled with; None where it is not."""

    path: tuple[tuple[str, tuple[Point, ...]], ...]
    line: Colour | None
    line_width: float
    area: Colour | None
    is_even_odd: bool


@dataclass
class Page:
    width: float
    height: float
    drawings: list[Drawing] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def pages_of(content: bytes) -> list[Page]:
    with pypdfium2.PdfDocument(content) as document:
        return [_page(page) for page in document]


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    found = Page(width * MM, height * MM)
    for each in page.get_objects(max_depth=1):
        if each.type == pdfium.FPDF_PAGEOBJ_PATH:
            found.drawings.append(_drawing(each, height))
        elif each.type != pdfium.FPDF_PAGEOBJ_TEXT:
            raise CannotConvert(f"page object of type {each.type}")
    found.texts = list(_texts(page, height))
    return found


def _drawing(drawn: pypdfium2.PdfObject, height: float) -> Drawing:
    matrix = drawn.get_matrix()
    path: list[tuple[str, tuple[Point, ...]]] = []
    curve: list[Point] = []
    for number in range(pdfium.FPDFPath_CountSegments(drawn)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        right, up = matrix.on_point(x.value, y.value)
        point = (right * MM, (height - up) * MM)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curve.append(point)
            if len(curve) == 3:
                path.append(("B", tuple(curve)))
                curve = []
        else:
            path.append(("M" if kind == pdfium.FPDF_SEGMENT_MOVETO else "L", (point,)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            path.append(("C", ()))
    fill, is_stroked, pen = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, is_stroked)
    pdfium.FPDFPageObj_GetStrokeWidth(drawn, pen)
    if pdfium.FPDFPageObj_GetDashCount(drawn) > 0:
        raise CannotConvert("dashed line")
    return Drawing(
        path=tuple(path),
        line=_colour(pdfium.FPDFPageObj_GetStrokeColor, drawn) if is_stroked.value else None,
        line_width=pen.value * hypot(matrix.a, matrix.b) * MM,
        area=_colour(pdfium.FPDFPageObj_GetFillColor, drawn) if fill.value else None,
        is_even_odd=fill.value == pdfium.FPDF_FILLMODE_ALTERNATE,
    )


def _texts(page: pypdfium2.PdfPage, height: float) -> Iterator[Text]:
    """Yield the texts as the PDF has them: what stands in two cells of a table is two texts, however close."""
    textpage = page.get_textpage()
    text: Text | None = None
    before = None
    for index, character in _characters(textpage):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        right, down = x.value * MM, (height - y.value) * MM
        drawn = pdfium.FPDFText_GetTextObject(textpage, index)
        which = ctypes.cast(drawn, ctypes.c_void_p).value
        if text and which == before and abs(text.y - down) < SAME_LINE and right > text.xs[-1]:
            text.characters += character
            text.xs.append(right)
            continue
        if text:
            yield text
        text, before = Text(_look(drawn, textpage, index), down, character, [right]), which
    if text:
        yield text


def _characters(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Yield each character with its number in the page; pdfium counts the halves of one beyond U+FFFF apart."""
    first_half = 0
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        # pdfium adds spaces and line ends of its own between texts; they are not on the page.
        if code in NOT_TEXT or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            first_half = code
        elif 0xDC00 <= code < 0xE000:
            yield index, chr(0x10000 + ((first_half - 0xD800) << 10) + (code - 0xDC00))
        else:
            yield index, "-" if code == HYPHEN else chr(code)


def _look(drawn: Any, textpage: pypdfium2.PdfTextPage, index: int) -> Look:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    if abs(matrix.b) > 0.001 or abs(matrix.c) > 0.001 or abs(matrix.a - matrix.d) > 0.001 * abs(matrix.a):
        raise CannotConvert("turned or stretched text")
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(drawn), name, len(name))
    pen = ctypes.c_float()
    if pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
        pdfium.FPDFPageObj_GetStrokeWidth(drawn, pen)
    return Look(
        font=name.value.decode("utf-8", "replace").rpartition("+")[2].removesuffix("-Identity-H"),
        size=round(pdfium.FPDFText_GetFontSize(textpage, index) * matrix.a * MM, 3),
        colour=_colour(pdfium.FPDFPageObj_GetFillColor, drawn),
        pen=round(pen.value * MM, 3),
    )


def _colour(ask: Callable[..., Any], drawn: Any) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(drawn, *parts):
        raise CannotConvert("pattern instead of a colour")
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha
