"""The checks of a report beside the one of the year before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.checks.years import repeated_share

from .checks_reports import REQUESTS, doubted, figures, found, report

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

# What the year before must say: 3 carried over by 自然人; 27 documents in force + 6 − 1 = 32.
BEFORE = dict(REQUESTS) | {"carried_in": (0,) * 6, "carried_out": (3, 0, 0, 0, 0, 0)}
OTHER_TEXTS = {
    1: "（一）主动公开。2022年公开各类政务信息，重点是乡村振兴。（五）监督保障。完成考核、评议，无追责情形。",
    5: "网站检索不方便，公众参与渠道偏少。下一年将改版门户网站，并增设征集栏目，定期反馈采纳情况。",
}


def last_year(**changed):
    given = {"year": 2022, "base": figures(BEFORE), "sections": OTHER_TEXTS} | changed
    cells = {"t2.normative.in_force": 27} | given.pop("cells", {})
    return report(cells=cells, **given)


def test_nothing_is_found_when_one_year_leads_to_the_next():
    assert check(report(), previous=last_year()) == []


def test_what_was_carried_over_must_come_in_column_by_column():
    shifted = last_year(cells={"t3.carried_out.natural": 2, "t3.carried_out.business": 1})
    findings = [each for each in check(report(), previous=shifted) if each.rule == "T3-Y"]
    assert [(each.severity, each.key, each.difference) for each in findings] == [
        (ERROR, "T3-Y:natural", Decimal(1)),
        (ERROR, "T3-Y:business", Decimal(-1)),
    ]
    assert findings[0].message == (
        "本年“上年结转”自然人3件，上年报告“结转下年度继续办理”2件，应相等，相差1。共2列不一致：自然人、商业企业。"
    )
    assert findings[0].left.cells == ("t3.carried_in.natural",)


def test_report_of_another_unit_makes_no_error_of_the_carry_over():
    other = last_year(cells={"t3.carried_out.natural": 2}, unit="成河县人民政府")
    severities = [each.severity for each in check(report(), previous=other) if each.rule == "T3-Y"]
    assert severities == [WARNING]
    longer_name = last_year(cells={"t3.carried_out.natural": 2}, unit="安平市成山县人民政府")
    severities = [each.severity for each in check(report(), previous=longer_name) if each.rule == "T3-Y"]
    assert severities == [ERROR]


def test_doubt_about_last_years_figure_makes_no_error():
    unsure = doubted(last_year(cells={"t3.carried_out.natural": 2}), "t3.carried_out.natural")
    assert [each.severity for each in check(report(), previous=unsure) if each.rule == "T3-Y"] == [WARNING]


def test_report_on_another_year_is_not_compared():
    assert found(report(), previous=last_year(year=2021, cells={"t3.carried_out.natural": 9})) == []


def test_documents_in_force_follow_from_last_year():
    # 平潭2022: 665 + 88 − 55 = 698.
    issued = {"t2.normative.issued": 88, "t2.normative.repealed": 55, "t2.normative.in_force": 698}
    right = last_year(cells={"t2.normative.in_force": 665})
    assert [each.key for each in check(report(cells=issued), previous=right) if each.rule == "T2-Y"] == []
    wrong = last_year(cells={"t2.normative.in_force": 660})
    [finding] = [each for each in check(report(cells=issued), previous=wrong) if each.rule == "T2-Y"]
    assert (finding.severity, finding.key, finding.difference) == (WARNING, "T2-Y:normative", Decimal(-5))
    assert finding.message == (
        "“行政规范性文件”上年现行有效660件，加本年制发88件，减本年废止55件，应为693件，本年现行有效填698件，"
        "相差5。如因清理或重新统计，请说明原因。"
    )


@pytest.mark.parametrize(
    ("now", "before", "hinted"),
    [
        (0, 42, True),
        (42, 0, True),
        (0, 19, False),
        (500, 100, True),
        (499, 100, False),
        (20, 100, True),
        (4, 1, False),
    ],
)
def test_figures_that_leap_are_hinted_at(now, before, hinted):
    cell = "t2.enforcement.decisions"
    keys = found(report(cells={cell: now}), previous=last_year(cells={cell: before}))
    assert keys == ([(HINT, f"YOY:{cell}")] if hinted else [])


def test_text_copied_from_last_year_is_a_warning_even_with_new_figures():
    texts = {
        5: "（一）问题。政策解读的形式单一，2022年仅解读12件，公众参与度不高。（二）改进。丰富解读形式，拓宽参与渠道，加强业务培训和检查通报，推动工作落实到位。"
    }
    copied = {5: texts[5].replace("2022", "2023").replace("12件", "15件")}
    findings = check(report(sections=copied), previous=last_year(sections=OTHER_TEXTS | texts))
    assert [(each.severity, each.key, each.left.value) for each in findings] == [(WARNING, "REP:5", "100%")]


def test_text_repeated_by_half_is_a_hint():
    old = "各单位公开意识不强，信息更新不够及时，政策解读质量不高，专业队伍力量薄弱，考核办法不够细致。"
    text = f"{old}下一步将组织集中培训，建立月度通报制度，并列入年终评分。"
    before = f"{old}另有栏目设置不合理、检索功能不完善等问题，需要进一步研究解决。"
    share = repeated_share(text, before)
    assert 0.5 < share < 0.9
    findings = check(report(sections={5: text}), previous=last_year(sections=OTHER_TEXTS | {5: before}))
    assert [(each.severity, each.key) for each in findings] == [(HINT, "REP:5")]


def test_short_texts_may_be_alike():
    assert repeated_share("无", "无") is None
    assert repeated_share("本年度没有收取信息处理费。", "本年度没有收取信息处理费。") is None


def test_different_texts_share_nothing():
    assert repeated_share(OTHER_TEXTS[1] * 2, OTHER_TEXTS[5] * 2) == 0


def test_figures_missing_last_year_are_not_compared():
    whole = last_year()
    left = {cell: each for cell, each in whole.figures.items() if not cell.startswith("t2.normative")}
    before = replace(whole, figures=left, refused={"t2": "表二没有全部读出。"})
    assert found(report(), previous=before) == []
