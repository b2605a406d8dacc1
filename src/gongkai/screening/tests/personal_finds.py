"""What the detectors of personal information find, in short, for comparing with ``==``."""

from collections.abc import Sequence

from gongkai.screening.detectors import personal
from gongkai.screening.findings import Lists, Passage, Place

from .made_up import TODAY


def in_texts(*texts: str, page: int = 0, **lists) -> list[tuple[str, str]]:
    """Return kind and value of each find in a run of paragraphs, or of lines of one page."""
    place = Place(page=page)
    found = personal.detect([Passage(text, place) for text in texts], Lists(today=TODAY.isoformat(), **lists))
    return [(str(each.kind), each.value) for each in found]


def in_rows(rows: Sequence[Sequence[str]], title: str = "", **lists) -> list[tuple[str, str]]:
    """Return kind and value of each find in a table with a line of text above it."""
    passages = [Passage(title)] if title else []
    passages += [
        Passage(cell, table="表1", row=row, column=column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    found = personal.detect(passages, Lists(today=TODAY.isoformat(), **lists))
    return [(str(each.kind), each.value) for each in found]
