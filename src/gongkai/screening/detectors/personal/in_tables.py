"""
What stands around a find in a table, cut into pieces that tell whose it is: its heading, its row, the table. Pure.

“灵车号牌” above a plate, “与死者关系｜女儿，11岁” beside a name, a masked name in the row of an illness.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ...enums import Kind
from ...findings import Lists
from . import alike, judging
from .ages import AGE_IN_BRACKET
from .clues import SCHOOL
from .headings import LONGEST
from .labels import ended, named_by
from .logistic import pairs, plain, runs
from .names import looks_like_name
from .numbers import CHILDHOOD
from .reading import Reading, is_masked
from .rows import AGE_CELL, KIN_CELL, tells_child
from .running_names import running_names
from .spans import NAMES, Span
from .tables import Cell, Table
from .vocabulary import CHILDREN, GROWN, KIN

_TITLE, _SIDE = 40, 10  # characters looked at
_BESIDE = 14  # characters looked at behind a name in its cell
_STEPS = 5  # into how many the likeliness of a sort is cut
_SAYS_MORE = 8  # characters of a cell that may name somebody besides
_KIN = re.compile(rf"{KIN}|之[子女妻夫父母弟兄姐妹]")
_KIN_BEHIND = re.compile(rf"[(（，,\s]?(?:系|为|是)?[^()（），,。]{{0,6}}(?:{KIN}|之[子女妻夫父母])")
_KIN_IN_BRACKETS = re.compile(rf"[(（][^()（）]{{0,8}}(?:{KIN}|之[子女妻夫父母弟兄姐妹])[)）]$")
_SELF = re.compile("本人|户主")
_AGE = re.compile("([0-9]{1,2})周?岁")
_IDENTITY = re.compile("[1-9][0-9]{5}[ -]?((?:19|20)[0-9]{2})[0-9]{4}")
_GROWN = re.compile(f"{GROWN}|中学|初中|[七八九初高][一二三]?年级")
_PROFESSION = re.compile("教师|老师|医师|护士|职称")
_CHILDREN = re.compile(CHILDREN)


class Line:
    """A row of a table, or a line of a form, with what was found in it; ``today`` is “2026-11-25”."""

    def __init__(self, table: Table, cells: list[Cell], found: Mapping[int, Sequence[Span]], today: str):
        self.table, self.cells, self.found = table, cells, found
        self.today = today

    @cached_property
    def about(self) -> list[str]:
        """Return what is told of each cell alike: by the table, its title and its headings."""
        table = self.table
        flags = f"{table.is_official} {table.is_about_persons} {table.is_form}"
        told = [f"table {flags}", f"official {table.is_official}", f"persons {table.is_about_persons}"]
        told += [f"table has {role.value}" for role in table.roles]
        told += [f"t{pair}" for pair in pairs(plain(table.title[:_TITLE]))]
        told += [f"masked {any(is_masked(cell.text) for cell in self.cells)}"]
        told += ["title of children"] if _CHILDREN.search(table.title) else []
        return [*told, *self._schools, *self._relations]

    @cached_property
    def _schools(self) -> list[str]:
        texts = {"row": " ".join(cell.text for cell in self.cells), "title": self.table.title}
        told = [f"school in {where}" for where, text in texts.items() if SCHOOL.search(text)]
        told += [f"grown in {where}" for where, text in texts.items() if _GROWN.search(text)]
        headings = " ".join(cell.heading for cell in self.cells)
        if _PROFESSION.search(f"{texts['row']} {texts['title']} {headings}"):
            told.append("profession")
        return told

    @cached_property
    def _relations(self) -> list[str]:
        told = ["kin in row"] if any(KIN_CELL.match(cell.text) for cell in self.cells) else []
        for cell in self.cells:
            if "关系" in cell.heading:
                kin = "kin" if _KIN.search(cell.text) or KIN_CELL.match(cell.text) else "other"
                told.append(f"relation {'self' if _SELF.search(cell.text) else kin}")
            if "年龄" in cell.heading and (age := AGE_CELL.fullmatch(cell.text)):
                told.append(f"age in row {_childish(int(age[1]))}")
        return told

    @cached_property
    def _identities(self) -> list[tuple[int, int]]:
        """Return where identity numbers stand, and the years of birth they tell."""
        return [
            (at, int(number[1]))
            for at, cell in enumerate(self.cells)
            if (number := _IDENTITY.search(cell.text))
        ]

    def at(self, at: int) -> str:
        return self.cells[at].text if 0 <= at < len(self.cells) else ""

    def pieces(self, at: int, start: int, end: int) -> list[str]:
        """Return what stands around ``start`` to ``end`` of the cell at ``at``."""
        cell = self.cells[at]
        beside = {
            span.kind for each in self.cells if each is not cell for span in self.found.get(each.number, ())
        }
        return [
            *self.about,
            *(f"beside {kind}" for kind in beside),
            f"role {cell.role.value if cell.role else None}",
            *_of_heading(cell.heading),
            *_in_cell(cell.text, start, end),
            *self._at_sides(at),
            *self._of_kin(at, start, end),
            *self._of_identities(at),
        ]

    def _at_sides(self, at: int) -> Iterator[str]:
        left, right = self.at(at - 1), self.at(at + 1)
        if self.table.is_form:
            yield from _grams(">", right[:_SIDE], 2)
            yield from _grams("<", left[-_SIDE:], 2)
        else:
            yield f">{plain(self.cells[at + 1].heading) if at + 1 < len(self.cells) else '-'}"
            yield f"<{plain(self.cells[at - 1].heading) if at else '-'}"
        if not self.cells[at].heading and 0 < len(left) <= LONGEST:
            sort, share = named_by(left)
            yield f"left {sort.value}{int(share * _STEPS)}"

    def _of_kin(self, at: int, start: int, end: int) -> Iterator[str]:
        cell, left, right = self.cells[at], self.at(at - 1), self.at(at + 1)
        behind = cell.text[end : end + _BESIDE]
        for mark, told in (
            ("kin in heading", _KIN.search(cell.heading)),
            ("kin behind", _KIN_BEHIND.match(behind)),
            ("kin before", _KIN.search(cell.text[max(0, start - 8) : start])),
            ("kin right", KIN_CELL.match(right)),
            ("kin left", KIN_CELL.match(left)),
            ("kin in left", _KIN.search(left[-_SIDE:])),
            ("school in heading", SCHOOL.search(cell.heading)),
            ("grown in heading", _GROWN.search(cell.heading)),
            ("child in heading", _CHILDREN.search(cell.heading)),
        ):
            if told:
                yield mark
        for mark, text in (("age behind", behind), ("age right", right)):
            if age := _AGE.search(text):
                yield f"{mark} {_childish(int(age[1]))}"

    def _of_identities(self, at: int) -> Iterator[str]:
        if self._identities and self.today:
            where, born = min(self._identities, key=lambda each: (abs(each[0] - at), each[0] < at))
            yield f"identity {_childish(int(self.today[:4]) - born)} {'right' if where > at else 'left'}"
            yield f"identities {min(3, len(self._identities))}"


def judge(table: Table, found: dict[int, list[Span]], lists: Lists) -> None:
    """Leave in ``found`` what is somebody's in ``table``, of its likeliest kind, and add what was overlooked."""
    has_finds = any(span.kind != Kind.HEADING for cell in table.cells for span in found.get(cell.number, ()))
    if not has_finds:
        return
    judgements: dict[int, list[Span]] = {}
    for cells in table.rows.values():
        if not table.is_form and not any(found.get(cell.number) for cell in cells):
            continue
        line = Line(table, cells, found, lists.today)
        for at, cell in enumerate(cells):
            if not cell.label:
                judgements[cell.number] = _judged(line, at, cell, found.get(cell.number, []), lists)
        _call_what_is_said(line, judgements)
    for number, spans in judgements.items():
        if spans or number in found:
            found[number] = spans


def _judged(line: Line, at: int, cell: Cell, spans: list[Span], lists: Lists) -> list[Span]:
    reading = Reading(cell.number, cell.text, lists)
    return judging.judged(
        "table",
        spans,
        lambda kind, start, end: line.pieces(at, start, end),
        lambda kind: candidates(kind, reading, spans),
    )


def _call_what_is_said(line: Line, judgements: dict[int, list[Span]]) -> None:
    """
    Call those children whose age stands right behind, or the only one named in a line that tells of a child; call those
    kin whose heading says so in brackets: “同行人（来访人之弟）”.
    """
    named = [
        (cell, span) for cell in line.cells for span in judgements.get(cell.number, ()) if span.kind in NAMES
    ]
    tells = any(tells_child(cell, judgements.get(cell.number, []), line.today) for cell in line.cells)
    for cell, span in named:
        age = AGE_IN_BRACKET.match(cell.text, span.end)
        if (age and int(age[1]) < CHILDHOOD) or (tells and len(named) == 1):
            kind = Kind.CHILD
        elif span.kind == Kind.NAME and _KIN_IN_BRACKETS.search(cell.heading):
            kind = Kind.FAMILY
        else:
            continue
        at = judgements[cell.number].index(span)
        judgements[cell.number][at] = Span(kind, span.start, span.end, span.note)


def candidates(kind: Kind, reading: Reading, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield where in a cell something looks like ``kind``, whosever it is."""
    text = reading.text
    if kind == Kind.NAME:
        whole = text.strip()
        if looks_like_name(whole):
            start = text.index(whole)
            yield start, start + len(whole)
        elif spans and len(whole) >= _SAYS_MORE:
            yield from running_names(text, 0, len(text))
    else:
        yield from alike.of_kind(kind, reading)


def _of_heading(heading: str) -> Iterator[str]:
    yield from _grams("h", heading[-LONGEST:], 3)
    if 0 < len(heading) <= LONGEST:
        sort, share = named_by(heading)
        yield f"heading {sort.value}{int(share * _STEPS)}"


def _in_cell(text: str, start: int, end: int) -> Iterator[str]:
    yield f"from first {start == 0}, to last {end == len(text)}"
    before, behind = plain(text[max(0, start - 10) : start]), plain(text[end : end + 10])
    yield from (f"x{before[-size:]}" for size in range(1, 5) if size <= len(before))
    yield from (f"y{behind[:size]}" for size in range(1, 4) if size <= len(behind))


def _grams(mark: str, text: str, longest: int) -> Iterator[str]:
    yield from (f"{mark}{run}" for run in runs(plain(ended(text)), longest))


def _childish(age: int) -> str:
    return "child" if age < CHILDHOOD else "grown"
