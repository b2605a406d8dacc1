"""Telling the index that something changed."""

from collections.abc import Iterable

from gongkai.history.actions import hold_chain

from .models import IndexChange


def note_changed(kind: str, keys: Iterable[int]) -> None:
    """
    Leave word, in the caller's transaction, that these documents must be read again by the index.

    Whether they are added, replaced or removed is found out when the word is read: what its source does not
    yield is not public. Raises RuntimeError outside a transaction, where a crash could part the two.
    """
    # PostgreSQL gives out numbers when a row is written, not when it becomes visible: a reader could pass 7
    # while 6 is still uncommitted, and never see 6. Writers therefore wait for one another. They do so at the
    # chain head of history, which they lock anyway, because a second lock could be taken in the other order.
    hold_chain()
    IndexChange.objects.bulk_create(
        (IndexChange(kind=kind, key=key) for key in dict.fromkeys(keys)), batch_size=500
    )
