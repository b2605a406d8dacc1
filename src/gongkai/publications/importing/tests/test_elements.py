from datetime import date

import pytest

from gongkai.publications.importing.elements import (
    DATE,
    counted,
    leading_document_number,
    normal_document_number,
    read_date,
    signature,
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("示民发〔2026〕12号", "示民发〔2026〕12号"),
        ("示民发﹝2026﹞12号", "示民发〔2026〕12号"),
        ("示民发[2026]012号", "示民发〔2026〕12号"),
        ("示民发（２０２６）第12号", "示民发〔2026〕12号"),
        ("示民发〔2026)12 号 ", "示民发〔2026〕12号"),
        ("无", ""),
        ("2026年第3号", ""),
    ],
)
def test_document_numbers_are_written_one_way(written, normal):
    assert normal_document_number(written) == normal


def test_a_number_that_is_only_cited_is_not_the_documents_own():
    assert leading_document_number("为做好工作，根据《通知》（示民发〔2026〕1号）要求") == ("", "")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025年5月10日", date(2025, 5, 10)),
        ("二〇一二年四月十六日", date(2012, 4, 16)),
        ("二○○九年十月五日", date(2009, 10, 5)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("2025年2月30日", None),
    ],
)
def test_dates_are_read_in_figures_and_in_characters(written, day):
    assert read_date(DATE.fullmatch(written)) == day


def test_chinese_counts_are_read():
    assert [counted(text) for text in ("三", "十", "十六", "二十", "三十一", "廿八")] == [
        3,
        10,
        16,
        20,
        31,
        28,
    ]


@pytest.mark.parametrize(
    ("text", "signer", "day"),
    [
        ("特此公告。 示范县民政局 2026年3月2日", "示范县民政局", date(2026, 3, 2)),
        ("此复。示范县人民政府2026年3月2日", "示范县人民政府", date(2026, 3, 2)),
        ("此复。 示范县民政局 示范县财政局 2026年3月2日", "示范县民政局 示范县财政局", date(2026, 3, 2)),
        (
            "请执行。示范县民政局2026年3月2日 示范县民政局办公室2026年3月5日印发",
            "示范县民政局",
            date(2026, 3, 2),
        ),
        ("自2026年3月2日起施行。", "", None),
    ],
)
def test_the_signature_is_the_office_before_the_last_date(text, signer, day):
    assert signature(text) == (signer, day)


def test_a_known_name_settles_where_a_glued_signature_begins():
    text = "附件：废止文件目录示范县人民政府2026年3月2日"
    assert signature(text, known=("示范县人民政府",)) == ("示范县人民政府", date(2026, 3, 2))
