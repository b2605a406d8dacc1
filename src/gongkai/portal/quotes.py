"""The prose of a report with the pieces marked that its findings speak of."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from gongkai.annual_reports.content import Section


def marked_sections(
    sections: Iterable[Section], quotes: Sequence[tuple[str, int]]
) -> list[tuple[str, list[SafeString]]]:
    """Return (heading, paragraphs) of each section; a quoted piece is a mark that leads to its finding's number."""
    return [
        (section.heading, [marked(paragraph, quotes) for paragraph in section.paragraphs])
        for section in sections
    ]


def marked(paragraph: str, quotes: Sequence[tuple[str, int]]) -> SafeString:
    """Return ``paragraph`` as HTML; of quotes that overlap, the one that begins first is marked."""
    places = sorted(
        (at, at + len(quote), number) for quote, number in quotes if (at := paragraph.find(quote)) >= 0
    )
    parts, done = [], 0
    for start, end, number in places:
        if start < done:
            continue
        parts.append(format_html("{}", paragraph[done:start]))
        parts.append(
            format_html('<mark>{}<a href="#finding-{}">{}</a></mark>', paragraph[start:end], number, number)
        )
        done = end
    parts.append(format_html("{}", paragraph[done:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped
