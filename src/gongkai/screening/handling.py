"""
What is done with a file inside the sandbox: look into it, make its public copy. Pure: no database, no settings.

Each operation takes and returns what JSON can say.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from . import formats
from .findings import (
    Cover,
    Document,
    Finding,
    Hidden,
    Lists,
    Passage,
    Place,
    Unread,
    Unreadable,
    check_places,
    covered,
    covers_by_passage,
)
from .masking import MASKED, excerpt, mask
from .redaction.kinds import PAGED

BEGINNING = 400


def inspect(data: dict[str, Any]) -> dict[str, Any]:
    """Read a file and say what was found in it; ``data``: path, extension, lists."""
    from .detectors import detect  # with its word lists; making a copy does without

    document = formats.read(Path(data["path"]), data["extension"])
    lists = Lists.from_json(data["lists"])
    found = detect(document.passages, lists)
    beside: dict[int, list[Finding]] = defaultdict(list)
    for each in found:
        beside[each.passage].append(each)
    return {
        "findings": [
            *(_found(document, each, beside[each.passage]) for each in found),
            *_found_in_links(document.links, lists),
        ],
        "hidden": [_hidden(each) for each in document.hidden],
        "unread": [_unread(each) for each in document.unread],
        "pages": document.pages,
        "characters": document.characters,
        "links": document.links,
        "title": _masked_title(document.title, lists),
        "beginning": _beginning(document, beside),
    }


def clean(data: dict[str, Any]) -> dict[str, Any]:
    """
    Make the public copy and try to get what was covered back out of it.

    ``data``: path, target, extension, covers [[passage, start, end, text], …], marks. Returns the copy's extension.
    Covers of a PDF become marks on its pages.
    Raises Unreadable when anything can be got back.
    """
    path, target, extension = Path(data["path"]), Path(data["target"]), data["extension"]
    covers = [Cover(*each) for each in data["covers"]]
    if data["marks"] or (covers and extension in PAGED):
        return {"extension": _burned(path, target, extension, data["marks"], covers)}
    secrets = _secrets(formats.read(path, extension), covers) if covers else []
    made = formats.clean(path, target, extension, covers)
    if secrets:
        from .redaction.copying import refuse_leaks  # only covered copies need it
        from .redaction.gate import attack

        refuse_leaks(attack(target, extension=made, secrets=secrets))
    return {"extension": made}


def _burned(
    path: Path, target: Path, extension: str, rows: list[dict[str, Any]], covers: Sequence[Cover]
) -> str:
    from .redaction.copying import write_copy  # only marked copies need all this
    from .redaction.marks import BadMark, marks_from_json

    if extension not in PAGED:
        raise Unreadable("只有 PDF 和图片可以遮盖页面，公开副本没有生成。请改为遮盖文字。")
    try:
        marks = marks_from_json(rows)
    except BadMark as error:
        raise Unreadable(str(error)) from error
    write_copy(path, target, extension=extension, marks=marks, covers=covers)
    return extension


def _secrets(document: Document, covers: Sequence[Cover]) -> list[str]:
    """
    Return the covered texts that must not be found in the copy.

    What also stands in a place that was not covered is public by somebody's decision, and would be found there.
    """
    check_places(document, covers)
    texts = [passage.text for passage in document.passages]
    secrets = {texts[cover.passage][cover.start : cover.end].strip() for cover in covers}
    for passage, of_passage in covers_by_passage(covers).items():
        texts[passage] = covered(texts[passage], of_passage)
    left = "\n".join(texts)
    return sorted(secret for secret in secrets if secret and secret not in left)


def _found(document: Document, finding: Finding, beside: list[Finding]) -> dict[str, Any]:
    if finding.passage < 0:
        place, before, shown, after = Place(), "", finding.value, ""
    else:
        passage = document.passages[finding.passage]
        place = passage.place
        before, shown, after = excerpt(passage.text, finding, beside)
    return {
        "finding": {**vars(finding), "kind": str(finding.kind)},
        "place": place.as_json(),
        "before": before,
        "shown": shown,
        "after": after,
    }


def _found_in_links(links: Sequence[str], lists: Lists) -> list[dict[str, Any]]:
    """An address behind a link stays in the copy: “…?id=371723…” is published with it. It cannot be covered."""
    from .detectors import detect  # as above

    rows = []
    for link in dict.fromkeys(map(unquote, links)):
        found = [each for each in detect([Passage(link)], lists) if each.kind in MASKED]
        for each in found:
            before, shown, after = excerpt(link, each, found)
            nowhere = {**vars(each), "kind": str(each.kind), "passage": -1, "start": 0, "end": 0}
            place = Place(part="链接地址").as_json()
            rows.append(
                {"finding": nowhere, "place": place, "before": before, "shown": shown, "after": after}
            )
    return rows


def _hidden(each: Hidden) -> dict[str, Any]:
    return {
        "kind": str(each.kind),
        "place": each.place.as_json(),
        "what": each.what,
        "removable": each.removable,
    }


def _unread(each: Unread) -> dict[str, Any]:
    return {"kind": str(each.kind), "place": each.place.as_json(), "why": each.why}


def _masked_title(title: str, lists: Lists) -> str:
    """A heading may be a list's first cell: what it says of a person is not kept."""
    from .detectors import detect  # as above

    for each in reversed(detect([Passage(title)], lists)):
        if each.kind in MASKED and each.end:
            title = title[: each.start] + mask(each.kind, each.value) + title[each.end :]
    return title


def _beginning(document: Document, beside: dict[int, list[Finding]]) -> str:
    """Return how the text begins, its personal data masked."""
    lines: list[str] = []
    for number, passage in enumerate(document.passages):
        text = passage.text
        for each in sorted(beside.get(number, []), key=lambda one: -one.start):
            if each.kind in MASKED and each.end:
                text = text[: each.start] + mask(each.kind, each.value) + text[each.end :]
        lines.append(text)
        if sum(map(len, lines)) >= BEGINNING:
            break
    return "\n".join(lines)[:BEGINNING]
