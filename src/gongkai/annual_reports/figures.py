"""
The figures of a filing: what is typed, what is computed from it, what last year leaves. Pure.

A filing keeps what was typed, by cell name, as text that is a plain number ("47", "2648.66"); totals are never kept,
they are computed here. A cell that is not kept is blank.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from .content import Figure, Report
from .layout import (
    BLOCKS,
    CLASSES,
    RESULTS,
    TABLE_3,
    TOTAL,
    Form,
    all_cells,
    is_money,
    is_sum,
    outcomes,
    t2,
    t3,
    t4,
)

FORM = Form.OF_2021  # the form in force; filings follow it
TYPED_CELLS = tuple(cell for cell in all_cells(FORM) if not is_sum(cell))
_TYPED = frozenset(TYPED_CELLS)
MOST_DIGITS = 12
_WIDE = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")
_NUMBER = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?")


def is_typed(cell: str) -> bool:
    """Whether people fill this cell in; the others are totals, or no cells of the form in force."""
    return cell in _TYPED


class BadNumber(Exception):
    """What was typed is no number for its cell; ``str(error)`` says what to type instead."""


def parse_typed(text: str, cell: str) -> str:
    """
    Return what was typed as a plain number, or "" for a blank.

    Full-width digits and thousands separators are understood; counts have no decimals, money in 万元 may have.
    Raises BadNumber.
    """
    text = "".join(text.translate(_WIDE).split())
    if not text:
        return ""
    if not _NUMBER.fullmatch(text):
        raise BadNumber("请只填数字，没有的填 0，不要写“无”“/”或者文字说明。")
    plain = text.replace(",", "")
    whole, _, fraction = plain.partition(".")
    if len(whole) > MOST_DIGITS:
        raise BadNumber("数字太大，请核对单位。")
    if fraction.strip("0") and not is_money(cell):
        raise BadNumber("件数只能填整数。")
    if len(fraction) > 6:
        raise BadNumber("金额以万元为单位，最多六位小数（精确到分）。")
    fraction = fraction.rstrip("0") if is_money(cell) else ""
    return f"{int(whole)}.{fraction}" if fraction else str(int(whole))


def completed(kept: Mapping[str, str]) -> dict[str, Decimal | None]:
    """Return every cell of the report: those kept, and the totals computed from them (blanks add nothing)."""
    cells: dict[str, Decimal | None] = {
        cell: Decimal(kept[cell]) if kept.get(cell) else None for cell in TYPED_CELLS
    }
    concluded = outcomes(FORM)
    for column in CLASSES:
        cells[t3("done", column)] = total(cells[t3(row, column)] for row in concluded)
    for row in TABLE_3[FORM]:
        cells[t3(row.key, TOTAL)] = total(cells[t3(row.key, column)] for column in CLASSES)
    for block in BLOCKS:
        parts = [cells[t4(block.key, result.key)] for result in RESULTS[:-1]]
        cells[t4(block.key, TOTAL)] = total(parts)
    return cells


def total(parts) -> Decimal | None:
    """The sum of the parts; of blanks only it is a blank."""
    known = [each for each in parts if each is not None]
    return sum(known, Decimal(0)) if known else None


def printed(number: Decimal | None) -> str:
    """Return a number as it is kept and shown: “47”, “2648.66”, no needless zeros; "" for a blank."""
    return "" if number is None else f"{number.normalize():f}"


def figures_of(cells: Mapping[str, Decimal | None]) -> dict[str, Figure]:
    return {cell: Figure(number, printed(number)) for cell, number in cells.items()}


def blanks(kept: Mapping[str, str]) -> list[str]:
    """Return the cells that are to be typed and are not."""
    return [cell for cell in TYPED_CELLS if not kept.get(cell)]


def carried_over(previous: Report) -> dict[str, str]:
    """
    Return the cells of this year that last year's report decides: 上年结转 is last year's 结转下年度, column by column.
    """
    kept = {}
    for column in CLASSES:
        figure = previous.figures.get(t3("carried_out", column))
        if figure is not None and figure.number is not None:
            kept[t3("carried_in", column)] = printed(figure.number)
    return kept


def expected_in_force(kept: Mapping[str, str], previous: Report, entry: str) -> tuple[Decimal, str] | None:
    """
    Return how many documents should be in force, with the arithmetic written out; None while a part is unknown.

    现行有效 last year + 制发 − 废止; a recount may differ, so it is shown and not filled in (domain_rules 2.6 T2-Y).
    """
    before = previous.figures.get(t2(entry, "in_force"))
    issued, repealed = (kept.get(t2(entry, column)) for column in ("issued", "repealed"))
    if before is None or before.number is None or not issued or not repealed:
        return None
    expected = before.number + Decimal(issued) - Decimal(repealed)
    return expected, f"上年{printed(before.number)}＋制发{issued}－废止{repealed}＝{printed(expected)}"
