"""
Telling the cells of a row apart: by the heading over them where the grid is whole, else by their order.

Order counts only when as many cells stand there as there are columns, after the empty ones that merged cells leave
behind are taken away.
"""

from collections.abc import Mapping, Sequence

from . import numbers
from .blocks import Cell


def by_heading(cells: Sequence[Cell], columns: Mapping[str, int]) -> dict[str, Cell] | None:
    """
    Return the cell under each column of ``columns`` (key: number), or None when the row does not follow that heading:
    two columns in one cell, a column without a cell, or a value under no heading.
    """
    found: dict[str, Cell] = {}
    for key, column in columns.items():
        cell = next((each for each in cells if each.column <= column < each.column + each.columns), None)
        if cell is None or cell in found.values():
            return None
        found[key] = cell
    used = set(found.values())
    if any(cell not in used and not numbers.is_blank(cell.text) for cell in cells):
        return None
    return found


def by_order(cells: Sequence[Cell], count: int, leading: int = 0) -> tuple[Cell, ...] | None:
    """
    Return the ``count`` cells that hold the values, or None when that cannot be told.

    ``leading`` is how many empty cells the label leaves behind when its span is written out.
    """
    extra = len(cells) - count
    if extra < 0:
        return None
    before = after = 0
    while before < extra and numbers.is_blank(cells[before].text):
        before += 1
    while after < extra and numbers.is_blank(cells[-1 - after].text):
        after += 1
    if before + after < extra:
        return None
    taken = min(before, leading, extra)
    if extra - taken > after:
        taken = extra - after
    return tuple(cells[taken : taken + count])
