"""Presentations (.pptx): read as their audience sees them, and written anew without what it does not see."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...findings import Cover, Document, Place, covers_by_passage
from ..packages import Package, write
from .drafting import draft_of

__all__ = ["clean", "pictures", "read"]


def read(path: Path) -> Document:
    """Return the text of the slides that are shown and what is hidden; raise Unreadable for a damaged file."""
    with Package(path) as package:
        show = draft_of(package)
        return show.draft.document(pages=show.slides)


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    """
    Write the public copy of a presentation to ``target``: what one sees, with the covers in place, and nothing else.

    Movement goes: everything on a slide is there from the start. Raises Unreadable for a damaged file.
    """
    with Package(path) as package:
        show = draft_of(package)
        show.draft.story.cover(covers_by_passage(covers))
        show.draft.pictures.fill()
        write(target, show.main)


def pictures(path: Path) -> Iterator[tuple[Place, bytes]]:
    """Yield the visible pictures, each once, without those too small to hold text."""
    with Package(path) as package:
        draft = draft_of(package).draft
        for place, part in draft.pictures.shown:
            yield place, draft.pictures.bytes_of(part)
