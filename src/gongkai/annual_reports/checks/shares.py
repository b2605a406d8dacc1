"""Percentages: whether one was rounded, cut off or miscalculated. Pure."""

from decimal import Decimal
from enum import StrEnum


class Share(StrEnum):
    """How a printed percentage relates to the exact one."""

    RIGHT = "right"  # rounded half up
    CUT_OFF = "cut off"  # the last digits left out (截尾)
    NEAR = "near"  # otherwise less than one unit of the last digit off
    WRONG = "wrong"


def judged_share(printed: Decimal, exact: Decimal, decimals: int) -> Share:
    """Return how ``printed``, with so many ``decimals``, gives ``exact``; both in percent."""
    unit = Decimal(1).scaleb(-decimals)
    off = exact - printed
    if abs(off) <= unit / 2:
        return Share.RIGHT
    if 0 < off < unit:
        return Share.CUT_OFF
    return Share.NEAR if abs(off) < unit else Share.WRONG


def percent(part: Decimal, whole: Decimal) -> Decimal:
    return part * 100 / whole


def rounded(exact: Decimal, decimals: int) -> Decimal:
    """Return ``exact`` with so many decimals, rounded half up as the rule of statistics is."""
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
