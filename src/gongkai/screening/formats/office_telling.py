"""Reading drawings that have been pruned: shapes, descriptions, charts and diagrams, in the order they lie."""

from collections.abc import Iterator

from ..findings import Place
from .office_draft import Draft
from .office_drawings import A_TEXT, DGM, MATH_TEXT, NEEDS_NAME, WORD, A, C, local
from .office_text import Piece
from .packages import Element, Part, R


def paragraph_pieces(paragraph: Element) -> list[Piece]:
    """Return the text of a:p in pieces."""
    pieces = []
    for element in paragraph.iter(A_TEXT, A + "br", MATH_TEXT):
        if element.tag == A + "br":
            pieces.append(Piece("\n", element, holds=False))
        else:
            pieces.append(Piece(element.text or "", element))
    return pieces


def tell(root: Element, draft: Draft, part: Part, place: Place) -> None:
    """Add what a pruned drawing says to the story: its shapes, descriptions, tables, charts and diagrams."""
    for element in _drawn(root):
        if element.tag == A + "p":
            draft.story.add(paragraph_pieces(element), place)
        elif local(element) in NEEDS_NAME and element.get("descr"):
            described = Piece(element.get("descr"), element, attribute="descr")
            draft.story.add([described], _at(place, "图片说明"))
        elif element.tag == C + "v":
            draft.story.add([Piece(element.text or "", element)], place)
        elif element.tag == C + "chart" and element.get(R + "id"):
            _tell_linked(element.get(R + "id"), draft, part, _at(place, "图表"))
        elif element.tag == C + "userShapes" and element.get(R + "id"):
            _tell_linked(element.get(R + "id"), draft, part, place)
        elif element.tag == DGM + "relIds" and element.get(R + "dm"):
            _tell_linked(element.get(R + "dm"), draft, part, _at(place, "智能图形"))


def _tell_linked(id_: str, draft: Draft, part: Part, place: Place) -> None:
    inner = part.links[id_]
    tell(inner.content, draft, inner, place)


def _at(place: Place, part: str) -> Place:
    return Place(**{**place.as_json(), "part": part})


def _drawn(root: Element) -> Iterator[Element]:
    """Yield the elements of a drawing, without the Word text inside."""
    yield root
    for child in root:
        if not child.tag.startswith(WORD):
            yield from _drawn(child)
