from django.db import models


class UpdateRule(models.TextChoices):
    """How often a section must bring something new (domain_rules 6.3)."""

    TWO_WEEKS = "two_weeks", "两周内须更新（动态、要闻类）"
    SIX_MONTHS = "six_months", "六个月内须更新（通知公告、政策文件类）"
    NONE = "none", "不要求定期更新"


class SectionLayout(models.TextChoices):
    LIST = "list", "列表"
    PAGE = "page", "单页（打开即看最新一条，如公开指南）"
    GROUP = "group", "栏目组（只列出下级栏目）"


class DisclosurePart(models.TextChoices):
    """The four fixed parts of the 政府信息公开 column (domain_rules 5.1)."""

    GUIDE = "guide", "政府信息公开指南"
    RULES = "rules", "政府信息公开制度"
    CONTENT = "content", "法定主动公开内容"
    REPORTS = "reports", "政府信息公开年报"
