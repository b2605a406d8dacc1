from datetime import date

import pytest

from gongkai.sections.enums import UpdateRule
from gongkai.sections.freshness import Freshness, State, freshness, update_due_on, veto_findings

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("last_on", "expected"),
    [
        (date(2026, 3, 16), Freshness(State.FRESH, date(2026, 3, 30), 14)),
        (date(2026, 3, 6), Freshness(State.FRESH, date(2026, 3, 20), 4)),
        (date(2026, 3, 5), Freshness(State.SOON, date(2026, 3, 19), 3)),
        (date(2026, 3, 2), Freshness(State.SOON, date(2026, 3, 16), 0)),
        (date(2026, 3, 1), Freshness(State.OVERDUE, date(2026, 3, 15), -1)),
        (None, Freshness(State.EMPTY)),
    ],
)
def test_a_news_section_is_in_time_up_to_the_fourteenth_day(last_on, expected):
    assert freshness(UpdateRule.TWO_WEEKS, last_on, TODAY) == expected


@pytest.mark.parametrize(
    ("last_on", "expected"),
    [
        (date(2025, 9, 15), Freshness(State.OVERDUE, date(2026, 3, 15), -1)),
        (date(2025, 9, 16), Freshness(State.SOON, date(2026, 3, 16), 0)),
        (date(2025, 10, 15), Freshness(State.SOON, date(2026, 4, 15), 30)),
        (date(2025, 10, 16), Freshness(State.FRESH, date(2026, 4, 16), 31)),
        (None, Freshness(State.EMPTY)),
    ],
)
def test_a_notice_section_is_in_time_up_to_the_same_day_of_the_sixth_month(last_on, expected):
    assert freshness(UpdateRule.SIX_MONTHS, last_on, TODAY) == expected


@pytest.mark.parametrize(
    ("last_on", "due_on"),
    [
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2026, 8, 1), date(2027, 2, 1)),
    ],
)
def test_six_months_end_with_the_month_when_it_is_shorter(last_on, due_on):
    assert update_due_on(UpdateRule.SIX_MONTHS, last_on) == due_on


def test_a_section_without_a_rule_is_never_overdue_but_may_be_empty():
    assert freshness(UpdateRule.NONE, date(2019, 1, 1), TODAY) == Freshness(State.NOT_REQUIRED)
    assert freshness(UpdateRule.NONE, None, TODAY) == Freshness(State.EMPTY)


def test_what_a_state_says():
    assert [
        freshness(UpdateRule.TWO_WEEKS, day, TODAY).in_words
        for day in [date(2026, 2, 20), date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 15), None]
    ] == ["已超期10天", "今天到期", "还剩2天", "更新及时", "空栏目"]


@pytest.mark.parametrize(
    ("overdue", "empty", "findings"),
    [(4, 4, 0), (5, 4, 1), (4, 5, 1), (5, 5, 2), (10, 0, 1)],
)
def test_a_veto_is_found_at_its_limit_and_not_before(overdue, empty, findings):
    assert len(veto_findings(overdue, empty)) == findings
