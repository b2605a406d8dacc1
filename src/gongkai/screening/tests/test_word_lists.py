import pytest

from gongkai.common.tests.timing import within
from gongkai.screening.detectors.writing import builtin_words, detect
from gongkai.screening.detectors.writing.words import builtin_lines
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists, Passage, Word

WORDING = {Kind.TYPO, Kind.OUTDATED_WORDING, Kind.WRONG_WORDING, Kind.SENSITIVE_WORDING, Kind.SECRECY_WORD}
# Half of a quotation when it stands by itself.
IN_QUOTES = "一带一路”战略"


def found(*paragraphs, lists=None):
    findings = detect([Passage(text) for text in paragraphs], lists or Lists())
    return [(each.value, each.suggestion) for each in findings if each.kind in WORDING]


def with_words(*words):
    return Lists(words=words)


def test_built_in_lists_hold_what_they_should():
    counts = {kind: sum(word.kind == kind for word in builtin_words()) for kind in Kind}
    assert {kind: count for kind, count in counts.items() if count} == {
        Kind.WRONG_WORDING: 47,
        Kind.OUTDATED_WORDING: 172,
        Kind.TYPO: 1261,
    }


def test_every_built_in_line_is_whole():
    lines = builtin_lines()
    texts = [line.word.text for line in lines]
    assert len(set(texts)) == len(texts)
    for line in lines:
        word = line.word
        assert line.source, word.text
        assert word.instead != word.text
        assert word.instead or word.note, word.text
        assert all(word.text in longer and word.text != longer for longer in word.unless), word.text
        if word.kind == Kind.OUTDATED_WORDING:
            assert "2000" < line.dated <= "2026-11" and word.note.endswith("不用改。"), word.text
        else:
            assert not line.dated, word.text


def test_every_built_in_word_is_found_and_none_in_what_stands_instead():
    for word in builtin_words():
        if word.text == IN_QUOTES:
            continue
        assert found(word.text) == [(word.text, word.instead)]
        assert found(word.instead) == []


def test_no_built_in_word_is_found_in_what_it_is_not_meant_in():
    for word in builtin_words():
        for longer in word.unless:
            assert word.text not in [value for value, _ in found(longer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("部暑工作", [("部暑", "部署")]),
        ("各部暑期安排", []),
        ("公布署名文章，宣传部布署工作", [("布署", "部署")]),
        ("⽂件⾥的帐号", [("帐号", "账号")]),
        ("市环境保护局", [("环境保护局", "生态环境局")]),
        ("环境保护部门", []),
        ("原国土资源局、原示范市国土资源局", []),
        ("平原县国土资源局", [("国土资源局", "自然资源局")]),
        ("《国土资源部关于某事的通知》", []),
        ("《中华人民共和国合同法》", [("《中华人民共和国合同法》", "《中华人民共和国民法典》")]),
        ("《中华人民共和国劳动合同法》《劳动合同法》", []),
        ("《中华人民共和国民法典》施行，《中华人民共和国婚姻法》、《中华人民共和国继承法》同时废止。", []),
        ("中国银保监会", [("银保监会", "国家金融监督管理总局")]),
        ("审批的的事项，目的的确定", [("的的", "的")]),
        ("为了了解情况", []),
        ("公示期满。。", [("。。", "。")]),
        ("釆取措施", [("釆", "采")]),
    ],
)
def test_words_are_found_where_they_are_meant(text, expected):
    assert found(text) == expected


def test_a_former_name_is_right_in_a_document_signed_when_it_was_in_use():
    text = ["区安监局负责。", "示范县人民政府"]
    assert found(*text, "2015年7月23日") == []
    assert found(*text, "2026年3月2日") == [("安监局", "应急管理局")]
    assert found(*text) == [("安监局", "应急管理局")]


def test_the_countys_line_takes_the_place_of_the_built_in_one():
    lists = with_words(Word(Kind.TYPO, "部暑", "部署", "本县常见", unless=("某部暑",)))
    findings = detect([Passage("部暑，某部暑")], lists)
    assert [(each.start, each.note) for each in findings] == [(0, "可能是错别字，应为“部署”。本县常见")]


def test_the_longest_word_is_found():
    lists = with_words(Word(Kind.SENSITIVE_WORDING, "示范"), Word(Kind.SENSITIVE_WORDING, "示范词语"))
    assert found("示范词语和示范", lists=lists) == [("示范词语", ""), ("示范", "")]


def test_a_word_within_a_longer_one_that_is_meant_otherwise_is_found():
    lists = with_words(
        Word(Kind.SENSITIVE_WORDING, "示范"), Word(Kind.SENSITIVE_WORDING, "示范词", unless=("示范词典",))
    )
    assert found("示范词典", lists=lists) == [("示范", "")]


def test_words_in_full_width_letters_are_found_in_either_width():
    lists = with_words(Word(Kind.SENSITIVE_WORDING, "ＡＢＣ公司"))
    assert found("ABC公司与ＡＢＣ公司", lists=lists) == [("ABC公司", ""), ("ＡＢＣ公司", "")]


def test_a_silenced_built_in_word_is_not_found_and_what_it_covered_is():
    assert found("银保监会", lists=Lists(silenced=frozenset({(Kind.OUTDATED_WORDING, "银保监会")}))) == []
    lists = Lists(silenced=frozenset({(Kind.TYPO, "部暑")}))
    assert found("部暑和布署", lists=lists) == [("布署", "部署")]


def test_other_lists_are_looked_for_at_once():
    first, second = with_words(Word(Kind.TYPO, "甲词")), with_words(Word(Kind.TYPO, "乙词"))
    assert [found("甲词乙词", lists=lists) for lists in (first, second, first)] == [
        [("甲词", "")],
        [("乙词", "")],
        [("甲词", "")],
    ]


def test_five_thousand_county_words_are_made_ready_once():
    lists = with_words(*(Word(Kind.SENSITIVE_WORDING, f"示范词语{number}") for number in range(5000)))
    detect([Passage("示范词语1")], lists)
    assert within(1, lambda: [detect([Passage("没有要找的。" * 20)], lists) for _ in range(200)])
