"""Numbers and statements of the prose beside the tables, beside each other, and beside last year."""

from decimal import Decimal

import pytest

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.checks.prose_years import implied_numbers
from gongkai.annual_reports.checks.shares import Share, judged_share
from gongkai.annual_reports.layout import t3
from gongkai.common.tests.timing import within

from .checks_reports import REQUESTS, doubted, figures, found, random_figures, report, spot
from .test_checks_years import last_year

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

# The tables say: 新收 47, 上年结转 3, 办结 46, 结转下年 4; 予以公开 24, 部分公开 4, 不予公开 2, 无法提供 11,
# 不予处理 3, 其他处理 2; 自然人 40+3; 复议 4 (维持 2, 纠正 1, 未审结 1); 诉讼 4+1; 规范性文件 6, 1, 32.


@pytest.mark.parametrize(
    "text",
    [
        "全县新收政府信息公开申请47件，上年结转3件，办结46件，结转下年度4件。",
        "全县共受理政府信息公开申请50件。",
        "共受理政府信息公开申请47件，办理50件。",
        "共完成依申请公开答复44件。",  # without what ended otherwise (其他处理)
        "共办结46件，其中予以公开24件、部分公开4件、不予公开2件、无法提供11件、不予处理3件、其他处理2件。",
        "共办结46件，予以公开及部分公开28件。",
        "共受理申请50件，其中自然人申请43件，法人或其他组织申请7件。",
        "全县共收到政府信息公开申请40余件。",
        "政府信息公开行政复议4件，行政诉讼5件。",
        "其中未经复议直接起诉4件，复议后起诉1件。",
        "因政府信息公开引发行政复议、行政诉讼9件。",
        "政府信息公开行政复议4件，其中维持2件、纠正1件、尚未审结1件。",
        "全县受理行政复议案件120件，审结110件。",
        "2022年共收到政府信息公开申请57件。",
        "其中通过网络收到政府信息公开申请30件。",
    ],
)
def test_prose_that_agrees_is_left_alone(text):
    assert found(report(text)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("全县共办结政府信息公开申请48件。", "TXT-1:1.handled"),
        ("2023年全县共收到政府信息公开申请49件。", "TXT-1:1.received"),
        ("全县收到申请47件，办结46件，结转下年度5件。", "TXT-1:1.carried_out"),
        ("共办结政府信息公开申请46件，其中予以公开23件。", "TXT-1:1.open"),
        ("全县共发生政府信息公开行政复议5件。", "TXT-4:1.review"),
    ],
)
def test_unmistakable_number_that_is_not_the_tables_is_an_error(text, key):
    assert (ERROR, key) in found(report(text))


def test_finding_shows_sentence_and_cell_side_by_side():
    finding = next(each for each in check(report("全县共办结政府信息公开申请48件。")) if each.rule == "TXT-1")
    assert finding.message == (
        "正文“全县共办结政府信息公开申请48件”，表三“（七）总计”行总计列46件，相差2。正文与表格应一致，请更正。"
    )
    assert finding.where == "正文一、总体情况（二）"
    assert finding.left.quote == "全县共办结政府信息公开申请48件。"
    assert (finding.right.cells, finding.difference) == ((t3("done", "total"),), Decimal(2))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        # concluded as many as came in: which of the two is meant?
        ("全县共办结政府信息公开申请47件。", HINT),
        # “收到” that takes in the carry-over: a question (平潭2022: 75 = 74 + 1)
        ("全县共收到政府信息公开申请50件。", HINT),
        # another scope is named
        ("县政府办公室共收到政府信息公开申请12件。", HINT),
        ("以县政府名义收到政府信息公开申请12件。", HINT),
        # no scope is named
        ("共收到政府信息公开申请12件。", WARNING),
        # 受理 is counted in many ways
        ("全县共受理政府信息公开申请12件。", WARNING),
        # 公开 that takes in 部分公开
        ("共办结申请46件，予以公开28件。", HINT),
    ],
)
def test_number_that_may_count_otherwise_is_no_error(text, severity):
    assert [each for each, key in found(report(text)) if key.startswith("TXT-1")] == [severity]


def test_numbers_around_a_total_of_another_scope_are_not_compared():
    text = "县政府办公室共收到政府信息公开申请12件，予以公开10件，部分公开2件，结转下年度0件。"
    assert found(report(text)) == [(HINT, "TXT-1:1.received")]


def test_numbers_after_a_total_of_another_scope_are_not_compared_though_the_tables_total_is_stated_too():
    text = "全县共办结政府信息公开申请46件。县政府办公室收到政府信息公开申请12件。其中予以公开10件，部分公开2件。"
    assert found(report(text)) == [(HINT, "TXT-1:1.received")]
    other_way = "县政府办公室收到政府信息公开申请12件。全县共办结政府信息公开申请46件，其中予以公开10件。"
    assert found(report(other_way)) == [(HINT, "TXT-1:1.received"), (ERROR, "TXT-1:1.open")]


def test_total_that_is_right_makes_the_numbers_after_it_certain():
    text = "共收到政府信息公开申请47件，办结45件，结转下年度5件，其中予以公开23件。"
    assert [each for each in found(report(text)) if each[1].startswith("TXT-1")] == [
        (ERROR, "TXT-1:1.handled"),
        (ERROR, "TXT-1:1.carried_out"),
        (ERROR, "TXT-1:1.open"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the list makes up all the new requests, and still the table says otherwise
        ("全年新收申请47件，其中自然人42件、法人或其他组织5件。", [(ERROR, "TXT-1:1.natural"), (ERROR, "TXT-1:1.organisations")]),
        ("全年新收申请47件，其中自然人42件。", [(WARNING, "TXT-1:1.natural")]),
        # all of 新收, 上年结转, 结转下年 are told, so that 办结 cannot take in any of them
        ("新收申请47件，上年结转3件，办结50件，结转下年度4件。", [(ERROR, "TXT-1:1.handled"), (WARNING, "TXT-5:1.settled")]),
        ("新收申请47件，上年结转3件，共办结50件。", [(HINT, "TXT-1:1.handled")]),
        # the requests around the cases are the table's
        ("新收申请47件，办结46件。政府信息公开行政复议6件，行政诉讼5件。", [(ERROR, "TXT-4:1.review")]),
        ("新收申请47件，办结46件。行政复议六件，行政诉讼五件。", [(ERROR, "TXT-4:1.review")]),
        ("新收申请47件，办结46件。行政复议4件，未发生行政诉讼。", [(ERROR, "TXT-7:1.t4.lit_direct.total")]),
        ("新收申请47件，办结46件。行政复议六件，行政诉讼七件。", [(WARNING, "TXT-4:1.review"), (WARNING, "TXT-4:1.litigation")]),
        ("新收申请47件，办结46件。新增政府信息公开行政复议2件。", [(WARNING, "TXT-4:1.review")]),
        ("政府信息公开行政复议6件，行政诉讼5件。", [(WARNING, "TXT-4:1.review")]),
        ("新收申请47件，办结46件。以县政府名义应诉的政府信息公开行政诉讼2件。", [(HINT, "TXT-4:1.litigation")]),
        # all closed, of the number the table has
        ("全县政府信息公开行政复议4件，均已审结；行政诉讼6件。", [(ERROR, "TXT-4:1.litigation"), (ERROR, "TXT-7:1.t4.review.pending")]),
        ("全县政府信息公开行政复议已全部审结。", [(WARNING, "TXT-7:1.t4.review.pending")]),
    ],
)  # fmt: skip
def test_numbers_around_show_what_is_surely_wrong(text, expected):
    assert found(report(text)) == expected


def test_prose_that_is_right_is_not_blamed_for_a_wrong_total():
    whole = report("全县共办结政府信息公开申请46件，予以公开24件。", cells={t3("done", "total"): 40})
    assert [key for _, key in found(whole)] == ["T3-H:done", "T3-V:total", "T3-B:total"]
    wrong_row = report("全县共办结政府信息公开申请46件，予以公开24件。", cells={t3("open", "total"): 20})
    assert [key for _, key in found(wrong_row)] == ["T3-H:open", "T3-V:total"]


def test_applicants_are_asked_about_where_received_takes_in_the_carry_over():
    text = "全县收到政府信息公开申请50件，涉及自然人43件、商业企业5件。"
    assert found(report(text)) == [(HINT, "TXT-1:1.received"), (HINT, "TXT-1:1.natural")]


@pytest.mark.parametrize(
    ("unit", "text", "severity"),
    [
        ("成山县教育局", "我局共收到政府信息公开申请12件。", ERROR),
        ("大五里镇人民政府", "全年共收到政府信息公开申请12件。", ERROR),
        ("成山县人民政府办公室", "我办共收到政府信息公开申请12件。", ERROR),
        ("成山县人民政府办公室", "全县共收到政府信息公开申请12件。", WARNING),
        ("", "全县共收到政府信息公开申请12件。", WARNING),
    ],
)
def test_certainty_hangs_on_who_reports(unit, text, severity):
    assert [each for each, key in found(report(text, unit=unit)) if key == "TXT-1:1.received"] == [severity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # suits of all kinds, and those on disclosure among them
        ("我局作为被告的各类行政诉讼案件41件（含政府信息公开类5件）。", []),
        ("全年行政诉讼案件41件，其中涉及政府信息公开5件。", []),
        ("因政府信息公开引发行政复议4件，另以被申请人身份参加投诉举报类行政复议64件。", []),
        ("政府信息公开工作有序开展，全年应诉行政诉讼案件41件，行政复议12件。", []),
        ("政府信息公开行政复议4件；所有行政诉讼案件41件。", []),
        ("各类行政复议案件41件，其中维持38件、纠正3件，均已审结。", []),
        ("全年各类行政复议案件均获维持。", []),
        # those on disclosure, however they are called
        ("各类政府信息公开行政诉讼41件。", [(ERROR, "TXT-4:1.litigation")]),
        ("因政府信息公开，我局作为被告的行政诉讼41件。", [(ERROR, "TXT-4:1.litigation")]),
        ("各类行政诉讼案件41件，其中政府信息公开行政复议6件。", [(ERROR, "TXT-4:1.review")]),
        ("政府信息公开行政诉讼41件，其中涉及征地信息公开5件。", [(ERROR, "TXT-4:1.litigation")]),
    ],
)  # fmt: skip
def test_cases_of_all_kinds_are_not_those_of_table_4(text, expected):
    said = [each for each in found(report(text, unit="成山县教育局")) if each[0] is not HINT]
    assert said == expected


def test_doubtful_cell_makes_no_error_of_the_prose():
    whole = doubted(report("全县共办结政府信息公开申请48件。"), t3("done", "total"))
    assert (WARNING, "TXT-1:1.handled") in found(whole)


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("成山县人民政府", "全年未收到政府信息公开申请。", [(WARNING, "TXT-1:none")]),
        ("成山县教育局", "全年未收到公民、法人或其他组织提出的政府信息公开申请。", [(ERROR, "TXT-1:none")]),
        ("成山县教育局", "全年未收到行政许可申请。", []),
        ("成山县人民政府", "县政府办公室未收到政府信息公开申请。", []),
        ("成山县人民政府", "2022年未收到政府信息公开申请。", []),
    ],
)
def test_denial_of_requests_stands_against_table_3(unit, text, expected):
    assert found(report(text, unit=unit)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集中公开现行有效行政规范性文件32件，本年度制发的规范性文件6件，废止规范性文件1件。", []),
        ("集中公开现行有效行政规范性文件698件。", [(WARNING, "TXT-8:1.in_force")]),
        ("年初现行有效行政规范性文件27件，截至年底现行有效行政规范性文件32件。", []),
        ("截至6月底现行有效行政规范性文件31件。", []),
        ("截至年底现行有效行政规范性文件41件。", [(WARNING, "TXT-8:1.in_force")]),
        ("截至2023年末现行有效行政规范性文件41件。", [(WARNING, "TXT-8:1.in_force")]),
        ("公开政策文件88件，多角度解读政策23件138条。", []),
        ("以县政府名义制发规范性文件4件。", [(HINT, "TXT-8:1.issued")]),
        ("备案审查乡镇制发的规范性文件4件。", []),
    ],
)
def test_normative_documents_stand_beside_table_2(text, expected):
    assert found(report(proactive=text)) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("全县共作出行政许可决定5176件，作出行政处罚决定694件。", None),
        ("全县共作出行政许可决定5167件。", "licences"),
        ("全年作出行政处罚决定649件、行政强制决定21件。", "penalties"),
        ("依法作出的行政强制处理决定共计12件。", "enforcement"),
        # what was published, refused or handled; two in one
        ("公开行政许可决定5100件，公示行政处罚决定信息640件。", None),
        ("作出不予行政许可决定3件，撤销行政处罚决定1件。", None),
        ("作出行政许可和行政处罚决定共5900件。", None),
        ("办理行政许可5100件，归集行政处罚信息640件。", None),
        ("作出行政许可决定5000余件，2022年作出行政许可决定4900件。", None),
        ("行政事业性收费408.26万元，比上年减少3万元。", None),
        ("公开行政事业性收费目录清单，全年收费408.26万元。", None),
        ("公开行政事业性收费目录清单，全年收费480.26万元。", "fees"),
        ("收取不动产登记费等行政事业性收费418.26万元。", "fees"),
        ("行政事业性收费408.3万元，2022年行政事业性收费390.11万元。", None),
        ("行政事业性收费409万元。", None),
        ("行政事业性收费407万元。", "fees"),
        ("取消、停征行政事业性收费12项，减免行政事业性收费56.3万元。", None),
        ("涉企行政事业性收费56.3万元，其中教育类收费20万元。", None),
        ("行政事业性收费近500万元。", None),
    ],
)
def test_decisions_and_fees_stand_beside_table_2(text, key):
    keys = [each for each in found(report(proactive=text)) if each[1].startswith("TXT-8")]
    assert keys == ([(WARNING, f"TXT-8:1.{key}")] if key else [])


def test_fee_for_information_is_not_the_fees_of_table_2():
    assert found(report(sections={6: "全年收取信息处理费380元，其中民政局1件，收取380元。"})) == []


# shares


@pytest.mark.parametrize(
    ("printed", "part", "whole", "decimals", "expected"),
    [
        ("89.4", 42, 47, 1, Share.RIGHT),
        ("89.3", 42, 47, 1, Share.CUT_OFF),
        ("4.2", 2, 47, 1, Share.CUT_OFF),
        ("4.3", 2, 47, 1, Share.RIGHT),
        ("2.1", 1, 47, 1, Share.RIGHT),
        ("2.2", 1, 47, 1, Share.NEAR),
        ("2.3", 1, 47, 1, Share.WRONG),
        ("50", 1, 2, 0, Share.RIGHT),
        ("12.5", 1, 8, 1, Share.RIGHT),
        ("13", 1, 8, 0, Share.RIGHT),
        ("12", 1, 8, 0, Share.RIGHT),  # half to even is a way of rounding, too
    ],
)
def test_shares_are_rounded_cut_off_or_wrong(printed, part, whole, decimals, expected):
    assert judged_share(Decimal(printed), Decimal(part) * 100 / whole, decimals) is expected


def test_right_shares_are_left_alone():
    assert found(report("共办结46件，其中予以公开24件，占52.2%；部分公开4件，占8.7%。")) == []
    assert found(report("共办结46件，予以公开24件，占答复总数的54.5%。")) == []  # of 44, without 其他处理
    assert found(report(proactive="公开信息12630条，其中重点领域5385条，占42.6%，解读138条，占1.1%。")) == []
    assert found(report(proactive="发布解读21条，其中图文17条，占比超八成。")) == []
    assert found(report("共办结46件，不予公开2件，其中内部事务信息2件，占不予公开的100%。")) == []


def test_share_cut_off_is_a_hint_with_both_values():
    [finding] = check(report("共办结46件，其中予以公开24件，占52.1%。"))
    assert (finding.severity, spot(finding)) == (HINT, "TXT-2:1.open")
    assert finding.message == (
        "“其中予以公开24件，占52.1%”：24÷46=52.1739%，“52.1%”是截去尾数的结果，四舍五入应为52.2%。"
    )


def test_wrong_share_is_a_warning():
    [finding] = check(report("共办结46件，其中予以公开24件，占62.2%。"))
    assert (finding.severity, spot(finding), finding.right.value) == (WARNING, "TXT-2:1.open", "52.2%")


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ("占比分别为85.1%和14.9%", []),
        ("分别占85.1%、14.9%", []),
        ("占比分别为85.1%和16.9%", [(WARNING, "TXT-2:1.organisations")]),
        ("占比分别为85.1%", []),
    ],
)
def test_shares_told_after_their_numbers_go_with_them_in_order(shares, expected):
    assert found(report(f"全县新收申请47件，其中自然人40件、法人或其他组织7件，{shares}。")) == expected


def test_share_of_something_the_tables_do_not_know_is_at_most_a_hint():
    assert found(report(proactive="公开信息100条，其中重点领域55条，占65%。")) == [(HINT, "TXT-2:1.other")]
    assert found(report(proactive="开展培训3次，微信占65%。")) == []


def test_shares_of_a_complete_list_make_a_hundred():
    rest = "不予公开2件，占4.3%；无法提供11件，占23.9%；不予处理3件，占6.5%；其他处理2件，占4.3%"
    right = f"共办结46件，其中予以公开24件，占52.2%；部分公开4件，占8.7%；{rest}。"
    assert found(report(right)) == []  # 99.9, as rounding may have it
    cut_off = right.replace("52.2%", "52.1%")
    assert found(report(cut_off)) == [(HINT, "TXT-2:1.open"), (HINT, "TXT-9:1.sum")]
    wrong = right.replace("52.2%", "62.2%")
    assert found(report(wrong)) == [(WARNING, "TXT-2:1.open"), (WARNING, "TXT-9:1.sum")]


# changes


@pytest.mark.parametrize(
    ("value", "share", "sign", "expected"),
    [
        (47, "17.5", -1, [57]),
        (47, "20", 1, [39]),
        (47, "17.6", -1, []),
        (10, "3", 1, []),
        (47, "100", -1, None),
    ],
)
def test_change_implies_the_number_of_last_year(value, share, sign, expected):
    decimals = max(0, -Decimal(share).as_tuple().exponent)
    assert implied_numbers(Decimal(value), Decimal(share), decimals, sign) == expected


def test_without_last_years_report_the_implied_number_is_shown():
    [finding] = check(report("共办结依申请公开件46件，比2022年下降17.9%。"))
    assert (finding.severity, spot(finding)) == (HINT, "TXT-3:1.handled")
    assert finding.message == (
        "“共办结依申请公开件46件”比上年下降17.9%：没有上年报告，不能核对；隐含上年为56件，请与上年报告核对。"
    )


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("共办结依申请公开件46件，比上年增长9.5%。", None),  # 42 the year before
        ("共办结依申请公开件46件，比上年增加4件。", None),
        ("共办结依申请公开件46件，同比增长9.6%。", HINT),
        ("共办结依申请公开件46件，同比增长12.5%。", WARNING),
        ("共办结依申请公开件46件，同比下降9.5%。", WARNING),
        ("共办结依申请公开件46件，比2022年增加9件。", WARNING),
        ("共办结依申请公开件46件，比2020年增加9件。", None),
        ("共办结依申请公开件46件，同比增长近一成。", None),
        ("共办结依申请公开件46件，同比上升5个百分点。", None),
        ("公开信息2645条，同比增长30%。", None),
    ],
)
def test_changes_are_worked_out_from_last_years_report(text, severity):
    fewer = dict(REQUESTS) | {"new": (36, 4, 0, 1, 0, 1), "carried_in": (3, 0, 0, 0, 0, 0)}
    fewer |= {"open": (16, 3, 0, 1, 0, 0), "carried_out": (3, 0, 0, 0, 0, 0)}
    before = last_year(base=figures(fewer))
    assert before.figures[t3("done", "total")].number == 42
    keys = [each for each in found(report(text), previous=before) if each[1].startswith("TXT")]
    assert keys == ([(severity, "TXT-3:1.handled")] if severity else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("公开信息120条，比2022年的96条增加24条，增长25%。", None),
        ("公开信息120条，比2022年的96条增加24条，增长20%。", WARNING),
        ("公开信息120条，比上年的96条增加26条，增长25%。", WARNING),
        ("公开信息92条，较上年的82条下降12.2%。", WARNING),
        ("公开信息92条（上年82条），同比增长12.2%。", None),
        ("公开信息92条（上年82条），同比减少12.2%。", WARNING),
        ("公开信息由上年的82条增加到92条，增长12.2%。", None),
        ("公开信息从2022年的82条降至61条，下降34.4%。", WARNING),
        ("公开信息由上年的82条增至92条，增幅为12.2%。", None),
        ("公开信息由上年的82条增至92条，增幅为10.9%。", WARNING),
        ("公开信息7206条，比2022年的6884条多322条，增长4.7%。", None),
        ("公开信息7206条，比2022年的6884条多322条，增长4.6%。", HINT),
        ("收费3482.56万元（折合0.35亿元），比上年的3655.20万元减少172.64万元，下降4.7%。", None),
        # two things, about, of something else
        ("公开信息120条，解读文件80件，比上年的96件增长25%。", WARNING),
        ("公开信息120条，解读文件80件，图解比上年的96件增长25%。", None),
        ("公开信息近120条，比上年的96条增长20%。", None),
        ("公开信息120条，比上年的96条增长两成以上，占全市的20%。", None),
        ("网上申请89件，占65.4%，比上年的60.7%提高4.7个百分点。", None),
        ("公开信息120条，比上年的96条增长，其中解读20条，增长20%。", None),
    ],
)
def test_change_told_with_both_numbers_follows_from_them(text, severity):
    keys = [each for each in found(report(proactive=text)) if each[1].startswith("TXT")]
    assert keys == ([(severity, "TXT-3:1.change")] if severity else [])


def test_change_is_worked_out_from_both_numbers():
    [finding] = check(report(proactive="公开信息120条，比2022年的96条增加24条，增长20%。"))
    assert finding.message == (
        "“120条，比2022年的96条增加24条，增长20%”：120-96=24，24÷96=25%，“增长20%”应为“增长25%”。请核对。"
    )


# lists


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("公开信息145条，其中政府网站93条，其他渠道52条。", None),
        ("年度涌现爆款内容52条，其中1条播放量破亿、2条破千万、49条破百万。", None),
        ("公开信息217条，其中门户125条，公众号40条。", None),  # a list need not be complete
        ("公开信息560条，其中网站268条，其他方式292条，规范性文件1条。", None),
        ("共收到申请14件（其中信件申请10件，网络申请4件），已办结12件。", None),
        ("公开信息145条，其中网站93条，公众号60条。", WARNING),
        ("公开信息145条，其中网站80条，其他渠道52条。", HINT),
        ("公开信息约145条，其中网站93条，公众号60条。", None),
        ("公开信息145条，开展培训3次，其中网站93条，公众号60条，视频200条。", None),  # too far from its whole
        # the list begins a sentence of its own
        ("发布信息15002条。其中，概况类信息891条，政务动态类信息4086条，目录信息10025条。", None),
        ("发布信息15002条。其中，概况类信息891条，政务动态类信息4086条，目录信息11025条。", WARNING),
        ("发布信息15002条。\n其中，概况类信息891条，政务动态类信息4086条，目录信息11025条。", None),
        # 子长2023
        ("公开各类信息共计3437条，包括：人事信息12条，政务动态1740条，公告公示225 条，解读回应共计110条，其他类信息1827条。", WARNING),
        # 龙游2022: a list after two totals
        ("门户网站发布信息9822条，新媒体公开信息13349条，其中概况类45条，政务动态2445条，目录更新7990条。", WARNING),
        ("接收申请101件，上年结转1件，其中自然人100件、法人或其他组织1件。", None),
        # the three that make up a government
        ("公开信息74条，其中县政府办公室12条、县直部门41条、乡镇（街道）21条。", None),
        ("公开信息74条，其中县政府办公室12条、县直部门39条、乡镇（街道）21条。", WARNING),
        ("公开信息74条，其中县政府办公室12条、县直部门39条、乡镇21条、开发区2条。", None),
        ("公开信息74条，其中县政府办公室12条、县教育局等部门39条、乡镇21条。", None),
        # a list beside an item of which parts are told
        ("办结46件，予以公开24件；不予公开14件，其中行政执法案卷6件；无法提供34件；不予处理9件。", None),
        ("不予公开14件，其中行政执法案卷6件、过程性信息9件；无法提供34件。", WARNING),
        # two lists in one sentence
        ("发布规划40条，其中交通类2条，占5%；发布通知170条，其中招考类150条。", None),
        ("发布规划40条，其中交通类2条、水利类39条；发布通知170条，其中招考类150条。", WARNING),
    ],
)  # fmt: skip
def test_parts_fit_the_whole(text, severity):
    keys = [each for each in found(report(proactive=text)) if each[1].startswith("TXT-5")]
    assert keys == ([(severity, "TXT-5:1.list")] if severity else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("承办人大代表建议52件、政协提案97件，合计149件。", None),
        ("承办人大代表建议52件、政协提案97件，合计159件。", WARNING),
        ("承办人大代表建议52件，政协提案97件，两项合计159件，全部答复。", WARNING),
        ("承办人大代表建议52件、政协提案97件，共159件。", WARNING),
        ("门户网站公开3318条，24个部门公开9057条，11个乡镇公开6442条，三项合计18817条。", None),
        ("门户网站公开3318条，24个部门公开9057条，11个乡镇公开6442条，三项合计18871条。", WARNING),
        # the whole stands before the list as well; the list is not complete; the total is of other things
        ("公开信息149条，其中文件52条、通知97条，合计149条。", None),
        ("公开文件52条、通知97条等，合计159条。", None),
        ("公开文件52条，比上年增加7条，合计152条。", None),
        ("公开文件近52条、通知97条，合计159条。", None),
        ("公开文件52条，公开通知97条，共159条。", None),
        ("公开文件52条、通知97条，累计达到1905条。", None),
        ("公开文件52条、通知97条，剔除重复后合计148条。", None),
    ],
)
def test_total_after_a_list_is_its_sum(text, severity):
    keys = [each for each in found(report(proactive=text)) if each[1].startswith("TXT")]
    assert keys == ([(severity, "TXT-5:1.total")] if severity else [])


def test_sum_of_the_parts_is_written_out():
    [finding] = check(report(proactive="公开信息145条，其中网站93条，公众号60条。"))
    assert finding.message == "各项之和93+60=153条，大于总数145条，相差8条。请核对。"
    assert finding.difference == Decimal(8)


def test_what_came_in_is_what_was_settled():
    assert found(report("收到申请47件，上年结转3件，办结46件，结转下年4件。")) == []
    text = "县政府办公室收到政府信息公开申请20件，办结17件，结转下年度2件。"
    assert (WARNING, "TXT-5:1.settled") in found(report(text))


# statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请47件，已全部办结。", [(WARNING, "TXT-6:1")]),
        ("依申请公开办结率100%。", [(WARNING, "TXT-6:1")]),
        ("依申请公开按期办结率100%，均在法定期限内答复。", []),
        ("收到申请47件，除4件结转下年外，均已办结。", []),
        ("县政府办公室收到的政府信息公开申请全部办结。", [(HINT, "TXT-6:1")]),
        ("人大代表建议56件，办结率100%。", []),
        # what came over from the year before is not what goes over to the next
        ("新收政府信息公开申请47件，2022年结转3件，均已办结并答复申请人。", [(WARNING, "TXT-6:1")]),
        ("收到申请47件，均已答复，没有结转，未发生行政诉讼败诉案件。", [(WARNING, "TXT-6:1")]),
        ("全县收到申请47件、上年结转3件，全部办结。", [(ERROR, "TXT-6:1")]),
        ("全县收到申请47件，办结率达到100%。", [(ERROR, "TXT-6:1")]),
        ("上年结转的3件申请全部办结。", []),
        ("上年无结转，其中网络申请30件全部办结。", []),
        ("征求第三方意见的6件申请均已办结。", []),
        ("截至2024年1月24日，结转的申请已全部办结。", []),
        ("截至目前，申请已全部办结。", []),
        ("截至2023年底，政府信息公开申请已全部办结。", [(WARNING, "TXT-6:1")]),
        # all that the sentence before counts, or only some
        ("全县新收申请47件，上年结转3件。截至2023年12月31日，上述申请已全部办结。", [(ERROR, "TXT-6:1")]),
        ("全县新收申请47件，主要是征地信息。多为邮寄。上述申请已全部办结。", [(ERROR, "TXT-6:1")]),
        ("全县新收申请47件，邮寄12件。上述申请已全部办结。", []),
        ("全县新收申请47件。截至2024年1月20日，上述申请已全部办结。", []),
        ("全县新收申请47件。\n上述申请已全部办结。", []),
    ],
)
def test_all_done_stands_against_what_was_carried_over(text, expected):
    assert found(report(text)) == expected


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("我局新收政府信息公开申请47件，上年结转3件，已全部办结，办结率100%。", ERROR),
        ("我局收到申请47件，全部按期办结。", None),
        ("依申请公开办结率100%。", WARNING),
    ],
)
def test_all_done_is_surely_wrong_where_a_bureau_says_how_many_all_are(text, severity):
    said = found(report(text, unit="成山县教育局"))
    assert said == ([(severity, "TXT-6:1")] if severity else [])


def test_all_done_is_right_when_nothing_was_carried_over():
    nothing = dict(REQUESTS) | {"carried_out": (0,) * 6, "new": (37, 4, 0, 1, 0, 1)}
    assert found(report("依申请公开全部办结，办结率100%。", base=figures(nothing))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开行政复议均获维持。", [(ERROR, "TXT-7:1.t4.review.corrected"), (WARNING, "TXT-7:1.t4.review.pending")]),
        ("已审结的行政诉讼均获维持。", []),
        ("行政复议零纠错。", [(ERROR, "TXT-7:1.t4.review.corrected")]),
        ("行政诉讼零纠错。", []),
        ("行政诉讼无一败诉。", []),
        ("县政府办公室的行政复议无纠错。", [(HINT, "TXT-7:1.t4.review.corrected")]),
        ("行政复议均已审结。", [(WARNING, "TXT-7:1.t4.review.pending")]),
        ("行政诉讼均已结案。", []),
        ("全县未发生因政府信息公开引起的行政诉讼。", [(ERROR, "TXT-7:1.t4.lit_direct.total")]),
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", [(WARNING, "TXT-7:1.t4.review.total")]),
        ("未发生行政诉讼败诉案件。", []),
    ],
)  # fmt: skip
def test_results_of_cases_are_as_told(text, expected):
    assert found(report(text)) == expected


def test_denial_of_cases_is_right_when_there_are_none():
    none = {block: (0, 0, 0, 0) for block in ("review", "lit_direct", "lit_after_review")}
    text = "全县未发生因政府信息公开引起的行政复议、行政诉讼，零纠错，均获维持。"
    assert found(report(text, base=figures(cases=none))) == []


def test_prose_that_counts_the_results_is_right_where_the_total_is_wrong():
    # 洪泽区2023年: the results make 4, the total says 0; T4-S says so, and the prose is not blamed.
    wrong_total = report("全县发生政府信息公开行政复议4件。", cells={"t4.review.total": 0})
    assert [key for severity, key in found(wrong_total) if severity is ERROR] == ["T4-S:review"]


# whatever the figures


def told(cells):
    """Prose that says what ``cells`` say, as a list of words and numbers in turn."""

    def rows(*names, column="total"):
        return sum(int(cells[t3(name, column)].number) for name in names)

    def cases(*blocks):
        return sum(int(cells[f"t4.{block}.total"].number) for block in blocks)

    organisations = ("business", "research", "charity", "legal_service", "other_org")
    return [
        ("全县共收到政府信息公开申请", rows("new")),
        ("件，上年结转", rows("carried_in")),
        ("件，办结", rows("done")),
        ("件，结转下年度继续办理", rows("carried_out")),
        ("件。从申请人看，自然人", rows("new", column="natural")),
        ("件，法人或其他组织", sum(rows("new", column=each) for each in organisations)),
        ("件。从办理结果看，予以公开", rows("open")),
        ("件，部分公开", rows("partial")),
        ("件，不予公开", rows(*(f"deny_{number}" for number in range(1, 9)))),
        ("件，无法提供", rows(*(f"unable_{number}" for number in range(1, 4)))),
        ("件，不予处理", rows(*(f"refuse_{number}" for number in range(1, 6)))),
        ("件，其他处理", rows("misc_1", "misc_2", "misc_3")),
        ("件。因政府信息公开引发行政复议", cases("review")),
        ("件、行政诉讼", cases("lit_direct", "lit_after_review")),
        ("件，其中未经复议直接起诉", cases("lit_direct")),
        ("件，复议后起诉", cases("lit_after_review")),
    ]


def written(parts):
    return "".join(f"{words}{number}" for words, number in parts) + "件。"


@pytest.mark.parametrize("seed", range(20))
def test_prose_that_says_what_the_tables_say_is_never_blamed(seed):
    base = random_figures(seed)
    findings = check(report(written(told(base)), base=base))
    assert [each.message for each in findings if each.rule.startswith("TXT")] == []


@pytest.mark.parametrize("seed", range(3))
def test_each_number_of_the_prose_that_is_changed_is_found(seed):
    base = random_figures(seed)
    parts = told(base)
    missed = []
    for index, (words, number) in enumerate(parts):
        wrong = written([*parts[:index], (words, number + 10_007), *parts[index + 1 :]])
        lit = [each.left.value for each in check(report(wrong, base=base)) if each.severity is not HINT]
        if str(number + 10_007) not in lit:
            missed.append(words)
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "力争依申请公开全部办结，行政诉讼零败诉，行政复议零纠错。",
        "政府信息公开申请未全部办结。",
        "针对行政复议案件中没有及时纠正的问题，加强指导。",
        "2021年行政复议零纠错。",
        "推动行政复议、行政诉讼案件规范办理，避免引发行政诉讼。",
    ],
)
def test_aims_and_other_years_are_no_statements(text):
    assert found(report(text)) == []


def test_office_that_says_it_received_nothing_means_itself():
    text = "2023年，我办未收到政府信息公开申请。"
    assert found(report(text, unit="成山县人民政府办公室")) == [(ERROR, "TXT-1:none")]
    assert found(report(text)) == []


def test_text_made_to_be_slow_is_read_at_once():
    text = f"全县收到{'申请公开政府信息' * 400}47件。行政复议{'案件' * 400}3件，占{'9' * 400}%。"
    assert within(1, lambda: check(report(text)))
    charges = f"行政事业性{'等' * 300}收费5万元，{'等' * 300}5万元。未{'按' * 300}收取，合计{'共' * 300}5件。"
    assert within(1, lambda: check(report(charges, sections={6: charges})))
