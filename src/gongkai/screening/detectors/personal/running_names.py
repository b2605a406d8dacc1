"""
Names that run on into the words around them, without a mark on either side.

``likelihood`` tells names from the words they are made of; here it is told where a name is to be expected, and what
looks like a name but is a place, an organisation or masked is left out.
"""

import re
from collections.abc import Iterator

from . import likelihood
from .names import COMPOUND, HAN, PROSE_FAMILY_NAMES, TRANSLITERATED, looks_like_name
from .vocabulary import AFTER_NAME, CHILDREN, PERSON, in_text

_DOTTED = re.compile(rf"[{TRANSLITERATED}]{{2,8}}[·•‧・][{TRANSLITERATED}]{{2,8}}")
_FAMILY = frozenset(PROSE_FAMILY_NAMES) | COMPOUND
# Places and organisations are named after families as well.
_PLACE = re.compile(
    rf"[{HAN}]{{2}}(?:[{HAN}](?<![为的与和在由于是到从对向给被读上念入]))??(?:[村庄屯镇乡桥湾寨沟岭坡洼塘港岛厂店局县市区州河山渡]|街道"
    rf"|[路街巷](?:[0-9]|$)|[路街巷](?=[{HAN}]?[东西南北以与和、，])"
    r"|小区|社区|花园|家园|嘉园|[苑](?=[^，。]{0,3}[小0-9一二三四两居室号])|大厦|公司|集团|小学|中学|医院|超市|合作社|故居|纪念馆|广场)"
)
_MEASURES, _NUMERALS = tuple("张段封支房幅包束卷"), tuple("一二两三四五六七八九十几这那每半数")  # “一张纸条”
_CLINGING = re.compile(AFTER_NAME)
_PERSON_COMES = re.compile(
    rf"{in_text(f'{PERSON}|{CHILDREN}|对象|主任|老师|医生|教师|医师|护士')}(?:姓名|名叫|为|是|叫)?[:：\s]{{0,2}}"
)
# Words whose last character is a family name: “15分|钟判负”, “助学|金发至”.
_WORD_ACROSS = re.compile(
    "分钟|(?<!邻)居于|就?读于|[本下上每当]周|[资奖学现租押基薪佣罚税定恤]金|[长沿跨]江|新郎|师傅|[0-9十百千]余|[职业位落处由对关基鉴至终归出用置隶]于|(?<!家)属于"
)
_NUMBERED = re.compile(
    r"[〔\[(（]?20[0-9]{2}[〕\])）]?第|(?!(?:19|20)[0-9]{2}年)[0-9]{3,5}(?![0-9])|第[0-9]"
)  # a number of a paper or a ship
_UNLIKE = re.compile("[某×*＊]")
_PARTIES = tuple("甲乙丙丁男女对双各")  # “甲|方本人”
_BEFORE_CHILD = tuple("该男女患孩")  # “女童|侯志”
_GRANDCHILDREN = ("孙女", "孙子")
_SIDES = tuple("东西南北前后")  # “北|王庄”
# “《张三案的复查决定》” names a person, “《李二嫂改嫁》” is a play.
_TITLE_OF_PAPER = re.compile(
    "[^》]{0,30}(?:信访|申请|申诉|投诉|举报|案|决定|意见|答复|通知|报告|鉴定|认定|协议|合同|证)"
)


def end_of_name(text: str, start: int, end: int) -> int:
    """Return the end of a possible name, without a last character that begins the word after it."""
    if "·" in text[start:end]:
        return _without_clinging(text, start, end)
    likeliest = likelihood.end_of_name(text, start)
    return likeliest if start < likeliest <= end else end


def running_names(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where names stand between ``begin`` and ``end``, whatever is around them."""
    expected = frozenset(match.end() for match in _PERSON_COMES.finditer(text, begin, end))
    at = begin
    for dotted in _DOTTED.finditer(text, begin, end):
        yield from _undotted(text, at, dotted.start(), expected)
        at = _without_clinging(text, *dotted.span())
        # “关于古丽·……”
        yield dotted.start() + bool(_WORD_ACROSS.match(text, max(0, dotted.start() - 1))), at
    yield from _undotted(text, at, end, expected)


def _undotted(text: str, begin: int, end: int, expected: frozenset[int]) -> Iterator[tuple[int, int]]:
    for first, last in likelihood.names_in(text, begin, end, expected):
        if not _is_another(text, first, last):
            yield first, last - _says_the_age(text, first, last)


def _says_the_age(text: str, first: int, last: int) -> bool:
    """Whether the last character of a name rather speaks of the age behind it: “张三才8岁”."""
    return last - first > 2 and text[last - 1] in "才仅约近" and text[last : last + 1].isdigit()


def name_at(text: str, at: int) -> int:
    """Return the end of the name that begins at ``at``, after a word that a name follows; 0 when there is none."""
    dotted = _DOTTED.match(text, at)
    if dotted:
        return _without_clinging(text, at, dotted.end())
    stop = _stop(text, at)
    for first, last in likelihood.names_in(text, at, stop, frozenset({at})):
        if first == at and not _is_another(text, first, last):
            return last - _says_the_age(text, first, last)
    return 0


def _stop(text: str, at: int) -> int:
    """Return where the clause ends that begins at ``at``, or a few words of it."""
    stop = at
    while stop < min(len(text), at + 12) and text[stop] not in "，。；：、,;:\n（(":
        stop += 1
    return stop


def _is_another(text: str, first: int, last: int) -> bool:
    """Whether what looks like a name is a word, a place, an organisation, or does not say the whole name."""
    name = text[first:last]
    family = name[:2] if name[:2] in COMPOUND else name[:1]
    return (
        family not in _FAMILY
        or bool(_WORD_ACROSS.match(text, max(0, first - 1), first + 1))
        or bool(_NUMBERED.match(text, last))
        or (family == "方" and text[first - 1 : first] in _PARTIES)
        or (family == "童" and text[first - 1 : first] in _BEFORE_CHILD)
        or name.startswith(_GRANDCHILDREN)
        or (family in _MEASURES and text[first - 1 : first] in _NUMERALS)
        or bool(_UNLIKE.search(name))
        or (name[-1] in "村庄屯" and text[first - 1 : first] in _SIDES)
        or begins_title_of_work(text, first, last)
        or bool(_PLACE.match(text, first, min(len(text), first + 12)))
        or not looks_like_name(name)
    )


def begins_title_of_work(text: str, first: int, last: int) -> bool:
    """Whether what looks like a name begins the title of a play, a song or a book, and not that of a paper about somebody."""
    return text[first - 1 : first] == "《" and not _TITLE_OF_PAPER.match(text, last)


def _without_clinging(text: str, start: int, end: int) -> int:
    """Return the end of a name with a dot, without a last character that begins the word after it: “…逊|提出”."""
    dot = max(text.rfind(each, start, end) for each in "·•‧・")
    return end - 1 if end - dot > 2 and _CLINGING.match(text, end - 1) else end
