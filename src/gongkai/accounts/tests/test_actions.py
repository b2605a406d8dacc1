from datetime import UTC, datetime
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.db import IntegrityError, transaction

from gongkai.accounts import actions
from gongkai.accounts.enums import ADMINISTERING_ROLES, BUSINESS_ROLES, Role
from gongkai.accounts.models import RoleAssignment
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.conftest import make_person
from gongkai.history.models import Event

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def events():
    return [*Event.objects.values_list("verb", "subject_label", "actor_name")]


def roles_of(person):
    return {one.role for one in person.assignments.filter(revoked_at=None)}


def test_created_person_gets_a_temporary_password_that_history_does_not_know(lu, civil_affairs):
    person, password = actions.create_person(
        username="qian", name="小钱", agency=civil_affairs, job_title="科员", clerk=lu
    )
    assert (person.must_change_password, person.check_password(password)) == (True, True)
    event = Event.objects.get()
    assert (event.verb, event.actor, event.agency) == ("account.created", lu, civil_affairs)
    assert event.data == {
        "after": {
            "username": "qian",
            "name": "小钱",
            "agency": "示范县民政局",
            "job_title": "科员",
            "email": "",
        }
    }


def test_user_names_are_given_once(lu, chen, civil_affairs):
    with pytest.raises(Conflict, match="用户名“chen”已有人使用"):
        actions.create_person(username="chen", name="另一个小陈", agency=civil_affairs, clerk=lu)


@pytest.mark.parametrize("username", ["Ab", "王", "a b c", "-abc"])
def test_malformed_user_names_are_refused(lu, civil_affairs, username):
    with pytest.raises(NotAllowed, match="用户名用3到30个"):
        actions.create_person(username=username, name="某人", agency=civil_affairs, clerk=lu)


def test_nobody_is_created_at_a_closed_agency(lu, civil_affairs):
    civil_affairs.closed_on = NOW.date()
    with pytest.raises(NotAllowed, match="已撤并"):
        actions.create_person(username="qian", name="小钱", agency=civil_affairs, clerk=lu)


def test_changed_person_leaves_before_and_after(lu, chen):
    actions.change_person(person_id=chen.pk, clerk=lu, values={"name": "陈晓", "job_title": ""})
    assert Event.objects.get().data == {"changes": {"name": ["小陈", "陈晓"]}}


def test_change_that_changes_nothing_leaves_no_event(lu, chen):
    actions.change_person(person_id=chen.pk, clerk=lu, values={"name": "小陈"})
    assert events() == []


def test_one_s_own_name_stays_what_the_office_wrote(chen):
    actions.change_own_details(person=chen, values={"name": "别名", "job_title": "科长"})
    chen.refresh_from_db()
    assert (chen.name, chen.job_title) == ("小陈", "科长")


def test_moving_ends_the_business_roles_at_the_office_left(lu, chen, education):
    RoleAssignment.objects.create(user=chen, agency=education, role=Role.SECRECY_REVIEWER)
    actions.move_person(person_id=chen.pk, agency=education, clerk=lu, now=NOW)
    chen.refresh_from_db()
    assert (chen.agency, roles_of(chen)) == (education, {"secrecy_reviewer"})
    assert Event.objects.get().data == {
        "before": {"agency": "示范县民政局"},
        "after": {"agency": "示范县教育局"},
        "ended_roles": ["clerk"],
    }


def test_disabled_and_enabled_person(xie, chen):
    actions.disable_person(person_id=chen.pk, clerk=xie)
    with pytest.raises(NotAllowed, match="已经停用"):
        actions.disable_person(person_id=chen.pk, clerk=xie)
    actions.enable_person(person_id=chen.pk, clerk=xie)
    with pytest.raises(NotAllowed, match="正在使用"):
        actions.enable_person(person_id=chen.pk, clerk=xie)
    assert events() == [("account.disabled", "小陈", "谢工"), ("account.enabled", "小陈", "谢工")]
    assert roles_of(chen) == {"clerk"}


def test_second_factor_is_reset_by_the_security_administrator_alone(an, xie, chen):
    TOTP.activate(chen, "JBSWY3DPEHPK3PXP")
    with pytest.raises(NotAllowed, match="由安全管理员办理"):
        actions.reset_second_factor(person_id=chen.pk, clerk=xie)
    actions.reset_second_factor(person_id=chen.pk, clerk=an)
    assert not Authenticator.objects.exists()
    assert Event.objects.get().data == {"before": {"kinds": ["totp"]}, "after": {"kinds": []}}
    with pytest.raises(NotAllowed, match="没有设置第二重验证"):
        actions.reset_second_factor(person_id=chen.pk, clerk=an)


def test_account_that_is_not_locked_is_not_unlocked(xie, chen):
    with pytest.raises(NotAllowed, match="不需要解除锁定"):
        actions.unlock(person_id=chen.pk, clerk=xie)


def test_granted_and_revoked_role_leave_before_and_after(lu, chen, civil_affairs):
    pk = civil_affairs.pk
    role = actions.grant_role(
        person_id=chen.pk, role=Role.FIRST_REVIEWER, agency=civil_affairs, clerk=lu, now=NOW
    )
    assert (role.granted_by, role.granted_at) == (lu, NOW)
    actions.revoke_role(assignment_id=role.pk, clerk=lu, now=NOW)
    role.refresh_from_db()
    assert (role.revoked_by, role.revoked_at) == (lu, NOW)
    one, two = [f"clerk@{pk}"], [f"clerk@{pk}", f"first_reviewer@{pk}"]
    assert [*Event.objects.values_list("verb", "data")] == [
        ("account.role_granted", {"role": "first_reviewer", "before": one, "after": two}),
        ("account.role_revoked", {"role": "first_reviewer", "before": two, "after": one}),
    ]


def test_same_role_is_not_granted_or_revoked_twice(lu, chen, civil_affairs):
    grant = partial(
        actions.grant_role, person_id=chen.pk, role=Role.CLERK, agency=civil_affairs, clerk=lu, now=NOW
    )
    with pytest.raises(Conflict, match="没有重复授予"):
        grant()
    held = chen.assignments.get()
    actions.revoke_role(assignment_id=held.pk, clerk=lu, now=NOW)
    with pytest.raises(Conflict, match="已由陆主任收回"):
        actions.revoke_role(assignment_id=held.pk, clerk=lu, now=NOW)
    grant()


@pytest.mark.parametrize("role", sorted(ADMINISTERING_ROLES))
def test_disclosure_office_never_gives_an_administering_role(lu, office, role):
    person = make_person("new", "新人", office)
    with pytest.raises(NotAllowed, match="由安全管理员授予和收回"):
        actions.grant_role(person_id=person.pk, role=role, agency=office, clerk=lu, now=NOW)


@pytest.mark.parametrize("held", Role)
@pytest.mark.parametrize("role", sorted(ADMINISTERING_ROLES))
def test_nobody_holds_an_administering_role_beside_another(an, office, held, role):
    person = make_person("new", "新人", office, held)
    with pytest.raises((NotAllowed, Conflict), match="三员分立" if held != role else "没有重复授予"):
        actions.grant_role(person_id=person.pk, role=role, agency=office, clerk=an, now=NOW)
    assert roles_of(person) == {held}


@pytest.mark.parametrize("role", sorted(BUSINESS_ROLES))
def test_administrator_gets_no_business_role(an, shen, office, role):
    with pytest.raises(NotAllowed, match="三员分立"):
        actions.grant_role(person_id=shen.pk, role=role, agency=office, clerk=an, now=NOW)


def test_database_refuses_a_second_administering_role(shen, civil_affairs):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleAssignment.objects.create(user=shen, agency=civil_affairs, role=Role.SECURITY_ADMINISTRATOR)


def test_nobody_changes_their_own_roles(an, office):
    with pytest.raises(NotAllowed, match="自己的角色"):
        actions.grant_role(person_id=an.pk, role=Role.CLERK, agency=office, clerk=an, now=NOW)
    with pytest.raises(NotAllowed, match="自己的角色"):
        actions.revoke_role(assignment_id=an.assignments.get().pk, clerk=an, now=NOW)


def test_last_disclosure_office_stays_in_force(an, xie, lu, civil_affairs):
    held = lu.assignments.get()
    for remove in [
        partial(actions.revoke_role, assignment_id=held.pk, clerk=an, now=NOW),
        partial(actions.disable_person, person_id=lu.pk, clerk=xie),
        partial(actions.move_person, person_id=lu.pk, agency=civil_affairs, clerk=xie, now=NOW),
    ]:
        with pytest.raises(NotAllowed, match="全县最后一位政府信息公开工作机构"):
            remove()
    make_person("liu", "刘主任", lu.agency, Role.DISCLOSURE_OFFICE)
    actions.revoke_role(assignment_id=held.pk, clerk=an, now=NOW)


def test_disabled_successor_does_not_count_as_in_force(an, xie, office):
    successor = make_person("bao", "老鲍", office, Role.SECURITY_ADMINISTRATOR)
    successor.is_active = False
    successor.save()
    with pytest.raises(NotAllowed, match="全县最后一位安全管理员"):
        actions.disable_person(person_id=an.pk, clerk=xie)


@pytest.mark.parametrize(
    "verb", ["change_person", "disable_person", "reset_password", "unlock", "reset_second_factor"]
)
def test_clerk_may_do_none_of_it(chen, zhou, verb):
    more = {"values": {"name": "x"}} if verb == "change_person" else {}
    with pytest.raises(NotAllowed):
        getattr(actions, verb)(person_id=zhou.pk, clerk=chen, **more)
    assert events() == []
