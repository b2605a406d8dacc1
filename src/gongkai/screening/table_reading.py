"""The first table of a workbook as rows of text, read in the sandbox (``child.OPERATIONS``)."""

from pathlib import Path
from typing import Any

from . import formats


def first_table(data: dict[str, Any]) -> dict[str, Any]:
    """Return the visible cells of the first sheet, row by row; a cell that is empty is an empty text."""
    document = formats.read(Path(data["path"]), data["extension"])
    cells = [each for each in document.passages if each.row >= 0]
    cells = [each for each in cells if each.table == cells[0].table]
    width = max((each.column for each in cells), default=-1) + 1
    rows = [[""] * width for _ in range(max((each.row for each in cells), default=-1) + 1)]
    for each in cells:
        rows[each.row][each.column] = each.text
    return {"rows": rows}
