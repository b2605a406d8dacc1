"""Cells, their addresses, and the text they share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...findings import Cover, Unreadable
from ..office_text import covered
from ..packages import Element, Package
from .styles import S, plain_font

T, RUN, RUN_LOOK, PHONETIC = S + "t", S + "r", S + "rPr", S + "rPh"
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_STRINGS = 2_000_000
RANGE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")


@dataclass(frozen=True)
class Text:
    """Text of a cell; ``runs`` when it has several looks: the look and the text of each."""

    plain: str
    runs: tuple[tuple[Element | None, str], ...] = ()


class Cell:
    """
    A cell that shows: its column and style in the original, its text, and the number that says the same.

    ``code`` is the number format that makes the number say it. Text needs none: it is what its format showed.
    """

    __slots__ = ("code", "column", "number", "runs", "style", "text")

    def __init__(self, column: int, style: int, text: str, number: str | None = None, runs: tuple = ()):
        self.column, self.style, self.text, self.number, self.runs = column, style, text, number, runs
        self.code = ""

    def cover(self, covers: Sequence[Cover]) -> None:
        self.text, self.number, self.runs = covered(self.text, covers), None, ()


@dataclass(frozen=True)
class Range:
    """A rectangle of cells, counted from 1, all sides belonging to it."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def from_words(cls, words: str) -> "Range | None":
        """Read “B2:D9”; None for anything else, whole rows and columns included."""
        found = RANGE.match(words.upper())
        if not found:
            return None
        left, top = column_number(found[1]), int(found[2])
        right = column_number(found[3]) if found[3] else left
        bottom = int(found[4]) if found[4] else top
        if not (1 <= top <= bottom <= MOST_ROWS and 1 <= left <= right <= MOST_COLUMNS):
            return None
        return cls(top, left, bottom, right)

    def __contains__(self, at: tuple[int, int]) -> bool:
        return self.top <= at[0] <= self.bottom and self.left <= at[1] <= self.right

    def in_words(self) -> str:
        first, last = f"{letters_of(self.left)}{self.top}", f"{letters_of(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=20_000)
def letters_of(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shared_texts(package: Package, workbook: str) -> list[Text]:
    """Return the texts that cells name by number."""
    found: list[Text] = []
    for name in package.related(workbook, "sharedStrings"):
        for element in package.rows(name, [S + "si"]):
            if len(found) >= MOST_STRINGS:
                raise Unreadable("工作簿里的文字太多，系统不能检查。请分成几个文件，再上传。")
            found.append(text_of(element))
    return found


def text_of(element: Element) -> Text:
    """Read an si or is: its runs, but not the readings that stand over the characters."""
    if len(element) == 1 and element[0].tag == T:
        return Text(unescape(element[0].text or ""))
    runs: list[tuple[Element | None, str]] = []
    for child in element:
        if child.tag == T:
            runs.append((None, unescape(child.text or "")))
        elif child.tag == RUN:
            look = child.find(RUN_LOOK)
            look = plain_font(look) if look is not None else None
            runs.append((look, unescape("".join(each.text or "" for each in child.iterchildren(T)))))
    plain = "".join(text for _, text in runs)
    return Text(plain, tuple(runs) if any(look is not None for look, _ in runs) else ())


def unescape(text: str) -> str:
    """Undo “_x000D_”, by which the format writes what XML cannot hold."""
    if "_x" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
