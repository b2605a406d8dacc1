"""Parsing XML from a stranger: no document type, no entities, no network."""

from lxml import etree

from ..findings import Unreadable

Element = etree._Element
OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse(data: bytes, broken: Unreadable) -> Element:
    """Return the root of ``data``, or raise ``broken``."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken from error
    if root.getroottree().docinfo.doctype:
        raise broken
    return root
