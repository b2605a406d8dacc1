"""
Tables: their cells, what each of them stands under or beside, and whether the table is about persons.

Readers give cells with table, row and column; ``layout`` tells labels from values.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .headings import PRIVATE, Role, role_of
from .names import HAN, looks_like_name
from .reading import is_masked
from .vocabulary import GROWN

_UNFILLED = re.compile(
    r"[\s_＿—□○]*|\s*年\s*月\s*日?\s*|(?:请?填写|格式).{2,}|[(（][^()（）]*[)）]"
)  # what a form has where values are to be written
_NOBODY = re.compile("无(?:子女|配偶|父母|监护人|亲属)")
_EMPTY = {"", "-", "--", "/", "\\", "无", "—", "——", "…", "0", "同上", "略", "是", "否"}
_SENTENCE = re.compile("[，。；]")
_DAY = re.compile(r"[0-9]年\s?[0-9]{1,2}\s?月|[0-9]{4}([./-])[0-9]{1,2}\1[0-9]")
_SCHOOL = re.compile(r"学校|院校|就读|班级|年级")
_GROWN = re.compile(GROWN + "|雨露")
_OLDER = re.compile("初级中学|初中|中学(?!附|中心|小学)|[七八九]年级")
# Headings that only a table about persons has.
_OF_PERSONS = {
    *(Role.NAME, Role.PARTY, Role.CHILD, Role.FAMILY, Role.ID, Role.PASSPORT, Role.PERMIT),
    *(Role.BIRTH, Role.SOCIAL, Role.MEDICAL, Role.HOME_PHONE),
}
_NAMES_PERSONS = re.compile("姓名|户主(?!关系)")  # “户主及电话”
_YEAR = re.compile(r"[0-9]{2,4}\s?年")
_REMARK = re.compile("[(（][^()（）]*[)）]$")
_MONTH = re.compile("[0-9]{1,2}月份?")  # a heading of what was paid in it
FIRST_WORD = re.compile(rf"\s*([{HAN}·•‧・]+)")
SIGNED = re.compile(r"\s*([^\s:：，。；]{2,8})\s?[:：]")
_ORGANISATION = re.compile(
    r"(?:公司|委员会|政府|合作社|医院|专户|法院|检察院|学院|学校|超市|商店|[^邮药]局|中心|办公室|联合会|协会|大队|.{3}事务所|服务站|福利院|敬老院)$"
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

    def stand_under(self, heading: "Cell", role: Role | None) -> None:
        if role in (Role.PARTY, Role.NAME) and is_organisation(self.text.strip()):  # “乙方”, a company
            role = Role.OFFICE
        elif is_signed(self.text):  # “会计：张三” below a list
            role = Role.OFFICIAL
        self.heading, self.heading_number = heading.text.strip(), heading.number
        self.role = None if role == Role.ELSE else role


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
        """Students of a university or a school that teaches a trade, or by the title of a middle school."""
        schools = (cell.text for cell in self.cells if _SCHOOL.search(cell.heading))
        return bool(_GROWN.search(self.title) or _OLDER.search(self.title)) or any(
            _GROWN.search(school) for school in schools
        )

    @property
    def is_official(self) -> bool:
        """An address book of offices or a division of duties, in which names are those of officials."""
        if self.roles & PRIVATE or Role.PARTY in self.roles:
            return False
        if Role.DUTY in self.roles:
            return True
        directory = Role.OFFICE in self.roles or {Role.PLACE, Role.PHONE} <= self.roles
        return directory and not self.roles & {Role.NAME, Role.BANK}

    @cached_property
    def _names_persons(self) -> bool:
        # Asked for every cell: going through all of them each time takes minutes in a list of ten thousand.
        return any(
            _NAMES_PERSONS.search(heading)
            for heading in {cell.heading for cell in self.cells if not cell.label}
        )

    @property
    def is_about_persons(self) -> bool:
        if self.is_official:
            return False
        if self.roles & _OF_PERSONS or (Role.PERSON in self.roles and self.roles & PRIVATE):
            return True
        if self._names_persons:
            return True
        return Role.CONTACT in self.roles and not self.roles & {Role.OFFICE, Role.CODE}


def is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(text))


def is_value(text: str) -> bool:
    return (
        text.strip() not in _EMPTY
        and not _NOBODY.fullmatch(text.strip())
        and not _UNFILLED.fullmatch(text.strip())
    )


def begins_with_name(text: str) -> bool:
    word = FIRST_WORD.match(text)
    return bool(word) and looks_like_name(word[1])


def is_signed(text: str) -> bool:
    signed = SIGNED.match(text)
    return bool(signed) and role_of(signed[1]) in (Role.OFFICIAL, Role.DUTY)


def looks_like_value(text: str) -> bool:
    if _MONTH.fullmatch(text):
        return False
    text = _REMARK.sub("", text) or text  # “学员（6—12岁）” is a heading
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
