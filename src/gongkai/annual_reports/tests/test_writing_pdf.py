import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pypdfium2
import pytest

from gongkai.annual_reports.content import Figure, Section
from gongkai.annual_reports.layout import BALANCE_NOTE, Form, all_cells
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.typesetting.fonts import MissingGlyphs

from .written_reports import HOSTILE, PROSE, SHOWN, distinct_numbers, document, printed_numbers, report

RIGHT, LEFT, BOTTOM = (210 - 26) / 25.4 * 72, 28 / 25.4 * 72, 35 / 25.4 * 72


def pages_of(content):
    """The text of each page without white space; pdfium names a hyphen at the end of a line as it likes."""
    with pypdfium2.PdfDocument(content) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return ["".join(page.replace("\x02", "-").replace("\ufffe", "-").split()) for page in pages]


def numbers_of(content):
    """All numbers of five digits and more: those of the tables, in reading order, each in one piece."""
    with pypdfium2.PdfDocument(content) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return re.findall(r"\d{5,}(?:\.\d+)?", text)


@pytest.mark.parametrize("form", Form)
def test_each_cell_is_printed_with_its_number_in_the_order_of_the_tables(form):
    content = annual_report_pdf(document(report=report(form)))
    assert numbers_of(content) == printed_numbers(form)


def test_everything_the_report_says_is_printed_in_order():
    text = "".join(pages_of(annual_report_pdf(document())))
    said = [
        "示范县人民政府2025年政府信息公开工作年度报告",
        *PROSE[0],
        "一、总体情况",
        *PROSE[1],
        "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章30001",
        *PROSE[2],
        "三、收到和处理政府信息公开申请情况申请人情况",
        BALANCE_NOTE,
        "四、政府信息公开行政复议、行政诉讼情况行政复议行政诉讼",
        "五、存在的主要问题及改进情况",
        *PROSE[5],
        "六、其他需要报告的事项",
        *PROSE[6],
        "示范县人民政府办公室2026年3月20日",
        "更正2026年4月7日更正：表四“行政复议”的“结果维持”原为3，更正为2。",
    ]
    places = [text.find(each) for each in said]
    assert -1 not in places
    assert places == sorted(places)


def test_pdf_is_archival_and_accessible():
    content = annual_report_pdf(document())
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


def test_pages_are_numbered_and_only_a_draft_says_so():
    published, draft = (
        pages_of(annual_report_pdf(document())),
        pages_of(annual_report_pdf(document(draft=True))),
    )
    for number, page in enumerate(draft, start=1):
        assert "草稿，尚未发布" in page
        assert f"—{number}—" in page
    assert "草稿" not in "".join(published)


def boxes_of(page):
    text = page.get_textpage()
    return [text.get_charbox(index) for index in range(text.count_chars())]


@pytest.mark.parametrize("first", [0, 12_345_678, 12_345_678_901_234])
def test_table_3_stands_on_one_page_and_nothing_leaves_the_margins(first):
    figures = distinct_numbers(first=first)
    long_words = Section(1, "一、总体情况", ("https://" + "a" * 300, "长" * 500))
    content = annual_report_pdf(document(report=report(figures=figures, sections=(long_words,))))
    if first:
        assert numbers_of(content) == printed_numbers(first=first)
    (page,) = [page for page in pages_of(content) if "申请人情况" in page]
    assert BALANCE_NOTE[:12] in page  # the line behind it may stand level with another cell
    assert "四、结转下年度继续办理" in page
    with pypdfium2.PdfDocument(content) as pdf:
        for each in pdf:
            boxes = boxes_of(each)
            assert max(right for _, _, right, _ in boxes) <= RIGHT + 0.5
            assert min(left for left, _, _, _ in boxes) >= LEFT - 0.5
            # Below the type area there is only the number of the page.
            assert sum(bottom < BOTTOM - 1 for _, bottom, _, _ in boxes) <= len("— 10 —")


def test_figures_of_different_columns_do_not_run_into_each_other():
    content = annual_report_pdf(document(report=report(figures=distinct_numbers(first=12_345_678_901_234))))
    with pypdfium2.PdfDocument(content) as pdf:
        for page in pdf:
            text = page.get_textpage()
            boxes = [(text.get_text_range(index, 1), box) for index, box in enumerate(boxes_of(page))]
            for (before, (_, low, end, _)), (after, (start, other_low, _, _)) in pairwise(boxes):
                if before.isdigit() and after.isdigit() and abs(low - other_low) < 1:
                    assert start > end - 0.6


def test_blanks_stay_empty():
    figures = {name: Figure(None, "—") for name in all_cells()} | {"t3.open.natural": Figure(Decimal(31_415))}
    assert numbers_of(annual_report_pdf(document(report=report(figures=figures)))) == ["31415"]


def test_headings_in_unusual_places_do_no_harm_to_the_accessible_pdf():
    sections = (
        Section(0, "", ("（一）编制说明", "甲\n乙", "")),
        Section(2, " ", ("（三）只有小标题",)),
        Section(6, "六、其他", ()),
    )
    text = "".join(pages_of(annual_report_pdf(document(report=report(sections=sections)))))
    assert "（一）编制说明甲乙二、主动公开政府信息情况（三）只有小标题第二十条第（一）项" in text


def test_hostile_text_is_printed_as_it_stands():
    hostile = replace(report(), unit=HOSTILE, title=HOSTILE, sections=(Section(1, HOSTILE, (HOSTILE,)),))
    text = "".join(pages_of(annual_report_pdf(document(report=hostile, issuer=HOSTILE))))
    assert text.count("".join(SHOWN.split())) == 4


def test_a_character_no_type_can_show_is_refused():
    with pytest.raises(MissingGlyphs):
        annual_report_pdf(document(report=report(title="示范县\U0002ebf0年度报告")))
    with pytest.raises(MissingGlyphs):
        annual_report_pdf(document(report=report(sections=(Section(1, "一、总体情况", ("😀",)),))))


def test_a_report_of_nothing_but_its_title_is_printed():
    empty = replace(report(), forms={}, figures={}, sections=())
    (page,) = pages_of(
        annual_report_pdf(document(report=empty, published_on=None, issuer="", corrections=()))
    )
    assert page == "示范县人民政府2025年政府信息公开工作年度报告—1—"
