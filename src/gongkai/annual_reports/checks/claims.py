"""
What the prose says in numbers: “2022年共办结依申请公开件47件” is the claim that 47 requests were concluded. Pure.

Reading is careful rather than complete. A number becomes a claim only when the words right beside it say what it
counts; 约, 余, other years, “其中通过网络” and whatever else makes a number about something else are left out. What is
not understood is not judged.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .numbers import Mention, mentions_in
from .sentences import Sentence
from .words import (
    A_SINGLE_YEAR,
    ABOUT_OTHERS,
    ABOUT_REQUESTS,
    APPLICANTS,
    AS_A_PARTY,
    CHANGES,
    COMING_IN,
    COMPARES,
    COUNTS_DISCLOSURE_TOO,
    COURTS,
    DECISIONS,
    DOCUMENTS,
    EVERY_WAY,
    FILLERS,
    LEADS,
    NOUN,
    OF_ALL_KINDS,
    ON_DISCLOSURE,
    ONLY_SOME,
    OTHER_TIME,
    OUTCOMES,
    REASONS,
    REQUESTS_AFTER,
    RESULTS,
    SCOPE,
    SCOPE_OF_SOME,
    SEVERAL_YEARS,
    SPEAKS_OF_DOCUMENTS,
    SPEAKS_OF_REQUESTS,
    TAIL,
    TOTALS,
    WHOLE_AREA,
    YEAR,
)

# One request stated and one in the table may agree by chance.
FEWEST_TO_PROVE_SCOPE = 3


@dataclass(frozen=True)
class Claim:
    """One number of the prose and what it counts."""

    kinds: tuple[str, ...]  # usually one; “予以公开及部分公开43件” has two, which add up
    mention: Mention
    sentence: Sentence
    wording: str  # “办结依申请公开件47件”
    whole_area: bool  # 全县, 全区, … stands in the sentence
    scope: str  # a word that may narrow what is counted (县政府办公室), or empty
    qualified: bool = False  # the number counts only part of its kind (“涉及国家秘密不予公开1件”)
    topic: str = ""  # for results: of which of COURTS

    @property
    def kind(self) -> str:
        return "+".join(self.kinds)

    @property
    def part(self) -> tuple[int, str]:
        """The section and the numbered part it stands in."""
        return (self.sentence.section, self.sentence.part)

    @property
    def value(self) -> Decimal:
        return self.mention.value


def claims_of(sentences: Sequence[Sentence], year: int | None) -> tuple[Claim, ...]:
    """Return the claims of the first four sections and the preface, in order."""
    claims: list[Claim] = []
    spot, about_requests = None, False
    for sentence in sentences:
        if sentence.section > 4:
            continue
        if (sentence.section, sentence.part) != spot:
            spot, about_requests = (sentence.section, sentence.part), sentence.section == 3
        about_requests = about_requests or bool(ABOUT_REQUESTS.search(sentence.text))
        claims.extend(_claims_in(sentence, year, about_requests))
    return tuple(claims)


def _claims_in(sentence: Sentence, year: int | None, about_requests: bool) -> Iterator[Claim]:
    text = sentence.text
    mentions = mentions_in(text)
    found: list[Claim] = []
    of_all_kinds = False
    for index, mention in enumerate(mentions):
        if not mention.exact or not mention.counts:
            continue
        before = text[: mention.start]
        printed_left = _left_of(before, mentions[index - 1].end if index else 0)
        left = _words_of(printed_left)
        right = text[mention.end : mentions[index + 1].start if index + 1 < len(mentions) else None]
        right = re.split(r"[，。；：！？（）]", right, maxsplit=1)[0]
        if left is None or CHANGES.search(left) or of_another_time(before, year):
            continue
        reading = _reading(left, right, before, about_requests, first=not index, follows=bool(found))
        if reading is None:
            continue
        kinds, qualified, topic = reading
        if topic:
            since = before[mentions[index - 1].end if index else 0 :]
            of_all_kinds = _is_of_all_kinds(since, text[mention.end :], kinds[0] in COURTS, of_all_kinds)
            qualified = qualified or of_all_kinds
        whole_area = bool(WHOLE_AREA.search(before))
        scope = SCOPE.search(before) or (None if whole_area else SCOPE_OF_SOME.search(before))
        claim = Claim(
            kinds=kinds,
            mention=mention,
            sentence=sentence,
            wording=_shortened(f"{printed_left}{mention.printed}{'' if left else right}"),
            whole_area=whole_area,
            scope=scope.group() if scope else "",
            qualified=qualified,
            topic=topic,
        )
        found.append(claim)
    yield from found


def _is_of_all_kinds(since: str, after: str, counts_cases: bool, before: bool) -> bool:
    """
    Whether a number counts cases of all kinds: “作为被告的各类行政诉讼41件（含政府信息公开类5件）”.

    ``since`` stands between the number before and this one; what ``before`` was said of lasts until 信息公开 is named.
    """
    if "信息公开" in re.split("[，；。：（）]", since)[-1]:
        return False
    if counts_cases and COUNTS_DISCLOSURE_TOO.search(after):
        return True
    return not ON_DISCLOSURE.search(since) and (before or tells_of_all_kinds(since))


def tells_of_all_kinds(text: str) -> bool:
    """Whether the last clause of ``text`` that names cases means those of all kinds, and not only on disclosure."""
    clauses = re.split("[，；。（）]", text)
    named = next(
        (each for each in reversed(clauses) if re.search("复议|诉讼|应诉|案|信息公开", each)), clauses[-1]
    )
    party = AS_A_PARTY.search(re.split("[；。]", text)[-1])
    return "信息公开" not in named and bool(OF_ALL_KINDS.search(named) or party)


def _left_of(before: str, previous_end: int) -> str:
    """Return what stands left of a number, back to the last mark or the number before."""
    return re.sub(r"^(?:[、和]|及(?!时))+", "", re.split(r"[，。；：！？（）]", before[previous_end:])[-1])


def _words_of(left: str) -> str | None:
    """Return ``left`` without quotation marks; None when another, bare number stands among the words."""
    left = re.sub(r"[“”\"'‘’《》「」]", "", left)
    without_dates = re.sub(r"20\d\d年(?:度)?|\d{1,2}月(?:\d{1,2}日)?", "", left)
    return None if re.search(r"\d", without_dates) else left


def of_another_time(before: str, year: int | None) -> bool:
    """Whether the words before a number put it into another year, into several, or into a part of this one."""
    years = [match for match in YEAR.finditer(before) if not match[1] and not match[3]]
    if years and year is not None and int(years[-1][2]) != year:
        return True
    spans = list(SEVERAL_YEARS.finditer(before))
    if spans and not A_SINGLE_YEAR.search(before, spans[-1].end()):
        return True
    clause = re.split(r"[，；。]", before)[-1]
    return bool(OTHER_TIME.search(clause)) and not COMPARES.search(clause)


def _reading(
    left: str, right: str, before: str, about_requests: bool, *, first: bool, follows: bool
) -> tuple[tuple[str, ...], bool, str] | None:
    """Return what a number counts: its kinds, whether only part of the kind, and of which cases; or None."""
    others = bool(ABOUT_OTHERS.search(before))
    if court := _one_of(COURTS, left):
        # A county that receives or decides reviews does so in all matters, as the reviewing body.
        as_reviewer = "信息公开" not in left and re.search(r"受理|审理|审结|收到|化解|调解|办理", left)
        return (court,), bool(as_reviewer), court
    topic = topic_of(before)
    if topic and (result := _one_of(RESULTS, left) or _begins_with(RESULTS, left, right)):
        return (result,), False, topic
    if document := _one_of(DOCUMENTS, left):
        return (document,), bool(re.search(r"政策|解读|备案|审查", left)), ""
    if decision := next((kind for kind, words in DECISIONS.items() if _decides(words, left)), None):
        return (decision,), bool(_SOME_DECISIONS.search(left)), ""
    if others or topic:
        return None
    if carried := _carried(left, right):
        return (carried,), False, ""
    if not about_requests:
        return None
    if not first and SPEAKS_OF_DOCUMENTS.search(before) and not SPEAKS_OF_REQUESTS.search(before):
        return None  # “发布文件15份（不予公开7份）”: documents, not requests
    for kinds in (OUTCOMES, APPLICANTS, REASONS):
        if kind := _one_of(kinds, left):
            if _begins_with(kinds, "", right):
                return None  # “予以公开42件部分公开2件”: nobody knows which word goes with which number
            return _joined(kinds, kind, left)
        if kind := _begins_with(kinds, left, right):
            return (kind,), False, ""
    total = _total(left, right, before, first, follows)
    return ((total,), False, "") if total else None


_SOME_DECISIONS = re.compile(
    r"公开|公示|归集|推送|发布|报送|上传|录入|更新|不予|撤|变更|评查|抽查|其中|涉及|通过"
)


def _decides(words: str, left: str) -> bool:
    """Whether ``left`` ends in “作出行政许可决定”; two kinds in one number (“行政许可和行政处罚决定”) are neither."""
    return bool(re.search(rf"(?<![、和及与]){words}(?:的)?(?:处理)?决定书?{TAIL}", left))


def _one_of(kinds: dict[str, str], left: str) -> str | None:
    """Return the kind whose words end ``left``."""
    return next((kind for kind, words in kinds.items() if re.search(rf"(?:{words}){TAIL}", left)), None)


def _begins_with(kinds: dict[str, str], left: str, right: str) -> str | None:
    """Return the kind whose words follow the number at once, as in “42件予以公开”; ``left`` must say nothing."""
    if not LEADS.match(left):
        return None
    return next(
        (
            kind
            for kind, words in kinds.items()
            if re.match(rf"(?:的)?(?:申请)?(?:为|是|系|属于|作|作出|被|依法|已|均为|来自)?(?:{words})", right)
        ),
        None,
    )


def _joined(kinds: dict[str, str], last: str, left: str) -> tuple[tuple[str, ...], bool, str]:
    """Return all the kinds joined in ``left`` (“予以公开及部分公开”), and whether other words narrow them."""
    rest = left
    named = []
    for kind, words in kinds.items():
        if re.search(words, rest):
            named.append(kind)
            rest = re.sub(words, "", rest, count=1)
    rest = re.sub(TAIL, "", rest)
    if kinds is REASONS:
        return (
            (last,),
            not LEADS.match(rest) and not re.match(r"^(?:本机关|本单位|属于[^，]*|类)*$", rest),
            "",
        )
    return tuple(named), not LEADS.match(rest), ""


def topic_of(before: str) -> str:
    """Return which of COURTS was named last, if any."""
    found = [(match.end(), kind) for kind, words in COURTS.items() for match in re.finditer(words, before)]
    return max(found, key=lambda each: (each[0], each[1] == "review_and_litigation"))[1] if found else ""


def _carried(left: str, right: str) -> str | None:
    if re.search(rf"结转(?:至|到|入|的)?(?:下一?|次|明)年(?:度)?(?:继续)?(?:办理|处理)?{TAIL}", left) or (
        (LEADS.match(left) or _STILL_OPEN.search(left))
        and re.match(r"(?:的)?(?:申请)?(?:需|将|待|已)?(?:结转|转)(?:至|到|入)?(?:下一?|次)年", right)
    ):
        return "carried_out"
    if re.search(
        rf"(?:上一?|去)年(?:度)?结转(?:而来|过来|到本年)?(?:政府)?(?:信息公开)?{TAIL}", left
    ) or re.search(rf"结转(?:自)?上一?年(?:度)?{TAIL}", left):
        return "carried_in"
    return None


_STILL_OPEN = re.compile(r"(?:尚|仍|正)在(?:办理|处理)(?:之?中)?的?$|(?:尚?未)(?:办结|答复)的?$")
_REQUEST = re.compile(r"申请(?!人)")
_VERBS = {verb: kind for kind, verbs in TOTALS.items() for verb in verbs}
_VERB = re.compile("|".join(sorted(_VERBS, key=len, reverse=True)))


def _total(left: str, right: str, before: str, first: bool, follows: bool) -> str | None:
    """Return which total “收到政府信息公开申请47件” states, or None when the words leave a doubt."""
    verbs = list(_VERB.finditer(left))
    if not verbs or _STILL_OPEN.search(left):
        return None
    kinds = {_VERBS[verb.group()] for verb in verbs}
    if len({kind in COMING_IN for kind in kinds}) > 1:
        return None  # “收到并办结”: two totals in one number
    rest = left[verbs[-1].end() :]
    clause = re.split(r"[；。]", before)[-1]
    clause = clause[clause.rfind("其中") :] if "其中" in clause else left
    if ONLY_SOME.search(EVERY_WAY.sub("", clause)):
        return None
    kind = _VERBS[verbs[-1].group()]
    if kind in ("replied", "processed") and "handled" in kinds:
        kind = "handled"
    if not re.fullmatch(NOUN, rest):
        return None
    names_requests = _REQUEST.search(rest if kind in COMING_IN else left)
    if names_requests or (FILLERS.match(rest) and REQUESTS_AFTER.match(right)):
        return kind
    # “共收到70件申请，办结69件”: the noun stands with the number before, or in the heading: “（二）依申请公开。共办结47件”.
    bare = LEADS.match(left[: verbs[0].start()]) and (follows or (first and kind == "handled"))
    return kind if FILLERS.match(rest) and bare else None


def _shortened(wording: str) -> str:
    return wording if len(wording) <= 24 else f"…{wording[-23:]}"
