"""What detectors of personal information hand one another, and which of two that overlap is kept."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from ...enums import Kind

# The surest first: a check digit, then a shape, then a word before it, then a guess from what stands around.
CERTAINTY = (
    *(
        Kind.ID_NUMBER,
        Kind.PERMIT,
        Kind.OLD_ID_NUMBER,
        Kind.BANK_CARD,
        Kind.PASSPORT,
        Kind.MOBILE,
        Kind.EMAIL,
    ),
    *(Kind.PLATE, Kind.MEDICAL_NUMBER, Kind.SOCIAL_INSURANCE, Kind.LANDLINE, Kind.BIRTH_DATE, Kind.ADDRESS),
    *(Kind.ILLNESS, Kind.DISABILITY, Kind.CHILD, Kind.FAMILY, Kind.NAME, Kind.HEADING),
)
NAMES = frozenset({Kind.NAME, Kind.CHILD, Kind.FAMILY})
_RANK = {kind: at for at, kind in enumerate(CERTAINTY)}


@dataclass(frozen=True)
class Span:
    """A piece of one passage."""

    kind: Kind
    start: int
    end: int
    note: str = ""


class Places:
    """Spans in the order of the text, of which no two overlap, to ask what stands where without going through all."""

    def __init__(self, spans: Iterable[Span] = ()):
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans, key=lambda each: each.start):
            self.starts.append(span.start)
            self.ends.append(span.end)

    def __bool__(self) -> bool:
        return bool(self.starts)

    def begins_between(self, first: int, last: int) -> bool:
        return bisect_left(self.starts, first) < bisect_left(self.starts, last)

    def touches(self, span: Span) -> bool:
        at = bisect_left(self.starts, span.end)  # the last that begins before the end of ``span``
        return at > 0 and self.ends[at - 1] > span.start

    def add(self, span: Span) -> None:
        at = bisect_left(self.starts, span.start)
        self.starts.insert(at, span.start)
        self.ends.insert(at, span.end)


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep of spans that overlap the surest, of equals the longest, then the first; in the order of the text."""
    kept: list[Span] = []
    places = Places()
    for span in sorted(spans, key=lambda each: (_RANK[each.kind], each.start - each.end, each.start)):
        if not places.touches(span):
            places.add(span)
            kept.append(span)
    return sorted(kept, key=lambda each: each.start)
