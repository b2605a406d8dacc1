"""What stands around the text of an item: its metadata, and what is said when it no longer applies."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from gongkai.publications.enums import TakeDownReason, Validity
from gongkai.publications.metadata import metadata
from gongkai.publications.models import Item, Version

SHOWN_ELSEWHERE = frozenset({"信息来源"})
WIDE = 36  # Latin letters that fit beside another field; a Chinese character takes two

# The title itself may say what had to go: a person's name, what is protected, what was not to be published.
TITLE_HIDDEN = frozenset(
    {TakeDownReason.PROTECTED, TakeDownReason.PENALTY_CHANGED, TakeDownReason.REVIEW_FAILED}
)


@dataclass(frozen=True)
class Field:
    label: str
    value: str
    is_wide: bool  # needs a row of its own


@dataclass(frozen=True)
class Notice:
    """A banner over the text."""

    title: str
    text: str


def chinese_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def local_minute(moment: datetime) -> str:
    """The form that the 发展指引 wants for PubDate, in the county's time."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def shown_date(item: Item) -> datetime | None:
    """The date that stands for the item: that of the site it came from, else that of publication here."""
    return item.original_published_at or item.published_at


def validity_on(version: Version, today: date) -> str:
    """The validity as of ``today``: a document whose term is over has expired, whoever forgot to say so."""
    if version.validity in {Validity.IN_FORCE, Validity.PARTLY} and is_over(version, today):
        return Validity.EXPIRED
    return version.validity


def is_over(version: Version, today: date) -> bool:
    return version.valid_until is not None and version.valid_until < today


def public_metadata(item: Item, version: Version, today: date) -> list[Field]:
    """The shared metadata rows as the public reads them: without what stands elsewhere, validity as of today."""
    rows = dict(metadata(version, item))
    if version.validity:
        rows["有效性"] = Validity(validity_on(version, today)).label
    return [
        Field(label, value, is_wide=_width(value) > WIDE)
        for label, value in rows.items()
        if label not in SHOWN_ELSEWHERE
    ]


def validity_notice(version: Version, today: date) -> Notice | None:
    """The banner over a document that does not, or does not wholly, apply any more."""
    validity = validity_on(version, today)
    if validity == Validity.REPEALED:
        return Notice("本文件已废止", "以下内容仅供查阅，不再作为办事和行政管理的依据。")
    if validity == Validity.EXPIRED:
        over = f"有效期至{chinese_date(version.valid_until)}，" if is_over(version, today) else ""
        return Notice("本文件已失效", f"{over}以下内容仅供查阅，不再作为办事和行政管理的依据。")
    if validity == Validity.PARTLY:
        return Notice("本文件部分失效", "部分条款已经失效，使用前请向发文机关核实。")
    return None


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
