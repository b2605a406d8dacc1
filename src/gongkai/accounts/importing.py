"""
Many people at once, from a table (CSV or TSV) that the departments fill in.

``read`` turns text into rows; ``check`` says what is wrong with each, without writing; ``import_people`` writes all
or nothing through the same actions as the pages.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.agencies.queries import open_agencies
from gongkai.common.errors import NotAllowed
from gongkai.common.tables import read_table

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


def read(text: str) -> list[Row]:
    """Return the rows of a table; raises NotAllowed with what is wrong with the whole of it."""
    lines = read_table(text, columns=COLUMNS, required=REQUIRED, most=MOST_ROWS, of="人员")
    return [Row(number, cells) for number, cells in lines]


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
