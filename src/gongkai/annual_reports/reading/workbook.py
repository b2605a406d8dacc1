"""Workbooks (XLSX): each sheet as a table, read the way screening reads it, values as they are shown."""

import tempfile
from itertools import groupby
from pathlib import Path

from gongkai.screening.findings import Unreadable as NotReadable
from gongkai.screening.formats import read as read_document

from ..content import Unreadable
from .blocks import Block, Source, Spanning, grid

KIND = "xlsx"
CELL_NAMES = "单元格代码"  # heads the list in ``writing.sheet``


def read(data: bytes) -> Source:
    """Return the sheets of a workbook as tables, or raise Unreadable."""
    with tempfile.TemporaryDirectory(prefix="gongkai-workbook-") as folder:
        path = Path(folder) / f"report.{KIND}"
        path.write_bytes(data)
        try:
            passages = [each for each in read_document(path, KIND).passages if each.table]
        except NotReadable as error:
            raise Unreadable(str(error)) from error
    blocks: list[Block] = []
    for number, (_, cells) in enumerate(groupby(passages, key=lambda each: each.table), start=1):
        rows: dict[int, dict[int, str]] = {}
        for each in cells:
            rows.setdefault(each.row, {})[each.column] = each.text
        if CELL_NAMES in rows[min(rows)].values():
            continue  # our own list of the same figures by name: it would be read as a table of its own
        laid = [
            [Spanning(rows[row].get(column, "")) for column in range(max(rows[row]) + 1)]
            for row in sorted(rows)
        ]
        blocks.append(grid(laid, number=number))
    return Source(blocks)
