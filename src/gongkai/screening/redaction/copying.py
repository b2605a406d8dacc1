"""The public copy of a PDF or picture in which something is covered: painted over, and attacked afterwards. Pure."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from .. import formats
from ..findings import Cover, Document, Passage, Unreadable, check_places
from ..masking import STAR
from .burn import burn
from .covered import marks_of_covers, words_gone
from .gate import Leak, attack
from .marks import Mark
from .recognised import is_recognised, marks_over, refuse_legible, without

LEAKS_SHOWN = 3
ONLY_COVERED = (
    "PDF 和图片里的字只能遮盖，不能改正，公开副本没有生成。请撤销“改正”，在原文件里改好，重新生成再上传。"
)


def write_copy(
    path: Path, target: Path, *, extension: str, marks: Sequence[Mark] = (), covers: Sequence[Cover] = ()
) -> None:
    """
    Write the copy of the file at ``path`` with ``marks`` on its pages and its text at ``covers`` painted over.

    Raises Unreadable when a place cannot be located, or when anything covered can be got back out of the copy.
    """
    marks, secrets = list(marks), [mark.word for mark in marks if mark.word]
    document = Document()
    recognised: list[Cover] = []
    if covers:
        document = formats.read(path, extension)
        check_places(document, covers)
        if any(STAR not in cover.text for cover in covers):
            raise Unreadable(ONLY_COVERED)
        recognised = [cover for cover in covers if is_recognised(document.passages[cover.passage])]
        drawn = [cover for cover in covers if not is_recognised(document.passages[cover.passage])]
        marks += marks_over(document.passages, recognised)
        # What is painted over in a picture need not be located in the text as well.
        marks += _marks_on_text(path, extension, without(document.passages, recognised), drawn)
        secrets += words_gone(document.passages, covers)
    burn(path, target, extension=extension, marks=marks)
    refuse_leaks(attack(target, extension=extension, secrets=secrets, marks=marks))
    refuse_legible(target, extension=extension, passages=document.passages, covers=recognised)


def _marks_on_text(
    path: Path, extension: str, passages: Sequence[Passage], covers: Sequence[Cover]
) -> Sequence[Mark]:
    if not covers:
        return []
    if extension != "pdf":
        raise Unreadable(
            "图片里有的字系统找不准位置，公开副本没有生成。"
            "请用“遮盖页面”画框盖住它们，再把对它们的处理改为“保留”，写明已画框遮盖。"
        )
    with tempfile.TemporaryDirectory(prefix="covered-") as folder:
        # Located where it was read: in the plain copy, where filled fields and seals are part of the page.
        copy = Path(folder) / "copy.pdf"
        formats.clean(path, copy, "pdf", ())
        return marks_of_covers(copy, passages, covers)


def refuse_leaks(leaks: Sequence[Leak]) -> None:
    if leaks:
        first = "；".join(f"{leak.where}：{leak.what}" for leak in leaks[:LEAKS_SHOWN])
        raise Unreadable(f"公开副本没有通过核对，里面还能找到应当遮盖的内容：{first}")
