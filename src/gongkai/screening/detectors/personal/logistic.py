"""Weights that were learned (``tools/learn_*.py``), and how likely they make each sort of what is told by its pieces."""

import math
import re
from collections.abc import Iterable
from functools import cache

from .words import lines

SCALE = 100  # weights are written in hundredths
_DIGIT, _BREAK = re.compile("[0-9]"), re.compile(r"[\s\x1c-\x1f\x85]")


class Weights:
    """
    A logistic regression as its list in ``detectors/data`` has it.

    The first line names the sorts, the second has what is added always, the others have a piece and what it adds for
    each sort. Of two sorts only the second has weights.
    """

    def __init__(self, name: str):
        head, first, *others = lines(name)
        self.sorts = head.split("\t")[1:]
        self._always = _numbers(first)
        self._of = {row.partition("\t")[0]: _numbers(row) for row in others}

    def likely(self, pieces: Iterable[str]) -> dict[str, float]:
        """Return how likely each sort is, from 0 to 1; together they are 1."""
        added = [self._always, *(self._of[piece] for piece in set(pieces) if piece in self._of)]
        heights = [sum(column) / SCALE for column in zip(*added, strict=True)]
        if len(heights) < len(self.sorts):
            heights = [0, *heights]
        top = max(heights)  # keeps the sums small enough for ``exp``
        shares = [math.exp(height - top) for height in heights]
        return {sort: share / sum(shares) for sort, share in zip(self.sorts, shares, strict=True)}


@cache
def weights(name: str) -> Weights:
    """Return the weights of a list, read once."""
    return Weights(name)


def plain(text: str) -> str:
    """Return ``text`` as pieces are cut from it: every digit the same, every break a blank."""
    return _BREAK.sub(" ", _DIGIT.sub("0", text))


def runs(text: str, longest: int) -> list[str]:
    """Return the runs of one to ``longest`` characters in ``text``."""
    return [text[at : at + size] for size in range(1, longest + 1) for at in range(len(text) - size + 1)]


def pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _numbers(row: str) -> tuple[int, ...]:
    return tuple(map(int, row.split("\t")[1:]))
