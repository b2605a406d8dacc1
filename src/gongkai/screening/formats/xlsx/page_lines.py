"""Headers and footers of printed sheets: text with codes in between, such as “&L第 &P 页”."""

import re

from lxml import etree

from ...enums import Kind
from ...findings import Place
from ..office_draft import Draft
from ..office_fonts import is_font_name
from ..office_text import Piece
from ..packages import Element
from .styles import S

FONT = re.compile(r'&"([^",]*)(?:,([^"]*))?"')
CODE = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&K\d\d[+-]\d{3}|&\d{1,3}|&[A-Za-z&]')
LINES = {"odd": "", "even": "differentOddEven", "first": "differentFirst"}
LABELS = {"Header": "页眉", "Footer": "页脚"}
SECTIONS = {"&L", "&C", "&R"}
LEFT_OUT = {"&Z", "&F", "&G"}  # path and name of the reader's own file, a picture
FACES = {"常规", "加粗", "倾斜", "加粗倾斜", "Regular", "Bold", "Italic", "Bold Italic"}
ON = {"1", "true"}


class PageLine:
    """One header or footer: codes and stretches of text in turn."""

    def __init__(self, tag: str, text: str):
        self.tag = tag
        self.parts: list[str | Element] = []
        start = 0
        for code in CODE.finditer(text):
            self._text(text[start : code.start()])
            if code[0] == "&&":
                self._text("&")
            elif code[0] not in LEFT_OUT and not _is_strange_font(code[0]):
                self.parts.append(code[0])
            start = code.end()
        self._text(text[start:])

    def _text(self, text: str) -> None:
        if text:
            element = etree.Element("text")
            element.text = text
            self.parts.append(element)

    def passages(self) -> list[list[Piece]]:
        """Return the text of left, middle and right."""
        found: list[list[Piece]] = [[]]
        for each in self.parts:
            if isinstance(each, str):
                if each.upper() in SECTIONS:
                    found.append([])
            else:
                found[-1].append(Piece(each.text, each))
        return [each for each in found if each]

    def written(self) -> str:
        return "".join(
            each if isinstance(each, str) else (each.text or "").replace("&", "&&") for each in self.parts
        )


def _is_strange_font(code: str) -> bool:
    """Say whether a code names a font that may be none: nobody has read what is written there."""
    found = FONT.fullmatch(code)
    if not found:
        return code.startswith('&"')
    return not (found[1] == "-" or is_font_name(found[1])) or (found[2] or "常规") not in FACES


def page_lines(element: Element | None, sheet: str, draft: Draft) -> list[PageLine]:
    """Return the headers and footers that get printed, their text told."""
    found = []
    for each in element if element is not None else ():
        tag = each.tag[len(S) :]
        which, label = tag[: -len("Header")], LABELS.get(tag[-len("Header") :])
        if which not in LINES or label is None or not each.text:
            continue
        switch = LINES[which]
        if switch and element.get(switch) not in ON:
            draft.count(Kind.INVISIBLE_TEXT, Place(sheet=sheet), "{} 个没有启用的页眉、页脚")
            continue
        line = PageLine(tag, each.text)
        for pieces in line.passages():
            draft.story.add(pieces, Place(sheet=sheet, part=label))
        found.append(line)
    return found
