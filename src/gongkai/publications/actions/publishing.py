"""Making an item public, and taking it down. Publication dates are set here and nowhere else."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import hold_chain, record
from gongkai.screening.queries import released
from gongkai.sections.models import Section

from ..enums import Stage, TakeDownReason, Visibility, next_stage, next_visibility
from ..models import Item, Listing, TopicEntry, Version
from ..queries import screenings_of
from ..rules import may_pin, may_take_down
from .listing import list_item, unlist_item
from .numbering import take_index_numbers
from .purging import purge_items


@transaction.atomic
def publish_item(*, item_id: int, now: datetime) -> Item:
    """
    Publish the approved version of an item; called at the last signature or when its time has come.

    Harmless when run twice: raises NotAllowed unless the item is approved and waiting.
    """
    item = held(item_id)
    item.stage = next_stage(item.stage, "publish")
    version = item.versions.filter(review__isnull=False).latest("number")
    make_public(item, version, verb="publish", now=now)
    return item


def make_public(item: Item, version: Version, *, verb: str, now: datetime) -> None:
    """Point a locked item at ``version`` and put it into every public list; the caller has set its stage."""
    _refuse_unscreened(version)
    purge_items([item])  # the lists it stands in so far
    item.visibility = next_visibility(item.visibility, verb)
    if item.index_number is None:
        [item.index_number] = take_index_numbers(agency=item.agency, today=localdate(now))
    if item.published_at is None:
        item.published_at = item.listed_at = now
    elif item.published_version_id != version.pk:
        item.updated_at = now
    item.published_version, item.section, item.title = version, version.section, version.title
    item.publish_at, item.display_until = None, version.display_until
    item.taken_down_at = item.taken_down_by = None
    item.take_down_reason = item.take_down_note = ""
    item.changed_at = now
    item.save()
    direct = [version.section, *version.also_in.all()]
    list_item(item, direct)
    for topic in version.topics.all():
        TopicEntry.objects.get_or_create(topic=topic, item=item)
    above = Listing.objects.filter(item=item).values("section")
    Section.objects.filter(pk__in=above).update(last_published_at=now)
    record(
        item,
        "item.published" if verb == "publish" else "item.released_early",
        agency=item.agency,
        version=version.number,
        content_hash=version.content_hash,
        index_number=item.index_number,
    )
    purge_items([item])


def _refuse_unscreened(version: Version) -> None:
    """The last gate: only a version that was screened leaves, and only with files that are clean copies."""
    files = set(version.attachments.values_list("file", flat=True))
    if not screenings_of(version).exists() or files - released(files):
        raise NotAllowed("这一版没有发布前筛查的记录，不能发布。请撤回或退回后重新送审。")


@transaction.atomic
def take_down(
    *, item_id: int, actor: User | None, reason: TakeDownReason, note: str = "", now: datetime
) -> Item:
    """
    Take an item down: its page becomes a tombstone with date and reason, its files stop working.

    The index number stays taken. ``actor`` None means the system, at the end of the display period.
    """
    item = held(item_id)
    if actor is not None and not may_take_down(actor, item):
        raise NotAllowed("撤下信息由本单位终审人或政府信息公开工作机构办理；没有发布的信息不用撤下。")
    if reason == TakeDownReason.PENALTY_CHANGED and not note.strip():
        # 《行政处罚法》第48条: withdrawn within three days, and the reason made public.
        raise NotAllowed("撤回行政处罚决定信息须公开说明理由，请填写撤下说明。")
    close_public_page(item, actor=actor, reason=reason, note=note, now=now)
    return item


def close_public_page(
    item: Item, *, actor: User | None, reason: TakeDownReason, note: str, now: datetime
) -> None:
    """Turn a locked item's page into a tombstone; permission has been asked by the caller."""
    purge_items([item])
    item.visibility = next_visibility(item.visibility, "take_down")
    item.taken_down_at, item.taken_down_by = now, actor
    item.take_down_reason, item.take_down_note = reason, note.strip()
    item.display_until, item.is_pinned, item.changed_at = None, False, now
    item.save()
    unlist_item(item)
    record(item, "item.taken_down", actor=actor, agency=item.agency, reason=reason, note=note.strip())


@transaction.atomic
def pin(*, item_id: int, actor: User) -> Item:
    """Keep an item at the top of its lists."""
    return _set_pinned(item_id, actor, True)


@transaction.atomic
def unpin(*, item_id: int, actor: User) -> Item:
    return _set_pinned(item_id, actor, False)


def _set_pinned(item_id: int, actor: User, is_pinned: bool) -> Item:
    item = held(item_id)
    if not may_pin(actor, item):
        raise NotAllowed("置顶由政府信息公开工作机构或栏目管理员办理，并且只能置顶已发布的信息。")
    item.is_pinned = is_pinned
    item.save(update_fields=["is_pinned"])
    item.listings.update(is_pinned=is_pinned)
    record(item, "item.pinned" if is_pinned else "item.unpinned", actor=actor, agency=item.agency)
    purge_items([item])
    return item


def held(item_id: int) -> Item:
    """The item for an action that will leave an event: the chain first, then the item's row."""
    hold_chain()
    return locked(item_id)


def locked(item_id: int) -> Item:
    """The item under its row lock; whoever changes an item holds it."""
    # "of": the lock is on the item alone; joined rows of agency and county stay free.
    return Item.objects.select_for_update(of=("self",)).select_related("agency__county").get(pk=item_id)


def is_due(item: Item, now: datetime) -> bool:
    return item.stage == Stage.APPROVED and (item.publish_at is None or item.publish_at <= now)


def is_over(item: Item, now: datetime) -> bool:
    return (
        item.visibility == Visibility.PUBLISHED
        and item.display_until is not None
        and item.display_until <= now
    )
