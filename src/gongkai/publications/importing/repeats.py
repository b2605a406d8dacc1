"""Trap 2: the same document under two addresses. Found over the whole file before anything is written."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .elements import leading_document_number, normal_document_number
from .findings import Finding, Severity
from .old_item import OldItem

SOON = timedelta(hours=24)  # a repeat minutes later is a slip; the same words next month are a new notice


@dataclass(frozen=True)
class Trace:
    """What must be remembered of an item to know it again: a few hundred bytes, not its text."""

    line: int
    url: str
    column_path: str
    document_number: str
    title: str
    text_key: str
    published_at: datetime | None

    @classmethod
    def of(cls, item: OldItem) -> "Trace":
        number = normal_document_number(item.document_number) or leading_document_number(item.text)[1]
        text = "".join(item.text.split())
        return cls(
            line=item.line,
            url=item.url,
            column_path=item.column_path,
            document_number=number,
            title=item.bare_title,
            text_key=hashlib.sha256(text.encode()).hexdigest() if text else "",
            published_at=item.published_at,
        )


@dataclass(frozen=True)
class Repeat:
    """Something met again; ``merges`` when it is not to be imported a second time."""

    again: Trace
    first: Trace
    finding: Finding
    merges: bool


def find_repeats(traces: Iterable[Trace]) -> dict[int, Repeat]:
    """Return, by line, the items that repeat an earlier one."""
    by_number: dict[str, Trace] = {}
    by_text: dict[tuple[str, str], Trace] = {}
    repeats: dict[int, Repeat] = {}
    for trace in traces:
        first = by_number.get(trace.document_number) if trace.document_number else None
        first = first or (by_text.get((trace.title, trace.text_key)) if trace.text_key else None)
        found = compare(trace, first) if first else None
        if found:
            repeats[trace.line] = found
        if not found or not found.merges:
            by_number.setdefault(trace.document_number, trace)
            by_text[trace.title, trace.text_key] = trace
    return repeats


def compare(trace: Trace, first: Trace) -> Repeat | None:
    """Say whether ``trace`` repeats ``first``, and what becomes of it."""
    same_title, same_text = (
        trace.title == first.title,
        bool(trace.text_key) and trace.text_key == first.text_key,
    )
    where = f"第{first.line}行（{first.url}）"
    also_listed = "，同时列入这个栏目" if trace.column_path != first.column_path else ""
    done = f"只导入一次{also_listed}，旧网址都转到它。"
    if trace.document_number and trace.document_number == first.document_number:
        if same_title or same_text:
            message = f"与{where}是同一份文件（{trace.document_number}）。"
            return Repeat(
                trace, first, Finding("T2-SAME-DOCUMENT", Severity.NOTE, message, done=done), merges=True
            )
        message = f"文号{trace.document_number}与{where}相同，标题和正文却不同。"
        finding = Finding("T2-SAME-NUMBER", Severity.ATTENTION, message, done="分别导入，请核对文号。")
        return Repeat(trace, first, finding, merges=False)
    if same_title and same_text and trace.published_at and first.published_at:
        apart = abs(trace.published_at - first.published_at)
        if apart <= SOON:
            message = f"与{where}同题同文，相隔{round(apart.total_seconds() / 60)}分钟。"
            return Repeat(
                trace, first, Finding("T2-SAME-TEXT", Severity.NOTE, message, done=done), merges=True
            )
    return None
