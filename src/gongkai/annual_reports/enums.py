"""What a filing of the annual report can be, where it stands, and what is done to it."""

from django.db import models

from gongkai.common.errors import NotAllowed


class Scope(models.TextChoices):
    OWN = "own", "本单位"
    SUMMARY = "summary", "汇总"


class FilingState(models.TextChoices):
    DRAFT = "draft", "填报中"
    SUBMITTED = "submitted", "已报送"
    RETURNED = "returned", "已退回"
    ACCEPTED = "accepted", "已审定"


class Source(models.TextChoices):
    """Where a figure of a filing came from."""

    TYPED = "typed", "手工填写"
    IMPORTED = "imported", "从文件导入"
    CARRIED = "carried", "上年年报结转"


class AdjustmentReason(models.TextChoices):
    """Why a county cell is not the plain sum of its offices (domain_rules 2.6 AGG)."""

    JOINT_DOCUMENT = "joint_document", "联合发文，各单位重复统计"
    TRANSFERRED = "transferred", "申请在单位之间转办，重复统计"
    MISSING_OFFICE = "missing_office", "没有单独填报的单位"
    OTHER = "other", "其他"


class Verdict(models.TextChoices):
    """What a person decided about a finding of the checks."""

    CONFIRMED = "confirmed", "确有问题"
    DISMISSED = "dismissed", "情况属实，不是问题"


S = FilingState
TRANSITIONS = {  # what is done to a filing: (from, to)
    "submit": ({S.DRAFT, S.RETURNED}, S.SUBMITTED),
    "withdraw": ({S.SUBMITTED}, S.DRAFT),
    "return": ({S.SUBMITTED, S.ACCEPTED}, S.RETURNED),
    "accept": ({S.SUBMITTED}, S.ACCEPTED),
}


def next_state(state: str, verb: str) -> FilingState:
    """Return the state that ``verb`` leads to from ``state``, or raise NotAllowed."""
    sources, target = TRANSITIONS[verb]
    if state not in sources:
        raise NotAllowed(f"这份年报现在是“{S(state).label}”，不能进行这项操作。请刷新页面查看最新情况。")
    return target
