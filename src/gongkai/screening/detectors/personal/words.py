"""The word lists in ``detectors/data``, read once."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data"


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words of a list; lines that begin with ``#`` are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def pairs(name: str) -> frozenset[str]:
    """Return pairs of characters from a list whose words are a first character and all that follow it."""
    return frozenset(word[0] + second for word in words(name) for second in word[1:])
