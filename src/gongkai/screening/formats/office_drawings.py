"""
Drawings in Word, Excel and PowerPoint: shapes, pictures, charts, diagrams, in the one language they share.

``prune`` leaves in a drawing what shows. Vocabularies are let in by name; elements of theirs
that hold what does not show are named below.
"""

from lxml import etree

from ..enums import Kind
from ..findings import Place
from .office_charts import drop_unseen_names, hold_values
from .office_draft import Draft
from .office_fonts import plain_names
from .office_pictures import Crop, lets_through
from .packages import Element, Part, R, damaged

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/"
A = f"{{{MAIN}main}}"
C = f"{{{MAIN}chart}}"
DGM = f"{{{MAIN}diagram}}"
PIC = f"{{{MAIN}picture}}"
WP = f"{{{MAIN}wordprocessingDrawing}}"
XDR = f"{{{MAIN}spreadsheetDrawing}}"
CDR = f"{{{MAIN}chartDrawing}}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH_TEXT, A_TEXT = M + "t", A + "t"

VOCABULARIES = (A, C, DGM, PIC, WP, XDR, CDR, P, WPS, WPG, WPC, M)
UNDERSTOOD = {WPS[1:-1], WPG[1:-1], WPC[1:-1], A14[1:-1]}
TEXTS = {
    *(A_TEXT, MATH_TEXT, C + "v", C + "formatCode", C + "separator"),
    *(WP + "align", WP + "posOffset", XDR + "col", XDR + "row", XDR + "colOff", XDR + "rowOff"),
    *(WP + "pctPosHOffset", WP + "pctPosVOffset", CDR + "x", CDR + "y", P + "attrName"),
}
LEFT_OUT = {
    *(
        A + "extLst",
        C + "extLst",
        DGM + "extLst",
        P + "extLst",
        WPS + "extLst",
        WPG + "extLst",
        WPC + "extLst",
    ),
    *(WP + "extLst", XDR + "extLst", CDR + "extLst"),
    *(A + name for name in ("hlinkHover", "hlinkMouseOver", "snd", "custDataLst", "objectDefaults")),
    *(A + name for name in ("audioCd", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile")),
    *(C + name for name in ("externalData", "pivotSource", "pivotFmts", "protection", "printSettings")),
    *(DGM + name for name in ("title", "desc", "catLst", "sampData", "styleData", "clrData")),
    *(P + name for name in ("custDataLst", "controls", "timing", "transition", "tagLst", "modifyVerifier")),
}
LEFT_OUT_ATTRIBUTES = {
    "name",
    "title",
    "descr",
    "tooltip",
    "macro",
    "textlink",
    "fPublished",
    "tag",
    "invalidUrl",
}
# Names that say how something looks; all other named elements are only called so by the programs.
SCHEMES = {A + "clrScheme", A + "fontScheme", A + "fmtScheme"}  # must have a name, any name
NAMED = {A + "gd", A + "prstGeom", DGM + "layoutNode"}
NAMED |= {DGM + name for name in ("alg", "param", "forEach", "choose", "if", "else", "styleLbl", "varLst")}
NEEDS_NAME = {"cNvPr", "docPr"}
FILE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".webp", ".heic")
TYPE = "application/vnd.openxmlformats-officedocument."
CHART_TYPE, SHAPES_TYPE = TYPE + "drawingml.chart+xml", TYPE + "drawingml.chartshapes+xml"
DIAGRAM = {  # attribute of dgm:relIds: kind of relation, name and content type of the part
    "dm": ("diagramData", "data", TYPE + "drawingml.diagramData+xml"),
    "lo": ("diagramLayout", "layout", TYPE + "drawingml.diagramLayout+xml"),
    "qs": ("diagramQuickStyle", "quickStyle", TYPE + "drawingml.diagramStyle+xml"),
    "cs": ("diagramColors", "colors", TYPE + "drawingml.diagramColors+xml"),
}


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def drop(element: Element) -> None:
    """Take an element out; text behind it belongs to nobody in these formats and goes with it."""
    if element.getparent() is not None:
        element.getparent().remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(at + offset, child)
    parent.remove(element)


def choose_alternatives(root: Element) -> None:
    """
    Of content given in several ways keep the one that today's programs show.

    A first choice they understand stays wrapped, as the file format wants it; the fallback for older programs goes,
    because it says everything once more.
    """
    for alternative in list(root.iter(MC + "AlternateContent")):
        choices = [each for each in alternative if each.tag == MC + "Choice"]
        taken = next((each for each in choices if _understood(each)), None)
        for each in list(alternative):
            if each is not taken and not (taken is None and each.tag == MC + "Fallback"):
                alternative.remove(each)
        if taken is None:
            for fallback in list(alternative):
                unwrap(fallback)
            unwrap(alternative)


def _understood(choice: Element) -> bool:
    required = [choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split()]
    return bool(required) and all(each in UNDERSTOOD for each in required)


def prune(root: Element, draft: Draft, source: str, part: Part, place: Place, folder: str) -> None:
    """
    Leave in a drawing only what shows, and link what it shows to ``part``.

    ``source`` names the part it came from, ``folder`` the one that charts and pictures go to. Children of Word in it
    (``w:txbxContent``) are not touched: whoever knows that language prunes them.
    """
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag.startswith(MC):
            _bare(element, {"Requires"})
        elif not _is_allowed(element):
            if element.getparent() is None:
                raise damaged()
            drop(element)
            continue
        elif _is_hidden(element):
            draft.hide(Kind.INVISIBLE_TEXT, place, "设成隐藏的图形")
            drop(element)
            continue
        elif not element.tag.startswith(WORD):
            _follow(element, draft, source, part, place, folder)
            _tidy(element, draft, place)
        else:
            continue
        waiting += reversed(element)
    for gone in [each for each in root.iter(A + "r", A + "fld") if _is_unseen(each)]:
        draft.count(Kind.INVISIBLE_TEXT, place, "图形里 {} 处透明或极小的文字")
        drop(gone)


def _is_allowed(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
        return False
    if element.tag.startswith(WORD):
        parent = element.getparent()
        return parent is not None and (local(element) == "txbxContent" or parent.tag.startswith(M))
    return element.tag.startswith(VOCABULARIES) or element.tag == A14 + "m"


def _is_hidden(element: Element) -> bool:
    """Say whether an element is a shape whose non-visual properties say that it is hidden."""
    for child in element:
        named = [child] if local(child) in NEEDS_NAME else child if local(child).startswith("nv") else ()
        if any(each.get("hidden") in {"1", "true"} for each in named if local(each) in NEEDS_NAME):
            return True
    return False


def _tidy(element: Element, draft: Draft, place: Place) -> None:
    """Leave of attributes and text what the drawing is made of."""
    if element.tag not in TEXTS:
        element.text = None
    element.tail = None
    described = element.get("descr", "") if local(element) in NEEDS_NAME else ""
    named = element.tag in NAMED
    for name in list(element.attrib):
        if name.startswith("{"):
            if not name.startswith(R):
                del element.attrib[name]
        elif name in LEFT_OUT_ATTRIBUTES and not (name == "name" and named) and not _says_kind(element, name):
            del element.attrib[name]
    plain_names(element)
    if element.tag in SCHEMES:
        element.set("name", "Office")
    if local(element) in NEEDS_NAME:
        element.set("name", "")
        if is_file_name(described):
            draft.hide(Kind.METADATA, place, "图片说明里的文件名或路径")
        elif described:
            element.set("descr", described)


def _says_kind(element: Element, name: str) -> bool:
    """Say whether an attribute is the one that tells charts from pictures and tables."""
    kinds = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/")
    return name == "uri" and element.tag == A + "graphicData" and element.get(name).startswith(kinds)


def is_file_name(text: str) -> bool:
    """Programs write the picture's path into its description; nobody has written that for readers."""
    return "\\" in text or "://" in text or text.strip().lower().endswith(FILE_ENDINGS)


def _bare(element: Element, kept: set[str]) -> None:
    element.text = element.tail = None
    for name in set(element.attrib) - kept:
        del element.attrib[name]


def _follow(element: Element, draft: Draft, source: str, part: Part, place: Place, folder: str) -> None:
    """Link what an element leads to, or take away the reference."""
    references = {name: element.attrib.pop(name) for name in list(element.attrib) if name.startswith(R)}
    relations = draft.package.relations(source)
    if element.tag == A + "blip":
        if R + "link" in references:
            draft.hide(Kind.EXTERNAL_LINK, place, "链接的图片")
        relation = relations.get(references.get(R + "embed", ""))
        _picture(element, draft, relation.target if relation else "", part, place, folder)
    elif element.tag in {A + "hlinkClick"}:
        relation = relations.get(references.get(R + "id", ""))
        if relation and relation.external and draft.link(relation.target):
            element.set(R + "id", part.link(relation.target))
            element.attrib.pop("action", None)
        else:
            drop(element)
    elif element.tag in {C + "chart", C + "userShapes"} and references:
        relation = relations.get(references.get(R + "id", ""))
        kind = "chart" if element.tag == C + "chart" else "chartUserShapes"
        if relation and relation.kind == kind and not draft.knows(relation.target):
            type_ = CHART_TYPE if kind == "chart" else SHAPES_TYPE
            name = (
                f"{folder}/charts/chart{{}}.xml" if kind == "chart" else f"{folder}/drawings/shapes{{}}.xml"
            )
            element.set(R + "id", part.link(_inner(draft, relation.target, name, kind, type_, place, folder)))
        else:
            drop(element)
    elif element.tag == DGM + "relIds":
        _diagram(element, references, draft, source, part, place, folder)


def _inner(
    draft: Draft, source: str, name: str, kind: str, content_type: str, place: Place, folder: str
) -> Part:
    """Return a pruned part of its own language."""
    root = draft.package.tree(source)
    inner = draft.part(source, name, kind, content_type, root)
    if kind == "chart":
        if unseen := drop_unseen_names(root):
            draft.count(Kind.INVISIBLE_TEXT, place, "图表里 {} 个不显示的名称", unseen)
        hold_values(root, draft.unshown_points)
    choose_alternatives(root)
    prune(root, draft, source, inner, place, folder)
    etree.cleanup_namespaces(root)
    return inner


def _picture(element: Element, draft: Draft, target: str, part: Part, place: Place, folder: str) -> None:
    fill = element.getparent()
    rectangle = fill.find(A + "srcRect") if fill is not None else None
    crop = Crop()
    if rectangle is not None:
        crop = crop_of(rectangle)
    shown = draft.pictures.part(target, crop, f"{folder}/media/image{{}}") if target else None
    if shown is None:
        if target:
            draft.hide(Kind.EMBEDDED_FILE, place, "打不开的图片")
        _lose_picture(fill)
        return
    draft.used.add(target)
    element.set(R + "embed", part.link(shown))
    if rectangle is not None and crop and not shown.content_type.endswith("mf"):
        uncrop(rectangle)
    draft.tell_picture(shown, place)


def is_solid_picture(picture: Element, draft: Draft, source: str) -> bool:
    """Say whether a picture element of the part ``source`` hides what lies under it."""
    blip = next(picture.iter(A + "blip"), None)
    relation = draft.package.relations(source).get(blip.get(R + "embed", "")) if blip is not None else None
    if (
        relation is None
        or relation.target not in draft.package
        or any(True for _ in blip.iter(A + "alphaModFix"))
    ):
        return False
    return not lets_through(draft.package.data(relation.target))


def crop_of(rectangle: Element) -> Crop:
    """Return what a:srcRect cuts off; it may also say that the picture is smaller than its frame."""
    sides = [_share(rectangle.get(side)) for side in ("l", "t", "r", "b")]
    return Crop(*(max(0.0, min(0.99, side)) for side in sides))


def uncrop(rectangle: Element) -> None:
    """Let a:srcRect say that nothing is cut off any more: what was cut is gone."""
    for side in ("l", "t", "r", "b"):
        if _share(rectangle.get(side)) > 0:
            del rectangle.attrib[side]


def _share(value: str | None) -> float:
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000
    except (ValueError, AttributeError):
        return 0.0


def _lose_picture(fill: Element | None) -> None:
    if fill is None:
        return
    owner = fill.getparent()
    if owner is not None and local(owner) == "pic":
        drop(owner)
    elif owner is not None:
        owner.replace(fill, etree.Element(A + "noFill"))


def _diagram(
    element: Element,
    references: dict[str, str],
    draft: Draft,
    source: str,
    part: Part,
    place: Place,
    folder: str,
) -> None:
    relations = draft.package.relations(source)
    found = {name: relations.get(references.get(R + name, "")) for name in DIAGRAM}
    if not all(each and each.kind == DIAGRAM[name][0] for name, each in found.items()):
        drop(element)
        return
    for name, relation in found.items():
        kind, stem, type_ = DIAGRAM[name]
        if draft.knows(relation.target):
            inner = draft.part(relation.target, "", kind, type_)
        else:
            path = f"{folder}/diagrams/{stem}{{}}.xml"
            inner = _inner(draft, relation.target, path, kind, type_, place, folder)
        element.set(R + name, part.link(inner))


def _is_unseen(run: Element) -> bool:
    """Say whether a run of text is see-through or at most 1 pt high."""
    properties = run.find(A + "rPr")
    if properties is None:
        return False
    size = properties.get("sz", "")
    if size.isdecimal() and int(size) <= 100:
        return True
    fill = properties.find(A + "solidFill")
    outline = properties.find(A + "ln")
    if outline is not None and outline.find(A + "noFill") is None:
        return False
    if properties.find(A + "noFill") is not None:
        return True
    return fill is not None and any(_share(each.get("val")) <= 0.02 for each in fill.iter(A + "alpha"))
