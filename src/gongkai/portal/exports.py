"""The catalogue as a file: CSV that Excel opens as UTF-8, and an Excel workbook."""

import csv
import io

import xlsxwriter
from django.http import FileResponse, HttpRequest
from django.urls import reverse
from django.utils import timezone

from .queries import CatalogueRow

HEADINGS = ["索引号", "名称", "内容概述", "生成日期", "发布日期", "发布机构", "发文字号", "网址"]
WIDTHS = [30, 60, 50, 12, 12, 24, 24, 50]


def cells(request: HttpRequest, row: CatalogueRow) -> list[str]:
    published = row.original_published_at or row.published_at
    return [
        row.index_number,
        row.title,
        row.summary,
        row.signed_on.isoformat() if row.signed_on else "",
        timezone.localtime(published).date().isoformat(),
        row.agency,
        row.document_number,
        request.build_absolute_uri(reverse("portal:item", args=[row.pk])),
    ]


def csv_response(request: HttpRequest, name: str, rows: list[CatalogueRow]) -> FileResponse:
    # The mark at the beginning tells Excel that the file is UTF-8.
    text = io.StringIO("\ufeff")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows([_plain(cell) for cell in cells(request, row)] for row in rows)
    return _attachment(text.getvalue().encode(), f"{name}.csv", "text/csv; charset=utf-8")


def excel_response(request: HttpRequest, name: str, rows: list[CatalogueRow]) -> FileResponse:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("目录")
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, bold)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(cells(request, row)):
                sheet.write_string(line, column, cell)
        sheet.freeze_panes(1, 0)
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _attachment(content.getvalue(), f"{name}.xlsx", media_type)


def _plain(cell: str) -> str:
    """A cell that Excel does not take for a formula when it opens the CSV."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _attachment(content: bytes, name: str, media_type: str) -> FileResponse:
    response = FileResponse(io.BytesIO(content), as_attachment=True, filename=name, content_type=media_type)
    response.headers["Cache-Control"] = "public, max-age=60"
    return response
