"""Attacking the pages of a PDF the way any reader can: select and copy the text, look under the marks. Pure."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ..layer import notice_of, without_notices
from ..marks import Mark, marks_of_page
from ..pages import Character, characters, opened, page_of
from .leaks import Leak, Secrets
from .pictures import under_marks

NEARLY = 1.0  # points that the picture may miss of the page's edges
NOT_ONE_PICTURE = "页面不是一整幅图片，遮盖框下面可能还有别的内容。"


def attack_pages(path: Path, sought: Secrets, marks: Sequence[Mark] | None) -> tuple[list[Leak], set[str]]:
    """Return what was found on the pages, and every character that can be read there."""
    leaks: list[Leak] = []
    shown: set[str] = set()
    with opened(path) as document:
        for number in range(1, len(document) + 1):
            with page_of(document, number) as page:
                found = characters(page)
                shown.update(character.text for character in found)
                text = "".join(character.text for character in found)
                where = f"第{number}页"
                leaks += sought.in_lines(without_notices(text).splitlines(), where, number)
                if marks is not None:
                    here = marks_of_page(marks, number)
                    leaks += _text_under_marks(found, here, page.get_size(), where)
                    leaks += _picture_under_marks(page, here, where)
        for mark in marks or ():
            if mark.page > len(document):
                leaks.append(Leak(f"第{mark.page}页", "要遮盖的页不在公开副本里。"))
    return leaks, shown


def _text_under_marks(
    found: Sequence[Character], marks: Sequence[Mark], size: tuple[float, float], where: str
) -> Iterator[Leak]:
    said = [character for character in found if not character.text.isspace()]
    notices = _notices("".join(character.text for character in said), {notice_of(mark) for mark in marks})
    width, height = size
    for at, character in enumerate(said):
        x = (character.ink.left + character.ink.right) / 2 / width
        y = (character.ink.top + character.ink.bottom) / 2 / height
        is_under = any(mark.x < x < mark.right and mark.y < y < mark.bottom for mark in marks)
        if is_under and at not in notices:
            yield Leak(where, "遮盖框下面还有文字，可以选中复制。")
            return


def _notices(text: str, notices: set[str]) -> set[int]:
    """Return the places in ``text`` of the sentences that say that something is covered."""
    places: set[int] = set()
    for notice in notices:
        start = text.find(notice)
        while start >= 0:
            places.update(range(start, start + len(notice)))
            start = text.find(notice, start + 1)
    return places


def _picture_under_marks(page: pypdfium2.PdfPage, marks: Sequence[Mark], where: str) -> list[Leak]:
    """A burned page is one picture and invisible text, so that what is in the picture is all there is to see."""
    drawn = list(page.get_objects())
    pictures = [each for each in drawn if each.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    if len(pictures) != 1 or any(not _is_invisible(each) for each in drawn if each not in pictures):
        return [Leak(where, NOT_ONE_PICTURE)]
    left, bottom, right, top = pictures[0].get_bounds()
    width, height = page.get_size()
    if max(left, bottom) > NEARLY or right < width - NEARLY or top < height - NEARLY:
        return [Leak(where, NOT_ONE_PICTURE)]
    if not marks:
        return []
    shown = pictures[0].get_bitmap(render=False).to_pil()
    return under_marks(shown if shown.mode == "L" else shown.convert("RGB"), marks, where)


def _is_invisible(drawn: pypdfium2.PdfObject) -> bool:
    return (
        drawn.type == pdfium.FPDF_PAGEOBJ_TEXT
        and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    )
