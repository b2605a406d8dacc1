"""Attacking PDFs: text, content streams, fonts, every object and stream, older revisions, pixels under marks. Pure."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from ..layer import without_notices
from ..marks import Mark
from .leaks import Leak, Secrets
from .pdf_fonts import characters_known
from .pdf_pages import attack_pages
from .pdf_streams import streams_of, texts_drawn
from .pictures import attack_picture

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
DEEPEST = 50  # arrays in arrays
# What a burned copy must not have: each of these is a place where originals live on.
MUST_NOT_BE = {
    "/Metadata": "文件属性",
    "/Info": "文件属性",
    "/ID": "文件编号",
    "/Annots": "批注或表单",
    "/AcroForm": "表单",
    "/Outlines": "书签",
    "/StructTreeRoot": "结构标记",
    "/ActualText": "替代文字",
    "/Alt": "替代文字",
    "/Names": "名称表",
    "/EmbeddedFiles": "嵌入的文件",
    "/EF": "嵌入的文件",
    "/AF": "嵌入的文件",
    "/Thumb": "页面缩略图",
    "/PieceInfo": "软件的私有数据",
    "/OCProperties": "图层",
    "/OpenAction": "自动执行的动作",
    "/AA": "自动执行的动作",
    "/JS": "脚本",
    "/Encrypt": "加密",
    "/Dests": "跳转目标",
    "/PageLabels": "页码标签",
}

# Names and strings of every burned copy; they come from the format and say nothing.
OF_THE_FORMAT = frozenset(
    "/Ascent /BaseFont /BitsPerComponent /BlackIs1 /CCITTFaxDecode /CIDFontType2 /CIDSystemInfo /CIDToGIDMap "
    "/CapHeight /Catalog /ColorSpace /Columns /Contents /Count /DCTDecode /DW /DecodeParms /DescendantFonts "
    "/Descent /DeviceGray /DeviceRGB /Encoding /F /Filter /FlateDecode /Flags /Font /FontBBox /FontDescriptor "
    "/FontFile2 /FontName /Height /Identity-H /Image /Indexed /ItalicAngle /K /Kids /Lang /Length /Length1 "
    "/MediaBox /Ordering /P /Page /Pages /Parent /Registry /Resources /Root /Rows /Size /Squares /StemV /Subtype "
    "/Supplement /ToUnicode /Type /Type0 /W /Width /XObject Adobe Identity zh-CN".split()
)


def attack_pdf(path: Path, sought: Secrets, marks: Sequence[Mark] | None) -> list[Leak]:
    leaks, shown = attack_pages(path, sought, marks)
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as document:
            if document.get_warnings():
                leaks.append(Leak("文件", "文件结构有错误，系统不能确认没有泄露。"))
            leaks += _attack_objects(document, sought, shown)
            if marks is not None:
                leaks += _attack_structure(document)
    except pikepdf.PdfError:
        leaks.append(Leak("文件", "文件结构读不通，系统不能确认没有泄露。"))
    data = path.read_bytes()
    leaks += sought.in_bytes(data, "文件的原始字节", is_compressed=True)
    if marks is not None and (
        not data.startswith(b"%PDF-") or data.count(b"startxref") != 1 or not data.endswith(b"%%EOF\n")
    ):
        leaks.append(Leak("文件", "文件里还有别的版本或多余的数据。"))
    return leaks


def _attack_objects(document: pikepdf.Pdf, sought: Secrets, shown: set[str]) -> Iterator[Leak]:
    for number, page in enumerate(document.pages, start=1):
        texts, unread = texts_drawn(page)
        if unread:
            yield Leak(f"第{number}页的绘图指令", "有文字系统解不出来，不能确认没有泄露。")
        yield from sought.in_lines(list(map(without_notices, texts)), f"第{number}页的绘图指令", number)
    yield from _attack_strings(document, sought)
    for where, data, kind in streams_of(document):
        if data is None:
            yield Leak(where, "这部分数据系统解不开，不能确认没有泄露。")
        elif kind == "jpeg":
            yield from attack_picture(data, sought, None, where)
        else:
            yield from sought.in_bytes(data, where, is_compressed=kind == "pixels")
    for where, known in characters_known(document):
        if known is None:
            yield Leak(where, "字体读不通，不能确认没有泄露。")
        else:
            yield from sought.in_characters(known, shown, where)


def _attack_strings(document: pikepdf.Pdf, sought: Secrets) -> Iterator[Leak]:
    texts: set[str] = set()
    for part in _parts(document):
        text = str(part)
        if not CONTROL.search(text):
            texts.add(text)
        elif isinstance(part, pikepdf.String):  # a palette, a digest
            yield from sought.in_bytes(bytes(part), "文件内部的数据")
    yield from sought.in_texts(sorted(texts - OF_THE_FORMAT), "文件内部的文字（属性、书签、批注等）")


def _attack_structure(document: pikepdf.Pdf) -> Iterator[Leak]:
    keys = {str(part) for part in _parts(document) if isinstance(part, str)}
    for key, name in MUST_NOT_BE.items():
        if key in keys:
            yield Leak("文件结构", f"公开副本里不应该有{name}，原来的内容可能在里面。")


def _parts(document: pikepdf.Pdf) -> Iterator[str | pikepdf.String | pikepdf.Name]:
    """Yield the keys (as str), strings and names of all objects, also of those that no page leads to."""
    for found in [*document.objects, document.trailer]:
        yield from _parts_of(found, 0)


def _parts_of(found: object, depth: int) -> Iterator[str | pikepdf.String | pikepdf.Name]:
    if depth > DEEPEST:
        return
    if isinstance(found, pikepdf.String | pikepdf.Name):
        yield found
        return
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from found.keys()
        values = [value for _, value in found.items()]
    else:
        values = list(found) if isinstance(found, pikepdf.Array) else []
    for value in values:
        if not getattr(value, "is_indirect", False):  # an object of its own, looked at by itself
            yield from _parts_of(value, depth + 1)
