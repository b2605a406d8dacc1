import pytest
from django.db import DatabaseError


def test_both_addresses_answer_without_sign_in_and_are_not_kept(client, db, settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"
    answers = [client.get("/healthz"), client.get("/readyz")]
    assert [(answer.status_code, answer.content.decode()) for answer in answers] == [
        (200, "正常"),
        (200, "可以服务"),
    ]
    assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)


def test_health_asks_no_database(client):
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("serves", ["portal", "desk"])
def test_both_halves_of_the_site_answer(client, db, settings, serves):
    settings.SERVES = serves
    assert client.get("/readyz").status_code == 200


def test_ready_says_what_is_missing(client, db, settings, tmp_path, monkeypatch):
    settings.FILES_DIR = tmp_path / "unmounted" / "files"
    answer = client.get("/readyz")
    assert [answer.status_code, answer.content.decode()] == [503, "数据目录不见了。请检查磁盘是否挂载。"]

    class Gone:
        def cursor(self):
            raise DatabaseError("gone")

    monkeypatch.setattr("gongkai.common.health.connection", Gone())
    answer = client.get("/readyz")
    assert [answer.status_code, answer.content.decode()] == [
        503,
        "数据库没有应答。请检查数据库服务和磁盘空间。",
    ]
