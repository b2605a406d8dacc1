"""Reads of the section tree that several rooms share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed
from gongkai.review.models import Chain

from .enums import SectionLayout
from .freshness import Freshness, State, freshness
from .models import Section


@dataclass
class Node:
    """A section with its children. ``last_on`` is the newest day of the section and of everything below it."""

    section: Section
    children: list["Node"] = field(default_factory=list)
    last_on: date | None = None

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order they are shown."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree(county: County, sections: QuerySet[Section] | None = None) -> list[Node]:
    """
    Return the county's roots with everything below them, from one query.

    ``sections`` may narrow or enrich the rows (open ones only, owners prefetched). A section whose parent is left
    out stands as a root.
    """
    rows = Section.objects.all() if sections is None else sections
    nodes = {row.pk: Node(row) for row in rows.filter(county=county).order_by("position", "pk")}
    roots = []
    for node in nodes.values():
        parent = nodes.get(node.section.parent_id)
        (roots if parent is None else parent.children).append(node)
    # Deepest first, so that a parent is as new as its newest child.
    for node in sorted(nodes.values(), key=lambda node: -node.section.depth):
        moment = node.section.last_published_at
        days = [child.last_on for child in node.children if child.last_on]
        node.last_on = max([*days, *([localdate(moment)] if moment else [])], default=None)
    return roots


def walk(roots: Iterable[Node]) -> Iterator[Node]:
    for root in roots:
        yield from root.walk()


def trails(county: County) -> dict[int, str]:
    """Every section's way from the root, e.g. “政务公开 › 通知公告”, by id and in tree order (one query)."""
    found: dict[int, str] = {}

    def go(node: Node, above: str) -> None:
        found[node.section.pk] = f"{above} › {node.section.name}" if above else node.section.name
        for child in node.children:
            go(child, found[node.section.pk])

    for root in tree(county):
        go(root, "")
    return found


def ancestors(section: Section) -> list[Section]:
    """The sections above ``section``, from the root down."""
    return list(_above(section).order_by("depth"))


def _above(section: Section) -> QuerySet[Section]:
    codes = section.path.split("/")[:-1]
    paths = ["/".join(codes[: count + 1]) for count in range(len(codes))]
    return Section.objects.filter(county=section.county_id, path__in=paths)


def subtree(section: Section) -> QuerySet[Section]:
    """``section`` and everything below it."""
    # A LIKE and not a range of strings: PostgreSQL may sort "/" by the rules of a language.
    below = Q(path=section.path) | Q(path__startswith=f"{section.path}/")
    return Section.objects.filter(below, county=section.county_id)


def descendant_ids(section: Section) -> list[int]:
    """Ids of everything below ``section``, itself not included."""
    return list(subtree(section).exclude(pk=section.pk).values_list("pk", flat=True))


def writable_sections(user: User, agency: Agency | None = None) -> QuerySet[Section]:
    """
    Open sections into which ``user`` may put items as a clerk: those an agency of theirs owns, or open to all.

    ``agency`` narrows it to what may be written for that one agency.
    """
    drafting_for = user.agencies_with(Role.CLERK)
    if agency is not None:
        drafting_for &= {agency.pk}
    if not drafting_for:
        return Section.objects.none()
    owned = Section.owners.through.objects.filter(agency__in=drafting_for).values("section")
    counties = Agency.objects.filter(pk__in=drafting_for).values("county")
    return Section.objects.filter(
        Q(pk__in=owned) | Q(open_to_all=True), county__in=counties, archived_at=None
    ).exclude(layout=SectionLayout.GROUP)


def chain_for(section: Section) -> Chain:
    """
    Return the review chain of ``section``: its own, else its nearest ancestor's, else the county's default.

    Raises NotAllowed when the county has laid down no chain: nothing leaves without a review.
    """
    if section.chain_id:
        return section.chain
    nearest = _above(section).exclude(chain=None).select_related("chain").order_by("-depth").first()
    if nearest is not None:
        return nearest.chain
    default = Chain.objects.filter(county=section.county_id, is_default=True).first()
    if default is None:
        raise NotAllowed("本县还没有设定默认的审核流程，暂时不能送审。请联系政府信息公开工作机构。")
    return default


@dataclass(frozen=True)
class SectionDue:
    """Where one section stands against its update rule."""

    section: Section
    last_on: date | None
    freshness: Freshness

    @property
    def state(self) -> State:
        return self.freshness.state


def section_dues(county: County, now: datetime) -> list[SectionDue]:
    """
    Every open section that shows items, in tree order, with where it stands.

    A group has no items of its own, so it is neither stale nor empty; a list is as new as the newest section
    below it, because that is what its visitors see.
    """
    sections = Section.objects.filter(archived_at=None).prefetch_related("owners")
    today = localdate(now)
    return [
        SectionDue(node.section, node.last_on, freshness(node.section.update_rule, node.last_on, today))
        for node in walk(tree(county, sections))
        if node.section.layout != SectionLayout.GROUP
    ]


def overdue_sections(county: County, now: datetime) -> list[SectionDue]:
    """Sections behind their update rule, longest overdue first. Those never updated are empty, not overdue."""
    dues = [due for due in section_dues(county, now) if due.state == State.OVERDUE]
    return sorted(dues, key=lambda due: due.freshness.due_on)


def empty_sections(county: County, now: datetime) -> list[SectionDue]:
    return [due for due in section_dues(county, now) if due.state == State.EMPTY]
