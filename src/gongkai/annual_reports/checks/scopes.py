"""Whether prose that names no area surely counts what the tables count, as the numbers around it show. Pure."""

from .case import Case
from .claims import FEWEST_TO_PROVE_SCOPE, Claim
from .expected import expected
from .sentences import Sentence
from .statements import scope_in
from .words import COURTS

_SHOW_THE_SCOPE = ("new", "received", "handled")


def agrees(case: Case, claim: Claim) -> bool:
    said = expected(case.figures, claim)
    return said is not None and said.agrees(claim.value)


def means_table_4(case: Case, sentence: Sentence, but: Claim | None = None) -> bool:
    """
    Whether the cases ``sentence`` tells of are surely those of table 4.

    The requests told of around it are those of table 3, and it speaks of 信息公开 or counts other cases (than ``but``)
    as table 4 does.
    """
    counts_them = any(
        claim.sentence == sentence
        and claim.kind in COURTS
        and claim != but
        and claim.value
        and agrees(case, claim)
        for claim in case.claims
    )
    about_disclosure = counts_them or "信息公开" in sentence.text
    return about_disclosure and not scope_in(sentence.text) and _tells_table_3_around(case, sentence)


def _tells_table_3_around(case: Case, sentence: Sentence) -> bool:
    """Whether all totals of requests in the same numbered part are table 3's."""
    totals = [
        claim
        for claim in case.claims
        if claim.part == (sentence.section, sentence.part) and claim.kind in _SHOW_THE_SCOPE
    ]
    return any(claim.value >= FEWEST_TO_PROVE_SCOPE for claim in totals) and all(
        agrees(case, claim) for claim in totals
    )
