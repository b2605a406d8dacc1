"""A workbook brought into its public form: the sheets, rows and cells that show, as what they show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...enums import Kind
from ...findings import Cover, Passage, Place, Unreadable
from .. import office_leftovers
from ..office_draft import Draft
from ..office_drawings import TYPE, A
from ..office_text import covered
from ..packages import Element, Package, Part, R, damaged
from .anchors import pictures_in_cells, place_drawing, read_drawing, uncover
from .cells import Range, letters_of, shared_texts
from .page_lines import PageLine, page_lines
from .sheet import Sheet, read_sheet
from .styles import S, Styles
from .visible import (
    Axes,
    axes_of,
    filtered_ranges,
    keep_visible,
    ranges_of_other_looks,
    tell_around,
    tell_conditions,
    unshown_points,
)

WORKBOOK_TYPE = TYPE + "spreadsheetml.sheet.main+xml"
ON = {"1", "true"}
PRINT_ROWS = re.compile(r"\$(\d{1,7}):\$(\d{1,7})(?:,|$)")
SHEETS = {"worksheet", "chartsheet"}


@dataclass
class Plan:
    """One sheet of the copy."""

    sheet: Sheet
    axes: Axes
    name: str
    lines: list[PageLine] = field(default_factory=list)
    drawing: Part | None = None
    print_rows: tuple[int, int] | None = None  # repeated on each page, in the numbers of the copy
    links: list[tuple[str, str]] = field(default_factory=list)  # cell in the copy, address

    def cover(self, covers: Sequence[Cover]) -> None:
        self.name = covered(self.name, covers)


@dataclass
class Workbook:
    draft: Draft
    styles: Styles
    theme: Part | None
    plans: list[Plan]
    date1904: bool
    source: str


def draft_of(package: Package) -> Workbook:
    """Return what a workbook says and hides, and the plan of its public copy."""
    source = package.main({WORKBOOK_TYPE})
    draft = Draft(package)
    draft.used.add(source)
    root = package.tree(source)
    if root.tag != S + "workbook":
        raise damaged()
    properties = root.find(S + "workbookPr")
    date1904 = properties is not None and properties.get("date1904") in ON
    _tell_workbook(root, draft)
    texts = shared_texts(package, source)
    styles = _styles(package, source, date1904)
    images = _cell_images(package, source, draft)
    workbook = Workbook(draft, styles, None, [], date1904, source)
    visible = _visible_sheets(root, draft, source)
    if not visible:
        raise Unreadable("工作簿里的工作表全部隐藏了，没有可以公开的内容。请取消隐藏要公开的工作表，再上传。")
    for name, target, kind in visible:
        if target in draft.used:
            raise damaged("的工作表列表")
        draft.used.add(target)
        sheet = read_sheet(package, name, target, texts if kind == "worksheet" else [], styles)
        workbook.plans.append(Plan(sheet, axes_of(sheet), sheet.name))
    draft.unshown_points = unshown_points({plan.name: plan.axes for plan in workbook.plans})
    for plan in workbook.plans:
        _settle(plan, root, styles, images, draft)
    draft.title = _title(workbook.plans[0].sheet)
    draft.blank_untold()
    office_leftovers.tell(draft)
    return workbook


def _tell_workbook(root: Element, draft: Draft) -> None:
    names = [each for each in root.iter(S + "definedName") if not each.get("name", "").startswith("_xlnm.")]
    if names:
        draft.hide(Kind.NAMED_RANGE, Place(), f"{len(names)} 个名称")
    if next(root.iter("{*}absPath"), None) is not None:
        draft.hide(Kind.METADATA, Place(), "文件保存的路径")
    sharing = root.find(S + "fileSharing")
    if sharing is not None and sharing.get("userName"):
        draft.hide(Kind.METADATA, Place(), "设置只读的用户名")
    if root.find(S + "customWorkbookViews") is not None:
        draft.hide(Kind.HIDDEN_CELLS, Place(), "自定义视图")


def _styles(package: Package, source: str, date1904: bool) -> Styles:
    names, themes = package.related(source, "styles"), package.related(source, "theme")
    if not names:
        raise damaged("的样式表")
    theme = package.tree(themes[0]) if themes else None
    return Styles(package.tree(names[0]), theme, date1904)


def _cell_images(package: Package, source: str, draft: Draft) -> dict[str, str]:
    """Return the pictures that WPS keeps inside cells: the names of their parts by the id in the formula."""
    found = {}
    for name in package.related(source, "cellImage"):
        draft.used.add(name)
        relations = package.relations(name)
        for picture in package.tree(name).iter("{*}pic"):
            named = next(picture.iter("{*}cNvPr"), None)
            blip = next(picture.iter(A + "blip"), None)
            relation = relations.get(blip.get(R + "embed", "")) if blip is not None else None
            if named is not None and relation and not relation.external:
                found[named.get("name", "")] = relation.target
    return found


def _visible_sheets(root: Element, draft: Draft, source: str) -> list[tuple[str, str, str]]:
    """Return name, part and kind of the sheets that show, and tell of the others."""
    relations = draft.package.relations(source)
    found = []
    for number, each in enumerate(root.iter(S + "sheet"), 1):
        relation = relations.get(each.get(R + "id", ""))
        name = each.get("name") or f"表{number}"
        if relation is None:
            raise damaged("的工作表列表")
        if relation.kind not in SHEETS:
            draft.hide(Kind.ACTIVE_CONTENT, Place(sheet=name), "宏表或对话框表")
        elif each.get("state", "visible") != "visible":
            rows = sum(1 for row in draft.package.rows(relation.target, [S + "row"]) if len(row))
            deep = "深度隐藏的工作表" if each.get("state") == "veryHidden" else "工作表"
            draft.hide(Kind.HIDDEN_SHEET, Place(sheet=name), f"{deep}“{name}”，{rows} 行")
            draft.used.add(relation.target)
        else:
            found.append((name, relation.target, relation.kind))
    return found


def _settle(plan: Plan, workbook: Element, styles: Styles, images: dict[str, str], draft: Draft) -> None:
    """Take out of a sheet what does not show, and tell what does."""
    sheet, axes = plan.sheet, plan.axes
    tables = _tables(sheet, draft.package)
    safe = [range_ for range_, _ in tables] + ranges_of_other_looks(sheet)
    tell_around(sheet, draft)
    tell_conditions(sheet, styles, draft)
    drawing = read_drawing(sheet, draft)
    if drawing:
        uncover(sheet, *drawing, draft)
    for row, _, _ in sheet.pictures:
        sheet.row(row)  # a row that holds nothing but a picture stays
    keep_visible(sheet, axes, filtered_ranges(sheet, tables), safe, draft)
    draft.story.hold(Passage(sheet.name, Place(sheet=sheet.name, part="工作表名称")), plan)
    _tell_cells(sheet, draft)
    plan.links = _links(sheet, axes, draft)
    plan.print_rows = _print_rows(workbook, sheet.name, axes)
    plan.lines = page_lines(sheet.first("headerFooter"), sheet.name, draft)
    if drawing:
        plan.drawing = place_drawing(sheet, axes, *drawing, draft)
    plan.drawing = pictures_in_cells(sheet, axes, images, plan.drawing, draft)


def _tables(sheet: Sheet, package: Package) -> list[tuple[Range, bool]]:
    """Return the ranges of a sheet's tables, and whether a filter is on in each."""
    found = []
    for name in package.related(sheet.source, "table"):
        root = package.tree(name)
        range_ = Range.from_words(root.get("ref", ""))
        if range_:
            found.append((range_, root.find(f"{S}autoFilter/{S}filterColumn") is not None))
    return found


def _tell_cells(sheet: Sheet, draft: Draft) -> None:
    name, hold = sheet.name, draft.story.hold
    for number in sorted(sheet.rows):
        for cell in sheet.rows[number].cells:
            if cell.text.strip():
                column = cell.column
                address = f"{letters_of(column)}{number}"
                place = Place(sheet=name, cell=address, row=number, column=column)
                hold(Passage(cell.text, place, name, number - 1, column - 1), cell)


def _links(sheet: Sheet, axes: Axes, draft: Draft) -> list[tuple[str, str]]:
    found = []
    relations = draft.package.relations(sheet.source)
    for element in sheet.around.get("hyperlinks", []):
        for each in element:
            relation = relations.get(each.get(R + "id", ""))
            range_ = Range.from_words(each.get("ref", ""))
            if relation is None or not relation.external or range_ is None:
                continue
            if not draft.link(relation.target):
                draft.count(Kind.EXTERNAL_LINK, Place(sheet=sheet.name), "{} 个指向电脑里文件的链接")
            elif (shown := axes.range(range_)) is not None:
                found.append((shown.in_words(), relation.target))
    return found


def _print_rows(workbook: Element, name: str, axes: Axes) -> tuple[int, int] | None:
    sheets = [each.get("name") for each in workbook.iter(S + "sheet")]
    for each in workbook.iter(S + "definedName"):
        at = each.get("localSheetId", "")
        if each.get("name") != "_xlnm.Print_Titles" or not at.isdecimal() or int(at) >= len(sheets):
            continue
        found = PRINT_ROWS.search(each.text or "") if sheets[int(at)] == name else None
        if found and 1 <= int(found[1]) <= int(found[2]) <= 1_048_576:
            shown = axes.range(Range(int(found[1]), 1, int(found[2]), 16_384))
            return (shown.top, shown.bottom) if shown else None
    return None


def _title(sheet: Sheet) -> str:
    """Return the text of the first cell when it heads the sheet alone."""
    for number in sorted(sheet.rows)[:5]:
        filled = [cell for cell in sheet.rows[number].cells if cell.text.strip()]
        if len(filled) == 1:
            return " ".join(filled[0].text.split())[:120]
        if filled:
            return ""
    return ""
