"""
A passage as detectors read it: written plainly, and with what stands around it.

``fold`` changes one character into one, so that every offset is also an offset of the original text.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...findings import Lists, Passage
from .headings import Role

# Dashes that people type for a hyphen; characters that take no room and hide in copied numbers become a space.
_DASHES = "‐‑‒–—―−﹣－"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_RANGES = (
    *(
        (0xFF10, 0xFF1A),
        (0xFF21, 0xFF3B),
        (0xFF41, 0xFF5B),
        (0x2000, 0x200B),
        (0x2E80, 0x2FD6),
        (0xF900, 0xFB00),
    ),
    *((0x0660, 0x066A), (0x06F0, 0x06FA), (0x1D7CE, 0x1D800)),
)
_OTHERS = "\u00a0\u3000\u202f\u205f＠．＋＊＃"


def _folding() -> dict[int, str]:
    table = {ord(each): "-" for each in _DASHES} | {ord(each): " " for each in _UNSEEN}
    for code in [each for first, end in _RANGES for each in range(first, end)] + [
        ord(each) for each in _OTHERS
    ]:
        plain = unicodedata.normalize("NFKC", chr(code))
        digit = unicodedata.decimal(chr(code), None)
        if digit is not None:
            table[code] = str(digit)
        elif len(plain) == 1:
            table[code] = plain
    return table


_FOLDING = _folding()
_FOLDED = re.compile("[" + "".join(map(re.escape, map(chr, _FOLDING))) + "]")

# A number in Chinese numerals, too long to be a year or an amount; circles in a row would be a mask.
_NUMERALS = re.compile("[一二三四五六七八九](?:[一二三四五六七八九〇零]|○(?!○)){10,}")
_DIGITS = {ord(each): str(value) for value, each in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    map(ord, "零○"), "0"
)

# Where a sentence ends; the end of a line inside a number does not end one.
_STOP = re.compile(r"[。；;!！?？]|(?<![0-9])\n|\n(?![0-9])")

_FULL_STOP = re.compile(r"[。!！?？]|(?<![0-9])\n|\n(?![0-9])")

# What shows that somebody has masked a value already.
MASKED = re.compile(r"[*×✱●○■□█※]|[xX]{2,}|某")


def fold(text: str) -> str:
    """Return ``text`` with full-width letters, digits, long numbers, spaces and dashes as a keyboard writes them."""
    if _NUMERALS.search(text):
        text = _NUMERALS.sub(lambda number: number[0].translate(_DIGITS), text)
    return text.translate(_FOLDING) if _FOLDED.search(text) else text


def is_masked(text: str) -> bool:
    return bool(MASKED.search(text))


@dataclass(frozen=True)
class Reading:
    """
    One passage: its folded text, the heading it stands under, the passages around it.

    ``persons`` says that it is a cell of a table about persons, so that what a cell says is said of somebody.
    """

    number: int
    text: str
    lists: Lists
    heading: str = ""
    role: Role | None = None
    persons: bool = False
    around: tuple[Sequence[Passage], int, int] = ((), 0, 0)

    @cached_property
    def neighbours(self) -> str:
        """Return the text of the passages before and after, which say whose account or list this is."""
        passages, first, end = self.around
        return "\n".join(fold(passages[at].text[:400]) for at in range(first, end) if at != self.number)

    def before(self, start: int, length: int) -> str:
        """Return what stands before ``start``, beginning with the heading of the cell."""
        if self.heading and start < length:
            return f"{self.heading}:{self.text[:start]}"[-length:]
        return self.text[max(0, start - length) : start]

    def after(self, end: int, length: int) -> str:
        return self.text[end : end + length]

    def sentence(self, start: int, end: int, reach: int = 80, whole: bool = False) -> tuple[int, int]:
        """
        Return where the sentence around a find begins and ends, at most ``reach`` characters away.

        A semicolon ends it, too, unless ``whole``.
        """
        stops = _FULL_STOP if whole else _STOP
        first, last = max(0, start - reach), min(len(self.text), end + reach)
        for stop in stops.finditer(self.text, first, start):
            first = stop.end()
        stop = stops.search(self.text, end, last)
        return first, stop.start() if stop else last
