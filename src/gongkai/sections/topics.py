"""Everything that changes a topic (专题) itself; what stands in it is ``publications.topics``."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.common import page_cache
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record

from .models import Topic
from .rules import may_manage


@transaction.atomic
def create_topic(
    *,
    county: County,
    name: str,
    actor: User,
    code: str = "",
    summary: str = "",
    groups: Sequence[str] = (),
    opened_on: date | None = None,
) -> Topic:
    """Open a topic after the others. An empty ``code`` becomes "t" and a number that is still free."""
    _lock(county.pk, actor)
    code = code or _free_code(county)
    _refuse_taken(county.pk, code)
    last = Topic.objects.filter(county=county).aggregate(last=Max("position"))["last"] or 0
    topic = Topic.objects.create(
        county=county,
        name=name,
        code=code,
        summary=summary,
        groups=list(groups),
        opened_on=opened_on,
        position=last + 1,
    )
    record(topic, "topic.created", actor=actor, name=name, groups=topic.groups)
    _purge(topic)
    return topic


@transaction.atomic
def change_topic(
    *,
    topic_id: int,
    actor: User,
    name: str,
    code: str,
    summary: str,
    groups: Sequence[str],
    opened_on: date | None,
) -> Topic:
    """
    Change what a topic says and its groups.

    Raises NotAllowed when a group that still holds items would go: they would vanish from the page.
    """
    topic = _locked(topic_id, actor)
    code = code or topic.code
    _refuse_taken(topic.county_id, code, but=topic.pk)
    used = set(topic.entries.exclude(group="").values_list("group", flat=True))
    if lost := sorted(used - set(groups)):
        raise NotAllowed(f"分组“{'”“'.join(lost)}”里还有信息，不能去掉。请先把这些信息移到别的分组。")
    before = _said(topic)
    topic.name, topic.code, topic.summary = name, code, summary
    topic.groups, topic.opened_on = list(groups), opened_on
    topic.save(update_fields=["name", "code", "summary", "groups", "opened_on"])
    after = _said(topic)
    changed = [key for key in after if after[key] != before[key]]
    if changed:
        record(
            topic,
            "topic.changed",
            actor=actor,
            before={key: before[key] for key in changed},
            after={key: after[key] for key in changed},
        )
        _purge(topic)
    return topic


@transaction.atomic
def close_topic(*, topic_id: int, actor: User, now: datetime) -> Topic:
    """Take a topic off the front page and out of the drafting form; its page stays for whoever has the link."""
    topic = _locked(topic_id, actor)
    if topic.closed_at:
        raise Conflict(f"专题“{topic.name}”已经下线。")
    topic.closed_at = now
    topic.save(update_fields=["closed_at"])
    record(topic, "topic.closed", actor=actor)
    _purge(topic)
    return topic


@transaction.atomic
def reopen_topic(*, topic_id: int, actor: User) -> Topic:
    topic = _locked(topic_id, actor)
    if not topic.closed_at:
        raise Conflict(f"专题“{topic.name}”没有下线，正在使用。")
    topic.closed_at = None
    topic.save(update_fields=["closed_at"])
    record(topic, "topic.reopened", actor=actor)
    _purge(topic)
    return topic


@transaction.atomic
def shift_topic(*, topic_id: int, by: int, actor: User) -> Topic:
    """Move a topic ``by`` places among the county's topics; at the end nothing happens."""
    topic = _locked(topic_id, actor)
    topics = list(Topic.objects.filter(county=topic.county_id).order_by("position", "-pk"))
    at = [row.pk for row in topics].index(topic.pk)
    target = max(0, min(at + by, len(topics) - 1))
    if target == at:
        return topic
    topics.insert(target, topics.pop(at))
    for position, row in enumerate(topics, start=1):
        row.position = position
    Topic.objects.bulk_update(topics, ["position"])
    record(topic, "topic.reordered", actor=actor, position=target + 1)
    _purge(topic)
    return topic


def _lock(county_id: int, actor: User) -> County:
    hold_chain()
    county = County.objects.select_for_update().get(pk=county_id)
    if not may_manage(actor, county):
        raise NotAllowed("只有本县的栏目管理员和政府信息公开工作机构可以管理专题。请与他们联系。")
    return county


def _locked(topic_id: int, actor: User) -> Topic:
    _lock(Topic.objects.values_list("county", flat=True).get(pk=topic_id), actor)
    return Topic.objects.get(pk=topic_id)


def _refuse_taken(county_id: int, code: str, but: int | None = None) -> None:
    taken = Topic.objects.filter(county=county_id, code=code).exclude(pk=but).first()
    if taken is not None:
        raise Conflict(f"专题“{taken.name}”已经用了网址代码“{code}”。请换一个代码。")


def _free_code(county: County) -> str:
    taken = set(Topic.objects.filter(county=county, code__startswith="t").values_list("code", flat=True))
    number = 1
    while f"t{number}" in taken:
        number += 1
    return f"t{number}"


def _said(topic: Topic) -> dict:
    return {
        "name": topic.name,
        "code": topic.code,
        "summary": topic.summary,
        "groups": list(topic.groups),
        "opened_on": topic.opened_on,
    }


def _purge(topic: Topic) -> None:
    transaction.on_commit(partial(page_cache.purge, "layout", f"topic:{topic.pk}"))
