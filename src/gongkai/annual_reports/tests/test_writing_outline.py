from datetime import date

import pytest

from gongkai.annual_reports.content import Section
from gongkai.annual_reports.writing.outline import (
    Paragraph,
    corrections,
    outline,
    plain,
    signature,
    split,
    title_lines,
)
from gongkai.annual_reports.writing.tables import Grid

from .written_reports import document, report


@pytest.mark.parametrize(
    ("text", "subheading", "rest"),
    [
        ("（一）主动公开。全年公开信息。", "（一）主动公开。", "全年公开信息。"),
        ("（一）主动公开。", "（一）主动公开。", ""),
        ("（十一）完善机制，提升主动公开实效", "（十一）完善机制，提升主动公开实效", ""),
        ("（五）需要说明的事项：无。", "", "（五）需要说明的事项：无。"),
        ("（一）2025年没有收取信息公开处理费，也没有减免的情况。", "", "（一）2025年没有收取信息公开处理费，也没有减免的情况。"),
        ("（一）" + "长" * 40 + "。后文。", "", "（一）" + "长" * 40 + "。后文。"),
        ("一是完善制度。", "", "一是完善制度。"),
        ("（1）分项", "", "（1）分项"),
    ],
)  # fmt: skip
def test_what_is_set_as_a_subheading(text, subheading, rest):
    assert split(text) == Paragraph(subheading, rest)
    assert split(text).whole == text


def test_a_table_has_its_statutory_heading_where_the_report_lacks_the_section():
    parts = outline(report(sections=(Section(1, "一、总体情况", ("正文。",)),)))
    assert [part.heading for part in parts] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


def test_a_heading_is_printed_as_the_report_has_it():
    parts = outline(report(sections=(Section(2, "二、行政机关主动公开政府信息的情况", ()),)))
    assert parts[0].heading == "二、行政机关主动公开政府信息的情况"
    assert [type(block) for block in parts[0].blocks] == [Grid]


def test_before_the_first_section_a_short_line_is_no_heading():
    made = report(
        forms={}, figures={}, sections=(Section(0, " ", ("（一）编制说明", " ", "（二）口径。如下。")),)
    )
    assert [(part.heading, part.blocks) for part in outline(made)] == [
        ("", (Paragraph("", "（一）编制说明"), Paragraph("（二）口径。", "如下。")))
    ]


def test_a_table_that_could_not_be_read_is_told_of_and_never_shown_as_zeros():
    figures = {name: figure for name, figure in report().figures.items() if not name.startswith("t4.")}
    parts = outline(report(figures=figures, refused={"t4": "这张表是图片。"}, sections=()))
    assert parts[-1].blocks == (Paragraph("", "（表四没有读出：这张表是图片。）"),)


def test_title_is_broken_behind_the_unit():
    assert title_lines(report()) == ("示范县人民政府", "2025年政府信息公开工作年度报告")
    assert title_lines(report(title="2025年度报告")) == ("2025年度报告",)
    assert title_lines(report(title="")) == ("示范县人民政府", "2025年政府信息公开工作年度报告")


def test_signature_and_corrections():
    assert signature(document()) == ("示范县人民政府办公室", "2026年3月20日")
    assert signature(document(published_on=None, issuer="")) == ()
    assert corrections(document(corrections=((date(2026, 4, 7), "甲改为乙。"),))) == (
        "2026年4月7日更正：甲改为乙。",
    )


def test_characters_that_no_format_can_hold_are_left_out():
    assert plain("甲\x00乙\u200b丙\ud800丁\ufffe\n戊䶮") == "甲乙丙丁\n戊䶮"
