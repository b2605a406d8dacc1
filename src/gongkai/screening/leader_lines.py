"""Leaders as people paste them: one line each, the name first, then the titles."""

import re

from gongkai.common.errors import NotAllowed

from .word_lists import named

NAME = re.compile(r"[\u3400-\u9fff·]{2,20}")
LONGEST_TITLES = 200
MOST = 500


def check_name(name: str) -> str:
    """Return the name without the blanks that two-character names are spread with; raises NotAllowed."""
    name = re.sub(r"\s+", "", name).replace("•", "·").replace("・", "·")
    if not NAME.fullmatch(name):
        raise NotAllowed(f"姓名“{name[:20]}”写得不对。请只写汉字，少数民族姓名用间隔号“·”。")
    return name


def check_titles(titles: str) -> str:
    names = named(titles)
    if not names:
        raise NotAllowed("没有写职务。请至少写一个，例如“县委副书记、县长”。")
    joined = "、".join(dict.fromkeys(names))
    if len(joined) > LONGEST_TITLES:
        raise NotAllowed(f"职务一共有{len(joined)}个字，最多{LONGEST_TITLES}个字。")
    return joined


def read_leaders(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """
    Return (name, titles) of every line “姓名，职务、职务”, and what is wrong, line by line.

    The name ends at the first comma, colon or tab; a line without one ends it at the first blank.
    """
    leaders, errors = {}, []
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line:
            continue
        name, titles = split_line(line)
        try:
            name, titles = check_name(name), check_titles(titles)
        except NotAllowed as error:
            errors.append(f"第{number}行：{error}")
            continue
        if name in leaders:
            errors.append(f"第{number}行：“{name}”前面已经写过。一个人的几个职务请写在一行里。")
        leaders[name] = titles
    if not leaders and not errors:
        errors.append("没有读到姓名。请每行写一个人，例如“张某某，县委副书记、县长”。")
    if len(leaders) > MOST:
        errors.append(f"一次最多导入{MOST}人，这里有{len(leaders)}人。")
    return list(leaders.items()), errors


def split_line(line: str) -> tuple[str, str]:
    for separators in (r"[，,：:\t]", r"\s+"):
        if len(parts := re.split(separators, line, maxsplit=1)) == 2:
            return parts[0], parts[1]
    return line, ""
