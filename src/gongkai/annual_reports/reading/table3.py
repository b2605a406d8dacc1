"""
Reading 表三: twenty-three or twenty-five rows of seven numbers, each row known by its label.

The form of 2019 and some later reports have “（六）其他处理” as one row, which is told from that row alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .. import layout
from ..content import Figure
from ..layout import Form
from . import columns, labels, numbers, splitting, table3_unsure
from .blocks import Cell
from .results import TableRead
from .rows import Line
from .table3_head import KEYS, WIDTH, Head, head_of, is_heading
from .values import figure, no_cell

ROW_OF_2019 = {layout.t3("misc", key) for key in KEYS}
LEAST_CELLS = 4  # a line with fewer is no row of this table but of some summary
# How many empty cells a label leaves behind when its span is written out: it covers three columns, two, or one.
LEFT_BY_LABEL = {
    **{key: 2 for key in layout.ROWS_OUTSIDE_CONCLUDED},
    **{key: 1 for key in ("open", "partial", "misc", "done")},
}
NO_HEADING = "表头没有写明各列是哪一类申请人，按规定的列序读入。"
MOST_NAMED = 3  # rows in one message
BY_ORDER = "这一行没有行名，按前后各行的次序推定。"
SUBTOTAL = re.compile(r"小\s*计")


@dataclass(frozen=True)
class Found:
    """A row of values, and the key of its label; the key is “” where it has none."""

    key: str
    line: Line
    cells: tuple[Cell, ...]
    head: Head
    doubt: str = ""


def read(lines: Sequence[Line]) -> TableRead:
    """Return the cells of 表三 that ``lines`` print."""
    result = TableRead()
    open_rows: dict[str, Found] = {}
    keys: dict[str, None] = {}
    bare: dict[str, Found] = {}
    for found in _with_orphans(list(_rows(lines))):
        figures = _figures(found)
        keys[found.key] = None
        if not found.cells:
            bare.setdefault(found.key, found)
        elif figures is None:
            open_rows.setdefault(found.key, found)
        else:
            _put(result, found.key, figures)
    result.form = _form(keys)
    if result.form == Form.OF_2021:  # a row under the label of （六） lost its own
        result.figures = {cell: each for cell, each in result.figures.items() if cell not in ROW_OF_2019}
    _take_apart(result, {key: row for key, row in open_rows.items() if not _is_read(result, key)})
    _leave_blank(result, {key: row for key, row in bare.items() if not _is_read(result, key)})
    _name_missing(result, keys)
    return result


def _put(result: TableRead, row: str, figures: dict[str, Figure]) -> None:
    for key, each in figures.items():
        result.put(layout.t3(row, key), each)


def _leave_blank(result: TableRead, bare: dict[str, Found]) -> None:
    """Read the rows that are only a label as blank; the heading of （六）, where its three rows follow, is none."""
    for row in layout.TABLE_3[result.form] if result.form else ():
        if row.key in bare:
            _put(result, row.key, dict.fromkeys(KEYS, no_cell(bare[row.key].line.row)))


def _is_read(result: TableRead, row: str) -> bool:
    return layout.t3(row, layout.TOTAL) in result.figures


def _rows(lines: Sequence[Line]) -> Iterator[Found]:
    head = Head({})
    heading: list[Line] = []
    table = 0
    # Where numbers stand without any label, a label without numbers may be theirs.
    may_be_short = not any(_is_loose(line) for line in lines)
    for line in lines:
        if not line.cells:
            continue
        if line.table != table:
            table, heading = line.table, []
        found, cells = line.parts(labels.ROWS_OF_TABLE_3.find)
        values = sum(numbers.is_value(cell.text) for cell in cells)
        if is_heading(line, values):
            heading.append(line)
            head = head_of(heading, head)
            continue
        key = _key(found)
        is_short = bool(may_be_short and key and head.at and heading) and not line.row.place.is_recognised
        if key == labels.HEADING or not (
            len(cells) >= LEAST_CELLS or is_short or table3_unsure.may_be_glued(cells)
        ):
            continue
        if key is None and (values < WIDTH or SUBTOTAL.search("".join(cell.text for cell in found))):
            continue
        yield Found(key or "", line, cells, head)


def _is_loose(line: Line) -> bool:
    return not line.texts and any(numbers.is_value(cell.text) for cell in line.cells)


def _key(found: Sequence[Cell]) -> str | None:
    """Return the row that the label cells name: the last of them counts, or all together where one was cut."""
    for cell in reversed(found):
        key = labels.ROWS_OF_TABLE_3.find(cell.text)
        if key is not None:
            return key
    return labels.ROWS_OF_TABLE_3.find("".join(cell.text for cell in found)) if len(found) > 1 else None


def _figures(found: Found) -> dict[str, Figure] | None:
    """Return the seven figures of a row, or None when its cells cannot be told apart."""
    head = found.head
    doubt = found.doubt or ("" if head.is_known else NO_HEADING)
    cells = columns.by_heading(found.cells, head.at) if head.at else None
    if cells is None:
        begins = min((covered.start for covered in head.at.values()), default=0)
        under = [cell for cell in found.cells if cell.column >= begins or not numbers.is_blank(cell.text)]
        taken = columns.by_order(under, WIDTH, LEFT_BY_LABEL.get(found.key, 0))
        if taken is None:
            return _figures_of_short(found)
        cells = dict(zip(head.order, taken, strict=True))
    return {key: figure(found.line.row, cells[key], doubt=doubt) for key in KEYS}


def _figures_of_short(found: Found) -> dict[str, Figure] | None:
    """
    Return the figures of a row that the file ends early, blank from there on, or None.

    Where the last number is at least the sum of the others it may be the total, and cells are missing before it; where
    the total comes first, cells may be missing anywhere.
    """
    row = found.line.row
    cells = columns.cut_short(found.cells, found.head.at) if found.head.at else None
    if cells is None or row.place.is_recognised:
        return None
    figures = {key: figure(row, cell) for key, cell in cells.items()}
    *others, last = (each.counted for each in figures.values())
    may_be_total = bool(others) and 0 < last >= sum(others)
    if may_be_total or (layout.TOTAL in cells and any(others)):
        return None
    return {key: figures.get(key) or no_cell(row) for key in KEYS}


def _take_apart(result: TableRead, open_rows: dict[str, Found]) -> None:
    """Read the rows whose numbers ran together where the sums leave one way, and say which they do not."""
    if not open_rows or result.form is None:
        return
    budget = splitting.Budget()
    ways = {key: table3_unsure.ways(row.line, row.cells, row.head, budget) for key, row in open_rows.items()}
    settled = table3_unsure.decide(result.form, result.figures, ways, budget)
    left = [key for key in open_rows if key not in settled]
    for key, way in settled.items():
        _put(result, key, table3_unsure.figures_of(open_rows[key].line, open_rows[key].cells, way))
    if left:
        shown = "、".join(
            f"“{_label(key)}”（{numbers.shorten(' '.join(cell.text for cell in open_rows[key].cells))}）"
            for key in left[:MOST_NAMED]
        )
        more = f"等{len(left)}行" if len(left) > MOST_NAMED else "一行"
        result.unread.append(f"{shown}{more}的数字分不开，按勾稽关系也不能确定各格是多少，请对照原文填写。")


def _with_orphans(found: list[Found]) -> Iterator[Found]:
    """
    Yield the rows that have a label, and those without one that can only be the ones missing between their neighbours.

    Text taken out of a PDF puts some labels beside their row. Where between two labelled rows as many rows stand
    without a label as the form has, they are those; where the count differs they stay unread.
    """
    form = _form({each.key: None for each in found if each.key}) or Form.OF_2021
    order = [row.key for row in layout.TABLE_3[form]]
    waiting: list[Found] = []
    last = -1
    for each in found:
        if not each.key:
            waiting.append(each)
            continue
        here = order.index(each.key) if each.key in order else last
        missing = order[last + 1 : here]
        if len(waiting) == len(missing):
            for key, orphan in zip(missing, waiting, strict=True):
                yield replace(orphan, key=key, doubt=BY_ORDER)
        yield each
        waiting, last = [], here


def _form(keys: dict[str, None]) -> Form | None:
    if not keys:
        return None
    return (
        Form.OF_2019 if "misc" in keys and not keys.keys() & {"misc_1", "misc_2", "misc_3"} else Form.OF_2021
    )


def _label(key: str) -> str:
    rows = (row for form in (Form.OF_2021, Form.OF_2019) for row in layout.TABLE_3[form])
    return next(f"{row.group}{row.label}" for row in rows if row.key == key)


def _name_missing(result: TableRead, keys: dict[str, None]) -> None:
    if result.form is None:
        return
    missing = [row.key for row in layout.TABLE_3[result.form] if row.key not in keys]
    if missing:
        names = "、".join(f"“{_label(key)}”" for key in missing[:MOST_NAMED])
        more = f"等{len(missing)}行" if len(missing) > MOST_NAMED else ""
        result.unread.append(f"没有找到{names}{more}。")
