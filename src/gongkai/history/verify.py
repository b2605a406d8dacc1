"""
Walking the chain of events to see that nobody has changed it.

Anybody with the database file can lift the triggers and edit a row; they cannot make its hash fit all that
follows. Only cutting off the newest events and putting the head back leaves no trace inside: against that stands
an anchor, a number and hash noted down elsewhere (``audit verify --anchor``, a backup's manifest, an export).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Subquery

from .actions import event_hash
from .models import ChainHead, Event

NO_HASH = "0" * 64
PAGE = 2000  # events held in memory at a time


@dataclass(frozen=True)
class Verdict:
    """What a walk found: how many events it read, the newest one, and the first break in words, if any."""

    checked: int
    last_sequence: int
    last_hash: str
    broken_at: int | None = None
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.problem


def verify(*, after: int = 0, anchor: tuple[int, str] | None = None) -> Verdict:
    """
    Walk the chain from the event that follows number ``after`` to its head and report the first break.

    People may go on working meanwhile: the walk ends at the event that was the newest when it began.
    """
    head = ChainHead.objects.filter(pk=1).first()
    if head is None:
        return Verdict(0, 0, NO_HASH, 0, "记录链的末尾标记不见了。请从备份恢复数据库，并查明原因。")
    sequence, previous_hash, checked = after, _hash_at(after), 0
    if previous_hash is None:
        return Verdict(0, after, NO_HASH, after, f"缺少第{after}条记录。有人删除了它，或备份不完整。")
    for event in _walk(after, head.last_sequence):
        problem = _break(event, sequence, previous_hash)
        if problem:
            return Verdict(checked, sequence, previous_hash, sequence + 1, problem)
        sequence, previous_hash, checked = event.sequence, event.hash, checked + 1
        if anchor and anchor[0] == sequence and anchor[1] != previous_hash:
            return Verdict(
                checked, sequence, previous_hash, sequence, f"第{sequence}条记录与当时另外记下的指纹不同。"
            )
    problem = _break_at_the_end(head, sequence, previous_hash, anchor)
    return Verdict(checked, sequence, previous_hash, sequence if problem else None, problem)


def verify_tail(count: int) -> Verdict:
    """Walk only the newest ``count`` events; each still has to fit the hash of the one before."""
    head = ChainHead.objects.filter(pk=1).first()
    return verify(after=max(0, head.last_sequence - count) if head else 0)


def _hash_at(sequence: int) -> str | None:
    if sequence == 0:
        return NO_HASH
    return Event.objects.filter(sequence=sequence).values_list("hash", flat=True).first()


def _walk(after: int, last: int) -> Iterator[Event]:
    while after < last:
        page = list(Event.objects.filter(sequence__gt=after, sequence__lte=last)[:PAGE])
        if not page:
            return
        yield from page
        after = page[-1].sequence


def _break(event: Event, sequence: int, previous_hash: str) -> str:
    """Say what is wrong between this event and the one before it, or nothing."""
    expected = sequence + 1
    if event.sequence != expected:
        missing = (
            f"第{expected}条" if event.sequence == expected + 1 else f"第{expected}至{event.sequence - 1}条"
        )
        return f"缺少{missing}记录。有人从数据库中删除了它。"
    if event.previous_hash != previous_hash:
        return f"第{expected}条记录接不上第{sequence}条。其中一条被改写过，或被换成了另一条。"
    if event.hash != event_hash(event):
        return f"第{expected}条记录的内容与它的指纹不符。这条记录写入以后被人改动过。"
    return ""


def _break_at_the_end(head: ChainHead, sequence: int, last_hash: str, anchor: tuple[int, str] | None) -> str:
    if sequence != head.last_sequence:
        return f"应有{head.last_sequence}条记录，实际只到第{sequence}条。最后的记录被人删除了。"
    if last_hash != head.last_hash:
        return f"第{sequence}条记录与记录链末尾标记的指纹不符。两者之一被人改动过。"
    # One statement, so that an event appended this instant is not taken for one too many.
    head_now = ChainHead.objects.filter(pk=1).values("last_sequence")
    if Event.objects.filter(sequence__gt=Subquery(head_now)).exists():
        return f"记录链在第{sequence}条结束，其后却还有记录。那些记录不是由本系统写入的。"
    if anchor and anchor[0] > sequence:
        return f"另外记下的指纹属于第{anchor[0]}条，而记录只到第{sequence}条。最后的记录被人删除了。"
    return ""
