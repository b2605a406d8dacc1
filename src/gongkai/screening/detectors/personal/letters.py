"""Names of those to whom an office writes: they are private persons though nothing else stands beside the name."""

import re
from collections.abc import Iterator
from itertools import chain

from ...enums import Kind
from .ages import IN_CARE
from .names import HAN, NAME, looks_like_name
from .reading import Reading
from .running_names import name_at
from .spans import Span

_OPENING = re.compile(
    rf"(?:^|[:：。\n])\s{{0,4}}(?:尊敬的|[{HAN}0-9]{{0,10}}(?:村民|居民|户主|申请人|当事人))?(?P<name>{NAME})(?:同志|先生|女士|村民|居民)?"
    r"(?:[(（][^()（）]{0,60}[)）])?\s?[,，:：\s]\s{0,3}(?:[^，,。；;你您]{0,8}[你您](?!们)|(?:本机关|本局|我[局委办镇县院])[于已对收])"
)
# A line of its own above the letter: “张三、李四：”.
_SALUTATION = re.compile(
    rf"(?:^|\n)\s{{0,4}}(?:尊敬的)?(?P<names>{NAME}(?:[、，,\s]\s?{NAME}){{0,4}})(?:同志|先生|女士|同学|村民"
    rf"|居民)?\s?[:：]\s*(?:\n|$)"
)
_ADDRESSED = re.compile(r"^[^。；;]{0,30}(?:[你您]|本机关|本局|本院|本委|我[局委办镇县院])")
_TITLE = re.compile(r"(?:书记|主任|经理|老师|先生|女士|同志|师傅|市长|领导|大[姐哥爷妈]|阿姨|医生|律师)$")
_GREETING = re.compile(rf"(?:^|\n)\s{{0,4}}(?P<name>{NAME})(?:你好|您好)")
_REPLY = re.compile(rf"致(?P<name>{NAME})的(?:一封)?(?:回信|复信|信(?!息))")
_ABOUT = re.compile(
    r"关于(?:对|给予|同意|答复|解决|注销|撤销|取消|确认)?(?=[^，。；]{0,60}(?:答复|意见|告知|批复|回复|决定|函|批准|报告|说明|通知|公告|通告|公示))"
)
_MATTER = re.compile(
    r"(?:同志|等[0-9一二三四五六七八九十]{0,3}[户人名])?(?:信访|来[信访电函]|上访|反映|投诉|举报|申[请诉报领]|求助|诉求"
    r"|要求|请求|提出|不服|饮酒|醉酒|酒后|户?违法|户?违章|残疾人?证|低保|危房|工伤|临时救助|宅基地|行政复议|的(?:信访|诉求|投诉|申请))"
)
_OF_CHILD = re.compile(rf"等?[0-9一二三四五六七八九十]{{0,3}}名?{IN_CARE}|孤儿")


def find(reading: Reading, following: str) -> Iterator[Span]:
    """
    Yield the names that a letter begins with, and the name in the title of an answer to a letter or request.

    ``following`` is how the next passage begins.
    """
    text = reading.text
    for line in _SALUTATION.finditer(text):
        if _ADDRESSED.match(text[line.end() : line.end() + 40] or following):
            yield from _addressed(text, *line.span("names"))
    patterns = []
    if "你" in text or "您" in text or "本机关" in text:
        patterns += [_OPENING, _GREETING]
    if "致" in text:
        patterns.append(_REPLY)
    for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
        if looks_like_name(match["name"]) and not _TITLE.search(match["name"]):
            yield Span(Kind.NAME, *match.span("name"))
    if "关于" in text:
        for match in _ABOUT.finditer(text):
            end = name_at(text, match.end())
            if end and (is_child := _OF_CHILD.match(text, end) or _MATTER.match(text, end)):
                yield Span(Kind.CHILD if is_child.re is _OF_CHILD else Kind.NAME, match.end(), end)


def _addressed(text: str, begin: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^、，,\s]+", text[begin:end]):
        if looks_like_name(match[0]) and not _TITLE.search(match[0]):
            yield Span(Kind.NAME, begin + match.start(), begin + match.end())
