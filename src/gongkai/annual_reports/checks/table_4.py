"""Table 4, 政府信息公开行政复议、行政诉讼情况. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from .. import layout
from .case import Case, Figures
from .findings import Found, Severity, Side, plain
from .sums import total_differs


def blocks_add_up(case: Case) -> Iterator[Found]:
    """T4-S: in each of the three blocks the four results add up to 总计."""
    figures = case.figures
    if not figures.has("t4"):
        return
    for block in layout.BLOCKS:
        found = total_differs(
            figures,
            layout.t4(block.key, layout.TOTAL),
            place=block.key,
            where=f"表四“{block.label}”",
            left_label="四种结果之和",
        )
        if found and found.severity is Severity.ERROR and _may_have_slipped(figures, block.key):
            found = replace(
                found,
                severity=Severity.WARNING,
                message=found.message + "这一组可能是拆格：两位数（如“10”）被拆成“1”“0”两格，"
                "总计被挤出本组。请对照原件，确认后再改。",
            )
        if found:
            yield found


def _may_have_slipped(figures: Figures, block: str) -> bool:
    """
    Whether a total of 0 is better explained by a number split over two narrow cells than by the unit.

    So it is when one of several figures of the block is followed by a 0, the file has no real columns to hold numbers
    in their cells, no number in the whole table has two digits (they would all have been split), and the other blocks
    show that this unit does fill in its totals. Where the unit leaves 0 in every total, the error is the unit's.
    """
    total = layout.t4(block, layout.TOTAL)
    if figures.value(total):
        return False
    numbers = figures.values(figures.parts(total))
    followed_by_0 = any(first and not second for first, second in zip(numbers, numbers[1:], strict=False))
    if not followed_by_0 or sum(bool(number) for number in numbers) < 2:
        return False
    cells = layout.CELLS_OF_TABLE_4
    if any(figures.figure(cell).place.column or figures.value(cell) > 9 for cell in cells):
        return False
    others = [layout.t4(each.key, layout.TOTAL) for each in layout.BLOCKS if each.key != block]
    return any(
        figures.value(each) and figures.value(each) == figures.sum(figures.parts(each)) for each in others
    )


def suits_after_review_follow_reviews(case: Case) -> Iterator[Found]:
    """T4-P: more suits after review (复议后起诉) than reviews ended this year and last is unlikely."""
    figures = case.figures
    if not figures.has("t4"):
        return
    suits_cell = layout.t4("lit_after_review", layout.TOTAL)
    suits = _cases(figures, "lit_after_review")
    reviews = _cases(figures, "review")
    before = case.figures_before
    known = "本年"
    if before is not None and before.has("t4"):
        reviews += _cases(before, "review")
        known = "本年与上年"
    if suits <= reviews:
        return
    yield Found(
        place="lit_after_review",
        severity=Severity.HINT,
        where="表四“复议后起诉”",
        message=f"“复议后起诉”{plain(suits)}件，多于{known}行政复议的{plain(reviews)}件。"
        "请确认没有把未经复议的案件计入，或者案件的复议是在更早年度办结的。",
        left=Side("表四“复议后起诉”总计", plain(suits), (suits_cell,)),
        right=Side(f"{known}行政复议件数", plain(reviews), (layout.t4("review", layout.TOTAL),)),
        difference=suits - reviews,
    )


def _cases(figures: Figures, block: str) -> Decimal:
    """Return the cases of a block: its total, or what its results add up to when that is more."""
    total = layout.t4(block, layout.TOTAL)
    return max(figures.value(total), figures.sum(figures.parts(total)))
