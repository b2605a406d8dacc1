"""Where shapes stand on a slide: those beside it, those under a filled one, and white text on white ground."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...enums import Kind
from ...findings import Place
from ..office_colors import WHITE, is_same
from ..office_draft import Draft
from ..office_drawings import MC, A, P, drop, is_solid_picture, local
from ..packages import Element

SHAPES = {P + name for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")}
WHITES = {"bg1", "lt1", "window"}
BOXES = {"rect", "roundRect"}


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Frame:
    """How the coordinates inside a group become those of the slide."""

    x: float = 0.0
    y: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.x + left * self.wide, self.y + top * self.high
        return Box(x, y, x + width * self.wide, y + height * self.high)


def placed(tree: Element, frame: Frame | None = None) -> Iterator[tuple[Element, Box | None]]:
    """Yield the shapes of a tree from back to front; a placeholder that stands where its layout says has no box."""
    frame = frame or Frame()
    for shape in tree:
        if shape.tag == MC + "AlternateContent":
            for choice in shape:
                yield from placed(choice, frame)
        elif shape.tag in SHAPES:
            transform = _transform(shape)
            yield shape, _box(transform, frame)
            if shape.tag == P + "grpSp":
                yield from placed(shape, _inner(transform, frame))


def drop_beside(tree: Element, slide: Box, draft: Draft, place: Place) -> None:
    """Take out what stands wholly beside the slide: it shows only to who edits it."""
    for shape, box in list(placed(tree)):
        if box is not None and shape.getparent() is not None and not box.meets(slide):
            if _is_flat(box) and slide.holds(box):
                continue  # a line
            draft.count(Kind.INVISIBLE_TEXT, place, "{} 个放在页面以外的图形")
            drop(shape)


def uncover(tree: Element, draft: Draft, source: str, place: Place) -> None:
    """
    Empty the text under a filled box or a picture: whoever laid it there wanted it gone, and it can be copied from
    under it.
    """

    @cache  # a picture is looked into once, however many texts lie under it
    def hides(front: Element) -> bool:
        return is_solid_picture(front, draft, source) if front.tag == P + "pic" else is_opaque(front)

    shapes = [(shape, box) for shape, box in placed(tree) if box is not None]
    for at, (shape, box) in enumerate(shapes):
        texts = [each for each in shape.iter(A + "t") if (each.text or "").strip()]
        if not texts or shape.tag == P + "grpSp":
            continue
        if any(over.holds(box) and hides(front) for front, over in shapes[at + 1 :]):
            draft.count(Kind.COVERED_TEXT, place, "图形下面压着的 {} 处文字")
            for each in texts:
                each.text = ""


def is_opaque(shape: Element) -> bool:
    """Say whether a shape is a box that lets nothing through."""
    properties = shape.find(P + "spPr") if shape.tag == P + "sp" else None
    if properties is None:
        return False
    geometry = properties.find(A + "prstGeom")
    if geometry is None or geometry.get("prst") not in BOXES:
        return False
    fill = properties.find(A + "solidFill")
    if fill is not None:
        return not any(True for _ in fill.iter(A + "alpha"))
    if any(local(each) in {"noFill", "gradFill", "blipFill", "pattFill", "grpFill"} for each in properties):
        return False
    reference = shape.find(f"{P}style/{A}fillRef")
    return reference is not None and reference.get("idx", "0") != "0"


def drop_white(tree: Element, behind: list[Element], draft: Draft, place: Place) -> None:
    """
    Take out white text on a white slide.

    ``behind`` are the trees of layout and master. Where anything with a fill lies under the text it may show, and
    stays.
    """
    shapes = list(placed(tree))
    backs = [(shape, box) for each in behind for shape, box in placed(each) if not is_placeholder(shape)]
    for at, (shape, box) in enumerate(shapes):
        if shape.tag != P + "sp" or box is None or _has_fill(shape):
            continue
        if any(under is None or under.meets(box) for each, under in backs + shapes[:at] if _paints(each)):
            continue
        for run in list(shape.iter(A + "r", A + "fld")):
            fill = run.find(f"{A}rPr/{A}solidFill")
            if fill is not None and len(fill) == 1 and not len(fill[0]) and _is_white(fill[0].get("val", "")):
                draft.count(Kind.INVISIBLE_TEXT, place, "{} 处白底上的白字")
                drop(run)


def _is_white(color: str) -> bool:
    return color in WHITES or is_same(color, WHITE)


def is_placeholder(shape: Element) -> bool:
    return any(True for child in shape if local(child).startswith("nv") for _ in child.iter(P + "ph"))


def _paints(shape: Element) -> bool:
    return shape.tag in {P + "pic", P + "graphicFrame"} or _has_fill(shape)


def _has_fill(shape: Element) -> bool:
    properties = shape.find(P + "spPr")
    if properties is None:
        properties = shape.find(P + "grpSpPr")
    fills = {"solidFill", "gradFill", "blipFill", "pattFill", "grpFill"}
    if properties is not None and any(local(each) in fills for each in properties):
        return True
    if properties is not None and properties.find(A + "noFill") is not None:
        return False
    reference = shape.find(f"{P}style/{A}fillRef")
    return reference is not None and reference.get("idx", "0") != "0"


def _transform(shape: Element) -> Element | None:
    if shape.tag == P + "graphicFrame":
        return shape.find(P + "xfrm")
    properties = shape.find(P + "grpSpPr") if shape.tag == P + "grpSp" else shape.find(P + "spPr")
    return properties.find(A + "xfrm") if properties is not None else None


def _box(transform: Element | None, frame: Frame) -> Box | None:
    start = transform.find(A + "off") if transform is not None else None
    size = transform.find(A + "ext") if transform is not None else None
    if start is None or size is None:
        return None
    left, top = _number(start.get("x")), _number(start.get("y"))
    width, height = _number(size.get("cx")), _number(size.get("cy"))
    turns = abs(int(_number(transform.get("rot")) / 5_400_000)) % 2
    if turns:  # stands on its side: width and height change places around the middle
        left, top = left + (width - height) / 2, top + (height - width) / 2
        width, height = height, width
    return frame.box(left, top, width, height)


def _inner(transform: Element | None, frame: Frame) -> Frame:
    if transform is None:
        return frame
    values = {local(each): each for each in transform}
    if not {"off", "ext", "chOff", "chExt"} <= values.keys():
        return frame
    wide = _number(values["ext"].get("cx")) / (_number(values["chExt"].get("cx")) or 1)
    high = _number(values["ext"].get("cy")) / (_number(values["chExt"].get("cy")) or 1)
    x = _number(values["off"].get("x")) - _number(values["chOff"].get("x")) * wide
    y = _number(values["off"].get("y")) - _number(values["chOff"].get("y")) * high
    return Frame(frame.x + x * frame.wide, frame.y + y * frame.high, frame.wide * wide, frame.high * high)


def _is_flat(box: Box) -> bool:
    return box.left == box.right or box.top == box.bottom


def _number(value: str | None) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0
