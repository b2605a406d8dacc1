import base64
import io
import random
from dataclasses import replace
from decimal import Decimal

import docx
import pytest
from PIL import Image

from gongkai.annual_reports.checks import Severity, check
from gongkai.annual_reports.content import Figure, Place, Unreadable
from gongkai.annual_reports.layout import Form, t2, t3, t4
from gongkai.annual_reports.reading import read, table2
from gongkai.annual_reports.reading import rows as rows_of_tables
from gongkai.annual_reports.reading.numbers import UNREAD
from gongkai.annual_reports.reading.pictures import judging, replacing
from gongkai.annual_reports.reading.printed import Glyph, Printed
from gongkai.annual_reports.reading.results import TableRead
from gongkai.annual_reports.reading.rulings import Stroke

from . import report_samples as samples
from .pictured_reports import Reader, pages, png, scan, written


def numbers_of(found):
    return {name: each.number for name, each in found.figures.items()}


@pytest.fixture
def scanned(monkeypatch):
    """Return a function that reads the scan of a PDF, and the reader it uses."""

    def scanned(content, misread=None, **options):
        reader = Reader(content)
        reader.misread = misread or {}
        reader.put_in_place(monkeypatch)
        return read(scan(pages(content, **options)), "report.pdf", recognises=True)

    return scanned


@pytest.mark.parametrize(("form", "turned"), [(Form.OF_2021, 0.0), (Form.OF_2019, -1.0)])
def test_a_scan_is_read_to_its_cells_each_in_doubt(scanned, form, turned):
    found = scanned(written(form=form), turned=turned)
    assert numbers_of(found) == samples.figures(form)
    assert all(
        each.doubt.startswith((judging.FROM_PICTURE, judging.SUMS_AGREE)) for each in found.figures.values()
    )
    assert (found.unit, found.year, dict(found.forms)) == ("示范县人民政府", 2025, {"t2": form, "t3": form})
    assert [each.ordinal for each in found.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert (dict(found.refused), found.drawn, found.is_recognised) == ({}, (), True)
    figure = found.figures[t3("new", "natural")]
    assert figure.place.in_words() == f"第{figure.place.page}页图片第{figure.place.table}个表格第4行第4列"


def test_without_recognition_a_scan_is_refused_as_before():
    found = read(scan(pages(written())), "report.pdf")
    assert (found.figures, found.drawn) == ({}, ("t2", "t3", "t4"))
    assert found.refused["t3"] == "表三是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"
    with pytest.raises(Unreadable, match="这是一张图片，系统不能从图片里读数字"):
        read(png(pages(written())[0]), "report.png")


def test_a_number_that_is_not_certain_is_left_out_and_named(scanned):
    found = scanned(written(), misread={"672": ("672", 0.3)})
    cell = t3("new", "natural")
    assert numbers_of(found) == {name: each for name, each in samples.figures().items() if name != cell}
    assert found.refused == {
        "t3": "表三没有全部读出：图片里有1格认不清（表三“一、本年新收政府信息公开申请数量”行“自然人”列），"
        "没有读入，请对照原图填写。"
    }


def test_a_number_misread_is_contradicted_by_the_sums_and_never_their_error(scanned):
    found = scanned(written(), misread={"143": ("148", 0.99)})
    wrong = t3("misc_3", "natural")
    assert found.figures[wrong].number == 148
    differing = {name for name, each in found.figures.items() if each.doubt == judging.SUMS_DIFFER}
    assert {wrong, t3("misc_3", "total"), t3("done", "natural")} <= differing
    findings = check(found)
    assert any(wrong in each.left.cells for each in findings)
    assert all(each.severity is not Severity.ERROR for each in findings)


def test_blanks_of_a_scan_are_no_zeros(scanned):
    numbers = samples.figures()
    found = scanned(written(numbers | {t4("lit_direct", "pending"): None, t3("deny_1", "research"): None}))
    assert {name for name, each in found.figures.items() if each.is_blank} == {
        t4("lit_direct", "pending"),
        t3("deny_1", "research"),
    }
    assert found.refused == {}


def picture_of_table(content, number):
    """Return the page on which statutory table ``number`` stands, as PNG, with its number in the PDF."""
    heading = "二三四"[number - 2] + "、"
    for index, (_, glyphs) in enumerate(Reader(content).pages, 1):
        text = "".join(each.text for each in glyphs)
        if heading in text and "申请人情况" in text:
            return png(pages(content)[index - 1]), index
    raise LookupError(number)


def test_a_picture_in_a_page_or_a_word_document_is_read_in_its_place(monkeypatch):
    content = written()
    picture, page = picture_of_table(content, 3)
    reader = Reader(content)
    reader.pages = [reader.pages[page - 1]]
    reader.put_in_place(monkeypatch)
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    source = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    as_html = samples.html(parts | {3: f'<table><tr><td><img src="{source}"></td></tr></table>'}).encode()
    as_word = docx.Document()
    for number, heading in enumerate(samples.HEADINGS, 1):
        as_word.add_paragraph(heading)
        if number == 3:
            as_word.add_picture(io.BytesIO(picture))
    buffer = io.BytesIO()
    as_word.save(buffer)
    for data, name in ((as_html, "report.html"), (buffer.getvalue(), "report.docx")):
        found = read(data, name, recognises=True)
        third = {name: each for name, each in samples.figures().items() if name.startswith("t3")}
        assert {name: each.number for name, each in found.figures.items() if name in third} == third, name
        assert all(found.figures[name].doubt for name in third)
        assert "t3" not in found.refused
    assert not any(
        each.doubt for name, each in read(as_html, "r", recognises=True).figures.items() if name[:2] != "t3"
    )


def test_a_picture_by_itself_is_read(monkeypatch):
    content = written()
    picture, page = picture_of_table(content, 3)
    reader = Reader(content)
    reader.pages = [reader.pages[page - 1]]
    reader.put_in_place(monkeypatch)
    found = read(picture, "report.png", recognises=True)
    assert found.figures[t3("new", "total")].number == samples.figures()[t3("new", "total")]
    assert found.refused["t4"] == "文件里没有找到表四，没有读入。请检查文件是否完整，或者对照原文手工填写。"


def test_a_photograph_beside_text_is_not_read(monkeypatch):
    asked = []
    reader = Reader(written())
    reader.put_in_place(monkeypatch)
    monkeypatch.setattr("gongkai.screening.formats.reading_pictures.read_line", asked.append)
    noise = random.Random(1).randbytes(600 * 400)
    source = base64.b64encode(png(Image.frombytes("L", (600, 400), noise))).decode()
    page = samples.html({3: f'<img src="data:image/png;base64,{source}">'}).encode()
    found = read(page, "report.html", recognises=True)
    assert (asked, found.figures) == ([], {})
    assert (
        found.refused["t3"] == "表三是图片，系统识别了图片，但没有认出这张表，没有读入。请对照原文手工填写。"
    )


@pytest.mark.parametrize("damage", [b"", b"x" * 99])
def test_a_damaged_picture_is_refused(damage):
    with pytest.raises(Unreadable, match="没有从这张图片里认出年报的表格"):
        read(b"\x89PNG\r\n\x1a\n" + damage, "report.png", recognises=True)


def test_own_doubt_of_a_reading_stays_beside_that_of_the_picture():
    place = replace(Figure(None).place, is_recognised=True)
    figures = {
        t2("fees", "amount"): Figure(Decimal("1.5"), "15000元", "原文的单位是元，已折算成万元。", place)
    }
    assert judging.judged(figures, None)[t2("fees", "amount")].doubt == (
        "从图片识别，请对照原图核对。原文的单位是元，已折算成万元。"
    )


def grid_page(rows, *, left_out=()):
    """A page whose table has ``rows``, drawn with its lines but for those under the first cell of ``left_out``."""
    across = [
        Stroke(700.0 - 30 * row, 50.0 if row - 1 not in left_out else 250.0, 550.0)
        for row in range(len(rows) + 1)
    ]
    upright = [Stroke(at, 700.0 - 30 * len(rows), 700.0) for at in (50.0, 250.0, 350.0, 450.0, 550.0)]
    glyphs = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            left = 60.0 if not column else 160.0 + 100 * column
            base = 680.0 - 30 * number
            glyphs += [
                Glyph(each, left + 10 * index, left + 10 * index + 9, base, base + 4)
                for index, each in enumerate(text)
            ]
    return Printed(595.0, 842.0, glyphs, across, upright, (), 1)


def test_rows_between_whose_labels_no_line_was_seen_are_not_taken_for_one_another():
    rows = [["规章", "1", "2", "3"], ["行政规范性文件", "4", "5", "6"], ["行政许可", "7", "8", "9"]]
    (table,) = replacing._recognised([grid_page(rows, left_out={0})])
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["", "1", "2", "3"],
        ["", "4", "5", "6"],
        ["行政许可", "7", "8", "9"],
    ]


def test_a_row_cut_in_two_by_a_stroke_of_a_letter_is_one_row():
    rows = [["规章", "1", "2", "3"], ["行政许可", "7", "8", "9"]]
    made = grid_page(rows)
    made.across.append(Stroke(685.0, 100.0, 140.0))
    (table,) = replacing._recognised([made])
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows


def test_two_rows_of_a_picture_under_one_label_are_both_left_out():
    place = Place(table=1, is_recognised=True)
    result = TableRead()
    for figure in (
        Figure(Decimal(1), "1", "", place),
        Figure(None, "", "", place),
        Figure(Decimal(0), "0", "", place),
    ):
        result.put("t3.refuse_1.total", figure)
    for figure in (Figure(None, UNREAD, "", place), Figure(Decimal(0), "0", "", place)):
        result.put("t3.refuse_2.total", figure)
    assert (result.figures, list(result.illegible)) == ({}, ["t3.refuse_1.total", "t3.refuse_2.total"])


def test_numbers_of_a_picture_that_ran_together_are_never_cut():
    rows = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["行政规范性文件", "2", "0", "8"]]
    made = grid_page(rows)
    made.upright[2:4] = [Stroke(at, 670.0, 700.0) for at in (350.0, 450.0)]
    read_table = table2.read(rows_of_tables.sort(replacing._recognised([made])).of["t2"])
    assert read_table.figures == {}
    assert "图片里“行政规范性文件”一行的格线认不全，数字没有读入，请对照原图填写。" in read_table.unread
