"""
Names of fonts: which may stay.

A font's name is free text that nobody sees, so anything can be written into it. What stays is made of Latin words, or
of the characters that names of Chinese fonts are made of.
"""

import re

from .packages import Element

STANDARDS = re.compile(r"GB[_-]?2312|(GB|[_-])18030", re.IGNORECASE)
LATIN = re.compile(r"@?[A-Za-z+][A-Za-z0-9 _.&+-]*")
CHINESE = re.compile(
    r"@?[方正华文汉仪鼎微软思源站酷苹冬青阿里巴普惠新細细粗大小标標中特长准纤"
    r"宋黑楷仿隶圆圓魏碑行草明體体書书简簡繁雅等线幼姚舒琥珀彩云報报楚兰亭公二泉驿微米朝]+(?:[A-Za-z0-9 _.-]*)"
)
LONGEST, MOST_DIGITS = 40, 4
BULLET = "•"
SYMBOL_FONTS = {"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "marlett", "mt extra"}


def is_font_name(name: str) -> bool:
    """Say whether a name looks like that of a font, and too unlike a person's or a number to say anything."""
    bare = STANDARDS.sub("", name)
    if len(name) > LONGEST or sum(each.isdigit() for each in bare) > MOST_DIGITS:
        return False
    return bool(LATIN.fullmatch(name) or CHINESE.fullmatch(name))


def plain_names(element: Element) -> None:
    """Let an element of a drawing name fonts only, and a bullet be one sign: nobody reads what is written there."""
    if not is_font_name(element.get("typeface", "Arial")):
        element.set("typeface", "")
    if element.tag.endswith("}buChar") and len(element.get("char", "")) > 1:
        element.set("char", BULLET)
