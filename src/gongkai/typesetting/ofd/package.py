"""
Texts and drawings put into the parts of an OFD package.

The order of elements is that of the schemas in GB/T 33190-2016: readers of several makers refuse any other.
"""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import count, pairwise
from xml.sax.saxutils import escape, quoteattr

from .pages import Colour, Drawing, Page, Text
from .type import EmbeddedFont

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CREATOR = "Gongkai"
WRITTEN_AT = (1980, 1, 1, 0, 0, 0)  # in the ZIP, where the same content is to give the same bytes
# Of the size: how far a text's box reaches above its baseline, in all, and beyond where its last letter begins.
ABOVE, HEIGHT, BEYOND = 1.05, 1.5, 1.1


def packed(
    pages: Sequence[Page],
    fonts: Mapping[str, EmbeddedFont],
    *,
    title: str,
    author: str,
    created_on: date | None,
) -> bytes:
    """Return the OFD file."""
    ids = count(1)
    font_ids = {name: next(ids) for name in sorted(fonts)}
    parts: dict[str, bytes] = {}
    references = ""
    for number, page in enumerate(pages):
        references += f'<ofd:Page ID="{next(ids)}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _xml(_page(page, font_ids, ids))
    listed = ""
    for name, font_id in font_ids.items():
        font = fonts[name]
        file = f"font_{font_id}.{font.extension}"
        parts[f"Doc_0/Res/{file}"] = font.content
        listed += (
            f'<ofd:Font ID="{font_id}" FontName={quoteattr(name)} FamilyName={quoteattr(font.family)}>'
            f"<ofd:FontFile>{file}</ofd:FontFile></ofd:Font>"
        )
    parts["Doc_0/PublicRes.xml"] = _xml(
        f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>{listed}</ofd:Fonts></ofd:Res>'
    )
    parts["Doc_0/Document.xml"] = _xml(
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>{next(ids)}</ofd:MaxUnitID>"
        f"<ofd:PageArea>{_box(pages[0])}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        f"</ofd:CommonData><ofd:Pages>{references}</ofd:Pages></ofd:Document>"
    )
    print_of_content = hashlib.sha256(b"".join(parts[name] for name in sorted(parts))).hexdigest()
    created = f"<ofd:CreationDate>{created_on.isoformat()}</ofd:CreationDate>" if created_on else ""
    main = (
        f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>{print_of_content[:32]}</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title>"
        f"<ofd:Author>{escape(author)}</ofd:Author>{created}<ofd:Creator>{CREATOR}</ofd:Creator></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    return _zipped({"OFD.xml": _xml(main)} | parts)


def _page(page: Page, font_ids: Mapping[str, int], ids: count) -> str:
    layer = next(ids)
    drawings = "".join(_drawing(each, next(ids)) for each in page.drawings)
    texts = "".join(_text(each, next(ids), font_ids[each.font]) for each in page.texts)
    return (
        f"<ofd:Page {SPACE}><ofd:Area>{_box(page)}</ofd:Area><ofd:Content>"
        f'<ofd:Layer ID="{layer}" Type="Body">{drawings}{texts}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def _text(text: Text, unit: int, font: int) -> str:
    size, left, top = text.look.size, text.xs[0], text.y - ABOVE * text.look.size
    steps = " ".join(_number(round(after, 3) - round(before, 3)) for before, after in pairwise(text.xs))
    pen = f' Stroke="true" LineWidth="{_number(text.look.pen)}"' if text.look.pen else ""
    return (
        f'<ofd:TextObject ID="{unit}" Boundary="{_numbers(left, top, text.xs[-1] - left + BEYOND * size, HEIGHT * size)}"'
        f' Font="{font}" Size="{_number(size)}"{pen}>{_colour("FillColor", text.look.colour)}'
        f"{_colour('StrokeColor', text.look.colour) if text.look.pen else ''}"
        f'<ofd:TextCode X="0" Y="{_number(ABOVE * size)}"{f" DeltaX={quoteattr(steps)}" if steps else ""}>'
        f"{escape(text.characters)}</ofd:TextCode></ofd:TextObject>"
    )


def _drawing(drawing: Drawing, unit: int) -> str:
    points = [point for _, some in drawing.path for point in some]
    edge = drawing.line_width / 2 + 0.1
    left, top = min(x for x, _ in points) - edge, min(y for _, y in points) - edge
    width, height = max(x for x, _ in points) - left + edge, max(y for _, y in points) - top + edge
    path = " ".join(
        " ".join([operator, *(_numbers(x - left, y - top) for x, y in some)])
        for operator, some in drawing.path
    )
    attributes = (
        f' Stroke="{"true" if drawing.line else "false"}" Fill="{"true" if drawing.area else "false"}"'
    )
    if drawing.line:
        attributes += f' LineWidth="{_number(drawing.line_width)}"'
    if drawing.is_even_odd:
        attributes += ' Rule="Even-Odd"'
    return (
        f'<ofd:PathObject ID="{unit}" Boundary="{_numbers(left, top, width, height)}"{attributes}>'
        f"{_colour('StrokeColor', drawing.line) if drawing.line else ''}"
        f"{_colour('FillColor', drawing.area) if drawing.area else ''}"
        f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _colour(name: str, colour: Colour) -> str:
    *rgb, alpha = colour
    opacity = f' Alpha="{alpha}"' if alpha < 255 else ""
    return f'<ofd:{name} Value="{" ".join(map(str, rgb))}"{opacity}/>'


def _box(page: Page) -> str:
    return f"<ofd:PhysicalBox>{_numbers(0, 0, page.width, page.height)}</ofd:PhysicalBox>"


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    """Write micrometres at most, and never an exponent."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _xml(content: str) -> bytes:
    return (HEAD + content).encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, WRITTEN_AT), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()
