"""The desk's page of one item: where it stands, what the public would see, what changed, who acts next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.review.enums import Decision, ReviewState, SecrecyKind
from gongkai.review.models import Review, ReviewStep, SecrecyTick
from gongkai.review.rules import current_step, may_decide, may_release_early, may_tick_secrecy
from gongkai.screening.groups import lists_persons
from gongkai.screening.models import ImpactAssessment

from . import rules
from .difference import Change, compare, compare_fields
from .enums import Stage
from .forms import DecisionForm, EarlyReleaseForm, SecrecyForm, SettleRequestForm
from .metadata import metadata
from .models import Item, Version
from .queries import latest_version, screenings_of, timeline


@dataclass(frozen=True)
class SecrecyLine:
    """One of the three ticks as the page shows it: made, to be made by this person, or open."""

    kind: SecrecyKind
    tick: SecrecyTick | None
    form: SecrecyForm | None


def item_page(
    request: HttpRequest,
    item: Item,
    *,
    decision_form: DecisionForm | None = None,
    secrecy_form: SecrecyForm | None = None,
    early_form: EarlyReleaseForm | None = None,
    settle_form: SettleRequestForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """
    Render the page; a form that was refused is handed in again, so that what was typed comes back.
    """
    user = request.user
    version = latest_version(item)
    records = screenings_of(version).prefetch_related("lines__answered_by", "lines__confirmed_by")
    record = records.first() if version.number else None
    review = _review_of(version) if version.review_id else None
    before = _version_before(item, version)
    context = {
        "item": item,
        "version": version,
        "metadata": metadata(version, item),
        "attachments": version.attachments.select_related("file", "original"),
        "review": review,
        "step": current_step(review) if review else None,
        "secrecy": _secrecy_lines(request, review, secrecy_form) if review else [],
        "screening": record,
        "assessments": ImpactAssessment.objects.filter(subject_key=item.subject_key).select_related(
            "made_by"
        ),
        "wants_assessment": record is not None and lists_persons(record.lines.all()),
        "may_confirm": review is not None
        and review.state == ReviewState.OPEN
        and may_tick_secrecy(user, review)
        and record is not None
        and any(line.is_unconfirmed for line in record.lines.all()),
        "decision_form": decision_form or _decision_form(user, review),
        "early_form": early_form or (EarlyReleaseForm() if _may_release(user, item, review) else None),
        "requests": _open_requests(item),
        "settle_form": settle_form or SettleRequestForm(),
        "may_settle": rules.may_settle_request(user, item),
        "before": before,
        "changes": _changes(before, version, item) if before else [],
        "difference": compare(before.body, version.body) if before else "",
        "versions": item.versions.filter(number__isnull=False).select_related("review").order_by("-number"),
        "timeline": timeline(item),
        "may": {
            "edit": rules.may_edit(user, item),
            "withdraw": rules.may_withdraw(user, item) and not (review and review.early_at),
            "revise": rules.may_revise(user, item),
            "discard": rules.may_discard(user, item) and item.published_version_id is None,
            "drop_revision": rules.may_discard(user, item) and item.published_version_id is not None,
            "restore": rules.may_restore(user, item),
            "take_down": rules.may_take_down(user, item),
            "pin": rules.may_pin(user, item),
            "assess": rules.is_clerk_of(user, item),
        },
        "next_step": next_step(item, review),
        "now": timezone.now(),
    }
    return render(request, "publications/item.html", context, status=status)


def next_step(item: Item, review: Review | None) -> str:
    """One sentence: who has to do what now."""
    match item.stage:
        case Stage.DRAFTING:
            return "起草中。写好后由信息员送审。"
        case Stage.RETURNED:
            return "已退回。请信息员按意见修改后重新送审，审核从初审重新开始。"
        case Stage.IN_REVIEW:
            step = current_step(review)
            left = len(SecrecyKind) - len(review.secrecy_ticks.all())
            waiting = f"等{step.agency.short_name}的{step.get_role_display()}签署“{step.label}”意见"
            return waiting + (f"；保密审查还有{left}项没有做。" if left else "；保密审查已做完。")
        case Stage.APPROVED:
            return "审核已通过，到定时发布的时间自动发布。"
        case Stage.DISCARDED:
            return "已弃稿，信息员可以恢复。"
    return "已办结。" if item.is_public else "已撤下。需要重新发布的，由信息员新开修改稿。"


def _review_of(version: Version) -> Review:
    return (
        Review.objects.select_related("author", "agency", "early_by")
        .prefetch_related(
            "steps__decided_by", "steps__agency", "steps__request_settled_by", "secrecy_ticks__checked_by"
        )
        .get(pk=version.review_id)
    )


def _decision_form(user, review: Review | None) -> DecisionForm | None:
    if review is None or not may_decide(user, review):
        return None
    # No answer is chosen beforehand: a signature is not something to press through.
    return DecisionForm(initial={"position": review.position, "seen_hash": review.content_hash})


def _may_release(user, item: Item, review: Review | None) -> bool:
    return review is not None and item.published_version_id is None and may_release_early(user, review)


def _secrecy_lines(request: HttpRequest, review: Review, refused: SecrecyForm | None) -> list[SecrecyLine]:
    made = {tick.kind: tick for tick in review.secrecy_ticks.all()}
    may_tick = review.state == ReviewState.OPEN and may_tick_secrecy(request.user, review)
    lines = []
    for kind in SecrecyKind:
        form = None
        if may_tick and kind not in made:
            if refused is not None and refused.data.get("kind") == kind:
                form = refused
            else:
                form = SecrecyForm(
                    initial={"kind": kind, "seen_hash": review.content_hash}, auto_id=f"id_{kind}_%s"
                )
        lines.append(SecrecyLine(kind, made.get(kind), form))
    return lines


def _open_requests(item: Item):
    return ReviewStep.objects.filter(
        review__version__item=item,
        review__state=ReviewState.APPROVED,
        decision=Decision.APPROVED_WITH_REQUEST,
        request_settled_at=None,
    ).select_related("decided_by")


def _version_before(item: Item, version: Version) -> Version | None:
    frozen = item.versions.filter(number__isnull=False).select_related("section").order_by("-number")
    return (frozen if version.number is None else frozen.filter(number__lt=version.number)).first()


def _changes(before: Version, version: Version, item: Item) -> list[Change]:
    old, new = metadata(before, item), metadata(version, item)
    changes = compare_fields({"标题": before.title} | dict(old), {"标题": version.title} | dict(new))
    files = [
        "、".join(each.name for each in one.attachments.all() if not each.is_inline) or "（无）"
        for one in (before, version)
    ]
    return changes + compare_fields({"附件": files[0]}, {"附件": files[1]})
