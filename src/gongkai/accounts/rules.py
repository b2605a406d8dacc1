"""
Who may do what to accounts (三员分立, GB/T 22239).

The system administrator keeps accounts, the security administrator keeps powers, the audit administrator reads
history; the disclosure office brings in the people of the departments and gives them their daily work. A stolen
account with a second factor takes two administrators: one resets the password, another the second factor.
"""

from gongkai.agencies.models import Agency

from .enums import ADMINISTERING_ROLES, BUSINESS_ROLES, Role
from .models import User


def same_county(user: User, person: User) -> bool:
    return user.agency.county_id == person.agency.county_id


def may_keep_people(user: User) -> bool:
    """Whether ``user`` may add people and see everybody of the county in the list."""
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) or user.has_role(Role.DISCLOSURE_OFFICE)


def may_see_everyone(user: User) -> bool:
    return may_keep_people(user) or user.has_role(Role.SECURITY_ADMINISTRATOR)


def may_create_person(user: User, agency: Agency) -> bool:
    return may_keep_people(user) and agency.county_id == user.agency.county_id


def may_change_person(user: User, person: User) -> bool:
    return may_keep_people(user) and same_county(user, person)


def may_move_person(user: User, person: User) -> bool:
    # Moving ends roles, and nobody changes their own.
    return may_change_person(user, person) and user.pk != person.pk


def may_disable_person(user: User, person: User) -> bool:
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) and same_county(user, person) and user.pk != person.pk


def may_reset_password(user: User, person: User) -> bool:
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) and same_county(user, person) and user.pk != person.pk


def may_unlock(user: User, person: User) -> bool:
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) and same_county(user, person)


def may_reset_second_factor(user: User, person: User) -> bool:
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and same_county(user, person) and user.pk != person.pk


def grantable_roles(user: User, person: User) -> list[Role]:
    """The roles ``user`` may give to or take from ``person``, in the order of ``Role``. Never one's own."""
    if user.pk == person.pk or not same_county(user, person):
        return []
    if user.has_role(Role.SECURITY_ADMINISTRATOR):
        return list(Role)
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return [role for role in Role if role in BUSINESS_ROLES]
    return []


def may_grant(user: User, person: User, role: Role) -> bool:
    return role in grantable_roles(user, person)


def roles_conflict(held: set[str], role: str) -> bool:
    """Whether ``role`` beside ``held`` would break 三员分立."""
    if role in ADMINISTERING_ROLES:
        return bool(held)
    return bool(held & ADMINISTERING_ROLES)
