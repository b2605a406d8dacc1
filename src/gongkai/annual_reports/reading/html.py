"""
HTML of any content management system as blocks.

Word and WPS paste nested spans, ``<o:p>`` and line breaks into every cell; sites lay their pages out with tables; some
deliver the article as a string in a script. Only tables with short cells and no table inside are taken for tables.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

from lxml import etree
from PIL import Image

from ..content import Unreadable
from .blocks import (
    LONGEST_CELL_TEXT,
    Block,
    Paragraph,
    Picture,
    Source,
    Spanning,
    Table,
    TooLarge,
    grid,
)
from .headings import section_of
from .rasters import raster

BROKEN = "这个网页文件不完整或已经损坏，读不出内容。请重新保存网页后再上传。"
SILENT = frozenset("script style noscript template select option button head title iframe object svg".split())
BLOCK = frozenset(
    "p div section article header footer main li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th tbody thead "
    "caption center blockquote pre form fieldset nav aside figure br hr body html".split()
)
NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|submenu|breadcrumb|crumbs?|footer|foot|share|copyright|search|sidebar|weizhi)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
SAYS_SOMETHING = re.compile(r"[\d\u3400-\u9fff]")  # arrows, bullets and rests of scripts do not
WRAPPING = re.compile(r"</?(?:script|textarea|noscript|template|style)\b[^>]{0,2000}>", re.I)
MOST_TAGS = 300_000
DRAWN_IN = re.compile(  # pictures inside the page
    r"(?P<source>\bsrc\s*=\s*[\\\"']{0,4})?data:[\w/+.-]{1,60};base64,(?P<content>[\w/+=\s%-]{100,})"
)
META_TITLES = ("articletitle", "og:title", "title")
TYPED = ("text", "number", "tel")  # kinds of input that show what they hold
FOOTNOTE = re.compile(r"\W?注?\s*[\d*※①-⑳]{1,3}\W?")
RULE = re.compile(r"([^{}]{1,500})\{([^{}]{1,2000})\}")
OF_CLASS = re.compile(
    r"(?:^|[\s>])[a-z]*\.([\w-]+)$", re.I
)  # the end of a selector; one with “:before” is not it
DISPLAY = re.compile(r"(?:^|[;{\s])display\s*:\s*(table|table-row|table-cell)\b(?!-)", re.I)
DRAWN_AS = {"table": "table", "table-row": "tr", "table-cell": "td"}


def read(text: str) -> Source:
    """Return the blocks of an HTML file, or raise Unreadable."""
    drawn: dict[str, str] = {}
    text = _unescaped(DRAWN_IN.sub(partial(_set_aside, drawn), text))
    if text.count("<") > MOST_TAGS:
        raise TooLarge
    source = _blocks(text, drawn)
    if not any(isinstance(block, Paragraph) and section_of(block.text) for block in source.blocks):
        source = _blocks(text, drawn, keeps_asides=True)
    if not _has_table(source) and "<td" in text.lower():
        inside = _blocks(WRAPPING.sub(" ", text), drawn)
        if _has_table(inside):
            inside.titles = source.titles or inside.titles
            return inside
    return source


def _has_table(source: Source) -> bool:
    return any(isinstance(block, Table) for block in source.blocks)


def _unescaped(text: str) -> str:
    """An article delivered as a string of JavaScript or JSON: undo its escapes."""
    if not re.search(r"<t[dr][^<>]{0,300}\\\"", text):
        return text
    text = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r"[\ud800-\udfff]", "", text)
    return re.sub(r"\\+([\"'/])", r"\1", re.sub(r"\\+[nrt]", " ", text))


def _set_aside(drawn: dict[str, str], found: re.Match[str]) -> str:
    """Keep a picture in ``drawn`` (its base64 by a short name) and leave the name; what no element shows is dropped."""
    if found["source"] is None:
        return ""
    name = f"drawn-{len(drawn)}"
    drawn[name] = found["content"]
    return found["source"] + name


def _raster(content: str) -> Image.Image | None:
    try:
        return raster(base64.b64decode(unquote(content)))
    except ValueError:
        return None


def _blocks(text: str, drawn: dict[str, str], *, keeps_asides: bool = False) -> Source:
    """Return the blocks; ``keeps_asides`` is for sites that name the article itself like their navigation."""
    # Parsed from bytes of our own making: what the page says of its encoding no longer holds.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.replace("\x00", "").encode(errors="ignore"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if root is None:
        raise Unreadable(BROKEN)
    if "table-cell" in text:
        _make_tables(root)
    return _Walk(drawn, keeps_asides).over(root)


@dataclass
class _Table:
    rows: list[list[Spanning]] = field(default_factory=list)
    cell: list[str] | None = None  # the text of the open cell
    spans: tuple[int, int] = (1, 1)
    has_picture: bool = False


class _Walk:
    """One pass over the tree, without recursion: a page may be nested as deep as it likes."""

    def __init__(self, drawn: dict[str, str], keeps_asides: bool) -> None:
        self.drawn = drawn
        self.keeps_asides = keeps_asides
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.tables: list[_Table] = []
        self.titles: list[str] = []
        self.heads: list[str] = []
        self.count = 0
        self.silent = 0
        self.aside = 0
        self.footnote: etree._Element | None = None  # the mark that is being passed over

    def over(self, root: etree._Element) -> Source:
        layouts = _layouts(root)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag
            if not isinstance(tag, str):
                self._add(element.tail if event == "end" else None)
                continue
            if event == "start":
                self._start(element, tag, element in layouts)
            else:
                self._end(element, tag, element in layouts)
        self._close_paragraph()
        return Source(self.blocks, [*self.titles, *self.heads])

    def _start(self, element: etree._Element, tag: str, is_layout: bool) -> None:
        if tag in ("input", "select") and (self.tables or _is_fixed(element)):
            self._add(_chosen(element))
        if tag == "sup" and self.tables and not self.footnote and self._is_footnote(element):
            self.footnote = element
            self.silent += 1
        self.silent += tag in SILENT
        self.aside += _is_aside(element, tag)
        if tag == "meta" and (element.get("name") or element.get("property") or "").lower() in META_TITLES:
            self.titles.append(element.get("content") or "")
        if tag == "title" and element.text:
            self.heads.append(element.text)
        if tag == "table" and not is_layout:
            self._close_paragraph()
            self.tables.append(_Table())
        elif self.tables:
            self._start_in_table(element, tag)
        elif tag == "img" and not self.silent:
            self._close_paragraph()
            content = self.drawn.get(element.get("src") or "")
            self.blocks.append(Picture(load=partial(_raster, content) if content else None))
        elif tag in BLOCK:
            self._close_paragraph()
        if tag == "h1" and not self.silent:
            self.heads.append(" ".join("".join(element.itertext()).split())[:200])
        self._add(element.text)

    def _start_in_table(self, element: etree._Element, tag: str) -> None:
        table = self.tables[-1]
        if tag == "tr":
            self._close_cell(table)
            table.rows.append([])
        elif tag in ("td", "th"):
            self._close_cell(table)
            table.cell = []
            table.spans = (_span(element.get("colspan")), _span(element.get("rowspan")))
            table.has_picture = False
        elif tag == "img" and not self.silent:
            table.has_picture = True
        elif tag in BLOCK and table.cell is not None:
            table.cell.append("\n")

    def _end(self, element: etree._Element, tag: str, is_layout: bool) -> None:
        if tag == "table" and not is_layout and self.tables:
            table = self.tables.pop()
            self._close_cell(table)
            self.count += 1
            rows = [row for row in table.rows if row]
            if rows:
                self.blocks.append(grid(rows, number=self.count))
        elif self.tables:
            if tag in ("td", "th", "tr"):
                self._close_cell(self.tables[-1])
            elif tag in BLOCK and self.tables[-1].cell is not None:
                self.tables[-1].cell.append("\n")
        elif tag in BLOCK:
            self._close_paragraph()
        if element is self.footnote:
            self.footnote = None
            self.silent -= 1
        self.silent -= tag in SILENT
        self.aside -= _is_aside(element, tag)
        self._add(element.tail)

    def _is_footnote(self, element: etree._Element) -> bool:
        """Whether a raised text is a mark behind the text of its cell: “474<sup>1</sup>” is not 4741."""
        before = "".join(self.tables[-1].cell or ()).strip()
        return bool(before) and FOOTNOTE.fullmatch("".join(element.itertext()).strip()) is not None

    def _add(self, text: str | None) -> None:
        if not text or self.silent:
            return
        if self.tables:
            if self.tables[-1].cell is not None:
                self.tables[-1].cell.append(text)
        elif self.keeps_asides or not self.aside:
            self.text.append(text)

    def _close_cell(self, table: _Table) -> None:
        if table.cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(table.cell).split("\n"))
        text = "\n".join(line for line in lines if line)
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(Spanning(text, table.spans[0], table.spans[1], table.has_picture))
        table.cell = None

    def _close_paragraph(self) -> None:
        if self.text:
            text = " ".join("".join(self.text).split())
            self.text.clear()
            if SAYS_SOMETHING.search(text):
                self.blocks.append(Paragraph(text))


def _is_fixed(element: etree._Element) -> bool:
    return element.get("readonly") is not None or element.get("disabled") is not None


def _chosen(element: etree._Element) -> str:
    """Return what an input or a select shows."""
    if element.tag == "input":
        return element.get("value", "") if element.get("type", "text").lower() in TYPED else ""
    options = list(element.iter("option"))
    chosen = [each for each in options if each.get("selected") is not None] or options
    return "".join(chosen[0].itertext()) if chosen else ""


def _make_tables(root: etree._Element) -> None:
    """Make tables of elements that style sheets in the page draw as tables of at least two cells."""
    kinds = _drawn_classes(root)
    found: list[tuple[etree._Element, str]] = []
    open_tables: list[list[tuple[etree._Element, str]]] = []
    in_cells = 0  # of real tables, in which such styles only place the text
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=etree.Element):
        is_cell = element.tag in ("td", "th")
        if event == "start":
            in_cells += is_cell
            kind = "" if in_cells else _drawn_as(element, kinds)
            if kind == "table":
                open_tables.append([])
            if kind and open_tables:
                open_tables[-1].append((element, kind))
        else:
            in_cells -= is_cell
            if open_tables and open_tables[-1][0][0] is element:
                parts = open_tables.pop()
                found += parts if sum(kind == "td" for _, kind in parts) > 1 else []
    for element, kind in found:
        element.tag = kind


def _drawn_classes(root: etree._Element) -> dict[str, str]:
    """Return what the classes of the page's own style sheets are drawn as, where that is a table or a part of one."""
    kinds: dict[str, str] = {}
    for sheet in root.iter("style"):
        for selectors, rules in RULE.findall(sheet.text or ""):
            if drawn := DISPLAY.search(rules):
                for selector in selectors.split(","):
                    if named := OF_CLASS.search(selector.strip()):
                        kinds[named[1]] = DRAWN_AS[drawn[1].lower()]
    return kinds


def _drawn_as(element: etree._Element, kinds: Mapping[str, str]) -> str:
    if drawn := DISPLAY.search(element.get("style") or ""):
        return DRAWN_AS[drawn[1].lower()]
    return next((kinds[name] for name in (element.get("class") or "").split() if name in kinds), "")


def _layouts(root: etree._Element) -> set[etree._Element]:
    """Return the tables that only arrange the page: they hold tables, an article in a cell, or pictures and no text."""
    found: set[etree._Element] = set()
    for table in root.iter("table"):
        parent = table.getparent()
        while parent is not None and parent not in found:
            if parent.tag == "table":
                found.add(parent)
            parent = parent.getparent()
    for table in root.iter("table"):
        if table not in found and (
            any(_length(cell) > LONGEST_CELL_TEXT for cell in table.iter("td", "th"))
            or (table.find(".//img") is not None and not _length(table))
        ):
            found.add(table)
    return found


def _length(cell: etree._Element) -> int:
    return sum(len(text.strip()) for text in cell.itertext())


def _is_aside(element: etree._Element, tag: str) -> bool:
    if tag in ("nav", "footer"):
        return True
    if tag not in ("div", "ul", "span", "p", "dl"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return NAVIGATION.search(names[:200]) is not None


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    return max(1, min(int(digits), 1000)) if digits.isdecimal() and len(digits) < 10 else 1
