"""
The review form (审核单): the printed face of one review, for the archive.

Its fields are those of domain_rules 10.2; the secrecy part is the record that 《保守国家秘密法实施条例》第42条 and the
rules on 保密审查 ask for: conclusion, who answers for it, when. Pure data in, PDF or Word out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table

from . import word
from .fonts import without_control_characters
from .pdf import compile_pdf

UNDECIDED = "尚未审核"
NONE = "无"
WIDTHS = (30, 67, 23, 45)  # millimetres; templates/review_form.typ has the same


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One of the three ticks of the secrecy review; an empty answer means it has not been made."""

    label: str  # 是否涉及国家秘密
    answer: str = ""  # 不涉及，可以公开
    opinion: str = ""
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Level:
    """One level of the review; an empty decision means it has not been made."""

    label: str  # 初审
    decision: str = ""  # 同意
    opinion: str = ""
    person: str = ""
    agency: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewForm:
    """Everything the form says. Empty texts are printed as 无, or as what has not happened yet."""

    county_name: str
    title: str
    agency: str
    author: str
    version_number: int
    content_hash: str
    opened_at: datetime
    printed_at: datetime
    secrecy: Sequence[Tick]
    levels: Sequence[Level]
    sections: Sequence[str] = field(default_factory=tuple)
    index_number: str = ""
    document_number: str = ""
    disclosure_attribute: str = ""
    disclosure_basis: str = ""
    attachments: Sequence[str] = field(default_factory=tuple)
    redaction_note: str = ""
    early_reason: str = ""
    early_person: str = ""
    early_at: datetime | None = None
    published_at: datetime | None = None
    channel: str = ""


def layout(form: ReviewForm) -> dict:
    """
    Return what is printed where, for both writers.

    ``pairs`` are rows of label, text, label, text; ``rows`` label and text across; ``tables`` rows of four cells
    under four headings.
    """
    early = [("理由", form.early_reason), ("批准人", form.early_person), ("时间", moment(form.early_at))]
    return {
        "county_name": form.county_name,
        "name": "政府信息公开审核单",
        "title": form.title,
        "parts": [
            {
                "pairs": [
                    ["发布单位", form.agency, "起草人", form.author],
                    ["送审时间", moment(form.opened_at), "版本", f"第{form.version_number}版"],
                ]
            },
            {
                "rows": [
                    ["发布栏目", "；".join(form.sections) or NONE],
                    ["索引号", form.index_number or "发布时编给"],
                    ["文号", form.document_number or NONE],
                    ["公开属性", form.disclosure_attribute or NONE],
                    ["公开依据", form.disclosure_basis or NONE],
                    ["附件", _numbered(form.attachments)],
                    ["脱敏处理", form.redaction_note or NONE],
                ]
            },
            {
                "table": "保密审查",
                "headings": ["审查内容", "结论和说明", "审查人", "时间"],
                "cells": [
                    [tick.label, *_decided(tick.answer, tick.opinion, tick.person, tick.at)]
                    for tick in form.secrecy
                ],
            },
            {
                "table": "逐级审核",
                "headings": ["级次", "审核意见", "审核人", "时间"],
                "cells": [
                    [
                        level.label,
                        *_decided(
                            level.decision, level.opinion, _lines(level.person, level.agency), level.at
                        ),
                    ]
                    for level in form.levels
                ],
            },
            {
                "rows": [
                    *(
                        [["先发后审", "\n".join(f"{name}：{said}" for name, said in early)]]
                        if form.early_reason
                        else []
                    ),
                    ["发布时间", moment(form.published_at) or "尚未发布"],
                    ["发布渠道", form.channel or NONE],
                    ["内容指纹", f"SHA-256：{form.content_hash}"],
                ]
            },
        ],
        "printed": f"打印时间：{moment(form.printed_at)}",
    }


def moment(at: datetime | None) -> str:
    """Return 2026年3月2日 09:05 in the county's time; an empty text for None."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"


def _decided(decision: str, opinion: str, person: str, at: datetime | None) -> list[str]:
    if not decision:
        return [UNDECIDED, "", ""]
    return [_lines(decision, opinion), person, moment(at)]


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _numbered(names: Sequence[str]) -> str:
    return "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1)) or NONE


def review_form_pdf(form: ReviewForm) -> bytes:
    """Return the form as PDF. Raises MissingGlyphs when a name cannot be shown."""
    return compile_pdf("review_form.typ", layout(form))


def review_form_docx(form: ReviewForm) -> bytes:
    """Return the form as a Word document with the same rows as the PDF."""
    printed = without_control_characters(layout(form))
    document = word.a4_document(
        title=f"{printed['name']}：{printed['title']}",
        author=printed["county_name"],
        margins=(22, 20, 22, 25),
    )
    word.centred(document, printed["county_name"], font=word.TITLE, size=16)
    word.centred(document, printed["name"], font=word.TITLE, size=22).paragraph_format.space_after = Pt(12)
    table = word.grid(document, WIDTHS)
    _add_row(table, ["标题", printed["title"]])
    word.repeat_on_each_page(table.rows[0])
    for part in printed["parts"]:
        for cells in (*part.get("pairs", ()), *part.get("rows", ())):
            _add_row(table, cells)
        if "table" in part:
            _add_table_part(table, part)
    footer = document.sections[0].footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(sum(WIDTHS)), WD_TAB_ALIGNMENT.RIGHT)
    word.write(footer, f"{printed['printed']}\t", size=10)
    word.page_numbers(footer, size=10)
    return word.saved(document)


def _add_row(table: Table, cells: list[str]) -> None:
    """Add label and text across, or label, text, label, text."""
    row = table.add_row().cells
    if len(cells) == 2:
        row[1].merge(row[3])
    for position, text in enumerate(cells):
        is_label = position % 2 == 0
        word.fill(row[position], text, font=word.STRONG if is_label else word.BODY, centre=is_label)


def _add_table_part(table: Table, part: dict) -> None:
    row = table.add_row().cells
    word.fill(row[0].merge(row[3]), part["table"], font=word.STRONG, centre=True)
    word.shade(row[0], "F0F0F0")
    for cell, heading in zip(table.add_row().cells, part["headings"], strict=True):
        word.fill(cell, heading, font=word.STRONG, centre=True)
    for label, said, person, at in part["cells"]:
        row = table.add_row().cells
        word.fill(row[0], label, font=word.STRONG, centre=True)
        if said == UNDECIDED:
            word.fill(row[1].merge(row[3]), said)
        else:
            word.fill(row[1], said)
            word.fill(row[2], person, centre=True)
            word.fill(row[3], at, centre=True)
