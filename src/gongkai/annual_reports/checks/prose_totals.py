"""“人大代表建议52件、政协提案97件，合计149件”: a list that is summed up after it. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from .findings import Found, Severity, Side, addition, plain
from .numbers import Mention, mentions_in
from .sentences import Sentence
from .words import CHANGES

_SUMS_UP = re.compile(
    r"^(?P<mark>[，、；]?)(?:[两二三四五六七八九十\d]+(?:项|者|类|大?领域|种|个?方面|个?渠道)|以上|上述|全[县市区镇乡局])*"
    r"(?P<word>合计|共计|总计|总共|一共|共)(?:为|有|达)?$"
)
# A list begins anew after these; what stands before them is counted besides, or is the whole of it.
_BEGINS = re.compile(r"[；：。]|其中|包括|包含|分别(?:为|是)")
_WITHIN_BRACKETS = re.compile(r"（[^（）]*）")


def totals_after_lists(sentence: Sentence) -> Iterator[Found]:
    """Yield each total that is not the sum of the list before it."""
    # Brackets are blanked rather than cut out, so that positions stay.
    text = _WITHIN_BRACKETS.sub(lambda match: " " * len(match.group()), sentence.text)
    mentions = mentions_in(text)
    for before, total in zip(mentions, mentions[1:], strict=False):
        match = _SUMS_UP.match(text[before.end : total.start].strip())
        if not match or not total.exact or total.is_share or before.unit != total.unit:
            continue
        parts = _parts(text, before.end, total.unit, listed_only=match["word"] == "共")
        if parts and not _adds_up(parts, total):
            yield _finding(sentence, parts, total)


def _parts(text: str, end: int, unit: str, *, listed_only: bool) -> list[Mention]:
    """
    Return the items of the list that ends at ``end``; none when it is no plain list.

    After a mere “共” only items joined by “、” are surely a list.
    """
    listed = text[:end]
    begin = max((match.end() for match in _BEGINS.finditer(listed)), default=0)
    parts = [each for each in mentions_in(listed) if each.start >= begin and each.unit == unit]
    between = listed[parts[0].end : parts[-1].start] if parts else ""
    plain_list = (
        len(parts) > 1
        and all(each.exact and not CHANGES.search(listed[: each.start]) for each in parts)
        and "等" not in listed[begin:]
        and not (listed_only and "，" in between)
    )
    return parts if plain_list else []


def _adds_up(parts: list[Mention], total: Mention) -> bool:
    """Whether the last two or more of ``parts`` make ``total``, but for rounding; what stands before may be their whole."""
    numbers = [each.value for each in parts]
    rounding = total.last_digit * len(parts) / 2 if total.decimals else 0
    return any(abs(sum(numbers[start:]) - total.value) <= rounding for start in range(len(numbers) - 1))


def _finding(sentence: Sentence, parts: list[Mention], total: Mention) -> Found:
    numbers = [each.value for each in parts]
    added, unit = sum(numbers, Decimal(0)), total.unit
    return Found(
        place=f"{sentence.section}.total={plain(total.value)},{plain(added)}",
        severity=Severity.WARNING,
        where=sentence.where,
        message=f"前列各项之和{addition(numbers)}{unit}，正文写合计{plain(total.value)}{unit}，"
        f"相差{plain(abs(added - total.value))}{unit}。请核对。",
        left=Side("各项之和", plain(added), quote=sentence.quote),
        right=Side(f"正文合计“{total.printed}”", plain(total.value)),
        difference=added - total.value,
    )
