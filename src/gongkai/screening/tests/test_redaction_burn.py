import io
import re

import pikepdf
import pytest
from pdf_redaction_check import Severity, analyze
from PIL import Image, ImageChops

from gongkai.screening.findings import Unreadable
from gongkai.screening.redaction.burn import burn
from gongkai.screening.redaction.marks import Ground, Mark
from gongkai.screening.redaction.render import page_sizes, render

from . import pdf_samples
from .redaction_samples import (
    LETTER,
    NAME,
    NUMBER,
    OTHER_PAGE,
    changed,
    marks_for,
    text_of,
    write_letter,
    write_naive,
    write_pdf,
    write_picture,
    write_scan,
)

NOTICE = re.compile("【已遮盖：[^】]*】")


def burned(path, marks=()):
    target = path.with_suffix(".copy.pdf")
    burn(path, target, extension="pdf", marks=list(marks))
    return target


def found_by_another_program(path, *secrets):
    """What the independent check calls recoverable or suspicious."""
    report, _ = analyze(path, list(secrets))
    return [finding.check for finding in report.findings if finding.severity is not Severity.INFO]


def test_what_is_covered_goes_and_all_else_stays(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    copy = burned(path, marks_for(path, NAME, NUMBER))
    assert text_of(copy) == (
        "申请人【已遮盖：条例§15】因土地征收提出申请，联系电话【已遮盖：条例§15】，住示范县。" + OTHER_PAGE
    )


def test_an_independent_program_finds_nothing_in_the_copy_and_much_in_black_boxes_drawn_by_hand(tmp_path):
    letter = write_letter(tmp_path / "a.pdf")
    marks = marks_for(letter, NAME, NUMBER)
    naive = write_naive(tmp_path / "b.pdf", marks)
    assert "content-stream" in found_by_another_program(naive, NAME, NUMBER)
    assert found_by_another_program(burned(letter, marks), NAME, NUMBER) == []
    assert found_by_another_program(burned(naive), NAME, NUMBER) == []


def test_text_under_boxes_drawn_by_hand_is_not_in_the_copy(tmp_path):
    naive = write_naive(tmp_path / "a.pdf", marks_for(write_letter(tmp_path / "b.pdf"), NAME, NUMBER))
    assert NAME in text_of(naive)
    assert (
        text_of(burned(naive)) == LETTER.replace(NAME, "").replace(NUMBER, "").replace(" ", "") + OTHER_PAGE
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "#text(fill: white)[底稿]",
        "#text(fill: rgb(250, 250, 250))[底稿]",
        "#text(size: 1pt)[底稿]",
        "#place(dx: 500pt)[底稿]",
        "#place(dx: 20pt, dy: 0pt)[底稿]#place(dx: 18pt, dy: -2pt)[#rect(width: 40pt, height: 20pt, fill: gradient.linear(red, yellow, blue))]",
    ],
    ids=["white", "almost white", "tiny", "beside the page", "under a picture"],
)
def test_text_that_nobody_sees_is_not_in_the_copy(tmp_path, hidden):
    path = write_pdf(tmp_path / "a.pdf", f"{hidden}\n#v(30pt)\n看得见的文字。")
    assert "底稿" in text_of(path)
    assert text_of(burned(path)) == "看得见的文字。"


@pytest.mark.parametrize(
    "content",
    [
        *(pdf_samples.unseen(way) for way in pdf_samples.UNSEEN),
        *(pdf_samples.blackened(), pdf_samples.blackened_by_annotation(), pdf_samples.whitened()),
        *(pdf_samples.crooked(), pdf_samples.with_hidden_form(), pdf_samples.with_layers()),
    ],
)
def test_whatever_hides_a_text_it_is_not_in_the_copy(tmp_path, content):
    (tmp_path / "a.pdf").write_bytes(content)
    assert pdf_samples.SECRET in text_of(tmp_path / "a.pdf")
    left = text_of(burned(tmp_path / "a.pdf"))
    assert left and not set(pdf_samples.SECRET) & set(left)


def test_text_under_a_watermark_or_printed_twice_stays(tmp_path):
    path = write_pdf(
        tmp_path / "a.pdf",
        "看得见的文字。#place(dx: 0.3pt, dy: -12.4pt)[看得见的文字。]"
        "#place(dx: 10pt, dy: -20pt)[#text(size: 30pt, fill: luma(200))[档案]]",
    )
    assert {each for each in text_of(burned(path)) if each in "看得见的文字档案"} == set("看得见的文字档案")


def test_text_of_a_layer_that_is_off_is_not_in_the_copy(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "底稿", "正文")

    def switch_off(document):
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="x"))
        document.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer], Order=[])
        )
        page = document.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(L=layer)
        page.contents_add(b"/OC /L BDC", prepend=True)
        page.contents_add(b"EMC")

    assert text_of(burned(changed(path, switch_off))) == "正文"


def test_half_a_number_takes_the_other_half_with_it(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "证号 371723199001011234，编号 2026。")
    [whole] = marks_for(path, "371723199001011234")
    half = Mark(1, whole.x, whole.y, whole.width / 2, whole.height, Ground.PERSONAL)
    assert text_of(burned(path, [half])) == "证号【已遮盖：个保法§25】，编号2026。"


def test_text_behind_a_scan_stays_where_the_picture_shows_it(tmp_path):
    path = write_scan(tmp_path / "a.pdf", "申请人张三", hidden_text="申请人张三")
    assert text_of(burned(path)) == "申请人张三"


def test_text_behind_a_scan_goes_where_the_picture_shows_nothing(tmp_path):
    path = write_scan(tmp_path / "a.pdf", "", hidden_text="申请人张三")
    assert text_of(burned(path)) == ""


def test_a_mark_on_a_scan_takes_the_whole_line_out_of_the_text_behind_it(tmp_path):
    path = write_scan(tmp_path / "a.pdf", "申请人张三", hidden_text="申请人张三")
    assert text_of(burned(path, marks_for(path, NAME))) == "【已遮盖：条例§15】"


def test_rare_characters_stay(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "李𠂇，王𠙶，王䶮。")
    assert text_of(burned(path)) == "李𠂇，王𠙶，王䶮。"


def test_a_copy_has_nothing_but_pictures_and_text(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    with pikepdf.open(burned(path, marks_for(path, NAME))) as copy:
        assert copy.get_warnings() == [] and copy.check_pdf_syntax() == []
        assert set(copy.trailer.keys()) == {"/Size", "/Root"}
        assert set(copy.Root.keys()) == {"/Type", "/Pages", "/Lang"}
        assert str(copy.Root.Lang) == "zh-CN"
        assert set(copy.pages[0].keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}


def test_the_font_knows_the_characters_of_the_text_that_stays_and_no_others(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    copy = burned(path, marks_for(path, NAME, NUMBER))
    with pikepdf.open(copy) as document:
        table = document.pages[0].Resources.Font.F.ToUnicode.read_bytes()
    rows = table.partition(b"beginbfchar")[2]
    known = [chr(int(code, 16)) for code in re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]{4})>", rows)]
    assert known == sorted(set(text_of(copy)))


def test_places_behind_a_mark_tell_nothing_finer_than_a_point(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    with pikepdf.open(burned(path, marks_for(path, NUMBER))) as document:
        places = re.findall(rb" ([\d.]+) [\d.]+ Tm", document.pages[0].Contents.read_bytes())
    assert len(places) > 2
    assert [place for place in places if b"." in place] == [
        place
        for place in places
        if float(place) == pytest.approx(marks_for(path, NUMBER)[0].x * 340.157, abs=0.01)
    ]  # the notice alone stands exactly in its mark


def test_the_same_file_and_marks_give_the_same_bytes(tmp_path):
    path = write_letter(tmp_path / "a.pdf")
    marks = marks_for(path, NAME)
    assert burned(path, marks).read_bytes() == burned(path, marks).read_bytes()


def test_turned_and_cropped_pages_keep_the_size_readers_see(tmp_path):
    path = write_letter(tmp_path / "a.pdf")

    def turn(document):
        document.pages[0].Rotate = 270
        document.pages[0].CropBox = pikepdf.Array([20, 100, 320, 200])

    changed(path, turn)
    copy = burned(path, marks_for(path, NAME))
    assert page_sizes(copy, extension="pdf")[0] == (100, 300)
    assert text_of(copy) == LETTER.replace(NAME, "【已遮盖：条例§15】").replace(" ", "") + OTHER_PAGE


@pytest.mark.parametrize(
    ("content", "stored_as"),
    [
        (LETTER, "/CCITTFaxDecode"),
        (f"#table(columns: 2, fill: luma(200), [{LETTER}], [乙])", "/FlateDecode"),
        (f"#text(fill: red)[{LETTER}]", "/FlateDecode"),
    ],
    ids=["text", "shaded table", "letterhead"],
)
def test_a_page_is_stored_in_as_few_tones_as_it_has(tmp_path, content, stored_as):
    path = write_pdf(tmp_path / "a.pdf", content)
    copy = burned(path, marks_for(path, NAME))
    with pikepdf.open(copy) as document:
        picture = document.pages[0].Resources.XObject.P
        assert (str(picture.Filter), len(picture.read_raw_bytes()) < 30_000) == (stored_as, True)


@pytest.mark.parametrize(
    "faint",
    [
        "#text(fill: luma(190), size: 9pt)[复印不清]",
        "#rect(fill: black)[#text(fill: luma(90), size: 9pt)[深底暗字]]",
        "#text(fill: luma(200), size: 40pt)[水印]",
    ],
)
def test_faint_writing_is_not_lost(tmp_path, faint):
    path = write_pdf(tmp_path / "a.pdf", faint)
    before, after = (
        Image.open(io.BytesIO(render(each, 1, 200, extension="pdf"))).convert("L")
        for each in (path, burned(path))
    )
    assert ImageChops.difference(before, after).reduce(4).getextrema()[1] < 40


def test_a_photograph_is_stored_as_one(tmp_path):
    noise = Image.effect_noise((900, 600), 90).convert("RGB")
    red, green, blue = noise.split()
    Image.merge("RGB", (red, green.rotate(90, expand=False), blue.rotate(180))).save(tmp_path / "a.png")
    Image.open(tmp_path / "a.png").save(tmp_path / "a.pdf")
    with pikepdf.open(burned(tmp_path / "a.pdf")) as document:
        assert str(document.pages[0].Resources.XObject.P.Filter) == "/DCTDecode"


@pytest.mark.parametrize("extension", ["jpg", "png", "gif", "webp"])
def test_a_picture_is_painted_over_and_loses_what_the_camera_wrote(tmp_path, extension):
    exif = Image.Exif()
    exif[0x010E] = NAME
    options = {} if extension == "gif" else {"exif": exif}
    path = write_picture(tmp_path / f"a.{extension}", **options)
    target = tmp_path / f"b.{extension}"
    burn(path, target, extension=extension, marks=[Mark(1, 0.1, 0.25, 0.5, 0.35)])
    with Image.open(target) as copy:
        assert (copy.size, dict(copy.getexif())) == ((400, 200), {})
        grey = copy.convert("L")
    assert grey.crop((44, 54, 236, 68)).getextrema()[1] < 30
    assert grey.getpixel((300, 100)) > 240


def test_a_mark_on_a_transparent_picture_is_opaque(tmp_path):
    Image.new("RGBA", (40, 40), (9, 9, 9, 0)).save(tmp_path / "a.png")
    burn(tmp_path / "a.png", tmp_path / "b.png", extension="png", marks=[Mark(1, 0, 0, 0.5, 0.5)])
    with Image.open(tmp_path / "b.png") as copy:
        assert (copy.getpixel((5, 5)), copy.getpixel((30, 30))[3]) == ((0, 0, 0, 255), 0)


def test_a_box_with_room_says_on_which_ground(tmp_path):
    Image.new("RGB", (400, 200), "white").save(tmp_path / "a.png")
    marks = [Mark(1, 0, 0, 0.5, 0.2, Ground.PRIVACY), Mark(1, 0, 0.5, 0.05, 0.2, Ground.PRIVACY)]
    burn(tmp_path / "a.png", tmp_path / "b.png", extension="png", marks=marks)
    with Image.open(tmp_path / "b.png") as copy:
        grey = copy.convert("L")
    assert grey.crop((0, 0, 200, 40)).getextrema() == (0, 255)
    assert grey.crop((0, 100, 20, 140)).getextrema() == (0, 0)


def test_a_mark_on_a_page_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="第3页，这份文件只有2页"):
        burned(write_letter(tmp_path / "a.pdf"), [Mark(3, 0, 0, 1, 1)])


def test_a_damaged_file_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Unreadable) as error:
        burned(tmp_path / "a.pdf")
    assert str(error.value).endswith("。")
