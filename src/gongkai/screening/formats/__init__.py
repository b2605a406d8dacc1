"""
What files are read and cleaned by, told by their extension.

Each format is a module with ``read`` and ``clean``. Modules are imported when they are needed: the process that
handles one file should not load the libraries of all of them.
"""

import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ..findings import Cover, Document, Unreadable
from .converter import CONVERTED, convert

# extension: (module, function that reads, function that cleans)
HANDLERS = {
    "pdf": ("pdf", "read", "clean"),
    "ofd": ("ofd", "read", "clean"),
    "docx": ("docx", "read", "clean"),
    "xlsx": ("xlsx", "read", "clean"),
    "pptx": ("pptx", "read", "clean"),
    "txt": ("texts", "read", "clean"),
    "csv": ("texts", "read_csv", "clean_csv"),
    "zip": ("archives", "read", "clean"),
    **{extension: ("pictures", "read", "clean") for extension in ("jpg", "jpeg", "png", "gif", "webp")},
}
EXTENSIONS = frozenset({*HANDLERS, *CONVERTED})
UNKNOWN = (
    "系统不能检查“{extension}”这种文件。请另存为 PDF、DOCX、XLSX、PPTX、OFD、TXT、CSV、ZIP "
    "或 JPG、PNG、GIF、WEBP 图片后再上传。"
)


def read(path: Path, extension: str) -> Document:
    """Return what the file says, hides, and what nobody could read of it. Raises Unreadable."""
    if extension in CONVERTED:
        with tempfile.TemporaryDirectory(prefix="old-format-") as folder:
            new = convert(path, extension, Path(folder))
            return _function(CONVERTED[extension], 1)(new)
    return _function(extension, 1)(path)


def clean(path: Path, target: Path, extension: str, covers: Sequence[Cover]) -> str:
    """Write the public copy to ``target`` and return its extension. Raises Unreadable."""
    if extension in CONVERTED:
        with tempfile.TemporaryDirectory(prefix="old-format-") as folder:
            new = convert(path, extension, Path(folder))
            _function(CONVERTED[extension], 2)(new, target, covers)
        return CONVERTED[extension]
    _function(extension, 2)(path, target, covers)
    return extension


def _function(extension: str, which: int) -> Any:
    handler = HANDLERS.get(extension)
    if handler is None:
        raise Unreadable(UNKNOWN.format(extension=extension or "没有扩展名"))
    return getattr(import_module(f".{handler[0]}", __package__), handler[which])
