"""What looks like the name of a person."""

import re
from collections.abc import Iterable

from .reading import is_masked
from .vocabulary import PERSON
from .words import words

_RUNS = words("surnames")
COMPOUND = frozenset(each for each in _RUNS if len(each) == 2)
SINGLE_FAMILY_NAMES = "".join(each for each in _RUNS if len(each) != 2)
_DOUBTFUL = frozenset("".join(words("doubtful_surnames")))
COMMON_WORDS = (
    frozenset(words("common_words"))
    | frozenset(words("dictionary_words"))
    | {illness[:length] for illness in words("illnesses") for length in (2, 3, 4)}
)
TRANSLITERATED = "".join(words("transliterated_names"))
COMMON_GIVEN_NAMES = frozenset("".join(words("given_names_common")))
GIVEN_NAMES = frozenset("".join(words("given_names"))) | COMMON_GIVEN_NAMES
SELDOM_LAST = frozenset("".join(words("given_names_first")))
NEVER_IN_NAMES = frozenset("".join(words("never_in_names")))
HAN = "一-鿿㐀-䶿\U00020000-\U0002fa1f"


def _all_but(characters: Iterable[str]) -> str:
    """Return a character class, without its brackets, of all Han characters but these."""
    ranges, first = "㐀-䶿\U00020000-\U0002fa1f", 0x4E00
    for code in [*sorted(map(ord, characters)), 0xA000]:
        if first < code:
            ranges += f"{chr(first)}-{chr(code - 1)}"
        first = code + 1
    return ranges


_GIVEN = _all_but(NEVER_IN_NAMES)


def _pattern(family: str) -> str:
    return (
        rf"(?:(?:{'|'.join(sorted(COMPOUND))})[{_GIVEN}]{{1,2}}|[{family}][{_GIVEN}]{{1,2}}"
        rf"|[{TRANSLITERATED}]{{2,8}}[·•‧・][{TRANSLITERATED}]{{1,10}}?"
        rf"(?:[·•‧・][{TRANSLITERATED}]{{1,10}}?)?)"
    )


PROSE_FAMILY_NAMES = "".join(each for each in SINGLE_FAMILY_NAMES if each not in _DOUBTFUL)
NAME = _pattern(PROSE_FAMILY_NAMES)  # in running text
ANY_NAME = _pattern(SINGLE_FAMILY_NAMES)  # where a word or a column says that a name stands there
_DOT = re.compile("[·•‧・]")
_TITLES = frozenset(
    "同志 先生 女士 师傅 老师 大爷 大妈 大姐 大哥 阿姨 医生 律师 主任 书记 经理 同学 老板 法官".split()
)
_INSTITUTIONS = frozenset(
    "小学 中学 大学 学校 医院 公司 超市 商店 幼儿 社区 花园 小区 家园 大厦 广场".split()
)
_WHEN = re.compile("于[上下本当次前去今同近昨明每][年月日周天]")  # “已于上月”
_ELDEST_GRANDSON = "长孙"
_PSEUDONYM = re.compile("[甲乙丙丁戊己庚辛姓]$")
PERSON_WORDS = re.compile(PERSON)
_FULL = re.compile(rf"{ANY_NAME}$")
_LAST = re.compile(rf"(?:^|[^{HAN}·]|{PERSON})(?P<name>{NAME})[\s,，:：(（、]{{0,3}}$")
_PRIVATE_LAST = re.compile(
    rf"(?:{PERSON})(?:姓名)?[:：\s]{{0,2}}(?P<name>{NAME})[\s,，:：(（、]{{0,3}}(?:[男女][,，、]?)?"
    r"(?:(?:联系|家庭)?(?:电话|方式)){0,2}(?:号码)?[为是:：\s]{0,3}$"
)


def looks_like_name(word: str) -> bool:
    """Say whether ``word`` can be a name: a family name before it, no common word, nothing masked in it."""
    if _DOT.search(word):
        return bool(_FULL.match(word))
    if word in COMMON_WORDS or (word[:2] in COMMON_WORDS and word[2:] not in GIVEN_NAMES):
        return False
    if word[1:] in _TITLES or word[1:] in _INSTITUTIONS:  # “王同志”, “白杨小学”
        return False
    if _WHEN.match(word):
        return False
    if word[:2] == _ELDEST_GRANDSON and looks_like_name(word[2:]):  # “长孙|段芳”, but “长孙无忌”
        return False
    if len(word) == 2 and _PSEUDONYM.search(word):  # “张甲” stands for somebody
        return False
    return bool(_FULL.match(word)) and not is_masked(word)


def ends_with_name(text: str) -> bool:
    """Say whether the last thing in ``text`` is a name that stands alone or after a word for a person."""
    match = _LAST.search(text[-16:])
    return bool(match) and looks_like_name(match["name"])


_LABEL_OF_NUMBER = re.compile(
    r"[，,、\s]\s?(?:一卡通|存折|银行|收款)?(?:[账帐]号|证号|卡号)(?:号码)?[为是:：\s]{0,3}$"
)


def ends_with_name_and_label(text: str) -> bool:
    """Say whether ``text`` ends with a name and what the number behind is: “张三，账号”."""
    label = _LABEL_OF_NUMBER.search(text)
    return bool(label) and ends_with_name(text[: label.start()])


def ends_with_private_person(text: str) -> bool:
    """Say whether ``text`` ends with a private person's name, with or without the word “电话”."""
    match = _PRIVATE_LAST.search(text[-40:])
    return bool(match) and looks_like_name(match["name"])
