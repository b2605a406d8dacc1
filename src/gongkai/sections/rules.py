"""Who may shape the tree of sections, the topics and the review chains."""

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import County


def may_manage(user: User, county: County) -> bool:
    """Section administrators and the disclosure office shape the sections of their own county, nobody else."""
    return user.agency.county_id == county.pk and (
        user.has_role(Role.SECTION_ADMINISTRATOR) or user.has_role(Role.DISCLOSURE_OFFICE)
    )


def may_see_tree(user: User) -> bool:
    """Everybody with a role at the desk may look: a clerk must find where her item belongs."""
    return bool(user.grants)
