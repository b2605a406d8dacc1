"""
Rows of 表三 whose numbers cannot be told apart by themselves: run together, or broken over two cells.

The sums decide. In each row 六类之和 = 总计; over the whole table 新收 + 上年结转 = 总计 + 结转下年 in each column, and the
outcomes make the 总计. What comes out carries a doubt; what stays open is left out.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from .. import layout
from ..content import Figure
from ..layout import Form
from . import numbers, splitting
from .blocks import Cell
from .rows import Line
from .table3_head import KEYS, WIDTH, Head
from .values import place_of

FRAME = ("new", "carried_in", "done", "carried_out")


def may_be_glued(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a row hold enough digits for seven numbers."""
    digits = "".join("".join(cell.text.split()) for cell in cells)
    return len(digits) >= WIDTH and digits.isdecimal()


def ways(line: Line, cells: Sequence[Cell], head: Head, budget: splitting.Budget) -> list[splitting.Numbers]:
    """Return the ways in which the row can be seven numbers that add up, in the order of KEYS."""
    found = pieces(cells)
    if head.order != KEYS or line.row.place.is_recognised:
        return []
    if len(found) > WIDTH:
        return _joined(found)
    is_running = not line.row.place.table or len(cells) == 1
    return splitting.balanced(found, budget) if is_running else []


def pieces(cells: Sequence[Cell]) -> list[str]:
    return [piece for cell in cells for piece in numbers.tidy(cell.text).split()]


def _joined(found: Sequence[str]) -> list[splitting.Numbers]:
    """A number whose digits fell into two cells: join neighbours until seven are left and they add up."""
    if len(found) != WIDTH + 1 or not all(each.isdecimal() for each in found):
        return []
    joined: set[splitting.Numbers] = set()
    for index in range(WIDTH):
        both = found[index] + found[index + 1]
        row = [int(each) for each in (*found[:index], both, *found[index + 2 :])]
        if not both.startswith("0") and sum(row[:-1]) == row[-1]:
            joined.add(tuple(row))
    return sorted(joined)


def decide(
    form: Form,
    figures: Mapping[str, Figure],
    open_rows: Mapping[str, list[splitting.Numbers]],
    budget: splitting.Budget,
) -> dict[str, splitting.Numbers]:
    """
    Return the rows of ``open_rows`` (key: its ways) that the sums leave one way.

    ``figures`` are those already read. Where rows are missing the columns cannot be added up, and only a row that has
    one way by itself is taken.
    """
    choices: dict[str, list[splitting.Numbers]] = {}
    for row in layout.TABLE_3[form]:
        numbers_read = [figures.get(layout.t3(row.key, key)) for key in KEYS]
        if row.key in open_rows:
            choices[row.key] = open_rows[row.key]
        elif all(each is not None and _is_whole(each.counted) for each in numbers_read):
            choices[row.key] = [tuple(int(each.counted) for each in numbers_read if each)]
    outcomes = layout.outcomes(form)
    if not all(choices.get(key) for key in (*outcomes, *FRAME)):
        return {key: found[0] for key, found in open_rows.items() if len(found) == 1}
    solutions = splitting.fitting([choices[key] for key in outcomes], [choices[key] for key in FRAME], budget)
    agreed = splitting.agreed(solutions, (*outcomes, *FRAME))
    return {key: way for key, way in agreed.items() if key in open_rows}


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def figures_of(line: Line, cells: Sequence[Cell], way: splitting.Numbers) -> dict[str, Figure]:
    """Return the figures of a row that was taken apart, by applicant."""
    printed = " ".join(pieces(cells))
    place = place_of(line.row)
    return {
        key: Figure(Decimal(number), printed, splitting.DOUBT, place)
        for key, number in zip(KEYS, way, strict=True)
    }
