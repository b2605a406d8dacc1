"""Headings that announce personal data which nothing else found below them."""

import re
from collections.abc import Iterator

from .headings import ANNOUNCING, Role
from .numbers import is_credit_code
from .reading import is_masked
from .spans import NAMES, Span
from .tables import SIGNED, Cell, Table, is_value

_TOTAL = re.compile(r"(?:本页)?[合小总]\s?计|共[^0-9]{0,4}[0-9]{1,6}[人户].{0,8}")
_SAYS_ADDRESS = re.compile("址|住[处所]|居所")
_LIKE_A_PLACE = re.compile("[0-9]|[路街巷村镇乡]|小区|社区|花园|号")
_VILLAGE = re.compile(
    r"(?:村|社区|街道|[镇乡县市])$"
)  # where somebody is registered or builds may be said as near as this


def find(table: Table, found: dict[int, list[Span]]) -> Iterator[int]:
    """
    Yield the passages of headings that announce personal data which nothing else found.

    An empty form says nothing of anybody; masked values are what we ask for.
    """
    done: set[int] = set()
    totals = {cell.row for cell in table.cells if _TOTAL.fullmatch(cell.text.strip())}
    for cell in table.cells:
        if cell.row in totals or SIGNED.match(cell.text):
            continue
        if cell.label or cell.heading_number in done or cell.role not in ANNOUNCING:
            continue
        if not table.is_about_persons and cell.role not in (Role.ID, Role.HOME):
            continue
        if is_credit_code(cell.text.strip()):  # a company's, under “证件号码”
            continue
        if not _SAYS_ADDRESS.search(cell.heading) and _VILLAGE.search(cell.text.strip()):
            continue
        if cell.role == Role.HOME and not _LIKE_A_PLACE.search(cell.text):  # “户籍｜农业”, “现住房｜租住”
            continue
        if is_value(cell.text) and not is_masked(cell.text) and not found.get(cell.number):
            done.add(cell.heading_number)
            yield cell.heading_number


def columns_without_values(table: Table, found: dict[int, list[Span]]) -> Iterator[int]:
    """
    Yield the passages of headings of personal data under which nothing stands, in a list of persons.

    Such a column is to be left out, or holds what we cannot see.
    """
    if table.is_form or not any(
        span.kind in NAMES for cell in table.cells for span in found.get(cell.number, ())
    ):
        return
    columns: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if not cell.label and cell.role in ANNOUNCING:
            columns.setdefault(cell.heading_number, []).append(cell)
    for heading, cells in columns.items():
        if not any(is_value(cell.text) for cell in cells):
            yield heading
