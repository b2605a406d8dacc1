import json
from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.annual_reports.content import Figure, Section
from gongkai.annual_reports.layout import Form, all_cells
from gongkai.annual_reports.writing.json import annual_report_json

from .written_reports import HOSTILE, SHOWN, document, printed_numbers, report


def read(made):
    return json.loads(annual_report_json(made), parse_float=Decimal, parse_int=Decimal)


@pytest.mark.parametrize("form", Form)
def test_cells_have_their_numbers_digit_by_digit_in_the_order_of_the_layout(form):
    cells = read(document(report=report(form)))["cells"]
    assert list(cells) == list(all_cells(form))
    assert [str(number) for number in cells.values()] == printed_numbers(form)


def test_all_members_stand_in_a_settled_order():
    made = read(document())
    del made["cells"], made["sections"]
    assert list(made.items()) == [
        ("schema", "gongkai.annual-report"),
        ("schema_version", 1),
        ("unit", "示范县人民政府"),
        ("year", 2025),
        ("title", "示范县人民政府2025年政府信息公开工作年度报告"),
        (
            "form",
            {
                "t2": {"version": "2021", "document_number": "国办公开办函〔2021〕30号"},
                "t3": {"version": "2021", "document_number": "国办公开办函〔2021〕30号"},
            },
        ),
        ("draft", False),
        ("issuer", "示范县人民政府办公室"),
        ("published_on", "2026-03-20"),
        ("doubts", {}),
        ("notes", []),
        ("refused", {}),
        ("corrections", [{"on": "2026-04-07", "text": "表四“行政复议”的“结果维持”原为3，更正为2。"}]),
    ]


def test_same_report_gives_the_same_bytes_whatever_the_order_of_its_figures():
    turned = report(
        figures=dict(reversed(report().figures.items())), forms={"t3": Form.OF_2021, "t2": Form.OF_2021}
    )
    assert annual_report_json(document(report=turned)) == annual_report_json(document())


def test_prose_is_kept_paragraph_by_paragraph():
    made = replace(report(), sections=(Section(1, "一、总体情况", ("（一）主动公开。一年来", HOSTILE)),))
    assert read(document(report=made))["sections"] == [
        {"ordinal": 1, "heading": "一、总体情况", "paragraphs": ["（一）主动公开。一年来", SHOWN]}
    ]


def test_blanks_are_null_and_long_amounts_exact():
    figures = {
        "t2.fees.amount": Figure(Decimal("123456789012345678.1234")),
        "t3.open.natural": Figure(None, "/"),
        "t3.open.total": Figure(Decimal(0)),
    }
    cells = read(document(report=report(figures=figures)))["cells"]
    assert cells["t2.fees.amount"] == Decimal("123456789012345678.1234")
    assert (cells["t3.open.natural"], cells["t3.open.total"]) == (None, 0)
    assert "t4.review.upheld" not in cells


def test_doubts_notes_and_refusals_of_a_report_that_was_read_are_kept():
    figures = {"t3.open.natural": Figure(Decimal(4), doubt="总计列的数字不清楚。")}
    made = report(
        figures=figures, forms={"t3": Form.OF_2019}, notes=("标题与年度不一致。",), refused={"t4": "是图片。"}
    )
    read_back = read(document(report=made))
    assert read_back["form"] == {"t3": {"version": "2019", "document_number": "国办公开办函〔2019〕60号"}}
    assert read_back["doubts"] == {"t3.open.natural": "总计列的数字不清楚。"}
    assert (read_back["notes"], read_back["refused"]) == (["标题与年度不一致。"], {"t4": "是图片。"})


def test_a_draft_without_a_day_says_so():
    made = read(document(draft=True, published_on=None))
    assert (made["draft"], made["published_on"]) == (True, None)
