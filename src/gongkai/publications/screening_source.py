"""What is public of the items, for the look-back (named in settings.SCREENING_SOURCES)."""

from django.utils.timezone import localdate

from gongkai.screening.detectors.item import ItemFacts, LinkExists
from gongkai.screening.subjects import Subject, SubjectFile

from .enums import Visibility
from .link_targets import own_pages
from .models import Item
from .screened_text import passages_of
from .screening_state import FIELD_LABELS, facts_of


def count(county_id: int) -> int:
    return _public(county_id).count()


def subjects(county_id: int, after: int, limit: int) -> list[Subject]:
    """Return the next ``limit`` public items of the county whose key is greater than ``after``."""
    items = list(
        _public(county_id)
        .filter(pk__gt=after)
        .select_related("published_version", "county")
        .prefetch_related("published_version__attachments__file")
        .order_by("pk")[:limit]
    )
    facts = {item.pk: _facts(item) for item in items}
    links = [link for each in facts.values() for link in each.links]
    link_exists = own_pages(items[0].county, links) if items else None
    return [_subject(item, facts[item.pk], link_exists) for item in items]


def _public(county_id: int):
    return Item.objects.filter(county=county_id, visibility=Visibility.PUBLISHED)


def _facts(item: Item) -> ItemFacts:
    """What the item says of itself; the look-back looks into the files and fills in what they say."""
    version = item.published_version
    return facts_of(version, list(version.attachments.all()), {}, today=localdate())


def _subject(item: Item, facts: ItemFacts, link_exists: LinkExists) -> Subject:
    version = item.published_version
    attachments = list(version.attachments.all())
    return Subject(
        key=item.pk,
        subject_key=item.subject_key,
        label=version.title,
        agency_id=item.agency_id,
        content_hash=version.content_hash,
        passages=passages_of(version, attachments),
        facts=facts,
        link_exists=link_exists,
        field_labels=FIELD_LABELS,
        files=[SubjectFile(code=each.code, name=each.name, file=each.file) for each in attachments],
    )
