"""
What the prose says without a number: no request came in, there were no suits, the whole county is meant. Pure.
"""

import re
from collections.abc import Iterator

from .claims import of_another_time
from .sentences import Sentence
from .words import ABOUT_OTHERS, ONLY_SOME, SCOPE, SCOPE_OF_SOME, WHOLE_AREA

_DENIAL = re.compile(
    r"(?:未|没有|尚未|无|没)(?:收到|接到|接收到?|受理)(?:任何|过|公民|、|法人|或者?|和|其他组织|通过任何形式|提出|书面|的|群众|有关)*"
    r"(?:政府)?(?:信息)?(?:依)?(?:申请)?公开(?:的)?(?:政府信息)?(?:的)?(?:申请|事项)"
)


def denies_requests(sentence: Sentence, year: int | None) -> bool:
    """Whether ``sentence`` says that no request was received in the year: “全年未收到政府信息公开申请”."""
    match = _DENIAL.search(sentence.text)
    if not match:
        return False
    before = sentence.text[: match.start()]
    return not (ONLY_SOME.search(before) or "其中" in before or of_another_time(before, year))


_DENIES_CASES = re.compile(
    r"(?:未|没有|尚未|无|零)(?:发生|出现|产生|收到|涉及|引发|引起|有)?(?:过|任何)?"
    r"(?:因|由|有关|涉及)?(?:我[县区市镇乡局办])?(?:政府)?(?:信息公开)?(?:工作|申请|答复|不当)*(?:而)?(?:被|引起|引发|导致|产生|提起)?(?:的|申请)*"
    r"(?P<cases>行政复议(?:案件|申请)?(?:(?:、|和|及|与|或|以及|，)*(?:被|提起|提出)?(?:的)?行政诉讼)?|行政诉讼)"
)


def denies_cases(sentence: Sentence, year: int | None) -> Iterator[tuple[str, str]]:
    """Yield the words that say there were no reviews or suits, and which of COURTS they mean."""
    for match in _DENIES_CASES.finditer(sentence.text):
        # “未发生行政诉讼败诉” denies a result, not the suits.
        rest = sentence.text[match.end() : match.end() + 10]
        if re.match(r"(?:案件|申请)?(?:的)?(?:中)?(?:被)?(?:败诉|纠错|纠正|撤销|尚未|未审结|结转)", rest):
            continue
        if of_another_time(sentence.text[: match.start()], year):
            continue
        both = "复议" in match["cases"] and "诉讼" in match["cases"]
        topic = "review_and_litigation" if both else "review" if "复议" in match["cases"] else "litigation"
        yield match.group(), topic


def is_about_requests(text: str) -> bool:
    """Whether ``text`` tells of requests for information, and not of letters, proposals or complaints."""
    return not ABOUT_OTHERS.search(text) and not re.search("复议|诉讼", text)


def is_an_aim(text: str) -> bool:
    """Whether ``text`` tells of what is wanted, and not of what was."""
    return bool(re.search("力争|确保|争取|努力|目标|下一步|要求", text))


def scope_in(text: str) -> str:
    """Return a word in ``text`` that may narrow it to less than the tables cover, or an empty string."""
    scope = SCOPE.search(text) or (None if WHOLE_AREA.search(text) else SCOPE_OF_SOME.search(text))
    return scope.group() if scope else ""


def names_the_whole_area(text: str) -> bool:
    return bool(WHOLE_AREA.search(text))
