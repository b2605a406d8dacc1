"""
The last word on what the rules find: whose it is, by weights that were learned.

Rules know words; offices speak of themselves in more ways than anybody writes down. So what is around a find is cut into
pieces, the clues that the rules do know are put to them, and their weights are added up: a logistic regression for each kind
and for running text and tables, learned by ``tools/learn_surroundings.py`` from the texts of many writers. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ...enums import Kind
from .logistic import weights
from .spans import NAMES, Places, Span, without_overlaps

NOBODYS = "nobody's"
# The kinds that offices have as well, or of which a text may speak without meaning anybody. All names are judged as one.
KINDS = (
    *(Kind.NAME, Kind.PLATE, Kind.BANK_CARD, Kind.EMAIL, Kind.LANDLINE),
    *(Kind.ILLNESS, Kind.DISABILITY),
)
_JUDGED_AS = {kind: kind for kind in KINDS} | dict.fromkeys(NAMES, Kind.NAME)
_MANY = 60  # finds of one kind in a passage: a list, of which the rules know more
# How much less likely what the rules say makes all else: that it is nobody's, that it is of another kind, that it is
# somebody's. Of some in running text they know more.
_SOMEBODYS, _OF_THAT_KIND, _NOBODYS = 2, 2, 4
_KNOWN_WELL = {("text", Kind.ILLNESS): 4, ("text", Kind.EMAIL): 16}

Pieces = Callable[[Kind, int, int], list[str]]  # of kind, start and end
Candidates = Callable[[Kind], Iterable[tuple[int, int]]]


def list_of(where: str, kind: Kind) -> str:
    """Return the name of the list of weights for ``kind`` in ``where``: “text” or “table”."""
    return f"whose_{kind}_in_{where}"


def judged_as(kind: Kind) -> Kind | None:
    """Return the kind that one is judged as; None of kinds that only somebody has."""
    return _JUDGED_AS.get(kind)


def likely(where: str, kind: Kind, pieces: Iterable[str]) -> dict[str, float]:
    """Return how likely (0 to 1) it is nobody's or an office's, and how likely it is of each kind."""
    return weights(list_of(where, kind)).likely(pieces)


def judged(where: str, spans: Sequence[Span], pieces: Pieces, candidates: Candidates) -> list[Span]:
    """
    Return the finds of a passage or a cell, each of its likeliest kind, without what is nobody's.

    What looks alike and is none of them, ``candidates``, is asked about as well, and added when it is somebody's.
    """
    kept: list[Span] = []
    found_of: dict[Kind | None, list[Span]] = {None: kept}
    for span in spans:
        found_of.setdefault(judged_as(span.kind), []).append(span)
    taken = Places(spans)
    for kind in KINDS:
        found = found_of.get(kind, [])
        asked = [*found, *_overlooked(kind, taken, candidates)]
        if len(asked) > _MANY:
            kept += found
            continue
        for at, span in enumerate(asked):
            said = str(span.kind) if at < len(found) else NOBODYS
            share = likely(where, kind, pieces(kind, span.start, span.end))
            share = _with_the_rules(share, said, _KNOWN_WELL.get((where, kind)))
            likeliest = max(share, key=share.get)
            if likeliest == said != NOBODYS:
                kept.append(span)
            elif likeliest != NOBODYS:
                kept.append(Span(Kind(likeliest), span.start, span.end, span.note))
    return without_overlaps(kept)


def _with_the_rules(share: dict[str, float], said: str, known: int | None) -> dict[str, float]:
    """Return ``share`` with all that the rules did not say made less likely, by ``known`` where they know more."""
    if said == NOBODYS:
        return {each: part if each == said else part / (known or _NOBODYS) for each, part in share.items()}
    less = {said: 1, NOBODYS: known or _SOMEBODYS}
    return {each: part / less.get(each, _OF_THAT_KIND) for each, part in share.items()}


def _overlooked(kind: Kind, taken: Places, candidates: Candidates) -> Iterator[Span]:
    """Yield the candidates that touch none of what is ``taken``, the first of those that touch each other."""
    last = 0
    for start, end in candidates(kind):
        span = Span(kind, start, end)
        if start >= last and not taken.touches(span):
            last = end
            yield span
