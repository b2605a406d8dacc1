"""
The report as HTML for the public page: parts and tables only; title and frame are the page's.

Each figure carries the name of its cell and the ids of all headings it stands under, because merged headings alone
do not tell a screen reader where a figure belongs. Classes only, no inline style.
"""

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ..content import Report
from .outline import Paragraph, Part, outline
from .tables import LEFT, Cell, Grid, grids

Place = tuple[int, int]


def body_html(report: Report) -> SafeString:
    """Return the sections, each with its heading (h2), paragraphs and table."""
    return _joined(_part(part) for part in outline(report))


def tables_html(report: Report) -> dict[str, SafeString]:
    """Return the tables the report has, by key (t2, t3, t4)."""
    return {key: table_html(grid) for key, grid in grids(report).items()}


def table_html(grid: Grid) -> SafeString:
    cells = {(row, column): cell for row, column, cell in grid.placed()}
    owner = {
        (row + down, column + across): (row, column)
        for (row, column), cell in cells.items()
        for down in range(cell.rowspan)
        for across in range(cell.colspan)
    }
    rows = [
        format_html(
            "<tr>{}</tr>\n",
            _joined(
                _cell(grid, place, cell, _headings(place, owner, cells))
                for place, cell in cells.items()
                if place[0] == number
            ),
        )
        for number in range(len(grid.rows))
    ]
    head, body = rows[: grid.header_rows], rows[grid.header_rows :]
    return format_html(
        '<table class="annual-table annual-table-{}">\n<caption>{}</caption>\n{}<tbody>\n{}</tbody>\n</table>\n',
        grid.key,
        grid.caption,
        format_html("<thead>\n{}</thead>\n", _joined(head)) if head else "",
        _joined(body),
    )


def _part(part: Part) -> SafeString:
    heading = format_html("<h2>{}</h2>\n", part.heading) if part.heading else ""
    blocks = _joined(
        table_html(block) if isinstance(block, Grid) else _paragraph(block) for block in part.blocks
    )
    return format_html('<section class="annual-part">\n{}{}</section>\n', heading, blocks)


def _paragraph(paragraph: Paragraph) -> SafeString:
    if not paragraph.text and paragraph.subheading:
        return format_html("<h3>{}</h3>\n", _lines(paragraph.subheading))
    if not paragraph.subheading:
        return format_html("<p>{}</p>\n", _lines(paragraph.text))
    return format_html(
        '<p><strong class="annual-lead">{}</strong>{}</p>\n',
        _lines(paragraph.subheading),
        _lines(paragraph.text),
    )


def _cell(grid: Grid, place: Place, cell: Cell, headings: list[Place]) -> SafeString:
    attributes = {
        "colspan": cell.colspan if cell.colspan > 1 else None,
        "rowspan": cell.rowspan if cell.rowspan > 1 else None,
    }
    if cell.is_header:
        attributes |= {"id": _id(grid, place), "scope": _scope(grid, place, cell)}
    elif cell.name:
        attributes |= {
            "data-cell": cell.name,
            "headers": " ".join(_id(grid, each) for each in headings),
            "class": "annual-number",
        }
    else:
        attributes["class"] = "annual-note"
    if cell.is_header and cell.align == LEFT:
        attributes["class"] = "annual-label"
    return format_html(
        "<{0}{1}>{2}</{0}>",
        mark_safe("th" if cell.is_header else "td"),  # noqa: S308 - one of two constants
        format_html_join("", ' {}="{}"', ((key, value) for key, value in attributes.items() if value)),
        cell.text,
    )


def _scope(grid: Grid, place: Place, cell: Cell) -> str:
    row, column = place
    names_rows = column < grid.label_columns and row >= grid.header_rows
    if cell.colspan == grid.columns:
        return "rowgroup"  # a line across the table: 第二十条第（一）项
    if names_rows and not _is_above_figures(grid, place):
        return "rowgroup" if cell.rowspan > 1 else "row"
    return "colgroup" if cell.colspan > 1 else "col"


def _is_above_figures(grid: Grid, place: Place) -> bool:
    """Whether the heading is in a row of headings only, as 信息内容 in table 2 is."""
    return all(cell.is_header for cell in grid.rows[place[0]])


def _headings(place: Place, owner: dict[Place, Place], cells: dict[Place, Cell]) -> list[Place]:
    """Return where the headings of a figure begin: the nearest run of headings above it, and that to its left."""
    row, column = place
    found: list[Place] = []
    for path in (
        [(above, column) for above in range(row - 1, -1, -1)],
        [(row, left) for left in range(column - 1, -1, -1)],
    ):
        run: list[Place] = []
        for step in path:
            origin = owner[step]
            if cells[origin].is_header:
                run.append(origin)
            elif run or cells[origin].name is None:
                break
        found += reversed(list(dict.fromkeys(run)))
    return found


def _id(grid: Grid, place: Place) -> str:
    row, column = place
    return f"{grid.key}-{row + 1}-{column + 1}"


def _lines(text: str) -> SafeString:
    return _joined_with("<br>", text.split("\n"))


def _joined(parts: Iterable[str]) -> SafeString:
    return _joined_with("", parts)


def _joined_with(separator: str, parts: Iterable[str]) -> SafeString:
    return mark_safe(separator.join(conditional_escape(part) for part in parts))  # noqa: S308 - each is escaped
