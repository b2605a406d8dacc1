"""The word lists in ``detectors/data``, read once."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data"


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words of a list; lines that begin with ``#`` are remarks."""
    return tuple(word for line in lines(name) for word in line.split())


def lines(name: str) -> list[str]:
    """Return the lines of a list, without remarks."""
    whole = (_FOLDER / f"{name}.txt").read_text(encoding="utf8")
    return [line for line in whole.splitlines() if not line.startswith("#")]
