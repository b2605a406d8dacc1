"""
What a cell prints, as a number.

A blank and a dash are no number and are told apart from a printed 0. Nothing is guessed in silence: where the number
is not plainly there, ``doubt`` says so in a sentence.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

NO_NUMBER = frozenset("- -- --- — —— – − / // \\ \\\\ ~ 无 空 无数据 不涉及 没有 * . …".split())
# A letter or a circle where a digit should be, as people type it and as text recognition reads it.
ROUND = frozenset("oO〇○◯零")
UNREAD = "〓"  # printers' sign for a letter they do not have: ours for a number in a picture that cannot be made out
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))

# The mark of a footnote behind a number; folded to half width, “12①” would become 121.
FOOTNOTE = re.compile(r"(?<=\d)\s*(?:[¹²³⁰-⁹①-⑳]{1,3}|[\[［【〔]注?\s*\d{0,2}[\]］】〕]|[*＊※]{1,3})\s*$")
REMARK = re.compile(r"[(（][^()（）]{0,80}[)）]")
NUMBER = re.compile(r"([+-]?)(\d[\d,]*(?:\.\d+)?|\.\d+)")
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
COUNTERS = "件个项条宗次起份人家部例批页"
MOST_DIGITS = 18  # more is several numbers run together


@dataclass(frozen=True)
class Reading:
    number: Decimal | None
    doubt: str = ""


BLANK = Reading(None)


def tidy(text: str) -> str:
    """Return ``text`` in half-width characters without footnote marks and anything invisible; white space stays."""
    text = FOOTNOTE.sub("", text)
    return unicodedata.normalize("NFKC", text).translate(INVISIBLE).replace("−", "-").replace("–", "-")


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Whether a cell says that there is no number: empty, a dash, “/” or “无”."""
    squeezed = "".join(tidy(text).split())
    return not squeezed or squeezed in NO_NUMBER or set(squeezed) <= set("-—_/")


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """Whether a cell holds a number, with its sign, unit and remark at most; a blank is none."""
    return _parts(text) is not None or "".join(tidy(text).split()) in ROUND or text == UNREAD


def _parts(text: str) -> tuple[str, str, str] | None:
    """Return sign, digits and what follows them, or None when the text is not one number."""
    squeezed = REMARK.sub("", "".join(tidy(text).split()))
    direction = {"增": "+", "加": "+", "减": "-"}.get(squeezed[:1], "")
    if direction:
        squeezed = squeezed.removeprefix("增加").removeprefix("减少").lstrip("增加减")
    found = NUMBER.match(squeezed)
    if not found:
        return None
    sign, digits, rest = found[1] or direction, found[2], squeezed[found.end() :]
    if rest.strip(".。;,") and not re.fullmatch(rf"[万亿]?(?:元|[{COUNTERS}])?(?:\(.*|人民币)?[.。;]?", rest):
        return None
    return sign, digits, rest


def read(text: str, *, is_money: bool = False, unit: str = "万元") -> Reading:
    """
    Return the number that a cell prints.

    ``is_money`` cells hold 万元; ``unit`` is what the heading of the column says (“元”, “万元”, or empty when it says
    nothing). An amount given in another unit is converted, and the doubt says so.
    """
    if is_blank(text):
        return BLANK
    if "".join(tidy(text).split()) in ROUND:
        return Reading(Decimal(0), f"原文是“{text.strip()}”，按0读入。")
    parts = _parts(text)
    if parts is None:
        return Reading(None, f"原文“{shorten(text)}”不是一个数字，没有读入。")
    sign, digits, rest = parts
    doubt = ""
    if "," in digits and not THOUSANDS.fullmatch(digits):
        return Reading(None, f"原文“{shorten(text)}”中的逗号不是千位分隔，数字不能确定，没有读入。")
    digits = digits.replace(",", "")
    if len(digits) > MOST_DIGITS:
        return Reading(None, f"原文“{shorten(text)}”太长，像是几个数字连在一起，没有读入。")
    number = Decimal(f"{'-' if sign == '-' else ''}{digits}")
    if _is_broken(text):
        doubt = f"原文“{shorten(text)}”的数字中间有空格或换行，已连起来读。"
    if is_money:
        return _in_ten_thousands(number, rest, unit, text, doubt)
    if "元" in rest:
        doubt = f"这一格应填件数，原文“{shorten(text)}”带有金额单位。"
    elif "万" in rest or "亿" in rest:
        number *= 10_000 if "万" in rest else 100_000_000
        doubt = f"原文“{shorten(text)}”以万或亿计数，已换算成个数。"
    return Reading(number, doubt)


def _in_ten_thousands(number: Decimal, rest: str, unit: str, text: str, doubt: str) -> Reading:
    written = re.match(r"[万亿]?元|[万亿]", rest)
    said = (written[0] if written else unit).removesuffix("元") + "元" if written or unit else ""
    if said == "元":
        return Reading(number / 10_000, f"原文“{shorten(text)}”的单位是元，已折算成万元。")
    if said == "亿元":
        return Reading(number * 10_000, f"原文“{shorten(text)}”的单位是亿元，已折算成万元。")
    if not said and number:
        doubt = doubt or "原文没有写明金额单位，按万元读入。"
    return Reading(number, doubt)


def _is_broken(text: str) -> bool:
    return re.search(r"\d\s+[\d.,]|[.,]\s+\d", REMARK.sub("", tidy(text))) is not None


def shorten(text: str, most: int = 30) -> str:
    """Return ``text`` on one line and not longer than ``most``, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
