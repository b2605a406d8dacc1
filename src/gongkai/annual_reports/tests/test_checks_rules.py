"""The list of rules, the findings as data, and real reports as a whole."""

import json
from decimal import Decimal

from gongkai.annual_reports import layout
from gongkai.annual_reports.checks import RULES, Severity, as_json, check
from gongkai.annual_reports.checks.findings import nested
from gongkai.annual_reports.content import Figure
from gongkai.annual_reports.layout import Form
from gongkai.common.tests.timing import within

from .checks_reports import figures, random_figures, report, spot

HINT = Severity.HINT


def test_each_rule_is_named_once_and_documented():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert [
        rule.id for rule in RULES if not (rule.name and rule.demands.endswith("。") and rule.clause)
    ] == []
    assert [rule.id for rule in RULES if not rule.apply.__doc__.startswith(f"{rule.id}: ")] == []


def test_finding_becomes_plain_data():
    [finding] = check(report(cells={"t2.enforcement.decisions": "2.5"}))
    assert as_json(finding) == {
        "rule": "T2-I",
        "severity": "error",
        "where": "表二“行政强制”的“本年处理决定数量”",
        "left": {
            "label": "表二“行政强制”的“本年处理决定数量”",
            "value": "2.5",
            "cells": ["t2.enforcement.decisions"],
            "quote": "",
        },
        "right": None,
        "difference": None,
        "message": "表二“行政强制”的“本年处理决定数量”填“2.5”，应是整数。",
        "source": "国办公开办函〔2021〕30号",
        "key": "T2-I:t2.enforcement.decisions",
    }


def test_every_finding_can_be_written_as_json():
    wrong = report("全县共办结申请99件。", cells={"t3.open.total": 7, "t4.review.total": None})
    assert json.loads(json.dumps([as_json(each) for each in check(wrong)]))[0]["difference"] == "17"


def test_key_stays_when_something_else_is_mended():
    wrong = {"t3.open.natural": 9, "t4.review.total": 8}
    before = [each.key for each in check(report("全县共办结申请99件。", cells=wrong))]
    after = [each.key for each in check(report("全县共办结申请99件。", cells={"t4.review.total": 5}))]
    assert after == ["T4-S:review", "TXT-1:1.handled=99"]
    assert set(after) < set(before)


def test_keys_are_different_within_a_report():
    text = "共办结申请12件。共办结申请13件。再说一遍，共办结申请12件。"
    keys = [each.key for each in check(report(text))]
    assert keys == ["TXT-1:1.handled=12", "TXT-1:1.handled=13", "TXT-1:1.handled=12#2"]


def test_every_cell_and_quote_of_a_finding_is_one_of_the_report():
    text = "全县共办结申请99件，其中予以公开24件，占99%。行政复议零纠错。"
    whole = report(text, cells={"t3.open.natural": 9, "t4.review.total": 8}, sections={5: "无"})
    paragraphs = [paragraph for section in whole.sections for paragraph in section.paragraphs]
    for finding in check(whole):
        for side in filter(None, (finding.left, finding.right)):
            assert set(side.cells) <= set(layout.all_cells(Form.OF_2021))
            assert not side.quote or any(side.quote in paragraph for paragraph in paragraphs)


# 成武县2022年, as published: the tables are right, the percentages cut off, the legal basis outdated.
SEED = {
    0: "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2019〕60号要求编制，包括6大版块。"
    "数据统计期限自2022年1月1日起至2022年12月31日止。",
    1: "（一）主动公开\n2022年累计公开信息12630条，其中，重点领域信息5385条。多角度解读政策23件138条。\n"
    "[image: 微信图片_20221212095846]\n（二）依申请公开\n2022年共办结依申请公开件47件，比2021年总体下降17.5%。"
    "从申请答复看，“予以公开”42件，占89.3%；“部分公开”2件，占4.2 %“不予公开”0件，“无法提供”2件，占4.2 %；"
    "“不予处理”1件，占2.1 %。全县共办理政府信息公开行政复议2件，行政诉讼0件。\n（三）政府信息管理\n做好目录。\n"
    "（4） 平台建设\n优化栏目。\n（五）监督保障\n纳入综合考核，开展社会评议。",
    6: "（一）依据《政府信息公开信息处理费管理办法》，2022年度不存在收取信息公开处理费的情况。\n"
    "[bookmark: _GoBack]（二）县政府承办人大代表建议56件、政协提案206件，均已全部按期答复，委员满意率99%以上。",
}


def seed_figures():
    requests = {
        "new": (47, 0, 0, 0, 0, 0),
        "open": (42, 0, 0, 0, 0, 0),
        "partial": (2, 0, 0, 0, 0, 0),
        "unable_1": (2, 0, 0, 0, 0, 0),
        "refuse_1": (1, 0, 0, 0, 0, 0),
    }
    cases = {"review": (2, 0, 0, 0), "lit_direct": (0, 0, 0, 0), "lit_after_review": (0, 0, 0, 0)}
    fees = {"t2.fees.amount": Figure(Decimal("2648.66"), "2648.66")}
    return figures(requests, cases) | fees


def test_report_of_chengwu_has_no_errors_and_the_hints_a_careful_reader_would_give():
    findings = check(report(base=seed_figures(), sections=SEED, unit="成武县人民政府", year=2022))
    assert {each.severity for each in findings} == {HINT}
    assert [spot(each) for each in findings] == [
        "TXT-2:1.open",
        "TXT-2:1.partial",
        "TXT-2:1.unable",
        "TXT-3:1.handled",
        "TXT-9:1.sum",
        "L1:2021",
        "L2:supervision",
        "SEC-5:1.4",
        "SEC-6:picture",
        "SEC-6:unseparated",
    ]
    messages = {spot(each): each.message for each in findings}
    assert "42÷47=89.3617%" in messages["TXT-2:1.open"]
    assert "隐含上年为57件" in messages["TXT-3:1.handled"]
    assert "没有写到责任追究情况" in messages["L2:supervision"]


def test_long_report_is_checked_in_a_few_milliseconds():
    filler = "围绕中心工作推进公开，回应社会关切，完善机制，强化培训，提升质效，全年发布信息1020条。" * 60
    long = report("全县共办结申请46件。", proactive=filler, base=random_figures(3))
    check(long)
    other = report("全县共办结申请45件。", proactive=filler + "新增12条。", base=random_figures(3))
    assert within(0.1, lambda: check(other))  # about 10 ms on a slow machine


def test_quotes_inside_quotes_have_marks_of_their_own():
    assert nested("““予以公开”42件，占89.3%”：对。“甲”") == "“‘予以公开’42件，占89.3%”：对。“甲”"
    assert nested("没有引号”“") == "没有引号”“"
