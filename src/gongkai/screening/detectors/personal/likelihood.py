"""
What in running text is a name: of two readings the likelier one.

Chinese does not part words, and nearly every character of a name is one of ordinary words as well. So the two are
weighed: ordinary text is a chain of pairs of characters, each as likely as it is frequent (``data/ordinary_pairs``);
a name is a family name, by how common it is, with one or two characters that given names are made of. Along the text
the likelier chain of both is looked for (Viterbi's algorithm). Pure.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from .names import (
    COMMON_GIVEN_NAMES,
    COMPOUND,
    GIVEN_NAMES,
    HAN,
    NEVER_IN_NAMES,
    SELDOM_LAST,
    SINGLE_FAMILY_NAMES,
)
from .vocabulary import AFTER_NAME
from .words import lines

BEGIN, END = "^", "$"  # of a run of characters
LEVELS = ascii_letters
STEPS = 2  # levels for each doubling
_DISCOUNT = 0.75  # taken from each pair that was seen, for those that were not
_UNKNOWN = 0.5  # how often a character was seen that never was
# How likely a name begins at a character: by itself, behind a word for persons, behind a character that leads to a
# name, within other text.
_ALONE, _EXPECTED, _LED, _WITHIN = 0.02, 0.4, 0.012, 0.0003
_LEADING = frozenset("人户民由与和向对给将请为系员子女妻夫父母者生友主方姓名叫及被跟同嫁")
# What stands behind a name: nothing, a word that follows names, a small word, or any.
_ENDS, _FOLLOWS, _SMALL, _ANY = 0.55, 0.015, 0.006, 0.2
_WHOLE_WORD = math.log(0.001)
_FOLLOWING = re.compile(AFTER_NAME)
_FOLLOWING_WHOLE = re.compile(AFTER_NAME.replace("(?=", "(?:"))  # with what must stand behind it: “便把”
_SMALL_WORDS = frozenset("的与和及等为因系在对将于已曾至向把随诉")
# How much of all given names the common characters make up, the others of the list, and the rare ones, of which there
# are three thousand.
_COMMON, _OTHER, _RARE, _RARE_ONES = 0.7, 0.27, 0.03, 3_000
_SELDOM_LAST = math.log(0.02)
_NEVER = -60.0
_ONE, _TWO = math.log(0.3), math.log(0.7)  # characters of a given name
# How common the first family name of the list is, and how the others fall behind.
_FIRST_OF_ALL, _FALL = 0.07, 0.12
_LEAST_COMMON = 0.00025
_HAN = re.compile(f"[{HAN}]")
_FIRST = frozenset(SINGLE_FAMILY_NAMES) | {name[0] for name in COMPOUND}  # characters that names begin with


class _Counts(NamedTuple):
    seen: dict[str, float]
    pairs: dict[str, float]
    behind: dict[str, int]  # how many different characters stand behind one
    total: float


@cache
def _counts() -> _Counts:
    worth = {letter: 2 ** (number / STEPS) for number, letter in enumerate(LEVELS)}
    seen: dict[str, float] = {}
    pairs: dict[str, float] = {}
    behind: dict[str, int] = {}
    for line in lines("ordinary_pairs"):
        first = line[0]
        seen[first] = worth[line[1]]
        behind[first] = len(line) // 2 - 1
        for at in range(2, len(line), 2):
            pairs[first + line[at]] = worth[line[at + 1]]
    return _Counts(seen, pairs, behind, sum(count for each, count in seen.items() if each != BEGIN))


@lru_cache(maxsize=200_000)
def _ordinary(before: str, character: str) -> float:
    """How likely, as a logarithm, ``character`` follows ``before`` in ordinary text."""
    counts = _counts()
    alone = _alone(character)
    context = counts.seen.get(before, 0.0)
    if not context:
        return math.log(alone)
    taken = max(counts.pairs.get(before + character, 0.0) - _DISCOUNT, 0.0) / context
    return math.log(taken + max(_DISCOUNT * counts.behind[before] / context, 0.001) * alone)


def _alone(character: str) -> float:
    counts = _counts()
    return (counts.seen.get(character, 0.0) + _UNKNOWN) / counts.total


@cache
def _family() -> dict[str, float]:
    """How likely each family name is, as a logarithm; the list has the most common ones first."""
    common = {
        name: max(_FIRST_OF_ALL / (1 + _FALL * place) ** 1.3, _LEAST_COMMON)
        for place, name in enumerate(SINGLE_FAMILY_NAMES)
    } | dict.fromkeys(COMPOUND, _LEAST_COMMON)
    whole = sum(common.values())
    return {name: math.log(share / whole) for name, share in common.items()}


@lru_cache(maxsize=20_000)
def _given(character: str) -> float:
    if character in COMMON_GIVEN_NAMES:
        return math.log(_COMMON / len(COMMON_GIVEN_NAMES))
    if character in GIVEN_NAMES:
        return math.log(_OTHER / len(GIVEN_NAMES - COMMON_GIVEN_NAMES))
    return _NEVER if character in NEVER_IN_NAMES else math.log(_RARE / _RARE_ONES)


def _name(family: str, given: str) -> float:
    likely = _family()[family] + sum(map(_given, given)) + (_ONE if len(given) == 1 else _TWO)
    return likely + _SELDOM_LAST if given[-1] in SELDOM_LAST else likely


def _behind_name(text: str, at: int) -> float:
    """How likely, as a logarithm, what stands at ``at`` stands behind a name."""
    character = _han(text, at)
    if not character:
        return math.log(_ENDS)
    if _FOLLOWING.match(text, at):
        return math.log(_FOLLOWS)
    return math.log((_SMALL if character in _SMALL_WORDS else 0.0) + _ANY * _alone(character))


def _begins(text: str, at: int, is_expected: bool) -> float:
    if is_expected:
        return math.log(_EXPECTED)
    before = text[at - 1 : at]
    if not _HAN.match(before):
        return math.log(_ALONE)
    return math.log(_LED if before in _LEADING else _WITHIN)


def _endings(text: str, at: int) -> Iterator[tuple[int, float]]:
    """Yield where a name that begins at ``at`` can end, with how likely it is."""
    for length in (1, 2):
        family = text[at : at + length]
        if family not in _family() or len(family) < length:
            continue
        for given in (1, 2):
            end = at + length + given
            if end <= len(text) and all(map(_HAN.match, text[at + length : end])):
                yield end, _name(family, text[at + length : end])


def end_of_name(text: str, at: int) -> int:
    """Return the likeliest end of the name that begins at ``at``; 0 when none can begin there."""
    best, chosen = -math.inf, 0
    longest = max((end for end, _ in _endings(text, at)), default=0)
    for end, likely in _endings(text, at):
        word = _FOLLOWING_WHOLE.match(text, end)
        likely += max(_behind_name(text, end), _WHOLE_WORD if word and word.end() > longest else -math.inf)
        # The shorter one leaves a character more to the text behind it, and the text goes on from there.
        for step in range(word.end() if word else end, longest + 1):
            if step > end and _han(text, step - 1):
                likely += _ordinary(text[step - 1], _han(text, step) or END)
        if likely > best:
            best, chosen = likely, end
    return chosen


def _han(text: str, at: int) -> str:
    character = text[at : at + 1]
    return character if _HAN.match(character) else ""


def over_words(text: str, start: int, end: int) -> float:
    """Return how much likelier, as a logarithm, ``text[start:end]`` is a name than a piece of ordinary text."""
    family = text[start : start + 2] if text[start : start + 2] in COMPOUND else text[start : start + 1]
    given = text[start + len(family) : end]
    if family not in _family() or not given:
        return 0.0
    ordinary = sum(_ordinary(_han(text, at - 1) if at else BEGIN, text[at]) for at in range(start, end))
    ordinary += _ordinary(text[end - 1], _han(text, end) or END)
    return _name(family, given) + _behind_name(text, end) - ordinary


def names_in(
    text: str, begin: int, end: int, expected: frozenset[int] = frozenset()
) -> list[tuple[int, int]]:
    """
    Return where names stand between ``begin`` and ``end``, in order.

    At the places ``expected`` a word says that a name follows.
    """
    # The likeliest reading up to each character: as (how likely, where its last part begins, whether before that a
    # name ends), once for readings that end with ordinary text and once for those that end with a name.
    size = end - begin
    nothing = (-math.inf, 0, False)
    plain: list[tuple[float, int, bool]] = [nothing] * (size + 1)
    named: list[tuple[float, int, bool]] = [nothing] * (size + 1)
    plain[0] = (0.0, 0, False)
    part = text[begin:end]
    for at, character in enumerate(part):
        is_han = bool(_HAN.match(character))
        before = _han(part, at - 1) if at else _han(text, begin - 1) if begin else ""
        after_plain, after_name = plain[at][0], named[at][0]
        if is_han:
            step = _ordinary(before or BEGIN, character)
        else:
            step = _ordinary(before, END) if before else 0.0
        plain[at + 1] = max(plain[at + 1], (after_plain + step, at, False))
        if after_name > -math.inf:
            plain[at + 1] = max(plain[at + 1], (after_name + _behind_name(text, begin + at), at, True))
            word = _FOLLOWING_WHOLE.match(text, begin + at)
            if (
                word and at + 1 < word.end() - begin <= size
            ):  # a word that follows names stands there as a whole
                last = word.end() - begin
                plain[last] = max(plain[last], (after_name + _WHOLE_WORD, at, True))
        for last, likely in _endings(part, at) if character in _FIRST else ():
            start = after_plain + _begins(text, begin + at, begin + at in expected)
            named[last] = max(named[last], (start + likely, at, False))
    last_plain = plain[size][0] + (_ordinary(_han(part, size - 1), END) if _han(part, size - 1) else 0.0)
    is_name = named[size][0] + _behind_name(text, end) > last_plain
    found = []
    at = size
    while at > 0:
        _, start, after_name = (named if is_name else plain)[at]
        if is_name:
            found.append((begin + start, begin + at))
        at, is_name = start, after_name
    return found[::-1]
