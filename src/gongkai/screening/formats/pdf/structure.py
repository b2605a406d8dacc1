"""What lies in a PDF beside its pages: properties, attached files, scripts, remarks, earlier versions."""

from collections import Counter
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from ...enums import Kind
from ...findings import Hidden, Place
from .layers import Layers
from .opening import earlier_versions
from .rewriting import HIDDEN_FLAGS, SAID_ONLY, annotations_of, is_drawn, web_address

ACTIONS = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound"),
    *("/GoToE", "/RichMediaExecute", "/Hide", "/SetOCGState"),
}
PLAYERS = {"/Movie", "/Screen", "/Sound", "/3D", "/RichMedia"}
AREAS = {"/Square", "/Circle", "/Polygon", "/FreeText"}
DARK = 0.5
PROPERTIES = {
    **{
        "/Title": "标题",
        "/Author": "作者",
        "/Subject": "主题",
        "/Keywords": "关键词",
        "/Creator": "制作软件",
    },
    **{"/Producer": "生成软件", "/CreationDate": "创建时间", "/ModDate": "修改时间", "/Company": "单位"},
}


def hidden_in(pdf: pikepdf.Pdf, content: bytes) -> list[Hidden]:
    """Return what the public copy will not have, the whole document first, then page by page."""
    found = [
        *_properties(pdf),
        *_objects(pdf),
        *_layers(pdf),
        *_fields(pdf),
    ]
    if versions := earlier_versions(content):
        found.append(Hidden(Kind.TRACKED_CHANGE, Place(), f"文件里还留着 {versions} 个以前保存的版本"))
    for number, page in enumerate(pdf.pages, start=1):
        found += _of_page(page.obj, Place(page=number))
    return found


def _properties(pdf: pikepdf.Pdf) -> list[Hidden]:
    info = pdf.trailer.get("/Info")
    if not isinstance(info, Dictionary):
        return []
    filled = {key for key in info.keys() if str(info[key]).strip()}
    names = [name for key, name in PROPERTIES.items() if key in filled]
    what = "、".join(names + (["其他属性"] if filled - PROPERTIES.keys() else []))
    return [Hidden(Kind.METADATA, Place(), f"文件属性：{what}")] if what else []


def _objects(pdf: pikepdf.Pdf) -> list[Hidden]:
    """Look at every object once: what matters may hang anywhere."""
    seen: Counter[str] = Counter()
    for each in pdf.objects:
        if not isinstance(each, Dictionary | pikepdf.Stream):
            continue
        keys = each.keys()
        seen["metadata"] += "/Metadata" in keys
        seen["private"] += "/PieceInfo" in keys
        seen["files"] += "/EF" in keys
        seen["actions"] += each.get("/S") in ACTIONS or "/JS" in keys
        seen["actions"] += sum(_is_action(each[key]) for key in ("/A", "/OpenAction") if key in keys)
        seen["actions"] += "/AA" in keys
        seen["alt"] += "/Alt" in keys or "/ActualText" in keys
        seen["thumbs"] += "/Thumb" in keys
    names = pdf.Root.get("/Names", Dictionary())
    seen["actions"] += "/JavaScript" in names
    seen["templates"] += "/Templates" in names
    lines = (
        ("metadata", Kind.METADATA, "XMP 属性"),
        ("private", Kind.METADATA, "制作软件留下的私有数据"),
        ("thumbs", Kind.METADATA, "页面缩略图"),
        ("alt", Kind.METADATA, f"图片说明和替代文字，共 {seen['alt']} 处"),
        ("files", Kind.EMBEDDED_FILE, f"附带的文件，共 {seen['files']} 个"),
        ("actions", Kind.ACTIVE_CONTENT, f"脚本或自动执行的动作，共 {seen['actions']} 处"),
        ("templates", Kind.LAYER, "不显示的模板页"),
    )
    return [Hidden(kind, Place(), what) for name, kind, what in lines if seen[name]]


def _is_action(action: Any) -> bool:
    """Actions that are objects of their own are counted as such."""
    return isinstance(action, Dictionary) and not action.is_indirect and action.get("/S") in ACTIONS


def _layers(pdf: pikepdf.Pdf) -> list[Hidden]:
    layers = Layers.of(pdf)
    return [Hidden(Kind.LAYER, Place(), f"关闭的图层，共 {len(layers.off)} 层")] if layers.off else []


def _fields(pdf: pikepdf.Pdf) -> list[Hidden]:
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return []
    found = []
    if "/XFA" in form:
        found.append(Hidden(Kind.FORM_FIELD, Place(), "XFA 表单数据"))
    filled = signed = 0
    waiting = [(each, None) for each in form.get("/Fields", [])]
    seen: set[tuple[int, int]] = set()
    while waiting:
        field, kind = waiting.pop()
        if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        kind = field.get("/FT", kind)
        waiting += [(each, kind) for each in field.get("/Kids", [])]
        if "/V" in field:
            signed += kind == "/Sig"
            filled += kind != "/Sig"
    if filled:
        found.append(
            Hidden(Kind.FORM_FIELD, Place(), f"填写过的表单域，共 {filled} 个，看得见的内容已固定到页面上")
        )
    if signed:
        what = f"电子签章，共 {signed} 个：公开副本里印章图样留在页面上，签章数据不再可以验证"
        found.append(Hidden(Kind.FORM_FIELD, Place(), what))
    return found


def _of_page(page: Any, place: Place) -> list[Hidden]:
    remarks = players = local = invisible = undrawn = 0
    for each in annotations_of(page):
        subtype = str(each.get("/Subtype", ""))
        if subtype == "/Link":
            local += _leads_elsewhere(each)
        elif subtype in PLAYERS:
            players += 1
        elif subtype in SAID_ONLY or "/Contents" in each and subtype != "/Widget":
            remarks += subtype != "/Popup"
        if subtype not in SAID_ONLY and subtype != "/Link" and not is_drawn(each):
            invisible += bool(int(each.get("/F", 0)) & HIDDEN_FLAGS)
            undrawn += "/V" in each and not int(each.get("/F", 0)) & HIDDEN_FLAGS
    lines = (
        (remarks, Kind.COMMENT, f"批注 {remarks} 条"),
        (players, Kind.ACTIVE_CONTENT, f"音频、视频或三维模型 {players} 个"),
        (local, Kind.EXTERNAL_LINK, f"指向本机文件、邮箱或其他程序的链接 {local} 个"),
        (invisible, Kind.COMMENT, f"不显示的批注或表单域 {invisible} 个"),
        (
            undrawn,
            Kind.FORM_FIELD,
            f"填写内容没有固定在页面上的表单域 {undrawn} 个，公开副本里不再显示；"
            "需要保留的，请用“打印到 PDF”重新生成",
        ),
    )
    return [Hidden(kind, place, what) for count, kind, what in lines if count]


def _leads_elsewhere(link: Any) -> bool:
    """A link within the document says nothing; one to a file tells the paths of the office's computers."""
    action = link.get("/A")
    if not isinstance(action, Dictionary) or action.get("/S") in {"/GoTo", "/Named"}:
        return False
    return not web_address(link) and action.get("/S") not in ACTIONS


def undrawn_boxes(page: Any) -> list[tuple[float, float, float, float]]:
    """
    Return the boxes that a reader's program paints over the page and the copy does not have.

    Text below them would come to light: areas without an appearance of their own, and highlighting in black.
    """
    boxes = []
    for each in annotations_of(page):
        if int(each.get("/F", 0)) & HIDDEN_FLAGS or is_drawn(each):
            continue
        subtype = each.get("/Subtype")
        filled = subtype == "/Redact" or (subtype in AREAS and len(each.get("/IC", Array())) > 0)
        sides = [float(side) for side in each.get("/Rect", [])]
        if (filled or (subtype == "/Highlight" and _is_dark(each))) and len(sides) == 4:
            left, right = sorted(sides[0::2])
            bottom, top = sorted(sides[1::2])
            boxes.append((left, bottom, right, top))
    return boxes


def _is_dark(highlight: Any) -> bool:
    colour = [float(part) for part in highlight.get("/C", [])]
    return bool(colour) and len(colour) < 4 and max(colour) < DARK
