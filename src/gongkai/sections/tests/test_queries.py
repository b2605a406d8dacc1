from datetime import UTC, date, datetime

import pytest

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed
from gongkai.review.models import Chain
from gongkai.sections.actions import archive_section
from gongkai.sections.enums import SectionLayout, UpdateRule
from gongkai.sections.models import Section
from gongkai.sections.queries import (
    ancestors,
    chain_for,
    descendant_ids,
    empty_sections,
    overdue_sections,
    tree,
    walk,
    writable_sections,
)

from .factories import grow

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)  # ten in the morning in 示范县


def test_the_tree_takes_one_query(county, lu, django_assert_num_queries):
    grow(county, lu, "a", "a/x", "a/x/1", "b")
    with django_assert_num_queries(1):
        assert [node.section.path for node in walk(tree(county))] == ["a", "a/x", "a/x/1", "b"]


def test_ancestors_and_descendants(county, lu):
    grown = grow(county, lu, "a", "a/x", "a/x/1", "ax", "a/y")
    assert ancestors(grown["a/x/1"]) == [grown["a"], grown["a/x"]]
    assert ancestors(grown["a"]) == []
    assert sorted(descendant_ids(grown["a"])) == [grown[path].pk for path in ["a/x", "a/x/1", "a/y"]]


def test_a_clerk_writes_where_her_office_owns_or_all_may(county, lu, chen, civil_affairs, education):
    grown = grow(county, lu, "a", "a/own", "a/others", "a/all", "a/group", "a/old")
    for path in ["a/own", "a/group", "a/old"]:
        grown[path].owners.add(civil_affairs)
    grown["a/own"].owners.add(education)
    grown["a/others"].owners.add(education)
    Section.objects.filter(path="a/all").update(open_to_all=True)
    Section.objects.filter(path="a/group").update(layout=SectionLayout.GROUP)
    archive_section(section_id=grown["a/old"].pk, actor=lu, now=NOW)
    assert [section.path for section in writable_sections(chen)] == ["a/own", "a/all"]
    assert [section.path for section in writable_sections(chen, civil_affairs)] == ["a/own", "a/all"]
    assert list(writable_sections(chen, education)) == []


def test_whoever_is_no_clerk_writes_nowhere(county, lu, zhou, civil_affairs):
    section = grow(county, lu, "a", open_to_all=True)["a"]
    section.owners.add(civil_affairs)
    assert list(writable_sections(zhou)) == []


def test_a_clerk_does_not_write_in_another_county(county, lu, chen):
    other = County.objects.create(
        name="另一县人民政府", short_name="另一县", site_name="另一县", domain="other"
    )
    Section.objects.create(county=other, name="通知", code="n", path="n", open_to_all=True)
    assert list(writable_sections(chen)) == []


def test_a_clerk_of_two_offices_writes_for_both(county, lu, chen, civil_affairs, education):
    RoleAssignment.objects.create(user=chen, agency=education, role=Role.CLERK)
    grown = grow(county, lu, "a", "b")
    grown["a"].owners.add(civil_affairs, education)
    grown["b"].owners.add(education)
    assert [section.path for section in writable_sections(chen)] == ["a", "b"]


def test_the_nearest_chain_is_used(county, lu, chain):
    strict = Chain.objects.create(county=county, name="四级审核")
    grown = grow(county, lu, "a", "a/x", "a/x/1", "b")
    Section.objects.filter(path="a").update(chain=chain)
    Section.objects.filter(path="a/x").update(chain=strict)
    assert [chain_for(Section.objects.get(path=path)) for path in grown] == [chain, strict, strict, chain]


def test_without_any_chain_nothing_can_be_submitted(county, lu):
    section = grow(county, lu, "a")["a"]
    with pytest.raises(NotAllowed, match="还没有设定默认的审核流程"):
        chain_for(section)


def put(path, rule, last_on=None, **fields):
    """Give a section a rule and a last publication at nine in the morning of ``last_on``."""
    moment = datetime(last_on.year, last_on.month, last_on.day, 1, tzinfo=UTC) if last_on else None
    Section.objects.filter(path=path).update(update_rule=rule, last_published_at=moment, **fields)


def test_the_monitor_finds_what_is_late_and_what_is_empty(county, lu, django_assert_num_queries):
    grow(county, lu, "news", "late", "notice", "old", "empty", "none", "gone", "group", "group/x")
    put("news", UpdateRule.TWO_WEEKS, date(2026, 3, 2))
    put("late", UpdateRule.TWO_WEEKS, date(2026, 3, 1))
    put("notice", UpdateRule.SIX_MONTHS, date(2025, 9, 16))
    put("old", UpdateRule.SIX_MONTHS, date(2025, 9, 15))
    put("empty", UpdateRule.TWO_WEEKS)
    put("none", UpdateRule.NONE, date(2019, 1, 1))
    put("gone", UpdateRule.TWO_WEEKS, archived_at=NOW)
    put("group", UpdateRule.NONE, layout=SectionLayout.GROUP)
    with django_assert_num_queries(2):
        overdue = overdue_sections(county, NOW)
    assert [(due.section.path, due.freshness.days) for due in overdue] == [("late", -1), ("old", -1)]
    assert [due.section.path for due in empty_sections(county, NOW)] == ["empty", "group/x"]


def test_a_section_is_as_new_as_the_newest_below_it(county, lu):
    grow(county, lu, "a", "a/x", "a/y")
    put("a", UpdateRule.TWO_WEEKS)
    put("a/x", UpdateRule.NONE, date(2026, 3, 10))
    assert [due.section.path for due in empty_sections(county, NOW)] == ["a/y"]
    assert overdue_sections(county, NOW) == []


def test_the_day_turns_at_midnight_in_china(county, lu):
    grow(county, lu, "a")
    put("a", UpdateRule.TWO_WEEKS, date(2026, 3, 2))
    before, after = datetime(2026, 3, 16, 15, 59, tzinfo=UTC), datetime(2026, 3, 16, 16, 1, tzinfo=UTC)
    assert [len(overdue_sections(county, moment)) for moment in [before, after]] == [0, 1]


def test_an_agency_of_the_county_sees_only_its_own_tree(county, lu):
    other = County.objects.create(
        name="另一县人民政府", short_name="另一县", site_name="另一县", domain="other"
    )
    Agency.objects.create(county=other, name="另一县民政局", short_name="民政局", code="x")
    Section.objects.create(county=other, name="通知", code="a", path="a")
    grow(county, lu, "a", "a/x")
    assert [node.section.path for node in walk(tree(other))] == ["a"]
