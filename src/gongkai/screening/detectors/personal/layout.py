"""
The layout of tables: which row is the heading, which cells are labels, and what each of the others stands under.

A list has its headings above, a form has its labels beside.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from ...findings import Passage
from . import inner_lists
from .fields import holds_fields
from .headings import ANNOUNCING, Role, role_of
from .names import NAME, looks_like_name
from .reading import fold, is_masked
from .tables import Cell, Table, is_organisation, is_signed, is_value, looks_like_value
from .vocabulary import KIN, OFFICE_CARS

LONGEST_PARTY = 12  # characters
HEADING_ROWS = 5  # a title, a unit of account and two rows of headings at most
_DIGITS = re.compile("[0-9]{3}")
# What a heading means when another one stands in its row: the heading, its role, the other one.
_BESIDE = (
    (re.compile(r"(?:类别|等级|级别|程度)$"), Role.DISABILITY, re.compile(r"残疾(?:类|种|情|人(?:姓名)?$)")),
    (re.compile(r"^(?:家庭)?成员(?:姓名)?$"), Role.FAMILY, re.compile(r"关系$")),
    (
        re.compile(r"^(?:委托)?代理人(?:姓名)?$"),
        Role.OFFICIAL,
        re.compile("代理人单位|律所|律师事务所|执业证"),
    ),
    (re.compile(r"^经营者(?:姓名)?$"), Role.PARTY, re.compile("身份证|证件号")),
    (
        re.compile(r"^(?:受托|领取|代领|代办|报案|继承)人(?:姓名)?$"),
        Role.FAMILY,
        re.compile(r"^与.{2,3}人?的?关系$"),
    ),
)
# What a form asks of a body as of a person.
_OF_EITHER = (Role.PHONE, Role.PLACE, Role.HOME, Role.BANK, Role.CONTACT)
_PARTIES = {"甲方", "乙方", "丙方"}
# Words that are values as well, below the headings of a list: “低保户”, “学生”.
_VALUES_TOO = (Role.OTHER, Role.REASON, Role.PARTY, Role.PERSON, Role.CHILD, Role.OFFICIAL)
_ASKING_NOBODY = (None, Role.OTHER, Role.OFFICE, Role.DUTY, Role.CODE)
_KIN_NAMED = re.compile(rf"(?:{KIN})({NAME})$")
_WITH_BRACKET = re.compile(r"([^()（）]{2,12})[(（][^()（）]+[)）](?:[、，,；;]|$)")
_OF_OFFICE_CARS = re.compile(OFFICE_CARS + "|公车")
_NAMES_SOMETHING = re.compile("(?:事项|证明|项目|材料)(?:名称)?$")  # what stands beside it is no label
# The row above a form, which only says that labels stand left and values right.
_FORM_HEAD = re.compile("(?:登记|申请|填报|填写|具体)?(?:项目|栏目|事项|内容|信息)|备注|说明")
_NOT_HAN = re.compile("[^一-鿿]")


def tables_of(passages: Sequence[Passage]) -> dict[str, Table]:
    """Return the tables among ``passages`` by their name."""
    tables: dict[str, Table] = {}
    above: list[str] = []
    for number, passage in enumerate(passages):
        if not passage.table:
            above = [*above[-1:], passage.text]
            continue
        if passage.table not in tables:
            tables[passage.table] = Table(title=" ".join(above)[-120:])
            above = []
        tables[passage.table].cells.append(Cell(number, fold(passage.text), passage.row, passage.column))
    for table in tables.values():
        _find_headings(table)
    return tables


def _counts(cell: Cell) -> bool:
    """Say whether a cell tells something; a long text under a word for a party says who may be one: “65岁以上老年人”."""
    is_person = cell.role != Role.PARTY or len(_NOT_HAN.sub("", cell.text)) <= LONGEST_PARTY
    return is_person and is_value(cell.text) and not cell.label


def _role_in_table(text: str) -> Role | None:
    """“张三（母亲）” is a value, “家长（母亲）” a heading."""
    named = _WITH_BRACKET.match(text.strip())
    if named and looks_like_name(named[1]) and role_of(named[1]) is None:
        return None
    if (kin := _KIN_NAMED.match(text.strip())) and looks_like_name(kin[1]):  # “母亲张三”
        return None
    if " " in text and holds_fields(text):  # “姓名 张三”
        return None
    role = role_of(text)
    # “县疾病预防控制中心” announces no illness.
    return None if role in ANNOUNCING and is_organisation(text.strip()) else role


def _find_headings(table: Table) -> None:
    rows = table.rows
    offices: set[str] = set()  # labels of parties that are bodies: “甲方”
    roles = {cell.number: _role_in_table(cell.text) for cell in table.cells}
    for row in rows.values():
        _read_together(row, roles)
    upper = list(takewhile(lambda row: not _is_form_row(rows[row], roles), sorted(rows)[:HEADING_ROWS]))
    is_blank = not any(_DIGITS.search(cell.text) for cell in table.cells)
    heads = [row for row in upper if _is_heading_row(rows[row], roles, is_blank)]
    last_head = heads[-1] if heads else -1
    in_columns = not heads and _persons_in_columns(rows, roles)
    above: dict[int, Cell] = {}
    inner: dict[int, Cell] = {}  # headings of a list inside a form
    for number in sorted(rows):
        if not heads:
            inner = inner_lists.begins(rows[number], roles) or (
                inner if inner_lists.goes_on(rows[number]) else {}
            )
            if inner:
                inner_lists.read(rows[number], inner, roles)
                continue
        left: Cell | None = None
        first = min(rows[number], key=lambda each: each.column)
        of_office = False  # in a form, the telephone behind an office is the office's
        for cell in sorted(rows[number], key=lambda each: each.column):
            if number in heads and cell.text.strip():
                cell.label = True
                if roles[cell.number] or cell.column not in above:
                    above[cell.column] = cell
                continue
            is_named = left and left.label and _NAMES_SOMETHING.search(left.text.strip())
            if number > last_head and not is_named and _is_label(cell, above.get(cell.column), roles):
                cell.label = True
            elif left and left.label:
                cell.stand_under(left, roles[left.number])
                of_office = of_office or left.text.strip().startswith(tuple(offices))
                if cell.role in _OF_EITHER and of_office:
                    cell.role = Role.OFFICIAL if cell.role == Role.CONTACT else Role.OFFICE
                elif cell.role in (Role.OFFICE, Role.OFFICIAL) or is_organisation(cell.text.strip()):
                    of_office = True
                    offices |= {left.text.strip()} & _PARTIES
                else:
                    of_office = False
            elif cell.column in above:
                cell.stand_under(above[cell.column], roles[above[cell.column].number])
            elif is_signed(cell.text):
                cell.role = Role.OFFICIAL
            elif in_columns and first.label:
                cell.stand_under(first, roles[first.number])
            else:
                of_office = of_office or is_organisation(
                    cell.text.strip()
                )  # “甲方”, which is no label, before it
            left = cell
    if _OF_OFFICE_CARS.search(table.title) or any(
        _OF_OFFICE_CARS.search(cell.text) for cell in table.cells[:8]
    ):
        for cell in table.cells:
            cell.role = Role.OTHER if cell.role in (None, Role.PLATE) else cell.role
    table.is_form = not heads
    table.roles = {cell.role for cell in table.cells if cell.role and _counts(cell)}
    if heads:
        title = [cell.text for row in sorted(rows) if row < heads[0] for cell in rows[row]]
        table.title += " ".join(title)[:120]


def _read_together(row: list[Cell], roles: dict[int, Role | None]) -> None:
    """Give headings the role that others in their row lend them: “等级” beside “残疾类别”."""
    for heading, role, other in _BESIDE:
        if any(other.search(cell.text) for cell in row if roles[cell.number]):
            for cell in row:
                vague = roles[cell.number] in (
                    None,
                    Role.OTHER,
                    Role.NAME,
                    Role.PARTY,
                    Role.PERSON,
                    Role.OFFICE,
                )
                if vague and heading.search(cell.text.strip()):
                    roles[cell.number] = role


def _persons_in_columns(rows: dict[int, list[Cell]], roles: dict[int, Role | None]) -> bool:
    """Whether each column but the first is about somebody: “姓名｜张三｜李四” above “身份证号｜……｜……”."""
    for row in rows.values():
        first, *others = sorted(row, key=lambda each: each.column)
        if roles[first.number] in (Role.NAME, Role.PARTY) and len(others) > 1:
            return all(looks_like_name(cell.text.strip()) for cell in others)
    return False


def _is_label(cell: Cell, above: Cell | None, roles: dict[int, Role | None]) -> bool:
    """Say whether a cell that stands in no row of headings is a label; below a heading many such words are values."""
    role = roles[cell.number]
    if role is None or above is None:
        return role is not None
    if role == Role.FAMILY and "关系" in above.text:  # “父亲” is what somebody is to another
        return False
    return role not in _VALUES_TOO and roles[above.number] != Role.DUTY


def _is_form_row(cells: list[Cell], roles: dict[int, Role | None]) -> bool:
    """Say whether labels and values take turns, beginning with one that asks for a person's: no heading follows."""
    cells = sorted(cells, key=lambda each: each.column)
    if len(cells) > 2 and roles[cells[0].number] is None:  # what the block is called, over several rows
        cells = cells[1:]
    labels, values = cells[::2], [cell for cell in cells[1::2] if cell.text.strip()]
    return (
        roles[cells[0].number] not in _ASKING_NOBODY
        and 2 * sum(roles[cell.number] is not None or not cell.text.strip() for cell in labels) > len(labels)
        and not any(roles[cell.number] for cell in values)
        and any(looks_like_value(cell.text.strip()) for cell in values)
    )


def _is_empty_form_row(cells: list[Cell], roles: dict[int, Role | None], is_blank: bool) -> bool:
    """Say whether labels take turns with cells that are still to be filled in; ``is_blank``: the table holds no number."""
    cells = sorted(cells, key=lambda each: each.column)
    labels = [roles[cell.number] for cell in cells[::2]]
    return (
        len(cells) >= 4
        and (any(labels) if is_blank else all(labels))
        and not any(is_value(cell.text) for cell in cells[1::2])
    )


def _is_heading_row(cells: list[Cell], roles: dict[int, Role | None], is_blank: bool) -> bool:
    """A row is one of headings when one of its cells is, and none looks like a value."""
    filled = [cell for cell in cells if cell.text.strip()]
    known = [cell for cell in filled if roles[cell.number]]
    if not known or len(filled) < 2:
        return False
    if _is_empty_form_row(cells, roles, is_blank) or all(
        _FORM_HEAD.fullmatch(cell.text.strip()) for cell in filled
    ):
        return False
    values = [cell for cell in filled if not roles[cell.number] and looks_like_value(cell.text.strip())]
    return not values or (
        len(values) < len(known) and all(_may_be_heading(value, cells, roles) for value in values)
    )


def _may_be_heading(cell: Cell, cells: list[Cell], roles: dict[int, Role | None]) -> bool:
    """“国籍” reads like a name; it is one only right beside a word that asks for one."""
    left = [roles[each.number] for each in cells if each.column == cell.column - 1]
    asked = bool(left) and left[0] in (
        Role.NAME,
        Role.PARTY,
        Role.CHILD,
        Role.FAMILY,
        Role.CONTACT,
        Role.OFFICIAL,
    )
    return not asked and not any(character.isdigit() for character in cell.text) and not is_masked(cell.text)
