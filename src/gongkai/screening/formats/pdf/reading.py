"""The text of a PDF line by line, read from the public copy itself: what is checked is what goes out."""

import ctypes
import io
import statistics

import pypdfium2
import pypdfium2.raw as raw

from ...enums import Kind
from ...findings import Document, Hidden, Passage, Place, Unread
from .. import reading_pictures
from . import engine
from .drawing import Box, Drawn, Glyph, Page, area_of, overlap
from .opening import refusing_what_breaks
from .visibility import FEW_LETTERS, SCAN_SHARE, covers_on_scan, judge, scan_of

LEAST_PICTURE = 40  # dots on a side: smaller ones are bullets and ornaments
LEAST_ON_PAGE = 20.0  # points
MANY_DRAWINGS = 30  # on a page without text: letters turned into curves, or a map
STRANGE_SHARE = 0.02
STRANGE_LETTERS = 5
LARGER = 1.1  # than the text, for a line to be a title
OCR_SHARPER = 2.0  # times the usual scale: 216 dots an inch
RECOGNISED = "图片文字"
MOST_RECOGNISED = 40  # pages: each takes two to three seconds, and the sandbox does not wait for ever
PAGE_OF_PICTURES = "这一页是扫描件或整页图片，没有可以检查的文字。"
PAGE_OF_CURVES = "这一页只有图形，文字可能已经转成曲线，系统读不出来。"
PAGE_OF_SIGNS = "这一页的字体没有文字编码，系统读出来的和看到的不一样。"
PICTURES_ON_PAGE = "这一页上有图片，图片里的文字系统读不出来。"


def read_copy(content: bytes, painted_over: list[list[Box]]) -> Document:
    """Read the copy; ``painted_over`` are, page by page, boxes that only the original draws."""
    with refusing_what_breaks():
        pdf = engine.opened(content)
        try:
            return _read(pdf, painted_over)
        finally:
            pdf.close()


def _read(pdf: pypdfium2.PdfDocument, painted_over: list[list[Box]]) -> Document:
    document = Document(pages=len(pdf))
    seen: set[tuple[int, ...]] = set()
    for number, boxes in enumerate(painted_over, start=1):
        handle = pdf[number - 1]
        page = Page.of(handle)
        judge(page, boxes)
        _passages(page, number, document)
        document.hidden += _hidden(page, number)
        _pictures(page, number, document, seen)
        if number == 1:
            document.title = _title(page)
        handle.close()
    return document


def _passages(page: Page, number: int, document: Document) -> None:
    for index, line in enumerate(page.lines, start=1):
        text = _text(line)
        if text:
            document.passages.append(Passage(text, Place(page=number, part=f"第{index}行")))


def _text(line: list[Glyph]) -> str:
    return "".join(each.text for each in line if each.state == "shown").strip()


def _hidden(page: Page, number: int) -> list[Hidden]:
    found = []
    for state, kind, what in (
        ("covered", Kind.COVERED_TEXT, "色块或图片下面有 {count} 个字，在距页面顶端约 {down}% 处"),
        ("invisible", Kind.INVISIBLE_TEXT, "有 {count} 个看不见的字，在距页面顶端约 {down}% 处"),
    ):
        letters = [
            each for line in page.lines for each in line if each.state == state and each.text.isalnum()
        ]
        if letters:
            bottom, top = page.box[1], page.box[3]
            down = 100 * (top - letters[0].box[3]) / max(1.0, top - bottom)
            words = what.format(count=len(letters), down=min(100, max(0, round(down))))
            found.append(Hidden(kind, Place(page=number), words, removable=False))
    return found


def _pictures(page: Page, number: int, document: Document, seen: set[tuple[int, ...]]) -> None:
    """Say what nobody read on this page, or have it read where recognition is installed."""
    place = Place(page=number)
    letters = sum(len(_text(line)) for line in page.lines)
    if page.unmapped >= STRANGE_LETTERS and page.unmapped > STRANGE_SHARE * letters:
        document.unread.append(Unread(Kind.UNREAD_PAGE, place, PAGE_OF_SIGNS))
        return
    images = [each for each in page.objects if each.kind == raw.FPDF_PAGEOBJ_IMAGE]
    scan = scan_of(page)
    tiled = sum(area_of(overlap(each.box, page.box)) for each in images) >= SCAN_SHARE * page.area
    if (scan or tiled) and letters < FEW_LETTERS:
        count = covers_on_scan(page, scan) if scan else 0
        if count:
            what = f"扫描图上盖了 {count} 处色块，色块下面的图还是完整的"
            document.hidden.append(Hidden(Kind.COVERED_TEXT, place, what, removable=False))
        _recognise_or(Unread(Kind.UNREAD_PAGE, place, PAGE_OF_PICTURES), page, document)
    elif any([_is_new(each, page, seen) for each in images if each is not scan]):  # all are remembered
        _recognise_or(Unread(Kind.UNREAD_PICTURE, place, PICTURES_ON_PAGE), page, document)
    elif not letters and len(page.objects) >= MANY_DRAWINGS:
        _recognise_or(Unread(Kind.UNREAD_PAGE, place, PAGE_OF_CURVES), page, document)


def _is_new(image: Drawn, page: Page, seen: set[tuple[int, ...]]) -> bool:
    """Say whether this is a picture worth reading that was not on an earlier page: a letterhead is on each."""
    box = overlap(image.box, page.box)
    if box is None or min(box[2] - box[0], box[3] - box[1]) < LEAST_ON_PAGE:
        return False
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(image.handle, width, height)
    if min(width.value, height.value) < LEAST_PICTURE:
        return False
    size = raw.FPDFImageObj_GetImageDataRaw(image.handle, None, 0)
    sign = (width.value, height.value, size, *(round(side) for side in image.box))
    if sign in seen:
        return False
    seen.add(sign)
    return True


def _recognise_or(unread: Unread, page: Page, document: Document) -> None:
    recognised = {each.place.page for each in document.passages if each.place.part.startswith(RECOGNISED)}
    if not reading_pictures.available() or len(recognised) >= MOST_RECOGNISED:
        document.unread.append(unread)
        return
    known = {passage.text for passage in document.passages if passage.place.page == unread.place.page}
    picture = io.BytesIO()
    page.picture(page.scale * OCR_SHARPER).save(picture, "PNG")
    for index, line in enumerate(reading_pictures.read(picture.getvalue()), start=1):
        if line.text not in known:
            place = Place(page=unread.place.page, part=f"{RECOGNISED}第{index}行")
            document.passages.append(Passage(line.text, place, boxes=line.boxes))


def _title(page: Page) -> str:
    """Return the largest lines among the first of page one: of an official document, its title."""
    lines = [(_size(line), _text(line)) for line in page.lines[:20] if len(_text(line)) >= 4]
    if not lines:
        return ""
    largest = max(size for size, _ in lines)
    if largest < LARGER * statistics.median(size for size, _ in lines):
        return lines[0][1][:200]
    title = ""
    for size, text in lines:
        if size >= 0.93 * largest:
            title += text
        elif title:
            break
    return title[:200]


def _size(line: list[Glyph]) -> float:
    heights = [each.box[3] - each.box[1] for each in line if each.state == "shown" and each.text.isalnum()]
    return statistics.median(heights) if heights else 0.0
