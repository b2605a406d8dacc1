"""An edition's content as JSON, and the report it stands for. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .content import Report, Section
from .figures import FORM, figures_of, printed


def content_of(report: Report, *, issuer: str, corrections: Iterable[tuple[date, str]]) -> dict[str, Any]:
    """Return everything a report says, as it is frozen in an edition."""
    content = {
        "unit": report.unit,
        "year": report.year,
        "title": report.title,
        "issuer": issuer,
        "cells": {
            cell: None if figure.is_blank else printed(figure.number)
            for cell, figure in report.figures.items()
        },
        "sections": [
            {"ordinal": each.ordinal, "heading": each.heading, "paragraphs": list(each.paragraphs)}
            for each in report.sections
        ],
    }
    return with_corrections(content, corrections)


def with_corrections(content: Mapping[str, Any], corrections: Iterable[tuple[date, str]]) -> dict[str, Any]:
    """Return ``content`` with these corrections beside it: the part that grows after publication."""
    return {**content, "corrections": [{"on": on.isoformat(), "text": text} for on, text in corrections]}


def report_of_content(content: Mapping[str, Any]) -> Report:
    cells = {cell: None if text is None else Decimal(text) for cell, text in content["cells"].items()}
    return Report(
        unit=content["unit"],
        year=content["year"],
        title=content["title"],
        forms={"t2": FORM, "t3": FORM},
        figures=figures_of(cells),
        sections=tuple(
            Section(each["ordinal"], each["heading"], tuple(each["paragraphs"]))
            for each in content["sections"]
        ),
    )


def corrections_of(content: Mapping[str, Any]) -> tuple[tuple[date, str], ...]:
    return tuple((date.fromisoformat(each["on"]), each["text"]) for each in content["corrections"])
