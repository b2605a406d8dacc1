from collections import Counter

from gongkai.screening.detectors import personal
from gongkai.screening.enums import Kind
from gongkai.screening.findings import Lists

from . import held_back, tuned_on
from .made_up import TODAY

DOCUMENTS = 2200
LISTS = Lists(today=TODAY.isoformat())
Counts = dict[str, Counter]


def score(documents) -> Counts:
    """Count finds that are right, wrong and missing by kind; right means the same kind, passage, start and end."""
    counts: Counts = {"right": Counter(), "wrong": Counter(), "missing": Counter()}
    for made in documents:
        found = {
            (each.kind, each.passage, each.start, each.end) for each in personal.detect(made.passages, LISTS)
        }
        counts["right"].update(kind for kind, *_ in found & made.gold)
        counts["wrong"].update(kind for kind, *_ in found - made.gold)
        counts["missing"].update(kind for kind, *_ in made.gold - found)
    return counts


def rates(counts: Counts, kinds) -> tuple[float, float]:
    right, wrong, missing = (
        sum(counts[key][kind] for kind in kinds) for key in ("right", "wrong", "missing")
    )
    return right / max(1, right + wrong), right / max(1, right + missing)


def report(counts: Counts) -> None:
    for kind in Kind:
        if any(counts[key][kind] for key in counts):
            precision, recall = rates(counts, [kind])
            print(f"{kind:18}{counts['right'][kind]:6}  precision {precision:.4f}  recall {recall:.4f}")


def test_nearly_everything_planted_in_held_back_texts_is_found_and_little_else(capsys):
    counts = score(held_back.documents(DOCUMENTS))
    precision, recall = rates(counts, Kind)
    with capsys.disabled():
        print(f"\nheld back: precision {precision:.4f}, recall {recall:.4f}")
    report(counts)
    assert precision >= 0.99
    assert recall >= 0.99
    assert {kind for kind in Kind if counts["right"][kind] and min(rates(counts, [kind])) < 0.98} == set()


def test_nearly_everything_planted_in_the_texts_tuned_on_is_found():
    counts = score(tuned_on.documents(1500))
    report(counts)
    assert min(rates(counts, Kind)) >= 0.99
