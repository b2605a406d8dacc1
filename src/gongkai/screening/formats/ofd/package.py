"""An OFD file (GB/T 33190) as it was uploaded: a ZIP of XML parts that name one another by path."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from gongkai.files.archives import Archive, BadArchive

from ...findings import Unreadable
from .. import strange_xml
from ..strange_xml import Element

LARGEST_XML = 48 * 1024 * 1024
LARGEST_MEDIA = 100 * 1024 * 1024
MOST_PAGES = 3000
AGAIN = "请用制作它的软件打开，重新导出 OFD 或者另存为 PDF 后再上传。"
BROKEN = f"这个 OFD 文件不完整或已经损坏，系统读不出来。{AGAIN}"
LOCKED = "这个 OFD 文件加了密，系统无法检查内容。请取消加密，重新导出后再上传。"


@dataclass(eq=False)
class Page:
    path: str
    root: Element
    templates: list[str] = field(default_factory=list)  # paths, in the order of the page


class Package:
    """Reads parts; whoever asks for one that is missing or broken gets Unreadable."""

    def __init__(self, path: Path):
        try:
            with path.open("rb") as file:
                Archive.read(file)
            self._archive = zipfile.ZipFile(path)
        except BadArchive as error:
            raise Unreadable(str(error)) from error
        except (zipfile.BadZipFile, OSError) as error:
            raise Unreadable(BROKEN) from error
        self._names = {entry.filename.lstrip("/"): entry for entry in self._archive.infolist()}

    def close(self) -> None:
        self._archive.close()

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def names(self) -> list[str]:
        return list(self._names)

    def data(self, path: str, most: int = LARGEST_MEDIA) -> bytes:
        entry = self._names.get(path)
        if entry is None:
            raise Unreadable(BROKEN)
        if entry.file_size > most:
            raise Unreadable(f"这个 OFD 文件里有一部分太大，系统不能检查。{AGAIN}")
        try:
            return self._archive.read(entry)
        except Exception as error:  # each way of packing has its own error for a damaged stream
            raise Unreadable(BROKEN) from error

    def tree(self, path: str) -> Element:
        return strange_xml.parse(self.data(path, LARGEST_XML), Unreadable(BROKEN))

    def has(self, path: str) -> bool:
        return path in self._names


@dataclass(eq=False)
class Body:
    """The document that a reader opens: the first of the file."""

    package: Package
    main: Element  # OFD.xml
    path: str  # of Document.xml
    root: Element

    @classmethod
    def of(cls, package: Package) -> "Body":
        if any(posixpath.basename(name).lower() == "encryptions.xml" for name in package.names):
            raise Unreadable(LOCKED)
        main = package.tree("OFD.xml")
        where = text_of(first(main, "DocRoot"))
        if not where:
            raise Unreadable(BROKEN)
        path = resolved(where, "OFD.xml")
        return cls(package, main, path, package.tree(path))

    def pages(self) -> Iterator[Page]:
        templates = {
            each.get("ID", ""): resolved(each.get("BaseLoc", ""), self.path)
            for each in named(self.root, "TemplatePage")
        }
        pages = list(named(self.root, "Page"))
        if not pages:
            raise Unreadable(f"这个 OFD 文件里一页也没有。{AGAIN}")
        if len(pages) > MOST_PAGES:
            raise Unreadable(
                f"这个 OFD 有 {len(pages)} 页，超过 {MOST_PAGES} 页，系统不能逐页检查。请分成几个文件上传。"
            )
        for each in pages:
            path = resolved(each.get("BaseLoc", ""), self.path)
            root = self.package.tree(path)
            used = [templates.get(one.get("TemplateID", "")) for one in children(root, "Template")]
            yield Page(path, root, [one for one in used if one])

    def resources(self) -> Iterator[str]:
        """Yield the paths of the lists of resources that the whole document uses."""
        for each in self.root.iter():
            if name_of(each) in {"PublicRes", "DocumentRes"} and text_of(each):
                yield resolved(text_of(each), self.path)


def name_of(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def named(root: Element, name: str) -> Iterator[Element]:
    """Makers differ in the namespace they write: parts are told by their local names."""
    return (each for each in root.iter() if name_of(each) == name)


def children(root: Element, name: str) -> list[Element]:
    return [each for each in root if name_of(each) == name]


def first(root: Element, name: str) -> Element | None:
    return next(named(root, name), None)


def text_of(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def resolved(path: str, source: str) -> str:
    """Return the path of what ``source`` names ``path``, told from the root of the package."""
    path = path.replace("\\", "/")
    if not path.startswith("/"):
        path = posixpath.join(posixpath.dirname(source), path)
    return posixpath.normpath(path).lstrip("/")


def numbers(text: str) -> list[float]:
    try:
        return [float(each) for each in text.split()]
    except ValueError:
        return []


def is_unseen(each: Element) -> bool:
    return each.get("Visible", "").lower() == "false" or each.get("Alpha") == "0"
