from decimal import Decimal

import pytest

from gongkai.annual_reports.reading.numbers import Reading, is_blank, is_value, read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("47", 47),
        ("0", 0),
        (" 10310\u00a0 ", 10310),
        ("１，２８８", 1288),
        ("1,234,567", 1234567),
        ("96，171", 96171),
        ("+1036", 1036),
        ("-8", -8),
        ("－8", -8),
        ("减8", -8),
        ("增加3", 3),
        ("5件", 5),
        ("22（其中修订16件）", 22),
        ("22\n(其中修订16件)", 22),
        ("55（含自然失效29件）", 55),
        ("2.5", "2.5"),
        ("474[1]", 474),
        ("474 ［注2］", 474),
        ("474〔3〕", 474),
        ("12①", 12),
        ("１２³", 12),
        ("12*", 12),
    ],
)
def test_a_number_is_read_without_doubt(text, number):
    assert read(text) == Reading(Decimal(str(number)))
    assert is_value(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "\u3000", "\u200b", "-", "—", "——", "－", "/", "／", "无", "\n-\n"]
)
def test_a_blank_and_a_dash_are_no_number(text):
    assert read(text) == Reading(None)
    assert is_blank(text)
    assert not is_value(text)


@pytest.mark.parametrize(
    ("text", "number", "doubt"),
    [
        ("1 0", 10, "原文“1 0”的数字中间有空格或换行，已连起来读。"),
        ("1\n0", 10, "原文“1 0”的数字中间有空格或换行，已连起来读。"),
        ("O", 0, "原文是“O”，按0读入。"),
        ("2.3万", 23000, "原文“2.3万”以万或亿计数，已换算成个数。"),
        ("300元", 300, "这一格应填件数，原文“300元”带有金额单位。"),
        ("约5", None, "原文“约5”不是一个数字，没有读入。"),
        ("3/5", None, "原文“3/5”不是一个数字，没有读入。"),
        ("12,34", None, "原文“12,34”中的逗号不是千位分隔，数字不能确定，没有读入。"),
        ("1" * 19, None, f"原文“{'1' * 19}”太长，像是几个数字连在一起，没有读入。"),
    ],
)
def test_what_is_not_plainly_a_number_is_doubted(text, number, doubt):
    assert read(text) == Reading(None if number is None else Decimal(number), doubt)


@pytest.mark.parametrize(
    ("text", "unit", "number", "doubt"),
    [
        ("2648.66", "万元", "2648.66", ""),
        ("24252.311082", "万元", "24252.311082", ""),
        ("2648．66", "万元", "2648.66", ""),
        ("96,171.60万元", "", "96171.60", ""),
        ("251000元", "万元", "25.1", "原文“251000元”的单位是元，已折算成万元。"),
        ("251000", "元", "25.1", "原文“251000”的单位是元，已折算成万元。"),
        ("1.2亿元", "万元", "12000.0", "原文“1.2亿元”的单位是亿元，已折算成万元。"),
        ("808", "", "808", "原文没有写明金额单位，按万元读入。"),
        ("0", "", "0", ""),
    ],
)
def test_money_is_read_in_ten_thousands_and_a_conversion_is_said(text, unit, number, doubt):
    assert read(text, is_money=True, unit=unit) == Reading(Decimal(number), doubt)


@pytest.mark.parametrize("text", ["1.属于国家秘密", "2025年", "第1项", "自然人", "89.3%", "（一）"])
def test_a_label_is_no_value(text):
    assert not is_value(text)
