"""
Rows as spreadsheets copy them, with tabs, or save them, with commas (RFC 4180): a cell in quotes may hold line breaks,
and quotes twice. What comes out has a row a line and a tab between cells.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .cutting import ANCHOR
from .headings import section_of

Lines = Sequence[tuple[int, str]]  # with their numbers, counted from 1

OPENS = re.compile(r'(?:^|[\t,])"')
MOST_LINES = 60  # of one row; an upright label has a line for each letter
MOST_TRIES = 1_000  # of a file, to find where a quoted cell ends
LEAST_ROWS = 4
BARS = re.compile("[|｜│┃║]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def rows_of(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return ``lines`` with their numbers: those over which a row goes on as one, commas between cells as tabs."""
    found: list[tuple[int, str]] = []
    for is_listed, group in groupby(_whole(lines), key=lambda each: _is_listed(each[1])):
        rows = list(group)
        # Rows with commas are a table when they are enough and have words that nothing but the tables has.
        is_table = is_listed and len(rows) >= LEAST_ROWS and any(ANCHOR.search(text) for _, text in rows)
        found += (
            (number, "\t".join(_cells(text, ",")) if is_table else _unquoted(text)) for number, text in rows
        )
    return found


def _whole(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Join the lines over which a quoted cell goes on."""
    at = tries = 0
    while at < len(lines):
        end = at + 1
        if '"' in lines[at] and OPENS.search(lines[at]) and tries < MOST_TRIES:
            found = _end(lines, at)
            tries += not found
            end = found or end
        yield at + 1, "\n".join(lines[at:end])
        at = end


def _end(lines: Sequence[str], at: int) -> int:
    """Return where the row that begins at ``at`` ends, 0 where its quotes are never closed or prose stands in them."""
    count = 0
    for end in range(at, min(len(lines), at + MOST_LINES)):
        if "。" in lines[end] and count % 2:
            return 0
        count += lines[end].count('"')
        if count % 2 == 0:
            return end + 1
    return 0


def _is_listed(text: str) -> bool:
    """Whether ``text`` may be cells between commas, and no sentence, no heading and no number with thousands."""
    if "," not in text or "\t" in text or "。" in text or BARS.search(text):
        return False
    return "," in THOUSANDS.sub("", text) and not section_of(text.strip(","))


def _unquoted(text: str) -> str:
    """Return a row with tabs without its quotes, and a sentence without the empty cells it was saved with."""
    if "\t" in text and '"' in text:
        return "\t".join(_cells(text, "\t"))
    return " ".join(filter(None, _cells(text, ","))) if text.endswith((",,", ',""')) else text


def _cells(text: str, mark: str) -> Iterator[str]:
    try:
        cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=mark), [])
    except csv.Error:  # longer than any cell may be
        cells = [text]
    yield from (" ".join(cell.split()) for cell in cells)
