"""The checks of the three tables by themselves."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.annual_reports import layout
from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.content import Figure, Place
from gongkai.annual_reports.layout import Form, t3, t4

from .checks_reports import REQUESTS, doubted, figures, found, random_figures, report

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


def test_nothing_is_found_in_a_report_that_is_right():
    assert check(report()) == []


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_wrong_in_any_report_that_balances(seed):
    findings = check(report(base=random_figures(seed)))
    assert [each for each in findings if each.severity is not HINT] == []


@pytest.mark.parametrize("seed", range(4))
def test_each_changed_cell_of_tables_3_and_4_is_found_and_lit(seed):
    base = random_figures(seed)
    cells = layout.cells_of_table_3(Form.OF_2021) + layout.CELLS_OF_TABLE_4
    missed = []
    for cell in cells:
        changed = {cell: int(base[cell].number) + 1}
        errors = [each for each in check(report(base=base, cells=changed)) if each.severity is ERROR]
        lit = {name for each in errors for side in (each.left, each.right) if side for name in side.cells}
        if cell not in lit:
            missed.append(cell)
    assert missed == []


def test_row_that_does_not_add_up_is_an_error_with_the_sum_written_out():
    [finding] = [each for each in check(report(cells={"t3.deny_5.charity": 1})) if each.rule == "T3-H"]
    assert finding.message == "表三“（三）不予公开 5.属于三类内部事务信息”行：2+0+0+1+0+0=3，总计填2，相差1。"
    assert finding.left.cells == tuple(t3("deny_5", key) for key in layout.CLASSES)
    assert (finding.right.cells, finding.difference) == ((t3("deny_5", "total"),), Decimal(1))


def test_columns_are_checked_one_by_one_though_the_total_is_right():
    shifted = figures(REQUESTS) | {}
    for cell, number in {"t3.open.natural": 19, "t3.open.business": 4}.items():
        shifted[cell] = Figure(Decimal(number), str(number))
    assert found(report(base=shifted)) == [(ERROR, "T3-V:natural"), (ERROR, "T3-V:business")]


def test_requests_in_the_wrong_column_break_the_balance_there_and_are_said_to():
    cells = {"t3.new.natural": 41, "t3.new.business": 4}
    findings = check(report(cells=cells))
    assert [each.key for each in findings] == ["T3-B:natural", "T3-B:business"]
    assert findings[0].message == (
        "表三“自然人”列：新收与上年结转41+3=44，办理结果总计与结转下年度40+3=43，应相等，相差1。"
        "“总计”列是平的，“自然人”、“商业企业”各列之间可能填错了列。"
    )


def test_long_sum_leaves_out_its_zeros():
    [finding] = [each for each in check(report(cells={"t3.done.natural": 39})) if each.rule == "T3-V"]
    assert (
        finding.message
        == "表三“自然人”列：（一）至（六）20+4+2+10+3+1=40（其余为0），（七）总计填39，相差1。"
    )


@pytest.mark.parametrize("block", [each.key for each in layout.BLOCKS])
def test_total_of_a_block_of_table_4_is_the_sum_of_its_results(block):
    findings = check(report(cells={t4(block, "other"): 7}))
    assert [each.key for each in findings if each.severity is ERROR] == [f"T4-S:{block}"]


def test_blank_counts_as_0_and_is_hinted_at_once_for_each_table():
    cells = {t3("deny_1", "natural"): None, t3("deny_2", "natural"): None, t4("review", "other"): None}
    findings = check(report(cells=cells))
    assert [(each.severity, each.key) for each in findings] == [(HINT, "T3-I:blank"), (HINT, "T4-I:blank")]
    assert findings[0].message == "表三有2格空白，核对时按0计。没有数据的格应填“0”。"


def test_dash_is_told_from_a_blank():
    dash = {t4("review", "other"): Figure(None, "/"), t4("lit_direct", "corrected"): Figure(None, "")}
    [finding] = check(report(base=figures() | dash))
    assert finding.message == "表四有1格空白、1格填“/”“—”等符号，核对时按0计。没有数据的格应填“0”。"


def test_blank_totals_are_worked_out_and_are_no_error():
    totals = {cell: None for cell in layout.cells_of_table_3(Form.OF_2021) if layout.is_sum(cell)}
    totals |= {t4(block.key, "total"): None for block in layout.BLOCKS}
    assert found(report("全县共办结政府信息公开申请46件。", cells=totals)) == [
        (HINT, "T3-I:blank"),
        (HINT, "T4-I:blank"),
    ]


def test_row_with_nothing_but_a_total_is_asked_about():
    blank = {t3("deny_3", key): None for key in layout.CLASSES}
    keys = found(report(cells=blank | {t3("deny_3", "total"): 2}))
    assert (WARNING, "T3-H:deny_3") in keys


def test_cell_we_doubt_makes_no_error():
    wrong = report(cells={"t4.review.total": 9})
    [finding] = check(doubted(wrong, "t4.review.total"))
    assert (finding.severity, finding.key) == (WARNING, "T4-S:review")
    assert finding.message.endswith(
        "系统对这一格的识读没有把握，请对照原件：表四“行政复议”的“总计”（这一格跨页）。"
    )


def test_row_that_was_not_found_is_a_doubt_and_not_an_error():
    whole = report()
    left = {cell: each for cell, each in whole.figures.items() if not cell.startswith("t3.deny_5.")}
    findings = check(replace(whole, figures=left))
    assert {each.severity for each in findings} == {WARNING, HINT}
    assert "没有读到这一格" in next(each.message for each in findings if each.rule == "T3-V")


def test_table_that_could_not_be_read_is_said_and_not_checked():
    whole = report(cells={"t3.open.total": 99})
    left = {cell: each for cell, each in whole.figures.items() if not cell.startswith("t3.")}
    findings = check(replace(whole, figures=left, forms={"t2": Form.OF_2021}, refused={"t3": "表三是图片。"}))
    assert [(each.severity, each.key, each.message) for each in findings] == [
        (WARNING, "TAB:t3", "表三是图片。没有读出的没有核对，也没有当作0。")
    ]


def test_table_that_was_read_in_part_is_checked_where_it_was_read():
    whole = report(cells={"t3.open.total": 99})
    left = {cell: each for cell, each in whole.figures.items() if not cell.startswith("t3.deny_5.")}
    findings = check(replace(whole, figures=left, refused={"t3": "表三没有全部读出。"}))
    assert [(each.severity, each.key) for each in findings] == [(WARNING, "TAB:t3"), (ERROR, "T3-H:open")]


def test_missing_table_is_a_warning_and_before_2019_a_hint():
    whole = report()
    assert found(replace(whole, figures={}, forms={}))[:3] == [
        (WARNING, "TAB:t2"),
        (WARNING, "TAB:t3"),
        (WARNING, "TAB:t4"),
    ]
    old = replace(whole, figures={}, forms={}, year=2017, sections=())
    assert found(old) == [(HINT, "TAB:t2"), (HINT, "TAB:t3"), (HINT, "TAB:t4"), (HINT, "SEC-1:none")]


def test_form_of_2019_in_a_report_on_2023_is_hinted_at():
    collapsed = dict(REQUESTS)
    collapsed["misc"] = collapsed.pop("misc_1")
    old = report(base=figures(collapsed, form=Form.OF_2019), forms={"t3": Form.OF_2019})
    assert found(old) == [(HINT, "FORM:t3")]


@pytest.mark.parametrize("cell", ["t2.licences.decisions", "t3.open.natural", "t4.review.upheld"])
@pytest.mark.parametrize(("value", "said"), [("-3", "不能是负数"), ("2.5", "应是整数")])
def test_counts_are_whole_numbers_and_not_negative(cell, value, said):
    findings = [each for each in check(report(cells={cell: value})) if each.rule in ("T2-I", "T3-I", "T4-I")]
    assert [(each.severity, said in each.message, each.left.cells) for each in findings] == [
        (ERROR, True, (cell,))
    ]


def test_money_has_decimals_but_is_not_negative():
    assert found(report(cells={"t2.fees.amount": "59237.2449"})) == []
    assert found(report(cells={"t2.fees.amount": "-1"})) == [(ERROR, "T2-I:t2.fees.amount")]


def test_amount_printed_in_yuan_is_asked_about():
    in_yuan = figures() | {"t2.fees.amount": Figure(Decimal("25.1"), "251000元")}
    assert found(report(base=in_yuan)) == [(HINT, "T2-M:t2.fees.amount")]
    in_ten_thousands = figures() | {"t2.fees.amount": Figure(Decimal("25.1"), "25.1万元")}
    assert found(report(base=in_ten_thousands)) == []


@pytest.mark.parametrize(
    ("unit", "level", "severity"),
    [
        ("成山县人民政府", None, ERROR),
        ("洪泽区人民政府", None, ERROR),
        ("成山县教育局", None, ERROR),
        ("大五里镇人民政府", None, ERROR),
        ("成山县人民政府办公室", None, ERROR),
        (
            "成山市人民政府",
            None,
            HINT,
        ),  # a city of counties may make 规章, a city of the county's rank may not
        ("成山市人民政府", "county", ERROR),
        ("平潭综合实验区管理委员会", None, HINT),
        ("", None, HINT),
        ("成山市人民政府", "city", None),
        ("成山市教育局", "city", ERROR),
        ("大五里镇", "county", ERROR),
        ("国家税务总局成山县税务局", None, HINT),
        ("广西壮族自治区人民政府", None, None),
    ],
)
def test_rules_are_an_error_only_where_nobody_can_make_them(unit, level, severity):
    findings = check(report(cells={"t2.regulations.in_force": 6}, unit=unit), level=level)
    assert [each.severity for each in findings if each.rule == "T2-R"] == ([severity] if severity else [])


def test_many_requests_under_other_are_asked_about():
    many = dict(REQUESTS) | {"new": (60, 5, 0, 1, 0, 1), "misc_3": (20, 0, 0, 0, 0, 0)}
    assert found(report(base=figures(many))) == [(HINT, "T3-O:misc_3")]
    few = dict(REQUESTS) | {"new": (45, 5, 0, 1, 0, 1), "misc_3": (5, 0, 0, 0, 0, 0)}
    assert found(report(base=figures(few))) == []


def test_more_suits_after_review_than_reviews_are_asked_about():
    cases = {"review": (1, 0, 0, 0), "lit_direct": (0, 0, 0, 0), "lit_after_review": (3, 0, 0, 0)}
    assert found(report(base=figures(cases=cases))) == [(HINT, "T4-P:lit_after_review")]
    last_year = report(year=2022)
    assert "T4-P:lit_after_review" not in [
        key for _, key in found(report(base=figures(cases=cases)), previous=last_year)
    ]


def cases_of(review, direct, after, **place):
    """Table 4 as printed, totals and all."""
    return {
        t4(block, result.key): Figure(Decimal(number), str(number), place=Place(**place))
        for block, numbers in (("review", review), ("lit_direct", direct), ("lit_after_review", after))
        for result, number in zip(layout.RESULTS, numbers, strict=True)
    }


def test_totals_of_0_over_real_cases_are_errors():
    # 洪泽区2023年 printed them so.
    printed = cases_of((10, 1, 0, 0, 0), (0, 0, 0, 0, 0), (5, 0, 0, 0, 0))
    findings = check(report(base=figures() | printed))
    assert [(each.severity, each.message) for each in findings] == [
        (ERROR, "表四“行政复议”：10+1+0+0=11，总计填0，相差11。"),
        (ERROR, "表四“复议后起诉”：5+0+0+0=5，总计填0，相差5。"),
    ]


def test_total_that_may_have_slipped_out_of_narrow_cells_is_not_held_against_the_unit():
    # 金湖县2023年, as another program read it: “10” became “1” and “0”, and the total “12” fell out.
    read = cases_of((1, 0, 6, 0, 7), (2, 0, 1, 0, 0), (0, 0, 1, 0, 1))
    [finding] = check(report(base=figures() | read))
    assert (finding.severity, finding.key) == (WARNING, "T4-S:lit_direct")
    assert "拆格" in finding.message
    from_cells = cases_of((1, 0, 6, 0, 7), (2, 0, 1, 0, 0), (0, 0, 1, 0, 1), table=3, row=4, column=6)
    assert found(report(base=figures() | from_cells)) == [(ERROR, "T4-S:lit_direct")]


def test_number_split_over_two_cells_is_recognised_by_its_sum():
    split = cases_of((1, 2, 0, 0, 12), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0))
    [finding] = check(report(base=figures() | split))
    assert (finding.severity, finding.key) == (WARNING, "T4-S:review")
    assert "相邻两格“1”“2”合为“12”则相等" in finding.message
