"""
Pages of a PDF as a reader sees them: how large, and where each character stands. Pure.

Everything is told in points from the top left corner of the displayed page, y downwards, with the page's turn and
crop applied, so that marks, pictures and characters speak of the same place.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ..findings import Unreadable
from ..formats.pdf import engine

MOST_PAGES = 2_000
CANNOT_OPEN = (
    "这个 PDF 打不开，可能设了密码或者已经损坏，不能遮盖。请用 WPS 或 Adobe 软件打开后另存一份，再上传。"
)
NO_PAGES = "这个 PDF 里没有页面，不能遮盖。请换一份能打开的文件。"
TOO_MANY_PAGES = f"这个 PDF 超过{MOST_PAGES}页，不能一次遮盖。请拆成几个文件，再分别上传。"
LEAST_SIDE, MOST_SIDE = 1.0, 15_000.0  # points; a page outside is no page
BAD_PAGE = "第{page}页的页面大小不正常，不能遮盖。请用 WPS 或 Adobe 软件打开后打印成新的 PDF，再上传。"

EXACT = 1 << 24  # device units a page is measured in, to get fractions out of whole numbers
SPAN = 1_000.0
NO_CHARACTER = frozenset({0, 2, 0xFFFE, 0xFFFF})  # not mapped to Unicode; 2 is a line-end hyphen
FIRST_HALVES, SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
ABOVE_BASELINE, BELOW_BASELINE = 0.88, 0.14  # of the size: the square a Chinese character is drawn in
NEARLY_STRAIGHT = 0.95


@dataclass(frozen=True)
class Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def share_under(self, other: "Rectangle") -> float:
        """Return how much of this ``other`` covers, from 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height) / self.area if self.area > 0 else 0.0

    def touches(self, other: "Rectangle", margin: float = 0.0) -> bool:
        return (
            self.left < other.right + margin
            and other.left - margin < self.right
            and self.top < other.bottom + margin
            and other.top - margin < self.bottom
        )

    def united(self, other: "Rectangle") -> "Rectangle":
        return Rectangle(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Character:
    """One character of a page. ``ink`` is what is drawn, ``cell`` the square set aside for it."""

    text: str
    ink: Rectangle
    cell: Rectangle
    x: float  # where its baseline begins
    y: float
    across: float  # the direction of writing, as a unit vector
    down: float
    size: float
    is_made_up: bool  # by the reader: a space in a gap, the end of a line
    is_invisible: bool  # drawn with render mode 3: the text that OCR puts behind a scan
    drawn_by: int  # the address of its text object; 0 for made-up ones


@dataclass(frozen=True)
class Turn:
    """From the coordinates inside the file to those of the displayed page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def rectangle(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return Rectangle(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open the PDF at ``path`` with its form fields, so that seals and filled fields are drawn. Raises Unreadable."""
    try:
        document = engine.opened(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise Unreadable(CANNOT_OPEN) from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable(TOO_MANY_PAGES)
        if not len(document):
            raise Unreadable(NO_PAGES)
        document.init_forms()
        yield document
    finally:
        document.close()


@contextmanager
def page_of(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    """Open page ``number``, counted from 1."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"第{number}页读不出来，不能遮盖。请用 WPS 打开文件后另存一份，再上传。") from error
    try:
        if not all(LEAST_SIDE <= side <= MOST_SIDE for side in page.get_size()):
            raise Unreadable(BAD_PAGE.format(page=number))
        yield page
    finally:
        page.close()


def turn_of(page: pypdfium2.PdfPage) -> Turn:
    width, height = page.get_size()

    def shown(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, EXACT, EXACT, 0, x, y, across, down)
        return across.value / EXACT * width, down.value / EXACT * height

    (e, f), (right_x, right_y), (up_x, up_y) = shown(0, 0), shown(SPAN, 0), shown(0, SPAN)
    return Turn((right_x - e) / SPAN, (right_y - f) / SPAN, (up_x - e) / SPAN, (up_y - f) / SPAN, e, f)


def characters(page: pypdfium2.PdfPage) -> list[Character]:
    """Return the characters of ``page`` in the order they are read; ends of lines are made-up "\\n"s."""
    turn = turn_of(page)
    text = page.get_textpage()
    try:
        found = (_character(text, at, turn) for at in range(text.count_chars()))
        return [each for each in found if each is not None]
    finally:
        text.close()


def lines(found: list[Character]) -> list[list[Character]]:
    """Part the characters of a page into lines."""
    parted: list[list[Character]] = [[]]
    for character in found:
        if character.text in "\r\n":
            parted.append([])
        else:
            parted[-1].append(character)
    return [line for line in parted if line]


def _character(text: pypdfium2.PdfTextPage, at: int, turn: Turn) -> Character | None:
    code = _code(text, at)
    if code is None:
        return None
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    ink = turn.rectangle(left.value, bottom.value, right.value, top.value)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    across, down, scale = _direction(text, at, turn)
    size = pdfium.FPDFText_GetFontSize(text, at) * scale
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, loose)
    room = turn.rectangle(loose.left, loose.bottom, loose.right, loose.top)
    origin_x, origin_y = turn.point(x.value, y.value)
    drawn = pdfium.FPDFText_GetTextObject(text, at)
    return Character(
        text=chr(code),
        ink=ink,
        cell=_cell(ink, room, origin_x, origin_y, across, down, size),
        x=origin_x,
        y=origin_y,
        across=across,
        down=down,
        size=size,
        is_made_up=pdfium.FPDFText_IsGenerated(text, at) == 1,
        is_invisible=bool(drawn)
        and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        drawn_by=ctypes.cast(drawn, ctypes.c_void_p).value or 0,
    )


def _code(text: pypdfium2.PdfTextPage, at: int) -> int | None:
    """Return the character's number in Unicode. PDFium tells rare ones in two halves, in the same place."""
    code = pdfium.FPDFText_GetUnicode(text, at)
    if code in FIRST_HALVES:
        second = pdfium.FPDFText_GetUnicode(text, at + 1)
        if second in SECOND_HALVES:
            return 0x10000 + (code - FIRST_HALVES.start) * 0x400 + second - SECOND_HALVES.start
        return None
    if code in NO_CHARACTER or code in SECOND_HALVES or code > 0x10FFFF:
        return None
    return code


def _direction(text: pypdfium2.PdfTextPage, at: int, turn: Turn) -> tuple[float, float, float]:
    """Return the direction in which a character is written, and how much its font is enlarged."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, at, matrix):
        return 1.0, 0.0, 1.0
    across = turn.a * matrix.a + turn.c * matrix.b
    down = turn.b * matrix.a + turn.d * matrix.b
    up_x, up_y = turn.a * matrix.c + turn.c * matrix.d, turn.b * matrix.c + turn.d * matrix.d
    length = math.hypot(across, down)
    if not length:
        return 1.0, 0.0, 1.0
    return across / length, down / length, math.hypot(up_x, up_y) or length


def _cell(
    ink: Rectangle, room: Rectangle, x: float, y: float, across: float, down: float, size: float
) -> Rectangle:
    """
    The square of a character. What is drawn of “一” is a thin line: a box around that would tell what it hides, and
    the height that fonts claim for a line reaches into the lines above and below.
    """
    above, below = ABOVE_BASELINE * size, BELOW_BASELINE * size
    if across > NEARLY_STRAIGHT:
        square = Rectangle(room.left, y - above, room.right, y + below)
    elif across < -NEARLY_STRAIGHT:
        square = Rectangle(room.left, y - below, room.right, y + above)
    elif down > NEARLY_STRAIGHT:
        square = Rectangle(x - below, room.top, x + above, room.bottom)
    elif down < -NEARLY_STRAIGHT:
        square = Rectangle(x - above, room.top, x + below, room.bottom)
    else:
        square = room
    return square.united(ink)
