import io
import struct

import pytest

from gongkai.files import types
from gongkai.files.archives import MOST_ENTRIES
from gongkai.files.tests import samples
from gongkai.files.types import FileRefused, recognise, tidy_name


def kind_of(content, name="附件"):
    return recognise(io.BytesIO(content), name=name)


def refusal(content, name="附件"):
    with pytest.raises(FileRefused) as refused:
        kind_of(content, name)
    return str(refused.value)


def short(value):
    """Contents would make unreadable test names."""
    return "content" if isinstance(value, bytes) else None


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (samples.PDF, "文件.exe", types.PDF),
        (samples.office(), "文件.pdf", types.DOCX),
        (samples.office(types.XLSX.media_type + ".main+xml"), "表.xlsx", types.XLSX),
        (samples.office(types.PPTX.media_type + ".main+xml"), "片.pptx", types.PPTX),
        (samples.zip_of([("OFD.xml", "<ofd/>")]), "文.ofd", types.OFD),
        (samples.zip_of([("材料/名单.docx", samples.office())]), "材料.zip", types.ZIP),
        (samples.compound("WordDocument"), "文.doc", types.DOC),
        (samples.compound("WordDocument"), "文.wps", types.WPS),
        (samples.compound("Workbook"), "表.xls", types.XLS),
        (samples.compound("Workbook"), "表.et", types.ET),
        (samples.compound("PowerPoint Document"), "片.ppt", types.PPT),
        (samples.picture("JPEG"), "图.png", types.JPEG),
        (samples.picture("PNG"), "图.png", types.PNG),
        (samples.picture("GIF"), "图.gif", types.GIF),
        (samples.picture("WEBP"), "图.webp", types.WEBP),
        ("名单".encode(), "名单.txt", types.FileType("txt", "text/plain; charset=utf-8")),
        ("\ufeff姓名,金额".encode(), "表.csv", types.FileType("csv", "text/csv; charset=utf-8")),
        ("姓名\t金额".encode("utf-16"), "表.csv", types.FileType("csv", "text/csv; charset=utf-16")),
        ("姓名，金额".encode("gb18030"), "表.TXT", types.FileType("txt", "text/plain; charset=gb18030")),
    ],
    ids=short,
)
def test_content_is_recognised_whatever_its_name(content, name, kind):
    assert kind_of(content, name) == kind


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "空.pdf", "文件是空的"),
        (b"MZ\x90\x00" + bytes(100), "报告.pdf", "Windows 程序"),
        (b"\x7fELF" + bytes(100), "报告.pdf", "Linux 程序"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "公告.doc", "内容是网页"),
        ("\ufeff  <html>".encode(), "公告.txt", "内容是网页"),
        (b"<!-- x --><script>alert(1)</script>", "公告.txt", "内容是网页"),
        (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "图.png", "SVG"),
        (b"#!/bin/sh\nrm", "a.txt", "系统不认识"),
        (b"<?php system();", "a.txt", "系统不认识"),
        (b"@echo off", "a.bat", "纯文字"),
        (b"alert(1)", "a.js", "纯文字"),
        (b"\x00\x01\x02\x03", "a.txt", "系统不认识"),
        (b"{\\rtf1 }", "a.doc", "RTF"),
        (b"Rar!\x1a\x07\x01\x00", "a.zip", "RAR"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "a.jpg", "HEIC"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(20), "a.mp4", "视频"),
        (samples.PDF[:-60], "断.pdf", "PDF 不完整"),
        (samples.LOCKED_PDF, "锁.pdf", "设了密码或使用限制"),
        (samples.office(samples.WORD_WITH_MACROS), "a.docx", "有宏"),
        (samples.office(extra=[("word/vbaProject.bin", b"x")]), "a.docx", "有宏"),
        (samples.office("application/other"), "a.docx", "模板"),
        (samples.compound("WordDocument", "Macros"), "a.doc", "有宏"),
        (samples.compound("Workbook", "_VBA_PROJECT_CUR"), "a.xls", "有宏"),
        (samples.compound("EncryptionInfo", "EncryptedPackage"), "a.docx", "打开密码"),
        (samples.compound("MsiThing"), "a.msi", "系统不认识"),
        (samples.compound("WordDocument")[:600], "a.doc", "已经损坏"),
        (samples.locked_zip(), "a.zip", "设了密码"),
        (samples.zip_of([("名单.txt", "甲")])[:-30], "a.zip", "不完整"),
        (samples.zip_of([("../../etc/cron.d/x", "甲")]), "a.zip", "文件夹之外"),
        (samples.zip_of([("/etc/x", "甲")]), "a.zip", "文件夹之外"),
        (samples.zip_of([("C:\\x.txt", "甲")]), "a.zip", "文件夹之外"),
        (samples.zip_of([("a/" * 20 + "x.txt", "甲")]), "a.zip", "12 层"),
        (samples.zip_of([("内.zip", "甲")]), "a.zip", "还有压缩包"),
        (samples.zip_of([("安装.EXE", "甲")]), "a.zip", "安装.EXE"),
        (samples.zip_of([("炸弹.txt", bytes(30_000_000))]), "a.zip", "异常膨胀"),
        (samples.office(extra=[("word/media/x", bytes(30_000_000))]), "a.docx", "异常膨胀"),
    ],
    ids=short,
)
def test_what_should_not_be_published_is_refused_with_its_reason(content, name, reason):
    sentence = refusal(content, name)
    assert reason in sentence
    assert "请" in sentence and sentence.endswith("。")


def test_archive_with_too_many_entries_is_refused_before_its_directory_is_read():
    entry = struct.pack("<4s42x", b"PK\x01\x02")
    assert "超过 10000 个" in refusal(b"PK\x03\x04" + entry * (MOST_ENTRIES + 1), "a.zip")


def test_archive_that_claims_more_than_a_gigabyte_is_refused():
    content = bytearray(samples.zip_of([(f"{n}.txt", b"x" * 10) for n in range(3)], compression=0))
    place = 0
    for _count in range(3):
        place = content.index(b"PK\x01\x02", place + 1)
        struct.pack_into("<II", content, place + 20, 400_000_000, 400_000_000)
    assert "1 GB" in refusal(bytes(content), "a.zip")


def test_compound_file_whose_directory_goes_in_circles_is_refused():
    content = bytearray(samples.compound("WordDocument"))
    struct.pack_into("<I", content, 512 + 4, 1)  # the directory sector follows itself
    assert "已经损坏" in refusal(bytes(content), "a.doc")


@pytest.mark.parametrize(
    ("name", "extension", "tidy"),
    [
        ("关于救助的通知.pdf", "pdf", "关于救助的通知.pdf"),
        ("报告.exe", "pdf", "报告.exe.pdf"),
        ("照片.JPEG", "jpg", "照片.JPEG"),
        ("名单.csv", "txt", "名单.csv"),
        ("../..\\etc/passwd", "txt", "passwd.txt"),
        ("报告\u202efdp.exe", "pdf", "报告fdp.exe.pdf"),
        ('a"\r\nX: y.pdf', "pdf", "aX y.pdf"),
        ("", "pdf", "附件.pdf"),
        ("长" * 300 + ".pdf", "pdf", "长" * 176 + ".pdf"),
    ],
)
def test_downloaded_name_is_tidy_and_ends_in_what_the_file_is(name, extension, tidy):
    assert tidy_name(name, extension) == tidy
