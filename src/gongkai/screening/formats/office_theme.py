"""The theme: colours and typefaces that everything else names by role."""

from lxml import etree

from ..findings import Place
from . import office_drawings
from .office_draft import Draft
from .office_drawings import TYPE, A
from .packages import Element, Part

THEME_TYPE = TYPE + "theme+xml"


def link_theme(draft: Draft, source: str, part: Part, folder: str) -> None:
    """Give ``part`` the theme of ``source``, without names and pictures."""
    for name in draft.package.related(source, "theme"):
        if not draft.knows(name):
            root = draft.package.tree(name)
            _plain_fills(root)
            theme = draft.part(name, f"{folder}/theme/theme{{}}.xml", "theme", THEME_TYPE, root)
            office_drawings.prune(root, draft, name, theme, Place(), folder)
            etree.cleanup_namespaces(root)
        part.link(draft.part(name, "", "theme", THEME_TYPE))


def _plain_fills(root: Element) -> None:
    """A theme's fills may be pictures; nearly nobody uses them, and each has a plain colour to stand for it."""
    for fill in list(root.iter(A + "blipFill")):
        plain = etree.Element(A + "solidFill")
        etree.SubElement(plain, A + "schemeClr", val="phClr")
        fill.getparent().replace(fill, plain)
