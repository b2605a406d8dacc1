import json

import pytest

from gongkai.screening import sandbox
from gongkai.screening.findings import Unreadable
from gongkai.screening.redaction import operations

from .redaction_samples import NAME, NUMBER, marks_for, text_of, write_letter, write_pdf


def done(operation, **data):
    """What an operation answers, as the sandbox hands it on."""
    return json.loads(json.dumps(operation(json.loads(json.dumps(data)))))


@pytest.fixture
def letter(tmp_path):
    return write_letter(tmp_path / "letter.pdf")


def test_pages_are_measured_and_drawn(letter, tmp_path):
    file = {"path": str(letter), "extension": "pdf"}
    assert [len(size) for size in done(operations.sizes_op, **file)["sizes"]] == [2, 2]
    target = tmp_path / "page.png"
    drawn = done(operations.render_op, **file, page=1, dpi=50, target=str(target))
    assert (drawn["size"], target.read_bytes()[:4]) == (target.stat().st_size, b"\x89PNG")


def test_words_are_located_burned_and_sought_again(letter, tmp_path):
    file = {"path": str(letter), "extension": "pdf"}
    answer = done(operations.locate_op, **file, words=[NAME, NUMBER])
    assert ([hit["word"] for hit in answer["found"]], answer["without_text"]) == ([NAME, NUMBER], [])
    marks = [
        box | {"ground": "privacy", "word": hit["word"]} for hit in answer["found"] for box in hit["boxes"]
    ]
    copy = tmp_path / "copy.pdf"
    assert done(operations.burn_op, **file, marks=marks, target=str(copy)) == {}
    assert NAME not in text_of(copy)
    attacked = {"path": str(copy), "extension": "pdf", "secrets": [NAME, NUMBER]}
    assert done(operations.attack_op, **attacked, marks=marks) == {"leaks": []}
    found = done(operations.attack_op, **attacked | {"path": str(letter)}, marks=None)["leaks"]
    assert {"where": "第1页", "what": "应当遮盖的“张＊”还能作为文字取出来。", "secret": 0} in found


def test_words_of_a_text_are_found_with_their_places(tmp_path):
    (tmp_path / "a.txt").write_text("申请人张三因土地\n", encoding="utf-8")
    [hit] = done(operations.search_op, path=str(tmp_path / "a.txt"), extension="txt", words=[NAME])["hits"]
    assert (hit["passage"], hit["start"], hit["end"], hit["certain"]) == (0, 3, 5, True)
    assert (hit["before"], hit["after"]) == ("申请人", "因土地")


@pytest.mark.parametrize("marks", [7, [7], [{"page": 1}]])
def test_marks_that_cannot_be_used_are_refused_with_a_sentence(letter, tmp_path, marks):
    with pytest.raises(Unreadable) as error:
        done(operations.burn_op, path=str(letter), extension="pdf", marks=marks, target=str(tmp_path / "x"))
    assert str(error.value).endswith("。")


def test_a_copy_is_burned_and_attacked_in_the_sandbox(letter, tmp_path):
    marks = [mark.as_json() for mark in marks_for(letter, NAME, NUMBER)]
    assert sandbox.clean(letter, tmp_path / "copy", extension="pdf", marks=marks) == "pdf"
    assert text_of(tmp_path / "copy").startswith("申请人【已遮盖：条例§15】因土地")


def test_a_place_that_was_forgotten_stops_the_copy_in_the_sandbox(tmp_path):
    path = tmp_path / "a.pdf"
    write_pdf(path, "张三到场，张三签字。")
    marks = [mark.as_json() for mark in marks_for(path, NAME)[:1]]
    with pytest.raises(Unreadable, match="应当遮盖的“张＊”还能作为文字取出来"):
        sandbox.clean(path, tmp_path / "copy", extension="pdf", marks=marks)
    assert not (tmp_path / "copy").exists()
