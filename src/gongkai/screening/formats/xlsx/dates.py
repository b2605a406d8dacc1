"""Dates and times in spreadsheets: days since 1900, shown by letters."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

from .format_codes import Section

TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM/PM|A/P|上午/下午)|(y+|m+|d+|h+|s+|e+|a{3,4}|b+|g+|r+)'
    r"|(\.0+)|([^yMdhs]?)",
    re.IGNORECASE | re.DOTALL,
)
LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
DATE_LETTERS = re.compile(r"[ymdhse]|a{3}", re.IGNORECASE)
NUMBER_SIGNS = re.compile(r"[#?%@]|General|[eE][+-]")
WEEKDAYS = "一二三四五六日"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST_SERIAL = 2_958_465  # 9999-12-31
SECONDS = 86_400


def date_format(section: Section, date1904: bool) -> Callable[[Decimal], tuple[str, str | None]] | None:
    """
    Return what shows a day number in this format, or None when it is no format for dates.

    The answer is the text, and the number that says the same: a format that leaves out the year hides it.
    """
    bare = LETTERS.sub("", section.code)
    elapsed = re.search(r"\[(h+|m+|s+)\]", section.code, re.IGNORECASE)
    if not elapsed and (not DATE_LETTERS.search(bare) or NUMBER_SIGNS.search(bare)):
        return None
    tokens = _tokens(section.code)
    kinds = {kind for kind, _ in tokens}
    whole = "year" in kinds and "month" in kinds and "day" in kinds
    timed = bool(kinds & {"hour", "minute", "second", "elapsed"})
    dated = bool(kinds & {"year", "month", "day", "weekday"})

    def show(serial: Decimal) -> tuple[str, str | None]:
        if serial > LAST_SERIAL:
            return f"{serial:f}", f"{serial:f}"
        at = moment(serial, date1904)
        if "fraction" not in kinds:
            at = (at + timedelta(milliseconds=500)).replace(microsecond=0)
        halves = "half" in kinds
        text = "".join(_written(kind, letters, at, serial, halves) for kind, letters in tokens)
        if not dated:
            return text, f"{serial if elapsed else serial % 1:f}"
        if not whole:
            return text, None
        return text, f"{serial:f}" if timed else str(int(serial))

    return show


def _tokens(code: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for quoted, escaped, elapsed, half, letters, fraction, other in TOKEN.findall(code):
        lower = letters.lower()
        if elapsed:
            found.append(("elapsed", elapsed.lower()))
        elif half:
            found.append(("half", half))
        elif lower[:1] in {"y", "e", "b"} and lower:
            found.append(("year", lower))
        elif lower[:1] == "m":
            before = next((kind for kind, _ in reversed(found) if kind != "text"), "")
            minute = before in {"hour", "elapsed"} and len(lower) < 3
            found.append(("minute" if minute else "month", lower))
        elif lower[:1] == "d":
            found.append(("day" if len(lower) < 3 else "weekday", lower))
        elif lower[:1] == "a":
            found.append(("weekday", lower))
        elif lower[:1] == "h":
            found.append(("hour", lower))
        elif lower[:1] == "s":
            # “mm:ss”: what was taken for a month are minutes.
            for at in range(len(found) - 1, -1, -1):
                if found[at][0] != "text":
                    if found[at][0] == "month" and len(found[at][1]) < 3:
                        found[at] = ("minute", found[at][1])
                    break
            found.append(("second", lower))
        elif fraction:
            found.append(("fraction", fraction))
        elif quoted or escaped or other:
            found.append(("text", quoted or escaped or other))
    return found


def moment(serial: Decimal, date1904: bool) -> datetime:
    """Return the moment of a day number; Excel believes in 29 February 1900, so earlier days are one off."""
    start = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 31 if serial < 60 else 30)
    return start + timedelta(seconds=round(float(serial) * SECONDS, 3))


def _written(kind: str, letters: str, at: datetime, serial: Decimal, halves: bool) -> str:
    match kind:
        case "text":
            return letters
        case "year":
            return f"{at.year % 100:02}" if len(letters) == 2 else str(at.year)
        case "month":
            if len(letters) >= 3:
                return MONTHS[at.month - 1]
            return f"{at.month:02}" if len(letters) == 2 else str(at.month)
        case "day":
            return f"{at.day:02}" if len(letters) == 2 else str(at.day)
        case "weekday":
            return _weekday(letters, at)
        case "hour":
            hour = (at.hour % 12 or 12) if halves else at.hour
            return f"{hour:02}" if len(letters) == 2 else str(hour)
        case "minute":
            return f"{at.minute:02}" if len(letters) == 2 else str(at.minute)
        case "second":
            return f"{at.second:02}" if len(letters) == 2 else str(at.second)
        case "fraction":
            return f".{at.microsecond:06}"[: len(letters)]
        case "half":
            first, second = letters.split("/")
            return first if at.hour < 12 else second
        case "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[letters[0]]
            return str(int(round(float(serial) * SECONDS, 3)) // unit).zfill(len(letters))
    return ""


def _weekday(letters: str, at: datetime) -> str:
    if letters[0] == "a":
        return ("星期" if len(letters) == 4 else "") + WEEKDAYS[at.weekday()]
    name = DAYS[at.weekday()]
    return name if len(letters) == 4 else name[:3]
