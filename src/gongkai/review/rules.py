"""Who may act in a review. What is asked here is asked again, under a lock, by the actions."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gongkai.accounts.enums import REVIEWING_ROLES, Role
from gongkai.accounts.models import User

from .enums import ReviewState, SecrecyKind
from .models import Review, ReviewStep, SecrecyTick


def has_acted(user: User, review: Review) -> bool:
    """Whether this person wrote the text or has already signed or ticked in this review."""
    return (
        review.author_id == user.pk
        or any(step.decided_by_id == user.pk for step in review.steps.all())
        or any(tick.checked_by_id == user.pk for tick in review.secrecy_ticks.all())
    )


def current_step(review: Review) -> ReviewStep | None:
    """The level that is to decide now; None when the review is over."""
    if review.state != ReviewState.OPEN:
        return None
    return next((step for step in review.steps.all() if step.position == review.position), None)


def may_decide(user: User, review: Review) -> bool:
    """Whether ``user`` may sign at the level that is due: right role, right office, and nobody acts twice."""
    step = current_step(review)
    return step is not None and user.has_role(Role(step.role), step.agency_id) and not has_acted(user, review)


def may_tick_secrecy(user: User, review: Review) -> bool:
    """
    Whether ``user`` may make the secrecy ticks: a secrecy reviewer of the office who signs nowhere else.

    A person who has ticked one kind goes on with the others.
    """
    if review.state != ReviewState.OPEN or not user.has_role(Role.SECRECY_REVIEWER, review.agency_id):
        return False
    return review.author_id != user.pk and all(step.decided_by_id != user.pk for step in review.steps.all())


def may_release_early(user: User, review: Review) -> bool:
    """先发后审 is for the final reviewer of the office or the disclosure office, never for the author."""
    if review.state != ReviewState.OPEN or review.early_at is not None or review.author_id == user.pk:
        return False
    return user.has_role(Role.FINAL_REVIEWER, review.agency_id) or user.has_role(Role.DISCLOSURE_OFFICE)


def awaiting_decision(user: User) -> QuerySet[Review]:
    """Open reviews whose due level is this person's to decide."""
    held = Q(pk=None)
    for role, agency_id in user.grants:
        if role in REVIEWING_ROLES:
            held |= Q(role=role, agency=agency_id)
    due = ReviewStep.objects.filter(held, review=OuterRef("pk"), position=OuterRef("position"), decision="")
    return _not_touched_by(user).filter(Exists(due))


def awaiting_secrecy(user: User) -> QuerySet[Review]:
    """Open reviews of this person's offices whose three secrecy ticks are not all made."""
    signed = ReviewStep.objects.filter(review=OuterRef("pk"), decided_by=user)
    return (
        Review.objects.filter(state=ReviewState.OPEN, agency__in=user.agencies_with(Role.SECRECY_REVIEWER))
        .exclude(author=user)
        .filter(~Exists(signed))
        .alias(ticks=Count("secrecy_ticks"))
        .filter(ticks__lt=len(SecrecyKind))
    )


def _not_touched_by(user: User) -> QuerySet[Review]:
    signed = ReviewStep.objects.filter(review=OuterRef("pk"), decided_by=user)
    ticked = SecrecyTick.objects.filter(review=OuterRef("pk"), checked_by=user)
    return (
        Review.objects.filter(state=ReviewState.OPEN)
        .exclude(author=user)
        .filter(~Exists(signed), ~Exists(ticked))
    )
