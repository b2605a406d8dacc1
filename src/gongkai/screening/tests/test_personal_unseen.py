"""Texts that were written without knowing the detectors."""

from collections import Counter

from gongkai.screening.detectors import personal
from gongkai.screening.enums import Kind

from . import unseen
from .made_up import alone
from .test_personal_held_back import LISTS, rates, report


def test_most_of_what_unseen_texts_hold_is_found_and_little_else():
    counts = {"right": [], "wrong": [], "missing": []}
    for made in unseen.documents(1):
        optional = alone(made)
        gold = made.gold - optional
        found = {
            (each.kind, each.passage, each.start, each.end)
            for each in personal.detect(made.passages, LISTS)
            if not any(each.passage == one[1] and one[2] <= each.start < one[3] for one in optional)
        }
        counts["right"] += [kind for kind, *_ in found & gold]
        counts["wrong"] += [kind for kind, *_ in found - gold]
        counts["missing"] += [kind for kind, *_ in gold - found]
    counted = {key: Counter(kinds) for key, kinds in counts.items()}
    report(counted)
    precision, recall = rates(counted, Kind)
    assert precision >= 0.99
    assert recall >= 0.99
