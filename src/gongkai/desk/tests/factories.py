"""Items that are public already, for pages that only gather or move them."""

from datetime import UTC, datetime

from gongkai.publications.enums import Stage, Visibility
from gongkai.publications.models import Item, Listing, Version


def public_item(section, agency, title):
    """A published item in ``section`` and, through it, in the sections above."""
    now = datetime(2026, 3, 2, 1, tzinfo=UTC)
    item = Item.objects.create(county=section.county, agency=agency, title=title, section=section)
    version = Version.objects.create(
        item=item, number=1, title=title, section=section, frozen_at=now, content_hash="0" * 64
    )
    Item.objects.filter(pk=item.pk).update(
        stage=Stage.SETTLED,
        visibility=Visibility.PUBLISHED,
        published_version=version,
        published_at=now,
        listed_at=now,
        index_number=f"测试-{item.pk}",
    )
    item.refresh_from_db()
    above, is_direct = section, True
    while above is not None:
        Listing.objects.create(section=above, item=item, listed_at=now, is_direct=is_direct)
        above, is_direct = above.parent, False
    return item
