"""
What Word and WPS mean by their clipboard HTML.

Both write every paragraph as <p class=MsoNormal style="…">. A heading is known by its class or outline level, a
list item by ``mso-list:l0 level1 lfo1`` with its number or bullet typed out in a span ``mso-list:Ignore``.
"""

import re
from dataclasses import dataclass

from .tree import Node

HEADING_CLASS = re.compile(r"\bMso(?:Heading|Title)\s?(\d?)", re.I)
LIST_STYLE = re.compile(r"\bl\d+\s+level(\d+)", re.I)
ARABIC = re.compile(r"(\d{1,4})[.．、]$")
# Bullets of Symbol and Wingdings come as letters or private characters of those fonts.
BULLETS = re.compile(r"^[·•●○■□◆◇▪▫★☆➢►▶‣⁃∙o§üØvnulq\-–—*\ue000-\uf8ff]$")


@dataclass(frozen=True)
class ListMark:
    """Where a list paragraph stands. ``number`` is None for a bullet."""

    level: int
    number: int | None


def styles_of(node: Node) -> dict[str, str]:
    """Return the declarations of a style attribute; names and values in lower case."""
    style = node.get("style")
    if not style:
        return {}
    pairs = (part.split(":", 1) for part in style.lower().split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def heading_level(node: Node, styles: dict[str, str]) -> int:
    """Return 1 to 9 for a heading of Word or WPS, 0 for other paragraphs."""
    if match := HEADING_CLASS.search(node.get("class")):
        return int(match[1] or 1)
    outline = styles.get("mso-outline-level", "")
    return int(outline) if outline.isdigit() and 1 <= int(outline) <= 9 else 0


def list_mark(node: Node, styles: dict[str, str]) -> ListMark | None:
    """
    Return the mark of a list paragraph that we can show as a list, else None.

    Only bullets and plain numbers become lists. “一、”, “（一）”, “第三条” and “1.1” stay as text: people cite
    them, and <ol> would show other numbers in their place.
    """
    match = LIST_STYLE.search(styles.get("mso-list", ""))
    if not match:
        return None
    mark = "".join(ignored_text(node).split())
    level = max(1, min(int(match[1]), 6))
    if BULLETS.match(mark):
        return ListMark(level, None)
    if number := ARABIC.match(mark):
        return ListMark(level, int(number[1]))
    return None


def is_list_marker(node: Node) -> bool:
    return "ignore" in styles_of(node).get("mso-list", "")


def ignored_text(node: Node) -> str:
    """Return what Word typed out as the number or bullet of this paragraph."""
    if is_list_marker(node):
        return node.text
    return "".join(ignored_text(child) for child in node.children if isinstance(child, Node))
