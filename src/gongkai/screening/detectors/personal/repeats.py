"""A name that was found once is a find wherever the document says it again: in its title, in a later sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs

from ...enums import Kind
from .names import HAN
from .spans import NAMES, Places, Span

_SHORT = 2  # characters of a name that may be a place as well
_PLACE = re.compile(
    "[镇乡村路街线段]|教学点|街道|社区|水库|小学|中学|派出所|司法所|卫生[所院]|法庭|信用社|敬老院|工作站|支行"
)
_WITH_NUMBER = re.compile(r"[(（，,]\s?(?:公民|居民)?身份")  # nobody but a person has one
_SUREST = (Kind.CHILD, Kind.FAMILY, Kind.NAME)
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


def drop_places(texts: Sequence[str], found: dict[int, list[Span]]) -> None:
    """Drop what was taken for a name of two characters where the text also calls it a place: “柳沟”, “柳沟镇”."""
    short = {
        texts[number][span.start : span.end]
        for number, spans in found.items()
        for span in spans
        if span.kind in NAMES and span.end - span.start == _SHORT and texts[number]
    }
    if not short:
        return
    names = list(short)
    automaton = ahocorasick_rs.AhoCorasick(names)
    places = {
        names[which]
        for text in texts
        for which, _, end in automaton.find_matches_as_indexes(text)
        if _PLACE.match(text, end)
    }
    for number, spans in found.items():
        text = texts[number]
        if text and places:
            found[number] = [
                span
                for span in spans
                if span.kind not in NAMES
                or text[span.start : span.end] not in places
                or _WITH_NUMBER.match(text, span.end)
            ]


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
