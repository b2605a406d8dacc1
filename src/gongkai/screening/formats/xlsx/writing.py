"""Writing the public copy of a workbook: nothing but cells, their looks, links and drawings."""

import re
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from ..office_drawings import TYPE
from ..office_theme import link_theme
from ..packages import Element, Part, R
from .cells import Cell, letters_of
from .drafting import WORKBOOK_TYPE, Plan, Workbook
from .styles import S, UsedStyles

SHEET_TYPE = TYPE + "spreadsheetml.worksheet+xml"
STRINGS_TYPE = TYPE + "spreadsheetml.sharedStrings+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
CONTROL = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME = 31
# What may stay of how a sheet is looked at and printed.
VIEW = {"showGridLines", "showRowColHeaders", "showZeros", "rightToLeft", "zoomScale", "zoomScaleNormal"}
FORMAT = {"baseColWidth", "defaultColWidth", "defaultRowHeight", "customHeight"}
SETUP = {"paperSize", "scale", "fitToWidth", "fitToHeight", "pageOrder", "orientation", "firstPageNumber"}
SETUP |= {"useFirstPageNumber", "blackAndWhite"}
OPTIONS = {"horizontalCentered", "verticalCentered", "headings", "gridLines", "gridLinesSet"}
MARGINS = {"left", "right", "top", "bottom", "header", "footer"}
LINES = {"differentOddEven", "differentFirst", "scaleWithDoc", "alignWithMargins"}
VALUE = re.compile(r"^[\w.]{1,24}$")


class Strings:
    """The texts of all cells, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def number(self, cell: Cell) -> int:
        self._uses += 1
        if cell.runs:
            xml = "".join(_run(look, text) for look, text in cell.runs)
        else:
            xml = _text(cell.text)
        return self._numbers.setdefault(xml, len(self._numbers))

    def part(self) -> Part:
        head = f'{HEAD}<sst xmlns="{S[1:-1]}" count="{self._uses}" uniqueCount="{len(self._numbers)}">'
        items = "".join(f"<si>{xml}</si>" for xml in self._numbers)
        data = f"{head}{items}</sst>".encode()
        return Part("xl/sharedStrings.xml", "sharedStrings", STRINGS_TYPE, data)


def write_parts(workbook: Workbook) -> Part:
    """Return the main part of the public copy, with all that hangs on it."""
    root = etree.Element(S + "workbook", nsmap={None: S[1:-1], "r": R[1:-1]})
    main = Part("xl/workbook.xml", "officeDocument", WORKBOOK_TYPE, root)
    properties = etree.SubElement(root, S + "workbookPr")
    if workbook.date1904:
        properties.set("date1904", "1")
    etree.SubElement(etree.SubElement(root, S + "bookViews"), S + "workbookView")
    sheets = etree.SubElement(root, S + "sheets")
    styles, strings = UsedStyles(workbook.styles), Strings()
    names = _names(workbook.plans)
    for number, (plan, name) in enumerate(zip(workbook.plans, names, strict=True), 1):
        link = main.link(_sheet_part(plan, styles, strings))
        etree.SubElement(sheets, S + "sheet", {"name": name, "sheetId": str(number), R + "id": link})
    _print_titles(root, workbook.plans, names)
    main.link(styles.part())
    main.link(strings.part())
    link_theme(workbook.draft, workbook.source, main, "xl")
    return main


def _names(plans: list[Plan]) -> list[str]:
    """Return names that Excel accepts; a covered name may equal another."""
    found: list[str] = []
    for number, plan in enumerate(plans, 1):
        name = FORBIDDEN.sub("＊", plan.name)[:LONGEST_NAME].strip("'") or f"表{number}"
        while name.lower() in {each.lower() for each in found}:
            name = f"{name[: LONGEST_NAME - 4]}_{number}"
            number += 1
        found.append(name)
    return found


def _print_titles(root: Element, plans: list[Plan], names: list[str]) -> None:
    titled = [(at, plan.print_rows) for at, plan in enumerate(plans) if plan.print_rows]
    if not titled:
        return
    defined = etree.SubElement(root, S + "definedNames")
    for at, (first, last) in titled:
        quoted = names[at].replace("'", "''")
        name = etree.SubElement(defined, S + "definedName", name="_xlnm.Print_Titles", localSheetId=str(at))
        name.text = f"'{quoted}'!${first}:${last}"


def _sheet_part(plan: Plan, styles: UsedStyles, strings: Strings) -> Part:
    part = Part("xl/worksheets/sheet{}.xml", "worksheet", SHEET_TYPE, b"")
    sheet = plan.sheet
    pieces = [HEAD, f'<worksheet xmlns="{S[1:-1]}" xmlns:r="{R[1:-1]}">']
    pieces.append(_properties(plan))
    pieces.append(_view(plan))
    pieces.append(_element("sheetFormatPr", sheet.first("sheetFormatPr"), FORMAT, "defaultRowHeight"))
    pieces.append(_columns(plan, styles))
    _rows(plan, styles, strings, pieces)
    merged = [each for each in map(plan.axes.range, sheet.merged) if each is not None]
    merged = [each for each in dict.fromkeys(merged) if (each.top, each.left) != (each.bottom, each.right)]
    if merged:
        cells = "".join(f'<mergeCell ref="{each.in_words()}"/>' for each in merged)
        pieces.append(f'<mergeCells count="{len(merged)}">{cells}</mergeCells>')
    if plan.links:
        links = (f'<hyperlink ref="{cell}" r:id="{part.link(address)}"/>' for cell, address in plan.links)
        pieces.append(f"<hyperlinks>{''.join(links)}</hyperlinks>")
    pieces.append(_element("printOptions", sheet.first("printOptions"), OPTIONS))
    pieces.append(_margins(sheet.first("pageMargins")))
    pieces.append(_element("pageSetup", sheet.first("pageSetup"), SETUP))
    pieces.append(_page_lines(plan))
    if plan.drawing is not None:
        pieces.append(f'<drawing r:id="{part.link(plan.drawing)}"/>')
    pieces.append("</worksheet>")
    part.content = "".join(pieces).encode()
    return part


def _properties(plan: Plan) -> str:
    source = plan.sheet.first("sheetPr")
    color = source.find(S + "tabColor") if source is not None else None
    setup = source.find(S + "pageSetUpPr") if source is not None else None
    inner = _element("tabColor", color, {"rgb", "theme", "tint", "indexed", "auto"})
    inner += _element("pageSetUpPr", setup, {"fitToPage"})
    return f"<sheetPr>{inner}</sheetPr>" if inner else ""


def _view(plan: Plan) -> str:
    views = plan.sheet.first("sheetViews")
    view = views[0] if views is not None and len(views) else None
    kept = _attributes(view, VIEW) if view is not None else ""
    return f'<sheetViews><sheetView{kept} workbookViewId="0">{_pane(plan, view)}</sheetView></sheetViews>'


def _pane(plan: Plan, view: Element | None) -> str:
    """Freeze what was frozen, less what was hidden of it."""
    pane = view.find(S + "pane") if view is not None else None
    if pane is None or pane.get("state") not in {"frozen", "frozenSplit"}:
        return ""
    columns = _whole(pane.get("xSplit"))
    rows = _whole(pane.get("ySplit"))
    columns, rows = plan.axes.column(columns + 1) - 1, plan.axes.row(rows + 1) - 1
    if not columns and not rows:
        return ""
    which = "bottomRight" if columns and rows else "bottomLeft" if rows else "topRight"
    splits = (f' xSplit="{columns}"' if columns else "") + (f' ySplit="{rows}"' if rows else "")
    corner = f"{letters_of(columns + 1)}{rows + 1}"
    return f'<pane{splits} topLeftCell="{corner}" activePane="{which}" state="frozen"/>'


def _columns(plan: Plan, styles: UsedStyles) -> str:
    found = []
    last = 0
    for each in sorted(plan.sheet.columns, key=lambda each: each.first):
        first, end = plan.axes.column(each.first), plan.axes.column(each.last + 1) - 1
        if each.hidden or first > end or first <= last:
            continue
        last = end
        width = f' width="{each.width}" customWidth="1"' if VALUE.match(each.width) else ' width="9"'
        style = f' style="{styles.number(each.style)}"' if each.style else ""
        found.append(f'<col min="{first}" max="{end}"{width}{style}/>')
    return f"<cols>{''.join(found)}</cols>" if found else ""


def _rows(plan: Plan, styles: UsedStyles, strings: Strings, pieces: list[str]) -> None:
    axes = plan.axes
    letters = {}
    pieces.append("<sheetData>")
    for old in sorted(plan.sheet.rows):
        row = plan.sheet.rows[old]
        number = axes.row(old)
        height = f' ht="{row.height}" customHeight="1"' if VALUE.match(row.height) else ""
        look = f' s="{styles.number(row.style)}" customFormat="1"' if row.style is not None else ""
        pieces.append(f'<row r="{number}"{look}{height}>')
        for cell in row.cells:
            column = cell.column
            if column not in letters:
                letters[column] = letters_of(axes.column(column))
            code = cell.code if cell.number is not None else ""
            style = f' s="{styles.number(cell.style, code)}"' if cell.style or code else ""
            at = f'<c r="{letters[column]}{number}"{style}'
            if cell.number is not None:
                pieces.append(f"{at}><v>{cell.number}</v></c>")
            elif cell.text:
                pieces.append(f'{at} t="s"><v>{strings.number(cell)}</v></c>')
            elif style:
                pieces.append(f"{at}/>")
        pieces.append("</row>")
    pieces.append("</sheetData>")


def _margins(source: Element | None) -> str:
    if source is None or not all(VALUE.match(source.get(name, "")) for name in MARGINS):
        return ""
    return _element("pageMargins", source, MARGINS)


def _page_lines(plan: Plan) -> str:
    if not plan.lines:
        return ""
    kept = _attributes(plan.sheet.first("headerFooter"), LINES)
    lines = "".join(f"<{each.tag}>{escape(each.written())}</{each.tag}>" for each in plan.lines)
    return f"<headerFooter{kept}>{lines}</headerFooter>"


def _element(name: str, source: Element | None, allowed: set[str], needs: str = "") -> str:
    if source is None or (needs and not source.get(needs)):
        return ""
    attributes = _attributes(source, allowed)
    return f"<{name}{attributes}/>" if attributes else ""


def _attributes(source: Element, allowed: set[str]) -> str:
    return "".join(
        f" {name}={quoteattr(value)}"
        for name, value in source.attrib.items()
        if name in allowed and VALUE.match(value)
    )


def _run(look: Element | None, text: str) -> str:
    properties = etree.tostring(look, encoding="unicode") if look is not None and len(look) else ""
    return f"<r>{properties}{_text(text)}</r>"


def _text(text: str) -> str:
    escaped = escape(CONTROL.sub(_escape_control, text))
    space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{space}>{escaped}</t>"


def _escape_control(found: re.Match[str]) -> str:
    return "_x005F_x" if found[0] == "_x" else f"_x{ord(found[0]):04X}_"


def _whole(value: str | None) -> int:
    return int(float(value)) if value and re.match(r"^\d{1,7}(\.\d+)?$", value) else 0
