import io
import time

import docx as word
import pytest
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from gongkai.common.tests.timing import within
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Passage, Place, Unread, Unreadable
from gongkai.screening.formats import docx
from gongkai.screening.tests import docx_samples as samples
from gongkai.screening.tests.docx_samples import body, p, r
from gongkai.screening.tests.office_samples import parts_of, picture_in, planted


def texts(path):
    return [each.text for each in docx.read(path).passages]


def hidden_in(path):
    return [(each.kind, each.what) for each in docx.read(path).hidden]


def cleaned(path, covers=()):
    target = path.with_name("copy.docx")
    docx.clean(path, target, list(covers))
    return target


def test_document_is_read_as_its_reader_sees_it(tmp_path):
    document = docx.read(samples.everything(tmp_path / "a.docx"))
    assert [each.text for each in document.passages] == samples.VISIBLE
    assert document.title == "示范县救助名单公示"
    assert document.links == ["https://www.example.gov.cn/a", "https://www.example.gov.cn/"]


def test_cells_know_their_table_and_where_they_stand(tmp_path):
    document = docx.read(samples.everything(tmp_path / "a.docx"))
    cells = [each for each in document.passages if each.table == "表1"]
    assert cells == [
        Passage("姓名", Place(table=1, row=1, column=1), "表1", 0, 0),
        Passage("金额", Place(table=1, row=1, column=2), "表1", 0, 1),
        Passage("备注", Place(table=1, row=1, column=3), "表1", 0, 2),
        Passage("张三", Place(table=1, row=2, column=1), "表1", 1, 0),
        Passage("100\n元", Place(table=1, row=2, column=2), "表1", 1, 1),
        Passage("末格", Place(table=1, row=3, column=3), "表1", 2, 2),
    ]


def test_everything_hidden_is_told(tmp_path):
    assert hidden_in(samples.everything(tmp_path / "a.docx")) == [
        (Kind.METADATA, "模板的路径"),
        (Kind.DATA_MODEL, "邮件合并的数据来源"),
        (Kind.METADATA, "文档变量"),
        (Kind.METADATA, "图片说明里的文件名或路径"),
        (Kind.INVISIBLE_TEXT, "设成隐藏的图形"),
        (Kind.CROPPED_PICTURE, "图片"),
        (Kind.LOCATION, "拍摄地点"),
        (Kind.LOCATION, "拍摄时间、设备或拍摄人"),
        (Kind.METADATA, "单位、主管、标题、作者、最后修改人"),
        (Kind.METADATA, "自定义数据"),
        (Kind.METADATA, "首页缩略图"),
        (Kind.EMBEDDED_FILE, "系统不认识的内容，2 个"),
        (Kind.COMMENT, "1 处批注"),
        (Kind.EMBEDDED_FILE, "嵌入的文件，2 个"),
        (Kind.METADATA, "文档部件库"),
        (Kind.EMBEDDED_FILE, "没有显示的图片、声音或视频"),
        (Kind.TRACKED_CHANGE, "4 处删除的内容"),
        (Kind.TRACKED_CHANGE, "2 处插入的内容"),
        (Kind.TRACKED_CHANGE, "1 处格式修改"),
        (Kind.FORM_FIELD, "1 个内容控件的选项或绑定数据"),
        (Kind.EXTERNAL_LINK, "2 处指向别的文件的域代码"),
        (Kind.NAMED_RANGE, "2 处域代码"),
        (Kind.FORM_FIELD, "1 个表单域"),
        (Kind.INVISIBLE_TEXT, "1 个隐藏的表格行"),
        (Kind.INVISIBLE_TEXT, "3 处设成隐藏的文字"),
        (Kind.INVISIBLE_TEXT, "1 处与底色相同的文字"),
        (Kind.INVISIBLE_TEXT, "2 处极小的文字"),
        (Kind.COVERED_TEXT, "2 处用底色盖住的文字"),
        (Kind.EMBEDDED_FILE, "1 个嵌入的对象，公开副本里只留它的图片"),
        (Kind.EMBEDDED_FILE, "1 处插入的外部文档或墨迹"),
        (Kind.EXTERNAL_LINK, "1 个指向电脑里文件的链接"),
        (Kind.INVISIBLE_TEXT, "1 条没有引用的注释"),
        (Kind.INVISIBLE_TEXT, "1 个没有启用的页眉、页脚"),
        (Kind.INVISIBLE_TEXT, "合并单元格下面 1 处看不到的内容"),
    ]


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_copy_says_the_same_and_hides_nothing(tmp_path, name):
    original = samples.SAMPLES[name](tmp_path / "a.docx")
    before, copy = docx.read(original), cleaned(original)
    after = docx.read(copy)
    assert after.passages == before.passages
    assert (after.hidden, after.title, after.links) == ([], before.title, before.links)
    assert planted(original) and planted(copy) == set()


def test_copy_holds_only_parts_that_somebody_links_to(tmp_path):
    assert sorted(parts_of(cleaned(samples.everything(tmp_path / "a.docx")))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/charts/chart1.xml",
        "word/diagrams/colors1.xml",
        "word/diagrams/data1.xml",
        "word/diagrams/layout1.xml",
        "word/diagrams/quickStyle1.xml",
        "word/document.xml",
        "word/footer1.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/media/image1.jpeg",
        "word/media/image1.png",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_same_document_gives_the_same_bytes(tmp_path):
    original = samples.everything(tmp_path / "a.docx")
    first = cleaned(original).read_bytes()
    time.sleep(0.01)
    assert cleaned(original).read_bytes() == first


def test_cropped_part_of_a_picture_is_gone(tmp_path):
    picture = picture_in(cleaned(samples.everything(tmp_path / "a.docx")), ".jpeg")
    assert picture.size == (100, 100)
    red, _, blue = picture.getpixel((50, 50))
    assert blue > 200 > red
    assert (dict(picture.getexif()), picture.info.get("comment")) == ({}, None)


def test_pictures_are_given_cropped_and_once(tmp_path):
    found = list(docx.pictures(samples.everything(tmp_path / "a.docx")))
    assert [(place, Image.open(io.BytesIO(data)).size) for place, data in found] == [
        (Place(part="图片", paragraph=11), (60, 60)),
        (Place(part="图片", paragraph=11), (100, 100)),
    ]


def test_pictures_nobody_read_are_told_once(tmp_path):
    place = Place(part="图片", paragraph=11)
    assert docx.read(samples.everything(tmp_path / "a.docx")).unread == [
        Unread(Kind.UNREAD_PICTURE, place, "图片，60 × 60 像素。"),
        Unread(Kind.UNREAD_PICTURE, place, "图片，100 × 100 像素。"),
    ]


def test_drawing_commands_are_kept_and_nobody_has_read_them(tmp_path):
    picture = samples.inline(samples.picture("rId10"), "picture", 1)
    original = body(tmp_path / "a.docx", p(r("图")) + p(picture))
    emf = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)
    samples.write_package(
        original,
        {
            **{name: data for name, data in parts_of(original).items() if name != "[Content_Types].xml"},
            "word/_rels/document.xml.rels": samples.rels(
                ("rId1", "styles", "styles.xml"), ("rId10", "image", "media/image1.emf")
            ),
            "word/media/image1.emf": emf,
        },
        {"word/document.xml": samples.WORD + "document.main+xml"},
    )
    place = Place(part="图片", paragraph=1)
    assert docx.read(original).unread == [Unread(Kind.UNREAD_PART, place, "EMF 格式的图形，系统打不开。")]
    assert parts_of(cleaned(original))["word/media/image1.emf"] == emf


def test_cover_replaces_text_across_runs(tmp_path):
    original = body(tmp_path / "a.docx", p(r("电话138") + r("0013", "<w:b/>") + r("8000，张三")))
    assert texts(cleaned(original, [Cover(0, 2, 13, "138****8000"), Cover(0, 14, 16, "张*")])) == [
        "电话138****8000，张*"
    ]
    document = parts_of(tmp_path / "copy.docx")["word/document.xml"].decode()
    assert "0013" not in document


def test_cover_reaches_every_kind_of_passage(tmp_path):
    original = samples.everything(tmp_path / "a.docx")
    before = docx.read(original).passages
    covers = [Cover(at, 0, 1, "＊") for at in range(len(before))]
    # A masked number is no longer a point of the chart.
    expected = ["＊" + each.text[1:] for each in before if each.text not in {"12", "30"}]
    assert texts(cleaned(original, covers)) == expected


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(st.text("张三0123 abc", min_size=1, max_size=6), min_size=1, max_size=6),
    ends=st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_covered_text_reads_as_if_it_had_been_written_so(tmp_path_factory, words, ends):
    whole = "".join(words)
    start, end = sorted(min(each, len(whole)) for each in ends)
    if not whole.strip() or start == end:
        return
    folder = tmp_path_factory.mktemp("cover")
    original = body(folder / "a.docx", p("".join(r(word) for word in words)))
    expected = whole[:start] + "※" + whole[end:]
    assert texts(cleaned(original, [Cover(0, start, end, "※")])) == [expected]


def test_white_text_stays_where_something_dark_is_behind_it(tmp_path):
    white = '<w:color w:val="FFFFFF"/>'
    dark = '<w:shd w:val="clear" w:fill="1F4E79"/>'
    cells = samples.table(
        f"<w:tr>{samples.cell(p(r('格', white)), dark)}{samples.cell(p(r('白', white)))}</w:tr>"
    )
    original = body(tmp_path / "a.docx", p(r("段", white), dark) + p(r("无", white)) + cells + p(r("尾")))
    assert texts(original) == ["段", "格", "尾"]
    assert hidden_in(original) == [(Kind.INVISIBLE_TEXT, "2 处与底色相同的文字")]


def test_white_text_stays_where_a_picture_lies_behind_the_page(tmp_path):
    behind = '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'
    assert texts(body(tmp_path / "a.docx", p(behind + r("白", '<w:color w:val="FFFFFF"/>')))) == ["白"]


def test_nearly_white_text_is_seen_as_white(tmp_path):
    original = body(tmp_path / "a.docx", p(r("看") + r("x", '<w:color w:val="FEFEF8"/>')))
    assert texts(original) == ["看"]


def test_hidden_text_made_with_python_docx_is_found(tmp_path):
    document = word.Document()
    paragraph = document.add_paragraph("看得见")
    paragraph.add_run("藏").font.hidden = True
    paragraph.add_run("白").font.color.rgb = RGBColor(255, 255, 255)
    paragraph.add_run("小").font.size = Pt(1)
    document.save(tmp_path / "a.docx")
    assert texts(tmp_path / "a.docx") == ["看得见"]


def test_field_without_an_end_loses_its_code_and_keeps_the_text(tmp_path):
    open_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF hidden</w:instrText></w:r>'
    )
    assert texts(body(tmp_path / "a.docx", p(open_field + r("正文")))) == ["正文"]


def test_field_inside_a_field_gives_only_the_outer_result(tmp_path):
    inner = samples.field("MERGEFIELD 姓名", "内层")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + inner
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("外层")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(body(tmp_path / "a.docx", p(outer))) == ["外层"]


def test_title_is_the_middle_line_under_the_letterhead(tmp_path):
    middle = '<w:jc w:val="center"/>'
    lines = p(r("示范县人民政府文件"), middle) + p(r("关于救助的通知"), middle) + p(r("各镇："))
    assert docx.read(body(tmp_path / "a.docx", lines)).title == "关于救助的通知"


def test_hundred_pages_are_read_in_two_seconds(tmp_path):
    paragraph = p(
        r("第一部分，", "<w:b/>") + r("各镇人民政府、县直各部门要认真落实。" * 5) + r("电话13800138000。")
    )
    original = body(tmp_path / "a.docx", paragraph * 2_000)
    assert len(docx.read(original).passages) == 2_000
    assert within(2, lambda: docx.read(original))


def test_copy_opens_in_python_docx(tmp_path):
    document = word.Document(cleaned(samples.plain(tmp_path / "a.docx")))
    assert [each.text for each in document.paragraphs][:2] == ["关于做好救助工作的通知", "各镇人民政府："]
    assert document.tables[0].style.name == "Light Grid Accent 1"


def test_paragraph_mark_deleted_at_the_end_of_a_cell_leaves_the_cell_whole(tmp_path):
    deleted = p(r("字"), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')
    table = samples.table(f"<w:tr>{samples.cell(deleted)}</w:tr>")
    assert texts(cleaned(body(tmp_path / "a.docx", table + p("")))) == ["字"]


def test_text_where_the_format_has_no_place_for_it_leaves(tmp_path):
    original = body(
        tmp_path / "a.docx", p(r("正文")) + "<w:t>hidden-loose</w:t><w:r><w:t>hidden-run</w:t></w:r>"
    )
    assert texts(cleaned(original)) == ["正文"]
    assert planted(tmp_path / "copy.docx") == set()


def test_style_sheet_that_is_none_is_refused(tmp_path):
    original = body(tmp_path / "a.docx", p(r("正文")), styles="<x>hidden-styles</x>")
    with pytest.raises(Unreadable, match="损坏"):
        docx.read(original)


def test_drawing_where_the_format_has_no_place_for_it_leaves(tmp_path):
    loose = samples.inline(samples.picture("rId9"), "picture", 1, attributes='descr="hidden-loose"')
    original = body(tmp_path / "a.docx", p(r("正文")) + loose)
    assert texts(cleaned(original)) == ["正文"]
    assert planted(tmp_path / "copy.docx") == set()


IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_words_before_the_number_of_a_list_are_read_and_covered_whole(tmp_path):
    label = "张三13800138000第%1项"
    lines = p(r("甲"), IN_LIST) + p(r("乙"), '<w:pStyle w:val="1"/>') + p(r("尾"))
    original = samples.listed(tmp_path / "a.docx", lines, label)
    assert texts(original) == ["张三13800138000第#项甲", "张三13800138000第#项乙", "尾"]
    assert texts(cleaned(original)) == texts(original)
    assert planted(tmp_path / "copy.docx") == set()
    assert texts(cleaned(original, [Cover(0, 2, 13, "*")])) == ["甲", "乙", "尾"]
    assert "13800138000" not in parts_of(tmp_path / "copy.docx")["word/numbering.xml"].decode()


@pytest.mark.parametrize("label", ["第%1条", "（%1）", "%1.%2", "", "l"])
def test_marks_of_a_list_are_no_text(tmp_path, label):
    original = samples.listed(tmp_path / "a.docx", p(r("甲"), IN_LIST), label)
    assert texts(original) == ["甲"]
    assert f'w:lvlText w:val="{label}"' in parts_of(cleaned(original))["word/numbering.xml"].decode()


def test_label_that_no_paragraph_shows_leaves(tmp_path):
    level = '<w:start w:val="13800138000"/>'
    original = samples.listed(tmp_path / "a.docx", p(r("甲")) + p(r("乙"), IN_LIST), "%1、", level)
    numbering = parts_of(cleaned(original))["word/numbering.xml"].decode()
    assert 'w:lvlText w:val="%2."' in numbering and "13800138000" not in numbering


def test_symbols_that_are_text_are_read(tmp_path):
    symbol = '<w:sym w:font="{}" w:char="{}"/>'
    signs = [
        ("Arial", "0031"),
        ("Arial", "F033"),
        ("Symbol", "F06D"),
        ("Wingdings", "F082"),
        ("张三", "F038"),
    ]
    run = "".join(symbol.format(*each) for each in signs)
    pictures = symbol.format("Wingdings", "F0FE") + symbol.format("Wingdings", "F04A")
    original = body(
        tmp_path / "a.docx", p(f"{r('电话')}<w:r>{run}{pictures}{symbol.format('Arial', 'x')}</w:r>")
    )
    assert texts(original) == ["电话13μ②8☑"]
    assert texts(cleaned(original, [Cover(0, 2, 4, "**")])) == ["电话**μ②8☑"]
    document = parts_of(tmp_path / "copy.docx")["word/document.xml"].decode()
    assert document.count("<w:sym ") == 2 and "F04A" in document


def test_white_symbols_are_hidden_text(tmp_path):
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:sym w:font="Arial" w:char="0031"/></w:r>'
    original = body(tmp_path / "a.docx", p(r("看") + white))
    assert (texts(original), hidden_in(original)) == (["看"], [(Kind.INVISIBLE_TEXT, "1 处与底色相同的文字")])


def test_names_of_fonts_that_are_none_leave(tmp_path):
    fonts = '<w:rFonts w:ascii="张三13800138000" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    document = parts_of(cleaned(body(tmp_path / "a.docx", p(r("字", fonts)))))["word/document.xml"].decode()
    assert '<w:rFonts w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>' in document


def test_names_of_own_styles_become_neutral(tmp_path):
    style = '<w:style w:type="paragraph" w:styleId="李四13800138000"><w:name w:val="李四的样式"/></w:style></w:styles>'
    lines = p(r("甲"), '<w:pStyle w:val="李四13800138000"/>') + p(r("乙"), '<w:pStyle w:val="王五"/>')
    original = body(tmp_path / "a.docx", lines, styles=samples.STYLES.replace("</w:styles>", style))
    parts = parts_of(cleaned(original))
    assert '<w:name w:val="样式2"/>' in parts["word/styles.xml"].decode()
    assert '<w:pStyle w:val="own2"/>' in parts["word/document.xml"].decode()
    assert not any(word.encode() in data for data in parts.values() for word in ("李四", "王五"))


def test_text_in_lines_and_rows_of_no_height_is_hidden(tmp_path):
    row = f'<w:tr><w:trPr><w:trHeight w:val="4" w:hRule="exact"/></w:trPr>{samples.cell(p(r("藏")))}</w:tr>'
    lines = p(r("看"), '<w:spacing w:line="2" w:lineRule="auto"/>')
    lines += p(r("藏"), '<w:spacing w:line="2" w:lineRule="exact"/>')
    original = body(tmp_path / "a.docx", lines + samples.table(row) + p(r("尾")))
    assert texts(original) == texts(cleaned(original)) == ["看", "尾"]
    assert hidden_in(original) == [(Kind.INVISIBLE_TEXT, "2 处行高极小的文字")]
