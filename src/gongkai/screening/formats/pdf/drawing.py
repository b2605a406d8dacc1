"""What a page draws, in the order in which it is drawn, as PDFium sees it: letters, areas and pictures."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from ...findings import Unreadable
from .letters import ORDINARY, Shadows

MOST_OBJECTS = 200_000  # on one page
DEEPEST = 12  # of drawings inside drawings
MOST_PIXELS = 6_000_000
SCALE = 1.5  # 108 dots an inch: a stroke of type of five points is half a dot, and leaves its trace
OPAQUE = 250
BREAKS = {10, 13}
HYPHENS = {0x02, 0xFFFE}  # how PDFium marks a hyphen at the end of a line

Box = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True, eq=False)
class Glyph:
    text: str
    box: Box
    order: int  # of the object that draws it; -1 for a space that PDFium inferred
    state: str = "shown"  # or "covered", "invisible"


@dataclass(slots=True, eq=False)
class Drawn:
    kind: int
    handle: object
    order: int
    box: Box
    opaque: bool  # paints over what lies below it


@dataclass(eq=False)
class Page:
    """One page with all that is needed to judge what can be seen of it."""

    page: pypdfium2.PdfPage
    box: Box
    objects: list[Drawn] = field(default_factory=list)
    lines: list[list[Glyph]] = field(default_factory=list)
    unmapped: int = 0  # letters whose code says nothing

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> "Page":
        page.set_rotation(0)  # boxes are told in the page's own directions
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, bounds)
        self = cls(page, (bounds.left, bounds.bottom, bounds.right, bounds.top))
        self._collect(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, PLAIN, 0)
        self._read()
        return self

    @property
    def area(self) -> float:
        return max(1.0, (self.box[2] - self.box[0]) * (self.box[3] - self.box[1]))

    @property
    def scale(self) -> float:
        return min(SCALE, (MOST_PIXELS / self.area) ** 0.5)

    def picture(self, scale: float = 0.0) -> Image.Image:
        bitmap = self.page.render(scale=scale or self.scale, may_draw_forms=False, draw_annots=False)
        picture = bitmap.to_pil()
        return picture if picture.mode == "RGB" else picture.convert("RGB")

    def without(self, hidden: list[Drawn]) -> Image.Image:
        """Draw the page as if these objects were not on it."""
        for each in hidden:
            raw.FPDFPageObj_SetIsActive(each.handle, False)
        picture = self.picture()
        for each in hidden:
            raw.FPDFPageObj_SetIsActive(each.handle, True)
        return picture

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Return the rectangle of the drawn page that ``box`` touches, at least one dot wide."""
        scale = self.scale
        left, top = int((box[0] - self.box[0]) * scale), int((self.box[3] - box[3]) * scale)
        right, bottom = (box[2] - self.box[0]) * scale, (self.box[3] - box[1]) * scale
        return left, top, max(left + 1, int(right + 0.999)), max(top + 1, int(bottom + 0.999))

    def _collect(self, holder: object, count: object, get: object, matrix: Matrix, depth: int) -> None:
        for index in range(count(holder)):
            handle = get(holder, index)
            kind = raw.FPDFPageObj_GetType(handle)
            if len(self.objects) > MOST_OBJECTS:
                raise Unreadable(
                    "这个 PDF 有一页图形太复杂，系统不能检查。请用 WPS 或 Adobe 软件打开，"
                    "用“打印到 PDF”重新生成后再上传。"
                )
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if depth < DEEPEST:
                    own = raw.FS_MATRIX()
                    raw.FPDFPageObj_GetMatrix(handle, own)
                    inner = _combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
                    self._collect(
                        handle, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1
                    )
                continue
            order = len(self.objects)
            self.objects.append(Drawn(kind, handle, order, _box_of(handle, matrix), _is_opaque(handle, kind)))

    def _read(self) -> None:
        text = self.page.get_textpage()
        orders = {
            ctypes.cast(each.handle, ctypes.c_void_p).value: each.order
            for each in self.objects
            if each.kind == raw.FPDF_PAGEOBJ_TEXT
        }
        shadows = Shadows()
        line: list[Glyph] = []
        sides = [ctypes.c_double() for _ in range(4)]
        high = 0
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, index)
            if code in BREAKS:
                if line:
                    self.lines.append(line)
                line = []
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high:
                code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
            handle = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value
            raw.FPDFText_GetCharBox(text, index, *sides)
            left, right, bottom, top = (side.value for side in sides)
            letter = "-" if code in HYPHENS else chr(code) if 32 <= code < 0x110000 else ""
            letter = ORDINARY.get(letter, letter)
            if shadows.holds(letter, (left, bottom, right, top)):
                continue
            self.unmapped += _says_nothing(code) or raw.FPDFText_HasUnicodeMapError(text, index) == 1
            line.append(Glyph(letter, (left, bottom, right, top), orders.get(handle, -1)))
        if line:
            self.lines.append(line)


def overlap(one: Box, other: Box) -> Box | None:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left < right and bottom < top else None


def area_of(box: Box | None) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0.0


def holds_centre(box: Box, glyph: Box) -> bool:
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _says_nothing(code: int) -> bool:
    """Codes for private use name no letter, but for those in which symbol fonts keep their bullets."""
    return code in {0, 0xFFFD} or 0xE000 <= code < 0xF000 or 0xF100 <= code < 0xF900


def _combined(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )


def _box_of(handle: object, matrix: Matrix) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    if matrix == PLAIN:
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = matrix
    corners = [(x.value, y.value) for x in (left, right) for y in (bottom, top)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return min(across), min(up), max(across), max(up)


def _is_opaque(handle: object, kind: int) -> bool:
    if kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
        return True  # whether it lets something through is seen when it is drawn
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not fill.value or raw.FPDFPageObj_HasTransparency(handle):
        return False
    colour = [ctypes.c_uint() for _ in range(4)]
    # Areas filled with a pattern have no colour; they may cover all the same.
    return not raw.FPDFPageObj_GetFillColor(handle, *colour) or colour[3].value >= OPAQUE
