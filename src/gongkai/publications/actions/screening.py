"""Dealing with what screening found in a draft: masking it, keeping it with a reason, taking an answer back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.accounts.models import User
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.files.models import StoredFile
from gongkai.history.actions import hold_chain, record
from gongkai.review.rules import may_tick_secrecy
from gongkai.screening import actions as screening
from gongkai.screening.enums import AnswerChoice, FileState, KeepReason, Level
from gongkai.screening.facts import FACTS
from gongkai.screening.findings import Cover
from gongkai.screening.models import TEXT, Screening
from gongkai.screening.queries import checks_of
from gongkai.screening.recording import Row

from ..models import Attachment, Item, Version
from ..queries import screenings_of
from ..rules import may_edit
from ..screened_text import cover
from ..screening_state import FileLine, ScreeningState, coverable, file_line, file_lines, text_rows
from .publishing import held, locked


@transaction.atomic
def answer_findings(
    *,
    item_id: int,
    clerk: User,
    container: str,
    kind: str,
    fingerprints: Sequence[str] = (),
    choice: AnswerChoice,
    reason: str = "",
    note: str = "",
    now: datetime,
) -> int:
    """
    Answer the findings of one kind in one container, all of them or those named, and return how many places.

    Masking in the text changes the draft at once and cannot be undone; in a file it makes a new public copy.
    """
    item, draft = _draft_of(item_id, clerk)
    rows = [
        row
        for row in _rows_in(item, draft, container, now)
        if row["kind"] == kind and (not fingerprints or row["fingerprint"] in fingerprints)
    ]
    if not rows:
        raise NotAllowed("这类发现已经没有了，可能刚被改掉。请看最新的筛查结果。")
    if choice == AnswerChoice.KEEP and FACTS[rows[0]["kind"]].level == Level.ADVICE and not reason:
        reason = KeepReason.NOT_SO  # advice that is not followed needs no defence
    screening.answer_all(
        subject_key=item.subject_key,
        container=container,
        rows=rows,
        choice=choice,
        reason=reason,
        note=note,
        actor=clerk,
        now=now,
    )
    if container == TEXT and choice == AnswerChoice.MASK:
        _mask_text(item, draft, rows, clerk, now)
    elif container != TEXT:
        _order_copies(file_lines(item, draft))
    return len(rows)


@transaction.atomic
def mask_all(*, item_id: int, clerk: User, container: str, now: datetime) -> int:
    """
    Mask in the public copy of a file what still has to be answered and can be masked; return how many places.

    Each kind can be taken back by itself, the upload stays as it is.
    """
    item, draft = _draft_of(item_id, clerk)
    line = file_line(item, draft, container)
    rows = [row for each in line.open_groups if each.may_be_masked for row in each.rows] if line else []
    if not rows:
        raise NotAllowed("这个附件里已经没有等着遮盖的内容。请看最新的筛查结果。")
    screening.answer_all(
        subject_key=item.subject_key,
        container=container,
        rows=rows,
        choice=AnswerChoice.MASK,
        actor=clerk,
        now=now,
    )
    _order_copies(file_lines(item, draft))
    return len(rows)


@transaction.atomic
def take_back_answer(*, item_id: int, clerk: User, container: str, kind: str, now: datetime) -> None:
    """Open the findings of one kind again."""
    item, draft = _draft_of(item_id, clerk)
    screening.forget_answers(subject_key=item.subject_key, container=container, kind=kind)
    _order_copies(file_lines(item, draft))


@transaction.atomic
def confirm_kept(
    *, item_id: int, line_ids: Sequence[int], checker: User, seen_hash: str, now: datetime
) -> int:
    """The secrecy reviewer's tick on findings that the clerk kept (before the three ticks of the secrecy review)."""
    item = held(item_id)
    version = item.versions.select_related("review").filter(review__isnull=False).order_by("number").last()
    if version is None:
        raise NotAllowed("这条信息还没有送审。")
    if not may_tick_secrecy(checker, version.review):
        raise NotAllowed(
            "保留的内容由本单位的保密审查员确认，起草人和各级审核人不能兼任；审核已结束的也不能再补。"
        )
    if seen_hash != version.content_hash:
        raise Conflict("您看到的内容不是现在送审的版本。请刷新页面后再确认，这一次没有保存。")
    return screening.confirm_kept(
        screening_id=screenings_of(version).first().pk, line_ids=line_ids, checker=checker, now=now
    )


@transaction.atomic
def read_original(*, attachment_id: int, reader: User) -> StoredFile:
    """
    Return the upload behind a public copy, and leave an event: it may hold what was not to be published.

    Who may open the item has been asked by the caller.
    """
    hold_chain()
    attachment = Attachment.objects.select_related("original", "version__item__agency").get(pk=attachment_id)
    if attachment.original is None:
        raise NotAllowed("这个附件没有另存的原件。")
    item = attachment.version.item
    record(
        item,
        "item.original_read",
        actor=reader,
        agency=item.agency,
        version=attachment.version.number,
        hash=attachment.original.sha256,
    )
    return attachment.original


def require_confirmed(version: Version) -> None:
    """Refuse a secrecy tick that says yes while kept findings wait for their own tick."""
    found = screenings_of(version).first()
    left = [line for line in found.lines.all() if line.is_unconfirmed] if found else []
    if left:
        names = "、".join(f"{line.container_label}的{line.get_kind_display()}" for line in left)
        raise NotAllowed(f"还有保留的内容没有逐项确认（{names}）。请先在“筛查发现”里看过理由，勾选确认。")


def use_copies(item: Item, draft: Version, state: ScreeningState, now: datetime) -> None:
    """
    Put the clean public copies in place of the uploads, just before the version is frozen.

    Raises NotAllowed with everything that is open: nothing leaves that has not been looked at.
    """
    gaps = state.gaps()
    if gaps:
        _order_copies(state.files)
        raise NotAllowed("还不能送审：" + "".join(gap.message for gap in gaps))
    for line in state.files:
        attachment, made = line.attachment, line.copy.file
        attachment.original, attachment.file = attachment.file, made
        stem, dot, ending = attachment.name.rpartition(".")
        if dot and ending.lower() != made.extension and made.extension != attachment.original.extension:
            attachment.name = f"{stem}.{made.extension}"  # converted: an old Word file leaves as a new one
    Attachment.objects.bulk_update([line.attachment for line in state.files], ["original", "file", "name"])


def put_on_record(item: Item, version: Version, state: ScreeningState, now: datetime) -> Screening:
    """Write what was found in the frozen version and how it was answered."""
    return screening.write_screening(
        agency=item.agency,
        subject_key=item.subject_key,
        subject_label=version.title,
        content_hash=version.content_hash,
        groups=state.groups,
        now=now,
    )


def _draft_of(item_id: int, clerk: User) -> tuple[Item, Version]:
    item = locked(item_id)
    if not may_edit(clerk, item):
        raise NotAllowed(
            f"这条信息现在是“{item.get_stage_display()}”，不能再处理筛查结果。请刷新页面查看最新情况。"
        )
    return item, item.versions.get(number=None)


def _rows_in(item: Item, draft: Version, container: str, now: datetime) -> list[Row]:
    attachments = list(draft.attachments.select_related("file"))
    checks = checks_of(each.file_id for each in attachments)
    if container == TEXT:
        return text_rows(item, draft, attachments, checks, today=localdate(now))
    attachment = next((each for each in attachments if each.code == container), None)
    check = checks.get(attachment.file_id) if attachment else None
    if check is None or check.state != FileState.DONE:
        raise NotAllowed("这个附件还没有检查完，或者已经移除。请稍等片刻再处理。")
    return coverable(check.findings, attachment.file.extension)


def _mask_text(item: Item, draft: Version, rows: list[Row], clerk: User, now: datetime) -> None:
    if item.made_from:
        raise NotAllowed("这条信息的文字由别处的材料生成，不能在这里遮盖。请到那份材料里修改，再重新生成。")
    attachments = list(draft.attachments.select_related("file"))
    covers = [Cover(row["passage"], row["start"], row["end"], row["cover"]) for row in rows]
    cover(draft, attachments, covers)
    draft.revision += 1  # a page that still shows the numbers must not save them again
    draft.edited_by, draft.edited_at = clerk, now
    draft.save()
    Attachment.objects.bulk_update(attachments, ["name", "alternative_text"])
    if not item.published_version_id:
        item.title = draft.title
    item.changed_at = now
    item.save(update_fields=["title", "changed_at"])


def _order_copies(lines: Sequence[FileLine]) -> None:
    """Ask for the copy of every file whose findings are all answered."""
    for line in lines:
        if line.is_answered and line.copy is None:
            screening.ask_for_copy(line.attachment.file, line.recipe)
