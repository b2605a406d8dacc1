"""
Content streams without what a reader does not see: layers that are off, texts that stand in for other text.

Only instructions that paint are taken out, so that the state of the page (place, type, colour) stays as the rest
of it expects. Where the rest would move all the same, the file is refused rather than changed.
"""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator

from ...findings import Unreadable
from .layers import Layers

PAINTS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}
MOVES = {"Td", "TD", "Tm", "T*", "BT", "ET"}
STANDS_IN = ("/ActualText", "/Alt", "/E", "/Lang")
SIGNS = (b"/OC", b"ActualText", b"/Alt", b"#")  # a name may be written with #-escapes
HIDES_TEXT = (
    "文件里关闭的图层和看得见的文字交织在一起，系统不能确定去除后版面不变。"
    "请用“遮盖页面”重做这份文件，或者在原软件里删去图层后重新生成 PDF。"
)


def tidy(holder: pikepdf.Object, layers: Layers, save: Callable[[bytes], None]) -> int:
    """
    Rewrite the content of ``holder`` (a page, form or pattern) where it must be; return how many texts stood in.

    ``save`` stores the new content.
    """
    if not layers.off and not any(sign in _content_of(holder) for sign in SIGNS):
        return 0
    resources = holder.get("/Resources", Dictionary())
    kept, stood_in = _filtered(pikepdf.parse_content_stream(holder), resources, layers)
    save(pikepdf.unparse_content_stream(kept))
    return stood_in


def _content_of(holder: pikepdf.Object) -> bytes:
    if isinstance(holder, pikepdf.Stream):
        return bytes(holder.read_bytes())
    contents = holder.get("/Contents")
    if contents is None:
        return b""
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(bytes(each.read_bytes()) for each in streams)


def _filtered(instructions: Any, resources: Any, layers: Layers) -> tuple[list[Any], int]:
    kept: list[Any] = []
    scopes: list[str] = []  # of each marked-content sequence: "plain", "shown" or "off" (a layer)
    off = stood_in = 0
    text_moved = False
    for instruction in instructions:
        operator = str(instruction.operator)
        operands = list(instruction.operands)
        if operator in {"BDC", "BMC"}:
            scope = _scope(operator, operands, resources, layers)
            scopes.append(scope)
            off += scope == "off"
            if scope != "plain":
                continue
            operands, changed = _without_stand_ins(operands, resources)
            stood_in += changed
        elif operator == "EMC":
            scope = scopes.pop() if scopes else "plain"
            off -= scope == "off"
            if scope != "plain":
                continue
        elif operator in MOVES:
            text_moved = False
        elif off and operator in PAINTS:
            operands, operator = [], "n"  # an open path must be ended, and may be a clip
        elif off and operator in SHOWS:
            text_moved = True
            if operator in {"Tj", "TJ"}:
                continue
            operands, operator, text_moved = [], "T*", True
        elif off and (operator in {"Do", "sh", "EI"} or operator == "INLINE IMAGE"):
            continue
        elif operator in SHOWS:
            if text_moved and operator in {"Tj", "TJ"}:
                raise Unreadable(HIDES_TEXT)
            text_moved = False
        elif operator == "Do" and _is_off(operands, resources, layers):
            continue
        if operator == "INLINE IMAGE":
            kept.append(instruction)
        else:
            kept.append((operands, Operator(operator)))
    return kept, stood_in


def _scope(operator: str, operands: list[Any], resources: Any, layers: Layers) -> str:
    if not operands or str(operands[0]) != "/OC":
        return "plain"
    if operator == "BMC" or len(operands) < 2:
        return "shown"
    return "off" if layers.is_off(_properties(operands[1], resources)) else "shown"


def _properties(operand: Any, resources: Any) -> Any:
    if isinstance(operand, pikepdf.Name):
        return resources.get("/Properties", Dictionary()).get(operand, Dictionary())
    return operand


def _without_stand_ins(operands: list[Any], resources: Any) -> tuple[list[Any], int]:
    """A program that copies text from the page would give the text that stands in, not the one people see."""
    if len(operands) < 2:
        return operands, 0
    properties = _properties(operands[1], resources)
    if not isinstance(properties, Dictionary) or not any(key in properties for key in STANDS_IN):
        return operands, 0
    kept = {key: properties[key] for key in properties.keys() if key == "/MCID"}
    changed = any(key in properties for key in STANDS_IN if key != "/Lang")
    return [operands[0], Dictionary(kept)], int(changed)


def _is_off(operands: list[Any], resources: Any, layers: Layers) -> bool:
    drawn = resources.get("/XObject", Dictionary()).get(operands[0] if operands else Name("/-"))
    return drawn is not None and layers.is_off(drawn.get("/OC"))
