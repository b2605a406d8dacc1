import json
from decimal import Decimal

import pytest

from gongkai.annual_reports.content import Unreadable
from gongkai.annual_reports.layout import t2, t3, t4
from gongkai.annual_reports.reading import exchange
from gongkai.annual_reports.writing.document import ReportDocument
from gongkai.annual_reports.writing.json import annual_report_json

from .written_reports import report

THEIRS = {
    "report_year": 2023,
    "unit_name": "示范县人民政府",
    "sections": [
        {"title": "一、总体情况", "type": "text", "content": "第一段。\n第二段。"},
        {
            "title": "二、主动公开政府信息情况",
            "type": "table_2",
            "activeDisclosureData": {
                "normativeDocuments": {"made": 3, "repealed": 6, "valid": 14},
                "fees": {"amount": 14722.49},
            },
        },
        {
            "title": "三、收到和处理政府信息公开申请情况",
            "type": "table_3",
            "tableData": {
                "naturalPerson": {"newReceived": 140, "results": {"other": {"overdueCorrection": "/"}}},
                "legalPerson": {"commercial": {"results": {"granted": 1}}},
            },
        },
        {"title": "四", "type": "table_4", "reviewLitigationData": {"litigationDirect": {"maintain": 2}}},
    ],
}


def test_our_own_json_is_read_back_as_it_was():
    written = report()
    read = exchange.read(annual_report_json(ReportDocument(report=written)).decode())
    assert {cell: figure.number for cell, figure in read.figures.items()} == {
        cell: figure.number for cell, figure in written.figures.items()
    }
    assert (read.unit, read.year, read.forms) == (written.unit, written.year, written.forms)
    assert [each.paragraphs for each in read.sections] == [each.paragraphs for each in written.sections]


def test_the_exchange_form_of_another_tool_is_read_cell_by_cell():
    read = exchange.read(json.dumps(THEIRS))
    numbers = {cell: read.figures[cell].number for cell in read.figures}
    assert numbers[t2("normative", "in_force")] == 14
    assert numbers[t2("fees", "amount")] == Decimal("14722.49")
    assert numbers[t3("new", "natural")] == 140
    assert numbers[t3("open", "business")] == 1
    assert numbers[t4("lit_direct", "upheld")] == 2
    blank = read.figures[t3("misc_1", "natural")]
    assert (blank.number, blank.printed) == (None, "/")
    assert read.section(1).paragraphs == ("第一段。", "第二段。")
    assert read.notes == (exchange.FROM_ANOTHER,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "{}",
        "[" * 100_000,
        json.dumps({"schema": "gongkai.annual-report"}),
        json.dumps({"unit_name": "甲", "sections": []}),
        json.dumps({"unit_name": "甲", "sections": [7]}),
        json.dumps(
            THEIRS | {"sections": [{"title": "二", "activeDisclosureData": {"fees": {"amount": 1e999}}}]}
        ),
    ],
)
def test_other_json_is_refused_with_the_reason(text):
    with pytest.raises(Unreadable, match="不是年度报告的数据"):
        exchange.read(text)
