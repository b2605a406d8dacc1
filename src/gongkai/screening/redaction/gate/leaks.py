"""What is looked for, in text and in bytes, and what is said when it is found. Pure."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ahocorasick_rs import BytesAhoCorasick

from ...findings import Passage, Place
from ..folding import fold
from ..words import find_words

MOST_LEAKS = 200
# A secret of four bytes turns up by chance in a few megabytes of compressed data: there it proves nothing.
LEAST_SURPRISE = 1e-6
# Shorter ones are sought in text only: “1000” is in the numbers and codes of any drawing.
LEAST_BYTES, LEAST_ASCII = 4, 8
JOINED_LENGTH = 4  # letters; from here on a secret is also sought across everything that parts a text
LONG_NUMBER, DIGITS_OF_A_CELL = 15, 13  # spreadsheets keep long numbers as 3.7172319900101E+17


@dataclass(frozen=True)
class Leak:
    """
    One way in which something can be got back. ``secret`` is the number of the covered word in the list that was
    sought, -1 when it is no particular one; the sentence shows no more of it than its beginning.
    """

    where: str
    what: str
    secret: int = -1

    def as_json(self) -> dict[str, Any]:
        return {"where": self.where, "what": self.what, "secret": self.secret}


class Secrets:
    """The covered words, in every spelling in which a file may keep them."""

    def __init__(self, words: Iterable[str]):
        self.words = list(dict.fromkeys(word for word in words if fold(word)))
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self.folded = [fold(word) for word in self.words]
        self.patterns = [
            # Which word, how it is spelled, and whether that is the plain spelling.
            (number, pattern, pattern in {word.encode(), word.strip().encode(), fold(word).encode()})
            for number, word in enumerate(self.words)
            for pattern in _spellings(word)
            if len(pattern) >= (LEAST_ASCII if word.isascii() else LEAST_BYTES)
        ]
        self.automaton = BytesAhoCorasick([pattern for _, pattern, _ in self.patterns])

    def in_lines(self, lines: Sequence[str], where: str, page: int = 1) -> list[Leak]:
        """Look in lines that read on from one to the next."""
        return self._found([Passage(line, Place(page=page)) for line in lines], where)

    def in_texts(self, texts: Sequence[str], where: str) -> list[Leak]:
        """Look in texts that have nothing to do with one another, each decoded once more from its entities."""
        decoded = [html.unescape(text) for text in texts]
        passages = [Passage(text, Place(paragraph=number)) for number, text in enumerate(decoded, start=1)]
        joined = fold("".join(decoded))
        across = [
            Leak(where, f"应当遮盖的“{hint(self.words[number])}”分成几段留在里面，可以拼出来。", number)
            for number, folded in enumerate(self.folded)
            if len(folded) >= JOINED_LENGTH and folded in joined
        ]
        return [*self._found(passages, where), *across]

    def in_bytes(
        self, data: bytes, where: str, *, is_compressed: bool = False, is_text: bool = False
    ) -> list[Leak]:
        """
        Look in the bytes themselves. ``is_text`` leaves out the plain spelling, which has been looked for with an
        eye to longer words that may stay.
        """
        found: set[int] = set()
        for at, _, _ in self.automaton.find_matches_as_indexes(data, overlapping=True) if self.words else ():
            number, pattern, is_plain = self.patterns[at]
            by_chance = is_compressed and len(data) / 256.0 ** len(pattern) >= LEAST_SURPRISE
            if not by_chance and not (is_text and is_plain):
                found.add(number)
        return [
            Leak(where, f"应当遮盖的“{hint(self.words[number])}”原样留在数据里，可以取出来。", number)
            for number in sorted(found)
        ]

    def in_characters(self, known: set[str], shown: set[str], where: str) -> list[Leak]:
        """Look whether a font knows characters that only a secret can have brought in."""
        extra = {fold(character) for character in known} - {fold(character) for character in shown}
        return [
            Leak(where, f"字体里留有只在“{hint(self.words[number])}”中出现的字，可以推出原文。", number)
            for number, folded in enumerate(self.folded)
            if extra & set(folded)
        ]

    def _found(self, passages: Sequence[Passage], where: str) -> list[Leak]:
        certain = {hit.word for hit in find_words(passages, self.words) if hit.certain}
        return [
            Leak(where, f"应当遮盖的“{hint(word)}”还能作为文字取出来。", number)
            for word, number in self.numbers.items()
            if word in certain
        ]


def hint(word: str) -> str:
    """Show which word is meant to somebody who knows it, and nothing to others."""
    return word[:1] + "＊" * min(len(word) - 1, 5)


def _spellings(word: str) -> list[bytes]:
    texts = {word, word.strip(), fold(word)}
    spelled = {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    for text in texts:
        spelled.add(text.encode("ascii", "backslashreplace"))
        spelled.add(text.encode("ascii", "xmlcharrefreplace"))
        spelled.add(quote(text).encode())
    digits = fold(word)
    if digits.isdigit() and len(digits) >= LONG_NUMBER:
        spelled.add(f"{digits[0]}.{digits[1:DIGITS_OF_A_CELL]}".encode())
    return sorted(spelled)
