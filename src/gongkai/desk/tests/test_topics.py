from functools import partial

import pytest
from django.urls import reverse

from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.models import Event
from gongkai.publications.enums import Visibility
from gongkai.publications.models import Item
from gongkai.publications.topics import add_to_topic, move_in_topic, remove_from_topic
from gongkai.sections.models import Topic
from gongkai.sections.topics import change_topic, create_topic

from .factories import public_item


@pytest.fixture
def topic(county, lu):
    return create_topic(county=county, name="防汛抗旱", actor=lu, groups=["预警", "物资"])


@pytest.fixture
def items(notices, civil_affairs):
    return [public_item(notices, civil_affairs, f"防汛通知{at}") for at in "甲乙丙"]


def entries(topic):
    return [(entry.group, entry.item.title[-1]) for entry in topic.entries.order_by("group", "position")]


def test_a_topic_without_a_code_gets_one(county, lu, topic):
    assert (topic.code, create_topic(county=county, name="另一个", actor=lu).code) == ("t1", "t2")


def test_items_stand_in_the_order_they_were_added_and_can_be_moved(topic, items, lu):
    added = [add_to_topic(topic=topic, item=item, group="预警", actor=lu) for item in items]
    move_in_topic(entry_id=added[2].pk, by=-1, actor=lu)
    assert entries(topic) == [("预警", "甲"), ("预警", "丙"), ("预警", "乙")]
    move_in_topic(entry_id=added[0].pk, group="物资", actor=lu)
    assert entries(topic) == [("物资", "甲"), ("预警", "丙"), ("预警", "乙")]
    remove_from_topic(entry_id=added[2].pk, actor=lu)
    assert entries(topic) == [("物资", "甲"), ("预警", "乙")]
    assert [verb for verb in Event.objects.values_list("verb", flat=True) if verb.startswith("topic.")] == [
        "topic.created",
        *["topic.item_added"] * 3,
        *["topic.item_moved"] * 2,
        "topic.item_removed",
    ]


def test_only_what_is_public_goes_into_a_topic_and_only_once(topic, items, lu):
    add = partial(add_to_topic, topic=topic, item=items[0], actor=lu)
    add(group="预警")
    with pytest.raises(Conflict, match="已经在专题"):
        add(group="物资")
    with pytest.raises(NotAllowed, match="没有“别的”这个分组"):
        add_to_topic(topic=topic, item=items[1], group="别的", actor=lu)
    draft = Item.objects.create(county=topic.county, agency=items[0].agency, title="草稿")
    assert draft.visibility == Visibility.UNPUBLISHED
    with pytest.raises(NotAllowed, match="现在没有公开"):
        add_to_topic(topic=topic, item=draft, actor=lu)


def test_a_clerk_puts_nothing_into_a_topic(topic, items, chen):
    with pytest.raises(NotAllowed, match="只有本县的栏目管理员"):
        add_to_topic(topic=topic, item=items[0], actor=chen)


def test_a_group_that_holds_items_does_not_go(topic, items, lu):
    add_to_topic(topic=topic, item=items[0], group="预警", actor=lu)
    change = partial(
        change_topic, topic_id=topic.pk, actor=lu, name="防汛", code="", summary="", opened_on=None
    )
    with pytest.raises(NotAllowed, match="分组“预警”里还有信息"):
        change(groups=["物资"])
    change(groups=["预警"])
    topic.refresh_from_db()
    assert (topic.name, topic.groups) == ("防汛", ["预警"])


def test_a_topic_is_kept_on_its_pages(client, county, lu, items):
    client.force_login(lu)
    said = {"name": "防汛抗旱", "code": "flood", "groups_text": "预警\n\n物资\n预警"}
    client.post(reverse("sections:topic_create"), said)
    topic = Topic.objects.get(code="flood")
    assert topic.groups == ["预警", "物资"]
    url = reverse("desk:topic", args=[topic.pk])
    assert "防汛通知乙" in client.get(url, {"q": "防汛 乙"}).content.decode()
    client.post(reverse("desk:topic_add", args=[topic.pk]), {"item": items[1].pk, "group": "物资"})
    [entry] = topic.entries.all()
    act = reverse("desk:topic_entry", args=[topic.pk, entry.pk])
    client.post(act, {"act": "group", "group": "预警"})
    assert entries(topic) == [("预警", "乙")]
    client.post(act, {"act": "remove"})
    assert entries(topic) == []
    close = reverse("sections:topic_close", args=[topic.pk])
    client.post(close)
    assert Topic.objects.get().closed_at is None
    client.post(close, {"confirmed": "1"})
    assert Topic.objects.get().closed_at is not None
    client.post(reverse("sections:topic_reopen", args=[topic.pk]))
    assert Topic.objects.get().closed_at is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_topic_takes_as_many_queries_for_one_item_as_for_three(
    client, topic, items, lu, count, django_assert_num_queries
):
    for item in items[:count]:
        add_to_topic(topic=topic, item=item, group="预警", actor=lu)
    client.force_login(lu)
    with django_assert_num_queries(8):
        client.get(reverse("desk:topic", args=[topic.pk]))
