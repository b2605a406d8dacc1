"""Screening in the demo: files are really looked into and copied, and clerks and secrecy reviewers really answer."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localdate

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.files.models import StoredFile
from gongkai.publications import actions
from gongkai.publications.models import Attachment, Item, Version
from gongkai.publications.queries import screenings_of
from gongkai.publications.screening_state import file_lines, state_of, text_rows
from gongkai.screening.actions import ensure_checked, ensure_copied, write_screening
from gongkai.screening.enums import AnswerChoice, KeepReason, Kind
from gongkai.screening.groups import Group, group
from gongkai.screening.models import TEXT, ScreeningLine
from gongkai.screening.queries import checks_of

LOOKED = {Kind.UNREAD_PICTURE, Kind.UNREAD_PAGE, Kind.UNREAD_PART}
CONTACTS = {Kind.LANDLINE, Kind.MOBILE, Kind.EMAIL}
BY_LAW = {Kind.NAME, Kind.HEADING}


def public_copy(stored: StoredFile, county: County) -> StoredFile:
    """Have a file of the demo looked into and return its clean copy."""
    ensure_checked(stored, county)
    return ensure_copied(stored, {}).file


def answer_findings(item: Item, clerk: User, *, now: datetime) -> None:
    """What a careful clerk does before she submits."""
    draft = item.versions.get(number=None)
    for attachment in draft.attachments.select_related("file"):
        ensure_checked(attachment.file, item.agency.county)
    for open_group in [each for each in state_of(item, draft, today=localdate(now)).groups if each.is_open]:
        choice, reason, note = _answer(open_group.kind)
        actions.answer_findings(
            item_id=item.pk,
            clerk=clerk,
            container=open_group.container,
            kind=open_group.kind,
            choice=choice,
            reason=reason,
            note=note,
            now=now,
        )
    for line in file_lines(item, item.versions.get(number=None)):
        ensure_copied(line.attachment.file, line.recipe)


def confirm_kept(item: Item, version: Version, checker: User, *, now: datetime) -> None:
    """What the secrecy reviewer does before the three ticks."""
    lines = [line.pk for line in screenings_of(version).first().lines.all() if line.is_unconfirmed]
    if lines:
        actions.confirm_kept(
            item_id=item.pk, line_ids=lines, checker=checker, seen_hash=version.content_hash, now=now
        )


def put_on_record(
    version: Version, attachments: Sequence[Attachment], *, clerk: User, checker: User, now: datetime
) -> None:
    """Write the screening of a version that went public in the past, with what is really found in it."""
    item = version.item
    checks = checks_of(each.original_id for each in attachments)
    groups = group(TEXT, "文字", text_rows(item, version, attachments, checks, today=localdate(now)), {})
    for each in attachments:
        label = f"正文图片“{each.name}”" if each.is_inline else f"附件“{each.name}”"
        groups += group(each.code, label, checks[each.original_id].findings, {})
    for each in groups:
        if each.is_open:
            _answered(each, clerk, now)
    record = write_screening(
        agency=item.agency,
        subject_key=item.subject_key,
        subject_label=version.title,
        content_hash=version.content_hash,
        groups=groups,
        now=now,
    )
    ScreeningLine.objects.filter(screening=record, choice=AnswerChoice.KEEP).update(
        confirmed_by=checker, confirmed_at=now
    )


def _answered(each: Group, clerk: User, now: datetime) -> None:
    choice, each.reason, each.note = _answer(each.kind)
    # A past text is what it is: nothing in it can be masked any more.
    each.choice = AnswerChoice.KEEP
    if choice == AnswerChoice.MASK:
        each.reason, each.note = KeepReason.NOT_SO, ""
    each.answered_by_id, each.answered_at = clerk.pk, now


def _answer(kind: Kind) -> tuple[AnswerChoice, str, str]:
    if kind in LOOKED:
        return AnswerChoice.KEEP, KeepReason.LOOKED, ""
    if kind in CONTACTS:
        return AnswerChoice.KEEP, KeepReason.OFFICE_CONTACT, ""
    if kind in BY_LAW:
        return AnswerChoice.KEEP, KeepReason.REQUIRED, "按公示规定公开姓名"
    return AnswerChoice.MASK, "", ""
