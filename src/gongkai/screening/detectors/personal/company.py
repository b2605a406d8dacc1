"""Names in lists of persons: announced ones, lines of their own, and names that stand side by side."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...enums import Kind
from .ages import CHILD_BEFORE, OF_TEACHERS
from .headings import Role, role_of
from .names import COMPOUND, GIVEN_NAMES, HAN, NAME, PROSE_FAMILY_NAMES, TRANSLITERATED, looks_like_name
from .office import is_official
from .reading import Reading
from .running_names import end_of_name, running_names
from .spans import Span
from .vocabulary import AFTER_NAME, CHILDREN, KIN, LINK, OFFICIAL, OFFICIAL_LIST, PERSON

_HAN = re.compile(f"[{HAN}]")
_LIST = re.compile(
    r"(?:名单|如下|(?:以下|下列)[^，,。；;:：]{0,8}|人员|对象|学生|农户|获得者|结果)"
    r"(?:为|是|(?:名单)?如下|公[布示]如下|名单)?(?:[(（][^()（）]{0,20}[)）])?[^，,。；;:：、\n]{0,8}[:：\n]\s*|分别[为是]\s*"
)
# “拟将张三、李四等4户纳入低保”.
_TAKEN_IN = re.compile(
    rf"将(?P<names>{NAME}(?:、{NAME})+)等?[0-9一二三四五六七八九十两]{{0,3}}[户名人]?(?:家庭)?"
    r"(?:纳入|列入|列为|认定为|确定为|评定为)"
)
_LABEL_LAST = re.compile(rf"([{HAN}]{{2,8}})[:：]\s*$")
_CHILD_LIST = re.compile(
    r"小学[生组]|小学[^，。；:：]{0,24}(?:学生|新生|名单)|小学[^，。；:：]{0,6}组|幼儿园[^，。；]{0,16}名单|幼儿园[小中大托]班|[小中大][一二三四1-4]班|适龄儿童"
    r"|[小中大]班录取|幼儿园招生|[一二三四五六]年级|初中组|(?:幼儿|少儿|儿童)组|(?:录取|入园|入学|招收|在园|留守|困境|受助)[^，。；:：]{0,4}(?:幼儿|儿童)"
    r"|幼儿名单"
)
_LIST_BEGINS = re.compile(
    r"(?:名单|名录|如下|以下|下列|人员|对象|学员|学生|考生|农户|[受获入应选]\w者)[^。；;:：]{0,16}[:：]?\s*$"
)
_LIST_ANNOUNCED = re.compile(r"(?:名单|结果)[^。；;]{0,10}(?:如下|公[布示告])。$")
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
_SOMEBODY = (
    rf"(?:(?:[{PROSE_FAMILY_NAMES}]|{'|'.join(sorted(COMPOUND))})[{''.join(sorted(GIVEN_NAMES))}]{{1,2}}"
    rf"|[{TRANSLITERATED}]{{2,8}}·[{TRANSLITERATED}]{{2,8}})"
)
_SIDE_BY_SIDE = re.compile(rf"{_SOMEBODY}(?:\s?[(（][^()（）]{{1,16}}[)）])?\s?[、，,；;]\s?{_SOMEBODY}")
_BETWEEN = re.compile(r"(?:\s?[(（][^()（）]{1,16}[)）])?\s?[、，,；;]\s?")
_IN_COMPANY = re.compile(r"(?:\s?[(（][^()（）]{1,16}[)）])?\s?、\s?")
_HISTORY_TELLS = re.compile(
    "[县州府镇村]志|邑人|民国|[清明宋元唐]代|乾隆|康熙|光绪|道光|嘉庆|雍正|先贤|烈士|参见|作者"
)
_CHILDREN_BEHIND = re.compile(
    r"\s?等?[0-9一二两三四五六七八九十]{0,3}[名位个]?(?:小学|幼儿|儿童|孩子|小朋友)|[，,]?(?:均|都)[为在上]?(?:小学|幼儿园)"
)
_KIN_LAST = re.compile(rf"(?:{KIN})[:：]?$")
_OF_GROWN = re.compile("高中|大学|中专|成人|教师")
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
_LABEL_OF_PART = re.compile(r"(?:^|[；;，,。：:])[^，,。；;:：]{2,10}[:：]\s*$")
_OF_SMALL = re.compile("小朋友|幼儿园|(?:适龄|下列)儿童|我园")
_HIRED = re.compile("拟?(?:聘用|录用|招聘|招录)$")
_OFFICIAL_LIST = re.compile(OFFICIAL_LIST)
_IN_OFFICE = re.compile(rf"{OFFICIAL_LIST}|{OFFICIAL}")
_LABEL_BEFORE, _ANNOUNCED = 12, 80  # characters before a list, and of what announces it in the passage above
_LONGEST_LIST = 300  # characters on either side of two names side by side


def list_follows(text: str, in_list: bool) -> bool:
    """Say whether the passage behind ``text`` is a list of persons, or goes on with one."""
    end = text[-60:].rstrip()
    announces = (
        _LIST_ANNOUNCED.search(end) or not end.endswith(("。", "；", ";")) and _LIST_BEGINS.search(end)
    )
    if announces or _COLUMNS.fullmatch(text):
        return not _OFFICIAL_LIST.search(end)
    plain = text.strip("。；、，, ")
    return in_list and bool(_RUN.fullmatch(plain) or _item(text) or _run_of_part(plain))


def _run_of_part(text: str) -> bool:
    """Whether a passage is a part of a list with what it is called before: “河东片区：张三、李四”."""
    part = _PART_OF_LIST.match(text)
    return bool(part) and bool(_RUN.fullmatch(text, part.end()))


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
                    kind = _kind_of_list(reading, begin, together[0][0], together[-1][1])
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
    clause = _CLAUSE.search(reading.text, max(0, start - 16), start)
    around = (clause[0] if clause else "") + reading.text[end : end + 14]
    if _HISTORY_TELLS.search(reading.text, max(0, start - 40), start):
        return False
    hired = _HIRED.search(clause[0] if clause else "")  # “拟聘用张三、李四等2人为……工作人员”
    return (hired or not _OFFICIAL_LIST.search(around)) and not _OF_HISTORY.search(
        reading.text[end : end + 8]
    )


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


def _kind_of_list(reading: Reading, begin: int, start: int, end: int) -> Kind:
    before = reading.text[max(begin, start - 30) : start]
    if _LABEL_OF_PART.search(before):  # “……我园小朋友……。一等奖：张三、李四；二等奖：……”
        before = reading.text[max(0, start - _ANNOUNCED) : start]
        if _OF_SMALL.search(before) and not OF_TEACHERS.search(before):
            return Kind.CHILD
    passages, first, _ = reading.around
    if _OF_GROWN.search(before):
        return Kind.NAME
    if _KIN_LAST.search(before):
        return Kind.FAMILY
    if start < _LABEL_BEFORE and first < reading.number <= len(passages):
        above = passages[reading.number - 1].text.rstrip()
        if not above.endswith("。"):  # the passage before announces the list
            before = above[-_ANNOUNCED:] + before
    # The classes of a school are those of its teachers as well.
    if OF_TEACHERS.search(reading.text) or OF_TEACHERS.search(reading.neighbours):
        return Kind.NAME
    if _CHILDREN_BEHIND.match(reading.text, end):
        return Kind.CHILD
    return Kind.CHILD if _CHILD_LIST.search(before) or CHILD_BEFORE.search(before) else Kind.NAME


def _names_of(text: str, begin: int, end: int, kind: Kind = Kind.NAME) -> Iterator[Span]:
    words = list(_PARTS.finditer(text, begin, end))
    # Where most are names, so is a word like “黎明” between them.
    if len(words) > 1 and 3 * sum(looks_like_name(match[0]) for match in words) >= 2 * len(words):
        for match in words:
            yield Span(kind, match.start(), end_of_name(text, *match.span()))
