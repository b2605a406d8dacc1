"""What the cells of one row say of one another: names beside personal data, and whose age makes them children."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ...enums import Kind
from ...findings import Lists
from . import contacts, numbers
from .headings import Role
from .names import looks_like_name
from .reading import Reading
from .spans import NAMES, Span
from .tables import Cell, Table
from .vocabulary import KIN, RELATION, TIE

_DATE = re.compile(r"((?:19|20)[0-9]{2})[年./-]?\s?([0-9]{1,2})(?:[月./-]?\s?([0-9]{1,2}))?")
KIN_CELL = re.compile(rf"^\s*(?:{RELATION}|之?[妻夫子女父母媳婿孙]|{TIE})(?:关系)?\s*$")
_SAYS_RELATION = re.compile("关系|称谓")
_TO_WHOM = re.compile("与(.{2,8}?)(?:本人)?的?关系")
_APPLIED_THROUGH = ("烈士",)  # whose kin apply in their own right
_NEAR, _ROWS = 6, 2  # cells and rows between somebody and what he is to another, in a form
_KIN_FIRST = re.compile(KIN)
_OF_CHILD = re.compile("子女|孩子|儿童|幼儿|学生|未成年|婴")
_MAY_BE_KIN = (None, Role.NAME, Role.PARTY, Role.PERSON)
_AT_SCHOOL, _SCHOOL = re.compile("学校|就读|就学|班级|年级"), re.compile("小学|幼儿园")
AGE_CELL = re.compile(r"\s*([0-9]{1,3})\s*(?:周?岁)?\s*")


def complete(table: Table, found: dict[int, list[Span]], lists: Lists) -> None:
    """Add to ``found`` the names beside what was found in a row, and call those of children and of kin so."""
    for row in told_together(table):
        if not table.is_official:
            _add_names(row, found)
        if Role.DUTY not in table.roles:
            _add_contacts(row, found, lists)
        _call_children(row, table.is_form, found, lists.today)
    if table.is_form:
        _call_kin_of_form(table, found)
        return
    for row in table.rows.values():
        if any(_tells_kin(cell) for cell in row) and all(cell.role != Role.FAMILY for cell in row):
            _call(Kind.FAMILY, _related(row), found)


def _call_children(row: list[Cell], is_form: bool, found: dict[int, list[Span]], today: str) -> None:
    """Call the names of children so, whom their school, their age or their identity number tells."""
    for told in filter(_tells_pupil, row):
        of_child = [cell for cell in row if _OF_CHILD.search(cell.heading)]
        line = [cell for cell in row if cell.row == told.row and cell.role == Role.FAMILY] if is_form else []
        _call(Kind.CHILD, [*of_child, *(line if len(line) == 1 else [])], found, Kind.FAMILY)
    _call_by_age_of_kin(row, found)
    told = [cell for cell in row if tells_child(cell, found.get(cell.number, []), today)]
    beside = [cell for each in told for cell in _named_beside(each, row, found)] if is_form else []
    if beside:
        _call(Kind.CHILD, beside, found, *((Kind.FAMILY,) if len(beside) == 1 else ()))
    elif told:
        several = is_form and _tells_of_others(row, told, found)
        named = (cell for cell in row if "联系人" not in cell.heading)
        _call(Kind.CHILD, (cell for cell in named if not several or _OF_CHILD.search(cell.heading)), found)


def _call(kind: Kind, cells: Iterable[Cell], found: dict[int, list[Span]], *others: Kind) -> None:
    """Say of the names in ``cells``, and of the finds of the kinds ``others``, that they are of ``kind``."""
    for cell in cells:
        if spans := found.get(cell.number):
            found[cell.number] = [
                Span(kind, span.start, span.end, span.note) if span.kind in (Kind.NAME, *others) else span
                for span in spans
            ]


def told_together(table: Table) -> list[list[Cell]]:
    """Return the cells that speak of the same: those of a row, in a form all of them."""
    return [table.cells] if table.is_form else list(table.rows.values())


def holds_personal_data(row: list[Cell], found: dict[int, list[Span]]) -> bool:
    return any(span.kind != Kind.HEADING for cell in row for span in found.get(cell.number, []))


def _add_names(row: list[Cell], found: dict[int, list[Span]]) -> None:
    """A cell without a heading, or with a vague one, that is nothing but a name is a find when the row holds other personal data."""
    if holds_personal_data(row, found):
        _add_whole_names(row, (None, Role.PERSON), found)


def _add_contacts(row: list[Cell], found: dict[int, list[Span]], lists: Lists) -> None:
    """Whom a business names to be rung up on a mobile of his own is a find beside the number, and so is his mail."""
    if not any(span.kind == Kind.MOBILE for cell in row for span in found.get(cell.number, [])):
        return
    for cell in row:
        if cell.role == Role.EMAIL and not found.get(cell.number):
            reading = Reading(cell.number, cell.text, lists)
            found[cell.number] = [Span(Kind.EMAIL, *each) for each in contacts.mail_in(reading)]
    _add_whole_names(row, (Role.CONTACT,), found)


def _add_whole_names(row: list[Cell], roles: tuple[Role | None, ...], found: dict[int, list[Span]]) -> None:
    """Add the cells of these roles that are nothing but a name, where nothing was found yet."""
    for cell in row:
        plain = cell.text.strip()
        if cell.role in roles and not cell.label and not found.get(cell.number) and looks_like_name(plain):
            start = cell.text.index(plain)
            found[cell.number] = [Span(Kind.NAME, start, start + len(plain))]


def _named_beside(told: Cell, row: list[Cell], found: dict[int, list[Span]]) -> list[Cell]:
    """Return the cells with names of the same line of a form of which ``told`` tells: an age of all, a number of the one before."""
    named = [
        cell
        for cell in row
        if cell.row == told.row and any(span.kind in NAMES for span in found.get(cell.number, []))
    ]
    if told.role == Role.AGE:
        return named
    return (
        [] if _OF_CHILD.search(told.heading) else [cell for cell in named if cell.column < told.column][-1:]
    )


def _tells_of_others(row: list[Cell], told: list[Cell], found: dict[int, list[Span]]) -> bool:
    """Whether a form holds the identity number of somebody beside the child."""
    return any(
        span.kind == Kind.ID_NUMBER for cell in row if cell not in told for span in found.get(cell.number, [])
    )


def _tells_kin(cell: Cell) -> bool:
    """Say whether a cell under “与户主关系” makes who stands in its row one of the family."""
    return not cell.label and bool(_SAYS_RELATION.search(cell.heading)) and bool(KIN_CELL.search(cell.text))


def _call_kin_of_form(table: Table, found: dict[int, list[Span]]) -> None:
    """“代办人｜张三｜与申请人关系｜侄子”: who stands before is kin, whatever his label says; else who stands behind."""
    values = [cell for cell in table.cells if not cell.label]
    for at, told in enumerate(values):
        if not _tells_kin(told):
            continue
        whom = _TO_WHOM.search(told.heading)
        if whom and whom[1] in _APPLIED_THROUGH:
            continue
        around = [*values[max(0, at - _NEAR) : at][::-1], *values[at + 1 : at + 3]]
        for cell in around:
            plain = cell.text.strip()
            if whom and cell.heading.startswith(whom[1]):
                continue
            if looks_like_name(plain) and abs(cell.row - told.row) <= _ROWS:
                start = cell.text.index(plain)
                if not any(span.kind == Kind.CHILD for span in found.get(cell.number, ())):
                    found[cell.number] = [Span(Kind.FAMILY, start, start + len(plain))]
                break


def _related(row: list[Cell]) -> list[Cell]:
    """Return the cells that name who is kin: the only one, or those beside the one to whom, “户主” in “与户主关系”."""
    to_whom = [match[1] for cell in row if (match := _TO_WHOM.search(cell.heading))]
    if to_whom and to_whom[0] in _APPLIED_THROUGH:
        return []
    if to_whom and any(cell.heading.startswith(to_whom[0]) for cell in row):
        return [cell for cell in row if cell.role in _MAY_BE_KIN and not cell.heading.startswith(to_whom[0])]
    told = min(cell.column for cell in row if _tells_kin(cell))
    named = [cell for cell in row if cell.role in _MAY_BE_KIN and looks_like_name(cell.text.strip())]
    left = [cell for cell in named if cell.column < told]
    return left[-1:] or named[:1]


def _call_by_age_of_kin(row: list[Cell], found: dict[int, list[Span]]) -> None:
    """“女儿姓名” is a child's name beside “女儿年龄: 4岁”."""
    for told in row:
        age = AGE_CELL.fullmatch(told.text) if told.role == Role.AGE else None
        kin = _KIN_FIRST.match(told.heading)
        if age and kin and int(age[1]) < numbers.CHILDHOOD:
            _call(Kind.CHILD, (cell for cell in row if cell.heading.startswith(kin[0])), found, Kind.FAMILY)


def _tells_pupil(cell: Cell) -> bool:
    """Say whether a cell names a school that children under fourteen go to."""
    return not cell.label and bool(_AT_SCHOOL.search(cell.heading)) and bool(_SCHOOL.search(cell.text))


def tells_child(cell: Cell, spans: list[Span], today: str) -> bool:
    if cell.role == Role.AGE and (age := AGE_CELL.fullmatch(cell.text)):
        return int(age[1]) < numbers.CHILDHOOD
    return any(numbers.is_child(born, today) for born in born_on(cell.text, spans))


def born_on(text: str, spans: list[Span]) -> Iterator[date | None]:
    """Yield the days of birth that the finds in ``text`` tell; the first of a month that has no day."""
    for span in spans:
        if span.kind in (Kind.ID_NUMBER, Kind.PERMIT) and not span.note:
            plain = re.sub(r"[^0-9Xx]", "", text[span.start : span.end])
            yield numbers.real_date(plain[6:14]) if len(plain) >= 18 else None
        elif span.kind == Kind.BIRTH_DATE and (match := _DATE.search(text[span.start : span.end])):
            yield numbers.real_date(f"{match[1]}{int(match[2]):02}{int(match[3] or 1):02}")
