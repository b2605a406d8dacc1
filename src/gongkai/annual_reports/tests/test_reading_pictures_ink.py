import pytest
from PIL import Image, ImageDraw, ImageFont

from gongkai.annual_reports.reading import rulings
from gongkai.annual_reports.reading.numbers import UNREAD
from gongkai.annual_reports.reading.pictures import ink, page
from gongkai.annual_reports.reading.pictures.cells import Sheet
from gongkai.annual_reports.reading.rasters import DOTS_PER_POINT, raster

from .pictured_reports import pages, png
from .report_samples import pdf

WIDTH, HEIGHT = 1654, 1200
LEFT, TOP, WIDE, HIGH = 150, 200, 130, 60  # of a table of ten columns and twelve rows


def drawn(*, line=0, ground=255, width=2):
    """A table whose first column reaches over all rows, and its first row over all other columns."""
    grey = Image.new("L", (WIDTH, HEIGHT), ground)
    draw = ImageDraw.Draw(grey)
    right, bottom = LEFT + 10 * WIDE, TOP + 12 * HIGH
    for row in range(13):
        draw.line(
            (LEFT if row in (0, 12) else LEFT + WIDE, TOP + row * HIGH, right, TOP + row * HIGH), line, width
        )
    for column in range(11):
        top = TOP if column in (0, 1, 10) else TOP + HIGH
        draw.line((LEFT + column * WIDE, top, LEFT + column * WIDE, bottom), line, width)
    for row in range(12):
        draw.text(
            (LEFT + 5 * WIDE + 40, TOP + row * HIGH + 15), "1701", fill=0, font=ImageFont.load_default(28)
        )
    return grey


def boxes(looked):
    return [(len(grid.xs) - 1, len(grid.ys) - 1, len(grid.boxes)) for grid in looked.grids]


@pytest.mark.parametrize("angle", [0.0, 0.5, -1.0, 2.0, -2.0])
def test_a_page_lying_askew_is_turned_level_and_its_table_found(angle):
    grey = drawn().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert ink.skew(grey) == pytest.approx(-angle, abs=0.1)
    assert boxes(page.look(grey)) == [(10, 12, 101)]


@pytest.mark.parametrize("options", [{"line": 150}, {"line": 110, "ground": 190}, {"width": 1}, {"width": 6}])
def test_grey_thin_and_thick_lines_are_lines(options):
    assert boxes(page.look(drawn(**options))) == [(10, 12, 101)]


def test_a_blank_page_and_a_dark_area_have_no_lines():
    grey = Image.new("L", (WIDTH, HEIGHT), 255)
    assert (ink.skew(grey), page.look(grey).ruled) == (0.0, [])
    ImageDraw.Draw(grey).rectangle((200, 200, 900, 700), fill=40)
    assert page.look(grey).grids == []


def test_lines_are_taken_away_and_digits_stay():
    looked = page.look(drawn())
    left = ink.without(ink.over(looked.dark, ink.INK), looked.ruled)
    (grid,) = looked.grids
    written = [left.crop(page.area_of(grid, box, HEIGHT)).getbbox() is not None for box in grid.boxes]
    assert sum(written) == 12
    assert left.getbbox()[0] > LEFT + 5 * WIDE


def test_cells_of_a_picture_are_those_of_the_page_it_shows():
    content = pdf()
    for picture in pages(content, turned=0.7):
        looked = page.look(picture)
        assert looked.has_table == bool(looked.grids)
        assert all(len(grid.boxes) > 1 for grid in looked.grids)
    assert sum(len(grid.boxes) for each in pages(content) for grid in page.look(each).grids) > 250


def test_lines_in_points_grow_upwards_as_rulings_have_it():
    rules = [ink.Rule(True, 0, 500, 98, 102), ink.Rule(False, 100, 300, 49, 51)]
    assert page.strokes(rules, 400) == (
        [rulings.Stroke(300 / DOTS_PER_POINT, 0.0, 500 / DOTS_PER_POINT)],
        [rulings.Stroke(50 / DOTS_PER_POINT, 100 / DOTS_PER_POINT, 300 / DOTS_PER_POINT)],
    )


def test_a_picture_is_brought_to_the_width_of_a_page():
    assert raster(png(Image.new("RGBA", (400, 800), (0, 0, 0, 0)))).getextrema() == (255, 255)
    assert [raster(png(Image.new("L", size))).width for size in ((400, 800), (800, 400))] == [1653, 2339]


@pytest.mark.parametrize("size", [(20, 400), (7000, 7000), (200, 9000)])
def test_icons_and_far_too_large_pictures_are_not_read(size):
    assert raster(png(Image.new("1", size))) is None


def test_a_damaged_picture_is_not_read():
    content = png(drawn())
    assert raster(content[: len(content) // 2]) is None
    assert raster(b"") is None


def test_cells_that_run_into_each_other_around_a_corner_are_not_read(monkeypatch):
    asked = []
    monkeypatch.setattr(page.cells, "read", lambda sheet, area: asked.append(area) or [])
    box_at = {(0, 0): 0, (0, 1): 1, (1, 0): 0, (1, 1): 0}
    grid = rulings.Grid(
        (0.0, 100.0, 200.0), (200.0, 100.0, 0.0), (rulings.Box(0, 0, 2, 2), rulings.Box(0, 1, 1, 1)), box_at
    )
    grey = Image.new("L", (600, 600), 255)
    lines = list(page._in_cells(Sheet(grey, grey, grey), grid))
    assert [line.text for line in lines] == [UNREAD]
    assert grid.find(50, 150) == 0 and len(asked) == 1
