"""The checks of a summary beside the reports it sums up."""

from dataclasses import replace

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.layout import Form

from .checks_reports import CASES, REQUESTS, figures, found, report

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

OFFICE = {"new": (5, 1, 0, 0, 0, 0), "open": (4, 1, 0, 0, 0, 0), "carried_out": (1, 0, 0, 0, 0, 0)}


def _rest():
    """The requests that are left when those of the one office are taken away."""
    return {
        row: tuple(all_ - own for all_, own in zip(numbers, OFFICE.get(row, (0,) * 6), strict=True))
        for row, numbers in REQUESTS.items()
    }


def units():
    """Two units that add up to the report of ``checks_reports``."""
    nothing = {block: (0, 0, 0, 0) for block in CASES}
    one = report(unit="教育局", base=figures(OFFICE, nothing))
    no_documents = {cell: 0 for cell in one.figures if cell.startswith("t2.")}
    one = report(unit="教育局", base=figures(OFFICE, nothing), cells=no_documents)
    return one, report(unit="大五里镇", base=figures(_rest()))


def test_nothing_is_found_when_the_units_add_up():
    assert found(report(), units=units()) == []


def test_cell_that_is_not_the_sum_is_an_error_with_the_units_figures():
    findings = check(report(cells={"t2.enforcement.decisions": 25}), units=units())
    [finding] = findings
    assert (finding.severity, finding.key) == (ERROR, "AGG:t2.enforcement.decisions")
    assert finding.message.startswith(
        "表二“行政强制”的“本年处理决定数量”填25，各单位之和为21（大五里镇21），相差4。"
    )
    assert finding.left.cells == ("t2.enforcement.decisions",)


def test_unit_without_its_table_is_named_and_makes_no_error():
    one, two = units()
    unread = replace(one, forms={"t2": Form.OF_2021}, refused={"t3": "表三是图片。"})
    findings = check(report(), units=(unread, two))
    assert {each.severity for each in findings} == {WARNING}
    assert findings[0].message.startswith(
        "1个单位没有可以相加的表三（缺少、没有读出，或者版式不同）：教育局。"
    )
    assert "AGG:t3.new.natural" in [each.key for each in findings]


def test_unit_of_another_year_is_named():
    one, two = units()
    findings = check(report(), units=(replace(one, year=2022), two))
    assert [each.key for each in findings] == ["AGG:year.t2", "AGG:year.t3", "AGG:year.t4"]


def test_missing_unit_is_said_once_and_not_cell_by_cell():
    [finding] = check(report(base=figures()), units=units()[1:] * 2)
    assert (finding.severity, finding.key) == (WARNING, "AGG:many")


def test_units_with_the_form_of_2019_are_added_by_the_whole_of_other_handling():
    one, _ = units()
    rest = _rest()
    rest["misc"] = rest.pop("misc_1")
    town = report(unit="大五里镇", base=figures(rest, form=Form.OF_2019), forms={"t3": Form.OF_2019})
    assert found(report(), units=(one, town)) == []
    more = report(base=figures(dict(REQUESTS) | {"misc_3": (0, 0, 0, 0, 0, 2), "new": (40, 5, 0, 1, 0, 3)}))
    assert (ERROR, "AGG:t3.misc.other_org") in found(more, units=(one, town))
