"""Cell styles: how a number is shown, whether one sees it, and the styles of the public copy."""

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from ..office_colors import BLACK, WHITE, is_same, shaded
from ..office_drawings import TYPE, A
from ..office_fonts import is_font_name
from ..packages import Element, Part
from .numbers import BUILT_IN, Shown, formatter, words_formatter

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STYLES_TYPE = TYPE + "spreadsheetml.styles+xml"
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
INDEXED = {0: "000000", 1: "FFFFFF", 8: "000000", 9: "FFFFFF", 64: "000000", 65: "FFFFFF"}
HEX = re.compile(r"[0-9A-F]{6}")
SMALLEST = 1.0  # point
FONT = set(
    "b i strike condense extend outline shadow u vertAlign sz color name rFont family charset scheme".split()
)
FONT_NAMES, USUAL_FONT = {"name", "rFont"}, "宋体"
FILL = {"patternFill", "gradientFill", "fgColor", "bgColor", "stop", "color"}
BORDER = set("left right start end top bottom diagonal vertical horizontal color".split())
ALIGNMENT = set(
    "horizontal vertical textRotation wrapText indent shrinkToFit readingOrder justifyLastLine".split()
)
ATTRIBUTES = {
    *("val", "rgb", "theme", "tint", "indexed", "auto", "patternType", "style", "diagonalUp", "diagonalDown"),
    *("type", "degree", "left", "right", "top", "bottom", "position", "outline"),
}
APPLY = ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment")
FIRST_OWN_FORMAT = 164
# Added to a style's number: the same in automatic colour. White text shows on the fill of a table or of a condition;
# neither comes along, and on bare ground it would not show.
UNCOLORED = 1_000_000


class Styles:
    """The styles of a workbook as it was uploaded."""

    def __init__(self, root: Element, theme: Element | None, date1904: bool):
        self._date1904 = date1904
        self._theme = _theme_colors(theme)
        self._codes = {
            int(each.get("numFmtId", "0")): each.get("formatCode", "General")
            for each in root.iter(S + "numFmt")
            if each.getparent().tag == S + "numFmts"
        }
        self.fonts = _children(root, "fonts")
        self.fills = _children(root, "fills")
        self.borders = _children(root, "borders")
        self.cells = _children(root, "cellXfs")
        self.differences = _children(root, "dxfs")
        self.palette = root.find(f"{S}colors/{S}indexedColors")
        self._formatters: dict[int, Callable[[str], Shown]] = {}
        self._unseen: dict[int, str] = {}
        self._words: dict[int, Callable[[str], str] | None] = {}

    def code(self, style: int) -> str:
        number = _integer(self.cells[style].get("numFmtId")) if 0 <= style < len(self.cells) else 0
        return self._codes.get(number) or BUILT_IN.get(number, "General")

    def show(self, style: int, value: str) -> Shown:
        if style not in self._formatters:
            self._formatters[style] = formatter(self.code(style), self._date1904)
        return self._formatters[style](value)

    def built_in(self, style: int) -> int | None:
        """Return the number of a format that every program knows by it; None for one of the workbook's own."""
        number = _integer(self.cells[style].get("numFmtId")) if 0 <= style < len(self.cells) else 0
        return number if number in BUILT_IN and number not in self._codes else None

    def words(self, style: int, text: str) -> str:
        """Return what a cell in this style shows of its text: a format may add words, or show others instead."""
        if style not in self._words:
            self._words[style] = words_formatter(self.code(style))
        show = self._words[style]
        return text if show is None else show(text)

    def unseen(self, style: int) -> str:
        """Say why text in this style does not show: "same", "covered" or "small"; empty when it does."""
        if style not in self._unseen:
            self._unseen[style] = self._why_unseen(style)
        return self._unseen[style]

    def _why_unseen(self, style: int) -> str:
        if not 0 <= style < len(self.cells):
            return ""
        font = _at(self.fonts, self.cells[style].get("fontId"))
        if font is None:
            font = _at(self.fonts, "0")
        if font is None:
            return ""
        size = font.find(S + "sz")
        if size is not None and _float(size.get("val"), 11) <= SMALLEST:
            return "small"
        behind = self.background(style)
        if not self.is_unseen(font.find(S + "color"), behind):
            return ""
        return "same" if is_same(behind, WHITE) else "covered"

    def is_unseen(self, text: Element | None, behind: str) -> bool:
        """Say whether text of this colour looks like what is behind it."""
        color = self.color(text) or BLACK
        return color == behind or is_same(color, behind)

    def background(self, style: int) -> str:
        """Return the colour of a cell's fill; white for none, empty for a pattern."""
        if not 0 <= style < len(self.cells):
            return WHITE
        fill = _at(self.fills, self.cells[style].get("fillId"))
        pattern = fill.find(S + "patternFill") if fill is not None else None
        if pattern is None:
            return "" if fill is not None and len(fill) else WHITE
        kind = pattern.get("patternType", "none")
        if kind == "none":
            return WHITE
        return (self.color(pattern.find(S + "fgColor")) or WHITE) if kind == "solid" else ""

    def color(self, element: Element | None) -> str:
        """Return a colour as six digits, or as the words that name it when it is a shade."""
        if element is None or element.get("auto") in {"1", "true"}:
            return ""
        if rgb := element.get("rgb"):
            return rgb[-6:].upper()
        tint = element.get("tint")
        if (index := element.get("indexed")) is not None:
            return INDEXED.get(_integer(index), f"indexed {index}")
        if (theme := element.get("theme")) is not None:
            plain = self._theme.get(_integer(theme), f"theme {theme}")
            if not tint or _float(tint, 0) == 0:
                return plain
            return shaded(plain, _float(tint, 0)) if HEX.fullmatch(plain) else f"{plain} {tint}"
        return ""

    def difference_hides(self, number: str | None) -> bool:
        """Say whether the look that a conditional format gives hides what is in the cell."""
        look = _at(self.differences, number)
        if look is None:
            return False
        code = look.find(S + "numFmt")
        if code is not None and code.get("formatCode", "").strip(" ;") == "":
            return True
        color = look.find(f"{S}font/{S}color")
        if color is None:
            return False
        fill = look.find(f"{S}fill/{S}patternFill")
        behind = WHITE
        if fill is not None:
            behind = self.color(fill.find(S + "bgColor")) or self.color(fill.find(S + "fgColor")) or WHITE
        return self.is_unseen(color, behind)


class UsedStyles:
    """The styles of the public copy: those its cells use, numbered anew."""

    def __init__(self, styles: Styles):
        self._styles = styles
        self._numbers: dict[tuple[int, str], int] = {}
        self.number(0)

    def number(self, style: int, code: str = "") -> int:
        """
        Return the new number of a style with this number format.

        The format is that of one number in the cell, with nothing in it but what this number shows of it.
        """
        if not 0 <= style % UNCOLORED < len(self._styles.cells):
            style = 0
        return self._numbers.setdefault((style, code), len(self._numbers))

    def part(self) -> Part:
        """Return the style sheet, without names of styles and without what only hidden cells used."""
        root = etree.Element(S + "styleSheet", nsmap={None: S[1:-1]})
        codes: dict[str, int] = {}
        fonts, fills = _Kept(self._styles.fonts, FONT), _Kept(self._styles.fills, FILL)
        borders = _Kept(self._styles.borders, BORDER)
        # Excel takes the first two fills for none and grey, whatever they say.
        fills.number("0")
        fills.number("1")
        cells = [self._cell(style, code, codes, fonts, fills, borders) for style, code in self._numbers]
        if codes:
            formats = _list(root, "numFmts", len(codes))
            for code, number in codes.items():
                etree.SubElement(formats, S + "numFmt", numFmtId=str(number), formatCode=code)
        for name, kept in (("fonts", fonts), ("fills", fills), ("borders", borders)):
            _list(root, name, len(kept.elements)).extend(kept.elements)
        plain = {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"}
        etree.SubElement(_list(root, "cellStyleXfs", 1), S + "xf", plain)
        _list(root, "cellXfs", len(cells)).extend(cells)
        usual = {"name": "常规", "xfId": "0", "builtinId": "0"}
        etree.SubElement(_list(root, "cellStyles", 1), S + "cellStyle", usual)
        if self._styles.palette is not None:
            colors = etree.SubElement(root, S + "colors")
            colors.append(_plain(self._styles.palette, {"indexedColors", "rgbColor"}))
        return Part("xl/styles.xml", "styles", STYLES_TYPE, root)

    def _cell(
        self,
        style: int,
        code: str,
        codes: dict[str, int],
        fonts: "_Kept",
        fills: "_Kept",
        borders: "_Kept",
    ) -> Element:
        cell = etree.Element(S + "xf")
        bare, uncolored = style % UNCOLORED, style >= UNCOLORED
        source = self._styles.cells[bare] if self._styles.cells else cell
        number = self._styles.built_in(bare) if code else 0
        if number is None:
            number = codes.setdefault(code, FIRST_OWN_FORMAT + len(codes))
        cell.set("numFmtId", str(number))
        cell.set("fontId", str(fonts.number(source.get("fontId"), uncolored=uncolored)))
        cell.set("fillId", str(fills.number(source.get("fillId"))))
        cell.set("borderId", str(borders.number(source.get("borderId"))))
        cell.set("xfId", "0")
        alignment = source.find(S + "alignment")
        for name in APPLY:
            cell.set(name, "1" if name != "applyAlignment" or alignment is not None else "0")
        if alignment is not None:
            kept = {name: value for name, value in alignment.attrib.items() if name in ALIGNMENT}
            etree.SubElement(cell, S + "alignment", kept)
        return cell


class _Kept:
    """Fonts, fills or borders that are used, numbered anew."""

    def __init__(self, source: list[Element], allowed: set[str]):
        self._source, self._allowed = source, allowed
        self._numbers: dict[tuple[int, bool], int] = {}
        self.elements: list[Element] = []

    def number(self, old: str | None, *, uncolored: bool = False) -> int:
        at = _integer(old)
        key = (at, uncolored)
        if key not in self._numbers and at < len(self._source):
            self._numbers[key] = len(self.elements)
            allowed = self._allowed - {"color"} if uncolored else self._allowed
            self.elements.append(_plain(self._source[at], allowed))
        return self._numbers.get(key, 0)


def plain_font(properties: Element) -> Element:
    """Return the look of a run of text in a cell, without what is not known."""
    return _plain(properties, FONT)


def _plain(element: Element, allowed: set[str]) -> Element:
    copy = deepcopy(element)
    copy.tail = None
    for each in list(copy.iter()):
        name = each.tag.rpartition("}")[2]
        if each is not copy and name not in allowed:
            if each.getparent() is not None:
                each.getparent().remove(each)
            continue
        each.text = each.tail = None
        if name in FONT_NAMES and not is_font_name(each.get("val", "")):
            each.set("val", USUAL_FONT)
        for attribute in set(each.attrib) - ATTRIBUTES:
            del each.attrib[attribute]
    etree.cleanup_namespaces(copy)
    return copy


def _list(root: Element, name: str, count: int) -> Element:
    return etree.SubElement(root, S + name, count=str(count))


def _children(root: Element, name: str) -> list[Element]:
    found = root.find(S + name)
    return list(found) if found is not None else []


def _theme_colors(theme: Element | None) -> dict[int, str]:
    if theme is None:
        return {0: WHITE, 1: BLACK}
    scheme = theme.find(f"{A}themeElements/{A}clrScheme")
    colors = {}
    for number, name in enumerate(THEME_ORDER):
        role = scheme.find(A + name) if scheme is not None else None
        if role is not None and len(role):
            colors[number] = (role[0].get("lastClr") or role[0].get("val") or "").upper()
    return colors


def _at(elements: list[Element], number: str | None) -> Element | None:
    at = _integer(number)
    return elements[at] if at < len(elements) else None


def _integer(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 0


def _float(value: str | None, otherwise: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise
