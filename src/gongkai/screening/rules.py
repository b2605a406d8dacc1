"""Who may keep the word lists, look back over what is public, and see what was found."""

from django.db.models import QuerySet

from gongkai.accounts.enums import REVIEWING_ROLES, Role
from gongkai.accounts.models import User

from .models import ImpactAssessment, Screening

OFFICE_ROLES = frozenset({Role.CLERK}) | REVIEWING_ROLES


def may_see_lists(user: User) -> bool:
    """Everybody who writes or reviews may read the lists: a clerk wants to know why a word was marked."""
    return user.has_role(Role.DISCLOSURE_OFFICE) or bool(user.agencies_with(*OFFICE_ROLES))


def may_keep_lists(user: User) -> bool:
    return user.has_role(Role.DISCLOSURE_OFFICE)


def may_look_back(user: User) -> bool:
    """回头看 concerns the whole county and is started by the disclosure office."""
    return user.has_role(Role.DISCLOSURE_OFFICE)


def may_keep_keys(user: User) -> bool:
    """Keys for other programs are the system administrator's business, as accounts are."""
    return user.has_role(Role.SYSTEM_ADMINISTRATOR)


def screenings_visible_to(user: User) -> QuerySet[Screening]:
    """Records of the offices a person works for; all of the county for the disclosure office."""
    rows = Screening.objects.filter(county_id=user.agency.county_id)
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return rows
    return rows.filter(agency__in=user.agencies_with(*OFFICE_ROLES))


def may_settle(user: User, screening: Screening) -> bool:
    """Whether a person may say what became of a look-back finding: the office's clerk or the disclosure office."""
    return user.has_role(Role.DISCLOSURE_OFFICE) or user.has_role(Role.CLERK, screening.agency_id)


def may_take_on(user: User, screening: Screening) -> bool:
    """Whether a person may give an old file nobody here can read to the public: the disclosure office of the county."""
    return user.has_role(Role.DISCLOSURE_OFFICE) and user.agency.county_id == screening.county_id


def assessments_visible_to(user: User) -> QuerySet[ImpactAssessment]:
    rows = ImpactAssessment.objects.filter(agency__county=user.agency.county_id)
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return rows
    return rows.filter(agency__in=user.agencies_with(*OFFICE_ROLES))
