"""What goes on record when a content is frozen, and the secrecy reviewer's tick on what was kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import record

from ..enums import Occasion
from ..groups import Group
from ..models import LookBack, Screening, ScreeningLine

SAMPLES = 20  # of one line; the number of findings says the rest


def write_screening(
    *,
    agency: Agency,
    subject_key: str,
    subject_label: str,
    content_hash: str,
    groups: Iterable[Group],
    look_back: LookBack | None = None,
    now: datetime,
) -> Screening:
    """Put on record what was found in a content and how it was answered; the caller's transaction holds it."""
    screening = Screening.objects.create(
        county_id=agency.county_id,
        agency=agency,
        subject_key=subject_key,
        subject_label=subject_label[:200],
        content_hash=content_hash,
        occasion=Occasion.LOOK_BACK if look_back else Occasion.SUBMISSION,
        look_back=look_back,
        made_at=now,
    )
    ScreeningLine.objects.bulk_create(
        ScreeningLine(
            screening=screening,
            container=group.container,
            container_label=group.container_label[:200],
            kind=group.kind,
            level=group.level,
            count=group.count,
            samples=group.samples(SAMPLES),
            choice=group.choice,
            reason=group.reason,
            note=group.note[:200],
            answered_by_id=group.answered_by_id,
            answered_at=group.answered_at,
        )
        for group in groups
    )
    return screening


@transaction.atomic
def confirm_kept(*, screening_id: int, line_ids: Sequence[int], checker: User, now: datetime) -> int:
    """
    Tick kept findings as the secrecy reviewer; whether this person may is asked by the room that owns the review.

    Raises NotAllowed when nothing was ticked, Conflict when somebody else has confirmed a line meanwhile.
    """
    screening = Screening.objects.select_for_update().get(pk=screening_id)
    lines = [line for line in screening.lines.all() if line.needs_confirmation and line.pk in set(line_ids)]
    if not lines:
        raise NotAllowed("没有勾选要确认的发现。请看过每一项保留的理由，勾选后再确认。")
    if taken := [line for line in lines if line.confirmed_at is not None]:
        raise Conflict(f"“{taken[0].get_kind_display()}”已由{taken[0].confirmed_by.name}确认过，请刷新页面。")
    for line in lines:
        line.confirmed_by, line.confirmed_at = checker, now
    ScreeningLine.objects.bulk_update(lines, ["confirmed_by", "confirmed_at"])
    record(
        screening,
        "screening.kept_confirmed",
        actor=checker,
        agency=screening.agency,
        kinds=[f"{line.get_kind_display()}（{line.container_label}，{line.count}处）" for line in lines],
        content_hash=screening.content_hash,
    )
    return len(lines)
