from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Lists, Place, Word, covers_by_passage


def test_covers_of_a_passage_come_last_first():
    one, two, other = Cover(3, 0, 2, "*"), Cover(3, 5, 7, "*"), Cover(1, 0, 1, "*")
    assert covers_by_passage([one, two, other]) == {1: [other], 3: [two, one]}


def test_covers_that_meet_stay_two():
    one, two = Cover(0, 0, 2, "*"), Cover(0, 2, 4, "**")
    assert covers_by_passage([two, one]) == {0: [two, one]}


def test_covers_that_overlap_become_one_blank_over_both():
    masked, redacted, inside = Cover(0, 2, 6, "1**4"), Cover(0, 4, 9, "█████"), Cover(0, 5, 6, "*")
    assert covers_by_passage([inside, redacted, masked]) == {0: [Cover(0, 2, 9, "███████")]}


def test_the_same_cover_twice_covers_once():
    assert covers_by_passage([Cover(0, 1, 3, "张*")] * 2) == {0: [Cover(0, 1, 3, "张*")]}


def test_places_say_where_in_words():
    assert (
        Place(member="名单.xlsx", sheet="一组", cell="C14").in_words() == "名单.xlsx，工作表“一组” C14 单元格"
    )
    assert Place(table=2, row=3, column=1).in_words() == "第2个表格第3行第1列"
    assert Place(page=3, paragraph=2).in_words() == "第3页，第2段"


def test_lists_and_places_come_back_from_json():
    lists = Lists(
        office_phones=frozenset({"8612345"}),
        words=(Word(Kind.TYPO, "部暑", "部署", unless=("部暑天",)),),
        silenced=frozenset({("typo", "按装")}),
        today="2026-11-25",
    )
    assert Lists.from_json(lists.as_json()) == lists
    assert Place.from_json(Place(page=2, part="页眉").as_json()) == Place(page=2, part="页眉")
