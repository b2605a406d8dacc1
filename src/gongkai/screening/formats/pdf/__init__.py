"""
PDF: read, found what hides in it, and written anew.

The copy is made first, and read as it will go out; what the original has beside it is listed as hidden.
"""

from collections.abc import Sequence
from pathlib import Path

from ...enums import Kind
from ...findings import Cover, Document, Hidden, Place, Unreadable
from .opening import opened, refusing_what_breaks
from .reading import read_copy
from .rewriting import annotations_of, rewritten, web_address
from .structure import hidden_in, undrawn_boxes


def read(path: Path) -> Document:
    pdf, content = opened(path)
    with pdf, refusing_what_breaks():
        hidden = hidden_in(pdf, content)
        painted_over = [undrawn_boxes(page.obj) for page in pdf.pages]
        links = [web_address(each) for page in pdf.pages for each in annotations_of(page.obj)]
        copy, stood_in = rewritten(pdf)
    document = read_copy(copy, painted_over)
    if stood_in:
        hidden.append(Hidden(Kind.METADATA, Place(), f"页面里的替代文字，共 {stood_in} 处"))
    document.hidden = hidden + document.hidden
    document.links = list(dict.fromkeys(filter(None, links)))
    return document


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """Write the public copy: what the pages draw, and links to web pages."""
    if covers:
        raise Unreadable("PDF 里的文字不能逐字替换，换了还能从字体里认出来。请用“遮盖页面”遮住这些内容。")
    pdf, _ = opened(path)
    with pdf, refusing_what_breaks():
        copy, _ = rewritten(pdf)
    target.write_bytes(copy)
