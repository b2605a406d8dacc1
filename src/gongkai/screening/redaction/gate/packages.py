"""Attacking ZIP packages: Office documents, OFD, archives, and whatever lies inside them. Pure."""

import io
import tempfile
import zipfile
from pathlib import Path

from .leaks import Leak, Secrets
from .pdf import attack_pdf
from .pictures import attack_picture
from .texts import attack_text, attack_xml, decoded

DEEPEST = 4  # packages in packages
MOST_UNPACKED = 1 << 30
LOCAL_HEADER, DESCRIPTOR_SIZES = 30, {12, 16, 20, 24}
END_MARK, END_SIZE = b"PK\x05\x06", 22
UNLISTED = "压缩包里有目录上没有的内容。"
PICTURE_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def attack_package(
    package: zipfile.ZipFile, data: bytes, sought: Secrets, inside: str, depth: int = 0
) -> list[Leak]:
    """Look in every member, in the names, comments and extra fields, and in what no directory mentions."""
    if depth >= DEEPEST:
        return [Leak(inside, "压缩包层数太多，系统没有全部核对。")]
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return [Leak(inside or "文件", "解开后超过 1 GB，系统没有全部核对。")]
    whole = inside or "文件"
    leaks = [
        *sought.in_texts([entry.filename for entry in entries], f"{whole}里的文件名"),
        *sought.in_bytes(package.comment, f"{whole}的注释"),
        *sought.in_bytes(b"\0".join(entry.comment + entry.extra for entry in entries), f"{whole}的附加信息"),
        *sought.in_bytes(data, f"{whole}的原始字节", is_compressed=True),
        *_unlisted(package, data, whole),
    ]
    for entry in entries:
        if not entry.is_dir():
            leaks += _attack_member(
                package.read(entry), sought, f"{inside}/{entry.filename}".lstrip("/"), depth
            )
    return leaks


def _attack_member(data: bytes, sought: Secrets, where: str, depth: int) -> list[Leak]:
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return attack_package(package, data, sought, where, depth + 1)
        except zipfile.BadZipFile:
            return [Leak(where, "里面的压缩包读不通，不能确认没有泄露。")]
    if data.startswith(b"%PDF-"):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            return [
                Leak(f"{where}，{leak.where}", leak.what, leak.secret)
                for leak in attack_pdf(Path(file.name), sought, None)
            ]
    if data.startswith(PICTURE_BEGINNINGS):
        return attack_picture(data, sought, None, where)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or where.endswith((".xml", ".rels")):
        return attack_xml(data, sought, where)
    if decoded(data) is not None:
        return attack_text(data, sought, where)
    return [Leak(where, "系统读不懂里面的这一部分，不能确认没有泄露。"), *sought.in_bytes(data, where)]


def _unlisted(package: zipfile.ZipFile, data: bytes, where: str) -> list[Leak]:
    """Say whether bytes lie before, between or after the members: an older content that only left the directory."""
    place, may_have_descriptor = 0, False
    starts = [(entry.header_offset, entry) for entry in package.infolist()]
    for start, entry in [*sorted(starts, key=lambda pair: pair[0]), (package.start_dir, None)]:
        if start != place and not (may_have_descriptor and start - place in DESCRIPTOR_SIZES):
            return [Leak(where, UNLISTED)]
        if entry is not None:
            may_have_descriptor = bool(entry.flag_bits & 0x8)
            header = data[start : start + LOCAL_HEADER]
            names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            place = start + LOCAL_HEADER + names + entry.compress_size
    end = data.rindex(END_MARK) + END_SIZE + len(package.comment)
    return [] if end == len(data) else [Leak(where, UNLISTED)]
