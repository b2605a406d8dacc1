"""Percentages in the prose: 占89.3%, and whether those of one list make a hundred. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from .. import layout
from .case import Case
from .claims import Claim
from .findings import Found, Severity, Side, plain
from .numbers import Mention, mentions_in
from .sentences import Sentence
from .shares import Share, judged_share, percent, rounded
from .words import APPLICANTS, COURTS, OUTCOMES, REASONS, TOTALS

# What may stand between a number and its share: “42件，占89.3%”, “17条，占比为80.95%”.
_BETWEEN = re.compile(r"^[，、（]?(?:约|分别|各|均|所)?(?:占|占比|比例|比重|所占)[^，。；：、（]{0,12}$")
_LONGEST_NUMERATOR = 12


@dataclass(frozen=True)
class _Part:
    """A number and the percentage it is said to be."""

    number: Mention
    share: Mention
    sentence: Sentence
    claim: Claim | None  # when the number is one of requests or cases

    @property
    def name(self) -> str:
        if self.claim:
            return self.claim.wording
        before = re.split(r"[，。；：、（]", self.sentence.text[: self.number.start])[-1]
        return f"{before[-_LONGEST_NUMERATOR:]}{self.number.printed}"


def shares_are_right(case: Case) -> Iterator[Found]:
    """TXT-2: a printed percentage is its number divided by a total that is stated or in the tables."""
    for part in _parts(case):
        wholes = _wholes(case, part)
        judged = [
            (
                judged_share(part.share.value, percent(part.number.value, whole), part.share.decimals),
                whole,
                name,
            )
            for whole, name in wholes
        ]
        verdicts = [verdict for verdict, *_ in judged]
        if not judged or Share.RIGHT in verdicts:
            continue
        cut_off = next((each for each in judged if each[0] is Share.CUT_OFF), None)
        near = cut_off or next((each for each in judged if each[0] is Share.NEAR), None)
        if near:
            yield _imprecise(part, *near)
        elif part.claim or (len(judged) == 1 and "其中" in part.sentence.text):
            yield _wrong(part, *judged[0][1:])


def shares_make_a_hundred(case: Case) -> Iterator[Found]:
    """TXT-9: the percentages of a list that is complete add up to 100, but for rounding."""
    by_sentence: dict[Sentence, list[_Part]] = {}
    for part in _parts(case):
        by_sentence.setdefault(part.sentence, []).append(part)
    for sentence, parts in by_sentence.items():
        numbers = sum((part.number.value for part in parts), Decimal(0))
        whole = next((whole for whole, _ in _wholes(case, parts[-1]) if whole == numbers), None)
        if len(parts) < 3 or whole is None:
            continue
        total = sum((part.share.value for part in parts), Decimal(0))
        off = abs(total - 100)
        allowed = sum((Decimal(1).scaleb(-part.share.decimals) for part in parts), Decimal(0)) / 2
        cut_off = any(
            judged_share(part.share.value, percent(part.number.value, whole), part.share.decimals)
            is Share.CUT_OFF
            for part in parts
        )
        if not off or (off <= allowed and not cut_off):
            continue
        written = f"{'+'.join(plain(part.share.value) for part in parts)}={plain(total)}"
        reason = "，因截尾而不足100" if cut_off and total < 100 else ""
        yield Found(
            place=f"{sentence.section}.sum={plain(total)}",
            severity=Severity.HINT if off <= 2 * allowed else Severity.WARNING,
            where=sentence.where,
            message=f"各项占比之和{written}（%）{reason}。建议四舍五入并在末项调整，使合计为100%。",
            left=Side("各项占比之和", f"{plain(total)}%", quote=sentence.quote),
            right=Side("应为", "100%"),
            difference=total - 100,
        )


def _parts(case: Case) -> Iterator[_Part]:
    claims = {(claim.sentence, claim.mention): claim for claim in case.claims}
    for sentence in case.sentences:
        if sentence.section > 4 or "%" not in sentence.text:
            continue
        for number, share in _pairs(sentence.text):
            if share.exact and number.counts and number.exact:
                yield _Part(number, share, sentence, claims.get((sentence, number)))


def _pairs(text: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield each number with its share, also “88件、7件，占比分别为92.6%和7.4%”."""
    mentions = mentions_in(text)
    for index, (number, share) in enumerate(zip(mentions, mentions[1:], strict=False)):
        between = text[number.end : share.start]
        if number.is_share or not share.is_share or not _BETWEEN.match(between):
            continue
        if "分别" not in between:
            yield number, share
            continue
        shares = list(takewhile(lambda each: each.is_share, mentions[index + 1 :]))
        numbers = mentions[max(index + 1 - len(shares), 0) : index + 1]
        if len(numbers) == len(shares) > 1 and len({each.unit for each in numbers}) == 1:
            yield from zip(numbers, shares, strict=True)


def _wholes(case: Case, part: _Part) -> list[tuple[Decimal, str]]:
    """Return the totals ``part`` may be a share of, the likeliest first, with what they are."""
    found: list[tuple[Decimal, str]] = []
    if part.claim:
        found += [
            (claim.value, f"正文“{claim.wording}”")
            for claim in case.claims
            if claim.kind in (TOTALS if part.claim.kind not in COURTS else COURTS)
            and claim.part == part.claim.part
        ]
        found += _totals_of_table_3(case, part.claim)
    found += _numbers_before(case, part)
    seen: dict[Decimal, str] = {}
    for value, name in found:
        if value >= part.number.value and value:
            seen.setdefault(value, name)
    return list(seen.items())


def _numbers_before(case: Case, part: _Part) -> list[tuple[Decimal, str]]:
    """Return the numbers of its unit before it that are not smaller, the nearest first; not other items of its list."""
    found = []
    for sentence in case.sentences:
        if (sentence.section, sentence.part) != (part.sentence.section, part.sentence.part):
            continue
        mentions = mentions_in(sentence.text)
        for index, mention in enumerate(mentions):
            if sentence == part.sentence and mention.start >= part.number.start:
                break
            is_item = index + 1 < len(mentions) and mentions[index + 1].is_share
            if mention.unit == part.number.unit and mention.value >= part.number.value and not is_item:
                found.append((mention.value, f"正文“{mention.printed}”"))
        if sentence == part.sentence:
            break
    return found[::-1]


def _totals_of_table_3(case: Case, claim: Claim) -> list[tuple[Decimal, str]]:
    of_requests = all(kind in OUTCOMES or kind in APPLICANTS or kind in REASONS for kind in claim.kinds)
    if not case.figures.has("t3") or not of_requests:
        return []
    figures = case.figures
    done, new = (figures.value(layout.t3(row, layout.TOTAL)) for row in ("done", "new"))
    other = figures.rows(figures.other_handling)
    withdrawn = figures.rows(figures.other_handling[-1:])
    return [
        (done, "表三“（七）总计”"),
        (new, "表三“一、本年新收”"),
        (figures.rows(("new", "carried_in")), "表三新收与上年结转之和"),
        (done - other, "表三办理结果总计减“其他处理”"),
        (done - withdrawn, "表三办理结果总计减“3.其他”"),
    ]


def _imprecise(part: _Part, verdict: Share, whole: Decimal, name: str) -> Found:
    exact = percent(part.number.value, whole)
    right = rounded(exact, part.share.decimals)
    how = (
        "是截去尾数的结果，四舍五入应为"
        if verdict is Share.CUT_OFF
        else "与准确值相差不到末位一个单位，四舍五入应为"
    )
    return _finding(
        part,
        Severity.HINT,
        whole,
        name,
        f"{plain(part.number.value)}÷{plain(whole)}={rounded(exact, 4)}%，“{part.share.printed}”{how}{right}%。",
    )


def _wrong(part: _Part, whole: Decimal, name: str) -> Found:
    exact = percent(part.number.value, whole)
    right = rounded(exact, part.share.decimals)
    return _finding(
        part,
        Severity.WARNING if part.claim else Severity.HINT,
        whole,
        name,
        f"{plain(part.number.value)}÷{plain(whole)}={rounded(exact, 4)}%，按{name}计应为{right}%，"
        f"正文写“{part.share.printed}”。请核对数字，或者写明占什么的比例。",
    )


def _finding(part: _Part, severity: Severity, whole: Decimal, name: str, arithmetic: str) -> Found:
    kind = part.claim.kind if part.claim else "other"
    right = rounded(percent(part.number.value, whole), part.share.decimals)
    return Found(
        place=f"{part.sentence.section}.{kind}={part.number.printed},{part.share.printed}",
        severity=severity,
        where=part.sentence.where,
        message=f"“{part.name}，占{part.share.printed}”：{arithmetic}",
        left=Side(f"正文“{part.name}”占比", part.share.printed, quote=part.sentence.quote),
        right=Side(f"{plain(part.number.value)}÷{name}", f"{right}%"),
        difference=part.share.value - right,
    )
