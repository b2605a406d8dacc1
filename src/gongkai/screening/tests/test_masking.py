import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.detectors import personal
from gongkai.screening.enums import Group, Kind
from gongkai.screening.facts import FACTS
from gongkai.screening.findings import Finding, Lists, Passage
from gongkai.screening.masking import MASKED, excerpt, mask

from . import tuned_on
from .made_up import TODAY, Made, prose, table

ID = "11010519491231002X"
LISTS = Lists(today=TODAY.isoformat())


@pytest.mark.parametrize(
    ("kind", "value", "masked"),
    [
        (Kind.ID_NUMBER, ID, "110105********002X"),
        (Kind.ID_NUMBER, "110105 19491231 002X", "110105 ******** 002X"),
        (Kind.ID_NUMBER, "110105194912\n31002X", "110105******\n**002X"),
        (Kind.ID_NUMBER, "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５********００２Ｘ"),
        (Kind.OLD_ID_NUMBER, "110105491231002", "110105******002"),
        (Kind.MOBILE, "13900001234", "139****1234"),
        (Kind.MOBILE, "139-0000-1234", "139-****-1234"),
        (Kind.MOBILE, "+86 13900001234", "+86 1******1234"),
        (Kind.LANDLINE, "0594-1234567", "****-*****67"),
        (Kind.BANK_CARD, "6222 0000 1111 2222 333", "**** **** **** ***2 333"),
        (Kind.SOCIAL_INSURANCE, "3712345678", "******5678"),
        (Kind.SOCIAL_INSURANCE, ID, "**************002X"),
        (Kind.MEDICAL_NUMBER, "ZY0012345", "*****2345"),
        (Kind.PASSPORT, "E12345678", "E******78"),
        (Kind.PERMIT, "C12345678", "C******78"),
        (Kind.PLATE, "鲁A·12345", "鲁A·****5"),
        (Kind.PLATE, "鲁AD12345", "鲁A*****5"),
        (Kind.EMAIL, "zhangsan@example.com", "z***@example.com"),
        (Kind.NAME, "张三", "张*"),
        (Kind.NAME, "张三丰", "张**"),
        (Kind.NAME, "欧阳示范", "欧***"),
        (Kind.NAME, "张 三", "张 *"),
        (Kind.NAME, "阿依古丽·买买提", "阿***·***"),
        (Kind.CHILD, "李小明", "李**"),
        (Kind.FAMILY, "王五", "王*"),
        (Kind.BIRTH_DATE, "1949年12月31日", "****"),
        (Kind.ILLNESS, "肺癌", "****"),
        (Kind.DISABILITY, "肢体残疾二级", "****"),
    ],
)
def test_a_value_is_masked_in_the_way_of_its_kind(kind, value, masked):
    assert mask(kind, value) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("示范县示范镇李家庄村3组12号", "示范县示范镇李家庄村****"),
        ("示范县示范镇李家庄村三组12号", "示范县示范镇李家庄村****"),
        ("示范镇河东村第二村民组8号", "示范镇河东村****"),
        ("示范镇河东村民委员会5组", "示范镇河东村民委员会****"),
        ("城关街道幸福社区5号楼2单元301室", "城关街道幸福社区****"),
        ("城关街道幸福社区人民路12号", "城关街道幸福社区****"),
        ("示范市张村镇王家村5号", "示范市张村镇王家村****"),
        ("石家庄市示范区人民路8号", "石家庄市示范区人民路****"),
        ("示范县城关街道阳光小区3号楼2单元501室", "示范县城关街道****"),
        ("示范县新庄路15号院2号楼", "示范县新庄路****"),
        ("示范县人民路12号", "示范县人民路****"),
        ("示范县示范镇人民路12号", "示范县示范镇****"),
        ("示范县阳光小区A座１２０１室", "示范县****"),
        ("阳光小区3号楼", "****"),
        ("3号楼2单元", "****"),
    ],
)
def test_an_address_stays_down_to_the_village_or_the_community(address, masked):
    assert mask(Kind.ADDRESS, address) == masked


def test_the_sort_of_disability_behind_an_identity_number_is_starred():
    assert mask(Kind.ID_NUMBER, ID + "42") == "110105********002X**"


def test_a_part_of_a_number_cut_by_the_end_of_a_line_shows_nothing():
    assert mask(Kind.ID_NUMBER, "11010519491231") == "**************"
    assert mask(Kind.ID_NUMBER, "002X") == "****"
    assert mask(Kind.MOBILE, "1390000") == "*******"
    assert mask(Kind.BANK_CARD, "2333") == "****"


def test_a_short_number_is_starred_whole():
    assert mask(Kind.MEDICAL_NUMBER, "12345") == "*****"
    assert mask(Kind.SOCIAL_INSURANCE, "1234567") == "*******"


def test_a_short_mailbox_is_starred_whole_and_a_full_width_at_is_one():
    assert mask(Kind.EMAIL, "a@example.com") == "***@example.com"
    assert mask(Kind.EMAIL, "abc＠example.com") == "a***@example.com"


@given(st.sampled_from(sorted(MASKED)), st.text(min_size=1, max_size=40))
def test_no_more_than_two_thirds_of_a_number_or_a_name_are_ever_shown(kind, value):
    if kind in (Kind.ADDRESS, Kind.EMAIL):
        return
    masked = mask(kind, value)
    letters = sum(character.isalnum() for character in value)
    assert 3 * sum(character.isalnum() for character in masked) <= 2 * letters


def test_everything_personal_but_a_heading_is_masked():
    personal_kinds = {kind for kind in Kind if FACTS[kind].group == Group.PERSONAL}
    assert MASKED == personal_kinds - {Kind.HEADING}


def test_an_excerpt_masks_what_stands_beside():
    text = f"申请人张三，身份证号{ID}，电话13900001234，住示范县。"
    name = Finding(Kind.NAME, 0, 3, 5, "张三")
    number = Finding(Kind.ID_NUMBER, 0, 10, 28, ID)
    phone = Finding(Kind.MOBILE, 0, 31, 42, "13900001234")
    found = [name, number, phone]

    assert excerpt(text, name, found) == ("申请人", "张*", "，身份证号110105*")
    assert excerpt(text, number, found) == ("申请人张*，身份证号", "110105********002X", "，电话139****12")
    assert excerpt(text, phone, found) == ("*****002X，电话", "139****1234", "，住示范县。")


def test_an_excerpt_of_the_whole_passage_is_its_beginning():
    text = "张三的申请\n和很长很长的一段说明文字，说明为什么需要公开这一份材料"
    whole = Finding(Kind.WRONG_WORDING, 0)
    name = Finding(Kind.NAME, 0, 0, 2, "张三")

    assert excerpt(text, whole, [whole, name]) == ("", "张*的申请 和很长很长的一段说明文字，说明为什么", "")


def test_an_excerpt_shows_no_number_that_a_finding_of_another_group_lies_over():
    text = f"编号{ID}。"
    number = Finding(Kind.ID_NUMBER, 0, 2, 20, ID)
    form = Finding(Kind.NUMBER_FORM, 0, 0, 21, text)

    assert excerpt(text, form, [form, number]) == ("", "编号110105********002X。", "")
    assert excerpt(text, Finding(Kind.TYPO, 0, 0, 2, "编号"), [number]) == ("", "编号", "110105******")


def test_a_mask_longer_than_what_it_covers_moves_nothing_in_an_excerpt():
    text = "患肺癌的张三丰"
    illness, name = Finding(Kind.ILLNESS, 0, 1, 3, "肺癌"), Finding(Kind.NAME, 0, 4, 7, "张三丰")

    assert excerpt(text, name, [illness, name]) == ("患**的", "张**", "")


def masked_passages(made: Made) -> list[Passage]:
    texts = [passage.text for passage in made.passages]
    for each in reversed(personal.detect(made.passages, LISTS)):
        if each.kind in MASKED:
            text = texts[each.passage]
            texts[each.passage] = text[: each.start] + mask(each.kind, each.value) + text[each.end :]
    return [
        Passage(text, passage.place, passage.table, passage.row, passage.column)
        for text, passage in zip(texts, made.passages, strict=True)
    ]


def test_what_was_masked_is_not_found_again():
    chance = random.Random(5)
    documents = [prose(each, chance) for each in tuned_on.PROSE for _ in range(3)]
    documents += [table(*each, chance) for each in tuned_on.TABLES]

    left = [
        (each.kind, passages[each.passage].text)
        for passages in map(masked_passages, documents)
        for each in personal.detect(passages, LISTS)
        if each.kind != Kind.HEADING
    ]
    assert left == []
