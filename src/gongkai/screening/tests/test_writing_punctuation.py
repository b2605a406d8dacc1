import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.common.tests.timing import within
from gongkai.screening.detectors.writing import detect
from gongkai.screening.detectors.writing.whole import fold
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Leader, Lists, Passage, Word

LISTS = Lists(
    words=(Word(Kind.SENSITIVE_WORDING, "示范词"),),
    leaders=(Leader("王示范", ("县长",)),),
    today="2026-03-02",
)


def found(*paragraphs):
    findings = detect([Passage(text) for text in paragraphs], Lists())
    return [(each.passage, each.start, each.value) for each in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《示范县办法的规定，", [(0, 2, "《")]),
        ("根据示范县办法》的规定", [(0, 7, "》")]),
        ("开展房）屋结构排查", [(0, 3, "）")]),
        ("某单位（以下简称单位", [(0, 3, "（")]),
        ("所谓“放管服改革", [(0, 2, "“")]),
        ("（北纬19.0度)，《办法》“放管服”", []),
        ("1）身份证；2）户口簿；a）照片", []),
        ("一）总体情况", []),
    ],
)
def test_brackets_and_quotes_without_their_other_half_are_found(text, expected):
    assert found(text) == expected


def test_a_bracket_may_close_in_a_later_passage():
    assert found("根据《示范县人民政府", "办公室关于某事的通知》") == []


def test_a_quotation_opens_each_of_its_paragraphs_and_closes_once():
    assert found("将第一条修改为：“第一条内容。", "“第二款内容。", "“第三款内容。”") == []


def test_a_quotation_closed_by_a_straight_mark_has_its_other_half():
    assert found('所称“使用"，是指') == []


def test_half_width_commas_are_told_of_once():
    findings = detect([Passage("各单位,各部门,各镇"), Passage("第一,第二")], Lists())
    assert [(each.passage, each.start, each.note) for each in findings] == [
        (0, 3, "汉字之间用了半角逗号，全文共3处。应为“，”。")
    ]


@pytest.mark.parametrize("text", ["A,B", "1,200元", "第1,第2"])
def test_commas_between_other_characters_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value", "suggestion"),
    [
        ("公示期满。&nbsp;&nbsp;示范县", "&nbsp;", ""),
        ("table.MsoNormalTable", "MsoNormal", ""),
        ("关于“5？10”事故的批复", "“5？10”", "“5·10”"),
        ("不低于2\ue0105米", "\ue010", ""),
    ],
)
def test_what_moving_a_text_left_behind_is_found(text, value, suggestion):
    findings = detect([Passage(text)], Lists())
    assert [(each.kind, each.value, each.suggestion) for each in findings] == [(Kind.TYPO, value, suggestion)]


@given(
    st.lists(
        st.text(
            st.sampled_from("机密★示范词王县长第〔[2022]5号年月日至，,。《》“”（）1０%万平方部暑 \n　⽂")
        ),
        max_size=6,
    )
)
@settings(max_examples=150, deadline=None)
def test_every_finding_is_what_stands_at_its_place(texts):
    for each in detect([Passage(text) for text in texts], LISTS):
        assert texts[each.passage][each.start : each.end] == each.value != ""


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


def test_numbers_of_any_length_are_read():
    digits = "1" * 10_000
    text = f"{digits},{digits}元{digits}-{digits}%共{digits}件，其中{digits}件{digits}月{digits}日〔{digits}〕{digits}号"
    assert detect([Passage(text)], LISTS) == []


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "\n“",
        "机密",
        "2022年2月30日",
        "1,",
        "（",
        "县长王示范",
        "书记、",
        "部暑",
        "〔2022〕",
        "5月1日至",
        "　",
        "环保局",
        "共1件，其中",
        "1",
        "附件",
    ],
)
def test_hostile_text_takes_linear_time(piece):
    text = piece * (100_000 // len(piece))
    assert within(3, lambda: detect([Passage(text)], LISTS))
