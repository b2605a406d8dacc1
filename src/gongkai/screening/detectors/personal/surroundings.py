"""
What stands around a find in running text, cut into pieces that tell whose it is. Pure.

“……等班子成员参加” behind a name, “垃圾压缩车（” before a plate, the identity number three characters away.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ...enums import Kind
from . import alike, clues, contacts, judging
from .logistic import pairs, plain
from .names import ANY_NAME, TRANSLITERATED
from .people import windows
from .reading import Reading
from .running_names import running_names
from .spans import NAMES, Span

_ENOUGH = 16  # characters around, of which anything can be told
_SOMEBODY = rf"(?:{ANY_NAME}|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,10}})"
_COMPANY_BEFORE = re.compile(rf"(?:{_SOMEBODY}(?:[(（][^()（）]{{1,12}}[)）])?\s?[、和与及，,]\s?)+$")
_COMPANY_BEHIND = re.compile(rf"(?:(?:[(（][^()（）]{{1,12}}[)）])?\s?[、和与及]\s?{_SOMEBODY})+")
_STOP = re.compile("[。；\n]")
_REACH = 12  # characters looked at on either side
_LIST = 60  # characters before, in which it is looked for those in company and for the sentence
_FAR = 200  # characters in which it is looked for the end of a sentence
_NEAR = (3, 8, 20, 50)  # characters to another find: where one distance ends and the next begins


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


def judged(reading: Reading, spans: Sequence[Span], title: str) -> list[Span]:
    """Return the finds in a passage, each of its likeliest kind, without what is nobody's and with what was overlooked."""
    if len(reading.text) - sum(span.end - span.start for span in spans) < _ENOUGH:
        return list(spans)
    beside = cache(lambda kind: Beside(spans, kind))  # of most kinds nothing is asked
    return judging.judged(
        "text",
        spans,
        lambda kind, start, end: pieces(kind, reading, title, start, end, beside(kind)),
        lambda kind: candidates(kind, reading, spans),
    )


def candidates(kind: Kind, reading: Reading, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield where something looks like ``kind``, whosever it is; names only near ``spans``."""
    if kind == Kind.NAME:
        for begin, end in windows(reading, [span for span in spans if span.kind != Kind.HEADING]):
            yield from running_names(reading.text, begin, end)
    else:
        yield from alike.of_kind(kind, reading)


def pieces(kind: Kind, reading: Reading, title: str, start: int, end: int, beside: Beside) -> list[str]:
    """
    Return what stands around ``reading.text[start:end]``: the words before and behind, the nearest finds ``beside`` it
    with how near they are, and the clues to whose it is.
    """
    text = reading.text
    company = _COMPANY_BEFORE.search(text, max(0, start - _LIST), start)
    first = company.start() if company else start
    behind = _COMPANY_BEHIND.match(text, end)
    last = behind.end() if behind else end
    before = ("^" if first < _REACH else "") + plain(text[max(0, first - _REACH) : first])
    after = plain(text[last : last + _REACH]) + ("$" if last + _REACH > len(text) else "")
    word = clues.MARKS_LAST.sub("", before)
    found = [f"b{before[-size:]}" for size in range(1, 8) if size <= len(before)]
    found += [f"w{word[-size:]}" for size in range(1, 8) if size <= len(word) and word != before]
    found += [f"a{after[:size]}" for size in range(1, 7) if size <= len(after)]
    found += [f"B{pair}" for pair in pairs(word)] + [f"A{pair}" for pair in pairs(after)]
    found += _neighbours(text, start, end, beside)
    if kind == Kind.NAME:
        return [*found, *clues.of_name(reading, title, start, end, first, last)]
    if kind == Kind.EMAIL:
        found += contacts.mail_clues(text, start)
    found += [f"S{pair}" for pair in pairs(plain(_STOP.split(text[max(0, start - _LIST) : start])[-1]))]
    return [*found, *clues.of_thing(text, start, end)]


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
