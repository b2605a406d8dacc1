from datetime import UTC, datetime
from functools import partial

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment
from gongkai.agencies.models import County
from gongkai.common import page_cache
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.models import Event
from gongkai.sections.actions import (
    archive_section,
    change_owners,
    change_section,
    create_section,
    move_section,
    rename_section,
    reopen_section,
    shift_section,
)
from gongkai.sections.enums import SectionLayout, UpdateRule
from gongkai.sections.models import FormerPath, Section

from .factories import grow

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)


def paths():
    return sorted(Section.objects.values_list("path", flat=True))


def order(parent=None):
    return list(Section.objects.filter(parent=parent, archived_at=None).values_list("code", flat=True))


def verbs():
    return list(Event.objects.values_list("verb", flat=True))


def test_a_new_section_stands_last_under_its_parent(county, lu, civil_affairs):
    grow(county, lu, "a", "a/x")
    root = Section.objects.get(path="a")
    made = create_section(
        county=county, parent_id=root.pk, name="公示", code="y", owners=[civil_affairs], actor=lu
    )
    assert (made.path, made.depth, made.position) == ("a/y", 2, 2)
    assert list(made.owners.all()) == [civil_affairs]
    assert verbs() == ["section.created"] * 3


def test_a_section_without_a_code_gets_a_free_one(county, lu):
    create = partial(create_section, county=county, actor=lu)
    assert [create(name="一").code, create(name="二").code] == ["s1001", "s1002"]


def test_two_siblings_cannot_have_one_code(county, lu):
    grow(county, lu, "a")
    with pytest.raises(Conflict, match="栏目a”已经用了网址代码“a”"):
        create_section(county=county, name="另一个", code="a", actor=lu)


def test_the_same_code_may_stand_under_two_parents(county, lu):
    grow(county, lu, "a", "b", "a/x", "b/x")
    assert paths() == ["a", "a/x", "b", "b/x"]


def test_a_move_takes_everything_below_along_and_keeps_the_old_addresses(county, lu):
    grown = grow(county, lu, "a", "a/x", "a/x/1", "a/x/1/q", "b")
    moved = move_section(section_id=grown["a/x"].pk, parent_id=grown["b"].pk, actor=lu)
    assert (moved.path, moved.depth) == ("b/x", 2)
    assert paths() == ["a", "b", "b/x", "b/x/1", "b/x/1/q"]
    assert dict(FormerPath.objects.values_list("path", "section__path")) == {
        "a/x": "b/x",
        "a/x/1": "b/x/1",
        "a/x/1/q": "b/x/1/q",
    }


def test_a_sibling_whose_code_begins_alike_does_not_move_along(county, lu):
    grown = grow(county, lu, "a", "ab", "ab/x", "b")
    move_section(section_id=grown["a"].pk, parent_id=grown["b"].pk, actor=lu)
    assert paths() == ["ab", "ab/x", "b", "b/a"]


def test_an_address_that_is_used_again_no_longer_leads_away(county, lu):
    grown = grow(county, lu, "a", "b", "a/x")
    move_section(section_id=grown["a/x"].pk, parent_id=grown["b"].pk, actor=lu)
    move_section(section_id=grown["a/x"].pk, parent_id=grown["a"].pk, actor=lu)
    assert dict(FormerPath.objects.values_list("path", "section__path")) == {"b/x": "a/x"}


def test_a_section_cannot_go_below_itself(county, lu):
    grown = grow(county, lu, "a", "a/x", "a/x/1")
    for below in ["a", "a/x", "a/x/1"]:
        with pytest.raises(NotAllowed, match="不能作它的上级"):
            move_section(section_id=grown["a"].pk, parent_id=grown[below].pk, actor=lu)
    assert paths() == ["a", "a/x", "a/x/1"]


def test_a_section_cannot_move_to_where_its_code_is_taken(county, lu):
    grown = grow(county, lu, "a", "a/x", "x")
    with pytest.raises(Conflict):
        move_section(section_id=grown["a/x"].pk, parent_id=None, actor=lu)
    assert paths() == ["a", "a/x", "x"]


def test_a_section_can_be_put_before_a_sibling(county, lu):
    grown = grow(county, lu, "a", "b", "c")
    move_section(section_id=grown["c"].pk, parent_id=None, before_id=grown["a"].pk, actor=lu)
    assert order() == ["c", "a", "b"]


def test_shifting_stops_at_both_ends(county, lu):
    grown = grow(county, lu, "a", "b", "c")
    for code, by, expected in [
        ("a", 1, ["b", "a", "c"]),
        ("c", 1, ["b", "a", "c"]),
        ("b", -1, ["b", "a", "c"]),
        ("c", -1, ["b", "c", "a"]),
    ]:
        shift_section(section_id=grown[code].pk, by=by, actor=lu)
        assert order() == expected


def test_shifting_passes_over_archived_siblings(county, lu):
    grown = grow(county, lu, "a", "b", "c")
    archive_section(section_id=grown["b"].pk, actor=lu, now=NOW)
    shift_section(section_id=grown["c"].pk, by=-1, actor=lu)
    assert order() == ["c", "a"]


def test_a_new_code_changes_every_address_below(county, lu):
    grown = grow(county, lu, "a", "a/x")
    rename_section(section_id=grown["a"].pk, name="政务公开", code="open", actor=lu)
    assert paths() == ["open", "open/x"]
    event = Event.objects.get(verb="section.renamed")
    assert event.data == {
        "before": {"name": "栏目a", "path": "a"},
        "after": {"name": "政务公开", "path": "open"},
    }


def test_a_change_says_what_was_before(county, lu, civil_affairs, education):
    section = grow(county, lu, "a", owners=[education])["a"]
    change = partial(change_section, section_id=section.pk, actor=lu)
    change(update_rule=UpdateRule.TWO_WEEKS, layout=SectionLayout.LIST, owners=[civil_affairs])
    change(update_rule=UpdateRule.TWO_WEEKS)
    [event] = Event.objects.filter(verb="section.changed")
    assert event.data == {
        "before": {"update_rule": "不要求定期更新", "owners": ["县教育局"]},
        "after": {"update_rule": "两周内须更新（动态、要闻类）", "owners": ["县民政局"]},
    }


def test_the_address_cannot_be_changed_as_a_setting(county, lu):
    section = grow(county, lu, "a")["a"]
    with pytest.raises(TypeError):
        change_section(section_id=section.pk, actor=lu, path="elsewhere")


def test_one_owner_is_added_to_many_sections_and_taken_away_again(county, lu, civil_affairs):
    grown = grow(county, lu, "a", "b", "c")
    grown["a"].owners.add(civil_affairs)
    change = partial(change_owners, county=county, agency=civil_affairs, actor=lu)
    pks = [section.pk for section in grown.values()]
    assert change(section_ids=pks, is_owner=True) == 2
    assert civil_affairs.sections.count() == 3
    assert change(section_ids=pks[:2], is_owner=False) == 2
    assert [section.path for section in civil_affairs.sections.all()] == ["c"]


def test_archiving_asks_about_what_lies_below(county, lu):
    grown = grow(county, lu, "a", "a/x", "b")
    archive = partial(archive_section, section_id=grown["a"].pk, actor=lu, now=NOW)
    with pytest.raises(NotAllowed, match="还有1个在用的栏目"):
        archive()
    archive(with_children=True, redirect_to_id=grown["b"].pk)
    assert dict(Section.objects.values_list("path", "redirect_to__path")) == {
        "a": "b",
        "a/x": "b",
        "b": None,
    }
    with pytest.raises(Conflict):
        archive()


def test_an_archived_section_cannot_lead_into_itself(county, lu):
    grown = grow(county, lu, "a", "a/x")
    with pytest.raises(NotAllowed, match="正要一起归档"):
        archive_section(
            section_id=grown["a"].pk,
            actor=lu,
            now=NOW,
            with_children=True,
            redirect_to_id=grown["a/x"].pk,
        )


def test_what_led_to_an_archived_section_is_led_on(county, lu):
    grown = grow(county, lu, "a", "b", "c")
    archive_section(section_id=grown["a"].pk, actor=lu, now=NOW, redirect_to_id=grown["b"].pk)
    archive_section(section_id=grown["b"].pk, actor=lu, now=NOW, redirect_to_id=grown["c"].pk)
    grown["a"].refresh_from_db()
    assert grown["a"].redirect_to == grown["c"]


def test_a_section_is_reopened_from_the_top_down(county, lu):
    grown = grow(county, lu, "a", "a/x")
    archive_section(section_id=grown["a"].pk, actor=lu, now=NOW, with_children=True)
    reopen = partial(reopen_section, actor=lu)
    with pytest.raises(NotAllowed, match="请先恢复上级栏目"):
        reopen(section_id=grown["a/x"].pk)
    reopen(section_id=grown["a"].pk)
    reopen(section_id=grown["a/x"].pk)
    assert not Section.objects.exclude(archived_at=None).exists()


def test_nothing_is_added_to_an_archived_section(county, lu):
    grown = grow(county, lu, "a", "b")
    archive_section(section_id=grown["a"].pk, actor=lu, now=NOW)
    with pytest.raises(NotAllowed, match="已经归档"):
        create_section(county=county, parent_id=grown["a"].pk, name="新栏目", actor=lu)
    with pytest.raises(NotAllowed, match="已经归档"):
        move_section(section_id=grown["b"].pk, parent_id=grown["a"].pk, actor=lu)


MAY = {Role.SECTION_ADMINISTRATOR, Role.DISCLOSURE_OFFICE}


@pytest.mark.parametrize("role", Role)
def test_only_two_roles_shape_the_tree(county, lu, lin, role):
    section = grow(county, lu, "a")["a"]
    RoleAssignment.objects.filter(user=lin).delete()
    RoleAssignment.objects.create(user=lin, agency=lin.agency, role=role)
    acts = [
        partial(create_section, county=county, name="新栏目"),
        partial(rename_section, section_id=section.pk, name="改名", code="a"),
        partial(change_section, section_id=section.pk, description="说明"),
        partial(change_owners, county=county, section_ids=[section.pk], agency=lin.agency, is_owner=True),
        partial(shift_section, section_id=section.pk, by=1),
        partial(move_section, section_id=section.pk, parent_id=None),
        partial(archive_section, section_id=section.pk, now=NOW),
        partial(reopen_section, section_id=section.pk),
    ]
    for act in acts:
        if role in MAY:
            act(actor=lin)
        else:
            with pytest.raises(NotAllowed, match="只有本县的栏目管理员"):
                act(actor=lin)


def test_another_county_is_out_of_reach(county, lu):
    other = County.objects.create(
        name="另一县人民政府", short_name="另一县", site_name="另一县", domain="other"
    )
    with pytest.raises(NotAllowed):
        create_section(county=other, name="新栏目", actor=lu)


def test_a_change_of_the_tree_makes_cached_pages_stale(
    county, lu, monkeypatch, django_capture_on_commit_callbacks
):
    section = grow(county, lu, "a")["a"]
    purged = []
    monkeypatch.setattr(page_cache, "purge", lambda *tags: purged.extend(tags))
    with django_capture_on_commit_callbacks(execute=True):
        rename_section(section_id=section.pk, name="政务公开", code="a", actor=lu)
    assert purged == ["layout", f"section:{section.pk}"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 7), st.integers(-1, 7), st.integers(0, 7)), max_size=12))
def test_after_any_moves_every_address_joins_the_codes_above_it(county, lu, moves):
    with transaction.atomic():
        grown = list(grow(county, lu, "a", "b", "c", "a/d", "a/e", "a/d/f", "b/g", "b/g/h").values())
        for which, under, before in moves:
            try:
                with transaction.atomic():
                    move_section(
                        section_id=grown[which].pk,
                        parent_id=grown[under].pk if under >= 0 else None,
                        before_id=grown[before].pk,
                        actor=lu,
                    )
            except NotAllowed:
                pass
        by_pk = {section.pk: section for section in Section.objects.all()}
        for section in by_pk.values():
            codes, above = [], section
            while above is not None:
                codes.insert(0, above.code)
                assert len(codes) <= len(by_pk), "the tree has a circle"
                above = by_pk.get(above.parent_id)
            assert (section.path, section.depth) == ("/".join(codes), len(codes))
        live = {section.path for section in by_pk.values()}
        assert not live & set(FormerPath.objects.values_list("path", flat=True))
        transaction.set_rollback(True)
