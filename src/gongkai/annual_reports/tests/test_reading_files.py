import io
import random
import zipfile

import pikepdf
import pytest

from gongkai.annual_reports.content import Report, Unreadable
from gongkai.annual_reports.reading import MOST_BYTES, read, reader

from . import report_samples as samples

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def word(body):
    return archive(word__document_xml=f"<w:document {W}><w:body>{body}</w:body></w:document>")


def reason(data, name="report"):
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "report.pdf", "这个文件是空的，没有内容可读。请检查后重新上传。"),
        (b" \n\x00\x00", "report.txt", "这个文件是空的，没有内容可读。请检查后重新上传。"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "report.doc",
            "请在 Word 或 WPS 里另存为 DOCX 或 PDF 后再上传。",
        ),
        (b"{\\rtf1\\ansi}", "report.rtf", "请在 Word 或 WPS 里另存为 DOCX 或 PDF 后再上传。"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "report.png", "这是一张图片，系统不能从图片里读数字。"),
        (bytes(range(256)) * 20, "report.bin", "系统能读网页（HTML）、DOCX、PDF 和纯文本的年度报告。"),
        (bytes(range(256)) * 20, "report.wps", "请在 Word 或 WPS 里另存为 DOCX 或 PDF 后再上传。"),
        (archive(ppt__presentation_xml="<a/>"), "report.pptx", "请把年度报告另存为 DOCX 或 PDF 后再上传。"),
        (archive(xl__workbook_xml="<a/>"), "report.xlsx", "。"),
        (archive(OFD_xml="<a/>"), "report.ofd", "这个 OFD 文件不完整或已经损坏"),
        (b'{"a": 1}', "report.json", "不是年度报告的数据"),
        (archive(readme="x"), "report.zip", "这是一个压缩包。请解压后上传里面的年度报告文件。"),
        (b"PK\x03\x04" + bytes(99), "report.docx", "这个文件不完整或已经损坏，打不开。请重新保存后再上传。"),
        (b"%PDF-1.7\n" + b"x" * 99, "report.pdf", "这个 PDF 不完整或已经损坏，打不开。"),
        (
            archive(word__document_xml="<w:document"),
            "report.docx",
            "这个 Word 文件不完整或已经损坏，打不开。",
        ),
        (archive(word__document_xml="<a/>"), "report.docx", "这个 Word 文件不完整或已经损坏，打不开。"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data, name, said):
    assert said in reason(data, name)


def test_a_locked_pdf_is_refused():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf())) as document:
        document.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert reason(buffer.getvalue()) == "这个 PDF 设了打开密码，系统读不了。请去掉密码后再上传。"


def test_a_pdf_that_only_forbids_changes_is_read():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf())) as document:
        document.save(buffer, encryption=pikepdf.Encryption(owner="a", user=""))
    assert read(buffer.getvalue(), "report.pdf").unit == "示范县人民政府"


def test_the_kind_is_told_by_the_content_and_not_by_the_name():
    for data in (samples.page().encode(), samples.word(), samples.pdf()):
        assert len(read(data, "report.txt").figures) == 200


def test_a_file_over_the_limit_is_refused_without_reading_it():
    assert reason(bytes(MOST_BYTES + 1)) == reader.TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [
        archive(word__document_xml=b" " * 40_000_000),
        word("<w:p/>" * 700_000),
        ("字" * 5_000_001).encode(),
        b"<table>" + b"<tr><td>1" * 150_001,
        b"<p>" + b"| 1 | 2 |\n" * 10 + b"<b>" * 300_001,
        b"|1|2|3|\n" * 60_000,
    ],
    ids=["zip bomb", "many paragraphs", "long text", "many cells", "many tags", "many rows"],
)
def test_what_unpacks_to_more_than_a_report_is_refused(data):
    assert reason(data) == reader.TOO_LARGE


def test_entities_are_not_resolved_and_not_fetched():
    for entity in ('"' + "字" * 100 + '"', 'SYSTEM "file:///etc/hostname"'):
        xml = f"<!DOCTYPE a [<!ENTITY b {entity}>]><w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
        assert "已经损坏" in reason(archive(word__document_xml=xml))


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 100_000 + "二、主动公开政府信息情况".encode(),
        b"<table><tr><td>" * 20_000,
        b"<table>" + b"<tr><td colspan=99999999 rowspan=99999999>1" * 500,
        ("申请人情况一、本年新收政府信息公开申请数量" + "1" * 500_000).encode(),
        (
            "三、收到和处理政府信息公开申请情况\n申请人情况一、本年新收政府信息公开申请数量"
            + "1" * 58
            + "（七）总计"
        ).encode(),
        ("第二十条第" + " " * 200_000 + "（").encode(),
        ("（" * 200_000).encode(),
        ("| " + "-" * 100_000 + "x |").encode(),
        ('\t"' * 400_000).encode(),
        ('"\n' * 100_000).encode(),
        ('"一"\t"\n' * 20_000).encode(),
        ('"' + ',""' * 400_000).encode(),
        word("<w:sdt>" * 150 + "</w:sdt>" * 150),
    ],
)
def test_what_is_made_to_keep_a_reader_busy_ends_soon_in_a_report_without_figures(data):
    report = read(data, "report")
    assert (report.figures, set(report.refused)) == ({}, {"t2", "t3", "t4"})


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "txt", "glued"])
def test_damaged_files_end_in_a_report_or_a_sentence(kind):
    shapes = {"txt": samples.dumped, "glued": samples.glued}
    if kind in shapes:
        data = samples.text({n: shapes[kind](rows) for n, rows in samples.tables().items()}).encode()
    else:
        data = {"html": samples.page().encode("gb18030"), "docx": samples.word(), "pdf": samples.pdf()}[kind]
    chance = random.Random(kind)
    for number in range(24):
        damaged = bytearray(data)
        if number % 2:
            del damaged[chance.randrange(len(data)) :]
        else:
            for _ in range(chance.choice((1, 20, 400))):
                damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            assert isinstance(read(bytes(damaged), f"report.{kind}"), Report)
        except Unreadable as error:
            assert str(error).endswith("。")


def test_a_title_that_cannot_be_decoded_is_no_reason_to_refuse_a_pdf():
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf())) as document:
        document.docinfo["/Title"] = pikepdf.Object.parse(b"<feff d800 0041>")
        document.save(written)
    assert read(written.getvalue(), "report.pdf").section(1).paragraphs


def test_deleted_text_of_a_word_document_is_left_out_and_inserted_text_is_kept():
    body = (
        "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>公开信息</w:t></w:r>"
        "<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>"
        "<w:r><w:t>条。</w:t></w:r></w:p>"
    )
    assert read(word(body), "report.docx").section(1).paragraphs == ("公开信息12条。",)
