"""What an import has to tell the office, and the sheet (CSV or Excel) it is handed over in."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import xlsxwriter


class Severity(StrEnum):
    REFUSED = "refused"  # the line was not imported
    ATTENTION = "attention"  # imported, but somebody must look
    NOTE = "note"  # imported and mended, or merely worth knowing


SEVERITY_LABELS = {Severity.REFUSED: "没有导入", Severity.ATTENTION: "需要处理", Severity.NOTE: "提示"}


@dataclass(frozen=True)
class Finding:
    """
    One thing seen in one row.

    ``value`` is what ``field`` is to say instead; ``None`` leaves the row as it came. ``done`` tells the office
    what became of it. Codes begin with the number of the trap ("T5-…") or with F (the file itself), S (sections),
    A (agencies).
    """

    code: str
    severity: Severity
    message: str
    field: str = ""
    value: Any = None
    done: str = "照原样导入。"

    @property
    def trap(self) -> int | None:
        """The number of the trap this belongs to, if it is one of the ten."""
        head = self.code.partition("-")[0]
        return int(head[1:]) if head.startswith("T") else None


@dataclass
class Report:
    """Findings by line, and how many rows met which fate."""

    source: str
    rows: list[tuple[int, str, Finding]] = field(default_factory=list)
    imported: int = 0
    merged: int = 0
    skipped: int = 0
    refused: int = 0
    unknown_agencies: Counter = field(default_factory=Counter)  # spelling → items; what a map must still name

    def add(self, line: int, url: str, finding: Finding) -> None:
        self.rows.append((line, url, finding))

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for _, _, finding in self.rows)

    def by_code(self) -> dict[str, int]:
        return dict(sorted(Counter(finding.code for _, _, finding in self.rows).items()))

    def summary(self, *, dry_run: bool) -> str:
        """One paragraph a technician reads when the import is over."""
        verb = "试运行：可以导入" if dry_run else "已导入"
        return (
            f"{verb}{self.imported}条，并入已有的重复信息{self.merged}条，以前导入过的{self.skipped}条，没有导入的{self.refused}条。"
            f"发现{len(self.rows)}处：没有导入{self.count(Severity.REFUSED)}处，需要处理{self.count(Severity.ATTENTION)}处，"
            f"提示{self.count(Severity.NOTE)}处。"
        )


HEADER = ("行号", "网址", "编号", "程度", "说明", "字段", "改成", "处理结果")


def write_sheet(report: Report, path: Path) -> None:
    """Write the findings to ``path``: an Excel file if its name says so, else CSV that Excel and WPS open."""
    rows = [
        (
            line,
            url,
            finding.code,
            SEVERITY_LABELS[finding.severity],
            finding.message,
            finding.field,
            "" if finding.value is None else str(finding.value)[:300],
            finding.done,
        )
        for line, url, finding in report.rows
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() == ".xlsx":
        _write_excel(rows, path)
    else:
        # The byte-order mark is what makes Excel and WPS read the file as UTF-8.
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows([_defused(cell) for cell in row] for row in rows)


def _defused(cell: Any) -> Any:
    """Keep a text of the old site from being run as a formula when the sheet is opened."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def _write_excel(rows: list[tuple], path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("导入情况")
    sheet.write_row(0, 0, HEADER, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(HEADER) - 1)
    for column, width in enumerate((7, 46, 26, 10, 60, 12, 40, 40)):
        sheet.set_column(column, column, width)
    book.close()
