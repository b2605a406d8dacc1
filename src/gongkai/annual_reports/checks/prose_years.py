"""“比2021年下降17.5%”: the change the prose tells, beside last year's report or the number it implies. Pure."""

import math
import re
from collections.abc import Iterator
from decimal import Decimal

from .case import Case
from .claims import Claim
from .expected import Expected, expected
from .findings import Found, Severity, Side, plain
from .numbers import Mention, mentions_in
from .prose_changes import changes_in
from .shares import Share, judged_share, rounded

_CHANGE = re.compile(
    r"^[，、（]?(?:总数|总量|数量|件数|申请量)?，?"
    r"(?:同比|(?:比|较|与)(?:(?P<year>20\d\d)年|上一?年|去年)(?:度|同期)?(?:相比)?)"
    r"[^，。；\d]{0,8}?(?P<way>增长|增加|上升|提高|下降|减少|降低|下滑|多|少)(?:了|幅度为|率为)?$"
)
_DOWN = ("下降", "减少", "降低", "下滑", "少")


def changes_are_right(case: Case) -> Iterator[Found]:
    """TXT-3: changes follow from both numbers told, or last year's report; else the implied number is shown."""
    for sentence in case.sentences:
        yield from changes_in(sentence)
    for claim in case.claims:
        mentions = mentions_in(claim.sentence.text)
        after = next((each for each in mentions if each.start >= claim.mention.end), None)
        if after is None or not after.exact or not (after.is_share or after.counts):
            continue
        match = _CHANGE.match(claim.sentence.text[claim.mention.end : after.start])
        if not match or not _of_last_year(match["year"], case.report.year):
            continue
        said = expected(case.figures, claim)
        if claim.qualified or (said is not None and not said.agrees(claim.value)):
            continue
        sign = -1 if match["way"] in _DOWN else 1
        before = case.figures_before and expected(case.figures_before, claim)
        if before:
            yield from _beside_last_year(claim, after, match["way"], sign, before)
        else:
            yield from _implied(claim, after, match["way"], sign)


def _of_last_year(named: str | None, year: int | None) -> bool:
    return not named or year is None or int(named) == year - 1


def _beside_last_year(
    claim: Claim, change: Mention, way: str, sign: int, before: Expected
) -> Iterator[Found]:
    judged = []
    for figure in (*before.right, *before.wider):
        exact = claim.value - figure.value
        if change.is_share:
            if not figure.value:
                continue
            exact = exact * 100 / figure.value
            verdict = judged_share(change.value, exact * sign, change.decimals)
        else:
            verdict = Share.RIGHT if exact * sign == change.value else Share.WRONG
        judged.append((verdict, figure, exact))
    if not judged or any(verdict is Share.RIGHT for verdict, *_ in judged):
        return
    verdict, figure, exact = next(
        (each for each in judged if each[0] in (Share.CUT_OFF, Share.NEAR)), judged[0]
    )
    change_in_words = "下降" if exact < 0 else "增长"
    right = f"{rounded(abs(exact), change.decimals)}%" if change.is_share else f"{plain(abs(exact))}件"
    imprecise = verdict is not Share.WRONG
    yield Found(
        place=f"{claim.sentence.section}.{claim.kind}={plain(claim.value)},{change.printed}",
        severity=Severity.HINT if imprecise else Severity.WARNING,
        where=claim.sentence.where,
        message=f"“{claim.wording}”比上年{way}{change.printed}：上年报告{figure.name}{plain(figure.value)}件，"
        f"本年{plain(claim.value)}件，应为{change_in_words}{right}。"
        f"{'正文是截去尾数的结果。' if imprecise else '请核对两年的数字和口径。'}",
        left=Side(f"正文“{way}{change.printed}”", change.printed, quote=claim.sentence.quote),
        right=Side(f"按上年报告{figure.name}计算", right),
    )


def _implied(claim: Claim, change: Mention, way: str, sign: int) -> Iterator[Found]:
    """Without last year's report: say which number the change implies, for a person to look up."""
    if change.is_share:
        numbers = implied_numbers(claim.value, change.value, change.decimals, sign)
    else:
        numbers = [int(claim.value - sign * change.value)]
    if numbers is None:
        return
    if not numbers:
        said = "没有一个整数能算出这一比例，请核对。"
    elif len(numbers) <= 3:
        said = f"隐含上年为{'或'.join(map(str, numbers))}件，请与上年报告核对。"
    else:
        said = f"隐含上年在{numbers[0]}至{numbers[-1]}件之间，请与上年报告核对。"
    yield Found(
        place=f"{claim.sentence.section}.{claim.kind}={plain(claim.value)},{change.printed}",
        severity=Severity.HINT,
        where=claim.sentence.where,
        message=f"“{claim.wording}”比上年{way}{change.printed}：没有上年报告，不能核对；{said}",
        left=Side(f"正文“{way}{change.printed}”", change.printed, quote=claim.sentence.quote),
        right=Side("隐含的上年件数", "、".join(map(str, numbers[:3]))),
    )


def implied_numbers(value: Decimal, share: Decimal, decimals: int, sign: int) -> list[int] | None:
    """
    Return the whole numbers from which a change of ``share`` percent leads to ``value``, rounded or cut off.

    None when the change says nothing: a fall of 100 %, or no requests now.
    """
    unit = Decimal(1).scaleb(-decimals)
    ends = [1 + sign * each / 100 for each in (share - unit / 2, share + unit)]
    if not value or min(ends) <= 0:
        return None
    low, high = sorted(value / end for end in ends)
    return list(range(math.ceil(low), math.floor(high) + 1))
