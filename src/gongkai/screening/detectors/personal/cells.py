"""What the heading of a column makes of its cells: names, kin, children, illnesses, disabilities."""

import re
from collections.abc import Iterator

from ...enums import Kind
from .ages import AGE_IN_BRACKET
from .conditions import DISABILITY, named_illnesses
from .headings import Role
from .names import HAN, looks_like_name
from .numbers import CHILDHOOD
from .reading import is_masked
from .spans import Span
from .tables import Cell, Table, is_value
from .vocabulary import KIN, RELATION

_WORD = re.compile(rf"[{HAN}]+(?:[·•‧・][{HAN}]+)+|[{HAN}](?: {{1,3}}[{HAN}])(?![{HAN}])|[{HAN}]+")
_ORGANISATION = re.compile(r"(?:公司|中心|委员会|政府|合作社|[局厂店社院校部站所行会办户家组村])$")
_NOT_NAMES = frozenset(
    "务农 务工 打工 在家 经商 个体 退休 无业 待业 上学 读书 已故 去世 离异 未婚 已婚 健在 外出 合计 小计 总计 法定 同意 无子女 本人 户主 夫妻 父子 母子 儿子 女儿 配偶 妻子 丈夫 父亲 母亲 长子 次子 长女 次女 孙子 孙女".split()
)
_KIN_WORD = re.compile(KIN)
_KIN = re.compile(rf"^(?:{RELATION})(?=[\u4e00-\u9fff]{{2}})")
_CHILDREN = re.compile(
    r"孤儿|幼儿|儿童|小学|学生|婴幼|未成年|入园|留守|一年级|二年级|三年级|四年级|五年级|六年级"
)
_NOT_OF_CHILDREN = re.compile(r"人数|困难职工|教师|高中")
_DISABILITY = re.compile(r"[一二三四1-4]级|肢体|视力|听力|言语|智力|精神|多重")
_KIND_OF = {
    Role.NAME: Kind.NAME,
    Role.PARTY: Kind.NAME,
    Role.CONTACT: Kind.NAME,
    Role.CHILD: Kind.CHILD,
    Role.FAMILY: Kind.FAMILY,
}


def find(cell: Cell, table: Table) -> Iterator[Span]:
    """Yield what ``cell`` says by the heading it stands under."""
    if cell.label or not cell.role or not is_value(cell.text) or is_masked(cell.text):
        return
    if not table.is_about_persons:
        return
    if cell.role in _KIND_OF:
        if cell.role == Role.CONTACT and Role.OFFICE in table.roles and not _private(table):
            return
        kind = _KIND_OF[cell.role]
        if kind == Kind.NAME and _of_children(table):
            kind = Kind.CHILD
        elif kind == Kind.CHILD and table.is_of_grown_students:
            kind = Kind.NAME
        yield from _names(cell.text, kind)
    elif cell.role == Role.PERSON and _KIN.match(cell.text):
        yield from _names(cell.text, Kind.FAMILY)
    elif cell.role == Role.ILLNESS and (told := list(named_illnesses(cell.text))):
        yield from (Span(Kind.ILLNESS, *each) for each in told)
    elif cell.role == Role.ILLNESS or (cell.role == Role.DISABILITY and _DISABILITY.search(cell.text)):
        text = cell.text.strip()
        start = cell.text.index(text)
        told = (
            DISABILITY.search(cell.text) if cell.role == Role.DISABILITY else None
        )  # “授权人为肢体残疾一级”
        whole = told.span() if told else (start, start + len(text))
        yield Span(Kind.ILLNESS if cell.role == Role.ILLNESS else Kind.DISABILITY, *whole)


def _private(table: Table) -> bool:
    return bool(table.roles & {Role.ID, Role.HOME, Role.BANK, Role.BIRTH})


def _of_children(table: Table) -> bool:
    return (
        bool(_CHILDREN.search(table.title))
        and not _NOT_OF_CHILDREN.search(table.title)
        and not table.is_of_grown_students
    )


def _names(text: str, kind: Kind) -> Iterator[Span]:
    """Yield the names in a cell: one, or several with marks or line ends between them; an organisation is none."""
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        kin = _KIN.match(word)
        if kin:
            start, word = start + kin.end(), word[kin.end() :]
        in_number = text[start - 1 : start].isdigit() or text[match.end() : match.end() + 1].isdigit()
        if in_number or not _is_name_in_column(word):  # “7号楼1单元”
            continue
        age = AGE_IN_BRACKET.match(text, match.end())
        if age and int(age[1]) < CHILDHOOD:
            yield Span(Kind.CHILD, start, match.end())
        else:
            yield Span(Kind.FAMILY if kin and kind == Kind.NAME else kind, start, match.end())


def _is_name_in_column(word: str) -> bool:
    """Under “姓名” a rare family name is as likely as any: only what cannot be a name is left out."""
    plain = word.replace(" ", "")
    if "·" in word or looks_like_name(plain):
        return True
    return (
        2 <= len(plain) <= 3
        and plain not in _NOT_NAMES
        and not _KIN_WORD.fullmatch(plain)
        and not _ORGANISATION.search(plain)
        and not is_masked(word)
    )
