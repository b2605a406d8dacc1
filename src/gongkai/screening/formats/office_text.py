"""Text that lies in pieces across elements: how it is read as one passage, and how part of it is covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..findings import Cover, Passage, Place
from .packages import Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
KEEPS_SPACE = {  # elsewhere the attribute is not allowed, and outer spaces stay without it
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
}
CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


@dataclass(frozen=True)
class Piece:
    """
    A stretch of a passage.

    Text that ``element`` holds, in itself or in ``attribute``; or, when ``holds`` is false, a sign that it stands
    for (a tab, a line break); or a break between paragraphs, which no element stands for.
    """

    text: str
    element: Element | None = None
    holds: bool = True
    attribute: str = ""

    def write(self, text: str) -> None:
        if self.attribute:
            self.element.set(self.attribute, text)
            return
        self.element.text = text
        if self.element.tag == CHART_VALUE:
            _drop_number(self.element)
        if self.element.tag in KEEPS_SPACE:
            self.element.set(XML_SPACE, "preserve")


class Holder(Protocol):
    """Whatever holds the text of a passage."""

    def cover(self, covers: Sequence[Cover]) -> None:
        """Replace what the covers say, the last cover first."""


@dataclass
class Story:
    """Passages in reading order, and where each one's text lies."""

    passages: list[Passage] = field(default_factory=list)
    holders: list["Holder"] = field(default_factory=list)

    def add(
        self, pieces: Sequence[Piece], place: Place, *, table: str = "", row: int = -1, column: int = -1
    ) -> None:
        """Add a passage; one without text is left out."""
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            self.hold(Passage(text, place, table, row, column), Pieces(pieces))

    def hold(self, passage: Passage, holder: "Holder") -> None:
        self.passages.append(passage)
        self.holders.append(holder)

    def elements(self) -> set[Element]:
        """Return the elements that hold the text of some passage."""
        pieces = (piece for holder in self.holders if isinstance(holder, Pieces) for piece in holder.pieces)
        return {piece.element for piece in pieces if piece.element is not None}

    def cover(self, covers: dict[int, list[Cover]]) -> None:
        """Replace in the elements what the covers say, by passage."""
        for number, each in covers.items():
            if 0 <= number < len(self.holders):
                self.holders[number].cover(each)


def covered(text: str, covers: Iterable[Cover]) -> str:
    """Return ``text`` with the covers, the last first, in place."""
    for each in covers:
        text = text[: each.start] + each.text + text[each.end :]
    return text


@dataclass(frozen=True)
class Pieces:
    """
    The pieces of one passage.

    A covering text goes where the covered one began. Breaks between paragraphs stay: a paragraph is more than text.
    """

    pieces: Sequence[Piece]

    def cover(self, covers: Sequence[Cover]) -> None:
        _cover(self.pieces, covers)


def _cover(pieces: Sequence[Piece], covers: Sequence[Cover]) -> None:
    texts = [piece.text for piece in pieces]
    gone: list[Element] = []
    for cover in covers:
        start, written = 0, False
        for at, piece in enumerate(pieces):
            end = start + len(piece.text)
            low, high = max(cover.start, start) - start, min(cover.end, end) - start
            if low < high and piece.element is not None:
                if piece.holds:
                    # What stands after the cover may have been replaced before; only the beginning keeps its place.
                    texts[at] = texts[at][:low] + ("" if written else cover.text) + texts[at][high:]
                    written = True
                else:
                    gone.append(piece.element)
            start = end
    for piece, text in zip(pieces, texts, strict=True):
        if piece.holds and piece.element is not None and piece.text != text:
            piece.write(text)
    for element in gone:
        if element.getparent() is not None:
            element.getparent().remove(element)


def _drop_number(value: Element) -> None:
    """Take a point out of a chart's numbers: a masked one is none any more, and the format allows no other."""
    point = value.getparent()
    numbers = point.getparent() if point is not None else None
    if numbers is not None and numbers.tag.endswith("}numLit"):
        numbers.remove(point)
