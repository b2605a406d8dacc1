from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.annual_reports.content import Figure
from gongkai.annual_reports.layout import Form, all_cells
from gongkai.annual_reports.writing.tables import (
    grid_of_table_2,
    grid_of_table_3,
    grid_of_table_4,
    grids,
    printed,
)

from .written_reports import printed_numbers, report


def spans(grid):
    """Each row as (text, columns, rows) of the cells that begin in it, figures as 数."""
    return [
        [("数" if cell.name else cell.text, cell.colspan, cell.rowspan) for cell in row] for row in grid.rows
    ]


def one(text):
    return (text, 1, 1)


FIGURE = one("数")
WIDE = ("数", 3, 1)


def test_table_2_of_2021_has_14_rows_in_4_columns():
    assert spans(grid_of_table_2(report())) == [
        [("第二十条第（一）项", 4, 1)],
        [one("信息内容"), one("本年制发件数"), one("本年废止件数"), one("现行有效件数")],
        [one("规章"), FIGURE, FIGURE, FIGURE],
        [one("行政规范性文件"), FIGURE, FIGURE, FIGURE],
        [("第二十条第（五）项", 4, 1)],
        [one("信息内容"), ("本年处理决定数量", 3, 1)],
        [one("行政许可"), WIDE],
        [("第二十条第（六）项", 4, 1)],
        [one("信息内容"), ("本年处理决定数量", 3, 1)],
        [one("行政处罚"), WIDE],
        [one("行政强制"), WIDE],
        [("第二十条第（八）项", 4, 1)],
        [one("信息内容"), ("本年收费金额（单位：万元）", 3, 1)],
        [one("行政事业性收费"), WIDE],
    ]


def test_table_2_of_2019_has_its_own_lines_and_ends_with_procurement():
    rows = spans(grid_of_table_2(report(Form.OF_2019)))
    assert len(rows) == 18
    assert rows[1] == [one("信息内容"), one("本年新制作数量"), one("本年新公开数量"), one("对外公开总数量")]
    assert rows[6:8] == [
        [one("行政许可"), FIGURE, FIGURE, FIGURE],
        [one("其他对外管理服务事项"), FIGURE, FIGURE, FIGURE],
    ]
    assert rows[13:] == [
        [one("信息内容"), one("上一年项目数量"), ("本年增/减", 2, 1)],
        [one("行政事业性收费"), FIGURE, ("数", 2, 1)],
        [("第二十条第（九）项", 4, 1)],
        [one("信息内容"), one("采购项目数量"), ("采购总金额", 2, 1)],
        [one("政府集中采购"), FIGURE, ("数", 2, 1)],
    ]


SEVEN = [FIGURE] * 7
HEAD_OF_TABLE_3 = [
    [
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        ("申请人情况", 7, 1),
    ],
    [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
    [one("商业企业"), one("科研机构"), one("社会公益组织"), one("法律服务机构"), one("其他")],
]


def rows_of_table_3(concluded, last_rows):
    return [
        *HEAD_OF_TABLE_3,
        [("一、本年新收政府信息公开申请数量", 3, 1), *SEVEN],
        [("二、上年结转政府信息公开申请数量", 3, 1), *SEVEN],
        [("三、本年度办理结果", 1, concluded), ("（一）予以公开", 2, 1), *SEVEN],
        [("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1), *SEVEN],
        [("（三）不予公开", 1, 8), one("1.属于国家秘密"), *SEVEN],
        [one("2.其他法律行政法规禁止公开"), *SEVEN],
        [one("3.危及“三安全一稳定”"), *SEVEN],
        [one("4.保护第三方合法权益"), *SEVEN],
        [one("5.属于三类内部事务信息"), *SEVEN],
        [one("6.属于四类过程性信息"), *SEVEN],
        [one("7.属于行政执法案卷"), *SEVEN],
        [one("8.属于行政查询事项"), *SEVEN],
        [("（四）无法提供", 1, 3), one("1.本机关不掌握相关政府信息"), *SEVEN],
        [one("2.没有现成信息需要另行制作"), *SEVEN],
        [one("3.补正后申请内容仍不明确"), *SEVEN],
        [("（五）不予处理", 1, 5), one("1.信访举报投诉类申请"), *SEVEN],
        [one("2.重复申请"), *SEVEN],
        [one("3.要求提供公开出版物"), *SEVEN],
        [one("4.无正当理由大量反复申请"), *SEVEN],
        [one("5.要求行政机关确认或重新出具已获取信息"), *SEVEN],
        *last_rows,
        [("（七）总计", 2, 1), *SEVEN],
        [("四、结转下年度继续办理", 3, 1), *SEVEN],
    ]


def test_table_3_of_2021_has_28_rows_in_10_columns():
    other = [
        [
            ("（六）其他处理", 1, 3),
            one("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
            *SEVEN,
        ],
        [one("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"), *SEVEN],
        [one("3.其他"), *SEVEN],
    ]
    grid = grid_of_table_3(report())
    assert spans(grid) == rows_of_table_3(22, other)
    assert (len(grid.rows), grid.columns) == (28, 10)


def test_table_3_of_2019_has_one_row_for_other_ways():
    grid = grid_of_table_3(report(Form.OF_2019))
    assert spans(grid) == rows_of_table_3(20, [[("（六）其他处理", 2, 1), *SEVEN]])


def test_table_4_has_4_rows_in_15_columns():
    results = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    assert spans(grid_of_table_4(report())) == [
        [("行政复议", 5, 1), ("行政诉讼", 10, 1)],
        [*((each, 1, 2) for each in results), ("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
        [one(each) for each in results * 2],
        [FIGURE] * 15,
    ]


@pytest.mark.parametrize("form", Form)
def test_cells_fill_each_table_without_gap_or_overlap(form):
    for grid in grids(report(form)).values():
        covered = [
            (row + down, column + across)
            for row, column, cell in grid.placed()
            for down in range(cell.rowspan)
            for across in range(cell.colspan)
        ]
        everywhere = [(row, column) for row in range(len(grid.rows)) for column in range(grid.columns)]
        assert sorted(covered) == everywhere


@pytest.mark.parametrize("form", Form)
def test_each_cell_of_the_layout_stands_in_the_tables_once_in_its_order(form):
    cells = [cell for grid in grids(report(form)).values() for cell in grid.figures()]
    assert [cell.name for cell in cells] == list(all_cells(form))
    assert [cell.text for cell in cells] == printed_numbers(form)


def test_the_200_cells_of_2021():
    assert len(printed_numbers()) == 200


def test_each_table_follows_its_own_form():
    mixed = report(forms={"t2": Form.OF_2021, "t3": Form.OF_2019})
    assert len(grid_of_table_2(mixed).rows) == 14
    assert len(grid_of_table_3(mixed).rows) == 26


def test_tables_that_were_not_found_are_left_out():
    figures = {name: figure for name, figure in report().figures.items() if not name.startswith("t4.")}
    assert list(grids(report(forms={"t3": Form.OF_2021}, figures=figures))) == ["t3"]
    assert grids(replace(report(), forms={}, figures={})) == {}


def test_a_cell_without_a_figure_is_blank():
    (first, *_) = grid_of_table_4(report(figures={})).figures()
    assert (first.name, first.text) == ("t4.review.upheld", "")


@pytest.mark.parametrize(
    ("name", "number", "shown"),
    [
        ("t3.open.natural", None, ""),
        ("t3.open.natural", "0", "0"),
        ("t3.open.natural", "12345678", "12345678"),
        ("t3.open.natural", "42.0", "42"),
        ("t3.open.natural", "1E+3", "1000"),
        ("t3.open.natural", "2.5", "2.5"),
        ("t2.licences.change", "-8", "-8"),
        ("t2.fees.amount", "2648.660", "2648.660"),
        ("t2.fees.amount", "2648", "2648"),
        ("t2.fees.amount", "1E+6", "1000000"),
        ("t2.fees.amount", "0.00000001", "0.00000001"),
        ("t2.fees.amount", "123456789012345678.1234", "123456789012345678.1234"),
        ("t2.procurement.amount", "59237.2449", "59237.2449"),
    ],
)
def test_numbers_are_printed_without_separators_exponents_or_rounding(name, number, shown):
    assert printed(name, Figure(None if number is None else Decimal(number))) == shown
