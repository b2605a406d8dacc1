"""
Whom a label names: somebody in office, a private person, one of the family, a child, a body, or nobody.

Offices head their columns and forms in thousands of ways, so besides the patterns of ``headings`` labels are told by
what they are made of: each piece of one adds its weight for each sort (a logistic regression, learned by
``tools/learn_labels.py`` from the labels in ``tools/label_examples`` and those of the texts for tests). Pure.
"""

from enum import Enum
from functools import lru_cache

from .logistic import runs, weights

LIST = "label_weights"
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


@lru_cache(maxsize=8192)
def likely(label: str) -> dict[Named, float]:
    """Return how likely each sort is for a label, from 0 to 1; together they are 1."""
    return {Named(sort): share for sort, share in weights(LIST).likely(pieces(label)).items()}


@lru_cache(maxsize=8192)
def named_by(label: str) -> tuple[Named, float]:
    """Return the likeliest sort of a label, and how likely it is."""
    return max(likely(label).items(), key=lambda each: each[1])


def pieces(label: str) -> list[str]:
    """Return the runs of one to three characters in ``label``, which ends with a mark: its last word tells most."""
    return runs(ended(label), LONGEST)


def ended(label: str) -> str:
    """Return ``label`` without blanks, with a mark at its end."""
    return label.translate(_PLAIN) + "$"
