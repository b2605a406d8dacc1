from itertools import pairwise

import pytest

from gongkai.screening.detectors import personal
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Finding, Lists, Passage, Place

from .personal_finds import in_rows, in_texts

ID = "11010519491231002X"


def test_a_number_cut_by_the_end_of_a_line_is_found_in_both_lines():
    assert in_texts(f"身份证号{ID[:11]}", f"{ID[11:]}，电话", page=1) == [
        ("id_number", ID[:11]),
        ("id_number", ID[11:]),
    ]
    assert in_texts("电话1380013", "8000。", page=1) == [("mobile", "1380013"), ("mobile", "8000")]


def test_where_the_halves_stand_is_told_in_each_line():
    lines = [Passage(f"张三 {ID[:6]} ", Place(page=2)), Passage(f"  {ID[6:]} 男", Place(page=2))]
    found = [each for each in personal.detect(lines, Lists()) if each.kind == Kind.ID_NUMBER]
    assert found == [
        Finding(Kind.ID_NUMBER, 0, 3, 9, ID[:6], "号码跨了两行"),
        Finding(Kind.ID_NUMBER, 1, 2, 14, ID[6:], "号码跨了两行"),
    ]


def test_the_name_beside_a_number_in_two_lines_is_found():
    assert in_texts(f"村民张三，身份证号{ID[:11]}", ID[11:], page=1) == [
        ("name", "张三"),
        ("id_number", ID[:11]),
        ("id_number", ID[11:]),
    ]


def test_lines_of_different_pages_and_cells_are_not_joined():
    one, other = Passage(ID[:11], Place(page=1)), Passage(ID[11:], Place(page=2))
    assert personal.detect([one, other], Lists()) == []


def test_a_number_cut_by_the_end_of_a_line_of_a_text_is_found():
    lines = [Passage(ID[:11], Place(part="第5行")), Passage(ID[11:], Place(part="第6行"))]
    assert [each.value for each in personal.detect(lines, Lists())] == [ID[:11], ID[11:]]
    apart = [lines[0], Passage(ID[11:], Place(part="第8行"))]
    assert personal.detect(apart, Lists()) == []


@pytest.mark.parametrize("cuts", [(0, 6, 14, 18), range(19)])
def test_an_identity_number_in_several_cells_is_found(cuts):
    pieces = [ID[begin:end] for begin, end in pairwise(cuts)]
    assert in_rows([["姓名", "张三", "身份证号", *pieces]]) == [
        ("name", "张三"),
        *(("id_number", piece) for piece in pieces),
    ]
    assert in_rows([["年份", *(str(2000 + year) for year in range(20))]]) == []
