import pytest

from gongkai.screening.findings import Cover, Passage, Place, Unreadable
from gongkai.screening.redaction.covered import marks_of_covers, words_gone
from gongkai.screening.redaction.marks import Ground

from .redaction_samples import write_letter, write_pdf

MASK = "**"


def passages(*lines, page=1):
    return [Passage(line, Place(page=page)) for line in lines]


def covered(path, read, *covers):
    covers = [Cover(*each) for each in covers]
    marks = marks_of_covers(path, read, covers)
    return [mark.page for mark in marks], words_gone(read, covers)


def test_every_place_on_the_page_has_a_mark_also_inside_longer_words(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三到场。张三丰也到场。", "张三签发。")
    read = [*passages("张三到场。张三丰也到场。"), *passages("张三签发。", page=2)]
    assert covered(path, read, (0, 0, 2, MASK)) == ([1, 1], [])


def test_a_word_covered_on_every_page_it_stands_on_must_not_be_found_any_more(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三到场。", "张三签发。")
    read = [*passages("张三到场。"), *passages("张三签发。", page=2)]
    assert covered(path, read, (0, 0, 2, MASK), (1, 0, 2, MASK)) == ([1, 2], ["张三"])


def test_covers_that_overlap_are_both_covered(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "住示范县张三丰家。")
    pages, gone = covered(path, passages("住示范县张三丰家。"), (0, 4, 6, MASK), (0, 5, 7, MASK))
    assert (pages, gone) == ([1, 1], ["三丰", "张三"])


def test_the_ground_of_the_marks_can_be_chosen(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    marks = marks_of_covers(path, passages("申请人张三"), [Cover(0, 3, 5, MASK)], ground=Ground.TRADE_SECRET)
    assert [(mark.ground, mark.word) for mark in marks] == [(Ground.TRADE_SECRET, "")]


@pytest.mark.parametrize(
    "lines",
    [
        ["李四到场"],  # nowhere on the page
        ["张三到场", "张三"],  # on the page less often than it was read
        ["——到场"],  # nothing that can be looked for
    ],
)
def test_a_piece_that_cannot_be_located_is_to_be_marked_by_hand(tmp_path, lines):
    path = write_pdf(tmp_path / "a.pdf", "张三到场——")
    with pytest.raises(Unreadable, match="第1页上有要遮盖的内容，系统找不准.*用“遮盖页面”画框"):
        covered(path, passages(*lines), (0, 0, 2, MASK))


def test_a_word_is_looked_for_on_its_own_page(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三到场", "没有这个人")
    with pytest.raises(Unreadable, match="第2页"):
        covered(path, passages("张三", page=2), (0, 0, 2, MASK))
