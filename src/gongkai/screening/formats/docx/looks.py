"""Text that does not show: hidden, of the colour of what is behind it, or too small to see."""

import re
from dataclasses import dataclass, replace

from ...enums import Kind
from ...findings import Place
from ..office_colors import WHITE, is_same
from ..office_draft import Draft
from ..office_drawings import WP, drop
from ..office_vml import V
from ..packages import Element
from .allowed import W

OFF = {"0", "false", "off", "none"}
HIGHLIGHTS = {
    **{"black": "000000", "white": "FFFFFF", "blue": "0000FF", "red": "FF0000", "green": "00FF00"},
    **{"yellow": "FFFF00", "cyan": "00FFFF", "magenta": "FF00FF", "darkBlue": "000080", "darkRed": "800000"},
    **{"darkGreen": "008000", "darkCyan": "008080", "darkMagenta": "800080", "darkYellow": "808000"},
    **{"darkGray": "808080", "lightGray": "C0C0C0"},
}
AUTO, UNKNOWN = "auto", "?"
BEHIND = re.compile(r"(?i)z-index\s*:\s*-")
SMALLEST = 2  # half-points
LOWEST = 20  # twentieths of a point: of a line or row less high nobody sees the text
NARROWEST = 5  # per cent of a letter's width
SHOWN = (
    W + "t",
    W + "tab",
    W + "sym",
    W + "drawing",
    W + "pict",
    W + "object",
    W + "noBreakHyphen",
    W + "ruby",
)


@dataclass(frozen=True)
class Look:
    """How a run of text looks, as far as it tells whether one sees it."""

    vanish: bool = False
    color: str = AUTO
    size: int = 21
    width: int = 100
    behind: str = ""  # colour of its highlight or shading; empty lets through what is behind

    def with_properties(self, properties: Element | None) -> "Look":
        if properties is None:
            return self
        look = self
        for each in properties:
            value = each.get(W + "val", "")
            if each.tag == W + "vanish":
                look = replace(look, vanish=value not in OFF)
            elif each.tag == W + "color":
                look = replace(look, color=_text_color(each))
            elif each.tag == W + "sz" and value.isdecimal():
                look = replace(look, size=int(value))
            elif each.tag == W + "w" and value.rstrip("%").isdecimal():
                look = replace(look, width=int(value.rstrip("%")))
            elif each.tag == W + "highlight":
                look = replace(look, behind=HIGHLIGHTS.get(value, ""))
            elif each.tag == W + "shd" and not look.behind:
                look = replace(look, behind=shading(each))
        return look


def _text_color(color: Element) -> str:
    theme = color.get(W + "themeColor", "")
    if theme in {"background1", "light1"} and not color.get(W + "themeShade"):
        return WHITE
    return color.get(W + "val", AUTO).upper() if color.get(W + "val") != AUTO else AUTO


def shading(shade: Element | None) -> str:
    """Return the colour of a w:shd, empty for none, “?” when it is a pattern or a colour of the theme."""
    if shade is None:
        return ""
    kind, fill = shade.get(W + "val", "clear"), shade.get(W + "fill", AUTO)
    if kind == "solid":
        fill = shade.get(W + "color", AUTO)
        fill = "000000" if fill == AUTO else fill
    elif kind not in {"clear", "nil"} or shade.get(W + "themeFill"):
        return UNKNOWN
    return "" if fill == AUTO else fill.upper()


def has_backdrop(story: Element) -> bool:
    """Say whether a picture or shape lies behind the text: then nobody can tell which colours it stands on."""
    if any(each.get("behindDoc") in {"1", "true"} for each in story.iter(WP + "anchor")):
        return True
    return any(
        BEHIND.search(each.get("style", "")) for each in story.iter(V + "shape", V + "rect", V + "group")
    )


class Looks:
    """What the styles of a document say of how its text looks."""

    def __init__(self, styles: Element | None, page: str):
        self._page = page  # colour of the page
        self._styles = (
            {} if styles is None else {each.get(W + "styleId"): each for each in styles.iter(W + "style")}
        )
        self._cache: dict[tuple[str, str], Look] = {}
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = Look().with_properties(defaults)
        default = [each for each in self._styles.values() if each.get(W + "default") in {"1", "true"}]
        self._usual = next((e.get(W + "styleId") for e in default if e.get(W + "type") == "paragraph"), "")

    def _chain(self, style_id: str) -> list[Element]:
        """Return a style and those it is based on, the first of them first."""
        chain: list[Element] = []
        while style_id in self._styles and self._styles[style_id] not in chain:
            chain.append(self._styles[style_id])
            based = chain[-1].find(W + "basedOn")
            style_id = based.get(W + "val", "") if based is not None else ""
        return chain[::-1]

    def of(self, run: Element, paragraph: Element | None) -> Look:
        properties = run.find(W + "rPr")
        paragraph_style = _style(paragraph.find(W + "pPr") if paragraph is not None else None, "pStyle")
        key = (paragraph_style or self._usual, _style(properties, "rStyle"))
        if key not in self._cache:
            look = self._default
            for style in self._chain(key[0]) + self._chain(key[1]):
                look = look.with_properties(style.find(W + "rPr"))
            self._cache[key] = look
        return self._cache[key].with_properties(properties)

    def behind(self, paragraph: Element | None) -> str:
        """Return the colour behind a paragraph, “?” where it cannot be told."""
        if paragraph is None:
            return UNKNOWN
        properties = paragraph.find(W + "pPr")
        shades = [properties.find(W + "shd")] if properties is not None else []
        style_id = _style(properties, "pStyle") or self._usual
        shades += [each.find(f"{W}pPr/{W}shd") for each in reversed(self._chain(style_id))]
        for shade in shades:
            if color := shading(shade):
                return color
        for around in paragraph.iterancestors():
            if around.tag == W + "txbxContent":
                return UNKNOWN
            if around.tag == W + "tc" and (color := shading(around.find(f"{W}tcPr/{W}shd"))):
                return color
            if around.tag == W + "tbl" and (color := self._behind_table(around)):
                return color
        return self._page

    def _behind_table(self, table: Element) -> str:
        properties = table.find(W + "tblPr")
        if properties is None:
            return ""
        if color := shading(properties.find(W + "shd")):
            return color
        styles = self._chain(_style(properties, "tblStyle"))
        # Which rows a table's style shades depends on much; where it shades any, nothing is said to be invisible.
        shaded = any(shading(shade) for style in styles for shade in style.iter(W + "shd"))
        return UNKNOWN if shaded else ""

    def is_flat(self, paragraph: Element | None) -> bool:
        """Say whether the lines of a paragraph are of a fixed height that shows nothing of its text."""
        properties = paragraph.find(W + "pPr") if paragraph is not None else None
        chain = self._chain(_style(properties, "pStyle") or self._usual)
        line, rule = "", ""
        for each in [*(style.find(W + "pPr") for style in chain), properties]:
            spacing = each.find(W + "spacing") if each is not None else None
            if spacing is not None:
                line, rule = spacing.get(W + "line", line), spacing.get(W + "lineRule", rule)
        return rule == "exact" and _is_low(line)


def _is_low(height: str) -> bool:
    return height.lstrip("-").isdecimal() and abs(int(height)) < LOWEST


def _style(properties: Element | None, name: str) -> str:
    named = properties.find(W + name) if properties is not None else None
    return named.get(W + "val", "") if named is not None else ""


def remove_unseen(root: Element, looks: Looks, draft: Draft, place: Place) -> None:
    """Take out text nobody sees. Under a bar of its own colour it leaves blanks, so that the bar stays."""
    for row in [
        each.getparent().getparent() for each in root.iter(W + "hidden") if each.getparent().tag == W + "trPr"
    ]:
        draft.count(Kind.INVISIBLE_TEXT, place, "{} 个隐藏的表格行")
        drop(row)
    _remove_flat(root, looks, draft, place)
    backgrounds: dict[Element, str] = {}
    for run in list(root.iter(W + "r")):
        paragraph = next(run.iterancestors(W + "p"), None)
        look = looks.of(run, paragraph)
        if look.vanish:
            if _remove(run):
                draft.count(Kind.INVISIBLE_TEXT, place, "{} 处设成隐藏的文字")
        elif look.size <= SMALLEST or look.width <= NARROWEST:
            if _remove(run):
                draft.count(Kind.INVISIBLE_TEXT, place, "{} 处极小的文字")
        elif look.color != AUTO or look.behind:
            if not look.behind and paragraph is not None and paragraph not in backgrounds:
                backgrounds[paragraph] = looks.behind(paragraph)
            behind = look.behind or backgrounds.get(paragraph, UNKNOWN)
            _remove_same_color(run, look, behind, draft, place)


def _remove_flat(root: Element, looks: Looks, draft: Draft, place: Place) -> None:
    """Take the text out of lines and rows of no height; drawings that hang on them may stand elsewhere."""
    heights = root.iterfind(f".//{W}trPr/{W}trHeight")
    low = [each for each in heights if each.get(W + "hRule") == "exact" and _is_low(each.get(W + "val", ""))]
    flat = {each for height in low for each in height.getparent().getparent().iter(W + "p")}
    flat |= {each for each in root.iter(W + "p") if looks.is_flat(each)}
    for text in list(root.iter(W + "t")) if flat else ():
        if next(text.iterancestors(W + "p"), None) in flat:
            if (text.text or "").strip():
                draft.count(Kind.INVISIBLE_TEXT, place, "{} 处行高极小的文字")
            drop(text)


def _remove_same_color(run: Element, look: Look, behind: str, draft: Draft, place: Place) -> None:
    color = look.color
    if color == AUTO:
        # Word turns automatic text white on dark shading, but not on a dark highlight.
        highlight = run.find(f"{W}rPr/{W}highlight")
        color = "000000" if highlight is not None else UNKNOWN
    if not is_same(color, behind):
        return
    texts = [each for each in run.iterchildren(W + "t") if (each.text or "").strip()]
    if not texts:
        return
    if is_same(behind, WHITE):
        draft.count(Kind.INVISIBLE_TEXT, place, "{} 处与底色相同的文字")
        for text in texts:
            drop(text)
        return
    draft.count(Kind.COVERED_TEXT, place, "{} 处用底色盖住的文字")
    for text in texts:
        text.text = blanks(text.text)


def blanks(text: str) -> str:
    return "".join(" " if ord(character) < 0x2E80 else "\u3000" for character in text)


def _remove(run: Element) -> bool:
    """Take out what a run shows; say whether there was more than blanks."""
    found = [each for each in run if each.tag in SHOWN or each.tag.endswith("}AlternateContent")]
    for each in found:
        drop(each)
    return any(each.tag != W + "t" or (each.text or "").strip() for each in found)
