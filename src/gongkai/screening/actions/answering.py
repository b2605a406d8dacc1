"""What a person decided about findings. The room that owns the subject has asked whether they may."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import NotAllowed

from ..enums import REASONS_WITH_NOTE, AnswerChoice, KeepReason
from ..models import Answer
from ..recording import Row

AT_ONCE = 1000


@transaction.atomic
def answer_all(
    *,
    subject_key: str,
    container: str,
    rows: Iterable[Row],
    choice: AnswerChoice,
    reason: str = "",
    note: str = "",
    actor: User,
    now: datetime,
) -> int:
    """
    Answer every finding in ``rows`` alike and return how many different values that were.

    An earlier answer is replaced. Raises NotAllowed when a kept finding has no reason, or a reason that says
    nothing without a sentence has none, or when a finding cannot be masked.
    """
    rows, note = list(rows), note.strip()
    if choice == AnswerChoice.KEEP:
        _require_reason(reason, note)
    else:
        reason = note = ""
        if any(not row["cover"] for row in rows):
            raise NotAllowed("这类发现不能自动遮盖。请在原文件里改正后重新上传，或者选择理由保留。")
    wanted = {(row["kind"], row["fingerprint"]) for row in rows}
    kinds = {kind for kind, _ in wanted}
    answered = Answer.objects.filter(subject_key=subject_key, container=container, kind__in=kinds)
    before = [
        pk for pk, *known in answered.values_list("pk", "kind", "fingerprint") if tuple(known) in wanted
    ]
    for start in range(0, len(before), AT_ONCE):
        Answer.objects.filter(pk__in=before[start : start + AT_ONCE]).delete()
    Answer.objects.bulk_create(
        (
            Answer(
                subject_key=subject_key,
                container=container,
                kind=kind,
                fingerprint=fingerprint,
                choice=choice,
                reason=reason,
                note=note[:200],
                answered_by=actor,
                answered_at=now,
            )
            for kind, fingerprint in sorted(wanted)
        ),
        batch_size=AT_ONCE,
    )
    return len(wanted)


@transaction.atomic
def forget_answers(*, subject_key: str, container: str, kind: str | None = None) -> int:
    """Take answers back, so that the findings are open again (undo)."""
    answers = Answer.objects.filter(subject_key=subject_key, container=container)
    if kind is not None:
        answers = answers.filter(kind=kind)
    return answers.delete()[0]


def _require_reason(reason: str, note: str) -> None:
    if reason not in KeepReason.values:
        raise NotAllowed("请选择保留的理由。")
    if reason in REASONS_WITH_NOTE and not note:
        raise NotAllowed(
            f"选择“{KeepReason(reason).label}”时，请写一句话说明依据，审核人和日后检查的人才看得懂。"
        )
