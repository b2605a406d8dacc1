"""
Importing the columns of an old site as sections.

A directory there may hold items and sub-directories at once, and its name is often unknown: ours get a name that is
marked for a person to confirm, and every old address leads on.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.sections.actions import create_section
from gongkai.sections.enums import SectionLayout
from gongkai.sections.models import Section

from ..models import OldAddress
from .findings import Finding, Report, Severity
from .reading import read_table

LONGEST_NAME = 80


@dataclass(frozen=True)
class Column:
    """One directory of the old site."""

    line: int
    path: str
    name: str
    total: int

    @property
    def last(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        return self.path.rpartition("/")[0]


def read_columns(path: Path, report: Report) -> list[Column]:
    """The columns of the file (path, name, total), parents first, with the parents it does not list."""
    columns: dict[str, Column] = {}
    for line, row in read_table(path, required=("path",)):
        place = "/".join(part for part in row["path"].split("/") if part)
        total = row.get("total", "")
        if not place:
            _refuse(report, line, "S-NO-PATH", "没有写目录（path）。")
        elif place in columns:
            _refuse(report, line, "S-TWICE", f"目录“{place}”与第{columns[place].line}行重复。")
        else:
            columns[place] = Column(line, place, row.get("name", ""), int(total) if total.isdigit() else 0)
    for column in list(columns.values()):
        parent = column.parent
        while parent and parent not in columns:
            columns[parent] = Column(column.line, parent, "", 0)
            message = f"上级目录“{parent}”不在文件里。"
            report.add(
                column.line,
                parent,
                Finding("S-PARENT-ADDED", Severity.NOTE, message, done="已补建为栏目组。"),
            )
            parent = parent.rpartition("/")[0]
    return sorted(columns.values(), key=lambda column: (column.path.count("/"), column.line))


def named(columns: list[Column], report: Report) -> list[Column]:
    """
    Give every column a name.

    An unnamed one takes the name that other columns with the same last part bear, if they agree; else that part
    itself. Either way a person must confirm it.
    """
    given: dict[str, set[str]] = {}
    for column in columns:
        if column.name:
            given.setdefault(column.last, set()).add(column.name)
    result = []
    for column in columns:
        if not column.name:
            borrowed = given.get(column.last, set())
            name = next(iter(borrowed)) if len(borrowed) == 1 else column.last
            why = "取自同名目录" if name != column.last else "暂用目录名"
            message = f"目录“{column.path}”没有名称。"
            finding = Finding(
                "S-NO-NAME", Severity.ATTENTION, message, "name", name, f"{why}“{name}”，请确认或改名。"
            )
            report.add(column.line, column.path, finding)
            column = replace(column, name=name)
        elif len(column.name) > LONGEST_NAME:
            message = f"名称有{len(column.name)}个字，超过{LONGEST_NAME}个字。"
            short = column.name[: LONGEST_NAME - 1] + "…"
            report.add(
                column.line,
                column.path,
                Finding("S-LONG-NAME", Severity.ATTENTION, message, "name", short, "已截短，请改写。"),
            )
            column = replace(column, name=short)
        result.append(column)
    return result


def section_code(part: str, taken: set[str]) -> str:
    """A directory name as an address code: lower case, hyphens, and a number behind it when a sibling has it."""
    plain = re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")[:50].strip("-") or "s"
    code, number = plain, 2
    while code in taken:
        code, number = f"{plain}-{number}", number + 1
    return code


def import_sections(path: Path, *, county: County, actor: User, dry_run: bool = False) -> Report:
    """
    Create the sections the file lists and return the report; what has been imported before is skipped.

    Raises NotAllowed when ``actor`` may not change the tree.
    """
    report = Report(source=path.name)
    columns = named(read_columns(path, report), report)
    known: dict[str, Section | None] = {
        old.path.strip("/"): old.section
        for old in OldAddress.objects.filter(county=county, section__isnull=False).select_related("section")
    }
    parents = {column.parent for column in columns}
    taken: dict[str, set[str]] = {}
    for section in Section.objects.filter(county=county).values_list("path", flat=True):
        taken.setdefault(section.rpartition("/")[0], set()).add(section.rpartition("/")[2])
    # All or nothing: half a tree would put items into wrong places.
    with transaction.atomic():
        for column in columns:
            if column.path in known:
                report.skipped += 1
                continue
            above = known.get(column.parent)
            siblings = taken.setdefault(above.path if above else column.parent, set())
            code = section_code(column.last, siblings)
            siblings.add(code)
            if code != column.last:
                message = f"目录名“{column.last}”不能原样作网址。"
                finding = Finding(
                    "S-CODE", Severity.NOTE, message, "code", code, f"网址用“{code}”，旧网址会转过来。"
                )
                report.add(column.line, column.path, finding)
            report.imported += 1
            if dry_run:
                known[column.path] = None
                continue
            is_group = column.path in parents and not column.total
            section = create_section(
                county=county,
                name=column.name,
                actor=actor,
                parent_id=above.pk if above else None,
                code=code,
                layout=SectionLayout.GROUP if is_group else SectionLayout.LIST,
            )
            OldAddress.objects.create(county=county, path=f"/{column.path}/", section=section)
            known[column.path] = section
    return report


def _refuse(report: Report, line: int, code: str, message: str) -> None:
    report.add(line, "", Finding(code, Severity.REFUSED, message, done="没有导入。"))
    report.refused += 1
