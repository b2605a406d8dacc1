"""Reading a document that has been brought into its public form, in the order of its text."""

from collections.abc import Iterable

from lxml import etree

from ...enums import Kind
from ...findings import Place
from .. import office_drawings, office_telling, office_vml
from ..office_draft import Draft
from ..office_drawings import M
from ..office_text import Piece
from ..packages import Element, Part
from .allowed import DRAWN, W
from .labels import Labels
from .symbols import TICKS

SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
OFF = {"0", "false", "off"}
LONGEST_TITLE = 120
FOLDER = "word"


class Walk:
    """One walk through all stories of a document; tables and paragraphs are counted through."""

    def __init__(self, draft: Draft, heading_styles: set[str], labels: Labels):
        self._draft = draft
        self.labels = labels
        self._headings = heading_styles
        self._tables = 0
        self._paragraphs = 0
        self._centred = ""
        self.pruned: set[Element] = set()  # drawings that were come across

    def drop_unseen(self, root: Element) -> None:
        """Take out drawings in places where the format has none: the walk has not come by, so nobody pruned them."""
        for drawing in list(root.iter(*DRAWN)):
            if drawing not in self.pruned:
                office_drawings.drop(drawing)

    def story(self, root: Element, source: str, part: Part, label: str = "") -> None:
        """Read a story: the body, a header, a note; ``label`` says which in Chinese."""
        Story(self, source, part, label).blocks(root)

    def count_table(self) -> int:
        self._tables += 1
        return self._tables

    def count_paragraph(self) -> int:
        self._paragraphs += 1
        return self._paragraphs

    @property
    def paragraphs(self) -> int:
        return self._paragraphs

    def consider_title(self, paragraph: Element, text: str) -> None:
        """The title is the first heading, else the first line in the middle that is not the red letterhead."""
        text = " ".join(text.split())
        if self._draft.title or not text or len(text) > LONGEST_TITLE:
            return
        properties = paragraph.find(W + "pPr")
        style = properties.find(W + "pStyle") if properties is not None else None
        if style is not None and style.get(W + "val") in self._headings:
            self._draft.title = text
        elif properties is not None and not self._centred:
            middle = properties.find(W + "jc")
            if middle is not None and middle.get(W + "val") == "center" and not text.endswith("文件"):
                self._centred = text

    def finish(self) -> None:
        self._draft.title = self._draft.title or self._centred

    @property
    def draft(self) -> Draft:
        return self._draft


class Story:
    def __init__(self, walk: Walk, source: str, part: Part, label: str):
        self.walk, self.source, self.part, self.label = walk, source, part, label
        self.draft = walk.draft

    def blocks(self, container: Element) -> None:
        for block in _blocks(container):
            if block.tag == W + "tbl":
                self.table(block)
            else:
                self.paragraph(block)

    def paragraph(self, paragraph: Element) -> None:
        pieces, extras = gather(paragraph)
        pieces = self.walk.labels.of(paragraph) + pieces
        text = "".join(piece.text for piece in pieces)
        place = Place(part=self.label)
        if text.strip() and not self.label:
            place = Place(paragraph=self.walk.count_paragraph())
            self.walk.consider_title(paragraph, text)
        self.draft.story.add(pieces, place)
        if extras and not text.strip() and not self.label:
            place = Place(part="图片", paragraph=self.walk.paragraphs)  # after this one
        self.extras(extras, place)

    def table(self, table: Element) -> None:
        number = self.walk.count_table()
        for row, tr in enumerate(table.iterchildren(W + "tr")):
            before = tr.find(f"{W}trPr/{W}gridBefore")
            column = _number(before, 0)
            for tc in tr.iterchildren(W + "tc"):
                place = Place(part=self.label, table=number, row=row + 1, column=column + 1)
                self.cell(tc, place, row, column)
                column += max(1, _number(tc.find(f"{W}tcPr/{W}gridSpan"), 1))

    def cell(self, cell: Element, place: Place, row: int, column: int) -> None:
        if _is_swallowed(cell):
            if "".join(cell.itertext()).strip():
                self.draft.count(Kind.INVISIBLE_TEXT, Place(), "合并单元格下面 {} 处看不到的内容")
            empty_cell(cell)
            return
        pieces: list[Piece] = []
        extras: list[Element] = []
        tables = []
        for block in _blocks(cell):
            if block.tag == W + "tbl":
                tables.append(block)
                continue
            more, drawn = gather(block)
            more = self.walk.labels.of(block) + more
            if more and pieces:
                pieces.append(Piece("\n"))
            pieces += more
            extras += drawn
        self.draft.story.add(pieces, place, table=f"表{place.table}", row=row, column=column)
        self.extras(extras, place)
        for inner in tables:
            self.table(inner)

    def extras(self, elements: Iterable[Element], place: Place) -> None:
        """Read what hangs on a paragraph beside its text: drawings with their boxes, the sound over a word."""
        for element in elements:
            if element.tag == W + "rt":
                self.draft.story.add(gather(element)[0], Place(part="注音"))
                continue
            self.walk.pruned.add(element)
            if element.tag == W + "drawing":
                for child in list(element):
                    office_drawings.prune(child, self.draft, self.source, self.part, place, FOLDER)
                for child in element:
                    office_telling.tell(child, self.draft, self.part, _boxed(place))
                self.boxes(element)
            else:
                office_vml.prune(element, self.draft, self.source, self.part, place, FOLDER)
                for piece in office_vml.told(element):
                    self.draft.story.add([piece], _boxed(place))
                self.boxes(element)

    def boxes(self, drawing: Element) -> None:
        for box in list(drawing.iter(W + "txbxContent")):
            around = next(box.iterancestors(W + "txbxContent", *DRAWN), None)
            if around is drawing:
                Story(self.walk, self.source, self.part, "文本框").blocks(box)


def _boxed(place: Place) -> Place:
    return Place(part="文本框") if place.part in {"", "图片"} else place


def _blocks(container: Element) -> list[Element]:
    """Return paragraphs and tables in order, through what only wraps them."""
    found = []
    for child in container:
        if child.tag in {W + "p", W + "tbl"}:
            found.append(child)
        elif child.tag not in {W + "tcPr", W + "sectPr"}:
            found += _blocks(child)
    return found


def gather(element: Element) -> tuple[list[Piece], list[Element]]:
    """Return the text of a paragraph in pieces, and the drawings and readings that hang on it."""
    pieces: list[Piece] = []
    extras: list[Element] = []
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in {W + "t", M + "t"}:
            pieces.append(Piece(child.text or "", child))
        elif child.tag in SIGNS:
            pieces.append(Piece(SIGNS[child.tag], child, holds=False))
        elif child.tag == W + "sym":
            pieces.append(Piece(TICKS.get(child.get(W + "char", "").upper(), ""), child, holds=False))
        elif child.tag in DRAWN or child.tag == W + "rt":
            extras.append(child)
        elif not child.tag.endswith("Pr"):
            waiting += reversed(child)
    return pieces, extras


def _is_swallowed(cell: Element) -> bool:
    """Say whether a cell is the lower or right part of a merged one: what it holds does not show."""
    for name in ("vMerge", "hMerge"):
        merge = cell.find(f"{W}tcPr/{W}{name}")
        if merge is not None and merge.get(W + "val", "continue") != "restart":
            return True
    return False


def empty_cell(cell: Element) -> None:
    for child in list(cell):
        if child.tag != W + "tcPr":
            cell.remove(child)
    etree.SubElement(cell, W + "p")


def _number(element: Element | None, otherwise: int) -> int:
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), 1000) if value.isdecimal() else otherwise
