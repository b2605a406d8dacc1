"""Lists that are narrowed to a span of days."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone


def between(rows: QuerySet, moment: str, since: date | None, until: date | None) -> QuerySet:
    """Those of ``rows`` whose field ``moment`` lies from the first to the last day, both included."""
    if since:
        rows = rows.filter(**{f"{moment}__gte": _midnight(since)})
    if until:
        rows = rows.filter(**{f"{moment}__lt": _midnight(until + timedelta(days=1))})
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
