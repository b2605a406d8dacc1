"""
Reading 表四: three blocks of five results, in one row of fifteen, in a row or a small table each, or in fifteen rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from .. import layout
from ..content import Figure
from ..layout import BLOCKS, RESULTS
from . import columns, labels, numbers, splitting
from .blocks import Cell
from .results import TableRead
from .rows import Line
from .values import figure, no_cell, place_of

BLOCK_KEYS = tuple(each.key for each in BLOCKS)
RESULT_KEYS = tuple(each.key for each in RESULTS)
PER_BLOCK = len(RESULTS)
NO_HEADING = "表头没有读全，按规定的列序读入。"
NOT_TOLD = "一行数字（{row}）没有写明是复议还是诉讼。"
LONGEST_NAME = 20  # of a block; more is prose
NOWHERE = -1  # no table; 0 is a paragraph


@dataclass(frozen=True)
class Head:
    """
    What the heading says: the cells in order, and their columns where the grid of the heading is whole.

    The heading of a table that holds only a part of 表四 names only the cells of whole blocks.
    """

    cells: tuple[str, ...]
    at: dict[str, range]
    is_known: bool


def read(lines: Sequence[Line]) -> TableRead:
    """Return the cells of 表四 that ``lines`` print."""
    result = TableRead()
    heading: list[Line] = []  # the last one: its figures may stand in a table of their own
    known = 0  # figures when the heading began: the next one begins after its figures
    table = 0  # where the heading stands
    block, told_in = "", NOWHERE  # and where that was told
    for line in lines:
        told = _told(line)
        if told is not None:
            block, told_in = told, line.table
        if line.heading:
            continue
        if outcome := _outcome(line):
            told_in = told_in or line.table
            of_one = block if told_in == line.table else None
            if _one_result(result, line, outcome, of_one, heading if table == line.table else []):
                continue
        found, cells = line.parts(lambda text: _block(text) or labels.RESULTS.find(text))
        if any(numbers.is_value(cell.text) for cell in cells) or _is_left_blank(line, heading):
            own = next((key for cell in found if (key := _block(cell.text))), "")
            if found and not own and not _names_results([line, *(heading if table == line.table else [])]):
                continue  # of another table
            if not _one_block(result, line, cells, own or block, heading):
                _all_blocks(result, line, cells, _head(heading))
        elif line.texts:
            if line.table != table or len(result.figures) > known:
                table, heading, known = line.table, [], len(result.figures)
            heading.append(line)
    found_cells = result.figures.keys() | result.illegible.keys()
    missing = [
        each.label
        for each in BLOCKS
        if any(layout.t4(each.key, key) not in found_cells for key in RESULT_KEYS)
    ]
    if result.figures and missing and not result.unread:
        result.unread.append(f"没有找到{'、'.join(f'“{label}”' for label in missing)}的数字。")
    return result


def _told(line: Line) -> str | None:
    """Return the one block that ``line`` names, “” where it says litigation and not which or names two, or None."""
    texts = [line.heading] if line.heading else line.texts
    named = {key for text in texts if (key := _block(text))}
    is_half_told = any("诉讼" in text and not _block(text) for text in texts if len(text) <= LONGEST_NAME)
    if len(named) == 1 and not (is_half_told and named == {"review"}):
        return named.pop()
    return "" if named or is_half_told else None


def _outcome(line: Line) -> str:
    """Return the result that ``line`` counts and names last before its figures, or “” when it names none or several."""
    before = [cell.text for cell in takewhile(lambda cell: not numbers.is_value(cell.text), line.cells)]
    named = [key for text in before if (key := labels.RESULTS.find(text))]
    texts = line.texts
    return named[0] if len(named) == 1 and labels.RESULTS.find(texts[-1]) else ""


def _one_result(
    result: TableRead, line: Line, outcome: str, block: str | None, heading: Sequence[Line]
) -> bool:
    """
    Read a row of one result: of each block that ``heading`` names, or of ``block``; False when it is no such row.

    ``block`` is None where this table says nothing of blocks, and “” where it does not say which.
    """
    last = max(index for index, cell in enumerate(line.cells) if cell.text == line.texts[-1])
    cells = line.cells[last + 1 :]
    across = {
        layout.t4(key, outcome): cell.covered
        for above in heading
        for cell in above.cells
        if (key := _block(cell.text))
    }
    if len(across) > 1 and columns.are_apart(across.values()):
        by_key = columns.by_heading(cells, across) or {}
    else:
        filled = [cell for cell in cells if not numbers.is_blank(cell.text)] or cells[:1]
        if block is None or len(filled) != 1 or len(cells) >= PER_BLOCK:
            return False
        if not block:
            result.unread.append(NOT_TOLD.format(row=numbers.shorten(line.row.snippet)))
        by_key = {layout.t4(block, outcome): filled[0]} if block else {}
    for key, cell in by_key.items():
        result.put(key, figure(line.row, cell))
    return bool(by_key) or block == ""


def _names_results(lines: Sequence[Line]) -> bool:
    named = {labels.RESULTS.find(text) for line in lines for text in line.texts}
    return len(named - {None}) == PER_BLOCK


def _is_left_blank(line: Line, heading: Sequence[Line]) -> bool:
    """Whether ``line`` is the row of figures with nothing filled in: no word in it, and the results named above it."""
    return not line.texts and _names_results(heading)


def _block(text: str) -> str | None:
    return labels.BLOCKS.find(text)


def _one_block(result: TableRead, line: Line, cells: Sequence[Cell], block: str, heading: list[Line]) -> bool:
    """Read a row of five, which stands under the name of its block; False when the row is no such one."""
    taken = columns.by_order(cells, PER_BLOCK)
    if taken is None or len(cells) > PER_BLOCK + 2:
        return False
    if not block:
        result.unread.append(NOT_TOLD.format(row=numbers.shorten(line.row.snippet)))
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
        taken = columns.by_order(cells, len(head.cells))
        if taken is not None:
            by_key = dict(zip(head.cells, taken, strict=True))
    if by_key is not None:
        doubt = "" if head.is_known else NO_HEADING
        for cell, each in by_key.items():
            result.put(cell, figure(line.row, each, doubt=doubt))
    elif short := _figures_of_short(line, head):
        for cell in head.cells:
            result.put(cell, short.get(cell) or no_cell(line.row))
    else:
        _cut(result, line, cells, head)


def _figures_of_short(line: Line, head: Head) -> dict[str, Figure] | None:
    """
    Return the figures of a row that the file ends after a whole block, or None.

    Where a block does not add up, a cell may be missing inside it, and those after it stand one too far left.
    """
    cells = columns.cut_short(line.cells, head.at) if head.at else None
    if cells is None or len(cells) % PER_BLOCK or line.row.place.is_recognised:
        return None
    figures = {cell: figure(line.row, each) for cell, each in cells.items()}
    for block in {cell.split(".")[1] for cell in cells}:
        *four, total = (figures[layout.t4(block, key)].counted for key in RESULT_KEYS)
        if sum(four) != total:
            return None
    return figures


def _head(heading: Sequence[Line]) -> Head:
    """Return the cells of whole blocks in the order of the heading's columns: fifteen, unless the table was cut."""
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
    is_whole = bool(at) and len(at) == len(results) == PER_BLOCK * len({*blocks.values()})
    order = tuple(at) if is_whole else tuple(_in_order(heading))
    return Head(order, at if is_whole else {}, is_whole or _names_everything(heading))


def _in_order(heading: Sequence[Line]) -> Iterator[str]:
    text = _words(heading)
    direct, after = (text.find(each.label) for each in BLOCKS[1:])
    blocks = BLOCK_KEYS if direct <= after or after < 0 else (BLOCK_KEYS[0], BLOCK_KEYS[2], BLOCK_KEYS[1])
    is_total_first = 0 <= text.find("总计") < text.find("结果维持")
    for block in blocks:
        for key in (*RESULT_KEYS[-1:], *RESULT_KEYS[:-1]) if is_total_first else RESULT_KEYS:
            yield layout.t4(block, key)


def _names_everything(heading: Sequence[Line]) -> bool:
    text = _words(heading)
    return all(each.label in text for each in BLOCKS) and all(text.count(each.label) >= 3 for each in RESULTS)


def _words(heading: Sequence[Line]) -> str:
    """Return what the heading says, with a cell that covers several rows once."""
    cells = (cell for line in heading for cell in line.cells if cell.row in (0, line.row.place.row))
    return labels.bare("".join(cell.text for cell in cells))


def _cut(result: TableRead, line: Line, cells: Sequence[Cell], head: Head) -> None:
    """Numbers that ran together: cut so that in each block the four make the total, where only one way does."""
    pieces = [piece for cell in cells for piece in numbers.tidy(cell.text).split()]
    if line.row.place.is_recognised:
        result.unread.append(splitting.NOT_FROM_PICTURE.format(row="有一行"))
        return
    found = splitting.in_blocks(pieces, PER_BLOCK, len(head.cells) // PER_BLOCK, splitting.Budget())
    if len(found) == 1:
        for cell, number in zip(head.cells, found[0], strict=True):
            place = place_of(line.row)
            result.put(cell, Figure(Decimal(number), " ".join(pieces), splitting.DOUBT, place))
        return
    if sum(map(len, pieces)) >= PER_BLOCK:
        text = numbers.shorten(" ".join(pieces), 50)
        count = {5: "五", 10: "十", 15: "十五"}[len(head.cells)]
        result.unread.append(f"数字（{text}）分不开，不能确定{count}格各是多少，请对照原文填写。")
