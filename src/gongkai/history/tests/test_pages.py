import io
import zipfile

import pytest
from django.db import transaction
from django.template import Context, Template

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency, County
from gongkai.conftest import make_person
from gongkai.history.actions import Act, record_many

from .factories import make_events, triggers_lifted


@pytest.fixture
def auditor(office):
    return make_person("audit", "审计员", office, Role.AUDIT_ADMINISTRATOR)


def record_all(*acts):
    with transaction.atomic():
        return record_many(acts)


def listed(client, **query):
    return [event.sequence for event in client.get("/desk/history/", query).context["events"]]


def test_only_auditors_and_the_disclosure_office_read_the_history(client, county, auditor, lu, chen):
    answers = []
    for person in (auditor, lu, chen):
        client.force_login(person)
        answers.append(
            [client.get(f"/desk/history/{page}").status_code for page in ("", "export/", "verify/")]
        )
    client.logout()
    answers.append([client.get(f"/desk/history/{page}").status_code for page in ("", "export/", "verify/")])
    assert answers == [[200] * 3, [200, 200, 403], [403] * 3, [302] * 3]


def test_the_disclosure_office_reads_what_concerns_publishing_in_its_county(
    client, notices, auditor, lu, chen, civil_affairs
):
    elsewhere = Agency.objects.create(
        county=County.objects.create(name="另一县", short_name="另一县", site_name="另一县", domain="b.test"),
        name="另一县民政局",
        short_name="民政局",
        code="x",
    )
    record_all(
        Act(notices, "section.moved", chen, civil_affairs),
        Act(chen, "person.disabled", auditor, civil_affairs),
        Act(notices, "section.moved", None, elsewhere),
        Act(notices, "section.moved", None, None),
    )
    client.force_login(lu)
    assert listed(client) == [1]
    assert [client.get(f"/desk/history/{number}/").status_code for number in (1, 2, 3, 4)] == [
        200,
        404,
        404,
        404,
    ]
    client.force_login(auditor)
    assert listed(client) == [4, 2, 1]


def test_events_are_found_by_each_question(client, notices, county, auditor, chen, lu, civil_affairs):
    record_all(
        Act(notices, "section.moved", chen, civil_affairs),
        Act(county, "calendar.day_set", lu, None),
    )
    client.force_login(auditor)
    assert [
        listed(client, verb="calendar.day_set"),
        listed(client, subject_type="sections.section"),
        listed(client, subject="通知"),
        listed(client, person="陆"),
        listed(client, agency="民政局"),
        listed(client, since="2020-01-01"),
        listed(client, until="2020-01-01"),
        listed(client, since="昨天"),
    ] == [[2], [1], [1], [2], [1], [2, 1], [], []]


def test_older_events_follow_page_by_page(client, notices, auditor):
    record_all(*(Act(notices, "section.moved", auditor) for _ in range(51)))
    client.force_login(auditor)
    first = client.get("/desk/history/")
    assert [event.sequence for event in first.context["events"]] == list(range(51, 1, -1))
    assert listed(client, before="2") == [1]
    assert first.context["older"] == "before=2"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_one_and_for_many(
    client, notices, auditor, rows, django_assert_num_queries
):
    make_events(notices, rows, actor=auditor)
    client.force_login(auditor)
    client.get("/desk/history/")
    with django_assert_num_queries(6):
        client.get("/desk/history/")


def test_one_event_is_shown_in_words(client, notices, auditor):
    record_all(
        Act(notices, "calendar.day_set", auditor, None, {"reason": "<b>调整</b>", "fields": ["名称", "上级"]})
    )
    client.force_login(auditor)
    page = client.get("/desk/history/1/").content.decode()
    assert "第 1 条：修改工作日历" in page
    assert '<th scope="row">理由</th><td>&lt;b&gt;调整&lt;/b&gt;</td>' in page
    assert "<td>名称、上级</td>" in page


def test_the_export_is_a_workbook_without_formulas(client, notices, auditor):
    record_all(Act(notices, "section.moved", auditor, None, {"reason": "=1+1"}))
    client.force_login(auditor)
    answer = client.get("/desk/history/export/")
    sheet = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()
    assert [sheet.count("<row "), "<f>" in sheet, "理由：=1+1" in sheet] == [2, False, True]


def test_the_button_says_whether_the_chain_is_whole(client, notices, auditor):
    make_events(notices, 3)
    client.force_login(auditor)
    assert "全部 3 条操作记录完整" in client.get("/desk/history/verify/").content.decode()
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE history_event SET verb = 'section.opened' WHERE sequence = 2")
    assert (
        "操作记录不完整：第2条记录的内容与它的指纹不符。"
        in client.get("/desk/history/verify/").content.decode()
    )


def test_a_timeline_tells_a_records_events_in_words_with_one_query(
    notices, county, chen, django_assert_num_queries
):
    record_all(
        Act(notices, "calendar.day_set", chen, None, {"reason": "调整栏目"}),
        Act(county, "calendar.year_arranged"),
        Act(notices, "unheard.of"),
    )
    template = Template("{% load history %}{% timeline subject %}")
    with django_assert_num_queries(1):
        text = template.render(Context({"subject": notices}))
    words = [line.strip() for line in text.splitlines() if "<strong>" in line or "理由" in line]
    assert words == [
        "<strong>unheard.of</strong>",
        "<strong>修改工作日历</strong>",
        "<p>理由：调整栏目</p>",
    ]
    assert "小陈（示范县民政局）" in text
    assert "还没有办理记录。" in template.render(Context({"subject": chen}))
