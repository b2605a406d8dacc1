"""Numbers cut in two by the end of a line of a page or a text: the first digits end one passage, the rest begin the next."""

import re
from collections.abc import Callable, Iterator, Sequence

from ...enums import Kind
from ...findings import Lists, Passage, Place
from . import accounts, documents, numbers, phones
from .reading import Reading, fold
from .spans import Span
from .tables import Table

_ENDS = re.compile(r"[0-9](?:[0-9 -]{0,22}[0-9])?\s{0,3}$")
_BEGINS = re.compile(r"\s{0,3}[0-9](?:[0-9 -]{0,22}[0-9Xx])?")
_PIECE = re.compile(r"\s?[0-9]{1,17}[Xx]?\s?|\s?[Xx]\s?")
_ID_LENGTH = 18
_LINE = re.compile("第([0-9]+)行")  # how lines of a text are named
REACH = 40  # characters before the number in which a word says what it is


def find(passages: Sequence[Passage], lists: Lists) -> Iterator[tuple[int, Span]]:
    """Yield the two halves of each such number, each in its passage, so that both are masked."""
    for number in range(len(passages) - 1):
        first, second = passages[number], passages[number + 1]
        if first.table or second.table or not _follow_on(first.place, second.place):
            continue
        if not first.text[-4:].strip()[-1:].isdigit() or not second.text[:4].strip()[:1].isdigit():
            continue
        yield from _cut_in_two(number, fold(first.text), fold(second.text), lists)


def in_cells(table: Table) -> Iterator[tuple[int, Span]]:
    """Yield the pieces of an identity number that stands in several cells side by side, as forms with boxes have it."""
    for row in table.rows.values():
        pieces = [cell for cell in sorted(row, key=lambda each: each.column) if _PIECE.fullmatch(cell.text)]
        for first in range(len(pieces)):
            together, plain = [], ""
            for cell in pieces[first:]:
                if (together and cell.column != together[-1].column + 1) or len(plain) >= _ID_LENGTH:
                    break
                together.append(cell)
                plain += cell.text.strip()
            if len(together) > 1 and len(plain) == _ID_LENGTH and numbers.is_id_number(plain):
                yield from (
                    (cell.number, Span(Kind.ID_NUMBER, 0, len(cell.text), "号码分在几格里"))
                    for cell in together
                )


def _follow_on(first: Place, second: Place) -> bool:
    """Whether the second is the next line of the same page, or of the same text."""
    if first.member != second.member:
        return False
    lines = [_LINE.fullmatch(place.part) for place in (first, second)]
    if all(lines):
        return int(lines[1][1]) == int(lines[0][1]) + 1
    return first.page > 0 and first.page == second.page


def _cut_in_two(number: int, first: str, second: str, lists: Lists) -> Iterator[tuple[int, Span]]:
    end, begin = _ENDS.search(first), _BEGINS.match(second)
    if not end or not begin:
        return
    shift = max(0, end.start() - REACH)
    left = first[shift:].rstrip()
    lead = len(second) - len(second.lstrip())
    reading = Reading(number, left + second[lead : begin.end() + 1], lists)
    look: tuple[Callable[[Reading], Iterator[Span]], ...] = (documents.find, accounts.find, phones.find)
    for find_in in look:
        for span in find_in(reading):
            if span.start < len(left) < span.end:
                yield number, Span(span.kind, shift + span.start, shift + len(left), "号码跨了两行")
                yield number + 1, Span(span.kind, lead, lead + span.end - len(left), "号码跨了两行")
                return
