"""What a file is, told by its bytes first and by its name only for the message."""

import io
import re
import zipfile
from pathlib import PurePath

from ..content import Unreadable
from . import docx

EMPTY = "这个文件是空的，没有内容可读。请检查后重新上传。"
UNKNOWN = "读不出这个文件：系统能读网页（HTML）、DOCX、PDF 和纯文本的年度报告。请另存为其中一种后再上传。"
OLD_WORD = (
    "这是旧格式的 Word、WPS 或 Excel 文件，系统不能读。请在 Word 或 WPS 里另存为 DOCX 或 PDF 后再上传。"
)
LOCKED = "这个文件设了打开密码，系统读不了。请去掉密码后再上传。"
PICTURE = (
    "这是一张图片，系统不能从图片里读数字。请上传年度报告的网页、DOCX 或 PDF 文件，或者对照图片手工填写。"
)
PICTURE_NOT_READ = (
    "没有从这张图片里认出年报的表格，系统不能从图片里读数字。请上传清楚、完整的图片，或者年度报告的网页、DOCX、PDF 文件，"
    "也可以对照图片手工填写。"
)
OTHER_OFFICE = "这不是文字文档。请把年度报告另存为 DOCX 或 PDF 后再上传。"
ARCHIVE = "这是一个压缩包。请解压后上传里面的年度报告文件。"
DAMAGED_ARCHIVE = "这个文件不完整或已经损坏，打不开。请重新保存后再上传。"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SCANS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # PNG and JPEG
PICTURES = (*SCANS, b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
TAG = re.compile(r"<\s*(?:!doctype|html|head|body|table|tbody|tr|td|div|p|span|article|h1|meta)\b", re.I)
META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb-2312", "x-gbk"})
MOST_MEMBERS = 5_000


def kind_of(data: bytes, name: str) -> str:
    """Return “pdf”, “docx”, “ofd”, “xlsx”, “json”, “html”, “picture” or “text”, or raise Unreadable."""
    if not data.strip(b"\x00\t\n\r "):
        raise Unreadable(EMPTY)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _of_archive(data)
    if data.startswith(OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in data[:1_000_000]
        raise Unreadable(LOCKED if is_locked else OLD_WORD)
    if data.startswith(b"{\\rtf"):
        raise Unreadable(OLD_WORD)
    if data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise Unreadable(ARCHIVE)
    if is_picture(data):
        return "picture"
    text = text_of(data)
    if text.lstrip().startswith("{"):
        return "json"
    if TAG.search(text[:200_000]):
        return "html"
    if data.startswith(PICTURES):
        raise Unreadable(PICTURE)
    if not _is_readable(text):
        is_old = PurePath(name).suffix.lower() in (".doc", ".wps", ".xls", ".et", ".rtf")
        raise Unreadable(OLD_WORD if is_old else UNKNOWN)
    return "text"


def is_picture(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is a picture that may be read: PNG or JPEG."""
    return data.startswith(SCANS)


def _of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [member.filename for member in archive.infolist()[:MOST_MEMBERS]]
    except Exception as error:  # a damaged directory has many errors
        raise Unreadable(DAMAGED_ARCHIVE) from error
    if any(docx.BODY.fullmatch(each) for each in names):
        return "docx"
    if "OFD.xml" in names:
        return "ofd"
    if any(each.startswith("xl/") for each in names):
        return "xlsx"
    if any(each.startswith("ppt/") or each == "content.xml" for each in names):
        raise Unreadable(OTHER_OFFICE)
    raise Unreadable(ARCHIVE)


def text_of(data: bytes) -> str:
    """Return the text of a file that says its encoding wrongly or not at all: UTF-8 if it can be, else GB18030."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    said = META_CHARSET.search(data[:4096])
    if said and said[1].decode("ascii").lower() in CHINESE:
        return data.decode("gb18030", "replace")
    as_chinese = data.decode("gb18030", "replace")
    as_utf_8 = data.decode("utf-8", "replace")
    return as_chinese if as_chinese.count("\ufffd") <= as_utf_8.count("\ufffd") else as_utf_8


def _is_readable(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(each == "\ufffd" or (ord(each) < 32 and each not in "\t\n\r\f\v\x1a") for each in sample)
    return odd <= len(sample) / 50
