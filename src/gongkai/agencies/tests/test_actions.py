from datetime import date
from functools import partial

import pytest

from gongkai.accounts.enums import Role
from gongkai.agencies import actions
from gongkai.agencies.models import Agency
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.conftest import make_person
from gongkai.history.models import Event

TODAY = date(2026, 3, 2)
VALUES = {"name": "示范县卫生健康局", "short_name": "县卫健局", "code": "health"}


@pytest.fixture
def an(office):
    return make_person("an", "老安", office, Role.SECURITY_ADMINISTRATOR)


@pytest.fixture
def purged(monkeypatch, django_capture_on_commit_callbacks):
    """The tags purged so far; the calls wait for the commit as they do in life."""
    tags = []
    monkeypatch.setattr(actions, "purge", lambda *names: tags.append(set(names)))
    return tags


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return partial(django_capture_on_commit_callbacks, execute=True)


def test_added_agency_comes_last_and_leaves_an_event(county, lu, purged, commit):
    with commit():
        agency = actions.add_agency(county=county, clerk=lu, values=VALUES)
        assert purged == []
    assert agency.position == 1
    assert purged == [{"layout", f"agency:{agency.pk}"}]
    event = Event.objects.get()
    assert (event.verb, event.actor, event.agency, event.data) == (
        "agency.added",
        lu,
        agency,
        {"after": VALUES},
    )


def test_changed_agency_leaves_before_and_after(lu, civil_affairs, purged, commit):
    with commit():
        actions.change_agency(
            agency_id=civil_affairs.pk, clerk=lu, values={"phone": "1", "name": "示范县民政局"}
        )
    assert Event.objects.get().data == {"changes": {"phone": ["", "1"]}}
    assert purged == [{"layout", f"agency:{civil_affairs.pk}"}]


def test_wrong_credit_code_is_refused(lu, civil_affairs):
    with pytest.raises(NotAllowed, match="统一社会信用代码是18位"):
        actions.change_agency(agency_id=civil_affairs.pk, clerk=lu, values={"credit_code": "123"})


def test_closed_agency_keeps_its_date_and_successor(lu, civil_affairs, education, purged, commit):
    close = partial(actions.close_agency, agency_id=civil_affairs.pk, clerk=lu, today=TODAY)
    with commit():
        close(closed_on=date(2026, 3, 1), successor=education)
    assert Agency.objects.get(pk=civil_affairs.pk).closed_on == date(2026, 3, 1)
    assert Event.objects.get().data == {"closed_on": "2026-03-01", "successor": "示范县教育局"}
    assert purged == [{"layout", f"agency:{civil_affairs.pk}"}]
    with pytest.raises(Conflict, match="已于2026年3月1日撤并"):
        close(closed_on=TODAY)


def test_agency_is_not_closed_in_advance_or_into_itself_or_with_people(lu, civil_affairs):
    close = partial(actions.close_agency, agency_id=civil_affairs.pk, clerk=lu, today=TODAY)
    with pytest.raises(NotAllowed, match="不能晚于今天"):
        close(closed_on=date(2026, 3, 3))
    with pytest.raises(NotAllowed, match="另一个没有撤并的单位"):
        close(closed_on=TODAY, successor=civil_affairs)
    make_person("zheng", "小郑", civil_affairs)
    with pytest.raises(NotAllowed, match="还有账号在用（小郑等）"):
        close(closed_on=TODAY)


def test_reopened_agency(lu, civil_affairs):
    with pytest.raises(NotAllowed, match="不需要恢复"):
        actions.reopen_agency(agency_id=civil_affairs.pk, clerk=lu)
    actions.close_agency(agency_id=civil_affairs.pk, clerk=lu, today=TODAY, closed_on=TODAY)
    actions.reopen_agency(agency_id=civil_affairs.pk, clerk=lu)
    assert [event.verb for event in Event.objects.all()] == ["agency.closed", "agency.reopened"]


def test_order_of_agencies_keeps_those_not_named(
    county, lu, office, civil_affairs, education, purged, commit
):
    with commit():
        actions.reorder_agencies(county=county, agency_ids=[education.pk], clerk=lu)
    order = [education.pk, office.pk, civil_affairs.pk]
    assert [*Agency.objects.values_list("pk", flat=True)] == order
    assert Event.objects.get().data == {
        "before": [office.pk, civil_affairs.pk, education.pk],
        "after": order,
    }
    assert purged == [{"layout", *(f"agency:{pk}" for pk in order)}]


def test_changed_county_leaves_before_and_after(county, lu, purged, commit):
    with commit():
        actions.change_county(county_id=county.pk, clerk=lu, values={"phone": "0000-1", "name": county.name})
    assert Event.objects.get().data == {"changes": {"phone": ["", "0000-1"]}}
    assert purged == [{"layout"}]


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"theme_colour": "#ffffff"}, "对比度只有 1.0"),
        ({"index_pattern": "{serial}"}, "credit_code"),
        ({"require_second_factor": True}, "由安全管理员单独设置"),
    ],
)
def test_county_is_not_changed_into_what_cannot_work(county, lu, values, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        actions.change_county(county_id=county.pk, clerk=lu, values=values)
    assert not Event.objects.exists()


def test_second_factor_policy_is_the_security_administrator_s(county, lu, an):
    with pytest.raises(NotAllowed, match="由安全管理员设置"):
        actions.set_second_factor_policy(county_id=county.pk, required=True, clerk=lu)
    actions.set_second_factor_policy(county_id=county.pk, required=True, clerk=an)
    actions.set_second_factor_policy(county_id=county.pk, required=True, clerk=an)
    assert [event.data for event in Event.objects.all()] == [{"before": False, "after": True}]


def test_clerk_changes_nothing_of_it(county, chen, civil_affairs):
    pk = civil_affairs.pk
    for change in [
        partial(actions.add_agency, county=county, values=VALUES),
        partial(actions.change_agency, agency_id=pk, values={"phone": "1"}),
        partial(actions.close_agency, agency_id=pk, closed_on=TODAY, today=TODAY),
        partial(actions.reopen_agency, agency_id=pk),
        partial(actions.reorder_agencies, county=county, agency_ids=[]),
        partial(actions.change_county, county_id=county.pk, values={"phone": "1"}),
        partial(actions.set_second_factor_policy, county_id=county.pk, required=True),
    ]:
        with pytest.raises(NotAllowed):
            change(clerk=chen)
    assert not Event.objects.exists()
