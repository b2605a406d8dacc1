"""This year's report beside last year's: what must go over unchanged, and what has changed too much or too little. Pure."""

import re
from collections.abc import Iterator

from .. import layout
from ..layout import Form
from .bodies import same_unit
from .case import Case, Figures, column_name, name_of
from .findings import Found, Severity, Side, plain
from .sentences import where_in_prose
from .sums import judged

# A figure that was at least SWING_FROM and is now 0 (or the reverse), or that changed SWING_TIMES over.
SWING_FROM = 20
SWING_TIMES = 5
# A municipal rubric (宿迁) deducts for more than half of the text repeated; nearly all of it is a copy.
REPETITION_TO_MENTION = 0.5
REPETITION_TO_QUESTION = 0.9
SHORTEST_TEXT_TO_COMPARE = 60  # characters; “无”, “未发生” and the like repeat rightly
_RUN = 10  # characters in a row that count as repeated


def carried_over_comes_in(case: Case) -> Iterator[Found]:
    """T3-Y: what last year's report carried over is what this year's report carries in, column by column."""
    now, before = case.figures, case.figures_before
    if before is None or not (now.has("t3") and before.has("t3")):
        return
    wrong = [
        column.key
        for column in layout.APPLICANTS
        if now.value(layout.t3("carried_in", column.key))
        != before.value(layout.t3("carried_out", column.key))
    ]
    others = f"共{len(wrong)}列不一致：{'、'.join(map(column_name, wrong))}。" if len(wrong) > 1 else ""
    for key in wrong:
        cell, cell_before = layout.t3("carried_in", key), layout.t3("carried_out", key)
        carried_in, carried_out = now.value(cell), before.value(cell_before)
        severity, remark = _judged_over_years(case, (cell,), (cell_before,))
        yield Found(
            place=key,
            severity=severity,
            where=f"表三“上年结转”行“{column_name(key)}”列",
            message=f"本年“上年结转”{column_name(key)}{plain(carried_in)}件，上年报告“结转下年度继续办理”"
            f"{plain(carried_out)}件，应相等，相差{plain(abs(carried_in - carried_out))}。{others}{remark}",
            left=Side(name_of(cell), plain(carried_in), (cell,)),
            right=Side(f"上年报告{name_of(cell_before)}", plain(carried_out)),
            difference=carried_in - carried_out,
        )


def _differs(now: Figures, before: Figures, cell: str, cell_before: str) -> bool:
    if now.unread((cell,)) or before.unread((cell_before,)):
        return False
    return now.value(cell) != before.value(cell_before)


def documents_in_force_follow(case: Case) -> Iterator[Found]:
    """T2-Y: in force = in force the year before + issued − repealed, for 规章 and 行政规范性文件."""
    now, before = case.figures, case.figures_before
    if before is None or not all(
        each.has("t2") and each.report.forms["t2"] is Form.OF_2021 for each in (now, before)
    ):
        return
    for entry in ("regulations", "normative"):
        issued, repealed, in_force = (layout.t2(entry, key) for key in ("issued", "repealed", "in_force"))
        if now.unread((issued, repealed, in_force)) or before.unread((in_force,)):
            continue
        numbers = [before.value(in_force), now.value(issued), now.value(repealed)]
        expected, printed = numbers[0] + numbers[1] - numbers[2], now.value(in_force)
        if expected == printed:
            continue
        _, remark = _judged_over_years(case, (issued, repealed, in_force), (in_force,))
        label = "规章" if entry == "regulations" else "行政规范性文件"
        yield Found(
            place=entry,
            severity=Severity.WARNING,
            where=f"表二“{label}”行",
            message=f"“{label}”上年现行有效{plain(numbers[0])}件，加本年制发{plain(numbers[1])}件，减本年废止"
            f"{plain(numbers[2])}件，应为{plain(expected)}件，本年现行有效填{plain(printed)}件，"
            f"相差{plain(abs(expected - printed))}。如因清理或重新统计，请说明原因。{remark}",
            left=Side("上年现行有效+本年制发−本年废止", plain(expected), (issued, repealed)),
            right=Side(name_of(in_force), plain(printed), (in_force,)),
            difference=expected - printed,
        )


def figures_do_not_leap(case: Case) -> Iterator[Found]:
    """YOY: figures that fell to nothing, came from nothing or changed fivefold deserve a second look."""
    now, before = case.figures, case.figures_before
    if before is None:
        return
    for cell in _cells_to_watch(now, before):
        if now.doubtful((cell,)) or before.doubtful((cell,)):
            continue
        this, last = now.value(cell), before.value(cell)
        high, low = max(this, last), min(this, last)
        if high < SWING_FROM or low < 0 or low * SWING_TIMES > high:
            continue
        yield Found(
            place=cell,
            severity=Severity.HINT,
            where=name_of(cell),
            message=f"{name_of(cell)}上年{plain(last)}，本年{plain(this)}，变化很大。"
            "请确认数字和统计口径，必要时在正文中说明。",
            left=Side(name_of(cell), plain(this), (cell,)),
            right=Side(f"上年报告{name_of(cell)}", plain(last)),
            difference=this - last,
        )


def text_is_not_last_years(case: Case) -> Iterator[Found]:
    """REP: sections one and five are not last year's over again."""
    if case.figures_before is None:
        return
    for ordinal in (1, 5):
        now, before = case.report.section(ordinal), case.previous.section(ordinal)
        if now is None or before is None:
            continue
        share = repeated_share(now.text, before.text)
        if share is None or share < REPETITION_TO_MENTION:
            continue
        copied = share >= REPETITION_TO_QUESTION
        where = where_in_prose(ordinal)
        yield Found(
            place=str(ordinal),
            severity=Severity.WARNING if copied else Severity.HINT,
            where=where,
            message=f"{where}有{round(share * 100)}%的文字与上年报告相同。"
            f"{'内容雷同，请按本年实际情况重写。' if copied else '请补充本年的新情况。'}",
            left=Side(where, f"{round(share * 100)}%"),
            right=Side(f"上年报告{where}", ""),
        )


def repeated_share(text: str, before: str) -> float | None:
    """
    Return which part of ``text`` (0 to 1) stands in runs of ten or more characters that are also in ``before``.

    Numbers count as alike, so that a report in which only the figures were changed is seen for what it is. None when
    either text is too short to compare.
    """
    text, before = _to_compare(text), _to_compare(before)
    if min(len(text), len(before)) < SHORTEST_TEXT_TO_COMPARE:
        return None
    known = {before[start : start + _RUN] for start in range(len(before) - _RUN + 1)}
    covered = 0
    counted_up_to = 0
    for start in range(len(text) - _RUN + 1):
        if text[start : start + _RUN] in known:
            covered += start + _RUN - max(start, counted_up_to)
            counted_up_to = start + _RUN
    return covered / len(text)


def _to_compare(text: str) -> str:
    return re.sub(r"[^\w]|_", "", re.sub(r"\d+", "0", text))


def _cells_to_watch(now: Figures, before: Figures) -> Iterator[str]:
    if now.has("t2") and before.has("t2") and now.report.forms["t2"] is before.report.forms["t2"]:
        yield from layout.cells_of_table_2(now.report.forms["t2"])
    if now.has("t3") and before.has("t3"):
        yield from (layout.t3(row, layout.TOTAL) for row in ("new", "open", "partial", "done", "carried_out"))
    if now.has("t4") and before.has("t4"):
        yield from (layout.t4(block.key, layout.TOTAL) for block in layout.BLOCKS)


def _judged_over_years(
    case: Case, cells: tuple[str, ...], cells_before: tuple[str, ...]
) -> tuple[Severity, str]:
    severity, remark = judged(case.figures, cells)
    if severity is Severity.ERROR:
        severity, remark = judged(case.figures_before, cells_before)
    if severity is Severity.ERROR and not same_unit(case.report.unit, case.previous.unit):
        return Severity.WARNING, "两份报告的单位名称不同，请确认是同一单位；机构合并、分立的，请说明。"
    return severity, remark
