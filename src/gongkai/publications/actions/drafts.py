"""Writing: starting an item, saving its draft, its attachments, giving it up and taking it up again."""

from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.files.actions import store
from gongkai.history.actions import record
from gongkai.screening.actions import ask_for_check, ask_for_checks
from gongkai.sections.models import Section

from ..enums import ItemKind, Stage, Visibility, next_stage
from ..hashing import content_of
from ..markup import clean
from ..models import CONTENT_FIELDS, Attachment, DraftCopy, Item, Version
from ..rules import may_edit, may_restore, may_revise
from .numbering import proposed_document_number
from .publishing import held, locked

MOST_ATTACHMENTS = 60


class EditConflict(Conflict):
    """Somebody else saved in between; ``copy`` keeps what this person had typed."""

    def __init__(self, message: str, copy: DraftCopy):
        super().__init__(message)
        self.copy = copy


# What a register writes into an item made from it, and nobody else.
WRITTEN_BY_MAKER = ("title", "body")


@transaction.atomic
def start_item(
    *,
    clerk: User,
    agency: Agency,
    kind: ItemKind,
    section: Section | None = None,
    made_from: str = "",
    now: datetime,
) -> Item:
    """
    Open a new item of ``agency`` with an empty draft and sensible metadata.

    For a document the next 文号 is proposed. ``made_from`` names the record of another room that writes its text.
    Raises NotAllowed when the person does not write for this office.
    """
    if not clerk.has_role(Role.CLERK, agency.pk):
        raise NotAllowed(f"您不是{agency.short_name}的信息员，不能以它的名义起草。")
    item = Item.objects.create(
        county_id=agency.county_id,
        agency=agency,
        made_from=made_from,
        created_by=clerk,
        created_at=now,
        changed_at=now,
    )
    today = localdate(now)
    is_document = kind == ItemKind.DOCUMENT
    Version.objects.create(
        item=item,
        kind=kind,
        section=section,
        issuer=agency.name if is_document else "",
        source=agency.name,
        signed_on=today if is_document else None,
        document_number=proposed_document_number(agency, today) if is_document else "",
        validity="in_force" if is_document else "",
        edited_by=clerk,
        edited_at=now,
    )
    record(item, "item.started", actor=clerk, agency=agency, kind=kind)
    return item


def save_draft(
    *,
    item_id: int,
    clerk: User,
    revision: int,
    content: dict,
    also_in: list[Section] | None = None,
    topics: list | None = None,
    now: datetime,
) -> Version:
    """
    Save what the clerk typed into the draft and return it with its new ``revision``.

    ``content`` holds some or all of CONTENT_FIELDS; ``revision`` is the one the page was loaded with. When somebody
    else has saved since, or the text has left the clerk's hands, what was typed is kept as a DraftCopy and
    EditConflict is raised: nothing typed is ever lost. Saving leaves no event; submitting freezes and records.
    """
    with transaction.atomic():
        item = locked(item_id)
        draft = item.versions.filter(number=None).first()
        problem = _why_not_save(item, draft, clerk, revision)
        if problem is None:
            for name in CONTENT_FIELDS:
                if name in content and not (item.made_from and name in WRITTEN_BY_MAKER):
                    setattr(draft, name, content[name])
            draft.body = clean(draft.body)
            draft.revision += 1
            draft.edited_by, draft.edited_at = clerk, now
            draft.save()
            if also_in is not None:
                draft.also_in.set(also_in)
            if topics is not None:
                draft.topics.set(topics)
            _touch(item, draft, now)
            return draft
        copy = DraftCopy.objects.create(item=item, content=_as_json(content), made_by=clerk, made_at=now)
    # Raised after the copy is committed; inside the transaction the error would take it away again.
    raise EditConflict(f"{problem}您刚才的内容已另存为一份“未并入的改动”，没有丢失。", copy)


@transaction.atomic
def write_made(*, item_id: int, made_from: str, clerk: User, title: str, body: str, now: datetime) -> Version:
    """
    Put the text that another room has made into the draft of an item made from it, and return the draft.

    A settled item gets a revision. Raises NotAllowed when the item is under review or not the person's to write.
    """
    item = held(item_id)
    if item.made_from != made_from:
        raise NotAllowed("这条信息不是由这份材料生成的，没有写入。")
    if item.stage == Stage.SETTLED:
        revise(item_id=item_id, clerk=clerk, now=now)
        item.refresh_from_db()
    if not may_edit(clerk, item):
        raise NotAllowed(
            f"“{item}”现在是“{item.get_stage_display()}”，不能改写。审核中的请先撤回，再重新生成。"
        )
    draft = item.versions.get(number=None)
    draft.title, draft.body = title, clean(body)
    draft.revision += 1
    draft.edited_by, draft.edited_at = clerk, now
    draft.save()
    _touch(item, draft, now)
    return draft


def attach(
    *,
    item_id: int,
    clerk: User,
    content: IO[bytes],
    name: str,
    is_inline: bool = False,
    alternative_text: str = "",
    now: datetime,
) -> Attachment:
    """
    Store a file and attach it to the draft.

    Raises files.actions.FileRefused with the reason when the content is not of an allowed kind.
    """
    stored = store(content, name=name)  # before the transaction: copying 100 MB must not hold a database lock
    if is_inline and not stored.is_image:
        raise NotAllowed("正文里只能插入图片；其他文件请放在附件里。")
    with transaction.atomic():
        draft = _editable_draft(item_id, clerk)
        count = draft.attachments.count()
        if count >= MOST_ATTACHMENTS:
            raise NotAllowed(f"一条信息最多{MOST_ATTACHMENTS}个附件。请合并为压缩包，或者分成几条发布。")
        attachment = Attachment.objects.create(
            version=draft,
            file=stored,
            name=name[:200],
            is_inline=is_inline,
            alternative_text=alternative_text[:300],
            position=count,
        )
        ask_for_check(stored, draft.item.agency.county)
        _mark_edited(draft, clerk, now)
        return attachment


@transaction.atomic
def detach(*, attachment_id: int, clerk: User, now: datetime) -> None:
    """Take a file off the draft; versions that are frozen keep theirs."""
    attachment = Attachment.objects.select_related("version").get(pk=attachment_id)
    draft = _editable_draft(attachment.version.item_id, clerk, attachment)
    attachment.delete()
    _mark_edited(draft, clerk, now)


@transaction.atomic
def change_attachment(
    *, attachment_id: int, clerk: User, name: str, alternative_text: str, now: datetime
) -> Attachment:
    """Give an attachment the name the public will see, or an image its alternative text."""
    attachment = Attachment.objects.select_related("version", "file").get(pk=attachment_id)
    draft = _editable_draft(attachment.version.item_id, clerk, attachment)
    name = name.strip()
    if not name:
        raise NotAllowed("附件名称不能为空。")
    suffix = f".{attachment.file.extension}"
    attachment.name = name if name.lower().endswith(suffix) else name + suffix
    attachment.alternative_text = alternative_text.strip()
    attachment.save(update_fields=["name", "alternative_text"])
    _mark_edited(draft, clerk, now)
    return attachment


@transaction.atomic
def move_attachment(*, attachment_id: int, clerk: User, step: int, now: datetime) -> None:
    """Move an attachment up (``step`` -1) or down (+1) in the list."""
    attachment = Attachment.objects.select_related("version").get(pk=attachment_id)
    draft = _editable_draft(attachment.version.item_id, clerk, attachment)
    listed = list(draft.attachments.filter(is_inline=False))
    here = next(place for place, each in enumerate(listed) if each.pk == attachment.pk)
    there = max(0, min(len(listed) - 1, here + step))
    listed.insert(there, listed.pop(here))
    for position, each in enumerate(listed):
        each.position = position
    Attachment.objects.bulk_update(listed, ["position"])
    _mark_edited(draft, clerk, now)


@transaction.atomic
def revise(*, item_id: int, clerk: User, now: datetime) -> Version:
    """Begin a new draft from the latest version of a settled item; the public page stays as it is meanwhile."""
    item = held(item_id)
    if not may_revise(clerk, item):
        raise NotAllowed("只有本单位的信息员可以修改，并且上一次修改要先办结。请刷新页面查看最新情况。")
    item.stage = next_stage(item.stage, "revise")
    draft = draft_from(item.versions.latest("number"), editor=clerk, now=now)
    item.changed_at = now
    item.save(update_fields=["stage", "changed_at"])
    record(item, "item.revision_started", actor=clerk, agency=item.agency)
    return draft


def draft_from(version: Version, *, editor: User | None, now: datetime) -> Version:
    """Copy a frozen version, its places, topics and attachments into a new draft."""
    draft = Version.objects.create(
        item_id=version.item_id,
        revision=version.revision + 1,
        edited_by=editor,
        edited_at=now,
        **{name: getattr(version, name) for name in CONTENT_FIELDS},
    )
    draft.also_in.set(version.also_in.all())
    draft.topics.set(version.topics.all())
    copies = list(version.attachments.select_related("original", "file"))
    for copy in copies:
        copy.pk, copy.version = None, draft
        # A draft holds what was uploaded: its answers still apply, and its copy is made anew if they change.
        copy.file, copy.original = copy.original or copy.file, None
    Attachment.objects.bulk_create(copies)
    ask_for_checks([copy.file for copy in copies], version.item.agency.county)
    return draft


@transaction.atomic
def drop_revision(*, item_id: int, clerk: User, now: datetime) -> Item:
    """Give up a revision of an item that has been public; the public version is not touched."""
    item = held(item_id)
    if not may_edit(clerk, item) or item.visibility == Visibility.UNPUBLISHED:
        raise NotAllowed("只能放弃本单位正在起草的修改稿。请刷新页面查看最新情况。")
    item.stage = next_stage(item.stage, "drop_revision")
    draft = item.versions.get(number=None)
    dropped = content_of(draft)
    draft.delete()
    item.title = item.published_version.title if item.published_version else item.title
    item.changed_at = now
    item.save(update_fields=["stage", "title", "changed_at"])
    record(item, "item.revision_dropped", actor=clerk, agency=item.agency, title=dropped["title"])
    return item


@transaction.atomic
def discard(*, item_id: int, clerk: User, now: datetime) -> Item:
    """Put an item that was never public aside; it can be restored."""
    item = held(item_id)
    if not may_edit(clerk, item) or item.visibility != Visibility.UNPUBLISHED:
        raise NotAllowed("只能弃用本单位还没有发布过的草稿。请刷新页面查看最新情况。")
    item.stage, item.changed_at = next_stage(item.stage, "discard"), now
    item.save(update_fields=["stage", "changed_at"])
    record(item, "item.discarded", actor=clerk, agency=item.agency)
    return item


@transaction.atomic
def restore(*, item_id: int, clerk: User, now: datetime) -> Item:
    """Take a discarded item up again."""
    item = held(item_id)
    if not may_restore(clerk, item):
        raise NotAllowed("只有本单位的信息员可以恢复弃用的草稿。")
    item.stage, item.changed_at = next_stage(item.stage, "restore"), now
    item.save(update_fields=["stage", "changed_at"])
    record(item, "item.restored", actor=clerk, agency=item.agency)
    return item


@transaction.atomic
def settle_copy(*, copy_id: int, clerk: User, now: datetime) -> DraftCopy:
    """Say that a kept copy has been dealt with (taken over or no longer needed)."""
    copy = DraftCopy.objects.select_related("item").select_for_update(of=("self",)).get(pk=copy_id)
    if not clerk.has_role(Role.CLERK, copy.item.agency_id):
        raise NotAllowed("只有本单位的信息员可以处理未并入的改动。")
    copy.settled_at = now
    copy.save(update_fields=["settled_at"])
    return copy


def _why_not_save(item: Item, draft: Version | None, clerk: User, revision: int) -> str | None:
    if not clerk.has_role(Role.CLERK, item.agency_id):
        # Not a matter of timing: this person never had anything to type here.
        raise NotAllowed("只有本单位的信息员可以修改这条信息。")
    if draft is None or item.stage not in {Stage.DRAFTING, Stage.RETURNED}:
        return f"这条信息现在是“{item.get_stage_display()}”，不能再保存改动。"
    if draft.revision != revision:
        name = draft.edited_by.name if draft.edited_by else "其他人"
        return f"{name}已于{localtime(draft.edited_at):%-m月%-d日 %H:%M}保存了新的内容，您的页面是旧的。"
    return None


def _editable_draft(item_id: int, clerk: User, attachment: Attachment | None = None) -> Version:
    item = locked(item_id)
    if not may_edit(clerk, item):
        raise NotAllowed(
            f"这条信息现在是“{item.get_stage_display()}”，不能改动附件。请刷新页面查看最新情况。"
        )
    draft = item.versions.get(number=None)
    if attachment is not None and attachment.version_id != draft.pk:
        raise NotAllowed("这个附件属于已经定稿的版本，不能改动。")
    return draft


def _mark_edited(draft: Version, clerk: User, now: datetime) -> None:
    """
    Attachments do not count as a revision of the text: a colleague's upload must not make a typed text stale.
    """
    draft.edited_by, draft.edited_at = clerk, now
    draft.save(update_fields=["edited_by", "edited_at"])


def _touch(item: Item, draft: Version, now: datetime) -> None:
    if item.visibility == Visibility.UNPUBLISHED:
        item.title, item.section_id = draft.title, draft.section_id
    item.changed_at = now
    item.save(update_fields=["title", "section", "changed_at"])


def _as_json(content: dict) -> dict:
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in content.items()
    }
