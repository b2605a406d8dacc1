"""The words that are looked for in a county's texts: its own lines and the built-in ones, as one list."""

from dataclasses import dataclass
from datetime import datetime

from gongkai.agencies.models import County

from .detectors.writing import builtin_words
from .enums import Kind
from .models import WordLine
from .word_table import BUILT_IN, OWN


@dataclass(frozen=True)
class WordRow:
    kind: Kind
    text: str
    instead: str
    note: str
    unless: str
    source: str
    is_active: bool
    origin: str  # OWN or BUILT_IN
    line_id: int | None = None
    changed_at: datetime | None = None
    changed_by: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def pk(self) -> str:
        """What a tick in the list posts: built-in words have no row in the database."""
        return f"{self.kind}:{self.text}"


def word_rows(county: County) -> list[WordRow]:
    """
    Every word of the county, by kind and text; where it has a line of its own, that line stands for the word.

    A line that only silences a built-in word shows what the built-in one says.
    """
    shipped = {(word.kind, word.text): word for word in builtin_words()}
    rows = []
    for line in WordLine.objects.filter(county=county).select_related("changed_by"):
        word = shipped.pop((line.kind, line.text), None)
        silences = word is not None and not line.is_active
        said = word if silences else line
        rows.append(
            WordRow(
                kind=Kind(line.kind),
                text=line.text,
                instead=said.instead,
                note=said.note,
                unless="、".join(word.unless) if silences else line.unless,
                source=line.source,
                is_active=line.is_active,
                origin=BUILT_IN if silences else OWN,
                line_id=line.pk,
                changed_at=line.changed_at,
                changed_by=line.changed_by.name,
            )
        )
    rows += [
        WordRow(
            kind=word.kind,
            text=word.text,
            instead=word.instead,
            note=word.note,
            unless="、".join(word.unless),
            source="",
            is_active=True,
            origin=BUILT_IN,
        )
        for word in shipped.values()
    ]
    order = list(Kind)
    return sorted(rows, key=lambda row: (order.index(row.kind), row.text))


def parse_pk(pk: str) -> tuple[Kind, str] | None:
    """Return the kind and text that a tick in the list stands for, or None for what no list of ours posts."""
    kind, colon, text = pk.partition(":")
    return (Kind(kind), text) if colon and text and kind in Kind.values else None
