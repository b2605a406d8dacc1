"""What waits for a person, in the words of the desk; each room makes its own groups of it."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class TodoEntry:
    """
    One thing to do.

    ``urgency`` is "overdue", "high", "soon" or "normal" and colours the row; ``state_label`` says it in words.
    """

    title: str
    url: str
    kind_label: str
    agency: str
    since: datetime | None = None
    due_on: date | None = None
    state_label: str = ""
    urgency: str = "normal"


@dataclass(frozen=True)
class TodoGroup:
    title: str
    entries: list[TodoEntry] = field(default_factory=list)
    empty_sentence: str = ""


def by_due(entries: list[TodoEntry]) -> list[TodoEntry]:
    """Return the entries by what is due: dated ones first, then those that wait longest."""

    def key(entry):
        return (
            entry.due_on is None,
            entry.due_on or date.max,
            entry.since is None,
            entry.since.timestamp() if entry.since else 0,
        )

    return sorted(entries, key=key)
