"""
Covering what was recognised in pictures, where each character has a box, and looking whether it can still be read.

The boxes are the recogniser's: they are drawn wider than it says, and afterwards it reads the copy once more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..findings import BLANK, CharacterBox, Cover, Passage, Unreadable, covered, covers_by_passage
from ..formats import reading_pictures
from .folding import fold
from .marks import Ground, Mark
from .render import render

WIDER, HIGHER = 0.45, 0.2  # of a character, on either side
DPI = 200
LEGIBLE = (
    "第{page}页图片里要遮盖的内容，盖上以后系统还认得出来，公开副本没有生成。"
    "请用“遮盖页面”画框盖住它，再把对它的处理改为“保留”，写明已画框遮盖。"
)


def is_recognised(passage: Passage) -> bool:
    return bool(passage.boxes)


def marks_over(
    passages: Sequence[Passage], covers: Iterable[Cover], *, ground: Ground = Ground.PERSONAL
) -> list[Mark]:
    """Return a mark for each of ``covers``, all of recognised text."""
    return [
        _mark(passages[cover.passage], passages[cover.passage].boxes[cover.start : cover.end], ground)
        for cover in covers
    ]


def _mark(passage: Passage, boxes: Sequence[CharacterBox], ground: Ground) -> Mark:
    seen = [box for box in boxes if box]
    left, top = min(box[0] for box in seen), min(box[1] for box in seen)
    right, bottom = max(box[2] for box in seen), max(box[3] for box in seen)
    across = WIDER * (right - left) / len(seen)
    down = HIGHER * (bottom - top)
    left, top = max(0.0, left - across), max(0.0, top - down)
    right, bottom = min(1.0, right + across), min(1.0, bottom + down)
    return Mark(_page(passage), left, top, right - left, bottom - top, ground)


def refuse_legible(
    copy: Path, *, extension: str, passages: Sequence[Passage], covers: Sequence[Cover]
) -> None:
    """Read the pictures of ``copy`` once more and raise Unreadable when something covered is still read there."""
    sought: dict[int, set[str]] = {}
    for cover in covers:
        passage = passages[cover.passage]
        sought.setdefault(_page(passage), set()).add(fold(passage.text[cover.start : cover.end]))
    blanked = without(passages, covers)
    for page, words in sought.items():
        left = fold("".join(each.text for each in blanked if _page(each) == page))
        picture = render(copy, page, DPI, extension=extension) if extension == "pdf" else copy.read_bytes()
        read = fold("".join(line.text for line in reading_pictures.read(picture)))
        if any(read.count(word) > left.count(word) for word in words if word):
            raise Unreadable(LEGIBLE.format(page=page))


def without(passages: Sequence[Passage], covers: Iterable[Cover]) -> list[Passage]:
    """Return ``passages`` with a blank in place of each covered character."""
    blanks = (replace(each, text=BLANK * (each.end - each.start)) for each in covers)
    by_passage = covers_by_passage(blanks)
    return [
        replace(passage, text=covered(passage.text, by_passage.get(number, ())))
        for number, passage in enumerate(passages)
    ]


def _page(passage: Passage) -> int:
    """A picture has one page."""
    return passage.place.page or 1
