"""
How a text is written: secrecy marks, wording, form (domain_rules 7.4, 10; GB/T 9704, GB/T 15835).

Few rules that are sure, rather than many that cry wolf: every one has been run over laws and real portal items.
"""

from collections.abc import Callable, Iterator, Sequence

from ...findings import Finding, Lists, Passage
from . import dates, document_numbers, leaders, leftovers, numbers, punctuation, secrecy, words
from .whole import Whole
from .words import builtin_words

__all__ = ["builtin_words", "detect"]

# Each reads the whole text and yields what it finds there.
RULES: tuple[Callable[[Whole, Lists], Iterator[Finding]], ...] = (
    secrecy.find,
    words.find,
    leaders.find,
    document_numbers.find,
    dates.find,
    numbers.find,
    punctuation.find,
    leftovers.find,
)


def detect(passages: Sequence[Passage], lists: Lists) -> list[Finding]:
    """Return the findings in ``passages``, in the order of the text; of two that overlap in one kind, the longer."""
    whole = Whole(passages)
    found = [each for rule in RULES for each in rule(whole, lists)]
    kept: list[Finding] = []
    for each in sorted(found, key=lambda each: (each.passage, each.start, -each.end)):
        if not any(
            other.kind == each.kind and other.passage == each.passage and each.start < other.end
            for other in kept[-3:]
        ):
            kept.append(each)
    return kept
