"""
When reports are due (《条例》第49条, 国办公开办函〔2021〕30号第二部分). Pure.

These are calendar dates: they stand also when they fall on a rest day (domain_rules 13.12).
"""

from datetime import date

from .enums import Scope

LAST_DAY = {Scope.OWN: (1, 31), Scope.SUMMARY: (2, 20)}
STATUTORY_LAST_DAY = (3, 31)  # 《条例》第49条: no government may publish later


def due_on(year: int, scope: str) -> date:
    """Return the last day for the report on ``year``: offices 31 January, the county's summary 20 February."""
    return date(year + 1, *LAST_DAY[Scope(scope)])


def statutory_limit(year: int) -> date:
    return date(year + 1, *STATUTORY_LAST_DAY)


def days_late(year: int, scope: str, done_on: date | None, today: date) -> int:
    """Return how many days after the last day it was done, or is still not done; 0 when in time."""
    return max(0, ((done_on or today) - due_on(year, scope)).days)
