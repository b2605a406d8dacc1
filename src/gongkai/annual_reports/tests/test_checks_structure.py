"""The checks of the sections, the period, the legal basis and the wording."""

from dataclasses import replace

import pytest

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.content import Section

from .checks_reports import PROBLEMS, found, report, spot

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


def test_missing_section_is_a_warning():
    assert found(report(sections={4: None})) == [(WARNING, "SEC-1:missing"), (HINT, "SEC-8:parts")]


def test_sections_out_of_order_are_a_warning():
    whole = report()
    *first, five, six = whole.sections
    assert found(replace(whole, sections=(*first, six, five))) == [(WARNING, "SEC-1:order")]


@pytest.mark.parametrize(
    ("heading", "hinted"),
    [
        ("五、存在的主要问题及改进情况", False),
        ("五 、 存在的主要问题及改进情况：", False),
        ("五、存在问题及改进情况", True),
        ("五、政府信息公开工作存在的主要问题及改进情况", True),
    ],
)
def test_title_in_other_words_is_hinted_at(heading, hinted):
    whole = report()
    sections = [
        each if each.ordinal != 5 else Section(5, heading, each.paragraphs) for each in whole.sections
    ]
    assert found(replace(whole, sections=tuple(sections))) == ([(HINT, "SEC-1:title.5")] if hinted else [])


def test_report_without_prose_is_said_to_have_none():
    assert found(replace(report(), sections=())) == [(HINT, "SEC-1:none")]


def test_long_first_section_is_hinted_at():
    [finding] = check(report(proactive="推进决策、执行、管理、服务、结果公开，回应社会关切。" * 40))
    assert (finding.severity, spot(finding)) == (HINT, "SEC-2:length")


@pytest.mark.parametrize(
    ("text", "severity"), [("", ERROR), ("无。", WARNING), ("暂无问题。", WARNING), (PROBLEMS, None)]
)
def test_fifth_section_says_something(text, severity):
    assert found(report(sections={5: text})) == ([(severity, "SEC-3:content")] if severity else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("无。", WARNING),
        ("无其他需要报告的事项。", WARNING),
        ("2023年没有收取信息处理费。", None),
        ("依据《政府信息公开信息处理费管理办法》，2023年度不存在收取信息公开处理费的情况。", None),
        ("全年未收取任何费用。", None),
        ("全年实际收取信息处理费共计400元。", None),
    ],
)
def test_sixth_section_tells_of_the_fee_for_information(text, severity):
    # That fees were charged in table 2 (行政事业性收费) is another matter.
    assert found(report(sections={6: text})) == ([(severity, "SEC-4:fees")] if severity else [])


@pytest.mark.parametrize(
    ("on_request", "sixth", "contradict"),
    [
        ("申请人按期缴纳信息处理费260元后予以提供。", "2023年全县未收取信息处理费。", True),
        ("发出收费通知2件，其中1件缴费380元。", "没有向申请人收取信息处理费。", True),
        ("收取信息处理费1件、260元。", "收取信息处理费0元。", True),
        ("申请人按期缴纳信息处理费260元后予以提供。", "全年收取信息处理费1件、260元。", False),
        ("发出收费通知1件，应收信息处理费260元，申请人逾期未缴费。", "未收取信息处理费。", False),
        ("收费通知告知应缴纳信息处理费260元，申请人撤回申请。", "未收取信息处理费。", False),
        ("2022年收取信息处理费260元。", "2023年未收取信息处理费。", False),
        ("收取信息处理费260元。", "县政府办公室未收取信息处理费。", False),
        ("公开行政事业性收费260元。", "未收取信息处理费。", False),
        ("做好答复。", "2023年未收取信息处理费；2021年以来累计收取信息处理费3件、620元。", False),
    ],
)
def test_fee_for_information_is_told_alike_throughout(on_request, sixth, contradict):
    keys = [each for each in found(report(on_request, sections={6: sixth})) if each[1].startswith("SEC")]
    assert keys == ([(ERROR, "SEC-4:fees.told")] if contradict else [])


@pytest.mark.parametrize(
    ("period", "severity"),
    [
        ("所列数据统计期限自2023年1月1日起至2023年12月31日止。", None),
        ("所列数据的统计期限为2023年1月1日至12月31日。", None),
        ("数据统计时限为 2023 年 1 月 1 日—2023 年 12 月 31 日。", None),
        ("统计期限从２０２３年１月１日到１２月３１日。", None),
        ("统计期限自2023年1月1日起至202023年12月31日止。", ERROR),
        ("统计期限自2022年1月1日起至2022年12月31日止。", ERROR),
        ("统计期限自2022年1月1日起至2023年12月31日止。", ERROR),
        ("统计期限自2023年1月1日起至2023年12月25日止。", WARNING),
        ("统计期限自202年1月1日起至2023年12月31日止。", WARNING),
    ],
)
def test_period_is_the_year_of_the_title(period, severity):
    assert found(report(sections={0: period})) == ([(severity, "PER:period")] if severity else [])


def test_title_of_another_year_than_the_period_is_an_error():
    # 田黄2020年: the title says 2020, the period 2021.
    assert found(report(title="田黄镇2022年政府信息公开工作年度报告")) == [
        (ERROR, "PER:period"),
        (HINT, "PER:section.1"),
    ]


@pytest.mark.parametrize(
    "introduction",
    ["本报告根据《条例》编制。", "报告中所列数据统计期限为2025111231日。", "所列数据截止日期为20251231日。"],
)
def test_period_that_was_not_read_is_a_hint(introduction):
    assert found(report(sections={0: introduction})) == [(HINT, "PER:none")]


def test_first_section_about_another_year_is_hinted_at():
    text = "2022年，推进重点领域公开，考核、评议、问责情况良好。"
    assert found(report(sections={1: text})) == [(HINT, "PER:section.1")]


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息120条，比2022年的100条增加20条。",
        "2020年以来累计公开信息120条。",
        "新收申请47件，加上2022年结转的3件，共50件。",
        "整理2018年至2022年档案。",
    ],
)
def test_year_that_is_only_mentioned_is_not_what_the_first_section_is_about(text):
    text = f"{text}考核、评议、问责情况良好。"
    assert "PER:section.1" not in [key for _, key in found(report(sections={1: text}))]


@pytest.mark.parametrize(
    "number", ["国办公开办函〔2019〕60号", "国办公开办函[2019]60号", "国办公开办函（2019）60 号"]
)
def test_format_of_2019_as_legal_basis_is_hinted_at(number):
    text = f"根据{number}编制。统计期限为2023年1月1日至12月31日。"
    assert found(report(sections={0: text})) == [(HINT, "L1:2021")]
    assert (
        found(report(sections={0: text.replace("2023", "2020"), 1: "2020年考核评议问责。"}, year=2020)) == []
    )


def test_regulation_of_2008_as_legal_basis_is_hinted_at():
    text = "根据《条例》（国务院令第492号）编制。统计期限为2023年1月1日至12月31日。"
    assert found(report(sections={0: text})) == [(HINT, "L1:2019")]


@pytest.mark.parametrize(
    "text",
    [
        "《条例》2007年以国务院令第492号公布，2019年以国务院令第711号修订。",
        "从本年度起按照国办公开办函〔2021〕30号编制，不再采用国办公开办函〔2019〕60号所附的格式。",
        "对照国务院令第492号时期形成的目录开展清理。",
    ],
)
def test_document_of_the_past_is_no_legal_basis_when_only_told_of(text):
    assert found(report(sections={0: f"{text}统计期限为2023年1月1日至12月31日。"})) == []


def test_government_tells_of_assessment_appraisal_and_accountability():
    text = "2023年推进公开，纳入年度考核，开展社会评议。"
    [finding] = check(report(sections={1: text}))
    assert (finding.severity, spot(finding), finding.left.value) == (HINT, "L2:supervision", "责任追究")
    assert found(report(sections={1: text}, unit="成山县教育局")) == []


@pytest.mark.parametrize(
    ("labels", "keys"),
    [
        ("（一）甲。\n（二）乙。\n（三）丙。", []),
        ("（一）甲。\n（二）乙。\n（3）丙。\n（四）丁。", ["SEC-5:5.3"]),
        ("（一）甲。\n[bookmark: _GoBack]（二）乙。\n（三）丙。", ["SEC-6:picture"]),
        ("（一）甲。（二）乙。\n（三）丙。", []),
        ("（一）甲。\n（三）丙。", ["SEC-5:5.2"]),
        ("（一）甲。\n（1）子。\n（2）丑。\n（二）乙。", []),
        ("（一）甲。\n（二）乙。\n（一）丙。", []),
    ],
)
def test_numbering_goes_on_in_one_kind(labels, keys):
    text = labels.replace("。", "方面，需要进一步改进的问题。")
    assert [key for _, key in found(report(sections={5: text}))] == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[image: 微信图片_20221212]", ["SEC-6:picture"]),
        ("办事指南&nbsp;更新及时。-->", ["SEC-6:markup"]),
        ("印发<政府信息公开工作年度报告格式>的通知。", []),
        ("附件下载", ["SEC-6:page"]),
        ("规范审核审核发布机制，打造统一的的界面。", ["SEC-6:doubled"]),
        ("做好政府信息公开公开指南的更新。", []),
        ("回应关切，，及时公开。。", ["SEC-6:marks"]),
        ("统筹解读回应、平台建设、等各项工作。", ["SEC-6:marks"]),
        ("按一等、二等、三等分档。", []),
        ("读到\ufffd\ufffd字样。", ["SEC-6:unreadable"]),
        ("共公开信息XX条。", ["SEC-7:1"]),
        ("某某县扎实推进公开。", ["SEC-7:1"]),
        ("【请补写：信息审核发布、公开属性认定等情况】", ["SEC-7:1"]),
        ("利用微信公众号“实干兴国XG”发布信息。", []),
        ("公开办事指南，实行“两微一端”同步发布。", []),
    ],
)
def test_leftovers_and_blanks_are_found(text, keys):
    assert [key for _, key in found(report(proactive=text))] == keys


def test_blank_of_a_template_is_an_error():
    assert found(report(proactive="共公开信息××条。")) == [(ERROR, "SEC-7:1")]


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("主要从三个方面进行改进。一是强化培训。二是加强检查。三是丰富形式。", False),
        ("主要从三个方面进行改进。一是强化培训。二是加强检查和通报工作。", True),
        ("还存在两个问题：一是形式单一。二是更新较慢。下一步：一是丰富形式。二是加快更新。三是培训。", False),
        ("涉及三个方面的工作，需要统筹推进，逐项落实到位。", False),
    ],
)
def test_announced_points_are_counted(text, hinted):
    assert found(report(sections={5: text})) == ([(HINT, "SEC-8:points.5")] if hinted else [])


def test_announced_parts_are_counted():
    text = "本报告包括5大版块。统计期限为2023年1月1日至12月31日。"
    assert found(report(sections={0: text})) == [(HINT, "SEC-8:parts")]
