from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from gongkai.common.errors import NotAllowed
from gongkai.history.models import Event
from gongkai.screening.assessment_views import assess_page
from gongkai.screening.assessments import CONTENT, make_assessment
from gongkai.screening.models import ImpactAssessment

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
SAID = {name: f"第{number}项的回答" for number, name in enumerate(CONTENT)}


def assess(agency, actor, key=1, content=SAID, now=NOW):
    return make_assessment(
        agency=agency,
        subject_key=f"publications.item:{key}",
        subject_label=f"第{key}条公示",
        content=content,
        actor=actor,
        now=now,
    )


def test_an_assessment_is_put_on_record_with_an_event(civil_affairs, chen):
    made = assess(civil_affairs, chen)
    event = Event.objects.get()
    assert {name: getattr(made, name) for name in CONTENT} == SAID
    assert (event.verb, event.subject_label, event.agency, event.data) == (
        "screening.assessed",
        "第1条公示的个人信息保护影响评估",
        civil_affairs,
        {},
    )


def test_only_a_clerk_of_the_office_makes_one(civil_affairs, education, chen, zhou, lin, lu):
    for agency, person in [
        (civil_affairs, zhou),
        (civil_affairs, lin),
        (civil_affairs, lu),
        (education, chen),
    ]:
        with pytest.raises(NotAllowed, match="信息员"):
            assess(agency, person)
    assert ImpactAssessment.objects.count() == 0


@pytest.mark.parametrize("name", CONTENT)
def test_a_question_left_open_keeps_it_from_being_saved(civil_affairs, chen, name):
    with pytest.raises(NotAllowed, match="还没有写，评估没有保存"):
        assess(civil_affairs, chen, content={**SAID, name: " "})


@pytest.mark.parametrize(
    "change", ["UPDATE screening_impactassessment SET risk = ''", "DELETE FROM screening_impactassessment"]
)
def test_the_database_refuses_to_change_or_delete_one(civil_affairs, chen, change):
    assess(civil_affairs, chen)
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(change)
    assert ImpactAssessment.objects.get().risk == SAID["risk"]


@pytest.fixture
def page(rf, civil_affairs, chen, county):
    """The page as the room that owns the subject calls it."""

    def call(data=None):
        request = rf.post("/", data) if data is not None else rf.get("/")
        request.user, request.county, request._messages = chen, county, Silent()
        return assess_page(
            request,
            agency=civil_affairs,
            subject_key="publications.item:1",
            subject_label="低保对象公示",
            back_url="/desk/items/1/",
        )

    return call


class Silent(list):
    def add(self, level, message, extra_tags=""):
        self.append(message)


def test_the_page_asks_every_question_with_a_hint(page):
    shown = page().content.decode()
    questions = ["处理目的", "公开依据", "公开哪些个人信息", "保护措施", "第五十五条", "低保对象公示"]
    assert [question in shown for question in questions] == [True] * len(questions)
    assert shown.count('class="hint" id="id_') == len(CONTENT)


def test_what_was_typed_is_saved_once_every_question_is_answered(page):
    refused = page({**SAID, "risk": ""}).content.decode()
    assert (ImpactAssessment.objects.count(), "第0项的回答" in refused) == (0, True)
    answer = page(SAID)
    made = ImpactAssessment.objects.get()
    assert answer.url == reverse("screening:assessment", args=[made.pk])
    assert "以前作过评估" in page().content.decode()


def test_the_list_is_filtered_by_office_and_year(client, civil_affairs, education, chen, lin, lu):
    last_year = datetime(2025, 12, 31, 15, 59, tzinfo=UTC)  # 23:59 in Beijing
    assess(civil_affairs, chen, 1, now=last_year)
    assess(civil_affairs, chen, 2)
    assess(education, lin, 3)
    client.force_login(lu)
    for query, labels in [
        ({}, ["第3条公示", "第2条公示", "第1条公示"]),
        ({"agency": education.pk}, ["第3条公示"]),
        ({"year": 2025}, ["第1条公示"]),
        ({"q": "第2条"}, ["第2条公示"]),
    ]:
        listing = client.get(reverse("screening:assessments"), query).context["listing"]
        assert (query, [row.subject_label for row in listing.found]) == (query, labels)


def test_another_office_knows_of_none(client, civil_affairs, chen, lin):
    made = assess(civil_affairs, chen)
    client.force_login(lin)
    listing = client.get(reverse("screening:assessments")).context["listing"]
    answer = client.get(reverse("screening:assessment", args=[made.pk]))
    assert (listing.total, answer.status_code) == (0, 404)


def test_one_is_shown_with_its_answers_and_the_others_of_the_subject(client, civil_affairs, chen):
    first, second = assess(civil_affairs, chen), assess(civil_affairs, chen)
    client.force_login(chen)
    shown = client.get(reverse("screening:assessment", args=[second.pk])).content.decode()
    assert [answer in shown for answer in SAID.values()] == [True] * len(SAID)
    assert reverse("screening:assessment", args=[first.pk]) in shown
    assert client.post(reverse("screening:assessment", args=[first.pk])).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_one_as_for_three(
    client, civil_affairs, chen, count, django_assert_num_queries
):
    for key in range(count):
        assess(civil_affairs, chen, key)
    client.force_login(chen)
    with django_assert_num_queries(9):
        client.get(reverse("screening:assessments"))
