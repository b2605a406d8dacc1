from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from gongkai.common.tests.timing import within
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Hidden, Passage, Place, Unread, Unreadable
from gongkai.screening.formats import xlsx
from gongkai.screening.tests import xlsx_samples as samples
from gongkai.screening.tests.office_samples import parts_of, picture_in, planted
from gongkai.screening.tests.xlsx_samples import number, row, sheet_of, text


def texts(path):
    """Return the text of all passages but the name of the only sheet."""
    return [each.text for each in xlsx.read(path).passages if each.place.part != "工作表名称"]


def cleaned(path, covers=()):
    target = path.with_name("copy.xlsx")
    xlsx.clean(path, target, list(covers))
    return target


def sheet_xml(path):
    return parts_of(path)["xl/worksheets/sheet1.xml"].decode()


def test_workbook_is_read_as_its_reader_sees_it(tmp_path):
    document = xlsx.read(samples.everything(tmp_path / "a.xlsx"))
    assert [each.text for each in document.passages] == samples.VISIBLE
    assert (document.title, document.links) == ("示范县救助名单", ["https://www.example.gov.cn/"])


def test_cells_say_where_they_stand_in_the_original(tmp_path):
    document = xlsx.read(samples.everything(tmp_path / "a.xlsx"))
    at = Place(sheet="名单", cell="E6", row=6, column=5)
    assert document.passages[10] == Passage("3月15日", at, "名单", 5, 4)


def test_everything_hidden_is_told(tmp_path):
    document = xlsx.read(samples.everything(tmp_path / "a.xlsx"))
    book = [(each.kind, each.what) for each in document.hidden if not each.place.sheet]
    sheet = [(each.kind, each.what) for each in document.hidden if each.place.sheet == "名单"]
    sheets = [each.what for each in document.hidden if each.kind == Kind.HIDDEN_SHEET]
    assert sheets == ["工作表“hidden-sheet”，2 行", "深度隐藏的工作表“hidden-very”，1 行"]
    assert book == [
        (Kind.NAMED_RANGE, "1 个名称"),
        (Kind.METADATA, "文件保存的路径"),
        (Kind.METADATA, "设置只读的用户名"),
        (Kind.HIDDEN_CELLS, "自定义视图"),
        (Kind.METADATA, "单位、主管、标题、作者、最后修改人"),
        (Kind.METADATA, "电子签名"),
        (Kind.ACTIVE_CONTENT, "加载项"),
        (Kind.METADATA, "自定义数据"),
        (Kind.METADATA, "首页缩略图"),
        (Kind.COMMENT, "1 处批注"),
        (Kind.DATA_MODEL, "数据连接和数据模型"),
        (Kind.EMBEDDED_FILE, "嵌入的文件"),
        (Kind.EXTERNAL_LINK, "外部链接"),
        (Kind.PIVOT_CACHE, "数据透视表缓存"),
        (Kind.PIVOT_CACHE, "数据透视表的原始数据"),
        (Kind.METADATA, "打印机设置"),
        (Kind.TRACKED_CHANGE, "共享工作簿的修订记录"),
    ]
    assert sheet == [
        (Kind.HIDDEN_CELLS, "方案"),
        (Kind.HIDDEN_CELLS, "自定义视图"),
        (Kind.HIDDEN_CELLS, "1 行"),
        (Kind.HIDDEN_CELLS, "2 列"),
        (Kind.FILTERED_ROWS, "2 行"),
        (Kind.HIDDEN_CELLS, "隐藏的行、列里的图形"),
        (Kind.INVISIBLE_TEXT, "设成隐藏的图形"),
        (Kind.CROPPED_PICTURE, "图片"),
        (Kind.LOCATION, "拍摄地点"),
        (Kind.LOCATION, "拍摄时间、设备或拍摄人"),
        (Kind.NAMED_RANGE, "2 个公式"),
        (Kind.FORM_FIELD, "1 处数据有效性的选项"),
        (
            Kind.INVISIBLE_TEXT,
            "1 条让文字变得看不见的条件格式，公开副本里没有这些格式，文字会显示出来",
        ),
        (Kind.COVERED_TEXT, "图形下面压着的 1 个有内容的单元格"),
        (Kind.INVISIBLE_TEXT, "1 个单元格的文字与底色相同"),
        (Kind.INVISIBLE_TEXT, "1 个单元格的数字格式不显示内容"),
        (Kind.INVISIBLE_TEXT, "1 个单元格的文字极小"),
        (Kind.COVERED_TEXT, "1 个单元格的文字用底色盖住"),
        (Kind.INVISIBLE_TEXT, "1 处单元格里的文字与底色相同"),
        (Kind.HIDDEN_CELLS, "合并单元格下面 2 个有内容的单元格"),
        (Kind.EXTERNAL_LINK, "1 个指向电脑里文件的链接"),
        (Kind.INVISIBLE_TEXT, "1 个没有启用的页眉、页脚"),
        (Kind.INVISIBLE_TEXT, "图形里 1 处透明或极小的文字"),
    ]


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_copy_says_the_same_and_hides_nothing(tmp_path, name):
    original = samples.SAMPLES[name](tmp_path / "a.xlsx")
    before, copy = xlsx.read(original), cleaned(original)
    after = xlsx.read(copy)
    assert [each.text for each in after.passages] == [each.text for each in before.passages]
    assert (after.hidden, after.title, after.links) == ([], before.title, before.links)
    assert planted(original) and planted(copy) == set()


def test_copy_holds_only_parts_that_somebody_links_to(tmp_path):
    assert sorted(parts_of(cleaned(samples.everything(tmp_path / "a.xlsx")))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/charts/chart1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/media/image1.jpeg",
        "xl/media/image1.png",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]


def test_same_workbook_gives_the_same_bytes(tmp_path):
    original = samples.everything(tmp_path / "a.xlsx")
    first = cleaned(original).read_bytes()
    assert cleaned(original).read_bytes() == first


def test_rows_and_columns_move_together_over_hidden_ones(tmp_path):
    columns = '<cols><col min="2" max="2" width="9" hidden="1"/></cols>'
    rows = (
        row(1, text("A1", "甲") + text("C1", "乙"))
        + row(2, text("A2", "x"), 'hidden="1"')
        + row(3, text("C3", "丙"))
    )
    original = sheet_of(
        tmp_path / "a.xlsx", rows, '<mergeCells count="1"><mergeCell ref="C3:D4"/></mergeCells>'
    )
    edit(original, "<sheetData>", columns + "<sheetData>")
    after = xlsx.read(cleaned(original)).passages[1:]
    assert [(each.text, each.place.cell) for each in after] == [("甲", "A1"), ("乙", "B1"), ("丙", "B2")]
    assert '<mergeCell ref="B2:C3"/>' in sheet_xml(tmp_path / "copy.xlsx")


def edit(path, old, new, part="xl/worksheets/sheet1.xml"):
    """Replace text in one part of a package."""
    parts = parts_of(path)
    content = parts[part].decode()
    assert old in content
    types = {
        "xl/workbook.xml": samples.SHEETS + "sheet.main+xml",
        "xl/worksheets/sheet1.xml": samples.SHEETS + "worksheet+xml",
        "xl/styles.xml": samples.SHEETS + "styles+xml",
    }
    parts[part] = content.replace(old, new).encode()
    samples.write_package(
        path, {name: data for name, data in parts.items() if name != "[Content_Types].xml"}, types
    )


def test_merged_text_stays_when_its_first_cell_is_hidden(tmp_path):
    rows = row(1, text("A1", "标题"), 'hidden="1"') + row(2, text("A2", "x")) + row(3, text("A3", "尾"))
    merged = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    assert texts(sheet_of(tmp_path / "a.xlsx", rows, merged)) == ["标题", "尾"]


def test_numbers_are_kept_as_shown_and_no_further(tmp_path):
    rows = row(1, number("A1", "100.456789", 7) + number("B1", "45000.75", 1) + number("C1", "45000", 6))
    copy = sheet_xml(cleaned(sheet_of(tmp_path / "a.xlsx", rows)))
    assert "<v>100.46</v>" in copy and "<v>45000</v>" in copy
    assert texts(tmp_path / "copy.xlsx") == ["100.46", "2023年3月15日", "3月15日"]
    assert "45000.75" not in copy and copy.count("<v>45000</v>") == 1


def test_white_text_in_a_table_shows_and_stays_readable(tmp_path):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet()
    white = workbook.add_format({"font_color": "#FFFFFF"})
    sheet.add_table("A1:A2", {"columns": [{"header": "镇", "header_format": white}], "data": [["东镇"]]})
    sheet.write("A4", "藏", white)
    workbook.close()
    assert texts(tmp_path / "a.xlsx") == ["镇", "东镇"]
    assert texts(cleaned(tmp_path / "a.xlsx")) == ["镇", "东镇"]


def test_points_of_hidden_rows_leave_the_chart(tmp_path):
    chart = parts_of(cleaned(samples.plain(tmp_path / "a.xlsx")))["xl/charts/chart1.xml"].decode()
    assert "村民1" in chart and "村民2" not in chart and "1002.5" not in chart
    assert "低保名单!" not in chart


def test_cropped_part_of_a_picture_is_gone(tmp_path):
    picture = picture_in(cleaned(samples.everything(tmp_path / "a.xlsx")), ".jpeg")
    red, _, blue = picture.getpixel((50, 50))
    assert picture.size == (100, 100) and red > 200 > blue


def test_picture_that_wps_keeps_in_a_cell_lies_upon_it(tmp_path):
    original = samples.everything(tmp_path / "a.xlsx")
    assert [place for place, _ in xlsx.pictures(original)] == [
        Place(sheet="名单"),
        Place(sheet="名单", cell="A11"),
    ]
    assert picture_in(cleaned(original), ".png").getpixel((5, 5)) == (255, 255, 0)


def test_cover_replaces_text_and_numbers(tmp_path):
    rows = row(1, text("A1", "电话13800138000") + number("B1", "371723199001011234"))
    original = sheet_of(tmp_path / "a.xlsx", rows)
    covers = [Cover(1, 5, 9, "****"), Cover(2, 6, 14, "********")]
    assert texts(cleaned(original, covers)) == ["电话138****8000", "371723********1234"]


def test_cover_reaches_every_kind_of_passage(tmp_path):
    original = samples.everything(tmp_path / "a.xlsx")
    before = xlsx.read(original).passages
    after = xlsx.read(cleaned(original, [Cover(at, 0, 1, "＊") for at in range(len(before))])).passages
    gone = {"12", "30"}  # a masked number is no longer a point of the chart
    assert [each.text for each in after] == ["＊" + e.text[1:] for e in before if e.text not in gone]


def test_covered_sheet_names_stay_apart(tmp_path):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    for name in ("张三", "张四"):
        workbook.add_worksheet(name).write(0, 0, "x")
    workbook.close()
    copy = cleaned(tmp_path / "a.xlsx", [Cover(0, 1, 2, "*"), Cover(2, 1, 2, "*")])
    assert [each.text for each in xlsx.read(copy).passages] == ["张＊", "x", "张＊_2", "x"]


def test_formula_without_a_result_is_told(tmp_path):
    original = sheet_of(tmp_path / "a.xlsx", row(1, '<c r="A1"><f>1+1</f></c>' + text("B1", "字")))
    why = "1 个公式没有保存计算结果，请用 Excel 或 WPS 打开后另存一份。"
    assert xlsx.read(original).unread == [Unread(Kind.UNREAD_PART, Place(sheet="表"), why)]


def test_workbook_without_a_visible_sheet_is_refused(tmp_path):
    original = sheet_of(tmp_path / "a.xlsx", row(1, text("A1", "字")))
    edit(original, 'sheetId="1"', 'sheetId="1" state="hidden"', "xl/workbook.xml")
    with pytest.raises(Unreadable, match="全部隐藏了"):
        xlsx.read(original)


@pytest.mark.parametrize(
    "rows",
    [
        row(2, "") + row(1, ""),
        row(1, text("B1", "x") + text("A1", "y")),
        row(1, '<c r="ZZZ1"><v>1</v></c>'),
        row(1, '<c r="A1" t="s"><v>7</v></c>'),
        row(9_999_999, text("A9999999", "x")),
    ],
)
def test_impossible_cells_are_refused(tmp_path, rows):
    with pytest.raises(Unreadable, match="另存一份"):
        xlsx.read(sheet_of(tmp_path / "a.xlsx", rows))


def test_million_merged_and_empty_cells_take_little_time(tmp_path):
    around = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    rows = row(1, text("A1", "字")) + "".join(f'<row r="{at}"/>' for at in range(2, 100_000))
    original = sheet_of(tmp_path / "a.xlsx", rows, around)
    edit(original, "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert texts(cleaned(original)) == ["字"]
    assert within(3, lambda: texts(cleaned(original)))


def test_control_characters_and_escapes_survive(tmp_path):
    original = sheet_of(tmp_path / "a.xlsx", row(1, text("A1", "甲_x000D_\n乙_x005F_x0041_")))
    assert texts(original) == ["甲\n乙_x0041_"]
    assert texts(cleaned(original)) == ["甲\n乙_x0041_"]


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.integers(-(10**12), 10**12), st.text("张a1 ", max_size=4)), max_size=5
        ),
        min_size=1,
        max_size=6,
    ),
    st.sets(st.integers(0, 5)),
    st.sets(st.integers(0, 4)),
)
def test_copy_is_what_shows_for_any_sheet(tmp_path_factory, lines, rows, columns):
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("表")
    for at, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(at, column, value)
            elif value:
                sheet.write_string(at, column, value)
    for at in rows:
        sheet.set_row(at, None, None, {"hidden": True})
    for at in columns:
        sheet.set_column(at, at, None, None, {"hidden": True})
    workbook.close()
    shown = [
        str(value)
        for at, line in enumerate(lines)
        for column, value in enumerate(line)
        if at not in rows and column not in columns and value is not None and str(value).strip()
    ]
    assert texts(path) == shown
    assert texts(cleaned(path)) == shown
    assert all(each.kind == Kind.METADATA for each in xlsx.read(path).hidden if not each.place.sheet)


def test_large_list_is_read_and_cleaned_at_a_thousand_rows_a_second(tmp_path):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True})
    sheet = workbook.add_worksheet("名单")
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for at in range(1_000):
        sheet.write_row(at, 0, ["东镇", f"村民{at}", f"3717231990{at:08}", "低保", "A类", "是", "一卡通"])
        sheet.write_row(at, 7, [at * 1.5, 13_800_138_000, 1, at])
        sheet.write_datetime(at, 11, date(2024, 1, 1), day)
    workbook.close()
    document = xlsx.read(tmp_path / "a.xlsx")
    assert within(1, lambda: (xlsx.read(tmp_path / "a.xlsx"), cleaned(tmp_path / "a.xlsx")))
    assert len(document.passages) == 12_001


def test_hidden_is_told_with_its_sheet(tmp_path):
    original = sheet_of(tmp_path / "a.xlsx", row(1, text("A1", "x"), 'hidden="1"') + row(2, text("A2", "y")))
    assert xlsx.read(original).hidden == [Hidden(Kind.HIDDEN_CELLS, Place(sheet="表"), "1 行")]


def test_cell_of_a_font_that_is_not_there_looks_as_in_the_first_font(tmp_path):
    original = sheet_of(tmp_path / "a.xlsx", row(1, text("A1", "黑", 5) + text("B1", "字")))
    edit(original, 'fontId="3"', 'fontId="9"', "xl/styles.xml")
    assert texts(original) == texts(cleaned(original)) == ["字"]


def test_shape_without_a_place_leaves(tmp_path):
    original = samples.everything(tmp_path / "a.xlsx")
    parts = parts_of(original)
    drawing = parts["xl/drawings/drawing1.xml"].replace(b"<xdr:colOff>0</xdr:colOff>", b"")
    parts["xl/drawings/drawing1.xml"] = drawing
    content = {name: data for name, data in parts.items() if name != "[Content_Types].xml"}
    samples.write_package(original, content, {"xl/workbook.xml": samples.SHEETS + "sheet.main+xml"})
    assert "图上的字" not in texts(cleaned(original))


def formatted(path, value, **look):
    """A workbook with one value in this look, in a cell beside a plain one."""
    workbook = xlsxwriter.Workbook(path)
    workbook.add_worksheet("表").write_row(0, 0, ["x"])
    workbook.worksheets()[0].write(0, 1, value, workbook.add_format(look))
    workbook.close()
    return path


def styles_xml(path):
    return parts_of(path)["xl/styles.xml"].decode()


@pytest.mark.parametrize("value", ["199001011234", 199001011234])
@pytest.mark.parametrize("code", ['"371723"@', '"371723"0;-0;0;"371723"@'])
def test_words_that_a_number_format_adds_are_read_and_covered(tmp_path, value, code):
    original = formatted(tmp_path / "a.xlsx", value, num_format=code)
    assert texts(original) == ["x", "371723199001011234"]
    assert texts(cleaned(original)) == texts(original)
    assert texts(cleaned(original, [Cover(2, 0, 14, "*" * 14)])) == ["x", "*" * 14 + "1234"]
    assert "371723" not in styles_xml(tmp_path / "copy.xlsx")


def test_format_that_shows_other_text_gives_that_text(tmp_path):
    original = formatted(tmp_path / "a.xlsx", "hidden-text", num_format='0;0;0;"公开"')
    assert texts(original) == texts(cleaned(original)) == ["x", "公开"]
    assert planted(tmp_path / "copy.xlsx") == set()
    assert (
        Hidden(Kind.INVISIBLE_TEXT, Place(sheet="表"), "1 个单元格的数字格式不显示内容")
        in xlsx.read(original).hidden
    )


def test_sections_of_a_format_that_no_cell_uses_leave(tmp_path):
    original = formatted(tmp_path / "a.xlsx", 5, num_format='0.0"元";[Red]"hidden-minus"0;0;"hidden-words"')
    assert texts(cleaned(original)) == ["x", "5.0元"]
    assert 'formatCode="0.0&quot;元&quot;"' in styles_xml(tmp_path / "copy.xlsx")
    assert planted(tmp_path / "copy.xlsx") == set()


def test_negative_number_shows_the_same_without_the_section_for_others(tmp_path):
    original = formatted(tmp_path / "a.xlsx", -5, num_format='"hidden-plus"0;"亏"0')
    assert texts(original) == texts(cleaned(original)) == ["x", "亏5"]
    assert planted(tmp_path / "copy.xlsx") == set()


def test_names_of_fonts_that_are_none_leave(tmp_path):
    original = formatted(tmp_path / "a.xlsx", "字", font_name="张三13800138000")
    edit_header = '<headerFooter><oddHeader>&amp;C&amp;"张三13800138000,常规"标题&amp;"宋体,加粗"尾</oddHeader></headerFooter>'
    other = sheet_of(tmp_path / "b.xlsx", row(1, text("A1", "x")), edit_header)
    assert "张三" not in styles_xml(cleaned(original))
    assert texts(other) == texts(cleaned(other)) == ["x", "标题尾"]
    assert '<oddHeader>&amp;C标题&amp;"宋体,加粗"尾</oddHeader>' in sheet_xml(tmp_path / "copy.xlsx")


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        ({"font_color": "#FEFEF8"}, Kind.INVISIBLE_TEXT),
        ({"font_color": "#FFFFFF", "bg_color": "#F8F8F8"}, Kind.INVISIBLE_TEXT),
        ({"font_color": "#000000", "bg_color": "#010101"}, Kind.COVERED_TEXT),
    ],
)
def test_text_of_nearly_the_colour_behind_it_does_not_show(tmp_path, look, kind):
    original = formatted(tmp_path / "a.xlsx", "藏", **look)
    assert texts(original) == texts(cleaned(original)) == ["x"]
    assert [each.kind for each in xlsx.read(original).hidden if each.place.sheet] == [kind]


def test_grey_text_shows(tmp_path):
    assert texts(formatted(tmp_path / "a.xlsx", "灰", font_color="#D9D9D9")) == ["x", "灰"]


def test_words_in_the_number_formats_of_a_chart_leave(tmp_path):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet("表")
    sheet.write_column("A1", [1, 2])
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "=表!$A$1:$A$2"})
    chart.set_y_axis({"num_format": '0;0;0;"hidden-words"'})
    sheet.insert_chart("C1", chart)
    workbook.close()
    assert planted(tmp_path / "a.xlsx") and planted(cleaned(tmp_path / "a.xlsx")) == set()


@pytest.mark.parametrize(("mode", "covers"), [("RGB", True), ("RGBA", False)])
def test_cell_under_a_picture_that_nothing_shines_through_is_hidden(tmp_path, mode, covers):
    Image.new(mode, (200, 60)).save(tmp_path / "a.png")
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet("表")
    sheet.write_column("A1", ["甲", "hidden-under"])
    sheet.insert_image("A2", tmp_path / "a.png", {"object_position": 1})
    workbook.close()
    document = xlsx.read(tmp_path / "a.xlsx")
    assert [each.kind for each in document.hidden if each.kind == Kind.COVERED_TEXT] == [
        Kind.COVERED_TEXT
    ] * covers
    assert bool(planted(cleaned(tmp_path / "a.xlsx"))) != covers


OFF = {"visible": False}


@pytest.mark.parametrize(
    ("kind", "looks", "shown"),
    [
        ("column", {}, {"镇名", "系列名"}),
        ("column", {"second": "=表!$C$1:$C$2"}, {"镇名", "系列名"}),
        ("column", {"axis": OFF}, {"系列名"}),
        ("column", {"axis": {"label_position": "none"}}, {"系列名"}),
        ("column", {"axis": OFF, "legend": False}, set()),
        ("column", {"axis": OFF, "legend": False, "labels": {"category": True}}, {"镇名"}),
        ("pie", {}, {"镇名"}),
        ("pie", {"legend": False}, set()),
    ],
)
def test_names_that_a_chart_does_not_show_leave(tmp_path, kind, looks, shown):
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet("表")
    sheet.write_column("A1", [1, 2])
    sheet.write_column("B1", ["镇名", "乙"])
    sheet.write_column("C1", ["压在后面的名", "丙"])
    chart = workbook.add_chart({"type": kind})
    labels = {"data_labels": looks["labels"]} if "labels" in looks else {}
    chart.add_series({"values": "=表!$A$1:$A$2", "categories": "=表!$B$1:$B$2", "name": "系列名", **labels})
    chart.add_series({"values": "=表!$A$1:$A$2", "name": "又一个", "categories": looks.get("second", "")})
    chart.set_title({"none": True})
    if "axis" in looks:
        chart.set_x_axis(looks["axis"])
    if not looks.get("legend", True):
        chart.set_legend({"none": True})
    sheet.insert_chart("C1", chart)
    workbook.close()
    written = parts_of(cleaned(tmp_path / "a.xlsx"))["xl/charts/chart1.xml"].decode()
    assert {name for name in ("镇名", "系列名", "压在后面的名") if name in written} == shown
