"""
Statutory tables whose cells became running text: one cell a line, cells between spaces, or no separator at all.

The text is cut at its numbers. What stands before numbers is the label of a row, what follows the last number is
prose again. Only text after words that nothing but the tables has is cut.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .. import layout
from ..content import Place
from . import labels
from .blocks import Block, Cell, Paragraph, Row, Table
from .headings import section_of

LONGEST_LABEL = 120
MOST_PAIRS = 2_000
LONGEST_TEXT = 2_000_000  # characters in one stretch; a whole report has 20 000


def _spaced(words: str) -> str:
    return r"\s*".join(map(re.escape, words))


ANCHOR = re.compile(
    "|".join(
        [
            rf"{_spaced('第二十条第')}\s*[（(]?\s*[一五六八九]\s*[）)]?\s*{_spaced('项')}",
            _spaced("信息内容"),
            rf"[（(]?\s*{_spaced('本列数据的勾稽关系')}",
            _spaced("申请人情况"),
            rf"{_spaced('行政复议')}\s*{_spaced('行政诉讼')}",
            rf"(?:{_spaced('行政复议')}\s*)?{_spaced('结果维持')}",
        ]
    )
)
PAGE_NUMBER = re.compile(r"^[ \t]*(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|第\s*\d{1,3}\s*页.{0,12})[ \t]*$", re.M)
REMARK = r"(?:\s*[（(](?:其中|含|包括|不含|注)[^（）()]{1,30}[）)])?"
NUMBER = re.compile(
    rf"(?:[+\-]|增加?|减少?)?\d[\d,，.．]*{REMARK}(?:\s*(?:万元|亿元|元))?|(?<=\s)(?:[-—－/]{{1,2}}|无)(?=\s)"
)
ORDINAL_AFTER = re.compile(r"(\d)[.．、]$")
_WORDS = sorted(
    {
        *(column.label for form in layout.Form for e in layout.entries(form) for column in e.columns),
        *(each.label for each in (*layout.APPLICANTS, *layout.BLOCKS, *layout.RESULTS)),
        *("信息内容", "法人或其他组织", "申请人情况", "行政诉讼"),
    },
    key=len,
    reverse=True,
)
WORD = re.compile(
    "|".join(_spaced(word).replace("（单位：万元）", "(?:（单位：.{0,3}元）)?") for word in _WORDS)
)
# Where a label may begin: at its ordinal, or where a word of the heading before it ends.
BEGINS = re.compile(r"\d[.．、]|[（(][一二三四五六七][)）]|[一二四]、")
# The heading of 表四; its narrow cells break into two lines that read across.
IS_TABLE_4 = re.compile("结果维持|尚未审结|维持纠正结果审结")


@dataclass(frozen=True)
class Pair:
    """A stretch of text and the numbers that follow it."""

    text: str
    numbers: tuple[str, ...]
    start: int
    end: int


def cut(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` with the tables that stand among their paragraphs made tables."""
    result: list[Block] = []
    stretch: list[Paragraph] = []
    for block in [*blocks, None]:
        # Numbers that a picture shows in running text are never cut: some may not have been seen at all.
        if isinstance(block, Paragraph) and not section_of(block.text) and not block.place.is_recognised:
            stretch.append(block)
            continue
        result += _cut(stretch)
        stretch = []
        if block is not None:
            result.append(block)
    return result


def _cut(stretch: Sequence[Paragraph]) -> list[Block]:
    text = "\n".join(paragraph.text for paragraph in stretch)
    anchor = ANCHOR.search(text) if len(text) <= LONGEST_TEXT else None
    if anchor is None:
        return list(stretch)
    starts: list[int] = []
    at = 0
    for paragraph in stretch:
        starts.append(at)
        at += len(paragraph.text) + 1
    rows: list[Row] = []
    end = sure = 0
    for pair in islice(_pairs(_without_page_numbers(text), anchor.start()), MOST_PAIRS):
        begins = pair.start + len(pair.text) - len(pair.text.lstrip())
        rows += _rows(pair, stretch[bisect_right(starts, begins) - 1].place)
        if _is_row(pair):
            end, sure = pair.end, len(rows)
    if not sure:
        return list(stretch)
    before, after = text[: anchor.start()].strip(), text[end:].strip()
    return [
        *(Paragraph(line, stretch[0].place) for line in before.split("\n") if line.strip()),
        Table(tuple(rows[:sure])),
        *(Paragraph(line, stretch[-1].place) for line in after.split("\n") if line.strip()),
    ]


def _without_page_numbers(text: str) -> str:
    """Blank the lines that only number a page, so that nothing else moves."""
    return PAGE_NUMBER.sub(lambda found: " " * len(found[0]), text)


def _pairs(text: str, start: int) -> Iterator[Pair]:
    """Yield what stands before numbers, with those numbers, from ``start`` on."""
    begin = first = at = start
    taken: list[str] = []
    for found in NUMBER.finditer(text, start):
        token, stop = _number_of(text, found)
        if not token:
            continue
        if taken and text[at : found.start()].strip():
            yield Pair(text[begin:first], tuple(taken), begin, at)
            begin, taken = at, []
        if not taken:
            first = found.start()
        taken.append(token)
        at = stop
    if taken:
        yield Pair(text[begin:first], tuple(taken), begin, at)


def _number_of(text: str, found: re.Match[str]) -> tuple[str, int]:
    """Return the number and where it ends, less the ordinal of the label that follows: “00000002.其他” is 0000000."""
    token = found[0]
    follows = text[found.end() : found.end() + 1]
    ordinal = ORDINAL_AFTER.search(token) or (follows == "、" and ORDINAL_AFTER.search(token + follows))
    if ordinal and not text[found.end() :][:2].strip().isdecimal():
        token = token[: ordinal.start()]
    token = token.rstrip(",，.．")
    return token.strip(), found.start() + len(token)


def _rows(pair: Pair, place: Place) -> Iterator[Row]:
    """Yield the headings that a pair's text holds, and the row it ends with."""
    squeezed = "".join(pair.text.split())
    label = "" if IS_TABLE_4.search(squeezed) else _label(squeezed)
    head = squeezed.removesuffix(label) if label else squeezed
    place = Place(page=place.page, line=place.line)
    for clause in labels.CLAUSE.finditer(head):
        yield Row((Cell(clause[0], 0),), place)
    words = tuple(Cell(found[0], 0) for found in WORD.finditer(labels.CLAUSE.sub("", head)))
    if words:
        yield Row(words, place)
    tail = label or ("" if words else squeezed[-LONGEST_LABEL:])
    values = tuple(Cell(text, column) for column, text in enumerate(pair.numbers, 2))
    yield Row((Cell(tail, 1), *values) if tail else values, place)


def _is_row(pair: Pair) -> bool:
    """
    Whether a pair is surely a row of a statutory table, so that the table reaches at least here.

    “其中予以公开42件” after the table ends with a label too, but is prose: it has too few numbers for 表三, and for 表二
    something else stands before its label.
    """
    squeezed = "".join(pair.text.split())
    digits = sum(map(len, pair.numbers))
    if IS_TABLE_4.search(squeezed):
        is_one_block = all(each.label in squeezed for each in layout.RESULTS)
        return digits >= (len(layout.RESULTS) if is_one_block else len(layout.CELLS_OF_TABLE_4))
    if labels.BLOCKS.find(squeezed):
        return len(pair.numbers) >= len(layout.RESULTS)
    label = _label(squeezed)
    if not label or digits >= len(layout.APPLICANTS):
        return bool(label)
    before = labels.CLAUSE.sub("", squeezed.removesuffix(label))
    is_entry = labels.core(labels.without_brackets(label)) in labels.ENTRIES.keys
    return is_entry and not labels.bare(WORD.sub("", before))


def _label(text: str) -> str:
    """Return the end of ``text`` that is the label of a row of 表二 or 表三, or “”."""
    text = text[-LONGEST_LABEL:]
    begins = {0} | {found.start() for found in BEGINS.finditer(text)}
    begins |= {found.end() for pattern in (WORD, labels.CLAUSE) for found in pattern.finditer(text)}
    for start in sorted(begins, reverse=True):
        if labels.ROWS_OF_TABLE_3.find(text[start:]) or labels.ENTRIES.find(text[start:]):
            return text[start:]
    return ""
