"""Texts that were written without knowing the detectors."""

import re
from collections import Counter

from gongkai.screening.detectors import personal
from gongkai.screening.enums import Kind

from . import unseen
from .made_up import Made
from .test_personal_held_back import LISTS, rates, report

MARKS = re.compile(r"[、，,;；\s]{1,3}")


def alone(made: Made) -> set[tuple[Kind, int, int, int]]:
    """Return the names that stand beside nothing personal and in no company: they may be found or not."""
    found = set()
    for number, passage in enumerate(made.passages):
        here = {each for each in made.gold if each[1] == number}
        if passage.table or any(kind != Kind.NAME for kind, *_ in here):
            continue
        for one in here:
            _, _, start, end = one
            if not any(
                MARKS.fullmatch(passage.text[end:first]) or MARKS.fullmatch(passage.text[last:start])
                for _, _, first, last in here
            ):
                found.add(one)
    return found


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
