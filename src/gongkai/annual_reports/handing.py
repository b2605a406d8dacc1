"""
A report read from a stranger's file: read in a process of its own (``screening.sandbox``) and handed over as JSON.

Where its tables are pictures, and the extra ``ocr`` is installed, another process with more time and memory reads them.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai.common.locks import file_lock
from gongkai.screening import sandbox
from gongkai.screening.findings import Unreadable as NotReadable
from gongkai.screening.formats import reading_pictures

from .content import Figure, Place, Report, Section, Unreadable
from .layout import Form
from .reading import is_picture, read

OPERATION = "read_report"
LIMITS = sandbox.Limits(seconds=60, memory=1024 * sandbox.MIB)  # a report takes a tenth of a second
# With pictures five seconds a page (``pictures.replacing`` ends in time), and half a gigabyte beside what it claims.
LIMITS_FOR_PICTURES = sandbox.Limits(seconds=105, memory=2048 * sandbox.MIB)
MOST_WAITING = 10.0  # seconds until another picture is read
BUSY = "年报的表格是图片，系统正在识别别的图片，请过两分钟再上传。"
NOT_ENDED = "表格是图片，系统没有识别完，没有读入。"


def read_file(path: Path, name: str) -> Report:
    """Read the file at ``path`` as a report, whatever it does. ``name`` is what its sender called it. Raises Unreadable."""
    can_recognise = reading_pictures.available()
    try:
        if can_recognise and _is_picture(path):
            return _read(path, name, recognises=True)
        report = _read(path, name)
        if not (can_recognise and report.drawn):
            return report
        try:
            return _read(path, name, recognises=True)
        except NotReadable as error:
            reason = BUSY if str(error) == BUSY else NOT_ENDED
            return replace(report, notes=(*report.notes, reason))
    except NotReadable as error:
        raise Unreadable(str(error)) from error


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        return is_picture(file.read(16))


def _read(path: Path, name: str, *, recognises: bool = False) -> Report:
    order = {"path": str(path.resolve()), "name": name, "recognises": recognises}
    if not recognises:
        return from_json(sandbox.run(OPERATION, order, limits=LIMITS))
    with _one_at_a_time():
        return from_json(sandbox.run(OPERATION, order, limits=LIMITS_FOR_PICTURES))


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """
    Wait until no other picture is read on this machine, or raise screening.findings.Unreadable.

    Reading pictures keeps a processor busy for a minute: anybody may ask for it, and the site must go on for the others.
    """
    path = Path(tempfile.gettempdir()) / f"gongkai-recognising-{os.getuid()}.lock"
    with file_lock(path, wait=MOST_WAITING) as is_mine:
        if not is_mine:
            raise NotReadable(BUSY)
        yield


def read_op(data: dict[str, Any]) -> dict[str, Any]:
    """What the process does; ``data``: path, name, recognises. Raises screening.findings.Unreadable."""
    path = Path(data["path"])
    try:
        return as_json(read(path.read_bytes(), data["name"], recognises=data["recognises"]))
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
        "drawn": list(report.drawn),
        "is_recognised": report.is_recognised,
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
        # Reports of last year that were kept before pictures were read have neither.
        drawn=tuple(data.get("drawn", ())),
        is_recognised=data.get("is_recognised", False),
    )
