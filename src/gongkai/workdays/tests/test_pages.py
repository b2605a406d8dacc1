from datetime import date

import pytest

from gongkai.accounts.enums import Role
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.workdays.months import Cell, months_of
from gongkai.workdays.queries import load

NOTICE = "国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕9号\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。"


def test_a_year_is_shown_with_its_days_marked_in_words(client, lin):
    client.force_login(lin)
    page = client.get("/desk/calendar/2026/").content.decode()
    assert page.count("<b>休</b>") == 19
    assert page.count("<b>班</b>") == 6
    assert "还没有录入" not in page
    assert "粘贴年度通知" not in page


def test_an_unannounced_year_says_that_its_due_dates_are_provisional(client, lu):
    client.force_login(lu)
    page = client.get("/desk/calendar/2027/").content.decode()
    assert "2027年的放假安排还没有录入。" in page
    assert page.count("<b>休</b>") == len({date(2027, 1, 1), date(2027, 5, 1), date(2027, 5, 2)}) + 3
    assert [client.get(f"/desk/calendar/{year}/").status_code for year in (2003, 2101)] == [404, 404]


def test_a_month_is_weeks_of_seven_places():
    month, weeks = months_of(2026, {date(2026, 2, 28): (True, "春节调休")})[1]
    assert [month, len(weeks), weeks[0][:6], weeks[-1][5]] == [
        2,
        5,
        [None] * 6,
        Cell(date(2026, 2, 28), "班", "work", "春节调休"),
    ]


@pytest.mark.parametrize("page", ["day/", "notice/"])
def test_only_the_system_administrator_and_the_disclosure_office_change_the_calendar(
    client, office, chen, lu, page
):
    administrator = make_person("admin", "系统员", office, Role.SYSTEM_ADMINISTRATOR)
    answers = []
    for person in (chen, lu, administrator):
        client.force_login(person)
        answers.append(
            [
                client.get(f"/desk/calendar/{page}").status_code,
                client.post(f"/desk/calendar/{page}").status_code,
            ]
        )
    assert answers == [[403, 403], [200, 200], [200, 200]]


def test_a_notice_is_previewed_before_it_is_applied(client, lu):
    client.force_login(lu)
    preview = client.post("/desk/calendar/notice/", {"text": NOTICE}).content.decode()
    assert "2027年首次录入。改为上班1天：2027-10-01。" in preview
    assert "依据：国办发明电〔2026〕9号" in preview
    assert [2027 in load().announced_years, Event.objects.count()] == [False, 0]
    answer = client.post("/desk/calendar/notice/", {"text": NOTICE, "confirmed": "1"})
    assert [answer.status_code, answer.url, 2027 in load().announced_years] == [
        302,
        "/desk/calendar/2027/",
        True,
    ]
    assert Event.objects.get().actor == lu


def test_a_doubtful_notice_is_not_applied_even_when_confirmed(client, lu):
    client.force_login(lu)
    wrong = NOTICE.replace("周五", "周四")
    page = client.post("/desk/calendar/notice/", {"text": wrong, "confirmed": "1"}).content.decode()
    assert "元旦：2027年1月1日是周五，通知却写周四。" in page
    assert Event.objects.count() == 0


def test_one_day_is_changed_and_a_refusal_is_explained(client, lu):
    client.force_login(lu)
    answer = client.post("/desk/calendar/day/", {"day": "2026-06-22", "is_workday": "0", "note": "临时延长"})
    assert [answer.url, load().includes(date(2026, 6, 22))] == ["/desk/calendar/2026/", False]
    page = client.post("/desk/calendar/day/", {"day": "2027-06-22", "is_workday": "0", "note": "临时延长"})
    assert "2027年的放假安排还没有录入，不能单独修改其中一天。" in page.content.decode()
