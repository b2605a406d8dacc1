"""
What is done with a file inside the sandbox: look into it, make its public copy. Pure: no database, no settings.

Each operation takes and returns what JSON can say.
"""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from . import formats
from .findings import (
    MISPLACED,
    Cover,
    Document,
    Finding,
    Hidden,
    Lists,
    Passage,
    Place,
    Unread,
    Unreadable,
    covered,
    covers_by_passage,
)
from .masking import MASKED, excerpt, mask

BEGINNING = 400
LEAKS_SHOWN = 3
MARKED = frozenset({"pdf", "jpg", "jpeg", "png", "gif", "webp"})


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
    if data["marks"] or (covers and extension in MARKED):
        return {"extension": _burned(path, target, extension, data["marks"], covers)}
    secrets = _secrets(formats.read(path, extension), covers) if covers else []
    made = formats.clean(path, target, extension, covers)
    if secrets:
        from .redaction.gate import attack  # only covered copies need it

        _refuse_leaks(attack(target, extension=made, secrets=secrets))
    return {"extension": made}


def _burned(
    path: Path, target: Path, extension: str, rows: list[dict[str, Any]], covers: Sequence[Cover]
) -> str:
    from .redaction.burn import burn  # only marked copies need all this
    from .redaction.gate import attack
    from .redaction.marks import BadMark, marks_from_json

    if extension not in MARKED:
        raise Unreadable("只有 PDF 和图片可以遮盖页面，公开副本没有生成。请改为遮盖文字。")
    if covers and extension != "pdf":
        raise Unreadable(
            "图片里的字不能自动遮盖，公开副本没有生成。"
            "请用“遮盖页面”画框盖住它们，再把对它们的处理改为“保留”，写明已画框遮盖。"
        )
    try:
        marks = marks_from_json(rows)
    except BadMark as error:
        raise Unreadable(str(error)) from error
    secrets = [mark.word for mark in marks if mark.word]
    if covers:
        over_text, words = _marks_of_covers(path, covers)
        marks, secrets = [*marks, *over_text], [*secrets, *words]
    burn(path, target, extension=extension, marks=marks)
    _refuse_leaks(attack(target, extension=extension, secrets=secrets, marks=marks))
    return extension


def _marks_of_covers(path: Path, covers: Sequence[Cover]) -> tuple[list[Any], list[str]]:
    """Return the marks over the covered pieces of a PDF and the words that must not be found in its copy."""
    from .redaction.covered import marks_of_covers

    document = formats.read(path, "pdf")
    _check_places(document, covers)
    with tempfile.TemporaryDirectory(prefix="covered-") as folder:
        # Located where it was read: in the plain copy, where filled fields and seals are part of the page.
        copy = Path(folder) / "copy.pdf"
        formats.clean(path, copy, "pdf", ())
        return marks_of_covers(copy, document.passages, covers)


def _refuse_leaks(leaks: Sequence[Any]) -> None:
    if leaks:
        first = "；".join(f"{leak.where}：{leak.what}" for leak in leaks[:LEAKS_SHOWN])
        raise Unreadable(f"公开副本没有通过核对，里面还能找到应当遮盖的内容：{first}")


def _secrets(document: Document, covers: Sequence[Cover]) -> list[str]:
    """
    Return the covered texts that must not be found in the copy.

    What also stands in a place that was not covered is public by somebody's decision, and would be found there.
    """
    _check_places(document, covers)
    texts = [passage.text for passage in document.passages]
    secrets = {texts[cover.passage][cover.start : cover.end].strip() for cover in covers}
    for passage, of_passage in covers_by_passage(covers).items():
        texts[passage] = covered(texts[passage], of_passage)
    left = "\n".join(texts)
    return sorted(secret for secret in secrets if secret and secret not in left)


def _check_places(document: Document, covers: Sequence[Cover]) -> None:
    lengths = [len(passage.text) for passage in document.passages]
    if not all(
        0 <= each.passage < len(lengths) and 0 <= each.start < each.end <= lengths[each.passage]
        for each in covers
    ):
        raise Unreadable(MISPLACED)


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
