"""
Personal information in text (domain_rules 10.3): numbers by their rules, the rest by the words around them.

``detect`` first looks for what can be told by itself, then for what is personal only beside it: a name, an address.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...enums import Kind
from ...findings import Finding, Lists, Passage
from . import (
    accounts,
    across,
    addresses,
    ages,
    announced,
    cells,
    company,
    conditions,
    contacts,
    documents,
    in_tables,
    letters,
    numbers,
    people,
    phones,
    records,
    repeats,
    rows,
    surroundings,
)
from .headings import Role
from .layout import tables_of
from .reading import Reading, fold
from .spans import NAMES, Places, Span, without_overlaps
from .tables import Cell, Table

_TELLING = (None, Role.OTHER, Role.REASON)  # what cells are under that tell something in sentences
# What only private persons have in a text; telephones and mail boxes are those of offices as well.
_OF_SOMEBODY = frozenset(Kind) - {
    Kind.LANDLINE,
    Kind.EMAIL,
    Kind.PLATE,
    Kind.HEADING,
    Kind.MOBILE,
    Kind.BANK_CARD,
}
_TOLD, _SENTENCES = 16, re.compile("[，。；]")
_SENTENCE = 8  # characters of the shortest one that may name somebody
_OPINION = re.compile("意见$|批示$")  # who signs it is in office
_AROUND = 3  # passages on either side that may say whose account it is
_NUMBER = re.compile(
    r"[0-9](?:[\s-]{0,2}[0-9]){3}"
)  # anything that may be a number of a person or an account
_RIGHT_BEHIND = 12  # characters between a name and its identity number in brackets
_IDENTITY_REACH = 40  # characters between a name and the identity number behind it


def detect(passages: Sequence[Passage], lists: Lists) -> list[Finding]:
    """Return the personal information in ``passages``, in the order of the text; no two findings overlap."""
    tables = tables_of(passages)
    places = {cell.number: (table, cell) for table in tables.values() for cell in table.cells}
    found: dict[int, list[Span]] = {}
    for number, span in across.find(passages, lists):
        found.setdefault(number, []).append(span)
    texts = ["" if passage.table else fold(passage.text) for passage in passages]
    in_list = False
    for number in range(len(passages)):
        if number in places:
            spans = _in_cell(number, lists, *places[number])
            if _tells(places[number][1]):
                told = _in_prose(Reading(number, places[number][1].text, lists), [], False, "")
                spans = without_overlaps([*spans, *told])
            in_list = False
        else:
            around = (passages, max(0, number - _AROUND), min(len(passages), number + _AROUND + 1))
            reading = Reading(number, texts[number], lists, around=around)
            following = texts[number + 1][:40] if number + 1 < len(texts) else ""
            spans = _in_prose(reading, found.get(number, []), in_list, following)
            in_list = company.list_follows(texts[number], in_list)
        if spans:
            found[number] = spans
    for table in tables.values():
        for number, span in across.in_cells(table):
            found[number] = without_overlaps([*found.get(number, []), span])
        _add_told(table, found, lists)
        rows.complete(table, found, lists)
        headings = list(announced.find(table, found))
        in_tables.judge(table, found, lists)
        for number in {*headings, *announced.columns_without_values(table, found)}:
            found.setdefault(number, []).append(Span(Kind.HEADING, 0, len(passages[number].text)))
    _add_records(passages, texts, found, lists)
    _add_labelled_names(passages, found, places)
    _add_among_persons(texts, found, places, lists)
    repeats.drop_places(texts, found)
    for number, span in list(repeats.find(texts, found)):
        found[number] = without_overlaps([*found.get(number, []), span])
    repeats.say_the_same(texts, found)
    for number in found.keys() - places.keys():
        spans = surroundings.judged(Reading(number, texts[number], lists), found[number], texts[0])
        found[number] = _with_children(texts[number], spans, lists.today)
    return [_finding(number, passages[number], span) for number in sorted(found) for span in found[number]]


def _in_prose(reading: Reading, halves: list[Span], in_list: bool, following: str) -> list[Span]:
    """
    ``halves`` are of numbers that begin or end in this passage and go on in the next or come from the last.

    ``in_list`` says that the passages before announced a list of persons; ``following`` is how the next one begins.
    """
    spans = halves + _told_by_themselves(reading)
    spans += letters.find(reading, following)
    spans += people.family_and_children(reading)
    spans += people.with_kinship(reading)
    spans += company.lists(reading, in_list)
    spans += people.near(reading, spans)
    return _with_children(reading.text, without_overlaps(spans), reading.lists.today)


def _tells(cell: Cell) -> bool:
    """Whether a cell tells something in sentences: what happened, what somebody asks for."""
    return not cell.label and len(cell.text) >= _TOLD and bool(_SENTENCES.search(cell.text))


def _in_cell(number: int, lists: Lists, table: Table, cell: Cell) -> list[Span]:
    reading = Reading(number, cell.text, lists, cell.heading, cell.role, table.is_about_persons)
    spans = [] if cell.label else _told_by_themselves(reading)
    spans += [] if cell.label else people.with_kinship(reading)
    if table.is_official and table.is_form:  # “申请单位｜……｜车牌号｜……”: a car of the office
        spans = [span for span in spans if span.kind != Kind.PLATE]
    if cell.role == Role.REASON and reading.persons and not cell.label:
        spans += people.family_and_children(reading)
    spans += cells.find(cell, table)
    if (cell.role in (None, Role.REASON) or _says_more(cell.text, spans)) and not cell.label:
        spans += people.near(reading, spans)
    if reading.persons and cell.role in (None, Role.NAME, Role.PARTY, Role.PERSON) and not cell.label:
        spans += company.side_by_side(reading)
    return _with_children(cell.text, without_overlaps(spans), lists.today)


def _add_told(table: Table, found: dict[int, list[Span]], lists: Lists) -> None:
    """Add the names that a cell tells in a sentence, in a row with other personal data: “由工友张三送医”."""
    if table.is_official:
        return
    for row in rows.told_together(table):
        if not rows.holds_personal_data(row, found):
            continue
        for cell in row:
            is_told = (
                cell.role in _TELLING
                and not cell.label
                and len(cell.text.strip()) >= _SENTENCE
                and not _OPINION.search(cell.heading)
            )
            if is_told and not found.get(cell.number):
                reading = Reading(cell.number, cell.text, lists, cell.heading, cell.role)
                spans = people.near(reading, [Span(Kind.NAME, 0, len(cell.text))])
                found[cell.number] = without_overlaps(list(spans))


def _says_more(text: str, spans: list[Span]) -> bool:
    """Whether a cell says something beside what was found in it: “张三 13900000000” under “姓名/电话”."""
    return bool(spans) and sum(span.end - span.start for span in spans) + 1 < len(text.strip())


def _told_by_themselves(reading: Reading) -> list[Span]:
    """Return what needs no other find beside it, and the addresses and conditions that do."""
    spans: list[Span] = []
    if _NUMBER.search(reading.text):
        for each in (documents, phones, accounts):
            spans += each.find(reading)
    spans += contacts.find(reading, spans)
    spans += addresses.find(reading, spans)
    spans += conditions.find(reading, spans)
    return spans


def _with_children(text: str, spans: list[Span], today: str) -> list[Span]:
    """Call the name before an identity number that tells a child's birth a child's, and none at a school of the grown."""
    for at, span in enumerate(spans):
        if span.kind == Kind.CHILD and ages.at_school_of_grown(text, span.end):
            spans[at] = Span(Kind.NAME, span.start, span.end, span.note)
        born = next(rows.born_on(text, [span]), None)
        if not numbers.is_child(born, today):
            continue
        for back in range(at - 1, -1, -1):
            if span.start - spans[back].end >= _IDENTITY_REACH:
                break
            near = span.start - spans[back].end < _RIGHT_BEHIND
            if spans[back].kind == Kind.NAME or (spans[back].kind == Kind.FAMILY and near):
                spans[back] = Span(Kind.CHILD, spans[back].start, spans[back].end)
            if spans[back].kind in NAMES:  # the number is that of the nearest name
                break
    return spans


def _add_records(
    passages: Sequence[Passage], texts: Sequence[str], found: dict[int, list[Span]], lists: Lists
) -> None:
    """Add what the labels of a record say of its values, and the names beside other personal data in it."""
    added: dict[int, list[Span]] = {}
    starts = {number: [span.start for span in spans] for number, spans in found.items()}
    for record in records.records_of(passages, texts):
        inside: dict[int, list[Span]] = {}
        for cell, (number, offset) in zip(record.cells, record.places, strict=True):
            end = offset + len(cell.text)
            first, last = (bisect_left(starts.get(number, []), at) for at in (offset, end))
            known = [_moved(span, -offset) for span in found.get(number, [])[first:last] if span.end <= end]
            inside[cell.number] = without_overlaps([*known, *_in_cell(cell.number, lists, record, cell)])
        rows.complete(record, inside, lists)
        for cell, (number, offset) in zip(record.cells, record.places, strict=True):
            added.setdefault(number, []).extend(_moved(span, offset) for span in inside[cell.number])
    for number, spans in added.items():
        if spans:
            found[number] = without_overlaps([*found.get(number, []), *spans])


def _moved(span: Span, by: int) -> Span:
    return Span(span.kind, span.start + by, span.end + by, span.note)


def _add_labelled_names(
    passages: Sequence[Passage], found: dict[int, list[Span]], places: dict[int, tuple[Table, Cell]]
) -> None:
    """Add names in lines of their own, “姓名：…”, beside lines with other personal data."""
    beside = {
        number + step
        for number in found
        if number not in places
        for step in range(-_AROUND, _AROUND + 1)
        if step
    }
    for number in sorted(beside - places.keys() - found.keys()):
        if 0 <= number < len(passages) and len(passages[number].text) <= 60:
            spans = list(people.labelled(fold(passages[number].text)))
            if spans:
                found[number] = spans


def _add_among_persons(
    texts: Sequence[str], found: dict[int, list[Span]], places: dict[int, tuple[Table, Cell]], lists: Lists
) -> None:
    """Add the illnesses and dwellings near what tells that a text is about persons, though no word says whose they are."""
    told = [
        number
        for number, spans in found.items()
        if number not in places and any(span.kind in _OF_SOMEBODY for span in spans)
    ]
    near = {at for number in told for at in range(number - _AROUND, number + _AROUND + 1)} - places.keys()
    for number in sorted(near & set(range(len(texts)))):
        reading = Reading(number, texts[number], lists)
        taken = Places(found.get(number, ()))
        spans = [*conditions.among_persons(reading), *addresses.among_persons(reading)]
        if spans := [span for span in spans if not taken.touches(span)]:
            found[number] = without_overlaps([*found.get(number, []), *spans])


def _finding(number: int, passage: Passage, span: Span) -> Finding:
    return Finding(span.kind, number, span.start, span.end, passage.text[span.start : span.end], span.note)
