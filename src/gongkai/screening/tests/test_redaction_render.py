import io

import pikepdf
import pytest
from PIL import Image

from gongkai.screening.findings import Unreadable
from gongkai.screening.redaction import render as redaction_render
from gongkai.screening.redaction.render import page_sizes, render

from .redaction_samples import changed, write_letter, write_pdf, write_picture


def picture_of(path, page=1, dpi=36, extension="pdf"):
    return Image.open(io.BytesIO(render(path, page, dpi, extension=extension)))


def test_pages_are_drawn_in_the_size_they_are_shown_in(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    assert [tuple(map(round, size)) for size in page_sizes(path, extension="pdf")] == [(340, 227), (340, 227)]
    assert picture_of(path, 2).size == (171, 114)


def test_a_turned_and_cropped_page_is_drawn_as_readers_see_it(tmp_path):
    path = write_letter(tmp_path / "a.pdf")

    def turn(document):
        document.pages[0].Rotate = 90
        document.pages[0].CropBox = pikepdf.Array([20, 100, 320, 200])

    changed(path, turn)
    assert page_sizes(path, extension="pdf")[0] == (100, 300)
    assert picture_of(path).size == (50, 150)


def test_a_page_that_would_fill_the_memory_is_drawn_less_finely(tmp_path, monkeypatch):
    monkeypatch.setattr(redaction_render, "MOST_PIXELS", 10_000)
    path = write_pdf(tmp_path / "a.pdf", "大", head="#set page(width: 4000mm, height: 4000mm)\n")
    assert picture_of(path, dpi=2_000).size == (100, 100)


def test_a_filled_field_is_drawn(tmp_path):
    path = write_letter(tmp_path / "a.pdf")

    def add_field(document):
        look = document.make_stream(b"0 g 0 0 100 100 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 100, 100]
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T="seal",
            F=4,
            Rect=[0, 0, 340, 227],
            AP=pikepdf.Dictionary(N=look),
        )
        kept = document.make_indirect(field)
        document.pages[1].Annots = pikepdf.Array([kept])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[kept])

    changed(path, add_field)
    assert picture_of(path, 2).convert("L").getpixel((85, 100)) == 0


@pytest.mark.parametrize(
    ("name", "extension"), [("a.jpg", "jpg"), ("a.png", "png"), ("a.gif", "gif"), ("a.webp", "webp")]
)
def test_a_picture_is_one_page(tmp_path, name, extension):
    path = write_picture(tmp_path / name)
    assert page_sizes(path, extension=extension) == [(400, 200)]
    assert picture_of(path, extension=extension).size == (400, 200)


def test_a_turned_photograph_is_shown_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = write_picture(tmp_path / "a.jpg", exif=exif)
    assert page_sizes(path, extension="jpg") == [(200, 400)]
    assert picture_of(path, extension="jpg").size == (200, 400)


def test_a_moving_picture_is_refused(tmp_path):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    with pytest.raises(Unreadable, match="会动的图片"):
        page_sizes(tmp_path / "a.gif", extension="gif")


@pytest.mark.parametrize("extension", ["pdf", "jpg", "png", "gif", "webp"])
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"hello"])
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path, extension, content):
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(Unreadable) as error:
        render(tmp_path / "a", 1, 72, extension=extension)
    assert str(error.value).endswith("。")


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_truncated_pdf_is_read_or_refused(tmp_path, cut):
    content = write_letter(tmp_path / "a.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(content[: len(content) * cut // 100])
    try:
        page_sizes(tmp_path / "a.pdf", extension="pdf")
        render(tmp_path / "a.pdf", 1, 36, extension="pdf")
    except Unreadable:
        pass


def test_a_page_the_file_does_not_have_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="只有2页，没有第3页"):
        render(write_letter(tmp_path / "a.pdf"), 3, 72, extension="pdf")


def test_a_file_without_pages_is_sent_to_the_words(tmp_path):
    with pytest.raises(Unreadable, match="遮盖词语"):
        page_sizes(tmp_path / "a.docx", extension="docx")
