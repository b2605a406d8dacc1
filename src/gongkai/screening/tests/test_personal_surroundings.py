from gongkai.screening.detectors.personal import judging
from gongkai.screening.detectors.personal.judging import KINDS, NOBODYS, judged, likely
from gongkai.screening.detectors.personal.reading import Reading
from gongkai.screening.detectors.personal.spans import Span
from gongkai.screening.detectors.personal.surroundings import Beside
from gongkai.screening.detectors.personal.surroundings import judged as judged_in_text
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists

from .personal_finds import in_rows, in_texts

MEETING = "2月24日，镇长汤玲涛主持召开党政联席会议，段磊、张娜云、胡玲飞等班子成员参加，党政办戴英秀记录。"
ID = "11010519491231002X"


def test_who_is_told_of_in_office_by_all_that_stands_around_is_no_find():
    assert in_texts("党政联席会议纪要", MEETING) == []


def test_who_is_told_of_as_a_private_person_stays_one():
    text = "经入户核查、民主评议，拟将段磊、张娜云、胡玲飞3户纳入低保，现予公示。"
    assert in_texts(text) == [("name", "段磊"), ("name", "张娜云"), ("name", "胡玲飞")]


def test_whose_car_it_is_is_told_by_all_that_stands_around():
    text = "当日，县环卫所出动垃圾压缩车（鲁G12345）清运；路边停放的私家车（车牌鲁G54321）系村民张建国所有，身份证号11010519491231002X。"
    assert in_texts(text) == [("plate", "鲁G54321"), ("name", "张建国"), ("id_number", ID)]


def test_what_the_rules_overlooked_is_found_beside_something_personal():
    text = f"我爸张建国去村里问，村干部李红梅查了说系统里他的身份证号{ID}少录了一位，能不能把表发到我邮箱zhangjg88@163.com？谢谢老师。"
    assert [each for each in in_texts(text) if each[0] != "id_number"] == [
        ("family", "张建国"),
        ("email", "zhangjg88@163.com"),
    ]


def test_in_a_table_the_heading_and_the_row_tell_whose_it_is():
    rows = [
        ["逝者姓名", "身份证号", "家属姓名", "与逝者关系", "灵车号牌", "火化师"],
        ["张建国", ID, "张小明", "长子", "鲁G12345", "李红梅"],
    ]
    assert in_rows(rows, "遗体火化登记") == [("name", "张建国"), ("id_number", ID), ("family", "张小明")]


def test_an_illness_in_the_row_of_a_masked_name_is_no_find():
    rows = [["姓名", "病种", "金额"], ["张某某", "肺癌", "500"], ["李建国", "胃癌", "600"]]
    assert in_rows(rows, "医疗救助公示") == [("name", "李建国"), ("illness", "胃癌")]


def test_without_words_around_nothing_is_told():
    plate = [Span(Kind.PLATE, 2, 9)]
    assert judged_in_text(Reading(0, "车牌鲁G12345", Lists()), plate, "") == plate


def test_of_a_long_list_the_rules_alone_decide():
    spans = [Span(Kind.NAME, at, at + 2) for at in range(0, 300, 3)]
    asked = []
    assert judged("text", spans, lambda *place: asked.append(place) or [], lambda kind: ()) == spans
    assert asked == []


def test_a_find_may_turn_out_to_be_of_another_kind_and_keeps_its_place(monkeypatch):
    monkeypatch.setattr(
        judging, "likely", lambda *_: {NOBODYS: 0.1, "name": 0.2, "family": 0.6, "child": 0.1}
    )
    assert judged("text", [Span(Kind.NAME, 3, 6)], lambda *_: [], lambda kind: ()) == [
        Span(Kind.FAMILY, 3, 6)
    ]


def test_candidates_that_touch_a_find_or_one_another_are_asked_once(monkeypatch):
    monkeypatch.setattr(judging, "likely", lambda *_: {NOBODYS: 0.1, "name": 0.9})
    candidates = {Kind.NAME: [(1, 3), (5, 8), (7, 9)]}
    found = [Span(Kind.NAME, 0, 2)]
    judgements = judged("text", found, lambda *_: [], lambda kind: candidates.get(kind, ()))
    assert judgements == [*found, Span(Kind.NAME, 5, 8)]


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


def test_every_kind_that_is_judged_has_weights_in_texts_and_in_tables():
    for where in ("text", "table"):
        for kind in KINDS:
            share = likely(where, kind, [])
            assert NOBODYS in share
            assert abs(sum(share.values()) - 1) < 1e-9
