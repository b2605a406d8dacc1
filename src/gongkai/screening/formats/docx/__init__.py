"""Word documents (.docx): read as their readers see them, and written anew without what they do not see."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...findings import Cover, Document, Place, covers_by_passage
from ..packages import Package, write
from .drafting import draft_of

__all__ = ["clean", "pictures", "read"]


def read(path: Path) -> Document:
    """Return the visible text of a document and what is hidden in it; raise Unreadable for a damaged one."""
    with Package(path) as package:
        return draft_of(package)[0].document()


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """
    Write the public copy of a document to ``target``: what one sees, with the covers in place, and nothing else.

    Raises Unreadable for a damaged document.
    """
    with Package(path) as package:
        draft, main = draft_of(package)
        draft.story.cover(covers_by_passage(covers))
        draft.pictures.fill()
        write(target, main)


def pictures(path: Path) -> Iterator[tuple[Place, bytes]]:
    """Yield the visible pictures, each once, without those too small to hold text."""
    with Package(path) as package:
        draft, _ = draft_of(package)
        for place, part in draft.pictures.shown:
            yield place, draft.pictures.bytes_of(part)
