import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.common.tests.timing import within
from gongkai.screening.detectors import personal
from gongkai.screening.detectors.personal.reading import fold
from gongkai.screening.findings import Lists, Passage

from .made_up import MAKERS, TODAY

LISTS = Lists(today=TODAY.isoformat())
PIECES = [
    "张三",
    "身份证号",
    "，",
    "：",
    "、",
    "\n",
    " ",
    "名单如下：",
    "13800138000",
    "11010519491231002X",
    "村3组1号",
    "患尿毒症",
    "*",
    "８岁",
    "某",
    "\t",
    "鲁G12345",
    "@163.com",
    "1990年5月1日",
    "出生",
]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "a@" * 500_000,
        "张" * 1_000_000,
        "1 " * 200_000,
        "1\n" * 200_000,
        "路1号" * 30_000,
        "名单：" + "张三、" * 20_000,
    ],
    ids=["digits", "mail", "one letter", "spaced", "lines", "addresses", "names"],
)
def test_a_hostile_text_takes_no_longer_than_its_length_asks(text):
    # A quarter of it on a quiet machine; what grows squarely takes minutes.
    assert within(12, lambda: personal.detect([Passage(text)], LISTS))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_finds_lie_in_the_text_and_over_none_of_each_other(text):
    found = personal.detect([Passage(text)], LISTS)
    assert all(each.value == text[each.start : each.end] != "" for each in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_folding_changes_one_character_into_one(text):
    assert len(fold(text)) == len(text)


@given(
    st.lists(
        st.lists(
            st.sampled_from([*PIECES, "姓名", "身份证号", "联系电话", "家庭住址", ""]), min_size=3, max_size=3
        ),
        max_size=5,
    )
)
@settings(max_examples=100, deadline=None)
def test_any_table_can_be_read(rows):
    passages = [
        Passage(cell, table="表1", row=row, column=column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    personal.detect(passages, LISTS)


def test_made_up_values_are_found_in_every_position():
    chance = random.Random(3)
    for maker in ("id_number", "mobile", "bank_card"):
        for _ in range(50):
            value = MAKERS[maker](chance)
            found = personal.detect([Passage(f"事项{value}，办结。")], LISTS)
            assert [each.value for each in found] == [value]


def test_whose_birth_makes_a_child_is_not_told_when_today_is_not_known():
    cells = [["姓名", "身份证号"], ["张小明", "110105202001010015"]]
    table = [
        Passage(text, table="表1", row=row, column=column)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    ]
    told = Passage("学生李小雨，2019年3月2日出生，电话13800138000，监护人王桂花。")
    found = [str(each.kind) for each in personal.detect([told, *table], Lists())]
    assert found == ["name", "birth_date", "mobile", "family", "name", "id_number"]


def test_a_long_list_about_no_person_takes_no_longer_than_its_length_asks():
    headings, row = ["品名", "产地", "价格", "备注", "数量"], ["白菜", "甲地", "3.5", "订购13800138000", "40"]
    passages = [
        Passage(text, table="表1", row=number, column=column)
        for number, texts in enumerate([headings, *[row] * 3_000])
        for column, text in enumerate(texts)
    ]
    assert len(personal.detect(passages, LISTS)) == 3_000
    # A quarter of it on a quiet machine; what grows squarely takes half a minute.
    assert within(4, lambda: personal.detect(passages, LISTS))
