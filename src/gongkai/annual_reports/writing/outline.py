"""
The report as parts in reading order: headings, paragraphs and tables, the same for every format. Pure.

Characters that no format can hold (NUL, halves of characters …) are left out here, once.
"""

import re
from dataclasses import dataclass

from gongkai.typesetting.fonts import without_control_characters

from ..content import Report
from ..layout import ORDINALS, SECTIONS, report_title
from .document import ReportDocument, in_chinese
from .tables import NAMES, SECTION_OF, Grid, grids

LONGEST_SUBHEADING = 40
LONGEST_SENTENCE_AS_SUBHEADING = 20
_NUMBERED = re.compile(r"（[一二三四五六七八九十]+）[^。]*")
_END_MARKS = re.compile(r"[；;：:！!？?]")
# A remark on the table stands below it.
_REMARK = re.compile(r"(备注|注|说明)[：:]")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Paragraph:
    """``subheading`` is how the text begins; when ``text`` is empty it stands alone, as a heading of its own."""

    subheading: str
    text: str

    @property
    def whole(self) -> str:
        return self.subheading + self.text


@dataclass(frozen=True)
class Part:
    """One of the six sections, or what stands before them: then ``heading`` is empty."""

    heading: str
    blocks: tuple[Paragraph | Grid, ...]


def outline(report: Report) -> tuple[Part, ...]:
    """
    Return the parts of the report in order, each table in the section it belongs to.

    A section that somebody's report lacks is lacking here; only a table is never without its statutory heading.
    """
    tables = {SECTION_OF[key]: grid for key, grid in grids(report).items()}
    refused = {SECTION_OF[key]: (key, why) for key, why in report.refused.items() if key in SECTION_OF}
    parts = []
    for ordinal in range(len(SECTIONS) + 1):
        sections = [each for each in report.sections if each.ordinal == ordinal]
        paragraphs = [plain(text) for section in sections for text in section.paragraphs if text.strip()]
        heading = next((plain(each.heading) for each in sections if each.heading.strip()), "")
        heading = heading or _statutory_heading(ordinal)
        remarks = [text for text in paragraphs if ordinal in tables and _REMARK.match(text)]
        blocks: list[Paragraph | Grid] = [split(text) for text in paragraphs if text not in remarks]
        if ordinal in tables:
            blocks.append(tables[ordinal])
        elif ordinal in refused:
            key, why = refused[ordinal]
            blocks.append(Paragraph("", plain(f"（{NAMES[key]}没有读出：{why}）")))
        blocks += [split(text) for text in remarks]
        if blocks or sections:
            parts.append(Part(heading, tuple(blocks if heading else map(_without_heading, blocks))))
    return tuple(parts)


def title_lines(report: Report) -> tuple[str, ...]:
    """Return the title in lines: the unit, and the name of the report."""
    title = plain(report.title) or report_title(plain(report.unit), report.year)
    unit = plain(report.unit)
    if unit and title.startswith(unit) and title != unit:
        return (unit, title.removeprefix(unit).strip())
    return (title,)


def signature(document: ReportDocument) -> tuple[str, ...]:
    """Return who issued the report, and when, as far as known."""
    day = in_chinese(document.published_on) if document.published_on else ""
    return tuple(filter(None, (plain(document.issuer), day)))


def corrections(document: ReportDocument) -> tuple[str, ...]:
    """Return each correction as a sentence that begins with its day."""
    return tuple(f"{in_chinese(day)}更正：{plain(text)}" for day, text in document.corrections)


def split(text: str) -> Paragraph:
    """
    Return the paragraph with what is set as its sub-heading: “（一）主动公开。” before more text, or a short line.

    A sentence after （一） that says something (其中：…；…) is no heading, however it begins.
    """
    found = _NUMBERED.match(text)
    start = found.group() if found else ""
    rest = text[len(start) :]
    most = LONGEST_SENTENCE_AS_SUBHEADING if rest == "。" else LONGEST_SUBHEADING
    if not start or len(start) > most or _END_MARKS.search(start):
        return Paragraph("", text)
    mark = "。" if rest.startswith("。") else ""
    return Paragraph(start + mark, rest.removeprefix("。"))


def _without_heading(block: Paragraph | Grid) -> Paragraph | Grid:
    """Where no section has begun, a short line is no heading: it would be one below a heading that is not there."""
    if isinstance(block, Paragraph) and not block.text:
        return Paragraph("", block.subheading)
    return block


def plain(text: str) -> str:
    return _NOT_XML.sub("", without_control_characters(text))


def _statutory_heading(ordinal: int) -> str:
    return f"{ORDINALS[ordinal - 1]}、{SECTIONS[ordinal - 1]}" if ordinal else ""
