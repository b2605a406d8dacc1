"""
Names that run on into the words around them, without a mark on either side.

Chinese does not part words. So what official language writes often is counted (``data/common_pairs.txt``, from laws):
a name begins with a family name, does not go on like a common pair, and no common pair straddles its beginning.
"""

import re
from collections.abc import Iterator

from .names import (
    COMMON_WORDS,
    COMPOUND,
    GIVEN_NAMES,
    HAN,
    PROSE_FAMILY_NAMES,
    TRANSLITERATED,
    looks_like_name,
)
from .vocabulary import AFTER_NAME, CHILDREN, PERSON
from .words import pairs

_PAIRS = pairs("common_pairs")
_HAN = re.compile(f"[{HAN}]")
_FIRST = re.compile(
    rf"(?P<whole>[{TRANSLITERATED}]{{2,8}}[·•‧・][{TRANSLITERATED}]{{2,8}})"
    rf"|(?P<family>{'|'.join(sorted(COMPOUND))}|[{PROSE_FAMILY_NAMES}])(?=[{''.join(sorted(GIVEN_NAMES))}])"
)
# Places and organisations are named after families as well.
_PLACE = re.compile(
    rf"[{HAN}]{{2,3}}?(?:[村庄屯镇乡桥湾寨沟岭坡洼塘港岛厂店局县市区州]|街道|[路街巷](?:[0-9]|$)"
    r"|小区|社区|花园|大厦|公司|集团|小学|中学|医院|超市|合作社)"
)
_CLINGING = re.compile(AFTER_NAME)
_PERSON_COMES = re.compile(
    rf"(?:{PERSON}|{CHILDREN}|对象|[对给与和向请将被随让由为即经人员户者民妇至诉]|主任|老师|医生|教师|医师|护士)$"
)
# What only somebody has: behind a name it says that the name is one.
_OWNED = re.compile(
    r"的?(?:居民身份证|身份证|公民身份|银行卡|医保卡|社保卡|残疾人?证|户口|手机|联系电话)|[(（][^()（）]{0,6}[0-9]{11}"
)
_PERSON_LAST = re.compile(rf"(?:{PERSON})$")
_PARTICLES = frozenset("的之与和及等为因系被于在由从向对将")


def end_of_name(text: str, start: int, end: int) -> int:
    """Return the end of a possible name, without a last character that begins the word after it."""
    name = text[start:end]
    if "·" in name:
        return _without_clinging(text, start, end)
    if len(name) < 3 or (len(name) == 3 and name[:2] in COMPOUND):
        return end
    after = text[end : end + 1]
    if _CLINGING.match(text, end - 1):
        return end - 1
    if after in _PARTICLES or _CLINGING.match(text, end):
        return end
    # Of two readings the longer one is kept: to mask a character too many does less harm than one too few.
    return end - 1 if _HAN.match(after) and text[end - 1] not in GIVEN_NAMES else end


def running_names(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where names stand between ``begin`` and ``end``, whatever is around them."""
    done = begin
    for match in _FIRST.finditer(text, begin, end):
        if match.start() < done:
            continue
        last = _end(text, match)
        if last:
            done = last
            yield match.start(), last


def name_at(text: str, at: int) -> int:
    """Return the end of the name that begins at ``at``, after a word that a name follows; 0 when there is none."""
    match = _FIRST.match(text, at)
    if not match:
        return 0
    return _end(text, match, expected=True)


def _end(text: str, match: re.Match, expected: bool = False) -> int:
    if match["whole"]:
        return _without_clinging(text, match.start(), match.end())
    return _judge(text, match.start(), match.end(), expected)


def _without_clinging(text: str, start: int, end: int) -> int:
    """Return the end of a name with a dot, without a last character that begins the word after it: “…逊|提出”."""
    dot = max(text.rfind(each, start, end) for each in "·•‧・")
    return end - 1 if end - dot > 2 and _CLINGING.match(text, end - 1) else end


def _judge(text: str, first: int, given: int, expected: bool = False) -> int:
    """Return the end of the name that begins at ``first``, whose given name begins at ``given``; 0 when it is none."""
    family, before = text[first:given], text[max(0, first - 5) : first]
    two = text[given + 1 : given + 2] in GIVEN_NAMES
    expected = expected or bool(_OWNED.match(text, given + 1) or (two and _OWNED.match(text, given + 2)))
    # “配偶任强雨”, but not “配偶任教” or “幼儿安全通行”
    sure = expected and two and text[first : given + 1] not in COMMON_WORDS
    expected = expected or (family != "于" and bool(_PERSON_COMES.search(before)))
    if before[-1:].isdigit() or (len(family) == 1 and before[-1:] + family in _PAIRS and not expected):
        return 0
    if len(family) == 1 and family + text[given] in _PAIRS and not (sure or _PERSON_LAST.search(before)):
        return 0
    last = given + 1
    if text[last : last + 1] in GIVEN_NAMES and end_of_name(text, first, last + 1) > last:
        last += 1
    elif not expected and text[given : given + 2] in COMMON_WORDS:  # “启明康复”: a word straddles the end
        return 0
    if _PLACE.match(text, first, min(len(text), first + 12)) or not looks_like_name(text[first:last]):
        return 0
    return last
