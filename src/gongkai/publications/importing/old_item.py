"""One item as the old site gave it."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from .elements import half_width, signature

_TAG = re.compile(r"<(?:/?[a-zA-Z][^>]*|!--.*?--)>", re.S)
_HTML = re.compile(r"<(?:p|div|table|br|span|h[1-6]|ul|ol|img|a)\b", re.I)
_MOMENTS = (
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d",
)  # 2026-3-2 and the like
_URL_DATE = re.compile(r"/t((?:19|20)\d{2})(\d{2})(\d{2})_\d+")


def read_moment(text: str) -> datetime | None:
    """The local time ``text`` names; None when it is empty or not one. A date counts from midnight."""
    text = half_width(text).replace("：", ":").strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    text = re.sub(r"^(\d{4})年(\d{1,2})月(\d{1,2})日", r"\1-\2-\3", text)
    for pattern in _MOMENTS:
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    return None


@dataclass(frozen=True)
class OldItem:
    line: int = 0
    url: str = ""
    column: str = ""
    column_path: str = ""
    title: str = ""
    document_number: str = ""
    issuing_agency: str = ""  # what the old page calls its source: an office, or just the site
    issuer: str = ""  # 发文机关 of the page's metadata box
    index_number: str = ""
    signed_on: date | None = None
    printed_on: date | None = None
    valid_until: date | None = None
    published_at: datetime | None = None
    validity: str = ""
    body: str = ""
    attachments: tuple[str, ...] = ()
    files: tuple[str, ...] = field(default=())  # paths of files given with the data

    @classmethod
    def from_json(cls, row: Mapping[str, Any], *, line: int) -> "OldItem":
        """Take the fields we know out of one line of the file; missing ones are empty."""

        def text(name: str) -> str:
            value = row.get(name)
            return "" if value is None else str(value)

        def names(name: str) -> tuple[str, ...]:
            value = row.get(name) or ()
            return tuple(str(part) for part in (value if isinstance(value, list | tuple) else [value]))

        signed = read_moment(text("box_signed") or text("signed_on"))
        return cls(
            line=line,
            url=text("url").strip(),
            column=text("column").strip(),
            column_path=text("column_path").strip().strip("/"),
            title=text("title"),
            document_number=text("doc_number") or text("document_number"),
            issuing_agency=text("issuing_agency").strip(),
            issuer=text("box_issuer").strip(),
            index_number=text("index_number").strip(),
            signed_on=signed.date() if signed else None,
            published_at=read_moment(text("published_on") or text("published_at")),
            validity=text("validity").strip(),
            body=text("body"),
            attachments=names("attachments"),
            files=names("files"),
        )

    def mended(self, name: str, value: Any) -> "OldItem":
        """A copy that says ``value`` in one field; what was worked out from the body is kept if that stays."""
        item = replace(self, **{name: value})
        if name != "body":
            kept = {"is_html", "text"} & self.__dict__.keys()
            item.__dict__.update({each: self.__dict__[each] for each in kept})
        return item

    @cached_property
    def is_html(self) -> bool:
        return bool(_HTML.search(self.body))

    @cached_property
    def text(self) -> str:
        """The words of the body on one line, for looking things up in."""
        body = _TAG.sub(" ", self.body) if self.is_html else self.body
        return " ".join(half_width(html.unescape(body).replace("\xa0", " ")).split())

    @cached_property
    def bare_title(self) -> str:
        """The title by which two items are compared: no spaces, one kind of brackets."""
        return bare(self.title)

    @cached_property
    def url_date(self) -> date | None:
        """The day the old system filed the page, written into its address (t20251028_102272)."""
        match = _URL_DATE.search(self.url)
        try:
            return date(*map(int, match.groups())) if match else None
        except ValueError:
            return None

    @cached_property
    def signature(self) -> tuple[str, date | None]:
        """Who signed the text and when; the names on the page help to find where the signature begins."""
        return signature(
            self.text, tuple(filter(None, (self.title_issuer, self.issuer, *self.issuing_agency.split())))
        )

    @cached_property
    def address(self) -> str:
        """Path and query of the old page."""
        parts = urlsplit(self.url)
        return (parts.path + (f"?{parts.query}" if parts.query else ""))[:500]

    @cached_property
    def title_issuer(self) -> str:
        """Who the title says it is from: what stands before the first 关于."""
        head, about, _ = self.title.partition("关于")
        return head.strip() if about else ""


def bare(text: str) -> str:
    """``text`` without spaces and with one form of each bracket and dash, for comparing."""
    text = re.sub(r"[\s\u3000\xa0]+", "", half_width(text))
    return text.translate(str.maketrans("<>＜＞()－—﹝﹞[]？", "〈〉〈〉（）--〔〕〔〕?"))
