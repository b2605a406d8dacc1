"""
Labels of lists: the words around the numbers.

“第%1条” is a mark like any other, but an office can write whatever it likes there, and everybody sees it. Words that
are more than a mark are read with each paragraph that has them; the others nobody sees, and they do not stay.
"""

import re

from ..office_drawings import choose_alternatives, drop
from ..office_text import Piece
from ..packages import Element
from .allowed import W, prune

NUMBER = re.compile(r"%\d")
MARKS = re.compile(
    r"[\s第章节条款项目编篇部分卷回图表附件例注步骤"
    r"、，,。．.:：;；()（）\[\]【】〔〕<>《》{}/\\~^_—–\-·•●○◎◆◇■□▪▫▲△▶►★☆※→➢➤✓✔√*+#&]{0,12}"
)
HIGHEST = 9_999  # of what a list may start with
OPENINGS = (W + "start", W + "startOverride")
PLAIN = "%{}."


def is_mark(label: str) -> bool:
    words = NUMBER.sub("", label)
    return len(words) <= 1 or bool(MARKS.fullmatch(words))


def prepare(numbering: Element) -> None:
    """Bring the part that describes lists into its public form, but for the labels."""
    choose_alternatives(numbering)
    prune(numbering)
    for each in list(numbering.iter(W + "name")):
        drop(each)
    for each in numbering.iter(W + "numFmt"):
        each.attrib.pop(W + "format", None)
    for each in list(numbering.iter(*OPENINGS)):
        value = each.get(W + "val", "")
        if not value.isdecimal() or int(value) > HIGHEST:
            drop(each)


class Labels:
    """Which label each paragraph has, and which of them were read."""

    def __init__(self, numbering: Element | None, styles: Element | None):
        self._root = numbering
        lists = [] if numbering is None else list(numbering)
        self._lists = {each.get(W + "numId", ""): each for each in lists if each.tag == W + "num"}
        self._abstract = {
            each.get(W + "abstractNumId", ""): each for each in lists if each.tag == W + "abstractNum"
        }
        named = [] if styles is None else styles.iterchildren(W + "style")
        self._styles = {each.get(W + "styleId", ""): each for each in named}
        self._told: set[Element] = set()
        self._is_needed = any(not is_mark(each.get(W + "val", "")) for each in self._texts())

    def of(self, paragraph: Element) -> list[Piece]:
        """Return the label of a paragraph when it is more than a mark. Covering any of it takes the whole away."""
        text = self._text_of(paragraph) if self._is_needed else None
        if text is None or is_mark(text.get(W + "val", "")):
            return []
        self._told.add(text)
        return [Piece(NUMBER.sub("#", text.get(W + "val")), text, holds=False)]

    def drop_untold(self) -> None:
        """Of a label nobody has read leave a plain number."""
        for each in self._texts():
            if each not in self._told and not is_mark(each.get(W + "val", "")):
                level = each.getparent().get(W + "ilvl", "0")
                each.set(W + "val", PLAIN.format(int(level) % 9 + 1 if level.isdecimal() else 1))

    def _texts(self) -> list[Element]:
        return [] if self._root is None else list(self._root.iter(W + "lvlText"))

    def _text_of(self, paragraph: Element) -> Element | None:
        properties = paragraph.find(W + "pPr")
        style = _value(properties, "pStyle")
        list_, level = _numbers(properties)
        seen: set[str] = set()
        while not list_ and style in self._styles and style not in seen:
            seen.add(style)
            inherited = self._styles[style]
            list_, inner = _numbers(inherited.find(W + "pPr"))
            level = level or inner or self._level_for(list_, style)
            style = _value(inherited, "basedOn")
        found = self._level(list_, level or "0")
        return found.find(W + "lvlText") if found is not None else None

    def _level(self, list_: str, level: str) -> Element | None:
        return next((each for each in self._levels(list_) if each.get(W + "ilvl", "0") == level), None)

    def _level_for(self, list_: str, style: str) -> str:
        levels = [each for each in self._levels(list_) if _value(each, "pStyle") == style]
        return levels[0].get(W + "ilvl", "0") if levels else ""

    def _levels(self, list_: str) -> list[Element]:
        """Return the levels of a list, its own before those of the pattern it follows."""
        found: list[Element] = []
        seen: set[str] = set()
        while list_ in self._lists and list_ not in seen:
            seen.add(list_)
            own = self._lists[list_]
            found += own.iterfind(f"{W}lvlOverride/{W}lvl")
            pattern = self._abstract.get(_value(own, "abstractNumId"))
            if pattern is None:
                break
            found += pattern.iterchildren(W + "lvl")
            linked = self._styles.get(_value(pattern, "numStyleLink"))
            list_ = _numbers(linked.find(W + "pPr"))[0] if linked is not None else ""
        return found


def _value(element: Element | None, name: str) -> str:
    found = element.find(W + name) if element is not None else None
    return found.get(W + "val", "") if found is not None else ""


def _numbers(properties: Element | None) -> tuple[str, str]:
    """Return the list and the level that the properties of a paragraph name."""
    listed = properties.find(W + "numPr") if properties is not None else None
    return _value(listed, "numId"), _value(listed, "ilvl")
