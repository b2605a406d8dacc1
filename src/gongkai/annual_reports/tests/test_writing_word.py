from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from gongkai.annual_reports.content import Section
from gongkai.annual_reports.layout import Form
from gongkai.annual_reports.writing.tables import grids
from gongkai.annual_reports.writing.word import annual_report_docx

from .written_reports import HOSTILE, PROSE, SHOWN, document, report


def opened(made):
    return Document(BytesIO(annual_report_docx(made)))


def filled(grid):
    """The table with each merged cell repeated in all places it covers, as python-docx gives it."""
    table = [[""] * grid.columns for _ in grid.rows]
    for row, column, cell in grid.placed():
        for down in range(cell.rowspan):
            for across in range(cell.colspan):
                table[row + down][column + across] = cell.text
    return table


@pytest.mark.parametrize("form", Form)
def test_tables_have_all_labels_and_numbers_in_cells_merged_as_the_form_has_them(form):
    made = report(form)
    tables = opened(document(report=made)).tables
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == [
        filled(grid) for grid in grids(made).values()
    ]


def test_merged_cells_are_really_merged():
    _, table, _ = opened(document()).tables
    conclusion = table.cell(5, 0)
    assert conclusion.text == "三、本年度办理结果"
    assert [table.cell(row, 0)._tc is conclusion._tc for row in (4, 5, 26, 27)] == [False, True, True, False]
    assert table.cell(0, 0)._tc is table.cell(2, 2)._tc


def test_head_rows_are_repeated_on_each_page_and_no_row_is_broken():
    tables = opened(document()).tables
    repeated = [[row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] for table in tables]
    assert [sum(each) for each in repeated] == [0, 3, 3]
    assert repeated[1][:4] == [True, True, True, False]
    rows = [row for table in tables for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_each_table_stands_under_its_heading_and_the_prose_in_its_section():
    body = opened(document()).element.body
    seen = [
        "表" if each.tag == qn("w:tbl") else "".join(text.text for text in each.iter(qn("w:t")))
        for each in body
        if each.tag != qn("w:sectPr")
    ]
    assert seen == [
        "示范县人民政府2025年政府信息公开工作年度报告",
        *PROSE[0],
        "一、总体情况",
        *PROSE[1],
        *("二、主动公开政府信息情况", "表", *PROSE[2]),
        *("三、收到和处理政府信息公开申请情况", "表"),
        *("四、政府信息公开行政复议、行政诉讼情况", "表"),
        "五、存在的主要问题及改进情况",
        *PROSE[5],
        "六、其他需要报告的事项",
        *PROSE[6],
        *("示范县人民政府办公室", "2026年3月20日"),
        *("更正", "2026年4月7日更正：表四“行政复议”的“结果维持”原为3，更正为2。"),
    ]


def test_headings_are_headings_of_word():
    paragraphs = opened(document()).paragraphs
    levels = [(each.style.name, each.text) for each in paragraphs if each.style.name != "Normal"]
    assert levels[:3] == [
        ("Title", "示范县人民政府\n2025年政府信息公开工作年度报告"),
        ("Heading 1", "一、总体情况"),
        ("Heading 2", "（二）依申请公开"),
    ]
    (lead,) = [each for each in paragraphs if each.text.startswith("（一）主动公开。")]
    assert [run.text for run in lead.runs] == ["（一）主动公开。", "全年公开信息1263条。"]


def test_only_a_draft_says_so_on_each_page():
    head = opened(document(draft=True)).sections[0].header.paragraphs[0].text
    assert head == "草稿，尚未发布，数据以正式发布的年度报告为准"
    assert opened(document()).sections[0].header.paragraphs[0].text == ""


def test_hostile_text_is_text():
    made = report(title=HOSTILE, sections=(Section(1, HOSTILE, (HOSTILE,)),))
    paragraphs = [each.text for each in opened(document(report=made, issuer=HOSTILE)).paragraphs]
    assert paragraphs[:3] == [SHOWN] * 3
