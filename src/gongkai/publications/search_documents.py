"""What the search index knows of public items (named in settings.SEARCH_SOURCES)."""

from collections.abc import Iterable, Iterator

from gongkai.search.documents import Document

from .enums import Visibility
from .markup import plain_text
from .models import Item, Listing

BATCH = 500


def documents(keys: Iterable[int] | None) -> Iterator[Document]:
    """
    Yield a document for each public item among ``keys`` (None: all of them).

    A key that yields nothing is not public any more and is to be forgotten.
    """
    items = Item.objects.filter(visibility=Visibility.PUBLISHED).select_related(
        "published_version", "agency", "section"
    )
    if keys is not None:
        yield from _of(list(items.filter(pk__in=list(keys))))
        return
    last = 0
    while batch := list(items.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from _of(batch)
        last = batch[-1].pk


def _of(items: list[Item]) -> Iterator[Document]:
    sections: dict[int, list[int]] = {item.pk: [] for item in items}
    for item_id, section_id in Listing.objects.filter(item__in=items).values_list("item", "section"):
        sections[item_id].append(section_id)
    for item in items:
        version = item.published_version
        yield Document(
            kind="item",
            key=item.pk,
            county_id=item.county_id,
            title=item.title,
            text=plain_text(version.body),
            url=item.get_absolute_url(),
            agency_id=item.agency_id,
            section_ids=tuple(sections[item.pk]),
            published_at=item.listed_at,
            document_number=version.document_number,
            validity=version.get_validity_display() if version.validity else "",
            agency=item.agency.short_name,
            section=item.section.name,
        )
