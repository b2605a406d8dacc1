"""
What public lists read. No query here touches the text of an item, and none grows with the number of sections.

A list is walked along a covering index for ids alone; the few rows to show are then fetched by id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone

from gongkai.agencies.models import Agency, County
from gongkai.common.page_cache import remember
from gongkai.publications.enums import DisclosureAttribute, ItemKind, Validity, Visibility
from gongkai.publications.models import Item, Listing, TopicEntry
from gongkai.sections.models import Section, Topic

from .paging import Paging

HOME_ROWS = 6


@dataclass(frozen=True)
class Row:
    """One line of a list; what templates would work out for each line stands ready (a home page has dozens)."""

    pk: int
    url: str
    day: str
    title: str
    listed_at: datetime
    is_pinned: bool
    agency: str
    document_number: str
    validity: str

    @property
    def is_out_of_force(self) -> bool:
        return self.validity in {Validity.EXPIRED, Validity.REPEALED}

    @property
    def validity_label(self) -> str:
        return Validity(self.validity).label


def public_items(county: County) -> QuerySet[Item]:
    return Item.objects.filter(county=county, visibility=Visibility.PUBLISHED)


def rows(pks: Sequence[int]) -> list[Row]:
    """The lines for these items, in this order, leaving out what has meanwhile been taken down (one query)."""
    found = Item.objects.filter(pk__in=pks, visibility=Visibility.PUBLISHED).values_list(
        "pk",
        # ``Item.title`` serves the desk's lists; the public reads what the public version says.
        "published_version__title",
        "listed_at",
        "is_pinned",
        "agency__short_name",
        "published_version__document_number",
        "published_version__validity",
    )
    address = reverse("portal:item", args=[0])
    by_pk = {
        pk: Row(
            pk=pk,
            url=address.replace("0", str(pk)),
            day=timezone.localtime(listed_at).date().isoformat(),
            title=title,
            listed_at=listed_at,
            **dict(zip(("is_pinned", "agency", "document_number", "validity"), rest, strict=True)),
        )
        for pk, title, listed_at, *rest in found
    }
    return [by_pk[pk] for pk in pks if pk in by_pk]


def section_total(section_id: int) -> int:
    """How many public items a section and its descendants hold."""
    return remember(
        ["section_total", section_id],
        f"section:{section_id}",
        make=lambda: Listing.objects.filter(section=section_id).count(),
    )


def section_rows(section_id: int, page: Paging) -> list[Row]:
    walk = Listing.objects.filter(section=section_id).order_by("-is_pinned", "-listed_at", "-item_id")
    return rows(walk.values_list("item_id", flat=True)[page.start : page.stop])


def newest_in(section_ids: Iterable[int], *, count: int = HOME_ROWS) -> dict[int, list[Row]]:
    """
    Return the newest ``count`` items of each section in two queries, however many sections there are.

    Each of the ``count`` subqueries is one step along the index; a window over the listings would read them all.
    """
    walk = (
        Listing.objects.filter(section=OuterRef("pk"))
        .order_by("-is_pinned", "-listed_at", "-item_id")
        .values("item_id")
    )
    names = [f"newest_{number}" for number in range(count)]
    ids = {
        pk: [item for item in items if item is not None]
        for pk, *items in Section.objects.filter(pk__in=section_ids)
        .annotate(
            **{name: Subquery(walk[number : number + 1]) for number, name in enumerate(names)},
        )
        .order_by()
        .values_list("pk", *names)
    }
    by_pk = {row.pk: row for row in rows([item for items in ids.values() for item in items])}
    return {pk: [by_pk[item] for item in items if item in by_pk] for pk, items in ids.items()}


def related_rows(item: Item, *, count: int = 5) -> list[Row]:
    """The newest items of the same topics and of the same section, without the item itself."""
    topics = TopicEntry.objects.filter(item=item.pk).values("topic")
    of_topics = (
        TopicEntry.objects.filter(topic__in=topics, item__visibility=Visibility.PUBLISHED)
        .exclude(item=item.pk)
        .order_by("-item_id")
        .values_list("item_id", flat=True)[:count]
    )
    of_section = (
        Listing.objects.filter(section=item.section_id)
        .order_by("-is_pinned", "-listed_at", "-item_id")
        .values_list("item_id", flat=True)[: count + 1]
    )
    pks = [pk for pk in dict.fromkeys([*of_topics, *of_section]) if pk != item.pk]
    return sorted(rows(pks), key=lambda row: row.listed_at, reverse=True)[:count]


def agency_total(agency_id: int) -> int:
    return remember(
        ["agency_total", agency_id],
        f"agency:{agency_id}",
        make=lambda: Item.objects.filter(agency=agency_id, visibility=Visibility.PUBLISHED).count(),
    )


def agency_rows(agency_id: int, page: Paging) -> list[Row]:
    walk = Item.objects.filter(agency=agency_id, visibility=Visibility.PUBLISHED).order_by("-listed_at")
    return rows(walk.values_list("pk", flat=True)[page.start : page.stop])


def newest_rows(items: QuerySet[Item], *, count: int) -> list[Row]:
    return rows(items.order_by("-listed_at").values_list("pk", flat=True)[:count])


def open_topics(county: County) -> QuerySet[Topic]:
    return Topic.objects.filter(county=county, closed_at=None)


def topic_groups(topic: Topic, *, count: int = 8) -> dict[str, list[Row]]:
    """The first ``count`` items of each group of a topic, in the topic's order (two queries)."""
    ranked = (
        TopicEntry.objects.filter(topic=topic, item__visibility=Visibility.PUBLISHED)
        .annotate(
            rank=Window(
                RowNumber(), partition_by=F("group"), order_by=[F("position").asc(), F("item_id").desc()]
            )
        )
        .filter(rank__lte=count)
        .order_by("position", "-item_id")
        .values_list("group", "item_id")
    )
    entries = list(ranked)
    by_pk = {row.pk: row for row in rows([item for _, item in entries])}
    groups: dict[str, list[Row]] = {}
    for group, item in entries:
        if item in by_pk:
            groups.setdefault(group if group in topic.groups else "", []).append(by_pk[item])
    return {name: groups[name] for name in [*topic.groups, ""] if name in groups}


def topic_entries(topic: Topic, group: str) -> QuerySet[TopicEntry]:
    """The public entries of one group; the nameless group holds what no group of the topic claims."""
    entries = TopicEntry.objects.filter(topic=topic, item__visibility=Visibility.PUBLISHED)
    entries = entries.filter(group=group) if group else entries.exclude(group__in=topic.groups)
    return entries.order_by("position", "-item_id")


@dataclass(frozen=True)
class CatalogueRow:
    """One line of the catalogue; 条例 §12 asks for 索引、名称、内容概述、生成日期."""

    pk: int
    index_number: str
    title: str
    summary: str
    signed_on: date | None
    published_at: datetime
    original_published_at: datetime | None
    agency: str
    document_number: str


def catalogue(county: County) -> QuerySet[Item]:
    """What belongs in the disclosure column: everything proactively public except news (domain_rules 5.1)."""
    return public_items(county).filter(
        ~Q(published_version__kind=ItemKind.NEWS),
        published_version__disclosure_attribute=DisclosureAttribute.PROACTIVE,
    )


def catalogue_rows(items: QuerySet[Item]) -> list[CatalogueRow]:
    """The catalogue lines for ``items``, which the caller has cut to a page (or not, for a download)."""
    return [
        CatalogueRow(*row)
        for row in items.values_list(
            "pk",
            "index_number",
            "published_version__title",
            "published_version__summary",
            "published_version__signed_on",
            "published_at",
            "original_published_at",
            "agency__name",
            "published_version__document_number",
        )
    ]


def catalogue_years(items: QuerySet[Item]) -> list[int]:
    """The years from the newest to the oldest item; a year between may be empty."""
    ends = items.aggregate(oldest=Min("listed_at"), newest=Max("listed_at"))
    if ends["newest"] is None:
        return []
    newest, oldest = (timezone.localtime(ends[end]).year for end in ("newest", "oldest"))
    return list(range(newest, oldest - 1, -1))


def catalogue_counts(county: County) -> tuple[dict[int, int], dict[str, int]]:
    """How many catalogue lines each agency and each theme has."""

    def count() -> tuple[dict[int, int], dict[str, int]]:
        found = (
            catalogue(county)
            .order_by()
            .values_list("agency_id", "published_version__theme")
            .annotate(count=Count("pk"))
        )
        agencies: dict[int, int] = {}
        themes: dict[str, int] = {}
        for agency, theme, number in found:
            agencies[agency] = agencies.get(agency, 0) + number
            themes[theme] = themes.get(theme, 0) + number
        return agencies, themes

    return remember(["catalogue_counts", county.pk], "disclosure", make=count)


def agencies_of(county: County) -> QuerySet[Agency]:
    return Agency.objects.filter(county=county, closed_on=None).order_by("position", "pk")
