"""
Texts as offices publish them, written by people who did not know the detectors.

What a set showed wanting was mended after the first run on it, so the figures of today prove no more than that nothing
gets worse; those of the first run, at the head of each set, are what is to be expected of texts that nobody has seen. Sets 8
to 29, each mended only after its batch, had together a precision of 0.993 and a recall of 0.990; sets 30 to 32, of another
hand and on purpose harder (one of literary texts, one of tables and forms), 0.959 and 0.942; sets 33 to 35 (documents, lists,
forms), run after those were mended, 0.944 and 0.958, the forms by far the worst; sets 36 to 38, of the same sorts and run
after those in turn, 0.880 and 0.962: what is personal is mostly found, and names of those in office in forms are too.
"""

import random
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from gongkai.screening.tests.made_up import Made, form, prose, table

SETS = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]


def documents(rounds: int) -> Iterator[Made]:
    """Yield each text ``rounds`` times, with other names and numbers."""
    chance = random.Random(1)
    for _ in range(rounds):
        for each in SETS:
            yield from (prose(template, chance) for template in each.PROSE)
            yield from (table(*template, chance.randrange(1, 9), chance) for template in each.TABLES)
            yield from (form(template, chance) for template in each.FORMS)
