"""
One sum against one figure: the shape most table rules share, and what our own doubt does to it. Pure.

An error is said to be one only when every figure in it was read with certainty.
"""

from collections.abc import Sequence
from decimal import Decimal

from .. import layout
from .case import Figures, name_of
from .findings import Found, Severity, Side, addition, plain


def total_differs(
    figures: Figures, total: str, *, place: str, where: str, left_label: str, verb: str = "填"
) -> Found | None:
    """
    Return what is wrong with the total in the cell ``total``, or None when it is the sum of its parts.

    A total left blank is not judged: it is worked out, never read as 0.
    """
    if figures.figure(total).is_blank:
        return None
    parts = figures.parts(total)
    if figures.unread(parts):
        return None
    numbers = figures.values(parts)
    added, printed = sum(numbers, Decimal(0)), figures.value(total)
    if added == printed:
        return None
    severity, remark = judged(figures, (*parts, total))
    if severity is Severity.ERROR and figures.all_blank(parts):
        severity, remark = Severity.WARNING, "各分项均为空白，请补填分项后再核对。"
    split = digits_split(numbers, printed)
    if split and severity is Severity.ERROR:
        remark = f"{split}，请一并核对。"
        if not _read_from_a_grid(figures, parts):
            severity = Severity.WARNING
    return Found(
        place=place,
        severity=severity,
        where=where,
        message=f"{where}：{addition(numbers)}，总计{verb}{plain(printed)}，相差{plain(abs(added - printed))}。{remark}",
        left=Side(left_label, plain(added), parts),
        right=Side(name_of(total), plain(printed), (total,)),
        difference=added - printed,
    )


def judged(figures: Figures, cells: Sequence[str]) -> tuple[Severity, str]:
    """Return how grave a difference between ``cells`` is, and a remark when the doubt is ours."""
    doubtful = figures.doubtful(cells)
    if not doubtful:
        return Severity.ERROR, ""
    doubts = {cell: figures.figure(cell).doubt.rstrip("。") for cell in doubtful}
    shared = doubts[doubtful[0]] if len(set(doubts.values())) == 1 else ""
    names = "、".join(name_of(cell) + ("" if shared else f"（{doubts[cell]}）") for cell in doubtful[:3])
    more = f"等{len(doubtful)}格" if len(doubtful) > 3 else ""
    why = f"（{shared}）" if shared else ""
    return Severity.WARNING, f"系统对这一格的识读没有把握，请对照原件：{names}{more}{why}。"


def digits_split(numbers: Sequence[Decimal], printed: Decimal) -> str:
    """
    Return the suspicion that one number was split over two neighbouring cells (拆格), or an empty string.

    “4”, “7” with the total 47 were most likely one “47”: putting them together makes the sum right.
    """
    texts = [plain(number) for number in numbers]
    for index in range(len(texts) - 1):
        first, second = texts[index], texts[index + 1]
        if first == "0" or not (first + second).isdigit():
            continue
        together = Decimal(first + second)
        if sum(numbers) - numbers[index] - numbers[index + 1] + together == printed:
            return f"相邻两格“{first}”“{second}”合为“{first}{second}”则相等，可能是一个数拆成了两格"
    return ""


def _read_from_a_grid(figures: Figures, cells: Sequence[str]) -> bool:
    """Whether the cells come from a table with real columns, where a number cannot slip into the next cell."""
    return all(figures.figure(cell).place.column for cell in cells)


def outcome_cells(figures: Figures, column: str) -> tuple[str, ...]:
    return tuple(layout.t3(row, column) for row in figures.outcomes)
