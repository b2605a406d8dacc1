"""Numbers cut in two by the end of a line of a page: the first digits end one passage, the rest begin the next."""

import re
from collections.abc import Callable, Iterator, Sequence

from ...findings import Lists, Passage
from . import accounts, documents, phones
from .reading import Reading, fold
from .spans import Span

_ENDS = re.compile(r"[0-9](?:[0-9 -]{0,22}[0-9])?\s{0,3}$")
_BEGINS = re.compile(r"\s{0,3}[0-9](?:[0-9 -]{0,22}[0-9Xx])?")
REACH = 40  # characters before the number in which a word says what it is


def find(passages: Sequence[Passage], lists: Lists) -> Iterator[tuple[int, Span]]:
    """Yield the two halves of each such number, each in its passage, so that both are masked."""
    for number in range(len(passages) - 1):
        first, second = passages[number], passages[number + 1]
        if first.table or second.table or not _same_page(first, second):
            continue
        if not first.text[-4:].strip()[-1:].isdigit() or not second.text[:4].strip()[:1].isdigit():
            continue
        yield from _cut_in_two(number, fold(first.text), fold(second.text), lists)


def _same_page(first: Passage, second: Passage) -> bool:
    return first.place.page > 0 and (first.place.member, first.place.page) == (
        second.place.member,
        second.place.page,
    )


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
