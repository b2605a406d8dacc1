"""
Which type a document is set in, and whether it has every character.

The office's own licensed type (方正小标宋, 仿宋_GB2312 …) in ``settings.FONTS_DIR`` is used where it is there, the
packaged Noto (OFL) otherwise and for characters the office's type lacks. An official letter with an empty box for
a person's name is worse than none, so every character is looked up before anything is set.
"""

import logging
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from fontTools.ttLib import TTFont, TTLibError
from pylopdf_fonts_zh_cn import serif_path

from gongkai.common.errors import NotAllowed

logger = logging.getLogger(__name__)

# What a template asks for: the names such type goes by, most wanted first, and the packaged type that stands in.
ROLES = {
    "title": (("方正小标宋", "FZXiaoBiaoSong", "小标宋"), "Noto Serif SC"),
    "body": (("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"), "Noto Serif SC"),
    "strong": (("黑体", "SimHei", "方正黑体", "FZHei"), "Noto Sans SC"),
}


class MissingGlyphs(NotAllowed):
    """Characters that no available type can show; the message names them."""

    def __init__(self, characters: Iterable[str]):
        self.characters = sorted(set(characters))
        shown = "、".join(f"“{_shown(c)}”（U+{ord(c):04X}）" for c in self.characters[:20])
        more = f"等 {len(self.characters)} 个字" if len(self.characters) > 20 else ""
        super().__init__(
            f"现有字体里没有{shown}{more}，文件没有生成。"
            "请核对这些字；确实要用的，请系统管理员把含有它们的字体放进字体文件夹。"
        )


@dataclass(frozen=True)
class Face:
    """One type: the name Typst knows it by, the names people know it by, and the characters it has."""

    family: str
    names: frozenset[str]
    characters: frozenset[int]


@dataclass(frozen=True)
class FontSet:
    """The type found at one moment. ``roles`` lists families for each role, the stand-in last."""

    typst_fonts: typst.Fonts
    roles: dict[str, list[str]]
    characters: frozenset[int]


def font_set() -> FontSet:
    """Return the type to set documents in; read again when the folder's files change."""
    own, packaged = Path(settings.FONTS_DIR), serif_path().parent
    files = sorted(own.rglob("*")) if own.is_dir() else []
    stamp = tuple((str(path), path.stat().st_mtime_ns) for path in files)
    return _read((str(own), str(packaged)) if files else (str(packaged),), stamp)


def require_glyphs(data: Any, fonts: FontSet) -> None:
    """Raise MissingGlyphs unless each character of each text in ``data`` is in one of the fonts."""
    used = set("".join(_texts(data)))
    missing = {c for c in used if ord(c) not in fonts.characters and not c.isspace()}
    if missing:
        raise MissingGlyphs(missing)


def without_control_characters(value: Any) -> Any:
    """Return the data without characters that have no shape (NUL, zero-width …); lines and tabs stay."""
    if isinstance(value, str):
        return "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"})
    if isinstance(value, dict):
        return {key: without_control_characters(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [without_control_characters(part) for part in value]
    return value


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _shown(character: str) -> str:
    return "�" if unicodedata.category(character) == "Cs" else character


@lru_cache(maxsize=2)
def _read(folders: tuple[str, ...], stamp: tuple[tuple[str, int], ...]) -> FontSet:
    """``stamp`` is only there so that changed files are read again."""
    typst_fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
    faces = [face for info in typst_fonts.fonts() if (face := _face(info))]
    return FontSet(
        typst_fonts=typst_fonts,
        roles={role: [*_families(faces, wanted), stand_in] for role, (wanted, stand_in) in ROLES.items()},
        characters=frozenset().union(*(face.characters for face in faces)),
    )


def _families(faces: list[Face], wanted: tuple[str, ...]) -> list[str]:
    """Return the families that go by one of the wanted names, most wanted first."""
    found = [
        face.family
        for name in wanted
        for face in faces
        if any(known.replace(" ", "").startswith(name) for known in face.names)
    ]
    return list(dict.fromkeys(found))


def _face(info: typst.FontInfo) -> Face | None:
    try:
        with TTFont(info.path, fontNumber=info.index, lazy=True) as font:
            names = {str(name) for name in font["name"].names if name.nameID in {1, 4, 16}}
            return Face(info.family, frozenset(names), frozenset(font.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError) as error:
        logger.warning("The font file %s cannot be read and is not used: %s", info.path, error)
        return None
