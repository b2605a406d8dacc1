import json
from datetime import date

import pytest
from django.core.management import call_command

from gongkai.history.models import Event
from gongkai.workdays.calendar import Due
from gongkai.workdays.queries import load

NOTICE = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。"


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_a_dry_run_says_what_would_change_and_writes_nothing(db, notice, capsys):
    call_command("import", "calendar", notice, "--dry-run", "--json")
    assert json.loads(capsys.readouterr().out) == {
        "dry_run": True,
        "source": "",
        "year": 2027,
        "newly_announced": True,
        "becomes_rest": [],
        "becomes_work": ["2027-10-01"],
        "renamed": [],
    }
    assert [load().due(date(2026, 12, 31), 1).provisional, Event.objects.count()] == [True, 0]


def test_the_notice_as_a_text_file_is_applied(db, notice, capsys):
    call_command("import", "calendar", notice)
    assert capsys.readouterr().out == "2027年首次录入。改为上班1天：2027-10-01。\n"
    assert load().due(date(2026, 12, 31), 1) == Due(date(2027, 1, 4), False)
    call_command("import", "calendar", notice)
    assert capsys.readouterr().out == "2027年的安排与日历中的相同，没有改动。\n"


def test_a_doubtful_file_changes_nothing_and_leaves_with_1(db, tmp_path, capsys):
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE.replace("周五", "周六"), encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        call_command("import", "calendar", path)
    assert [stopped.value.code, Event.objects.count()] == [1, 0]
    assert capsys.readouterr().err == (
        "元旦：2027年1月1日是周五，通知却写周六。请核对年份和日期。\n"
        "因为有上面的疑问，日历没有改动。请改正文件后重新导入。\n"
    )


def test_a_file_that_cannot_be_read_leaves_with_2(db, tmp_path, capsys):
    path = tmp_path / "notice.txt"
    path.write_bytes("元旦".encode("gbk"))
    with pytest.raises(SystemExit) as stopped:
        call_command("import", "calendar", path)
    assert stopped.value.code == 2
