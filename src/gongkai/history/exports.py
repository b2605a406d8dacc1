"""Events as an Excel file."""

import io

import xlsxwriter
from django.utils import timezone

from .labels import in_words, label, subject_type_label

HEADINGS = ("序号", "时间", "动作", "对象类别", "对象", "办理人", "单位", "内容", "指纹")
WIDTHS = (8, 20, 18, 12, 40, 10, 20, 60, 66)


def workbook(events) -> bytes:
    """Return ``events`` as a workbook; texts are written as texts, so that no formula can be smuggled in."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"}
    ) as book:
        sheet = book.add_worksheet("操作记录")
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, bold)
        for row, event in enumerate(events, start=1):
            sheet.write_number(row, 0, event.sequence)
            sheet.write_datetime(row, 1, timezone.make_naive(event.at))
            texts = (
                label(event.verb),
                subject_type_label(event.subject_type),
                event.subject_label,
                event.actor_name or "系统",
                event.actor_agency,
                "\n".join(f"{name}：{text}" for name, text in in_words(event.data)),
                event.hash,
            )
            for column, text in enumerate(texts, start=2):
                sheet.write_string(row, column, text[:32767])
    return buffer.getvalue()
