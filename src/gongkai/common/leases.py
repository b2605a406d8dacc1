"""Taking, keeping and giving back the right to do a sweep."""

from datetime import datetime, timedelta

from django.db.models import Q

from .models import Lease

LASTS = timedelta(seconds=30)


def take(*, name: str, holder: str, now: datetime) -> bool:
    """Take the lease if it is free, has run out or is already ours; one statement decides between two at once."""
    free = Q(held_until=None) | Q(held_until__lte=now) | Q(holder=holder)
    taken = {"holder": holder, "held_until": now + LASTS}
    # Reading first: on SQLite an UPDATE that finds nothing would still wait for the one writer.
    lease = Lease.objects.filter(name=name).first()
    if lease is None:
        return Lease.objects.get_or_create(name=name, defaults=taken)[0].holder == holder
    if lease.held_until and lease.held_until > now and lease.holder != holder:
        return False
    return Lease.objects.filter(free, name=name).update(**taken) == 1


def keep(*, holder: str, now: datetime) -> set[str]:
    """Renew every lease of ``holder`` and return their names."""
    Lease.objects.filter(holder=holder).update(held_until=now + LASTS)
    return set(Lease.objects.filter(holder=holder).values_list("name", flat=True))


def give_back(*, holder: str) -> None:
    """Let somebody else begin at once (a clean stop)."""
    Lease.objects.filter(holder=holder).update(holder="", held_until=None)


def note_done(*, name: str, holder: str, now: datetime) -> None:
    Lease.objects.filter(name=name, holder=holder).update(last_done_at=now, failures=0, last_error="")


def note_failure(*, name: str, holder: str, failures: int, error: str) -> None:
    Lease.objects.filter(name=name, holder=holder).update(failures=failures, last_error=error[:300])
