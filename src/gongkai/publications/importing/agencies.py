"""Importing offices from a table."""

from pathlib import Path

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.actions import add_agency
from gongkai.agencies.enums import AgencyKind
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed

from .findings import Finding, Report, Severity
from .reading import read_table

# Column heading → field; both the Chinese heading and the field's own name are understood.
FIELDS = {
    "全称": "name",
    "简称": "short_name",
    "代码": "code",
    "类别": "kind",
    "统一社会信用代码": "credit_code",
    "机关代字": "document_prefix",
    "办公地址": "address",
    "邮政编码": "postcode",
    "联系电话": "phone",
    "传真": "fax",
    "电子邮箱": "email",
    "办公时间": "hours",
    "负责人": "head",
    "机关职能": "duties",
}
KINDS = {kind.label: kind.value for kind in AgencyKind} | {kind.value: kind.value for kind in AgencyKind}


def import_agencies(path: Path, *, county: County, actor: User, dry_run: bool = False) -> Report:
    """
    Add the offices of the table and return the report; those whose code or name is there already are skipped.

    A row that the rules refuse is reported with its line, and the others are added all the same.
    """
    report = Report(source=path.name)
    known = {key for pair in Agency.objects.filter(county=county).values_list("code", "name") for key in pair}
    for line, row in read_table(path, required=()):
        values = {FIELDS.get(heading, heading): value for heading, value in row.items() if value}
        values = {name: value for name, value in values.items() if name in FIELDS.values()}
        problem = _problem(values)
        if problem:
            _refuse(report, line, problem)
            continue
        if known & {values["code"], values["name"]}:
            report.skipped += 1
            continue
        values["kind"] = KINDS[values.get("kind", AgencyKind.DEPARTMENT)]
        try:
            with transaction.atomic():
                add_agency(county=county, clerk=actor, values=values)
                if dry_run:
                    transaction.set_rollback(True)  # the checks are the real ones, only nothing stays
        except NotAllowed as refused:
            _refuse(report, line, str(refused))
            continue
        known |= {values["code"], values["name"]}
        report.imported += 1
    return report


def _problem(values: dict[str, str]) -> str:
    missing = [
        heading
        for heading, name in FIELDS.items()
        if name in ("name", "short_name", "code") and not values.get(name)
    ]
    if missing:
        return f"缺少{'、'.join(missing)}。"
    if values.get("kind", AgencyKind.DEPARTMENT) not in KINDS:
        return f"类别“{values['kind']}”不认识，可以写：{'、'.join(kind.label for kind in AgencyKind)}。"
    return ""


def _refuse(report: Report, line: int, message: str) -> None:
    report.add(line, "", Finding("A-ROW", Severity.REFUSED, message, done="没有导入，其他行照常导入。"))
    report.refused += 1
