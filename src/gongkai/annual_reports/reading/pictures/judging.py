"""What is said of a figure that was read from a picture: that it was, and whether the sums speak for it or against it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ... import layout
from ...content import Figure
from ...layout import APPLICANTS, BLOCKS, CLASSES, RESULTS, TOTAL, Form, t3, t4

FROM_PICTURE = "从图片识别，请对照原图核对。"
SUMS_AGREE = "从图片识别，与合计相符，仍请对照原图核对。"
SUMS_DIFFER = "从图片识别，与合计不符，很可能识别有误，请对照原图核对。"

Sum = tuple[tuple[str, ...], tuple[str, ...]]  # two lists of cells that come to the same


def judged(figures: Mapping[str, Figure], form: Form | None) -> dict[str, Figure]:
    """Return ``figures`` with the doubt on each that was read from a picture; ``form`` is that of 表三."""
    holding: dict[str, list[bool | None]] = defaultdict(
        list
    )  # by cell: of each of its sums, None where one is not read
    for left, right in _sums(form):
        cells = (*left, *right)
        is_read = all(cell in figures for cell in cells) and not all(figures[cell].is_blank for cell in right)
        holds = _total(figures, left) == _total(figures, right) if is_read else None
        for cell in cells:
            holding[cell].append(holds)
    return {
        cell: replace(figure, doubt=_doubt(holding[cell]) + figure.doubt)
        if figure.place.is_recognised
        else figure
        for cell, figure in figures.items()
    }


def _doubt(holding: Sequence[bool | None]) -> str:
    """A row taken for another adds up by itself: sums speak for a figure only where all of its sums hold."""
    if False in holding:
        return SUMS_DIFFER
    return SUMS_AGREE if holding and all(holding) else FROM_PICTURE


def _total(figures: Mapping[str, Figure], cells: tuple[str, ...]):
    return sum(figures[cell].counted for cell in cells)


def _sums(form: Form | None) -> Iterator[Sum]:
    for block in BLOCKS:
        parts = tuple(t4(block.key, each.key) for each in RESULTS if each.key != TOTAL)
        yield parts, (t4(block.key, TOTAL),)
    if form is None:
        return
    for row in layout.TABLE_3[form]:
        yield tuple(t3(row.key, each) for each in CLASSES), (t3(row.key, TOTAL),)
    for column in (each.key for each in APPLICANTS):
        yield tuple(t3(row, column) for row in layout.outcomes(form)), (t3("done", column),)
        yield (t3("new", column), t3("carried_in", column)), (t3("done", column), t3("carried_out", column))
