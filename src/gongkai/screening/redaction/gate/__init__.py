"""
Trying to get covered things back out of a finished public copy, in every way we know. Pure.

Nothing goes out while this finds anything. What it cannot read counts as found: nobody can say what is in it.
"""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..kinds import PICTURES
from ..marks import Mark
from .leaks import MOST_LEAKS, Leak, Secrets
from .packages import attack_package
from .pdf import attack_pdf
from .pictures import attack_picture
from .texts import attack_text

__all__ = ["Leak", "attack"]

PACKAGES = frozenset({"docx", "xlsx", "pptx", "ofd", "zip"})
TEXTS = frozenset({"txt", "csv"})
LARGEST = 1 << 29


def attack(
    path: Path, *, extension: str, secrets: Sequence[str], marks: Sequence[Mark] | None = None
) -> list[Leak]:
    """
    Return every trace of ``secrets`` in the file at ``path``.

    With ``marks`` the file must be one that ``burn`` made: it may then hold nothing but pictures and the text
    behind them, and what the marks cover must be black and without text.
    """
    if path.stat().st_size > LARGEST:
        return [Leak("文件", "公开副本超过 512 MB，系统没有逐字节核对。请拆成几个文件。")]
    sought = Secrets(secrets)
    try:
        leaks = _attack(path, extension, sought, marks)
    except Exception as error:  # whatever a reader stumbles over was not looked at
        leaks = [
            Leak("文件", f"公开副本读不通（{type(error).__name__}），系统不能确认没有泄露。请重新生成。")
        ]
    return list(dict.fromkeys(leaks))[:MOST_LEAKS]


def _attack(path: Path, extension: str, sought: Secrets, marks: Sequence[Mark] | None) -> list[Leak]:
    if extension == "pdf":
        return attack_pdf(path, sought, marks)
    data = path.read_bytes()
    if extension in PICTURES:
        return attack_picture(data, sought, marks, "图片")
    if extension in PACKAGES:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return attack_package(package, data, sought, "")
    if extension in TEXTS:
        return attack_text(data, sought, "文字")
    return [Leak("文件", "系统不会核对这种文件，不能确认没有泄露。请转成 PDF 或 DOCX 再遮盖。")]
