"""A presentation brought into its public form: the slides that are shown, with their layouts and masters."""

from dataclasses import dataclass

from lxml import etree

from ...enums import Kind
from ...findings import Place, Unreadable
from .. import office_drawings, office_leftovers, office_telling
from ..office_draft import Draft
from ..office_drawings import MC, TYPE, WORD, A, P, choose_alternatives, drop, local, unwrap
from ..office_telling import paragraph_pieces
from ..office_text import Piece
from ..office_theme import link_theme
from ..packages import Element, Package, Part, R, damaged
from .shapes import Box, drop_beside, drop_white, is_placeholder, uncover

SHOW_TYPE = TYPE + "presentationml."
MAIN_TYPE = SHOW_TYPE + "presentation.main+xml"
FOLDER = "ppt"
OFF = {"0", "false"}
TITLES = {"title", "ctrTitle"}
FIELDS_OF_SHOW = {"sldMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle"}
SHOW_ATTRIBUTES = {"firstSlideNum", "showSpecialPlsOnTitleSld", "rtl", "conformance", "saveSubsetFonts"}
USUAL_SIZE = (9_144_000, 6_858_000)  # where none is given: 10 by 7.5 inches
OLE = "http://schemas.openxmlformats.org/presentationml/2006/ole"


@dataclass
class Show:
    """The presentation in the making."""

    draft: Draft
    main: Part
    size: Box
    slides: int = 0


def draft_of(package: Package) -> Show:
    """Return what a presentation says and hides, and the main part of its public copy."""
    source = package.main({MAIN_TYPE})
    draft = Draft(package)
    root = package.tree(source)
    if root.tag != P + "presentation":
        raise damaged()
    main = draft.part(source, f"{FOLDER}/presentation.xml", "officeDocument", MAIN_TYPE, root)
    show = Show(draft, main, _size(root))
    slides = _visible_slides(root, draft, source)
    if not slides:
        raise Unreadable("演示文稿里没有显示的幻灯片。请取消隐藏要公开的幻灯片，再上传。")
    parts = [_slide(name, number, show) for number, name in slides]
    show.slides = len(parts)
    _finish(root, show, source, parts)
    link_theme(draft, source, main, FOLDER)
    draft.blank_untold()
    office_leftovers.tell(draft)
    return show


def _size(root: Element) -> Box:
    size = root.find(P + "sldSz")
    if size is None or not size.attrib:
        return Box(0, 0, *USUAL_SIZE)
    try:
        return Box(0, 0, int(size.get("cx")), int(size.get("cy")))
    except (TypeError, ValueError) as error:
        raise damaged("的页面大小") from error


def _visible_slides(root: Element, draft: Draft, source: str) -> list[tuple[int, str]]:
    """Return number and part of the slides that are shown; tell of the hidden ones and of all notes."""
    relations = draft.package.relations(source)
    found, hidden, notes, number = [], 0, 0, 0
    for each in root.iterfind(f"{P}sldIdLst/{P}sldId"):
        relation = relations.get(each.get(R + "id", ""))
        if relation is None or relation.kind != "slide":
            raise damaged("的幻灯片列表")
        number += 1
        draft.used.add(relation.target)
        if any(name == relation.target for _, name in found):
            raise damaged("的幻灯片列表")
        if draft.package.tree(relation.target).get("show") in OFF:
            hidden += 1
        else:
            found.append((number, relation.target))
        for name in draft.package.related(relation.target, "notesSlide"):
            texts = draft.package.tree(name).iter(A + "t")
            notes += any((each.text or "").strip() for each in texts)
    if hidden:
        draft.hide(Kind.HIDDEN_SLIDE, Place(), f"{hidden} 张隐藏的幻灯片")
    if notes:
        draft.hide(Kind.HIDDEN_SLIDE, Place(), f"{notes} 页备注")
    return found


def _slide(source: str, number: int, show: Show) -> Part:
    draft, place = show.draft, Place(slide=number)
    root = draft.package.tree(source)
    part = draft.part(source, f"{FOLDER}/slides/slide{{}}.xml", "slide", SHOW_TYPE + "slide+xml", root)
    layouts = draft.package.related(source, "slideLayout")
    if not layouts:
        raise damaged("的幻灯片版式")
    layout = _layout(layouts[0], show)
    part.link(layout)
    tree = _prepare(root, draft, place)
    drop_beside(tree, show.size, draft, place)
    uncover(tree, draft, source, place)
    master = next(
        each for each in layout.links.values() if isinstance(each, Part) and each.kind == "slideMaster"
    )
    sheets = [layout.content, master.content]
    if not any(True for each in [root, *sheets] for _ in each.iter(P + "bgPr")):
        drop_white(tree, [each.find(f"{P}cSld/{P}spTree") for each in sheets], draft, place)
    office_drawings.prune(root, draft, source, part, place, FOLDER)
    root.attrib.pop("show", None)
    _complete(root)
    _tell_slide(tree, part, draft, place)
    etree.cleanup_namespaces(root, keep_ns_prefixes=_required(root))
    return part


def _prepare(root: Element, draft: Draft, place: Place) -> Element:
    """Settle alternatives and embedded objects; return the tree of shapes."""
    choose_alternatives(root)
    for each in list(root.iter(WORD + "*")):
        drop(each)
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is None:
        raise damaged("的幻灯片")
    for name in ("custDataLst", "tagLst"):
        if next(root.iter(P + name), None) is not None:
            draft.hide(Kind.METADATA, place, "插件留下的标记")
    if next(root.iter(P + "controls"), None) is not None:
        draft.hide(Kind.ACTIVE_CONTENT, place, "控件")
    media = sum(
        1 for _ in root.iter(A + "videoFile", A + "audioFile", A + "wavAudioFile", A + "quickTimeFile")
    )
    if media:
        draft.count(Kind.EMBEDDED_FILE, place, "{} 段声音或视频，公开副本里只留画面", media)
    for frame in list(root.iter(P + "graphicFrame")):
        data = frame.find(f"{A}graphic/{A}graphicData")
        if data is not None and data.get("uri") == OLE:
            draft.count(Kind.EMBEDDED_FILE, place, "{} 个嵌入的对象，公开副本里只留它的图片")
            picture = next(data.iter(P + "pic"), None)
            if picture is None:
                drop(frame)
            else:
                frame.getparent().replace(frame, picture)
    return tree


def _layout(source: str, show: Show) -> Part:
    return _sheet(source, "slideLayout", show, leads="slideMaster")


def _sheet(source: str, kind: str, show: Show, leads: str) -> Part:
    """Return a layout or master, without the prompts in its placeholders, which no reader sees."""
    draft = show.draft
    if draft.knows(source):
        return draft.part(source, "", kind, "")
    root = draft.package.tree(source)
    name = f"{FOLDER}/{kind}s/{kind}{{}}.xml"
    part = draft.part(source, name, kind, SHOW_TYPE + kind + "+xml", root)
    place = Place(part="母版")
    tree = _prepare(root, draft, place)
    for shape in list(tree):
        if is_placeholder(shape):
            _empty(shape)
    drop_beside(tree, show.size, draft, place)
    for each in list(root.iter(P + "sldLayoutIdLst", P + "hf")):
        drop(each)
    office_drawings.prune(root, draft, source, part, place, FOLDER)
    if leads:
        names = draft.package.related(source, leads)
        if not names:
            raise damaged("的幻灯片母版")
        master = _sheet(names[0], leads, show, leads="")
        part.link(master)
        _list_layout(master, part)
    else:
        link_theme(draft, source, part, FOLDER)
    _complete(root)
    office_telling.tell(tree, draft, part, place)
    etree.cleanup_namespaces(root, keep_ns_prefixes=_required(root))
    return part


def _empty(shape: Element) -> None:
    for paragraph in shape.iter(A + "p"):
        for child in list(paragraph):
            if local(child) in {"r", "fld", "br"} and not child.get("type"):
                paragraph.remove(child)
            elif local(child) == "fld":
                for text in child.iter(A + "t"):
                    text.text = ""


def _list_layout(master: Part, layout: Part) -> None:
    """Add a layout to its master's list, which stands before the master's text styles."""
    root = master.content
    layouts = root.find(P + "sldLayoutIdLst")
    if layouts is None:
        layouts = etree.Element(P + "sldLayoutIdLst")
        after = root.find(P + "clrMap")
        after.addnext(layouts) if after is not None else root.append(layouts)
    etree.SubElement(layouts, P + "sldLayoutId", {"id": "0", R + "id": master.link(layout)})


def _complete(root: Element) -> None:
    """Give back what PowerPoint cannot do without: a paragraph in each text."""
    for body in root.iter(P + "txBody", A + "txBody"):
        if body.find(A + "p") is None:
            etree.SubElement(body, A + "p")
    for alternative in list(root.iter(MC + "AlternateContent")):
        for choice in list(alternative):
            if not len(choice):
                alternative.remove(choice)
        if not len(alternative):
            unwrap(alternative)


def _tell_slide(tree: Element, part: Part, draft: Draft, place: Place) -> None:
    """Tell the shapes from back to front, tables by their cells."""
    tables = 0
    for shape in tree:
        if shape.tag == P + "sp" and not draft.title and _is_title(shape):
            texts = ("".join(each.text for each in paragraph_pieces(p)) for p in shape.iter(A + "p"))
            draft.title = " ".join(" ".join(texts).split())[:120]
        inner = list(shape.iter(A + "tbl"))
        for table in inner:
            tables += 1
            _tell_table(table, tables, draft, place)
        if not inner:
            office_telling.tell(shape, draft, part, place)


def _is_title(shape: Element) -> bool:
    return any(each.get("type") in TITLES for each in shape.iter(P + "ph"))


def _tell_table(table: Element, number: int, draft: Draft, place: Place) -> None:
    for row, line in enumerate(table.iterchildren(A + "tr")):
        for column, cell in enumerate(line.iterchildren(A + "tc")):
            if cell.get("hMerge") in {"1", "true"} or cell.get("vMerge") in {"1", "true"}:
                _empty_merged(cell, draft, place)
                continue
            pieces: list[Piece] = []
            for paragraph in cell.iter(A + "p"):
                pieces += [Piece("\n")] if pieces else []
                pieces += paragraph_pieces(paragraph)
            at = Place(slide=place.slide, table=number, row=row + 1, column=column + 1)
            name = f"幻灯片{place.slide}表{number}"
            draft.story.add(pieces, at, table=name, row=row, column=column)


def _empty_merged(cell: Element, draft: Draft, place: Place) -> None:
    texts = [each for each in cell.iter(A + "t") if (each.text or "").strip()]
    if texts:
        draft.count(Kind.INVISIBLE_TEXT, place, "合并单元格下面 {} 处看不到的内容")
    for each in texts:
        each.text = ""


def _required(root: Element) -> list[str]:
    return sorted({p for each in root.iter(MC + "Choice") for p in each.get("Requires", "").split()})


def _finish(root: Element, show: Show, source: str, slides: list[Part]) -> None:
    """List slides and masters, and leave of the presentation's own settings what slides need."""
    for each in list(root):
        if each.tag not in {P + name for name in FIELDS_OF_SHOW}:
            drop(each)
    for each in root.findall(P + "sldMasterIdLst") + root.findall(P + "sldIdLst"):
        drop(each)
    office_drawings.prune(root, show.draft, source, show.main, Place(), FOLDER)
    for name in set(root.attrib) - SHOW_ATTRIBUTES:
        del root.attrib[name]
    listed = etree.Element(P + "sldIdLst")
    masters = etree.Element(P + "sldMasterIdLst")
    root[:0] = [masters, listed]
    known: list[Part] = []
    for part in slides:
        layout = next(
            each for each in part.links.values() if isinstance(each, Part) and each.kind == "slideLayout"
        )
        master = next(
            each for each in layout.links.values() if isinstance(each, Part) and each.kind == "slideMaster"
        )
        if master not in known:
            known.append(master)
    number = 2_147_483_648  # ids of masters and layouts are of one series, above those of slides
    for master in known:
        etree.SubElement(masters, P + "sldMasterId", {"id": str(number), R + "id": show.main.link(master)})
        for each in master.content.iter(P + "sldLayoutId"):
            number += 1
            each.set("id", str(number))
        number += 1
    for at, part in enumerate(slides):
        etree.SubElement(listed, P + "sldId", {"id": str(256 + at), R + "id": show.main.link(part)})
    etree.cleanup_namespaces(root)
