from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.formats.xlsx.numbers import BUILT_IN, Shown, formatter, general, words_formatter

CHINESE_DATE = 'yyyy"年"m"月"d"日"'
ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("code", "value", "text", "kept"),
    [
        ("General", "0.30000000000000004", "0.3", "0.3"),
        ("General", "3.7172319900101101E+17", "371723199001011010", "371723199001011010"),
        ("General", "371723199001011234", "371723199001011234", "371723199001011234"),
        ("0", "13800138000", "13800138000", "13800138000"),
        ("0.00", "3.14159", "3.14", "3.14"),
        ("#,##0.00", "1234567.891", "1,234,567.89", "1234567.89"),
        ("#,##0.00;[Red]-#,##0.00", "-1234.5", "-1,234.50", "-1234.5"),
        ("0_);[Red]\\(0\\)", "-3", "(3)", "-3"),
        ("0%", "0.256", "26%", "0.26"),
        ("0.##", "1.5", "1.5", "1.5"),
        ("0.0,", "12345", "12.3", "12300"),
        ('0"元"', "12", "12元", "12"),
        ('General"元"', "5", "5元", "5"),
        ("000-0000-0000", "13800138000", "138-0013-8000", "13800138000"),
        ("[$¥-804]#,##0.00", "12.345", "¥12.35", "12.35"),
        (ACCOUNTING, "0", " -   ", "0"),
        ("# ?/?", "0.5", "0.5", "0.5"),
        ("[DBNum1][$-804]General", "12", "12", "12"),
        ("0.00E+00", "13800138000", "1.38E+10", None),
        (";;;", "12", "", None),
        ("0;;;@", "0", "", None),
        ("#", "0", "", None),
        ('[>100]"大";"小"', "5", "小", None),
        (CHINESE_DATE, "45000", "2023年3月15日", "45000"),
        (CHINESE_DATE, "45000.52", "2023年3月15日", "45000"),
        ('m"月"d"日"', "45000", "3月15日", None),
        ('yyyy"年"m"月"', "32994", "1990年5月", None),
        ("yyyy", "45000", "2023", None),
        ("yyyy/m/d;@", "45000", "2023/3/15", "45000"),
        ("yyyy-mm-dd hh:mm", "45000.52", "2023-03-15 12:28", "45000.52"),
        ("h:mm", "45000.52", "12:28", "0.52"),
        ("[h]:mm", "1.5", "36:00", "1.5"),
        ("mm:ss", "0.0010", "01:26", "0.0010"),
        ('上午/下午h"时"mm"分"', "0.6", "下午2时24分", "0.6"),
        ("[$-804]aaaa", "45000", "星期三", None),
        (CHINESE_DATE, "1", "1900年1月1日", "1"),
        ("0", "不是数", "不是数", None),
    ],
)
def test_number_is_shown_as_the_program_shows_it(code, value, text, kept):
    assert formatter(code)(value) == Shown(text, kept)


def test_dates_since_1904_are_four_years_later():
    assert formatter(CHINESE_DATE, True)("0").text == "1904年1月1日"


@pytest.mark.parametrize(
    ("code", "shown"),
    [(";;;", ""), ('0;"3717"@', "3717字"), ('0;0;0;"公开"', "公开"), ('@\\-"后"', "字-后")],
)
def test_text_is_shown_by_its_section_of_the_format(code, shown):
    assert words_formatter(code)("字") == shown


def test_text_shows_as_it_is_where_the_format_has_no_section_for_it():
    assert [words_formatter(code) for code in (";;", "General", "@", '0"元"')] == [None] * 4


@pytest.mark.parametrize(
    ("code", "value", "kept"),
    [
        ('0;0;0;"张三"', "5", "0"),
        ('0;"负"0;"零"', "-5", '"负"0;"负"0;"负"0'),
        ('[>9][Red]0.0"万";[$¥-804]0', "12", '0.0"万"'),
        ("[$-804]yyyy_1_3_8*9", "45000", ""),
        ("[$-804]yyyy-m-d_1_3_8*9", "45000", "[$-804]yyyy-m-d_)_)_)"),
        ('[DBNum2][$-804]General"元"', "5", '[DBNum2][$-804]General"元"'),
    ],
)
def test_number_keeps_of_its_format_only_what_it_shows(code, value, kept):
    shown = formatter(code)(value)
    assert (shown.code if shown.number else "") == kept


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4),
    st.sampled_from(["0", "0.00", "#,##0.0", "0%"]),
)
def test_kept_number_is_shown_the_same_and_says_no_more(value, code):
    shown = formatter(code)(str(value))
    assert formatter(code)(shown.number).text == shown.text
    places = {"0": 0, "0.00": 2, "#,##0.0": 1, "0%": 2}[code]
    assert Decimal(shown.number) == round(Decimal(shown.number), places)


@given(st.text(max_size=20))
def test_any_format_shows_something_or_nothing(code):
    assert isinstance(formatter(code)("12.5"), Shown)


@given(st.integers(0, 10**18))
def test_long_numbers_keep_all_digits(value):
    assert general(str(value)) == Shown(str(value), str(value))


@given(
    st.integers(-(10**6), 10**6),
    st.sampled_from(
        [
            *set(BUILT_IN.values()),
            '[>=10000]0.0,"万";[Blue]0"人"',
            '0"元";[Red]"亏"0;"平"',
            '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
            '[DBNum2][$-804]General"元整"',
            'yyyy"年"m"月"d"日";@',
            "000-0000-0000",
        ]
    ),
)
def test_kept_number_in_its_kept_format_shows_the_same(value, code):
    shown = formatter(code)(str(value))
    if shown.number:
        assert formatter(shown.code)(shown.number).text == shown.text
