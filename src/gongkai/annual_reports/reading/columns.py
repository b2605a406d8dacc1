"""
Telling the cells of a row apart: by the heading over them where the grid is whole, else by their order.

Order counts only when as many cells stand there as there are columns, after the empty ones that merged cells leave
behind are taken away.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from . import numbers
from .blocks import Cell


def by_heading(cells: Sequence[Cell], columns: Mapping[str, range]) -> dict[str, Cell] | None:
    """
    Return the cell under each heading of ``columns`` (key: the columns it covers), or None when the row does not follow
    them: two headings over one cell, none over a value, or two values under one.

    A heading may be wider than its values: some sites put an empty column before each, to keep them apart.
    """
    found: dict[str, Cell] = {}
    for key, covered in columns.items():
        under = [each for each in cells if _reaches(each, covered)]
        filled = [each for each in under if not numbers.is_blank(each.text)] or under[:1]
        if len(filled) != 1 or filled[0] in found.values():
            return None
        found[key] = filled[0]
    used = set(found.values())
    if any(cell not in used and not numbers.is_blank(cell.text) for cell in cells):
        return None
    return found


def cut_short(cells: Sequence[Cell], columns: Mapping[str, range]) -> dict[str, Cell] | None:
    """
    Return the cells of a row that the file ends before its last columns, or None when it is no such row.

    Whether the last one there is not the total, moved up by a cell missing in the middle, is for the caller to see.
    """
    in_order = sorted(columns, key=lambda key: columns[key].start)
    reached = [key for key in in_order if any(_reaches(cell, columns[key]) for cell in cells)]
    if not reached or len(reached) == len(in_order) or reached != in_order[: len(reached)]:
        return None
    return by_heading(cells, {key: columns[key] for key in reached})


def _reaches(cell: Cell, columns: range) -> bool:
    return cell.column < columns.stop and columns.start < cell.column + cell.columns


def are_apart(columns: Iterable[range]) -> bool:
    """Whether no two of ``columns`` overlap."""
    each_once = sorted(columns, key=lambda covered: covered.start)
    return all(before.stop <= after.start for before, after in pairwise(each_once))


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
