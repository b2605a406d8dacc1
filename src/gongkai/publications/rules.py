"""Who may see and do what with an item. Predicates for pages, querysets for lists; actions ask them again."""

from django.db.models import Q, QuerySet

from gongkai.accounts.enums import REVIEWING_ROLES, Role
from gongkai.accounts.models import User
from gongkai.review.models import ReviewStep

from .enums import Stage, Visibility
from .models import Item

# Who works on the items of an office. The three administrators run the system and read no drafts.
OFFICE_ROLES = frozenset({Role.CLERK}) | REVIEWING_ROLES


def visible_to(user: User) -> QuerySet[Item]:
    """
    Items this person may open at the desk: those of the offices they work for, those that wait or waited for their
    signature at another office's level, and all of the county for the disclosure office.
    """
    items = Item.objects.filter(county_id=user.agency.county_id)
    if user.has_role(Role.DISCLOSURE_OFFICE):
        return items
    agencies = user.agencies_with(*OFFICE_ROLES)
    elsewhere = Q(pk=None)
    for role, agency_id in user.grants:
        if role in REVIEWING_ROLES:
            elsewhere |= Q(role=role, agency=agency_id)
    to_sign = ReviewStep.objects.filter(elsewhere).values("review__version__item")
    return items.filter(Q(agency__in=agencies) | Q(pk__in=to_sign))


def may_see_item(user: User, item: Item) -> bool:
    return visible_to(user).filter(pk=item.pk).exists()


def is_clerk_of(user: User, item: Item) -> bool:
    return user.has_role(Role.CLERK, item.agency_id)


def may_edit(user: User, item: Item) -> bool:
    return is_clerk_of(user, item) and item.stage in {Stage.DRAFTING, Stage.RETURNED}


def may_withdraw(user: User, item: Item) -> bool:
    return is_clerk_of(user, item) and item.stage in {Stage.IN_REVIEW, Stage.APPROVED}


def may_revise(user: User, item: Item) -> bool:
    return is_clerk_of(user, item) and item.stage == Stage.SETTLED


def may_discard(user: User, item: Item) -> bool:
    return may_edit(user, item)


def may_restore(user: User, item: Item) -> bool:
    return is_clerk_of(user, item) and item.stage == Stage.DISCARDED


def may_take_down(user: User, item: Item) -> bool:
    """Taking down is for the final reviewer of the office and for the disclosure office."""
    return item.visibility == Visibility.PUBLISHED and (
        user.has_role(Role.FINAL_REVIEWER, item.agency_id) or user.has_role(Role.DISCLOSURE_OFFICE)
    )


def may_pin(user: User, item: Item) -> bool:
    return item.visibility == Visibility.PUBLISHED and (
        user.has_role(Role.DISCLOSURE_OFFICE) or user.has_role(Role.SECTION_ADMINISTRATOR)
    )


def may_settle_request(user: User, item: Item) -> bool:
    return is_clerk_of(user, item)


def may_start(user: User) -> bool:
    """Whether this person writes for some office."""
    return bool(user.agencies_with(Role.CLERK))
