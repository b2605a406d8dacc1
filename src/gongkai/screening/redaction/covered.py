"""
From pieces of the text of a PDF to marks on its pages: letters in a PDF cannot be replaced, only painted over. Pure.

A piece is covered wherever it stands on its page, also inside longer words: whether the other places say the same
is more than a program can know, and what is covered too much can still be asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..findings import Cover, Passage, Unreadable
from .folding import fold
from .locate import Located, PageText, located_in, read_lines
from .marks import Ground, Mark
from .words import find_words

NOT_LOCATED = (
    "第{page}页上有要遮盖的内容，系统找不准它在页面上的位置，公开副本没有生成。"
    "请用“遮盖页面”画框盖住它，再把对它的处理改为“保留”，写明已画框遮盖。"
)

Pieces = dict[int, set[str]]  # page → what is covered on it


def marks_of_covers(
    path: Path, passages: Sequence[Passage], covers: Iterable[Cover], *, ground: Ground = Ground.PERSONAL
) -> list[Mark]:
    """
    Return the marks for ``covers`` of ``passages``.

    ``path`` is the PDF in which the passages were read. Raises Unreadable when a piece cannot be located.
    """
    covers = list(covers)
    pieces = _pieces(passages, covers)
    text = read_lines(path)
    marks: list[Mark] = []
    for page, words in pieces.items():
        located = _located(text, page, words)
        if not _all_covered(passages, page, covers, located):
            raise Unreadable(NOT_LOCATED.format(page=page))
        marks += [
            Mark(box.page, box.x, box.y, box.width, box.height, ground)
            for each in located
            for box in each.boxes
        ]
    return list(dict.fromkeys(marks))


def _pieces(passages: Sequence[Passage], covers: Iterable[Cover]) -> Pieces:
    pieces: Pieces = defaultdict(set)
    for cover in covers:
        passage = passages[cover.passage]
        pieces[passage.place.page].add(passage.text[cover.start : cover.end].strip())
    return dict(sorted(pieces.items()))


def _located(text: PageText, page: int, words: Iterable[str]) -> list[Located]:
    """Return all places of ``words`` on one page; each word by itself, so that none takes letters of another."""
    here = [number for number, passage in enumerate(text.passages) if passage.place.page == page]
    of_page = PageText(
        [text.passages[number] for number in here], [text.lines[number] for number in here], text.sizes
    )
    return [each for word in sorted(words) for each in located_in(of_page, [word])]


def _all_covered(
    passages: Sequence[Passage], page: int, covers: Iterable[Cover], located: Sequence[Located]
) -> bool:
    """
    Whether every covered piece is among what was located.

    The text of the passages and that of the page are read in two ways, and text recognised in a picture is not on
    the page at all: each word must have been located as often as it was read.
    """
    numbers = [number for number, passage in enumerate(passages) if passage.place.page == page]
    here = [cover for cover in covers if passages[cover.passage].place.page == page]
    found: set[tuple[int, int]] = set()  # (passage, character)
    for word in {passages[cover.passage].text[cover.start : cover.end].strip() for cover in here}:
        hits = find_words([passages[number] for number in numbers], [word])
        times = sum(each.word == word for each in located)
        if not times or len({hit.occurrence for hit in hits}) > times:
            return False
        found.update((numbers[hit.passage], at) for hit in hits for at in range(hit.start, hit.end))
    return all(
        (cover.passage, at) in found
        for cover in here
        for at, character in enumerate(passages[cover.passage].text[cover.start : cover.end], cover.start)
        if fold(character)
    )


def words_gone(passages: Sequence[Passage], covers: Iterable[Cover]) -> list[str]:
    """Return the covered words that stand on no page but those where they are covered: elsewhere somebody let them be."""
    pieces = _pieces(passages, covers)
    texts: dict[int, str] = defaultdict(str)
    for passage in passages:
        texts[passage.place.page] += fold(passage.text)
    return sorted(
        word
        for word in set().union(*pieces.values())
        if fold(word)
        and not any(
            fold(word) in text for page, text in texts.items() if word not in pieces.get(page, frozenset())
        )
    )
