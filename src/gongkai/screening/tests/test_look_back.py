import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.conftest import make_person
from gongkai.files.actions import store
from gongkai.files.queries import path_of
from gongkai.history.models import Event
from gongkai.screening import look_back, sandbox
from gongkai.screening.antivirus import AntivirusDown
from gongkai.screening.enums import AnswerChoice, FileState, KeepReason, Kind
from gongkai.screening.findings import Finding, Passage
from gongkai.screening.models import Answer, CleanCopy, FileCheck, LookBack, Screening, ScreeningLine
from gongkai.screening.queries import public_file
from gongkai.screening.record_queries import table_of, todo, unsettled
from gongkai.screening.recording import rows_of

from . import public_things
from .public_things import put

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
MOBILE = "联系人手机13912345678，请尽快联系。"
CLEAN = "今年的工作已经完成。"


@pytest.fixture(autouse=True)
def source(settings):
    settings.SCREENING_SOURCES = [public_things.PATH]
    public_things.HELD.clear()
    yield
    public_things.HELD.clear()


def run(county, actor) -> LookBack:
    """A whole run, in as many turns as it takes."""
    made = look_back.start(county=county, actor=actor, now=NOW)
    for _ in range(20):
        look_back.sweep()
    made.refresh_from_db()
    return made


def kinds(screening) -> list[tuple[str, str, int]]:
    return [(line.container, line.kind, line.count) for line in screening.lines.all()]


def test_what_must_be_dealt_with_is_put_on_record_and_the_rest_is_not(county, civil_affairs, education, lu):
    put(civil_affairs, 1, MOBILE)
    put(education, 2, CLEAN)
    made = run(county, lu)
    found = made.screenings.get()
    assert (made.done, made.total, made.finished_at is not None) == (2, 2, True)
    assert (found.agency, found.subject_label, kinds(found)) == (
        civil_affairs,
        "第1条信息",
        [("text", "mobile", 1)],
    )
    sample = found.lines.get().samples[0]
    assert (sample["place"], sample["shown"]) == ("正文，第1段", "139****5678")
    assert [event.verb for event in Event.objects.all()] == [
        "screening.look_back_started",
        "screening.look_back_finished",
    ]


def test_a_run_that_was_killed_goes_on_where_it_was_and_records_nothing_twice(
    county, civil_affairs, lu, monkeypatch
):
    for key in range(1, 8):
        put(civil_affairs, key, MOBILE)
    monkeypatch.setattr(look_back, "WRITE_EVERY", 0)
    look = look_back.groups_of

    def dies_at_the_fourth(subject, *arguments):
        if subject.key == 4:
            raise KeyboardInterrupt
        return look(subject, *arguments)

    made = look_back.start(county=county, actor=lu, now=NOW)
    monkeypatch.setattr(look_back, "groups_of", dies_at_the_fourth)
    with pytest.raises(KeyboardInterrupt):
        look_back.sweep()
    made.refresh_from_db()
    assert (made.done, made.last_key, made.screenings.count()) == (3, 3, 3)
    monkeypatch.setattr(look_back, "groups_of", look)
    for _ in range(4):
        look_back.sweep()
    made.refresh_from_db()
    assert made.finished_at is not None
    assert sorted(made.screenings.values_list("subject_key", flat=True)) == [
        f"publications.item:{key}" for key in range(1, 8)
    ]


def test_a_worker_that_was_overtaken_writes_nothing(county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    look_back.start(county=county, actor=lu, now=NOW)
    slow = LookBack.objects.select_related("county").get()
    look_back.sweep()
    look_back._stretch(slow)
    assert Screening.objects.count() == 1


def test_a_run_goes_in_stretches_and_through_every_source(county, civil_affairs, lu, settings, monkeypatch):
    settings.SCREENING_SOURCES = [public_things.PATH, public_things.PATH]
    monkeypatch.setattr(look_back, "STRETCH", 2)
    for key in range(1, 6):
        put(civil_affairs, key, CLEAN)
    made = run(county, lu)
    assert (made.done, made.total) == (10, 10)


def test_what_was_kept_with_a_reason_is_not_asked_about_again(county, civil_affairs, chen, lu):
    subject = put(civil_affairs, 1, MOBILE)
    value = Finding(Kind.MOBILE, 0, 5, 16, "13912345678")
    [row] = rows_of([value], [Passage(MOBILE)])
    Answer.objects.create(
        subject_key=subject.subject_key,
        kind=Kind.MOBILE,
        fingerprint=row["fingerprint"],
        choice=AnswerChoice.KEEP,
        reason=KeepReason.OFFICE_CONTACT,
        answered_by=chen,
    )
    assert run(county, lu).screenings.count() == 0


def test_what_was_settled_and_has_not_changed_stays_settled(county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    put(civil_affairs, 2, MOBILE)
    first = run(county, lu)
    look_back.settle(
        screening_ids=first.screenings.values_list("pk", flat=True), note="已经核对", actor=lu, now=NOW
    )
    put(civil_affairs, 2, MOBILE, content_hash="b" * 64)
    second = run(county, lu)
    said = {row.subject_label: row.settled_note for row in second.screenings.all()}
    assert said == {"第1条信息": "已经核对", "第2条信息": ""}
    assert [row.look_back for row in unsettled(lu)] == [second]


def test_a_file_that_cannot_be_looked_at_is_a_finding_and_stops_nothing(county, civil_affairs, lu):
    good = store(MOBILE.encode(), name="a.txt")
    gone = store("另一个文件".encode(), name="b.txt")
    path_of(gone).unlink()
    refused = store("第三个文件".encode(), name="c.txt")
    FileCheck.objects.create(
        file=refused,
        county=county,
        state=FileState.REFUSED,
        reason="读不出来，请另存。",
        done_at=NOW,
        rules="1",
    )
    put(civil_affairs, 1, CLEAN, files=[good])
    put(civil_affairs, 2, CLEAN, files=[gone])
    put(civil_affairs, 3, CLEAN, files=[refused])
    made = run(county, lu)
    assert made.finished_at is not None
    must = ScreeningLine.objects.filter(level="must")
    assert [(line.screening.subject_key[-1], line.container, line.kind) for line in must] == [
        ("1", f"f{good.pk}", "mobile"),
        ("2", f"f{gone.pk}", "unread_part"),
        ("3", f"f{refused.pk}", "unread_part"),
    ]
    reason = must.last().samples[0]["note"]
    assert reason == "读不出来，请另存。"


@pytest.mark.parametrize(("is_served", "found"), [(True, ["hidden_sheet", "metadata"]), (False, [])])
def test_what_is_hidden_in_a_file_counts_when_the_public_is_given_that_very_file(
    county, civil_affairs, lu, is_served, found
):
    stored = store("公开的表格".encode(), name="a.txt")
    hidden = [
        {"kind": kind, "place": {}, "what": "工作表“底册”", "removable": True}
        for kind in ("hidden_sheet", "metadata")
    ]
    FileCheck.objects.create(
        file=stored, county=county, state=FileState.DONE, hidden=hidden, done_at=NOW, rules="1"
    )
    if is_served:
        CleanCopy.objects.create(
            original=stored, recipe_hash="a" * 64, state=FileState.DONE, file=stored, done_at=NOW
        )
    put(civil_affairs, 1, CLEAN, files=[stored])
    made = run(county, lu)
    lines = ScreeningLine.objects.filter(screening__look_back=made).exclude(container="text")
    assert [(line.kind, line.level) for line in lines] == list(zip(found, ["must", "advice"], strict=False))


def test_a_run_waits_for_the_scanner_instead_of_passing_files_by(county, civil_affairs, lu, monkeypatch):
    put(civil_affairs, 1, CLEAN, files=[store(CLEAN.encode(), name="a.txt")])
    made = look_back.start(county=county, actor=lu, now=NOW)

    def down(*arguments, **options):
        raise AntivirusDown("没有应答")

    monkeypatch.setattr(sandbox, "inspect", down)
    with pytest.raises(AntivirusDown):
        look_back.sweep()
    made.refresh_from_db()
    assert made.done == 0


def test_only_one_run_of_a_county_is_under_way_at_a_time(county, lu, chen):
    look_back.start(county=county, actor=lu, now=NOW)
    with pytest.raises(Conflict, match="2026年3月2日回头看还没有做完"):
        look_back.start(county=county, actor=lu, now=NOW)
    with pytest.raises(NotAllowed):
        look_back.start(county=county, actor=chen, now=NOW)


def test_the_page_asks_before_it_starts_and_then_shows_how_far_it_is(client, county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    client.force_login(lu)
    url = reverse("screening:look_back_start")
    assert "重新检查本县已公开的1条信息" in client.get(url).content.decode()
    assert LookBack.objects.count() == 0
    client.post(url, {"confirmed": "1"})
    made = LookBack.objects.get()
    page = reverse("screening:look_back", args=[made.pk])
    shown = client.get(page).content.decode()
    assert ('data-run="running"' in shown, "已检查0条，共1条" in shown, "progress.js" in shown) == (True,) * 3
    for _ in range(3):
        look_back.sweep()
    shown = client.get(page).content.decode()
    assert ("检查了1条信息" in shown, "progress.js" in shown) == (True, False)


def test_every_number_of_the_report_is_as_long_as_the_list_behind_it(
    client, county, civil_affairs, education, lu
):
    put(civil_affairs, 1, MOBILE)
    put(civil_affairs, 2, MOBILE + "身份证号11010519491231002X")
    put(education, 3, MOBILE)
    made = run(county, lu)
    client.force_login(lu)
    tables = client.get(reverse("screening:look_back", args=[made.pk])).context["tables"]
    links = {}
    for _, table in tables:
        for row in table["rows"]:
            links |= {url: count for _, count, url in row["cells"] if count} | {row["url"]: row["total"]}
        links |= {url: count for _, count, url in table["sums"]} | {table["url"]: table["total"]}
    assert max(links.values()) == 3
    assert {url: client.get(url).context["listing"].total for url in links} == links


def test_a_table_counts_a_record_once_in_its_sum(county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE + "身份证号11010519491231002X")
    run(county, lu)
    table = table_of(ScreeningLine.objects.filter(level="must"))
    assert (table.kinds, table.offices[0].total, table.total) == ((Kind.ID_NUMBER, Kind.MOBILE), 1, 1)


def test_the_exported_file_is_masked(client, county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    made = run(county, lu)
    client.force_login(lu)
    url = reverse("screening:look_back_records", args=[made.pk])
    book = zipfile.ZipFile(io.BytesIO(client.get(url, {"export": "xlsx"}).content))
    text = "".join(book.read(name).decode() for name in book.namelist())
    assert ("139****5678" in text, "13912345678" in text) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_pages_of_a_run_take_as_many_queries_for_one_record_as_for_three(
    client, county, civil_affairs, lu, count, django_assert_num_queries
):
    for key in range(1, count + 1):
        put(civil_affairs, key, MOBILE)
    made = run(county, lu)
    client.force_login(lu)
    with django_assert_num_queries(7):
        client.get(reverse("screening:look_backs"))
    with django_assert_num_queries(16):
        client.get(reverse("screening:look_back", args=[made.pk]))
    with django_assert_num_queries(10):
        client.get(reverse("screening:look_back_records", args=[made.pk]))


def test_a_clerk_settles_what_is_of_her_office_and_says_what_was_done(
    client, county, civil_affairs, chen, lu
):
    put(civil_affairs, 1, MOBILE)
    found = run(county, lu).screenings.get()
    client.force_login(chen)
    page = client.get(reverse("screening:record", args=[found.pk]))
    assert ("139****5678" in page.content.decode(), page.context["may_settle"]) == (True, True)
    url = page.context["settle_url"]
    asked = client.post(url, {"pk": found.pk}).content.decode()
    assert ("都已经处理完了吗？" in asked, "第1条信息（县民政局）" in asked) == (True, True)
    assert (
        "这个字段是必填项"
        in client.post(url, {"pk": found.pk, "confirmed": "1", "note": " "}).content.decode()
    )
    answer = client.post(url, {"pk": found.pk, "confirmed": "1", "note": "已撤下"})
    found.refresh_from_db()
    assert (answer.url, found.settled_by, found.settled_note) == (
        reverse("screening:record", args=[found.pk]),
        chen,
        "已撤下",
    )
    event = Event.objects.latest("sequence")
    assert (event.verb, event.agency, event.data) == ("screening.settled", civil_affairs, {"note": "已撤下"})


def test_many_are_settled_at_once_and_those_settled_already_are_left_alone(client, county, civil_affairs, lu):
    for key in (1, 2, 3):
        put(civil_affairs, key, MOBILE)
    made = run(county, lu)
    pks = list(made.screenings.values_list("pk", flat=True))
    look_back.settle(screening_ids=pks[:1], note="先办的", actor=lu, now=NOW)
    client.force_login(lu)
    ticked = {"pk": pks, "confirmed": "1", "note": "一起办的"}
    page = client.post(reverse("screening:settle"), ticked, follow=True).content.decode()
    assert "已办结2条。其余1条先前已经办结。" in page
    assert sorted(made.screenings.values_list("settled_note", flat=True)) == [
        "一起办的",
        "一起办的",
        "先办的",
    ]
    with pytest.raises(Conflict, match="已由陆主任在3月2日办结"):
        look_back.settle(screening_ids=pks[:1], note="再办", actor=lu, now=NOW)


def test_an_address_of_another_site_is_no_way_back(client, county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    found = run(county, lu).screenings.get()
    client.force_login(lu)
    said = {"pk": found.pk, "confirmed": "1", "note": "已撤下"}
    answer = client.post(reverse("screening:settle") + "?back=https://other.test/", said)
    assert answer.url == reverse("screening:look_backs")


def test_another_office_sees_nothing_of_it_and_a_reviewer_does_not_settle(
    client, county, civil_affairs, lu, lin, zhou
):
    put(civil_affairs, 1, MOBILE)
    made = run(county, lu)
    found = made.screenings.get()
    record = reverse("screening:record", args=[found.pk])
    said = {"pk": found.pk, "confirmed": "1", "note": "已撤下"}
    client.force_login(lin)
    listing = client.get(reverse("screening:look_back_records", args=[made.pk])).context["listing"]
    assert (client.get(record).status_code, listing.total) == (404, 0)
    client.post(reverse("screening:settle"), said)
    client.force_login(zhou)
    assert client.get(record).context["may_settle"] is False
    assert client.post(reverse("screening:settle"), said).status_code == 403
    with pytest.raises(NotAllowed, match="别的单位"):
        look_back.settle(screening_ids=[found.pk], note="已撤下", actor=lin, now=NOW)
    found.refresh_from_db()
    assert found.settled_at is None


def test_what_is_open_waits_in_the_to_do_of_the_clerk_and_of_the_disclosure_office(
    client, county, civil_affairs, lu, chen, lin, zhou
):
    put(civil_affairs, 1, MOBILE)
    found = run(county, lu).screenings.get()
    said = [
        [entry.title for group in todo(person, NOW) for entry in group.entries]
        for person in (chen, lu, lin, zhou)
    ]
    assert said == [["第1条信息"], ["第1条信息"], [], []]
    client.force_login(chen)
    page = client.get(reverse("desk:todo")).content.decode()
    assert ("回头看发现的问题" in page, reverse("screening:record", args=[found.pk]) in page) == (True, True)


def test_the_newest_record_of_a_subject_stands_for_the_older_ones(county, civil_affairs, lu):
    put(civil_affairs, 1, MOBILE)
    run(county, lu)
    newest = run(county, lu).screenings.get()
    assert [row.pk for row in unsettled(lu)] == [newest.pk]


def test_only_the_disclosure_office_starts_a_run(client, chen, office):
    client.force_login(chen)
    assert client.get(reverse("screening:look_backs")).status_code == 200
    assert client.post(reverse("screening:look_back_start"), {"confirmed": "1"}).status_code == 403
    client.force_login(make_person("xie", "谢工", office, Role.SYSTEM_ADMINISTRATOR))
    assert client.get(reverse("screening:look_backs")).status_code == 403


def closed_file(county, civil_affairs, lu) -> Screening:
    """A record of the look-back about a public thing with a file that nothing here can read."""
    old = store("旧的二进制格式".encode(), name="a.txt")
    FileCheck.objects.create(
        file=old, county=county, state=FileState.REFUSED, reason="读不出来。", done_at=NOW, rules="1"
    )
    put(civil_affairs, 1, CLEAN, files=[old])
    run(county, lu)
    return Screening.objects.get()


def test_the_disclosure_office_gives_an_old_file_to_the_public_and_says_who_has_looked(
    client, county, civil_affairs, lu
):
    found = closed_file(county, civil_affairs, lu)
    [code] = look_back.files_to_take_on(found)
    client.force_login(lu)
    page = reverse("screening:record", args=[found.pk])
    address = reverse("screening:take_on", args=[found.pk, code])
    assert address in client.get(page).content.decode()
    assert "按原样公开" in client.post(address).content.decode()
    assert not CleanCopy.objects.exists()
    refused = client.post(address, {"confirmed": "1", "note": " "})
    assert (refused.status_code, CleanCopy.objects.exists()) == (200, False)
    client.post(address, {"confirmed": "1", "note": "已用WPS打开核对，是空白申请表。"})
    copy = CleanCopy.objects.get()
    assert (copy.state, copy.file, copy.taken_on_by) == (FileState.DONE, copy.original, lu)
    assert public_file(copy.original) == copy.original
    assert look_back.files_to_take_on(found) == {}
    assert address not in client.get(page).content.decode()
    event = Event.objects.get(verb="screening.file_taken_on")
    assert (event.actor, event.data["note"]) == (lu, "已用WPS打开核对，是空白申请表。")


def test_a_clerk_does_not_give_an_unread_file_to_the_public(client, county, civil_affairs, chen, lu):
    found = closed_file(county, civil_affairs, lu)
    [code] = look_back.files_to_take_on(found)
    client.force_login(chen)
    address = reverse("screening:take_on", args=[found.pk, code])
    assert address not in client.get(reverse("screening:record", args=[found.pk])).content.decode()
    assert client.post(address, {"confirmed": "1", "note": "看过。"}).status_code == 403
    with pytest.raises(NotAllowed, match="只有政府信息公开工作机构"):
        look_back.take_on(screening_id=found.pk, code=code, note="看过。", actor=chen, now=NOW)
    assert not CleanCopy.objects.exists()


def test_a_file_that_can_be_downloaded_is_not_decided_on_again(county, civil_affairs, lu):
    found = closed_file(county, civil_affairs, lu)
    [code] = look_back.files_to_take_on(found)
    decide = {"screening_id": found.pk, "code": code, "note": "看过。", "actor": lu, "now": NOW}
    look_back.take_on(**decide)
    with pytest.raises(Conflict, match="已经可以下载"):
        look_back.take_on(**decide)
    public_things.HELD.clear()
    assert look_back.files_to_take_on(found) == {}
