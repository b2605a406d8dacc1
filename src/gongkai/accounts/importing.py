"""
Many people at once, from a table (CSV or TSV) that the departments fill in.

``read`` turns text into rows; ``check`` says what is wrong with each, without writing; ``import_people`` writes all
or nothing through the same actions as the pages.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.agencies.queries import open_agencies
from gongkai.common.errors import NotAllowed

from . import actions, rules
from .enums import Role
from .models import User
from .models import username as username_rule

COLUMNS = ("用户名", "姓名", "单位", "职务", "电子邮箱", "角色")
REQUIRED = ("用户名", "姓名", "单位")
MOST_ROWS = 300
SEPARATORS = str.maketrans({mark: "、" for mark in ",，;；/ "})
ROLES_BY_NAME = {role.label: role for role in Role} | {role.label.split("（")[0]: role for role in Role}


@dataclass
class Row:
    """One line of the table, what it means, and what is wrong with it."""

    line: int
    cells: dict[str, str]
    agency: Agency | None = None
    roles: list[Role] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def username(self) -> str:
        return self.cells["用户名"].lower()


def decode(data: bytes) -> str:
    """Return the text of a CSV file as Excel or WPS saves it: UTF-8 with or without a mark, or GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAllowed("文件不是文本，或编码不认识。请在 Excel 或 WPS 里另存为 CSV（UTF-8）后再上传。")


def read(text: str) -> list[Row]:
    """Return the rows of a table; raises NotAllowed when the first line lacks a needed column."""
    first_line = text.split("\n", 1)[0]
    table = csv.reader(io.StringIO(text), delimiter="\t" if "\t" in first_line else ",")
    try:
        lines = [[cell.strip() for cell in line] for line in table]
    except csv.Error as error:
        raise NotAllowed(
            f"表格的格式不对，读到第{table.line_num}行读不下去。请另存为 CSV 后再上传。"
        ) from error
    heading = lines[0] if lines else []
    missing = [name for name in REQUIRED if name not in heading]
    if missing:
        raise NotAllowed(
            f"第一行缺少“{'、'.join(missing)}”这样的列名，没有导入。第一行请写：{'、'.join(COLUMNS)}。"
        )
    rows = [
        Row(number, {name: dict(zip(heading, line, strict=False)).get(name, "") for name in COLUMNS})
        for number, line in enumerate(lines[1:], start=2)
        if any(line)
    ]
    if not rows:
        raise NotAllowed("表格里只有列名，没有人员。请填好后再上传。")
    if len(rows) > MOST_ROWS:
        raise NotAllowed(f"表格里有{len(rows)}人，一次最多导入{MOST_ROWS}人。请分成几个文件。")
    return rows


def check(rows: list[Row], clerk: User) -> list[Row]:
    """Fill in what each row means and everything wrong with it. Writes nothing."""
    agencies = {}
    for agency in open_agencies(clerk.agency.county):
        agencies[agency.name] = agencies[agency.short_name] = agency
    names = [row.username for row in rows]
    taken = set(User.objects.filter(username__in=names).values_list("username", flat=True))
    for row in rows:
        row.agency = agencies.get(row.cells["单位"])
        row.errors = list(_errors(row, clerk, taken, names))
    return rows


def _errors(row: Row, clerk: User, taken: set[str], names: list[str]):
    for name in REQUIRED:
        if not row.cells[name]:
            yield f"没有填{name}。"
    if row.username:
        try:
            username_rule(row.username)
        except ValidationError as error:
            yield error.message
        if row.username in taken:
            yield f"用户名“{row.username}”已有人使用。"
        if names.count(row.username) > 1:
            yield f"用户名“{row.username}”在表里出现了不止一次。"
    if len(row.cells["姓名"]) > 30 or len(row.cells["职务"]) > 40:
        yield "姓名最多30个字，职务最多40个字。"
    if row.cells["电子邮箱"]:
        try:
            validate_email(row.cells["电子邮箱"])
        except ValidationError:
            yield f"电子邮箱“{row.cells['电子邮箱']}”写得不对。"
    if row.cells["单位"] and row.agency is None:
        yield f"没有叫“{row.cells['单位']}”的单位，或它已撤并。请写全称或简称。"
    yield from _role_errors(row, clerk)


def _role_errors(row: Row, clerk: User):
    row.roles = []
    for name in filter(None, row.cells["角色"].translate(SEPARATORS).split("、")):
        role = ROLES_BY_NAME.get(name)
        if role is None:
            yield f"没有叫“{name}”的角色。"
        elif role not in rules.grantable_roles(clerk, User(agency=clerk.agency)):
            yield f"您不能授予“{role.label}”。"
        elif rules.roles_conflict({*row.roles}, role):
            yield "按照三员分立的要求，系统管理员、安全管理员、审计管理员不能由一人兼任，也不能兼任业务角色。"
        elif role not in row.roles:
            row.roles.append(role)


@transaction.atomic
def import_people(*, rows: list[Row], clerk: User, now: datetime) -> list[tuple[User, str]]:
    """Make every account of checked ``rows`` with its roles, or none; return people with temporary passwords."""
    if any(row.errors for row in check(rows, clerk)):
        raise NotAllowed("表格里还有错误，一个账号也没有建立。请改好后重新上传。")
    made = []
    for row in rows:
        person, password = actions.create_person(
            username=row.username,
            name=row.cells["姓名"],
            agency=row.agency,
            job_title=row.cells["职务"],
            email=row.cells["电子邮箱"],
            clerk=clerk,
        )
        for role in row.roles:
            actions.grant_role(person_id=person.pk, role=role, agency=row.agency, clerk=clerk, now=now)
        made.append((person, password))
    return made
