"""Dates that cannot be: a 30th of February, a weekday that does not fit, a period that ends before it begins."""

import re
from collections.abc import Iterator
from datetime import date

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import BLANK, Whole
from .written_dates import GAP, WrittenDate, signature, written_dates

K = Kind.DATE_CONFLICT
NAMES = "一二三四五六日"
WEEKDAY = re.compile(
    rf"[{BLANK}]?[（(]?{GAP}(?:星期|礼拜|周(?=.{GAP}[）)]))(?P<name>[一二三四五六日天])(?!至|到|[-—~～])"
)
SHORT = re.compile(rf"(?P<month>[0-9]{{1,2}}){GAP}月{GAP}(?P<day>[0-9]{{1,2}}){GAP}日")
HAS_YEAR = frozenset("0123456789年./- ")  # what stands before a day that is not a short one
PERIOD = re.compile(
    rf"(?P<month>[0-9]{{1,2}}){GAP}月{GAP}(?P<day>[0-9]{{1,2}}){GAP}日(?:\d{{1,2}}(?:[:：]\d\d|[时点]\d{{0,2}}分?))?起?{GAP}(?:至|到|[-—–－~～]{{1,2}}){GAP}"
    rf"(?:(?P<to_year>(?:19|20)\d\d){GAP}年{GAP})?(?:(?P<to_month>\d{{1,2}}){GAP}月{GAP})?(?P<to_day>\d{{1,2}}){GAP}日(?![内前后])"
)
YEAR = re.compile(rf"(?P<year>(?:19|20)\d\d){GAP}年{GAP}$")
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    text = whole.text
    if "日" not in text:
        return
    for each in written_dates(whole):
        if each.day is None:
            yield from whole.found(K, each.start, each.end, f"没有“{each.text}”这一天。")
        elif named := WEEKDAY.match(text, each.end):
            yield from _weekday(whole, each, named)
    for match in SHORT.finditer(text):
        yield from _short(whole, match)
        period = PERIOD.match(text, match.start())
        year = period and YEAR.search(text, max(0, match.start() - 8), match.start())
        if period and _ends_before_it_begins(period, year):
            yield from whole.found(K, *period.span(), "结束的日期早于开始的日期；跨年的请写明年份。")
    yield from _signed_later_than_today(whole, lists)


def _short(whole: Whole, match: re.Match) -> Iterator[Finding]:
    month, day = int(match["month"]), int(match["day"])
    if whole.text[max(0, match.start() - 1) : match.start()] in HAS_YEAR:
        return
    if not (1 <= month <= 12 and 1 <= day <= LONGEST[month - 1]):
        yield from whole.found(K, *match.span(), f"没有“{match[0]}”这一天。")


def _weekday(whole: Whole, each: WrittenDate, named: re.Match) -> Iterator[Finding]:
    right = NAMES[each.day.weekday()]
    if named["name"].replace("天", "日") != right:
        yield from whole.found(K, each.start, named.end(), f"{each.text}是星期{right}。")


def _ends_before_it_begins(match: re.Match, year: re.Match | None) -> bool:
    """Certain only with both years, or within one month: a winter from 10月 to 5月 is right."""
    begin = int(match["month"]), int(match["day"])
    end = int(match["to_month"] or match["month"]), int(match["to_day"])
    if match["to_year"]:
        return bool(year) and (int(match["to_year"]), *end) < (int(year["year"]), *begin)
    return begin[0] == end[0] and end[1] < begin[1]


def _signed_later_than_today(whole: Whole, lists: Lists) -> Iterator[Finding]:
    if not lists.today or not (signed := signature(whole)) or not signed.day:
        return
    if signed.day > date.fromisoformat(lists.today):
        yield from whole.found(K, signed.start, signed.end, "落款日期比今天还晚。")
