"""
The public copy of a PDF: a new document made from what is drawn on its pages, and from nothing else.

What is drawn stays drawn, also when a form field, a seal or a coloured box draws it: it becomes part of the page,
where it is read and checked like all the rest. What is only said beside the page goes.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from . import jpegs
from .content import tidy
from .layers import Layers

PAGE_ENTRIES = ("/Type", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group")
RESOURCE_ENTRIES = ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties")
# Never part of what is seen, wherever they stand. Short names that a resource could also have are not in this list.
NEVER_SEEN = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/StructParent", "/StructParents"),
    *("/Alternates", "/ActualText", "/PtData", "/Measure", "/AF", "/Thumb"),
)
OF_STREAMS = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/PS", "/OC", "/ID", "/Name")
SAID_ONLY = {
    *("/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"),
    *("/TrapNet", "/PrinterMark", "/Projection"),
    # Marks of somebody who read a draft; programs let the text shine through whatever these draw.
    *("/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"),
}
HIDDEN_FLAGS = 0x02 | 0x20  # hidden, no view


def rewritten(pdf: pikepdf.Pdf) -> tuple[bytes, int]:
    """
    Return the bytes of the copy and how many texts stood in for others on its pages. Changes ``pdf``.

    The same document gives the same bytes.
    """
    layers = Layers.of(pdf)
    links = [_links_of(page.obj) for page in pdf.pages]
    _draw_annotations(pdf, layers)
    stood_in = _tidy_contents(pdf, layers)
    for page in pdf.pages:
        _keep_only(page.obj)
    pdf.remove_unreferenced_resources()
    copy = pikepdf.new()
    copy.pages.extend(pdf.pages)
    for page, addresses in zip(copy.pages, links, strict=True):
        if addresses:
            page.obj["/Annots"] = Array([_link(copy, *each) for each in addresses])
    for each in copy.objects:
        _sweep(each)
    target = io.BytesIO()
    copy.save(
        target,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
    )
    return target.getvalue(), stood_in


def web_address(annotation: Any) -> str:
    """Return the http(s) address a link opens, or ""."""
    action = annotation.get("/A")
    if not isinstance(action, Dictionary) or action.get("/S") != "/URI":
        return ""
    address = str(action.get("/URI", ""))
    return address if address.lower().startswith(("http://", "https://")) else ""


def annotations_of(page: Any) -> Iterator[Any]:
    annotations = page.get("/Annots")
    for each in annotations if isinstance(annotations, Array) else []:
        if isinstance(each, Dictionary):
            yield each


def _links_of(page: Any) -> list[tuple[list[float], str]]:
    return [
        ([float(side) for side in each["/Rect"]], web_address(each))
        for each in annotations_of(page)
        if each.get("/Subtype") == "/Link" and web_address(each) and len(each.get("/Rect", [])) == 4
    ]


def _link(copy: pikepdf.Pdf, box: list[float], address: str) -> Any:
    action = Dictionary(S=Name.URI, URI=pikepdf.String(address))
    return copy.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(box), Border=Array([0, 0, 0]), A=action)
    )


def _draw_annotations(pdf: pikepdf.Pdf, layers: Layers) -> None:
    """Make what annotations and form fields draw part of their pages, and drop the rest of them."""
    for page in pdf.pages:
        drawn = [
            each for each in annotations_of(page.obj) if is_drawn(each) and not layers.is_off(each.get("/OC"))
        ]
        if drawn:
            page.obj["/Annots"] = Array(drawn)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        del form["/NeedAppearances"]  # what has no appearance is reported by structure.py
    pdf.flatten_annotations("screen")


def is_drawn(annotation: Any) -> bool:
    """Say whether a reader sees this annotation as part of the page."""
    if annotation.get("/Subtype") in SAID_ONLY or annotation.get("/Subtype") == "/Link":
        return False
    if int(annotation.get("/F", 0)) & HIDDEN_FLAGS:
        return False
    appearance = annotation.get("/AP")
    return isinstance(appearance, Dictionary) and "/N" in appearance


def _tidy_contents(pdf: pikepdf.Pdf, layers: Layers) -> int:
    stood_in = 0
    for page in pdf.pages:

        def save(content: bytes, page: pikepdf.Page = page) -> None:
            page.obj["/Contents"] = pdf.make_stream(content)

        stood_in += tidy(page.obj, layers, save)
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and (
            each.get("/Subtype") == "/Form" or each.get("/PatternType") == 1
        ):
            stood_in += tidy(each, layers, each.write)
    return stood_in


def _keep_only(page: Any) -> None:
    for key in list(page.keys()):
        if key not in PAGE_ENTRIES and key != "/Parent":
            del page[key]
    for holder in (page, page.get("/Group")):
        if isinstance(holder, Dictionary):
            _drop(holder, NEVER_SEEN)


def _sweep(each: Any) -> None:
    """Take out of one object of the copy what is not seen, in itself and in what stands directly inside it."""
    if isinstance(each, pikepdf.Stream):
        _drop(each, NEVER_SEEN)
        _drop(each, OF_STREAMS)
        if each.get("/Subtype") == "/Image":
            _sweep_image(each)
    elif isinstance(each, Dictionary):
        _drop(each, NEVER_SEEN)
    else:
        return
    resources = each.get("/Resources")
    if isinstance(resources, Dictionary):
        _sweep_resources(resources)


def _sweep_resources(resources: Any) -> None:
    for key in list(resources.keys()):
        if key not in RESOURCE_ENTRIES:
            del resources[key]
    properties = resources.get("/Properties")
    if isinstance(properties, Dictionary):
        for key in list(properties.keys()):
            properties[key] = Dictionary()


def _sweep_image(image: Any) -> None:
    filters = image.get("/Filter")
    if isinstance(filters, Array):
        filters = filters[0] if len(filters) == 1 else None
    if filters not in {"/DCTDecode", "/JPXDecode"}:
        return
    raw = bytes(image.read_raw_bytes())
    bare = jpegs.bare(raw) if filters == "/DCTDecode" else jpegs.bare_2000(raw)
    if bare != raw:
        image.write(bare, filter=Name(str(filters)), decode_parms=image.get("/DecodeParms"))


def _drop(holder: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]
