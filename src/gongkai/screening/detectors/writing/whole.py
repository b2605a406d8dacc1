"""
All passages as one text, so that each pattern is run once and not once for each of a thousand cells.

Letters, digits and ideographs written in a compatibility form (full width, radicals that PDF files give for
characters) are read as the usual ones; each is replaced by one character, so that every place stays what it was.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ...enums import Kind
from ...findings import Finding, Passage

SEAM = "\n"
BLANK = " \t\u3000\xa0"
REACH = 120
# Full-width digits and letters, radicals, compatibility ideographs. Punctuation stays: its width is what is checked.
_RANGES = (
    *((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)),
    *((0x2E80, 0x2FD6), (0xF900, 0xFB00)),
)


def _folding() -> dict[int, str]:
    codes = (code for first, end in _RANGES for code in range(first, end))
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: text for code, text in plain.items() if len(text) == 1 and text != chr(code)}


_FOLDING = _folding()
_FOLDED = re.compile("[" + "".join(map(chr, _FOLDING)) + "]")


def fold(text: str) -> str:
    return text.translate(_FOLDING) if _FOLDED.search(text) else text


class Whole:
    def __init__(self, passages: Sequence[Passage]):
        self.passages = passages
        self.original = SEAM.join(passage.text for passage in passages)
        self.text = fold(self.original)
        self.starts = [0, *accumulate(len(passage.text) + len(SEAM) for passage in passages)][:-1]

    def passage_at(self, place: int) -> int:
        """Return the number of the passage that holds the character at ``place``."""
        return bisect_right(self.starts, place) - 1

    def found(self, kind: Kind, start: int, end: int, note: str, suggestion: str = "") -> Iterator[Finding]:
        """Yield the finding of this piece of text; nothing when it reaches over two passages."""
        number = self.passage_at(start)
        first = self.starts[number]
        if end - first <= len(self.passages[number].text):
            yield Finding(
                kind, number, start - first, end - first, self.original[start:end], note, suggestion
            )

    def line(self, start: int, end: int) -> tuple[str, str]:
        """Return what stands on the same line before and after a piece of text, at most ``REACH`` characters."""
        first = self.text.rfind(SEAM, max(0, start - REACH), start) + 1 or max(0, start - REACH)
        last = self.text.find(SEAM, end, end + REACH)
        return self.text[first:start], self.text[end : last if last >= 0 else end + REACH]
