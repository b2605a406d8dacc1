"""Statements without a number that a number contradicts: 全部办结, 均获维持, 零纠错. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from .. import layout
from .case import Case, Figures
from .claims import FEWEST_TO_PROVE_SCOPE, Claim, of_another_time, tells_of_all_kinds, topic_of
from .findings import Found, Severity, Side, plain
from .numbers import mentions_in
from .scopes import agrees, means_table_4
from .sentences import Sentence
from .statements import (
    denies_cases,
    is_about_requests,
    is_an_aim,
    names_the_whole_area,
    scope_in,
)
from .sums import judged
from .words import BLOCKS_OF, COMING_IN, COURTS, END_OF_YEAR, ONLY_SOME, TOTALS

_ALL_DONE = re.compile(
    r"(?<![未有])(?:均|全部|都)(?:已)?(?:全部)?(?:依法|依规)*(?:办结|办理完毕|答复完毕)|全部(?:予以|作出)?答复|均已(?:予以|作出)?答复"
    r"|(?<!期)(?<!时)(?<!限)(?:办结|答复|办复)率(?:均)?(?:为|达|达到|保持)?100%|(?:无|没有|不存在|未)(?:需|待)?结转"
)
_NOT_ALL = re.compile(
    r"(?<!无)(?<!没有)(?<!不存在)(?<!未)(?<!需)(?<!待)结转|未办结|尚在|正在办理|到期|应办结|应答复"
)
_CARRIED_IN = re.compile(
    r"(?:上一?年|去年)(?:度)?结转|20\d\d年(?:度)?结转(?![下至到入次明]|20)|结转自?(?:上一?年|去年)"
)
# At the end of the year some were open; by the time of writing all may have been concluded.
_AS_OF_LATER = re.compile(rf"截[至止](?!{END_OF_YEAR})|目前")
_SAID_BEFORE = re.compile(r"上述|以上(?=[^\d]{0,6}申请)")


def all_done_means_none_carried_over(case: Case) -> Iterator[Found]:
    """TXT-6: “全部办结”, “办结率100%” are not said where requests are carried over."""
    figures = case.figures
    cell = layout.t3("carried_out", layout.TOTAL)
    if not figures.has("t3") or not figures.value(cell):
        return
    carried = plain(figures.value(cell))
    for sentence in _statements(case):
        match = _all_done(case, sentence)
        if not match:
            continue
        doubt, remark = judged(figures, (cell,))
        if _narrowed(case, sentence) or remark:
            severity = Severity.HINT
        else:
            severity = doubt if _tells_of_all(case, sentence) else Severity.WARNING
        yield Found(
            place=f"{sentence.section}={match.group()}",
            severity=severity,
            where=sentence.where,
            message=f"正文写“{match.group()}”，表三“四、结转下年度继续办理”总计{carried}件。"
            f"请改为按期办结的情况，或者写明结转件数。{remark}",
            left=Side(f"{sentence.where}“{match.group()}”", match.group(), quote=sentence.quote),
            right=Side("表三“四、结转下年度继续办理”总计", carried, (cell,)),
        )


def _all_done(case: Case, sentence: Sentence) -> re.Match | None:
    """Return the words that say all requests of the year were concluded and none carried over."""
    text = sentence.text
    if not ("申请" in text or _totals_in(case, sentence)) or _NOT_ALL.search(_CARRIED_IN.sub("", text)):
        return None
    for match in _ALL_DONE.finditer(text):
        before = text[: match.start()]
        if (
            is_about_requests(before + re.split("[，；。]", text[match.start() :])[0])
            and not of_another_time(before, case.report.year)
            and not _AS_OF_LATER.search(before)
            and not _of_some(case, re.split("[，；。：]", before)[-1])
            and (not _SAID_BEFORE.search(before) or _said_before(case, sentence) is not None)
        ):
            return match
    return None


def _said_before(case: Case, sentence: Sentence) -> Sentence | None:
    """Return the sentence in which “上述申请” were counted, if it counts all of the year and nothing less."""
    text = _SAID_BEFORE.split(sentence.text)[0]
    where = sentence
    if not any(mention.counts for mention in mentions_in(text)):
        place = case.sentences.index(sentence)
        where = next((each for each in reversed(case.sentences[:place]) if mentions_in(each.text)), sentence)
        if where.paragraph != sentence.paragraph:
            return None
        text = where.text
    counted = [mention for mention in mentions_in(text) if mention.counts]
    known = {*_all_requests(case.figures), case.figures.rows(("carried_in",))}
    if not counted or "其中" in text or not all(each.exact and each.value in known for each in counted):
        return None
    return where if any(kind in _totals_in(case, where) for kind in COMING_IN) else None


def _of_some(case: Case, subject: str) -> bool:
    """Whether “……全部办结” has a subject that is only some of the requests: “上年结转的2件全部办结”."""
    if "其中" in subject or ONLY_SOME.search(subject):
        return True
    if "结转" in subject and not re.search("新收|收到|受理", subject):
        return True
    return any(
        mention.exact and mention.counts and mention.value not in _all_requests(case.figures)
        for mention in mentions_in(subject)
    )


def _all_requests(figures: Figures) -> tuple[Decimal, Decimal]:
    """Return how many requests came in, without and with those carried in."""
    return (figures.rows(("new",)), figures.rows(("new", "carried_in")))


def _totals_in(case: Case, sentence: Sentence) -> dict[str, Claim]:
    """Return what ``sentence`` says came in, was concluded and carried in or out, by kind."""
    return {
        claim.kind: claim
        for claim in case.claims
        if claim.sentence == sentence and (claim.kind in TOTALS or claim.kind == "carried_in")
    }


def _tells_of_all(case: Case, sentence: Sentence) -> bool:
    """Whether ``sentence`` surely means all the requests of table 3: it states how many they are."""
    if _SAID_BEFORE.search(sentence.text):
        sentence = _said_before(case, sentence) or sentence
    totals = _totals_in(case, sentence)
    new, with_carried = _all_requests(case.figures)
    stated = [claim for kind, claim in totals.items() if kind in COMING_IN]
    if not any(
        claim.value in (new, with_carried)
        and claim.value >= FEWEST_TO_PROVE_SCOPE
        and case.body.means_its_tables(claim.whole_area)
        for claim in stated
    ):
        return False
    # Where only the new ones are told of, it may be those of the year before that are still open.
    of_the_year_before = case.figures.rows(("carried_in",))
    return case.figures.rows(("carried_out",)) > of_the_year_before or "carried_in" in totals


def _statements(case: Case) -> Iterator[Sentence]:
    """Yield the sentences of the first four sections that tell what was, and not what is wanted."""
    return (each for each in case.sentences if each.section <= 4 and not is_an_aim(each.text))


def _narrowed(case: Case, sentence: Sentence) -> bool:
    scope = scope_in(sentence.text)
    return bool(scope) and not case.body.is_meant_by(scope)


_UPHELD = re.compile(r"(?:均|全部|都)(?:已)?(?:被|获得?|予以|为|判决|结果)*(?:结果)?维持")
_NONE_CORRECTED = re.compile(
    r"零纠错|无纠错|未被纠(?:错|正)|纠错(?:率|数)?(?:为|是)?(?:0|零)(?![\d.])|(?:无|没有|未发生|未出现)(?:被|行政复议|行政诉讼|案件|的)*纠(?:错|正)(?:的)?(?:案件|情况|情形|问题)?(?=[，。；、]|$)"
)
_NONE_LOST = re.compile(
    r"零败诉|无败诉|无一败诉|未败诉|败诉率(?:为)?(?:0|零)(?![\d.])|(?:没有|未发生|未出现)[^，。；]{0,8}败诉"
    r"|胜诉率(?:为|达|达到)?100%|(?:均|全部)胜诉"
)
_ALL_CLOSED = re.compile(r"(?:均|全部|都)(?:已)?(?:全部)?(?:审结|结案)")


def results_are_as_told(case: Case) -> Iterator[Found]:
    """TXT-7: “均获维持”, “零纠错”, “均已审结”, “未发生行政复议” agree with table 4."""
    if not case.figures.has("t4"):
        return
    for sentence in _statements(case):
        if not re.search(r"复议|诉讼|败诉|纠错|胜诉", sentence.text):
            continue
        for match in _UPHELD.finditer(sentence.text):
            yield from _contradicted(case, sentence, match, ("corrected",), Severity.ERROR)
            if "审结" not in sentence.text[: match.start()]:
                yield from _contradicted(case, sentence, match, ("other", "pending"), Severity.WARNING)
        for match in _NONE_CORRECTED.finditer(sentence.text):
            yield from _contradicted(case, sentence, match, ("corrected",), Severity.ERROR)
        for match in _NONE_LOST.finditer(sentence.text):
            yield from _contradicted(
                case, sentence, match, ("corrected",), Severity.WARNING, topic="litigation"
            )
        for match in _ALL_CLOSED.finditer(sentence.text):
            yield from _contradicted(
                case, sentence, match, ("pending",), _of_all_closed(case, sentence, match)
            )
        yield from _denied(case, sentence)


def _of_all_closed(case: Case, sentence: Sentence, match: re.Match) -> Severity:
    """“行政复议5件，已全部审结” cannot be when table 4 has the five and one of them is pending."""
    topic = topic_of(sentence.text[: match.start()])
    counted = [claim for claim in case.claims if claim.sentence == sentence and claim.kind == topic]
    sure = bool(counted) and all(
        agrees(case, claim) and case.body.means_its_tables(claim.whole_area) for claim in counted
    )
    return Severity.ERROR if sure and "信息公开" in sentence.text else Severity.WARNING


def _contradicted(
    case: Case,
    sentence: Sentence,
    match: re.Match,
    results: tuple[str, ...],
    gravest: Severity,
    topic: str = "",
) -> Iterator[Found]:
    topic = topic or topic_of(sentence.text[: match.start()]) or topic_of(sentence.text)
    before = sentence.text[: match.start()]
    if not topic or of_another_time(before, case.report.year) or tells_of_all_kinds(before):
        return
    cells = [
        layout.t4(block, result)
        for block in BLOCKS_OF[topic]
        for result in results
        if case.figures.value(layout.t4(block, result))
    ]
    if cells:
        yield _finding(case, sentence, match.group(), tuple(cells), gravest)


def _denied(case: Case, sentence: Sentence) -> Iterator[Found]:
    """“未发生因政府信息公开引起的行政复议、行政诉讼” where table 4 has some."""
    for words, topic in denies_cases(sentence, case.report.year):
        cells = [
            layout.t4(block, layout.TOTAL)
            for block in BLOCKS_OF[topic]
            if case.figures.value(layout.t4(block, layout.TOTAL))
        ]
        if cells:
            certain = means_table_4(case, sentence) or (
                "信息公开" in sentence.text
                and (
                    names_the_whole_area(sentence.text)
                    if case.body.is_government
                    else case.body.has_one_scope
                )
            )
            gravest = Severity.ERROR if certain else Severity.WARNING
            yield _finding(case, sentence, words, tuple(cells), gravest)


def _counts_other_cases(case: Case, sentence: Sentence, cells: tuple[str, ...]) -> bool:
    """Whether the sentence counts the cases of ``cells`` otherwise than table 4 does, and so may mean others."""
    blocks = {cell.split(".")[1] for cell in cells}
    return any(
        claim.sentence == sentence
        and claim.kind in COURTS
        and blocks & set(BLOCKS_OF[claim.kind])
        and not agrees(case, claim)
        for claim in case.claims
    )


def _finding(case: Case, sentence: Sentence, words: str, cells: tuple[str, ...], gravest: Severity) -> Found:
    doubt, remark = judged(case.figures, cells)
    if _narrowed(case, sentence) or _counts_other_cases(case, sentence, cells):
        severity, remark = Severity.HINT, f"这句话所指可能不是表中的全部范围，请核对口径。{remark}"
    else:
        severity = Severity.WARNING if doubt is Severity.WARNING else gravest
    printed = "、".join(f"{layout.in_words(cell)}{plain(case.figures.value(cell))}件" for cell in cells)
    total = sum((case.figures.value(cell) for cell in cells), Decimal(0))
    return Found(
        place=f"{sentence.section}.{cells[0]}={words}",
        severity=severity,
        where=sentence.where,
        message=f"正文写“{words}”，{printed}。两处应一致。{remark}",
        left=Side(f"{sentence.where}“{words}”", words, quote=sentence.quote),
        right=Side("表四", plain(total), cells),
    )
