"""
ZIP archives: each member read and cleaned as what it is, and put into a new archive.

Members are told by their bytes. What nobody here can read is named as not looked at and kept as it is; what is
refused as a file of its own is refused in an archive too.
"""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.files import types
from gongkai.files.archives import Archive, BadArchive

from .. import formats
from ..enums import Kind
from ..findings import Cover, Document, Hidden, Passage, Place, Unread, Unreadable, covered, covers_by_passage
from ..redaction.kinds import PAGED
from . import mail
from .zip_writing import put

DEEPEST_MAIL = 3
FLAG_UTF8 = 0x800
BROKEN = "压缩包不完整或已经损坏，打不开。请重新压缩后再上传。"
OUT_OF_THE_ARCHIVE = "压缩包里的文件不能在页面上画框：请把它从压缩包里取出来，单独作为附件上传。"
NOT_FOR_PUBLIC = "__macosx/", ".ds_store", "thumbs.db", "desktop.ini"
LOCKS = (
    "~$",
    ".~lock.",
)  # what Word, WPS and LibreOffice lay beside an open file, with the name of who opened it


@dataclass(frozen=True)
class Member:
    name: str
    path: Path  # of its unpacked content, for as long as the next one is not asked for
    extension: str  # "" for what nobody here can read
    from_mail: bool = False


def read(path: Path) -> Document:
    document = Document()
    with tempfile.TemporaryDirectory(prefix="members-") as folder:
        for member in _members(path, Path(folder)):
            _add(document, member.name, _read(member))
            if member.from_mail:
                what = "邮件的收件人、发件人和传输路径"
                document.hidden.append(Hidden(Kind.METADATA, Place(member=member.name), what))
    document.hidden += _beside(path)
    return document


def clean(path: Path, target: Path, covers: Sequence[Cover]) -> None:
    by_number = sorted(covers, key=lambda each: each.passage)
    first = 0
    with (
        tempfile.TemporaryDirectory(prefix="members-") as folder,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        taken: set[str] = set()
        for member in _members(path, Path(folder)):
            count = len(_read(member).passages) + 1 if covers else 0
            own = [
                replace(each, passage=each.passage - first)
                for each in by_number
                if first <= each.passage < first + count
            ]
            first += count
            made = Path(folder) / "copy"
            extension = _clean(member, made, [replace(each, passage=each.passage - 1) for each in own])
            name = _covered_name(member.name, [each for each in own if each.passage == 0])
            put(archive, _free(name, extension, taken), made.read_bytes())
            made.unlink()
        if any(each.passage >= first for each in covers):
            raise Unreadable("要遮盖的位置和压缩包对不上，公开副本没有生成。请重新检查这个文件后再遮盖。")


def _members(path: Path, folder: Path) -> Iterator[Member]:
    """Unpack one member after the other into ``folder``, mails into what they hold."""
    try:
        with path.open("rb") as file:
            Archive.read(file).check_contents()
        with zipfile.ZipFile(path) as archive:
            for number, entry in enumerate(archive.infolist()):
                name = _name_of(entry)
                if entry.is_dir() or _is_left_by_system(name):
                    continue
                yield from _unpacked(name, _content(archive, entry), folder / f"{number}", 0)
    except BadArchive as error:
        raise Unreadable(str(error)) from error
    except zipfile.BadZipFile as error:
        raise Unreadable(BROKEN) from error


def _unpacked(name: str, content: bytes, place: Path, depth: int) -> Iterator[Member]:
    if name.lower().endswith(".eml"):
        if depth >= DEEPEST_MAIL:
            raise Unreadable(f"压缩包里的邮件“{name}”套了太多层，系统不能检查。请把附件另存后重新压缩。")
        stem = name[: -len(".eml")]
        text, attachments = mail.unpacked(content)
        place.write_text(text, encoding="utf-8")
        yield Member(f"{stem}.txt", place, "txt", from_mail=True)
        place.unlink()
        for attached, data in attachments:
            yield from _unpacked(f"{stem}/{attached}", data, place, depth + 1)
        return
    place.write_bytes(content)
    yield Member(name, place, _extension_of(name, place))
    place.unlink()


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except Exception as error:  # each way of packing has its own error for a damaged stream
        raise Unreadable(BROKEN) from error


def _extension_of(name: str, path: Path) -> str:
    """Return what the member is by its bytes, "" if unknown; raise Unreadable for what may not be published."""
    if not path.stat().st_size:
        return ""
    known = types.extension_of(name) in formats.EXTENSIONS
    with path.open("rb") as file:
        head = file.read(types.HEAD)
        try:
            kind = types.recognise(file, name=name)
        except types.FileRefused as error:
            runs = any(head.startswith(start) for start, _ in types.REFUSED_BEGINNINGS)
            if known or runs or types.WEB_PAGE.search(head) or types.SVG.search(head):
                raise Unreadable(f"压缩包里的“{name}”不能发布：{error}") from error
            return ""
    if kind == types.ZIP:
        raise Unreadable(f"压缩包里还有压缩包“{name}”。请把它解开，重新压缩成一层后再上传。")
    return kind.extension


def _read(member: Member) -> Document:
    if not member.extension:
        why = "系统不认识这种文件，没有检查里面的内容。"
        is_empty = not member.path.stat().st_size
        return Document(unread=[] if is_empty else [Unread(Kind.UNREAD_PART, Place(), why)])
    try:
        return formats.read(member.path, member.extension)
    except Unreadable as error:
        raise Unreadable(f"压缩包里的“{member.name}”没有通过检查：{error}") from error


def _clean(member: Member, target: Path, covers: list[Cover]) -> str:
    """Write the member's copy and return its extension, "" to keep its name as it is."""
    covers = [each for each in covers if each.passage >= 0]
    if not member.extension:
        target.write_bytes(member.path.read_bytes())
        return ""
    try:
        if covers and member.extension in PAGED:
            from ..redaction.copying import write_copy  # only covered members need all this

            write_copy(member.path, target, extension=member.extension, covers=covers)
            return member.extension
        return formats.clean(member.path, target, member.extension, covers)
    except Unreadable as error:
        by_hand = OUT_OF_THE_ARCHIVE if covers and member.extension in PAGED else ""
        raise Unreadable(f"压缩包里的“{member.name}”没有生成公开副本：{error}{by_hand}") from error


def _add(document: Document, name: str, read: Document) -> None:
    document.passages.append(Passage(name, Place(member=name, part="文件名")))
    for each in read.passages:
        table = f"{name}\n{each.table}" if each.table else ""
        document.passages.append(replace(each, place=_in(name, each.place), table=table))
    document.hidden += [replace(each, place=_in(name, each.place)) for each in read.hidden]
    document.unread += [replace(each, place=_in(name, each.place)) for each in read.unread]
    document.pages += read.pages
    document.links += read.links


def _in(name: str, place: Place) -> Place:
    return replace(place, member=name)


def _beside(path: Path) -> list[Hidden]:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        found = [Hidden(Kind.METADATA, Place(), "压缩包的注释")] if archive.comment else []
        left = sum(_is_left_by_system(_name_of(entry)) for entry in entries)
    if left:
        found.append(Hidden(Kind.METADATA, Place(), f"操作系统留下的文件 {left} 个"))
    return found


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Decode a name: without the mark for UTF-8, Windows in Chinese wrote it in GBK."""
    name = entry.filename.replace("\\", "/")
    if entry.flag_bits & FLAG_UTF8:
        return name
    data = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return name


def _is_left_by_system(name: str) -> bool:
    lower = name.lower()
    last = lower.rsplit("/", 1)[-1]
    return lower.startswith(NOT_FOR_PUBLIC[0]) or last in NOT_FOR_PUBLIC[1:] or last.startswith(LOCKS)


def _covered_name(name: str, covers: list[Cover]) -> str:
    in_this_folder = [replace(each, text=each.text.replace("/", "")) for each in covers]
    return covered(name, covers_by_passage(in_this_folder).get(0, []))


def _free(name: str, extension: str, taken: set[str]) -> str:
    """Give the copy the ending of what it is, and a name that no other member has."""
    stem, dot, ending = name.rpartition(".")
    if not dot or "/" in ending:
        stem, ending = name, ""
    if extension and ending.lower() not in types.SPELLINGS.get(extension, {extension}):
        ending = extension
    tail = f".{ending}" if ending else ""
    free, number = f"{stem}{tail}", 2
    while free.lower() in taken:
        free, number = f"{stem}（{number}）{tail}", number + 1
    taken.add(free.lower())
    return free
