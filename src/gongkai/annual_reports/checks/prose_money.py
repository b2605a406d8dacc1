"""Money in the prose: 行政事业性收费 beside table 2. Pure."""

import re
from collections.abc import Iterator

from .. import layout
from .case import Case, name_of
from .claims import of_another_time
from .findings import Found, Severity, Side, plain
from .numbers import Mention, mentions_in
from .statements import scope_in
from .sums import judged

_FEES = re.compile(
    r"^(?:其中|全[县市区镇乡]|全年|本?年度?|20\d\d年度?|[我本][县市区镇乡局]|各部门|共|累计|依法|的|[^，]{1,30}等)*"
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
