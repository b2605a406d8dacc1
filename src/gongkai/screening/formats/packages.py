"""
Office Open XML packages: opened with suspicion, written anew part by part.

A package is a ZIP of parts; each part lists its relations to others. What is read here never trusts a name, a size
or a relation. What is written is a graph of ``Part``s that were made or allowed one by one: a part nobody linked is
not there, a relation to nothing cannot be, and the same graph always gives the same bytes.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lxml import etree

from gongkai.files.archives import Archive, BadArchive

from ..findings import Unreadable
from . import strange_xml
from .strange_xml import Element
from .zip_writing import put

CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
RELATION_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_TYPE = "application/xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

MOST_XML = 300 * 1024 * 1024  # of a part that is read as a stream
MOST_TREE = 48 * 1024 * 1024  # of a part that is held in memory as a tree
MOST_BINARY = 100 * 1024 * 1024
COMPOUND = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE container: what Office makes of a file with a password
)

SAVE_AGAIN = "请用 Excel、Word 或 WPS 打开后另存一份，再上传。"


def damaged(what: str = "") -> Unreadable:
    return Unreadable(f"文件{what or '的内部结构'}不完整或已经损坏，系统不能检查。{SAVE_AGAIN}")


@dataclass(frozen=True)
class Relation:
    kind: str  # last word of the type's address: "image", "comments"
    target: str  # name of a part, or an address when external
    external: bool = False


class Package:
    """A package as it was uploaded, for reading only."""

    def __init__(self, path: Path):
        self._archive, self._sizes = _open(path)
        self._relations: dict[str, dict[str, Relation]] = {}
        self._types, self._default_types = self._read_types()

    def close(self) -> None:
        self._archive.close()

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close, and call a file damaged that breaks the rules of its format in a way nobody foresaw."""
        self.close()
        if isinstance(error, Exception) and not isinstance(error, Unreadable | OSError):
            raise damaged() from error

    @property
    def names(self) -> list[str]:
        return sorted(self._sizes)

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def content_type(self, name: str) -> str:
        return self._types.get(name) or self._default_types.get(name.rpartition(".")[2].lower(), "")

    def data(self, name: str, most: int = MOST_BINARY) -> bytes:
        """Return the bytes of a part; raise Unreadable for a part that is missing, damaged or too large."""
        with self.stream(name, most) as part:
            try:
                return part.read()
            except Exception as error:  # zlib and zipfile have each their own error for a damaged stream
                raise damaged() from error

    def stream(self, name: str, most: int = MOST_XML) -> IO[bytes]:
        if name not in self._sizes:
            raise damaged("缺少必要的部分，")
        if self._sizes[name] > most:
            raise Unreadable("文件里有一部分太大，系统不能检查。请把内容分成几个文件，再上传。")
        try:
            return self._archive.open(name)
        except Exception as error:  # as above
            raise damaged() from error

    def tree(self, name: str) -> Element:
        """Return the root of an XML part, parsed without entities, network or unusual depth."""
        return parse(self.data(name, MOST_TREE))

    def rows(self, name: str, tags: list[str]) -> Iterator[Element]:
        """
        Yield the elements with these tags as they end, so that a long part never stands in memory as a whole.

        Each is emptied when the next one is asked for.
        """
        try:
            with self.stream(name) as part:
                walk = etree.iterparse(
                    part,
                    events=("end",),
                    tag=tags,
                    **strange_xml.OPTIONS,
                )
                checked = False
                for _, element in walk:
                    if not checked and element.getroottree().docinfo.doctype:
                        raise damaged()
                    checked = True
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except Unreadable:
            raise
        except Exception as error:  # the parser's and the ZIP's own errors
            raise damaged() from error

    def relations(self, name: str) -> dict[str, Relation]:
        """Return a part's relations by id, without those that lead nowhere; "" asks for the package's own."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts to which ``name`` has a relation of this kind."""
        found = self.relations(name).values()
        return [each.target for each in found if each.kind == kind and not each.external]

    def main(self, content_types: set[str]) -> str:
        """Return the name of the main part; raise Unreadable when it is something else than expected."""
        names = self.related("", "officeDocument")
        if len(names) != 1:
            raise damaged()
        if self.content_type(names[0]) not in content_types:
            raise Unreadable(
                f"这份文件的内容与它的类型不符，可能是模板、带宏的文件或别的程序做的，系统不能检查。{SAVE_AGAIN}"
            )
        return names[0]

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = self.tree("[Content_Types].xml")
        types, defaults = {}, {}
        for each in root:
            content_type = each.get("ContentType", "")
            if each.tag == CONTENT_TYPES + "Override":
                types[each.get("PartName", "").lstrip("/")] = content_type
            elif each.tag == CONTENT_TYPES + "Default":
                defaults[each.get("Extension", "").lower()] = content_type
        return types, defaults

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, _, file = name.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{file}.rels")
        if source not in self._sizes:
            return {}
        found = {}
        for each in self.tree(source).iterchildren(RELATIONS + "Relationship"):
            type_, target = each.get("Type", ""), each.get("Target", "")
            if type_.startswith("http://purl.oclc.org/"):
                raise Unreadable(
                    "这份文件存成了“Strict Open XML”格式，系统不能检查。请另存为普通的 Word、Excel 或 PowerPoint 文件，再上传。"
                )
            external = each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                if target not in self._sizes:
                    continue
            found[each.get("Id", "")] = Relation(type_.rpartition("/")[2], target, external)
        return found


def _open(path: Path) -> tuple[zipfile.ZipFile, dict[str, int]]:
    with path.open("rb") as file:
        beginning = file.read(8)
        if beginning == COMPOUND:
            file.seek(0)
            if "EncryptedPackage".encode("utf-16-le") in file.read(MOST_BINARY):
                raise Unreadable("这份文件设了打开密码，系统不能检查。请取消密码，另存一份，再上传。")
            raise Unreadable("这份文件是旧版格式，只是改了扩展名。请用 WPS 或 Office 另存为新格式，再上传。")
        try:
            names = Archive.read(file).names
        except BadArchive as error:
            raise Unreadable(str(error)) from error
    if len({name.lower() for name in names}) != len(names):
        # Names of parts do not differ by case: programs would differ in which of the two they open.
        raise damaged()
    archive = zipfile.ZipFile(path)
    return archive, {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}


def parse(data: bytes) -> Element:
    """Parse a part; raises Unreadable."""
    return strange_xml.parse(data, damaged())


@dataclass(eq=False)
class Part:
    """A part of the public copy. ``name`` may hold one “{}”, which is filled with a number when it is written."""

    name: str
    kind: str  # of the relation that leads here
    content_type: str
    content: Element | bytes
    links: dict[str, "Part | str"] = field(default_factory=dict)  # by relation id; a str is a web address

    def link(self, target: "Part | str") -> str:
        """Return the id of a relation to ``target``, a new one when there is none yet."""
        for name, known in self.links.items():
            if known is target or (isinstance(target, str) and known == target):
                return name
        name = f"rId{len(self.links) + 1}"
        while name in self.links:
            name += "x"
        self.links[name] = target
        return name


def write(target: Path, main: Part) -> None:
    """Write the package that hangs on ``main``."""
    names = _name_parts(main)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        put(archive, "[Content_Types].xml", _types(names))
        put(archive, "_rels/.rels", _relations({"rId1": main}, "", names))
        for part, name in sorted(names.items(), key=lambda each: each[1]):
            put(archive, name, as_bytes(part.content))
            if part.links:
                folder, _, file = name.rpartition("/")
                put(archive, f"{folder}/_rels/{file}.rels", _relations(part.links, folder, names))


def as_bytes(content: Element | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    return etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)


def _name_parts(main: Part) -> dict[Part, str]:
    names: dict[Part, str] = {}
    numbers: dict[str, int] = {}
    waiting = [main]
    while waiting:
        part = waiting.pop(0)
        if part in names:
            continue
        numbers[part.name] = number = numbers.get(part.name, 0) + 1
        names[part] = part.name.format(number)
        waiting += [each for each in part.links.values() if isinstance(each, Part)]
    return names


def _types(names: dict[Part, str]) -> bytes:
    root = etree.Element(CONTENT_TYPES + "Types", nsmap={None: CONTENT_TYPES[1:-1]})
    defaults = {"rels": RELATIONS_TYPE, "xml": XML_TYPE}
    for part, name in names.items():
        if not name.endswith(".xml"):
            defaults[name.rpartition(".")[2]] = part.content_type
    for extension, content_type in sorted(defaults.items()):
        etree.SubElement(root, CONTENT_TYPES + "Default", Extension=extension, ContentType=content_type)
    for part, name in sorted(names.items(), key=lambda each: each[1]):
        if name.endswith(".xml"):
            etree.SubElement(
                root, CONTENT_TYPES + "Override", PartName=f"/{name}", ContentType=part.content_type
            )
    return as_bytes(root)


def _relations(links: dict[str, "Part | str"], folder: str, names: dict[Part, str]) -> bytes:
    root = etree.Element(RELATIONS + "Relationships", nsmap={None: RELATIONS[1:-1]})
    for id_, target in links.items():
        if isinstance(target, Part):
            kind, address, mode = target.kind, posixpath.relpath(names[target], folder or "."), {}
        else:
            kind, address, mode = "hyperlink", target, {"TargetMode": "External"}
        etree.SubElement(
            root, RELATIONS + "Relationship", Id=id_, Type=RELATION_BASE + kind, Target=address, **mode
        )
    return as_bytes(root)


WEB = re.compile(r"(?i)^(https?://[^\s/]|mailto:[^\s@]+@)")


def is_public_link(address: str) -> bool:
    """Say whether an address may stay a link: a web page or a mailbox, not a path on somebody's disk."""
    return bool(WEB.match(address)) and len(address) <= 2000
