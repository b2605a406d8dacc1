"""
Names in running text: beside other personal data, or in a list of persons.

A name alone is no find. Officials named in their duties are none either, except in a list with personal data.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from ...enums import Kind
from .headings import Role, role_of
from .names import ANY_NAME, GIVEN_NAMES, HAN, NAME, PROSE_FAMILY_NAMES, TRANSLITERATED, looks_like_name
from .reading import Reading
from .running_names import end_of_name, name_at, running_names
from .spans import Places, Span
from .vocabulary import AFTER_NAME, CHILDREN, KIN, LINK, OFFICIAL, OFFICIAL_LIST, PERSON

_FOLLOWS = rf"(?=$|[^{HAN}·]|[男女][,，、\s]|{AFTER_NAME}|住[^房建]|因|系|于|的|[和与及]|父|母|配偶|之[子女妻夫父母]|已|均|病|等|{KIN})"
_CANDIDATE = re.compile(
    rf"(?:(?:(?P<kin>{KIN})|(?P<child>{CHILDREN})|(?P<person>{PERSON}))(?:姓名|名叫)?(?:[:：]\s?|\s|为|是|叫)?"
    rf"|(?P<link>(?<![{HAN}])(?:{LINK})|[与和及由的为请人员户者]|对象)|(?<![{HAN}·])(?<![0-9](?=[楼万年成时元])))(?P<name>{NAME}){_FOLLOWS}"
)
# A family name may stand between: of “局长江兰丽” only “兰丽” is taken for a name, for “长江” is a word.
_OFFICIAL_BEFORE = re.compile(rf"(?:{OFFICIAL})[:：、，,\s]{{0,3}}[{PROSE_FAMILY_NAMES}]?$")
_COMPANY = tuple("、和与及")
_COMPANY_BEFORE = re.compile(
    rf"(?:(?:{NAME}|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,10}})\s?[、和与及]\s?)+$"
)
_CONTACT_BEFORE = re.compile(r"(?:联系|负责)人[:：\s]{0,2}$")
_MOBILE_BEHIND = re.compile(
    r"[，,、；;\s(（]{0,2}(?:联系|移动)?(?:电话|手机|方式)?(?:号码)?[是为:：\s]{0,2}1[3-9][0-9]"
)
_FIRM = re.compile("公司|合作社|企业|超市|商店|[^工]厂|农场|养殖场|饭店|酒店|门市")
_LIVES = re.compile(r"[，,]?(?:家住|现住|[现家]居|住址|家庭住址)")
_OFFICIAL_AFTER = re.compile(
    r"(?:书记|主任|[局镇乡县市区科股所站校院]长)(?![的之家们助])|[(（\s]{0,2}(?:同志)?(?:(?:任|兼任?|担任|当选)(?!职业)"
    r"|[^，,。；;)）]{0,10}(?:书记|主任|[局县镇乡科股部]长|委员|经理)[)）、，。])"
)
_KIN_OR_CHILD = re.compile(rf"(?P<word>{CHILDREN}|{KIN})(?:姓名|名叫|为|是|叫)?(?:[:：]\s?|\s)?")
_CHILD_WORD = re.compile(CHILDREN)
_KIN_BEFORE = re.compile(rf"(?:{KIN})(?:姓名|名叫|为|是|叫)?[:：]?$")
_SHORT_KIN = re.compile(r"[:：、，,；;(（](?P<word>[妻夫子女父母])(?!方)")
_OWNER = "(?:其|你|您|我|申请人|被继承人|本人|户主|死者|逝者|患者)?[之的]?"
_KIN_BEHIND = re.compile(
    rf"\s?(?:[(（]\s?(?:系|为|是)?|[，,]?(?:系|为|是)){_OWNER}(?:{KIN})"
    rf"|\s?[(（，,]?\s?(?:系|为|是){_OWNER}[子女妻夫父母兄弟姐妹](?=[)）。，,；;])"
)
_CHILD_BEFORE = re.compile(rf"(?:{CHILDREN})(?:姓名|名叫|为|是|叫)?[:：]?$")
_AGE_BEFORE = re.compile(
    rf"(?:(?P<digits>[0-9]{{1,2}})|(?P<word>[一二两三四五六七八九十]{{1,3}}))周?岁多?(?:大?的)?(?:{KIN}|男孩|女孩|{CHILDREN})?$"
)
_AT_SCHOOL_BEFORE = re.compile(rf"[上读念](?:小学|幼儿园)[^，,。；;]{{0,10}}(?:{KIN}|{CHILDREN})$")
_AND = re.compile(r"\s?[、和]\s?")
_HAN = re.compile(f"[{HAN}]")
_BEFORE_YU = {"对", "由", "关"}
_NAME_FIRST = re.compile(rf"{NAME}(?:$|等|{_FOLLOWS[3:]}")
_NAME_LAST = re.compile(rf"(?:{PERSON}|[与和及由]){NAME}$")
_AGE = re.compile(
    r"[，,、(（\s]{0,2}[男女]?[，,、\s]{0,2}(?:现年|今年|年仅|年龄|仅|现|才|只有){0,2}[:：\s]{0,2}([0-9]{1,2})周?岁"
)
_BORN = re.compile(
    r"[，,、(（\s]{0,2}[男女]?[，,、\s]{0,2}((?:19|20)[0-9]{2})(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?)(?:出生|生)"
)
_PUPIL = re.compile(
    r"[，,、(（\s]{0,2}[男女]?[，,、\s]{0,2}(?:系|[^，,。；;、]{0,8}(?:就读|转入|升入|入读|分到)[^，,。；;、年]{0,12})?"
    r"(?:初[一二](?=[，,、。)）]|学生|$)|[上读念](?:小学|幼儿园|初[一二])|小朋友|小同学|(?:等?(?:事实无人抚养|困境|留守|孤残)儿童|孤儿)"
    r"|小学[一二三四五六]年级|[一二三四五六]年级|幼儿园|小学(?!教|校|老|语|数|英))"
)
_LIST = re.compile(
    r"(?:名单|如下|(?:以下|下列)[^，,。；;:：]{0,8}|人员|对象|学生|农户|获得者|结果)"
    r"(?:为|是|(?:名单)?如下|公[布示]如下|名单)?(?:[(（][^()（）]{0,20}[)）])?[^，,。；;:：、\n]{0,8}[:：\n]\s*"
)
# “拟将张三、李四等4户纳入低保”.
_TAKEN_IN = re.compile(
    rf"将(?P<names>{NAME}(?:、{NAME})+)等?[0-9一二三四五六七八九十两]{{0,3}}[户名人]?(?:家庭)?"
    r"(?:纳入|列入|列为|认定为|确定为|评定为)"
)
_LABEL_LAST = re.compile(rf"([{HAN}]{{2,8}})[:：]\s*$")
_CHILD_LIST = re.compile(
    r"小学[生组]|[一二三四五六]年级|初中组|(?:幼儿|少儿|儿童)组|(?:录取|入园|入学|招收|在园|留守|困境|受助)[^，。；:：]{0,4}(?:幼儿|儿童)|幼儿名单"
)
_LIST_BEGINS = re.compile(
    r"(?:名单|名录|如下|以下|下列|人员|对象|学员|学生|考生|农户|[受获入应选]\w者)[^。；;:：]{0,16}[:：]?\s*$"
)
_COLUMNS = re.compile(
    r"\s*(?:序号\s+)?姓\s?名(?:\s+[^\s，,。；;:：]{1,8}){1,8}\s*"
)  # “姓名 学校 金额” above lines
_PART_OF_LIST = re.compile(r"(?:^|[；;。\s])[^，,。；;:：、\s]{1,10}[:：]\s*")  # “河东片区：张三、李四”
# What may stand before a name in a list: “2号楼101室张三”.
_LOT = r"(?:[0-9A-Z][0-9A-Z号楼单元室栋幢层-]{1,15}\s?)?"
# What may stand behind a name in a list: “张三（2人）、李四3.2亩”.
_SHARE = rf"(?:\s?[(（][^()（）]{{1,12}}[)）]|\s?[0-9.]{{1,9}}[{HAN}]{{0,3}})?"
_RUN = re.compile(rf"{_LOT}{NAME}{_SHARE}(?:\s{{0,3}}[、，,；;\s]\s{{0,3}}{_LOT}{NAME}{_SHARE})+(?![{HAN}])")
_PARTS = re.compile(rf"(?<![(（]){NAME}(?![{HAN}])")
# What may be two names side by side; ``running_names`` then tells.
_SIDE_BY_SIDE = re.compile(
    rf"[{PROSE_FAMILY_NAMES}][{''.join(sorted(GIVEN_NAMES))}]{{1,2}}(?:\s?[(（][^()（）]{{1,16}}[)）])?\s?[、，,；;]\s?"
    rf"[{PROSE_FAMILY_NAMES}][{''.join(sorted(GIVEN_NAMES))}]{{1,2}}"
)
_BETWEEN = re.compile(r"(?:\s?[(（][^()（）]{1,16}[)）])?\s?[、，,；;]\s?")
_IN_COMPANY = re.compile(r"(?:\s?[(（][^()（）]{1,16}[)）])?\s?、\s?")
_BEFORE_BRACKET = re.compile(rf"(?<![{HAN}·]){ANY_NAME}(?=\s?[(（])")
_AGE_IN_BRACKET = re.compile(r"\s?[(（][^()（）]{0,10}?([0-9]{1,2})周?岁")
_OF_HISTORY = re.compile("等(?:历史)?(?:名人|名家|先贤|人物)")
_CLAUSE = re.compile(r"[^。；;，,\n]*$")
_COMPANIONS_BEFORE = re.compile(rf"(?:[{HAN}A-Za-z0-9]{{1,12}}、){{1,12}}$")
_COMPANIONS_AFTER = re.compile(rf"[{HAN}]{{0,2}}(?:、[{HAN}A-Za-z0-9]{{1,12}}){{1,12}}")
_AFTER = re.compile(AFTER_NAME + "|[的与和及等为因系在]")
_LEADS = re.compile(rf"(?:{PERSON}|{KIN}|{CHILDREN}|{LINK}|[与和及由的为请人员户者])$")
# A line of a list: “张三，高血压，大米一袋”.
_ITEM = re.compile(
    r"\s{0,8}(?:[(（][0-9一二三四五六七八九十]{1,3}[)）]|[0-9]{1,3}[.．、\s]|[一二三四五六七八九十]{1,3}、)?\s?"
    rf"(?P<name>{NAME})\s?[，,\s(（]"
)
_OFFICIAL_LIST = re.compile(OFFICIAL_LIST)
_IN_OFFICE = re.compile(rf"{OFFICIAL_LIST}|{OFFICIAL}")
_LABELLED = re.compile(
    rf"\s{{0,8}}(?:{PERSON})(?:姓名)?\s?[:：]\s{{0,4}}(?P<name>{ANY_NAME})[\s，。；,;]{{0,8}}"
)
_GROWN = 14  # years: who is younger is a child (PIPL 28)
_LONGEST_LIST = 300  # characters on either side of two names side by side
NEAR = 70  # characters between a name and what it stands beside


def near(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield names that stand beside what ``spans`` found in the same passage."""
    for begin, end in _windows(reading, spans):
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
        if _CHILD_BEFORE.search(before) or young(reading, first, last):
            yield Span(Kind.CHILD, first, last)
        elif _KIN_BEFORE.search(before) or _KIN_BEHIND.match(reading.text, last):
            yield Span(Kind.FAMILY, first, last)
        elif not is_official(reading, first, last):
            yield Span(Kind.NAME, first, last)


def _windows(reading: Reading, spans: Sequence[Span]) -> list[tuple[int, int]]:
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
    if not looks_like_name(reading.text[start:end]):
        return None
    if match["child"] or young(reading, start, end):
        return Span(Kind.CHILD, start, end)
    if match["kin"] or _KIN_BEHIND.match(reading.text, end):
        return Span(Kind.FAMILY, start, end)
    if not match["person"] and (
        is_official(reading, start, end) or not _among_names(reading.text, start, end)
    ):
        return None
    if match["link"] in _BEFORE_YU and reading.text[start] == "于":  # “对于”, “由于”, “关于”
        return None
    return Span(Kind.NAME, start, end)


def _among_names(text: str, start: int, end: int) -> bool:
    """Of words with “、” between them, one is a name only when the next one can be a name as well."""
    after = re.match(rf"、\s?([{HAN}·]{{1,12}})", text[end : end + 16])
    before = re.search(rf"([{HAN}·]{{1,12}})、\s?$", text[max(0, start - 16) : start])
    return (not after or bool(_NAME_FIRST.match(after[1]))) and (
        not before or looks_like_name(before[1]) or bool(_NAME_LAST.search(before[1]))
    )


def young(reading: Reading, start: int, end: int) -> bool:
    if born := _BORN.match(reading.text, end):
        return int(reading.lists.today[:4]) - int(born[1]) < _GROWN
    if age := _AGE.match(reading.text, end):
        return int(age[1]) < _GROWN
    before = reading.before(start, 24)
    if age := _AGE_BEFORE.search(before):
        return _in_digits(age) < _GROWN
    return bool(_PUPIL.match(reading.text, end) or _AT_SCHOOL_BEFORE.search(before))


def _in_digits(age: re.Match) -> int:
    """Return an age that is written in digits or in Chinese, up to 99: “七”, “十二”, “三十五”."""
    if age["digits"]:
        return int(age["digits"])
    tens, ten, ones = age["word"].rpartition("十")
    count = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
    return (10 * count.get(tens, 1) if ten else 0) + count.get(ones, 0)


def is_official(reading: Reading, start: int, end: int) -> bool:
    """
    Say whether the name is that of somebody in office, or to be asked; who tells where he lives is neither, nor
    whom a business names beside his mobile.
    """
    if _LIVES.match(reading.text, end):
        return False
    if _MOBILE_BEHIND.match(reading.text, end) and _CONTACT_BEFORE.search(reading.before(start, 12)):
        first, _ = reading.sentence(start, end, whole=True)
        return not _FIRM.search(reading.text, first, start)
    before = reading.before(start, 36)
    if before.rstrip()[-1:] in _COMPANY and (company := _COMPANY_BEFORE.search(before)):
        before = before[: company.start()]  # “局长张三、李四”
    return bool(_OFFICIAL_BEFORE.search(before[-12:]) or _OFFICIAL_AFTER.match(reading.text[end : end + 16]))


def family_and_children(reading: Reading) -> Iterator[Span]:
    """Yield names that a word for kin or for children stands before, or an age under fourteen behind."""
    for match in chain(_KIN_OR_CHILD.finditer(reading.text), _SHORT_KIN.finditer(reading.text)):
        last = name_at(reading.text, match.end())
        if not last:
            continue
        child = _CHILD_WORD.fullmatch(match["word"]) or young(reading, match.end(), last)
        start = match.end()
        while last:
            yield Span(Kind.CHILD if child else Kind.FAMILY, start, last)
            another = _AND.match(reading.text, last)  # “家庭成员张三、李四”
            start = another.end() if another else last
            last = name_at(reading.text, start) if another else 0
    if "岁" in reading.text:
        for match in _CANDIDATE.finditer(reading.text):
            span = _judge(reading, match)
            if span and span.kind == Kind.CHILD:
                yield span


def list_follows(text: str, in_list: bool) -> bool:
    """Say whether the passage behind ``text`` is a list of persons, or goes on with one."""
    end = text[-60:].rstrip()
    if not end.endswith(("。", "；", ";")) and (_LIST_BEGINS.search(end) or _COLUMNS.fullmatch(text)):
        return not _OFFICIAL_LIST.search(end)
    return in_list and bool(_RUN.fullmatch(text.strip("。；、，, ")) or _item(text))


def _item(text: str) -> re.Match | None:
    """Return the name that begins a line of a list, unless the line speaks of somebody in office."""
    match = _ITEM.match(text)
    private = match and looks_like_name(match["name"]) and not _IN_OFFICE.search(text[:40])
    return match if private else None


def lists(reading: Reading, in_list: bool) -> Iterator[Span]:
    """Yield names that stand in a list of persons; ``in_list`` says that the passages before announced one."""
    text = reading.text
    if "、" not in text and "，" not in text and "," not in text and " " not in text:
        return
    yield from side_by_side(reading)
    for intro in _LIST.finditer(text):
        run = _RUN.match(text, intro.end())
        if not run or _OFFICIAL_LIST.search(text[max(0, intro.start() - 40) : run.end() + 10]):
            continue
        label = _LABEL_LAST.search(text, max(0, intro.start() - 8), intro.end())
        if not label or role_of(label[1]) != Role.OFFICIAL:
            is_of_children = _CHILD_LIST.search(text, max(0, intro.start() - 20), run.start())
            yield from _names_of(text, *run.span(), Kind.CHILD if is_of_children else Kind.NAME)
    for match in _TAKEN_IN.finditer(text):
        yield from _names_of(text, *match.span("names"))
    if in_list:
        run = _RUN.fullmatch(text.rstrip("。；、，, "))
        if run:
            yield from _names_of(text, *run.span())
        elif item := _item(text):
            yield Span(Kind.NAME, *item.span("name"))
        for part in _PART_OF_LIST.finditer(text):
            run = _RUN.match(text, part.end())
            if run and not _OFFICIAL_LIST.search(part[0]):
                yield from _names_of(text, *run.span())


def with_kinship(reading: Reading) -> Iterator[Span]:
    """Yield names that say in brackets whose kin they are: “张三（女儿，11岁）”."""
    for match in _BEFORE_BRACKET.finditer(reading.text):
        if _KIN_BEHIND.match(reading.text, match.end()) and looks_like_name(match[0]):
            age = _AGE_IN_BRACKET.match(reading.text, match.end())
            is_child = age and int(age[1]) < _GROWN
            yield Span(Kind.CHILD if is_child else Kind.FAMILY, *match.span())


def side_by_side(reading: Reading) -> Iterator[Span]:
    """Yield names that stand in company, with nothing between them but marks."""
    text = reading.text
    done = 0
    for match in _SIDE_BY_SIDE.finditer(text):
        if match.start() < done:
            continue
        begin, done = reading.sentence(*match.span(), reach=_LONGEST_LIST)
        together: list[tuple[int, int]] = []
        for name in [*running_names(text, begin, done), (done, done)]:
            between = text[together[-1][1] : name[0]] if together else ""
            if together and not (name[0] < done and _BETWEEN.fullmatch(between)):
                if _is_list(reading, together):
                    kind = _kind_of_list(reading, begin, together[0][0])
                    yield from (Span(kind, *each) for each in together)
                together = []
            if name[0] < done:
                together.append(name)


def _is_list(reading: Reading, names: Sequence[tuple[int, int]]) -> bool:
    if len(names) < 2 or any(is_official(reading, *name) for name in names):
        return False
    start, end = names[0][0], names[-1][1]
    if _goes_on_with_others(reading.text, start, end, len(names)):
        return False
    marks = [reading.text[first[1] : second[0]] for first, second in pairwise(names)]
    if len(names) == 2 and not (
        _IN_COMPANY.fullmatch(marks[0]) and _ends_somewhere(reading.text, start, end)
    ):
        return False
    clause = _CLAUSE.search(reading.text, max(0, start - 40), start)
    around = (clause[0] if clause else "") + reading.text[end : end + 8]
    return not _OFFICIAL_LIST.search(around) and not _OF_HISTORY.search(reading.text[end : end + 8])


def _goes_on_with_others(text: str, start: int, end: int, names: int) -> bool:
    """Whether what stands in company with the names are things of another sort, so that they are no names either."""
    before = _COMPANIONS_BEFORE.search(text, max(0, start - 120), start)
    after = _COMPANIONS_AFTER.match(text, end)
    others = (before[0].count("、") if before else 0) + (after[0].count("、") if after else 0)
    return 2 * others > names


def _ends_somewhere(text: str, start: int, end: int) -> bool:
    """Whether two names do not run on into the words around them on both sides."""
    return not (_HAN.match(text[start - 1 : start]) and _HAN.match(text[end : end + 1])) or bool(
        _AFTER.match(text, end) or _LEADS.search(text[max(0, start - 6) : start])
    )


def _kind_of_list(reading: Reading, begin: int, start: int) -> Kind:
    before = reading.text[max(begin, start - 30) : start]
    return Kind.CHILD if _CHILD_LIST.search(before) or _CHILD_BEFORE.search(before) else Kind.NAME


def _names_of(text: str, begin: int, end: int, kind: Kind = Kind.NAME) -> Iterator[Span]:
    words = list(_PARTS.finditer(text, begin, end))
    # Where most are names, so is a word like “黎明” between them.
    if len(words) > 1 and 3 * sum(looks_like_name(match[0]) for match in words) >= 2 * len(words):
        for match in words:
            yield Span(kind, match.start(), end_of_name(text, *match.span()))


def labelled(text: str) -> Iterator[Span]:
    """Yield the name in a line that only says whose the lines around it are: “姓名：…”."""
    match = _LABELLED.fullmatch(text)
    if match and looks_like_name(match["name"]):
        yield Span(Kind.NAME, *match.span("name"))
