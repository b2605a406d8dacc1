from datetime import date

import pytest

from gongkai.common.errors import NotAllowed
from gongkai.history.models import Event
from gongkai.workdays.actions import Changes, arrange_year, changes_of, set_day
from gongkai.workdays.arrangements import Day
from gongkai.workdays.calendar import Due
from gongkai.workdays.models import CalendarDay, CalendarYear
from gongkai.workdays.queries import load

NEW_YEAR_2027 = [
    Day(date(2027, 1, 1), False, "元旦"),
    Day(date(2027, 1, 4), False, "元旦"),
    Day(date(2027, 1, 9), True, "元旦调休"),
]


def test_an_announced_year_makes_its_due_dates_firm_and_says_what_moved(lu):
    assert load().due(date(2026, 12, 30), 3) == Due(date(2027, 1, 5), True)
    changes = arrange_year(year=2027, days=NEW_YEAR_2027, source="国办发明电〔2026〕9号", actor=lu)
    fixed = [date(2027, 10, 1), date(2027, 5, 3)]  # Friday; the two days of 劳动节 fall on a weekend
    assert changes == Changes(
        year=2027,
        newly_announced=True,
        becomes_rest=(date(2027, 1, 4),),
        becomes_work=(date(2027, 1, 9), fixed[0]),
        renamed=(),
    )
    assert load().due(date(2026, 12, 30), 3) == Due(date(2027, 1, 6), False)
    event = Event.objects.get()
    assert [event.verb, event.subject_id, event.actor, event.data] == [
        "calendar.year_arranged",
        "2027",
        lu,
        {
            "source": "国办发明电〔2026〕9号",
            "becomes_rest": ["2027-01-04"],
            "becomes_work": ["2027-01-09", "2027-10-01"],
        },
    ]


def test_the_same_arrangement_again_changes_nothing_and_leaves_no_event(lu):
    arrange_year(year=2027, days=NEW_YEAR_2027, source="通知", actor=lu)
    changes = arrange_year(year=2027, days=NEW_YEAR_2027, source="通知", actor=lu)
    assert [changes.is_empty, Event.objects.count()] == [True, 1]


def test_a_second_notice_replaces_the_year_and_keeps_its_neighbours(lu):
    arrange_year(year=2027, days=NEW_YEAR_2027, source="通知", actor=lu)
    second = [Day(date(2026, 12, 31), False, "元旦"), Day(date(2027, 1, 1), False, "新年")]
    assert changes_of(year=2027, days=second) == Changes(
        2027, False, (date(2026, 12, 31), date(2027, 1, 9)), (date(2027, 1, 4),), (date(2027, 1, 1),)
    )
    arrange_year(year=2027, days=second, source="第二次通知", actor=lu)
    assert list(CalendarDay.objects.filter(date__gte=date(2026, 10, 9)).values_list("date", "note")) == [
        (date(2026, 10, 10), "国庆节调休"),
        (date(2026, 12, 31), "元旦"),
        (date(2027, 1, 1), "新年"),
    ]
    assert CalendarYear.objects.get(pk=2027).source == "第二次通知"


@pytest.mark.parametrize(
    ("year", "days", "sentence"),
    [
        (1999, [], "年份1999不对。请填2004到2100之间的年份。"),
        (2027, [Day(date(2029, 1, 1), False)], "2029-01-01不属于2027年的安排。请核对年份。"),
        (2027, [Day(date(2027, 1, 2), False)], "2027-01-02与平常的一周没有不同，不必录入。请核对日期。"),
        (2027, [Day(date(2027, 1, 1), False)] * 2, "同一天写了两次。请每天只写一次。"),
    ],
)
def test_an_arrangement_that_cannot_be_is_refused(lu, year, days, sentence):
    with pytest.raises(NotAllowed) as refused:
        arrange_year(year=year, days=days, source="", actor=lu)
    assert [str(refused.value), Event.objects.count()] == [sentence, 0]


def test_one_day_is_corrected_by_hand(lu):
    # 2026-06-22 is the Monday after 端午节.
    day = date(2026, 6, 22)
    assert set_day(day=day, is_workday=False, note="临时延长", actor=lu)
    assert not load().includes(day)
    assert not set_day(day=day, is_workday=False, note="临时延长", actor=lu)
    assert set_day(day=day, is_workday=True, note="", actor=lu)
    assert load().includes(day)
    assert [event.data for event in Event.objects.all()] == [
        {"before": "上班", "after": "放假", "note": "临时延长"},
        {"before": "放假", "after": "上班", "note": ""},
    ]


def test_a_day_of_an_unannounced_year_waits_for_the_notice(lu):
    with pytest.raises(NotAllowed) as refused:
        set_day(day=date(2027, 6, 1), is_workday=False, note="", actor=lu)
    assert str(refused.value) == (
        "2027年的放假安排还没有录入，不能单独修改其中一天。请先粘贴国务院办公厅的通知。"
    )


def test_the_calendar_is_read_once_and_again_after_a_change(lu, django_assert_num_queries):
    load()
    with django_assert_num_queries(1):
        load()
    set_day(day=date(2026, 6, 22), is_workday=False, note="", actor=lu)
    with django_assert_num_queries(3):
        load()
