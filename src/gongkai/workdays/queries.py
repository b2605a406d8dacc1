"""Reads of the calendar that every clock shares."""

from django.db import models

from .calendar import Workdays
from .models import CalendarDay, CalendarVersion, CalendarYear

_loaded: dict[str, tuple[object, Workdays]] = {}  # database name → (token, calendar)


def load() -> Workdays:
    """
    Return the calendar as it is now.

    It is kept per process; one small query asks whether somebody has changed it since. The token is random, so
    that a change rolled back and another committed can never look alike.
    """
    name = CalendarVersion.objects.db
    token = CalendarVersion.objects.filter(pk=1).values_list("token", flat=True).first()
    if token is None:
        return _read()
    if _loaded.get(name, (None,))[0] != token:
        _loaded[name] = (token, _read())
    return _loaded[name][1]


def _read() -> Workdays:
    days = dict(CalendarDay.objects.values_list("date", "is_workday"))
    return Workdays(
        holidays=frozenset(day for day, is_workday in days.items() if not is_workday),
        makeup_days=frozenset(day for day, is_workday in days.items() if is_workday),
        announced_years=frozenset(CalendarYear.objects.values_list("year", flat=True)),
    )


def days_of(year: int) -> models.QuerySet[CalendarDay]:
    return CalendarDay.objects.filter(date__year=year)
