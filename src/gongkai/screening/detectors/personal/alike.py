"""What looks like something personal, whosever it is: an office's, nobody's or somebody's. Pure."""

import re
from collections.abc import Iterable

from ...enums import Kind
from .accounts import accounts_in
from .conditions import disabilities_in, illnesses_in
from .contacts import mail_in, plates_in
from .phones import landlines_in
from .reading import Reading

_OF = {
    Kind.PLATE: plates_in,
    Kind.BANK_CARD: accounts_in,
    Kind.EMAIL: mail_in,
    Kind.LANDLINE: landlines_in,
    Kind.ILLNESS: illnesses_in,
    Kind.DISABILITY: disabilities_in,
}


# What a text without cannot hold; most cells of a table are passed over by it.
_NEEDS = {
    Kind.PLATE: re.compile("[A-HJ-NP-Z使]"),
    Kind.BANK_CARD: re.compile("[账帐卡折入至户通]"),
    Kind.EMAIL: re.compile("@"),
    Kind.LANDLINE: re.compile("0[0-9]{2}"),
    Kind.ILLNESS: re.compile("[一-龥]{2}"),
    Kind.DISABILITY: re.compile("级|残疾"),
}


def of_kind(kind: Kind, reading: Reading) -> Iterable[tuple[int, int]]:
    """Return where something looks like ``kind``, which is no name, in the order of the text."""
    return _OF[kind](reading) if _NEEDS[kind].search(reading.text) else ()
