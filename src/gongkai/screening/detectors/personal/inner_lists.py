"""
Lists of persons inside forms: “家庭成员｜姓名｜关系｜身份证号”, and below it a row for each.
"""

import re

from .headings import Role
from .names import looks_like_name
from .tables import Cell, looks_like_value
from .vocabulary import RELATION

# Headings of a list of persons inside a form, and the values below them that read like labels.
_OF_LIST = re.compile("姓名|关系|称谓|成员")
_IS_NAME = re.compile("姓名|成员$")
_IS_RELATION = re.compile(rf"{RELATION}|本人|户主")
_NUMBERED = re.compile(r"\s*[0-9]{0,3}\s*")


def begins(row: list[Cell], roles: dict[int, Role | None]) -> dict[int, Cell]:
    """Return the headings by column when a row of a form begins a list: “家庭成员｜姓名｜关系｜身份证号”; else nothing."""
    cells = sorted((cell for cell in row if cell.text.strip()), key=lambda each: each.column)
    side_by_side = cells and cells[-1].column - cells[0].column == len(cells) - 1
    if len(cells) < 3 or not side_by_side or not any(_OF_LIST.search(cell.text) for cell in cells):
        return {}
    known = [cell for cell in cells if roles[cell.number] and not _IS_RELATION.fullmatch(cell.text.strip())]
    if len(known) < 2 or any(
        not roles[cell.number] and looks_like_value(cell.text.strip()) and not _OF_LIST.search(cell.text)
        for cell in cells
    ):
        return {}
    return {cell.column: cell for cell in cells}


def goes_on(row: list[Cell]) -> bool:
    """Say whether a row belongs to the list inside a form that began above: it begins with nothing, a number, or a name."""
    first = min(row, key=lambda each: each.column)
    return _NUMBERED.fullmatch(first.text) is not None or looks_like_name(first.text.strip())


def read(row: list[Cell], inner: dict[int, Cell], roles: dict[int, Role | None]) -> None:
    """Put the cells of a row under the headings of the list inside the form; kin when it is one of the family."""
    of_kin = any(roles[heading.number] == Role.FAMILY for heading in inner.values())
    for cell in row:
        heading = inner.get(cell.column)
        if heading is cell:
            cell.label = True
        elif heading is not None:
            role = roles[heading.number]
            names = heading.column != min(inner) or role in (None, Role.FAMILY)
            if _IS_NAME.search(heading.text) and of_kin and names:
                role = Role.FAMILY
            cell.stand_under(heading, role)
