"""
A report read from a stranger's file: read in a process of its own (``screening.sandbox``) and handed over as JSON.
"""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai.screening import sandbox
from gongkai.screening.findings import Unreadable as NotReadable

from .content import Figure, Place, Report, Section, Unreadable
from .layout import Form
from .reading import read

OPERATION = "read_report"
LIMITS = sandbox.Limits(seconds=60, memory=1024 * sandbox.MIB)  # a report takes a tenth of a second


def read_file(path: Path, name: str) -> Report:
    """Read the file at ``path`` as a report, whatever it does. ``name`` is what its sender called it. Raises Unreadable."""
    order = {"path": str(path.resolve()), "name": name}
    try:
        return from_json(sandbox.run(OPERATION, order, limits=LIMITS))
    except NotReadable as error:
        raise Unreadable(str(error)) from error


def read_op(data: dict[str, Any]) -> dict[str, Any]:
    """What the process does; ``data``: path, name. Raises screening.findings.Unreadable."""
    path = Path(data["path"])
    try:
        return as_json(read(path.read_bytes(), data["name"]))
    except Unreadable as error:
        raise NotReadable(str(error)) from error


def as_json(report: Report) -> dict[str, Any]:
    return {
        "unit": report.unit,
        "year": report.year,
        "title": report.title,
        "forms": {table: form.value for table, form in report.forms.items()},
        "figures": {
            cell: [
                None if figure.number is None else str(figure.number),
                figure.printed,
                figure.doubt,
                vars(figure.place),
            ]
            for cell, figure in report.figures.items()
        },
        "sections": [[each.ordinal, each.heading, list(each.paragraphs)] for each in report.sections],
        "notes": list(report.notes),
        "refused": dict(report.refused),
    }


def from_json(data: Mapping[str, Any]) -> Report:
    return Report(
        unit=data["unit"],
        year=data["year"],
        title=data["title"],
        forms={table: Form(form) for table, form in data["forms"].items()},
        figures={
            cell: Figure(None if number is None else Decimal(number), printed, doubt, Place(**place))
            for cell, (number, printed, doubt, place) in data["figures"].items()
        },
        sections=tuple(
            Section(ordinal, heading, tuple(paragraphs)) for ordinal, heading, paragraphs in data["sections"]
        ),
        notes=tuple(data["notes"]),
        refused=dict(data["refused"]),
    )
