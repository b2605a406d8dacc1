"""What is read out of sentences, and what is rightly left alone."""

from decimal import Decimal

import pytest

from gongkai.annual_reports.checks.claims import claims_of
from gongkai.annual_reports.checks.numbers import chinese_number, mentions_in
from gongkai.annual_reports.checks.sentences import normalised, sentences_of
from gongkai.annual_reports.content import Report, Section

from .checks_reports import report


def claims(text):
    """The claims in part （二）依申请公开 of a report on 2023, each as kind and number."""
    whole = report(text)
    return [(claim.kind, int(claim.value)) for claim in claims_of(sentences_of(whole), whole.year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what came in
        ("全县共收到政府信息公开申请47件。", [("received", 47)]),
        ("本年度共收到依申请公开17条。", [("received", 17)]),
        ("新收政府信息公开申请４７ 件。", [("new", 47)]),
        ("全年接收政府信息公开申请1，288件。", [("received", 1288)]),
        ("共收到70件申请。", [("received", 70)]),
        ("共计收到2件政府信息公开申请。", [("received", 2)]),
        ("收到公民、法人和其他组织提出的政府信息公开申请四十七件。", [("received", 47)]),
        ("全县行政机关共受理政府信息公开申请749件。", [("accepted", 749)]),
        ("2023 年，全市共收到政府信息申请公开件658件。", [("received", 658)]),
        # what was done
        ("2023年共办结依申请公开件47件，比2022年总体下降17.5%。", [("handled", 47)]),
        ("共完成政府信息依申请公开答复1453件。", [("replied", 1453)]),
        ("共收到70件申请，及时依法依规办结69件，1件结转下年度继续办理。", [("received", 70), ("handled", 69), ("carried_out", 1)]),
        ("共受理政府信息公开申请749件，共办理718件，结转下一年31件。", [("accepted", 749), ("processed", 718), ("carried_out", 31)]),
        ("新收7件政府信息公开申请，上年度结转1件。", [("new", 7), ("carried_in", 1)]),
        ("办理依申请公开47件（含上年结转2件）。", [("processed", 47), ("carried_in", 2)]),
        ("共办结46件。", [("handled", 46)]),
        ("共收到政府信息依申请公开89件次，已经答复88件。", [("received", 89), ("replied", 88)]),
        ("共接收群众、企业申请公开12件。", [("received", 12)]),
        ("共收到70件申请，及时办结69件，尚在办理的1件结转下年度。", [("received", 70), ("handled", 69), ("carried_out", 1)]),
        ("2021年至2023年共收到申请312件；2023年收到申请99件。", [("received", 99)]),
        # outcomes and applicants
        ("“予以公开”42件，占89.3%；“部分公开”2件。", [("open", 42), ("partial", 2)]),
        ("其中，予以公开答复966件，不予公开81件，无法提供的182件，不予处理的61件，其他处理96件。", [("open", 966), ("refused", 81), ("unable", 182), ("not_processed", 61), ("other_handling", 96)]),
        ("42件予以公开，2件部分公开，1件不予处理。", [("open", 42), ("partial", 2), ("not_processed", 1)]),
        ("予以公开及部分公开的有6件。", [("open+partial", 6)]),
        ("予以公开、部分公开共43件。", [("open+partial", 43)]),
        ("其中自然人申请741件，法人或其他组织申请8件。", [("natural", 741), ("organisations", 8)]),
        ("涉及自然人72件、商业企业3件。", [("natural", 72), ("business", 3)]),
        ("本机关不掌握相关政府信息的11件，重复申请2件。", [("unable_1", 11), ("refuse_2", 2)]),
        # reviews and suits
        ("全县共办理政府信息公开行政复议2件，行政诉讼0件。", [("review", 2), ("litigation", 0)]),
        ("行政诉讼案件1件、行政复议案件2件，均已结案。", [("litigation", 1), ("review", 2)]),
        ("因政府信息公开引发行政复议、行政诉讼12件。", [("review_and_litigation", 12)]),
        ("行政复议3件，其中维持1件、纠正1件，1件尚未审结。", [("review", 3), ("upheld", 1), ("corrected", 1), ("pending", 1)]),
        ("未经复议直接起诉10件，复议后起诉2件。", [("lit_direct", 10), ("lit_after_review", 2)]),
        # documents
        ("集中公开现行有效行政规范性文件698件，更新本年度制发的规范性文件88件。", [("in_force", 698), ("issued", 88)]),
        ("共制定规范性文件0件，废止规范性文件3件。", [("issued", 0), ("repealed", 3)]),
    ],
)  # fmt: skip
def test_claims_are_read(text, expected):
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # not exact
        "共收到政府信息公开申请40余件。",
        "收到政府信息公开申请近50件。",
        "收到政府信息公开申请约47件。",
        "收到政府信息公开申请100多件。",
        "收到政府信息公开申请30件左右。",
        "收到政府信息公开申请十几件。",
        "收到政府信息公开申请1.2万件。",
        "收到政府信息公开申请3至5件。",
        "办理完成了第47件政府信息公开申请。",
        # another time
        "2022年共收到政府信息公开申请57件。",
        "上半年共收到政府信息公开申请20件。",
        "去年共收到政府信息公开申请57件。",
        "自2008年以来共收到政府信息公开申请570件。",
        "2021年至2023年三年共收到政府信息公开申请312件。",
        "2021—2023年，全县累计收到政府信息公开申请312件，办结310件。",
        "近三年共收到政府信息公开申请312件。",
        "近三年共发生政府信息公开行政诉讼14件，累计制发行政规范性文件19件。",
        "“十四五”期间收到政府信息公开申请570件。",
        "截至2023年6月底收到政府信息公开申请20件。",
        # not yet done
        "对2023年12月31日前尚在办理的3件申请抓紧答复。",
        # only some of them
        "其中通过网络收到政府信息公开申请30件。",
        "通过信函收到政府信息公开申请10件。",
        "收到涉及土地征收的政府信息公开申请20件。",
        # changes, not numbers
        "政府信息公开申请较上年增加12件。",
        "收到申请比上年减少了5件。",
        # other things counted
        "县长信箱收到信件183件，答复183件。",
        "收到群众来信359件，其中答复351件。",
        "承办人大代表建议56件、政协提案206件，均已答复。",
        "全年未收到行政许可申请，办结行政许可5176件。",
        "受理市长信箱来信7件，全部予以答复。",
        "公开政策文件4件，发布解读21条。",
        "依申请公开栏目更新20条。",
        "对23件政策文件进行解读。",
        "全年回复留言501条。",
        "规范答复文书12种，培训3次。",
        "畅通12345热线，20个工作日内答复申请人。",
        "发布文件15份（不予公开7份，依申请公开5份）。",
        "受理群众网上来访信件34件，办结34件，办结率100%。",
        "未收到关于不予公开政府信息的咨询。",
        "不动产登记类查询引导申请人按专门规定办理5件。",
        # two things in one number, or no telling which
        "收到并办结政府信息公开申请47件。",
        "予以公开、部分公开、不予公开分别为42、2、0件。",
        "予以公开42件部分公开",
        "收到政府信息公开申请10 5件。",
        # no request word at all
        "共收到47件。",
    ],
)
def test_other_numbers_make_no_claim(text):
    assert claims(text) == []


def test_proactive_part_makes_no_claims_of_requests():
    whole = report(proactive="主动予以公开政策42件，不予公开2件，办理事项30件。")
    assert claims_of(sentences_of(whole), 2023) == ()


def test_words_that_narrow_a_number_are_kept_with_it():
    whole = report("县政府办公室共收到政府信息公开申请12件。全县各部门共收到政府信息公开申请47件。")
    office, county = claims_of(sentences_of(whole), 2023)
    assert (office.scope, office.whole_area) == ("县政府办", False)
    assert (county.scope, county.whole_area) == ("", True)


def test_outcome_with_a_reason_counts_only_part_of_its_kind():
    whole = report("因涉及国家秘密不予公开1件，不予公开共2件。")
    assert [each.qualified for each in claims_of(sentences_of(whole), 2023)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占４．２ ％", [("4.2", "%", True)]),
        ("约20件", [("20", "件", False)]),
        ("十二件", [("12", "件", True)]),
        ("两条", [("2", "条", True)]),
        ("100余条", [("100", "条", False)]),
        ("上升5个百分点", [("5", "个百分点", True)]),
        ("20个工作日", []),
        ("99%以上", [("99", "%", False)]),
        ("2万人次", [("2", "人次", False)]),
        ("1286.40万元，折合0.13亿元", [("1286.40", "万元", True), ("0.13", "元", False)]),
    ],
)
def test_numbers_are_read_with_unit_and_exactness(text, expected):
    assert [(str(each.value), each.unit, each.exact) for each in mentions_in(normalised(text))] == expected


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十一", 21), ("三百零五", 305), ("一千二百", 1200), ("二〇二三", 2023)]
)
def test_chinese_numbers_are_worked_out(text, value):
    assert chinese_number(text) == value


def test_sentence_broken_over_lines_is_put_together_and_quoted_from_one_line():
    lines = ("（二）依申请公开。全年共收到政府信息公开申请", "47件，均按期答复。")
    whole = Report(year=2023, sections=(Section(1, "一、总体情况", lines),))
    [claim] = claims_of(sentences_of(whole), 2023)
    assert (claim.kind, claim.value) == ("received", Decimal(47))
    assert claim.sentence.quote == "全年共收到政府信息公开申请"


def test_quote_is_letter_for_letter_what_was_printed():
    whole = report("2023 年共收到申请 ４７ 件 。")
    assert sentences_of(whole)[4].quote in whole.section(1).paragraphs[1]
