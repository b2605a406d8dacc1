"""The tree as the desk shows it: which branches remain after filtering, which are open, how each row reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import mark_safe

from gongkai.common.listing import Badge

from .enums import SectionLayout
from .freshness import Freshness, State, freshness
from .models import Section
from .queries import Node

TONES = {State.OVERDUE: "bad", State.EMPTY: "empty", State.SOON: "warn", State.FRESH: "good"}


END_OF_BRANCH = "</ul></details></li>"


@dataclass(frozen=True)
class Row:
    """
    One section in an outline that is written from top to bottom; ``end`` closes the branches that end after it.

    A county has 756 of them on one page, so the template has little to work out: numbers are text already, and
    what a section is called stands here and not two attributes away.
    """

    pk: str
    parent: str
    name: str
    code: str
    owners: str
    badge: str
    children: str
    is_open: bool
    is_near: bool
    end: str


def badge(section: Section, stands: Freshness | None) -> Badge:
    if section.archived_at:
        return Badge("已归档", "empty")
    if stands is None:
        return Badge("栏目组")
    return Badge(stands.in_words, TONES.get(stands.state, ""))


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


def outline(
    roots: list[Node], today: date, *, near: str = "", unfold: bool = False, ending: int = 0
) -> Iterator[Row]:
    """
    Return the rows of a page from top to bottom.

    Branches are open on the way to the section at ``near``, or all of them with ``unfold``; ``ending`` is how many
    branches end together with the last of ``roots``.
    """
    for at, node in enumerate(roots, start=1):
        section, ends = node.section, ending if at == len(roots) else 0
        yield Row(
            pk=str(section.pk),
            parent=str(section.parent_id or ""),
            name=section.name,
            code=section.code,
            owners=owners_of(section) or "—",
            badge=badge(section, standing(node, today)).__html__(),
            children=str(len(node.children) or ""),
            is_open=unfold or near.startswith(f"{section.path}/"),
            is_near=section.path == near,
            end="" if node.children else mark_safe(END_OF_BRANCH * ends),  # noqa: S308 (a constant),
        )
        yield from outline(node.children, today, near=near, unfold=unfold, ending=ends + 1)


def owners_of(section: Section, most: int = 3) -> str:
    if section.open_to_all:
        return "各单位"
    names = [agency.short_name for agency in section.owners.all()]
    return "、".join(names[:most]) + (f"等{len(names)}个单位" if len(names) > most else "")
