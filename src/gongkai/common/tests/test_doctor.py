import json

import pytest
from django.core.management import call_command

from gongkai.agencies.checkups import counties
from gongkai.common import checkups
from gongkai.common.checkups import Finding
from gongkai.common.management.commands.doctor import examine


def levels(checkup):
    return [finding.level for finding in checkup()]


@pytest.mark.parametrize(
    ("site", "hosts", "expected"),
    [
        ("https://www.example.gov.cn", ["www.example.gov.cn"], ["good", "good"]),
        ("https://www.example.gov.cn", [".example.gov.cn"], ["good", "good"]),
        ("https://www.example.gov.cn", ["localhost"], ["error", "good"]),
        ("https://www.example.gov.cn", ["*"], ["warning", "good"]),
        ("http://www.example.gov.cn", ["www.example.gov.cn"], ["good", "error"]),
        ("http://127.0.0.1:8000", ["127.0.0.1"], ["good", "warning"]),
    ],
)
def test_the_address_must_be_answered_and_encrypted(settings, site, hosts, expected):
    settings.SITE_URL, settings.ALLOWED_HOSTS = site, hosts
    assert levels(checkups.address) == expected


def test_debugging_is_an_error(settings):
    settings.DEBUG = True
    assert levels(checkups.address)[0] == "error"


def test_a_key_others_can_read_is_an_error(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    key = tmp_path / "secret_key"
    assert levels(checkups.secret_key) == ["good"]
    key.write_text("x")
    key.chmod(0o600)
    assert levels(checkups.secret_key) == ["good"]
    key.chmod(0o640)
    assert list(checkups.secret_key()) == [
        Finding("密钥", "error", f"{key}能被其他用户读取。", f"请运行 chmod 600 {key}。")
    ]


def test_a_folder_that_is_missing_or_nearly_full_is_an_error(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path / "missing"
    assert levels(checkups.data_folder) == ["error"]
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(checkups, "LEAST_SPACE", 1)
    assert levels(checkups.data_folder) == ["good"]
    monkeypatch.setattr(checkups, "LEAST_SPACE", 2**62)
    assert levels(checkups.data_folder) == ["error"]


def test_a_county_without_code_and_second_factor_is_warned_of(county):
    assert levels(counties) == ["warning", "warning"]
    county.site_id_code, county.require_second_factor = "9900000001", True
    county.save()
    assert levels(counties) == ["good", "good"]
    county.delete()
    assert levels(counties) == ["error"]


def test_the_database_of_the_tests_is_well(db):
    assert levels(checkups.database) == ["good", "good"]


def test_a_checkup_that_breaks_is_a_finding_and_stops_no_other():
    (finding,) = examine("gongkai.common.tests.sweeps.breaks")
    assert [finding.level, finding.message] == ["error", "检查没有做成：ValueError: 坏了"]


def test_the_command_leaves_with_1_when_something_is_wrong(db, settings, capsys):
    settings.CHECKUPS = ["gongkai.common.checkups.python_version"]
    call_command("doctor", "--json")
    assert [finding["level"] for finding in json.loads(capsys.readouterr().out)] == ["good"]
    settings.CHECKUPS.append("gongkai.agencies.checkups.counties")
    with pytest.raises(SystemExit) as stopped:
        call_command("doctor")
    assert stopped.value.code == 1
    assert capsys.readouterr().out.endswith("有误  县：还没有建立县。 请在首次设置中填写县的名称和域名。\n")


def test_every_checkup_of_the_settings_can_be_run(db, settings):
    findings = [finding for path in settings.CHECKUPS for finding in examine(path)]
    assert [finding for finding in findings if "没有做成" in finding.message] == []
