"""Opening a PDF that strangers made: what is locked, broken or two kinds of file at once is refused."""

import io
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from ...findings import Unreadable

MOST_PAGES = 3000
TAIL = 65_557  # the longest end of a ZIP: 22 bytes and a remark
ZIP_END = b"PK\x05\x06"
END = b"%%EOF"
AGAIN = "请用 WPS 或 Adobe 软件打开原文件，用“打印到 PDF”重新生成后再上传。"
BROKEN = f"这个 PDF 不完整或已经损坏，系统读不出来。{AGAIN}"
FOREIGN = re.compile(rb"<(?:!doctype\s+html|html|script|svg|body)\b|\bMZ\x90\x00", re.I)


def opened(path: Path) -> tuple[pikepdf.Pdf, bytes]:
    """Return the document and its bytes, or raise Unreadable."""
    content = path.read_bytes()
    _refuse_two_in_one(content)
    try:
        pdf = pikepdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise Unreadable("这个 PDF 设了打开密码，系统无法检查内容。请取消密码，另存一份后再上传。") from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if pdf.is_encrypted:
        raise Unreadable(
            "这个 PDF 设了使用限制（禁止复制、打印或修改），公众不便使用，系统也无法整理。"
            "请用 WPS 或 Adobe 软件取消限制，另存一份后再上传。"
        )
    _check_pages(pdf)
    return pdf, content


@contextmanager
def refusing_what_breaks() -> Iterator[None]:
    """Turn what goes wrong in a broken file into Unreadable: anything may stand where a dictionary should."""
    try:
        yield
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise Unreadable(BROKEN) from error


def earlier_versions(content: bytes) -> int:
    """Count the versions that later ones were only appended to; a web-optimised file ends twice by nature."""
    ends = len(re.findall(rb"startxref\s+\d+\s+%%EOF", content))
    return max(0, ends - (2 if b"/Linearized" in content[:1024] else 1))


def _refuse_two_in_one(content: bytes) -> None:
    """A file that another program opens as something else was not looked at as that something."""
    if not content.startswith(b"%PDF-"):
        raise Unreadable(f"文件开头不是 PDF 的内容，可能夹带了别的文件。{AGAIN}")
    after = content[content.rfind(END) + len(END) :] if END in content else b""
    at = content.rfind(ZIP_END, max(0, len(content) - TAIL))
    zipped = at >= 0 and len(content) >= at + 22
    if zipped:
        (remark,) = struct.unpack_from("<H", content, at + 20)
        zipped = at + 22 + remark == len(content)
    if zipped or FOREIGN.search(content[:1024]) or len(after.strip(b"\r\n\t \0")) > 64:
        raise Unreadable(f"这个 PDF 里夹带了另一种文件（压缩包、网页或程序），不能发布。{AGAIN}")


def _check_pages(pdf: pikepdf.Pdf) -> None:
    try:
        pages = len(pdf.pages)
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if not pages:
        raise Unreadable(f"这个 PDF 里一页也没有。{AGAIN}")
    if pages > MOST_PAGES:
        raise Unreadable(
            f"这个 PDF 有 {pages} 页，超过 {MOST_PAGES} 页，系统不能逐页检查。请分成几个文件上传。"
        )
    if "/Collection" in pdf.Root:
        raise Unreadable(
            "这是一个 PDF 文件包，真正的内容在附带的文件里，公众看不到。请把里面的文件取出来，分别上传。"
        )
    if pdf.Root.get("/NeedsRendering", False):
        raise Unreadable(f"这是一份动态表单，多数软件打不开，系统也读不出内容。{AGAIN}")
