"""Drawings on a worksheet: where they stand once hidden rows and columns are gone, and what they cover."""

from lxml import etree

from ...enums import Kind
from ...findings import Place
from .. import office_drawings, office_telling
from ..office_draft import Draft
from ..office_drawings import MC, TYPE, WORD, XDR, A, choose_alternatives, drop, is_solid_picture
from ..office_pictures import Crop
from ..packages import Element, Part, R
from .cells import Range
from .sheet import Sheet
from .visible import Axes

DRAWING_TYPE = TYPE + "drawing+xml"
ANCHORS = (XDR + "twoCellAnchor", XDR + "oneCellAnchor", XDR + "absoluteAnchor")
SHAPES = {XDR + name for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic")}
FOLDER = "xl"
POINT, PIXEL = 12_700, 9_525  # in EMU
USUAL_HEIGHT, USUAL_WIDTH = 15.0, 8.43  # points, characters
BOXES = {"rect", "roundRect", None}
PICTURE = """<xdr:twoCellAnchor xmlns:xdr="{xdr}" xmlns:a="{a}" xmlns:r="{r}" editAs="oneCell">
<xdr:from><xdr:col>{left}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>{right}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{bottom}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{id}" name=""/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="{link}"/>
<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>"""


def read_drawing(sheet: Sheet, draft: Draft) -> tuple[str, Element] | None:
    """Return the name and root of a sheet's drawing, its alternatives settled."""
    for element in sheet.around.get("drawing", []):
        relation = draft.package.relations(sheet.source).get(element.get(R + "id", ""))
        if relation and relation.kind == "drawing" and not draft.knows(relation.target):
            root = draft.package.tree(relation.target)
            choose_alternatives(root)
            return relation.target, root
    return None


def uncover(sheet: Sheet, source: str, root: Element, draft: Draft) -> None:
    """
    Empty the cells under a filled box or a picture: whoever laid it there wanted them gone, and they can be copied from
    under it.
    """
    boxes = [
        each
        for each in root.iter(XDR + "twoCellAnchor")
        if _is_filled(each) or (each.find(XDR + "pic") is not None and is_solid_picture(each, draft, source))
    ]
    covered = 0
    for anchor in boxes:
        start, end = _corner(anchor, "from"), _corner(anchor, "to")
        for number in range(start[2], min(end[2], max(sheet.rows, default=0)) + 1):
            row = sheet.rows.get(number)
            half = (_float(row.height, USUAL_HEIGHT) if row else USUAL_HEIGHT) * POINT / 2
            if (
                row is None
                or (number == start[2] and start[3] > half)
                or (number == end[2] and end[3] < half)
            ):
                continue
            for cell in row.cells:
                half = _width(sheet, cell.column) / 2
                at = cell.column
                inside = start[0] < at < end[0] or (
                    start[0] <= at <= end[0]
                    and (at != start[0] or start[1] <= half)
                    and (at != end[0] or end[1] >= half)
                )
                if inside and cell.text.strip():
                    covered += 1
                    cell.text, cell.number, cell.runs = "", None, ()
    if covered:
        draft.count(Kind.COVERED_TEXT, Place(sheet=sheet.name), "图形下面压着的 {} 个有内容的单元格", covered)


def _is_filled(anchor: Element) -> bool:
    """Say whether an anchored shape is a box that lets nothing through."""
    shape = anchor.find(XDR + "sp")
    properties = shape.find(XDR + "spPr") if shape is not None else None
    if properties is None:
        return False
    geometry = properties.find(A + "prstGeom")
    if (geometry.get("prst") if geometry is not None else None) not in BOXES:
        return False
    fill = properties.find(A + "solidFill")
    if fill is not None:
        return not any(True for _ in fill.iter(A + "alpha"))
    if any(properties.find(A + name) is not None for name in ("noFill", "gradFill", "blipFill", "pattFill")):
        return False
    reference = shape.find(f"{XDR}style/{A}fillRef")
    return reference is not None and reference.get("idx", "0") != "0"


def place_drawing(sheet: Sheet, axes: Axes, source: str, root: Element, draft: Draft) -> Part | None:
    """Return the sheet's drawing as a part of the copy, its text told; None when nothing of it shows."""
    place = Place(sheet=sheet.name)
    for each in list(root.iter(WORD + "*")):
        drop(each)
    for anchor in list(root.iter(*ANCHORS)):
        if not _move(anchor, axes):
            draft.hide(Kind.HIDDEN_CELLS, place, "隐藏的行、列里的图形")
            drop(anchor)
    part = draft.part(source, f"{FOLDER}/drawings/drawing{{}}.xml", "drawing", DRAWING_TYPE, root)
    office_drawings.prune(root, draft, source, part, place, FOLDER)
    for anchor in list(root.iter(*ANCHORS)):
        if not any(each.tag in SHAPES or each.tag.startswith(MC) for each in anchor):
            drop(anchor)
    for alternative in list(root.iter(MC + "AlternateContent")):
        if not any(len(choice) for choice in alternative):
            drop(alternative)
    office_telling.tell(root, draft, part, Place(sheet=sheet.name, part="图形"))
    return part if len(root) else None


def pictures_in_cells(
    sheet: Sheet, axes: Axes, images: dict[str, str], part: Part | None, draft: Draft
) -> Part | None:
    """Lay the pictures that WPS keeps inside cells upon them, where every program shows them."""
    for number, (row, column, name) in enumerate(sheet.pictures):
        target = images.get(name)
        if not target or not axes.shows_row(row) or not axes.shows_column(column):
            continue
        shown = draft.pictures.part(target, Crop(), f"{FOLDER}/media/image{{}}")
        if shown is None:
            continue
        draft.used.add(target)
        if part is None:
            root = etree.Element(XDR + "wsDr", nsmap={"xdr": XDR[1:-1], "a": A[1:-1], "r": R[1:-1]})
            part = Part(f"{FOLDER}/drawings/drawing{{}}.xml", "drawing", DRAWING_TYPE, root)
        range_ = next(
            (each for each in sheet.merged if (row, column) in each), Range(row, column, row, column)
        )
        at = axes.range(range_)
        anchor = PICTURE.format(
            **{"xdr": XDR[1:-1], "a": A[1:-1], "r": R[1:-1], "id": 10_000 + number, "link": part.link(shown)},
            **{"left": at.left - 1, "top": at.top - 1, "right": at.right, "bottom": at.bottom},
        )
        part.content.append(etree.fromstring(anchor.replace("\n", "")))
        draft.tell_picture(shown, Place(sheet=sheet.name, cell=range_.in_words().partition(":")[0]))
    return part


def _move(anchor: Element, axes: Axes) -> bool:
    """Move an anchor to where its cells stand in the copy; say whether anything of it shows."""
    if anchor.tag == XDR + "absoluteAnchor":
        return _has_size(anchor)
    corners = {name: anchor.find(XDR + name) for name in ("from", "to")}
    if corners["from"] is None or (anchor.tag == XDR + "twoCellAnchor" and corners["to"] is None):
        return False
    before = {name: _corner(anchor, name) for name, each in corners.items() if each is not None}
    if anchor.tag == XDR + "oneCellAnchor":
        column, _, row, _ = before["from"]
        if not _has_size(anchor) or not axes.shows_row(row) or not axes.shows_column(column):
            return False
    for name, (column, right, row, down) in before.items():
        shown_column, shown_row = axes.shows_column(column), axes.shows_row(row)
        values = {
            "col": axes.column(column) - 1,
            "colOff": right if shown_column else 0,
            "row": axes.row(row) - 1,
            "rowOff": down if shown_row else 0,
        }
        for tag, value in values.items():
            part = corners[name].find(XDR + tag)
            if part is None:
                return False
            part.text = str(value)
    if anchor.tag == XDR + "oneCellAnchor":
        return True
    after = [_corner(anchor, "from"), _corner(anchor, "to")]
    if anchor.find(XDR + "cxnSp") is not None:
        return after[0] != after[1]
    return after[0][:2] < after[1][:2] and after[0][2:] < after[1][2:]


def _corner(anchor: Element, name: str) -> tuple[int, int, int, int]:
    """Return column, offset, row, offset; columns and rows from 1."""
    corner = anchor.find(XDR + name)
    values = [_integer(corner.findtext(XDR + tag)) for tag in ("col", "colOff", "row", "rowOff")]
    return min(values[0], 16_383) + 1, values[1], min(values[2], 1_048_575) + 1, values[3]


def _has_size(anchor: Element) -> bool:
    size = anchor.find(XDR + "ext")
    return size is not None and _integer(size.get("cx")) > 0 and _integer(size.get("cy")) > 0


def _width(sheet: Sheet, column: int) -> float:
    wide = next((each.width for each in sheet.columns if each.first <= column <= each.last), "")
    return (_float(wide, USUAL_WIDTH) * 7 + 5) * PIXEL


def _integer(value: str | None) -> int:
    return int(value) if value and value.strip().isdecimal() else 0


def _float(value: str | None, otherwise: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise
