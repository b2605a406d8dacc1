import io
import zipfile

import pytest
from PIL import Image

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Unreadable
from gongkai.screening.formats import ofd
from gongkai.screening.tests import ofd_samples as samples
from gongkai.screening.tests.ofd_samples import SECRET, image, text


@pytest.fixture
def read(tmp_path):
    def read(content):
        path = tmp_path / "read.ofd"
        path.write_bytes(content)
        return ofd.read(path)

    return read


@pytest.fixture
def cleaned(tmp_path):
    def cleaned(content, covers=()):
        path, target = tmp_path / "original.ofd", tmp_path / "copy.ofd"
        path.write_bytes(content)
        ofd.clean(path, target, covers)
        return target.read_bytes()

    return cleaned


def said(document):
    return [(each.place.page, each.text) for each in document.passages]


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_text_is_read_with_its_page_and_what_the_template_draws(tmp_path):
    document = ofd.read(samples.plain(tmp_path))
    assert said(document) == [
        *[(1, "文头"), (1, "示范县人民政府公告"), (1, "第二行")],
        *[(2, "文头"), (2, "第二页")],
    ]
    assert (document.pages, document.hidden, document.unread) == (2, [], [])


def test_pieces_on_one_line_are_one_passage_and_columns_are_parted(read):
    content = samples.ofd(
        text("姓名", x=20) + text("：张三", x=30) + text("电话", x=100) + text("下一行", y=50)
    )
    assert said(read(content)) == [(1, "姓名：张三 电话"), (1, "下一行")]


def test_what_lies_beside_the_pages_is_listed_and_not_in_the_copy(read, cleaned):
    document = read(samples.loaded())
    assert [(each.kind, each.what) for each in document.hidden] == [
        (Kind.METADATA, "文件属性：作者、制作软件、自定义数据"),
        (Kind.TRACKED_CHANGE, "以前的版本"),
        (Kind.FORM_FIELD, "电子签章 1 个：公开副本里不再有印章图样，也不能再验证"),
        (Kind.COMMENT, "批注、水印或图章（1 页），公开副本里不再显示"),
        (Kind.EMBEDDED_FILE, "附带的文件 1 个"),
        (Kind.METADATA, "自定义标引 1 组"),
        (Kind.METADATA, "扩展数据 1 项"),
        (Kind.LAYER, "设为不显示的内容 1 处"),
    ]
    assert said(document) == [(1, "看得见"), (1, "链接")]
    assert document.links == ["https://www.shifan.gov.cn/"]
    copy = cleaned(samples.loaded())
    again = read(copy)
    assert (said(again), again.hidden) == (said(document), [])
    whole = b"".join(parts_of(copy).values()).decode("utf-8", "replace")
    assert [word for word in (SECRET, "张三", "李四", "审核人", "底册") if word in whole] == []


def test_copy_holds_only_what_pages_draw_with_and_is_the_same_each_time(cleaned):
    content = samples.ofd(text("正文") + image(), template=text("文头"))
    copy = cleaned(content)
    assert sorted(parts_of(copy)) == [
        *("Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/PublicRes.xml"),
        *("Doc_0/Res/f.otf", "Doc_0/Res/p.jpg", "Doc_0/Tpls/T.xml", "OFD.xml"),
    ]
    assert cleaned(content) == copy
    assert "张三" not in parts_of(copy)["Doc_0/Document.xml"].decode()
    with Image.open(io.BytesIO(parts_of(copy)["Doc_0/Res/p.jpg"])) as kept:
        assert (kept.size, dict(kept.getexif())) == ((120, 80), {})


def test_pictures_are_told_once_and_scanned_pages_each(read):
    document = read(samples.ofd(text("一") + image(), text("二") + image(), image("0 0 210 297")))
    assert [(each.kind, each.place.page) for each in document.unread] == [
        (Kind.UNREAD_PICTURE, 1),
        (Kind.UNREAD_PAGE, 3),
    ]


def test_covered_letters_are_replaced_where_they_stand_and_their_type_goes(read, cleaned):
    glyphs = (
        '<ofd:CGTransform CodePosition="0" CodeCount="4"><ofd:Glyphs>7 8 9 10</ofd:Glyphs></ofd:CGTransform>'
    )
    content = samples.ofd(text(f"号码{SECRET[4:]}完", inner=glyphs) + text("下一行", y=50))
    copy = cleaned(content, [Cover(0, 2, 20, "370101********1234")])
    assert said(read(copy)) == [(1, "号码370101********1234完"), (1, "下一行")]
    parts = parts_of(copy)
    page = parts["Doc_0/Pages/Page_0/Content.xml"].decode()
    assert (
        "CGTransform" in page,
        "Doc_0/Res/f.otf" in parts,
        "FontFile" in parts["Doc_0/PublicRes.xml"].decode(),
    ) == (
        *(False, False),
        False,
    )


@pytest.mark.parametrize("cover", ["*", "", "****很长的说明****"])
def test_letters_after_a_cover_of_another_length_stay_where_they_are(cleaned, cover):
    copy = cleaned(samples.ofd(text("甲乙丙丁")), [Cover(0, 1, 3, cover)])
    page = parts_of(copy)["Doc_0/Pages/Page_0/Content.xml"].decode()
    steps = [float(each) for each in page.partition('DeltaX="')[2].partition('"')[0].split()]
    assert len(steps) == len(f"甲{cover}丁") - 1
    assert sum(steps) == pytest.approx(15, abs=0.01)


def test_cover_across_two_pieces_leaves_neither(read, cleaned):
    copy = cleaned(samples.ofd(text("姓名张", x=20) + text("三丰在", x=35)), [Cover(0, 2, 5, "某某")])
    assert said(read(copy)) == [(1, "姓名某某在")]


def test_cover_in_a_place_that_is_not_there_is_refused(cleaned):
    with pytest.raises(Unreadable, match="对不上"):
        cleaned(samples.ofd(text("正文")), [Cover(7, 0, 1, "*")])


@pytest.mark.parametrize(
    "content",
    [
        samples.ofd(text("一"), **{"Doc_0/Pages/Page_0/Content.xml": "<ofd:Page"}),
        samples.ofd(text("一"), **{"OFD.xml": '<!DOCTYPE x [<!ENTITY a "b">]><OFD>&a;</OFD>'}),
        samples.ofd(text("一"), **{"OFD.xml": "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>"}),
        samples.ofd(text("一"), **{"Doc_0/Encryptions.xml": "<a/>"}),
        samples.ofd(text("一"), **{"Doc_0/Document.xml": f"<ofd:Document {samples.SPACE}/>"}),
        b"PK\x03\x04",
        b"",
    ],
)
def test_broken_file_is_refused_with_a_sentence(read, content):
    with pytest.raises(Unreadable, match="。$"):
        read(content)


def test_file_cut_anywhere_is_refused(read):
    content = samples.ofd(text("正文"))
    for length in range(0, len(content) - 1, max(1, len(content) // 25)):
        with pytest.raises(Unreadable):
            read(content[:length])


def test_deep_nesting_is_refused_or_read(read):
    deep = "<ofd:PageBlock>" * 300 + text("深处") + "</ofd:PageBlock>" * 300
    with pytest.raises(Unreadable):
        read(samples.ofd(deep))
