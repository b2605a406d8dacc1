"""
The headings of the six sections, as people number and word them.

Town reports begin at “一、工作基本情况”, some places number the prose and the tables separately, some misspell: a
heading is known by its words, and its ordinal only helps. “（一）主动公开” is a part of the first section, never a
section.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from .. import layout
from .labels import half_width

LONGEST = 45
NUMBERED = re.compile(
    r"\s*(?:#{1,6}\s*)?(?:第\s*)?([一二三四五六七八九十])\s*(?:[、.．,，:：]|部分[、:： ]*)"
)
PART = re.compile(
    r"\s*(?:#{1,6}\s*)?(?:[(（]\s*[一二三四五六七八九十\d]+\s*[)）]|[一二三四五六]是|\d+[.．、])"
)
_SPACE = re.compile(r"\s+")

# By section: words that name it with any ordinal, and words that need the right one.
SURE = (
    re.compile(r"总体(?:工作)?情况$"),
    re.compile(r"主动公开(?:的)?政府信息(?:的)?(?:工作)?(?:基本)?情况|政府信息主动公开(?:工作)?情况"),
    re.compile(r"(?:收到|受理|办理|接收)(?:和|与|及|、)?(?:处理|办理|答复)?(?:的)?政府信息公开申请"),
    re.compile(r"行政(?:法)?复议.{0,12}诉讼|诉讼.{0,12}行政复议"),
    re.compile(r"(?:问题|不足|困难).{0,10}(?:改进|整改|措施|打算|安排)"),
    re.compile(
        r"其他(?:需要|应当|应|需)?(?:要)?(?:报告|说明)的?(?:其他)?(?:事项|情况|问题)|需要报告的其他事项"
    ),
)
WITH_ORDINAL = (
    re.compile(r"(?:基本|总体|工作|概)(?:情况|述)|^概述|^概况"),
    re.compile(r"主动公开"),
    re.compile(r"申请"),
    re.compile(r"复议|诉讼"),
    re.compile(r"问题|改进"),
    re.compile(r"其他.{0,8}(?:事项|情况)"),
)
# The same words inside a text whose lines were lost.
_NAMES_IN_TEXT = (
    r"总体情况",
    r"(?:行政机关)?主动公开政府信息(?:的)?情况",
    r"(?:行政机关)?收到和处理政府信息公开申请(?:的)?情况",
    r"(?:因)?政府信息公开(?:工作)?(?:被)?(?:申请)?(?:提起)?行政(?:法)?复议(?:、|和|,|，)?(?:被)?(?:提起)?行政诉讼(?:的)?情况",
    r"(?:政府信息公开工作)?存在的?(?:主要)?问题及(?:其)?改进(?:情况|措施)",
    r"其他需要报告的事项",
)
IN_TEXT = re.compile(
    "|".join(f"{ordinal}[、.．]\\s?{name}" for ordinal in "一二三四五六" for name in _NAMES_IN_TEXT)
)


@lru_cache(maxsize=4096)  # the same paragraphs are asked about at every step
def section_of(text: str) -> int | None:
    """Return which of the six sections ``text`` is the heading of, counted from 1, or None."""
    if len(text) > 3 * LONGEST:
        return None
    line = _SPACE.sub("", half_width(text)).rstrip("。:;")
    if not line or len(line) > LONGEST or PART.match(line) and not NUMBERED.match(line):
        return None
    numbered = NUMBERED.match(line)
    words = line[numbered.end() :] if numbered else line.lstrip("#")
    if not words or words[-1] in "，,、；" or PART.match(words):
        return None
    if numbered:
        for ordinal, pattern in enumerate(SURE, 1):
            if pattern.search(words):
                return ordinal
        ordinal = "一二三四五六".find(numbered[1]) + 1
        if ordinal and len(words) <= 24 and WITH_ORDINAL[ordinal - 1].search(words):
            return ordinal
        return None
    if not words.endswith(("情况", "措施", "事项")):
        return None
    for ordinal, (pattern, name) in enumerate(zip(SURE, layout.SECTIONS, strict=True), 1):
        if (
            pattern.search(words)
            and len(words) <= len(name) + 4
            and not re.search(r"[，。；：,;:]|\d", words)
        ):
            return ordinal
    return None


def begins_problems(text: str) -> bool:
    """Whether ``text`` is a sub-heading that only the fifth section has, where its own heading is missing."""
    line = _SPACE.sub("", half_width(text))
    return (
        len(line) <= 30 and re.match(r"[(（]一[)）].*(?:主要问题|存在.{0,4}问题|改进情况)", line) is not None
    )


def split(text: str) -> Iterator[str]:
    """Cut a text whose lines were lost before and after each heading of a section."""
    end = 0
    for found in IN_TEXT.finditer(text):
        if before := text[end : found.start()].strip():
            yield before
        yield found[0]
        end = found.end()
    if rest := text[end:].strip():
        yield rest
