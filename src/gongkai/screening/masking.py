"""What a masked value looks like, in the public copy and in the desk's own lists. Pure."""

import re
from dataclasses import dataclass

from .enums import Kind
from .findings import Finding

STAR = "*"
HIDDEN = STAR * 4
CONTEXT = 12  # characters shown on either side of what was found
ID_LENGTH = 18


@dataclass(frozen=True)
class Shown:
    """How many letters and digits stay at either end, and how many a value must have for any to stay."""

    first: int
    last: int
    least: int  # a shorter value is a part of a number, or one that so few stars would not hide


SHOWN = {
    Kind.ID_NUMBER: Shown(6, 4, ID_LENGTH - 1),
    Kind.OLD_ID_NUMBER: Shown(6, 3, 15),
    Kind.MOBILE: Shown(3, 4, 11),
    Kind.LANDLINE: Shown(0, 2, 7),
    Kind.BANK_CARD: Shown(0, 4, 8),
    Kind.SOCIAL_INSURANCE: Shown(0, 4, 8),
    Kind.MEDICAL_NUMBER: Shown(0, 4, 8),
    Kind.PASSPORT: Shown(1, 2, 7),
    Kind.PERMIT: Shown(1, 2, 8),
    Kind.PLATE: Shown(2, 1, 7),
    Kind.NAME: Shown(1, 0, 2),
    Kind.CHILD: Shown(1, 0, 2),
    Kind.FAMILY: Shown(1, 0, 2),
}
MASKED = frozenset(SHOWN) | {Kind.EMAIL, Kind.ADDRESS, Kind.BIRTH_DATE, Kind.ILLNESS, Kind.DISABILITY}

# Where an address begins to tell the house: its first number. “三里屯” is none, “三组” is.
NUMBER = re.compile(
    r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ#＃]|[一二三四五六七八九十百]+(?=[组队号栋幢单层楼室户排弄]|村民组)"
)
# The part of an address that may stay: down to the village or community (domain_rules 10.3), or to the town, or to
# the street. What only looks like the end of one is none: “石家庄市”, “张村镇”, “新庄路”, “村前街”, “阳光小区”.
VILLAGE = re.compile(
    r".*(?:村民委员会|居民委员会|村委会|居委会|社区|[村屯庄寨](?!民?委|[市镇乡]|街道|.?[路街巷]))"
)
TOWN = re.compile(r".*(?:街道|[镇乡])(?!.?[路街巷])")
STREET = re.compile(r".*(?:[路街巷道县市旗]|(?<!小)区)")


def mask(kind: Kind, value: str) -> str:
    """Return ``value`` as it may be published: enough to recognise one's own entry, not enough to use it."""
    if kind == Kind.ADDRESS:
        return _down_to_village(value) + HIDDEN
    if kind == Kind.EMAIL:
        return _mask_email(value)
    if kind == Kind.ID_NUMBER:
        return _mask_id_number(value)
    return _keep(value, SHOWN[kind]) if kind in SHOWN else HIDDEN


def _keep(value: str, shown: Shown) -> str:
    """Star every letter and digit but the outer ones; separators stay, so that the shape can be recognised."""
    places = [at for at, character in enumerate(value) if character.isalnum()]
    kept = set()
    if len(places) >= shown.least:
        kept = set(places[: shown.first] + places[len(places) - shown.last :])
    return "".join(
        character if at in kept or not character.isalnum() else STAR for at, character in enumerate(value)
    )


def _mask_id_number(value: str) -> str:
    """Star also the two digits with which a disability certificate follows its holder's number: sort and degree."""
    places = [at for at, character in enumerate(value) if character.isalnum()]
    end = places[ID_LENGTH - 1] + 1 if len(places) > ID_LENGTH else len(value)
    return _keep(value[:end], SHOWN[Kind.ID_NUMBER]) + _keep(value[end:], Shown(0, 0, 0))


def _mask_email(value: str) -> str:
    local, at, host = value.replace("＠", "@").partition("@")
    return (local[0] if len(local) > 2 else "") + STAR * 3 + at + host


def _down_to_village(address: str) -> str:
    number = NUMBER.search(address)
    rough = address[: number.start()] if number else address
    kept = VILLAGE.match(rough) or TOWN.match(rough) or STREET.match(rough)
    return kept[0] if kept else ""


def excerpt(text: str, finding: Finding, others: list[Finding]) -> tuple[str, str, str]:
    """
    Return what stands before, the found text, and what stands after, all personal data masked.

    ``others`` are all findings of the same passage: what is shown beside one of them must not give away another,
    and neither must one of another group that lies over it, such as a number that is oddly written.
    """
    masked = _masked(text, others)
    if not finding.end:
        return "", _one_line(masked[: 2 * CONTEXT]), ""
    before = masked[max(0, finding.start - CONTEXT) : finding.start]
    after = masked[finding.end : finding.end + CONTEXT]
    if finding.kind in MASKED:
        shown = mask(finding.kind, finding.value)
    else:
        shown = masked[finding.start : finding.end]
    return _one_line(before), shown, _one_line(after)


def _masked(text: str, findings: list[Finding]) -> str:
    """Return ``text`` with its personal data masked and every character in its place."""
    characters = list(text)
    for each in findings:
        if each.kind in MASKED and each.end:
            length = each.end - each.start
            characters[each.start : each.end] = mask(each.kind, each.value)[:length].ljust(length, STAR)
    return "".join(characters)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
