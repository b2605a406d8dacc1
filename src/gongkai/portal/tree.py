"""The sections of a county as public pages need them: the whole tree at once, kept between requests."""

from dataclasses import dataclass, field
from functools import cached_property, partial

from django.urls import reverse

from gongkai.common.page_cache import remember
from gongkai.sections.enums import SectionLayout
from gongkai.sections.models import Section

MENU_ROOTS = 8


@dataclass
class Node:
    """A section without the database: what navigation, breadcrumbs and lists show of it."""

    pk: int
    parent_id: int | None
    name: str
    path: str
    depth: int
    description: str
    layout: str
    disclosure_part: str
    on_home_page: bool
    is_archived: bool
    redirect_to_id: int | None
    children: list["Node"] = field(default_factory=list, repr=False)  # without archived ones

    @cached_property  # the tree outlives the request
    def url(self) -> str:
        return reverse("portal:section", args=[self.path])

    @property
    def is_group(self) -> bool:
        return self.layout == SectionLayout.GROUP


class Tree:
    """All sections of one county, archived ones included, in the county's order."""

    def __init__(self, nodes: list[Node]):
        self.by_pk = {node.pk: node for node in nodes}
        self.by_path = {node.path: node for node in nodes}
        self.roots = []
        for node in nodes:
            if node.is_archived:
                continue
            parent = self.by_pk.get(node.parent_id)
            (parent.children if parent else self.roots).append(node)

    @cached_property
    def menu_roots(self) -> list[Node]:
        """The roots, without those the fixed entry 政府信息公开 leads to already (domain_rules 5.1)."""
        return [
            root
            for root in self.roots
            if not root.disclosure_part and not any(child.disclosure_part for child in root.children)
        ]

    @property
    def main_menu(self) -> list[Node]:
        """What the menu names itself; a county may have 189 first-level sections, and the rest is one link away."""
        return self.menu_roots[:MENU_ROOTS]

    @property
    def has_more(self) -> bool:
        return len(self.menu_roots) > MENU_ROOTS

    def trail(self, node: Node) -> list[Node]:
        """The sections from the root down to ``node``, itself included."""
        trail = [node]
        while (parent := self.by_pk.get(trail[0].parent_id)) is not None:
            trail.insert(0, parent)
        return trail

    def open_nodes(self) -> list[Node]:
        """Sections a visitor can walk to, depth first. The same list each time: 757 sections are walked once."""
        return self._open_nodes

    @cached_property
    def _open_nodes(self) -> list[Node]:
        found = []
        waiting = list(reversed(self.roots))
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(reversed(node.children))
        return found


def section_tree(county) -> Tree:
    """Return the county's tree; read again when a section changes (``purge("layout")``)."""
    return remember(["tree", county.pk], "layout", make=partial(_load, county.pk))


def _load(county_id: int) -> Tree:
    rows = Section.objects.filter(county=county_id).order_by("position", "pk")
    return Tree(
        [
            Node(
                pk=row.pk,
                parent_id=row.parent_id,
                name=row.name,
                path=row.path,
                depth=row.depth,
                description=row.description,
                layout=row.layout,
                disclosure_part=row.disclosure_part,
                on_home_page=row.on_home_page,
                is_archived=row.archived_at is not None,
                redirect_to_id=row.redirect_to_id,
            )
            for row in rows
        ]
    )
