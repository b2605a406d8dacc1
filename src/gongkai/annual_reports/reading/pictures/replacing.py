"""Pictures among the blocks of a file, read and put in their places as paragraphs and tables."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise

from ...content import Place
from .. import numbers
from ..blocks import Block, Cell, Paragraph, Picture, Row, Source, Table
from ..printed import Printed, blocks_of
from ..rasters import raster
from . import page

MOST_LOOKED_AT = 24  # pictures of a file: each takes half a second and ten megabytes
MOST_READ = 12  # of them, which takes five seconds each
MOST_SECONDS = 75  # after which no other is begun: whoever waits for the page does not wait for ever
LEFT = "还有{count}页图片没有识别，里面的文字没有读入。"


def read_pictures(source: Source) -> Source:
    """
    Return ``source`` with what its pictures show in their places. Pictures that cannot be read stay.

    Beside text only pictures with a ruled table are read; where there is no text at all, everything is, tables first.
    """
    end = time.monotonic() + MOST_SECONDS
    worth_reading = _worth_reading(source.blocks)
    pages = _read(worth_reading, source.blocks, end)
    left = len(worth_reading) - len(pages)
    notes = [*source.notes, LEFT.format(count=left)] if left else source.notes
    return Source(_put(pages, source.blocks), source.titles, notes)


def _put(pages: Mapping[int, Printed], blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` with ``pages``, which are given by their places in the list."""
    result: list[Block] = []
    run: list[Printed] = []
    for index, block in enumerate(blocks):
        if index in pages:
            run.append(pages[index])  # pages that follow each other are one text
            continue
        result += _recognised(run)
        run = []
        result.append(block)
    return result + _recognised(run)


def _worth_reading(blocks: Sequence[Block]) -> dict[int, page.Looked]:
    """Return the pictures to be read by their places in the list, those with tables first."""
    with_table: dict[int, page.Looked] = {}
    others: dict[int, page.Looked] = {}
    drawn = [index for index, block in enumerate(blocks) if isinstance(block, Picture) and block.load]
    for index in drawn[:MOST_LOOKED_AT]:
        looked = _look(blocks[index])
        if looked is not None:
            (with_table if looked.has_table else others)[index] = looked
    if any(isinstance(block, Paragraph | Table) for block in blocks):
        return with_table
    return with_table | others


def _read(pictures: Mapping[int, page.Looked], blocks: Sequence[Block], end: float) -> dict[int, Printed]:
    """Read ``pictures`` until ``end`` on the clock."""
    pages: dict[int, Printed] = {}
    for index, looked in islice(pictures.items(), MOST_READ):
        if time.monotonic() > end:
            break
        pages[index] = page.printed(looked, blocks[index].place.page)
    return pages


def _look(picture: Picture) -> page.Looked | None:
    raster = picture.load() if picture.load else None
    return page.look(raster) if raster else None


def _recognised(pages: Iterable[Printed]) -> list[Block]:
    """Return the blocks of ``pages``, marked as read from a picture."""
    marked: list[Block] = []
    for block in blocks_of(pages):
        if isinstance(block, Table):
            marked.append(Table(tuple(_rows(block))))
        else:
            marked.append(replace(block, place=replace(block.place, is_recognised=True)))
    return marked


def _rows(table: Table) -> Iterator[Row]:
    """
    Yield the rows, each once, though a stroke of a letter was taken for a line through all its cells.

    Where the line between two labels was not seen, neither row may go by the words of both: they are left out.
    """
    rows = [row for before, row in pairwise((Row(()), *table.rows)) if row.cells != before.cells]
    labels = Counter(label for row in rows if (label := _label(row)))
    for row in rows:
        cells = (replace(cell, text="") if labels[cell] > 1 else cell for cell in row.cells)
        yield Row(tuple(cells), replace(row.place, is_recognised=True))


def _label(row: Row) -> Cell | None:
    """Return the last cell with words of a row that has numbers."""
    if not any(numbers.is_value(cell.text) for cell in row.cells):
        return None
    words = [
        cell for cell in row.cells if not numbers.is_blank(cell.text) and not numbers.is_value(cell.text)
    ]
    return words[-1] if words else None


def read_file(data: bytes) -> Source:
    """Return a picture by itself as the one block of a file."""
    return Source([Picture(Place(page=1), partial(raster, data))])
