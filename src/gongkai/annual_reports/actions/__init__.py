"""Everything that changes a filing. Grouped by what a person is doing; other rooms import from here."""

from .adjusting import adjust, remove_adjustment
from .filling import (
    accept,
    import_cells,
    judge,
    return_filing,
    save_filing,
    submit,
    take_last_year,
    withdraw,
)
from .making import correct, make_edition
from .season import join, open_season

__all__ = [
    "accept",
    "adjust",
    "correct",
    "import_cells",
    "join",
    "judge",
    "make_edition",
    "open_season",
    "remove_adjustment",
    "return_filing",
    "save_filing",
    "submit",
    "take_last_year",
    "withdraw",
]
