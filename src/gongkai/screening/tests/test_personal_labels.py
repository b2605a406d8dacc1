from pathlib import Path

import pytest

from gongkai.screening.detectors.personal.labels import Named, likely, named_by

from .personal_finds import in_rows, in_texts

EXAMPLES = Path(__file__).parents[4] / "tools" / "label_examples"
ID = "11010519491231002X"


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("县林业局现场勘验员", Named.OFFICIAL),
        ("值夜护工组长", Named.OFFICIAL),
        ("镇水利站复核", Named.OFFICIAL),
        ("受灾菜农", Named.PARTY),
        ("被占地村民姓名", Named.PARTY),
        ("随迁配偶", Named.FAMILY),
        ("在园幼童姓名", Named.CHILD),
        ("承建施工企业名称", Named.BODY),
        ("实际到账日期", Named.NOTHING),
    ],
)
def test_a_label_nobody_taught_is_told_by_what_it_is_made_of(label, named):
    assert named_by(label)[0] == named


def test_how_likely_the_sorts_are_adds_up_to_one():
    assert sum(likely("经办人").values()) == pytest.approx(1)


def test_the_weights_are_those_of_the_examples():
    told = {path.stem: path.read_text(encoding="utf8").split() for path in EXAMPLES.glob("*.txt")}
    assert {Named(sort) for sort in told} == set(Named)
    labels = [(label, Named(sort)) for sort, labels in told.items() for label in labels]
    right = sum(named_by(label)[0] == sort for label, sort in labels)
    assert len(labels) > 10_000
    assert right / len(labels) > 0.95


def test_who_handles_a_matter_is_no_find_whatever_his_post_is_called():
    rows = [["姓名", "身份证号", "现场勘验员"], ["张建国", ID, "李红梅"]]
    assert in_rows(rows) == [("name", "张建国"), ("id_number", ID)]
    assert in_texts(f"村协保员李红梅到受灾户张建国（身份证号{ID}）家中定损。") == [
        ("name", "张建国"),
        ("id_number", ID),
    ]


def test_the_only_ones_a_list_names_beside_identity_numbers_are_found_though_they_have_a_post():
    rows = [["护林员", "身份证号", "补助"], ["张建国", ID, "600"]]
    assert in_rows(rows) == [("name", "张建国"), ("id_number", ID)]
