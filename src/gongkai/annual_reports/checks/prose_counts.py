"""
Numbers of cases and documents in the prose beside the cells of the tables. Pure.

Three things make a difference between prose and table no error: the prose counts something wider or narrower (a
carry-over, the government office alone), it names no scope at all, or the figure in the table is one we are unsure of.
Only unmistakable wording makes an error.
"""

import re
from collections.abc import Iterator
from enum import Enum

from .. import layout
from .case import Case
from .claims import FEWEST_TO_PROVE_SCOPE, Claim
from .expected import Expected, Figure, expected
from .findings import Found, Severity, Side, plain
from .prose_money import fees_are_as_in_table_2
from .scopes import agrees, means_table_4
from .statements import denies_requests, scope_in
from .sums import judged
from .words import APPLICANTS, COURTS, DECISIONS, DOCUMENTS, OUTCOMES, RESULTS, TOTALS

# 受理 and 办理 may take in the carry-over; 答复 may leave out what was not answered.
_CERTAIN_KINDS = ("new", "received", "handled", "carried_in", "carried_out")

_NOT_OF_REQUESTS = {*COURTS, *RESULTS, *DOCUMENTS, *DECISIONS}


class _Scope(Enum):
    """What the numbers around a claim count, as the total stated last before it shows."""

    THE_TABLES = "the stated total is the table's"
    ANOTHER = "the stated total is another, and a narrower scope is named"
    UNCLEAR = "the stated total is another, and nobody says why"
    UNKNOWN = "no total tells"


def requests_are_as_in_table_3(case: Case) -> Iterator[Found]:
    """TXT-1: requests received, concluded and carried over, their outcomes and applicants, are those of table 3."""
    if not case.figures.has("t3"):
        return
    carried_in = _parts_with_carried_in(case)
    for claim, scope in _claims_with_scope(case):
        is_total = claim.kind in TOTALS
        if scope is _Scope.ANOTHER and not (is_total and (claim.whole_area or claim.scope)):
            continue
        if scope is _Scope.UNCLEAR and not is_total:
            continue
        said = expected(case.figures, claim)
        if said is not None and claim.kind in APPLICANTS and claim.part in carried_in:
            said = Expected(said.right[:1], said.right[1:])
        if said is not None and claim.kind == "handled" and _tells_the_rest_of_the_balance(case, claim):
            said = Expected(said.right)
        if said is None or said.agrees(claim.value) or claim.qualified:
            continue
        may_be_certain = (
            claim.kind in _CERTAIN_KINDS
            or all(kind in OUTCOMES for kind in claim.kinds)
            or _is_of_all_applicants(case, claim)
        )
        certain = may_be_certain and (
            scope is _Scope.THE_TABLES or case.body.means_its_tables(claim.whole_area)
        )
        yield _compared(case, claim, said, certain=certain)
    yield from _nothing_was_received(case)


def _tells_the_rest_of_the_balance(case: Case, claim: Claim) -> bool:
    """Whether its sentence tells 新收, 上年结转 and 结转下年 as the table does: then 办结 takes in nothing else."""
    others = {each.kind for each in case.claims if each.sentence == claim.sentence and agrees(case, each)}
    return others >= {"new", "carried_in", "carried_out"}


def _is_of_all_applicants(case: Case, claim: Claim) -> bool:
    """Whether it is one of a list of applicants that makes up all the new requests, as its sentence says."""
    new = case.figures.value(layout.t3("new", layout.TOTAL))
    told = [each for each in case.claims if each.sentence == claim.sentence]
    applicants = [each.value for each in told if each.kind in APPLICANTS]
    return (
        claim.kind in APPLICANTS
        and sum(applicants) == new
        and any(each.kind in ("new", "received") and each.value == new for each in told)
    )


def _claims_with_scope(case: Case) -> Iterator[tuple[Claim, _Scope]]:
    """Yield the claims about requests, each with what the total before it in its part shows."""
    part, scope = None, _Scope.UNKNOWN
    for claim in case.claims:
        if claim.kinds[0] in _NOT_OF_REQUESTS:
            continue
        if claim.part != part:
            part, scope = claim.part, _Scope.UNKNOWN
        yield claim, scope
        if claim.kind in TOTALS:
            shown = _scope_shown(case, claim)
            # After a total that is the table's, one that differs is more likely wrong than of another scope.
            if (scope, shown) != (_Scope.THE_TABLES, _Scope.UNCLEAR):
                scope = shown


def _scope_shown(case: Case, total: Claim) -> _Scope:
    said = expected(case.figures, total)
    if said is None:
        return _Scope.UNKNOWN
    if said.agrees(total.value):
        return _Scope.THE_TABLES if total.value >= FEWEST_TO_PROVE_SCOPE else _Scope.UNKNOWN
    if said.explains(total.value):
        return _Scope.UNKNOWN
    return _Scope.ANOTHER if _is_narrowed(case, total) else _Scope.UNCLEAR


def _is_narrowed(case: Case, claim: Claim) -> bool:
    return bool(claim.scope) and not case.body.is_meant_by(claim.scope)


def _parts_with_carried_in(case: Case) -> set[tuple[int, str]]:
    """Return the parts whose “收到” takes in the carry-over: what they say of applicants is asked about, too."""
    return {
        claim.part
        for claim in case.claims
        if claim.kind in ("new", "received")
        and (said := expected(case.figures, claim))
        and not said.agrees(claim.value)
        and said.explains(claim.value)
    }


def _nothing_was_received(case: Case) -> Iterator[Found]:
    """“未收到政府信息公开申请” where table 3 has new requests."""
    figures = case.figures
    cell = layout.t3("new", layout.TOTAL)
    new = figures.value(cell)
    if not new:
        return
    for sentence in case.sentences:
        if sentence.section > 4 or not denies_requests(sentence, case.report.year):
            continue
        scope = scope_in(sentence.text)
        if scope and not case.body.is_meant_by(scope):
            continue
        severity, remark = judged(figures, (cell,))
        if severity is Severity.ERROR and not case.body.has_one_scope:
            severity = Severity.WARNING
        yield Found(
            place="none",
            severity=severity,
            where=sentence.where,
            message=f"正文写没有收到政府信息公开申请，表三“一、本年新收”总计{plain(new)}件。{remark}",
            left=Side(sentence.where, "未收到", quote=sentence.quote),
            right=Side("表三“一、本年新收”总计", plain(new), (cell,)),
        )


def cases_are_as_in_table_4(case: Case) -> Iterator[Found]:
    """TXT-4: reviews and suits in the prose are those of table 4."""
    if not case.figures.has("t4"):
        return
    for claim in case.claims:
        if claim.qualified or (claim.kind not in COURTS and claim.kind not in RESULTS):
            continue
        said = expected(case.figures, claim)
        if said is None or said.agrees(claim.value):
            continue
        if claim.kind in RESULTS and _is_of_other_cases(case, claim):
            continue
        yield _compared(case, claim, said, certain=claim.kind in COURTS and _means_table_4(case, claim))


def _is_of_other_cases(case: Case, result: Claim) -> bool:
    """Whether a result belongs to cases of all kinds: “受理行政复议案件120件，其中维持97件”."""
    before = [
        each
        for each in case.claims
        if each.sentence == result.sentence
        and each.kind in COURTS
        and each.mention.start < result.mention.start
    ]
    return bool(before) and before[-1].qualified and not agrees(case, before[-1])


def _means_table_4(case: Case, claim: Claim) -> bool:
    about_disclosure = "信息公开" in claim.sentence.text
    if about_disclosure and case.body.means_its_tables(claim.whole_area):
        return True
    # New ones, or those concluded, may be fewer than the table's.
    counts_some = re.search("新|受理|收到|审结|办结", claim.wording)
    return not counts_some and means_table_4(case, claim.sentence, but=claim)


def numbers_are_as_in_table_2(case: Case) -> Iterator[Found]:
    """TXT-8: normative documents, decisions made and fees charged are those of table 2."""
    for claim in case.claims:
        if (claim.kind not in DOCUMENTS and claim.kind not in DECISIONS) or claim.qualified:
            continue
        said = expected(case.figures, claim)
        if said is not None and not said.agrees(claim.value):
            # 以县政府名义制发 and 全县各部门制发 are counted in many ways; never more than a question.
            yield _compared(case, claim, said, certain=False)
    yield from fees_are_as_in_table_2(case)


def _compared(case: Case, claim: Claim, said: Expected, *, certain: bool) -> Found:
    """Return the finding for a claim with which no figure agrees."""
    figure = said.right[0]
    other = said.explains(claim.value)
    severity, remark = _judged(case, claim, other, certain)
    doubt, doubt_remark = judged(case.figures, figure.cells)
    if doubt is Severity.WARNING:
        severity = Severity.HINT if severity is Severity.HINT else Severity.WARNING
        remark = f"{remark}{doubt_remark}"
    return Found(
        place=f"{claim.sentence.section}.{claim.kind}={plain(claim.value)}",
        severity=severity,
        where=claim.sentence.where,
        message=f"正文“{claim.wording}”，{figure.name}{plain(figure.value)}件，"
        f"相差{plain(abs(claim.value - figure.value))}。{remark}",
        left=Side(f"{claim.sentence.where}“{claim.wording}”", plain(claim.value), quote=claim.sentence.quote),
        right=Side(figure.name, plain(figure.value), figure.cells),
        difference=claim.value - figure.value,
    )


def _judged(case: Case, claim: Claim, other: Figure | None, certain: bool) -> tuple[Severity, str]:
    if other is not None:
        return Severity.HINT, f"正文的数与{other.name}{plain(other.value)}件相同，请核对口径。"
    if _is_narrowed(case, claim):
        return Severity.HINT, f"这句话提到“{claim.scope}”，所指可能不是表中的全部范围，请核对口径。"
    if certain:
        return Severity.ERROR, "正文与表格应一致，请更正。"
    return Severity.WARNING, "请核对正文与表格，并统一口径。"
