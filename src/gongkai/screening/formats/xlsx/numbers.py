"""
Number formats: what a cell shows of the number in it, and which number shows nothing more than that.

Behind “3月5日” there is a year, behind “0.33” a third. The public copy gets the number as it is shown, or, where
no number says just that, its text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from .dates import LAST_SERIAL, date_format
from .format_codes import Section, sections_of, text_section

BUILT_IN = {
    **{
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        5: "#,##0;-#,##0",
        6: "#,##0;-#,##0",
        7: "#,##0.00;-#,##0.00",
    },
    **{
        8: "#,##0.00;-#,##0.00",
        9: "0%",
        10: "0.00%",
        11: "0.00E+00",
        12: "# ?/?",
        13: "# ??/??",
        14: "yyyy/m/d",
    },
    **{
        15: "d-mmm-yy",
        16: "d-mmm",
        17: "mmm-yy",
        18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM",
        20: "h:mm",
        21: "h:mm:ss",
    },
    **{22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy"},
    **{31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"'},
    **{35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0"},
    **{39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0"},
    **{43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0"},
    **{48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"'},
    **{54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"'},
    **{58: 'm"月"d"日"'},
}
LARGEST = Decimal("1e30")  # beyond it nobody reads digits


@dataclass(frozen=True)
class Shown:
    """
    The text that a cell shows; the number that says the same, None when only text does.

    ``code`` is the format in which that number shows as this text, empty for General.
    """

    text: str
    number: str | None
    code: str = field(default="", compare=False)


def general(value: str) -> Shown:
    """Show all digits: a long number in a narrow column is an identity number, not 3.7E+17."""
    if value.isdecimal() and len(value) < 31:
        return Shown(value, value)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return Shown(value, None)
    if not number.is_finite() or abs(number) > LARGEST or (number and abs(number) < Decimal("1e-12")):
        return Shown(value, value if number.is_finite() else None)
    if number != number.to_integral_value():
        number = Decimal(f"{number:.15g}")  # Excel stores 0.30000000000000004 and shows 0.3
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Shown(text or "0", text or "0")


@lru_cache(maxsize=4096)
def formatter(code: str, date1904: bool = False) -> Callable[[str], Shown]:
    """Return the function that shows a number, given as it is stored, in this format."""
    if code.strip().lower() in {"general", "", "@", "g/通用格式"}:
        return general
    sections = sections_of(code)
    for_text = text_section(sections)
    numeric = [each for each in sections[:3] if each is not for_text]
    dates = [date_format(each, date1904) for each in numeric]

    def show(value: str) -> Shown:
        try:
            number = Decimal(value)
        except InvalidOperation:
            return Shown(value, None)
        if not number.is_finite() or abs(number) > LARGEST:
            return general(value)
        if not numeric:
            return Shown(for_text.words(general(value).text), None)
        at = _choose(numeric, number)
        if at is None:
            return Shown("", None)
        if (as_date := dates[at]) is not None:
            if number > LAST_SERIAL:
                return general(value)
            return Shown(*as_date(number), numeric[at].alone(signed=True)) if number >= 0 else Shown("", None)
        return _show(numeric[at], number, value, signed=at == 0 or bool(numeric[at].condition))

    return show


@lru_cache(maxsize=4096)
def words_formatter(code: str) -> Callable[[str], str] | None:
    """Return the function that shows text in this format; None when text shows as it is."""
    section = text_section(sections_of(code))
    return section.words if section is not None and section.code != "@" else None


def _choose(numeric: list[Section], number: Decimal) -> int | None:
    """Return which section is for this number; None when none is."""
    if any(each.condition for each in numeric):
        for at, each in enumerate(numeric):
            if each.condition is None or each.meets(number):
                return at
        return None
    if number < 0 and len(numeric) > 1:
        return 1
    if number == 0 and len(numeric) > 2:
        return 2
    return 0


def _show(section: Section, number: Decimal, value: str, *, signed: bool) -> Shown:
    if section.is_general:
        shown = general(value if signed else str(abs(number)))
        return Shown(section.before + shown.text + section.after, shown.number, section.alone(signed=signed))
    if section.is_strange:  # fractions, Chinese numerals: all digits are shown instead, so nothing can hide
        shown = general(value)
        text = (section.before + shown.text + section.after).strip()
        return Shown(text, shown.number, section.alone(signed=signed))
    if section.exponent:
        return Shown(f"{number:.{section.decimals}E}", None)
    if not section.places:
        return Shown(section.before, None)
    unit = Decimal(10) ** (3 * section.thousands_cut - 2 * section.percents)
    scaled = abs(number) / unit
    rounded = scaled.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    text = section.fill(rounded)
    if number < 0 and signed and rounded:
        text = "-" + text
    # The fifteenth digit is the last that Excel keeps; digits that were stored whole stay whole.
    kept = rounded * unit * (-1 if number < 0 else 1)
    if not text.strip():
        return Shown("", None)
    return Shown(text, value if kept == number else f"{kept.normalize():f}", section.alone(signed=signed))
