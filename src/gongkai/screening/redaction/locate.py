"""Where given words stand on the pages of a PDF, as boxes that cover them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..findings import Passage, Place
from .marks import Box
from .pages import Character, Rectangle, characters, lines, opened, page_of
from .words import Hit, find_words

CONTEXT = 12  # characters shown on either side


@dataclass(frozen=True)
class Located:
    """One occurrence of a word; a word broken over lines has a box on each."""

    word: str
    certain: bool
    why: str
    boxes: tuple[Box, ...]
    before: str
    shown: str
    after: str

    def as_json(self) -> dict[str, Any]:
        return {
            "word": self.word,
            "certain": self.certain,
            "why": self.why,
            "boxes": [box.as_json() for box in self.boxes],
            "before": self.before,
            "shown": self.shown,
            "after": self.after,
        }


@dataclass
class PageText:
    """The lines of a file, each with the place of its characters, and the pages that have no text."""

    passages: list[Passage] = field(default_factory=list)
    lines: list[list[Character]] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)
    without_text: list[int] = field(default_factory=list)


def locate(path: Path, words: Iterable[str], *, extension: str = "pdf") -> tuple[list[Located], list[int]]:
    """
    Return the occurrences of ``words`` in reading order, and the pages where nothing could be looked for because
    they are pictures.
    """
    if extension != "pdf":
        return [], [1]
    text = read_lines(path)
    return located_in(text, words), text.without_text


def read_lines(path: Path) -> PageText:
    text = PageText()
    with opened(path) as document:
        for number in range(1, len(document) + 1):
            with page_of(document, number) as page:
                text.sizes.append(page.get_size())
                found = lines(characters(page))
            if not any(not character.text.isspace() for line in found for character in line):
                text.without_text.append(number)
            for line in found:
                text.lines.append(line)
                text.passages.append(Passage("".join(each.text for each in line), Place(page=number)))
    return text


def located_in(text: PageText, words: Iterable[str]) -> list[Located]:
    occurrences: dict[int, list[Hit]] = {}
    for hit in find_words(text.passages, words):
        occurrences.setdefault(hit.occurrence, []).append(hit)
    return [_located(text, hits) for hits in occurrences.values()]


def _located(text: PageText, hits: Sequence[Hit]) -> Located:
    first, last = hits[0], hits[-1]
    return Located(
        word=first.word,
        certain=first.certain,
        why=first.why,
        boxes=tuple(_box(text, hit) for hit in hits),
        before=text.passages[first.passage].text[max(0, first.start - CONTEXT) : first.start],
        shown="".join(text.passages[hit.passage].text[hit.start : hit.end] for hit in hits),
        after=text.passages[last.passage].text[last.end : last.end + CONTEXT],
    )


def _box(text: PageText, hit: Hit) -> Box:
    page = text.passages[hit.passage].place.page
    width, height = text.sizes[page - 1]
    covered = [each for each in text.lines[hit.passage][hit.start : hit.end] if not each.is_made_up]
    around: Rectangle = covered[0].cell
    for character in covered:
        around = around.united(character.cell)
    left, top = max(0.0, around.left / width), max(0.0, around.top / height)
    return Box(
        page,
        left,
        top,
        max(0.0, min(1.0, around.right / width) - left),
        max(0.0, min(1.0, around.bottom / height) - top),
    )
