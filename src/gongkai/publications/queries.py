"""Reads of items that several pages share: to-do lists, reviews under way, lists for the desk."""

from datetime import datetime

from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.common.todo import TodoEntry, TodoGroup
from gongkai.history.models import Event
from gongkai.review.enums import Decision, ReviewState
from gongkai.review.models import Review, ReviewStep
from gongkai.review.rules import awaiting_decision, awaiting_secrecy
from gongkai.screening.models import Screening

from .enums import Stage
from .models import DraftCopy, Item, Version
from .rules import visible_to

MOST_ENTRIES = 100  # of each group on the to-do page; the full list is a page of its own


def desk_items(user: User) -> QuerySet[Item]:
    """Items for the desk's list, with what its columns show and nothing heavier."""
    return visible_to(user).select_related("agency", "section", "created_by").defer("take_down_note")


def latest_version(item: Item) -> Version:
    """The version the desk works on: the draft if there is one, else the newest frozen one."""
    return (
        item.versions.select_related("section", "review").order_by(F("number").desc(nulls_first=True)).first()
    )


def reviewed_version(item: Item) -> Version | None:
    """The version that is, or was last, under review."""
    return (
        item.versions.select_related("section", "review")
        .filter(review__isnull=False)
        .order_by("number")
        .last()
    )


def screenings_of(version: Version) -> QuerySet[Screening]:
    """
    The records of what was found when this version was frozen, the newest first: sent twice unchanged, it has two.

    The look-backs over what is public are not among them.
    """
    return Screening.objects.filter(
        subject_key=version.item.subject_key, content_hash=version.content_hash, look_back=None
    )


def under_review(user: User) -> QuerySet[Review]:
    """Open reviews the person may see, oldest first, with the level that is due."""
    return (
        Review.objects.filter(state=ReviewState.OPEN, version__item__in=visible_to(user))
        .select_related("agency", "author", "version__item")
        .prefetch_related(Prefetch("steps", ReviewStep.objects.select_related("decided_by", "agency")))
        .order_by("opened_at")
    )


def timeline(item: Item) -> QuerySet[Event]:
    """Every event of the item, of its reviews and of its screenings, in order."""
    reviews = [
        str(pk) for pk in Review.objects.filter(subject_key=item.subject_key).values_list("pk", flat=True)
    ]
    of_item = Event.objects.filter(subject_type="publications.item", subject_id=str(item.pk))
    of_reviews = Event.objects.filter(subject_type="review.review", subject_id__in=reviews)
    screenings = [
        str(pk) for pk in Screening.objects.filter(subject_key=item.subject_key).values_list("pk", flat=True)
    ]
    of_screenings = Event.objects.filter(subject_type="screening.screening", subject_id__in=screenings)
    return (of_item | of_reviews | of_screenings).order_by("sequence")


def todo(user: User, now: datetime) -> list[TodoGroup]:
    """What waits for this person, the most pressing group first; groups that do not concern them are left out."""
    groups = []
    if any(
        role in {Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER} for role, _ in user.grants
    ):
        groups.append(_reviews("等我审核", awaiting_decision(user), now, "没有等您审核的信息。"))
    if user.agencies_with(Role.SECRECY_REVIEWER):
        groups.append(_reviews("等我作保密审查", awaiting_secrecy(user), now, "没有等您作保密审查的信息。"))
    if may := user.agencies_with(Role.CLERK):
        mine = Item.objects.filter(agency__in=may).select_related("agency")
        groups += [
            _items(
                "被退回，要修改后重新送审", mine.filter(stage=Stage.RETURNED), "没有被退回的信息。", "soon"
            ),
            _requests(may),
            _copies(may),
            _items("起草中", mine.filter(stage=Stage.DRAFTING), "没有正在起草的信息。"),
        ]
    if user.has_role(Role.DISCLOSURE_OFFICE) or user.agencies_with(Role.FINAL_REVIEWER):
        early = Review.objects.filter(
            state=ReviewState.OPEN, early_at__isnull=False, version__item__in=visible_to(user)
        )
        groups.append(
            _reviews("先行发布、审核还没做完", early, now, "没有先行发布而审核未完的信息。", "overdue")
        )
    return groups


def _reviews(
    title: str, reviews: QuerySet[Review], now: datetime, empty: str, urgency: str = ""
) -> TodoGroup:
    rows = reviews.select_related("agency", "version__item").order_by("opened_at")[:MOST_ENTRIES]
    entries = [
        TodoEntry(
            title=review.subject_label,
            url=reverse("publications:item", args=[review.version.item_id]),
            kind_label="信息审核",
            agency=review.agency.short_name,
            since=review.opened_at,
            due_on=None,
            state_label="先发后审" if review.early_at else "待审核",
            urgency=urgency
            or ("high" if review.early_at or (now - review.opened_at).days >= 3 else "normal"),
        )
        for review in rows
    ]
    return TodoGroup(title=title, entries=entries, empty_sentence=empty)


def _items(title: str, items: QuerySet[Item], empty: str, urgency: str = "") -> TodoGroup:
    entries = [
        TodoEntry(
            title=str(item),
            url=reverse("publications:edit", args=[item.pk]),
            kind_label="信息",
            agency=item.agency.short_name,
            since=item.changed_at,
            due_on=None,
            state_label=item.get_stage_display(),
            urgency=urgency,
        )
        for item in items.order_by("changed_at")[:MOST_ENTRIES]
    ]
    return TodoGroup(title=title, entries=entries, empty_sentence=empty)


def _requests(agencies: set[int]) -> TodoGroup:
    steps = (
        ReviewStep.objects.filter(
            review__agency__in=agencies,
            decision=Decision.APPROVED_WITH_REQUEST,
            request_settled_at=None,
            review__state=ReviewState.APPROVED,
        )
        .select_related("review__agency", "review__version", "decided_by")
        .order_by("decided_at")[:MOST_ENTRIES]
    )
    entries = [
        TodoEntry(
            title=f"{step.review.subject_label}：{step.opinion}",
            url=reverse("publications:item", args=[step.review.version.item_id]),
            kind_label="修改要求",
            agency=step.review.agency.short_name,
            since=step.decided_at,
            due_on=None,
            state_label=f"{step.label}{step.decided_by.name}提出",
        )
        for step in steps
    ]
    return TodoGroup(title="审核时提出的修改要求", entries=entries, empty_sentence="没有待办的修改要求。")


def _copies(agencies: set[int]) -> TodoGroup:
    copies = DraftCopy.objects.filter(item__agency__in=agencies, settled_at=None).select_related(
        "item__agency", "made_by"
    )
    entries = [
        TodoEntry(
            title=str(copy.item),
            url=reverse("publications:edit", args=[copy.item_id]),
            kind_label="未并入的改动",
            agency=copy.item.agency.short_name,
            since=copy.made_at,
            due_on=None,
            state_label=f"{copy.made_by.name}输入",
            urgency="soon",
        )
        for copy in copies.order_by("made_at")[:MOST_ENTRIES]
    ]
    return TodoGroup(title="两人同时编辑留下的内容", entries=entries, empty_sentence="没有未并入的改动。")
