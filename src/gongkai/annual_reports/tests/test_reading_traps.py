import io
import zipfile
from decimal import Decimal

import pytest
from PIL import Image

from gongkai.annual_reports.content import Place
from gongkai.annual_reports.layout import APPLICANTS, Form
from gongkai.annual_reports.reading import as_json, read

from . import report_samples as samples

KEYS = [each.key for each in APPLICANTS]
HEAD = "".join(
    f"<tr>{cells}</tr>"
    for cells in (
        "<td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td>",
        "<td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td>",
        "<td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td>",
    )
)


def third(rows, head=HEAD):
    """Return the figures of rows of 表三 that are given as HTML."""
    page = f"<p>三、收到和处理政府信息公开申请情况</p><table>{head}{rows}</table>"
    return read(page.encode(), "report.html")


def cells(numbers):
    return "".join(f"<td>{number}</td>" for number in numbers.split(","))


def row(report, key):
    return [report.figures[f"t3.{key}.{column}"].number for column in KEYS]


def test_blanks_and_dashes_are_kept_apart_from_zeros():
    texts = samples.printed(samples.figures())
    blank = {"t3.open.research": "", "t3.open.charity": "—", "t3.done.total": "/", "t2.fees.amount": " "}
    report = read(samples.page(texts=texts | blank).encode(), "report.html")
    assert {name: report.figures[name].printed for name in blank} == {
        "t3.open.research": "",
        "t3.open.charity": "—",
        "t3.done.total": "/",
        "t2.fees.amount": "",
    }
    assert all(report.figures[name].is_blank and not report.figures[name].doubt for name in blank)
    made = as_json(report)
    assert made["table2"]["行政事业性收费_万元"] is None
    assert made["table3"][2]["values"] == [290, 11, None, None, 3, 1, 305]
    assert [each["cell"] for each in made["blanks"]] == list(report_order(report, blank))
    assert made["blanks"][-1]["place"] == "第2个表格第27行第10列"


def report_order(report, names):
    return (name for name in report.figures if name in names)


@pytest.mark.parametrize(
    "shape", [samples.dumped, samples.piped, samples.drawn, samples.copied, samples.saved]
)
def test_blank_cells_of_a_text_stay_in_their_columns(shape):
    texts = samples.printed(samples.figures())
    texts |= {
        f"t3.{key}.{column}": "" for key in ("deny_1", "open") for column in ("research", "charity", "total")
    }
    parts = {number: shape(rows) for number, rows in samples.tables(texts=texts).items()}
    report = read(samples.text(parts).encode(), "report.txt")
    assert row(report, "open") == [290, 11, None, None, 3, 1, None]
    assert row(report, "deny_1") == [0, 0, None, None, 0, 0, None]


def test_a_row_without_any_number_is_blank():
    texts = samples.printed(samples.figures()) | {f"t3.deny_1.{column}": "" for column in KEYS}
    report = read(samples.page(texts=texts).encode(), "report.html")
    assert row(report, "deny_1") == [None] * 7
    assert report.refused == {}


@pytest.mark.parametrize("blank", ["", "-", "/"])
def test_a_form_that_nobody_filled_in_is_all_blank(blank):
    texts = dict.fromkeys(samples.figures(), blank)
    for data in (samples.page(texts=texts).encode(), samples.word(texts=texts)):
        report = read(data, "report")
        assert {name: figure.number for name, figure in report.figures.items()} == dict.fromkeys(texts)
        assert {figure.printed for figure in report.figures.values()} == {blank}
        assert report.refused == {}


def test_a_misspelt_label_is_known():
    report = third(f"<tr><td>（三）不予公开</td><td>2.其他法律行政止公开</td>{cells('1,0,0,0,0,0,1')}</tr>")
    assert row(report, "deny_2") == [1, 0, 0, 0, 0, 0, 1]


def test_dirt_before_a_heading_is_no_number_of_the_row():
    report = third(
        f"<tr><td>0三、本年度办理结果</td><td>（一）予以公开</td>{cells('4,0,0,0,0,0,4')}<td></td></tr>"
    )
    assert row(report, "open") == [4, 0, 0, 0, 0, 0, 4]
    assert report.figures["t3.open.natural"].doubt == ""


def test_an_ordinal_in_a_cell_of_its_own_is_no_number_of_the_row():
    report = third(f"<tr><td>（三）不予公开</td><td>1</td><td>属于国家秘密</td>{cells('2,0,0,0,0,0,2')}</tr>")
    assert row(report, "deny_1") == [2, 0, 0, 0, 0, 0, 2]


def test_labels_of_one_character_a_line_are_known():
    label = "<br>".join("三、本年度办理结果")
    report = third(
        f"<tr><td rowspan=2>{label}</td><td colspan=2>（一）予以公开</td>{cells('2,0,0,0,0,0,2')}</tr>"
        f"<tr><td colspan=2>{'<br>'.join('（七）总计')}</td>{cells('2,0,0,0,0,0,2')}</tr>"
    )
    assert row(report, "done") == [2, 0, 0, 0, 0, 0, 2]


def test_a_row_cut_by_a_page_is_read_from_the_part_that_has_the_numbers():
    report = third(
        f"<tr><td>（五）不予处理</td><td>5.要求行政机关确认或重新</td>{cells(',,,,,,')}</tr>"
        f"{HEAD}<tr><td></td><td>出具已获取信息</td>{cells('3,0,0,0,0,0,3')}</tr>"
        f"<tr><td>（六）其他处理</td><td>1.申</td>{cells('0,1,0,0,0,0,1')}</tr>"
        f"<tr><td></td><td>请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</td>{cells(',,,,,,')}</tr>"
    )
    assert row(report, "refuse_5") == [3, 0, 0, 0, 0, 0, 3]
    assert row(report, "misc_1") == [0, 1, 0, 0, 0, 0, 1]


def test_a_number_that_fell_into_two_cells_is_joined_by_the_sum_with_a_doubt():
    report = third(f"<tr><td>（一）予以公开</td>{cells('1,0,2,0,0,0,0,12')}</tr>")
    assert row(report, "open") == [10, 2, 0, 0, 0, 0, 12]
    assert report.figures["t3.open.natural"].doubt == "原文数字连在一起，按勾稽关系拆分。"


def test_a_row_with_too_few_cells_is_not_filled_up():
    report = third(f"<tr><td>（一）予以公开</td>{cells('10,2,0,0,12')}</tr>")
    assert report.figures == {}
    assert "“（一）予以公开”（10 2 0 0 12）一行的数字分不开" in report.refused["t3"]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("3,0,0", [3, 0, 0, None, None, None, None]),
        ("5", [5, None, None, None, None, None, None]),
        ("0", [0, None, None, None, None, None, None]),
        ("", [None] * 7),
    ],
)
def test_cells_that_a_row_lacks_at_its_end_are_blank(printed, read_as):
    values = cells(printed) if printed else ""
    report = third(f"<tr><td colspan=3>四、结转下年度继续办理</td>{values}</tr>")
    assert row(report, "carried_out") == read_as
    assert {figure.doubt for figure in report.figures.values()} == {""}


def test_a_row_that_begins_with_its_total_is_not_filled_up():
    head = HEAD.replace("<td rowspan=2>自然人</td>", "<td rowspan=2>总计</td><td rowspan=2>自然人</td>")
    head = head.replace("</td><td rowspan=2>总计</td></tr>", "</td></tr>")
    label = "<tr><td colspan=3>（一）予以公开</td>{}</tr>"
    assert row(third(label.format(cells("13,10,2,0,1,0,0")), head), "open") == [10, 2, 0, 1, 0, 0, 13]
    assert third(label.format(cells("13,10,2,1,0,0")), head).figures == {}


@pytest.mark.parametrize("printed", ["10,2,0,0,12", "10,0,0,0,0,12", "4,4", "0,4"])
def test_a_row_whose_last_cell_may_be_the_total_is_not_filled_up(printed):
    report = third(f"<tr><td colspan=3>（一）予以公开</td>{cells(printed)}</tr>")
    assert report.figures == {}
    assert "“（一）予以公开”" in report.refused["t3"]


@pytest.mark.parametrize("missing", range(6))
@pytest.mark.parametrize("before", ["法人或其他组织—", "法人或其他组织（", ""])
def test_a_blank_cell_of_the_label_is_no_number_of_a_row_that_lacks_one(missing, before):
    names = [
        "自然人",
        *(before + each.label + "）" * before.endswith("（") for each in APPLICANTS[1:-1]),
        "总计",
    ]
    head = f"<tr><td>大类</td><td>小类</td><td>情形</td>{cells(','.join(names))}</tr>"
    values = ["10", "2", "1", "1", "3", "4", "21"]
    label = "<td>三、本年度办理结果</td><td>（一）予以公开</td><td></td>"
    report = third(f"<tr>{label}{cells(','.join(values))}</tr>", head)
    assert row(report, "open") == [10, 2, 1, 1, 3, 4, 21]
    del values[missing]
    report = third(f"<tr>{label}{cells(','.join(values))}</tr>", head)
    assert (report.figures, "“（一）予以公开”" in report.refused["t3"]) == ({}, True)


def test_a_row_that_lost_its_label_is_not_the_one_of_its_group():
    label = "<tr><td>（六）其他处理</td><td>{}</td>{}</tr>"
    report = third(
        label.format("1.逾期不补正", cells("1,0,0,0,0,0,1")) + label.format("", cells("5,0,0,0,0,0,5"))
    )
    assert {name.split(".")[1] for name in report.figures} == {"misc_1"}


def test_a_label_without_numbers_is_not_blank_where_numbers_stand_without_a_label():
    report = third(
        f"<tr><td colspan=3>（一）予以公开</td></tr><tr>{cells('4,,,,,,4')}</tr>"
        f"<tr><td colspan=3>（七）总计</td>{cells('4,0,0,0,0,0,4')}</tr>"
    )
    assert {name.split(".")[1] for name in report.figures} == {"done"}


def test_a_heading_that_lost_a_cell_puts_the_columns_in_doubt():
    report = third(
        f"<tr><td colspan=3>（一）予以公开</td>{cells('4,1,0,0,2,0,7')}</tr>",
        HEAD.replace("<td colspan=5>法人或其他组织</td>", "<td></td>"),
    )
    assert row(report, "open") == [4, 1, 0, 0, 2, 0, 7]
    assert report.figures["t3.open.natural"].doubt == "表头没有写明各列是哪一类申请人，按规定的列序读入。"
    rows = samples.table_4(samples.printed(samples.figures()))
    del rows[2][6]
    report = read(samples.html({4: samples.html_table(rows)}).encode(), "report.html")
    assert {each.doubt for each in report.figures.values()} == {"表头没有读全，按规定的列序读入。"}


@pytest.mark.parametrize(("count", "is_read"), [(10, True), (5, False), (12, False), (14, False)])
def test_a_row_of_table_4_is_filled_up_after_whole_blocks_only(count, is_read):
    texts = samples.printed(samples.figures()) | {"t4.lit_direct.upheld": "0", "t4.lit_direct.total": "0"}
    rows = samples.table_4(texts)
    rows[-1] = rows[-1][:count]
    report = read(samples.html({4: samples.html_table(rows)}).encode(), "report.html")
    numbers = [figure.number for figure in report.figures.values()]
    expected = [int(cell.text) for cell in rows[-1]] + [None] * (15 - count)
    assert (numbers, "t4" in report.refused) == (expected if is_read else [], not is_read)


def test_rows_that_lost_their_labels_are_named_by_their_neighbours_with_a_doubt():
    report = third(
        f"<tr><td>6.属于四类过程性信息</td>{cells('1,0,0,0,0,0,1')}</tr>"
        f"<tr>{cells('2,0,0,0,0,0,2')}</tr>"
        f"<tr><td>8.属于行政查询事项</td>{cells('3,0,0,0,0,0,3')}</tr>"
        f"<tr>{cells('4,0,0,0,0,0,4')}</tr>"
        f"<tr><td>（七）总计</td>{cells('6,0,0,0,0,0,6')}</tr>"
    )
    assert row(report, "deny_7") == [2, 0, 0, 0, 0, 0, 2]
    assert report.figures["t3.deny_7.natural"].doubt == "这一行没有行名，按前后各行的次序推定。"
    # Between 8. and （七） the form has eleven rows and one stands here: it is nobody's.
    assert [name for name in report.figures if name.endswith(".natural")] == [
        "t3.deny_6.natural",
        "t3.deny_7.natural",
        "t3.deny_8.natural",
        "t3.done.natural",
    ]


def test_subtotals_that_some_places_add_are_left_out():
    report = third(
        f"<tr><td>（三）不予公开</td><td>小计</td>{cells('9,0,0,0,0,0,9')}</tr>"
        f"<tr><td></td><td>1.属于国家秘密</td>{cells('9,0,0,0,0,0,9')}</tr>"
    )
    assert {name.split(".")[1] for name in report.figures} == {"deny_1"}


def test_two_numbers_for_one_cell_are_doubted():
    line = "<tr><td>（一）予以公开</td>{}</tr>"
    report = third(line.format(cells("1,0,0,0,0,0,1")) + line.format(cells("2,0,0,0,0,0,2")))
    figure = report.figures["t3.open.natural"]
    assert (figure.number, figure.doubt) == (
        Decimal(1),
        "文件里这一格出现了两次，数字不同（1、2），这里取前一个。",
    )


def test_a_summary_of_the_outcomes_is_not_taken_for_the_table():
    page = (
        "<p>一、总体情况</p><table><tr><td>答复</td><td>件数</td><td>占比</td></tr>"
        "<tr><td>予以公开</td><td>42</td><td>89.4%</td></tr></table>"
    )
    report = read((page + samples.page()).encode(), "report.html")
    assert report.figures["t3.open.natural"].number == 290
    assert report.refused == {}


def test_a_figure_says_where_it_was_read():
    figure = third(f"<tr><td>（一）予以公开</td>{cells('4,0,0,0,0,0,5')}</tr>").figures["t3.open.total"]
    assert figure.place == Place(table=1, row=4, column=8, snippet="（一）予以公开 4 0 0 0 0 0 5")
    figure = read(samples.pdf(), "report.pdf").figures["t3.open.total"]
    assert figure.place.in_words() == "第2页第3个表格第5行第10列"


def test_what_does_not_add_up_is_read_as_it_is_printed():
    texts = samples.printed(samples.figures()) | {"t4.review.total": "0", "t3.open.total": "1"}
    report = read(samples.page(texts=texts).encode(), "report.html")
    assert (report.figures["t4.review.total"].number, report.figures["t3.open.total"].number) == (0, 1)
    assert {figure.doubt for figure in report.figures.values()} == {""}


def test_local_rows_and_explanations_in_the_labels_do_not_disturb_table_2():
    page = """<p>二、主动公开政府信息情况</p><table>
      <tr><td colspan=4>第二十条第（一）项</td></tr>
      <tr><td>信息内容</td><td>本年新 制作数量</td><td>本年新 公开数量</td><td>对外公开总数量</td></tr>
      <tr><td>规 章（设区的市、自治州人民政府应提供相关数据）</td><td>0</td><td>0</td><td>0</td></tr>
      <tr><td>规范性文件（行政机关制定发布的决定、公告、通告、意见，以及标题采用“规定”“办法”字样的公文）</td>
          <td>2</td><td>2</td><td>19</td></tr>
      <tr><td>其他主动公开文件（含以本单位名义正式签发的文件）</td><td>186</td><td>86</td><td>255</td></tr>
      <tr><td colspan=4>第二十条第（六）项</td></tr>
      <tr><td>信息内容</td><td>上一年项目数量（指2019年事项数）</td><td>本年增/减（减用负值表示，如-8）</td><td>处理决定数量</td></tr>
      <tr><td>行政处罚</td><td>90</td><td>+2</td><td>22</td></tr></table>"""
    report = read(page.encode(), "report.html")
    assert report.forms == {"t2": Form.OF_2019}
    assert {name: figure.number for name, figure in report.figures.items()} == {
        "t2.regulations.made": 0,
        "t2.regulations.published": 0,
        "t2.regulations.public": 0,
        "t2.normative.made": 2,
        "t2.normative.published": 2,
        "t2.normative.public": 19,
        "t2.penalties.items_before": 90,
        "t2.penalties.change": 2,
        "t2.penalties.decisions": 22,
    }
    assert report.notes == ("表二多出“其他主动公开文件”一行，不在规定的格式里，没有读入。",)


def test_a_table_of_other_things_with_a_row_on_two_items_is_not_table_2():
    other = (
        "<p>一、总体情况</p><table><tr><td>重点领域</td><td>公开数量（条）</td><td>占比</td></tr>"
        "<tr><td>行政许可、行政处罚</td><td>402</td><td>58.6%</td></tr></table>"
    )
    report = read(samples.page().replace("<h1>", f"{other}<h1>").encode(), "report.html")
    assert (report.figures["t2.penalties.decisions"].number, report.refused) == (645, {})


def test_two_values_for_three_columns_are_not_guessed():
    page = """<p>二、主动公开政府信息情况</p><table>
      <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>规章</td><td>22</td><td>235</td></tr></table>"""
    report = read(page.encode(), "report.html")
    assert report.figures == {}
    assert report.refused["t2"].startswith("表二没有读出：“规章”一行的数字（22 235）分不开")


PICTURE = "<p><img src='table.png'></p>"


def test_tables_given_as_pictures_are_refused_and_never_zeros():
    report = read(samples.html({2: PICTURE, 3: PICTURE, 4: PICTURE}).encode(), "report.html")
    assert report.figures == {}
    assert report.refused == {
        table: f"{name}是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"
        for table, name in (("t2", "表二"), ("t3", "表三"), ("t4", "表四"))
    }
    assert (report.unit, report.year) == ("示范县人民政府", 2025)
    assert as_json(report)["refused"].keys() == {"table2", "table3", "table4"}


def test_one_table_given_as_a_picture_leaves_the_others():
    parts = {number: samples.html_table(rows) for number, rows in samples.tables().items()}
    report = read(
        samples.html(parts | {3: f"<table><tr><td>{PICTURE}</td></tr></table>"}).encode(), "report.html"
    )
    assert report.refused == {"t3": "表三是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"}
    assert {name[:2] for name in report.figures} == {"t2", "t4"}


def test_missing_tables_are_refused():
    report = read(samples.html({}).encode(), "report.html")
    assert report.refused["t2"] == "文件里没有找到表二，没有读入。请检查文件是否完整，或者对照原文手工填写。"
    assert (report.figures, report.forms) == ({}, {})


def test_json_has_the_form_that_others_compare_with():
    made = as_json(read(samples.page().encode(), "report.html"))
    assert (made["unit"], made["year"]) == ("示范县人民政府", 2025)
    assert made["template_version"] == "国办公开办函〔2021〕30号（25个数据行）"
    assert made["table2"] == {
        "规章": {"本年制发件数": 0, "本年废止件数": 0, "现行有效件数": 0},
        "行政规范性文件": {"本年制发件数": 6, "本年废止件数": 1, "现行有效件数": 32},
        "行政许可": 517,
        "行政处罚": 645,
        "行政强制": 28,
        "行政事业性收费_万元": 4068.208,
    }
    assert made["table3"][0] == {
        "key": "new",
        "label": "一、本年新收政府信息公开申请数量",
        "values": [672, 19, 0, 2, 3, 21, 717],
    }
    assert made["table4"] == {
        "columns": ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        "行政复议": [27, 10, 9, 15, 61],
        "未经复议直接起诉": [3, 0, 0, 0, 3],
        "复议后起诉": [8, 0, 1, 1, 10],
    }
    assert (made["blanks"], made["refused"]) == ([], {})
    assert made["cells"]["t3.new.natural"] == {
        "value": 672,
        "printed": "672",
        "doubt": "",
        "place": "第2个表格第4行第4列",
        "snippet": "一、本年新收政府信息公开申请数量 672 19 0 2 3 21 717",
    }


def test_json_of_the_form_of_2019_is_named_by_its_own_columns():
    made = as_json(read(samples.page(Form.OF_2019).encode(), "report.html"))
    assert made["template_version"] == "国办公开办函〔2019〕60号（23个数据行）"
    assert made["table2"]["行政许可"] == {"上一年项目数量": 517, "本年增/减": 645, "处理决定数量": 28}
    assert made["table2"]["政府集中采购"] == {"采购项目数量": 40, "采购总金额": 4068.208}
    assert len(made["table3"]) == 23


def test_pictures_in_a_word_document_are_told_from_missing_tables():
    drawing = "<w:p><w:r><w:drawing/></w:r></w:p>"
    heading = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    body = "".join(
        heading.format(each) + (drawing if number == 2 else "")
        for number, each in enumerate(samples.HEADINGS)
    )
    xml = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", xml)
    refused = read(buffer.getvalue(), "report.docx").refused
    assert refused["t3"].startswith("表三是图片")
    assert refused["t2"].startswith("文件里没有找到表二")


def test_a_scanned_pdf_is_refused_as_a_picture():
    picture = io.BytesIO()
    Image.new("RGB", (800, 1100), "white").save(picture, "PDF")
    report = read(picture.getvalue(), "report.pdf")
    assert report.figures == {}
    assert report.refused["t3"] == "表三是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"


def test_a_frame_around_the_page_of_a_pdf_is_no_table():
    report = read(samples.pdf(frame=True), "report.pdf")
    assert {name: figure.number for name, figure in report.figures.items()} == samples.figures()
    assert report.section(1).paragraphs == samples.FIRST
