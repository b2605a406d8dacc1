"""The word lists: the county's own lines and the built-in ones, looked for all at once."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick_rs

from ...enums import Kind
from ...findings import Finding, Lists, Word
from .whole import Whole, fold
from .written_dates import signature

DATA = Path(__file__).resolve().parents[2] / "data"
NOTES = {
    Kind.TYPO: "可能是错别字",
    Kind.OUTDATED_WORDING: "名称已经变了",
    Kind.WRONG_WORDING: "与规范表述不一致",
    Kind.SENSITIVE_WORDING: "这个词要谨慎使用",
    Kind.SECRECY_WORD: "这个词可能不能公开",
}
# These say themselves that the name is a former one.
FORMERLY = re.compile(r"(?:(?<![平太草高中清固三])原(?:国家|[\u4e00-\u9fff]{2,12}[省市县区旗])?|前身是?)$")
REPEALS = re.compile(r"[^。；]{0,110}废止")


@dataclass(frozen=True)
class Line:
    """A line that ships with the system: the word, where it comes from, since when it is so (“2018-03”)."""

    word: Word
    source: str
    dated: str


@cache
def builtin_lines() -> tuple[Line, ...]:
    """Return the lines of screening/data/*.tsv in the order of the files."""
    lines = []
    for path in sorted(DATA.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                unless = tuple(each for each in row["unless"].split("、") if each)
                word = Word(Kind(row["kind"]), row["text"], row["instead"], row["note"], unless)
                lines.append(Line(word, row["source"], row["dated"]))
    return tuple(lines)


@cache
def builtin_words() -> tuple[Word, ...]:
    return tuple(line.word for line in builtin_lines())


@cache
def _since() -> dict[Word, str]:
    return {line.word: line.dated for line in builtin_lines()}


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    """Yield every listed word; a county's line takes the place of the built-in one of the same kind and text."""
    signed_on: str | None = None
    for word, start, end in _search_for(lists).in_text(whole.text):
        if word.kind == Kind.OUTDATED_WORDING:
            if signed_on is None:
                signed_on = _signed_on(whole)
            if _was_right(whole, word, start, signed_on):
                continue
        yield from whole.found(word.kind, start, end, _note(word), word.instead)


class Search:
    def __init__(self, words: dict[str, Word]):
        self.words = list(words.values())
        self.unless = [tuple(map(fold, word.unless)) for word in self.words]
        # Overlapping: a word must not be missed because a longer one around it turns out to be meant otherwise.
        self.automaton = ahocorasick_rs.AhoCorasick(list(words)) if words else None

    def in_text(self, text: str) -> Iterator[tuple[Word, int, int]]:
        """Yield (word, start, end) from left to right, the longest where several begin or overlap."""
        if self.automaton is None:
            return
        free_from = 0
        matches = self.automaton.find_matches_as_indexes(text, overlapping=True)
        for number, start, end in sorted(matches, key=lambda each: (each[1], -each[2])):
            if start >= free_from and not self._is_meant_otherwise(number, text, start, end):
                yield self.words[number], start, end
                free_from = end

    def _is_meant_otherwise(self, number: int, text: str, start: int, end: int) -> bool:
        found = text[start:end]
        return any(_stands_around(text, start, longer, found) for longer in self.unless[number])


def _stands_around(text: str, start: int, longer: str, word: str) -> bool:
    """Whether the word found at ``start`` is part of ``longer`` there."""
    offset = longer.find(word)
    while offset >= 0:
        if start >= offset and text.startswith(longer, start - offset):
            return True
        offset = longer.find(word, offset + 1)
    return False


_last: tuple[Lists, Search] | None = None


def _search_for(lists: Lists) -> Search:
    """Return the search of these lists, kept for the next text: thousands are looked at with the same lists."""
    global _last
    kept = _last
    if kept is None or not (
        kept[0].words is lists.words
        and kept[0].silenced is lists.silenced
        or (kept[0].words, kept[0].silenced) == (lists.words, lists.silenced)
    ):
        kept = _last = (lists, _made(lists))
    return kept[1]


def _made(lists: Lists) -> Search:
    # One text of two kinds is found once: as the county says, whose lines come last.
    shipped = (word for word in builtin_words() if (word.kind, word.text) not in lists.silenced)
    return Search({fold(word.text): word for word in (*shipped, *lists.words) if word.text})


def _was_right(whole: Whole, word: Word, start: int, signed_on: str) -> bool:
    """Whether a former name is right here: part of a title in 《》, called a former one, repealed, or of its time."""
    before, after = whole.line(start, start + len(word.text))
    if FORMERLY.search(before[-20:]) or before.rfind("《") > before.rfind("》") or REPEALS.match(after):
        return True
    since = _since().get(word, "")
    return bool(signed_on and since) and signed_on[: len(since)] <= since


def _signed_on(whole: Whole) -> str:
    signed = signature(whole)
    return signed.day.isoformat() if signed and signed.day else ""


def _note(word: Word) -> str:
    instead = f"，应为“{word.instead}”" if word.instead else ""
    return f"{NOTES.get(word.kind, '请核对')}{instead}。{word.note}"
