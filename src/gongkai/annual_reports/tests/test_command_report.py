import json

import pytest
from django.core.management import CommandError, call_command

from gongkai.annual_reports.layout import TOTAL, t4

from . import report_samples


def write(folder, name, **texts):
    printed = report_samples.printed(report_samples.figures()) | texts
    path = folder / name
    path.write_text(report_samples.page(texts=printed), encoding="utf-8")
    return str(path)


def run(capsys, *arguments):
    """The exit code, what was written to standard output, what to standard error."""
    code = 0
    try:
        call_command("report", *arguments)
    except SystemExit as ended:
        code = ended.code
    except CommandError as error:
        return error.returncode, "", str(error)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_one_file_is_an_object_and_several_are_a_list(capsys, tmp_path):
    first, second = write(tmp_path, "a.html"), write(tmp_path, "b.html")
    code, out, _ = run(capsys, "read", first, "--json")
    one = json.loads(out)
    assert (code, one["unit"], one["year"], len(one["table3"])) == (0, "示范县人民政府", 2025, 25)
    assert [len(row["values"]) for row in one["table3"]] == [7] * 25
    assert one["refused"] == {} and "findings" not in one
    code, out, _ = run(capsys, "read", first, second, "--json")
    assert (code, [each["file"] for each in json.loads(out)]) == (0, [first, second])


def test_errors_found_are_told_by_the_exit_code(capsys, tmp_path):
    good = write(tmp_path, "a.html")
    bad = write(tmp_path, "b.html", **{t4("review", TOTAL): "99"})
    assert run(capsys, "check", good, "--json")[0] == 0
    code, out, _ = run(capsys, "check", bad, "--json")
    [error] = [each for each in json.loads(out)["findings"] if each["severity"] == "error"]
    assert (code, error["rule"]) == (1, "T4-S")
    assert "99" in error["message"]
    assert set(error) >= {"rule", "severity", "where", "left", "right", "difference", "message", "source"}


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(capsys, tmp_path):
    good, broken = write(tmp_path, "a.html"), tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    code, out, err = run(capsys, "read", str(broken), good, "--json")
    assert code == 2 and "不完整或已经损坏" in err
    assert [("error" in each) for each in json.loads(out)] == [True, False]
    assert run(capsys, "read", str(tmp_path / "nothing.pdf"))[0] == 2


def test_last_year_and_the_offices_are_compared(capsys, tmp_path):
    report = write(tmp_path, "county.html")
    before = tmp_path / "before.html"
    before.write_text(
        report_samples.page(
            texts=report_samples.printed(report_samples.figures()) | {"t3.carried_out.natural": "777"}
        ).replace("2025年", "2024年"),
        encoding="utf-8",
    )
    units = tmp_path / "units"
    units.mkdir()
    write(units, "one.html")
    write(units, "two.html")
    code, out, _ = run(capsys, "check", report, "--previous", str(before), "--units", str(units), "--json")
    rules = {each["rule"] for each in json.loads(out)["findings"]}
    assert code == 1
    assert {"T3-Y", "AGG"} <= rules
    assert run(capsys, "check", report, "--units", str(tmp_path / "nowhere"))[0] == 2


@pytest.mark.parametrize("do", ["read", "check"])
def test_people_get_sentences(capsys, tmp_path, do):
    code, out, _ = run(capsys, do, write(tmp_path, "a.html"))
    assert code == 0
    assert "示范县人民政府2025年政府信息公开工作年度报告" in out and "读出200格" in out
