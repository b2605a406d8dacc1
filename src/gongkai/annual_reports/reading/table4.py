"""
Reading 表四: three blocks of five results, in one row of fifteen or in a small table each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .. import layout
from ..content import Figure
from ..layout import BLOCKS, RESULTS
from . import columns, labels, numbers, splitting
from .blocks import Cell
from .results import TableRead
from .rows import Line
from .values import figure, place_of

BLOCK_KEYS = tuple(each.key for each in BLOCKS)
RESULT_KEYS = tuple(each.key for each in RESULTS)
PER_BLOCK = len(RESULTS)
ALL = PER_BLOCK * len(BLOCKS)
NO_HEADING = "表头没有读全，按规定的列序读入。"


@dataclass(frozen=True)
class Head:
    """What the heading says: the cells in order, and their columns where the grid of the heading is whole."""

    cells: tuple[str, ...]
    at: dict[str, range]
    is_known: bool


def read(lines: Sequence[Line]) -> TableRead:
    """Return the cells of 表四 that ``lines`` print."""
    result = TableRead()
    heading: list[Line] = []
    block = ""
    table = 0
    for line in lines:
        if line.heading:
            block = _block(line.heading) or block
            continue
        if line.table != table:
            table, heading = line.table, []
        found, cells = line.parts(lambda text: labels.BLOCKS.find(text) or labels.RESULTS.find(text))
        if not any(numbers.is_value(cell.text) for cell in cells) and not _is_left_blank(line, heading):
            heading.append(line)
            blocks = {key for text in line.texts if (key := _block(text))}
            block = blocks.pop() if len(blocks) == 1 else block
            continue
        own = next((key for cell in found if (key := _block(cell.text))), "")
        if not _one_block(result, line, cells, own or block, heading):
            _all_blocks(result, line, cells, _head(heading))
    found_cells = result.figures.keys() | result.illegible.keys()
    missing = [each.label for each in BLOCKS if layout.t4(each.key, "total") not in found_cells]
    if result.figures and missing and not result.unread:
        result.unread.append(f"没有找到{'、'.join(f'“{label}”' for label in missing)}的数字。")
    return result


def _is_left_blank(line: Line, heading: Sequence[Line]) -> bool:
    """Whether ``line`` is the row of figures with nothing filled in: no word in it, and the results named above it."""
    named = {labels.RESULTS.find(text) for above in heading for text in above.texts}
    return not line.texts and named >= set(RESULT_KEYS)


def _block(text: str) -> str | None:
    return labels.BLOCKS.find(text)


def _one_block(result: TableRead, line: Line, cells: Sequence[Cell], block: str, heading: list[Line]) -> bool:
    """Read a row of five, which stands under the name of its block; False when the row is no such one."""
    taken = columns.by_order(cells, PER_BLOCK)
    if taken is None or len(cells) > PER_BLOCK + 2:
        return False
    if not block:
        result.unread.append(f"一行数字（{numbers.shorten(line.row.snippet)}）没有写明是复议还是诉讼。")
        return True
    named = [key for text in (heading[-1].texts if heading else []) if (key := labels.RESULTS.find(text))]
    is_known = sorted(named) == sorted(RESULT_KEYS)
    keys = named if is_known else RESULT_KEYS
    doubt = "" if is_known or len(heading) > 1 else NO_HEADING
    for key, cell in zip(keys, taken, strict=True):
        result.put(layout.t4(block, key), figure(line.row, cell, doubt=doubt))
    return True


def _all_blocks(result: TableRead, line: Line, cells: Sequence[Cell], head: Head) -> None:
    by_key = columns.by_heading(line.cells, head.at) if head.at else None
    if by_key is None:
        taken = columns.by_order(cells, ALL)
        if taken is not None:
            by_key = dict(zip(head.cells, taken, strict=True))
    if by_key is not None:
        doubt = "" if head.is_known else NO_HEADING
        for cell, each in by_key.items():
            result.put(cell, figure(line.row, each, doubt=doubt))
        return
    _cut(result, line, cells, head)


def _head(heading: Sequence[Line]) -> Head:
    """Return the fifteen cells in the order of the heading's columns."""
    blocks: dict[int, str] = {}
    results: dict[range, str] = {}
    for cell in (cell for line in heading for cell in line.cells if cell.column):
        block, outcome = _block(cell.text), labels.RESULTS.find(cell.text)
        if block and cell.columns > 1:
            blocks |= dict.fromkeys(cell.covered, block)
        elif outcome:
            results[cell.covered] = outcome
    at = {
        layout.t4(blocks[covered.start], results[covered]): covered
        for covered in sorted(results, key=lambda covered: covered.start)
        if covered.start in blocks
    }
    is_whole = len(at) == ALL
    order = tuple(at) if is_whole else tuple(_in_order(heading))
    return Head(order, at if is_whole else {}, is_whole or _names_everything(heading))


def _in_order(heading: Sequence[Line]) -> Iterator[str]:
    text = labels.bare("".join(text for line in heading for text in line.texts))
    direct, after = (text.find(each.label) for each in BLOCKS[1:])
    blocks = BLOCK_KEYS if direct <= after or after < 0 else (BLOCK_KEYS[0], BLOCK_KEYS[2], BLOCK_KEYS[1])
    for block in blocks:
        for key in RESULT_KEYS:
            yield layout.t4(block, key)


def _names_everything(heading: Sequence[Line]) -> bool:
    text = labels.bare("".join(text for line in heading for text in line.texts))
    return all(each.label in text for each in BLOCKS) and all(text.count(each.label) >= 3 for each in RESULTS)


def _cut(result: TableRead, line: Line, cells: Sequence[Cell], head: Head) -> None:
    """Numbers that ran together: cut so that in each block the four make the total, where only one way does."""
    pieces = [piece for cell in cells for piece in numbers.tidy(cell.text).split()]
    if line.row.place.is_recognised:
        result.unread.append(splitting.NOT_FROM_PICTURE.format(row="有一行"))
        return
    found = splitting.in_blocks(pieces, PER_BLOCK, len(BLOCKS), splitting.Budget())
    if len(found) == 1:
        for cell, number in zip(head.cells, found[0], strict=True):
            place = place_of(line.row)
            result.put(cell, Figure(Decimal(number), " ".join(pieces), splitting.DOUBT, place))
        return
    if sum(map(len, pieces)) >= PER_BLOCK:
        text = numbers.shorten(" ".join(pieces), 50)
        result.unread.append(f"数字（{text}）分不开，不能确定十五格各是多少，请对照原文填写。")
