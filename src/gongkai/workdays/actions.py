"""Everything that changes the calendar. Each change leaves an event, and says which days it moved."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import record

from .arrangements import Day, differs_from_the_week
from .calendar import FIXED_HOLIDAYS
from .models import CalendarDay, CalendarVersion, CalendarYear

YEARS = range(2004, 2101)


@dataclass(frozen=True)
class Changes:
    """The days on which working and resting change, and whether the year is announced for the first time."""

    year: int
    newly_announced: bool
    becomes_rest: tuple[date, ...]
    becomes_work: tuple[date, ...]
    renamed: tuple[date, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.newly_announced or self.becomes_rest or self.becomes_work or self.renamed)


def changes_of(*, year: int, days: Iterable[Day]) -> Changes:
    """
    Return what ``arrange_year`` would change, for a preview.

    The year's own days are replaced as a whole. A notice may reach into a neighbouring year (元旦 from 31 December);
    such days are added and the rest of that year stays.
    """
    days = {day.date: day for day in days}
    newly_announced = not CalendarYear.objects.filter(year=year).exists()
    stored = {
        day.date: day
        for day in CalendarDay.objects.filter(date__year=year)
        | CalendarDay.objects.filter(date__in=list(days))
    }
    becomes_rest, becomes_work, renamed = [], [], []
    # Before the announcement the fixed holidays were reckoned as rest days without a row of their own.
    reckoned = {date(year, month, day) for month, day in FIXED_HOLIDAYS} if newly_announced else set()
    for day in sorted(days.keys() | stored.keys() | reckoned):
        works_then = _works(day, days.get(day), is_reckoned_rest=False)
        works_now = _works(day, stored.get(day), is_reckoned_rest=day in reckoned)
        if works_then != works_now:
            (becomes_work if works_then else becomes_rest).append(day)
        elif day in stored and day in days and stored[day].note != days[day].note:
            renamed.append(day)
    return Changes(year, newly_announced, tuple(becomes_rest), tuple(becomes_work), tuple(renamed))


def _works(day: date, row: Day | CalendarDay | None, *, is_reckoned_rest: bool) -> bool:
    if row is not None:
        return row.is_workday
    return day.weekday() < 5 and not is_reckoned_rest


@transaction.atomic
def arrange_year(*, year: int, days: Iterable[Day], source: str, actor: User | None) -> Changes:
    """
    Record the State Council's arrangement of ``year``, in place of any earlier one, and return what it changed.

    Provisional due dates that fall in the year become firm by this; nothing is recorded when nothing changes.
    Raises NotAllowed when a day does not differ from the plain week or lies outside the year and its neighbours.
    """
    days = list(days)
    _check(year, days)
    _lock()
    changes = changes_of(year=year, days=days)
    stored = CalendarYear.objects.filter(year=year).first()
    if changes.is_empty and stored.source == source:
        return changes
    year_row, _ = CalendarYear.objects.update_or_create(year=year, defaults={"source": source})
    CalendarDay.objects.filter(date__year=year).delete()
    CalendarDay.objects.filter(date__in=[day.date for day in days]).delete()
    CalendarDay.objects.bulk_create(
        CalendarDay(date=day.date, is_workday=day.is_workday, note=day.note) for day in days
    )
    _renew()
    record(
        year_row,
        "calendar.year_arranged",
        actor=actor,
        source=source,
        becomes_rest=changes.becomes_rest,
        becomes_work=changes.becomes_work,
    )
    return changes


@transaction.atomic
def set_day(*, day: date, is_workday: bool, note: str, actor: User) -> bool:
    """
    Say by hand that ``day`` is worked or off, and return whether that changed anything.

    For the rare correction after the notice, such as a holiday lengthened at short notice (2020年春节). Raises
    NotAllowed in a year that has not been announced, because its notice would replace the correction.
    """
    if not CalendarYear.objects.filter(year=day.year).exists():
        raise NotAllowed(
            f"{day.year}年的放假安排还没有录入，不能单独修改其中一天。请先粘贴国务院办公厅的通知。"
        )
    _lock()
    before = CalendarDay.objects.filter(date=day).first()
    note = note.strip()
    if _works(day, before, is_reckoned_rest=False) == is_workday and (before is None or before.note == note):
        return False
    subject = CalendarDay(date=day, is_workday=is_workday, note=note)
    if differs_from_the_week(day, is_workday):
        subject.save()
    else:
        CalendarDay.objects.filter(date=day).delete()
    _renew()
    record(
        subject,
        "calendar.day_set",
        actor=actor,
        before="上班" if _works(day, before, is_reckoned_rest=False) else "放假",
        after="上班" if is_workday else "放假",
        note=note,
    )
    return True


def _check(year: int, days: list[Day]) -> None:
    if year not in YEARS:
        raise NotAllowed(f"年份{year}不对。请填{YEARS.start}到{YEARS.stop - 1}之间的年份。")
    for day in days:
        if abs(day.date.year - year) > 1:
            raise NotAllowed(f"{day.date}不属于{year}年的安排。请核对年份。")
        if not differs_from_the_week(day.date, day.is_workday):
            raise NotAllowed(f"{day.date}与平常的一周没有不同，不必录入。请核对日期。")
    if len({day.date for day in days}) != len(days):
        raise NotAllowed("同一天写了两次。请每天只写一次。")


def _lock() -> None:
    """Let two people who change the calendar at once do so one after the other."""
    CalendarVersion.objects.select_for_update().get_or_create(pk=1)


def _renew() -> None:
    CalendarVersion.objects.filter(pk=1).update(token=uuid.uuid4())
