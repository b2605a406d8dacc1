"""
Which characters the fonts of a PDF know. A font that was cut down to the characters of a document still knows those
of a name that was taken out of its text later. Pure.
"""

import io
import re
from collections.abc import Iterator

import pikepdf
from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from .pdf_streams import to_unicode

# Nobody cuts a font down to this many: it is complete, and what it knows says nothing about the text.
COMPLETE = 3_000
GLYPH_NAME = re.compile(r"^(?:uni[0-9A-F]{4}|u[0-9A-F]{4,6}|[A-Za-z]+)$")


def characters_known(document: pikepdf.Pdf) -> Iterator[tuple[str, set[str] | None]]:
    """Yield of each font where it is and the characters it knows; None when that cannot be read."""
    for found in document.objects:
        if not isinstance(found, pikepdf.Dictionary) or found.get("/Type") not in {
            "/Font",
            "/FontDescriptor",
        }:
            continue
        where = f"第{found.objgen[0]}号对象（字体）"
        try:
            known = _known(found)
        except Exception:  # fontTools raises many kinds for a damaged font
            yield where, None
            continue
        if known and len(known) <= COMPLETE:
            yield where, known


def _known(found: pikepdf.Object) -> set[str]:
    known: set[str] = set()
    table = found.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream):
        known |= {character for text in to_unicode(table.read_bytes()).values() for character in text}
    encoding = found.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
        names = [str(each)[1:] for each in encoding.get("/Differences") if isinstance(each, pikepdf.Name)]
        known |= _of_names(names)
    if "/CharSet" in found:
        known |= _of_names(str(found.get("/CharSet")).split("/"))
    for key in ("/FontFile2", "/FontFile3"):
        program = found.get(key)
        if isinstance(program, pikepdf.Stream):
            known |= _of_program(program.read_bytes())
    return known


def _of_program(data: bytes) -> set[str]:
    if data[:4] in {b"\0\1\0\0", b"OTTO", b"true", b"ttcf"}:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            known = {chr(code) for code in (font.getBestCmap() or {})} if "cmap" in font else set()
            return known | _of_names(font.getGlyphOrder())
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return {character for name in fonts.keys() for character in _of_names(fonts[name].charset)}


def _of_names(names: list[str]) -> set[str]:
    return {character for name in names if GLYPH_NAME.match(name) for character in toUnicode(name)}
