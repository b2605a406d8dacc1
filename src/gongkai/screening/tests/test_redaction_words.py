import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.findings import Passage, Place
from gongkai.screening.redaction.words import (
    INSIDE_NUMBER,
    INSIDE_WORD,
    ODD_SIGNS,
    TWO_PLACES,
    Hit,
    find_words,
)

ID = "11010519491231002X"


def found(text, *words):
    """What was found, with its doubt: [("张三", "")]."""
    return [(text[hit.start : hit.end], hit.why) for hit in find_words([Passage(text)], words)]


@pytest.mark.parametrize(
    "text",
    [
        "申请人张三因土地征收",
        "申请人：张三，电话",
        "张三",
        "由张三、李四办理",
        "告知张三等人",
        "张三2026年提出",
        "被申请人张三与李四",
        "张三先生",
        "向张三送达",
        "…张三…",
        "（张三）",
    ],
)
def test_a_name_is_found_without_spaces_around_it(text):
    assert found(text, "张三") == [("张三", "")]


@pytest.mark.parametrize(
    "written", ["张　三", "张 三", "张·三", "張三", "张\u200b三", "张\n三", "张　　　三"]
)
def test_a_name_is_found_however_it_is_written(written):
    assert found(f"申请人：{written}。", "张三") == [(written, "")]


@pytest.mark.parametrize(
    "text",
    ["张三丰", "张三峰村", "张三村", "主张三项请求", "开张三天", "一张三联单"],
)
def test_a_name_inside_a_longer_word_is_left_to_a_person(text):
    assert found(text, "张三") == [("张三", INSIDE_WORD)]


@pytest.mark.parametrize("text", ["张晓明村", "张晓明路"])
def test_a_place_named_for_a_person_is_left_to_a_person(text):
    assert found(text, "张晓明") == [("张晓明", INSIDE_WORD)]


def test_a_name_of_three_characters_is_certain_in_a_sentence():
    assert found("由张晓明荣获", "张晓明") == [("张晓明", "")]


def test_a_single_character_is_certain_only_by_itself():
    assert found("性别：男，男方", "男") == [("男", ""), ("男", INSIDE_WORD)]


def test_the_longest_word_is_found_first():
    assert found("张三丰和张三", "张三", "张三丰") == [("张三丰", ""), ("张三", "")]


def test_signs_between_the_letters_are_left_to_a_person():
    assert found("张-三", "张三") == [("张-三", ODD_SIGNS)]


def test_a_comma_parts_two_words():
    assert found("张，三", "张三") == []


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138-0013-8000",
        "138 0013 8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "8613800138000",
        "（138）00138000",
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(written):
    assert [why for _, why in found(f"电话{written}。", "13800138000")] == [""]


@pytest.mark.parametrize(
    "written", [ID, ID.lower(), "110105 19491231 002X", "110105-19491231-002X", "11010519491231002Ｘ"]
)
def test_an_id_number_is_found_however_it_is_written(written):
    assert found(f"证号{written}，", ID) == [(written, "")]


def test_a_number_inside_a_longer_one_is_left_to_a_person():
    assert found("91138001380001", "13800138000") == [("13800138000", INSIDE_NUMBER)]


def test_a_latin_word_inside_a_longer_one_is_left_to_a_person():
    assert found("Ali和Alina", "ali") == [("Ali", ""), ("Ali", INSIDE_WORD)]


def test_a_name_broken_over_two_lines_of_a_page_is_one_occurrence():
    lines = [Passage("申请人张", Place(page=1)), Passage("三因土地", Place(page=1))]
    assert find_words(lines, ["张三"]) == [
        Hit(0, 3, 4, "张三", True, "", 0),
        Hit(1, 0, 1, "张三", True, "", 0),
    ]


def test_a_number_broken_over_three_lines_is_one_occurrence():
    lines = [Passage(part, Place(page=1)) for part in ("电话1380", "01", "38000转")]
    hits = find_words(lines, ["13800138000"])
    assert [(hit.passage, hit.start, hit.end, hit.certain, hit.occurrence) for hit in hits] == [
        (0, 2, 6, True, 0),
        (1, 0, 2, True, 0),
        (2, 0, 5, True, 0),
    ]


@pytest.mark.parametrize(
    "next_",
    [
        Passage("三项", Place(page=2)),
        Passage("三项", Place(page=1), table="一", row=0, column=1),
    ],
)
def test_a_name_over_two_cells_or_pages_is_left_to_a_person(next_):
    hits = find_words([Passage("张", Place(page=1)), next_], ["张三"])
    assert [(hit.passage, hit.why) for hit in hits] == [(0, TWO_PLACES), (1, TWO_PLACES)]


def test_part_of_one_character_is_no_hit():
    assert found("面积30㎡", "30m") == []


def test_words_of_signs_alone_find_nothing():
    assert found("一 - 二", "-", " ", "") == []


@given(st.text(), st.text(min_size=1, max_size=3), st.text())
def test_no_text_and_no_word_breaks_the_search(before, word, after):
    for hit in find_words([Passage(before), Passage(word + after)], [word, "张三"]):
        assert 0 <= hit.start < hit.end


NAMES = st.text(st.sampled_from("张王李赵三四五伟芳"), min_size=2, max_size=4)
GAPS = st.sampled_from(["", " ", "　", "·", "\n", "\u200b"])


@given(
    name=NAMES,
    before=st.sampled_from("，。：由向"),
    after=st.sampled_from("，。因、"),
    gap=GAPS,
    cut=st.integers(0, 9),
)
def test_no_spelling_and_no_break_hides_a_name(name, before, after, gap, cut):
    text = f"{before}{gap.join(name)}{after}"
    passages = [Passage(text[:cut]), Passage(text[cut:])]
    hits = [hit for hit in find_words(passages, [name]) if hit.occurrence == 0]
    whole = "".join(passages[hit.passage].text[hit.start : hit.end] for hit in hits)
    assert "".join(character for character in whole if character in name) == name
    assert all(hit.certain for hit in hits)
