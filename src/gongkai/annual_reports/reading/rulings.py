"""
Tables of a PDF page from the lines drawn on it: where lines cross there are cells, where one is missing cells are merged.

Coordinates are points with y growing upwards, as in the file. Pure geometry; nothing here knows of PDF libraries.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

NEAR = 3.0  # points within which two lines are one
OPEN = 8.0  # points by which lines reach over the last one that crosses them where a table has no border
LEAST_LENGTH = 4.0
MOST_LINES = 6_000  # of a page
MOST_PARTS = 20_000  # elementary cells of one table


@dataclass(frozen=True)
class Stroke:
    """A line drawn along one axis: at ``at`` across it, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Box:
    """A cell: where it begins in rows and columns, how far it spans."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Grid:
    xs: tuple[float, ...]  # ascending
    ys: tuple[float, ...]  # descending: from the top of the page
    boxes: tuple[Box, ...]
    box_at: dict[tuple[int, int], int]  # (row, column) of an elementary cell: index in boxes

    @property
    def top(self) -> float:
        return self.ys[0]

    def find(self, x: float, y: float) -> int | None:
        """Return the index of the box that holds a point, or None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)
        row = min(bisect_right([-each for each in self.ys], -y) - 1, len(self.ys) - 2)
        return self.box_at[row, column]


def grids(across: Sequence[Stroke], upright: Sequence[Stroke]) -> list[Grid]:
    """Return the tables that the horizontal and vertical strokes of a page make, from the top down."""
    if len(across) + len(upright) > MOST_LINES:
        return []
    across, upright = _joined(across), _joined(upright)
    made = []
    for rows, columns in _connected(across, upright):
        grid = _grid(rows, columns)
        if grid is not None:
            made.append(grid)
    return sorted(made, key=lambda each: -each.top)


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Join strokes that go on from each other: borders are often drawn cell by cell."""
    result: list[Stroke] = []
    for line in _levels(strokes):
        at = sum(each.at for each in line) / len(line)
        start, end = line[0].start, line[0].end
        for each in line[1:]:
            if each.start <= end + NEAR:
                end = max(end, each.end)
            else:
                result.append(Stroke(at, start, end))
                start, end = each.start, each.end
        result.append(Stroke(at, start, end))
    return [each for each in result if each.end - each.start >= LEAST_LENGTH]


def _levels(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Group strokes that lie on one line, each group from its start to its end."""
    groups: list[list[Stroke]] = []
    for each in sorted(strokes, key=lambda stroke: stroke.at):
        if groups and each.at - groups[-1][0].at <= NEAR:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [sorted(group, key=lambda stroke: stroke.start) for group in groups]


def _connected(across: list[Stroke], upright: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Group the lines that cross each other, directly or through others."""
    parent = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    by_at = sorted(range(len(upright)), key=lambda index: upright[index].at)
    ats = [upright[index].at for index in by_at]
    for number, row in enumerate(across):
        for position in range(bisect_right(ats, row.start - NEAR), bisect_right(ats, row.end + NEAR)):
            column = upright[by_at[position]]
            if column.start - NEAR <= row.at <= column.end + NEAR:
                parent[root(number)] = root(len(across) + by_at[position])
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = defaultdict(lambda: ([], []))
    for index in range(len(parent)):
        kind = 0 if index < len(across) else 1
        groups[root(index)][kind].append(across[index] if kind == 0 else upright[index - len(across)])
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _merged(values: list[float]) -> list[float]:
    """Return ``values`` ascending, those near each other as one."""
    result: list[float] = []
    for each in sorted(values):
        if not result or each - result[-1] > NEAR:
            result.append(each)
    return result


def _closed(values: list[float], crossing: list[Stroke]) -> list[float]:
    """Return the edges of rows or columns, with those where the crossing lines reach out into the open."""
    edges = _merged(values)
    first, last = min(each.start for each in crossing), max(each.end for each in crossing)
    if not edges or edges[0] - first > OPEN:
        edges.insert(0, first)
    if last - edges[-1] > OPEN:
        edges.append(last)
    return edges


def _grid(across: list[Stroke], upright: list[Stroke]) -> Grid | None:
    """Cut the area into elementary cells and merge those with no line between them."""
    # A table may be open at its sides, and at the top and bottom where a page ends.
    xs = _closed([each.at for each in upright], across)
    ys = _closed([each.at for each in across], upright)[::-1]
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MOST_PARTS or rows * columns < 2:
        return None
    parent = list(range(rows * columns))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        walls = [each.at for each in upright if each.start - NEAR <= middle <= each.end + NEAR]
        for column in range(columns - 1):
            if not any(abs(at - xs[column + 1]) <= NEAR for at in walls):
                parent[root(row * columns + column + 1)] = root(row * columns + column)
    for column in range(columns):
        middle = (xs[column] + xs[column + 1]) / 2
        floors = [each.at for each in across if each.start - NEAR <= middle <= each.end + NEAR]
        for row in range(rows - 1):
            if not any(abs(at - ys[row + 1]) <= NEAR for at in floors):
                parent[root((row + 1) * columns + column)] = root(row * columns + column)
    members: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index in range(rows * columns):
        members[root(index)].append(divmod(index, columns))
    boxes: list[Box] = []
    box_at: dict[tuple[int, int], int] = {}
    for parts in sorted(members.values()):
        first_row, first_column = min(row for row, _ in parts), min(column for _, column in parts)
        for part in parts:
            box_at[part] = len(boxes)
        boxes.append(
            Box(
                first_row,
                first_column,
                max(row for row, _ in parts) - first_row + 1,
                max(column for _, column in parts) - first_column + 1,
            )
        )
    return Grid(tuple(xs), tuple(ys), tuple(boxes), box_at)
