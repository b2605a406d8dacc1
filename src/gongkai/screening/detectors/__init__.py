"""Everything that is looked for in text. Pure: passages and lists in, findings out."""

from collections.abc import Sequence

from ..findings import Finding, Lists, Passage
from . import personal, writing


def detect(passages: Sequence[Passage], lists: Lists) -> list[Finding]:
    """Return every finding in ``passages``, in the order of the text; no two overlap in one group of kinds."""
    found = [*personal.detect(passages, lists), *writing.detect(passages, lists)]
    return sorted(found, key=lambda each: (each.passage, each.start, each.end))
