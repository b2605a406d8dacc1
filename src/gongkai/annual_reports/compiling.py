"""
A summary is the sum of its parts, cell by cell, and of adjustments that each carry a reason. Pure.

The same for a county of 39 offices, a city of counties, a province of cities: a part may be a summary itself.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from .figures import is_typed, printed


def compiled(
    parts: Iterable[Mapping[str, str]], adjustments: Iterable[tuple[str, Decimal]] = ()
) -> dict[str, str]:
    """
    Return the kept cells of the summary of ``parts``, each given by its kept cells.

    A cell that is blank in every part stays blank, so that nobody reads a missing figure as a zero.
    ``adjustments`` are (cell, amount to add). Totals follow from these cells, as in any filing.
    """
    sums: dict[str, Decimal] = {}
    for kept in parts:
        for cell, text in kept.items():
            if text and is_typed(cell):
                sums[cell] = sums.get(cell, Decimal(0)) + Decimal(text)
    for cell, amount in adjustments:
        sums[cell] = sums.get(cell, Decimal(0)) + amount
    return {cell: printed(number) for cell, number in sums.items()}
