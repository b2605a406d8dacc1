import re
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from lxml import etree

from gongkai.annual_reports.content import Figure
from gongkai.annual_reports.layout import Form, all_cells, in_words
from gongkai.annual_reports.writing.sheet import annual_report_xlsx
from gongkai.annual_reports.writing.tables import grids

from .written_reports import HOSTILE, SHOWN, document, printed_numbers, report

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook as XML: by sheet its cells (text as str, numbers as float) and merged ranges, counted from 0."""

    def __init__(self, content):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            strings = [
                "".join(each.itertext())
                for each in etree.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")
            ]
            names = [
                each.get("name")
                for each in etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
            ]
            self.sheets = {}
            self.merged = {}
            for number, name in enumerate(names, start=1):
                root = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
                self.sheets[name] = {
                    place(each.get("r")): strings[int(value)] if each.get("t") == "s" else float(value)
                    for each in root.iter(f"{MAIN}c")
                    if (value := each.findtext(f"{MAIN}v")) is not None
                }
                self.merged[name] = {
                    tuple(map(place, each.get("ref").split(":"))) for each in root.iter(f"{MAIN}mergeCell")
                }


def place(reference):
    letters, digits = re.fullmatch(r"([A-Z])(\d+)", reference).groups()
    return int(digits) - 1, ord(letters) - ord("A")


def read(made):
    return Book(annual_report_xlsx(made))


@pytest.mark.parametrize("form", Form)
def test_each_table_is_a_sheet_with_its_labels_numbers_and_merged_cells(form):
    made = report(form)
    book = read(document(report=made))
    for name, grid in zip(("表二", "表三", "表四"), grids(made).values(), strict=True):
        cells = dict(book.sheets[name])
        assert cells.pop((0, 0)) == f"示范县人民政府2025年政府信息公开工作年度报告  {grid.caption}"
        assert cells == {
            (row + 1, column): float(cell.text) if cell.name else cell.text
            for row, column, cell in grid.placed()
        }
        assert book.merged[name] == {((0, 0), (0, grid.columns - 1))} | {
            ((row + 1, column), (row + cell.rowspan, column + cell.colspan - 1))
            for row, column, cell in grid.placed()
            if cell.rowspan > 1 or cell.colspan > 1
        }


def test_the_list_has_a_row_for_each_cell():
    book = read(document())
    assert list(book.sheets) == ["表二", "表三", "表四", "数据", "更正"]
    sheet = book.sheets["数据"]
    assert [sheet[0, column] for column in range(3)] == ["单元格代码", "位置", "数值"]
    expected = zip(all_cells(), printed_numbers(), strict=True)
    for line, (name, number) in enumerate(expected, start=1):
        assert (sheet[line, 0], sheet[line, 1], sheet[line, 2]) == (name, in_words(name), float(number))
    assert (201, 0) not in sheet


def test_blanks_stay_empty_and_zeros_are_zeros():
    figures = {"t4.review.upheld": Figure(None, "—"), "t4.review.corrected": Figure(Decimal(0))}
    sheet = read(document(report=report(forms={}, figures=figures))).sheets["数据"]
    assert (1, 2) not in sheet
    assert sheet[2, 2] == 0


def test_a_number_too_long_for_excel_is_kept_as_text():
    figures = {"t2.fees.amount": Figure(Decimal("123456789012345678.12"))}
    sheet = read(document(report=report(figures=figures))).sheets["表二"]
    assert sheet[14, 1] == "123456789012345678.12"


def test_corrections_and_draft_are_told():
    book = read(document(draft=True))
    assert list(book.sheets["更正"].values()) == [
        "2026年4月7日更正：表四“行政复议”的“结果维持”原为3，更正为2。"
    ]
    assert "（草稿，尚未发布，数据以正式发布的年度报告为准）" in book.sheets["表二"][0, 0]
    assert "更正" not in read(document(corrections=())).sheets


def test_hostile_text_is_text_and_no_formula():
    made = document(report=report(title="=1+1" + HOSTILE), issuer=HOSTILE)
    content = annual_report_xlsx(made)
    assert Book(content).sheets["表二"][0, 0] == f"=1+1{SHOWN}  表二 主动公开政府信息情况"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
