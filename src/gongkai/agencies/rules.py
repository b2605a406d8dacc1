"""Who may change agencies and the county's settings."""

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User

from .models import Agency, County


def may_keep_agencies(user: User) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE) or user.has_role(Role.SYSTEM_ADMINISTRATOR)


def may_add_agency(user: User, county: County) -> bool:
    return may_keep_agencies(user) and user.agency.county_id == county.pk


def may_change_agency(user: User, agency: Agency) -> bool:
    return may_keep_agencies(user) and user.agency.county_id == agency.county_id


def may_change_county(user: User, county: County) -> bool:
    return may_keep_agencies(user) and user.agency.county_id == county.pk


def may_set_second_factor_policy(user: User, county: County) -> bool:
    return user.has_role(Role.SECURITY_ADMINISTRATOR) and user.agency.county_id == county.pk
