"""Who may read the history (三员分立: the audit administrator reads and cannot change; nobody can)."""

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User


def may_read_everything(user: User) -> bool:
    return user.has_role(Role.AUDIT_ADMINISTRATOR)


def may_read_history(user: User) -> bool:
    """The disclosure office reads what concerns publishing; the page shows it no more than that."""
    return may_read_everything(user) or user.has_role(Role.DISCLOSURE_OFFICE)
