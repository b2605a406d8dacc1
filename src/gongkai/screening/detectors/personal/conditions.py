"""What is said of a person: the day of birth, an illness, a disability."""

import re
from collections.abc import Iterator

from ...enums import Kind
from .headings import Role
from .names import HAN, NAME, looks_like_name
from .office import is_official
from .reading import Reading
from .running_names import name_at, running_names
from .spans import Places, Span
from .vocabulary import KIN, PERSON
from .words import words

_DATE = (
    r"(?:18|19|20)[0-9]{2}(?:\s?年\s?[0-9]{1,2}\s?月(?:\s?[0-9]{1,2}\s?日)?"
    r"|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?(?![0-9]))"
)
_BIRTH = re.compile(
    rf"(?:出生日期|出生年月日?|出生时间|生日|出生于|(?<![发产孳萌衍派滋考学该])生于|出生)(?:更正|变更|更改|修改|登记|记载)?(?:为|是"
    rf"|[:：于\s]){{0,3}}(?P<after>{_DATE})"
    rf"|(?P<before>{_DATE})\s?(?:出生|生于|生人|生(?=[，,。；;、)）\s]|$))"
)
# “张三，男，1965-11-27，……”
_BEHIND_SEX = re.compile(rf"[，,、\s(（][男女][，,、\s]{{1,2}}(?P<date>{_DATE})(?=[，,、；;)）\s]|$)")
# “出生日期为……，申请更正为……”
_CORRECTED_BIRTH = re.compile(rf"(?:更正|变更|更改|修改)为(?P<date>{_DATE})")
_SAYS_BIRTH = re.compile("出生(?:日期|年月|时间)")
_ANY_BIRTH = re.compile(rf"{_DATE}|(?<![0-9])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])")
_RANGE = re.compile(r"\s?(?:以[前后]|之[前后]|[前后起至~到—]|期间|的(?:儿童|子女|人员|学生|幼儿|适龄))")
_OFFICIAL = re.compile(r"[现拟曾]任|任职|书记|[局县镇乡部科]长|主任|干部|党组")
_ILLNESS = re.compile(  # “高血压|病史”, “高血压|病故”
    "|".join(
        re.escape(each) + ("(?![史故逝亡])" if each[-1] == "病" else "")
        for each in sorted(words("illnesses"), key=len, reverse=True)
    )
)
_SUFFERS = re.compile(
    rf"(?:身?患有?|罹患|确诊为?|诊断为|查出)(?P<what>[{HAN}]{{1,10}}?(?:病|癌|症|瘤|炎))(?![{HAN}])"
)
_ANY_ILLNESS = re.compile(
    r"[的者或]|传染|职业病|重?大病|疾病|慢性病|重病|并发症|不同|其他|常见|地方病|特殊|急病|相关"
)
_OF_ANYBODY = {Kind.MOBILE, Kind.LANDLINE, Kind.EMAIL}  # an office has them as well
_OF_POLICY = re.compile(
    r"防治|阳性[羊牛畜禽猪犬]|病?史的人|门诊[慢特][^，,。]{0,6}的(?:患者|人员|参保人)|疫情|疫苗|密切接触|密接|手术费?补|病毒|病人|检测|咨询|筛查|监测|传播|感染者|等"
)
_SAYS_ILLNESS = re.compile(
    r"(?:患|病|诊|因|提示|合并|伴有|检查出|体检发现|检查发现|查出|突发|患上|得了|得的是|医治|治疗|(?<![防诊救医根])治|死于|康复|透析)|[有得]$|[他她]的$|(?:提交|申报|申请)的$"
)
# “张三，男，高血压，大米一袋”: an item by itself in a list of what is noted of somebody.
_ITEM_OF_PERSON = re.compile(
    rf"(?:^|[^{HAN}·]|{KIN})(?P<name>{NAME})(?:(?:[，,\s][^，,。；;、\s]{{1,6}}){{0,2}}[，,(（\s]"
    rf"|[(（][^()（）]{{1,30}}[)）]|[是系])$"
)
_IS_PATIENT = re.compile(rf"^[是系为][{HAN}]+患者")  # “母亲是帕金森病患者”
_FOR_YEARS = re.compile(
    "史?(?=[0-9一二三四五六七八九十几多]{1,3}余?年)|患?者?[）)]同住|抗争|缠身|折磨|为由|(?:住院|入院|手术)|(?:已有?)?(?:多年"
    "|[0-9一二三四五六七八九十几]{1,3}年)(?!级)|病史|卧床"
)
_MARKS = ("，", ",", "(", "（", " ")
# “因患肺结核卧床的张三”
_NAMED_BEHIND = re.compile(rf"[^，,。；;：:、]{{0,12}}的(?:{KIN})?")
_PRONOUN = re.compile(
    r"(?<!其)[他她](?!们|人|县|乡|项|方)|老人|患者(?=因|患|系|被|诊)|该(?:村民|居民|职工|工人|患者|学生|幼儿|儿童|孩子)"
    r"|这[个名位][^，,。]{0,8}(?:孩子|老人|学生|女孩|男孩|小伙|姑娘|汉子)|(?:户主|申请人)(?=[患因])|该人|我本[身人]|我(?=突发|患|得了|因|查出|确诊|有)|该同志|该生|该员|本人|[您你]所患"
    r"|其(?=患$)|其患|其(?=[为系是]$)"
)
_PERSON_ABOVE = re.compile(rf"(?:{PERSON})(?:姓名)?[:：\s]{{0,2}}{NAME}")
_KIN_WORD = re.compile(KIN)
_ADDRESSED = re.compile("[您你]本人")
_DIAGNOSIS = re.compile(r"(?:诊断(?:结果|意见|结论)?[为:：]|(?:病种|病名|所患疾病|疾病名称)[为:：])\s?$")
_COUNTED_AS = re.compile("(?:因属|因系|评定为|评为|认定为)$")  # of what grade of disability
_SEX = re.compile(r"[，,、\s(（:：][男女][，,、\s]")
_SAYS_OF_HIM = re.compile(
    "(?:查出|确诊为?|患上|诊断为|得了)$|^\\s?(?:现|又|还)?身?患有?$"
)  # whose sentence may leave out who it is
# What is said of anybody, in a text that speaks of somebody as well.
_SAID_OF_ANYBODY = re.compile(
    "(?:防治|预防|筛查|防控|擅长|诊治|主治|攻克|研究|知识|宣传|病种|包括|如|等|标准|对象|条件|符合|凡|每|对)[，,]?[^，,。；;：:]{0,10}$"
)
_SAID_BEFORE = 24  # characters
_GRADE_BEHIND = re.compile(r"\s?(?:以上|及以上|[、和或及至]|的?(?:残疾人|人员|重度|每|补贴|标准|者))")
_SKILLED = re.compile("擅长[^，,。]{0,16}$")
_REMARK, _IN_WORDS = re.compile(r"[(（][^()（）]*[)）]"), re.compile(f"[{HAN}]")
_TO_YOU, _TO_YOU_REACH = re.compile("[您你](?!们)[^。；;]{0,40}$"), 60  # characters
# “这位居民患……”, “男，62岁，……确诊为……”: one person, though not named; a masked name is what we ask for.
_HAS, _HAS_REACH = re.compile("(?:患有?|突发|罹患|确诊为?|诊断为|查出|因)$"), 4  # characters
_SOMEBODY_UNNAMED = re.compile(
    r"这[位名个]|首例|病例[0-9一]|[男女][，,]\s?[0-9]{1,3}岁|[0-9]{1,2}岁[，,][男女]|自述"
)
_FEW, _PARTED = 6, re.compile("[，,、：:；;]")
_NAMED = (Role.NAME, Role.PARTY, Role.PERSON, Role.CHILD)  # “张三（智力三级残疾）”
_NOTHING = Places()
_ITEM_ENDS = re.compile(r"$|[，,。；;)）\s]|患者[)）]")
_SORT = r"(?:肢体|视力|听力|言语|语言|智力|精神|多重)"
_DEGREE = r"[一二三四1-4]级"
DISABILITY = re.compile(
    rf"{_SORT}(?:残疾)?(?:[(（]{_DEGREE}[)）]|{_DEGREE})(?:残疾(?!证))?|{_DEGREE}{_SORT}(?:残疾(?!证))?"
    rf"|残疾(?:类别|类型|种类)[为是:：\s]{{1,2}}(?P<sort>{_SORT}(?:残疾)?)"
    rf"|残疾等级[为是:：\s]{{1,2}}(?P<degree>(?:{_SORT})?{_DEGREE}(?:残疾)?)"
)
_SAYS_PERSON = re.compile(
    rf"(?:(?:{PERSON})(?:[:：]\s?)?|(?<![{HAN}·、])|[与和的其])(?P<name>{NAME})(?=[^{HAN}、]|$|同志|身患|患|因|系|被|于|确诊|的|经)"
)


def find(reading: Reading, personal: list[Span]) -> Iterator[Span]:
    """Yield what is said of a person; ``personal`` is what else was found in the same passage."""
    beside = Places(span for span in personal if span.kind not in _OF_ANYBODY)
    yield from _births(reading, beside)
    if reading.role is None and not reading.persons:
        for kind, start, end in [*_illnesses(reading.text, beside=beside), *_disabilities(reading.text)]:
            if _said_of_one_unnamed(reading, kind, start) or _said_of_person(reading, start, end, beside):
                yield Span(kind, start, end)
    elif reading.persons and reading.role in (None, Role.REASON, *_NAMED):
        # A cell of a table about persons: it speaks of the person of its row.
        heading = reading.heading if reading.role == Role.REASON else ""
        for kind, start, end in [*_illnesses(reading.text, heading), *_disabilities(reading.text)]:
            yield Span(kind, start, end)


def named_illnesses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the known illnesses in a cell that holds little else: numbering, remarks in brackets, whose they are."""
    named = [match.span() for match in _ILLNESS.finditer(text)]
    rest = _IN_WORDS.findall(_REMARK.sub("", _ILLNESS.sub("", text)))
    if named and (not rest or (len(rest) <= _FEW and _PARTED.search(text))):  # “户主，糖尿病”
        yield from named


def illnesses_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where known illnesses are named, whosever they are."""
    yield from (match.span() for match in _ILLNESS.finditer(reading.text))


def disabilities_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where the sort and grade of a disability is told, of whomever."""
    yield from ((start, end) for _, start, end in _disabilities(reading.text))


def among_persons(reading: Reading) -> Iterator[Span]:
    """Yield the illnesses and disabilities in a text that holds personal data: they are somebody's unless said of anybody."""
    for match in _ILLNESS.finditer(reading.text):
        before = reading.text[max(0, match.start() - _SAID_BEFORE) : match.start()]
        if not _OF_POLICY.match(reading.text, match.end()) and not _SAID_OF_ANYBODY.search(before):
            yield Span(Kind.ILLNESS, *match.span())
    for kind, start, end in _disabilities(reading.text):
        before = reading.text[max(0, start - _SAID_BEFORE) : start]
        if not _GRADE_BEHIND.match(reading.text, end) and not _SAID_OF_ANYBODY.search(before):
            yield Span(kind, start, end)


def _births(reading: Reading, beside: Places) -> Iterator[Span]:
    if reading.role == Role.BIRTH:
        if reading.persons:
            for match in _ANY_BIRTH.finditer(reading.text):
                yield Span(Kind.BIRTH_DATE, *match.span())
        return
    for match in _BEHIND_SEX.finditer(reading.text):
        if _names_the_day(match["date"]) or not _OFFICIAL.search(reading.text):
            yield Span(Kind.BIRTH_DATE, *match.span("date"))
    if "生" not in reading.text:
        return
    yield from _corrected_births(reading)
    for match in _BIRTH.finditer(reading.text):
        official = bool(_OFFICIAL.search(reading.text, *reading.sentence(*match.span(), reach=200)))
        group = "after" if match["after"] else "before"
        if _RANGE.match(reading.text, match.end()):
            continue
        if group == "after" or beside or _said_of_person(reading, *match.span(), Places(), sex=True):
            if not official or _names_the_day(match[group]):
                yield Span(Kind.BIRTH_DATE, *match.span(group))


def _corrected_births(reading: Reading) -> Iterator[Span]:
    for match in _CORRECTED_BIRTH.finditer(reading.text):
        first, _ = reading.sentence(*match.span(), whole=True)
        if _SAYS_BIRTH.search(reading.text, first, match.start()):
            yield Span(Kind.BIRTH_DATE, *match.span("date"))


def _names_the_day(written: str) -> bool:
    """Month and year of birth belong into what is published of officials before and after they are appointed."""
    return bool(re.search(r"日|[./-][0-9]+[./-]", written))


def _illnesses(text: str, heading: str = "", beside: Places = _NOTHING) -> Iterator[tuple[Kind, int, int]]:
    """Yield illnesses that ``heading``, a word before, or their place in a list of facts says somebody has."""
    last = 0
    for match in _ILLNESS.finditer(text):
        first = max(0, match.start() - 30)
        first = max(first, *(text.rfind(stop, first, match.start()) + 1 for stop in "。；\n"))
        said = (
            heading
            or _IS_PATIENT.search(text[max(0, match.start() - 1) : match.end() + 3])
            or _SAYS_ILLNESS.search(text[first : match.start()])
            or _is_item(text, first, match, beside)
            or _FOR_YEARS.match(text, match.end())
        )
        if (
            said
            and not _OF_POLICY.match(text, match.end())
            and not _SKILLED.search(text[first : match.start()])
        ):
            last = match.end()
            yield Kind.ILLNESS, *match.span()
    if "患" in text or "诊" in text:
        for match in _SUFFERS.finditer(text):
            if match.start("what") >= last and not _ANY_ILLNESS.search(match["what"]):
                yield Kind.ILLNESS, *match.span("what")


def _is_item(text: str, first: int, illness: re.Match, beside: Places) -> bool:
    """Say whether an illness stands by itself in a list, behind a name or another fact that only persons have."""
    if not _ITEM_ENDS.match(text, illness.end()):
        return False
    if text[illness.start() - 1 : illness.start()] in _MARKS and beside.begins_between(
        first, illness.start()
    ):
        return True
    item = _ITEM_OF_PERSON.search(text[first : illness.start()])
    return bool(item) and looks_like_name(item["name"])


def _disabilities(text: str) -> Iterator[tuple[Kind, int, int]]:
    if "级" not in text and "残疾" not in text:
        return
    for match in DISABILITY.finditer(text):
        yield Kind.DISABILITY, *match.span(match.lastgroup or 0)


def _said_of_one_unnamed(reading: Reading, kind: Kind, start: int) -> bool:
    """Say whether an illness is told of one who is only described, or a disability of the one who is written to."""
    if kind == Kind.DISABILITY:
        return bool(_TO_YOU.search(reading.text, max(0, start - _TO_YOU_REACH), start))
    has = _HAS.search(reading.text, max(0, start - _HAS_REACH), start)
    return bool(has and _SOMEBODY_UNNAMED.search(reading.text, 0, start))


def _said_of_person(reading: Reading, start: int, end: int, beside: Places, sex: bool = False) -> bool:
    """Say whether the sentence names a person before, or holds other personal data."""
    if beside.begins_between(reading.sentence(start, end, reach=120, whole=True)[0], start):
        return True
    first, last = reading.sentence(start, end, reach=60)
    if beside.begins_between(first, last):
        return True
    before = reading.text[first:start]
    if _ADDRESSED.search(before) or (sex and _SEX.search(before)):
        return True
    if any(looks_like_name(match["name"]) for match in _SAYS_PERSON.finditer(before)):
        return True
    behind = _NAMED_BEHIND.match(reading.text, end)
    if behind and name_at(reading.text, behind.end()):
        return True
    return _said_of_one_named(reading, first, start, end, before)


def _said_of_one_named(reading: Reading, first: int, start: int, end: int, before: str) -> bool:
    """Say whether the sentence speaks of somebody who is named in it, or before it and is taken up by a word."""
    pronoun = _PRONOUN.search(before)
    diagnosed = _DIAGNOSIS.search(before)
    if diagnosed and _PERSON_ABOVE.search(reading.text, 0, start):
        return True
    above = diagnosed or (pronoun and pronoun[0].startswith("该"))
    if above and _PERSON_ABOVE.search(reading.neighbours):
        return True
    takes_up = (
        pronoun
        or _KIN_WORD.search(before)
        or _COUNTED_AS.search(before[-8:])
        or _SAYS_OF_HIM.search(before[-8:])
        or _FOR_YEARS.match(reading.text, end)
    )
    # An old man may be named behind.
    last = len(reading.text) if pronoun and pronoun[0] == "老人" else start
    return _names_somebody(reading, 0 if takes_up else first, last)


def _names_somebody(reading: Reading, first: int, last: int) -> bool:
    return any(not is_official(reading, *name) for name in running_names(reading.text, first, last))
