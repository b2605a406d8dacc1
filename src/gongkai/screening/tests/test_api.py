import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai.accounts.enums import Role
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.screening import api_keys, api_views, reports
from gongkai.screening.antivirus import AntivirusDown
from gongkai.screening.models import ApiKey

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
URL = "/api/screening/"
TEXT = "联系人手机13912345678，请尽快联系。"


@pytest.fixture(autouse=True)
def no_requests_counted_yet():
    cache.clear()


@pytest.fixture
def xie(office):
    return make_person("xie", "谢工", office, Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def secret(county, xie):
    return api_keys.make_key(county=county, name="采编系统", actor=xie, now=NOW)[1]


@pytest.fixture
def ask(secret):
    """Sends a request with the key, as a program does: no cookies, and CSRF is looked for."""

    def send(data=None, *, key=secret, kind="application/json", **options):
        if kind == "application/json" and not isinstance(data, bytes):
            data = json.dumps(data)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        if kind != "multipart":
            options["content_type"] = kind
        return Client(enforce_csrf_checks=True).post(URL, data, headers=headers, **options)

    return send


def upload(*contents, name="名单.txt"):
    return {"file": [SimpleUploadedFile(name, content) for content in contents]}


def test_a_text_is_answered_with_what_was_found_in_it_masked(ask, county):
    answer = ask({"text": f"第一段\n\n{TEXT}"})
    [report] = answer.json()
    [found] = report["findings"]
    assert answer.status_code == 200
    assert {name: report[name] for name in ("file", "state", "reason", "pages", "characters", "hidden")} == {
        "file": "",
        "state": "read",
        "reason": "",
        "pages": 0,
        "characters": 3 + len(TEXT),
        "hidden": [],
    }
    assert {name: found[name] for name in ("kind", "label", "level", "place", "place_in_words", "shown")} == {
        "kind": "mobile",
        "label": "手机号",
        "level": "must",
        "place": {"paragraph": 3},
        "place_in_words": "第3段",
        "shown": "139****5678",
    }
    assert "13912345678" not in answer.content.decode()


def test_files_are_answered_one_by_one(ask):
    reports = ask(upload(TEXT.encode(), b"MZ\x90\x00"), kind="multipart").json()
    assert [(report["file"], report["state"]) for report in reports] == [
        ("名单.txt", "read"),
        ("名单.txt", "refused"),
    ]
    assert [found["kind"] for found in reports[0]["findings"]] == ["mobile"]
    assert "这是 Windows 程序" in reports[1]["reason"]


def test_nothing_of_a_request_is_kept_or_logged(ask, caplog, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    ask({"text": TEXT})
    ask(upload(TEXT.encode(), name="13912345678.txt"), kind="multipart")
    ask(b"{13912345678")
    assert list(tmp_path.iterdir()) == []
    assert "13912345678" not in caplog.text


@pytest.mark.parametrize("key", [None, "gongkai_wrong", " ", "钥匙"])
def test_without_a_key_in_force_nothing_is_answered(ask, key, db):
    answer = ask({"text": TEXT}, key=key)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert "密钥" in answer.json()["error"]


def test_a_browser_that_is_signed_in_counts_for_nothing(client, lu):
    client.force_login(lu)
    assert client.post(URL, {"text": TEXT}, content_type="application/json").status_code == 401


def test_only_post_is_answered(client, county):
    answer = client.get(URL)
    assert (answer.status_code, answer["Allow"], answer.json()) == (
        405,
        "POST",
        {"error": "这个接口只接受 POST。"},
    )


@pytest.mark.parametrize(
    ("data", "kind", "status", "sentence"),
    [
        (b"text", "text/plain", 415, "application/json"),
        (b"", "", 415, "application/json"),
        (b"{", "application/json", 422, "不是 JSON"),
        (b"[" * 100_000, "application/json", 422, "不是 JSON"),
        (b"\xff\xfe\xfd", "application/json", 422, "不是 JSON"),
        (b"[]", "application/json", 422, "没有叫 text 的文字"),
        (b'{"text": 5}', "application/json", 422, "没有叫 text 的文字"),
        (b"x", "multipart/form-data", 422, "读不出来"),
        (b"--x--\r\n", "multipart/form-data; boundary=x", 422, "没有文件"),
    ],
)
def test_a_request_that_cannot_be_answered_says_why(ask, data, kind, status, sentence):
    answer = ask(data, kind=kind)
    assert (answer.status_code, sentence in answer.json()["error"]) == (status, True)


def test_what_is_too_large_is_refused(ask, settings, monkeypatch):
    monkeypatch.setattr(api_views, "LONGEST_TEXT", 10)
    answers = [ask({"text": "字" * 11})]
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20
    answers.append(ask({"text": "字" * 11}))
    settings.UPLOAD_LIMIT = 100
    answers.append(ask(upload(b"a" * 101), kind="multipart"))
    answers.append(ask(upload(b"a" * 2000), kind="multipart"))
    answers.append(ask(upload(*[b"a"] * 11), kind="multipart"))
    assert [answer.status_code for answer in answers] == [413] * 5
    assert [answer.json()["error"][:6] for answer in answers] == [
        "文字最多10",
        "文字最多10",
        "有文件超过 ",
        "一次最多上传",
        "一次最多上传",
    ]


def test_half_a_character_breaks_nothing(ask):
    answer = ask(b'{"text": "\\ud800 13912345678 \\u0000"}')
    assert (answer.status_code, answer.json()[0]["state"]) == (200, "read")


def test_a_key_may_ask_so_often_in_a_minute(ask, monkeypatch):
    monkeypatch.setattr(api_views, "A_MINUTE", 2)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    statuses = [ask({"text": "好"}).status_code for _ in range(3)]
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=1))
    statuses.append(ask({"text": "好"}).status_code)
    assert statuses == [200, 200, 429, 200]


def test_a_file_is_not_answered_for_while_the_scanner_is_down(ask, monkeypatch, settings):
    def down(path):
        raise AntivirusDown("没有应答")

    monkeypatch.setattr(reports.antivirus, "scan", down)
    answer = ask(upload(TEXT.encode()), kind="multipart")
    assert (answer.status_code, "杀毒服务" in answer.json()["error"]) == (503, True)
    monkeypatch.setattr(reports.antivirus, "scan", lambda path: "Made.Up.Name")
    [report] = ask(upload(TEXT.encode()), kind="multipart").json()
    assert (report["state"], "Made.Up.Name" in report["reason"]) == ("refused", True)


def test_a_key_is_shown_once_and_only_its_hash_is_kept(client, county, xie):
    client.force_login(xie)
    answer = client.post(reverse("screening:key_make"), {"name": "采编系统"})
    secret = answer.context["secret"]
    key = ApiKey.objects.get()
    assert (secret in answer.content.decode(), "no-store" in answer["Cache-Control"]) == (True, True)
    assert secret not in client.get(reverse("screening:keys")).content.decode()
    assert (key.digest, len(key.digest)) == (api_keys.digest_of(secret), 64)
    event = Event.objects.latest("sequence")
    assert (event.verb, event.subject_label) == ("screening.key_made", "采编系统")
    assert secret not in str(event.data)
    assert api_keys.key_for(secret, NOW) == key
    assert ApiKey.objects.get().last_used_on == timezone.localdate(NOW)


def test_a_revoked_key_opens_nothing_from_that_moment(client, ask, xie):
    key = ApiKey.objects.get()
    client.force_login(xie)
    url = reverse("screening:key_revoke", args=[key.pk])
    assert "要停用这个密钥吗？" in client.get(url).content.decode()
    assert ask({"text": "好"}).status_code == 200
    client.post(url, {"confirmed": "1"})
    assert ask({"text": "好"}).status_code == 401
    assert Event.objects.latest("sequence").verb == "screening.key_revoked"
    with pytest.raises(Conflict, match="已经停用"):
        api_keys.revoke_key(key_id=key.pk, county=key.county, actor=xie, now=NOW)


def test_keys_are_the_system_administrators_business(client, secret, lu, chen, county):
    key = ApiKey.objects.get()
    urls = [
        reverse("screening:keys"),
        reverse("screening:key_make"),
        reverse("screening:key_revoke", args=[key.pk]),
    ]
    for person in (lu, chen):
        client.force_login(person)
        assert [client.get(url).status_code for url in urls] == [403, 403, 403]
    with pytest.raises(NotAllowed):
        api_keys.make_key(county=county, name="采编系统", actor=lu, now=NOW)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_keys_takes_as_many_queries_for_one_as_for_three(
    client, county, xie, count, django_assert_num_queries
):
    for number in range(count):
        api_keys.make_key(county=county, name=f"系统{number}", actor=xie, now=NOW)
    client.force_login(xie)
    with django_assert_num_queries(6):
        client.get(reverse("screening:keys"))


def test_a_process_that_serves_only_the_portal_has_no_interface(client, settings, county):
    settings.SERVES = "portal"
    assert client.post(URL).status_code == 404
