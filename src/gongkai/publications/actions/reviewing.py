"""An item on its way through review: submitted, signed, ticked, returned, withdrawn, released early."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gongkai.accounts.models import User
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import record
from gongkai.review import actions as review
from gongkai.review.enums import Decision, ReviewState, SecrecyKind
from gongkai.review.models import Review, ReviewStep
from gongkai.sections.queries import chain_for, writable_sections

from ..completeness import missing
from ..enums import Stage, TakeDownReason, Visibility, next_stage
from ..hashing import content_hash
from ..models import Item, Version
from ..rules import may_edit, may_settle_request, may_withdraw
from ..screening_state import state_of
from .drafts import draft_from
from .publishing import close_public_page, held, make_public, publish_item
from .screening import put_on_record, require_confirmed, use_copies


@transaction.atomic
def submit(*, item_id: int, clerk: User, revision: int, now: datetime) -> Review:
    """
    Freeze the draft with its hash and open its review at the first level.

    Uploads give way to their clean public copies, and what screening found goes on record with the answers.
    Raises NotAllowed with everything that is missing or unanswered, or when the section is not the office's to write in; Conflict
    when somebody has saved since the page was loaded.
    """
    item = held(item_id)
    if not may_edit(clerk, item):
        raise NotAllowed(f"这条信息现在是“{item.get_stage_display()}”，不能送审。请刷新页面查看最新情况。")
    draft = item.versions.select_related("section").get(number=None)
    if draft.revision != revision:
        raise Conflict("您的页面打开后草稿又有改动。请刷新页面，看过最新内容再送审。")
    state = state_of(item, draft, today=localdate(now))
    gaps = [gap.message for gap in missing(draft) if gap.blocks]
    if gaps:
        raise NotAllowed("还不能送审：" + "".join(gaps + [gap.message for gap in state.gaps()]))
    writable = {section.pk for section in writable_sections(clerk, item.agency)}
    for section in [draft.section, *draft.also_in.all()]:
        if section.pk not in writable:
            raise NotAllowed(
                f"栏目“{section.name}”不由您所在的单位发布，请改选栏目，或请政府信息公开工作机构授权。"
            )
    use_copies(item, draft, state, now)
    _freeze(draft, now)
    put_on_record(item, draft, state, now)
    draft.review = review.open_review(
        subject_key=item.subject_key,
        subject_label=draft.title,
        content_hash=draft.content_hash,
        agency=item.agency,
        author=clerk,
        chain=chain_for(draft.section),
        now=now,
    )
    draft.save(update_fields=["review"])
    item.stage, item.changed_at = next_stage(item.stage, "submit"), now
    item.save(update_fields=["stage", "changed_at"])
    record(
        item,
        "item.submitted",
        actor=clerk,
        agency=item.agency,
        version=draft.number,
        content_hash=draft.content_hash,
    )
    return draft.review


@transaction.atomic
def decide(
    *,
    item_id: int,
    position: int,
    reviewer: User,
    decision: Decision,
    opinion: str = "",
    seen_hash: str,
    now: datetime,
) -> Item:
    """
    Sign at one level. The last approval publishes at once, or at the time the draft asked for.

    A return gives the clerk a new draft of the same text. Raises what ``review.actions.decide`` raises.
    """
    item, version = _under_review(item_id)
    _refuse_changed_content(item, version, now)
    signed = review.decide(
        review_id=version.review_id,
        position=position,
        reviewer=reviewer,
        decision=decision,
        opinion=opinion,
        seen_hash=seen_hash,
        now=now,
    )
    return _after_review(item, version, signed, now)


@transaction.atomic
def tick_secrecy(
    *,
    item_id: int,
    kind: SecrecyKind,
    checker: User,
    may_be_public: bool,
    opinion: str = "",
    seen_hash: str,
    now: datetime,
) -> Item:
    """Make one secrecy tick; one that says no returns the item to its clerk."""
    item, version = _under_review(item_id)
    _refuse_changed_content(item, version, now)
    if may_be_public:
        require_confirmed(version)
    ticked = review.tick_secrecy(
        review_id=version.review_id,
        kind=kind,
        checker=checker,
        may_be_public=may_be_public,
        opinion=opinion,
        seen_hash=seen_hash,
        now=now,
    )
    return _after_review(item, version, ticked, now)


@transaction.atomic
def release_early(*, item_id: int, releaser: User, reason: str, now: datetime) -> Item:
    """Publish before the levels have signed (先发后审); the review goes on and stays on everybody's list."""
    item, version = _under_review(item_id)
    review.release_early(review_id=version.review_id, releaser=releaser, reason=reason, now=now)
    make_public(item, version, verb="release_early", now=now)
    return item


@transaction.atomic
def withdraw(*, item_id: int, clerk: User, now: datetime) -> Version:
    """
    Take an item back from review, or from waiting for its time, to change it; signatures given so far lapse.

    An item that was released early stays public and cannot be taken back, only returned or taken down.
    """
    item = held(item_id)
    if not may_withdraw(clerk, item):
        raise NotAllowed("只有本单位的信息员可以撤回，并且只能撤回审核中或待定时发布的信息。")
    version = item.versions.select_related("review").filter(review__isnull=False).latest("number")
    if version.review.early_at is not None:
        raise NotAllowed("这条信息已先行发布，审核必须做完，不能撤回。内容有误的请办理撤下，或由审核人退回。")
    if item.stage == Stage.IN_REVIEW:
        review.withdraw(review_id=version.review_id, actor=clerk, now=now)
    else:
        review.void(review_id=version.review_id, actor=clerk, reason="待发布期间撤回修改", now=now)
    item.stage, item.publish_at, item.changed_at = next_stage(item.stage, "withdraw"), None, now
    item.save(update_fields=["stage", "publish_at", "changed_at"])
    record(item, "item.withdrawn", actor=clerk, agency=item.agency, version=version.number)
    return draft_from(version, editor=clerk, now=now)


@transaction.atomic
def settle_request(*, step_id: int, clerk: User, answer: str, now: datetime) -> ReviewStep:
    """Answer a change request that came with an approval."""
    item = Item.objects.get(versions__review__steps=step_id)
    if not may_settle_request(clerk, item):
        raise NotAllowed("修改要求由本单位的信息员办理。")
    return review.settle_request(step_id=step_id, actor=clerk, answer=answer, now=now)


def _freeze(draft: Version, now: datetime) -> None:
    draft.title, draft.summary = draft.title.strip(), draft.summary.strip()
    draft.number = (draft.item.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    draft.frozen_at = now
    draft.content_hash = content_hash(draft)
    draft.save()


def _under_review(item_id: int) -> tuple[Item, Version]:
    """The locked item and the version that is or was last under review."""
    item = held(item_id)
    version = item.versions.select_related("review").filter(review__isnull=False).order_by("number").last()
    if version is None:
        raise NotAllowed("这条信息还没有送审。")
    return item, version


def _refuse_changed_content(item: Item, version: Version, now: datetime) -> None:
    """
    Refuse to sign a text that is not the one that was frozen.

    The database refuses such a change; this catches one made around it, for instance in a restored file store.
    """
    if content_hash(version) != version.content_hash:
        raise Conflict(
            "这个版本的内容与送审时的指纹不一致，不能签署。请立即告知系统管理员和政府信息公开工作机构。"
        )


def _after_review(item: Item, version: Version, done: Review, now: datetime) -> Item:
    if done.state == ReviewState.RETURNED:
        _return_to_clerk(item, version, done, now)
    elif done.state == ReviewState.APPROVED:
        _let_go(item, version, done, now)
    item.refresh_from_db()
    return item


def _return_to_clerk(item: Item, version: Version, done: Review, now: datetime) -> None:
    item.stage, item.changed_at = next_stage(item.stage, "return"), now
    item.save(update_fields=["stage", "changed_at"])
    draft_from(version, editor=done.author, now=now)
    record(item, "item.returned", agency=item.agency, version=version.number)
    if done.early_at is not None and item.visibility == Visibility.PUBLISHED:
        # What was released early and then failed its review must not stay public.
        close_public_page(item, actor=None, reason=TakeDownReason.REVIEW_FAILED, note="", now=now)


def _let_go(item: Item, version: Version, done: Review, now: datetime) -> None:
    item.stage = next_stage(item.stage, "approve")
    if done.early_at is not None and item.published_version_id == version.pk:
        item.stage = next_stage(item.stage, "publish")  # it is public already; only the signatures were open
        item.changed_at = now
        item.save(update_fields=["stage", "changed_at"])
        record(item, "item.review_completed_late", agency=item.agency, version=version.number)
        return
    item.publish_at, item.changed_at = version.publish_at, now
    item.save(update_fields=["stage", "publish_at", "changed_at"])
    record(item, "item.approved", agency=item.agency, version=version.number, publish_at=version.publish_at)
    if version.publish_at is None or version.publish_at <= now:
        publish_item(item_id=item.pk, now=now)
