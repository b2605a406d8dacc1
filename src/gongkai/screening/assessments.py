"""
The impact assessment that must come before personal information is published (《个人信息保护法》第55、56条).

Written once: a later assessment of the same subject stands beside the earlier ones, and none is changed or deleted.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.errors import NotAllowed
from gongkai.history.actions import record

from .models import ImpactAssessment

CONTENT = ("purpose", "basis", "items", "necessity", "risk", "measures", "conclusion")


@transaction.atomic
def make_assessment(
    *,
    agency: Agency,
    subject_key: str,
    subject_label: str,
    content: Mapping[str, str],
    actor: User,
    now: datetime,
) -> ImpactAssessment:
    """
    Put an assessment on record. ``content`` holds every field of ``CONTENT``.

    Raises NotAllowed for anybody but a clerk of the office, and when a question has been left unanswered.
    """
    if not actor.has_role(Role.CLERK, agency.pk):
        raise NotAllowed(f"影响评估由{agency.short_name}的信息员作出，您没有这个单位的信息员角色。")
    if empty := [name for name in CONTENT if not content.get(name, "").strip()]:
        question = ImpactAssessment._meta.get_field(empty[0]).verbose_name
        raise NotAllowed(f"“{question}”还没有写，评估没有保存。")
    assessment = ImpactAssessment.objects.create(
        agency=agency,
        subject_key=subject_key,
        subject_label=subject_label[:200],
        made_by=actor,
        made_at=now,
        **{name: content[name].strip() for name in CONTENT},
    )
    record(assessment, "screening.assessed", actor=actor, agency=agency)
    return assessment


def assessments_of(subject_key: str):
    """Every assessment of a subject, the newest first."""
    return ImpactAssessment.objects.filter(subject_key=subject_key).select_related("made_by")
