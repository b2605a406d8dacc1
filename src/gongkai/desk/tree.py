"""
Changes of the section tree that also move what stands in it.

``sections`` stands below ``publications`` and knows no items, so the two are brought together here, in one
transaction: a section that moved without its lists would show its items in the wrong places.
"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed
from gongkai.publications import actions as publications
from gongkai.sections import actions as sections
from gongkai.sections.enums import SectionLayout
from gongkai.sections.models import Section


@transaction.atomic
def move(*, section_id: int, parent_id: int | None, actor: User, before_id: int | None = None) -> Section:
    """Move a section and have the lists of the sections above it follow."""
    section = sections.move_section(
        section_id=section_id, parent_id=parent_id, before_id=before_id, actor=actor
    )
    publications.relist_under(section=section)
    return section


@transaction.atomic
def merge(*, source_id: int, target_id: int, actor: User, now: datetime) -> int:
    """
    Move every item of one section into another, archive the emptied one and lead its visitors on.

    Returns how many public items moved. Raises NotAllowed when open sections lie below the source, or when the
    target is archived or holds no items.
    """
    source = Section.objects.get(pk=source_id)
    target = Section.objects.get(pk=target_id, county=source.county_id)
    if target.pk == source.pk or target.archived_at or target.layout == SectionLayout.GROUP:
        raise NotAllowed(
            f"不能并入“{target.name}”：它是同一个栏目、已经归档，或者是不放信息的栏目组。请另选一个。"
        )
    sections.archive_section(section_id=source.pk, redirect_to_id=target.pk, actor=actor, now=now)
    return publications.move_items(from_section=source, to_section=target, actor=actor)
