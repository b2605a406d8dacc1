"""The type that goes into an OFD file: of each font, only the characters that are used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from ..fonts import font_set

POSTSCRIPT_NAME = 6


@dataclass(frozen=True)
class EmbeddedFont:
    """``name`` is the PostScript name, under which a reader may know the type as well."""

    name: str
    family: str
    extension: str  # otf or ttf
    content: bytes


def embedded(used: Mapping[str, Iterable[str]]) -> dict[str, EmbeddedFont]:
    """Return for each PostScript name the font with these characters. Raises LookupError when there is none."""
    found: dict[str, EmbeddedFont] = {}
    for info in font_set().typst_fonts.fonts():
        # The boxes of the whole font hold for a part of it too; measuring each character again takes half the time.
        # The day stays that of the font too, so that the same text gives the same bytes.
        with TTFont(
            info.path, fontNumber=info.index, lazy=True, recalcBBoxes=False, recalcTimestamp=False
        ) as font:
            name = font["name"].getDebugName(POSTSCRIPT_NAME) or info.family
            if name in used and name not in found:
                found[name] = _subset(font, name, info.family, used[name])
    if missing := set(used) - set(found):
        raise LookupError(f"no font file for {sorted(missing)}")
    return found


def _subset(font: TTFont, name: str, family: str, characters: Iterable[str]) -> EmbeddedFont:
    options = Options(
        layout_features=[],
        notdef_outline=True,
        name_IDs=[1, 2, 4, 6],
        drop_tables=["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    content = BytesIO()
    font.save(content)
    extension = "otf" if font.sfntVersion == "OTTO" else "ttf"
    return EmbeddedFont(name, family, extension, content.getvalue())
