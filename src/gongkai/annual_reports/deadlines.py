"""
When reports are due (《条例》第49条, 国办公开办函〔2021〕30号第二部分). Pure.

These are calendar dates: they stand also when they fall on a rest day (domain_rules 13.12).
"""

from datetime import date

from gongkai.agencies.enums import Level

from .enums import Scope

OWN_LAST_DAY = (1, 31)
SUMMARY_LAST_DAY = {Level.COUNTY: (2, 20), Level.CITY: (3, 10), Level.PROVINCE: (3, 31)}
STATUTORY_LAST_DAY = (3, 31)  # 《条例》第49条: no government may publish later


def due_on(year: int, scope: str, level: str = Level.COUNTY) -> date:
    """Return the last day for the report on ``year``: of an office, or the summary of a government of ``level``."""
    last = OWN_LAST_DAY if scope == Scope.OWN else SUMMARY_LAST_DAY[Level(level)]
    return date(year + 1, *last)


def statutory_limit(year: int) -> date:
    return date(year + 1, *STATUTORY_LAST_DAY)


def days_late(due: date, done_on: date | None, today: date) -> int:
    """Return how many days after ``due`` it was done, or is still not done; 0 when in time."""
    return max(0, ((done_on or today) - due).days)
