"""Numbers with their units in Chinese prose: 47件, ４７ 件, 十二件, 1.2万条, 100余条, 4.2 %. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}

_UNIT = "件次|人次|件|份|条|宗|起|例|篇|期|场|次|个百分点|个|项|万元|元|%|倍"
_NUMBER = re.compile(
    rf"(?P<arabic>\d+(?:\.\d+)?)(?P<grand>(?:万(?!元)|亿)?)(?P<odd>[余多来几]?)(?P<unit>{_UNIT})"
    r"|(?P<chinese>[零〇一二两三四五六七八九十百千]+)(?P<more>[余多来几]?)(?P<noun>件次|件|份|条|宗|起|例|篇)"
)
_ABOUT = re.compile(
    r"(?:近|约|逾|超|超过|突破|不足|不到|接近|将近|大约|达到?近|数|几|第|每|均|任|某|这|那|同|平均)$"
)
_OR_SO = re.compile(r"^(?:左右|上下|以上|以下|以内|之多|余|多(?!\d|次|种|样|方|元|渠|项|部))")
_RANGE = re.compile(r"[\d一二三四五六七八九十][-—–~～至到]$")
# 5个工作日 is a length of time and 第12期 a name; neither counts anything.
_NOT_A_COUNT = re.compile(r"^(?:工作日|自然日|月|小时|年|星期|周)")


@dataclass(frozen=True)
class Mention:
    """A number in a sentence. ``exact`` is False for 约, 余, 近, 第, ranges and rounded 万."""

    value: Decimal
    unit: str
    start: int
    end: int
    exact: bool
    printed: str

    @property
    def decimals(self) -> int:
        return max(0, -self.value.as_tuple().exponent)

    @property
    def last_digit(self) -> Decimal:
        """What one unit of its last digit is worth: 0.1 in “4.2”."""
        return Decimal(1).scaleb(-self.decimals)

    @property
    def is_share(self) -> bool:
        return self.unit == "%"

    @property
    def counts(self) -> bool:
        """Whether it counts cases or documents, so that it can stand beside a cell."""
        return self.unit in ("件次", "件", "份", "条", "宗", "起", "例", "次", "个", "项", "篇")


@lru_cache(maxsize=2048)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """Return the numbers of a normalised sentence that have a unit, from left to right."""
    found = []
    for match in _NUMBER.finditer(text):
        before, after = text[: match.start()], text[match.end() : match.end() + 4]
        if match["arabic"]:
            value, unit = Decimal(match["arabic"]), match["unit"]
            rough = bool(match["grand"] or match["odd"])
        else:
            value, unit = Decimal(chinese_number(match["chinese"])), match["noun"]
            rough = bool(match["more"])
        if unit == "个" and _NOT_A_COUNT.match(after):
            continue
        exact = not (
            rough
            or _ABOUT.search(before[-4:])
            or _OR_SO.match(after)
            or _RANGE.search(before[-2:])
            or re.search(r"[\d.] ?$", before[-2:])
        )
        found.append(Mention(value, unit, match.start(), match.end(), exact, match.group()))
    return tuple(found)


def chinese_number(text: str) -> int:
    """Return the value of “十二”, “三百零五”, “二〇二二”."""
    if not any(character in _TENS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
