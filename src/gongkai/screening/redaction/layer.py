"""
The text that goes invisibly behind the picture of a redacted page, for search and for blind readers. Pure.

It is built from nothing but characters that a reader of the redacted page can see: what a mark touches, what is
hidden under something, too small or without contrast stays out. So whatever else the file knew is not in the copy.
Places are rounded to whole points: where the text goes on after a mark would otherwise tell, to a thousandth of a
point, how wide the covered letters were, and with that which they can have been.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .marks import SHORT, Mark
from .pages import Character, Rectangle, lines
from .visibility import View

MARGIN = 2 / 200 * 72  # points: how near a mark may come to text behind a scan, two pixels at 200 dpi
SHARE_COVERED = 0.1  # of the square of a character
SAME_LINE, SAME_SIZE, SAME_DIRECTION = 0.25, 0.1, 0.99
LONGEST_GAP = 3.0  # in sizes; a new piece begins after a longer one
NUMBER_SIGNS = frozenset("-*+./:@_—–")
NOTICE = "【已遮盖：{}】"
# Readers may put spaces between letters that stand far apart.
NOTICES = re.compile(
    "|".join(r"\s*".join(map(re.escape, NOTICE.format(short))) for short in sorted(set(SHORT.values())))
)


@dataclass(frozen=True)
class Piece:
    """Characters written in one go: each with its distance from the first, in points."""

    text: str
    offsets: tuple[float, ...]
    x: float
    y: float
    across: float
    down: float
    size: float
    stretch: float = 1.0


def text_layer(
    found: Sequence[Character], *, size: tuple[float, float], marks: Sequence[Mark], view: View
) -> list[Piece]:
    """Return the pieces of text that may stand behind a page of ``size`` points with ``marks`` on it."""
    width, height = size
    areas = [
        Rectangle(mark.x * width, mark.y * height, mark.right * width, mark.bottom * height) for mark in marks
    ]
    told: set[int] = set()
    pieces: list[Piece] = []
    for line in lines(list(found)):
        kept = _kept(line, areas, view)
        pieces += _pieces(line, kept, marks, areas, told)
    rest = [number for number in range(len(marks)) if number not in told]
    return pieces + [_notice(marks[number], areas[number]) for number in rest]


def _kept(line: list[Character], areas: Sequence[Rectangle], view: View) -> list[bool]:
    if any(character.is_invisible for character in line):
        # OCR is only roughly right about places: a mark that comes near takes the whole line out.
        around = line[0].cell
        for character in line:
            around = around.united(character.cell)
        margin = max(MARGIN, (around.bottom - around.top) / 2)
        if any(area.touches(around, margin) for area in areas):
            return [False] * len(line)
    covered = [any(_is_under(character, area) for area in areas) for character in line]
    for start, end in _numbers(line):
        if any(covered[start:end]):
            covered[start:end] = [True] * (end - start)
    return [
        not hidden and (_is_space(character) or view.shows(character))
        for character, hidden in zip(line, covered, strict=True)
    ]


def _is_under(character: Character, area: Rectangle) -> bool:
    """Whether a mark covers a character or part of it; where the ink is said to be is not always where it is."""
    return area.touches(character.ink) or character.cell.share_under(area) > SHARE_COVERED


def _numbers(line: list[Character]) -> Iterator[tuple[int, int]]:
    """Yield where letters and digits of one number or word begin and end; half a number gives away the other half."""
    start = None
    for at, character in enumerate([*line, None]):
        text = character.text if character else " "
        inside = (text.isalnum() and not "\u2e80" <= text < "\ufe00" and text < "\U00020000") or (
            start is not None and text in NUMBER_SIGNS
        )
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None


def _pieces(
    line: list[Character],
    kept: list[bool],
    marks: Sequence[Mark],
    areas: Sequence[Rectangle],
    told: set[int],
) -> Iterator[Piece]:
    """Yield what stays of a line and, in place of what went, a notice that and why something is covered."""
    written: list[Character] = []
    for character, stays in zip(line, kept, strict=True):
        if stays:
            if written and not _goes_on(written[-1], character):
                yield from _piece(written)
                written = []
            written.append(character)
            continue
        yield from _piece(written)
        written = []
        for number, area in enumerate(areas):
            if number not in told and _is_under(character, area):
                told.add(number)
                yield _notice(marks[number], area)
    yield from _piece(written)


def _piece(written: list[Character]) -> Iterator[Piece]:
    while written and _is_space(written[-1]):
        written = written[:-1]
    while written and _is_space(written[0]):
        written = written[1:]
    if not written:
        return
    first = written[0]
    offsets = tuple((each.x - first.x) * first.across + (each.y - first.y) * first.down for each in written)
    text = "".join(each.text if not _is_space(each) else " " for each in written)
    yield Piece(text, offsets, round(first.x), round(first.y), first.across, first.down, first.size)


def _goes_on(last: Character, next_: Character) -> bool:
    if next_.is_made_up:  # the reader's own spaces have no place of their own
        return True
    along = (next_.x - last.x) * last.across + (next_.y - last.y) * last.down
    aside = (next_.y - last.y) * last.across - (next_.x - last.x) * last.down
    return (
        last.across * next_.across + last.down * next_.down > SAME_DIRECTION
        and abs(next_.size - last.size) <= SAME_SIZE * last.size
        and abs(aside) <= SAME_LINE * last.size
        and 0 <= along <= LONGEST_GAP * last.size
    )


def _notice(mark: Mark, area: Rectangle) -> Piece:
    """“【已遮盖：条例§15】”, squeezed into the place of the mark."""
    text = notice_of(mark)
    size = max(1.0, (area.bottom - area.top) * 0.7)
    stretch = (area.right - area.left) / (size * len(text))
    offsets = tuple(size * number for number in range(len(text)))
    return Piece(text, offsets, area.left, area.bottom - 0.2 * size, 1.0, 0.0, size, stretch)


def notice_of(mark: Mark) -> str:
    return NOTICE.format(mark.ground.short)


def without_notices(text: str) -> str:
    """Return ``text`` without the notices, which say “条例” where a covered word may have been the same."""
    return NOTICES.sub("【】", text)


def _is_space(character: Character) -> bool:
    return character.is_made_up or character.text.isspace()
