"""What holds for the cells of any table: they are there, they are filled in, they are counts. Pure."""

from collections.abc import Iterator

from .. import layout
from ..layout import Form
from .case import NAMES_OF_TABLES, Case, Figures, name_of
from .findings import Found, Severity, Side, plain

FIRST_YEAR_OF_TABLES = 2019  # 国办公开办函〔2019〕60号
FIRST_YEAR_OF_PRESENT_FORM = 2021  # 国办公开办函〔2021〕30号
_DASHES = frozenset("-—–－―/／\\无")


def tables_are_there(case: Case) -> Iterator[Found]:
    """TAB: the three tables were found and read. What was not read is not checked, and that is said."""
    report = case.report
    for table, name in NAMES_OF_TABLES.items():
        reason = report.refused.get(table)
        if case.figures.has(table) and not reason:
            continue
        if reason:
            severity = Severity.WARNING
            message = f"{reason.rstrip('。')}。没有读出的没有核对，也没有当作0。"
        elif report.year is not None and report.year < FIRST_YEAR_OF_TABLES:
            severity = Severity.HINT
            message = f"没有{name}。{report.year}年度尚未实行统一的报表格式，不作表格核对。"
        else:
            severity = Severity.WARNING
            message = f"没有找到{name}，没有作表格核对。表格可能是图片，或者报告缺少这一表格，请对照原件。"
        yield Found(table, severity, name, message, Side(name, "未读出" if reason else "没有"))


def tables_follow_the_present_form(case: Case) -> Iterator[Found]:
    """FORM: from the report on 2021 on, tables follow 〔2021〕30号."""
    year = case.report.year
    if year is None or year < FIRST_YEAR_OF_PRESENT_FORM:
        return
    said = {
        "t2": "表二是2019年格式（有“其他对外管理服务事项”“政府集中采购”等行）",
        "t3": "表三“（六）其他处理”只有一行，2021年格式应分三行",
    }
    for table, what in said.items():
        if case.figures.has(table) and case.report.forms[table] is Form.OF_2019:
            yield Found(
                place=table,
                severity=Severity.HINT,
                where=NAMES_OF_TABLES[table],
                message=f"{what}。{year}年度报告应使用国办公开办函〔2021〕30号规定的格式。",
                left=Side(NAMES_OF_TABLES[table], "2019年格式", _cells_of(case.figures, table)[:1]),
            )


def counts_of_table_2_are_whole_numbers(case: Case) -> Iterator[Found]:
    """T2-I: counts are whole numbers and not negative; fees may have decimals; blanks are hinted at."""
    yield from _counts(case, "t2")


def counts_of_table_3_are_whole_numbers(case: Case) -> Iterator[Found]:
    """T3-I: counts are whole numbers and not negative; blanks are hinted at."""
    yield from _counts(case, "t3")


def counts_of_table_4_are_whole_numbers(case: Case) -> Iterator[Found]:
    """T4-I: counts are whole numbers and not negative; blanks are hinted at."""
    yield from _counts(case, "t4")


def _counts(case: Case, table: str) -> Iterator[Found]:
    figures = case.figures
    if not figures.has(table):
        return
    for cell in _cells_of(figures, table):
        figure = figures.figure(cell)
        number = figure.counted
        negative = number < 0 and not cell.endswith(".change")  # 本年增/减 may be a decrease
        broken = number != number.to_integral_value() and not layout.is_money(cell)
        if not (negative or broken):
            continue
        wrong = "不能是负数" if negative else "应是整数"
        remark = "系统对这一格的识读没有把握，请对照原件。" if figure.doubt else ""
        printed = figure.printed or plain(number)
        yield Found(
            place=cell,
            severity=Severity.WARNING if figure.doubt else Severity.ERROR,
            where=name_of(cell),
            message=f"{name_of(cell)}填“{printed}”，{wrong}。{remark}",
            left=Side(name_of(cell), printed, (cell,)),
        )
    yield from _blanks(figures, table)


def _blanks(figures: Figures, table: str) -> Iterator[Found]:
    """One hint for all the cells of a table that hold no number."""
    cells = [
        cell
        for cell in _cells_of(figures, table)
        if figures.figure(cell).is_blank and not figures.unread((cell,))
    ]
    if not cells:
        return
    not_found = [cell for cell in cells if cell not in figures.report.figures]
    dashes = [cell for cell in cells if set(figures.figure(cell).printed.strip()) & _DASHES]
    blank = len(cells) - len(not_found) - len(dashes)
    kinds = [
        f"{count}格{what}"
        for count, what in ((blank, "空白"), (len(dashes), "填“/”“—”等符号"), (len(not_found), "没有读到"))
        if count
    ]
    name = NAMES_OF_TABLES[table]
    derived = "；空白的总计按各分项之和计" if any(layout.is_sum(cell) for cell in cells) else ""
    yield Found(
        place="blank",
        severity=Severity.HINT,
        where=name,
        message=f"{name}有{'、'.join(kinds)}，核对时按0计{derived}。没有数据的格应填“0”。",
        left=Side(name, "、".join(kinds), tuple(cells)),
    )


def _cells_of(figures: Figures, table: str) -> tuple[str, ...]:
    if table == "t4":
        return layout.CELLS_OF_TABLE_4
    form = figures.report.forms.get(table, Form.OF_2021)
    return layout.cells_of_table_2(form) if table == "t2" else layout.cells_of_table_3(form)
