"""The tree as the desk shows it: which branches remain after filtering, which are open, how each row reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from .enums import SectionLayout
from .freshness import Freshness, State, freshness
from .models import Section
from .queries import Node

TONES = {State.OVERDUE: "bad", State.EMPTY: "empty", State.SOON: "warn", State.FRESH: "good"}


@dataclass(frozen=True)
class Row:
    """One section in an outline that is written from top to bottom; ``closes`` counts the branches ending after it."""

    section: Section
    children: int
    is_open: bool
    closes: range
    owners: str
    freshness: Freshness | None

    @property
    def tone(self) -> str:
        return TONES.get(self.freshness.state, "") if self.freshness else ""


def standing(node: Node, today: date) -> Freshness | None:
    """Where a section stands; a group has nothing of its own and an archived section is not watched."""
    section = node.section
    if section.layout == SectionLayout.GROUP or section.archived_at:
        return None
    return freshness(section.update_rule, node.last_on, today)


def narrowed(roots: list[Node], wanted: Callable[[Node], bool]) -> list[Node]:
    """The branches that hold a wanted section, without what is beside the way to it."""
    kept = []
    for node in roots:
        children = narrowed(node.children, wanted)
        if children or wanted(node):
            kept.append(Node(node.section, children, node.last_on))
    return kept


def outline(roots: list[Node], today: date, is_open: Callable[[Section], bool]) -> Iterator[Row]:
    """The rows of a page from top to bottom."""
    yield from _rows(roots, today, is_open, 0)


def _rows(nodes: list[Node], today: date, is_open, ending: int) -> Iterator[Row]:
    """``ending`` is how many branches end together with the last of ``nodes``."""
    for at, node in enumerate(nodes, start=1):
        ends = ending if at == len(nodes) else 0
        yield Row(
            section=node.section,
            children=len(node.children),
            is_open=is_open(node.section),
            closes=range(0 if node.children else ends),
            owners=_owners(node.section),
            freshness=standing(node, today),
        )
        yield from _rows(node.children, today, is_open, ends + 1)


def _owners(section: Section) -> str:
    if section.open_to_all:
        return "各单位"
    names = [agency.short_name for agency in section.owners.all()]
    return "、".join(names[:3]) + (f"等{len(names)}个单位" if len(names) > 3 else "")
