from gongkai.screening.detectors.personal.spans import Span
from gongkai.screening.detectors.personal.surroundings import LISTS, SURE, Beside, nobodys, without_nobodys
from gongkai.screening.enums import Kind

from .personal_finds import in_texts

MEETING = "2月24日，镇长汤玲涛主持召开党政联席会议，段磊、张娜云、胡玲飞等班子成员参加，党政办戴英秀记录。"


def test_who_is_told_of_in_office_by_all_that_stands_around_is_no_find():
    assert in_texts("党政联席会议纪要", MEETING) == []


def test_who_is_told_of_as_a_private_person_stays_one():
    text = "经入户核查、民主评议，拟将段磊、张娜云、胡玲飞3户纳入低保，现予公示。"
    assert in_texts(text) == [("name", "段磊"), ("name", "张娜云"), ("name", "胡玲飞")]


def test_without_words_around_nothing_is_told():
    assert nobodys(Kind.PLATE, "车牌鲁G12345", 2, 9, "", Beside((), Kind.PLATE)) == 0


def test_of_a_long_list_the_rules_alone_decide():
    text = MEETING + "段磊、" * 100
    spans = [Span(Kind.NAME, at, at + 2) for at in range(len(MEETING), len(text), 3)]
    assert nobodys(Kind.NAME, MEETING, 22, 24, "", Beside((), Kind.NAME)) > SURE
    assert without_nobodys(text, spans, "") == spans


def test_the_nearest_finds_of_other_kinds_are_told():
    spans = [
        Span(Kind.MOBILE, 0, 11),
        Span(Kind.NAME, 12, 14),
        Span(Kind.CHILD, 15, 17),
        Span(Kind.ADDRESS, 20, 30),
    ]
    beside = Beside(spans, Kind.NAME)
    assert (beside.preceding(12), beside.following(14)) == (spans[0], spans[3])
    assert (beside.preceding(5), beside.following(31)) == (None, None)


def test_every_kind_looked_at_twice_has_weights_for_both():
    for kind in LISTS:
        text = "一" * 40
        assert 0 < nobodys(kind, text, 20, 22, "", Beside((), kind)) < 1
