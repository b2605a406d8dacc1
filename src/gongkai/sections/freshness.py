"""
How current a section is: pure functions, no database, no clock.

政府网站检查指标 (国办秘函〔2019〕19号) fails a site whose 动态、要闻 sections have had nothing new for two weeks and
whose 通知公告、政策文件 sections have had nothing new for six months (together five or more), which has ten or more
long stale sections, or five or more empty ones (domain_rules 6.3). What has no date counts as not updated.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from .enums import UpdateRule

STALE_LIMIT = 5  # two-week and six-month sections together
OVERDUE_LIMIT = 10  # of all sections
EMPTY_LIMIT = 5


class State(TextChoices):
    OVERDUE = "overdue", "已超期"
    EMPTY = "empty", "空栏目"
    SOON = "soon", "快到期"
    FRESH = "fresh", "更新及时"
    NOT_REQUIRED = "not_required", "不要求定期更新"


@dataclass(frozen=True)
class Freshness:
    """``due_on`` is the last day on which something new still comes in time; ``days`` is how long until then."""

    state: State
    due_on: date | None = None
    days: int | None = None

    @property
    def in_words(self) -> str:
        if self.state == State.OVERDUE:
            return f"已超期{-self.days}天"
        if self.state == State.SOON:
            return "今天到期" if self.days == 0 else f"还剩{self.days}天"
        return self.state.label


def freshness(rule: str, last_on: date | None, today: date) -> Freshness:
    """Return where a section stands under ``rule`` when it was last updated on ``last_on``."""
    if last_on is None:
        return Freshness(State.EMPTY)
    due_on = update_due_on(rule, last_on)
    if due_on is None:
        return Freshness(State.NOT_REQUIRED)
    days = (due_on - today).days
    warning = 3 if rule == UpdateRule.TWO_WEEKS else 30
    state = State.OVERDUE if days < 0 else State.SOON if days <= warning else State.FRESH
    return Freshness(state, due_on, days)


def update_due_on(rule: str, last_on: date) -> date | None:
    """Return the last day in time: the 14th day after, or the same day of the sixth month (or that month's last)."""
    if rule == UpdateRule.TWO_WEEKS:
        return last_on + timedelta(days=14)
    if rule == UpdateRule.SIX_MONTHS:
        months = last_on.month - 1 + 6
        year, month = last_on.year + months // 12, months % 12 + 1
        return date(year, month, min(last_on.day, calendar.monthrange(year, month)[1]))
    return None


def veto_findings(overdue: int, empty: int) -> list[str]:
    """Return, as sentences, which single-veto limits (单项否决) the county's sections have reached."""
    findings = []
    if overdue >= STALE_LIMIT:
        findings.append(
            f"有{overdue}个栏目超过两周或六个月没有更新，已达到单项否决的界限（合计{STALE_LIMIT}个；"
            f"应更新而长期未更新的栏目达到{OVERDUE_LIMIT}个同样否决）。"
        )
    if empty >= EMPTY_LIMIT:
        findings.append(f"有{empty}个空栏目，已达到单项否决的界限（{EMPTY_LIMIT}个）。")
    return findings
