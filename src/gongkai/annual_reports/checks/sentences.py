"""
The prose of a report cut into sentences that can be read by pattern and shown letter for letter. Pure.

``text`` is for reading: half- and full-width forms are made one, blanks inside numbers and words are gone. ``quote`` is
for showing: exactly what stands in the paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..content import Report
from ..layout import ORDINALS, SECTIONS

_WIDTHS = str.maketrans(
    "０１２３４５６７８９．％(),:;?!﹪",
    "0123456789.%（），：；？！%",
)
_SPACE = re.compile(r"[\s\u3000\xa0\u200b]+")
_GROUPED_THOUSANDS = re.compile(r"(?<![\d.])(\d{1,3}(?:，\d{3})+)(?![\d.]|，\d)")
_END_OF_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?\n]+|$)")
_BROKEN = re.compile(r"^.{15,}[^。！？!?；;：:…”\"）)\]】\s]\s*$", re.S)
_BEGINS_ANEW = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]|[一二三四五六七八九十]+[、是]|\d+[.、．]|\[|图\d)"
)
_PART = re.compile(r"^（([一二三四五六七八九十]|\d{1,2})）")


@dataclass(frozen=True)
class Sentence:
    """A sentence up to its full stop."""

    section: int  # which of the six; 0 stands before the first
    part: str  # “（二）” when the paragraphs are numbered so
    paragraph: int  # counted through the whole report
    text: str  # normalised, for patterns
    quote: str  # as printed

    @property
    def where(self) -> str:
        return where_in_prose(self.section, self.part)


def where_in_prose(section: int, part: str = "") -> str:
    """Return “正文一、总体情况（二）”."""
    if not section:
        return "正文开头"
    return f"正文{ORDINALS[section - 1]}、{SECTIONS[section - 1]}{part}"


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """Return all sentences in order. A line broken in the middle of a sentence, as in a PDF, is put together."""
    sentences = []
    number = 0
    for section in report.sections:
        part = ""
        for lines in _paragraphs(section.paragraphs):
            number += 1
            whole = "".join(lines)
            for match in _END_OF_SENTENCE.finditer(whole):
                text = normalised(match.group())
                if not text:
                    continue
                if numbered := _PART.match(text):
                    part = numbered.group()
                quote = _longest_piece(lines, match.start(), match.end())
                sentences.append(Sentence(section.ordinal, part, number, text, quote))
    return tuple(sentences)


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph: one, unless a long line ends without a mark and the next does not begin anew."""
    paragraph: list[str] = []
    for line in lines:
        if paragraph and (not _BROKEN.search(paragraph[-1]) or _BEGINS_ANEW.match(line.strip())):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _longest_piece(lines: Sequence[str], start: int, end: int) -> str:
    """Return the longest piece of the sentence that stands in one line, so that it can be found and lit there."""
    longest, offset = "", 0
    for line in lines:
        piece = line[max(start - offset, 0) : max(end - offset, 0)].strip()
        longest = max(longest, piece, key=len)
        offset += len(line)
    return longest


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    """
    Return ``text`` with one width of figures and marks, without blanks.

    A blank between two digits stays, since nobody can say whether “10 5” is one number or two; a comma that groups
    thousands goes.
    """
    text = text.translate(_WIDTHS)
    text = _SPACE.sub(" ", text.strip())
    text = re.sub(r" (?!\d)|(?<!\d) ", "", text)
    return _GROUPED_THOUSANDS.sub(lambda match: match.group().replace("，", ""), text)
