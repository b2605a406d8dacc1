"""A year laid out as twelve months of weeks, for the page."""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """One day as the page shows it: ``mark`` is 休, 班 or nothing, and says in a word what the colour says."""

    day: date
    mark: str
    kind: str
    note: str


def months_of(
    year: int, differing: dict[date, tuple[bool, str]]
) -> list[tuple[int, list[list[Cell | None]]]]:
    """Return (month, weeks) pairs; a week has seven places, None outside the month. Weeks begin on Monday."""
    return [
        (
            month,
            [
                [_cell(day, differing) if day.month == month else None for day in week]
                for week in calendar.Calendar().monthdatescalendar(year, month)
            ],
        )
        for month in range(1, 13)
    ]


def _cell(day: date, differing: dict[date, tuple[bool, str]]) -> Cell:
    if day in differing:
        is_workday, note = differing[day]
        return Cell(day, "班" if is_workday else "休", "work" if is_workday else "rest", note)
    return Cell(day, "", "weekend" if day.weekday() >= 5 else "", "")
