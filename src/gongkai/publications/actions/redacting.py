"""Marks on the pages of a draft's file, and words covered in its text: kept while the clerk works, burned afterwards."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.screening.models import Redaction
from gongkai.screening.redaction.kinds import PAGED, WORDED
from gongkai.screening.redaction.marks import BadMark, Ground, marks_from_json

from ..models import Attachment, Item, Version
from ..rules import may_edit
from .publishing import locked

MOST_COVERS = 5000


def redaction_of(item: Item, attachment: Attachment) -> Redaction | None:
    """The marks on this file, unless they were drawn on one that has been replaced since."""
    found = Redaction.objects.filter(subject_key=item.subject_key, container=attachment.code).first()
    return found if found is not None and found.file_id == attachment.file_id else None


@transaction.atomic
def save_marks(*, attachment_id: int, clerk: User, marks: Any, revision: int, now: datetime) -> Redaction:
    """
    Keep the marks on a PDF or picture as they are on the clerk's page.

    Raises NotAllowed with the reason when a mark cannot be used, Conflict when somebody else saved in between.
    """
    item, attachment = _editable(attachment_id, clerk)
    if attachment.file.extension not in PAGED:
        raise NotAllowed("这种文件不能在页面上画框。请用遮盖词语的办法。")
    try:
        rows = [mark.as_json() for mark in marks_from_json(marks)]
    except BadMark as error:
        raise NotAllowed(str(error)) from error
    return _save(item, attachment, clerk, revision, now, marks=rows)


@transaction.atomic
def add_marks(*, attachment_id: int, clerk: User, marks: Sequence[dict], now: datetime) -> Redaction:
    """Add marks (found for a word, or given by numbers) to those that are there."""
    item, attachment = _editable(attachment_id, clerk)
    kept = redaction_of(item, attachment)
    return save_marks(
        attachment_id=attachment_id,
        clerk=clerk,
        marks=[*(kept.marks if kept else []), *marks],
        revision=kept.revision if kept else 0,
        now=now,
    )


@transaction.atomic
def add_covers(
    *, attachment_id: int, clerk: User, covers: Iterable[tuple[int, int, int, str]], now: datetime
) -> Redaction:
    """Cover pieces (passage, start, end, ground) of a text document; what overlaps is joined."""
    item, attachment = _editable(attachment_id, clerk)
    if attachment.file.extension not in WORDED:
        raise NotAllowed("这种文件请在页面上画框遮盖。")
    kept = redaction_of(item, attachment)
    covers = list(covers)
    if any(ground not in Ground.values for *_, ground in covers):
        raise NotAllowed("请选择不公开的理由。")
    joined = _joined([*(map(tuple, kept.covers) if kept else []), *covers])
    if len(joined) > MOST_COVERS:
        raise NotAllowed(f"一份文件最多遮盖{MOST_COVERS}处。请在原文件里整列删去后重新上传。")
    return _save(item, attachment, clerk, kept.revision if kept else 0, now, covers=joined)


@transaction.atomic
def clear_redaction(*, attachment_id: int, clerk: User, number: int | None = None, now: datetime) -> None:
    """Take one cover or mark back, by its number in the list, or all of them."""
    item, attachment = _editable(attachment_id, clerk)
    kept = redaction_of(item, attachment)
    if kept is None:
        return
    rows = kept.marks or kept.covers
    if number is not None and not 0 <= number < len(rows):
        raise Conflict("这一处遮盖已经被撤销，请看最新的列表。")
    left = [] if number is None else [row for at, row in enumerate(rows) if at != number]
    field = "marks" if kept.marks else "covers"
    _save(item, attachment, clerk, kept.revision, now, **{field: left})


def _editable(attachment_id: int, clerk: User) -> tuple[Item, Attachment]:
    attachment = Attachment.objects.select_related("version", "file").get(pk=attachment_id)
    item = locked(attachment.version.item_id)
    if not may_edit(clerk, item) or not attachment.version.is_draft:
        raise NotAllowed(
            f"这条信息现在是“{item.get_stage_display()}”，不能再遮盖附件。请刷新页面查看最新情况。"
        )
    return item, attachment


def _save(
    item: Item, attachment: Attachment, clerk: User, revision: int, now: datetime, **content: list
) -> Redaction:
    kept = redaction_of(item, attachment)
    if kept is not None and kept.revision != revision:
        raise Conflict(
            f"{kept.edited_by.name}刚刚改过这份文件的遮盖，您的页面是旧的，这次改动没有保存。请刷新页面。"
        )
    said = {
        "file": attachment.file,
        "edited_by": clerk,
        "edited_at": now,
        "revision": revision + 1,
        **content,
    }
    if kept is None:
        said = {"marks": [], "covers": []} | said
    redaction, _ = Redaction.objects.update_or_create(
        subject_key=item.subject_key, container=attachment.code, defaults=said
    )
    Version.objects.filter(pk=attachment.version_id).update(edited_by=clerk, edited_at=now)
    return redaction


def _joined(covers: list[tuple[int, int, int, str]]) -> list[list]:
    """Sort the covers and join those that overlap: two covers on one place would cut each other."""
    joined: list[list] = []
    for passage, start, end, ground in sorted(set(covers)):
        last = joined[-1] if joined else None
        if last and last[0] == passage and start <= last[2]:
            last[2] = max(last[2], end)
        else:
            joined.append([passage, start, end, ground])
    return joined
