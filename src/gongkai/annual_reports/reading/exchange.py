"""
Reports in the JSON that programs hand each other: our own (``writing.json``), and the one of KIROGOVCOMPARE, a
comparison tool whose packages circulate among offices.

What such a file says is taken as it stands: it was read or typed by somebody else's program, and says so in a note.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from .. import layout
from ..content import Figure, Place, Report, Section, Unreadable
from ..layout import Form

NOT_A_REPORT = "这个 JSON 文件不是年度报告的数据。系统认识本系统导出的 JSON 和 KIROGOVCOMPARE 的交换格式。"
FROM_ANOTHER = "数据来自另一个系统导出的 JSON，没有见到原报告；对不上的，请先对照原报告。"
OWN = "gongkai.annual-report"

# KIROGOVCOMPARE's words for the cells of ``layout``.
_DOCUMENTS = {"made": "issued", "repealed": "repealed", "valid": "in_force"}
_TABLE_2 = {
    "regulations": ("regulations", _DOCUMENTS),
    "normativeDocuments": ("normative", _DOCUMENTS),
    "licensing": ("licences", {"processed": "decisions"}),
    "punishment": ("penalties", {"processed": "decisions"}),
    "coercion": ("enforcement", {"processed": "decisions"}),
    "fees": ("fees", {"amount": "amount"}),
}
_COLUMNS = {
    ("naturalPerson",): "natural",
    ("legalPerson", "commercial"): "business",
    ("legalPerson", "research"): "research",
    ("legalPerson", "social"): "charity",
    ("legalPerson", "legal"): "legal_service",
    ("legalPerson", "other"): "other_org",
    ("total",): "total",
}
_ROWS = {
    ("newReceived",): "new",
    ("carriedOver",): "carried_in",
    ("results", "granted"): "open",
    ("results", "partialGrant"): "partial",
    ("results", "denied", "stateSecret"): "deny_1",
    ("results", "denied", "lawForbidden"): "deny_2",
    ("results", "denied", "safetyStability"): "deny_3",
    ("results", "denied", "thirdPartyRights"): "deny_4",
    ("results", "denied", "internalAffairs"): "deny_5",
    ("results", "denied", "processInfo"): "deny_6",
    ("results", "denied", "enforcementCase"): "deny_7",
    ("results", "denied", "adminQuery"): "deny_8",
    ("results", "unableToProvide", "noInfo"): "unable_1",
    ("results", "unableToProvide", "needCreation"): "unable_2",
    ("results", "unableToProvide", "unclear"): "unable_3",
    ("results", "notProcessed", "complaint"): "refuse_1",
    ("results", "notProcessed", "repeat"): "refuse_2",
    ("results", "notProcessed", "publication"): "refuse_3",
    ("results", "notProcessed", "massiveRequests"): "refuse_4",
    ("results", "notProcessed", "confirmInfo"): "refuse_5",
    ("results", "other", "overdueCorrection"): "misc_1",
    ("results", "other", "overdueFee"): "misc_2",
    ("results", "other", "otherReasons"): "misc_3",
    ("results", "totalProcessed"): "done",
    ("results", "carriedForward"): "carried_out",
}
_BLOCKS = {
    "review": "review",
    "litigationDirect": "lit_direct",
    "litigationPostReview": "lit_after_review",
}
_RESULTS = {
    "maintain": "upheld",
    "correct": "corrected",
    "other": "other",
    "unfinished": "pending",
    "total": "total",
}


def read(text: str) -> Report:
    """Return the report in a JSON text. Raises Unreadable when it is no JSON or none of a report."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as error:
        raise Unreadable(NOT_A_REPORT) from error
    if not isinstance(data, Mapping):
        raise Unreadable(NOT_A_REPORT)
    try:
        if data.get("schema") == OWN:
            return _own(data)
        if isinstance(data.get("sections"), list) and "unit_name" in data:
            return _of_kirogovcompare(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(NOT_A_REPORT) from error
    raise Unreadable(NOT_A_REPORT)


def _own(data: Mapping[str, Any]) -> Report:
    doubts = data["doubts"]
    return Report(
        unit=str(data["unit"]),
        year=None if data["year"] is None else int(data["year"]),
        title=str(data["title"]),
        forms={table: Form(form["version"]) for table, form in data["form"].items()},
        figures={
            cell: _figure(cell, value, str(doubts.get(cell, ""))) for cell, value in data["cells"].items()
        },
        sections=tuple(
            Section(int(each["ordinal"]), str(each["heading"]), tuple(map(str, each["paragraphs"])))
            for each in data["sections"]
        ),
        notes=tuple(map(str, data["notes"])),
        refused={str(table): str(why) for table, why in data["refused"].items()},
    )


def _of_kirogovcompare(data: Mapping[str, Any]) -> Report:
    figures: dict[str, Figure] = {}
    sections: list[Section] = []
    for each in data["sections"]:
        title = str(each.get("title", ""))
        ordinal = layout.ORDINALS.find(title[:1]) + 1 if title else 0
        paragraphs = tuple(
            line.strip() for line in str(each.get("content") or "").split("\n") if line.strip()
        )
        sections.append(Section(ordinal if 1 <= ordinal <= len(layout.SECTIONS) else 0, title, paragraphs))
        for name, value in _cells(each):
            figures[name] = _figure(name, value)
    if not figures:
        raise Unreadable(NOT_A_REPORT)
    unit, year = str(data["unit_name"]), data.get("report_year")
    return Report(
        unit=unit,
        year=int(year) if year else None,
        title=layout.report_title(unit, int(year)) if year else "",
        forms={
            table: Form.OF_2021 for table in ("t2", "t3") if any(name.startswith(table) for name in figures)
        },
        figures=figures,
        sections=tuple(sections),
        notes=(FROM_ANOTHER,),
    )


def _cells(section: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    active = section.get("activeDisclosureData") or {}
    for theirs, (entry, columns) in _TABLE_2.items():
        for name, column in columns.items():
            if theirs in active:
                yield layout.t2(entry, column), active[theirs].get(name)
    requests = section.get("tableData")
    if requests:
        for column_path, column in _COLUMNS.items():
            for row_path, row in _ROWS.items():
                yield layout.t3(row, column), _at(requests, (*column_path, *row_path))
    cases = section.get("reviewLitigationData") or {}
    for theirs, block in _BLOCKS.items():
        for name, result in _RESULTS.items():
            if theirs in cases:
                yield layout.t4(block, result), cases[theirs].get(name)


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if not isinstance(data, Mapping):
            return None
        data = data.get(step)
    return data


def _figure(cell: str, value: Any, doubt: str = "") -> Figure:
    if cell not in _NAMES:
        raise ValueError(cell)
    printed = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value).strip()
    try:
        number = Decimal(printed) if printed else None
    except InvalidOperation:
        number = None  # “/” and “-” are blanks that somebody wrote
    if number is not None and not number.is_finite():
        raise ValueError(cell)
    return Figure(number, printed, doubt, Place(snippet=cell))


_NAMES = frozenset(
    name for form in Form for name in (*layout.cells_of_table_2(form), *layout.cells_of_table_3(form))
) | frozenset(layout.CELLS_OF_TABLE_4)
