"""What looks like something personal, whosever it is: an office's, nobody's or somebody's. Pure."""

from collections.abc import Iterator

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


def of_kind(kind: Kind, reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where something looks like ``kind``, which is no name, in the order of the text."""
    yield from _OF[kind](reading)
