"""Reads of the history that the desks share."""

from django.db.models import Model, Q, QuerySet

from gongkai.accounts.models import User

from .models import Event
from .rules import may_read_everything, may_read_history

# What the disclosure office supervises: the publishing of information, not the keeping of accounts.
PUBLICATION_ROOMS = ("publications.", "review.", "screening.", "sections.")


def events_of(subject: Model) -> QuerySet[Event]:
    """Every event of one record, oldest first."""
    return Event.objects.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))


def visible_to(user: User) -> QuerySet[Event]:
    """
    The events ``user`` may read: those of their own county, newest first.

    An event belongs to the county of the office it concerns, else to that of the person who acted; what the
    system did by itself, for no office, is shown to every audit administrator.
    """
    if not may_read_history(user):
        return Event.objects.none()
    county = user.agency.county_id
    ours = Q(agency__county=county) | Q(agency=None, actor__agency__county=county)
    if may_read_everything(user):
        return Event.objects.filter(ours | Q(agency=None, actor=None)).order_by("-sequence")
    rooms = Q()
    for room in PUBLICATION_ROOMS:
        rooms |= Q(subject_type__startswith=room)
    return Event.objects.filter(ours & rooms).order_by("-sequence")
