import pytest
from PIL import Image, ImageDraw, ImageFont

from gongkai.annual_reports.reading.numbers import UNREAD
from gongkai.annual_reports.reading.pictures import cells
from gongkai.annual_reports.reading.pictures.cells import Sheet
from gongkai.annual_reports.reading.pictures.ink import INK, RULE, darkness, over
from gongkai.screening.formats import reading_pictures

CELL = (10, 10, 290, 110)


def sheet(text="", *, fill=0, ground=255, lines=1):
    grey = Image.new("L", (300, 120), ground)
    draw = ImageDraw.Draw(grey)
    for line in range(lines):
        draw.text((100, 30 + 40 * line), text, fill=fill, font=ImageFont.load_default(30))
    dark = darkness(grey)
    return Sheet(grey, over(dark, INK), over(dark, RULE))


@pytest.fixture
def texts(monkeypatch):
    """Return a function that reads the cell of a sheet; recognition gives the ``answers`` one after the other."""

    def texts(drawn, *answers):
        waiting = list(answers)
        monkeypatch.setattr(reading_pictures, "read_line", lambda picture: waiting.pop(0))
        found = [line.text for line in cells.read(drawn, CELL)]
        assert waiting == []
        return found

    return texts


def test_a_number_that_both_readings_give_is_taken(texts):
    assert texts(sheet("105"), ("105", 0.9), ("105", 0.9)) == ["105"]
    assert texts(sheet("0"), ("O", 0.9), ("〇", 0.9)) == ["0"]


@pytest.mark.parametrize(
    ("drawn", "first", "second"),
    [
        ("105", ("105", 0.9), ("106", 0.9)),
        ("105", ("105", 0.9), ("105", 0.5)),
        ("105", ("105", 0.5), ("105", 0.9)),
        ("105", ("15", 0.99), ("15", 0.99)),
        ("26.48", ("2648", 0.99), ("2648", 0.99)),
        ("1,234", ("1.234", 0.99), ("1.234", 0.99)),
        ("1.234", ("1,234", 0.99), ("1,234", 0.99)),
        ("21    0", ("210", 0.99), ("210", 0.99)),
        ("21    0", ("21 0", 0.99), ("21 0", 0.99)),
        ("8", ("B", 0.99), ("B", 0.99)),
        ("0", ("", 0.0), ("", 0.0)),
        ("0", ("口", 0.99), ("口", 0.99)),
    ],
)
def test_a_number_in_any_doubt_is_not_taken(texts, drawn, first, second):
    assert texts(sheet(drawn), first, second) == [UNREAD]


@pytest.mark.parametrize("number", ["26.48", "1.234", "1,234", "4068.208", "1111"])
def test_points_and_commas_are_told_by_how_far_they_reach_down(texts, number):
    assert texts(sheet(number), (number, 0.9), (number, 0.9)) == [number]


def test_a_cell_without_ink_is_blank_and_nothing_is_asked(texts):
    assert texts(sheet()) == []
    assert texts(sheet(ground=180)) == []


def test_faint_or_light_writing_is_not_blank(texts):
    assert texts(sheet("0", fill=210)) == [UNREAD]
    assert texts(sheet("0", fill=255, ground=60), ("", 0.0), ("", 0.0)) == [UNREAD]


def test_the_space_between_the_lines_of_a_double_rule_is_no_cell():
    assert [cells.read(sheet(), area) for area in ((10, 10, 200, 12), (10, 10, 200, 8))] == [[], []]


def test_digits_above_digits_are_not_put_together(texts):
    assert texts(sheet("12", lines=2), ("12", 0.9), ("12", 0.9)) == [UNREAD]


def test_a_dash_is_known_by_its_shape(texts):
    assert texts(sheet("-")) == ["-"]
    assert texts(sheet("/"), ("/", 0.9), ("/", 0.9)) == ["/"]
    assert texts(sheet("."), (".", 0.9), (".", 0.9)) == [UNREAD]


def test_words_are_read_once_a_line(texts):
    assert texts(sheet("abc"), ("予以公开", 0.8)) == ["予以公开"]
    assert texts(sheet("abc", lines=2), ("社会公益", 0.8), ("组织", 0.8)) == ["社会公益", "组织"]


def test_a_number_with_a_remark_below_it_is_still_read_twice(texts):
    answers = (("22", 0.9), ("（其中修订16件）", 0.9), ("22", 0.9))
    assert texts(sheet("22", lines=2), *answers) == ["22", "（其中修订16件）"]
