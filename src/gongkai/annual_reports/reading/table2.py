"""
Reading 表二: what each item of article 20 counts, under the columns its own heading names, or its own row does.

Both forms have entries of the same name with other columns; the columns decide which form the table follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from .. import layout
from ..content import Figure
from ..layout import Form
from . import columns, labels, numbers, splitting
from .blocks import MOST_COLUMNS, Cell
from .results import TableRead
from .rows import Line
from .values import figure, place_of

LONGEST_NAME = 14  # of one column; more is a heading whose cells ran together
COLUMNS = {
    labels.core(column.label): column.key
    for form in Form
    for entry in layout.entries(form)
    for column in entry.columns
}
COLUMN_NAMES = sorted(labels.COLUMNS_OF_TABLE_2.keys, key=len, reverse=True)
MOST_STARTS = 8  # of panes, two for one whose clause stands in a column of its own
NO_ENTRY = "other"  # words that name no entry of the form
NO_HEADING = "表头没有读到，按规定的列序读入。"
BY_PROSE = "原文数字连在一起，按正文里写的件数拆分。"
LEAST_SAID = 2
BY_DIGITS = "原文数字连在一起，按每格一位数拆分。"


@dataclass(frozen=True)
class Head:
    """The columns that the last heading names, in its order."""

    keys: tuple[str, ...] = ()
    at: tuple[tuple[str, range], ...] = ()  # key: columns of the grid
    unit: str = ""  # of money, as the heading says it


@dataclass(frozen=True)
class Found:
    key: str  # of the entry
    line: Line
    cells: tuple[Cell, ...]
    head: Head
    is_listed: bool = False  # ``cells`` is one, and the row itself names its column


def read(lines: Sequence[Line], said: frozenset[int] = frozenset()) -> TableRead:
    """
    Return the cells of 表二 that ``lines`` print.

    ``said`` are the counts of documents that the prose gives: they tell numbers apart that ran together.
    """
    result = TableRead()
    found = list(_entries(lines, result))
    result.form = _form(lines, found)
    if result.form is None:
        return result
    known = {entry.key: entry for entry in layout.entries(result.form)}
    for each in found:
        entry = known.get(each.key)
        if entry is None:
            name = labels.half_width(each.line.texts[0])
            result.notes.append(f"表二印有“{numbers.shorten(name)}”一行，不在这一版格式里，没有读入。")
            continue
        _read_entry(result, each, entry, said if entry.key == "normative" else frozenset())
    whole = {each.key for each in found if not each.is_listed}
    missing = [
        entry.label
        for entry in known.values()
        if entry.key not in whole
        and any(layout.t2(entry.key, column.key) not in result.figures for column in entry.columns)
    ]
    if missing:
        result.unread.append(f"没有找到{'、'.join(f'“{label}”' for label in missing)}。")
    return result


def _entries(lines: Sequence[Line], result: TableRead) -> Iterator[Found]:
    head = Head()
    listed: tuple[int, str] = (0, "")  # the entry of the list above, and its table
    for line in _one_pane_after_another(lines):
        if not line.cells:
            continue
        texts = line.texts
        values = sum(numbers.is_value(cell.text) for cell in line.cells)
        if row := _listed(line, values, listed[1] if listed[0] == line.table else ""):
            listed = (line.table, row[0].key)
            yield from row
            continue
        named = _head(line) if not values else None
        if named:
            head = named
            continue
        if any(labels.CLAUSE.search(text) for text in texts) and not values:
            head = Head()
            continue
        found, cells = line.parts(_entry)
        keys = {key for cell in found if (key := _entry(cell.text))}
        if not keys:
            listed = (0, "")
            if values and found:
                name = numbers.shorten(labels.without_brackets(found[0].text))
                result.notes.append(f"表二多出“{name}”一行，不在规定的格式里，没有读入。")
        elif len(keys) > 1:
            result.unread.append(
                f"“{numbers.shorten(line.row.snippet)}”一行印了几项，分不开，请对照原文填写。"
            )
        else:
            yield Found(keys.pop(), line, cells, head)


def _one_pane_after_another(lines: Sequence[Line]) -> Iterator[Line]:
    """
    Yield ``lines``; a table whose items stand side by side is cut between them, and each pane comes after the one on
    its left.
    """
    for _, table in groupby(lines, key=lambda line: line.table):
        rows = list(table)
        starts = {column for line in rows for column in _starts(line)}
        if len(starts) > MOST_STARTS:
            starts = set()
        for left, right in pairwise([0, *sorted(starts), MOST_COLUMNS + 1]):
            for line in rows:
                cells = tuple(cell for cell in line.cells if left <= cell.column < right)
                if cells:
                    yield replace(line, cells=cells)


def _starts(line: Line) -> Iterator[int]:
    """Yield the columns at which the second and further panes begin: a row of one pane names one clause and one entry."""
    for is_first in (_entry, labels.CLAUSE.search, lambda text: labels.core(text) == "信息内容"):
        first = [cell.column for cell in line.cells if is_first(cell.text)]
        yield from first[1:]


def _entry(text: str) -> str | None:
    """Return the entry that ``text`` names; “行政许可、行政处罚” names none."""
    key = labels.ENTRIES.find(text)
    words = labels.bare(labels.without_brackets(text)) if key else ""
    return key if len({each for label, each in labels.ENTRIES.keys.items() if label in words}) <= 1 else None


def _listed(line: Line, values: int, above: str) -> list[Found]:
    """
    Return the figures of a row that names their columns itself: “规章、本年制发件数、0”.

    The entry stands before the first column, or in its cell; ``above`` is that of the row above, where a list does not
    repeat it.
    """
    key = ""
    found: list[Found] = []
    cells = list(line.cells)
    while cells:
        cell = cells.pop(0)
        named = _named(cell.text)
        if not named:
            if labels.CLAUSE.search(cell.text) or numbers.is_blank(cell.text):
                continue
            key = _entry(cell.text) or NO_ENTRY
            continue
        end = next((index for index, each in enumerate(cells) if _named(each.text)), len(cells))
        under, cells = cells[:end], cells[end:]
        filled = [each for each in under if not numbers.is_blank(each.text)] or under[:1]
        key = _entry_before_column(cell.text) or key or (above if values else "")
        is_figure = len(filled) == 1 and (numbers.is_value(filled[0].text) or not values)
        if not is_figure or len(named) > 1 or key in ("", NO_ENTRY):
            return []
        found.append(Found(key, line, (filled[0],), Head((named[0],), unit=_unit(cell.text)), is_listed=True))
    return found


def _entry_before_column(text: str) -> str | None:
    """Return the entry in front of the column in one cell, “规章本年制发件数”, NO_ENTRY for other words, or None."""
    words = labels.bare(labels.without_brackets(text))
    column = next((each for each in COLUMN_NAMES if words.endswith(each)), words)
    before = words.removesuffix(column)
    return (_entry(before) or NO_ENTRY) if before else None


def _head(line: Line) -> Head | None:
    keys: list[str] = []
    at: list[tuple[str, range]] = []
    unit = ""
    for cell in line.cells:
        for key in _named(cell.text):
            keys.append(key)
            at.append((key, cell.covered))
            if key == "amount":
                unit = _unit(cell.text)
    return Head(tuple(keys), tuple(at), unit) if keys else None


def _named(text: str) -> list[str]:
    """Return the columns that a cell of a heading names: one, or several where the cells ran together."""
    key = labels.COLUMNS_OF_TABLE_2.find(text)
    together = labels.bare(labels.without_brackets(text))
    if len(together) <= LONGEST_NAME:
        return [key] if key else []
    spots = sorted((together.rfind(name), name) for name in COLUMNS if name in together)
    inner = {a for _, a in spots for _, b in spots if a != b and a in b}
    return [COLUMNS[name] for _, name in spots if name not in inner] or ([key] if key else [])


def _unit(text: str) -> str:
    """Return “元”, “万元” or “亿元” as the heading of a column says it, or “”."""
    found = re.search(r"[万亿]?元", text)
    return found[0] if found else ""


def _form(lines: Sequence[Line], found: Sequence[Found]) -> Form | None:
    """Return the form most labels belong to, or None when nothing of either was seen."""
    votes = {form: 0 for form in Form}
    for line in lines:
        for text in line.texts:
            for key in _named(text):
                if key in labels.FORM_OF_COLUMN:
                    votes[labels.FORM_OF_COLUMN[key]] += 1
                elif key in ("decisions", "amount") and "本年" in text:
                    votes[Form.OF_2021] += 1
    for each in found:
        if each.key in ("services", "procurement"):
            votes[Form.OF_2019] += 1
        elif each.key == "licences" and not each.head.keys:
            count = sum(numbers.is_value(cell.text) for cell in each.cells)
            votes[Form.OF_2021 if count == 1 else Form.OF_2019] += 1
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] else None


def _read_entry(result: TableRead, found: Found, entry: layout.Entry, said: frozenset[int]) -> None:
    wanted = tuple(column.key for column in entry.columns)
    named = tuple(key for key in found.head.keys if key in wanted)
    if found.is_listed:
        named = wanted = named[:1]
    doubt = "" if set(named) == set(wanted) else NO_HEADING
    keys = named if not doubt else wanted
    by_key = _told_apart(found, keys)
    if by_key is None:
        _cut(result, found, entry, keys, said)
        return
    for key, cell in by_key.items():
        name = layout.t2(entry.key, key)
        money = layout.is_money(name)
        unit = found.head.unit if money else ""
        result.put(name, figure(found.line.row, cell, is_money=money, unit=unit, doubt=doubt))


def _told_apart(found: Found, keys: Sequence[str]) -> dict[str, Cell] | None:
    """
    Return the cells by column, or None when they cannot be told apart.

    Order comes first here: some sites draw the values with other spans than the heading over them.
    """
    cells = columns.by_order(found.cells, len(keys))
    if cells is not None:
        return dict(zip(keys, cells, strict=True))
    at = {key: covered for key, covered in found.head.at if key in keys}
    return columns.by_heading(found.cells, at) if set(at) == set(keys) else None


def _cut(
    result: TableRead, found: Found, entry: layout.Entry, keys: Sequence[str], said: frozenset[int]
) -> None:
    """
    Numbers that ran together: nothing in this table adds up. They are told apart when there is one digit a cell, or
    when only one way has two of the numbers that the prose gives.
    """
    pieces = [piece for cell in found.cells for piece in numbers.tidy(cell.text).split()]
    if not pieces:
        return
    if found.line.row.place.is_recognised:
        result.unread.append(splitting.NOT_FROM_PICTURE.format(row=f"“{entry.label}”一行"))
        return
    found_ways, doubt = splitting.ways(pieces, len(keys), splitting.Budget()), BY_DIGITS
    if len(found_ways) > 1:
        found_ways = [way for way in found_ways if len(said.intersection(way)) >= LEAST_SAID]
        doubt = BY_PROSE
    if len(found_ways) == 1:
        for key, number in zip(keys, found_ways[0], strict=True):
            place = place_of(found.line.row)
            result.put(layout.t2(entry.key, key), Figure(Decimal(number), " ".join(pieces), doubt, place))
        return
    text = numbers.shorten(" ".join(pieces))
    result.unread.append(
        f"“{entry.label}”一行的数字（{text}）分不开，不能确定{len(keys)}格各是多少，请对照原文填写。"
    )
