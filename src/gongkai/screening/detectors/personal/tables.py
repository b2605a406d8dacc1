"""
Tables: which row is the heading, what each cell is under, and whether the table is about persons.

Readers give cells with table, row and column. A list has its headings above, a form has its labels beside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from ...enums import Kind
from ...findings import Passage
from .headings import ANNOUNCING, PRIVATE, Role, role_of
from .names import NAME, looks_like_name
from .numbers import is_credit_code
from .reading import fold, is_masked
from .spans import Span
from .vocabulary import GROWN, KIN, OFFICE_CARS, RELATION

LONGEST_PARTY = 12  # characters
HEADING_ROWS = 5  # a title, a unit of account and two rows of headings at most
_UNFILLED = re.compile(
    r"[\s_＿—□○]*|(?:请?填写|格式).{2,}|[(（][^()（）]*[)）]"
)  # what a form has where values are to be written
_EMPTY = {"", "-", "--", "/", "\\", "无", "—", "——", "…", "0", "同上", "略", "是", "否"}
_DIGITS = re.compile("[0-9]{3}")
_SENTENCE = re.compile("[，。；]")
_DAY = re.compile(r"[0-9]年\s?[0-9]{1,2}\s?月|[0-9]{4}([./-])[0-9]{1,2}\1[0-9]")
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
_SCHOOL = re.compile(r"学校|院校|就读|班级|年级")
_GROWN = re.compile(GROWN + "|雨露")
# What a form asks of a body as of a person.
_OF_EITHER = (Role.PHONE, Role.PLACE, Role.HOME, Role.BANK, Role.CONTACT)
_PARTIES = {"甲方", "乙方", "丙方"}
# Words that are values as well, below the headings of a list: “低保户”, “学生”.
_VALUES_TOO = (Role.OTHER, Role.REASON, Role.PARTY, Role.PERSON, Role.CHILD, Role.OFFICIAL)
_ASKING_NOBODY = (None, Role.OTHER, Role.OFFICE, Role.DUTY, Role.CODE)
# Headings that only a table about persons has.
_OF_PERSONS = {
    *(Role.NAME, Role.PARTY, Role.CHILD, Role.FAMILY, Role.ID, Role.PASSPORT, Role.PERMIT),
    *(Role.BIRTH, Role.SOCIAL, Role.MEDICAL, Role.HOME_PHONE),
}
_NAMES_PERSONS = re.compile("姓名|户主(?!关系)")  # “户主及电话”
_KIN_NAMED = re.compile(rf"(?:{KIN})({NAME})$")
_WITH_BRACKET = re.compile(r"([^()（）]{2,12})[(（][^()（）]+[)）](?:[、，,；;]|$)")
_OF_OFFICE_CARS = re.compile(OFFICE_CARS + "|公车")
_NAMES_SOMETHING = re.compile("(?:事项|证明|项目|材料)(?:名称)?$")  # what stands beside it is no label
# The row above a form, which only says that labels stand left and values right.
_FORM_HEAD = re.compile("(?:登记|申请|填报|填写|具体)?(?:项目|栏目|事项|内容|信息)|备注|说明")
# Headings of a list of persons inside a form, and the values below them that read like labels.
_OF_LIST = re.compile("姓名|关系|称谓|成员")
_IS_NAME = re.compile("姓名|成员$")
_IS_RELATION = re.compile(rf"{RELATION}|本人|户主")
_NOT_HAN = re.compile("[^一-鿿]")
_YEAR = re.compile(r"[0-9]{2,4}\s?年")
_MONTH = re.compile("[0-9]{1,2}月份?")  # a heading of what was paid in it
_NUMBERED = re.compile(r"\s*[0-9]{0,3}\s*")
_SIGNED = re.compile(r"\s*([^\s:：，。；]{2,8})\s?[:：]")
_TOTAL = re.compile(r"(?:本页)?[合小总]\s?计|共[^0-9]{0,4}[0-9]{1,6}[人户].{0,8}")
_SAYS_ADDRESS = re.compile("址|住[处所]|居所")
_VILLAGE = re.compile(
    r"(?:村|社区|街道|[镇乡县市])$"
)  # where somebody is registered or builds may be said as near as this
NAMES = (Kind.NAME, Kind.CHILD, Kind.FAMILY)
_ORGANISATION = re.compile(
    r"(?:公司|委员会|政府|合作社|医院|学校|超市|商店|[^邮药]局|中心|办公室|联合会|协会|大队|.{3}事务所|服务站|福利院|敬老院)$"
)


@dataclass
class Cell:
    number: int  # of the passage
    text: str
    row: int
    column: int
    label: bool = False  # a heading, not a value
    heading: str = ""
    heading_number: int = -1
    role: Role | None = None


@dataclass
class Table:
    """The cells of one table, with what each of them stands under or beside."""

    cells: list[Cell] = field(default_factory=list)
    title: str = ""
    roles: set[Role] = field(default_factory=set)  # of headings that have values
    is_form: bool = False  # labels stand beside the values: the whole table is about one person

    @property
    def rows(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return rows

    @cached_property
    def is_of_grown_students(self) -> bool:
        """Students of a university or a school that teaches a trade."""
        schools = (cell.text for cell in self.cells if _SCHOOL.search(cell.heading))
        return bool(_GROWN.search(self.title)) or any(_GROWN.search(school) for school in schools)

    @property
    def is_official(self) -> bool:
        """An address book of offices or a division of duties, in which names are those of officials."""
        if self.roles & PRIVATE or Role.PARTY in self.roles:
            return False
        if Role.DUTY in self.roles:
            return True
        directory = Role.OFFICE in self.roles or {Role.PLACE, Role.PHONE} <= self.roles
        return directory and not self.roles & {Role.NAME, Role.BANK}

    @property
    def is_about_persons(self) -> bool:
        if self.is_official:
            return False
        if self.roles & _OF_PERSONS or (Role.PERSON in self.roles and self.roles & PRIVATE):
            return True
        if any(_NAMES_PERSONS.search(cell.heading) for cell in self.cells if not cell.label):
            return True
        return Role.CONTACT in self.roles and not self.roles & {Role.OFFICE, Role.CODE}


def is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(text))


def is_value(text: str) -> bool:
    return text.strip() not in _EMPTY and not _UNFILLED.fullmatch(text.strip())


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
            inner = _inner_headings(rows[number], roles) or (inner if _goes_on(rows[number]) else {})
            if inner:
                _read_inner(rows[number], inner, roles)
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
                _put_under(cell, left, roles[left.number])
                of_office = of_office or left.text.strip().startswith(tuple(offices))
                if cell.role in _OF_EITHER and of_office:
                    cell.role = Role.OFFICIAL if cell.role == Role.CONTACT else Role.OFFICE
                elif cell.role in (Role.OFFICE, Role.OFFICIAL) or is_organisation(cell.text.strip()):
                    of_office = True
                    offices |= {left.text.strip()} & _PARTIES
                else:
                    of_office = False
            elif cell.column in above:
                _put_under(cell, above[cell.column], roles[above[cell.column].number])
            elif _is_signed(cell.text):
                cell.role = Role.OFFICIAL
            elif in_columns and first.label:
                _put_under(cell, first, roles[first.number])
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


def _is_signed(text: str) -> bool:
    signed = _SIGNED.match(text)
    return bool(signed) and role_of(signed[1]) in (Role.OFFICIAL, Role.DUTY)


def _inner_headings(row: list[Cell], roles: dict[int, Role | None]) -> dict[int, Cell]:
    """Return the headings by column when a row of a form begins a list: “家庭成员｜姓名｜关系｜身份证号”; else nothing."""
    cells = sorted((cell for cell in row if cell.text.strip()), key=lambda each: each.column)
    side_by_side = cells and cells[-1].column - cells[0].column == len(cells) - 1
    if len(cells) < 3 or not side_by_side or not any(_OF_LIST.search(cell.text) for cell in cells):
        return {}
    known = [cell for cell in cells if roles[cell.number] and not _IS_RELATION.fullmatch(cell.text.strip())]
    if len(known) < 2 or any(
        not roles[cell.number] and _looks_like_value(cell.text.strip()) and not _OF_LIST.search(cell.text)
        for cell in cells
    ):
        return {}
    return {cell.column: cell for cell in cells}


def _goes_on(row: list[Cell]) -> bool:
    """Say whether a row belongs to the list inside a form that began above: it begins with nothing, a number, or a name."""
    first = min(row, key=lambda each: each.column)
    return _NUMBERED.fullmatch(first.text) is not None or looks_like_name(first.text.strip())


def _read_inner(row: list[Cell], inner: dict[int, Cell], roles: dict[int, Role | None]) -> None:
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
            _put_under(cell, heading, role)


def _persons_in_columns(rows: dict[int, list[Cell]], roles: dict[int, Role | None]) -> bool:
    """Whether each column but the first is about somebody: “姓名｜张三｜李四” above “身份证号｜……｜……”."""
    for row in rows.values():
        first, *others = sorted(row, key=lambda each: each.column)
        if roles[first.number] in (Role.NAME, Role.PARTY) and len(others) > 1:
            return all(looks_like_name(cell.text.strip()) for cell in others)
    return False


def _put_under(cell: Cell, heading: Cell, role: Role | None) -> None:
    if role == Role.PARTY and is_organisation(cell.text.strip()):  # “乙方”, a company
        role = Role.OFFICE
    elif _is_signed(cell.text):  # “会计：张三” below a list
        role = Role.OFFICIAL
    cell.heading, cell.heading_number, cell.role = heading.text.strip(), heading.number, role


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
        and any(_looks_like_value(cell.text.strip()) for cell in values)
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
    values = [cell for cell in filled if not roles[cell.number] and _looks_like_value(cell.text.strip())]
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


def _looks_like_value(text: str) -> bool:
    if _MONTH.fullmatch(text):
        return False
    if _DAY.search(text) or (any(character.isdigit() for character in text) and not _YEAR.search(text)):
        return True
    return (
        text in {"男", "女"}
        or bool(_SENTENCE.search(text))
        or is_organisation(text)
        or text.endswith("族")
        or is_masked(text)
        or looks_like_name(text)
    )


def _columns_without_values(table: Table, found: dict[int, list[Span]]) -> Iterator[int]:
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


def announced(table: Table, found: dict[int, list[Span]]) -> Iterator[int]:
    """
    Yield the passages of headings that announce personal data which nothing else found.

    An empty form says nothing of anybody; masked values are what we ask for. A column without values in a list of
    persons is to be left out, or holds what we cannot see.
    """
    done: set[int] = set()
    yield from _columns_without_values(table, found)
    totals = {cell.row for cell in table.cells if _TOTAL.fullmatch(cell.text.strip())}
    for cell in table.cells:
        if cell.row in totals or _SIGNED.match(cell.text):
            continue
        if cell.label or cell.heading_number in done or cell.role not in ANNOUNCING:
            continue
        if not table.is_about_persons and cell.role not in (Role.ID, Role.HOME):
            continue
        if is_credit_code(cell.text.strip()):  # a company's, under “证件号码”
            continue
        if not _SAYS_ADDRESS.search(cell.heading) and _VILLAGE.search(cell.text.strip()):
            continue
        if is_value(cell.text) and not is_masked(cell.text) and not found.get(cell.number):
            done.add(cell.heading_number)
            yield cell.heading_number
