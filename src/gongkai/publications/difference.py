"""
What changed between two versions, for the reviewer: paragraph by paragraph, then character by character.

Chinese has no spaces between words, so characters are compared. Time is bounded: long rewritten passages are
compared sentence by sentence, and what shares too little is shown whole as taken out and put in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from typing import Any

from .markup.blocks import Block, Figure, Image, Items, Quote, Rule, Run, Table, Text
from .markup.reading import read

ALIKE = 0.4  # share of common characters from which two paragraphs are taken for one that was edited
CHARACTERS = 300 * 300  # pairs of characters compared within one paragraph; beyond it, sentences are
WORK = 2_000_000  # pairs compared in the whole text
PAIRINGS = 40_000  # paragraphs compared with each other when looking for the edited ones
SENTENCES = re.compile(r"[^。；！？，\n\t]*[。；！？，\n\t]?")


@dataclass(frozen=True)
class Change:
    label: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Unit:
    """A paragraph, heading, list item or table row. ``details`` are what can change without the text changing."""

    tag: str
    text: str
    details: tuple[str, ...] = ()


def compare_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return what differs, by label, in the order of ``new`` and then of what only ``old`` has."""
    labels = dict.fromkeys([*new, *old])
    return [Change(name, old.get(name), new.get(name)) for name in labels if old.get(name) != new.get(name)]


def compare(old_html: str, new_html: str) -> str:
    """Return the new text with <ins> and <del> where it differs from the old. The result is safe to show."""
    old, new = _units(read(old_html)), _units(read(new_html))
    pieces: list[tuple[str, str]] = []  # tag of the unit and its marked-up content
    budget = _Budget(WORK)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            pieces += [(unit.tag, _plain(unit)) for unit in new[j1:j2]]
        else:
            pieces += [_piece(before, after, budget) for before, after in _pairs(old[i1:i2], new[j1:j2])]
    return "".join(_grouped(pieces))


class _Budget:
    """How much may still be compared closely."""

    def __init__(self, left: int):
        self.left = left

    def allows(self, cost: int) -> bool:
        if cost > self.left:
            return False
        self.left -= cost
        return True


def _units(blocks: Iterable[Block]) -> list[Unit]:
    units: list[Unit] = []
    for block in blocks:
        match block:
            case Text():
                units.append(Unit(block.tag, *_words(block)))
            case Quote():
                units += _units(block.blocks)
            case Items():
                for item in block.items:
                    inner = _units(item)
                    units += [Unit("li", unit.text, unit.details) for unit in inner]
            case Table():
                units += [Unit("p", *_words(block.caption))] if block.caption else []
                units += [_row(row) for row in block.rows]
            case Figure():
                units.append(Unit("p", "", tuple(_detail(image) for image in block.images)))
                units += [Unit("p", *_words(block.caption))] if block.caption else []
            case Rule():
                units.append(Unit("p", "———"))
    return units


def _row(row: list) -> Unit:
    cells, details = [], []
    for cell in row:
        inner = _units(cell.blocks)
        cells.append("\n".join(unit.text for unit in inner))
        details += [detail for unit in inner for detail in unit.details]
    return Unit("tr", "\t".join(cells), tuple(details))


def _words(text: Text) -> tuple[str, tuple[str, ...]]:
    details = dict.fromkeys(_detail(run) for run in text.runs if isinstance(run, Image) or run.link)
    return text.text, tuple(details)


def _detail(run: Run | Image) -> str:
    if isinstance(run, Image):
        return f"图片：{run.alternative or '无替代文字'}（{run.source.rsplit('/', 2)[1]}）"
    return f"链接：{run.link}"


def _pairs(old: list[Unit], new: list[Unit]) -> list[tuple[Unit | None, Unit | None]]:
    """Put each changed unit beside the one it was made from; the others stand alone."""
    pairs: list[tuple[Unit | None, Unit | None]] = []
    searching = len(old) * len(new) <= PAIRINGS
    counts = [Counter(unit.text) for unit in new] if searching else []
    position = 0
    for index, unit in enumerate(old):
        if searching:
            own = Counter(unit.text)
            match = next(
                (j for j in range(position, len(new)) if _is_alike(unit, own, new[j], counts[j])), None
            )
        else:
            match = max(index, position) if max(index, position) < len(new) else None
            if match is not None and not _is_alike(
                unit, Counter(unit.text), new[match], Counter(new[match].text)
            ):
                match = None
        if match is None:
            pairs.append((unit, None))
            continue
        pairs += [(None, added) for added in new[position:match]]
        pairs.append((unit, new[match]))
        position = match + 1
    return pairs + [(None, added) for added in new[position:]]


def _is_alike(old: Unit, old_count: Counter, new: Unit, new_count: Counter) -> bool:
    if (old.tag == "tr") != (new.tag == "tr"):
        return False
    length = len(old.text) + len(new.text)
    return length == 0 or 2 * (old_count & new_count).total() / length >= ALIKE


def _piece(old: Unit | None, new: Unit | None, budget: _Budget) -> tuple[str, str]:
    if new is None:
        return old.tag, _whole(old, "del")
    if old is None:
        return new.tag, _whole(new, "ins")
    cells = list(zip(old.text.split("\t"), new.text.split("\t"), strict=False))
    if new.tag == "tr" and old.text.count("\t") == new.text.count("\t"):
        content = "".join(f"<td>{_characters(before, after, budget)}</td>" for before, after in cells)
    elif new.tag == "tr":
        return "tr", "".join(f"<td>{part}</td>" for part in _differing_cells(old, new))
    else:
        content = _characters(old.text, new.text, budget)
    gone = [detail for detail in old.details if detail not in new.details]
    come = [detail for detail in new.details if detail not in old.details]
    notes = [f"<del>［{escape(text)}］</del>" for text in gone] + [
        f"<ins>［{escape(text)}］</ins>" for text in come
    ]
    if notes and new.tag == "tr":
        return "tr", f"{content}<td>{''.join(notes)}</td>"
    return new.tag, content + "".join(notes)


def _differing_cells(old: Unit, new: Unit) -> list[str]:
    """A row that has got more or fewer cells: the old ones, then the new."""
    before = [_marked(cell, "del") for cell in old.text.split("\t")]
    return before + [_marked(cell, "ins") for cell in new.text.split("\t")]


def _plain(unit: Unit) -> str:
    if unit.tag == "tr":
        return "".join(f"<td>{_marked(cell)}</td>" for cell in unit.text.split("\t"))
    return _marked(unit.text) + "".join(f"［{escape(d)}］" for d in unit.details if d.startswith("图片"))


def _whole(unit: Unit, tag: str) -> str:
    if unit.tag == "tr":
        return "".join(f"<td>{_marked(cell, tag)}</td>" for cell in unit.text.split("\t"))
    return _marked(unit.text, tag) + "".join(
        f"<{tag}>［{escape(detail)}］</{tag}>" for detail in unit.details
    )


def _characters(old: str, new: str, budget: _Budget) -> str:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    inside = _middle(middle_old, middle_new, budget)
    return _marked(old[:start]) + inside + _marked(old[len(old) - end :])


def _middle(old: str, new: str, budget: _Budget) -> str:
    if not old or not new:
        return _marked(old, "del") + _marked(new, "ins")
    cost = len(old) * len(new)
    before: list[str] | str = old
    after: list[str] | str = new
    if cost > CHARACTERS:
        before, after = SENTENCES.findall(old), SENTENCES.findall(new)
        cost = len(before) * len(after)
    if cost > CHARACTERS or not budget.allows(cost):
        return _marked(old, "del") + _marked(new, "ins")
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    out = []
    for kind, i1, i2, j1, j2 in codes:
        if kind == "equal":
            out.append(_marked("".join(before[i1:i2])))
        else:
            out.append(_marked("".join(before[i1:i2]), "del") + _marked("".join(after[j1:j2]), "ins"))
    return "".join(out)


def _marked(text: str, tag: str = "") -> str:
    safe = escape(text).replace("\n", "<br>")
    return f"<{tag}>{safe}</{tag}>" if tag and safe else safe


def _grouped(pieces: list[tuple[str, str]]) -> Iterable[str]:
    """Put neighbouring rows in a table and neighbouring items in a list."""
    for tag, group in groupby(pieces, key=lambda piece: piece[0]):
        inside = "".join(f"<{tag}>{content}</{tag}>" for _tag, content in group)
        if tag == "tr":
            yield f"<table><tbody>{inside}</tbody></table>"
        elif tag == "li":
            yield f"<ul>{inside}</ul>"
        else:
            yield inside
