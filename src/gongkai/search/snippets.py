"""Marking what was found in a title, and choosing the part of a text that shows it best."""

import re
from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Span = tuple[int, int]
SCANNED = 50_000  # characters of a text in which an excerpt is looked for
FULL_WIDTH = 0xFEE0  # from "!" to its full-width form "！"


def pattern(units: Sequence[str]) -> re.Pattern | None:
    """
    Return what finds these units, written in any case and width, in a text as its author wrote it.

    Overlapping finds are wanted ("养老" and "老服" in "养老服务"), hence the lookahead.
    """
    if not units:
        return None
    longest_first = sorted(set(units), key=lambda unit: (-len(unit), unit))
    return re.compile(f"(?=({'|'.join(_written(unit) for unit in longest_first)}))")


def marked(text: str, found: re.Pattern | None) -> SafeString:
    """Return the text escaped for HTML, with what was found inside <mark>."""
    return _html(text, _spans(text, found))


def snippet(text: str, found: re.Pattern | None, *, length: int = 120) -> SafeString:
    """Return the excerpt that shows most different finds, on one line, marked and escaped."""
    text = " ".join(text[:SCANNED].split())
    spans = _spans(text, found)
    start = _best_start(text, spans, length)
    end = min(len(text), start + length)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
    html = _html(text[start:end], inside)
    return mark_safe(("…" if start else "") + html + ("…" if end < len(text) else ""))  # noqa: S308 (escaped above)


def _written(unit: str) -> str:
    if not unit.isascii():
        return re.escape(unit)
    letters = "".join(
        f"[{c}{c.upper()}{chr(ord(c) + FULL_WIDTH)}{chr(ord(c.upper()) + FULL_WIDTH)}]" for c in unit
    )
    edge = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９"
    return f"(?<![{edge}]){letters}(?![{edge}])"


def _spans(text: str, found: re.Pattern | None) -> list[Span]:
    """Return where something was found, touching and overlapping finds joined."""
    spans: list[Span] = []
    for match in found.finditer(text) if found else ():
        start, end = match.span(1)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _best_start(text: str, spans: list[Span], length: int) -> int:
    best, best_start = 0, 0
    for i, (start, _) in enumerate(spans):
        inside = [span for span in spans[i : i + length] if span[1] <= start + length]
        different = {text[a:b].lower() for a, b in inside}
        worth = sum(len(words) for words in different)  # a long find is worth more than two short ones
        if worth > best:
            best, best_start = worth, start
    lead = length // 6
    return max(0, min(best_start - lead, len(text) - length)) if best_start > lead else 0


def _html(text: str, spans: list[Span]) -> SafeString:
    parts, last = [], 0
    for start, end in spans:
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308 (each part is escaped)
