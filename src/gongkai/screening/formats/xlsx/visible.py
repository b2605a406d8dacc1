"""Which rows, columns and cells of a worksheet show; the rest is taken out and told of."""

from bisect import bisect_left
from collections.abc import Iterable

from ...enums import Kind
from ...findings import Place
from ..office_charts import Unshown
from ..office_draft import Draft
from ..packages import damaged
from .cells import MOST_COLUMNS, MOST_ROWS, Cell, Range
from .sheet import Sheet
from .styles import UNCOLORED, S, Styles

MOST_POINTS = 100_000  # of a series
MOST_MERGED = 3_000_000  # cells in merged ranges
UNSEEN = {
    "same": (Kind.INVISIBLE_TEXT, "{} 个单元格的文字与底色相同"),
    "covered": (Kind.COVERED_TEXT, "{} 个单元格的文字用底色盖住"),
    "small": (Kind.INVISIBLE_TEXT, "{} 个单元格的文字极小"),
    "format": (Kind.INVISIBLE_TEXT, "{} 个单元格的数字格式不显示内容"),
    "words": (Kind.INVISIBLE_TEXT, "{} 个单元格的数字格式不显示内容"),
    "runs": (Kind.INVISIBLE_TEXT, "{} 处单元格里的文字与底色相同"),
}


class Axes:
    """Where the rows and columns that show stand in the copy: hidden ones are gone and the rest moves up."""

    def __init__(self, hidden_rows: Iterable[int], hidden_columns: Iterable[int]):
        self.hidden_rows = sorted(hidden_rows)
        self._rows = set(self.hidden_rows)
        self.columns = bytearray(MOST_COLUMNS + 2)
        for each in hidden_columns:
            self.columns[each] = 1
        self._before = [0] * (MOST_COLUMNS + 2)  # hidden columns before each
        for at in range(1, MOST_COLUMNS + 2):
            self._before[at] = self._before[at - 1] + self.columns[at - 1]

        self.hidden_columns_any = any(self.columns)

    def shows_row(self, number: int) -> bool:
        return number not in self._rows

    def shows_column(self, number: int) -> bool:
        return not self.columns[number]

    def row(self, number: int) -> int:
        """Return the new number of a row; of a hidden one, that of the next that shows."""
        if not self.hidden_rows:
            return number
        return number - bisect_left(self.hidden_rows, number)

    def column(self, number: int) -> int:
        return number - self._before[min(number, MOST_COLUMNS + 1)]

    def range(self, old: Range) -> Range | None:
        """Return where a rectangle stands in the copy; None when nothing of it shows."""
        top, left = self.row(old.top), self.column(old.left)
        bottom, right = self.row(old.bottom + 1) - 1, self.column(old.right + 1) - 1
        return Range(top, left, bottom, right) if top <= bottom and left <= right else None


def axes_of(sheet: Sheet) -> Axes:
    hidden_columns: set[int] = set()
    told: set[int] = set()
    for each in sheet.columns:
        numbers = range(each.first, each.last + 1)
        told.update(numbers)
        if each.hidden:
            hidden_columns.update(numbers)
    if sheet.default_hidden:
        hidden_columns |= set(range(1, MOST_COLUMNS + 1)) - told
    return Axes((row.number for row in sheet.rows.values() if row.hidden), hidden_columns)


def unshown_points(axes: dict[str, Axes]) -> Unshown:
    """Return what tells charts which of their points lie in hidden rows and columns of the sheets with these names."""

    def unshown(cells: str, count: int) -> list[int]:
        name, _, words = cells.rpartition("!")
        known = axes.get(name.strip("'").replace("''", "'"))
        range_ = Range.from_words(words)
        if known is None or range_ is None or count > MOST_POINTS:
            return []
        # Excel leaves hidden points out of what it saves: then there are fewer points than cells, and all of them show.
        if range_.bottom - range_.top + 1 == count:
            all_gone = range_.left == range_.right and not known.shows_column(range_.left)
            rows = range(range_.top, range_.bottom + 1)
            return [at for at, row in enumerate(rows) if all_gone or not known.shows_row(row)]
        if range_.right - range_.left + 1 == count:
            all_gone = range_.top == range_.bottom and not known.shows_row(range_.top)
            columns = range(range_.left, range_.right + 1)
            return [at for at, each in enumerate(columns) if all_gone or not known.shows_column(each)]
        return []

    return unshown


def keep_visible(sheet: Sheet, axes: Axes, filters: list[Range], safe: list[Range], draft: Draft) -> None:
    """
    Take out of a worksheet what does not show, and note it.

    ``filters`` are ranges where a filter is on; ``safe`` are those whose fill comes from elsewhere than the cell, so
    that white text in them may well show.
    """
    place = Place(sheet=sheet.name)
    _drop_unseen(sheet, safe, draft, place)
    _settle_merged(sheet, axes, draft, place)
    columns: set[int] = set()
    filtered = rows = 0
    for row in list(sheet.rows.values()):
        if not axes.shows_row(row.number):
            if any(cell.text for cell in row.cells):
                is_filtered = any(each.top < row.number <= each.bottom for each in filters)
                filtered, rows = filtered + is_filtered, rows + (not is_filtered)
            del sheet.rows[row.number]
            continue
        if not axes.hidden_columns_any:
            continue
        columns.update(cell.column for cell in row.cells if cell.text and not axes.shows_column(cell.column))
        row.cells = [cell for cell in row.cells if axes.shows_column(cell.column)]
    for kind, number, what in (
        (Kind.HIDDEN_CELLS, rows, f"{rows} 行"),
        (Kind.HIDDEN_CELLS, len(columns), f"{len(columns)} 列"),
        (Kind.FILTERED_ROWS, filtered, f"{filtered} 行"),
    ):
        if number:
            draft.hide(kind, place, what)


def _drop_unseen(sheet: Sheet, safe: list[Range], draft: Draft, place: Place) -> None:
    for row, cell, why in sheet.unseen:
        if why == "same" and any((row, cell.column) in each for each in safe):
            cell.style += UNCOLORED
            continue
        kind, what = UNSEEN[why]
        draft.count(kind, place, what)
        if why not in {"runs", "words"}:
            cell.text, cell.number, cell.runs = "", None, ()


def _settle_merged(sheet: Sheet, axes: Axes, draft: Draft, place: Place) -> None:
    """A merged range shows its first cell wherever it begins to show; what lies under the others is hidden."""
    last = max(sheet.rows, default=0)
    total = 0
    by_row: dict[int, list[Range]] = {}
    for each in sheet.merged:
        bottom = min(each.bottom, last)
        total += max(0, bottom - each.top + 1)
        if total > MOST_MERGED:
            raise damaged("的合并单元格")
        for row in range(each.top, bottom + 1):
            by_row.setdefault(row, []).append(each)
    firsts: dict[Range, Cell] = {}
    swallowed = 0
    for number, ranges in by_row.items():
        row = sheet.rows.get(number)
        for cell in row.cells if row else ():
            for each in ranges:
                if each.left <= cell.column <= each.right:
                    if (number, cell.column) == (each.top, each.left):
                        firsts[each] = cell
                    elif cell.text:
                        swallowed += 1
                        cell.text, cell.number, cell.runs = "", None, ()
    if swallowed:
        draft.count(Kind.HIDDEN_CELLS, place, "合并单元格下面 {} 个有内容的单元格", swallowed)
    for each, cell in firsts.items():
        _move_first(sheet, each, cell, axes)


def _move_first(sheet: Sheet, merged: Range, cell: Cell, axes: Axes) -> None:
    if axes.shows_row(merged.top) and axes.shows_column(merged.left):
        return
    row = next((each for each in range(merged.top, merged.bottom + 1) if axes.shows_row(each)), None)
    column = next((each for each in range(merged.left, merged.right + 1) if axes.shows_column(each)), None)
    if row is None or column is None or not cell.text:
        return
    moved = Cell(column, cell.style, cell.text, cell.number, cell.runs)
    moved.code = cell.code
    cell.text, cell.number, cell.runs = "", None, ()
    target = sheet.row(row)
    target.cells = sorted(
        [each for each in target.cells if each.column != column] + [moved], key=lambda each: each.column
    )


def filtered_ranges(sheet: Sheet, tables: list[tuple[Range, bool]]) -> list[Range]:
    """Return the ranges in which a filter hides rows."""
    found = [range_ for range_, is_on in tables if is_on]
    own = sheet.first("autoFilter")
    if own is not None and own.find(S + "filterColumn") is not None:
        range_ = Range.from_words(own.get("ref", ""))
        found += [range_] if range_ else []
    return found


def ranges_of_other_looks(sheet: Sheet) -> list[Range]:
    """Return the cells whose background depends on a condition or lies in a picture behind them."""
    words = [each.get("sqref", "") for each in sheet.around.get("conditionalFormatting", [])]
    for extension in sheet.around.get("extLst", []):
        words += [each.text or "" for each in extension.iter("{*}sqref")]
    ranges = (Range.from_words(word) for line in words for word in line.split())
    found = [each for each in ranges if each is not None]
    if sheet.first("picture") is not None:  # lies behind all cells
        found.append(Range(1, 1, MOST_ROWS, MOST_COLUMNS))
    return found


def tell_conditions(sheet: Sheet, styles: Styles, draft: Draft) -> None:
    """Conditional formats do not come along; where one hid something, the text shows in the copy and was read."""
    place = Place(sheet=sheet.name)
    rules = [
        rule for each in sheet.around.get("conditionalFormatting", []) for rule in each.iter(S + "cfRule")
    ]
    hiding = sum(1 for rule in rules if styles.difference_hides(rule.get("dxfId")) and rule.get("dxfId"))
    if hiding:
        what = "{} 条让文字变得看不见的条件格式，公开副本里没有这些格式，文字会显示出来"
        draft.count(Kind.INVISIBLE_TEXT, place, what, hiding)


def tell_around(sheet: Sheet, draft: Draft) -> None:
    """Note what hangs on a worksheet beside its cells."""
    place = Place(sheet=sheet.name)
    if sheet.formulas:
        draft.count(Kind.NAMED_RANGE, place, "{} 个公式", sheet.formulas)
    if sheet.without_result:
        draft.skip(
            place, f"{sheet.without_result} 个公式没有保存计算结果，请用 Excel 或 WPS 打开后另存一份。"
        )
    if sheet.pictures_unread:
        draft.skip(place, f"{sheet.pictures_unread} 个单元格里的图片，公开副本里没有。")
    lists = sum(len(each) for each in sheet.around.get("dataValidations", []))
    if lists:
        draft.count(Kind.FORM_FIELD, place, "{} 处数据有效性的选项", lists)
    for name, kind, what in (
        ("scenarios", Kind.HIDDEN_CELLS, "方案"),
        ("customSheetViews", Kind.HIDDEN_CELLS, "自定义视图"),
        ("oleObjects", Kind.EMBEDDED_FILE, "嵌入的对象"),
        ("controls", Kind.FORM_FIELD, "表单控件"),
        ("customProperties", Kind.METADATA, "自定义属性"),
        ("dataConsolidate", Kind.EXTERNAL_LINK, "合并计算的数据来源"),
        ("webPublishItems", Kind.METADATA, "发布为网页的路径"),
        ("legacyDrawingHF", Kind.METADATA, "页眉、页脚里的图片"),
    ):
        if sheet.first(name) is not None:
            draft.hide(kind, place, what)
