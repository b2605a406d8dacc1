"""Traces of copying and typing in the prose: leftovers of the web page, blanks not filled in, doubled words. Pure."""

import re
from collections.abc import Iterator

from .case import Case
from .findings import Found, Severity, Side
from .sentences import where_in_prose

_LEFTOVERS = (
    ("picture", "图片、书签占位符", re.compile(r"\[(?:image|bookmark|图片|图)\s*[:：][^\]]*\]", re.I)),
    ("markup", "网页代码", re.compile(r"&(?:nbsp|lt|gt|amp|quot|#\d+);|-->|<!--|</?[a-zA-Z][^>]{0,80}>")),
    ("page", "网页按钮文字", re.compile(r"附件下载|打印本页|关闭窗口|分享到[:：]|【字体|当前位置[:：]")),
    ("unreadable", "无法显示的字符", re.compile(r"[\ufffd\ue000-\uf8ff]+")),
    ("marks", "标点连用或者多余", re.compile(r"[，。；：、][，。；：、]+|、等(?!级|次|额|价|值|同)")),
    (
        "unseparated",
        "两项之间缺少标点",
        re.compile(r"\d\s*(?:件|[%％])\s*“(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)"),
    ),
    (
        "doubled",
        "重复的字词",
        re.compile(r"的的|与与|和和|及及|了了(?!解)|(?!公开)([\u4e00-\u9fff]{2})\1(?!化)"),
    ),
)
_SPELLED_TWICE_RIGHTLY = frozenset("一二三四五六七八九十零〇百千万")
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9])[XxＸ×]{1,4}(?:年|月|日|件|条|次|个|项|份|万元|元|%|％|县|市|区|镇|乡|街道|局|人民政府)"
    r"|某某(?:县|市|区|镇|乡|局|单位|街道|人民政府)"
    r"|_{3,}|[（【][^）】]{0,6}(?:请|此处)[^）】]{0,40}(?:填|写)[^）】]{0,80}[）】]|（文字描述）"
)


def nothing_is_left_over(case: Case) -> Iterator[Found]:
    """SEC-6: the prose holds no traces of the web page or the editor, no doubled words or marks."""
    for place, what, pattern in _LEFTOVERS:
        matches = []
        for section in case.report.sections:
            for paragraph in section.paragraphs:
                for match in pattern.finditer(paragraph):
                    if not set(match.group()) <= _SPELLED_TWICE_RIGHTLY:
                        matches.append((section.ordinal, match.group(), _around(paragraph, match)))
        if not matches:
            continue
        ordinal, printed, quote = matches[0]
        others = f"共{len(matches)}处，第一处在" if len(matches) > 1 else "在"
        yield Found(
            place=place,
            severity=Severity.HINT,
            where=where_in_prose(ordinal),
            message=f"正文有{what}：“{printed}”，{others}{where_in_prose(ordinal)}。请改正后发布。",
            left=Side(what, printed, quote=quote),
        )


def every_blank_is_filled_in(case: Case) -> Iterator[Found]:
    """SEC-7: no “XX件”, “某某县” or other blank of a template is left."""
    for section in case.report.sections:
        for paragraph in section.paragraphs:
            for match in _PLACEHOLDER.finditer(paragraph):
                yield Found(
                    place=f"{section.ordinal}={match.group()[:20]}",
                    severity=Severity.ERROR,
                    where=where_in_prose(section.ordinal),
                    message=f"“{match.group()}”是没有填写的空项，请填写后发布。",
                    left=Side("没有填写的空项", match.group(), quote=_around(paragraph, match)),
                )


def _around(paragraph: str, match: re.Match) -> str:
    """Return the match with a few characters on both sides, letter for letter."""
    return paragraph[max(match.start() - 12, 0) : match.end() + 12]
