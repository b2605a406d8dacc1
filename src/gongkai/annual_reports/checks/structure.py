"""The shape of the report: its six sections, what each must say, and how it is numbered. Pure."""

import re
from collections.abc import Iterator

from ..content import Section
from ..layout import ORDINALS, SECTIONS
from .case import Case
from .findings import Found, Severity, Side
from .prose_money import fees_for_information_are_told_alike
from .sentences import normalised, where_in_prose

CHARACTERS_OF_FIRST_SECTION = 1000  # 30号: 原则上不超过1000字
SHORTEST_FIFTH_SECTION = 10

_NUMBER = {character: number for number, character in enumerate(ORDINALS, 1)} | {"两": 2}
_HEADING_NUMBER = re.compile(r"^[#\s]*[一二三四五六七八九十][、.．]?")
_NOT_LETTERS = re.compile(r"[^\u4e00-\u9fff]")


def six_sections_in_order(case: Case) -> Iterator[Found]:
    """SEC-1: the six sections are there, in order, under the titles of 30号."""
    sections = [each for each in case.report.sections if each.ordinal]
    if not sections:
        yield Found(
            place="none",
            severity=Severity.HINT,
            where="正文",
            message="没有读到六个部分的正文，只核对了表格。",
            left=Side("正文", "没有"),
        )
        return
    ordinals = [each.ordinal for each in sections]
    missing = [number for number in range(1, len(SECTIONS) + 1) if number not in ordinals]
    if missing:
        names = "、".join(f"“{ORDINALS[number - 1]}、{SECTIONS[number - 1]}”" for number in missing)
        yield Found(
            place="missing",
            severity=Severity.WARNING,
            where="正文",
            message=f"没有找到{names}。年度报告应有六个部分，请确认标题是否缺失或者写法不同。",
            left=Side("没有找到的部分", names),
        )
    if ordinals != sorted(ordinals):
        order = "、".join(ORDINALS[number - 1] for number in ordinals)
        yield Found(
            place="order",
            severity=Severity.WARNING,
            where="正文",
            message=f"各部分的顺序是{order}，应依次为一至六。",
            left=Side("各部分顺序", order),
        )
    for section in sections:
        printed = _HEADING_NUMBER.sub("", section.heading)
        title = SECTIONS[section.ordinal - 1]
        if _NOT_LETTERS.sub("", printed) != _NOT_LETTERS.sub("", title):
            yield Found(
                place=f"title.{section.ordinal}",
                severity=Severity.HINT,
                where=where_in_prose(section.ordinal),
                message=f"第{ORDINALS[section.ordinal - 1]}部分的标题是“{printed.strip()}”，"
                f"规定的标题是“{title}”。",
                left=Side("标题", printed.strip(), quote=section.heading),
                right=Side("规定的标题", title),
            )


def first_section_is_short(case: Case) -> Iterator[Found]:
    """SEC-2: section one has, in principle, at most 1000 characters."""
    section = case.report.section(1)
    if section is None:
        return
    length = len(re.sub(r"\s", "", section.text))
    if length > CHARACTERS_OF_FIRST_SECTION:
        yield Found(
            place="length",
            severity=Severity.HINT,
            where=where_in_prose(1),
            message=f"总体情况共{length}字，格式要求原则上不超过{CHARACTERS_OF_FIRST_SECTION}字。",
            left=Side("总体情况字数", str(length)),
            right=Side("格式要求", str(CHARACTERS_OF_FIRST_SECTION)),
        )


def fifth_section_says_something(case: Case) -> Iterator[Found]:
    """SEC-3: section five names problems and what is done about them."""
    section = case.report.section(5)
    if section is None:
        return
    length = len(re.sub(r"[\s，。、；：]", "", section.text))
    if length >= SHORTEST_FIFTH_SECTION:
        return
    where = where_in_prose(5)
    said = f"只写了“{section.text.strip()}”" if length else "是空的"
    yield Found(
        place="content",
        severity=Severity.WARNING if length else Severity.ERROR,
        where=where,
        message=f"第五部分{said}。这一部分应写明本年存在的主要问题和改进情况。",
        left=Side(where, section.text.strip(), quote=section.text.strip()),
    )


def sixth_section_tells_of_fees(case: Case) -> Iterator[Found]:
    """SEC-4: section six says what 信息处理费 was charged, even if none, and no other section says otherwise."""
    yield from fees_for_information_are_told_alike(case)
    section = case.report.section(6)
    if section is None or re.search(r"处理费|收费|收取.{0,12}费", normalised(section.text)):
        return
    elsewhere = "处理费" in normalised(case.report.prose)
    where = where_in_prose(6)
    yield Found(
        place="fees",
        severity=Severity.HINT if elsewhere else Severity.WARNING,
        where=where,
        message="第六部分没有写信息处理费的收取情况"
        f"{'，其他部分写到了' if elsewhere else ''}。没有收取的，也应在第六部分写明“未收取”。",
        left=Side(
            where, section.text.strip()[:40], quote=section.paragraphs[0] if section.paragraphs else ""
        ),
    )


_LABEL = re.compile(r"(?:^|[。！？；])(?:\[[^\]]*\])*(（(?:([一二三四五六七八九十])|(\d{1,2}))）)")


def numbering_is_of_one_kind(case: Case) -> Iterator[Found]:
    """SEC-5: （一）（二）（三） go on as （四）, not as （4）, and leave none out."""
    for section in case.report.sections:
        last = 0  # the number of the last （一）, （二）, …
        nested = False  # whether （1）, （2）, … have been counted since
        for paragraph, label, chinese, arabic in _labels(section):
            if chinese:
                number = _NUMBER[chinese]
                if last and number not in (1, last + 1):
                    yield _wrong_number(section, paragraph, label, last)
            else:
                number = int(arabic)
                if nested or not last or number == 1 or number != last + 1:
                    nested = True
                    continue
                yield _wrong_number(section, paragraph, label, last)
            last, nested = number, False


def _labels(section: Section) -> Iterator[tuple[str, str, str, str]]:
    """Yield every （一） or （1） that begins a sentence: its paragraph, the label, and its numeral by kind."""
    for paragraph in section.paragraphs:
        for match in _LABEL.finditer(normalised(paragraph)):
            yield paragraph, match[1], match[2], match[3]


def _wrong_number(section: Section, paragraph: str, label: str, last: int) -> Found:
    before, right = f"（{ORDINALS[last - 1]}）", f"（{ORDINALS[last]}）" if last < len(ORDINALS) else ""
    return Found(
        place=f"{section.ordinal}.{last + 1}",
        severity=Severity.HINT,
        where=where_in_prose(section.ordinal),
        message=f"小节编号“{before}”之后是“{label}”，应为“{right}”。",
        left=Side("小节编号", label, quote=paragraph[:60]),
        right=Side("应为", right),
    )


_ANNOUNCED_PARTS = re.compile(r"([一二三四五六七八九十]|\d{1,2})个?大?(?:版块|板块|部分)")
_ANNOUNCED_POINTS = re.compile(
    r"([二两三四五六七八九]|[2-9])个?(?:方面|问题|不足|短板|措施)[^。：]{0,10}[。：]"
)
_POINT = re.compile(r"([一二三四五六七八九])是")


def announced_numbers_are_kept(case: Case) -> Iterator[Found]:
    """SEC-8: “六个部分” are six, and “三个方面” are followed by 一是, 二是, 三是."""
    found = {each.ordinal for each in case.report.sections if each.ordinal}
    for sentence in case.sentences:
        if sentence.section == 0 and (match := _ANNOUNCED_PARTS.search(sentence.text)):
            announced = _as_number(match[1])
            if announced != len(found):
                yield Found(
                    place="parts",
                    severity=Severity.HINT,
                    where=sentence.where,
                    message=f"报告开头说共{announced}个部分，读到{len(found)}个部分。请核对。",
                    left=Side("报告开头所说", match.group(), quote=sentence.quote),
                    right=Side("读到的部分", str(len(found))),
                )
    for section in case.report.sections:
        text = normalised(section.text)
        for match in _ANNOUNCED_POINTS.finditer(text):
            announced, listed = _as_number(match[1]), _points_after(text, match.end())
            if listed and listed != announced:
                yield Found(
                    place=f"points.{section.ordinal}",
                    severity=Severity.HINT,
                    where=where_in_prose(section.ordinal),
                    message=f"写有“{match.group()}”，后文列出{listed}点。请核对。",
                    left=Side("文中所说", match.group()),
                    right=Side("列出", str(listed)),
                )


def _points_after(text: str, start: int) -> int:
    """Return how many of 一是, 二是, … follow at once after ``start``; 0 when no 一是 does."""
    if not text.startswith("一是", start):
        return 0
    number = 0
    for point in _POINT.finditer(text, start):
        if _NUMBER[point[1]] == number + 1:
            number += 1
        elif _NUMBER[point[1]] == 1:
            break
    return number


def _as_number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER[text]
