import zipfile
from datetime import date
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from gongkai.typesetting import pdf
from gongkai.typesetting.ofd import CannotConvert, ofd_of_pdf
from gongkai.typesetting.pdf import compile_pdf

from .test_fonts import RARE, make_font

HEAD = """
#let d = json(bytes(sys.inputs.data))
#let fonts = json(bytes(sys.inputs.fonts))
#set document(title: "t")
#set page(paper: "a4", margin: 0mm)
#set text(font: fonts.body, size: 16pt, lang: "zh", top-edge: "baseline", bottom-edge: "baseline")
"""


@pytest.fixture
def ofd(tmp_path, monkeypatch):
    """What a template of the test's own looks like as OFD."""
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)

    def make(body, said="", **told):
        (tmp_path / "test.typ").write_text(HEAD + body)
        told = {"title": "标题", "author": "县政府办", "created_on": date(2026, 3, 2)} | told
        return Ofd(ofd_of_pdf(compile_pdf("test.typ", {"said": said}), **told))

    return make


class Ofd:
    """The parts of an OFD file, read without any code of ours."""

    def __init__(self, content):
        self.content = content
        with zipfile.ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith(".xml")
        }

    def page(self, number=0):
        return self.trees[f"Doc_0/Pages/Page_{number}/Content.xml"]

    def units(self, kind, number=0):
        return list(self.page(number).iter(f"{{*}}{kind}"))

    def text(self, number=0):
        return "".join(each.text for each in self.units("TextCode", number))

    def fonts(self):
        """By name: the characters of the embedded type."""
        found = {}
        for each in self.trees["Doc_0/PublicRes.xml"].iter("{*}Font"):
            with TTFont(BytesIO(self.parts[f"Doc_0/Res/{each.findtext('{*}FontFile')}"])) as font:
                found[each.get("FontName")] = {chr(code) for code in font.getBestCmap()}
        return found


def numbers(text):
    return [float(each) for each in text.split()]


def local(element):
    return etree.QName(element).localname


def test_text_stays_text_with_its_rare_characters(ofd):
    made = ofd("#place(dx: 10mm, dy: 20mm, box(width: 190mm, d.said))", RARE)
    assert made.text() == RARE


def test_letters_and_lines_stand_where_the_template_puts_them(ofd):
    made = ofd(
        '#place(dx: 50mm, dy: 100mm, text(fill: rgb("#0a141e"), "县政府"))'
        "#place(dx: 20mm, dy: 30mm, line(length: 40mm, stroke: 1mm + red))"
    )
    (text,), (path,) = made.units("TextObject"), made.units("PathObject")
    left, top, *_ = numbers(text.get("Boundary"))
    code = text.find("{*}TextCode")
    assert left + float(code.get("X")) == pytest.approx(50, abs=0.01)
    assert top + float(code.get("Y")) == pytest.approx(100, abs=0.01)
    em = 16 * 25.4 / 72
    assert float(text.get("Size")) == pytest.approx(em, abs=0.001)
    assert numbers(code.get("DeltaX")) == pytest.approx([em, em], abs=0.01)
    assert text.find("{*}FillColor").get("Value") == "10 20 30"
    left, top, *_ = numbers(path.get("Boundary"))
    assert float(path.get("LineWidth")) == pytest.approx(1, abs=0.001)
    assert (path.get("Stroke"), path.get("Fill")) == ("true", "false")
    assert path.find("{*}StrokeColor").get("Value") == "255 65 54"  # what Typst calls red
    operator, x, y, other, end, same = path.findtext("{*}AbbreviatedData").split()
    assert (operator, other) == ("M", "L")
    points = [left + float(x), top + float(y), left + float(end), top + float(same)]
    assert points == pytest.approx([20, 30, 60, 30], abs=0.01)


def test_areas_are_filled_and_thickened_letters_drawn_with_a_pen(ofd):
    made = ofd(
        "#place(dx: 20mm, dy: 30mm, rect(width: 40mm, height: 10mm, fill: luma(128), stroke: none))"
        "#place(dx: 20mm, dy: 60mm, text(stroke: 0.5mm, [县]))"
    )
    (path,), (text,) = made.units("PathObject"), made.units("TextObject")
    assert (path.get("Stroke"), path.get("Fill"), path.find("{*}FillColor").get("Value")) == (
        *("false", "true"),
        "128 128 128",
    )
    assert (text.get("Stroke"), float(text.get("LineWidth"))) == ("true", 0.5)


def test_everything_lies_within_its_box_and_on_the_page(ofd):
    made = ofd("#place(dx: 10mm, dy: 20mm, box(width: 150mm, [县政府gjp#table([年度], [报告])]))")
    for unit in (*made.units("TextObject"), *made.units("PathObject")):
        left, top, width, height = numbers(unit.get("Boundary"))
        assert 0 <= left < left + width <= 210
        assert 0 <= top < top + height <= 297
    for text in made.units("TextObject"):
        width = numbers(text.get("Boundary"))[2]
        assert sum(numbers(text.find("{*}TextCode").get("DeltaX", ""))) < width


def test_type_is_embedded_with_the_characters_used_and_no_others(ofd):
    made = ofd('#place(dy: 20mm, d.said)#place(dy: 40mm, text(font: fonts.strong, "黑体"))', "宋体字")
    assert made.fonts() == {"NotoSerifSC-Regular": set("宋体字"), "NotoSansSC-Regular": set("黑体")}


def test_type_of_the_office_is_embedded_beside_the_packaged_type(ofd, fonts_folder):
    make_font(fonts_folder / "fs.otf", name="FangSong_GB2312", characters="王一二")
    made = ofd("#place(dy: 20mm, d.said)", "王䶮")
    assert made.text() == "王䶮"
    assert made.fonts() == {"FangSong_GB2312": {"王"}, "NotoSerifSC-Regular": {"䶮"}}


def test_what_stands_in_two_cells_is_two_texts(ofd):
    made = ofd("#table(columns: (12mm, 12mm), inset: 1mm, [12345], [67890])")
    assert [each.text for each in made.units("TextCode")] == ["12345", "67890"]


def test_each_page_is_a_page_and_ids_are_used_once(ofd):
    made = ofd("第一页#pagebreak()第二页#place(dx: 1mm, dy: 9mm, line(length: 3mm))")
    document = made.trees["Doc_0/Document.xml"]
    assert [each.get("BaseLoc") for each in document.iter("{*}Page")] == [
        "Pages/Page_0/Content.xml",
        "Pages/Page_1/Content.xml",
    ]
    assert (made.text(0), made.text(1)) == ("第一页", "第二页")
    ids = [
        int(each.get("ID")) for tree in made.trees.values() for each in tree.iter("{*}*") if each.get("ID")
    ]
    assert len(ids) == len(set(ids))
    assert int(document.findtext(".//{*}MaxUnitID")) >= max(ids)


def test_parts_have_the_order_and_the_space_of_the_standard(ofd):
    made = ofd(
        "#place(dx: 20mm, dy: 60mm, text(stroke: 0.5mm, [县]))#place(dx: 9mm, dy: 9mm, rect(fill: red, stroke: blue))"
    )
    (info,) = made.trees["OFD.xml"].iter("{*}DocInfo")
    assert [local(each) for each in info] == ["DocID", "Title", "Author", "CreationDate", "Creator"]
    (common,) = made.trees["Doc_0/Document.xml"].iter("{*}CommonData")
    assert [local(each) for each in common] == ["MaxUnitID", "PageArea", "PublicRes"]
    assert [local(each) for each in made.page()] == ["Area", "Content"]
    assert made.page().findtext("{*}Area/{*}PhysicalBox") == "0 0 210 297"
    (text,), (path,) = made.units("TextObject"), made.units("PathObject")
    assert [local(each) for each in text] == ["FillColor", "StrokeColor", "TextCode"]
    assert [local(each) for each in path] == ["StrokeColor", "FillColor", "AbbreviatedData"]
    spaces = {etree.QName(each).namespace for tree in made.trees.values() for each in tree.iter("{*}*")}
    assert spaces == {"http://www.ofdspec.org/2016"}


def test_who_and_when_are_told_and_markup_in_them_is_text(ofd):
    made = ofd("一", title="<a>&年报", author='"办公室"', created_on=date(2026, 3, 2))
    info = {local(each): each.text for each in made.trees["OFD.xml"].iter("{*}*") if each.text}
    assert (info["Title"], info["Author"], info["CreationDate"]) == ("<a>&年报", '"办公室"', "2026-03-02")
    undated = ofd("一", created_on=None)
    assert undated.trees["OFD.xml"].find(".//{*}CreationDate") is None


@pytest.mark.parametrize("said", ["<script>&amp;</script>", '"]]>', "A-B — 1.5%", "{}\\/"])
def test_markup_in_the_text_is_text(ofd, said):
    assert ofd("#place(dx: 10mm, dy: 20mm, box(width: 190mm, d.said))", said).text() == said


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen(ofd):
    made = ofd("#place(dx: 10mm, dy: 20mm, box(width: 30mm, d.said))", "abcdefghijk-lmnopqrstuv")
    assert len(made.units("TextObject")) == 2
    assert made.text() == "abcdefghijk-lmnopqrstuv"


def test_same_document_gives_the_same_bytes(ofd):
    assert ofd("一二").content == ofd("一二").content


@pytest.mark.parametrize(
    "body",
    [
        "#rotate(30deg)[歪]",
        "#scale(x: 200%, y: 100%)[宽]",
        "#line(length: 9mm, stroke: (dash: \"dashed\"))",
        '#image(bytes((0, 9)), alt: "a", format: (encoding: "luma8", width: 2, height: 1), width: 9mm)',
    ],
)  # fmt: skip
def test_what_has_no_counterpart_is_refused(ofd, body):
    with pytest.raises(CannotConvert):
        ofd(f"#place(dx: 50mm, dy: 50mm)[{body}]")
