"""Everything that changes an account. Each leaves an event; each is refused in a sentence when the rules say no."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from axes.utils import reset as reset_axes
from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.agencies.differences import differences
from gongkai.agencies.models import Agency, County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import hold_chain, record

from . import rules
from .enums import ADMINISTERING_ROLES, BUSINESS_ROLES, AccountEvent, Role
from .models import RoleAssignment, User
from .passwords import hash_temporary, temporary_password
from .queries import holders_in_county

# Without somebody in these two, nobody could give out roles any more.
NEVER_VACANT = (Role.DISCLOSURE_OFFICE, Role.SECURITY_ADMINISTRATOR)


@transaction.atomic
def create_person(
    *, username: str, name: str, agency: Agency, clerk: User, job_title: str = "", email: str = ""
) -> tuple[User, str]:
    """
    Make an account and return it with its temporary password, which is shown once and kept nowhere.

    Raises NotAllowed when the user name is taken or malformed.
    """
    _check(
        rules.may_create_person(clerk, agency),
        "新增人员由系统管理员或政府信息公开工作机构办理，您没有这项权限。",
    )
    if agency.closed_on:
        raise NotAllowed(f"{agency}已撤并，不能再新增人员。请选择承接其职责的单位。")
    if User.objects.filter(username=username).exists():
        raise Conflict(f"用户名“{username}”已有人使用，账号没有建立。请换一个用户名。")
    password = temporary_password()
    person = User(
        username=username,
        name=name,
        agency=agency,
        job_title=job_title,
        email=email,
        must_change_password=True,
        password=hash_temporary(password),
    )
    _validate(person)
    person.save()
    record(
        person,
        AccountEvent.CREATED,
        actor=clerk,
        agency=agency,
        after={
            "username": username,
            "name": name,
            "agency": agency.name,
            "job_title": job_title,
            "email": email,
        },
    )
    return person, password


@transaction.atomic
def change_person(*, person_id: int, clerk: User, values: Mapping[str, Any]) -> User:
    """Change name, title or e-mail. Earlier signatures keep the name they were made under (history's snapshot)."""
    person = _locked(person_id)
    _check(
        rules.may_change_person(clerk, person),
        "修改人员资料由系统管理员或政府信息公开工作机构办理，您没有这项权限。",
    )
    return _change(person, clerk, values, allowed={"name", "job_title", "email"})


@transaction.atomic
def change_own_details(*, person: User, values: Mapping[str, Any]) -> User:
    """Change one's own title or e-mail. The name is on signatures, so the office changes that."""
    return _change(_locked(person.pk), person, values, allowed={"job_title", "email"})


@transaction.atomic
def move_person(*, person_id: int, agency: Agency, clerk: User, now: datetime) -> User:
    """
    Move a person to another office of the county.

    The business roles they hold at the office they leave end with it; an administering role stays, because it is
    for the whole county and only the security administrator takes it away.
    """
    person = _locked(person_id)
    _check(
        rules.may_move_person(clerk, person),
        "调动人员由系统管理员或政府信息公开工作机构办理，且不能调动自己。",
    )
    if agency.county_id != person.agency.county_id:
        raise NotAllowed("不能把人员调到其他县的单位。请在那个县另建账号。")
    if agency.closed_on:
        raise NotAllowed(f"{agency}已撤并，不能再调入人员。请选择承接其职责的单位。")
    left = person.agency
    if agency.pk == left.pk:
        raise NotAllowed(f"{person}已经在{agency}，不需要调动。")
    ending = list(
        person.assignments.select_for_update().filter(agency=left, revoked_at=None, role__in=BUSINESS_ROLES)
    )
    for assignment in ending:
        _end(assignment, person, clerk, now)
    person.agency = agency
    person.save(update_fields=["agency"])
    record(
        person,
        AccountEvent.MOVED,
        actor=clerk,
        agency=agency,
        before={"agency": left.name},
        after={"agency": agency.name},
        ended_roles=[assignment.role for assignment in ending],
    )
    return person


@transaction.atomic
def disable_person(*, person_id: int, clerk: User) -> User:
    """Shut an account at once; sessions of that person end with their next click."""
    person = _locked(person_id)
    _check(rules.may_disable_person(clerk, person), "停用账号由系统管理员办理，且不能停用自己的账号。")
    if not person.is_active:
        raise NotAllowed(f"{person}的账号已经停用，不需要再次停用。")
    for role in NEVER_VACANT:
        if person.has_role(role):
            _keep_one(role, person, f"停用{person}的账号")
    return _switch(person, clerk, is_active=False, event=AccountEvent.DISABLED)


@transaction.atomic
def enable_person(*, person_id: int, clerk: User) -> User:
    """Open a disabled account again, with the roles that are still in force."""
    person = _locked(person_id)
    _check(rules.may_disable_person(clerk, person), "恢复账号由系统管理员办理。")
    if person.is_active:
        raise NotAllowed(f"{person}的账号正在使用，不需要恢复。")
    return _switch(person, clerk, is_active=True, event=AccountEvent.ENABLED)


@transaction.atomic
def reset_password(*, person_id: int, clerk: User) -> str:
    """Give a person a new temporary password and return it. Their open sessions end (the password hash changed)."""
    person = _locked(person_id)
    _check(
        rules.may_reset_password(clerk, person),
        "重置密码由系统管理员办理；自己的密码请在“我的账号”里修改。",
    )
    password = temporary_password()
    person.password = hash_temporary(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    record(person, AccountEvent.PASSWORD_RESET, actor=clerk, agency=person.agency)
    return password


@transaction.atomic
def change_own_password(*, person: User, password: str) -> None:
    """Set the password its owner chose; a temporary one is spent with this."""
    person.set_password(password)
    was_temporary = person.must_change_password
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    record(
        person,
        AccountEvent.PASSWORD_CHANGED,
        actor=person,
        agency=person.agency,
        was_temporary=was_temporary,
    )


@transaction.atomic
def reset_second_factor(*, person_id: int, clerk: User) -> None:
    """Remove every authenticator of a person who lost theirs."""
    person = _locked(person_id)
    _check(
        rules.may_reset_second_factor(clerk, person),
        "清除第二重验证由安全管理员办理，且不能清除自己的。",
    )
    authenticators = Authenticator.objects.filter(user=person)
    kinds = sorted(authenticators.values_list("type", flat=True))
    if not kinds:
        raise NotAllowed(f"{person}没有设置第二重验证，不需要清除。")
    authenticators.delete()
    record(
        person,
        AccountEvent.SECOND_FACTOR_REMOVED,
        actor=clerk,
        agency=person.agency,
        before={"kinds": kinds},
        after={"kinds": []},
    )


@transaction.atomic
def unlock(*, person_id: int, clerk: User) -> None:
    """Let a person try again who was locked out after failed sign-ins (django-axes)."""
    person = _locked(person_id)
    _check(rules.may_unlock(clerk, person), "解除锁定由系统管理员办理，您没有这项权限。")
    if not reset_axes(username=person.username):
        raise NotAllowed(f"{person}的账号没有登录失败的记录，不需要解除锁定。")
    record(person, AccountEvent.UNLOCKED, actor=clerk, agency=person.agency)


@transaction.atomic
def grant_role(*, person_id: int, role: Role, agency: Agency, clerk: User, now: datetime) -> RoleAssignment:
    """
    Give a person a role at an office.

    三员分立: one administering role at most, and none beside a business role. The lock on the person makes two
    clerks granting at once come one after the other.
    """
    person = _locked(person_id)
    role = Role(role)
    _check(rules.may_grant(clerk, person, role), _why_not(clerk, person, role))
    if agency.county_id != person.agency.county_id:
        raise NotAllowed("不能在其他县的单位授予角色。")
    if agency.closed_on:
        raise NotAllowed(f"{agency}已撤并，不能再授予角色。请选择承接其职责的单位。")
    held = list(person.assignments.filter(revoked_at=None))
    if any(one.role == role and one.agency_id == agency.pk for one in held):
        raise Conflict(f"{person}在{agency}已经是{role.label}，没有重复授予。")
    if rules.roles_conflict({one.role for one in held}, role):
        names = "、".join(dict.fromkeys(one.get_role_display() for one in held))
        raise NotAllowed(
            f"{person}已经担任{names}，不能再担任{role.label}。按照三员分立的要求，系统管理员、安全管理员、审计管理员"
            "由三个不同的人担任，也不兼任业务角色。请另选一人，或先收回原有的角色。"
        )
    assignment = RoleAssignment.objects.create(
        user=person, agency=agency, role=role, granted_by=clerk, granted_at=now
    )
    record(
        person,
        AccountEvent.ROLE_GRANTED,
        actor=clerk,
        agency=agency,
        role=role,
        before=_names(held),
        after=_names([*held, assignment]),
    )
    return assignment


@transaction.atomic
def revoke_role(*, assignment_id: int, clerk: User, now: datetime) -> RoleAssignment:
    """End a role. The row stays, because signatures refer to it."""
    person = _locked(RoleAssignment.objects.get(pk=assignment_id).user_id)
    assignment = (
        RoleAssignment.objects.select_for_update(of=["self"]).select_related("agency").get(pk=assignment_id)
    )
    role = Role(assignment.role)
    _check(rules.may_grant(clerk, person, role), _why_not(clerk, person, role))
    if assignment.revoked_at:
        raise Conflict(
            f"{person}在{assignment.agency}的{role.label}角色已由{assignment.revoked_by or '系统'}收回。"
        )
    held = list(person.assignments.filter(revoked_at=None))
    _end(assignment, person, clerk, now)
    record(
        person,
        AccountEvent.ROLE_REVOKED,
        actor=clerk,
        agency=assignment.agency,
        role=role,
        before=_names(held),
        after=_names([one for one in held if one.pk != assignment.pk]),
    )
    return assignment


def record_sign_in(*, person: User, address: str) -> None:
    """Note that a person signed in. Called inside the transaction that opens the session."""
    record(person, AccountEvent.SIGNED_IN, actor=person, agency=person.agency, address=address)


@transaction.atomic
def record_failed_sign_in(*, username: str, address: str, step: str, locked_out: bool = False) -> None:
    """
    Note a failed sign-in, and the lockout it led to, under the account it was aimed at.

    Names that belong to nobody are left to django-axes' own table, which is emptied: people type passwords into
    the wrong field, and what stands in the chain stands there for good.
    """
    person = User.objects.select_related("agency").filter(username=username).first()
    if person is None:
        return
    record(person, AccountEvent.SIGN_IN_FAILED, agency=person.agency, address=address, step=step)
    if locked_out:
        record(person, AccountEvent.LOCKED_OUT, agency=person.agency, address=address)


def _locked(person_id: int) -> User:
    """
    Return the person, locked, after locking the county.

    The county goes first because “the last one in force” is a fact about the county: two administrators who
    disable each other at the same moment must come one after the other.
    """
    county_id = User.objects.values_list("agency__county", flat=True).get(pk=person_id)
    hold_chain()
    County.objects.select_for_update().get(pk=county_id)
    return User.objects.select_for_update(of=["self"]).select_related("agency").get(pk=person_id)


def _change(person: User, clerk: User, values: Mapping[str, Any], allowed: set[str]) -> User:
    changed = differences(person, {name: value for name, value in values.items() if name in allowed})
    if not changed:
        return person
    for name, (_before, after) in changed.items():
        setattr(person, name, after)
    _validate(person)
    person.save(update_fields=list(changed))
    record(person, AccountEvent.CHANGED, actor=clerk, agency=person.agency, changes=changed)
    return person


def _switch(person: User, clerk: User, *, is_active: bool, event: AccountEvent) -> User:
    person.is_active = is_active
    person.save(update_fields=["is_active"])
    record(
        person,
        event,
        actor=clerk,
        agency=person.agency,
        before={"is_active": not is_active},
        after={"is_active": is_active},
    )
    return person


def _end(assignment: RoleAssignment, person: User, clerk: User, now: datetime) -> None:
    role = Role(assignment.role)
    if role in NEVER_VACANT and not person.assignments.filter(role=role, revoked_at=None).exclude(
        pk=assignment.pk
    ):
        _keep_one(role, person, f"收回{person}的这个角色")
    assignment.revoked_by = clerk
    assignment.revoked_at = now
    assignment.save(update_fields=["revoked_by", "revoked_at"])


def _keep_one(role: Role, person: User, what: str) -> None:
    if not holders_in_county(person.agency.county_id, role).exclude(pk=person.pk).exists():
        raise NotAllowed(
            f"{person}是全县最后一位{role.label}，不能{what}，否则再没有人能办理授权。请先把这个角色授予另一人。"
        )


def _why_not(clerk: User, person: User, role: Role) -> str:
    if clerk.pk == person.pk:
        return "任何人都不能授予或收回自己的角色。请由另一位有权限的人办理。"
    if role in ADMINISTERING_ROLES:
        return f"{role.label}由安全管理员授予和收回，您没有这项权限。"
    return f"{role.label}由政府信息公开工作机构或安全管理员授予和收回，您没有这项权限。"


def _check(allowed: bool, sentence: str) -> None:
    if not allowed:
        raise NotAllowed(sentence)


def _validate(person: User) -> None:
    try:
        person.full_clean(exclude=["password"], validate_unique=False)
    except ValidationError as error:
        raise NotAllowed("".join(error.messages)) from error


def _names(assignments: list[RoleAssignment]) -> list[str]:
    return sorted(f"{one.role}@{one.agency_id}" for one in assignments)
