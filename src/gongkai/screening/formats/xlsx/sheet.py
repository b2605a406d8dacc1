"""One worksheet as it lies in the file: all cells, and everything around them."""

import re
from copy import deepcopy
from dataclasses import dataclass, field

from ...findings import Unreadable
from ..packages import Element, Package, damaged
from .cells import MOST_COLUMNS, MOST_ROWS, Cell, Range, Text, column_number, text_of
from .styles import S, Styles

C, V, F, IS = S + "c", S + "v", S + "f", S + "is"
AROUND = (
    *(
        "sheetPr",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "autoFilter",
        "mergeCells",
        "hyperlinks",
        "printOptions",
    ),
    *(
        "conditionalFormatting",
        "dataValidations",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "drawing",
        "extLst",
    ),
    *(
        "scenarios",
        "customSheetViews",
        "oleObjects",
        "controls",
        "sheetProtection",
        "protectedRanges",
        "picture",
    ),
    *(
        "customProperties",
        "legacyDrawing",
        "legacyDrawingHF",
        "tableParts",
        "dataConsolidate",
        "webPublishItems",
    ),
)
TAGS = [S + "row", *(S + name for name in AROUND)]
MOST_CELLS = 2_000_000  # with content
MOST_EMPTY = 200_000  # with a look but no content; what comes after is left out
LOWEST, NARROWEST = 1.0, 0.2  # points, characters: below nobody sees a row or column
ON = {"1", "true"}
PICTURE_IN_CELL = re.compile(r'DISPIMG\(\s*"([^"]{1,80})"', re.IGNORECASE)
EMPTY = Text("")
TOO_MANY = "工作表里的单元格太多，系统不能检查。请分成几个文件，再上传。"


@dataclass
class Row:
    number: int
    cells: list[Cell] = field(default_factory=list)
    height: str = ""
    style: int | None = None
    hidden: bool = False


@dataclass
class Columns:
    """Width and style of columns from ``first`` to ``last``."""

    first: int
    last: int
    width: str
    style: int
    hidden: bool


@dataclass
class Sheet:
    name: str
    source: str
    rows: dict[int, Row] = field(default_factory=dict)
    columns: list[Columns] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    around: dict[str, list[Element]] = field(default_factory=dict)
    formulas: int = 0
    without_result: int = 0
    pictures: list[tuple[int, int, str]] = field(
        default_factory=list
    )  # row, column, id: pictures in cells by WPS
    pictures_unread: int = 0
    unseen: list[tuple[int, Cell, str]] = field(
        default_factory=list
    )  # row, cell and why, until ranges are known
    default_hidden: bool = False  # columns that are not told of are hidden

    def first(self, name: str) -> Element | None:
        found = self.around.get(name)
        return found[0] if found else None

    def row(self, number: int) -> Row:
        if number not in self.rows:
            self.rows[number] = Row(number)
        return self.rows[number]


def read_sheet(package: Package, name: str, source: str, texts: list[Text], styles: Styles) -> Sheet:
    """Read a worksheet as a stream; raise Unreadable for one that is damaged or too large."""
    return _Reader(Sheet(name, source), texts, styles).read(package)


class _Reader:
    def __init__(self, sheet: Sheet, texts: list[Text], styles: Styles):
        self.sheet, self.texts, self.styles = sheet, texts, styles
        self.full = self.empty = self.last_row = 0
        self.rows_hidden = False

    def read(self, package: Package) -> Sheet:
        for element in package.rows(self.sheet.source, TAGS):
            name = element.tag[len(S) :]
            if name == "row":
                self.row(element)
            elif name == "cols":
                self.columns(element)
            elif name == "mergeCells":
                ranges = (Range.from_words(each.get("ref", "")) for each in element)
                self.sheet.merged = [each for each in ranges if each is not None]
            elif name == "sheetFormatPr":
                self.formats(element)
            if name not in {"row", "cols", "mergeCells"}:
                self.sheet.around.setdefault(name, []).append(deepcopy(element))  # the stream empties it
        return self.sheet

    def formats(self, element: Element) -> None:
        self.rows_hidden = _below(element.get("defaultRowHeight"), LOWEST)
        self.sheet.default_hidden = _below(element.get("defaultColWidth"), NARROWEST)

    def columns(self, element: Element) -> None:
        for each in element:
            first, last = _integer(each.get("min")), min(_integer(each.get("max")), MOST_COLUMNS)
            if 1 <= first <= last:
                width = each.get("width", "")
                hidden = each.get("hidden") in ON or _below(width, NARROWEST)
                self.sheet.columns.append(Columns(first, last, width, _integer(each.get("style")), hidden))

    def row(self, element: Element) -> None:
        number = _integer(element.get("r")) or self.last_row + 1
        if not self.last_row < number <= MOST_ROWS:
            raise damaged("的行顺序")
        self.last_row = number
        height = element.get("ht", "")
        row = Row(number, height=height if element.get("customHeight") in ON or height else "")
        row.hidden = element.get("hidden") in ON or (_below(height, LOWEST) if height else self.rows_hidden)
        if element.get("customFormat") in ON:
            row.style = _integer(element.get("s"))
        digits, last = len(str(number)), 0
        for each in element:
            if each.tag != C:
                continue
            address = each.get("r")
            column = column_number(address[:-digits]) if address else last + 1
            if not last < column <= MOST_COLUMNS or (address and not address.endswith(str(number))):
                raise damaged("的单元格顺序")
            last = column
            self.cell(each, row, column)
        if row.cells or height or row.hidden:
            self.sheet.rows[number] = row

    def cell(self, element: Element, row: Row, column: int) -> None:
        value = formula = None
        inline = EMPTY
        for child in element:
            if child.tag == V:
                value = child.text
            elif child.tag == F:
                formula = child.text or ""
            elif child.tag == IS:
                inline = text_of(child)
        kind = element.get("t", "n")
        look = element.get("s")
        cell = Cell(column, _integer(look) if look else 0, "")
        if formula is not None:
            self.sheet.formulas += 1
            if found := PICTURE_IN_CELL.search(formula):
                self.sheet.pictures.append((row.number, column, found[1]))
                value = None
            elif value is None and kind != "str":
                self.sheet.without_result += 1
        if element.get("vm") and kind == "e":
            self.sheet.pictures_unread += 1
            value = None
        if kind == "inlineStr":
            self.words(cell, inline, row)
        elif value is not None:
            self.fill(cell, kind, value, row)
        if cell.text:
            self.full += 1
            if self.full > MOST_CELLS:
                raise Unreadable(TOO_MANY)
        else:
            self.empty += 1
        if cell.text or self.empty <= MOST_EMPTY:
            row.cells.append(cell)

    def fill(self, cell: Cell, kind: str, value: str, row: Row) -> None:
        if kind == "s":
            at = _integer(value)
            if at >= len(self.texts):
                raise damaged("的文字表")
            self.words(cell, self.texts[at], row)
        elif kind in {"str", "e", "d"}:
            self.words(cell, Text(value), row)
        elif kind == "b":
            cell.text = "TRUE" if value in ON else "FALSE"
            self.check(cell, row)
        else:
            shown = self.styles.show(cell.style, value.strip())
            cell.text, cell.number, cell.code = shown.text.strip(), shown.number, shown.code
            if not cell.text and value.strip() not in {"", "0"}:
                self.sheet.unseen.append((row.number, cell, "format"))
            self.check(cell, row)

    def words(self, cell: Cell, text: Text, row: Row) -> None:
        shown = self.styles.words(cell.style, text.plain)
        if text.plain.strip() and text.plain not in shown:
            self.sheet.unseen.append((row.number, cell, "words" if shown.strip() else "format"))
            if not shown.strip():
                return
        cell.text, cell.runs = shown, text.runs if shown == text.plain else ()
        if cell.runs:
            self.seen_runs(cell, row)
        self.check(cell, row)

    def seen_runs(self, cell: Cell, row: Row) -> None:
        """Leave out runs of the colour of the cell."""
        behind = self.styles.background(cell.style)
        shown = []
        for look, text in cell.runs:
            color = look.find(S + "color") if look is not None else None
            if color is not None and text.strip() and self.styles.is_unseen(color, behind):
                self.sheet.unseen.append((row.number, cell, "runs"))
            else:
                shown.append((look, text))
        if len(shown) < len(cell.runs):
            cell.runs, cell.text = tuple(shown), "".join(text for _, text in shown)

    def check(self, cell: Cell, row: Row) -> None:
        if (why := self.styles.unseen(cell.style)) and cell.text.strip() and not cell.runs:
            self.sheet.unseen.append((row.number, cell, why))


def _below(value: str | None, limit: float) -> bool:
    try:
        return float(value) < limit
    except (TypeError, ValueError):
        return False


def _integer(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0
