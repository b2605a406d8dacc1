"""
The three-level review: one engine for everything that leaves the office.

Levels are different people, none is skipped, a change of content voids it, two people pressing at once give one
decision. Each action locks the review, checks, writes and leaves an event.
"""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import record

from .enums import Decision, ReviewState, SecrecyKind, next_state
from .models import Chain, Review, ReviewStep, SecrecyTick
from .rules import current_step, has_acted, may_decide, may_release_early, may_tick_secrecy

LEAST_LEVELS = 3  # 三级审核 (domain_rules 0.10)


@transaction.atomic
def open_review(
    *,
    subject_key: str,
    subject_label: str,
    content_hash: str,
    agency: Agency,
    author: User,
    chain: Chain,
    now: datetime,
) -> Review:
    """
    Send a frozen content through ``chain``; the levels are copied, so a later change of the chain alters nothing.

    Raises NotAllowed when the chain has fewer than three levels or the subject is already under review.
    """
    levels = list(chain.levels.all())
    if len(levels) < LEAST_LEVELS:
        raise NotAllowed(
            f"审核流程“{chain.name}”只有{len(levels)}级，不足三级。请联系政府信息公开工作机构补全后再送审。"
        )
    if Review.objects.filter(subject_key=subject_key, state=ReviewState.OPEN).exists():
        raise NotAllowed("这项内容已经在审核中，不能重复送审。")
    review = Review.objects.create(
        agency=agency,
        subject_key=subject_key,
        subject_label=subject_label[:200],
        content_hash=content_hash,
        author=author,
        opened_at=now,
        position=levels[0].position,
    )
    ReviewStep.objects.bulk_create(
        ReviewStep(
            review=review,
            position=level.position,
            label=level.label,
            role=level.role,
            agency=level.agency or agency,
        )
        for level in levels
    )
    record(review, "review.opened", actor=author, agency=agency, content_hash=content_hash, chain=chain.name)
    return review


@transaction.atomic
def decide(
    *,
    review_id: int,
    position: int,
    reviewer: User,
    decision: Decision,
    opinion: str = "",
    seen_hash: str,
    now: datetime,
) -> Review:
    """
    Sign at one level: approve, approve with a noted change request, or return.

    ``seen_hash`` names the content the reviewer had on the screen. The last level may approve only when the three
    secrecy ticks are made. A return closes the review; the next one starts again at the first level.
    Raises Conflict when the level has already been decided, NotAllowed otherwise.
    """
    review = _locked(review_id)
    step = current_step(review)
    if step is None or step.position != position:
        raise _already_decided(review, position)
    if seen_hash != review.content_hash:
        raise Conflict(
            "您看到的内容不是现在送审的版本。请刷新页面，看过最新版本再签署意见，您的意见没有保存。"
        )
    if not may_decide(reviewer, review):
        raise NotAllowed(_why_not_decide(reviewer, review, step))
    opinion = opinion.strip()
    if decision != Decision.APPROVED and not opinion:
        raise NotAllowed("退回或者提出修改要求时，请写明意见，起草人才知道改什么。")
    is_last = step.position == max(each.position for each in review.steps.all())
    if is_last and decision != Decision.RETURNED:
        _require_secrecy(review)
    step.decision, step.opinion, step.decided_by, step.decided_at = decision, opinion, reviewer, now
    step.save(update_fields=["decision", "opinion", "decided_by", "decided_at"])
    if decision == Decision.RETURNED:
        _close(review, "return", now)
    elif is_last:
        _close(review, "approve", now)
    else:
        review.position = min(each.position for each in review.steps.all() if each.position > position)
        review.save(update_fields=["position"])
    record(
        review,
        "review.decided",
        actor=reviewer,
        agency=review.agency,
        level=step.label,
        decision=decision,
        opinion=opinion,
        content_hash=review.content_hash,
    )
    return review


@transaction.atomic
def tick_secrecy(
    *,
    review_id: int,
    kind: SecrecyKind,
    checker: User,
    may_be_public: bool,
    opinion: str = "",
    seen_hash: str,
    now: datetime,
) -> Review:
    """
    Record one of the three ticks of the secrecy review (《保守国家秘密法实施条例》第42条，逐项).

    A tick that says the content must not be public returns the whole review at once: nothing may leave.
    """
    review = _locked(review_id)
    if not may_tick_secrecy(checker, review):
        raise NotAllowed(
            "保密审查由本单位的保密审查员单独作出，起草人和各级审核人不能兼任；审核已结束的也不能再补。"
        )
    if seen_hash != review.content_hash:
        raise Conflict("您看到的内容不是现在送审的版本。请刷新页面后再审查，这一项没有保存。")
    made = next((tick for tick in review.secrecy_ticks.all() if tick.kind == kind), None)
    if made is not None:
        raise Conflict(f"这一项已由{made.checked_by.name}于{_moment(made.checked_at)}审查，没有重复记录。")
    opinion = opinion.strip()
    if not may_be_public and not opinion:
        raise NotAllowed("认为不能公开时，请写明理由，起草人才知道怎样处理。")
    SecrecyTick.objects.create(
        review=review,
        kind=kind,
        may_be_public=may_be_public,
        opinion=opinion,
        checked_by=checker,
        checked_at=now,
    )
    record(
        review,
        "review.secrecy_checked",
        actor=checker,
        agency=review.agency,
        kind=kind,
        may_be_public=may_be_public,
        opinion=opinion,
        content_hash=review.content_hash,
    )
    if not may_be_public:
        _close(review, "return", now)
    return review


@transaction.atomic
def release_early(*, review_id: int, releaser: User, reason: str, now: datetime) -> Review:
    """
    Allow 先发后审 in an emergency: the content may leave before the levels have signed, which still sign after.

    The secrecy review cannot be put off: 先审查后公开 has no exception (《保守国家秘密法实施条例》第42条).
    """
    review = _locked(review_id)
    if not may_release_early(releaser, review):
        raise NotAllowed(
            "先发后审由本单位终审人或政府信息公开工作机构批准，起草人不能自批；审核已结束或已先发的不能再批。"
        )
    if not reason.strip():
        raise NotAllowed("请写明为什么要先行发布，例如“台风红色预警，需立即告知公众”。")
    _require_secrecy(review)
    review.early_reason, review.early_by, review.early_at = reason.strip(), releaser, now
    review.save(update_fields=["early_reason", "early_by", "early_at"])
    record(review, "review.released_early", actor=releaser, agency=review.agency, reason=reason.strip())
    return review


@transaction.atomic
def withdraw(*, review_id: int, actor: User, now: datetime) -> Review:
    """Take an open review back; the text may then be changed and goes through all levels again."""
    review = _locked(review_id)
    _close(review, "withdraw", now)
    record(review, "review.withdrawn", actor=actor, agency=review.agency)
    return review


@transaction.atomic
def void(*, review_id: int, actor: User | None, reason: str, now: datetime) -> Review:
    """Void a review because its content changed after it was signed."""
    review = _locked(review_id)
    _close(review, "void", now)
    record(review, "review.voided", actor=actor, agency=review.agency, reason=reason)
    return review


@transaction.atomic
def settle_request(*, step_id: int, actor: User, answer: str, now: datetime) -> ReviewStep:
    """Say what became of a change request that came with an approval."""
    step = ReviewStep.objects.select_for_update().get(pk=step_id)
    if step.decision != Decision.APPROVED_WITH_REQUEST:
        raise NotAllowed("这一级没有提出修改要求。")
    if step.request_settled_at is not None:
        raise Conflict(
            f"这项修改要求已由{step.request_settled_by.name}于{_moment(step.request_settled_at)}办结。"
        )
    if not answer.strip():
        raise NotAllowed("请写明修改要求的办理情况，例如“已在第2版改正”。")
    step.request_settled_at, step.request_settled_by, step.request_answer = now, actor, answer.strip()
    step.save(update_fields=["request_settled_at", "request_settled_by", "request_answer"])
    record(
        step.review, "review.request_settled", actor=actor, agency=step.review.agency, answer=answer.strip()
    )
    return step


def _locked(review_id: int) -> Review:
    """The review under its row lock, with levels and ticks as they are now."""
    review = Review.objects.select_for_update().get(pk=review_id)
    return Review.objects.prefetch_related("steps__decided_by", "secrecy_ticks__checked_by").get(pk=review.pk)


def _close(review: Review, verb: str, now: datetime) -> None:
    review.state, review.closed_at = next_state(review.state, verb), now
    review.save(update_fields=["state", "closed_at"])


def _require_secrecy(review: Review) -> None:
    made = {tick.kind for tick in review.secrecy_ticks.all() if tick.may_be_public}
    left = [kind.label for kind in SecrecyKind if kind not in made]
    if left:
        raise NotAllowed(f"保密审查还没有做完（{'；'.join(left)}）。请保密审查员逐项审查后再签发。")


def _already_decided(review: Review, position: int) -> Conflict:
    step = next((each for each in review.steps.all() if each.position == position), None)
    if step is not None and step.decided_by is not None:
        return Conflict(
            f"这一级已由{step.decided_by.name}于{_moment(step.decided_at)}签署“{step.get_decision_display()}”，"
            "您这次提交没有重复记录。"
        )
    if review.state != ReviewState.OPEN:
        return Conflict(f"这次审核已经是“{review.get_state_display()}”，您的意见没有保存。")
    return Conflict("还没有轮到这一级，不能越级审核。请刷新页面查看最新情况。")


def _why_not_decide(reviewer: User, review: Review, step: ReviewStep) -> str:
    if review.author_id == reviewer.pk:
        return "自己起草的内容不能由自己审核。"
    if has_acted(reviewer, review):
        return "同一个人在一次审核中只能签署一次，请由其他审核人签署这一级。"
    return f"这一级由{step.agency.short_name}的{step.get_role_display()}签署，您没有这个角色。"


def _moment(at: datetime) -> str:
    return f"{localtime(at):%Y年%-m月%-d日 %H:%M}"
