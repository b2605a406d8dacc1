"""
Working days as arithmetic: pure functions of dates, no database, no clock.

工作日 leaves out Saturdays, Sundays and legal holidays and takes in make-up workdays (《行政许可法》第82条; 《全国年节及
纪念日放假办法》). The day something is received does not count; the next working day is day 1.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

# The holidays that fall on the same solar date each year (《全国年节及纪念日放假办法》2024年修订, 第二条). The lunar ones and
# every swap of days wait for the yearly notice.
FIXED_HOLIDAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """A due date; ``provisional`` when a year on the way to it has not been announced and it may yet move."""

    on: date
    provisional: bool


@dataclass(frozen=True)
class Workdays:
    """Working days as the State Council announces them each year."""

    holidays: frozenset[date] = field(default_factory=frozenset)  # 放假
    makeup_days: frozenset[date] = field(default_factory=frozenset)  # 调休上班，多在周末
    announced_years: frozenset[int] = field(default_factory=frozenset)

    def includes(self, day: date) -> bool:
        if day in self.makeup_days:
            return True
        if day.weekday() >= 5 or day in self.holidays:
            return False
        return day.year in self.announced_years or (day.month, day.day) not in FIXED_HOLIDAYS

    def after(self, start: date, count: int) -> date:
        """Return the ``count``-th working day after ``start``, not counting ``start`` (which may be a rest day)."""
        if count < 0:
            raise ValueError("count must not be negative")
        day = start
        while count:
            day += ONE_DAY
            count -= self.includes(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie after ``start`` up to and including ``end``; negative if end comes first."""
        if end < start:
            return -self.between(end, start)
        return sum(self.includes(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def due(self, start: date, count: int) -> Due:
        """Return the ``count``-th working day after ``start``, and whether an unannounced year may still move it."""
        on = self.after(start, count)
        years = range((start + ONE_DAY).year, on.year + 1)
        return Due(on, provisional=any(year not in self.announced_years for year in years))
