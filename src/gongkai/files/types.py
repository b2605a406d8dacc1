"""
What a file is, told by its bytes; the name it came under only chooses between spellings of the same thing.

Pure: no database and no settings. ``recognise`` refuses what should not be published, with a sentence that tells
the clerk what to do instead. HTML, SVG, scripts, programs and macros are refused because they would run on the
reader's machine; what is locked, because nobody could check it or open it.
"""

import codecs
import os
import re
from dataclasses import dataclass
from typing import IO

from gongkai.common.errors import NotAllowed

from . import archives, compound


class FileRefused(NotAllowed):
    """The file cannot be taken; the sentence says why and what to hand in instead."""


@dataclass(frozen=True)
class FileType:
    extension: str
    media_type: str


OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = FileType("pdf", "application/pdf")
OFD = FileType("ofd", "application/ofd")
DOCX = FileType("docx", OFFICE + "wordprocessingml.document")
XLSX = FileType("xlsx", OFFICE + "spreadsheetml.sheet")
PPTX = FileType("pptx", OFFICE + "presentationml.presentation")
DOC = FileType("doc", "application/msword")
XLS = FileType("xls", "application/vnd.ms-excel")
PPT = FileType("ppt", "application/vnd.ms-powerpoint")
WPS = FileType("wps", "application/vnd.ms-works")
ET = FileType("et", "application/vnd.ms-excel")
DPS = FileType("dps", "application/vnd.ms-powerpoint")
ZIP = FileType("zip", "application/zip")
JPEG = FileType("jpg", "image/jpeg")
PNG = FileType("png", "image/png")
GIF = FileType("gif", "image/gif")
WEBP = FileType("webp", "image/webp")

# The same content under another usual name: WPS writes its own extensions over Microsoft's formats.
SPELLINGS = {
    "doc": {"doc", "wps"},
    "wps": {"doc", "wps"},
    "xls": {"xls", "et"},
    "et": {"xls", "et"},
    "ppt": {"ppt", "dps"},
    "dps": {"ppt", "dps"},
    "txt": {"txt", "csv"},
    "csv": {"txt", "csv"},
    "jpg": {"jpg", "jpeg"},
}

ACCEPTED = "PDF、OFD、Word、Excel、PPT、WPS、TXT、CSV、ZIP 和 JPG、PNG、GIF、WEBP 图片"
TEXT_NAMES = {"txt", "csv"}
HEAD = 4096
TAIL = 65_536

# What begins like this is refused at once. (bytes, sentence)
REFUSED_BEGINNINGS = (
    (b"MZ", "这是 Windows 程序，不能作为附件发布。请上传文档、表格或图片。"),
    (b"\x7fELF", "这是 Linux 程序，不能作为附件发布。请上传文档、表格或图片。"),
    (b"\xca\xfe\xba\xbe", "这是程序文件，不能作为附件发布。请上传文档、表格或图片。"),
    (b"\xcf\xfa\xed\xfe", "这是程序文件，不能作为附件发布。请上传文档、表格或图片。"),
    (b"Rar!\x1a\x07", "暂不接收 RAR 压缩包，因为系统无法检查里面的文件。请解压后重新压缩成 ZIP 再上传。"),
    (
        b"7z\xbc\xaf\x27\x1c",
        "暂不接收 7Z 压缩包，因为系统无法检查里面的文件。请解压后重新压缩成 ZIP 再上传。",
    ),
    (b"\x1f\x8b", "暂不接收 GZ 压缩包，因为系统无法检查里面的文件。请解压后重新压缩成 ZIP 再上传。"),
    (b"{\\rtf", "这是 RTF 文档，里面可能夹带程序。请用 Word 或 WPS 打开，另存为 DOCX 后再上传。"),
    (b"BM", "BMP 图片体积过大，不便公众下载。请用画图软件打开，另存为 JPG 或 PNG 后再上传。"),
    (b"II*\x00", "多数浏览器打不开 TIFF 图片。请另存为 PDF、JPG 或 PNG 后再上传。"),
    (b"MM\x00*", "多数浏览器打不开 TIFF 图片。请另存为 PDF、JPG 或 PNG 后再上传。"),
    (b"ID3", "附件暂不接收音频。请上传文字稿，或者把音频放到音视频平台后在正文中加链接。"),
)

WEB_PAGE = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|script|iframe|meta|style|table|div)\b",
    re.I | re.S,
)
SVG = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+svg[^>]*>\s*)?<(\w+:)?svg\b", re.I | re.S
)
MARKUP = re.compile(rb"^\s*<([?!%]|[a-z])", re.I)
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LOCK = re.compile(rb"/Encrypt\s*(\d+\s+\d+\s+R|<<)")


def recognise(content: IO[bytes], *, name: str) -> FileType:
    """Return what ``content`` is, or raise FileRefused. Leaves the position anywhere."""
    size = content.seek(0, os.SEEK_END)
    if size == 0:
        raise FileRefused("文件是空的，没有内容。请检查原文件能否打开，然后重新上传。")
    content.seek(0)
    head = content.read(HEAD)
    for beginning, sentence in REFUSED_BEGINNINGS:
        if head.startswith(beginning):
            raise FileRefused(sentence)
    if head[4:8] == b"ftyp":
        raise FileRefused(_about_media(head))
    if head.startswith(b"%PDF-"):
        return _pdf(content, size)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip(content)
    if head.startswith(compound.SIGNATURE):
        return _compound(content, name)
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    return _text(content, head, name)


def extension_of(name: str) -> str:
    return os.path.splitext(name)[1].lstrip(".").lower()


def tidy_name(name: str, extension: str) -> str:
    """
    Return ``name`` as it may be shown and downloaded, ending in what the content really is.

    Folders, control characters and characters that turn the direction of text (“报告fdp.exe” posing as
    “报告exe.pdf”) are left out.
    """
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    name = re.sub(
        r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"<>|:*?]', "", name
    )
    name = " ".join(name.split()).strip(". ")
    if extension_of(name) in SPELLINGS.get(extension, {extension}):
        stem, ending = os.path.splitext(name)
    else:
        stem, ending = name, f".{extension}"
    return f"{stem[: 180 - len(ending)] or '附件'}{ending}"


def _about_media(head: bytes) -> str:
    if head[8:12] in {b"heic", b"heix", b"mif1", b"heif", b"avif"}:
        return "多数电脑打不开这种手机照片格式（HEIC）。请在手机上选择“兼容性最佳”，或另存为 JPG 后再上传。"
    return "附件暂不接收视频。请把视频放到音视频平台，在正文中加链接。"


def _pdf(content: IO[bytes], size: int) -> FileType:
    content.seek(max(0, size - TAIL))
    tail = content.read()
    if b"startxref" not in tail:
        raise FileRefused("这个 PDF 不完整，可能没有下载完或者已经损坏。请换一份能打开的文件重新上传。")
    if LOCK.search(tail):
        raise FileRefused(
            "这个 PDF 设了密码或使用限制，公众可能打不开，系统也无法检查内容。"
            "请用 WPS 或 Adobe 软件取消密码，或者用“打印到 PDF”重新生成后再上传。"
        )
    return PDF


def _zip(content: IO[bytes]) -> FileType:
    try:
        archive = archives.Archive.read(content)
    except archives.BadArchive as error:
        raise FileRefused(str(error)) from error
    names = set(archive.names)
    if "[Content_Types].xml" in names:
        return _office(archive)
    if "OFD.xml" in names:
        return OFD
    if "mimetype" in names and "content.xml" in names:
        raise FileRefused(
            "暂不接收 ODF 文档。请用 WPS 或 LibreOffice 打开，另存为 DOCX、XLSX 或 PDF 后再上传。"
        )
    try:
        archive.check_contents()
    except archives.BadArchive as error:
        raise FileRefused(str(error)) from error
    return ZIP


def _office(archive: archives.Archive) -> FileType:
    declared = archive.content_types.lower()
    has_macros = (
        b"macroenabled" in declared
        or b"vbaproject" in declared
        or b"macrosheet" in declared
        or any("vbaproject" in name.lower() or "/macrosheets/" in name.lower() for name in archive.names)
    )
    if has_macros:
        raise FileRefused(
            "文件里有宏（自动运行的程序），不能发布。请用 Word、Excel 或 WPS 打开，"
            "另存为不带宏的 DOCX、XLSX 或 PPTX 后再上传。"
        )
    for kind in (DOCX, XLSX, PPTX):
        if f"{kind.media_type}.main+xml".encode() in declared:
            return kind
    raise FileRefused("这种 Office 文件（例如模板）不能作为附件。请另存为 DOCX、XLSX、PPTX 或 PDF 后再上传。")


def _compound(content: IO[bytes], name: str) -> FileType:
    try:
        names = compound.entry_names(content)
    except compound.Unreadable as error:
        raise FileRefused("这个文件已经损坏，读不出内容。请换一份能打开的文件重新上传。") from error
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise FileRefused(
            "这个文件设了打开密码，公众打不开，系统也无法检查内容。请打开文件取消密码，保存后再上传。"
        )
    if names & {"_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"}:
        raise FileRefused(
            "文件里有宏（自动运行的程序），不能发布。请用 Word、Excel 或 WPS 打开，"
            "另存为不带宏的 DOCX、XLSX 或 PPTX 后再上传。"
        )
    extension = extension_of(name)
    if "WordDocument" in names:
        return WPS if extension == "wps" else DOC
    if names & {"Workbook", "Book"}:
        return ET if extension == "et" else XLS
    if "PowerPoint Document" in names:
        return DPS if extension == "dps" else PPT
    raise FileRefused(f"系统不认识这种文件。可以上传的有：{ACCEPTED}。请另存为其中一种后再上传。")


def _text(content: IO[bytes], head: bytes, name: str) -> FileType:
    # A byte order mark or UTF-16 would hide the beginning from the patterns below.
    start = head.removeprefix(codecs.BOM_UTF8)
    if head.startswith(UTF16_MARKS):
        start = head.decode("utf-16", "ignore").encode()
    if SVG.search(start):
        raise FileRefused("SVG 图片里可以夹带程序，不能发布。请用浏览器打开后截图，或另存为 PNG 后再上传。")
    if WEB_PAGE.search(start):
        raise FileRefused(
            "这个文件的内容是网页，里面可能夹带程序，不能发布。"
            "请用 Word、Excel 或 WPS 打开，另存为 DOCX、XLSX 或 PDF 后再上传。"
        )
    encoding = _encoding_of(content)
    if encoding is None or MARKUP.search(start) or start.startswith(b"#!"):
        raise FileRefused(f"系统不认识这种文件。可以上传的有：{ACCEPTED}。请另存为其中一种后再上传。")
    extension = extension_of(name)
    if extension not in TEXT_NAMES:
        raise FileRefused(
            f"文件“{name}”的内容是纯文字，扩展名却不是 TXT 或 CSV，系统不能确定它不是程序。"
            "如果确实是文字材料，请把它另存为 TXT 后再上传。"
        )
    return FileType(extension, f"text/{'csv' if extension == 'csv' else 'plain'}; charset={encoding}")


def _encoding_of(content: IO[bytes]) -> str | None:
    """Return the encoding in which the whole content is text, or None."""
    content.seek(0)
    marked = content.read(2).startswith(UTF16_MARKS)  # “Unicode 文本”, as Excel saves it
    for encoding in ("utf-16",) if marked else ("utf-8", "gb18030"):
        decoder = codecs.getincrementaldecoder(encoding)()
        content.seek(0)
        try:
            while chunk := content.read(1 << 20):
                if CONTROL_CHARACTERS.search(decoder.decode(chunk)):
                    return None
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    return None
