"""Lists in the prose: “共计3437条，包括：人事信息12条，……”: the parts are not more than the whole. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .. import layout
from .case import Case
from .claims import Claim
from .findings import Found, Severity, Side, addition, plain
from .numbers import Mention, mentions_in
from .prose_totals import totals_after_lists
from .sentences import Sentence
from .words import COMING_IN, OUTCOMES

_OPENS = re.compile(r"其中(?:包括|：)?|包括|包含|分别(?:为|是)|分为")
# Words that end a list: what follows is counted beside it.
_ENDS = re.compile(
    r"另(?!行)|此外|同时|与此同时|并(?=[^列])|还|累计|全年|其中|占比|比上年|同比|举办|开展|组织"
)
_WITHIN_BRACKETS = re.compile(r"（[^（）]*）")
# A government is its office, its departments and the towns or counties under it; a list of these three looks complete.
_LEVELS = (re.compile(r"政府办|本级"), re.compile(r"部门"), re.compile(r"乡镇|镇街|街道|县（?市|县区"))
_REST = re.compile(r"其[他它余][^，；。、]*$")


@dataclass(frozen=True)
class _List:
    """Parts of the same unit, and the numbers before them that may be their whole, the nearest first."""

    wholes: tuple[Mention, ...]
    parts: tuple[Mention, ...]
    closed: bool  # the list says it is complete: 其他……, 分别为
    of_all_levels: bool  # 县政府办公室……、县直部门……、乡镇……

    @property
    def total(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))


def parts_fit_the_whole(case: Case) -> Iterator[Found]:
    """TXT-5: the parts of a list are not more than their whole, and a complete list adds up to it."""
    before = None
    for sentence in case.sentences:
        goes_on = before is not None and before.paragraph == sentence.paragraph
        for each in _lists_in(sentence.text, before.text if goes_on else ""):
            yield from _judged(sentence, each)
        yield from totals_after_lists(sentence)
        before = sentence
    yield from _received_is_settled(case)


def _lists_in(text: str, sentence_before: str) -> Iterator[_List]:
    """Yield the lists of a sentence; one that opens it (“其中，……”) has its whole in ``sentence_before``."""
    for opening in _OPENS.finditer(text):
        before, after = text[: opening.start()] or sentence_before, text[opening.end() :]
        if before.count("（") > before.count("）"):
            after = after.split("）")[0]
        else:
            # Brackets are blanked rather than cut out, so that positions stay.
            before = _WITHIN_BRACKETS.sub(lambda match: " " * len(match.group()), before)
            after = _WITHIN_BRACKETS.sub("", after)
        if opening.group() == "其中" and _is_an_item(before, after):
            after = after.split("；")[0]
        after = _up_to_its_end(after)
        parts = _of_one_unit([part for part in mentions_in(after) if not part.is_share])
        # Amounts in 万元 are rounded one by one, so that their sum may be off.
        if not parts or parts[0].unit == "万元" or not all(part.exact for part in parts):
            continue
        wholes = tuple(
            mention
            for mention in reversed(mentions_in(before))
            if mention.unit == parts[0].unit and mention.exact
        )
        # The whole stands right before the list: “9822条，其中”.
        if not wholes or len(before.rstrip(" ，：；（、。")) > wholes[0].end + 4:
            continue
        closed = bool(_REST.search(after[: parts[-1].start])) or opening.group().startswith("分别")
        levels = len(parts) == len(_LEVELS) and all(level.search(after) for level in _LEVELS)
        yield _List(wholes, tuple(parts), closed and "等" not in after, levels and "等" not in after)


def _is_an_item(before: str, after: str) -> bool:
    """Whether the whole is itself one of a list: “部分公开12件；不予公开14件，其中……6件；无法提供34件” goes on beside it."""
    item, going_on = re.split("[；。：]", before)[-1], after.partition("；")[2]
    return _names_an_outcome(item) and _names_an_outcome(going_on.split("；")[0])


def _names_an_outcome(text: str) -> bool:
    """Whether the first number of ``text`` counts one of the outcomes."""
    first = next(iter(mentions_in(text)), None)
    return first is not None and any(
        re.search(f"{words}[^，；。]{{0,6}}$", text[: first.start]) for words in OUTCOMES.values()
    )


def _up_to_its_end(after: str) -> str:
    """Return the list that ``after`` begins with: “不予公开4件，其中……2件；无法提供17件，其中……15件” has two."""
    end = _ENDS.search(after)
    if not end:
        return after
    listed = after[: end.start()]
    # What stands after the last semicolon is no item, but the whole of a list of its own.
    return listed.rpartition("；")[0] if end.group() == "其中" and "；" in listed else listed


def _of_one_unit(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the first run of numbers of one unit."""
    run: list[Mention] = []
    for mention in mentions:
        if run and mention.unit != run[0].unit:
            break
        run.append(mention)
    return run


def _judged(sentence: Sentence, each: _List) -> Iterator[Found]:
    whole, total = each.wholes[0].value, each.total
    so_far = Decimal(0)
    for part in each.parts:
        so_far += part.value
        if so_far == whole:
            return  # what follows a list that already adds up is said besides
    values = [mention.value for mention in each.wholes]
    together = [sum(values[:number], Decimal(0)) for number in range(1, len(values) + 1)]
    if total in values or total in together:
        return
    unit = each.parts[0].unit
    added = f"各项之和{addition([part.value for part in each.parts])}{unit}"
    if total > max(*values, *together):
        severity, said = (
            Severity.WARNING,
            f"{added}，大于总数{plain(whole)}{unit}，相差{plain(total - whole)}{unit}",
        )
    elif total > min(values) and len(each.parts) >= 3:
        smaller = min(values)
        severity = Severity.WARNING
        said = (
            f"{added}，大于前文的{plain(smaller)}{unit}，不等于{plain(whole)}{unit}，"
            "这些项是哪个总数的组成部分，指代不清"
        )
        whole = smaller
    elif (each.closed or each.of_all_levels) and len(each.parts) >= 2 and len(values) == 1 and total < whole:
        severity, said = (
            Severity.WARNING if each.of_all_levels else Severity.HINT,
            f"{added}，少于总数{plain(whole)}{unit}，相差{plain(whole - total)}{unit}",
        )
    else:
        return
    yield Found(
        place=f"{sentence.section}.list={plain(whole)},{plain(total)}",
        severity=severity,
        where=sentence.where,
        message=f"{said}。请核对。",
        left=Side("各项之和", plain(total), quote=sentence.quote),
        right=Side(f"正文“{plain(whole)}{unit}”", plain(whole)),
        difference=total - whole,
    )


_GOING_OUT = ("handled", "processed", "replied")


def _received_is_settled(case: Case) -> Iterator[Found]:
    """Within one sentence: what came in is what was concluded and what was carried over."""
    by_sentence: dict[Sentence, dict[str, Claim]] = {}
    for claim in case.claims:
        by_sentence.setdefault(claim.sentence, {}).setdefault(claim.kind, claim)
    for sentence, claims in by_sentence.items():
        came = next((claims[kind] for kind in COMING_IN if kind in claims), None)
        went = next((claims[kind] for kind in _GOING_OUT if kind in claims), None)
        carried = claims.get("carried_out")
        if came is None or went is None or carried is None:
            continue
        stated = claims["carried_in"].value if "carried_in" in claims else Decimal(0)
        in_table = case.figures.value(layout.t3("carried_in", layout.TOTAL))
        settled = went.value + carried.value
        if settled in (came.value, came.value + stated, came.value + in_table):
            continue
        yield Found(
            place=f"{sentence.section}.settled={plain(came.value)},{plain(settled)}",
            severity=Severity.WARNING,
            where=sentence.where,
            message=f"正文“{went.wording}”“{carried.wording}”，合计{addition([went.value, carried.value])}件，"
            f"与“{came.wording}”"
            f"{f'加上年结转{plain(stated or in_table)}件' if stated or in_table else ''}不相等。请核对。",
            left=Side("办结与结转下年之和", plain(settled), quote=sentence.quote),
            right=Side(f"正文“{came.wording}”", plain(came.value)),
            difference=settled - came.value,
        )
