"""Workbooks (.xlsx): read as their readers see them, and written anew without what they do not see."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...findings import Cover, Document, Place, covers_by_passage
from ..packages import Package, write
from .drafting import draft_of
from .writing import write_parts

__all__ = ["clean", "pictures", "read"]


def read(path: Path) -> Document:
    """Return the visible cells of a workbook and what is hidden in it; raise Unreadable for a damaged one."""
    with Package(path) as package:
        return draft_of(package).draft.document()


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """
    Write the public copy of a workbook to ``target``: what one sees, with the covers in place, and nothing else.

    Hidden rows and columns are gone and the others move together; formulas are what they showed. Raises Unreadable
    for a damaged workbook.
    """
    with Package(path) as package:
        workbook = draft_of(package)
        workbook.draft.story.cover(covers_by_passage(covers))
        workbook.draft.pictures.fill()
        write(target, write_parts(workbook))


def pictures(path: Path) -> Iterator[tuple[Place, bytes]]:
    """Yield the visible pictures, each once, without those too small to hold text."""
    with Package(path) as package:
        shown = draft_of(package).draft.pictures
        for place, part in shown.shown:
            yield place, shown.bytes_of(part)
