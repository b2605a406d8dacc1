"""Dates as official documents write them: “2026年3月2日”, “二〇二六年三月二日”; and the one a document is signed with."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .whole import BLANK, Whole

GAP = f"[{BLANK}]?"
# The look behind comes after the year: a pattern that begins with a character is found much faster.
ARABIC = re.compile(
    rf"(?P<year>(?:19|20)[0-9][0-9])(?<![0-9.-]....){GAP}年{GAP}(?P<month>[0-9]{{1,2}}){GAP}月{GAP}(?P<day>[0-9]{{1,2}}){GAP}日"
)
NUMERALS = "〇零○ＯO一二三四五六七八九"
CHINESE = re.compile(
    rf"(?P<year>[一二][{NUMERALS}]{{3}}){GAP}年{GAP}(?P<month>[一二三四五六七八九十]{{1,3}}){GAP}月{GAP}"
    rf"(?P<day>[一二三四五六七八九十]{{1,3}}){GAP}日"
)
VALUES = {"〇": 0, "零": 0, "○": 0, "Ｏ": 0, "O": 0} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
# What the name of an office or its remark ends with, right before the date it signs with.
SIGNER = re.compile(
    r"(?:政府|委员会|委会|委|办公室|办|局|厅|部|署|院|中心|站|所|处|社|镇|乡|街道|指挥部|公司|小组|支队|大队|中队|学校|中学|小学|幼儿园|"
    rf"医院|银行|分行|支行|协会|联合会|工会|集团|组|代章[）)]|盖章[）)]|章[）)])[{BLANK}]*$"
)
# A date that something else is said of is no signature.
GOES_ON = re.compile(
    rf"[{BLANK}]*(?:[，。、；：]|印发|发布|公布|前|后|之|以|起|至|到|止|上午|下午|中午|\d|[-—~～]|的|在|召开)"
)
AFTER_SIGNATURE = re.compile(rf"[{BLANK}]*(?:$|\n|附件|附表|[（(]|抄送|主办|责任编辑|&nbsp;)")


@dataclass(frozen=True)
class WrittenDate:
    start: int
    end: int
    text: str
    day: date | None  # None for a day that no calendar has


@lru_cache(maxsize=1)  # two rules ask for them, one after the other
def written_dates(whole: Whole) -> tuple[WrittenDate, ...]:
    """Return every date with its year, those in figures first."""
    figures = (
        _read(match, int(match["year"]), int(match["month"]), int(match["day"]))
        for match in ARABIC.finditer(whole.text)
    )
    numerals = (
        _read(match, _digits(match["year"]), _number(match["month"]), _number(match["day"]))
        for match in CHINESE.finditer(whole.text)
    )
    return *figures, *numerals


def signature(whole: Whole) -> WrittenDate | None:
    """Return the date a document is signed with (落款): the last that stands alone or behind the name of an office."""
    for each in sorted(written_dates(whole), key=lambda each: each.start, reverse=True):
        before, after = whole.line(each.start, each.end)
        alone = not before.strip(BLANK) and not after.strip(BLANK)
        signed = SIGNER.search(before[-12:]) and not GOES_ON.match(after) and AFTER_SIGNATURE.match(after)
        in_table = whole.passages[whole.passage_at(each.start)].table
        if (alone or signed) and not in_table:
            return each
    return None


def _read(match: re.Match, year: int, month: int, day: int) -> WrittenDate:
    try:
        known = date(year, month, day)
    except ValueError:
        known = None
    return WrittenDate(*match.span(), match[0], known)


def _digits(text: str) -> int:
    """Return the value of numerals that stand one beside the other: 二〇二六."""
    return int("".join(str(VALUES[numeral]) for numeral in text))


def _number(text: str) -> int:
    """Return the value of a numeral below 100: 三, 十, 十二, 二十, 三十一."""
    tens, ten, ones = text.rpartition("十")
    value = VALUES.get(ones, 0) if len(ones) < 2 else 0
    return (VALUES.get(tens, 0) if tens else 1) * 10 + value if ten else value
