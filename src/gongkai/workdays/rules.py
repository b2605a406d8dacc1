"""Who may change the calendar. Everybody at the desk may look at it: their deadlines follow from it."""

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User


def may_arrange(user: User) -> bool:
    return user.has_role(Role.SYSTEM_ADMINISTRATOR) or user.has_role(Role.DISCLOSURE_OFFICE)
