import pikepdf
import pytest

from gongkai.screening.redaction.locate import locate
from gongkai.screening.redaction.words import INSIDE_WORD

from .redaction_samples import NAME, NUMBER, changed, write_letter, write_pdf, write_picture, write_scan

STAIRS = "#set page(width: 300pt, height: 200pt, margin: 20pt)\n"


def found(path, *words):
    return locate(path, words)[0]


def in_points(box, width, height):
    return tuple(
        round(side) for side in (box.x * width, box.y * height, box.right * width, box.bottom * height)
    )


def test_words_are_found_with_what_stands_around_them(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    name, number = found(path, NUMBER, NAME)
    assert (name.word, name.before, name.shown, name.certain) == (NAME, "申请人", NAME, True)
    assert name.after.startswith("因土地征收")
    assert (number.word, number.certain, len(number.boxes)) == (NUMBER, True, 1)


def test_a_box_holds_the_squares_of_its_characters(tmp_path):
    path = write_pdf(
        tmp_path / "a.pdf",
        '#place(dx: 100pt, dy: 50pt)[#text(font: "Noto Sans SC", size: 20pt, top-edge: "baseline")[甲一乙]]',
        head=STAIRS,
    )
    [one] = found(path, "一")
    left, top, right, bottom = in_points(one.boxes[0], 300, 200)
    # The margin and the place give the baseline at (120, 70); “一” is the second square of 20 points.
    assert (left, right) == (140, 160)
    assert (top, bottom) == (52, 73)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_is_where_readers_see_the_word_however_the_page_is_turned_and_cropped(tmp_path, turn):
    path = write_pdf(
        tmp_path / "a.pdf",
        '#place(dx: 100pt, dy: 50pt)[#text(font: "Noto Sans SC", size: 20pt, top-edge: "baseline")[甲一乙]]',
        head=STAIRS,
    )

    def change(document):
        document.pages[0].Rotate = turn
        document.pages[0].CropBox = pikepdf.Array([50, 40, 290, 190])  # 10 off the top, 50 off the left

    changed(path, change)
    upright = (90, 42, 110, 63)  # on the cropped page of 240 × 150
    left, top, right, bottom = upright
    expected = {
        0: upright,
        90: (150 - bottom, left, 150 - top, right),
        180: (240 - right, 150 - bottom, 240 - left, 150 - top),
        270: (top, 240 - right, bottom, 240 - left),
    }[turn]
    [one] = found(path, "一")
    width, height = (150, 240) if turn % 180 else (240, 150)
    assert in_points(one.boxes[0], width, height) == pytest.approx(expected, abs=1)


def test_a_word_broken_over_two_lines_has_two_boxes(tmp_path):
    path = write_pdf(
        tmp_path / "a.pdf", "申请人张#linebreak()三因土地", head=STAIRS + '#set text(font: "Noto Sans SC")\n'
    )
    [name] = found(path, NAME)
    assert (name.certain, name.shown, len(name.boxes)) == (True, NAME, 2)
    assert name.boxes[0].x > name.boxes[1].x and name.boxes[0].bottom <= name.boxes[1].y + 0.01


def test_a_longer_word_is_left_to_a_person(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三丰到场。")
    [name] = found(path, NAME)
    assert (name.certain, name.why, name.after) == (False, INSIDE_WORD, "丰到场。")


def test_rare_characters_are_found(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "申请人王䶮，李𠂇。")
    assert [(each.word, each.certain) for each in found(path, "王䶮", "李𠂇")] == [
        ("王䶮", True),
        ("李𠂇", True),
    ]


def test_text_behind_a_scan_is_found_too(tmp_path):
    path = write_scan(tmp_path / "a.pdf", "申请人张三", hidden_text="申请人张三")
    assert [each.word for each in found(path, NAME)] == [NAME]


def test_pages_and_pictures_without_text_are_named(tmp_path):
    assert locate(write_scan(tmp_path / "a.pdf", "申请人张三"), [NAME]) == ([], [1])
    assert locate(write_picture(tmp_path / "a.png"), [NAME], extension="png") == ([], [1])
