"""
What is covered on which page, and on which statutory ground. Pure.

Places are fractions of the page as a reader sees it: turned the right way up, cropped, counted from the top left
corner. So a mark means the same at every size the page is shown in, and on paper.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

MOST_MARKS = 5_000  # in one file
LEAST_SIDE = 0.0005  # of a page; what is smaller was a slip of the mouse
LONGEST_WORD = 100


class BadMark(ValueError):
    """A mark that cannot be used; ``str(error)`` is the sentence for the clerk."""


class Ground(models.TextChoices):
    """Why something is not disclosed: 《政府信息公开条例》第14–16条 and 《个人信息保护法》第25条."""

    PERSONAL = "personal", "个人信息（《个人信息保护法》第25条）"
    PRIVACY = "privacy", "个人隐私（《条例》第15条）"
    TRADE_SECRET = "trade_secret", "商业秘密（《条例》第15条）"
    STATE_SECRET = "state_secret", "国家秘密（《条例》第14条）"
    FORBIDDEN = "forbidden", "法律、行政法规禁止公开（《条例》第14条）"
    STABILITY = "stability", "危及国家安全、公共安全、经济安全、社会稳定（《条例》第14条）"
    INTERNAL = "internal", "内部事务信息（《条例》第16条）"
    PROCESS = "process", "过程性信息（《条例》第16条）"
    CASE_FILE = "case_file", "行政执法案卷信息（《条例》第16条）"

    @property
    def short(self) -> str:
        """What stands in white on the black box: “条例§15”."""
        return SHORT[self]


SHORT = {
    Ground.PERSONAL: "个保法§25",
    Ground.PRIVACY: "条例§15",
    Ground.TRADE_SECRET: "条例§15",
    Ground.STATE_SECRET: "条例§14",
    Ground.FORBIDDEN: "条例§14",
    Ground.STABILITY: "条例§14",
    Ground.INTERNAL: "条例§16",
    Ground.PROCESS: "条例§16",
    Ground.CASE_FILE: "条例§16",
}


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in fractions of its width and height."""

    page: int  # from 1
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def as_json(self) -> dict[str, Any]:
        return {
            "page": self.page,
            "x": round(self.x, 6),
            "y": round(self.y, 6),
            "width": round(self.width, 6),
            "height": round(self.height, 6),
        }


@dataclass(frozen=True)
class Mark(Box):
    """
    A box to be painted black. ``word`` is set when it covers one place of a word that is to go everywhere.
    """

    ground: Ground = Ground.PERSONAL
    word: str = ""

    def as_json(self) -> dict[str, Any]:
        return super().as_json() | {"ground": str(self.ground), "word": self.word}

    @classmethod
    def from_json(cls, data: Any) -> "Mark":
        """Return the mark that ``data`` describes, cut to the page, or raise BadMark."""
        if not isinstance(data, dict):
            raise BadMark("遮盖框的数据不完整，没有保存。请刷新页面后重新画。")
        page = data.get("page")
        if not isinstance(page, int) or isinstance(page, bool) or page < 1:
            raise BadMark("遮盖框没有写明在第几页，没有保存。请刷新页面后重新画。")
        x, y, width, height = (_number(data.get(name)) for name in ("x", "y", "width", "height"))
        left, top = max(0.0, x), max(0.0, y)
        right, bottom = min(1.0, x + width), min(1.0, y + height)
        if right - left < LEAST_SIDE or bottom - top < LEAST_SIDE:
            raise BadMark(f"第{page}页上有一个遮盖框太小，或者在页面之外，没有保存。请重新画。")
        if data.get("ground") not in Ground.values:
            raise BadMark(f"第{page}页上有一个遮盖框没有选理由，没有保存。请选择不公开的理由。")
        word = data.get("word", "")
        if not isinstance(word, str) or len(word) > LONGEST_WORD:
            raise BadMark(f"要遮盖的词不能超过{LONGEST_WORD}个字，没有保存。请分成几个词。")
        return cls(page, left, top, right - left, bottom - top, Ground(data["ground"]), word)


def marks_from_json(rows: Any, *, pages: int | None = None) -> list[Mark]:
    """Return the marks of a file in reading order; ``pages`` refuses marks on pages it does not have."""
    if not isinstance(rows, list):
        raise BadMark("遮盖框的数据不完整，没有保存。请刷新页面后重新画。")
    if len(rows) > MOST_MARKS:
        raise BadMark(f"一份文件最多画{MOST_MARKS}个遮盖框。请把相邻的几个合成一个大的。")
    marks = [Mark.from_json(row) for row in rows]
    for mark in marks:
        if pages is not None and mark.page > pages:
            raise BadMark(f"这份文件只有{pages}页，没有第{mark.page}页。请刷新页面后重新画。")
    return sorted(
        set(marks), key=lambda each: (each.page, each.y, each.x, each.as_json()["ground"], each.word)
    )


def marks_of_page(marks: Iterable[Mark], page: int) -> list[Mark]:
    return [mark for mark in marks if mark.page == page]


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadMark("遮盖框的位置不是数字，没有保存。请刷新页面后重新画。")
    return float(value)
