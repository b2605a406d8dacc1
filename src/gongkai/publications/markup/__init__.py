"""
The HTML subset in which bodies are stored, and the way into it from Word, WPS, old sites and the editor.

The subset is described in docs/reference/markup.md. ``reading`` turns any HTML into blocks, ``writing`` turns
blocks into the one canonical form, and nh3 has the last word on what is safe.
"""

import re

import nh3

from .blocks import Block, Figure, Image, Items, Quote, Run, Table, Text
from .paragraphs import paragraphs_of
from .reading import image_sources, read
from .writing import write

__all__ = [
    "clean",
    "excerpt",
    "foreign_images",
    "from_plain_text",
    "image_codes",
    "images_without_alternative",
    "plain_text",
    "read",
    "write_safe",
]

TAGS = {
    *("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "hr", "br", "figure", "figcaption", "img"),
    *("strong", "em", "u", "s", "sub", "sup", "a"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
CLASSES = {
    "p": {"align-center", "align-right", "indent"},
    "h2": {"align-center", "align-right"},
    "h3": {"align-center", "align-right"},
    "h4": {"align-center", "align-right"},
    "th": {"align-center", "align-right"},
    "td": {"align-center", "align-right"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean(html: str) -> str:
    """Return ``html`` in the subset. Cleaning twice changes nothing more."""
    return write_safe(read(html))


def write_safe(blocks: list[Block]) -> str:
    """Return ``blocks`` as HTML in the subset."""
    return _safe(write(blocks))


def _safe(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def foreign_images(html: str) -> list[str]:
    """Return the sources of images that ``clean`` leaves out because they are not attachments of ours."""
    return [
        source if len(source) <= 80 else f"{source[:60]}…"
        for source, code in image_sources(html)
        if code is None and source
    ]


def plain_text(html: str) -> str:
    """Return the text: a line for each paragraph and each table row, cells separated by tabs."""
    return "\n".join(line for block in read(html) for line in _lines(block))


def excerpt(html: str, length: int) -> str:
    """Return the beginning of the text on one line, at most ``length`` characters with the “…”."""
    text = re.sub(r"\s+", " ", plain_text(html)).strip()
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def from_plain_text(text: str) -> str:
    """Return a paragraph for each line of ``text``, and for each indent that an old site glued into a line."""
    # What the writer writes needs no second reading: an import of 100,000 items would spend half its time on it.
    return _safe(write([Text(runs=[Run(line)], indent=indent) for line, indent in paragraphs_of(text)]))


def image_codes(html: str) -> list[str]:
    """Return the codes of the attachments that the text shows, each once, in order."""
    return list(dict.fromkeys(code for _source, code in image_sources(html) if code))


def images_without_alternative(html: str) -> int:
    """Count the images whose content a blind reader would not learn of."""
    return sum(1 for block in read(html) for image in _images(block) if not image.alternative)


def _lines(block: Block) -> list[str]:
    match block:
        case Text():
            return [line for line in block.text.split("\n") if line.strip()]
        case Quote():
            return [line for part in block.blocks for line in _lines(part)]
        case Items():
            return [line for item in block.items for part in item for line in _lines(part)]
        case Figure():
            return _lines(block.caption) if block.caption else []
        case Table():
            rows = (
                "\t".join(" ".join(line for part in cell.blocks for line in _lines(part)) for cell in row)
                for row in block.rows
            )
            return (_lines(block.caption) if block.caption else []) + [row for row in rows if row.strip()]
        case _:
            return []


def _images(block: Block) -> list[Image]:
    match block:
        case Text():
            return [run for run in block.runs if isinstance(run, Image)]
        case Quote():
            return [image for part in block.blocks for image in _images(part)]
        case Items():
            return [image for item in block.items for part in item for image in _images(part)]
        case Figure():
            return block.images
        case Table():
            return [i for row in block.rows for cell in row for part in cell.blocks for i in _images(part)]
        case _:
            return []
