"""What the item templates need that Django's own filters do not give."""

from django import template
from django.utils.timezone import localdate

from gongkai.review.rules import current_step
from gongkai.screening.groups import sample_of

register = template.Library()


@register.filter
def due_step(review):
    """The level a review waits for."""
    return current_step(review)


@register.filter
def days_until(moment, now) -> int:
    """Whole calendar days from ``moment`` to ``now``."""
    return (localdate(now) - localdate(moment)).days


@register.filter
def readable_size(size: int) -> str:
    """A file size as people say it: 512 字节, 83 KB, 2.4 MB."""
    if size < 1024:
        return f"{size} 字节"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


@register.filter
def samples(group, most: int) -> list[dict]:
    """The first findings of a group, as the panel shows them."""
    return [sample_of(row) | {"fingerprint": row["fingerprint"]} for row in group.rows[:most]]


@register.filter
def subtract(number: int, less: int) -> int:
    return number - less
