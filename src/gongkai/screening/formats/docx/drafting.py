"""A Word document brought into its public form, part by part."""

from lxml import etree

from ...enums import Kind
from ...findings import Place
from .. import office_leftovers
from ..office_colors import WHITE
from ..office_draft import Draft
from ..office_drawings import MC, TYPE, choose_alternatives, drop, unwrap
from ..office_theme import link_theme
from ..office_vml import O
from ..packages import Element, Package, Part, R, damaged
from . import fields, labels, style_names, styles, symbols, tracked
from .allowed import OWN_BOOKMARK, W, complete, prune, unwrap_controls
from .looks import UNKNOWN, Looks, has_backdrop, remove_unseen
from .walking import FOLDER, Walk

WORD_TYPE = TYPE + "wordprocessingml."
DOCUMENT_TYPE = WORD_TYPE + "document.main+xml"
NOTES = {"footnotes": ("footnote", "脚注"), "endnotes": ("endnote", "尾注")}
PAGE_PARTS = {"headerReference": ("header", "页眉"), "footerReference": ("footer", "页脚")}
OFF = {"0", "false", "off"}


def draft_of(package: Package) -> tuple[Draft, Part]:
    """Return what a document says and hides, and the main part of its public copy."""
    source = package.main({DOCUMENT_TYPE})
    draft = Draft(package)
    root = package.tree(source)
    if root.tag != W + "document" or root.find(W + "body") is None:
        raise damaged()
    main = draft.part(source, f"{FOLDER}/document.xml", "officeDocument", DOCUMENT_TYPE, root)
    settings = _side_part(draft, source, main, "settings")
    style_sheet = _side_part(draft, source, main, "styles")
    if settings is not None:
        _tell_settings(settings, draft)
    looks = Looks(style_sheet, _page_color(root, settings, draft, source))
    numbering = _side_part(draft, source, main, "numbering")
    if numbering is not None:
        labels.prepare(numbering)
    listed = labels.Labels(numbering, style_sheet)
    walk = Walk(draft, styles.headings(style_sheet), listed)

    stories = [(root, source, main, "")]
    _prepare(root, draft, looks, source, main, Place())
    notes = _notes(draft, source, main, looks, root)
    pages = _page_parts(draft, source, main, looks, root, settings)
    stories += notes + pages
    for story in stories:
        walk.story(*story)
    walk.finish()
    listed.drop_untold()

    roots = [each[0] for each in stories]
    for each in roots:
        walk.drop_unseen(each)
        complete(each)
        _tidy_namespaces(each)
    _finish_side_parts(style_sheet, settings, numbering, roots)
    link_theme(draft, source, main, FOLDER)
    draft.blank_untold()
    office_leftovers.tell(draft)
    return draft, main


def _side_part(draft: Draft, source: str, main: Part, kind: str) -> Element | None:
    for name in draft.package.related(source, kind):
        part = draft.part(
            name, f"{FOLDER}/{kind}.xml", kind, WORD_TYPE + kind + "+xml", draft.package.tree(name)
        )
        main.link(part)
        return part.content
    return None


def _page_color(root: Element, settings: Element | None, draft: Draft, source: str) -> str:
    """Return the colour of the paper, “?” when something lies on it under the text."""
    names = draft.package.related(source, "header") + draft.package.related(source, "footer")
    if any(has_backdrop(each) for each in [root, *map(draft.package.tree, names)]):
        return UNKNOWN
    background = root.find(W + "background")
    shown = settings is not None and settings.find(W + "displayBackgroundShape") is not None
    color = background.get(W + "color", WHITE) if background is not None and shown else WHITE
    return WHITE if color == "auto" else color.upper()


def _tell_settings(settings: Element, draft: Draft) -> None:
    """Note what settings tell about the office that wrote the document."""
    template = settings.find(W + "attachedTemplate")
    if template is not None:
        draft.hide(Kind.METADATA, Place(), "模板的路径")
    if settings.find(W + "mailMerge") is not None:
        draft.hide(Kind.DATA_MODEL, Place(), "邮件合并的数据来源")
    if settings.find(W + "docVars") is not None:
        draft.hide(Kind.METADATA, Place(), "文档变量")


def _prepare(root: Element, draft: Draft, looks: Looks, source: str, part: Part, place: Place) -> None:
    """Bring a story into its public form, but for its drawings, which are pruned as the walk comes to them."""
    choose_alternatives(root)
    tracked.accept(root, draft, place)
    _tell_controls(root, draft, place)
    unwrap_controls(root)
    fields.flatten(root, draft, place)
    symbols.write_out(root)
    remove_unseen(root, looks, draft, place)
    _open_objects(root, draft, place)
    _skip_foreign(root, draft, place)
    prune(root)
    _link_text(root, draft, source, part)


def _tell_controls(root: Element, draft: Draft, place: Place) -> None:
    lists = sum(1 for _ in root.iter(W + "dropDownList", W + "comboBox", W + "dataBinding"))
    if lists:
        draft.count(Kind.FORM_FIELD, place, "{} 个内容控件的选项或绑定数据", lists)


def _open_objects(root: Element, draft: Draft, place: Place) -> None:
    """Of an embedded object keep the picture that stands for it on the page."""
    for each in list(root.iter(W + "object")):
        controls = each.findall(W + "control")
        if controls:
            draft.count(Kind.ACTIVE_CONTENT, place, "{} 个控件", len(controls))
        elif each.find(O + "OLEObject") is not None:
            draft.count(Kind.EMBEDDED_FILE, place, "{} 个嵌入的对象，公开副本里只留它的图片")
        each.tag = W + "pict"
        each.attrib.clear()
    for each in list(root.iter(W + "pict")):
        for inner in each.findall(W + "control"):
            drop(inner)


def _skip_foreign(root: Element, draft: Draft, place: Place) -> None:
    """What Word would fetch from another file or format has been read by nobody and cannot come along."""
    for each in list(root.iter(W + "altChunk", W + "subDoc", W + "contentPart")):
        draft.count(Kind.EMBEDDED_FILE, place, "{} 处插入的外部文档或墨迹")
        drop(each)


def _link_text(root: Element, draft: Draft, source: str, part: Part) -> None:
    """Keep links to public pages and within the document; other links leave their text."""
    relations = draft.package.relations(source)
    for each in list(root.iter(W + "hyperlink")):
        relation = relations.get(each.attrib.pop(R + "id", ""))
        if relation and relation.external and draft.link(relation.target):
            each.set(R + "id", part.link(relation.target))
            each.attrib.pop(W + "anchor", None)
        elif relation or not OWN_BOOKMARK.match(each.get(W + "anchor", "")):
            if relation and relation.external and "@" not in relation.target:
                draft.count(Kind.EXTERNAL_LINK, Place(), "{} 个指向电脑里文件的链接")
            unwrap(each)


def _notes(
    draft: Draft, source: str, main: Part, looks: Looks, root: Element
) -> list[tuple[Element, str, Part, str]]:
    found = []
    for kind, (tag, label) in NOTES.items():
        names = draft.package.related(source, kind)
        if not names:
            continue
        notes = draft.package.tree(names[0])
        used = {each.get(W + "id") for each in root.iter(W + tag + "Reference")}
        for each in list(notes.iterchildren(W + tag)):
            if each.get(W + "type", "normal") == "normal" and each.get(W + "id") not in used:
                draft.count(Kind.INVISIBLE_TEXT, Place(part=label), "{} 条没有引用的注释")
                notes.remove(each)
        part = draft.part(names[0], f"{FOLDER}/{kind}.xml", kind, WORD_TYPE + kind + "+xml", notes)
        _prepare(notes, draft, looks, names[0], part, Place(part=label))
        main.link(part)
        found.append((notes, names[0], part, label))
    known = {kind for kind in NOTES if draft.package.related(source, kind)}
    for kind, (tag, _) in NOTES.items():
        if kind not in known:
            for each in list(root.iter(W + tag + "Reference")):
                drop(each)
    return found


def _page_parts(
    draft: Draft, source: str, main: Part, looks: Looks, root: Element, settings: Element | None
) -> list[tuple[Element, str, Part, str]]:
    """Return headers and footers that appear on some page; those switched off are hidden text."""
    relations = draft.package.relations(source)
    even = settings is not None and _is_on(settings.find(W + "evenAndOddHeaders"))
    first = any(_is_on(each) for each in root.iter(W + "titlePg"))
    found, known = [], {}
    for reference in list(root.iter(*(W + name for name in PAGE_PARTS))):
        kind, label = PAGE_PARTS[reference.tag[len(W) :]]
        relation = relations.get(reference.attrib.pop(R + "id", ""))
        if relation is None or relation.kind != kind or relation.external:
            drop(reference)
            continue
        type_ = reference.get(W + "type", "default")
        if (type_ == "even" and not even) or (type_ == "first" and not first):
            if "".join(draft.package.tree(relation.target).itertext()).strip():
                draft.count(Kind.INVISIBLE_TEXT, Place(part=label), "{} 个没有启用的页眉、页脚")
            draft.used.add(relation.target)
            drop(reference)
            continue
        if relation.target not in known:
            page = draft.package.tree(relation.target)
            name, type_ = f"{FOLDER}/{kind}{{}}.xml", WORD_TYPE + kind + "+xml"
            part = draft.part(relation.target, name, kind, type_, page)
            known[relation.target] = part
            _prepare(page, draft, looks, relation.target, part, Place(part=label))
            found.append((page, relation.target, part, label))
        reference.set(R + "id", main.link(known[relation.target]))
    return found


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(W + "val", "1") not in OFF


def _finish_side_parts(
    style_sheet: Element | None, settings: Element | None, numbering: Element | None, stories: list[Element]
) -> None:
    users = [*stories, *([] if numbering is None else [numbering])]
    if style_sheet is not None:
        styles.keep_used(style_sheet, users)
        prune(style_sheet)
        _tidy_namespaces(style_sheet)
    if settings is not None:
        for each in settings.findall(W + "footnotePr") + settings.findall(W + "endnotePr"):
            drop(each)
        prune(settings)
        _tidy_namespaces(settings)
    style_names.neutral(style_sheet, users)
    if numbering is not None:
        styles.keep_used_lists(numbering, stories + ([] if style_sheet is None else [style_sheet]))
        _tidy_namespaces(numbering)


def _tidy_namespaces(root: Element) -> None:
    kept = {prefix for each in root.iter(MC + "Choice") for prefix in each.get("Requires", "").split()}
    etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(kept))
