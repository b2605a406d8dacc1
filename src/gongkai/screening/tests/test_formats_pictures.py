import io
import zipfile
from types import SimpleNamespace

import pytest
from PIL import Image, PngImagePlugin

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Unreadable
from gongkai.screening.formats import pictures, reading_pictures

GPS, MAKER, TURN = 0x8825, 0x010F, 0x0112

LINE, BOX = reading_pictures.Line, (0.1, 0.2, 0.3, 0.4)


@pytest.fixture(autouse=True)
def nothing_recognised(monkeypatch):
    monkeypatch.setattr(reading_pictures, "available", lambda: False)


@pytest.fixture
def path(tmp_path):
    def write(content):
        path = tmp_path / "picture"
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def cleaned(tmp_path, path):
    def cleaned(content):
        pictures.clean(path(content), tmp_path / "copy", [])
        return (tmp_path / "copy").read_bytes()

    return cleaned


def drawn(format_="JPEG", size=(60, 40), **options):
    content = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(content, format_, **options)
    return content.getvalue()


def photograph(turn=1):
    exif = Image.Exif()
    exif[TURN] = turn
    exif[MAKER] = "示范牌手机"
    exif.get_ifd(GPS)[2] = (28.0, 12.0, 0.0)
    return drawn(exif=exif, comment="张三".encode())


def with_archive(content):
    archive = io.BytesIO(content)
    with zipfile.ZipFile(archive, "a") as members:
        members.writestr("底册.txt", "张三")
        members.comment = b"\xff\xd9"
    return archive.getvalue()


def test_what_a_camera_wrote_is_told_and_the_text_as_not_read(path):
    document = pictures.read(path(photograph()))
    assert [(each.kind, each.what) for each in document.hidden] == [
        (Kind.LOCATION, "拍摄地点"),
        (Kind.LOCATION, "拍摄时间、设备等照片信息"),
        (Kind.METADATA, "图片里的说明和属性"),
    ]
    assert [each.kind for each in document.unread] == [Kind.UNREAD_PICTURE]


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "GIF", "WEBP"])
def test_bare_picture_hides_nothing_and_its_copy_looks_the_same(path, cleaned, format_):
    content = drawn(format_)
    assert pictures.read(path(content)).hidden == []
    copy = cleaned(content)
    assert cleaned(content) == copy
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(copy)) as after:
        assert (after.format, after.size) == (before.format, before.size)
        pairs = zip(before.convert("L").tobytes(), after.convert("L").tobytes(), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 12


def test_copy_has_nothing_of_the_camera_and_stands_upright(cleaned):
    copy = cleaned(photograph(turn=6))
    with Image.open(io.BytesIO(copy)) as image:
        assert (image.size, dict(image.getexif()), image.info.get("comment")) == ((40, 60), {}, None)
    assert "张三".encode() not in copy


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "GIF", "WEBP"])
def test_archive_behind_a_picture_is_told_and_gone(path, cleaned, format_):
    content = with_archive(drawn(format_))
    assert [(each.kind, each.what) for each in pictures.read(path(content)).hidden] == [
        (Kind.EMBEDDED_FILE, "图片后面夹带的其他内容")
    ]
    assert not zipfile.is_zipfile(io.BytesIO(cleaned(content)))


def test_remarks_in_a_png_are_told_and_gone(path, cleaned):
    remarks = PngImagePlugin.PngInfo()
    remarks.add_text("Author", "zhang-san")
    remarks.add_itxt("Comment", "张三", zip=True)
    content = drawn("PNG", pnginfo=remarks)
    assert [each.kind for each in pictures.read(path(content)).hidden] == [Kind.METADATA]
    assert b"zhang-san" not in cleaned(content)


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG"])
def test_moving_picture_keeps_its_frames_and_their_time(cleaned, format_):
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green", "blue")]
    content = io.BytesIO()
    frames[0].save(
        content, format_, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0
    )
    with Image.open(io.BytesIO(cleaned(content.getvalue()))) as image:
        durations = []
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            durations.append(round(image.info["duration"]))
    assert durations == [100, 200, 300]


def test_recognised_lines_are_passages_where_recognition_is_installed(path, monkeypatch):
    monkeypatch.setattr(reading_pictures, "available", lambda: True)
    monkeypatch.setattr(reading_pictures, "read", lambda data: [LINE("公告", ()), LINE("张三", (BOX, BOX))])
    document = pictures.read(path(drawn()))
    assert [(each.text, each.place.in_words()) for each in document.passages] == [
        ("公告", "图片文字第1行"),
        ("张三", "图片文字第2行"),
    ]
    assert [each.boxes for each in document.passages] == [(), (BOX, BOX)]
    assert document.unread == []


def test_text_in_a_picture_is_covered_on_the_page_only(path, tmp_path):
    with pytest.raises(Unreadable, match="只能遮盖"):
        pictures.clean(path(drawn()), tmp_path / "copy", [Cover(0, 0, 1, "*")])


def test_picture_of_too_many_dots_is_refused_before_it_is_unpacked(path):
    content = bytearray(drawn("PNG"))
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(Unreadable, match="像素太多|损坏"):
        pictures.read(path(bytes(content)))


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "GIF", "WEBP"])
def test_picture_cut_anywhere_is_refused(path, format_):
    content = drawn(format_, size=(200, 150))
    for length in range(0, len(content) // 2, max(1, len(content) // 20)):
        with pytest.raises(Unreadable):
            pictures.read(path(content[:length]))


@pytest.mark.parametrize(
    ("text", "found", "boxes"),
    [
        ("张 三", "张三", [(0.0, 0.0, 0.1, 0.5), None, (0.1, 0.0, 0.2, 0.5)]),
        ("张三丰", "张三", []),  # one more than the reader has places for
        ("张三", "张王", []),
    ],
)
def test_each_character_of_a_recognised_line_has_its_box_or_none_has(text, found, boxes):
    places = [
        (character, 0.9, [[10 * at, 0], [10 * at + 10, 0], [10 * at + 10, 20], [10 * at, 20]])
        for at, character in enumerate(found)
    ]
    assert list(reading_pictures._boxes(text, places, (100, 40))) == boxes


@pytest.mark.parametrize(("mode", "seen"), [("RGBA", "RGBA"), ("LA", "RGBA"), ("L", "RGB"), ("CMYK", "RGB")])
def test_letters_on_a_transparent_ground_reach_the_recogniser_with_it(monkeypatch, mode, seen):
    shown = []

    def asked(picture, **steps):
        shown.append(picture.mode)
        return SimpleNamespace(txts=None)

    monkeypatch.setattr(reading_pictures, "_asked", asked)
    content = io.BytesIO()
    Image.new(mode, (8, 8)).save(content, "JPEG" if mode == "CMYK" else "PNG")
    assert reading_pictures._lines(content.getvalue()) == []
    assert shown == [seen]
