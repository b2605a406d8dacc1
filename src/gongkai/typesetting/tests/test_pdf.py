import pypdfium2
import pytest

from gongkai.typesetting import pdf
from gongkai.typesetting.fonts import MissingGlyphs
from gongkai.typesetting.pdf import compile_pdf

from .test_fonts import make_font


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A template folder of the test's own."""
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)

    def write(body):
        (tmp_path / "test.typ").write_text(
            "#let d = json(bytes(sys.inputs.data))\n#let fonts = json(bytes(sys.inputs.fonts))\n"
            '#set document(title: "t")\n#set text(font: fonts.body, lang: "zh")\n' + body
        )
        return "test.typ"

    return write


def text_of(content):
    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


@pytest.mark.parametrize(
    "hostile",
    ['#read("/etc/passwd") $x$ *b* @x', '\\ #eval("1+1") <x> `a` //', '"}; #panic() {"', "= 一 - 二 / 三"],
)
def test_data_are_text_and_never_markup(template, hostile):
    assert text_of(compile_pdf(template("#d.said"), {"said": hostile})).strip() == hostile


def test_a_template_cannot_read_outside_its_folder(template):
    with pytest.raises(RuntimeError):
        compile_pdf(template('#read("/../../../../../../../../etc/passwd")'), {})


def test_pdf_says_that_it_is_archival_and_accessible(template):
    content = compile_pdf(template("#d.said"), {"said": "示范"})
    assert content.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


def test_nothing_is_set_when_a_character_is_missing(template):
    with pytest.raises(MissingGlyphs):
        compile_pdf(template("#d.said"), {"said": "😀"})


def test_characters_the_offices_type_lacks_come_from_the_packaged_type(template, fonts_folder):
    make_font(fonts_folder / "fs.otf", name="FangSong_GB2312", characters="王一二")
    assert text_of(compile_pdf(template("#d.said"), {"said": "王䶮"})).strip() == "王䶮"
