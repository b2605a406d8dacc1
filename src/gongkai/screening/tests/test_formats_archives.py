import io
import zipfile
from email.message import EmailMessage

import pypdfium2
import pytest

from gongkai.screening.enums import Kind
from gongkai.screening.findings import Cover, Unreadable
from gongkai.screening.formats import archives, reading_pictures
from gongkai.screening.tests import pdf_samples

DAY = (2026, 3, 2, 8, 30, 0)


@pytest.fixture
def path(tmp_path):
    def write(members, comment=b""):
        path = tmp_path / "archive.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.comment = comment
            for name, content in members.items():
                archive.writestr(zipfile.ZipInfo(name, DAY), content)
        return path

    return write


@pytest.fixture
def cleaned(tmp_path, path):
    def cleaned(source, covers=()):
        archives.clean(source, tmp_path / "copy.zip", covers)
        with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}

    return cleaned


def mail(**headers):
    message = EmailMessage()
    message["From"] = "张三 <zhangsan@example.com>"
    message["To"] = "lisi@example.com"
    message["Subject"] = "报送名单"
    message["Date"] = "Mon, 02 Mar 2026 08:30:00 +0800"
    message["Received"] = "from 10.1.2.3"
    message.set_content("请公开附件。\n")
    message.add_attachment("姓名\n王五\n".encode(), maintype="text", subtype="csv", filename="名单.csv")
    return message.as_bytes()


def said(document):
    return [(each.place.in_words(), each.text) for each in document.passages]


def test_members_are_read_as_what_they_are_and_their_names_too(path):
    document = archives.read(
        path({"附件/说明.txt": "甲\n乙", "名单.csv": "姓名\n张三", "公告.pdf": pdf_samples.plain()})
    )
    assert said(document) == [
        *[
            ("附件/说明.txt，文件名", "附件/说明.txt"),
            ("附件/说明.txt，第1行", "甲"),
            ("附件/说明.txt，第2行", "乙"),
        ],
        *[
            ("名单.csv，文件名", "名单.csv"),
            ("名单.csv，第1行第1列", "姓名"),
            ("名单.csv，第2行第1列", "张三"),
        ],
        ("公告.pdf，文件名", "公告.pdf"),
        ("公告.pdf，第1页，第1行", "关于公布补贴名单的通知"),
        ("公告.pdf，第1页，第2行", "各镇人民政府："),
        ("公告.pdf，第1页，第3行", "现公布如下。"),
        ("公告.pdf，第2页，第1行", "第二页"),
    ]
    assert {each.table for each in document.passages} == {"", "名单.csv\ncsv"}
    assert document.pages == 2


def test_copy_holds_clean_members_without_dates_or_remarks(tmp_path, path, cleaned):
    source = path({"说明.txt": "甲", "公告.pdf": pdf_samples.with_attachment()}, comment="张三压缩".encode())
    assert [each.what for each in archives.read(source).hidden] == ["附带的文件，共 1 个", "压缩包的注释"]
    copy = cleaned(source)
    assert (list(copy), copy["说明.txt"]) == (["说明.txt", "公告.pdf"], "甲\r\n".encode())
    first = (tmp_path / "copy.zip").read_bytes()
    assert cleaned(source) and (tmp_path / "copy.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert archive.comment == b""
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archives.read(tmp_path / "copy.zip").hidden == []


def test_names_written_by_windows_are_decoded(tmp_path, cleaned):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("AAAA.txt", "甲")
    path = tmp_path / "windows.zip"
    path.write_bytes(content.getvalue().replace(b"AAAA", "名单".encode("gbk")))
    assert said(archives.read(path))[0] == ("名单.txt，文件名", "名单.txt")
    assert list(cleaned(path)) == ["名单.txt"]


def test_covers_reach_into_members_and_names(path, cleaned):
    source = path({"张三.txt": "甲乙", "李四.txt": "丙丁"})
    copy = cleaned(source, [Cover(1, 0, 1, "*"), Cover(2, 0, 2, "某某"), Cover(3, 1, 2, "**")])
    assert {name: content.decode() for name, content in copy.items()} == {
        "张三.txt": "*乙\r\n",
        "某某.txt": "丙**\r\n",
    }


def test_names_that_become_the_same_are_told_apart(path, cleaned):
    source = path({"张三.txt": "甲", "李四.txt": "乙"})
    assert list(cleaned(source, [Cover(0, 0, 2, "某"), Cover(2, 0, 2, "某")])) == ["某.txt", "某（2）.txt"]


def test_text_of_a_pdf_in_an_archive_is_painted_over(path, cleaned):
    source = path(
        {
            "说明.txt": "甲",
            "公告.pdf": pdf_samples.saved(pdf_samples.document(pdf_samples.text("申请人张三到场"))),
        }
    )
    passages = archives.read(source).passages
    number = next(number for number, each in enumerate(passages) if "张三" in each.text)
    start = passages[number].text.index("张三")
    copy = cleaned(source, [Cover(number, start, start + 2, "**")])
    pdf = pypdfium2.PdfDocument(copy["公告.pdf"])
    words = "".join(pdf[0].get_textpage().get_text_range().split())
    pdf.close()
    assert words == "申请人【已遮盖：个保法§25】到场"


def test_cover_in_a_place_that_is_not_there_is_refused(path, cleaned):
    with pytest.raises(Unreadable, match="对不上"):
        cleaned(path({"甲.txt": "甲"}), [Cover(9, 0, 1, "*")])


def test_mail_becomes_a_text_and_its_attachments_and_loses_who_wrote_to_whom(path, cleaned):
    source = path({"来信.eml": mail()})
    document = archives.read(source)
    assert said(document) == [
        ("来信.txt，文件名", "来信.txt"),
        ("来信.txt，第1行", "主题：报送名单"),
        ("来信.txt，第2行", "日期：2026-03-02"),
        ("来信.txt，第4行", "请公开附件。"),
        ("来信/名单.csv，文件名", "来信/名单.csv"),
        ("来信/名单.csv，第1行第1列", "姓名"),
        ("来信/名单.csv，第2行第1列", "王五"),
    ]
    assert [(each.kind, each.what) for each in document.hidden] == [
        (Kind.METADATA, "邮件的收件人、发件人和传输路径")
    ]
    copy = cleaned(source)
    assert list(copy) == ["来信.txt", "来信/名单.csv"]
    whole = b"".join(copy.values()).decode()
    assert [word for word in ("example.com", "10.1.2.3", "张三") if word in whole] == []


def test_unknown_members_are_told_as_not_looked_at_and_stay_as_they_are(path, cleaned):
    source = path({"图.dwg": b"AC1027\0\1\2", "空.dat": b""})
    document = archives.read(source)
    assert [(each.kind, each.place.member) for each in document.unread] == [(Kind.UNREAD_PART, "图.dwg")]
    assert cleaned(source) == {"图.dwg": b"AC1027\0\1\2", "空.dat": b""}


def test_files_left_by_the_system_are_told_and_gone(path, cleaned):
    source = path({"甲.txt": "甲", "__MACOSX/._甲.txt": b"\0", ".DS_Store": b"\0", "图/Thumbs.db": b"\0"})
    assert [each.what for each in archives.read(source).hidden] == ["操作系统留下的文件 3 个"]
    assert list(cleaned(source)) == ["甲.txt"]


def test_what_word_lays_beside_an_open_file_is_told_and_gone(path, cleaned):
    source = path({"名单.txt": "甲", "材料/~$名单.docx": b"\x04\0", ".~lock.名单.docx#": b",zhang"})
    assert [each.what for each in archives.read(source).hidden] == ["操作系统留下的文件 2 个"]
    assert list(cleaned(source)) == ["名单.txt"]


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"名单.txt": b"MZ\x90\0"}, "“名单.txt”不能发布"),
        ({"程序.dat": b"\x7fELF"}, "“程序.dat”不能发布"),
        ({"网页.dat": b"<html><script>"}, "“网页.dat”不能发布"),
        ({"里面.zip": b"PK"}, "还有压缩包“里面.zip”"),
        ({"文件.pdf": b"%PDF-1.7\nstartxref"}, "“文件.pdf”没有通过检查"),
        ({"../甲.txt": "甲"}, "文件夹之外"),
    ],
)
def test_member_that_may_not_go_out_is_refused_by_name(path, members, sentence):
    with pytest.raises(Unreadable, match=sentence):
        archives.read(path(members))


def test_mails_inside_mails_end_somewhere(path):
    inner = mail()
    for _ in range(4):
        outer = EmailMessage()
        outer["Subject"] = "转发"
        outer.set_content("见附件")
        outer.add_attachment(inner, maintype="application", subtype="octet-stream", filename="信.eml")
        inner = outer.as_bytes()
    with pytest.raises(Unreadable, match="套了太多层"):
        archives.read(path({"信.eml": inner}))


def test_archive_cut_anywhere_is_refused(tmp_path, path):
    content = path({"甲.txt": "甲" * 500, "乙.csv": "乙,丙"}).read_bytes()
    cut = tmp_path / "cut.zip"
    for length in range(0, len(content) - 1, max(1, len(content) // 25)):
        cut.write_bytes(content[:length])
        with pytest.raises(Unreadable):
            archives.read(cut)


def test_a_picture_in_an_archive_that_cannot_be_painted_over_is_to_be_taken_out(path, cleaned, monkeypatch):
    monkeypatch.setattr(reading_pictures, "available", lambda: True)
    monkeypatch.setattr(reading_pictures, "read", lambda content: [reading_pictures.Line("张三", ())])
    source = path({"照片.jpg": pdf_samples.photograph()})
    with pytest.raises(Unreadable, match="找不准位置.*从压缩包里取出来"):
        cleaned(source, [Cover(1, 0, 2, "**")])
