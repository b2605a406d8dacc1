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
from .labels import Named, likely, named_by
from .names import NAME, looks_like_name
from .reading import fold, is_masked
from .tables import Cell, Table, begins_with_name, is_organisation, is_signed, is_value, looks_like_value
from .vocabulary import KIN, OFFICE_CARS, RELATION, TIE

LONGEST_PARTY = 12  # characters
HEADING_ROWS = 5  # a title, a unit of account and two rows of headings at most
_DIGITS = re.compile("[0-9]{3}")
_DEGREE = re.compile(
    r"^(?:残疾|伤残|评定|核定)?(?:类别|等级|级别|程度)(?:[及和与/、]?(?:类别|等级|级别|程度))?$"
)
# What a heading means when another one stands in its row: the heading, its role, the other one.
_BESIDE = (
    (
        _DEGREE,
        Role.DISABILITY,
        re.compile(r"残疾(?:类|种|情|人(?:姓名)?$)"),
    ),
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
_VALUES_TOO = (
    Role.ELSE,
    Role.OFFICE,
    Role.OTHER,
    Role.REASON,
    Role.PARTY,
    Role.PERSON,
    Role.CHILD,
    Role.OFFICIAL,
)
_ASKING_NOBODY = (None, Role.OTHER, Role.OFFICE, Role.DUTY, Role.CODE)
_KIN_NAMED = re.compile(rf"(?:{KIN})({NAME})$")
_WITH_BRACKET = re.compile(r"([^()（）]{2,12})[(（][^()（）]+[)）](?:[、，,；;]|$)")
_OF_OFFICE_CARS = re.compile(OFFICE_CARS + "|公车|客运班线|班线")
_DRIVES = re.compile("驾驶|司机")
_NAMES_SOMETHING = re.compile("(?:事项|证明|项目|材料)(?:名称)?$")  # what stands beside it is no label
_RELATION_ASKED, _RELATION_TOLD = re.compile("关系$|称谓$"), re.compile(rf"(?:{RELATION}|{TIE})(?:关系)?")
# The row above a form, which only says that labels stand left and values right.
_FORM_HEAD = re.compile("(?:登记|申请|填报|填写|具体)?(?:项目|栏目|事项|内容|信息)|备注|说明")
_NAMED_PRIVATELY = frozenset({Role.NAME, Role.PARTY, Role.CHILD})
_ONLY_OF_PERSONS = frozenset({Role.ID, Role.BIRTH, Role.HOME, Role.SOCIAL, Role.MEDICAL})
_PRIVATE_SORTS = (Named.PARTY, Named.FAMILY, Named.CHILD)
_IN_CHARGE = re.compile("责任人|负责人|[队组]长|带班")
_HOLDER = re.compile("户名|收款|账户名")
_RATHER = 0.6
_MOST = 6  # of ten
# Who may be one, below a word for a party: “特困、失能老人”.
_SORTS_OF_PEOPLE = re.compile(
    ".*(?:老人|老年人|儿童|人员|人群|居民|职工|企业|学生|对象|群众|家庭|农户|困境|以上|等)"
)
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


def _roles_told(table: Table) -> set[Role]:
    return {cell.role for cell in table.cells if cell.role and _counts(cell)}


def _counts(cell: Cell) -> bool:
    """Say whether a cell tells something; a long text under a word for a party says who may be one: “65岁以上老年人”."""
    is_person = cell.role != Role.PARTY or (
        len(_NOT_HAN.sub("", cell.text)) <= LONGEST_PARTY
        and not _SORTS_OF_PEOPLE.fullmatch(cell.text.strip())
    )
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
    roles = {cell.number: _role_in_table(cell.text) for cell in table.cells}
    for row in rows.values():
        _read_together(row, roles)
    if "残疾" in table.title:
        roles |= {cell.number: Role.DISABILITY for cell in table.cells if _DEGREE.match(cell.text.strip())}
    heads = _heading_rows(table, rows, roles)
    above: dict[int, Cell] = {}
    inner: dict[int, Cell] = {}  # headings of a list inside a form
    in_columns = not heads and _persons_in_columns(rows, roles)
    offices: set[str] = set()  # labels of parties that are bodies: “甲方”
    for number in sorted(rows):
        row = sorted(rows[number], key=lambda each: each.column)
        if number in heads:
            for cell in row:
                cell.label = cell.label or bool(cell.text.strip())
                if cell.label and (roles[cell.number] or cell.column not in above):
                    above[cell.column] = cell
            continue
        if not heads:
            inner = inner_lists.begins(row, roles) or (inner if inner_lists.goes_on(row) else {})
            if inner:
                inner_lists.read(row, inner, roles)
                continue
        if above and any(
            is_signed(cell.text) for cell in row
        ):  # “填表人：张三” below a list, and a telephone beside
            for cell in row:
                cell.role = Role.OFFICIAL if is_signed(cell.text) else Role.OTHER
            continue
        first_label = row[0] if in_columns else None
        _put_values(row, above, roles, offices, first_label, number > max(heads, default=-1))
    _leave_out_public_cars(table)
    for cell in table.cells:
        if cell.role is None and not cell.label and _means_in_office(cell):
            cell.role = Role.OFFICIAL
    table.is_form = not heads
    table.roles = _roles_told(table)
    if heads:
        title = [cell.text for row in sorted(rows) if row < heads[0] for cell in rows[row]]
        table.title += " ".join(title)[:120]
        _say_who_is_who(table, rows)


def _heading_rows(table: Table, rows: dict[int, list[Cell]], roles: dict[int, Role | None]) -> list[int]:
    """Return the rows of headings of a list; none for a form."""
    if _takes_turns(rows, roles):
        return []
    upper = takewhile(lambda row: not _is_form_row(rows[row], roles), sorted(rows)[:HEADING_ROWS])
    is_blank = not any(_DIGITS.search(cell.text) for cell in table.cells)
    return [row for row in upper if _is_heading_row(rows[row], roles, is_blank)]


def _takes_turns(rows: dict[int, list[Cell]], roles: dict[int, Role | None]) -> bool:
    """Say whether most rows begin with a label and a value: “事项名称｜……｜实施主体｜……” is no row of headings."""
    lines = [[cell for cell in row if cell.text.strip()] for row in rows.values()]
    lines = [sorted(line, key=lambda each: each.column) for line in lines if len(line) > 1]
    if any(len(line) > 2 and all(roles[cell.number] for cell in line) for line in lines[:HEADING_ROWS]):
        return False
    turns = [line for line in lines if roles[line[0].number] and not roles[line[1].number]]
    return (
        len({line[0].text for line in turns}) > 1
        and len(turns) * 10 >= len(lines) * _MOST
        and not all(len(line) > 3 and len(line) % 2 for line in turns)
    )


def _put_values(
    row: list[Cell],
    above: dict[int, Cell],
    roles: dict[int, Role | None],
    offices: set[str],
    first_label: Cell | None,
    may_be_labels: bool,
) -> None:
    """Put the cells of one row, in order, under the label beside them, or else under the heading ``above`` their column."""
    left: Cell | None = None
    of_office = False  # in a form, the telephone behind an office is the office's
    for cell in row:
        text = cell.text.strip()
        beside = left if left and left.label else None
        is_told = beside and (
            _says_what_it_is(beside.text.strip(), text)
            or (not above and (roles[cell.number] == Role.ELSE or is_organisation(text)))
        )
        if may_be_labels and not is_told and _is_label(cell, above.get(cell.column), roles):
            cell.label = True
        elif beside:
            cell.stand_under(beside, roles[beside.number])
            of_office = of_office or beside.text.strip().startswith(tuple(offices))
            if cell.role in _OF_EITHER and of_office:
                cell.role = Role.OFFICIAL if cell.role == Role.CONTACT else Role.OFFICE
            elif cell.role in (Role.OFFICE, Role.OFFICIAL) or is_organisation(text):
                of_office = True
                offices |= {beside.text.strip()} & _PARTIES
            else:
                of_office = False
        elif cell.column in above:
            cell.stand_under(above[cell.column], roles[above[cell.column].number])
        elif is_signed(cell.text):
            cell.role = Role.OFFICIAL
        elif first_label and first_label.label:
            cell.stand_under(first_label, roles[first_label.number])
        else:
            of_office = of_office or is_organisation(text)  # “甲方”, which is no label, before it
        left = cell


def _means_in_office(cell: Cell) -> bool:
    """Say whether a name stands under a label we do not know which rather means somebody in office."""
    return (
        bool(cell.heading)
        and looks_like_name(cell.text.strip())
        and likely(cell.heading)[Named.OFFICIAL] >= _RATHER
    )


def _leave_out_public_cars(table: Table) -> None:
    """Say of the plates and drivers of offices and of lines that carry the public that they are no private person's."""
    first = (cell.text for cell in table.cells[:8])
    if not _OF_OFFICE_CARS.search(table.title) and not any(map(_OF_OFFICE_CARS.search, first)):
        return
    for cell in table.cells:
        if _DRIVES.search(cell.heading):
            cell.role = Role.OFFICIAL
        elif cell.role in (None, Role.PLATE):
            cell.role = Role.OTHER


def _say_who_is_who(table: Table, rows: dict[int, list[Cell]]) -> None:
    """
    Of a list, call those private who are the only ones it names beside what persons have: “护林员｜身份证号｜账号”.

    Beside others who are private, a heading that may mean anybody, “办理人”, means who handles the matter.
    """
    values = [cell for cell in table.cells if not cell.label and cell.text.strip()]
    private = table.roles & _NAMED_PRIVATELY
    in_office = {cell.heading for cell in values if cell.role == Role.OFFICIAL}
    alone = len(in_office) == 1 and not any(
        cell.role != Role.OFFICIAL and (begins_with_name(cell.text) or is_masked(cell.text))
        for cell in values
    )
    for cell in values:
        if alone and cell.role == Role.OFFICIAL and table.roles & _ONLY_OF_PERSONS:
            cell.role = Role.NAME
        elif private and cell.role == Role.CONTACT and _IN_CHARGE.search(cell.heading):
            cell.role = Role.OFFICIAL
        elif private and cell.role == Role.PERSON and named_by(cell.heading)[0] not in _PRIVATE_SORTS:
            cell.role = Role.OFFICIAL
    for row in rows.values():
        if any(cell.role == Role.OFFICE and _HOLDER.search(cell.heading) for cell in row):
            for cell in row:
                cell.role = Role.CODE if cell.role == Role.BANK else cell.role
    table.roles = _roles_told(table)


def _read_together(row: list[Cell], roles: dict[int, Role | None]) -> None:
    """Give headings the role that others in their row lend them: “等级” beside “残疾类别”."""
    for heading, role, other in _BESIDE:
        if any(other.search(cell.text) for cell in row if roles[cell.number]):
            for cell in row:
                vague = roles[cell.number] in (
                    None,
                    Role.ELSE,
                    Role.OTHER,
                    Role.NAME,
                    Role.PARTY,
                    Role.PERSON,
                    Role.OFFICE,
                )
                if vague and heading.search(cell.text.strip()):
                    roles[cell.number] = role


def _says_what_it_is(label: str, text: str) -> bool:
    """Say whether what stands beside a label is a value, though it reads like a label: “证明名称｜身份证”, “关系｜母亲”."""
    return bool(
        _NAMES_SOMETHING.search(label) or (_RELATION_ASKED.search(label) and _RELATION_TOLD.fullmatch(text))
    )


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
    if any(map(str.isdigit, cell.text)) or roles[above.number] == Role.REASON:  # “满6周岁”, “突发疾病”
        return False
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
