"""Turning cells into figures, with where they stood and what is unsure about them."""

from dataclasses import replace

from ..content import Figure, Place
from . import numbers
from .blocks import Cell, Row


def place_of(row: Row, cell: Cell | None = None) -> Place:
    place = replace(row.place, snippet=row.snippet)
    return replace(place, column=cell.column) if cell and place.table else place


def figure(row: Row, cell: Cell, *, is_money: bool = False, unit: str = "万元", doubt: str = "") -> Figure:
    """Return what ``cell`` prints; ``doubt`` is what is unsure about the whole row."""
    reading = numbers.read(cell.text, is_money=is_money, unit=unit)
    return Figure(reading.number, cell.text.strip(), reading.doubt or doubt, place_of(row, cell))


def no_cell(row: Row) -> Figure:
    """Return the blank of a row that ends before the column it is asked for."""
    return Figure(None, "", "", place_of(row))
