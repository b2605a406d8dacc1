"""The report as an Excel workbook: the three tables as they are printed, and all figures once more as a plain list."""

from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..layout import in_words
from .document import DRAFT, ReportDocument
from .outline import corrections, plain, title_lines
from .tables import LEFT, NAMES, Cell, Grid, grids

LIST = "数据"
LIST_HEADINGS = ("单元格代码", "位置", "数值")
CORRECTIONS = "更正"
WIDTHS = {"t2": (22,) * 4, "t3": (8, 16, 48, *(11,) * 7), "t4": (10,) * 15}
DIGITS_OF_EXCEL = 15  # a longer number would be rounded, and stays text

A4 = 9
LINE = 15  # points, of the usual 11 point type


def annual_report_xlsx(document: ReportDocument) -> bytes:
    """
    Return the report's figures as XLSX.

    A sheet for each table (表二, 表三, 表四) has the title in its first row and the table below; the sheet 数据 has a
    row for each cell: its name, where it is, its number. Blanks stay empty. Corrections have a sheet of their own.
    """
    report = document.report
    title = "".join(title_lines(report)) + (f"（{DRAFT}）" if document.draft else "")
    tables = grids(report)
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": title, "author": plain(document.issuer or report.unit)})
        formats = Formats(book)
        for grid in tables.values():
            _write_table(book.add_worksheet(NAMES[grid.key]), grid, title, formats)
        _write_list(book.add_worksheet(LIST), tables, formats)
        if document.corrections:
            sheet = book.add_worksheet(CORRECTIONS)
            sheet.set_column(0, 0, 100)
            for line, text in enumerate(corrections(document)):
                sheet.write_string(line, 0, text, formats.of(LEFT))
    return content.getvalue()


class Formats:
    """The looks of cells, each made once for a workbook."""

    def __init__(self, book: Workbook):
        self._book = book
        self._made: dict[tuple, Format] = {}

    def of(self, align: str, *, is_header: bool = False, number: str = "", border: int = 1) -> Format:
        key = (align, is_header, number, border)
        if key not in self._made:
            properties = {"align": align, "valign": "vcenter", "text_wrap": True, "border": border}
            if is_header:
                properties["bg_color"] = "#F3F3F3"
            if number:
                properties["num_format"] = number
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _write_table(sheet: Worksheet, grid: Grid, title: str, formats: Formats) -> None:
    for column, width in enumerate(WIDTHS[grid.key]):
        sheet.set_column(column, column, width)
    headline = f"{title}  {grid.caption}"
    sheet.merge_range(0, 0, 0, grid.columns - 1, "", formats.of("center", border=0))
    sheet.write_string(0, 0, headline, formats.of("center", border=0))
    lines = {0: _lines(headline, WIDTHS[grid.key])}
    for row, column, cell in grid.placed():
        top = row + 1
        look = formats.of(cell.align, is_header=cell.is_header, number=_format_of(cell))
        if cell.rowspan > 1 or cell.colspan > 1:
            sheet.merge_range(top, column, top + cell.rowspan - 1, column + cell.colspan - 1, "", look)
        _write(sheet, top, column, cell, look)
        if cell.rowspan == 1:
            needed = _lines(cell.text, WIDTHS[grid.key][column : column + cell.colspan])
            lines[top] = max(lines.get(top, 1), needed)
    for row, count in lines.items():
        sheet.set_row(row, LINE * count + 3)
    sheet.freeze_panes(grid.header_rows + 1, grid.label_columns)
    sheet.repeat_rows(0, grid.header_rows)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    if grid.columns > 4:
        sheet.set_landscape()


def _write_list(sheet: Worksheet, tables: dict[str, Grid], formats: Formats) -> None:
    for column, width in enumerate((26, 100, 18)):
        sheet.set_column(column, column, width)
    for column, heading in enumerate(LIST_HEADINGS):
        sheet.write_string(0, column, heading, formats.of("center", is_header=True))
    cells = [cell for grid in tables.values() for cell in grid.figures()]
    for line, cell in enumerate(cells, start=1):
        sheet.write_string(line, 0, cell.name, formats.of(LEFT))
        sheet.write_string(line, 1, in_words(cell.name), formats.of(LEFT))
        _write(sheet, line, 2, cell, formats.of("right", number=_format_of(cell)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(cells), 2)
    sheet.repeat_rows(0)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    if cell.name and cell.text and _is_exact(cell.text):
        sheet.write_number(row, column, float(cell.text), look)
    elif cell.text:
        sheet.write_string(row, column, cell.text, look)
    else:
        sheet.write_blank(row, column, None, look)


def _lines(text: str, widths: tuple[int, ...]) -> int:
    """Estimate how many lines the text takes; a Chinese character is two of Excel's units wide."""
    return max(1, -(-2 * len(text) // sum(widths)))


def _is_exact(text: str) -> bool:
    return len(Decimal(text).as_tuple().digits) <= DIGITS_OF_EXCEL


def _format_of(cell: Cell) -> str:
    """Show the decimals the number came with: 0.00 for 2648.60."""
    if not cell.name or not cell.text:
        return ""
    decimals = cell.text.partition(".")[2]
    return "0." + "0" * len(decimals) if decimals else "0"
