import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from gongkai.agencies.models import County
from gongkai.screening import reports
from gongkai.screening.antivirus import AntivirusDown

TEXT = "联系人手机13912345678，请尽快联系。"


@pytest.fixture
def screen(county, capsys):
    """Runs the command; returns the exit code, what was written to standard output and to standard error."""

    def run(*arguments):
        code = 0
        try:
            call_command("screen", *map(str, arguments))
        except SystemExit as stopped:
            code = stopped.code
        except CommandError as error:
            code, message = error.returncode, str(error)
            return code, capsys.readouterr().out, message
        written = capsys.readouterr()
        return code, written.out, written.err

    return run


def file_of(folder, content, name="a.txt"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_json_goes_to_standard_output_and_the_code_says_whether_something_must_be_done(screen, tmp_path):
    bad, good = file_of(tmp_path, TEXT), file_of(tmp_path, "工作已经完成。", "b.txt")
    code, written, said = screen("--json", bad, good)
    reports = json.loads(written)
    assert (code, said) == (1, "")
    assert [(report["file"], report["state"], len(report["findings"])) for report in reports] == [
        (str(bad), "read", 1),
        (str(good), "read", 0),
    ]
    assert set(reports[0]["findings"][0]) == {
        *("kind", "label", "level", "place", "place_in_words", "before", "shown", "after"),
        *("note", "suggestion", "why", "remedy"),
    }
    assert "13912345678" not in written
    assert screen("--json", good)[0] == 0


def test_without_json_people_read_lines(screen, tmp_path):
    code, written, _ = screen(file_of(tmp_path, TEXT))
    assert (code, "必须处理1处" in written, "必须  手机号" in written, "【139****5678】" in written) == (
        1,
        True,
        True,
        True,
    )


def test_values_are_shown_only_when_the_technician_asks_for_them(screen, tmp_path):
    path = file_of(tmp_path, TEXT)
    [report] = json.loads(screen("--json", "--show-values", path)[1])
    assert report["findings"][0]["value"] == "13912345678"
    assert "【13912345678】" in screen("--show-values", path)[1]


def test_text_is_read_from_standard_input(screen, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, written, _ = screen("--json", "-")
    [report] = json.loads(written)
    assert (code, report["file"], report["findings"][0]["kind"]) == (1, "-", "mobile")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert screen("-")[0] == 2


def test_a_file_that_is_refused_is_bad_input_and_its_reason_is_told(screen, tmp_path):
    path = file_of(tmp_path, b"MZ\x90\x00", "a.exe")
    code, written, said = screen("--json", path)
    [report] = json.loads(written)
    assert (code, report["state"], report["findings"]) == (2, "refused", [])
    assert ("这是 Windows 程序" in report["reason"], "这是 Windows 程序" in said) == (True, True)


def test_what_is_not_there_is_bad_input(screen, tmp_path):
    code, written, said = screen("--json", tmp_path / "nothing.txt")
    assert (code, written, "打不开" in said) == (2, "", True)
    assert screen("--json", tmp_path)[0] == 2


def test_the_lists_are_those_of_the_county_that_is_named(screen, tmp_path, office, county):
    office.phone = "13912345678"
    office.save()
    County.objects.create(name="另县人民政府", short_name="另县", site_name="另县", domain="other.test")
    path = file_of(tmp_path, TEXT)
    assert [
        screen("--county", county.domain, path)[0],
        screen("--county", "other.test", path)[0],
        screen("--county", "nobody.test", path)[0],
        screen(path)[0],
    ] == [0, 1, 2, 2]


def test_a_scanner_that_is_down_is_no_clean_answer(screen, tmp_path, monkeypatch):
    def down(path):
        raise AntivirusDown("没有应答。")

    monkeypatch.setattr(reports.antivirus, "scan", down)
    code, written, said = screen("--json", file_of(tmp_path, "好"))
    assert (code, written, said) == (2, "", "没有应答。文件没有检查。")


def test_files_can_be_screened_before_a_county_is_set_up(db, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("screen", "--json", str(file_of(tmp_path, TEXT)))
    assert (stopped.value.code, len(json.loads(capsys.readouterr().out))) == (1, 1)
