"""
Whom a label names: somebody in office, a private person, one of the family, a child, a body, or nobody.

Offices head their columns and forms in thousands of ways, so besides the patterns of ``headings`` labels are told by
what they are made of: each piece of one adds its weight for each sort (a logistic regression, learned by
``tools/learn_labels.py`` from the labels in ``tools/label_examples``). Pure.
"""

import math
from enum import Enum
from functools import cache, lru_cache

from .words import lines

SCALE = 10  # weights are written in tenths
LONGEST = 3  # characters of a piece
_PLAIN = str.maketrans("（）", "()", " \t\n\r　")


class Named(Enum):
    BODY = "body"
    CHILD = "child"
    EITHER = "either"  # it takes more than the label to tell
    FAMILY = "family"
    NOTHING = "nothing"  # it asks for something else: a number, a place, a day
    OFFICIAL = "official"
    PARTY = "party"
    VALUE = "value"  # no label


@cache
def _weights() -> tuple[tuple[Named, ...], tuple[int, ...], dict[str, tuple[int, ...]]]:
    """Return the sorts in the order of the weights, the weights of no piece at all, and those of each piece."""
    head, first, *others = lines("label_weights")
    rows = (line.split("\t") for line in others)
    table = {piece: tuple(map(int, weights)) for piece, *weights in rows}
    return tuple(map(Named, head.split("\t")[1:])), tuple(map(int, first.split("\t")[1:])), table


@lru_cache(maxsize=8192)
def likely(label: str) -> dict[Named, float]:
    """Return how likely each sort is for a label, from 0 to 1; together they are 1."""
    sorts, total, table = _weights()
    added = [total, *(table[piece] for piece in set(pieces(label)) if piece in table)]
    heights = [math.exp(sum(column) / SCALE) for column in zip(*added, strict=True)]
    return {sort: height / sum(heights) for sort, height in zip(sorts, heights, strict=True)}


def named_by(label: str) -> tuple[Named, float]:
    """Return the likeliest sort of a label, and how likely it is."""
    return max(likely(label).items(), key=lambda each: each[1])


def pieces(label: str) -> list[str]:
    """Return the runs of one to three characters in ``label``, which ends with a mark: its last word tells most."""
    marked = label.translate(_PLAIN) + "$"
    return [marked[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(marked) - size + 1)]
