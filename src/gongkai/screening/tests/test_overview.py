import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from gongkai.files.actions import store
from gongkai.screening.actions import write_screening
from gongkai.screening.enums import AnswerChoice, FileState, KeepReason, Kind
from gongkai.screening.findings import Finding, Passage, Place
from gongkai.screening.groups import group
from gongkai.screening.models import FileCheck, Screening
from gongkai.screening.recording import rows_of

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
PERIOD = {"since": "2026-01-01", "until": "2026-03-31"}
TEXT = "联系人手机13912345678，身份证号11010519491231002X。"
VALUES = {Kind.MOBILE: "13912345678", Kind.ID_NUMBER: "11010519491231002X"}


def submitted(agency, number, answers, now=NOW):
    """A record of a submission in which each kind of ``answers`` was found and so answered."""
    findings = [
        Finding(kind, 0, TEXT.index(VALUES[kind]), TEXT.index(VALUES[kind]) + len(VALUES[kind]), VALUES[kind])
        for kind in answers
    ]
    groups = group("text", "文字", rows_of(findings, [Passage(TEXT, Place(paragraph=1))]), {})
    for each in groups:
        each.choice, each.reason = answers[each.kind]
    return write_screening(
        agency=agency,
        subject_key=f"publications.item:{number}",
        subject_label=f"第{number}条信息",
        content_hash=f"{number:064d}",
        groups=groups,
        now=now,
    )


MASKED = (AnswerChoice.MASK, "")
OFFICE = (AnswerChoice.KEEP, KeepReason.OFFICE_CONTACT)


@pytest.fixture
def records(civil_affairs, education, qin):
    first = submitted(civil_affairs, 1, {Kind.MOBILE: OFFICE, Kind.ID_NUMBER: MASKED})
    first.lines.filter(kind=Kind.MOBILE).update(confirmed_by=qin, confirmed_at=NOW)
    return [
        first,
        submitted(civil_affairs, 2, {Kind.MOBILE: OFFICE}),
        submitted(education, 3, {Kind.MOBILE: MASKED}),
        submitted(education, 4, {}),
        submitted(education, 5, {Kind.MOBILE: MASKED}, datetime(2025, 12, 31, 15, tzinfo=UTC)),
    ]


def overview(client, person, **query):
    client.force_login(person)
    return client.get(reverse("screening:overview"), {**PERIOD, **query})


def test_the_period_is_told_by_kind_and_office_and_by_what_was_done(client, lu, records):
    context = overview(client, lu).context
    table = context["table"]
    assert [
        (row["name"], [count for _, count, _ in row["cells"]], row["total"]) for row in table["rows"]
    ] == [
        ("县民政局", [1, 2], 2),
        ("县教育局", [0, 1], 1),
    ]
    assert (table["kinds"], [count for _, count, _ in table["sums"]], table["total"]) == (
        ["身份证号", "手机号"],
        [1, 3],
        3,
    )
    assert [count for count, _, _ in context["tiles"]] == [4, 3, 2, 1]
    [(kept, _)] = context["kept"]
    assert (kept.label, kept.records, kept.findings, kept.confirmed, kept.unconfirmed) == (
        "办公电话、公务邮箱",
        2,
        2,
        1,
        1,
    )


def test_every_number_is_as_long_as_the_list_behind_it(client, lu, records):
    context = overview(client, lu).context
    table = context["table"]
    links = {url: count for count, _, url in context["tiles"]}
    links |= {url: row.records for row, url in context["kept"]}
    links |= {url: count for row in table["rows"] for _, count, url in row["cells"]}
    links |= {row["url"]: row["total"] for row in table["rows"]}
    links |= {url: count for _, count, url in table["sums"]} | {table["url"]: table["total"]}
    assert {url: client.get(url).context["listing"].total for url in links} == links


def test_an_office_sees_its_own_and_no_files_of_others(client, chen, records):
    context = overview(client, chen).context
    assert [row["name"] for row in context["table"]["rows"]] == ["县民政局"]
    assert (context["files"], client.get(reverse("screening:files")).status_code) == ([], 403)
    other = Screening.objects.get(subject_label="第3条信息")
    assert client.get(reverse("screening:record", args=[other.pk])).status_code == 404


def test_a_record_says_who_decided_what_and_who_confirmed_it(client, chen, records):
    client.force_login(chen)
    page = client.get(reverse("screening:record", args=[records[0].pk])).content.decode()
    for words in (
        "<strong>保留</strong>：办公电话",
        "保密审查员小秦已于",
        "<strong>已遮盖</strong>",
        "139****5678",
    ):
        assert words in page
    assert [value in page for value in VALUES.values()] == [False, False]


def test_files_that_wait_or_cannot_be_used_are_counted_and_listed(client, lu, county):
    for number, state in enumerate([FileState.WAITING, FileState.REFUSED, FileState.REFUSED, FileState.DONE]):
        FileCheck.objects.create(
            file=store(f"文件{number}".encode(), name="a.txt"),
            county=county,
            state=state,
            reason="打不开，请另存。" if state == FileState.REFUSED else "",
            done_at=None if state == FileState.WAITING else NOW,
        )
    files = overview(client, lu).context["files"]
    assert [count for count, _, _ in files] == [1, 2]
    assert [client.get(url).context["listing"].total for _, _, url in files] == [1, 2]


def test_the_period_is_this_year_unless_two_days_are_given_in_order(client, lu, county):
    client.force_login(lu)
    assert client.get(reverse("screening:overview")).status_code == 200
    page = overview(client, lu, since="2026-04-01").content.decode()
    assert "开始日期在结束日期后面，请改过来。" in page


def test_both_tables_go_into_a_file(client, lu, records):
    book = zipfile.ZipFile(io.BytesIO(overview(client, lu, export="xlsx").content))
    text = "".join(book.read(name).decode() for name in book.namelist())
    words = ["县教育局", "身份证号", "合计", "办公电话、公务邮箱", "2026-01-01至2026-03-31"]
    assert [word in text for word in words] == [True] * len(words)


def test_the_file_of_records_holds_the_lines_that_were_asked_for(client, lu, records):
    client.force_login(lu)
    answer = client.get(reverse("screening:records"), {"kind": "id_number", "export": "xlsx"})
    book = zipfile.ZipFile(io.BytesIO(answer.content))
    text = "".join(book.read(name).decode() for name in book.namelist())
    assert ("110105********002X" in text, "139****5678" in text) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_pages_take_as_many_queries_for_one_record_as_for_three(
    client, lu, civil_affairs, count, django_assert_num_queries
):
    for number in range(count):
        submitted(civil_affairs, number, {Kind.MOBILE: OFFICE})
    client.force_login(lu)
    with django_assert_num_queries(15):
        client.get(reverse("screening:overview"), PERIOD)
    with django_assert_num_queries(9):
        client.get(reverse("screening:records"))
