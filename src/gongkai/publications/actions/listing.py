"""Which public lists an item stands in. The rows make every list one walk along an index."""

from collections.abc import Iterable

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.history.actions import record
from gongkai.sections.models import Section

from ..models import Item, Listing, Version
from .purging import purge_items

BATCH = 500


def list_item(item: Item, direct: Iterable[Section]) -> None:
    """Put a public item into these sections and, through them, into all their ancestors."""
    Listing.objects.filter(item=item).delete()
    Listing.objects.bulk_create(
        listing_rows(item, {section.pk for section in direct}, parents(item.county_id))
    )


def unlist_item(item: Item) -> None:
    Listing.objects.filter(item=item).delete()


def listing_rows(item: Item, direct: set[int], parent_of: dict[int, int | None]) -> list[Listing]:
    """The rows for an item that was put into the sections ``direct``; ``parent_of`` is the county's tree."""
    inherited = {ancestor for section in direct for ancestor in _above(section, parent_of)} - direct
    return [
        Listing(
            section_id=section,
            item=item,
            listed_at=item.listed_at,
            is_pinned=item.is_pinned,
            is_direct=section in direct,
        )
        for section in sorted(direct | inherited)
    ]


def parents(county_id: int) -> dict[int, int | None]:
    """The county's section tree as section id → parent id (one query)."""
    return dict(Section.objects.filter(county=county_id).values_list("pk", "parent_id"))


@transaction.atomic
def relist_under(*, section: Section) -> int:
    """
    Write the inherited rows anew for everything at or below ``section``, after the tree has changed around it.

    Returns the number of items concerned.
    """
    parent_of = parents(section.county_id)
    below = {pk for pk in parent_of if pk == section.pk or section.pk in _above(pk, parent_of)}
    item_ids = list(
        Listing.objects.filter(section__in=below, is_direct=True).values_list("item", flat=True).distinct()
    )
    for start in range(0, len(item_ids), BATCH):
        batch = item_ids[start : start + BATCH]
        direct: dict[int, set[int]] = {}
        for item_id, section_id in Listing.objects.filter(item__in=batch, is_direct=True).values_list(
            "item", "section"
        ):
            direct.setdefault(item_id, set()).add(section_id)
        Listing.objects.filter(item__in=batch).delete()
        Listing.objects.bulk_create(
            row
            for item in Item.objects.filter(pk__in=batch)
            for row in listing_rows(item, direct[item.pk], parent_of)
        )
    return len(item_ids)


@transaction.atomic
def move_items(*, from_section: Section, to_section: Section, actor: User) -> int:
    """
    Move every item of one section to another (merging sections) and return how many there were.

    Frozen versions keep the section they were reviewed for; only the present place and open drafts change.
    """
    items = list(Item.objects.filter(listings__section=from_section, listings__is_direct=True).distinct())
    parent_of = parents(from_section.county_id)
    for start in range(0, len(items), BATCH):
        batch = items[start : start + BATCH]
        direct: dict[int, set[int]] = {item.pk: set() for item in batch}
        for item_id, section_id in Listing.objects.filter(item__in=batch, is_direct=True).values_list(
            "item", "section"
        ):
            direct[item_id].add(to_section.pk if section_id == from_section.pk else section_id)
        Listing.objects.filter(item__in=batch).delete()
        Listing.objects.bulk_create(
            row for item in batch for row in listing_rows(item, direct[item.pk], parent_of)
        )
    moved = Item.objects.filter(section=from_section).update(section=to_section)
    Version.objects.filter(number=None, section=from_section).update(section=to_section)
    newest = max((item.listed_at for item in items), default=None)
    if newest and (to_section.last_published_at is None or newest > to_section.last_published_at):
        Section.objects.filter(pk=to_section.pk).update(last_published_at=newest)
    record(
        from_section,
        "section.items_moved",
        actor=actor,
        to=to_section.path,
        public_items=len(items),
        items=moved,
    )
    purge_items([], sections=[from_section.pk, to_section.pk])
    return len(items)


def _above(section_id: int, parent_of: dict[int, int | None]) -> list[int]:
    found: list[int] = []
    parent = parent_of.get(section_id)
    while parent is not None:
        found.append(parent)
        parent = parent_of.get(parent)
    return found
