"""What is public of the items, for the look-back (named in settings.SCREENING_SOURCES)."""

from django.utils.timezone import localdate

from gongkai.screening.models import FileCheck
from gongkai.screening.subjects import Subject, SubjectFile

from .enums import Visibility
from .link_targets import own_page_exists
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
        .prefetch_related("published_version__attachments__file", "published_version__attachments__original")
        .order_by("pk")[:limit]
    )
    files = {each.file_id for item in items for each in item.published_version.attachments.all()}
    checks = {each.file_id: each for each in FileCheck.objects.filter(file__in=files)}
    return [_subject(item, checks) for item in items]


def _public(county_id: int):
    return Item.objects.filter(county=county_id, visibility=Visibility.PUBLISHED)


def _subject(item: Item, checks: dict[int, FileCheck]) -> Subject:
    version = item.published_version
    attachments = list(version.attachments.all())
    return Subject(
        key=item.pk,
        subject_key=item.subject_key,
        label=version.title,
        agency_id=item.agency_id,
        content_hash=version.content_hash,
        passages=passages_of(version, attachments),
        facts=facts_of(version, attachments, checks, today=localdate()),
        link_exists=own_page_exists(item.county),
        field_labels=FIELD_LABELS,
        files=[SubjectFile(code=each.code, name=each.name, file=each.file) for each in attachments],
    )
