import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.screening.redaction.marks import (
    SHORT,
    BadMark,
    Ground,
    Mark,
    marks_from_json,
    marks_of_page,
)

BOX = {"page": 2, "x": 0.1, "y": 0.2, "width": 0.3, "height": 0.04, "ground": "privacy", "word": "张三"}


def test_every_ground_has_a_label_for_the_box_that_names_its_article():
    assert {SHORT[ground][-3:] for ground in Ground} == {"§14", "§15", "§16", "§25"}
    assert all(ground.short[-2:] in ground.label for ground in Ground)


def test_marks_survive_being_stored():
    [mark] = marks_from_json([BOX])
    assert mark == Mark(2, 0.1, 0.2, pytest.approx(0.3), pytest.approx(0.04), Ground.PRIVACY, "张三")
    assert json.loads(json.dumps(mark.as_json())) == BOX


@given(st.integers(1, 9), *(st.floats(0, 1) for _ in range(4)))
def test_what_was_stored_once_is_stored_alike_again(page, x, y, width, height):
    data = BOX | {"page": page, "x": x, "y": y, "width": width, "height": height}
    try:
        once = marks_from_json([data])[0].as_json()
        again = marks_from_json([once])[0].as_json()
    except BadMark:
        return
    assert again == pytest.approx(once, abs=2e-6)


def test_marks_are_cut_to_the_page():
    mark = Mark.from_json(BOX | {"x": -0.5, "width": 2, "y": 0.9, "height": 5})
    assert (mark.x, mark.right, mark.y, mark.bottom) == (0, 1, 0.9, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"page": 0},
        {"page": "1"},
        {"page": True},
        {"page": None},
        {"x": "左"},
        {"x": None},
        {"y": float("nan")},
        {"width": float("inf")},
        {"width": 0},
        {"height": -1},
        {"x": 1.2},
        {"ground": "因为"},
        {"ground": None},
        {"word": 7},
        {"word": "长" * 101},
    ],
)
def test_marks_that_cannot_be_used_are_refused_with_a_sentence(change):
    with pytest.raises(BadMark) as error:
        Mark.from_json(BOX | change)
    assert str(error.value).endswith("。")


@pytest.mark.parametrize("data", [None, 7, "x", {}, [7], [None], [[]], [BOX] * 5_001])
def test_what_is_no_list_of_marks_is_refused_with_a_sentence(data):
    with pytest.raises(BadMark) as error:
        marks_from_json(data)
    assert str(error.value).endswith("。")


def test_marks_on_pages_the_file_does_not_have_are_refused():
    with pytest.raises(BadMark, match="这份文件只有1页，没有第2页"):
        marks_from_json([BOX], pages=1)


def test_marks_come_in_reading_order_and_once():
    rows = [BOX, BOX | {"page": 1, "y": 0.5}, BOX | {"page": 1}, BOX]
    assert [(mark.page, mark.y) for mark in marks_from_json(rows)] == [(1, 0.2), (1, 0.5), (2, 0.2)]
    assert [mark.y for mark in marks_of_page(marks_from_json(rows), 1)] == [0.2, 0.5]
