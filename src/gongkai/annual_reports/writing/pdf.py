"""The report as PDF, set like an official document (GB/T 9704): archival (PDF/A-3b) and accessible (PDF/UA-1)."""

from typing import Any

from gongkai.typesetting.pdf import compile_pdf

from .document import DRAFT, ReportDocument
from .outline import Paragraph, corrections, outline, plain, signature, title_lines
from .tables import LEFT, Grid


def annual_report_pdf(document: ReportDocument) -> bytes:
    """Return the report as PDF. Raises MissingGlyphs when a character in it cannot be shown."""
    return compile_pdf("annual_report.typ", printed_parts(document))


def printed_parts(document: ReportDocument) -> dict[str, Any]:
    """Return what ``templates/annual_report.typ`` prints."""
    report = document.report
    return {
        "title_lines": title_lines(report),
        "author": plain(document.issuer or report.unit),
        "draft": DRAFT if document.draft else "",
        "parts": [
            {"heading": part.heading, "blocks": [_block(block) for block in part.blocks]}
            for part in outline(report)
        ],
        "signature": signature(document),
        "corrections": corrections(document),
    }


def _block(block: Paragraph | Grid) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"subheading": block.subheading, "text": block.text}
    return {
        "table": block.key,
        "caption": block.caption,
        "columns": block.columns,
        "header_rows": block.header_rows,
        "label_columns": block.label_columns,
        "cells": [
            {
                "text": cell.text,
                "row": row,
                "column": column,
                "colspan": cell.colspan,
                "rowspan": cell.rowspan,
                "is_header": cell.is_header,
                "is_figure": cell.name is not None,
                "is_left": cell.align == LEFT,
            }
            for row, column, cell in block.placed()
        ],
    }
