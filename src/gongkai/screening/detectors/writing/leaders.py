"""
A leader's name with a title that is not theirs, or a leader's title with a name that is almost theirs.

By the county's own list. Posts that leaders hold beside their office (组长, 总指挥, 河长) are not asked about.
"""

import re
from collections.abc import Iterator

from ...enums import Kind
from ...findings import Finding, Leader, Lists
from .whole import BLANK, Whole

POST = (
    r"(?:常务副|副|代理?)?"
    r"(?:书记|[省市县区旗镇乡]长|主任|主席|局长|部长|秘书长|检察长|院长|调研员|常委)"
)
ENDS_WITH_POST = re.compile(rf"(?:{POST})$")
SENTENCE = re.compile(r"[，。；：！？（）《》“”\n]")
JOINED = re.compile(r"[、兼和]")  # “县委副书记、县长王某某”
FORMER = re.compile(r"原|时任|前任|历任|曾任")
# Chairmen of committees of every kind are leaders in passing; only 人大常委会 has its 主任 as an office.
IN_PASSING = re.compile(r"(?<!人大常)(?<!常务)委(?:员)?会$|小组$|指挥部$|公司$|协会$|商会$|学会$|法院$|大学$")
HELD_BY_ONE = re.compile(r"[^副代原]{0,8}(?:[县区旗市]长|[县区旗市]委书记)")
BODY = re.compile(r"县委|市委|区委|旗委|党委|党组|人大|政协|政府|纪委|监委")
REACH = 40
# What follows a name: with one of these behind them two or three characters are a name and no other word.
AFTER_NAME = re.compile(
    r"同志|主持|出席|参加|带队|率队|率|调研|讲话|强调|指出|要求|陪同|作了|作报告|宣布|介绍|签发|一行|[，。、；：）)\s]|$"
)


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    for leader in lists.leaders:
        at = whole.text.find(leader.name)
        while at >= 0:
            yield from _wrong_title(whole, leader, at)
            at = whole.text.find(leader.name, at + len(leader.name))
    for title, leader in _held_by_one(lists).items():
        yield from _wrong_name(whole, title, leader, lists)


def _wrong_title(whole: Whole, leader: Leader, at: int) -> Iterator[Finding]:
    before = SENTENCE.split(whole.text[max(0, at - REACH) : at])[-1].rstrip(BLANK).removesuffix("同志")
    for part in reversed(JOINED.split(before)):
        post = ENDS_WITH_POST.search(part)
        if post is None or FORMER.search(part):
            return
        body = part[: post.start()]
        if not IN_PASSING.search(body) and not _may_bear(leader, body, post[0]):
            titles = "、".join(leader.titles)
            note = f"名单里{leader.name}的职务是“{titles}”，这里写的是“{post[0]}”。"
            yield from whole.found(Kind.LEADER, at, at + len(leader.name), note)
            return


def _may_bear(leader: Leader, body: str, post: str) -> bool:
    """Whether one of the leader's titles is the post that is said, of the same body where both name one."""
    for title in leader.titles:
        known = ENDS_WITH_POST.search(title)
        if known is None or _plain(known[0]) != _plain(post):
            continue
        said, listed = set(BODY.findall(body)), set(BODY.findall(title))
        if not said or not listed or said & listed:
            return True
    return False


def _plain(post: str) -> str:
    """A 常务副县长 is a 副县长; a 代县长 is not yet a 县长."""
    return post.removeprefix("常务").replace("代理", "代")


def _held_by_one(lists: Lists) -> dict[str, Leader]:
    """Return the posts that only one person can hold, and by the list does: 县长, 县委书记."""
    held: dict[str, list[Leader]] = {}
    for leader in lists.leaders:
        for title in leader.titles:
            if HELD_BY_ONE.fullmatch(title):
                held.setdefault(title, []).append(leader)
    return {title: leaders[0] for title, leaders in held.items() if len(leaders) == 1}


def _wrong_name(whole: Whole, title: str, leader: Leader, lists: Lists) -> Iterator[Finding]:
    """Yield names behind ``title`` that differ from the leader's in one character; others may be of other counties."""
    names, length = {each.name for each in lists.leaders}, len(leader.name)
    at = whole.text.find(title)
    while at >= 0:
        start = at + len(title)
        name = whole.text[start : start + length]
        differ = sum(one != other for one, other in zip(name, leader.name, strict=False))
        is_other_post = whole.text[max(0, at - 1) : at] in ("副", "代", "原", "前")
        if len(name) == length and differ == 1 and name not in names and not is_other_post:
            if AFTER_NAME.match(whole.text, start + length):
                note = f"名单里{title}是{leader.name}，这里写的是“{name}”。"
                yield from whole.found(Kind.LEADER, start, start + length, note, leader.name)
        at = whole.text.find(title, start)
