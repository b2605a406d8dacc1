import pytest

from gongkai.accounts import rules
from gongkai.accounts.enums import ADMINISTERING_ROLES, BUSINESS_ROLES, Role
from gongkai.accounts.queries import people_visible_to, people_with_role
from gongkai.agencies import rules as agency_rules
from gongkai.agencies.models import Agency, County
from gongkai.conftest import make_person

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.DISCLOSURE_OFFICE}
ALLOWED = {
    rules.may_change_person: KEEPERS,
    rules.may_move_person: KEEPERS,
    rules.may_disable_person: {Role.SYSTEM_ADMINISTRATOR},
    rules.may_reset_password: {Role.SYSTEM_ADMINISTRATOR},
    rules.may_unlock: {Role.SYSTEM_ADMINISTRATOR},
    rules.may_reset_second_factor: {Role.SECURITY_ADMINISTRATOR},
}


@pytest.fixture
def stranger(db):
    elsewhere = County.objects.create(
        name="邻县人民政府", short_name="邻县", site_name="邻县", domain="next.example"
    )
    agency = Agency.objects.create(county=elsewhere, name="邻县民政局", short_name="邻县民政局", code="next")
    return make_person("stranger", "外县人", agency, Role.CLERK)


@pytest.mark.parametrize("role", Role)
def test_each_step_on_an_account_belongs_to_its_roles(office, chen, stranger, role):
    actor = make_person("actor", "某人", office, role)
    may = {rule: rule(actor, chen) for rule in ALLOWED}
    assert may == {rule: role in roles for rule, roles in ALLOWED.items()}
    assert [rule for rule in ALLOWED if rule(actor, stranger)] == []


@pytest.mark.parametrize("role", Role)
def test_nobody_moves_disables_or_resets_themselves(office, role):
    actor = make_person("actor", "某人", office, role)
    own = [rules.may_move_person, rules.may_disable_person, rules.may_reset_password]
    assert [rule(actor, actor) for rule in [*own, rules.may_reset_second_factor]] == [False] * 4


@pytest.mark.parametrize("role", Role)
def test_people_are_created_in_one_s_own_county_by_two_roles(office, stranger, role):
    actor = make_person("actor", "某人", office, role)
    assert rules.may_create_person(actor, office) == (role in KEEPERS)
    assert not rules.may_create_person(actor, stranger.agency)


@pytest.mark.parametrize("role", Role)
def test_roles_that_each_role_may_give(office, chen, stranger, role):
    actor = make_person("actor", "某人", office, role)
    expected = {
        Role.SECURITY_ADMINISTRATOR: set(Role),
        Role.DISCLOSURE_OFFICE: set(BUSINESS_ROLES),
    }.get(role, set())
    assert set(rules.grantable_roles(actor, chen)) == expected
    assert rules.grantable_roles(actor, actor) == []
    assert rules.grantable_roles(actor, stranger) == []


@pytest.mark.parametrize("held", Role)
@pytest.mark.parametrize("role", Role)
def test_an_administering_role_stands_alone(held, role):
    expected = held in ADMINISTERING_ROLES or role in ADMINISTERING_ROLES
    assert rules.roles_conflict({held}, role) == expected


@pytest.mark.parametrize("role", Role)
def test_settings_of_agencies_and_county_belong_to_their_roles(county, office, chen, stranger, role):
    actor = make_person("actor", "某人", office, role)
    keeps = role in KEEPERS
    assert agency_rules.may_change_agency(actor, office) == keeps
    assert agency_rules.may_add_agency(actor, county) == keeps
    assert agency_rules.may_change_county(actor, county) == keeps
    policy = role == Role.SECURITY_ADMINISTRATOR
    assert agency_rules.may_set_second_factor_policy(actor, county) == policy
    other = stranger.agency
    assert not agency_rules.may_change_agency(actor, other)
    assert not agency_rules.may_change_county(actor, other.county)
    assert not agency_rules.may_set_second_factor_policy(actor, other.county)


def test_keepers_see_the_county_and_others_their_own_offices(xie, an, shen, lu, chen, lin, stranger):
    county = {xie, an, shen, lu, chen, lin}
    assert [set(people_visible_to(user)) for user in (xie, an, lu)] == [county] * 3
    assert set(people_visible_to(shen)) == {xie, an, shen, lu}
    assert set(people_visible_to(chen)) == {chen}


def test_people_with_a_role_are_those_who_can_act_now(civil_affairs, zhou):
    second = make_person("second", "第二人", civil_affairs, Role.FIRST_REVIEWER)
    gone = make_person("gone", "离任者", civil_affairs, Role.FIRST_REVIEWER)
    gone.is_active = False
    gone.save()
    second.assignments.update(revoked_at="2026-03-01T00:00:00Z")
    assert [*people_with_role(civil_affairs, Role.FIRST_REVIEWER)] == [zhou]
