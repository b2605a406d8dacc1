import random
from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.workdays.calendar import Due, Workdays
from gongkai.workdays.queries import load

# domain_rules.md 11: receipt → 7th, 15th, 20th, 40th working day after it.
VECTORS = """
2022-01-17 2022-01-26 2022-02-10 2022-02-17 2022-03-17
2022-01-29 2022-02-14 2022-02-24 2022-03-03 2022-03-31
2022-03-01 2022-03-10 2022-03-22 2022-03-29 2022-04-26
2022-09-29 2022-10-13 2022-10-25 2022-11-01 2022-11-29
2022-12-20 2022-12-29 2023-01-11 2023-01-18 2023-02-20
2023-09-15 2023-09-26 2023-10-12 2023-10-19 2023-11-16
2024-09-30 2024-10-15 2024-10-25 2024-11-01 2024-11-29
2025-01-13 2025-01-22 2025-02-08 2025-02-14 2025-03-14
2025-09-26 2025-10-13 2025-10-23 2025-10-30 2025-11-27
2026-02-06 2026-02-24 2026-03-05 2026-03-12 2026-04-10
""".split("\n")[1:-1]

days = st.dates(date(2003, 1, 1), date(2030, 12, 31))
some_days = st.frozensets(st.dates(date(2024, 1, 1), date(2024, 12, 31)), max_size=40)
calendars = st.builds(Workdays, some_days, some_days, st.just(frozenset({2024})))
days_of_2024 = st.dates(date(2023, 12, 1), date(2025, 1, 31))


@pytest.mark.parametrize("vector", VECTORS)
def test_due_dates_are_those_counted_by_hand(db, vector):
    receipt, *expected = [date.fromisoformat(day) for day in vector.split()]
    calendar = load()
    assert [calendar.due(receipt, count) for count in (7, 15, 20, 40)] == [
        Due(day, False) for day in expected
    ]


def test_counting_from_a_rest_day_begins_with_the_next_working_day(db):
    # chinesecalendar's find_workday is one day late here.
    assert load().due(date(2024, 2, 10), 20) == Due(date(2024, 3, 14), False)


def test_a_due_date_in_an_unannounced_year_is_provisional(db):
    calendar = load()
    received_on = date(2026, 12, 15)
    assert calendar.due(received_on, 7) == Due(date(2026, 12, 24), False)
    # 2027-01-01 is a Friday and a fixed holiday; the swaps of days are not known yet.
    assert [calendar.due(received_on, count) for count in (15, 20, 40)] == [
        Due(date(2027, 1, 6), True),
        Due(date(2027, 1, 13), True),
        Due(date(2027, 2, 10), True),
    ]


def test_only_the_days_that_count_make_a_due_date_provisional():
    calendar = Workdays(announced_years=frozenset({2027}))
    assert calendar.due(date(2026, 12, 31), 1) == Due(date(2027, 1, 1), False)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 8), True),  # an ordinary Thursday
        (date(2026, 10, 6), False),  # a holiday
        (date(2026, 10, 10), True),  # a make-up Saturday
        (date(2026, 10, 11), False),  # an ordinary Sunday
        (date(2031, 5, 2), False),  # a fixed holiday of a year not announced
        (date(2031, 5, 5), True),  # what it will be is not known
    ],
)
def test_a_day_is_worked_or_not(db, day, works):
    assert load().includes(day) is works


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        Workdays().after(date(2026, 1, 1), -1)


@given(calendars, days_of_2024, days_of_2024, days_of_2024)
def test_working_days_of_a_stretch_are_those_of_its_parts(calendar, a, x, b):
    assert calendar.between(a, b) == calendar.between(a, x) + calendar.between(x, b)


@given(calendars, days_of_2024, st.integers(1, 60))
def test_the_nth_day_after_is_worked_and_n_days_away(calendar, start, count):
    end = calendar.after(start, count)
    assert [calendar.includes(end), calendar.between(start, end)] == [True, count]


@given(calendars, days_of_2024, st.integers(0, 30), st.integers(0, 30))
def test_counting_on_from_a_counted_day_is_counting_at_once(calendar, start, first, second):
    assert calendar.after(calendar.after(start, first), second) == calendar.after(start, first + second)


def test_ten_thousand_random_cases_agree_with_a_brute_force_counter(db):
    calendar = load()
    first = date(2004, 1, 1)
    every_day = [first + timedelta(days=n) for n in range((date(2026, 12, 31) - first).days + 1)]
    worked = [chinese_calendar.is_workday(day) for day in every_day]
    numbers = random.Random(711)
    differences = []
    for _ in range(10_000):
        start = numbers.randrange(len(every_day) - 120)
        count = numbers.randrange(1, 61)
        position, left = start, count
        while left:
            position += 1
            left -= worked[position]
        if calendar.due(every_day[start], count) != Due(every_day[position], False):
            differences.append((every_day[start], count))
    assert differences == []
