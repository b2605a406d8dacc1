"""
What every kind of file is turned into before anybody looks for figures: paragraphs, tables and pictures in file order.

A cell that spans several rows or columns stands in each row it covers, so that a row is always whole.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PIL import Image

from ..content import Place

LONGEST_SNIPPET = 120
MOST_COLUMNS = 200  # no statutory table has more than 15
LONGEST_CELL_TEXT = 600  # characters; a longer one holds an article, so the table only arranges the page
MOST_CELLS = 60_000  # of one table, spans counted; the largest statutory one has 280


class TooLarge(Exception):
    """There is more in the file than any report holds."""


@dataclass(frozen=True)
class Paragraph:
    text: str
    place: Place = Place()


# Gives a picture as a raster to be read (see ``pictures.rasters``), or None where that cannot be done.
Load = Callable[[], Image.Image | None]


@dataclass(frozen=True)
class Picture:
    place: Place = Place()
    load: Load | None = field(default=None, compare=False)  # None where the file only names it


@dataclass(frozen=True)
class Cell:
    text: str
    column: int  # where it begins, counted from 1; 0 where the file does not say
    columns: int = 1
    row: int = 0  # where it begins
    has_picture: bool = False

    @property
    def covered(self) -> range:
        """The columns it covers."""
        return range(self.column, self.column + self.columns)


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]  # from left to right, each once
    place: Place = Place()  # without the column

    @property
    def snippet(self) -> str:
        text = " ".join(" ".join(cell.text.split()) for cell in self.cells if cell.text.strip())
        return text if len(text) <= LONGEST_SNIPPET else text[: LONGEST_SNIPPET - 1] + "…"


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]

    @property
    def has_picture(self) -> bool:
        return any(cell.has_picture for row in self.rows for cell in row.cells)


Block = Paragraph | Table | Picture


@dataclass
class Source:
    """A file as blocks, and what it says about its own title."""

    blocks: list[Block]
    titles: list[str] = field(default_factory=list)  # from metadata, the surest first
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Spanning:
    """A cell as a file gives it: text and spans, without its place."""

    text: str
    columns: int = 1
    rows: int = 1
    has_picture: bool = False


def grid(rows: Iterable[Sequence[Spanning]], *, number: int, page: int = 0) -> Table:
    """Lay ``rows`` out as a browser does, or raise TooLarge. ``number`` is the table's own in the file."""
    laid: list[Row] = []
    hanging: dict[
        int, tuple[Cell, int]
    ] = {}  # by column: a cell from above, and how many more rows it covers
    count = 0
    for row_number, row in enumerate(rows, 1):
        at: dict[int, Cell] = {}
        for column, (cell, left) in list(hanging.items()):
            at[column] = cell
            if left > 1:
                hanging[column] = (cell, left - 1)
            else:
                del hanging[column]
        column = 1
        for each in row:
            while column in at:
                column += 1
            width = max(1, min(each.columns, MOST_COLUMNS))
            if column + width > MOST_COLUMNS:
                break
            cell = Cell(each.text, column, width, row_number, each.has_picture)
            for covered in range(column, column + width):
                at[covered] = cell
                if each.rows > 1:
                    hanging[covered] = (cell, each.rows - 1)
            column += width
        cells = tuple(dict.fromkeys(at[column] for column in sorted(at)))
        count += len(at) + 1
        if count > MOST_CELLS:
            raise TooLarge
        laid.append(Row(cells, Place(page=page, table=number, row=row_number)))
    return Table(tuple(laid))
