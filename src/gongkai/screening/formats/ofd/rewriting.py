"""
The public copy of an OFD file: a new package of its pages and of what they draw with.

Letters that are covered are replaced where they stand. The type that was packed for them goes too, because from the
letters in a small font one can tell which words were covered.
"""

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree
from PIL import Image

from ...findings import MISPLACED, Cover, Unreadable, covers_by_passage
from .. import pictures
from ..zip_writing import put
from .lines import Line, Piece, deltas
from .package import (
    BROKEN,
    Body,
    Element,
    children,
    is_unseen,
    name_of,
    named,
    resolved,
    text_of,
)
from .reading import page_lines

SPACE = "http://www.ofdspec.org/2016"
OF_DOCUMENT = {"CommonData", "Pages"}
OF_COMMON = {"MaxUnitID", "PageArea", "PublicRes", "DocumentRes", "TemplatePage", "DefaultCS"}
OF_PAGE = {"Template", "PageRes", "Area", "Content"}
NEVER = {"Actions", "Extensions", "CustomDatas", "Action"}
NEVER_SAID = ("Name", "Thumbnail", "Substitution", "Author", "Remark")
ENCODED_ANEW = {"JPEG", "MPO", "PNG", "GIF", "WEBP"}
KEPT_AS_IS = (".jb2", ".jbig2", ".gbig2")


class Copy:
    """Collects the parts of the new package; each is changed in memory and written at the end."""

    def __init__(self, body: Body):
        self.body = body
        self.trees: dict[str, Element] = {}
        self.files: dict[str, bytes] = {}
        self.pages = list(body.pages())
        for page in self.pages:
            self.trees[page.path] = page.root
            for path in page.templates:
                if path not in self.trees:
                    self.trees[path] = body.package.tree(path)

    def lines(self) -> list[Line]:
        """Return the lines in the order of the passages, over the trees that will be written."""
        shared = _Shared(self)
        return [line for page in self.pages for line in page_lines(shared, page)]

    def make(self, covers: Sequence[Cover], target: Path) -> None:
        bare = _cover(self.lines(), covers)
        for path in list(self.trees):
            _tidy_page(self.trees[path], bare)
        used = {value for root in self.trees.values() for value in _ids_in(root)}
        for path in self._resource_lists():
            self._add_resources(path, used, bare)
        self.trees[self.body.path] = self._document()
        self._write(target)

    def _resource_lists(self) -> list[str]:
        own = [
            resolved(text_of(each), page.path)
            for page in self.pages
            for each in named(page.root, "PageRes")
            if text_of(each)
        ]
        paths = dict.fromkeys([*self.body.resources(), *own])
        return [path for path in paths if self.body.package.has(path)]

    def _add_resources(self, path: str, used: set[str], bare: set[str]) -> None:
        root = self.body.package.tree(path)
        _drop(root, NEVER)
        used |= {value for unit in named(root, "CompositeGraphicUnit") for value in _ids_in(unit)}
        base = resolved(root.get("BaseLoc", "") + "/x", path).rpartition("/")[0]
        for media in list(named(root, "MultiMedia")):
            file = next(iter(children(media, "MediaFile")), None)
            if media.get("Type") != "Image" or media.get("ID") not in used or file is None:
                media.getparent().remove(media)
                continue
            where = resolved(text_of(file), f"{base}/x")
            name, data = self._picture(where)
            file.text = posixpath.relpath(name, base)
            media.attrib.pop("Format", None)
            self.files[name] = data
        for font in named(root, "Font"):
            for file in children(font, "FontFile"):
                where = resolved(text_of(file), f"{base}/x")
                if font.get("ID") in bare or not self.body.package.has(where):
                    font.remove(file)
                else:
                    self.files[where] = self.body.package.data(where)
        self.trees[path] = root

    def _picture(self, path: str) -> tuple[str, bytes]:
        data = self.body.package.data(path)
        if path.lower().endswith(KEPT_AS_IS):
            return path, data  # two-tone scans without room for properties; reported as not looked at
        try:
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > pictures.MOST_PIXELS:
                    raise Unreadable(pictures.TOO_LARGE)
                if image.format in ENCODED_ANEW:
                    return path, pictures.encoded(image)
                plain = io.BytesIO()
                image.convert("RGB").save(plain, "PNG")
                return f"{path.rpartition('.')[0]}.png", plain.getvalue()
        except Unreadable:
            raise
        except Exception as error:  # Pillow's readers raise many kinds for a damaged picture
            raise Unreadable(BROKEN) from error

    def _document(self) -> Element:
        root = self.body.root
        for each in list(root):
            if name_of(each) not in OF_DOCUMENT:
                root.remove(each)
        for common in children(root, "CommonData"):
            for each in list(common):
                if name_of(each) not in OF_COMMON:
                    common.remove(each)
                elif name_of(each) == "TemplatePage":
                    each.attrib.pop("Name", None)
                    if resolved(each.get("BaseLoc", ""), self.body.path) not in self.trees:
                        common.remove(each)
        return root

    def _write(self, target: Path) -> None:
        parts = {path: _bytes(root) for path, root in self.trees.items()} | self.files
        digest = hashlib.sha256(b"".join(parts[path] for path in sorted(parts))).hexdigest()[:32]
        main = (
            f'<ofd:OFD xmlns:ofd="{SPACE}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            f"<ofd:DocID>{digest}</ofd:DocID></ofd:DocInfo>"
            f"<ofd:DocRoot>{self.body.path}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        )
        with zipfile.ZipFile(target, "w") as archive:
            put(archive, "OFD.xml", b'<?xml version="1.0" encoding="UTF-8"?>\n' + main.encode())
            for path in sorted(parts):
                put(archive, path, parts[path])


class _Shared:
    """Lets the reader of lines see the trees of the copy instead of new ones."""

    def __init__(self, copy: Copy):
        self.package = self
        self._trees = copy.trees

    def tree(self, path: str) -> Element:
        return self._trees[path]


def _cover(lines: list[Line], covers: Sequence[Cover]) -> set[str]:
    """Replace what is covered; return the ids of the type in which it was set."""
    bare: set[str] = set()
    for passage, of_passage in covers_by_passage(covers).items():
        if not 0 <= passage < len(lines):
            raise Unreadable(MISPLACED)
        for cover in of_passage:
            text = cover.text
            for piece in lines[passage].pieces:
                length = len(piece.code.text or "")
                start = max(0, cover.start - piece.start)
                end = min(length, cover.end - piece.start)
                if start < end:
                    _replace(piece, start, end, text)
                    bare.add(piece.owner.get("Font", ""))
                    text = ""
    return bare


def _replace(piece: Piece, start: int, end: int, text: str) -> None:
    """Put ``text`` in place of the letters, and keep the letters after them where they are."""
    code = piece.code
    old = code.text or ""
    for axis in ("DeltaX", "DeltaY"):
        if code.get(axis) is None:
            continue
        steps = deltas(code.get(axis, ""))[: len(old) - 1]
        places = [0.0]
        for step in steps:
            places.append(places[-1] + step)
        places += [places[-1]] * (len(old) - len(places))
        beyond = places[end] if end < len(old) else places[-1]
        width = (beyond - places[start]) / max(1, len(text), end - start)
        new = places[:start] + [places[start] + width * each for each in range(len(text))] + places[end:]
        code.set(axis, " ".join(f"{after - before:.3f}" for before, after in zip(new, new[1:], strict=False)))
    code.text = old[:start] + text + old[end:]


def _tidy_page(root: Element, bare: set[str]) -> None:
    if name_of(root) == "Page":
        for each in list(root):
            if name_of(each) not in OF_PAGE:
                root.remove(each)
    _drop(root, NEVER)
    for each in [each for each in root.iter() if is_unseen(each)]:
        if each.getparent() is not None:
            each.getparent().remove(each)
    for each in list(named(root, "TextObject")):
        if each.get("Font", "") in bare:
            # Numbers of glyphs say nothing without the type that was packed.
            for glyphs in children(each, "CGTransform"):
                each.remove(glyphs)
        if not any(code.text for code in children(each, "TextCode")):
            each.getparent().remove(each)
    for each in root.iter():
        for attribute in NEVER_SAID:
            each.attrib.pop(attribute, None)


def _drop(root: Element, names: set[str]) -> None:
    space = etree.QName(root).namespace
    for each in list(root.iter()):
        foreign = isinstance(each.tag, str) and etree.QName(each).namespace != space
        if (foreign or name_of(each) in names) and each.getparent() is not None:
            each.getparent().remove(each)


def _ids_in(root: Element) -> set[str]:
    return {
        each.get(attribute, "")
        for each in root.iter()
        for attribute in ("ResourceID", "ImageMask")
        if attribute in each.attrib
    }


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
