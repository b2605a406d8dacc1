"""What the heading of 表三 says: which column is which class of applicants."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..layout import APPLICANTS, CLASSES, NATURAL, TOTAL
from . import columns, labels
from .rows import Line

KEYS = tuple(each.key for each in APPLICANTS)
TOTAL_FIRST = (TOTAL, *CLASSES)
WIDTH = len(KEYS)
BETWEEN_NAMES = re.compile(r"[—–－/:：（）()-]")


@dataclass(frozen=True)
class Head:
    """``at`` gives the columns of the grid by key, when the grid of the heading is whole; else only ``order`` is known."""

    at: dict[str, range]
    order: tuple[str, ...] = KEYS
    is_known: bool = False


def is_heading(line: Line, values: int) -> bool:
    """Whether ``line``, in which ``values`` numbers stand, names columns."""
    if values > 1:
        return False
    texts = line.texts
    names = {labels.APPLICANTS.find(text) for text in texts} - {None}
    return len(names) > 1 or len(texts) > 3 or any(labels.HEAD_OF_TABLE_3.find(text) for text in texts)


def head_of(lines: Sequence[Line], before: Head) -> Head:
    """Return what the lines of a heading say together; one that names other columns puts ``before`` in doubt."""
    text = labels.bare("".join(text for line in lines for text in line.texts))
    named = [each.key for each in APPLICANTS if labels.core(each.label) in text]
    if len(named) <= 1:
        return replace(before, at={}, is_known=before.is_known and not _says_other(lines))
    is_known = before.is_known or len(named) >= WIDTH - 1 and {NATURAL, TOTAL} <= set(named)
    at = _columns(lines)
    if len(at) == WIDTH and columns.are_apart(at.values()):
        order = tuple(sorted(at, key=lambda key: at[key].start))
        if order in (KEYS, TOTAL_FIRST):
            return Head(at, order, is_known)
        is_known = False  # the heading lost a cell, and the others moved
    if TOTAL in at and NATURAL in at:
        is_total_first = at[TOTAL].start < at[NATURAL].start
    else:
        is_total_first = "总计" in text and text.find("总计") < text.find("自然人")
    return Head({}, TOTAL_FIRST if is_total_first else KEYS, is_known)


def _columns(lines: Sequence[Line]) -> dict[str, range]:
    at: dict[str, range] = {}
    for line in lines:
        for cell in line.cells:
            key = _applicant(cell.text)
            if key and cell.column:
                at.setdefault(key, cell.covered)
    return at


def _applicant(text: str) -> str | None:
    """Return the class that ``text`` names, alone or last: “法人或其他组织—其他”, where the heading has one row."""
    parts = [part for part in BETWEEN_NAMES.split(text) if part.strip()]
    return labels.APPLICANTS.find(text) or (labels.APPLICANTS.find(parts[-1]) if parts else None)


def _says_other(lines: Sequence[Line]) -> bool:
    """Whether a heading names columns that this table does not have."""
    return any(
        labels.APPLICANTS.find(text) is None and labels.HEAD_OF_TABLE_3.find(text) is None
        for line in lines
        for text in line.texts
    )
