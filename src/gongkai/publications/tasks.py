"""What the worker does for publications. Each looks for everything due up to now, so a missed round is caught up."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from .actions.publishing import close_public_page, held, is_due, is_over, publish_item
from .enums import Stage, TakeDownReason, Visibility
from .models import Item

log = logging.getLogger(__name__)
AT_ONCE = 200


def publish_due() -> int:
    """Publish approved items whose time has come, also those missed while the server was down."""
    now = timezone.now()
    due = Item.objects.filter(stage=Stage.APPROVED, publish_at__lte=now).order_by("publish_at")
    return _each(due, _publish_if_due, now)


def take_down_due() -> int:
    """Take down items whose display period (公示期) is over."""
    now = timezone.now()
    over = Item.objects.filter(visibility=Visibility.PUBLISHED, display_until__lte=now).order_by(
        "display_until"
    )
    return _each(over, _take_down_if_over, now)


def _publish_if_due(item: Item, now: datetime) -> bool:
    due = is_due(item, now)
    if due:
        publish_item(item_id=item.pk, now=now)
    return due


def _take_down_if_over(item: Item, now: datetime) -> bool:
    over = is_over(item, now)
    if over:
        close_public_page(item, actor=None, reason=TakeDownReason.EXPIRED, note="", now=now)
    return over


def _each(items: QuerySet[Item], act: Callable[[Item, datetime], bool], now: datetime) -> int:
    done = 0
    for item_id in items.values_list("pk", flat=True)[:AT_ONCE]:
        try:
            with transaction.atomic():
                # Asked again under the lock: another worker or a withdrawal may have been first.
                done += act(held(item_id), now)
        except Exception:
            # One item that cannot go must not hold up the others; it is tried again in the next round.
            log.exception("item %s could not be handled", item_id)
    return done
