import pytest

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Passage, Place, Unreadable
from gongkai.screening.formats import pptx
from gongkai.screening.tests import pptx_samples as samples
from gongkai.screening.tests.office_samples import parts_of, picture_in, planted


def cleaned(path, covers=()):
    target = path.with_name("copy.pptx")
    pptx.clean(path, target, list(covers))
    return target


def test_presentation_is_read_as_its_audience_sees_it(tmp_path):
    document = pptx.read(samples.everything(tmp_path / "a.pptx"))
    assert [each.text for each in document.passages] == samples.VISIBLE
    assert (document.title, document.pages) == ("示范县救助工作", 2)
    assert document.links == ["https://www.example.gov.cn/"]


def test_cells_know_their_table_and_slide(tmp_path):
    document = pptx.read(samples.everything(tmp_path / "a.pptx"))
    assert [each for each in document.passages if each.table] == [
        Passage("姓名", Place(slide=1, table=1, row=1, column=1), "幻灯片1表1", 0, 0),
        Passage("金额", Place(slide=1, table=1, row=1, column=2), "幻灯片1表1", 0, 1),
        Passage("张三", Place(slide=1, table=1, row=2, column=1), "幻灯片1表1", 1, 0),
    ]


def test_everything_hidden_is_told(tmp_path):
    document = pptx.read(samples.everything(tmp_path / "a.pptx"))
    assert [(each.kind, each.what) for each in document.hidden] == [
        (Kind.HIDDEN_SLIDE, "1 张隐藏的幻灯片"),
        (Kind.HIDDEN_SLIDE, "1 页备注"),
        (Kind.METADATA, "插件留下的标记"),
        (Kind.INVISIBLE_TEXT, "设成隐藏的图形"),
        (Kind.CROPPED_PICTURE, "图片"),
        (Kind.LOCATION, "拍摄地点"),
        (Kind.LOCATION, "拍摄时间、设备或拍摄人"),
        (Kind.METADATA, "单位、主管、标题、作者、最后修改人"),
        (Kind.METADATA, "自定义数据"),
        (Kind.METADATA, "首页缩略图"),
        (Kind.COMMENT, "1 处批注"),
        (Kind.EMBEDDED_FILE, "嵌入的文件，2 个"),
        (Kind.EMBEDDED_FILE, "没有显示的图片、声音或视频"),
        (Kind.METADATA, "自定义属性"),
        (Kind.EMBEDDED_FILE, "1 段声音或视频，公开副本里只留画面"),
        (Kind.EMBEDDED_FILE, "1 个嵌入的对象，公开副本里只留它的图片"),
        (Kind.INVISIBLE_TEXT, "1 个放在页面以外的图形"),
        (Kind.COVERED_TEXT, "图形下面压着的 1 处文字"),
        (Kind.INVISIBLE_TEXT, "1 处白底上的白字"),
        (Kind.INVISIBLE_TEXT, "图形里 2 处透明或极小的文字"),
        (Kind.INVISIBLE_TEXT, "合并单元格下面 1 处看不到的内容"),
    ]


def test_copy_says_the_same_and_hides_nothing(tmp_path):
    original = samples.everything(tmp_path / "a.pptx")
    before, copy = pptx.read(original), cleaned(original)
    after = pptx.read(copy)
    assert [each.text for each in after.passages] == [each.text for each in before.passages]
    assert (after.hidden, after.title, after.links) == ([], before.title, before.links)
    assert planted(original) and planted(copy) == set()


def test_copy_holds_only_slides_that_are_shown_and_what_they_need(tmp_path):
    assert sorted(parts_of(cleaned(samples.everything(tmp_path / "a.pptx")))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/_rels/presentation.xml.rels",
        "ppt/charts/chart1.xml",
        "ppt/media/image1.jpeg",
        "ppt/media/image1.png",
        "ppt/presentation.xml",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        "ppt/slideLayouts/slideLayout1.xml",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slides/_rels/slide1.xml.rels",
        "ppt/slides/_rels/slide2.xml.rels",
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
        "ppt/theme/theme1.xml",
    ]


def test_same_presentation_gives_the_same_bytes(tmp_path):
    original = samples.everything(tmp_path / "a.pptx")
    first = cleaned(original).read_bytes()
    assert cleaned(original).read_bytes() == first


def test_cropped_part_of_a_picture_is_gone(tmp_path):
    picture = picture_in(cleaned(samples.everything(tmp_path / "a.pptx")), ".jpeg")
    assert picture.size == (200, 50)


def test_pictures_are_given_with_their_slide(tmp_path):
    assert [place for place, _ in pptx.pictures(samples.everything(tmp_path / "a.pptx"))] == [
        Place(slide=1)
    ] * 2


def test_cover_reaches_every_kind_of_passage(tmp_path):
    original = samples.everything(tmp_path / "a.pptx")
    before = pptx.read(original).passages
    after = pptx.read(cleaned(original, [Cover(at, 0, 1, "＊") for at in range(len(before))])).passages
    gone = {"12", "30"}  # a masked number is no longer a point of the chart
    assert [each.text for each in after] == ["＊" + e.text[1:] for e in before if e.text not in gone]


def test_presentation_without_a_shown_slide_is_refused(tmp_path):
    original = samples.everything(tmp_path / "a.pptx")
    parts = parts_of(original)
    for at in (1, 3):
        name = f"ppt/slides/slide{at}.xml"
        parts[name] = parts[name].replace(b"<p:sld ", b'<p:sld show="0" ')
    types = {"ppt/presentation.xml": samples.SHOW + "presentation.main+xml"}
    content = {name: data for name, data in parts.items() if name != "[Content_Types].xml"}
    with pytest.raises(Unreadable, match="没有显示的幻灯片"):
        pptx.read(samples.write_package(original, content, types))


def edited(path, changes):
    """Replace words in the slides of the sample."""
    parts = parts_of(samples.everything(path))
    content = {name: data for name, data in parts.items() if name != "[Content_Types].xml"}
    for name in content:
        if name.startswith("ppt/slides/slide"):
            for old, new in changes:
                content[name] = content[name].replace(old.encode(), new.encode())
    kinds = {"slides": "slide", "slideLayouts": "slideLayout", "slideMasters": "slideMaster"}
    types = {
        name: samples.SHOW + kinds[name.split("/")[1]] + "+xml"
        for name in content
        if name.split("/")[1] in kinds and name.count("/") == 2
    }
    return samples.write_package(
        path, content, {"ppt/presentation.xml": samples.SHOW + "presentation.main+xml"} | types
    )


def test_nearly_white_text_on_white_is_hidden_as_white_is(tmp_path):
    plain = pptx.read(samples.everything(tmp_path / "b.pptx"))
    document = pptx.read(
        edited(tmp_path / "a.pptx", [(samples.WHITE, samples.WHITE.replace("FFFFFF", "FEFEF8"))])
    )
    assert (document.passages, document.hidden) == (plain.passages, plain.hidden)


def test_fonts_and_bullets_say_nothing(tmp_path):
    look = '<a:pPr><a:buFont typeface="张三138"/><a:buChar char="hidden-bullet"/></a:pPr>'
    original = edited(tmp_path / "a.pptx", [("<a:p><a:r>", f"<a:p>{look}<a:r>")])
    slide = parts_of(cleaned(original))["ppt/slides/slide1.xml"].decode()
    assert '<a:buFont typeface=""/><a:buChar char="•"/>' in slide
    assert planted(tmp_path / "copy.pptx") == set()


def test_text_under_a_picture_that_nothing_shines_through_is_hidden(tmp_path):
    under = samples.shape(50, samples.run("压着的字"), (160, 100, 15, 15))
    over = samples.picture(51, "rId2", (158, 98))
    seen_through = over.replace("/><a:stretch>", '><a:alphaModFix amt="5"/></a:blip><a:stretch>')
    for front, shows in ((over, False), (seen_through, True), ("", True)):
        original = edited(tmp_path / "a.pptx", [("</p:spTree>", f"{under}{front}</p:spTree>")])
        document = pptx.read(original)
        first = [each.text for each in document.passages if each.place.slide == 1]
        assert ("压着的字" in first) == shows
