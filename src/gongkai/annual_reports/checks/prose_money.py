"""Money in the prose: 行政事业性收费 beside table 2, and whether 信息处理费 was charged or not. Pure."""

import re
from collections.abc import Iterator

from .. import layout
from .case import Case, name_of
from .claims import of_another_time
from .findings import Found, Severity, Side, plain
from .numbers import Mention, mentions_in
from .sentences import Sentence
from .statements import scope_in
from .sums import judged

_FEES = re.compile(
    r"^(?:其中|全[县市区镇乡]|全年|本?年度?|20\d\d年度?|[我本][县市区镇乡局]|各部门|共|累计|依法|的)*"
    r"(?:收取|征收|收缴|实现|完成)?(?:的)?(?:[^，]{1,30}等)?(?:行政事业性)?收费(?:收入|金额|总额|数额)?(?:总计|共计|合计|共|为|达|是)*$"
)
_OF_SOME_FEES = re.compile(r"其中|减|免|降|退|取消|停征|涉企|处理费")


def fees_are_as_in_table_2(case: Case) -> Iterator[Found]:
    """Yield each amount of 行政事业性收费 in the prose that is not table 2's, to the digits it is told with."""
    cell = layout.t2("fees", "amount")
    if cell not in case.report.figures:
        return
    charged = case.figures.value(cell)
    for sentence in case.sentences:
        for mention in mentions_in(sentence.text):
            words = _tells_of_fees(sentence.text, mention, case.report.year)
            if not words or abs(mention.value - charged) < mention.last_digit:
                continue
            scope = scope_in(sentence.text[: mention.start])
            _, remark = judged(case.figures, (cell,))
            narrowed = bool(scope) and not case.body.is_meant_by(scope)
            yield Found(
                place=f"{sentence.section}.fees={mention.printed}",
                severity=Severity.HINT if narrowed else Severity.WARNING,
                where=sentence.where,
                message=f"正文“{words}{mention.printed}”，{name_of(cell)}{plain(charged)}万元，"
                f"相差{plain(abs(mention.value - charged))}万元。请核对正文与表格，并统一口径。{remark}",
                left=Side(
                    f"{sentence.where}“{words}{mention.printed}”", mention.printed, quote=sentence.quote
                ),
                right=Side(name_of(cell), plain(charged), (cell,)),
                difference=mention.value - charged,
            )


def _tells_of_fees(text: str, mention: Mention, year: int | None) -> str:
    """Return the words that make ``mention`` the year's 行政事业性收费, or an empty string."""
    before = text[: mention.start]
    words = re.split(r"[，。；：（]", before)[-1]
    if mention.unit != "万元" or not mention.exact or "行政事业性" not in before:
        return ""
    if not _FEES.match(words) or _OF_SOME_FEES.search(words) or of_another_time(before, year):
        return ""
    return words


_FEE = r"(?:政府)?信息(?:公开)?处理费"
_NONE_CHARGED = re.compile(
    rf"(?:未|没有|不存在)(?:发生|实际|向[^，。；]{{1,12}}|[按依][^，。；]{{1,30}}?){{0,2}}(?:收取|收到|产生)(?:过|任何|有关)?{_FEE}"
    rf"|收取{_FEE}(?:总额|金额|共计|合计|共|为)*0元"
)
_CHARGED = re.compile(
    rf"(?:缴纳|缴交|交纳|收取|收到|收缴)了?(?:{_FEE}|处理费)(?:总额|金额|共计|合计|总计|共|为|计)*(?:\d+件[，、（]?)?(?:共计|合计|共)?$"
    r"|(?<!未)(?:缴费|收费)$"
)
_NOT_CHARGED_AFTER_ALL = re.compile(r"[未不没拟应需将可免减退][^，。；]{0,8}$")
_CAME_TO_NOTHING = re.compile(r"未(?:实际)?(?:缴|收|支付)|不缴|逾期|撤回|放弃|退还|退回|免收|减免")


def fees_for_information_are_told_alike(case: Case) -> Iterator[Found]:
    """Yield one finding when 信息处理费 was charged by one sentence and not charged by another."""
    none = next(filter(None, (_none_charged(case, each) for each in case.sentences)), None)
    some = next(filter(None, (_charged(case, each) for each in case.sentences)), None)
    if none is None or some is None:
        return
    (denial, denied), (sentence, told) = none, some
    yield Found(
        place="fees.told",
        severity=Severity.ERROR,
        where=denial.where,
        message=f"{denial.where}写“{denied}”，{sentence.where}写“{told}”，前后矛盾。请核实后改为一致。",
        left=Side(f"{denial.where}“{denied}”", denied, quote=denial.quote),
        right=Side(f"{sentence.where}“{told}”", told, quote=sentence.quote),
    )


def _none_charged(case: Case, sentence: Sentence) -> tuple[Sentence, str] | None:
    match = _NONE_CHARGED.search(sentence.text)
    if not match or of_another_time(sentence.text[: match.start()], case.report.year):
        return None
    scope = scope_in(sentence.text)
    return None if scope and not case.body.is_meant_by(scope) else (sentence, match.group())


def _charged(case: Case, sentence: Sentence) -> tuple[Sentence, str] | None:
    text = sentence.text
    if not re.search(rf"{_FEE}|收费通知", text) or _CAME_TO_NOTHING.search(text):
        return None
    for mention in mentions_in(text):
        before = text[: mention.start]
        if mention.unit not in ("元", "万元") or not mention.value:
            continue
        match = _CHARGED.search(before)
        if (
            match
            and not _NOT_CHARGED_AFTER_ALL.search(before[: match.start()])
            and not of_another_time(before, case.report.year)
        ):
            return sentence, f"{match.group()}{mention.printed}"
    return None
