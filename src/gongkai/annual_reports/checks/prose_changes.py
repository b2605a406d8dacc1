"""“120件，比2023年的96件增加24件，增长25%”: a change told with both its numbers, which needs no other report. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .findings import Found, Severity, Side, plain
from .numbers import Mention, mentions_in
from .sentences import Sentence
from .shares import Share, judged_share, percent, rounded

_YEAR_BEFORE = r"(?:20\d\d年|上一?年|去年)(?:度)?(?:同期)?"
# Between this year's number and the one before: “120件，比2023年的96件”, “120件（上年96件”.
_NOW_TO_BEFORE = re.compile(
    rf"^(?:（[^（）]*）)?[，、（；]?(?:(?:比|较|与|同比|相较|对比){_YEAR_BEFORE}(?:的|为)?（?|{_YEAR_BEFORE}(?:为|是|的)?)$"
)
# The other way round: “由上年的96件增加到120件”.
_FROM_BEFORE = re.compile(rf"(?:由|从){_YEAR_BEFORE}的?$")
_BEFORE_TO_NOW = re.compile(r"^(?:增加|增长|上升|提高|增|升|下降|减少|降低|减|降)(?:到|至|为)$")
_UP = ("增长", "增加", "上升", "提高", "多", "增幅", "增")
_DOWN = ("下降", "减少", "降低", "下滑", "少", "降幅", "降")
_TO_CHANGE = re.compile(
    rf"^[）]?(?:同期)?(?:相比)?[，、]?(?:总体|同比|净)?(?P<way>{'|'.join(_UP + _DOWN)})?(?:了|幅度|率|为|达|达到)*$"
)


@dataclass(frozen=True)
class _Change:
    """By how much a number is said to have changed, and whether it is said to have fallen."""

    mention: Mention
    falls: bool

    @property
    def printed(self) -> str:
        return f"{'下降' if self.falls else '增长'}{self.mention.printed}"


@dataclass(frozen=True)
class _Told:
    """This year's number, the one before, and the changes told of them."""

    now: Mention
    before: Mention
    changes: tuple[_Change, ...]

    @property
    def difference(self) -> Decimal:
        return self.now.value - self.before.value

    def right(self, change: _Change) -> Decimal:
        """Return what ``change`` would be: positive for a rise, negative for a fall."""
        if change.mention.is_share:
            return percent(self.difference, self.before.value)
        return self.difference

    def verdict(self, change: _Change) -> Share:
        sign = -1 if change.falls else 1
        return judged_share(change.mention.value, self.right(change) * sign, change.mention.decimals)

    def corrected(self, change: _Change) -> str:
        right = rounded(abs(self.right(change)), change.mention.decimals)
        return f"{'下降' if self.difference < 0 else '增长'}{plain(right)}{change.mention.unit}"


def changes_in(sentence: Sentence) -> Iterator[Found]:
    """Yield each change of ``sentence`` that does not follow from the two numbers beside it."""
    for told in _told_in(sentence.text):
        verdicts = [(told.verdict(change), change) for change in told.changes]
        wrong = [change for verdict, change in verdicts if verdict is Share.WRONG]
        imprecise = [change for verdict, change in verdicts if verdict in (Share.CUT_OFF, Share.NEAR)]
        if wrong or imprecise:
            yield _finding(sentence, told, wrong or imprecise, Severity.WARNING if wrong else Severity.HINT)


def _told_in(text: str) -> Iterator[_Told]:
    mentions = mentions_in(text)
    for index, mention in enumerate(mentions):
        if mention.is_share or not mention.exact or not mention.value:
            continue
        pair = _with_this_year(text, mentions, index)
        if pair is None:
            continue
        now, before, last = pair
        if changes := tuple(_changes_after(text, mentions, last, now.unit)):
            yield _Told(now, before, changes)


def _with_this_year(
    text: str, mentions: tuple[Mention, ...], index: int
) -> tuple[Mention, Mention, int] | None:
    """Return this year's number, last year's at ``index``, and the place of the later of the two."""
    before = mentions[index]
    if _FROM_BEFORE.search(text[: before.start]) and index + 1 < len(mentions):
        now = mentions[index + 1]
        found = _BEFORE_TO_NOW.match(text[before.end : now.start])
        last = index + 1
    else:
        now = next((each for each in mentions[:index][::-1] if each.unit == before.unit), None)
        found = now and _NOW_TO_BEFORE.match(text[now.end : before.start])
        last = index
    return (now, before, last) if found and now.exact and now.unit == before.unit else None


def _changes_after(text: str, mentions: tuple[Mention, ...], last: int, unit: str) -> Iterator[_Change]:
    way = None
    for previous, mention in zip(mentions[last:], mentions[last + 1 :], strict=False):
        match = _TO_CHANGE.match(text[previous.end : mention.start])
        way = match and (match["way"] or way)
        if not way or not mention.exact or mention.unit not in (unit, "%"):
            return
        yield _Change(mention, way in _DOWN)


def _finding(sentence: Sentence, told: _Told, changes: list[_Change], severity: Severity) -> Found:
    now, before, difference = told.now.value, told.before.value, told.difference
    first, last = min(told.now.start, told.before.start), told.changes[-1].mention.end
    said = sentence.text[first:last]
    exact = plain(rounded(percent(abs(difference), before), 4))
    arithmetic = f"{plain(now)}-{plain(before)}={plain(difference)}"
    if any(change.mention.is_share for change in changes):
        arithmetic += f"，{plain(abs(difference))}÷{plain(before)}={exact}%"
    printed = "、".join(change.printed for change in changes)
    right = "、".join(told.corrected(change) for change in changes)
    close = severity is Severity.HINT
    return Found(
        place=f"{sentence.section}.change={plain(before)},{plain(now)}",
        severity=severity,
        where=sentence.where,
        message=f"“{said}”：{arithmetic}，“{printed}”{'四舍五入' if close else ''}应为“{right}”。"
        f"{'' if close else '请核对。'}",
        left=Side(f"正文“{said}”", printed, quote=sentence.quote),
        right=Side("按正文两数计算", right),
    )
