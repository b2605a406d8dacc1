"""
Records written as lines, “户主：…”, “身份证号：…”: they are read the way forms are.

A record is a run of lines of labels and values, in one passage or in several; a line that is nothing but a name or
an address belongs to it. The first label that comes again begins the next record.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...findings import Passage
from .fields import KIN_IN_SHORT, LONGEST_VALUE, fields_of, holds_fields
from .headings import Role, role_of
from .names import NAME, looks_like_name
from .office import says_office
from .reading import fold
from .tables import FIRST_WORD, Cell, Table, begins_with_name, is_organisation

_LINE = re.compile(r"(?:[^\n]|(?<=[0-9])\n(?=[0-9Xx]))+")  # the end of a line inside a number ends none
_BARE = re.compile(rf"\s*(?:{NAME}|[^\s，,。；;:：]{{4,36}}[0-9]{{1,4}}[室户号])[\s，,。；;]*")
_MORE = re.compile(r"[，,；;(（]")  # what follows a name in the same value
_NAMED = (Role.NAME, Role.PARTY, Role.CHILD, Role.FAMILY, Role.PERSON)
_OF_OFFICES = (Role.OFFICE, Role.OFFICIAL, Role.DUTY)


@dataclass
class Record(Table):
    """The values of one record as cells of a form, numbered by themselves, and where they stand."""

    is_form: bool = True
    places: list[tuple[int, int]] = field(default_factory=list)  # passage and offset of each cell

    def add(self, passage: int, offset: int, label: str, value: str, of_office: bool) -> Role | None:
        """Add a value and return what its label says of it; ``of_office`` says whose a telephone is."""
        role = (Role.FAMILY if label in KIN_IN_SHORT else role_of(label) or Role.OTHER) if label else None
        if role == Role.CONTACT or (role == Role.PHONE and of_office):
            role = Role.OFFICIAL
        elif role == Role.BANK and of_office and not self.names_somebody:  # “收款单位：……；账号：……”
            role = Role.CODE
        elif role == Role.PLACE and of_office:
            role = Role.OTHER
        if role == Role.PARTY and (name := FIRST_WORD.match(value)) and says_office(value[name.end() :]):
            role = Role.OFFICIAL  # “委托代理人：张三，……律师事务所律师”
        elif role == Role.PARTY and of_office and label.endswith("代理人"):
            role = Role.OFFICIAL
        if role in _NAMED:
            value = _MORE.split(value)[0]
        number = len(self.cells)
        self.cells.append(Cell(number, value, number, 1, heading=label, heading_number=-1, role=role))
        self.places.append((passage, offset))
        if role and value and (role not in _NAMED or begins_with_name(value)):
            self.roles.add(role)
        return role

    @property
    def is_about_persons(self) -> bool:
        somebody = Role.PERSON in self.roles and bool(self.roles & {Role.BANK, Role.PLACE})
        return super().is_about_persons or (somebody and not self.is_official)

    @property
    def names_somebody(self) -> bool:
        return bool(self.roles & set(_NAMED)) or any(
            not cell.heading and looks_like_name(cell.text) for cell in self.cells
        )


def records_of(passages: Sequence[Passage], texts: Sequence[str]) -> Iterator[Record]:
    """
    Yield the records among the passages; ``texts`` are those of the passages that stand in no table, folded.

    In a table cells side by side that hold label and value in one make a record as lines do.
    """
    run: list[tuple[int, int, str, str]] = []
    for number, passage in enumerate(passages):
        text = texts[number]
        if passage.table and holds_fields(fold(passage.text)):
            text = fold(passage.text)
        if not text.strip():
            yield from _parted(run)
            run = []
        for line in _LINE.finditer(text):
            fields = _fields(number, line.start(), line[0])
            if not fields:
                yield from _parted(run)
                run = []
            run += fields
    yield from _parted(run)


def _fields(passage: int, start: int, line: str) -> list[tuple[int, int, str, str]]:
    """Return passage, offset, label and value of each field in a line; a bare name or address has no label."""
    fields = [(passage, start + each.start, each.label, each.value) for each in fields_of(line)]
    if not fields and len(line) <= LONGEST_VALUE and _BARE.fullmatch(line):
        value = line.strip(" ，,。；;")
        return [(passage, start + line.index(value), "", value)]
    return fields


def _parted(run: list[tuple[int, int, str, str]]) -> Iterator[Record]:
    """Yield the records of a run of fields."""
    record, first, of_office = Record(), "", False
    for passage, offset, label, value in run:
        if label and label == first:
            yield from _worth_reading(record)
            record, of_office = Record(), False
        first = first or label
        role = record.add(passage, offset, label, value, of_office)
        if role in _NAMED:
            of_office = is_organisation(value)
        else:
            of_office = of_office or role in _OF_OFFICES
    yield from _worth_reading(record)


def _worth_reading(record: Record) -> Iterator[Record]:
    if len(record.cells) > 1 and record.names_somebody and any(cell.heading for cell in record.cells):
        yield record
