"""What ``gongkai doctor`` looks at in the calendar."""

from collections.abc import Iterator

from django.utils import timezone

from gongkai.common.checkups import GOOD, WARNING, Finding

from .queries import load

AHEAD = 60  # working days: the reply term with its longest extension, and some


def calendar() -> Iterator[Finding]:
    due = load().due(timezone.localdate(), AHEAD)
    if due.provisional:
        yield Finding(
            "工作日历",
            WARNING,
            f"今后{AHEAD}个工作日到{due.on}，其中{due.on.year}年的放假安排还没有录入，期限暂定。",
            "国务院办公厅通知发布后，请在工作台“工作日历”中粘贴全文，或运行 gongkai import calendar。",
        )
    else:
        yield Finding("工作日历", GOOD, f"今后{AHEAD}个工作日（到{due.on}）都已有安排。")
