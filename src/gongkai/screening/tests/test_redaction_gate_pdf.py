import io

import pikepdf
import pytest
from PIL import Image

from gongkai.screening.redaction.burn import burn
from gongkai.screening.redaction.gate import Leak, attack
from gongkai.screening.redaction.paint import paint
from gongkai.screening.redaction.render import render

from .redaction_samples import (
    LETTER,
    NAME,
    NUMBER,
    changed,
    marks_for,
    write_letter,
    write_naive,
    write_pdf,
    write_scan,
)

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Keywords>{}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
SECRETS = [NAME, NUMBER]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A letter, the marks on it and its burned copy; tests change copies of these."""
    folder = tmp_path_factory.mktemp("made")
    letter = write_letter(folder / "letter.pdf")
    marks = marks_for(letter, *SECRETS)
    burn(letter, folder / "copy.pdf", extension="pdf", marks=marks)
    return letter, marks, (folder / "copy.pdf").read_bytes()


@pytest.fixture
def letter(made):
    return made[0]


@pytest.fixture
def marks(made):
    return made[1]


@pytest.fixture
def copy(made, tmp_path):
    (tmp_path / "copy.pdf").write_bytes(made[2])
    return tmp_path / "copy.pdf"


def leaks(path, marks=None, secrets=SECRETS):
    return attack(path, extension="pdf", secrets=secrets, marks=marks)


def places(found):
    return {leak.where for leak in found}


def test_nothing_is_got_back_out_of_a_burned_copy(copy, marks):
    assert leaks(copy, marks) == []
    assert leaks(copy, marks, ["无关的词", "2026-0012"]) == []


def test_black_boxes_drawn_by_hand_are_got_behind(tmp_path, marks):
    naive = write_naive(tmp_path / "naive.pdf", marks)
    found = leaks(naive, marks)
    assert {0, 1} <= {leak.secret for leak in found}
    assert {"第1页", "第1页的绘图指令"} <= places(found)


def test_a_leak_shows_no_more_of_the_secret_than_its_beginning(letter):
    assert Leak("第1页", "应当遮盖的“张＊”还能作为文字取出来。", 0) in leaks(letter)
    assert not [leak for leak in leaks(letter) if NAME in leak.what or NUMBER in leak.what]


def test_a_longer_word_that_was_left_on_purpose_is_no_leak(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三和张三丰到场。")
    marks = marks_for(path, NAME)
    burn(path, tmp_path / "b.pdf", extension="pdf", marks=marks)
    assert leaks(tmp_path / "b.pdf", marks, [NAME]) == []


def test_a_place_that_was_forgotten_is_a_leak(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "张三到场。", "张三签字。")
    marks = marks_for(path, NAME)
    burn(path, tmp_path / "b.pdf", extension="pdf", marks=marks[:1])
    assert leaks(tmp_path / "b.pdf", marks[:1], [NAME])[0].where == "第2页"


def stream(document, content, **entries):
    return document.make_indirect(document.make_stream(content, **entries))


def in_docinfo(document):
    document.docinfo["/Title"] = NAME


def in_xmp(document):
    document.Root.Metadata = stream(
        document, XMP.format(NAME).encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def in_bookmark(document):
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"申请人{NAME}", 0))


def in_note(document):
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=f"问{NAME}。"
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


def in_attached_file(document):
    document.attachments["a.txt"] = pikepdf.AttachedFileSpec(document, f"名单：{NAME}".encode())


def in_attached_name(document):
    document.attachments[f"{NAME}.txt"] = pikepdf.AttachedFileSpec(document, b"-")


def in_structure(document):
    document.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Dictionary(S=pikepdf.Name.P, ActualText=NAME))


def in_script(document):
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=stream(document, f"var a='{NAME}'".encode("utf-16-be"))
    )


def in_private_data(document):
    document.pages[0].PieceInfo = pikepdf.Dictionary(
        X=pikepdf.Dictionary(Private=stream(document, NAME.encode("gb18030")))
    )


def in_a_name(document):
    document.Root[f"/{NAME}"] = 1


def in_layer_name(document):
    layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=NAME))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary())


@pytest.mark.parametrize(
    "hide",
    [
        *(in_docinfo, in_xmp, in_bookmark, in_note, in_attached_file, in_attached_name, in_structure),
        *(in_script, in_private_data, in_a_name, in_layer_name),
    ],
)
def test_a_secret_is_found_wherever_a_pdf_keeps_it(copy, marks, hide):
    changed(copy, hide)
    assert 0 in {leak.secret for leak in leaks(copy)}
    assert any(leak.where == "文件结构" for leak in leaks(copy, marks)) or hide is in_a_name


def test_text_in_a_form_inside_a_form_is_found(copy):
    def hide(document):
        page = document.pages[0]
        codes = NAME.encode("utf-16-be").hex().encode()
        font = page.Resources.Font
        font.F.ToUnicode = stream(
            document, b"beginbfrange <5000> <5FFF> <5000> <4E00> <4EFF> [%s] endbfrange" % rest()
        )
        inner = stream(
            document,
            b"BT 3 Tr /F 9 Tf <%s> Tj ET" % codes,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 9, 9],
            Resources=pikepdf.Dictionary(Font=font),
        )
        outer = stream(
            document,
            b"/I Do",
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 9, 9],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=inner)),
        )
        page.Resources.XObject.O = outer
        page.contents_add(b"/O Do")

    def rest():
        return b" ".join(b"<%04X>" % code for code in range(0x4E00, 0x4F00))

    changed(copy, hide)
    assert 0 in {leak.secret for leak in leaks(copy) if leak.where == "第1页的绘图指令"}


def test_characters_that_only_a_font_still_knows_are_found(copy):
    def hide(document):
        table = document.pages[0].Resources.Font.F.ToUnicode
        table.write(table.read_bytes() + b" 2 beginbfchar <0001> <5F20> <0002> <4E09> endbfchar")

    changed(copy, hide)
    assert {leak.what for leak in leaks(copy)} == {"字体里留有只在“张＊”中出现的字，可以推出原文。"}


def test_a_font_shared_with_another_page_gives_away_a_name_that_was_taken_out(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", "申请人王伟。", "附件。")

    def take_out(document):
        document.pages[0].Contents = document.make_stream(b"")

    changed(path, take_out)
    assert 0 in {leak.secret for leak in leaks(path, secrets=["王伟"]) if "字体" in leak.where}


def test_an_older_version_in_the_file_is_found(letter, copy, marks):
    copy.write_bytes(letter.read_bytes() + copy.read_bytes())
    assert leaks(copy, marks) != []


@pytest.mark.parametrize("rest", [b"\n", NAME.encode(), b"startxref"])
def test_bytes_after_the_end_are_found(copy, marks, rest):
    copy.write_bytes(copy.read_bytes() + rest)
    assert "文件里还有别的版本或多余的数据。" in {leak.what for leak in leaks(copy, marks)}


def swap_picture(document, picture):
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=90)
    old = document.pages[0].Resources.XObject.P
    old.write(content.getvalue(), filter=pikepdf.Name.DCTDecode)
    old.Width, old.Height = picture.size
    old.ColorSpace, old.BitsPerComponent = pikepdf.Name.DeviceRGB, 8


def test_a_picture_that_still_shows_what_is_marked_is_found(copy, marks, letter):
    original = Image.open(io.BytesIO(render(letter, 1, 200, extension="pdf"))).convert("RGB")
    changed(copy, lambda document: swap_picture(document, original))
    assert "遮盖框没有盖严，下面的内容看得见。" in {leak.what for leak in leaks(copy, marks)}


def test_a_box_that_lets_the_letters_shine_through_is_found(copy, marks, letter):
    original = Image.open(io.BytesIO(render(letter, 1, 200, extension="pdf"))).convert("RGB")
    black = original.copy()
    paint(black, marks)
    glass = Image.blend(black, original, 0.35)
    changed(copy, lambda document: swap_picture(document, glass))
    assert "遮盖框没有盖严，下面的内容看得见。" in {leak.what for leak in leaks(copy, marks)}


@pytest.mark.parametrize(
    "drawn", [b"0 g 9 9 9 9 re f", b"BT 0 Tr /F 9 Tf <4E00> Tj ET", b"q 9 0 0 9 0 0 cm /P Do Q"]
)
def test_anything_drawn_beside_the_picture_is_found(copy, marks, drawn):
    changed(copy, lambda document: document.pages[0].contents_add(drawn))
    assert "页面不是一整幅图片，遮盖框下面可能还有别的内容。" in {leak.what for leak in leaks(copy, marks)}


def test_text_under_a_mark_is_found_though_nobody_named_it(letter, copy, marks):
    burn(letter, copy, extension="pdf", marks=[])
    assert "遮盖框下面还有文字，可以选中复制。" in {leak.what for leak in leaks(copy, marks, [])}


def test_a_page_that_is_missing_is_found(copy, marks):
    changed(copy, lambda document: document.pages.__delitem__(0))
    moved = [type(mark)(2, mark.x, mark.y, mark.width, mark.height, mark.ground) for mark in marks]
    assert "要遮盖的页不在公开副本里。" in {leak.what for leak in leaks(copy, moved)}


def test_a_stream_that_cannot_be_unpacked_counts_as_found(copy):
    changed(
        copy,
        lambda document: document.Root.__setattr__(
            "X", stream(document, b"abc", Filter=pikepdf.Name("/Crypt0"))
        ),
    )
    assert "这部分数据系统解不开，不能确认没有泄露。" in {leak.what for leak in leaks(copy)}


def test_a_picture_with_a_thumbnail_inside_is_found(tmp_path):
    exif = Image.Exif()
    exif[0x010E] = "x"
    content = io.BytesIO()
    Image.new("RGB", (8, 8)).save(content, "JPEG", exif=exif)
    path = write_scan(tmp_path / "a.pdf", "")

    def put(document):
        document.pages[0].Resources.XObject.Scan.write(content.getvalue(), filter=pikepdf.Name.DCTDecode)

    changed(path, put)
    assert "图片里留有拍摄信息、说明或缩略图，原图可能在里面。" in {leak.what for leak in leaks(path)}


@pytest.mark.parametrize("share", range(0, 100, 9))
def test_a_damaged_copy_never_passes(copy, marks, share):
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) * share // 100])
    assert leaks(copy, marks) != []


def test_a_secret_of_short_words_is_not_seen_in_the_noise_of_pictures(tmp_path):
    noise = Image.effect_noise((400, 300), 120).convert("RGB")
    noise.save(tmp_path / "a.png")
    Image.open(tmp_path / "a.png").save(tmp_path / "a.pdf")
    burn(tmp_path / "a.pdf", tmp_path / "b.pdf", extension="pdf", marks=[])
    names = [first + second for first in "张王李赵刘陈杨黄周吴" for second in "伟芳娜敏静丽强磊军洋"]
    assert leaks(tmp_path / "b.pdf", [], names) == []


@pytest.mark.parametrize("secret", ["1", "12", "100", "1000", "5F20", "男", "漠", "W", "Page", "zh", "条例"])
def test_short_secrets_are_not_seen_in_numbers_and_codes(copy, marks, secret):
    assert leaks(copy, marks, [secret]) == []


def test_secrets_of_nothing_but_signs_are_not_sought(copy, marks):
    assert leaks(copy, marks, ["", " ", "--"]) == []


def test_the_letter_itself_holds_what_the_tests_look_for():
    assert NAME in LETTER and NUMBER in LETTER
