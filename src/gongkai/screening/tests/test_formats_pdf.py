import io
import zipfile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Unreadable
from gongkai.screening.formats import pdf
from gongkai.screening.tests import pdf_samples as samples
from gongkai.screening.tests.pdf_samples import SECRET, box, document, saved, text


@pytest.fixture
def read(tmp_path):
    def read(content):
        path = tmp_path / "read.pdf"
        path.write_bytes(content)
        return pdf.read(path)

    return read


@pytest.fixture
def cleaned(tmp_path):
    def cleaned(content):
        path, target = tmp_path / "original.pdf", tmp_path / "copy.pdf"
        path.write_bytes(content)
        pdf.clean(path, target, [])
        return target.read_bytes()

    return cleaned


def said(document):
    return [passage.text for passage in document.passages]


def hidden(document):
    return [(each.kind, each.place.page, each.what, each.removable) for each in document.hidden]


def everything_in(content):
    """All that is in a file when it is unpacked: objects as they are written, and streams."""
    parts = []
    with pikepdf.open(io.BytesIO(content)) as copy:
        parts.append(str(dict(copy.trailer)).encode())
        for each in copy.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(repr({key: str(value) for key, value in each.items()}).encode())
                try:
                    parts.append(each.read_bytes())
                except pikepdf.PdfError:
                    parts.append(each.read_raw_bytes())
            else:
                parts.append(each.unparse() if isinstance(each, pikepdf.Object) else repr(each).encode())
    return b"\n".join(parts)


def traces(content, words):
    whole = everything_in(content)
    spellings = (words.encode(), words.encode("utf-16-be"), words.encode("utf-16-be").hex().encode())
    return [each for each in spellings if each in whole]


def test_text_is_read_line_by_line_with_its_page(read):
    document = read(samples.plain())
    assert [(each.text, each.place.in_words()) for each in document.passages] == [
        ("关于公布补贴名单的通知", "第1页，第1行"),
        ("各镇人民政府：", "第1页，第2行"),
        ("现公布如下。", "第1页，第3行"),
        ("第二页", "第2页，第1行"),
    ]
    assert (document.title, document.pages) == ("关于公布补贴名单的通知", 2)
    assert (document.hidden, document.unread, document.links) == ([], [], [])


@pytest.mark.parametrize(
    ("build", "found"),
    [
        (
            samples.with_properties,
            [
                (Kind.METADATA, 0, "文件属性：作者、生成软件", True),
                (Kind.METADATA, 0, "XMP 属性", True),
                (Kind.METADATA, 0, "制作软件留下的私有数据", True),
                (Kind.METADATA, 0, "页面缩略图", True),
            ],
        ),
        (samples.with_attachment, [(Kind.EMBEDDED_FILE, 0, "附带的文件，共 1 个", True)]),
        (samples.with_scripts, [(Kind.ACTIVE_CONTENT, 0, "脚本或自动执行的动作，共 2 处", True)]),
        (
            samples.with_remarks,
            [
                (Kind.ACTIVE_CONTENT, 0, "脚本或自动执行的动作，共 1 处", True),
                (Kind.COMMENT, 1, "批注 2 条", True),
            ],
        ),
        (
            samples.with_form,
            [
                (Kind.FORM_FIELD, 0, "填写过的表单域，共 2 个，看得见的内容已固定到页面上", True),
                (
                    Kind.FORM_FIELD,
                    0,
                    "电子签章，共 1 个：公开副本里印章图样留在页面上，签章数据不再可以验证",
                    True,
                ),
                (Kind.COMMENT, 1, "不显示的批注或表单域 1 个", True),
            ],
        ),
        (samples.with_layers, [(Kind.LAYER, 0, "关闭的图层，共 1 层", True)]),
        (samples.with_hidden_form, [(Kind.LAYER, 0, "关闭的图层，共 1 层", True)]),
        (samples.with_stand_in, [(Kind.METADATA, 0, "页面里的替代文字，共 1 处", True)]),
    ],
)
def test_what_lies_beside_the_page_is_listed_and_not_in_the_copy(read, cleaned, build, found):
    content = build()
    assert hidden(read(content)) == found
    copy = cleaned(content)
    assert hidden(read(copy)) == []
    assert said(read(copy)) == said(read(content))
    for words in (SECRET, "张三", "hidden-script", "cmd.exe", "存疑", "内部的草稿"):
        assert traces(copy, words) == [], words


def test_earlier_versions_are_told_and_gone(tmp_path, read, cleaned):
    content = samples.with_earlier_version(tmp_path)
    assert hidden(read(content)) == [(Kind.TRACKED_CHANGE, 0, "文件里还留着 1 个以前保存的版本", True)]
    copy = cleaned(content)
    assert said(read(copy)) == ["现在的内容"]
    assert traces(copy, SECRET) == []


def test_filled_field_is_read_as_part_of_the_page(read):
    assert said(read(samples.with_form())) == ["申请表", "李四"]


def test_text_that_stands_in_for_other_text_is_not_what_is_read(read):
    assert said(read(samples.with_stand_in())) == ["内部"]


def test_only_links_to_web_pages_stay(read, cleaned):
    copy = cleaned(samples.with_remarks())
    assert read(copy).links == ["https://www.shifan.gov.cn/a"]
    assert traces(copy, "底册.xls") == []


@pytest.mark.parametrize(
    ("build", "shown"),
    [
        (samples.blackened, ["经办人"]),
        (samples.whitened, ["此处略"]),
        (samples.blackened_by_annotation, ["经办人"]),
        (samples.blackened_without_appearance, ["经办人"]),
    ],
)
def test_text_under_a_box_is_found_however_the_box_was_made(read, build, shown):
    document = read(build())
    assert said(document) == shown
    assert hidden(document) == [
        (Kind.COVERED_TEXT, 1, "色块或图片下面有 22 个字，在距页面顶端约 27% 处", False)
    ]


@pytest.mark.parametrize("way", samples.UNSEEN)
def test_text_that_nobody_sees_is_found_however_it_was_hidden(read, way):
    document = read(samples.unseen(way))
    assert said(document) == ["看得见的正文"]
    assert [(each.kind, each.removable) for each in document.hidden] == [(Kind.INVISIBLE_TEXT, False)]


def test_shading_seals_and_transparent_marks_hide_nothing(read):
    document = read(samples.shaded_table())
    assert said(document) == ["表头在灰底上", "蓝底白字", "荧光笔标出的字", "〇一二三，0.1。", "落款在章下"]
    assert document.hidden == []
    assert [each.kind for each in document.unread] == [Kind.UNREAD_PICTURE]


@settings(max_examples=25, deadline=None)
@given(
    st.text("字一二三〇口日0179", min_size=1, max_size=12),
    st.floats(5, 30),
    st.floats(60, 250),
    st.floats(60, 780),
    st.booleans(),
    st.sampled_from(["0 g", "1 g", "1 0 0 rg", "0.5 g"]),
)
def test_any_text_is_seen_unless_something_opaque_lies_on_it(
    tmp_path_factory, words, size, x, y, covered, colour
):
    path = tmp_path_factory.mktemp("pdf") / "one.pdf"
    lid = box(x - 4, y - size, size * len(words) + 8, 2.2 * size, colour) if covered else ""
    path.write_bytes(saved(document(text(words, x, y, size) + lid, size=(700, 842))))
    result = pdf.read(path)
    assert said(result) == ([] if covered else [words])
    assert [each.kind for each in result.hidden] == ([Kind.COVERED_TEXT] if covered else [])


def test_letter_drawn_twice_for_its_shadow_is_read_once(read):
    lines = [
        text(letter, 72 + 15 * n, 700) + text(letter, 72.7 + 15 * n, 699.3)
        for n, letter in enumerate("张三丰张")
    ]
    assert said(read(saved(document("".join(lines))))) == ["张三丰张"]


def test_radicals_are_read_as_the_characters_they_look_like(read):
    assert said(read(saved(document(text("⼈⺠政府⻰⻢"))))) == ["人民政府龙马"]


def test_turned_and_cut_pages_are_judged_alike(read):
    document = read(samples.crooked())
    assert said(document) == ["看得见的字"]
    assert [each.kind for each in document.hidden] == [Kind.COVERED_TEXT]


def test_scanned_page_is_told_as_not_looked_at(read):
    document = read(samples.scan())
    assert [(each.kind, each.place.page) for each in document.unread] == [(Kind.UNREAD_PAGE, 1)]
    assert document.hidden == []


def test_boxes_on_a_scan_leave_the_picture_below_them_whole(read):
    document = read(samples.scan(box(100, 100, 200, 30)))
    assert hidden(document) == [
        (Kind.COVERED_TEXT, 1, "扫描图上盖了 1 处色块，色块下面的图还是完整的", False)
    ]


def test_recognised_text_over_a_scan_is_the_text_of_the_page(read):
    document = read(samples.recognised())
    assert [line[-1] for line in said(document)] == ["0", "1", "2", "3"]
    assert (document.hidden, document.unread) == ([], [])


def test_recognised_text_under_a_box_is_covered(read):
    document = read(samples.recognised_and_blackened())
    assert [line[-1] for line in said(document)] == ["0", "1", "2"]
    assert [each.kind for each in document.hidden] == [Kind.COVERED_TEXT]


@pytest.mark.parametrize("build", [samples.without_codes, samples.curves])
def test_page_whose_letters_have_no_code_is_told_as_not_looked_at(read, build):
    assert [each.kind for each in read(build()).unread] == [Kind.UNREAD_PAGE]


def test_same_picture_on_each_page_is_told_once(read):
    document = read(samples.with_picture())
    assert [(each.kind, each.place.page) for each in document.unread] == [(Kind.UNREAD_PICTURE, 1)]


def test_photograph_keeps_its_dots_and_loses_what_the_camera_wrote(cleaned):
    original = samples.photograph()
    copy = cleaned(samples.with_picture())
    with pikepdf.open(io.BytesIO(copy)) as made:
        (image,) = [each for each in made.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        kept = image.read_raw_bytes()
    with Image.open(io.BytesIO(original)) as before, Image.open(io.BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()
        assert (dict(after.getexif()), "comment" in after.info) == ({}, False)
    assert "张三拍摄".encode() in original and "张三拍摄".encode() not in kept


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_copy_is_read_like_the_original_and_is_the_same_each_time(tmp_path, name):
    original = samples.SAMPLES[name](tmp_path)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    pdf.clean(original, first, [])
    pdf.clean(original, second, [])
    assert first.read_bytes() == second.read_bytes()
    assert said(pdf.read(first)) == said(pdf.read(original))
    assert [each for each in pdf.read(first).hidden if each.removable] == []


def test_copy_of_a_copy_is_the_copy(cleaned):
    copy = cleaned(samples.with_remarks())
    assert said_bytes(cleaned(copy)) == said_bytes(copy)


def said_bytes(content):
    with pikepdf.open(io.BytesIO(content)) as made:
        return [page.obj.Contents.read_bytes() for page in made.pages]


def test_text_of_a_pdf_is_covered_on_the_page_only(tmp_path):
    path = tmp_path / "one.pdf"
    path.write_bytes(samples.plain())
    with pytest.raises(Unreadable, match="遮盖页面"):
        pdf.clean(path, tmp_path / "copy.pdf", [Cover(0, 0, 2, "**")])
    assert not (tmp_path / "copy.pdf").exists()


def test_layer_in_the_middle_of_a_line_is_refused_rather_than_moved(read):
    words = [each.encode("utf-16-be").hex() for each in ("前", "密", "后")]
    content = f"BT /F1 14 Tf 72 700 Td <{words[0]}> Tj /OC /Off BDC <{words[1]}> Tj EMC <{words[2]}> Tj ET"
    made = document(content)
    off = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("内部")))
    made.pages[0].obj.Resources.Properties = Dictionary(Off=off)
    made.Root.OCProperties = Dictionary(OCGs=[off], D=Dictionary(OFF=[off]))
    with pytest.raises(Unreadable, match="图层"):
        read(saved(made))


def portfolio():
    made = document(text("正文"))
    made.Root.Collection = Dictionary(Type=Name.Collection)
    return saved(made)


def dynamic_form():
    made = document(text("请稍候"))
    made.Root.NeedsRendering = True
    return saved(made)


def zipped():
    content = io.BytesIO(samples.plain())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("底册.txt", SECRET)
    return content.getvalue()


def endless_pages():
    made = document(text("一"))
    made.Root.Pages.Kids = Array([made.Root.Pages])
    return saved(made)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda: saved(document(text("一")), encryption=pikepdf.Encryption(owner="a", user="b")), "打开密码"),
        (lambda: saved(document(text("一")), encryption=pikepdf.Encryption(owner="a", user="")), "使用限制"),
        (portfolio, "文件包"),
        (dynamic_form, "动态表单"),
        (zipped, "另一种文件"),
        (lambda: b"<html><script>1</script>" + samples.plain(), "文件开头不是 PDF"),
        (lambda: samples.plain().replace(b"\n", b"\n%<script>alert(1)</script>\n", 1), "另一种文件"),
        (lambda: samples.plain() + b"x" * 4096, "另一种文件"),
        (endless_pages, "损坏"),
        (lambda: b"%PDF-1.7\n%%EOF\n", "损坏"),
        (lambda: saved(pikepdf.new()), "一页也没有"),
    ],
)
def test_file_that_cannot_be_checked_is_refused_with_the_reason(read, content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(content())


def test_file_cut_anywhere_is_read_or_refused_but_never_breaks(read):
    content = samples.with_remarks()
    for length in range(20, len(content), max(1, len(content) // 40)):
        try:
            read(content[:length])
        except Unreadable as error:
            assert str(error).endswith("。")


def test_file_with_flipped_bytes_is_read_or_refused_but_never_breaks(read):
    content = samples.with_form()
    for at in range(30, len(content), max(1, len(content) // 60)):
        try:
            read(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        except Unreadable as error:
            assert str(error).endswith("。")
