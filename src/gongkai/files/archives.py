"""What a ZIP container holds, told by its directory alone: nothing is unpacked before these checks pass."""

import zipfile
from dataclasses import dataclass
from typing import IO

MOST_ENTRIES = 10_000
MOST_UNPACKED = 1024 * 1024 * 1024
HIGHEST_RATIO = 200  # of an entry; text shrinks to a tenth, a bomb to a thousandth
SMALL_ENTRY = 1024 * 1024  # below this a high ratio does no harm
DEEPEST = 12  # folders
CONTENT_TYPES_LIMIT = 1024 * 1024

DIRECTORY_MARK = b"PK\x01\x02"
ARCHIVES = {"zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "cab", "iso", "jar"}
RUNNABLE = {
    *("exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk"),
    *(
        "sh",
        "py",
        "php",
        "jsp",
        "asp",
        "aspx",
        "apk",
        "app",
        "dmg",
        "reg",
        "docm",
        "xlsm",
        "pptm",
        "dotm",
        "xltm",
    ),
    *("html", "htm", "mht", "mhtml", "xhtml", "svg", "swf", "chm"),
}


class BadArchive(Exception):
    """``str(error)`` is the sentence for the clerk."""


@dataclass(frozen=True)
class Archive:
    names: tuple[str, ...]
    content_types: bytes  # of an OOXML package, else empty

    @classmethod
    def read(cls, content: IO[bytes]) -> "Archive":
        """Read the directory, refusing bombs, locked entries and paths that lead out of the folder."""
        # Python keeps an object for each entry, so they are counted before it is asked to read them.
        if _count(content, DIRECTORY_MARK) > MOST_ENTRIES:
            raise BadArchive(
                f"压缩包里的文件超过 {MOST_ENTRIES} 个，系统不能逐一检查。请分成几个压缩包上传。"
            )
        content.seek(0)
        try:
            with zipfile.ZipFile(content) as archive:
                entries = archive.infolist()
                for entry in entries:
                    _check_entry(entry)
                if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                    raise BadArchive(
                        "这个文件解开后超过 1 GB，可能损坏公众的电脑。请减少内容或分成几个文件上传。"
                    )
                names = tuple(entry.filename for entry in entries)
                if len(set(names)) != len(names):
                    # Programs differ in which of two equal names they open: what was checked may not be what is read.
                    raise BadArchive("文件内部有重名的内容，可能已经损坏。请打开原文件重新保存后再上传。")
                return cls(names, _content_types(archive, names))
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
            EOFError,
        ) as error:
            raise BadArchive("文件不完整或已经损坏，打不开。请换一份能打开的文件重新上传。") from error
        except Exception as error:  # zlib, lzma and bz2 have each their own error for a damaged stream
            if isinstance(error, BadArchive):
                raise
            raise BadArchive("文件不完整或已经损坏，打不开。请换一份能打开的文件重新上传。") from error

    def check_contents(self) -> None:
        """Refuse an ordinary ZIP with programs or further archives in it."""
        for name in self.names:
            extension = name.rsplit("/", 1)[-1].rpartition(".")[2].strip().lower()
            if extension in ARCHIVES:
                raise BadArchive(
                    f"压缩包里还有压缩包“{name}”，系统无法检查其中的内容。请把它解开，重新压缩成一层后再上传。"
                )
            if extension in RUNNABLE:
                raise BadArchive(
                    f"压缩包里的“{name}”是程序、网页或带宏的文件，不能发布。请删去它，重新压缩后再上传。"
                )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise BadArchive(
            "这个文件设了密码，公众打不开，系统也无法检查内容。请取消密码，重新保存或压缩后再上传。"
        )
    # ``orig_filename``: zipfile itself cuts the name at a zero byte.
    path = entry.orig_filename.replace("\\", "/")
    parts = path.rstrip("/").split("/")
    if path.startswith("/") or ".." in parts or ":" in parts[0] or "\0" in path:
        raise BadArchive("压缩包里的路径指向了文件夹之外，可能是恶意文件。请重新压缩后再上传。")
    if len(parts) > DEEPEST:
        raise BadArchive(f"压缩包里的文件夹超过 {DEEPEST} 层。请减少层数，重新压缩后再上传。")
    if entry.file_size > SMALL_ENTRY and entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size):
        raise BadArchive("文件内容解开后会异常膨胀，可能是恶意文件。请检查原文件，重新保存后再上传。")


def _content_types(archive: zipfile.ZipFile, names: tuple[str, ...]) -> bytes:
    if "[Content_Types].xml" not in names:
        return b""
    with archive.open("[Content_Types].xml") as part:
        return part.read(CONTENT_TYPES_LIMIT)


def _count(content: IO[bytes], mark: bytes) -> int:
    content.seek(0)
    total, rest = 0, b""
    while chunk := content.read(1 << 20):
        data = rest + chunk
        total += data.count(mark)
        rest = data[-(len(mark) - 1) :]
    return total
