"""The same figures in every shape must be read to the same cells."""

import csv
import io
from decimal import Decimal
from functools import partial

import pikepdf
import pytest

from gongkai.annual_reports import layout
from gongkai.annual_reports.layout import Form
from gongkai.annual_reports.reading import pdf, read
from gongkai.annual_reports.reading.blocks import Paragraph

from . import report_samples as samples

FORMS = [Form.OF_2021, Form.OF_2019]


def numbers(report):
    return {name: figure.number for name, figure in report.figures.items()}


def doubts(report):
    return {figure.doubt for figure in report.figures.values() if figure.doubt}


@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_read_to_the_cell(form):
    report = read(samples.page(form).encode(), "report.html")
    assert numbers(report) == samples.figures(form)
    assert report.forms == {"t2": form, "t3": form}
    assert report.refused == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_page_that_fills_spans_with_empty_cells_is_read_to_the_cell(form):
    report = read(samples.page(form, padded=True).encode(), "report.html")
    assert (numbers(report), report.refused) == (samples.figures(form), {})


@pytest.mark.parametrize("form", FORMS)
def test_a_word_document_is_read_to_the_cell(form):
    report = read(samples.word(form), "report.docx")
    assert (numbers(report), report.refused) == (samples.figures(form), {})


@pytest.mark.parametrize("form", FORMS)
def test_a_pdf_with_lines_is_read_to_the_cell_over_its_pages(form):
    report = read(samples.pdf(form), "report.pdf")
    assert (numbers(report), report.refused) == (samples.figures(form), {})
    assert doubts(report) <= {"原文没有写明金额单位，按万元读入。"}


@pytest.mark.parametrize("form", FORMS)
def test_a_pdf_without_lines_is_read_to_the_cell(form):
    report = read(samples.pdf(form, ruled=False), "report.pdf")
    assert (numbers(report), report.refused) == (samples.figures(form), {})


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("is_set_upright", [True, False])
@pytest.mark.parametrize("ruled", [True, False])
def test_pages_whose_writing_is_turned_are_read_to_the_cell(quarters, is_set_upright, ruled):
    turns = {1: "0 1 -1 0 {height} 0 cm", 2: "-1 0 0 -1 {width} {height} cm", 3: "0 -1 1 0 0 {width} cm"}
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf(ruled=ruled))) as document:
        for page in document.pages[2:]:
            width, height = page.mediabox[2:]
            page.contents_add(turns[quarters].format(width=width, height=height).encode(), prepend=True)
            page.mediabox = [0, 0, height, width] if quarters % 2 else [0, 0, width, height]
            if is_set_upright:
                page.Rotate = quarters * 90
        document.save(written)
    report = read(written.getvalue(), "report.pdf")
    assert (numbers(report), report.refused) == (samples.figures(), {})


@pytest.mark.parametrize(
    "watermark",
    [
        "rotate(-45deg, text(40pt, fill: luma(80%))[内部2025资料])",
        "rotate(30deg, text(9pt)[#(range(20).map(_ => range(15).map(n => str(n)).join()).join(linebreak()))])",
        "text(60pt, fill: luma(80%))[示范县2025]",
        "rotate(90deg, text(40pt, fill: luma(80%))[内部2025资料])",
    ],
    ids=["large and aslant", "small and all over the page", "large and level", "large and down the page"],
)
@pytest.mark.parametrize("ruled", [True, False])
def test_a_watermark_across_the_tables_of_a_pdf_is_no_part_of_their_cells(watermark, ruled):
    report = read(samples.pdf(watermark=watermark, ruled=ruled), "report.pdf")
    assert (numbers(report), report.refused) == (samples.figures(), {})


def test_large_letters_and_marks_high_above_their_line_are_no_watermark():
    page = "#counter(page).display()"  # what is alike on all pages is left out
    head, foot = f"text(32pt)[示范县“文件”{page}]", f"[政务“公开”{page}°]"
    written = f"context place(top + center, dy: 6mm, {head}) + place(bottom, dy: -14mm, {foot})"
    blocks = pdf.read(samples.pdf(watermark=written)).blocks
    texts = {block.text.replace(" ", "") for block in blocks if isinstance(block, Paragraph)}
    assert texts > {"示范县“文件”-1-", "政务“公开”-1-°", "示范县“文件”-2-", "政务“公开”-2-°"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "shape",
    [
        samples.dumped,
        samples.copied,
        samples.saved,
        samples.drawn,
        partial(samples.drawn, ascii=True),
        partial(samples.drawn, mark=2),
        partial(samples.drawn, unsettled=1),
        samples.drawn_with_one_rule,
        samples.piped,
        samples.piped_with_bare_ends,
        samples.a_cell_a_line,
        samples.a_piped_cell_a_line,
        samples.spaced,
    ],
)
def test_a_text_is_read_to_the_cell(form, shape):
    parts = {number: shape(rows) for number, rows in samples.tables(form).items()}
    report = read(samples.text(parts).encode(), "report.txt")
    assert (numbers(report), report.refused) == (samples.figures(form), {})


@pytest.mark.parametrize("form", FORMS)
def test_small_tables_of_text_recognition_are_read_with_a_doubt_about_their_columns(form):
    parts = samples.markdown(form, samples.printed(samples.figures(form)))
    report = read(samples.text(parts).encode(), "report.md")
    assert numbers(report) == samples.figures(form)
    assert report.figures["t3.open.natural"].doubt == "表头没有写明各列是哪一类申请人，按规定的列序读入。"
    assert report.figures["t4.review.total"].doubt == ""


def test_a_page_in_gb18030_is_read_whatever_it_says_of_its_encoding():
    page = samples.page().replace("<head>", "<head><meta charset='gb2312'>")
    strict = f'<?xml version="1.0" encoding="gb2312"?>{page}'
    for data in (
        page.encode("gb18030"),
        page.encode(),
        samples.page().encode("gb18030"),
        strict.encode("gb18030"),
        page.encode("utf-16"),
    ):
        report = read(data, "report.html")
        assert (report.title, numbers(report)) == (samples.TITLE, samples.figures())


NAMES_OF_BLOCKS = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")


@pytest.mark.parametrize(
    "with_names",
    [
        lambda head, rows: "\n".join(
            f"{name}\n  {head}\n  {row}" for name, row in zip(NAMES_OF_BLOCKS, rows, strict=True)
        ),
        lambda head, rows: "\n".join(
            [
                f"          {head}",
                *(f"{name}  {row}" for name, row in zip(NAMES_OF_BLOCKS, rows, strict=True)),
            ]
        ),
    ],
    ids=["a heading each", "one heading"],
)
def test_spaced_blocks_of_table_4_that_stand_below_each_other_are_read_to_the_cell(with_names):
    figures = [str(each) for name, each in samples.figures().items() if name.startswith("t4.")]
    head = "    ".join(each.label for each in layout.RESULTS)
    rows = ["           ".join(figures[begin : begin + 5]) for begin in (0, 5, 10)]
    parts = {number: samples.spaced(rows) for number, rows in samples.tables().items()}
    report = read(samples.text(parts | {4: with_names(head, rows)}).encode(), "report.txt")
    assert (numbers(report), report.refused) == (samples.figures(), {})


def test_a_blank_among_spaced_figures_of_table_4_is_not_passed_over():
    head = "    ".join(each.label for each in layout.RESULTS)
    block = f"行政复议\n  {head}\n  27                9           15          61"
    report = read(samples.text({4: block}).encode(), "report.txt")
    assert not report.figures
    assert "数字（27 9 15 61）分不开" in report.refused["t4"]


def test_a_text_in_gb18030_is_read():
    parts = {number: samples.piped(rows) for number, rows in samples.tables().items()}
    report = read(samples.text(parts).encode("gb18030"), "report.txt")
    assert numbers(report) == samples.figures()


@pytest.mark.parametrize("is_ascii", [True, False])
def test_a_drawn_table_in_which_figures_were_changed_by_hand_is_read_by_its_bars(is_ascii):
    parts = {number: samples.drawn(rows, ascii=is_ascii) for number, rows in samples.tables().items()}
    assert parts[3].count("290 ") == 1
    parts[3] = parts[3].replace("290 ", "29000 ")
    report = read(samples.text(parts).encode(), "report.txt")
    assert numbers(report) == samples.figures() | {"t3.open.natural": Decimal(29000)}


@pytest.mark.parametrize("instead", ["", " ", "|"])
def test_a_drawn_table_whose_rules_were_broken_is_never_read_wrongly(instead):
    lines = samples.drawn(samples.tables()[4], ascii=True).split("\n")
    for number in (2, 4, 6):
        for at in range(1, len(lines[number]), 26):
            broken = lines[number][:at] + instead + lines[number][at + 1 :]
            text = samples.text({4: "\n".join([*lines[:number], broken, *lines[number + 1 :]])})
            found = read(text.encode(), "report.txt").figures
            wrong = [name for name, each in found.items() if each.number != samples.figures()[name]]
            assert all(found[name].doubt for name in wrong)


def test_a_sheet_saved_with_commas_is_read_with_its_sentences():
    text = samples.text({number: samples.saved(rows) for number, rows in samples.tables().items()})
    padded, quoted = io.StringIO(), io.StringIO()
    for row in csv.reader(io.StringIO(text)):
        row += [""] * (15 - len(row))
        csv.writer(padded).writerow(row)
        csv.writer(quoted, quoting=csv.QUOTE_ALL).writerow(row)
    for sheet in (padded, quoted):
        report = read(sheet.getvalue().encode("gb18030"), "report.csv")
        assert (report.title, numbers(report)) == (samples.TITLE, samples.figures())
        assert report.section(1).paragraphs == samples.FIRST


def test_sentences_with_commas_and_quotes_of_other_scripts_stay_sentences():
    first = ('"放管服"改革,深化政务公开', "内容,形式,渠道", "图文,视频,问答", '公开,解读,"', "回应,互动,")
    text = samples.text({number: samples.piped(rows) for number, rows in samples.tables().items()})
    report = read(text.replace(samples.FIRST[1], "\n".join(first)).encode(), "report.txt")
    assert report.section(1).paragraphs == (samples.FIRST[0], *first)
    assert numbers(report) == samples.figures()


def test_a_break_in_a_cell_of_markdown_is_one():
    parts = {number: samples.piped(rows) for number, rows in samples.tables().items()}
    broken = (
        samples.text(parts).replace("部分公开（", "部分公开<br>（").replace("逾期不补正", "<br/>逾期不补正")
    )
    assert "<br>（" in broken
    assert numbers(read(broken.encode(), "report.txt")) == samples.figures()


def test_numbers_without_anything_between_them_are_split_by_the_sums_with_a_doubt():
    parts = {number: samples.glued(rows) for number, rows in samples.tables().items()}
    report = read(samples.text(parts).replace("\n", "").encode(), "report.txt")
    expected = samples.figures()
    unsure = {layout.t2("normative", key) for key in ("issued", "repealed", "in_force")}
    assert numbers(report) == {name: number for name, number in expected.items() if name not in unsure}
    assert {report.figures[name].doubt for name in expected if name.startswith("t3.")} == {
        "原文数字连在一起，按勾稽关系拆分。"
    }
    assert report.figures["t2.licences.decisions"].doubt == ""
    assert report.refused == {
        "t2": "表二没有全部读出：“行政规范性文件”一行的数字（6132）分不开，不能确定3格各是多少，请对照原文填写。"
    }


@pytest.mark.parametrize(
    ("said", "split"),
    [("制发行政规范性文件6件，现行有效规范性文件32件。", True), ("公开规范性文件32件。", False)],
)
def test_numbers_of_documents_are_split_by_what_the_prose_says_of_them(said, split):
    parts = {number: samples.glued(rows) for number, rows in samples.tables().items()}
    text = samples.text(parts).replace("\n", "").replace(samples.FIRST[1], samples.FIRST[1] + said)
    report = read(text.encode(), "report.txt")
    cells = [layout.t2("normative", key) for key in ("issued", "repealed", "in_force")]
    assert (all(cell in report.figures for cell in cells), "t2" in report.refused) == (split, not split)
    if split:
        assert [report.figures[cell].number for cell in cells] == [6, 1, 32]
        assert {report.figures[cell].doubt for cell in cells} == {"原文数字连在一起，按正文里写的件数拆分。"}


def test_a_table_that_leaves_two_ways_to_split_is_not_guessed():
    texts = samples.printed(samples.figures())
    rows = {number: samples.glued(rows) for number, rows in samples.tables(texts=texts).items()}
    # 1, 11, … and 11, 1, … both make 12, and without the row of the totals nothing decides between them.
    third = rows[3].replace(
        "一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量11100000012（五）", 1
    )
    report = read(samples.text({**rows, 3: third.split("（七）总计")[0]}).encode(), "report.txt")
    assert "t3.new.natural" not in report.figures
    assert report.refused["t3"].startswith(
        "表三没有全部读出：“一、本年新收政府信息公开申请数量”（11100000012）、"
    )
    assert "等4行的数字分不开，按勾稽关系也不能确定各格是多少，请对照原文填写。" in report.refused["t3"]


def test_numbers_run_together_whose_columns_do_not_add_up_are_left_out():
    parts = {number: samples.glued(rows) for number, rows in samples.tables().items()}
    assert parts[3].count("130000013") == 1
    parts[3] = parts[3].replace("130000013", "140000014")
    report = read(samples.text(parts).encode(), "report.txt")
    assert not any(name.startswith("t3.") for name in report.figures)
    assert "等25行的数字分不开，按勾稽关系也不能确定各格是多少" in report.refused["t3"]


def test_the_collapsed_row_of_other_outcomes_is_seen_from_the_table_alone():
    texts = samples.printed(samples.figures(Form.OF_2021) | samples.figures(Form.OF_2019))
    parts = {
        2: samples.html_table(samples.table_2(Form.OF_2021, texts)),
        3: samples.html_table(samples.table_3(Form.OF_2019, texts)),
        4: samples.html_table(samples.table_4(texts)),
    }
    report = read(samples.html(parts).encode(), "report.html")
    assert report.forms == {"t2": Form.OF_2021, "t3": Form.OF_2019}
    assert report.figures["t3.misc.natural"].number == Decimal(143)
    assert report.refused == {}


def test_columns_are_read_by_their_headings_when_the_total_comes_first():
    texts = samples.printed(samples.figures())
    order = (layout.TOTAL, *layout.CLASSES)
    rows = samples.table_3(Form.OF_2021, texts, order)
    for shape in (samples.html_table, samples.piped):
        part = {3: shape(rows)}
        data = samples.html(part) if shape is samples.html_table else samples.text(part)
        report = read(data.encode(), "report")
        found = {name: number for name, number in numbers(report).items() if name.startswith("t3.")}
        assert found == {name: n for name, n in samples.figures().items() if name.startswith("t3.")}


@pytest.mark.parametrize("order", [(), (layout.TOTAL, *layout.CLASSES)])
def test_columns_that_empty_ones_keep_apart_are_read(order):
    texts = samples.printed(samples.figures() | {"t3.open.charity": ""})
    rows = samples.kept_apart(samples.table_3(Form.OF_2021, texts, order))
    report = read(samples.html({3: samples.html_table(rows)}).encode(), "report.html")
    expected = {name: number for name, number in samples.figures().items() if name.startswith("t3.")}
    assert numbers(report) == expected | {"t3.open.charity": None}


def second(rows):
    """Return the report of a page whose second section holds ``rows``."""
    return read(samples.html({2: samples.html_table(rows)}).encode(), "report.html")


def figures_of_table_2(form):
    return {name: number for name, number in samples.figures(form).items() if name.startswith("t2.")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("groups", [(0, 1), (0, 2), (0,), (1, 2, 3)])
def test_table_2_is_read_in_two_panes(form, groups):
    expected = figures_of_table_2(form)
    report = second(samples.table_2_in_panes(form, samples.printed(expected), groups))
    assert (numbers(report), report.refused.get("t2")) == (expected, None)
    assert doubts(report) <= {"原文没有写明金额单位，按万元读入。"}


@pytest.mark.parametrize("shape", [samples.piped, samples.spaced, samples.glued, samples.a_cell_a_line])
def test_two_panes_that_became_text_are_never_misread(shape):
    expected = figures_of_table_2(Form.OF_2021)
    rows = samples.table_2_in_panes(Form.OF_2021, samples.printed(expected), (0, 1))
    report = read(samples.text({2: shape(rows)}).encode(), "report.txt")
    wrong = {name: number for name, number in numbers(report).items() if number not in (expected[name], None)}
    assert (wrong, "t2" in report.refused or len(report.figures) == len(expected)) == ({}, True)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("options", [{}, {"repeated": False}, {"joined": True}])
def test_table_2_is_read_with_a_row_for_each_figure(form, options):
    expected = figures_of_table_2(form)
    report = second(samples.table_2_listed(form, samples.printed(expected), **options))
    assert (numbers(report), report.refused.get("t2")) == (expected, None)
    assert doubts(report) <= {"原文没有写明金额单位，按万元读入。"}


def test_a_list_of_figures_keeps_its_blanks_and_names_what_is_missing():
    expected = figures_of_table_2(Form.OF_2021)
    rows = samples.table_2_listed(Form.OF_2021, samples.printed(expected) | {"t2.normative.repealed": ""})
    assert numbers(second(rows)) == expected | {"t2.normative.repealed": None}
    del rows[2]
    assert second(rows).refused["t2"] == "表二没有全部读出：没有找到“规章”。"


FOURTH = {name: number for name, number in samples.figures().items() if name.startswith("t4.")}


def fourth(*tables, between=""):
    """Return the report of a page whose fourth section holds ``tables``."""
    return read(samples.html({4: between.join(map(samples.html_table, tables))}).encode(), "report.html")


@pytest.mark.parametrize("cut", [2, 3])
@pytest.mark.parametrize("apart", [False, True])
def test_table_4_is_read_when_each_part_has_a_table_and_its_figures_have_one(cut, apart):
    parts = samples.table_4_in_parts(samples.printed(FOURTH), cut=cut)
    if apart:
        parts = [table for part in parts for table in (part[:-1], part[-1:])]
    report = fourth(*parts)
    assert (numbers(report), report.refused.get("t4"), doubts(report)) == (FOURTH, None, set())


def test_table_4_is_read_when_its_parts_stand_under_each_other_in_one_table():
    first, second = samples.table_4_in_parts(samples.printed(FOURTH))
    wide = [[samples.Cell(cell.text, 2 * cell.columns) for cell in row] for row in first]
    assert numbers(fourth(wide + second)) == FOURTH


@pytest.mark.parametrize(
    "rows",
    [
        samples.table_4_listed(samples.printed(FOURTH), repeated=True),
        samples.table_4_listed(samples.printed(FOURTH), repeated=False),
        samples.table_4_turned(samples.printed(FOURTH)),
    ],
)
def test_table_4_is_read_with_a_row_for_each_result(rows):
    budget = [
        [samples.Cell(text) for text in row.split()] for row in ("收入 预算数", "其他 0.00", "总计 1,286.40")
    ]
    report = fourth(rows, budget, between="<p>部门收支预算总表</p>")
    assert (numbers(report), report.refused.get("t4"), doubts(report)) == (FOURTH, None, set())


def test_a_blank_in_a_list_of_results_is_blank():
    texts = samples.printed(FOURTH) | {"t4.lit_direct.other": ""}
    report = fourth(samples.table_4_listed(texts, repeated=True))
    assert numbers(report) == FOURTH | {"t4.lit_direct.other": None}


def test_results_of_litigation_are_not_taken_for_those_of_reconsideration():
    rows = [row for row in samples.table_4_listed(samples.printed(FOURTH), repeated=False)]
    rows[6] = [rows[6][0], samples.Cell(""), *rows[6][2:]]  # 行政诉讼 without saying which
    report = fourth(rows)
    assert {name for name in report.figures} == {
        name for name in FOURTH if not name.startswith("t4.lit_direct.")
    }
    assert "没有写明是复议还是诉讼" in report.refused["t4"]


@pytest.mark.parametrize(
    "styles",
    [
        ("class='grid wide'", "class='line'", "class='box'"),
        ("style='display:table'", "style='display: table-row'", "style='width:9em;display:table-cell'"),
    ],
)
def test_tables_that_styles_draw_are_read(styles):
    sheet = (
        "<style>.grid, .sheet {display:table} .grid .line {display:table-row} div.box{display:table-cell;width:9em}"
        ".box:before{display:table}</style>"
    )
    texts = samples.printed(samples.figures() | {"t3.open.charity": "", "t2.normative.repealed": ""})
    parts = {
        number: samples.drawn_table(rows, styles) for number, rows in samples.tables(texts=texts).items()
    }
    frame = "<div style='display:table'><div style='display:table-cell'>{}</div></div>"
    page = samples.html(parts, around=frame).replace("<head>", f"<head>{sheet}")
    report = read(page.encode(), "report.html")
    blank = dict.fromkeys(("t3.open.charity", "t2.normative.repealed"))
    assert (numbers(report), report.refused) == (samples.figures() | blank, {})


@pytest.mark.parametrize(
    "field",
    [
        "<input type='text' readonly='readonly' value='{}'/><input type='hidden' value='7'/>",
        "<input value='{}'>",
        "<select><option>7</option><option selected>{}</option></select>",
        "{}<sup>1</sup>",
        "{}<sup><a href='#1'>[注1]</a></sup>",
        "{}①",
    ],
)
def test_a_form_that_was_filled_in_and_marks_of_footnotes_are_read(field):
    texts = {name: field.format(number) for name, number in samples.figures().items()}
    report = read(samples.page(texts=texts).encode(), "report.html")
    assert (numbers(report), report.refused, doubts(report)) == (samples.figures(), {}, set())


def test_tables_that_arrange_the_page_or_describe_it_are_not_data():
    metadata = "<table><tr><td>索引号</td><td>014314799/2024-00002</td></tr><tr><td>行政许可</td><td>2024</td></tr></table>"
    around = f"<table><tr><td>{metadata}</td></tr><tr><td>{{}}</td></tr></table>"
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    report = read(samples.html(parts, around=around).encode(), "report.html")
    assert (numbers(report), report.refused) == (samples.figures(), {})
    assert report.section(1).paragraphs == samples.FIRST


def test_an_article_in_a_script_is_read():
    article = samples.page().split("<body>")[1].split("</body>")[0].replace("'", '"').replace('"', '\\"')
    page = f'<html><head><title>{samples.TITLE}</title></head><body><div></div><script>var c = "{article}";</script></body></html>'
    report = read(page.encode(), "report.html")
    assert (report.title, numbers(report)) == (samples.TITLE, samples.figures())


def test_what_word_processors_leave_in_cells_changes_nothing():
    cell = "<p><span><font face='仿宋'>{}</font></span><span><o:p>&nbsp;</o:p></span></p>"
    report = read(samples.page(cell=cell).encode(), "report.html")
    assert numbers(report) == samples.figures()


def test_cells_whose_spans_do_not_meet_the_headings_are_read_in_their_order():
    page = """<p>二、主动公开政府信息情况</p><table>
      <tr><td colspan=5>第二十条第（五）项</td></tr>
      <tr><td>信息内容</td><td>上一年项目数量</td><td colspan=2>本年增/减</td><td>处理决定数量</td></tr>
      <tr><td>行政许可</td><td colspan=2>7</td><td>+3</td><td>9</td></tr></table>"""
    found = numbers(read(page.encode(), "report.html"))
    assert found == {
        "t2.licences.items_before": Decimal(7),
        "t2.licences.change": Decimal(3),
        "t2.licences.decisions": Decimal(9),
    }
