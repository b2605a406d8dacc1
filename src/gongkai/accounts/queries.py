"""Reads of people and roles that several rooms share."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from gongkai.agencies.models import Agency, County

from .enums import Role
from .models import RoleAssignment, User
from .rules import may_see_everyone


def people_visible_to(user: User) -> QuerySet[User]:
    """Everybody of the county for those who keep people and powers; otherwise the people of one's own offices."""
    people = User.objects.filter(agency__county=user.agency.county_id)
    if may_see_everyone(user):
        return people
    offices = {user.agency_id} | {agency_id for _, agency_id in user.grants}
    at_offices = RoleAssignment.objects.filter(user=OuterRef("pk"), agency__in=offices, revoked_at=None)
    return people.filter(Q(agency__in=offices) | Exists(at_offices))


def people_with_role(agency: Agency, role: Role) -> QuerySet[User]:
    """Those who may act now as ``role`` at ``agency``: in force, active, and of an office that still exists."""
    in_force = RoleAssignment.objects.filter(user=OuterRef("pk"), agency=agency, role=role, revoked_at=None)
    return able_people().filter(Exists(in_force))


def able_people() -> QuerySet[User]:
    """People who can sign in at all."""
    return User.objects.filter(is_active=True, agency__closed_on=None)


def holders_in_county(county: County | int, role: Role) -> QuerySet[User]:
    """Those who may act now as a county-wide ``role`` in this county."""
    in_force = RoleAssignment.objects.filter(user=OuterRef("pk"), role=role, revoked_at=None)
    return able_people().filter(Exists(in_force), agency__county=county)


def roles_in_force() -> QuerySet[RoleAssignment]:
    return RoleAssignment.objects.filter(revoked_at=None).select_related("agency")


def listed(people: QuerySet[User]) -> QuerySet[User]:
    """``people`` with everything the list shows, in a fixed number of queries."""
    return (
        people.select_related("agency")
        .prefetch_related(Prefetch("assignments", roles_in_force(), to_attr="roles_in_force"))
        .annotate(has_second_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"))))
    )


def locked_usernames() -> set[str]:
    """User names that cannot sign in at the moment from one or another address (django-axes)."""
    since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    return set(
        AccessAttempt.objects.filter(
            failures_since_start__gte=settings.AXES_FAILURE_LIMIT, attempt_time__gte=since
        ).values_list("username", flat=True)
    )
