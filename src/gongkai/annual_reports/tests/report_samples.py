"""
Made-up reports in the many shapes in which real ones are published, all with the same figures.

Every figure is made up, and the tables add up as real ones mostly do. A shape is what a content management system, a
word processor, a crawler or text recognition makes of the statutory form.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path

import docx
import pylopdf_fonts_zh_cn
import typst

from gongkai.annual_reports import layout
from gongkai.annual_reports.layout import APPLICANTS, BLOCKS, CLASSES, RESULTS, Form

TITLE = "示范县人民政府2025年政府信息公开工作年度报告"
HEADINGS = tuple(f"{'一二三四五六'[number]}、{name}" for number, name in enumerate(layout.SECTIONS))
BEFORE = "本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。"
FIRST = ("2025年，示范县扎实推进政务公开工作。", "（一）主动公开。全年公开信息1263条。")
FIFTH = ("（一）主要问题。解读形式单一。", "（二）改进情况。增加视频解读。")
SIXTH = ("2025年没有收取信息处理费。",)
GROUP_OF = {
    "deny": "（三）不予公开",
    "unable": "（四）无法提供",
    "refuse": "（五）不予处理",
    "misc": "（六）其他处理",
}
LABEL = {row.key: row.label for form in Form for row in layout.TABLE_3[form]}

Figures = dict[str, Decimal]


@dataclass(frozen=True)
class Cell:
    text: str
    columns: int = 1
    rows: int = 1


Rows = list[list[Cell]]


@cache
def _outcomes(form: Form) -> dict[str, tuple[int, ...]]:
    """The six classes of each outcome: few large rows, many zeros, as in a real report."""
    numbers = {key: (0,) * 6 for key in layout.outcomes(form)}
    numbers |= {
        "open": (290, 11, 0, 0, 3, 1),
        "partial": (99, 0, 0, 2, 0, 0),
        "deny_5": (13, 0, 0, 0, 0, 0),
        "deny_8": (9, 1, 0, 0, 0, 0),
        "unable_1": (111, 4, 0, 0, 0, 20),
        "refuse_1": (12, 0, 0, 0, 0, 0),
    }
    return numbers | (
        {"misc": (143, 1, 0, 0, 0, 0)} if form == Form.OF_2019 else {"misc_3": (143, 1, 0, 0, 0, 0)}
    )


def figures(form: Form = Form.OF_2021) -> Figures:
    """Return the number of every cell of a report in ``form``, by the cell names of ``layout``."""
    made: Figures = {}
    counts = iter((0, 0, 0, 6, 1, 32, 517, 645, 28, 693, 957, 21, 54, 3, 12, 7, 9, 15, 88, 1036, 40))
    for entry in layout.entries(form):
        for column in entry.columns:
            name = layout.t2(entry.key, column.key)
            made[name] = Decimal("4068.208") if layout.is_money(name) else Decimal(next(counts))
    rows = dict(_outcomes(form))
    rows["done"] = tuple(map(sum, zip(*rows.values(), strict=True)))
    rows["carried_in"] = (36, 0, 0, 0, 0, 0)
    rows["carried_out"] = (31, 2, 0, 0, 0, 0)
    rows["new"] = tuple(
        done + out - before
        for done, out, before in zip(rows["done"], rows["carried_out"], rows["carried_in"], strict=True)
    )
    for row, six in rows.items():
        made |= {layout.t3(row, key): Decimal(number) for key, number in zip(CLASSES, six, strict=True)}
        made[layout.t3(row, layout.TOTAL)] = Decimal(sum(six))
    for block, four in zip(BLOCKS, ((27, 10, 9, 15), (3, 0, 0, 0), (8, 0, 1, 1)), strict=True):
        for result, number in zip(RESULTS, (*four, sum(four)), strict=True):
            made[layout.t4(block.key, result.key)] = Decimal(number)
    return made


def printed(numbers: Mapping[str, Decimal]) -> dict[str, str]:
    return {name: str(number) for name, number in numbers.items()}


def table_2(form: Form, texts: Mapping[str, str]) -> Rows:
    rows: Rows = []
    for group in layout.TABLE_2[form]:
        rows.append([Cell(group.title, 4)])
        labels = [column.label for column in group.entries[0].columns]
        spans = {1: (3,), 2: (1, 2), 3: (1, 1, 1)}[len(labels)]
        rows.append(
            [Cell("信息内容"), *(Cell(label, span) for label, span in zip(labels, spans, strict=True))]
        )
        for entry in group.entries:
            values = (texts[layout.t2(entry.key, column.key)] for column in entry.columns)
            rows.append(
                [Cell(entry.label), *(Cell(text, span) for text, span in zip(values, spans, strict=True))]
            )
    return rows


def table_2_listed(
    form: Form, texts: Mapping[str, str], *, repeated: bool = True, joined: bool = False
) -> Rows:
    """Return 表二 with a row for each figure: its entry ``repeated`` on each or named once, or ``joined`` to its column."""
    rows: Rows = [[Cell("条款"), Cell("信息内容"), Cell("指标"), Cell("数值")]]
    for group in layout.TABLE_2[form]:
        for entry in group.entries:
            for number, column in enumerate(entry.columns):
                left = (
                    [Cell(group.title), Cell(entry.label)] if repeated or not number else [Cell(""), Cell("")]
                )
                label = entry.label + column.label if joined else column.label
                value = Cell(texts[layout.t2(entry.key, column.key)])
                rows.append([*([] if joined else left), Cell(label, 3 if joined else 1), value])
    return rows


def table_2_in_panes(form: Form, texts: Mapping[str, str], groups: Sequence[int]) -> Rows:
    """Return 表二 with the first ``groups`` (their ordinals) in a pane at the left and the others at its right."""
    rows = table_2(form, texts)
    begins = [number for number, row in enumerate(rows) if len(row) == 1] + [len(rows)]
    parts = [rows[begin:end] for begin, end in pairwise(begins)]
    left = [row for number, part in enumerate(parts) if number in groups for row in part]
    right = [row for number, part in enumerate(parts) if number not in groups for row in part]
    return [[*a, *b] for a, b in zip_longest(left, right, fillvalue=[Cell("", 4)])]


HEAD_OF_TABLE_3 = [
    [Cell(layout.BALANCE_NOTE, 3, 3), Cell("申请人情况", 7)],
    [Cell("自然人", 1, 2), Cell("法人或其他组织", 5), Cell("总计", 1, 2)],
    [Cell(label) for label in ("商业\n企业", "科研\n机构", "社会公益组织", "法律服务机构", "其他")],
]


def table_3(form: Form, texts: Mapping[str, str], order: Sequence[str] = ()) -> Rows:
    """Return the rows; ``order`` puts the columns of the figures in another order than the statutory."""
    keys = tuple(order) or tuple(each.key for each in APPLICANTS)
    rows: Rows = [list(row) for row in HEAD_OF_TABLE_3]
    if keys[0] == layout.TOTAL:
        rows[1] = [Cell("总计", 1, 2), Cell("自然人", 1, 2), Cell("法人或其他组织", 5)]
    inside = [row for row in layout.TABLE_3[form] if row.key not in layout.ROWS_OUTSIDE_CONCLUDED]
    sizes = {group: sum(row.group == group for row in inside) for group in GROUP_OF.values()}
    seen: set[str] = set()
    for row in layout.TABLE_3[form]:
        cells: list[Cell] = []
        if row.key in layout.ROWS_OUTSIDE_CONCLUDED:
            cells.append(Cell(row.label, 3))
        else:
            if row is inside[0]:
                cells.append(Cell(layout.CONCLUDED_TITLE, 1, len(inside)))
            if row.group and row.group not in seen:
                seen.add(row.group)
                cells.append(Cell(row.group, 1, sizes[row.group]))
            cells.append(Cell(row.label, 1 if row.group else 2))
        rows.append([*cells, *(Cell(texts[layout.t3(row.key, key)]) for key in keys)])
    return rows


def kept_apart(rows: Rows) -> Rows:
    """Return 表三 with an empty column before each column of figures and an empty row under the heading."""
    width = len(APPLICANTS)
    head = [rows[0][:1] + [Cell(rows[0][1].text, 2 * width)]]
    head += [[Cell(each.text, 2 * each.columns, each.rows) for each in row] for row in rows[1:3]]
    spread = [
        [*row[:-width], *(each for value in row[-width:] for each in (Cell("&nbsp;"), value))]
        for row in rows[3:]
    ]
    return [*head, [Cell("", 3 + 2 * width)], *spread]


def table_4(texts: Mapping[str, str]) -> Rows:
    names = [each.label for each in RESULTS]
    values = (texts[layout.t4(block.key, result.key)] for block in BLOCKS for result in RESULTS)
    return [
        [Cell("行政复议", 5), Cell("行政诉讼", 10)],
        [*(Cell(name, 1, 2) for name in names), Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)],
        [Cell(name) for name in names * 2],
        [Cell(text) for text in values],
    ]


def _results(texts: Mapping[str, str], block: str) -> list[Cell]:
    return [Cell(texts[layout.t4(block, each.key)]) for each in RESULTS]


def table_4_in_parts(texts: Mapping[str, str], *, cut: int = 2) -> list[Rows]:
    """Return 表四 as a table for 行政复议 and one for 行政诉讼, or one for each kind of it where it is cut in three."""
    review, *litigation = BLOCKS
    names = [Cell(each.label) for each in RESULTS]
    first = [[Cell(review.label, 5)], names, _results(texts, review.key)]
    if cut == 2:
        both = [Cell(each.label, 5) for each in litigation]
        values = [cell for each in litigation for cell in _results(texts, each.key)]
        return [first, [[Cell("行政诉讼", 10)], both, names * 2, values]]
    return [
        first,
        *([[Cell(f"行政诉讼—{each.label}", 5)], names, _results(texts, each.key)] for each in litigation),
    ]


def table_4_listed(texts: Mapping[str, str], *, repeated: bool) -> Rows:
    """Return 表四 with a row for each result; the names of its block are ``repeated`` on each row, or blank after the first."""
    rows: Rows = [[Cell("类别", 2), Cell("处理结果"), Cell("件数")]]
    for block in BLOCKS:
        kind = "行政复议" if block.key == "review" else "行政诉讼"
        label = "" if block.key == "review" else block.label
        for number, each in enumerate(RESULTS):
            left = [Cell(kind), Cell(label)] if repeated or not number else [Cell(""), Cell("")]
            rows.append([*left, Cell(each.label), Cell(texts[layout.t4(block.key, each.key)])])
    return rows


def table_4_turned(texts: Mapping[str, str]) -> Rows:
    """Return 表四 with a row for each result and a column for each block."""
    head = [
        [Cell("处理结果", 1, 2), Cell("行政复议", 1, 2), Cell("行政诉讼", 2)],
        [Cell(each.label) for each in BLOCKS[1:]],
    ]
    return head + [
        [Cell(each.label), *(Cell(texts[layout.t4(block.key, each.key)]) for block in BLOCKS)]
        for each in RESULTS
    ]


def tables(form: Form = Form.OF_2021, texts: Mapping[str, str] | None = None) -> dict[int, Rows]:
    """Return the three tables by their sections."""
    shown = texts or printed(figures(form))
    return {2: table_2(form, shown), 3: table_3(form, shown), 4: table_4(shown)}


def html_table(rows: Rows, *, padded: bool = False, cell: str = "<p>{}</p>") -> str:
    """Return a table; ``padded`` fills with empty cells what a row span would cover, as some systems do."""
    width = sum(each.columns for each in rows[0])
    hanging: dict[int, int] = {}
    lines = []
    for row in rows:
        waiting, tags, column = list(row), [], 0
        while column < width:
            if hanging.get(column):
                hanging[column] -= 1
                tags += ["<td>&nbsp;</td>"] if padded else []
                column += 1
                continue
            if not waiting:
                break
            each = waiting.pop(0)
            spans = f' colspan="{each.columns}"' if each.columns > 1 else ""
            spans += f' rowspan="{each.rows}"' if each.rows > 1 and not padded else ""
            tags.append(f"<td{spans}>{cell.format(each.text.replace(chr(10), '<br/>'))}</td>")
            for covered in range(column, column + each.columns):
                hanging[covered] = each.rows - 1
            column += each.columns
        lines.append(f"<tr>{''.join(tags)}</tr>")
    return f"<table border='1'><tbody>{''.join(lines)}</tbody></table>"


def drawn_table(rows: Rows, styles: Sequence[str]) -> str:
    """Return a table of ``div`` with what makes one, its rows and its cells; what a span covers is an empty cell."""
    table, row, cell = (f"<div {style}>" for style in styles)
    made = html_table(rows, padded=True).replace("<table border='1'><tbody>", table)
    made = made.replace("</tbody></table>", "</div>").replace("<tr>", row).replace("</tr>", "</div>")
    made = re.sub(
        r'<td(?: colspan="(\d+)")?>(.*?)</td>',
        lambda found: f"{cell}{found[2]}</div>" + f"{cell}</div>" * (int(found[1] or 1) - 1),
        made,
    )
    return made


def html(parts: Mapping[int, str], *, title: str = TITLE, around: str = "{}") -> str:
    """Return a page whose sections 2, 3 and 4 hold ``parts``."""
    paragraphs = {1: FIRST, 5: FIFTH, 6: SIXTH}
    body = f"<h1>{title}</h1><p>{BEFORE}</p>"
    for ordinal, heading in enumerate(HEADINGS, 1):
        body += f"<p><strong>{heading}</strong></p>"
        body += "".join(f"<p>{each}</p>" for each in paragraphs.get(ordinal, ())) + parts.get(ordinal, "")
    return f"<!DOCTYPE html><html><head><title>{title}_示范县人民政府</title></head><body>{around.format(body)}</body></html>"


def page(form: Form = Form.OF_2021, texts: Mapping[str, str] | None = None, **options) -> str:
    return html({number: html_table(rows, **options) for number, rows in tables(form, texts).items()})


def text(parts: Mapping[int, str]) -> str:
    """Return a text whose sections 2, 3 and 4 hold ``parts``."""
    paragraphs = {1: FIRST, 5: FIFTH, 6: SIXTH}
    lines = [TITLE, BEFORE]
    for ordinal, heading in enumerate(HEADINGS, 1):
        lines += [heading, *paragraphs.get(ordinal, ())]
        lines += [parts[ordinal]] if ordinal in parts else []
    return "\n".join(lines) + "\n"


def dumped(rows: Rows) -> str:
    """One cell a line behind a tab, an empty line after each row; merged cells are empty, as Word dumps them."""
    lines: list[str] = []
    hanging: dict[int, int] = {}
    width = sum(each.columns for each in rows[0])
    for row in rows:
        waiting, column = list(row), 0
        while column < width:
            if hanging.get(column):
                hanging[column] -= 1
                lines.append("\t")
                column += 1
                continue
            if not waiting:
                break
            each = waiting.pop(0)
            lines.append(f"\t{each.text}")
            first = True
            for covered in range(column, column + each.columns):
                hanging[covered] = (each.rows - 1) if first else 0
                first = False
            column += each.columns
        lines.append("")
    return "\n".join(lines) + "\n"


def copied(rows: Rows, mark: str = "\t") -> str:
    """Cells between tabs, as a spreadsheet copies them: those of several lines in quotes, what a span covers empty."""
    width = sum(each.columns for each in rows[0])
    laid = [[""] * width for _ in rows]
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for each in row:
            column = next(free for free in range(width) if (number, free) not in taken)
            laid[number][column] = each.text
            taken |= {
                (number + down, column + right) for down in range(each.rows) for right in range(each.columns)
            }
    made = io.StringIO()
    csv.writer(made, delimiter=mark, lineterminator="\r\n").writerows(laid)
    return made.getvalue()


def saved(rows: Rows) -> str:
    """Cells between commas, as a spreadsheet saves them."""
    return copied(rows, ",")


def drawn(rows: Rows, *, ascii: bool = False, mark: int = 1, unsettled: int = 2) -> str:
    """
    A table drawn with characters. ``mark`` is how wide those that draw are shown, ``unsettled`` how wide “ and ” are.
    """
    count = sum(each.columns for each in rows[0])
    widths = {4: [16] * 4, 10: [6, 10, 28] + [8] * 7, 15: [8] * 15}[count]
    at: dict[tuple[int, int], int] = {}
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for each in row:
            column = next(free for free in range(count) if (number, free) not in at)
            for down in range(each.rows):
                for right in range(each.columns):
                    at[number + down, column + right] = len(cells)
            cells.append(each)
    first = {index: place for place, index in reversed(at.items())}

    def width(index: int) -> int:
        begin = first[index][1]
        return sum(widths[begin : begin + cells[index].columns]) + mark * (cells[index].columns - 1)

    waiting = [_wrapped("".join(each.text.split()), width(n), unsettled) for n, each in enumerate(cells)]
    heights = [0] * len(rows)
    for index, each in sorted(enumerate(cells), key=lambda pair: pair[1].rows):
        top = first[index][0]
        held = sum(heights[top : top + each.rows]) + each.rows - 1
        heights[top + each.rows - 1] += max(0, len(waiting[index]) - held)

    def line_of(index: int) -> str:
        text = waiting[index].pop(0) if waiting[index] else ""
        return text + " " * (width(index) - _shown(text, unsettled))

    def rule(number: int) -> str:
        text = ""
        column = 0
        while column <= count:
            around = [at.get((number - up, column - left)) for up in (1, 0) for left in (1, 0)]
            text += _junction(*around, ascii=ascii)
            above, below = around[1], around[3]
            if column < count and above == below:
                text += line_of(above)
                column += cells[above].columns
                continue
            text += ("-" if ascii else "─") * (widths[column] // mark) if column < count else ""
            column += 1
        return text

    lines: list[str] = []
    for number in range(len(rows)):
        lines.append(rule(number))
        for _ in range(heights[number]):
            across = dict.fromkeys(at[number, column] for column in range(count))
            bar = "|" if ascii else "│"
            lines.append(bar + bar.join(line_of(index) for index in across) + bar)
    return "\n".join([*lines, rule(len(rows))])


def drawn_with_one_rule(rows: Rows) -> str:
    """A drawn table with a rule under its first row only, as programs print what a database answers."""
    cells = list(csv.reader(io.StringIO(copied(rows)), delimiter="\t"))
    texts = [["".join(each.split()) for each in row] for row in cells]
    widths = [max(_shown(row[column], 2) for row in texts) for column in range(len(texts[0]))]
    rule = "+".join(["", *("-" * (width + 2) for width in widths), ""])
    lines = [
        "|".join(
            [
                "",
                *(
                    f" {each}{' ' * (width - _shown(each, 2))} "
                    for each, width in zip(row, widths, strict=True)
                ),
                "",
            ]
        )
        for row in texts
    ]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule])


def _junction(a: int | None, b: int | None, c: int | None, d: int | None, *, ascii: bool) -> str:
    """Return the character where four cells meet: ``a`` and ``b`` above ``c`` and ``d``."""
    up, down, left, right = a != b, c != d, a != c, b != d
    if ascii:
        return "|" if not (left or right) else "-" if not (up or down) else "+"
    vertical = "VERTICAL" if up and down else "UP" if up else "DOWN" if down else ""
    horizontal = "HORIZONTAL" if left and right else "LEFT" if left else "RIGHT" if right else ""
    return unicodedata.lookup("BOX DRAWINGS LIGHT " + " AND ".join(filter(None, (vertical, horizontal))))


def _shown(text: str, unsettled: int) -> int:
    return sum({"W": 2, "F": 2, "A": unsettled}.get(unicodedata.east_asian_width(each), 1) for each in text)


def _wrapped(text: str, width: int, unsettled: int) -> list[str]:
    lines = [""]
    for each in text:
        if _shown(lines[-1] + each, unsettled) > width:
            lines.append("")
        lines[-1] += each
    return lines


def piped(rows: Rows) -> str:
    """Cells between pipes; what a span covers to the right is empty, what it covers below is gone."""
    return "\n".join(
        " | ".join(" ".join(each.text.split()) + " |" * (each.columns - 1) for each in row) + " |"
        for row in rows
    )


def a_cell_a_line(rows: Rows) -> str:
    return "\n".join(each.text for row in rows for each in row)


def a_piped_cell_a_line(rows: Rows) -> str:
    return "\n".join(f"{' '.join(each.text.split())} |" for row in rows for each in row)


def piped_with_bare_ends(rows: Rows) -> str:
    """Cells between pipes without a trace of what spans cover, and lines of pipes for nothing."""
    return "\n||||\n".join(" | ".join(" ".join(each.text.split()) for each in row) + " |" for row in rows)


def spaced(rows: Rows) -> str:
    return "\n".join(" ".join("".join(each.text.split()) for each in row) for row in rows)


def glued(rows: Rows) -> str:
    """The cells without anything between them, as when a page's text is taken out of its markup."""
    return "".join("".join(each.text.split()) for row in rows for each in row)


def markdown(form: Form, texts: Mapping[str, str]) -> dict[int, str]:
    """Small tables as text recognition makes them: one a row or a group, with headings of its own."""
    second = []
    for group in layout.TABLE_2[form]:
        labels = [column.label for column in group.entries[0].columns]
        rows = [["信息内容", *labels], ["---"] * (1 + len(labels))]
        rows += [[e.label, *(texts[layout.t2(e.key, c.key)] for c in e.columns)] for e in group.entries]
        second.append(f"### {group.title}\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n")
    third = [
        "| 商业企业 | 科研机构 | 社会公益 | 法律服务机构 | 其他 |",
        "|---|---|---|---|---|",
        "| - | - | - | - | - |",
        "",
    ]
    for row in layout.TABLE_3[form]:
        values = [texts[layout.t3(row.key, each.key)] for each in APPLICANTS]
        third += ["| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |", "|---|" * 8]
        third += [f"| {row.label.replace('（', '(').replace('）', ')')} | {' | '.join(values)} |", ""]
    fourth = []
    for block, name in zip(
        BLOCKS, ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"), strict=True
    ):
        values = [texts[layout.t4(block.key, each.key)] for each in RESULTS]
        fourth += [
            f"### {name}",
            f"| {' | '.join(each.label for each in RESULTS)} |",
            "|---|---|---|---|---|",
        ]
        fourth += [f"| {' | '.join(values)} |", ""]
    return {2: "\n".join(second), 3: "\n".join(third), 4: "\n".join(fourth)}


def word(form: Form = Form.OF_2021, texts: Mapping[str, str] | None = None) -> bytes:
    """Return a DOCX with merged cells."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(BEFORE)
    paragraphs = {1: FIRST, 5: FIFTH, 6: SIXTH}
    made = tables(form, texts)
    for ordinal, heading in enumerate(HEADINGS, 1):
        document.add_paragraph(heading)
        for each in paragraphs.get(ordinal, ()):
            document.add_paragraph(each)
        if ordinal in made:
            _word_table(document, made[ordinal])
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _word_table(document, rows: Rows) -> None:
    width = sum(each.columns for each in rows[0])
    table = document.add_table(len(rows), width)
    cells = [row.cells for row in table.rows]  # asking the table for each cell is slow
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for each in row:
            while (number, column) in taken:
                column += 1
            first = cells[number][column]
            last = cells[number + each.rows - 1][column + each.columns - 1]
            (first.merge(last) if first is not last else first).text = each.text
            taken |= {
                (number + down, column + right) for down in range(each.rows) for right in range(each.columns)
            }
            column += each.columns


def pdf(
    form: Form = Form.OF_2021,
    *,
    ruled: bool = True,
    texts: Mapping[str, str] | None = None,
    frame: bool = False,
    watermark: str = "",
) -> bytes:
    """Return a PDF whose tables run over pages, with lines around the cells or with none; ``watermark`` is Typst."""
    stroke = "0.5pt" if ruled else "none"
    paragraphs = {1: FIRST, 5: FIFTH, 6: SIXTH}
    made = tables(form, texts)
    source = '#set page(width: 210mm, height: 180mm, numbering: "- 1 -")\n#set text(font: "Noto Serif SC", size: 9pt)\n'
    if frame:
        source += "#set page(background: rect(width: 92%, height: 90%, stroke: 1pt))\n"
    source += f"#set page(foreground: {watermark})\n" if watermark else ""
    source += f"#align(center)[{TITLE}]\n\n{BEFORE}\n\n"
    widths = {2: "(2fr, 1fr, 1fr, 1fr)", 3: "(2em, 5em, 1fr, ..(3em,) * 7)", 4: "(1fr,) * 15"}
    for ordinal, heading in enumerate(HEADINGS, 1):
        source += f"{heading}\n\n" + "\n\n".join(paragraphs.get(ordinal, ())) + "\n\n"
        if ordinal in made:
            cells = ",\n".join(
                f'table.cell(colspan: {each.columns}, rowspan: {each.rows})[#"{"".join(each.text.split())}"]'
                for row in made[ordinal]
                for each in row
            )
            source += f"#table(columns: {widths[ordinal]}, stroke: {stroke},\n{cells})\n\n"
    folder = str(Path(pylopdf_fonts_zh_cn.__file__).parent)
    return typst.compile(source.encode(), format="pdf", font_paths=[folder], ignore_system_fonts=True)
