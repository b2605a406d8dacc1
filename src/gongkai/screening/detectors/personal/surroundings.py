"""
Whose it is by what stands around it in running text: a second opinion on what the rules find.

Rules know words; offices speak of themselves in more ways than anybody writes down: “……等班子成员参加”, “垃圾压缩车（”.
So what is around a find is cut into pieces, and their weights are added up (a logistic regression for each kind,
learned by ``tools/learn_surroundings.py`` from the texts of many writers). Pure.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ...enums import Kind
from .names import ANY_NAME, TRANSLITERATED
from .spans import NAMES, Span
from .words import lines

SCALE = 100  # weights are written in hundredths
_MANY = 60  # finds of one kind in a passage: a list, of which the rules know more
_ENOUGH = 16  # characters around, of which anything can be told
SURE = 0.9  # how likely it must be nobody's to drop what the rules found

_DIGIT, _BREAK = re.compile("[0-9]"), re.compile(r"[\r\n\t]")
_SOMEBODY = rf"(?:{ANY_NAME}|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,10}})"
_COMPANY_BEFORE = re.compile(rf"(?:{_SOMEBODY}(?:[(（][^()（）]{{1,12}}[)）])?\s?[、和与及，,]\s?)+$")
_COMPANY_BEHIND = re.compile(rf"(?:(?:[(（][^()（）]{{1,12}}[)）])?\s?[、和与及]\s?{_SOMEBODY})+")
_MARKS_LAST = re.compile(r"[：:，,、\s(（]+$")
_STOP = re.compile("[。；\n]")
_REACH = 12  # characters looked at on either side
_LIST = 60  # characters before, in which it is looked for those in company and for the sentence
_TITLE = 40  # characters looked at of the title
_FAR = 200  # characters in which it is looked for the end of a sentence
_NEAR = (3, 8, 20, 50)  # characters to another find: where one distance ends and the next begins
# The kinds that offices have as well, or of which a text may speak without meaning anybody, with the lists of weights.
LISTS = {
    Kind.NAME: "whose_name",
    Kind.PLATE: "whose_plate",
    Kind.BANK_CARD: "whose_account",
    Kind.ILLNESS: "whose_illness",
}


@cache
def _weights(kind: Kind) -> dict[str, int]:
    return {piece: int(weight) for piece, weight in (line.split("\t") for line in lines(LISTS[kind]))}


class Beside:
    """The finds in a passage beside those of one kind, to ask which is the nearest."""

    def __init__(self, spans: Iterable[Span], kind: Kind):
        mine = NAMES if kind in NAMES else {kind}
        others = [span for span in spans if span.kind not in mine]
        self._by_start = sorted(others, key=lambda each: each.start)
        self._by_end = sorted(others, key=lambda each: each.end)
        self._starts = [span.start for span in self._by_start]
        self._ends = [span.end for span in self._by_end]

    def following(self, end: int) -> Span | None:
        at = bisect_left(self._starts, end)
        return self._by_start[at] if at < len(self._by_start) else None

    def preceding(self, start: int) -> Span | None:
        at = bisect_right(self._ends, start)
        return self._by_end[at - 1] if at else None


def nobodys(kind: Kind, text: str, start: int, end: int, title: str, beside: Beside) -> float:
    """Return how likely (0 to 1) what stands there is an office's, or nobody's; ``title`` is that of the document."""
    if len(text) - (end - start) < _ENOUGH:
        return 0
    weights = _weights(kind)
    around = set(pieces(text, start, end, title, beside))
    height = weights.get("", 0) + sum(weights.get(piece, 0) for piece in around)
    return 1 / (1 + math.exp(-height / SCALE))


def without_nobodys(text: str, spans: Sequence[Span], title: str) -> list[Span]:
    """Return the finds in a passage without those that most probably are nobody's."""
    counted = Counter(span.kind for span in spans)
    beside = {kind: Beside(spans, kind) for kind in counted.keys() & LISTS.keys() if counted[kind] <= _MANY}
    return [
        span
        for span in spans
        if span.kind not in beside
        or nobodys(span.kind, text, span.start, span.end, title, beside[span.kind]) < SURE
    ]


def pieces(text: str, start: int, end: int, title: str, beside: Beside) -> list[str]:
    """
    Return what stands around ``text[start:end]``: the words before and behind, those of the sentence and of the title,
    and the nearest finds ``beside`` it with how near they are.
    """
    company = _COMPANY_BEFORE.search(text, max(0, start - _LIST), start)
    first = company.start() if company else start
    behind = _COMPANY_BEHIND.match(text, end)
    last = behind.end() if behind else end
    before = ("^" if first < _REACH else "") + _plain(text[max(0, first - _REACH) : first])
    after = _plain(text[last : last + _REACH]) + ("$" if last + _REACH > len(text) else "")
    word = _MARKS_LAST.sub("", before)
    found = [f"b{before[-size:]}" for size in range(1, 8) if size <= len(before)]
    found += [f"w{word[-size:]}" for size in range(1, 8) if size <= len(word) and word != before]
    found += [f"a{after[:size]}" for size in range(1, 7) if size <= len(after)]
    found += [f"B{pair}" for pair in _pairs(word)] + [f"A{pair}" for pair in _pairs(after)]
    found += [f"S{pair}" for pair in _pairs(_plain(_STOP.split(text[max(0, start - _LIST) : start])[-1]))]
    found += [f"T{pair}" for pair in _pairs(_plain(title[:_TITLE]))]
    return [*found, *_neighbours(text, start, end, beside)]


def _neighbours(text: str, start: int, end: int, beside: Beside) -> Iterator[str]:
    following, preceding = beside.following(end), beside.preceding(start)
    yield f"n{following.kind}{_how_near(following.start - end)}" if following else "n"
    yield f"p{preceding.kind}{_how_near(start - preceding.end)}" if preceding else "p"
    if following:
        yield "N." if _STOP.search(text, end, min(following.start, end + _FAR)) else "N"
    if preceding:
        yield "P." if _STOP.search(text, max(preceding.end, start - _FAR), start) else "P"


def _how_near(distance: int) -> int:
    return sum(distance >= edge for edge in _NEAR)


def _plain(text: str) -> str:
    return _BREAK.sub(" ", _DIGIT.sub("0", text))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]
