import io
import zipfile

import pytest
from PIL import Image

from gongkai.screening.redaction.burn import burn
from gongkai.screening.redaction.gate import attack
from gongkai.screening.redaction.marks import Mark

from .redaction_samples import write_letter, write_package, write_picture

NAME, NUMBER = "张三", "371723199001011234"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PLAIN = f"<w:document {W}><w:p><w:r><w:t>申请人█因土地</w:t></w:r></w:p></w:document>"


def leaks(path, extension="docx", marks=None, secrets=(NAME, NUMBER)):
    return attack(path, extension=extension, secrets=secrets, marks=marks)


def found(path, extension="docx"):
    return {leak.secret for leak in leaks(path, extension)}


def package(tmp_path, members=None, **options):
    return write_package(tmp_path / "a.docx", {"word/document.xml": PLAIN} | (members or {}), **options)


def paragraph(*runs, before=""):
    said = "".join(f"<w:r>{before}<w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:document {W}><w:body><w:p>{said}</w:p></w:body></w:document>"


def picture(**options):
    content = io.BytesIO()
    Image.new("RGB", (8, 8)).save(content, "PNG", **options)
    return content.getvalue()


def zipped(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as inner:
        for name, data in members.items():
            inner.writestr(name, data)
    return content.getvalue()


def test_a_package_without_the_secret_passes(tmp_path):
    path = package(
        tmp_path,
        {
            "[Content_Types].xml": "<Types/>",
            "word/media/a.png": picture(),
            "a.txt": "名单",
            "b.csv": "姓名,电话\r\n█,█".encode("utf-8-sig"),
        },
    )
    assert leaks(path) == []


@pytest.mark.parametrize(
    "content",
    [
        paragraph("申请人张三因土地"),
        paragraph("申请人张", "三因土地"),
        paragraph("申请人张", "", "三因土地", before="<w:rPr><w:b/></w:rPr>"),
        paragraph("申请人张　三，"),
        paragraph("申请人&#24352;&#x4E09;，"),
        f"<a>申请人{NAME}，</a>",
        f'<a title="{NAME}"/>',
        f"<a><!-- {NAME} --></a>",
        f"<a><?x {NAME}?></a>",
        f"<a><b/>{NAME}</a>",
        '<a>{"n": "\\u5f20\\u4e09"}</a>',
        '<Relationships><r Target="file:///C:/%E5%BC%A0%E4%B8%89.docx"/></Relationships>',
        f"<a>{NAME}</a>".encode("utf-16"),
        f'<?xml version="1.0" encoding="gb18030"?><a>{NAME}</a>'.encode("gb18030"),
    ],
)
def test_a_name_is_found_however_a_part_spells_and_splits_it(tmp_path, content):
    assert 0 in found(package(tmp_path, {"word/other.xml": content}))


@pytest.mark.parametrize(
    "content",
    [
        "<row><c><v>371723199001011234</v></c></row>",
        "<row><c><v>3.7172319900101126E+17</v></c></row>",
        "<row><c><is><t>371723</t></is></c><c><is><t>199001011234</t></is></c></row>",
        "<a><b>371723</b><b>19900101</b><b>1234</b></a>",
        "<a>371723-19900101-1234</a>",
    ],
)
def test_a_number_is_found_however_a_sheet_keeps_it(tmp_path, content):
    assert 1 in found(package(tmp_path, {"xl/sheet1.xml": content}))


def test_a_longer_name_that_was_left_on_purpose_is_no_leak(tmp_path):
    assert leaks(package(tmp_path, {"word/other.xml": paragraph("由张", "三丰到场")})) == []


@pytest.mark.parametrize(
    "members",
    [
        {f"{NAME}.txt": "-"},
        {"a.txt": f"名单：{NAME}，"},
        {"a.txt": f"名单：{NAME}，".encode("gb18030")},
        {"a.txt": f"名单：{NAME}，".encode("utf-16")},
        {"a.bin": b"\0\xff\xfe\x01" + NAME.encode("utf-16-le") + b"\xff\0"},
        {"a.zip": zipped({"b.zip": zipped({"c.xml": f"<a>{NAME}</a>"})})},
        {"a.zip": zipped({f"{NAME}.xml": "<a/>"})},
    ],
    ids=["name", "utf-8", "gb18030", "utf-16", "binary", "package in a package", "name in a package"],
)
def test_a_secret_is_found_in_any_member(tmp_path, members):
    assert 0 in found(package(tmp_path, members))


def test_a_secret_is_found_in_a_pdf_inside(tmp_path):
    letter = write_letter(tmp_path / "a.pdf").read_bytes()
    found = leaks(package(tmp_path, {"a.pdf": letter}))
    assert "a.pdf，第1页" in {leak.where for leak in found if leak.secret == 0}


def test_a_secret_is_found_in_the_comment_and_in_extra_fields(tmp_path):
    assert 0 in found(package(tmp_path, comment=NAME.encode()))
    entry = zipfile.ZipInfo("b.xml")
    entry.extra = b"\x99\x99\x06\x00" + NAME.encode()
    with zipfile.ZipFile(package(tmp_path), "a") as archive:
        archive.writestr(entry, "<a/>")
    assert 0 in found(tmp_path / "a.docx")


def test_bytes_after_the_end_of_a_package_are_found(tmp_path):
    path = package(tmp_path)
    path.write_bytes(path.read_bytes() + b"more")
    assert leaks(path) != []


@pytest.mark.parametrize("place", [0, 1])
def test_what_the_directory_does_not_list_is_found(tmp_path, place):
    path = package(tmp_path)
    data = path.read_bytes()
    start = data.index(b"PK\x01\x02") if place else 0
    moved = bytearray(data[:start] + b"left behind" + data[start:])
    at = moved.rindex(b"PK\x05\x06")
    moved[at + 16 : at + 20] = (data.index(b"PK\x01\x02") + 11).to_bytes(4, "little")
    if not place:
        first = moved.index(b"PK\x01\x02")
        moved[first + 42 : first + 46] = (11).to_bytes(4, "little")
    path.write_bytes(moved)
    assert "压缩包里有目录上没有的内容。" in {leak.what for leak in leaks(path)}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", "<a>"),
        ("a.xml", b"\xff\xfe\xfd"),
        ("a.xml", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        ("a.emf", b"\x01\0\0\0\xff\xfe\x80" * 9),
        ("a.png", b"\x89PNG\r\n\x1a\nxxxx"),
        ("a.png", picture() + b"more"),
        ("a.zip", b"PK\x03\x04xxxx"),
        ("a.pdf", b"%PDF-1.7 x"),
    ],
)
def test_what_cannot_be_read_counts_as_found(tmp_path, name, content):
    assert {leak.secret for leak in leaks(package(tmp_path, {name: content}))} == {-1}


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"PK\x05\x06" + b"\0" * 17])
def test_a_package_that_cannot_be_opened_counts_as_found(tmp_path, content):
    (tmp_path / "a.docx").write_bytes(content)
    assert leaks(tmp_path / "a.docx") != []


def test_packages_in_packages_without_end_count_as_found(tmp_path):
    inner = zipped({"x.txt": b"x"})
    for _ in range(6):
        inner = zipped({"x.zip": inner})
    assert "压缩包层数太多，系统没有全部核对。" in {
        leak.what for leak in leaks(package(tmp_path, {"a.zip": inner}))
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(("text", "secret"), [("甲\n申请人张三，", 0), ("证号：\n371723 19900101 1234\n", 1)])
def test_a_secret_is_found_in_plain_text(tmp_path, encoding, text, secret):
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert found(tmp_path / "a.txt", "txt") >= {secret}


def test_plain_text_without_the_secret_passes(tmp_path):
    (tmp_path / "a.csv").write_bytes("姓名,电话\r\n张三丰,█\r\n".encode("utf-8-sig"))
    assert leaks(tmp_path / "a.csv", "csv") == []


def test_bytes_that_are_no_text_count_as_found(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff\x80")
    assert found(tmp_path / "a.txt", "txt") == {-1}


@pytest.mark.parametrize("extension", ["jpg", "png", "gif", "webp"])
def test_a_picture_painted_over_passes_and_one_that_is_not_does_not(tmp_path, extension):
    mark = Mark(1, 0.05, 0.2, 0.6, 0.45)
    path = write_picture(tmp_path / f"a.{extension}")
    burn(path, tmp_path / f"b.{extension}", extension=extension, marks=[mark])
    assert leaks(tmp_path / f"b.{extension}", extension, [mark]) == []
    assert leaks(path, extension, [mark]) != []


def test_what_a_camera_wrote_counts_as_found(tmp_path):
    exif = Image.Exif()
    exif[0x010E] = NAME
    path = write_picture(tmp_path / "a.jpg", exif=exif)
    assert "图片里留有拍摄信息、说明或缩略图，原图可能在里面。" in {leak.what for leak in leaks(path, "jpg")}


def test_a_mark_that_is_transparent_counts_as_found(tmp_path):
    Image.new("RGBA", (40, 40), (0, 0, 0, 99)).save(tmp_path / "a.png")
    assert "遮盖框是透明的，下面的内容看得见。" in {
        leak.what for leak in leaks(tmp_path / "a.png", "png", [Mark(1, 0, 0, 0.3, 0.3)])
    }


def test_a_kind_of_file_nobody_knows_counts_as_found(tmp_path):
    (tmp_path / "a.doc").write_bytes(b"x")
    assert leaks(tmp_path / "a.doc", "doc") != []
