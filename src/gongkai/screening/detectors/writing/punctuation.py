"""Brackets and quotation marks without their other half, half-width commas between Chinese characters."""

import re
from collections.abc import Iterator

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import BLANK, SEAM, Whole

PAIRS = (("书名号", "《", "》"), ("括号", "（(", "）)"), ("引号", "“", "”"))
# “1）”, “（2022)”, “a)”: numbers of a list are closed and never opened.
LISTED = re.compile(r"(?<![\dA-Za-z])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}[）)]")
STRAIGHT = re.compile('["＂]')
# The look behind comes after the comma: a pattern that begins with a character is found much faster.
COMMA = re.compile(r",(?<=[\u4e00-\u9fff],)(?=[\u4e00-\u9fff])")


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    for name, opening, closing in PAIRS:
        if not _may_be_unpaired(whole.text, opening, closing):
            continue
        if name == "引号" and STRAIGHT.search(whole.text):
            continue  # opened by “ and closed by a straight one: each has its other half
        for at in _unpaired(whole, opening, closing):
            note = f"{name}“{whole.text[at]}”没有另一半。" if name != "引号" else "引号没有另一半。"
            yield from whole.found(Kind.TYPO, at, at + 1, note)
    yield from _half_width_commas(whole)


def _may_be_unpaired(text: str, opening: str, closing: str) -> bool:
    """Most texts have as many of one as of the other and need no closer look."""
    return sum(map(text.count, opening)) != sum(map(text.count, closing))


def _unpaired(whole: Whole, opening: str, closing: str) -> Iterator[int]:
    """
    Yield the places of marks without their other half.

    A lone opening in one passage and a lone closing in a later one belong together: a quotation runs over
    paragraphs, and each of its paragraphs opens it anew.
    """
    text = whole.text
    listed = {match.end() - 1 for match in LISTED.finditer(text)} if ")" in closing else set()
    waiting: list[int] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        at = match.start()
        if match[0] in opening:
            if opening == "“" and waiting and _begins_line(text, at):
                waiting.pop()
            waiting.append(at)
        elif waiting:
            waiting.pop()
        elif at not in listed and not _is_year_of_number(text, at):
            yield at
    yield from (at for at in waiting if not _is_year_of_number(text, at))


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(BLANK)
    return before.endswith(SEAM) or (not before and at <= 4)


def _is_year_of_number(text: str, at: int) -> bool:
    """“〔2012)14号”: the rule of document numbers tells of it."""
    return bool(re.match(r"[〔\[【]?\d{4}[）)]", text[max(0, at - 5) : at + 1])) or bool(
        re.match(r"[（(]\d{4}[〕\]】]", text[at : at + 6])
    )


def _half_width_commas(whole: Whole) -> Iterator[Finding]:
    """Tell of them once: whoever types one types a hundred."""
    places = [match.start() for match in COMMA.finditer(whole.text)]
    if places:
        note = f"汉字之间用了半角逗号，全文共{len(places)}处。应为“，”。"
        yield from whole.found(Kind.TYPO, places[0], places[0] + 1, note, "，")
