"""
DOCX as blocks, read from its XML without the macros, links and leftovers that a word processor would act on.

Deleted text (修订) is left out and inserted text is kept, as a reader who accepts the changes sees it.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import partial

from lxml import etree
from PIL import Image

from ..content import Unreadable
from .blocks import LONGEST_CELL_TEXT, Block, Paragraph, Picture, Source, Spanning, TooLarge, grid
from .rasters import MOST_BYTES, raster

BROKEN = "这个 Word 文件不完整或已经损坏，打不开。请在 Word 或 WPS 里重新保存为 DOCX 后再上传。"
LOCKED = "这个 Word 文件设了打开密码，系统读不了。请去掉密码后再上传。"
BODY = re.compile(r"word/document\d{0,2}\.xml")
MOST_UNPACKED = 30_000_000  # bytes of the main part; a report has less than two million
MOST_TAGS = 600_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "rPr", "pPr", "tblPr", "tcPr", "trPr", "instrText", "delText")
) | {f"{COMPATIBILITY}Fallback"}
PICTURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
DEEPEST = 200


def read(data: bytes) -> Source:
    """Return the blocks of the main part of a DOCX file, or raise Unreadable."""
    part, content = _body(data)
    root = _root(content)
    body = root.find(f"{W}body")
    if body is None:
        raise Unreadable(BROKEN)
    reader = _Reader(data, part)
    reader.over(body, 0)
    return Source(reader.blocks)


def _body(data: bytes) -> tuple[str, bytes]:
    """Return the name of the main part and the part, never more of it than a report can be: the sizes in the archive may lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = next(each for each in archive.infolist() if BODY.fullmatch(each.filename))
            if member.flag_bits & 1:
                raise Unreadable(LOCKED)
            if member.file_size > MOST_UNPACKED:
                raise TooLarge
            with archive.open(member) as file:
                content = file.read(MOST_UNPACKED + 1)
    except (TooLarge, Unreadable):
        raise
    except Exception as error:  # each way of packing has its own error for a damaged stream
        raise Unreadable(BROKEN) from error
    if len(content) > MOST_UNPACKED:
        raise TooLarge
    return member.filename, content


def _raster(data: bytes, part: str, relation: str) -> Image.Image | None:
    """Return the picture that ``part`` calls ``relation``, or None where it is not in the file or cannot be read."""
    folder, _, name = part.rpartition("/")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            relations = _root(_member(archive, f"{folder}/_rels/{name}.rels"))
            targets = {each.get("Id"): each.get("Target") or "" for each in relations.iter("{*}Relationship")}
            target = targets[relation]
            path = target[1:] if target.startswith("/") else f"{folder}/{target}"
            return raster(_member(archive, path))
    except Exception:  # as in _body; and a picture that is only named leads nowhere
        return None


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(MOST_BYTES + 1)


def _root(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if content.count(b"<") > MOST_TAGS:
        raise TooLarge
    content = content.replace(STRICT[1:-1].encode(), W[1:-1].encode())
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable(BROKEN)
    return root


class _Reader:
    def __init__(self, data: bytes, part: str) -> None:
        self.data, self.part = data, part
        self.blocks: list[Block] = []
        self.tables = 0

    def over(self, parent: etree._Element, depth: int) -> None:
        """Add the paragraphs, tables and pictures under ``parent`` in order."""
        if depth > DEEPEST:
            raise TooLarge
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag not in SKIPPED:
                self.over(child, depth + 1)

    def _paragraph(self, paragraph: etree._Element) -> None:
        text, pictures = _text(paragraph)
        for line in text.split("\n"):
            if line.strip():
                self.blocks.append(Paragraph(" ".join(line.split())))
        for relation in pictures:
            load = partial(_raster, self.data, self.part, relation) if relation else None
            self.blocks.append(Picture(load=load))

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = [list(_cells(row)) for row in _children(table, "tr")]
        longest = max((len(cell.text) for row in rows for cell, _ in row), default=0)
        is_pictures = not longest and any(cell.has_picture for row in rows for cell, _ in row)
        # It only arranges the page.
        if is_pictures or table.find(f".//{W}tbl") is not None or longest > LONGEST_CELL_TEXT:
            for cell in _children(table, "tc"):
                self.over(cell, depth + 1)
            return
        self.tables += 1
        laid = grid(_merged(rows), number=self.tables)
        if laid.rows:
            self.blocks.append(laid)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the ``name`` elements under ``parent``, through content controls and kept insertions."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}{name}":
            yield element
        elif element.tag not in SKIPPED:
            waiting += reversed(element)


def _cells(row: etree._Element) -> Iterator[tuple[Spanning, str]]:
    """Yield the cells of a row with their vertical merge: “” for none, “restart” or “continue”."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    if before is not None:
        yield Spanning("", _number(before)), ""
    for cell in _children(row, "tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        lines, has_picture = [], False
        for paragraph in _children(cell, "p"):
            text, pictures = _text(paragraph)
            has_picture |= bool(pictures)
            if text.strip():
                lines.append("\n".join(" ".join(line.split()) for line in text.strip().split("\n")))
        kind = "" if merge is None else merge.get(f"{W}val") or "continue"
        yield Spanning("\n".join(lines), _number(span), 1, has_picture), kind


def _number(element: etree._Element | None) -> int:
    value = (element.get(f"{W}val") or "") if element is not None else ""
    return max(1, min(int(value), 200)) if value.isdecimal() and len(value) < 9 else 1


def _merged(rows: list[list[tuple[Spanning, str]]]) -> list[list[Spanning]]:
    """Turn vertical merges, which are written once a row, into spans."""
    result: list[list[Spanning]] = []
    open_at: dict[int, tuple[int, int]] = {}  # by column: where the cell that goes on stands
    for row in rows:
        laid: list[Spanning] = []
        column = 1
        still_open: dict[int, tuple[int, int]] = {}
        for cell, kind in row:
            at = open_at.get(column)
            if kind == "continue" and at is not None and not cell.text:
                above = result[at[0]][at[1]]
                result[at[0]][at[1]] = Spanning(above.text, above.columns, above.rows + 1, above.has_picture)
                still_open[column] = at
            else:
                laid.append(cell)
                if kind:
                    still_open[column] = (len(result), len(laid) - 1)
            column += cell.columns
        open_at = still_open
        result.append(laid)
    return result


def _text(paragraph: etree._Element) -> tuple[str, list[str]]:
    """
    Return what a paragraph prints, with “\\n” for its line breaks, and the pictures in it by the names of their
    relations, “” for one that has none.
    """
    pieces: list[str] = []
    pictures: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in SKIPPED:
            continue
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif element.tag == f"{W}tab":
            pieces.append("\t")
        elif element.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        if element.tag in PICTURES:
            pictures.append(_relation(element))
        waiting += reversed(element)
    return "".join(pieces), pictures


def _relation(drawing: etree._Element) -> str:
    """Return the name of the relation to the picture file that ``drawing`` shows, or “”."""
    for element in drawing.iter("{*}blip", "{*}imagedata"):
        for name, value in element.attrib.items():
            if etree.QName(name).localname in ("embed", "id") and etree.QName(name).namespace:
                return value
    return ""
