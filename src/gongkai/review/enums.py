from django.db import models

from gongkai.common.errors import NotAllowed


class ReviewState(models.TextChoices):
    OPEN = "open", "审核中"
    APPROVED = "approved", "审核通过"
    RETURNED = "returned", "已退回"
    WITHDRAWN = "withdrawn", "起草人已撤回"
    VOIDED = "voided", "内容改动，审核作废"


class Decision(models.TextChoices):
    APPROVED = "approved", "同意"
    APPROVED_WITH_REQUEST = "approved_with_request", "同意，另提修改要求"
    RETURNED = "returned", "退回修改"


class SecrecyKind(models.TextChoices):
    """Three separate ticks (domain_rules 10.2)."""

    STATE_SECRET = "state_secret", "是否涉及国家秘密"
    SENSITIVE = "sensitive", "是否涉及敏感信息（含三安全一稳定）"
    PRIVACY = "privacy", "是否涉及个人隐私、商业秘密"


S = ReviewState
TRANSITIONS = {  # what happens: (from, to)
    "approve": ({S.OPEN}, S.APPROVED),
    "return": ({S.OPEN}, S.RETURNED),
    "withdraw": ({S.OPEN}, S.WITHDRAWN),
    "void": ({S.OPEN, S.APPROVED}, S.VOIDED),
}


def next_state(state: str, verb: str) -> ReviewState:
    """Return the state that ``verb`` leads to from ``state``, or raise NotAllowed."""
    sources, target = TRANSITIONS[verb]
    if state not in sources:
        raise NotAllowed(f"这次审核已经是“{S(state).label}”，不能再进行这项操作。")
    return target
