"""
Names in running text: beside other personal data, of family members and of children.

A name alone is no find. Officials named in their duties are none either, except in a list with personal data.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ...enums import Kind
from .ages import AGE_IN_BRACKET, CHILD_BEFORE, OF_TEACHERS, called_pupil, young
from .names import ANY_NAME, HAN, NAME, looks_like_name
from .numbers import CHILDHOOD
from .office import is_official, says_office
from .reading import Reading
from .running_names import begins_title_of_work, end_of_name, name_at, running_names
from .spans import Places, Span
from .vocabulary import AFTER_NAME, CHILDREN, KIN, LINK, PERSON, in_text

_FOLLOWS = rf"(?=$|[^{HAN}·]|[男女][,，、\s]|{AFTER_NAME}|住[^房建]|因|系|于|的|[和与及]|父|母|配偶|之[子女妻夫父母]|已|均|病|等|{KIN})"
_CANDIDATE = re.compile(
    rf"(?:(?:(?P<kin>{KIN})|(?P<child>{CHILDREN})|(?P<person>{PERSON}))(?:姓名|名叫)?(?:[:：]\s?|\s|为|是|叫)?"
    rf"|(?P<link>(?<![{HAN}])(?:{LINK})|[与和及由的为请人员户者]|(?:自称|名字|自己|真名|他|她)叫|对象)"
    rf"|(?<![{HAN}·])(?<![0-9](?=[楼万年成时元])))(?P<name>{NAME}){_FOLLOWS}"
)
_KIN_OR_CHILD = re.compile(
    rf"(?P<word>{in_text(f'{CHILDREN}|{KIN}')})[)）]?(?:姓名|名叫|名为|名|为|是|叫)?(?:[:：]\s?|\s)?"
)
_CHILD_WORD = re.compile(CHILDREN)
_KIN_BEFORE = re.compile(rf"(?:{KIN})(?:姓名|名叫|为|是|叫)?[:：]?$")
_SHORT_KIN = re.compile(r"[:：、，,；;(（](?P<word>[妻夫子女父母兄弟姐妹嫂婶叔舅])(?!方)")
_OWNER = "(?:其|你|您|我|来访人|来信人|信访人|职工|学生|儿童|幼儿|老人|申请人|被继承人|本人|户主|死者|逝者|患者)?[之的]?"
_SINGLE_KIN = "[子女妻夫父母兄弟姐妹]"
_KIN_BEHIND = re.compile(
    "|".join(
        (
            rf"\s?(?:[(（]\s?(?:系|为|是)?|[，,]?(?:系|是)){_OWNER}(?:{KIN})(?![:：为是]|[已均都]|委员|代表|学校|{NAME})",
            rf"\s?[，,]?为{_OWNER}(?:{KIN})(?=[，,。；;、)）\s]|$)",  # “为父亲治病” is something else
            rf"/(?:{KIN})(?=[，,。；;、)）\s]|$)",
            rf"\s?[(（][^()（）]{{1,12}}之{_SINGLE_KIN}[)）]",
            r"\s?[(（][兄弟姐妹妻夫父母][)）]",
            rf"[，,(（]\s?系?(?:[甲乙丙丁男女]方|申请人|原告|被告|患者|死者|逝者|来访人|投诉人|当事人)的?(?:{KIN}|之{_SINGLE_KIN})(?=[，,。；;、)）]|$)",
            rf"\s?[(（，,]\s?系[{HAN}]{{1,6}}[人者](?:{KIN})(?=[，,。；;、)）\s]|$)",
            rf"[，,(（]系?[^()（），,。；;]{{1,8}}的(?:{KIN})(?=[，,。；;、)）]|$)",
            rf"[，,(（]?(?:身份证号?[码为：:\s]{{0,3}}[0-9Xx \n-]{{15,22}}[，,])?系[{HAN}·0-9]{{1,10}}之{_SINGLE_KIN}(?=[，,。；;、)）]|$)",
            rf"\s?[(（，,]?\s?(?:系|为|是){_OWNER}{_SINGLE_KIN}(?=[)）。，,；;])",
        )
    )
)
# “第一名张三（实验小学四年级）”
_WITH_CLASS = re.compile(
    rf"(?:^|[^{HAN}·]|[名奖组])(?P<name>{NAME})(?=[(（][^()（）]{{0,16}}[一二三四五六]年级[^()（）]{{0,6}}[)）])"
)
_TAKEN_INTO_CARE = re.compile(rf"将(?P<name>{NAME})(?:纳入|列入|认定为)[^，,。；;]{{0,6}}(?:儿童|孤儿)")
_BOTH_AT_SCHOOL = re.compile(r"\s?[(（，,]?(?:均|都|分别)(?:在|就)?[上读念]?(?:小学|幼儿园)")
_AND = re.compile(r"\s?[、和]\s?")
_HAN = re.compile(f"[{HAN}]")
# Behind a name, be it a word as well: “石子（身份证号……”, “金华，女，”.
_SURELY_NAMED = re.compile(r"[(（]\s?(?:公民|居民)?身份(?:证|号)|[，,]\s?[男女][，,]")
_BEFORE_YU = {"对", "由", "关"}
_NAME_FIRST = re.compile(rf"{NAME}(?:$|等|{_FOLLOWS[3:]}")
_NAME_LAST = re.compile(rf"(?:{PERSON}|[与和及由]){NAME}$")
_BEFORE_BRACKET = re.compile(rf"(?<![{HAN}·]){ANY_NAME}(?=\s?[(（]|/)")
_LABELLED = re.compile(
    rf"\s{{0,8}}(?:{PERSON})(?:姓名)?\s?[:：]\s{{0,4}}(?P<name>{ANY_NAME})[\s，。；,;]{{0,8}}"
)
NEAR = 70  # characters between a name and what it stands beside


def near(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield names that stand beside what ``spans`` found in the same passage."""
    for begin, end in windows(reading, spans):
        named = []
        for match in _CANDIDATE.finditer(reading.text, begin, end):
            span = _judge(reading, match)
            if span:
                named.append(span)
        yield from named
        places = Places(named)
        yield from (span for span in _without_mark_behind(reading, begin, end) if not places.touches(span))


def _without_mark_behind(reading: Reading, begin: int, end: int) -> Iterator[Span]:
    """Yield names that run on into the words around them: “由张三临时看护”."""
    for first, last in running_names(reading.text, begin, end):
        before = reading.before(first, 8)
        if (CHILD_BEFORE.search(before) and not says_office(reading.text[last : last + 24])) or young(
            reading, first, last
        ):
            yield Span(Kind.CHILD, first, last)
        elif _KIN_BEFORE.search(before) or kin_behind(reading.text, last):
            yield Span(Kind.FAMILY, first, last)
        elif not is_official(reading, first, last):
            yield Span(Kind.NAME, first, last)


def windows(reading: Reading, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the stretches around ``spans`` in which a name stands beside them; a short passage is one stretch."""
    if not spans:
        return []
    if len(reading.text) <= 3 * NEAR:
        return [(0, len(reading.text))]
    windows: list[tuple[int, int]] = []
    for span in spans:
        begin, end = reading.sentence(span.start, span.end, reach=NEAR)
        begin = _word_boundary(reading.text, begin)
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((begin, end))
    return windows


def _word_boundary(text: str, begin: int) -> int:
    """Move past the word that a window begins inside of."""
    while 0 < begin < len(text) and _HAN.match(text[begin - 1]) and _HAN.match(text[begin]):
        begin += 1
    return begin


def _judge(reading: Reading, match: re.Match) -> Span | None:
    start, end = match.span("name")
    # “张三和李四”, “张三出生于”: the last character belongs to what follows.
    end = end_of_name(reading.text, start, end)
    sure = _SURELY_NAMED.match(reading.text, end)
    if not (sure or looks_like_name(reading.text[start:end])) or begins_title_of_work(
        reading.text, start, end
    ):
        return None
    if match["child"] or young(reading, start, end):
        return Span(Kind.CHILD, start, end)
    if match["kin"] or kin_behind(reading.text, end):
        return Span(Kind.FAMILY, start, end)
    if not match["person"] and (
        is_official(reading, start, end) or not _among_names(reading.text, start, end)
    ):
        return None
    if match["link"] in _BEFORE_YU and reading.text[start] == "于" and not sure:  # “对于”, “由于”, “关于”
        return None
    return Span(Kind.NAME, start, end)


def _among_names(text: str, start: int, end: int) -> bool:
    """Of words with “、” between them, one is a name only when the next one can be a name as well."""
    after = re.match(rf"、\s?([{HAN}·]{{1,12}})", text[end : end + 16])
    before = re.search(rf"([{HAN}·]{{1,12}})、\s?$", text[max(0, start - 16) : start])
    return (not after or bool(_NAME_FIRST.match(after[1]))) and (
        not before or looks_like_name(before[1]) or bool(_NAME_LAST.search(before[1]))
    )


def family_and_children(reading: Reading) -> Iterator[Span]:
    """Yield names that a word for kin or for children stands before, or an age under fourteen behind."""
    for match in chain(_KIN_OR_CHILD.finditer(reading.text), _SHORT_KIN.finditer(reading.text)):
        last = name_at(reading.text, match.end())
        if not last:
            continue
        start = match.end()
        named = []
        while last:
            named.append((start, last))
            another = _AND.match(reading.text, last)  # “家庭成员张三、李四”
            start = another.end() if another else last
            last = name_at(reading.text, start) if another else 0
        child = _CHILD_WORD.fullmatch(match["word"]) or young(reading, *named[0])
        child = child or (len(named) > 1 and _BOTH_AT_SCHOOL.match(reading.text, named[-1][1]))
        yield from (Span(Kind.CHILD if child else Kind.FAMILY, *each) for each in named)
    for match in _TAKEN_INTO_CARE.finditer(reading.text):
        if looks_like_name(match["name"]):
            yield Span(Kind.CHILD, *match.span("name"))
    if "年级" in reading.text and not OF_TEACHERS.search(reading.text):
        for match in _WITH_CLASS.finditer(reading.text):
            if looks_like_name(match["name"]) and young(reading, *match.span("name")):
                yield Span(Kind.CHILD, *match.span("name"))
    if "同学" in reading.text or "小朋友" in reading.text:
        for first, last in running_names(reading.text, 0, len(reading.text)):
            if called_pupil(reading, last):
                yield Span(Kind.CHILD, first, last)
    if "岁" in reading.text:
        for match in _CANDIDATE.finditer(reading.text):
            span = _judge(reading, match)
            if span and span.kind == Kind.CHILD:
                yield span


def with_kinship(reading: Reading) -> Iterator[Span]:
    """Yield names that say in brackets whose kin they are: “张三（女儿，11岁）”."""
    for match in _BEFORE_BRACKET.finditer(reading.text):
        if kin_behind(reading.text, match.end()) and looks_like_name(match[0]):
            age = AGE_IN_BRACKET.match(reading.text, match.end())
            is_child = age and int(age[1]) < CHILDHOOD
            yield Span(Kind.CHILD if is_child else Kind.FAMILY, *match.span())


def kin_behind(text: str, end: int) -> bool:
    """Say whether what stands right behind a name says whose kin it names: “（系死者之子）”."""
    return bool(_KIN_BEHIND.match(text, end))


def labelled(text: str) -> Iterator[Span]:
    """Yield the name in a line that only says whose the lines around it are: “姓名：…”."""
    match = _LABELLED.fullmatch(text)
    if match and looks_like_name(match["name"]):
        yield Span(Kind.NAME, *match.span("name"))
