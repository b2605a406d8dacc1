"""What the worker does for accounts. A sweep takes no arguments and returns how much it did."""

from django.contrib.sessions.models import Session
from django.utils import timezone


def forget_old_sessions() -> int:
    """Delete the sessions that have run out; Django only ignores them."""
    deleted, _ = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return deleted
