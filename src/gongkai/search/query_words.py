"""
What a person typed, taken apart into the words that must be found.

Words parted by spaces must all be found. Inside a word of several characters most pairs must, so that
"养老补贴发放" finds "发放养老服务补贴". What stands in quotes, and a 文号, must be found exactly as it stands.
"""

import math
import re
import unicodedata
from dataclasses import dataclass

from .tokens import DOCUMENT_NUMBER, FUNCTION_CHARACTERS, normalise, pairs, runs

QUERY_LIMIT = 100  # characters; what is longer is cut
WORD_LIMIT = 12
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』')
# Words of a question that say nothing of its subject. 目的、标的、了解 are subjects.
_QUESTION_WORDS = re.compile(
    r"怎么样|怎么办|怎么|怎样|如何|什么|哪里|哪儿|哪些|哪个|多少|为什么|是否|能否|能不能|可不可以|请问|需要|我要|我想"
    r"|吗|呢|(?<![目标])的(?!确|士)|了(?!解)"
)


@dataclass(frozen=True)
class Word:
    """
    One thing that must be found: ``needed`` of its units, or all its atoms in this order when ``exact``.

    A unit is a pair of characters, or a whole number or Latin word, or a character that stands alone.
    """

    atoms: tuple[str, ...]
    units: tuple[str, ...]
    needed: int
    exact: bool = False

    @property
    def phrase(self) -> list[str]:
        return pairs(list(self.atoms))

    @property
    def marks(self) -> list[str]:
        """What is marked in a hit: the whole word, and its units unless the reader asked for the whole only."""
        whole = "".join(self.atoms)
        if self.exact and min(self.atoms) >= "\u3005":  # numbers of a 文号 stand apart in the text
            return [whole]
        return [whole, *self.units]


def words_of(query: str) -> list[Word]:
    """Return the words of a query; an empty list when nothing in it can be searched for."""
    text = unicodedata.normalize("NFKC", query[:QUERY_LIMIT])[:QUERY_LIMIT]
    words: list[Word] = []
    for match in _QUOTED.finditer(text):
        words += _exact_words(next(part for part in match.groups() if part is not None))
    text = _QUOTED.sub(" ", text)
    for number in DOCUMENT_NUMBER.finditer(text):
        words += _exact_words(number[0])
    for piece in DOCUMENT_NUMBER.sub(" ", text).split():
        words += _loose_words(piece)
    return list(dict.fromkeys(words))[:WORD_LIMIT]


def _exact_words(text: str) -> list[Word]:
    return [
        Word(atoms=tuple(atoms), units=tuple(_units(atoms)), needed=len(_units(atoms)), exact=True)
        for atoms in runs(normalise(text))
        if _units(atoms)
    ]


def _loose_words(text: str) -> list[Word]:
    words = []
    for atoms in runs(normalise(text)):
        written = "".join(atoms) if all(atom >= "\u3005" for atom in atoms) else " ".join(atoms)
        subject = [unit for run in runs(_QUESTION_WORDS.sub("\n", written)) for unit in _units(run)]
        units = list(dict.fromkeys(subject or _units(atoms)))
        if units:
            words.append(Word(atoms=tuple(atoms), units=tuple(units), needed=_needed(len(units))))
    return words


def _units(atoms: list[str]) -> list[str]:
    """Return pairs of neighbouring Han characters, whole words and numbers, and Han characters that stand alone."""
    units: list[str] = []
    for position, atom in enumerate(atoms):
        before = atoms[position - 1] if position else ""
        after = atoms[position + 1] if position + 1 < len(atoms) else ""
        if atom < "\u3005":
            units.append(atom)
        elif after >= "\u3005":
            units.append(atom + after)
        elif not before >= "\u3005" and atom not in FUNCTION_CHARACTERS:
            units.append(atom)
    return units


def _needed(count: int) -> int:
    """All of one or two; two thirds of more, so that a word between or a slip of the pen does no harm."""
    return count if count <= 2 else math.ceil(count * 2 / 3)
