from datetime import UTC, date, datetime

from django.urls import reverse

from gongkai.common.todo import TodoEntry, by_due
from gongkai.desk.overview import overview
from gongkai.sections.enums import UpdateRule
from gongkai.sections.models import Section
from gongkai.sections.tests.factories import grow

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)


def entry(title, due_on=None, since=None):
    return TodoEntry(title=title, url="/", kind_label="", agency="", due_on=due_on, since=since)


def test_what_is_due_comes_first_then_what_has_waited_longest():
    entries = [
        entry("没有日期"),
        entry("昨天来的", since=datetime(2026, 3, 15, tzinfo=UTC)),
        entry("后天到期", due_on=date(2026, 3, 18)),
        entry("上周来的", since=datetime(2026, 3, 9, tzinfo=UTC)),
        entry("明天到期", due_on=date(2026, 3, 17)),
    ]
    assert [one.title for one in by_due(entries)] == [
        "明天到期",
        "后天到期",
        "上周来的",
        "昨天来的",
        "没有日期",
    ]


def test_the_disclosure_office_sees_what_is_late_and_what_is_empty(county, lu):
    grow(county, lu, "late", "empty")
    Section.objects.filter(path="late").update(
        update_rule=UpdateRule.TWO_WEEKS, last_published_at=datetime(2026, 3, 1, 1, tzinfo=UTC)
    )
    said = [
        (group.title, [(one.title, one.state_label) for one in group.entries]) for group in overview(lu, NOW)
    ]
    assert said == [
        ("超过更新期限的栏目", [("栏目late", "已超期1天")]),
        ("空栏目", [("栏目empty", "空栏目")]),
        ("各单位正在审核", []),
    ]


def test_nobody_else_is_told_about_the_whole_county(county, lu, chen):
    grow(county, lu, "empty")
    assert overview(chen, NOW) == []


def test_a_clerk_without_work_reads_where_to_begin(client, chen):
    client.force_login(chen)
    page = client.get(reverse("desk:todo")).content.decode()
    assert ("现在没有等您办的事。" in page, "点“新起草”" in page) == (True, True)


def test_a_person_without_a_role_is_told_whom_to_ask(client, chen):
    chen.assignments.all().delete()
    client.force_login(chen)
    assert "您还没有在任何单位担任角色" in client.get(reverse("desk:todo")).content.decode()


def test_a_stranger_is_asked_to_sign_in(client, county):
    response = client.get(reverse("desk:todo"))
    assert (response.status_code, response.url) == (302, "/accounts/login/?next=/desk/")
