"""What the sandbox does for the page on which a clerk marks what is to be covered. JSON in, JSON out."""

from pathlib import Path
from typing import Any

from .. import formats
from ..findings import MISPLACED, Passage, Unreadable
from .burn import burn
from .gate import attack
from .locate import locate
from .marks import BadMark, marks_from_json
from .render import page_sizes, render
from .words import find_words

CONTEXT = 12  # characters shown on either side of a word that was found


def sizes_op(data: dict[str, Any]) -> dict[str, Any]:
    """Return how large each page is as displayed; ``data``: path, extension."""
    return {"sizes": page_sizes(Path(data["path"]), extension=data["extension"])}


def render_op(data: dict[str, Any]) -> dict[str, Any]:
    """Write a picture of one page to ``target``; ``data``: path, extension, page, dpi, target."""
    picture = render(Path(data["path"]), data["page"], data["dpi"], extension=data["extension"])
    Path(data["target"]).write_bytes(picture)
    return {"size": len(picture)}


def locate_op(data: dict[str, Any]) -> dict[str, Any]:
    """Return where words stand on the pages, and the pages nobody could look on; ``data``: path, extension, words."""
    found, without_text = locate(Path(data["path"]), data["words"], extension=data["extension"])
    return {"found": [each.as_json() for each in found], "without_text": without_text}


def search_op(data: dict[str, Any]) -> dict[str, Any]:
    """Return where words stand in the text of a document; ``data``: path, extension, words."""
    passages = formats.read(Path(data["path"]), data["extension"]).passages
    hits = []
    for hit in find_words(passages, data["words"]):
        hits.append(
            {
                "passage": hit.passage,
                "start": hit.start,
                "end": hit.end,
                "word": hit.word,
                "certain": hit.certain,
                "why": hit.why,
                "occurrence": hit.occurrence,
                **_around(passages[hit.passage], hit.start, hit.end),
            }
        )
    return {"hits": hits}


def pieces_op(data: dict[str, Any]) -> dict[str, Any]:
    """Return what stands at ``pieces`` (passage, start, end) of a document; ``data``: path, extension, pieces."""
    passages = formats.read(Path(data["path"]), data["extension"]).passages
    if any(passage >= len(passages) for passage, _, _ in data["pieces"]):
        raise Unreadable(MISPLACED)
    return {
        "pieces": [
            _around(passages[passage], start, end) | {"text": passages[passage].text[start:end]}
            for passage, start, end in data["pieces"]
        ]
    }


def _around(passage: Passage, start: int, end: int) -> dict[str, Any]:
    return {
        "place": passage.place.as_json(),
        "before": passage.text[max(0, start - CONTEXT) : start],
        "after": passage.text[end : end + CONTEXT],
    }


def burn_op(data: dict[str, Any]) -> dict[str, Any]:
    """Write the copy with the marks burned in; ``data``: path, extension, marks, target."""
    burn(Path(data["path"]), Path(data["target"]), extension=data["extension"], marks=_marks(data["marks"]))
    return {}


def attack_op(data: dict[str, Any]) -> dict[str, Any]:
    """Return what can be got back out of a copy; ``data``: path, extension, secrets, marks (or null)."""
    marks = None if data.get("marks") is None else _marks(data["marks"])
    leaks = attack(Path(data["path"]), extension=data["extension"], secrets=data["secrets"], marks=marks)
    return {"leaks": [each.as_json() for each in leaks]}


def _marks(rows: Any):
    try:
        return marks_from_json(rows)
    except BadMark as error:
        raise Unreadable(str(error)) from error
