"""
Texts as offices publish them, written by people who did not know the detectors.

What a set showed wanting was mended after the first run on it, so the figures of today prove no more than that nothing
gets worse; those of the first run, at the head of each set, are what is to be expected of texts that nobody has seen.
"""

import random
from collections.abc import Iterator

from gongkai.screening.tests.made_up import Made, form, prose, table

from . import (
    eighth,
    eleventh,
    fifth,
    first,
    fourth,
    ninth,
    second,
    seventh,
    sixth,
    tenth,
    third,
    thirteenth,
    twelfth,
)

SETS = (
    first,
    second,
    third,
    fourth,
    fifth,
    sixth,
    seventh,
    eighth,
    ninth,
    tenth,
    eleventh,
    twelfth,
    thirteenth,
)


def documents(rounds: int) -> Iterator[Made]:
    """Yield each text ``rounds`` times, with other names and numbers."""
    chance = random.Random(1)
    for _ in range(rounds):
        for each in SETS:
            yield from (prose(template, chance) for template in each.PROSE)
            yield from (table(*template, chance.randrange(1, 9), chance) for template in each.TABLES)
            yield from (form(template, chance) for template in each.FORMS)
