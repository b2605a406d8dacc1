"""A name that was found once is a find wherever the document says it again: in its title, in a later sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs

from ...enums import Kind
from .names import HAN
from .spans import Places, Span

_SUREST = (Kind.CHILD, Kind.FAMILY, Kind.NAME)
NAMES = frozenset({Kind.NAME, Kind.CHILD, Kind.FAMILY})
_HAN = re.compile(f"[{HAN}]")
# Two characters may be a word as well: they are the name again where a word that a name follows stands before them,
# or where they stand by themselves on one side.
_BEFORE = frozenset("对给向与和由为于将户的请人")


def find(texts: Sequence[str], found: Mapping[int, list[Span]]) -> Iterator[tuple[int, Span]]:
    """
    Yield (number of the passage, span) where ``texts`` repeat a name of ``found`` that is not found there yet.

    ``texts`` are the passages of running text; those of tables are empty.
    """
    kinds: dict[str, Kind] = {}
    for number, spans in found.items():
        for span in spans:
            if span.kind in NAMES and (name := texts[number][span.start : span.end]) and len(name) > 1:
                kinds.setdefault(name, span.kind)
    if not kinds:
        return
    names = list(kinds)
    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for number, text in enumerate(texts):
        if not text:
            continue
        places = Places(found.get(number, ()))
        for which, start, end in automaton.find_matches_as_indexes(text):
            span = Span(kinds[names[which]], start, end)
            if not places.touches(span) and (end - start > 2 or _stands_alone(text, start, end)):
                yield number, span


def say_the_same(texts: Sequence[str], found: dict[int, list[Span]]) -> None:
    """Give a name of running text the same kind wherever the document says it: a child stays a child."""
    kinds: dict[str, Kind] = {}
    for number, spans in found.items():
        for span in spans:
            if span.kind in NAMES and (name := texts[number][span.start : span.end]):
                kinds[name] = min(span.kind, kinds.get(name, Kind.NAME), key=_SUREST.index)
    for number, spans in found.items():
        found[number] = [
            Span(kinds.get(texts[number][each.start : each.end], each.kind), each.start, each.end, each.note)
            if each.kind in NAMES
            else each
            for each in spans
        ]


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in _BEFORE or not _HAN.match(before) or not _HAN.match(after)
