"""The report for machines: one JSON document whose form has a name and a number, so that it can change openly."""

import json
from collections.abc import Iterable
from typing import Any

from .document import ReportDocument
from .outline import plain, title_lines
from .tables import Cell, grids

SCHEMA = "gongkai.annual-report"
SCHEMA_VERSION = 1


def annual_report_json(document: ReportDocument) -> bytes:
    """
    Return the report as UTF-8 JSON, its keys always in the same order.

    ``cells`` has every cell of the report's forms by its name, ``null`` where it is blank; a number is written with
    the digits it was given with. ``form`` says by table which statutory form its cells follow. ``sections`` hold
    the prose; 0 is what stands before the first.
    """
    report = document.report
    cells = [cell for grid in grids(report).values() for cell in grid.figures()]
    doubts = {name: plain(figure.doubt) for name, figure in sorted(report.figures.items()) if figure.doubt}
    before = {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "unit": plain(report.unit),
        "year": report.year,
        "title": "".join(title_lines(report)),
        "form": {
            table: {"version": form.value, "document_number": form.document_number}
            for table, form in sorted(report.forms.items())
        },
        "draft": document.draft,
        "issuer": plain(document.issuer),
        "published_on": document.published_on.isoformat() if document.published_on else None,
    }
    after = {
        "doubts": doubts,
        "sections": [
            {
                "ordinal": section.ordinal,
                "heading": plain(section.heading),
                "paragraphs": [plain(text) for text in section.paragraphs],
            }
            for section in report.sections
        ],
        "notes": [plain(note) for note in report.notes],
        "refused": {table: plain(why) for table, why in sorted(report.refused.items())},
        "corrections": [{"on": day.isoformat(), "text": plain(text)} for day, text in document.corrections],
    }
    members = [
        *_members(before),
        f'  "cells": {_numbers(cells)}',
        *_members(after),
    ]
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _members(values: dict[str, Any]) -> list[str]:
    return [
        f"  {json.dumps(key)}: " + json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        for key, value in values.items()
    ]


def _numbers(cells: Iterable[Cell]) -> str:
    """Write the numbers as they are printed: through a float, 2648.660 would become 2648.66."""
    lines = [f'    "{cell.name}": {cell.text or "null"}' for cell in cells]
    return "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
