"""
Which way writing runs. A page may be turned as a whole, and across a page a watermark runs aslant.

Angles are counted in quarters of a circle against the clock: writing that runs up the sheet is at one quarter.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

ASLANT = math.radians(8)  # a scan set straight by hand is off by less
DOWN = 3  # quarters

Bounds = tuple[float, float, float, float]  # left, bottom, right, top in points


@lru_cache(maxsize=1024)
def quarters_of(x: float, y: float) -> int | None:
    """Return in which direction writing runs whose letters follow each other by (x, y); None where it runs aslant."""
    angle = math.atan2(y, x)
    nearest = round(angle / (math.pi / 2))
    return nearest % 4 if abs(angle - nearest * math.pi / 2) <= ASLANT else None


def prevailing(quarters: Iterable[int]) -> int:
    """Return the direction of most letters, 0 where there are none."""
    counted = Counter(quarters)
    return max(counted, key=counted.__getitem__, default=0)


@dataclass(frozen=True)
class Turn:
    """Turns a sheet of ``width`` and ``height`` so that what is written at ``quarters`` runs from left to right."""

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 1:
            return y, self.width - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.height - y, x
        return x, y

    def bounds(self, left: float, bottom: float, right: float, top: float) -> Bounds:
        if not self.quarters:
            return left, bottom, right, top
        a, b = self.point(left, bottom), self.point(right, top)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
