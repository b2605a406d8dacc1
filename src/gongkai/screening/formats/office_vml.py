"""VML, the older language of drawings in Word: text boxes, pictures and previews of embedded objects."""

import re

from ..enums import Kind
from ..findings import Place
from .office_draft import Draft
from .office_drawings import drop, is_file_name, local
from .office_pictures import Crop
from .office_text import Piece
from .packages import Element, Part, R

V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the name everybody gives it
W10 = "{urn:schemas-microsoft-com:office:word}"
ALLOWED = {
    *(V + name for name in ("shape", "shapetype", "group", "rect", "roundrect", "oval", "line", "polyline")),
    *(
        V + name
        for name in ("arc", "curve", "image", "imagedata", "textbox", "textpath", "path", "formulas", "f")
    ),
    *(V + name for name in ("stroke", "fill", "shadow", "handles", "h")),
    *(O + name for name in ("lock", "left", "top", "right", "bottom", "column")),
    *(
        W10 + name
        for name in ("wrap", "anchorlock", "bordertop", "borderleft", "borderright", "borderbottom")
    ),
}
ATTRIBUTES = {
    *(
        "id",
        "type",
        "style",
        "coordsize",
        "coordorigin",
        "path",
        "fillcolor",
        "filled",
        "stroked",
        "strokecolor",
    ),
    *(
        "strokeweight",
        "adj",
        "from",
        "to",
        "points",
        "arcsize",
        "startangle",
        "endangle",
        "inset",
        "eqn",
        "on",
    ),
    *("color", "color2", "opacity", "weight", "dashstyle", "joinstyle", "endcap", "angle", "offset", "ext"),
    *("startarrow", "endarrow", "aspectratio", "shapetype", "gradientshapeok", "connecttype", "textboxrect"),
    *("limo", "textpathok", "fitpath", "fitshape", "string", "trim", "position", "xrange", "yrange", "side"),
    *(
        "anchorx",
        "anchory",
        "arrowok",
        "extrusionok",
        "strokeok",
        "fillok",
        "linestyle",
        "miterlimit",
        "rotate",
    ),
    *("cropleft", "croptop", "cropright", "cropbottom", "gain", "blacklevel", "grayscale"),
}
OFFICE_ATTRIBUTES = {
    O + name for name in ("spt", "hr", "hrstd", "hralign", "hrpct", "hrnoshade", "connecttype")
}
UNSEEN = re.compile(r"(?i)visibility\s*:\s*hidden|display\s*:\s*none")
OWN_NAME = re.compile(r"^#?_x0000_[a-z]\d{1,8}$")  # as Word numbers shapes and their kinds


def prune(root: Element, draft: Draft, source: str, part: Part, place: Place, folder: str) -> None:
    """Leave in a w:pict what shows. Word's own text in it (``w:txbxContent``) is not touched."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if local(element) == "txbxContent":
            continue
        if element.tag not in ALLOWED:
            drop(element)
            continue
        if UNSEEN.search(element.get("style", "")):
            draft.hide(Kind.INVISIBLE_TEXT, place, "设成隐藏的图形")
            drop(element)
            continue
        reference = element.get(R + "id", "")
        described = element.get("alt", "")
        _tidy(element)
        if described and not is_file_name(described):
            element.set("alt", described)
        elif described:
            draft.hide(Kind.METADATA, place, "图片说明里的文件名或路径")
        if element.tag == V + "imagedata":
            _picture(element, reference, draft, source, part, place, folder)
        waiting += reversed(element)


def _tidy(element: Element) -> None:
    element.text = element.tail = None
    for name in list(element.attrib):
        if name not in ATTRIBUTES and name not in OFFICE_ATTRIBUTES and name != V + "ext":
            del element.attrib[name]
    for name in ("id", "type"):
        if name in element.attrib and not OWN_NAME.match(element.get(name)):
            del element.attrib[name]


def _picture(
    element: Element, reference: str, draft: Draft, source: str, part: Part, place: Place, folder: str
) -> None:
    relation = draft.package.relations(source).get(reference)
    crop = Crop(*(_share(element.get(f"crop{side}")) for side in ("left", "top", "right", "bottom")))
    shown = None
    if relation and relation.kind == "image" and not relation.external:
        shown = draft.pictures.part(relation.target, crop, f"{folder}/media/image{{}}")
    if shown is None:
        draft.hide(Kind.EXTERNAL_LINK, place, "链接的或打不开的图片")
        drop(element)
        return
    draft.used.add(relation.target)
    element.set(R + "id", part.link(shown))
    if crop and not shown.content_type.endswith("mf"):
        for side in ("left", "top", "right", "bottom"):
            if _share(element.get(f"crop{side}")) > 0:
                del element.attrib[f"crop{side}"]
    draft.tell_picture(shown, place)


def _share(value: str | None) -> float:
    """Read a share: “6554f” is 6554/65536."""
    try:
        share = float(value[:-1]) / 65536 if value.endswith("f") else float(value)
    except (ValueError, AttributeError):
        return 0.0
    return max(0.0, min(0.99, share))


def told(root: Element) -> list[Piece]:
    """Return the text that a pruned w:pict draws itself: art text and descriptions."""
    pieces = []
    for element in root.iter():
        for name in ("string", "alt"):
            if element.tag.startswith(V) and element.get(name):
                pieces.append(Piece(element.get(name), element, attribute=name))
    return pieces
