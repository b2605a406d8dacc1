"""The statutory tables as they are filled in at the desk: each cell with its value, last year's, and what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .content import Report
from .figures import is_typed, printed
from .layout import in_words
from .writing.tables import Cell, Grid, grids


@dataclass(frozen=True)
class Box:
    """A cell on the page. ``is_input`` when it is typed; ``value`` is what was typed, also when it is no number."""

    cell: Cell
    value: str = ""
    before: str = ""
    error: str = ""
    is_input: bool = False
    is_lit: bool = False
    label: str = ""

    @property
    def name(self) -> str:
        return self.cell.name or ""


@dataclass(frozen=True)
class Sheet:
    grid: Grid
    rows: tuple[tuple[Box, ...], ...]

    @property
    def head(self) -> tuple[tuple[Box, ...], ...]:
        return self.rows[: self.grid.header_rows]

    @property
    def body(self) -> tuple[tuple[Box, ...], ...]:
        return self.rows[self.grid.header_rows :]


def sheets(
    report: Report,
    *,
    previous: Report | None,
    is_editable: bool,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    lit: Collection[str] = (),
) -> list[Sheet]:
    """Return the three tables; ``typed`` is shown in place of the figures where it holds the cell."""
    typed, errors = typed or {}, errors or {}

    def box(cell: Cell) -> Box:
        if cell.name is None:
            return Box(cell)
        before = previous.figures.get(cell.name) if previous else None
        return Box(
            cell,
            value=typed.get(cell.name, cell.text),
            before=printed(before.number) if before and not before.is_blank else "",
            error=errors.get(cell.name, ""),
            is_input=is_editable and is_typed(cell.name),
            is_lit=cell.name in lit,
            label=in_words(cell.name),
        )

    return [
        Sheet(grid, tuple(tuple(box(cell) for cell in row) for row in grid.rows))
        for grid in grids(report).values()
    ]
