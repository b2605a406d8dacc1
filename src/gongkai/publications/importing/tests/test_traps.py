from datetime import date, datetime

import pytest

from gongkai.publications.importing.old_item import OldItem
from gongkai.publications.importing.repeats import Trace, find_repeats
from gongkai.publications.importing.traps import RULES, examine


def old_item(**values):
    """An item without any trap; a test spoils one thing."""
    return OldItem(
        **{
            "line": 1,
            "url": "http://old.example/a/202603/t20260302_1.htm",
            "title": "示范县民政局关于做好高龄津贴发放工作的通知",
            "issuing_agency": "示范县民政局",
            "signed_on": date(2026, 3, 2),
            "published_at": datetime(2026, 3, 2, 9, 30),
            "body": "各镇人民政府：现将有关事项通知如下。 示范县民政局 2026年3月2日",
        }
        | values
    )


def codes(**values):
    return [finding.code for finding in examine(old_item(**values))[1]]


def test_an_item_in_order_gives_no_findings():
    assert codes() == []


BODY = "各镇人民政府：现将有关事项通知如下。"
SIGNED = " 示范县民政局 2026年3月2日"


@pytest.mark.parametrize(
    ("values", "code", "field", "mended"),
    [
        (
            {"body": "示民发〔2026）03 号 " + BODY + SIGNED},
            "T1-NUMBER-IN-BODY",
            "document_number",
            "示民发〔2026〕3号",
        ),
        ({"document_number": "示民发[2026]第3号"}, "T1-NUMBER-FORM", "document_number", "示民发〔2026〕3号"),
        ({"document_number": "无"}, "T1-NUMBER-NONE", "document_number", ""),
        ({"signed_on": None}, "T3-SIGNED-IN-BODY", "signed_on", date(2026, 3, 2)),
        ({"published_at": None}, "T3-NO-TIME", "published_at", datetime(2026, 3, 2)),
        (
            {"body": BODY + SIGNED + " 示范县民政局办公室 2026年3月2日印发"},
            "T3-PRINTED",
            "printed_on",
            date(2026, 3, 2),
        ),
        (
            {"body": BODY + "本办法有效期至2028年12月31日。" + SIGNED},
            "T4-VALID-UNTIL",
            "valid_until",
            date(2028, 12, 31),
        ),
        ({"title": "示范县民政局关于做好 高龄津贴发放工作的通知"}, "T5-SPACES", "title", old_item().title),
        ({"title": "示范县民政局关于" + old_item().title}, "T5-AGENCY-TWICE", "title", old_item().title),
        (
            {"title": "关于做好高龄津贴", "body": "关于做好高龄津贴发放工作的通知 " + BODY + SIGNED},
            "T5-TRUNCATED",
            "title",
            "关于做好高龄津贴发放工作的通知",
        ),
        (
            {"title": "关于“5？10”事故的结案批复", "body": "关于“5·10”事故的结案批复 " + BODY + SIGNED},
            "T6-LOST-DOT",
            "title",
            "关于“5·10”事故的结案批复",
        ),
        (
            {"title": "关于印发《<高龄津贴办法>实施细则》的通知"},
            "T6-ANGLE-BRACKETS",
            "title",
            "关于印发《〈高龄津贴办法〉实施细则》的通知",
        ),
        (
            {"attachments": ("名单(1)(1).xlsx",), "files": ("a.xlsx",)},
            "T7-NAMES",
            "attachments",
            ("名单.xlsx",),
        ),
        (
            {"body": BODY + "&nbsp;&nbsp;" + SIGNED},
            "T9-ENTITIES",
            "body",
            BODY + "  示范县民政局 2026年3月2日",
        ),
        (
            {"body": BODY + SIGNED + " /* Style Definitions */ table.MsoNormalTable {mso-style-name:x;}"},
            "T9-WORD-STYLES",
            "body",
            BODY + SIGNED,
        ),
        ({"body": "【打印】" + BODY + SIGNED}, "T9-PAGE-SHELL", "body", BODY + SIGNED),
        ({"title": old_item().title + "（已废止）"}, "T10-VALIDITY-IN-TITLE", "title", old_item().title),
        ({"issuing_agency": "示范县政府网站"}, "T10-ISSUER-FROM-SIGNATURE", "issuer", "示范县民政局"),
        ({"issuing_agency": "示范县财政局"}, "T10-SIGNATURE-DIFFERS", "issuer", "示范县民政局"),
    ],
)
def test_what_is_certain_is_mended_and_said(values, code, field, mended):
    item, findings = examine(old_item(**values))
    finding = next(each for each in findings if each.code == code)
    assert (finding.field, getattr(item, field)) == (field, mended)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"document_number": "民政局三号文"}, "T1-NUMBER-UNREADABLE"),
        ({"body": BODY + "依据《办法》（示民发﹝2025﹞4号）。" + SIGNED}, "T1-CITED-NUMBER"),
        ({"url": "http://old.example/t20260402_1.htm"}, "T3-ADDRESS-DATE"),
        ({"signed_on": date(2026, 3, 1)}, "T3-SIGNED-DISAGREES"),
        ({"published_at": datetime(2026, 5, 20, 9, 0)}, "T3-LATE"),
        ({"published_at": datetime(2026, 3, 2)}, "T3-PLACEHOLDER-TIME"),
        ({"published_at": datetime(2026, 3, 1, 9, 0)}, "T4-BEFORE-SIGNING"),
        ({"body": "暴雨预警信号（2026年2月20日-2月22日）。" + SIGNED}, "T4-OVER-BEFORE-PUBLISHED"),
        ({"body": "办理情况：4月27日，到村现场查勘。" + SIGNED}, "T4-OUTCOME-LATER"),
        ({"body": "决定于2月28日12时终止应急响应。" + SIGNED}, "T4-ALREADY-DONE"),
        ({"title": "公示"}, "T5-GENERIC"),
        ({"title": "示范县民政局"}, "T5-ONLY-AGENCY"),
        ({"title": "一季度预算执行情况分析"}, "T5-NO-YEAR"),
        ({"title": "高龄津贴--发放"}, "T5-DASH"),
        ({"title": "示范县信息公开规定", "body": "示范县信息公开制度 为做好工作。" + SIGNED}, "T5-DIFFERS"),
        ({"title": "关于" + "很长" * 45 + "的通知"}, "T5-LONG"),
        ({"title": "关于买买提？艾山同志的通知"}, "T6-LOST-DOT"),
        (
            {"attachments": ("关于印发营造林项目管理规定的通知.pdf",), "files": ("a.pdf",)},
            "T7-FOREIGN",
        ),
        ({"attachments": ("名单.xlsx",)}, "T7-NO-FILE"),
        ({"body": ""}, "T8-EMPTY"),
        ({"body": "", "url": "http://old.example/a/P02023.doc"}, "T8-IS-A-FILE"),
        ({"body": "", "attachments": ("W020231116375398736649.jpg",)}, "T8-ONLY-IMAGE"),
        ({"body": "具体内容详见附件。"}, "T8-SEE-ATTACHMENT"),
        ({"body": BODY + "序号姓名金额备注1某某合计380026.04" + SIGNED}, "T9-GLUED-TABLE"),
        ({"issuing_agency": ""}, "T10-NO-AGENCY"),
        ({"issuing_agency": "本站"}, "T10-SITE-AS-AGENCY"),
        ({"issuing_agency": "示范县民政局 示范县财政局"}, "T10-SEVERAL-AGENCIES"),
        ({"issuing_agency": "中国共产主义青年团"}, "T10-PARENT-AGENCY"),
        ({"issuing_agency": "民政局"}, "T10-SHORT-NAME"),
        ({"index_number": "二号"}, "T10-INDEX-FORM"),
        ({"body": BODY + " 示范县民政局 二〇二六年三月二日"}, "T10-DATE-IN-CHARACTERS"),
        ({"body": BODY + "办公时间8：30。" + SIGNED}, "T10-FULL-WIDTH"),
    ],
)
def test_what_is_doubtful_is_handed_to_a_person(values, code):
    assert code in codes(**values)


def test_offices_that_issue_together_keep_the_space_between_them():
    title = "示范县民政局 示范县财政局关于调整补贴标准的通知"
    assert examine(old_item(title=title))[0].title == title


def test_every_rule_has_a_purpose_of_its_own():
    assert len(RULES) == len(set(RULES))


def repeats_of(*items):
    found = find_repeats(map(Trace.of, items))
    return [
        (repeat.again.line, repeat.first.line, repeat.finding.code, repeat.merges)
        for repeat in found.values()
    ]


def test_one_document_number_in_two_sections_is_one_document():
    first = old_item(document_number="示民发〔2026〕3号", column_path="a")
    again = old_item(
        line=2, document_number="示民发﹝2026﹞3号", column_path="b", url="http://old.example/t2.htm"
    )
    assert repeats_of(first, again) == [(2, 1, "T2-SAME-DOCUMENT", True)]


def test_one_number_on_two_different_documents_is_left_to_a_person():
    first = old_item(document_number="示民发〔2026〕3号")
    other = old_item(
        line=2, document_number="示民发〔2026〕3号", title="关于另一件事的通知", body="另一件事。"
    )
    assert repeats_of(first, other) == [(2, 1, "T2-SAME-NUMBER", False)]


def test_the_same_words_minutes_later_are_a_slip_and_a_month_later_a_new_notice():
    soon = old_item(line=2, published_at=datetime(2026, 3, 2, 9, 36))
    later = old_item(line=3, published_at=datetime(2026, 4, 2, 9, 36))
    assert repeats_of(old_item(), soon, later) == [(2, 1, "T2-SAME-TEXT", True)]
