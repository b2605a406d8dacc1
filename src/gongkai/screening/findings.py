"""
The words in which readers, detectors and cleaners speak to one another. Pure: no database, no settings.

A reader turns a file into a ``Document``: its visible text in ``Passage``s, each with its ``Place``, and what lies
hidden in it. Reading the same bytes twice gives the same passages in the same order, so (number of the passage,
start, end) names a piece of text for good; masking and redaction are told what to cover in these coordinates.
Detectors read passages and give ``Finding``s.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from .enums import Kind

BLANK = "█"  # in place of each character of what is redacted by hand


MISPLACED = "要遮盖的位置和文件对不上，公开副本没有生成。请重新检查这个文件后再遮盖。"


# Where a character stands on its page or picture: left, top, right, bottom, as fractions of width and height counted
# from the upper left; None for a space.
CharacterBox = tuple[float, float, float, float] | None


class Unreadable(Exception):
    """The file cannot be read or cleaned; ``str(error)`` is the full sentence for the clerk: why, and what to do."""


@dataclass(frozen=True)
class Place:
    """Where in a text or file; only what applies is filled. Numbers count from 1."""

    member: str = ""  # path inside a ZIP or name of a mail's attachment: "名单/一组.xlsx"
    field: str = ""  # of an item: "title", "summary", "body", …
    page: int = 0
    slide: int = 0
    sheet: str = ""
    cell: str = ""  # "C14"
    table: int = 0  # of a text document or body, with row and column
    row: int = 0
    column: int = 0
    paragraph: int = 0
    part: str = ""  # anything else, in Chinese: "页眉", "脚注", "文本框"

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Place":
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in data.items() if name in known})

    def in_words(self) -> str:
        """Return “附件/名单.xlsx，工作表“一组”C14 单元格”; the field of an item is named by the caller."""
        parts = [self.member] if self.member else []
        if self.page:
            parts.append(f"第{self.page}页")
        if self.slide:
            parts.append(f"第{self.slide}张幻灯片")
        if self.sheet:
            parts.append(f"工作表“{self.sheet}”" + (f" {self.cell} 单元格" if self.cell else ""))
        if self.part:
            parts.append(self.part)
        if self.table:
            row, column = self.row and f"第{self.row}行", self.column and f"第{self.column}列"
            parts.append("".join(filter(None, [f"第{self.table}个表格", row, column])))
        elif self.paragraph:
            parts.append(f"第{self.paragraph}段")
        return "，".join(parts)


@dataclass(frozen=True)
class Passage:
    """
    A stretch of visible text that belongs together: a paragraph, a table cell, a line of a page.

    Cells also say which table they belong to (any name that is the same for all cells of one table and for no
    others) and where they stand in it, counted from 0: detectors look at headings above and names beside.
    """

    text: str
    place: Place = Place()
    table: str = ""
    row: int = -1
    column: int = -1
    boxes: tuple[CharacterBox, ...] = ()  # of each character, when the text was recognised in a picture


@dataclass(frozen=True)
class Hidden:
    """Something in a file that its reader does not see; ``removable`` when cleaning takes it out."""

    kind: Kind
    place: Place
    what: str = ""  # in Chinese, without personal data: “工作表“底册”，132行”
    removable: bool = True


@dataclass(frozen=True)
class Unread:
    """A part that nobody looked at: a scanned page without OCR, a picture, a format inside a container."""

    kind: Kind
    place: Place
    why: str


@dataclass
class Document:
    passages: list[Passage] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    pages: int = 0
    links: list[str] = field(default_factory=list)  # addresses the text links to
    title: str = ""  # of its properties or first heading: is this the document the item announces?

    @property
    def characters(self) -> int:
        return sum(len(passage.text) for passage in self.passages)


@dataclass(frozen=True)
class Finding:
    """
    One thing found: which passage, from where to where, and what it says there.

    ``value`` is the found text as it stands and never leaves memory: what is stored and shown is a masked excerpt.
    ``start`` = ``end`` = 0 speaks of the whole passage; ``passage`` = -1 of the whole document.
    """

    kind: Kind
    passage: int
    start: int = 0
    end: int = 0
    value: str = ""
    note: str = ""  # what is wrong in this case: “应为“部署””; no personal data
    suggestion: str = ""  # what to write instead; empty where only masking or a person helps


@dataclass(frozen=True)
class Word:
    """One line of a word list: the county's own or a built-in one."""

    kind: Kind
    text: str
    instead: str = ""  # what to write instead
    note: str = ""
    unless: tuple[str, ...] = ()  # not found inside these longer words: “部署” holds no “署”


@dataclass(frozen=True)
class Leader:
    name: str
    titles: tuple[str, ...]  # every title that may stand beside the name


@dataclass(frozen=True)
class Lists:
    """
    What detectors need to know of the county. Empty lists only mean that less is told apart.

    Built from the database by ``queries.lists_of`` and handed on as JSON to the process that reads files.
    """

    office_phones: frozenset[str] = frozenset()  # digits only, with and without area code
    office_emails: frozenset[str] = frozenset()  # lower case
    agency_names: tuple[str, ...] = ()  # full and short
    places: tuple[str, ...] = ()  # towns and villages known by name
    site_hosts: tuple[str, ...] = ()  # hosts whose links are not foreign
    words: tuple[Word, ...] = ()
    leaders: tuple[Leader, ...] = ()
    silenced: frozenset[tuple[str, str]] = (
        frozenset()
    )  # (kind, text) of built-in words the county switched off
    today: str = ""  # ISO date: whose birth date makes a child is told from it

    def as_json(self) -> dict[str, Any]:
        data = asdict(self)
        data["office_phones"] = sorted(self.office_phones)
        data["office_emails"] = sorted(self.office_emails)
        data["silenced"] = sorted(self.silenced)
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Lists":
        words = [
            Word(**{**word, "kind": Kind(word["kind"]), "unless": tuple(word["unless"])})
            for word in data["words"]
        ]
        leaders = [Leader(leader["name"], tuple(leader["titles"])) for leader in data["leaders"]]
        return cls(
            office_phones=frozenset(data["office_phones"]),
            office_emails=frozenset(data["office_emails"]),
            agency_names=tuple(data["agency_names"]),
            places=tuple(data["places"]),
            site_hosts=tuple(data["site_hosts"]),
            words=tuple(words),
            leaders=tuple(leaders),
            silenced=frozenset((kind, text) for kind, text in data["silenced"]),
            today=data["today"],
        )


@dataclass(frozen=True)
class Cover:
    """Replace this piece of a passage by ``text`` in the public copy."""

    passage: int
    start: int
    end: int
    text: str


def covers_by_passage(covers: Iterable[Cover]) -> dict[int, list[Cover]]:
    """
    Group covers by passage, the last first, so that replacing one does not move the next.

    A finding that is masked and a word that was redacted by hand may overlap: then one blank covers both, because
    the second cover would otherwise cut the first and leave a part of what is under it.
    """
    grouped: dict[int, list[Cover]] = {}
    for cover in sorted(set(covers), key=lambda each: (each.passage, each.start, each.end)):
        of_passage = grouped.setdefault(cover.passage, [])
        if of_passage and cover.start < of_passage[0].end:
            first = of_passage.pop(0)
            end = max(first.end, cover.end)
            cover = Cover(cover.passage, first.start, end, BLANK * (end - first.start))
        of_passage.insert(0, cover)
    return grouped


def check_places(document: Document, covers: Iterable[Cover]) -> None:
    """Raise Unreadable when a cover is not in the document."""
    lengths = [len(passage.text) for passage in document.passages]
    if not all(
        0 <= each.passage < len(lengths) and 0 <= each.start < each.end <= lengths[each.passage]
        for each in covers
    ):
        raise Unreadable(MISPLACED)


def covered(text: str, covers: Iterable[Cover]) -> str:
    """Return ``text`` with ``covers`` put into it; they come as from ``covers_by_passage``, the last first."""
    for cover in covers:
        text = text[: cover.start] + cover.text + text[cover.end :]
    return text
