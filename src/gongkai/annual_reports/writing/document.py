"""What a published report says beside its own content: when, by whom, and what was corrected later. Pure."""

from dataclasses import dataclass
from datetime import date

from ..content import Report

DRAFT = "草稿，尚未发布，数据以正式发布的年度报告为准"


@dataclass(frozen=True, kw_only=True)
class ReportDocument:
    """One report, ready to be written. A draft says so on each page."""

    report: Report
    published_on: date | None = None
    issuer: str = ""
    corrections: tuple[tuple[date, str], ...] = ()  # 更正, printed after the report
    draft: bool = False


def in_chinese(day: date) -> str:
    """Return 2023年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"
