"""A report that was read, as the JSON other programs compare with: cells by table, and where each was read."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .. import layout
from ..content import Figure, Report
from ..layout import Form

TABLES = {"t2": "table2", "t3": "table3", "t4": "table4"}
NOTE_ON_BLANKS = "null = 原文件这一格是空白、横线或没有读入；参与勾稽时按0计，显示时与0分开"
KEY_OF_FEES = "行政事业性收费_万元"


def as_json(report: Report) -> dict[str, Any]:
    """Return what was read of ``report``: numbers, null for a blank, and each cell's place and doubt."""
    return {
        "unit": report.unit,
        "year": report.year,
        "title": report.title,
        "template_version": _version(report.forms),
        "columns": [column.key for column in layout.APPLICANTS],
        "columns_cn": [column.label for column in layout.APPLICANTS],
        "table2": _table_2(report),
        "table3": _table_3(report),
        "table4": _table_4(report),
        "blanks": [
            {"cell": name, "place": figure.place.in_words()}
            for name, figure in report.figures.items()
            if figure.is_blank and not figure.doubt
        ],
        "blanks_note": NOTE_ON_BLANKS,
        "refused": {TABLES.get(table, table): reason for table, reason in report.refused.items()},
        "notes": list(report.notes),
        "cells": {name: _cell(figure) for name, figure in report.figures.items()},
    }


def plain(number: Decimal | None) -> int | float | None:
    """Return ``number`` as JSON has it: a whole number without a fraction."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _cell(figure: Figure) -> dict[str, Any]:
    return {
        "value": plain(figure.number),
        "printed": figure.printed,
        "doubt": figure.doubt,
        "place": figure.place.in_words(),
        "snippet": figure.place.snippet,
    }


def _value(figures: Mapping[str, Figure], cell: str) -> int | float | None:
    figure = figures.get(cell)
    return plain(figure.number) if figure else None


def _version(forms: Mapping[str, Form]) -> str:
    """Return which forms the tables follow, in the words of the office."""
    second, third = forms.get("t2"), forms.get("t3")
    form = second or third
    if form is None:
        return ""
    rows = f"（{len(layout.TABLE_3[third])}个数据行）" if third else ""
    if second is None or third is None or second == third:
        return f"{form.document_number}{rows}"
    if second == Form.OF_2021:
        return f"2021版表二、表四；表三“（六）其他处理”折叠为一行{rows}"
    return f"2019版表二；表三为2021版{rows}"


def _table_2(report: Report) -> dict[str, Any]:
    form = report.forms.get("t2")
    if form is None:
        return {}
    table: dict[str, Any] = {}
    for entry in layout.entries(form):
        values = {
            column.label: _value(report.figures, layout.t2(entry.key, column.key)) for column in entry.columns
        }
        if len(values) > 1:
            table[entry.label] = values
        else:
            table[KEY_OF_FEES if entry.is_money else entry.label] = next(iter(values.values()))
    return table


def _table_3(report: Report) -> list[dict[str, Any]]:
    form = report.forms.get("t3")
    if form is None:
        return []
    return [
        {
            "key": row.key,
            "label": row.label,
            "values": [
                _value(report.figures, layout.t3(row.key, column.key)) for column in layout.APPLICANTS
            ],
        }
        for row in layout.TABLE_3[form]
    ]


def _table_4(report: Report) -> dict[str, Any]:
    if not any(cell in report.figures for cell in layout.CELLS_OF_TABLE_4):
        return {}
    return {
        "columns": [result.label for result in layout.RESULTS],
        **{
            block.label: [
                _value(report.figures, layout.t4(block.key, result.key)) for result in layout.RESULTS
            ]
            for block in layout.BLOCKS
        },
    }
