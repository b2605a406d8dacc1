"""Table 3, 收到和处理政府信息公开申请情况: its rows, its columns, and the balance printed in its head. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from .. import layout
from .case import Case, Figures, column_name, row_name
from .findings import Found, Severity, Side, addition, plain
from .sums import judged, outcome_cells, total_differs

# Other handling is watched since 〔2019〕60号; below this share or this number nobody need explain it.
SHARE_OF_OTHER_TO_EXPLAIN = Decimal("0.15")
NUMBER_OF_OTHER_TO_EXPLAIN = 10


def rows_add_up(case: Case) -> Iterator[Found]:
    """T3-H: in every row the six classes of applicants add up to 总计."""
    figures = case.figures
    if not figures.has("t3"):
        return
    for row in layout.TABLE_3[figures.form_of_table_3]:
        found = total_differs(
            figures,
            layout.t3(row.key, layout.TOTAL),
            place=row.key,
            where=f"表三“{row_name(row.key)}”行",
            left_label="六类申请人之和",
        )
        if found:
            yield found


def columns_add_up(case: Case) -> Iterator[Found]:
    """T3-V: in every column the outcomes （一） to （六） add up to （七）总计."""
    figures = case.figures
    if not figures.has("t3"):
        return
    for column in layout.APPLICANTS:
        total = layout.t3("done", column.key)
        if figures.figure(total).is_blank:
            continue
        cells = outcome_cells(figures, column.key)
        if figures.unread(cells):
            continue
        numbers = figures.values(cells)
        added, printed = sum(numbers, Decimal(0)), figures.value(total)
        if added == printed:
            continue
        severity, remark = judged(figures, (*cells, total))
        where = f"表三“{column.label}”列"
        yield Found(
            place=column.key,
            severity=severity,
            where=where,
            message=f"{where}：（一）至（六）{addition(numbers)}，（七）总计填{plain(printed)}，"
            f"相差{plain(abs(added - printed))}。{remark}",
            left=Side(f"{where}（一）至（六）之和", plain(added), cells),
            right=Side(f"表三“（七）总计”行“{column.label}”列", plain(printed), (total,)),
            difference=added - printed,
        )


def columns_balance(case: Case) -> Iterator[Found]:
    """T3-B: in every column 新收 + 上年结转 = （七）总计 + 结转下年度."""
    figures = case.figures
    if not figures.has("t3"):
        return
    differences = {column.key: _imbalance(figures, column.key) for column in layout.APPLICANTS}
    wrong = [key for key, difference in differences.items() if difference]
    shifted = len(wrong) > 1 and layout.TOTAL not in wrong
    for key in wrong:
        received = (layout.t3("new", key), layout.t3("carried_in", key))
        settled = (layout.t3("done", key), layout.t3("carried_out", key))
        left, right = figures.values(received), figures.values(settled)
        severity, remark = judged(figures, (*received, *settled))
        if shifted:
            names = "、".join(f"“{column_name(each)}”" for each in wrong)
            remark = f"“总计”列是平的，{names}各列之间可能填错了列。{remark}"
        where = f"表三“{column_name(key)}”列"
        yield Found(
            place=key,
            severity=severity,
            where=where,
            message=f"{where}：新收与上年结转{addition(left)}，办理结果总计与结转下年度{addition(right)}，"
            f"应相等，相差{plain(abs(differences[key]))}。{remark}",
            left=Side(f"{where}第一项加第二项", plain(sum(left)), received),
            right=Side(f"{where}第三项加第四项", plain(sum(right)), settled),
            difference=differences[key],
        )


def _imbalance(figures: Figures, column: str) -> Decimal:
    if figures.unread(layout.t3(row, column) for row in ("new", "carried_in", "done", "carried_out")):
        return Decimal(0)
    return figures.rows(("new", "carried_in"), column) - figures.rows(("done", "carried_out"), column)


def other_handling_is_explained(case: Case) -> Iterator[Found]:
    """T3-O: many requests under “3.其他” ask for a word of explanation."""
    figures = case.figures
    cell, done = layout.t3("misc_3", layout.TOTAL), layout.t3("done", layout.TOTAL)
    if not figures.has("t3") or cell not in figures.report.figures:
        return
    number, total = figures.value(cell), figures.value(done)
    if number < NUMBER_OF_OTHER_TO_EXPLAIN or not total or number / total < SHARE_OF_OTHER_TO_EXPLAIN:
        return
    share = plain((number / total * 100).quantize(Decimal("0.1")))
    yield Found(
        place="misc_3",
        severity=Severity.HINT,
        where="表三“（六）其他处理 3.其他”行",
        message=f"“（六）其他处理 3.其他”{plain(number)}件，占办理结果总计{plain(total)}件的{share}%，比例较高。"
        "请确认没有可以归入前列各项的情形，必要时在正文中说明。",
        left=Side("表三“3.其他”总计", plain(number), (cell,)),
        right=Side("表三“（七）总计”总计", plain(total), (done,)),
    )
