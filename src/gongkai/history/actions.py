"""Appending to the chain of events. Called inside the transaction of the change it records, never after it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency

from .models import ChainHead, Event


@dataclass(frozen=True)
class Act:
    """One event to be: what was done to which record, by whom (None: by the system itself)."""

    subject: models.Model
    verb: str
    actor: User | None = None
    agency: Agency | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


def record(
    subject: models.Model, verb: str, *, actor: User | None = None, agency: Agency | None = None, **data: Any
) -> Event:
    """
    Append one event to the chain and return it.

    ``data`` is what a later reader needs to understand the act; personal data of residents do not belong in it.
    Raises RuntimeError outside a transaction, because an event without its change, or a change without its
    event, is what this table exists to prevent.

    From here to the commit every other writer of history waits. An action that locks rows other actions lock too
    calls ``hold_chain`` before it locks them.
    """
    return record_many([Act(subject, verb, actor, agency, data)])[0]


def hold_chain() -> ChainHead:
    """
    Lock the head of the chain until the commit, and return it.

    Whoever locks several things takes this one first: two actions that meet at a section, an agency's serial and
    the chain in different orders would otherwise wait for each other for ever (PostgreSQL ends one with an error).
    Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(
            "history is written inside the transaction of the change it records, and nowhere else"
        )
    # One row that every writer locks: without it two writers read the same last event and the chain forks.
    # (A migration made the row; it is made again only where a test has emptied the tables.)
    return ChainHead.objects.select_for_update().get_or_create(pk=1)[0]


def record_many(acts: Iterable[Act]) -> list[Event]:
    """Append several events under one lock of the chain head (imports write thousands)."""
    head = hold_chain()
    now = timezone.now()
    events = []
    for act in acts:
        event = Event(
            sequence=head.last_sequence + 1,
            at=now,
            verb=act.verb,
            subject_type=act.subject._meta.label_lower,
            subject_id=str(act.subject.pk),
            subject_label=str(act.subject)[:200],
            actor=act.actor,
            actor_name=act.actor.name if act.actor else "",
            actor_agency=act.actor.agency.name if act.actor else "",
            agency=act.agency,
            data=_storable(act.data),
            previous_hash=head.last_hash,
        )
        event.hash = event_hash(event)
        head.last_sequence, head.last_hash = event.sequence, event.hash
        events.append(event)
    Event.objects.bulk_create(events, batch_size=500)
    head.save(update_fields=["last_sequence", "last_hash"])
    return events


def event_hash(event: Event) -> str:
    """Return the SHA-256 over the previous hash and everything the event says, as canonical JSON."""
    said = [
        event.previous_hash,
        event.sequence,
        _moment(event.at),
        event.verb,
        event.subject_type,
        event.subject_id,
        event.subject_label,
        event.actor_id,
        event.actor_name,
        event.actor_agency,
        event.agency_id,
        event.data,
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _storable(data: Mapping[str, Any]) -> dict:
    """
    Return ``data`` as it will be read back from either database.

    Fractions become text: PostgreSQL writes 1e5 back as 100000, and the hash would no longer fit.
    """
    return json.loads(json.dumps(dict(data), cls=DjangoJSONEncoder), parse_float=str)
