"""What the worker of each node does for its index."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from django.conf import settings
from django.utils import timezone

from . import index
from .documents import Document, source
from .index import IndexUnreadable, Position
from .models import IndexChange

logger = logging.getLogger(__name__)

BATCH = 500  # one commit each: a commit costs about as much as a hundred documents
KEPT = timedelta(days=30)


def index_changes(*, now: datetime | None = None) -> int:
    """
    Bring this node's index up to the outbox and return how many changes were applied.

    Harmless when run twice, at once, or killed at any moment. A node whose position is no longer in the outbox
    (new, away for a month, or its database restored from a copy) makes its index anew.
    """
    with index.sole_writer() as may_write:
        if not may_write:
            return 0
        try:
            position = index.position_of(index.open_index())
        except IndexUnreadable as error:
            logger.warning("The search index is made anew: %s", error)
            return _build()
        if not _is_in_outbox(position):
            return _build()
        applied = 0
        while rows := list(IndexChange.objects.filter(seq__gt=position.seq)[:BATCH]):
            position = _position(rows[-1])
            index.apply(
                removed=[index.document_key(row.kind, row.key) for row in rows],
                documents=_documents(rows),
                position=position,
            )
            applied += len(rows)
        if applied:
            _forget_old_rows(before=(now or timezone.now()) - KEPT)
        return applied


def rebuild_index() -> int | None:
    """Make this node's index anew from the sources; return how many documents, or None if another process writes."""
    with index.sole_writer() as may_write:
        return _build() if may_write else None


def _build() -> int:
    # The position is read before the documents: a change between the two is applied once more later, not missed.
    last = IndexChange.objects.last()
    everything = chain.from_iterable(source(kind)(None) for kind in settings.SEARCH_SOURCES)
    return index.build(documents=everything, position=_position(last) if last else Position())


def _documents(rows: list[IndexChange]) -> Iterator[Document]:
    keys = defaultdict(set)
    for row in rows:
        keys[row.kind].add(row.key)
    for kind, wanted in keys.items():
        if kind in settings.SEARCH_SOURCES:  # a row left by a room that has since closed asks for nothing
            yield from source(kind)(sorted(wanted))


def _position(row: IndexChange) -> Position:
    return Position(seq=row.seq, made_at=row.made_at.isoformat())


def _is_in_outbox(position: Position) -> bool:
    row = IndexChange.objects.filter(seq=position.seq).first()
    if row is None:
        return position == Position() and not IndexChange.objects.exists()
    return position == _position(row)


def _forget_old_rows(*, before: datetime) -> None:
    """The newest row stays whatever its age: it is what a node compares its position with."""
    newest = IndexChange.objects.last()
    IndexChange.objects.filter(made_at__lt=before, seq__lt=newest.seq).delete()
