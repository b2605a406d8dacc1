"""Symbols inserted by number: those that are letters or digits become text, so that they are read like any other."""

import re

from lxml import etree

from ..office_drawings import drop
from ..office_fonts import SYMBOL_FONTS
from ..packages import Element
from .allowed import W

TICKS = {"F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0A8": "□", "F06F": "□", "F0A3": "□"}  # of Wingdings
NUMBER = re.compile(r"[0-9A-Fa-f]{1,4}")
PRIVATE = range(0xF000, 0xF100)  # where fonts of symbols lie; the last two digits are the place in the font
LETTERS = range(0x41, 0x7B)
GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ"  # Symbol, from A to z
CIRCLED = {"wingdings": 0x81, "wingdings 2": 0x6A}  # where “①” lies; “❶” is eleven places on


def write_out(root: Element) -> None:
    """Put text in the place of symbols that are text; pictures of a font of pictures stay symbols."""
    for each in list(root.iter(W + "sym")):
        text = _text(each)
        if text is None:
            drop(each)
        elif text:
            written = etree.Element(W + "t")
            written.text = text
            each.getparent().replace(each, written)


def _text(symbol: Element) -> str | None:
    """Return the text that a symbol is, empty for a picture, None for what no font has."""
    number, font = symbol.get(W + "char", ""), symbol.get(W + "font", "").lower()
    if not NUMBER.fullmatch(number):
        return None
    code = int(number, 16)
    place = code - PRIVATE.start if code in PRIVATE else code
    if font not in SYMBOL_FONTS:
        is_tick = number.upper() in TICKS and place > LETTERS.stop
        return "" if is_tick else _character(place)
    if font == "symbol":
        return (
            GREEK[place - LETTERS.start] if place in LETTERS else chr(place) if 0x20 <= place < 0x41 else ""
        )
    if (first := CIRCLED.get(font)) and first <= place < first + 21 and place != first + 10:
        return chr((ord("①") if place < first + 10 else ord("❶") - 11) + place - first)
    return "" if place < 0x100 else _character(place)


def _character(code: int) -> str | None:
    is_text = code >= 0x20 and not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000 and code < 0xFFFE
    return chr(code) if is_text else None
