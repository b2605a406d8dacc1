"""Any HTML in, blocks out. Each decision here is one line of docs/reference/markup.md."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from . import word
from .blocks import Block, Cell, Figure, Image, Items, Quote, Rule, Run, Table, Text
from .tree import Node, parse

CONTAINERS = {"div", "section", "article", "header", "footer", "main", "center", "address", "dl", "dt", "dd"}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
MARK_TAGS = {
    **{"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "ins": "u"},
    **{"s": "s", "strike": "s", "del": "s", "sub": "sub", "sup": "sup"},
}
DEEPEST = 6  # lists and quotations in one another
OUR_IMAGE = re.compile(r"/files/([A-Za-z0-9_-]{1,64})/[^/?#\s\"'<>\\]+")
LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:|tel:|/(?![/\\]))[^\s\"<>\\`]*", re.I)
CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# A line end that Word put into the source between two Chinese characters is not a space.
WRAPPED = re.compile(f"(?<=[{CJK}])[ \t\r\n]*[\r\n][ \t\r\n]*(?=[{CJK}])")
SPACES = re.compile("[ \t\r\n\xa0\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]+")
EDGE = " \u3000"


def read(html: str) -> list[Block]:
    root = parse(html)
    reader = _Reader(shift=1 if _has_first_level(root) else 0)
    return reader.blocks(root)


def image_sources(html: str) -> list[tuple[str, str | None]]:
    """Return the source of every image in ``html``, with its attachment code if it is one of ours."""
    finder = _ImageFinder()
    finder.feed(html)
    finder.close()
    return finder.found


class _ImageFinder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            source = (dict(attrs).get("src") or "").strip()
            match = OUR_IMAGE.fullmatch(source)
            self.found.append((source, match and match[1]))


def _has_first_level(node: Node) -> bool:
    """A text that uses level 1 is moved down by one, so that its levels stay apart: h1 is the page's title."""
    if node.tag == "h1" or (node.tag == "p" and word.heading_level(node, word.styles_of(node)) == 1):
        return True
    return any(_has_first_level(child) for child in node.children if isinstance(child, Node))


class _Context:
    """What surrounds a piece of text."""

    __slots__ = ("align", "link", "marks", "preformatted")

    def __init__(self, marks=frozenset(), link="", align="", preformatted=False):
        self.marks, self.link, self.align, self.preformatted = marks, link, align, preformatted

    def inside(self, **changes) -> "_Context":
        values = {name: getattr(self, name) for name in self.__slots__}
        return _Context(**(values | changes))


class _Flow:
    """Blocks as they are found; loose text gathers in a paragraph until the next block."""

    def __init__(self):
        self.blocks: list[Block] = []
        self.open: Text | None = None
        self.lists: list[tuple[int, Items]] = []  # Word's list paragraphs, by level

    def add(self, block: Block) -> None:
        self.close()
        self.lists = []
        self.blocks.append(block)

    def run(self, run: Run | Image, align: str) -> None:
        if self.open is None:
            self.open = Text(align=align)
        self.open.runs.append(run)

    def close(self) -> None:
        if self.open is not None:
            paragraphs = tidy(self.open)
            if paragraphs:
                self.lists = []
            self.blocks += paragraphs
            self.open = None

    def add_list_item(self, mark: word.ListMark, texts: list[Text]) -> None:
        """Append to the list at this level, opening and ending lists as the levels go."""
        self.close()
        while self.lists and self.lists[-1][0] > mark.level:
            self.lists.pop()
        ordered = mark.number is not None
        if self.lists and self.lists[-1][0] == mark.level and self.lists[-1][1].ordered == ordered:
            self.lists[-1][1].items.append(list(texts))
            return
        if self.lists and self.lists[-1][0] == mark.level:
            self.lists.pop()
        new = Items(ordered, [list(texts)], start=mark.number if ordered else 1)
        (self.lists[-1][1].items[-1] if self.lists else self.blocks).append(new)
        self.lists.append((mark.level, new))


class _Reader:
    def __init__(self, shift: int):
        self.shift = shift

    def blocks(self, node: Node, *, depth: int = 0, nested: bool = False, context=None) -> list[Block]:
        """Return the blocks in ``node``. Inside lists, quotations and cells (``nested``) headings are paragraphs."""
        flow = _Flow()
        self._children(node, flow, context or _Context(), depth, nested)
        flow.close()
        return flow.blocks

    def _children(self, node: Node, flow: _Flow, context: _Context, depth: int, nested: bool) -> None:
        for child in node.children:
            if isinstance(child, str):
                flow.run(Run(self._text(child, context), context.marks, context.link), context.align)
            else:
                self._element(child, flow, context, depth, nested)

    @staticmethod
    def _text(text: str, context: _Context) -> str:
        if context.preformatted:
            return "\n".join(SPACES.sub(" ", line) for line in text.replace("\r\n", "\n").split("\n"))
        return SPACES.sub(" ", WRAPPED.sub("", text))

    def _element(self, node: Node, flow: _Flow, context: _Context, depth: int, nested: bool) -> None:
        tag, styles = node.tag, word.styles_of(node)
        if word.is_list_marker(node) or styles.get("display") == "none" or styles.get("mso-hide") == "all":
            return
        if tag == "br":
            flow.run(Run("\n", context.marks, context.link), context.align)
        elif tag == "img":
            if image := _image(node, context.link):
                flow.run(image, context.align)
        elif tag == "hr":
            flow.add(Rule())
        elif tag == "p" or tag in HEADINGS:
            self._paragraph(node, styles, flow, context, depth, nested)
        elif tag in {"ul", "ol", "blockquote"} and depth < DEEPEST:
            block = (
                self._quote(node, context, depth) if tag == "blockquote" else self._list(node, context, depth)
            )
            if block:
                flow.add(block)
        elif tag == "table" and not nested:
            for block in self._table(node, context):
                flow.add(block)
        elif tag == "figure" and not nested:
            for block in self._figure(node, context):
                flow.add(block)
        elif tag in CONTAINERS or tag in {"ul", "ol", "li", "blockquote", "pre", "figure", "figcaption"}:
            self._container(node, styles, flow, context, depth, nested)
        elif tag in {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}:
            self._container(node, {}, flow, context, depth, nested)
        else:
            self._children(node, flow, _marked(node, styles, context), depth, nested)

    def _container(self, node, styles, flow, context, depth, nested) -> None:
        flow.close()
        inner = context.inside(align=_align(node, styles, context.align), preformatted=node.tag == "pre")
        self._children(node, flow, inner, depth, nested)
        flow.close()

    def _paragraph(self, node, styles, flow, context, depth, nested) -> None:
        flow.close()
        level = (HEADINGS.get(node.tag) or word.heading_level(node, styles)) if not nested else 0
        mark = None if level or nested else word.list_mark(node, styles)
        inner = _Flow()
        align = _align(node, styles, context.align)
        if not mark and (typed := SPACES.sub(" ", word.ignored_text(node)).strip()):
            inner.run(Run(typed, context.marks, ""), align)  # “（一）” stays as it is cited
        self._children(node, inner, context.inside(align=align), depth, nested)
        inner.close()
        indent = not level and _is_indented(node, styles)
        blocks = [_as_paragraph(block, level + self.shift if level else 0, indent) for block in inner.blocks]
        if mark and all(isinstance(block, Text) for block in blocks):
            if blocks:
                flow.add_list_item(mark, [replace(block, align="", indent=False) for block in blocks])
            return
        for block in blocks:
            flow.add(block)

    def _quote(self, node: Node, context: _Context, depth: int) -> Quote | None:
        blocks = self.blocks(node, depth=depth + 1, nested=True, context=context.inside(align=""))
        return Quote(blocks) if blocks else None

    def _list(self, node: Node, context: _Context, depth: int) -> Items | None:
        items: list[list[Block]] = []
        for child in node.children:
            holder = child
            if isinstance(child, str) or child.tag != "li":
                holder = Node("li")
                holder.children.append(child)
            blocks = self.blocks(holder, depth=depth + 1, nested=True, context=context.inside(align=""))
            blocks = [replace(b, align="", indent=False) if isinstance(b, Text) else b for b in blocks]
            if not blocks:
                continue
            if holder is not child and items:  # old editors put a nested list beside its item, not into it
                items[-1] += blocks
            else:
                items.append(blocks)
        start = _number(node.get("start"), 0, 9999, default=1) if node.tag == "ol" else 1
        return Items(node.tag == "ol", items, start) if items else None

    def _table(self, node: Node, context: _Context) -> list[Block]:
        table = Table()
        parts = {"thead": table.head, "tfoot": table.foot}
        for part in node.children:
            if isinstance(part, str):
                continue
            if part.tag == "caption":
                table.caption = table.caption or self._line(part, context)
            else:
                for row in [part] if part.tag == "tr" else part.children:
                    if isinstance(row, Node) and row.tag == "tr" and (cells := self._row(row, context)):
                        parts.get(part.tag, table.body).append(cells)
        if not any(cell.blocks for row in table.rows for cell in row):
            return [table.caption] if table.caption else []
        return [table]

    def _row(self, row: Node, context: _Context) -> list[Cell]:
        if row.get("height") == "0":  # Word's ruler for merged columns
            return []
        return [
            self._cell(c, row, context) for c in row.children if isinstance(c, Node) and c.tag in {"td", "th"}
        ]

    def _cell(self, node: Node, row: Node, context: _Context) -> Cell:
        align = _align(node, word.styles_of(node), _align(row, word.styles_of(row), ""))
        blocks = self.blocks(node, depth=1, nested=True, context=context.inside(align=""))
        blocks = [replace(block, indent=False) if isinstance(block, Text) else block for block in blocks]
        if blocks and isinstance(blocks[0], Text) and (len(blocks) == 1 or isinstance(blocks[1], Items)):
            # A single paragraph stands in its cell without a tag, so the cell takes over where it is aligned.
            align = blocks[0].align or align
            blocks[0] = replace(blocks[0], align="")
        return Cell(
            tag=node.tag,
            align=align,
            scope=s if node.tag == "th" and (s := node.get("scope").lower()) in {"row", "col"} else "",
            columns=_number(node.get("colspan"), 1, 100, default=1),
            rows=_number(node.get("rowspan"), 1, 1000, default=1),
            blocks=blocks,
        )

    def _figure(self, node: Node, context: _Context) -> list[Block]:
        caption, body = None, Node("div")
        for child in node.children:
            if isinstance(child, Node) and child.tag == "figcaption" and caption is None:
                caption = self._line(child, context)
            else:
                body.children.append(child)
        blocks = self.blocks(body, depth=1, nested=True, context=context)
        runs = [run for block in blocks if isinstance(block, Text) for run in block.runs]
        images = [run for run in runs if isinstance(run, Image)]
        whole = all(isinstance(block, Text) and not block.text.strip() for block in blocks)
        if images and whole:
            return [Figure(images, caption)]
        return blocks + ([caption] if caption else [])

    def _line(self, node: Node, context: _Context) -> Text | None:
        """Return what is in ``node`` as one paragraph of text, blocks in it divided by line breaks."""
        runs: list[Run | Image] = []
        for block in self.blocks(node, depth=DEEPEST, nested=True, context=context.inside(align="")):
            if isinstance(block, Text):
                runs += [Run("\n")] if runs else []
                runs += [run for run in block.runs if isinstance(run, Run)]
        texts = tidy(Text(runs=runs), split=False)
        return texts[0] if texts else None


def _as_paragraph(block: Block, level: int, indent: bool) -> Block:
    if not isinstance(block, Text):
        return block
    if level:
        # A heading is strong by itself.
        runs = [replace(r, marks=r.marks - {"strong"}) if isinstance(r, Run) else r for r in block.runs]
        return Text(f"h{max(2, min(level, 4))}", block.align, False, _merged(runs))
    return replace(block, indent=(indent or block.indent) and not block.align)


def _marked(node: Node, styles: dict[str, str], context: _Context) -> _Context:
    marks, link = set(context.marks), context.link
    if node.tag in MARK_TAGS:
        marks.add(MARK_TAGS[node.tag])
    if node.tag == "a":
        href = node.get("href").strip()
        link = href if LINK.fullmatch(href) else link
    weight = styles.get("font-weight", "")
    if weight in {"bold", "bolder", "600", "700", "800", "900"}:
        marks.add("strong")
    elif weight in {"normal", "400"}:
        marks.discard("strong")
    if styles.get("font-style") in {"italic", "oblique"}:
        marks.add("em")
    elif styles.get("font-style") == "normal":
        marks.discard("em")
    decoration = styles.get("text-decoration", "") + styles.get("text-decoration-line", "")
    if "underline" in decoration:
        marks.add("u")
    if "line-through" in decoration:
        marks.add("s")
    raised = {"super": "sup", "sub": "sub"}.get(styles.get("vertical-align", ""))
    if raised:
        marks.add(raised)
    if {"sub", "sup"} <= marks:
        marks.discard("sub")
    if link:
        marks.discard("u")  # links are underlined by themselves
    return context.inside(marks=frozenset(marks), link=link)


def _align(node: Node, styles: dict[str, str], inherited: str) -> str:
    classes = node.get("class").split()
    for name in ("center", "right"):
        if f"align-{name}" in classes:
            return name
    value = (
        styles.get("text-align") or node.get("align").lower() or ("center" if node.tag == "center" else "")
    )
    if value in {"center", "right"}:
        return value
    return "" if value in {"left", "justify", "start"} else inherited


def _is_indented(node: Node, styles: dict[str, str]) -> bool:
    if "indent" in node.get("class").split():
        return True
    match = re.match(r"(\d*\.?\d+)\s*(pt|px|em|cm|mm|in|%)?", styles.get("text-indent", ""))
    return bool(match) and float(match[1]) > 0


def _image(node: Node, link: str) -> Image | None:
    source = node.get("src").strip()
    if not OUR_IMAGE.fullmatch(source):
        return None
    sizes = [
        str(n) if (n := _number(node.get(name), 1, 9999, default=0)) else "" for name in ("width", "height")
    ]
    return Image(source, SPACES.sub(" ", node.get("alt")).strip()[:300].strip(), *sizes, link)


def _number(text: str, least: int, most: int, *, default: int) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 6:
        return default
    return max(least, min(int(text), most))


def tidy(text: Text, *, split: bool = True) -> list[Text]:
    """
    Return the paragraphs that ``text`` really is: without spaces at its edges, divided at empty lines.

    The full-width spaces typed before a paragraph become its ``indent``.
    """
    paragraphs = [Text(text.tag, text.align, text.indent)]
    breaks = 0
    for run in text.runs:
        pieces = re.split("(\n)", run.text) if isinstance(run, Run) else [run]
        for piece in pieces:
            if piece == "\n":
                breaks += 1
            elif isinstance(piece, Image) or piece.strip(EDGE) or (piece and not breaks):
                if breaks > 1 and split:
                    paragraphs.append(Text(text.tag, text.align, text.indent))
                elif breaks and paragraphs[-1].runs:
                    paragraphs[-1].runs.append(Run("\n"))
                breaks = 0
                paragraphs[-1].runs.append(piece if isinstance(piece, Image) else replace(run, text=piece))
    return [paragraph for part in paragraphs if (paragraph := _trimmed(part)).runs]


def _trimmed(text: Text) -> Text:
    """Collapse spaces across runs, strip the edges of each line, and merge equal neighbours."""
    runs: list[Run | Image] = []
    indented, at_start = False, True
    for run in text.runs:
        if isinstance(run, Image):
            runs.append(run)
            at_start = False
            continue
        content = run.text
        if at_start:
            stripped = content.lstrip(EDGE)
            indented = indented or (not runs and "\u3000" in content[: len(content) - len(stripped)])
            content = stripped
        elif content.startswith(" ") and isinstance(runs[-1], Run) and runs[-1].text.endswith(" "):
            content = content[1:]
        if content == "\n":
            _strip_end(runs)
            if runs:
                runs.append(Run("\n"))
            at_start = True
        elif content:
            runs.append(replace(run, text=content))
            at_start = False
    _strip_end(runs)
    return Text(text.tag, text.align, (text.indent or indented) and not text.align, _merged(runs))


def _strip_end(runs: list[Run | Image]) -> None:
    while runs and isinstance(runs[-1], Run):
        content = runs[-1].text.rstrip(EDGE + "\n")
        if content:
            runs[-1] = replace(runs[-1], text=content)
            return
        runs.pop()


def _merged(runs: list[Run | Image]) -> list[Run | Image]:
    merged: list[Run | Image] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            isinstance(run, Run)
            and isinstance(last, Run)
            and (run.marks, run.link) == (last.marks, last.link)
        ):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return merged
