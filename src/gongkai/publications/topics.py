"""What stands in a topic (专题): published items under its groups, in an order people choose."""

from functools import partial

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.common import page_cache
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record
from gongkai.sections.models import Topic
from gongkai.sections.rules import may_manage

from .enums import Visibility
from .models import Item, TopicEntry


@transaction.atomic
def add_to_topic(*, topic: Topic, item: Item, actor: User, group: str = "") -> TopicEntry:
    """Put a published item last into a group of the topic. Raises Conflict when it is in the topic already."""
    _lock(topic, actor)
    _refuse_unknown(topic, group)
    if item.visibility != Visibility.PUBLISHED or item.county_id != topic.county_id:
        raise NotAllowed(f"“{item}”现在没有公开，不能加进专题。请等它发布以后再加。")
    if TopicEntry.objects.filter(topic=topic, item=item).exists():
        raise Conflict(f"“{item}”已经在专题“{topic.name}”里了。")
    last = topic.entries.filter(group=group).aggregate(last=Max("position"))["last"] or 0
    entry = TopicEntry.objects.create(topic=topic, item=item, group=group, position=last + 1)
    record(topic, "topic.item_added", actor=actor, agency=item.agency, title=item.title, group=group)
    _purge(topic)
    return entry


@transaction.atomic
def remove_from_topic(*, entry_id: int, actor: User) -> None:
    """Take an item out of a topic; the item itself stays public in its sections."""
    entry = _locked(entry_id, actor)
    record(
        entry.topic,
        "topic.item_removed",
        actor=actor,
        agency=entry.item.agency,
        title=entry.item.title,
        group=entry.group,
    )
    entry.delete()
    _purge(entry.topic)


@transaction.atomic
def move_in_topic(*, entry_id: int, actor: User, by: int = 0, group: str | None = None) -> TopicEntry:
    """Move an entry ``by`` places inside its group, or to the end of another ``group``."""
    entry = _locked(entry_id, actor)
    before = {"group": entry.group, "position": entry.position}
    if group is not None and group != entry.group:
        _refuse_unknown(entry.topic, group)
        entry.group = group
        entry.save(update_fields=["group"])
        by = entry.topic.entries.count()
    entries = list(entry.topic.entries.filter(group=entry.group).order_by("position", "-item"))
    at = [row.pk for row in entries].index(entry.pk)
    entries.insert(max(0, min(at + by, len(entries) - 1)), entries.pop(at))
    for position, row in enumerate(entries, start=1):
        row.position = position
    TopicEntry.objects.bulk_update(entries, ["position"])
    entry.refresh_from_db(fields=["position"])
    after = {"group": entry.group, "position": entry.position}
    if after != before:
        record(
            entry.topic,
            "topic.item_moved",
            actor=actor,
            agency=entry.item.agency,
            title=entry.item.title,
            before=before,
            after=after,
        )
        _purge(entry.topic)
    return entry


def _lock(topic: Topic, actor: User) -> None:
    hold_chain()
    county = County.objects.select_for_update().get(pk=topic.county_id)
    if not may_manage(actor, county):
        raise NotAllowed("只有本县的栏目管理员和政府信息公开工作机构可以管理专题。请与他们联系。")


def _locked(entry_id: int, actor: User) -> TopicEntry:
    entry = TopicEntry.objects.select_related("topic", "item__agency").filter(pk=entry_id).first()
    if entry is None:
        raise Conflict("这条信息刚刚已经被移出专题。")
    _lock(entry.topic, actor)
    return entry


def _refuse_unknown(topic: Topic, group: str) -> None:
    if group and group not in topic.groups:
        raise NotAllowed(f"专题“{topic.name}”没有“{group}”这个分组。请先在“修改”里加上它。")


def _purge(topic: Topic) -> None:
    transaction.on_commit(partial(page_cache.purge, f"topic:{topic.pk}"))
