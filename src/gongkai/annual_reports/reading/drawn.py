"""
Tables drawn with characters: ┌─┬─┐ and │, or +---+ and |. The lines make cells as those of a printed page do, so that
merged cells and labels over several lines are whole.

No text says how wide a character is shown: the widths are those with which the lines are equally long. A row that was
changed by hand may have slipped; its cells are told by its bars.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ..content import Place
from . import numbers, rulings
from .blocks import LONGEST_CELL_TEXT, Row, Table
from .printed import cell_of, cells_of
from .rulings import Grid, Stroke

STEP = 10.0  # points: what a narrow character is wide and a line is high
# Of characters for drawing, and of others that are narrow in one fount and wide in another.
WIDTHS = tuple(product((1, 2), repeat=2))
BOX = re.compile(r"[\u2500-\u257f]")
RULE = re.compile(r"\+(?:[-=]+\+)+")  # in ASCII
MOST_LINES = 1_000
LONGEST_LINE = 1_000  # characters


@dataclass(frozen=True)
class Mark:
    """A character that draws: where in its line it stands and which way it leads (up, down, left, right)."""

    left: float
    right: float
    leads: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Drawn:
    """A line of a table: its marks, and the texts before, between and after them (one more than there are marks)."""

    marks: tuple[Mark, ...]
    texts: tuple[tuple[str, float], ...]  # with the middle of each
    width: float

    @property
    def has_only_bars(self) -> bool:
        return all(each.leads == "ud" for each in self.marks)


def begins(line: str) -> bool:
    """Whether a drawn table may begin with ``line``."""
    text = line.strip()
    if RULE.fullmatch(text):
        return True
    found = len(BOX.findall(text))
    return found > 2 and (found == len(text) or "u" in _leads(text[0]))


def goes_on(line: str) -> bool:
    return line.lstrip()[:1] in ("|", "+") or BOX.search(line) is not None


def tables(lines: Sequence[str], first: int, number: int) -> list[Table]:
    """
    Return the tables that ``lines`` draw, none where the lines do not make whole cells with a row of figures each.

    ``first`` is the number of the first line in the file, ``number`` that of the first table.
    """
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        return []
    read = _straightened(_in_best_width(lines))
    grids = rulings.grids(list(_across(read)), list(_upright(read)))
    made = []
    for index, grid in enumerate(grids):
        texts = _texts(read, grid)
        if not texts or not _is_whole(grid, texts):
            return []
        made.append(_table(grid, texts, first, number + index))
    return made


def _in_best_width(lines: Sequence[str]) -> list[Drawn]:
    """Read the lines with the widths that make most of them equally long."""
    lines = [line.rstrip() for line in lines]

    def alike(widths: tuple[int, int]) -> int:
        lengths = Counter(sum(_width(each, *widths) for each in line) for line in lines)
        return lengths.most_common(1)[0][1]

    widths = max(WIDTHS, key=alike)
    return [_drawn(line, *widths) for line in lines]


def _drawn(line: str, of_marks: int, of_unsettled: int) -> Drawn:
    ruled = {at for found in RULE.finditer(line) for at in range(*found.span())}
    marks: list[Mark] = []
    texts: list[tuple[str, float]] = []
    text, begin, x = "", 0.0, 0.0
    for at, each in enumerate(line):
        leads = _leads(each) if at in ruled or each not in "+-=" else ""
        right = x + STEP * _width(each, of_marks, of_unsettled)
        if leads:
            texts.append((text, (begin + x) / 2))
            marks.append(Mark(x, right, leads))
            text, begin = "", right
        else:
            text += each
        x = right
    texts.append((text, (begin + x) / 2))
    return Drawn(tuple(marks), tuple((" ".join(text.split()), middle) for text, middle in texts), x)


@lru_cache(maxsize=1024)
def _leads(character: str) -> str:
    """Return which way a character leads, “” for one that does not draw."""
    if character in "|-=+":
        return {"|": "ud", "+": "udlr"}.get(character, "lr")
    if not BOX.match(character):
        return ""
    name = unicodedata.name(character)
    ways = {
        "u": ("UP", "VERTICAL"),
        "d": ("DOWN", "VERTICAL"),
        "l": ("LEFT", "HORIZONTAL"),
        "r": ("RIGHT", "HORIZONTAL"),
    }
    return "".join(way for way, words in ways.items() if any(word in name for word in words))


@lru_cache(maxsize=4096)
def _width(character: str, of_marks: int, of_unsettled: int) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    unsettled = of_marks if BOX.match(character) else of_unsettled
    return {"W": 2, "F": 2, "A": unsettled}.get(unicodedata.east_asian_width(character), 1)


def _straightened(lines: Sequence[Drawn]) -> list[Drawn]:
    """
    Put the bars of lines that are longer or shorter than the others where the nearest line with as many has them;
    return nothing where that cannot be done, as for a rule that has slipped.
    """
    common = Counter(each.width for each in lines).most_common(1)[0][0]
    straight = [at for at, each in enumerate(lines) if each.width == common and each.has_only_bars]
    result = list(lines)
    for at, line in enumerate(lines):
        if line.width == common:
            continue
        alike = [other for other in straight if len(lines[other].marks) == len(line.marks)]
        if not alike or not line.has_only_bars:
            return []
        model = lines[min(alike, key=lambda other: abs(other - at))]
        texts = tuple((text, middle) for (text, _), (_, middle) in zip(line.texts, model.texts, strict=True))
        result[at] = Drawn(model.marks, texts, common)
    return result


def _across(lines: Sequence[Drawn]) -> Iterator[Stroke]:
    for number, line in enumerate(lines):
        start = end = -1.0
        for mark in line.marks:
            left = mark.left if "l" in mark.leads else mark.middle
            right = mark.right if "r" in mark.leads else mark.middle
            if left != end:
                if end > start:
                    yield Stroke(-STEP * number, start, end)
                start = left
            end = right
        if end > start:
            yield Stroke(-STEP * number, start, end)


def _upright(lines: Sequence[Drawn]) -> Iterator[Stroke]:
    for number, line in enumerate(lines):
        for mark in line.marks:
            up, down = ("u" in mark.leads) * STEP / 2, ("d" in mark.leads) * STEP / 2
            if up or down:
                yield Stroke(mark.middle, -STEP * number - down, -STEP * number + up)


def _texts(lines: Sequence[Drawn], grid: Grid) -> dict[int, dict[int, str]]:
    """Return what stands in each box, by line."""
    found: dict[int, dict[int, str]] = {}
    for number, line in enumerate(lines):
        for text, middle in line.texts:
            box = grid.find(middle, -STEP * number) if text else None
            if box is not None:
                found.setdefault(box, {})[number] = text
    return found


def _is_whole(grid: Grid, texts: Mapping[int, Mapping[int, str]]) -> bool:
    """
    Whether every cell is a rectangle, none holds an article, and no row has several lines with figures for want of
    lines between them.
    """
    parts = Counter(grid.box_at.values())
    if any(parts[index] != box.rows * box.columns for index, box in enumerate(grid.boxes)):
        return False
    at: dict[int, int] = {}  # by row: the line its figures are on
    for box, by_line in texts.items():
        if sum(map(len, by_line.values())) > LONGEST_CELL_TEXT:
            return False
        for number, text in by_line.items():
            row = grid.boxes[box].row
            if numbers.is_value(text) and (len(by_line) > 1 or at.setdefault(row, number) != number):
                return False
    return True


def _table(grid: Grid, texts: Mapping[int, Mapping[int, str]], first: int, number: int) -> Table:
    joined = {box: cell_of(by_line.values()) for box, by_line in texts.items()}
    rows = []
    for row, cells in enumerate(cells_of(grid, joined)):
        line = first + round(-grid.ys[row] / STEP) + 1
        rows.append(Row(cells, Place(table=number, row=row + 1, line=line)))
    return Table(tuple(rows))
