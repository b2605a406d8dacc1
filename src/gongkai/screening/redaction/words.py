"""
Finding given words in the text of a file, however they are written and broken. Pure.

A name must be found in “申请人张三因土地” as well as in “张　三”, across the end of a line, in full-width digits and in
traditional characters: one that is overlooked is published. What may be a different word is found too, but marked
as not certain, and a person decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..findings import Passage
from .folding import MIDDLE_DOTS, NUMBER_SIGNS, fold_all, fold_character, fold_with_places
from .neighbours import is_han, stands_alone

INSIDE_WORD = "可能是更长的词的一部分"
INSIDE_NUMBER = "是更长的号码的一部分"
TWO_PLACES = "分在两处"
ODD_SIGNS = "字中间夹着符号"
LONG_NUMBER = 7  # digits; from here on dashes and brackets inside are how people write it
COUNTRY_CODE = "86"
ONE_NUMBER = frozenset("0123456789x")


@dataclass(frozen=True)
class Hit:
    """
    A piece of a passage in which a word was found. A word that runs on into the next passage gives several hits
    with the same ``occurrence``, which are covered or left together.
    """

    passage: int
    start: int
    end: int
    word: str
    certain: bool
    why: str = ""  # what makes it not certain, in Chinese
    occurrence: int = 0


@dataclass(frozen=True)
class _Stream:
    """The folded letters of all passages in a row, and where each comes from."""

    letters: str
    passages: list[int]
    places: list[int]


def find_words(passages: Sequence[Passage], words: Iterable[str]) -> list[Hit]:
    """
    Return where the words are, in the order of the text.

    Longer words come first and what they take is not found again: with “张三” and “张三丰” wanted, “张三丰” is one hit.
    """
    stream = _stream(passages)
    taken = bytearray(len(stream.letters))
    found: list[tuple[int, int, str, str]] = []
    for folded, word in fold_all(words).items():
        start = stream.letters.find(folded)
        while start >= 0:
            end = start + len(folded)
            if any(taken[start:end]) or _cuts_a_character(stream, start, end):
                start = stream.letters.find(folded, start + 1)
                continue
            taken[start:end] = b"\1" * len(folded)
            found.append((start, end, folded, word))
            start = stream.letters.find(folded, end)
    hits: list[Hit] = []
    for occurrence, (start, end, folded, word) in enumerate(sorted(found)):
        why = _doubt(passages, stream, start, end, folded)
        hits += [
            Hit(passage, first, last, word, not why, why, occurrence)
            for passage, first, last in _pieces(stream, start, end)
        ]
    return hits


def _stream(passages: Sequence[Passage]) -> _Stream:
    letters: list[str] = []
    numbers: list[int] = []
    places: list[int] = []
    for number, passage in enumerate(passages):
        folded, origins = fold_with_places(passage.text)
        letters.append(folded)
        numbers += [number] * len(folded)
        places += origins
    return _Stream("".join(letters), numbers, places)


def _cuts_a_character(stream: _Stream, start: int, end: int) -> bool:
    """One character may fold to several letters (“㎡”): a hit begins and ends with whole characters."""

    def same(one: int, other: int) -> bool:
        return (stream.passages[one], stream.places[one]) == (stream.passages[other], stream.places[other])

    return (start > 0 and same(start - 1, start)) or (end < len(stream.letters) and same(end - 1, end))


def _pieces(stream: _Stream, start: int, end: int) -> list[tuple[int, int, int]]:
    pieces: list[tuple[int, int, int]] = []
    for at in range(start, end):
        passage, place = stream.passages[at], stream.places[at]
        if pieces and pieces[-1][0] == passage:
            pieces[-1] = (passage, pieces[-1][1], place + 1)
        else:
            pieces.append((passage, place, place + 1))
    return pieces


def _doubt(passages: Sequence[Passage], stream: _Stream, start: int, end: int, folded: str) -> str:
    """Return why the letters from ``start`` to ``end`` may be something else, or nothing."""
    is_number = set(folded) <= ONE_NUMBER
    allowed = NUMBER_SIGNS | MIDDLE_DOTS if is_number and len(folded) >= LONG_NUMBER else MIDDLE_DOTS
    for one, next_ in pairwise(range(start, end)):
        here, there = stream.passages[one], stream.passages[next_]
        if here != there:
            if not _goes_on(passages[here], passages[there], there - here):
                return TWO_PLACES
            between = (
                passages[here].text[stream.places[one] + 1 :] + passages[there].text[: stream.places[next_]]
            )
        else:
            between = passages[here].text[stream.places[one] + 1 : stream.places[next_]]
        if any(not each.isspace() and each not in allowed for each in between if each.isprintable()):
            return ODD_SIGNS
    before = _beside(passages, stream, start, -1)
    after = _beside(passages, stream, end - 1, +1)
    if is_han(folded[0]) or is_han(folded[-1]):
        return "" if stands_alone(folded, before, after) else INSIDE_WORD
    return _inside_longer(folded, before, after, _text_before(passages, stream, start))


def _goes_on(one: Passage, next_: Passage, step: int) -> bool:
    """Whether the text of a passage runs on into the next: lines of one page do, cells and paragraphs do not."""
    return step == 1 and one.place == next_.place and not one.table and not next_.table


def _beside(passages: Sequence[Passage], stream: _Stream, at: int, step: int) -> str:
    """Return the character right before or after; nothing at the end of a passage or where a space parts them."""
    text, place = passages[stream.passages[at]].text, stream.places[at] + step
    folded = fold_character(text[place]) if 0 <= place < len(text) else ""
    return folded[-1:] if step < 0 else folded[:1]


def _text_before(passages: Sequence[Passage], stream: _Stream, at: int) -> str:
    return passages[stream.passages[at]].text[: stream.places[at]]


def _inside_longer(folded: str, before: str, after: str, text_before: str) -> str:
    """Letters and digits do have limits: a number inside a longer one is another number."""
    if folded[0].isdigit() and text_before.endswith(COUNTRY_CODE) and len(folded) >= LONG_NUMBER:
        before = text_before[-3:-2]
    if _of_one_kind(folded[0], before) or _of_one_kind(folded[-1], after):
        return INSIDE_NUMBER if folded[0].isdigit() else INSIDE_WORD
    return ""


def _of_one_kind(letter: str, beside: str) -> bool:
    if not beside or is_han(beside):
        return False
    return letter.isdigit() == beside.isdigit() and letter.isalnum() and beside.isalnum()
