"""What the sandbox does for the page on which a clerk marks what is to be covered. JSON in, JSON out."""

from pathlib import Path
from typing import Any

from .. import formats
from ..findings import Unreadable
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
        passage = passages[hit.passage]
        hits.append(
            {
                "passage": hit.passage,
                "start": hit.start,
                "end": hit.end,
                "word": hit.word,
                "certain": hit.certain,
                "why": hit.why,
                "occurrence": hit.occurrence,
                "place": passage.place.as_json(),
                "before": passage.text[max(0, hit.start - CONTEXT) : hit.start],
                "after": passage.text[hit.end : hit.end + CONTEXT],
            }
        )
    return {"hits": hits}


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
