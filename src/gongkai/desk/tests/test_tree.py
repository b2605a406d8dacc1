from datetime import UTC, datetime

import pytest
from django.urls import reverse

from gongkai.common.errors import NotAllowed
from gongkai.desk.tree import merge, move
from gongkai.sections.models import Section
from gongkai.sections.tests.factories import grow

from .factories import public_item

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)


def listed(item):
    return sorted(item.listings.values_list("section__path", "is_direct"))


def test_items_follow_a_section_into_the_lists_above_it(county, lu, civil_affairs):
    grown = grow(county, lu, "a", "b", "a/x")
    item = public_item(grown["a/x"], civil_affairs, "关于临时救助的通知")
    move(section_id=grown["a/x"].pk, parent_id=grown["b"].pk, actor=lu)
    assert listed(item) == [("b", False), ("b/x", True)]


def test_merging_moves_the_items_and_leads_visitors_on(county, lu, civil_affairs):
    grown = grow(county, lu, "a", "a/x", "b")
    item = public_item(grown["a/x"], civil_affairs, "关于临时救助的通知")
    assert merge(source_id=grown["a/x"].pk, target_id=grown["b"].pk, actor=lu, now=NOW) == 1
    item.refresh_from_db()
    assert (listed(item), item.section) == ([("b", True)], grown["b"])
    source = Section.objects.get(path="a/x")
    assert (source.archived_at, source.redirect_to) == (NOW, grown["b"])


def test_a_refused_merge_changes_nothing(county, lu, civil_affairs):
    grown = grow(county, lu, "a", "a/x", "b")
    item = public_item(grown["a"], civil_affairs, "关于临时救助的通知")
    with pytest.raises(NotAllowed, match="还有1个在用的栏目"):
        merge(source_id=grown["a"].pk, target_id=grown["b"].pk, actor=lu, now=NOW)
    with pytest.raises(NotAllowed, match="请另选一个"):
        merge(source_id=grown["a/x"].pk, target_id=grown["a/x"].pk, actor=lu, now=NOW)
    assert listed(item) == [("a", True)]


def test_the_wizard_says_how_many_items_before_it_merges(client, county, lu, civil_affairs):
    grown = grow(county, lu, "a", "b")
    public_item(grown["a"], civil_affairs, "关于临时救助的通知")
    client.force_login(lu)
    url = reverse("desk:section_merge", args=[grown["a"].pk])
    page = client.post(url, {"target": grown["b"].pk}).content.decode()
    assert "已公开的1条信息" in page
    assert Section.objects.filter(archived_at=None).count() == 2
    client.post(url, {"target": grown["b"].pk, "confirmed": "1"})
    assert list(Section.objects.filter(archived_at=None)) == [grown["b"]]
