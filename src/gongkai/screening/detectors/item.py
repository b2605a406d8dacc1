"""
What does not fit together in an item as a whole: body, attachments, dates, document number, links. Pure.

Every finding is advice: whether a text may do without what is missing here is for a person to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..enums import Kind
from ..findings import Finding, Lists, Passage
from . import attachments, links
from .attachments import AttachedFile
from .links import LinkExists
from .writing.whole import BLANK, Whole
from .writing.written_dates import WrittenDate, signature, written_dates

__all__ = ["AttachedFile", "ItemFacts", "LinkExists", "check_item"]


@dataclass(frozen=True)
class ItemFacts:
    """What an item says of itself besides its text."""

    title: str
    kind_is_document: bool = False
    document_number: str = ""
    issuer: str = ""
    source: str = ""
    signed_on: date | None = None
    printed_on: date | None = None
    effective_on: date | None = None
    valid_until: date | None = None
    today: date = date.min
    links: tuple[str, ...] = ()
    images: int = 0
    files: tuple[AttachedFile, ...] = ()


SEE_ATTACHMENT = re.compile(
    r"(?:具体)?(?:内容|情况)?[请详]{0,2}见附[件表]|附件[:：]?\d{0,2}|点击下载|下载附件"
)
# Fewer characters than this besides title, names of files and 详见附件 say nothing of their own.
SAYS_NOTHING = 5
NAMED_TWICE = re.compile(r"([\u4e00-\u9fff]{3,30}关于)\1")
# 发文字号 at the very head of the text, with whatever brackets.
HEAD_NUMBER = re.compile(
    r"\s*(?P<number>(?!根据|按照?|依[据照]|经|为|关于|贯彻|落实)[\u4e00-\u9fff]{2,14}\s?[〔\[［（(﹝【]\s?(?:19|20)\d\d\s?[〕\]］）)﹞】]\s?第?\d{1,5}\s?号)"
)
BRACKETS = str.maketrans({**dict.fromkeys("[［（(﹝【", "〔"), **dict.fromkeys("]］）)﹞】", "〕")})
NUMBER_YEAR = re.compile(r"〔((?:19|20)\d\d)〕")
PRINTED = re.compile(rf"[{BLANK}]?印发[{BLANK}]*(?:$|\n|（?共印)")

# Yields what is found in a piece of the body: kind, start, end, note.
InBody = Callable[[Kind, int, int, str], Iterator[Finding]]


def check_item(
    facts: ItemFacts, passages: Sequence[Passage], lists: Lists, link_exists: LinkExists
) -> list[Finding]:
    """Return what does not fit together in an item; most findings speak of the item and not of a place in it."""
    numbers = [number for number, each in enumerate(passages) if each.place.field == "body"]
    body = Whole([passages[number] for number in numbers])

    def in_body(kind: Kind, start: int, end: int, note: str) -> Iterator[Finding]:
        for each in body.found(kind, start, end, note):
            yield Finding(kind, numbers[each.passage], each.start, each.end, each.value, note)

    names = [facts.issuer, facts.source, *lists.agency_names]
    return [
        *_title(passages),
        *_body(facts, body.text),
        *attachments.check(facts.title, body, facts.files, names),
        *_signature(facts, body, in_body),
        *_dates(facts),
        *_number(facts, body, in_body),
        *links.check(facts.links, lists.site_hosts, link_exists),
    ]


def _title(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Tell of a title that names its office twice: “示范县人民政府关于示范县人民政府关于…”."""
    for number, each in enumerate(passages):
        if each.place.field == "title" and (twice := NAMED_TWICE.search(each.text)):
            note = f"标题里的“{twice[1]}”写了两遍。"
            yield Finding(Kind.TYPO, number, *twice.span(), twice[0], note, twice[1])


def _body(facts: ItemFacts, text: str) -> Iterator[Finding]:
    sees_attachment = bool(SEE_ATTACHMENT.search(text))
    rest = _plain(text.replace("&nbsp;", ""))
    is_empty = not rest
    for said in (*(each.name for each in facts.files), *(each.stem for each in facts.files), facts.title):
        rest = rest.replace(_plain(said), "") if _plain(said) else rest
    rest = _plain(SEE_ATTACHMENT.sub("", rest))
    if len(rest) >= SAYS_NOTHING:
        return
    if is_empty and facts.images:
        note = "正文只有图片，读不到也检索不到。请用文字写出图片的内容。"
    elif is_empty:
        note = "正文是空的。请至少用一两句话说明内容。"
    elif sees_attachment:
        note = "正文只有“详见附件”。请用一两句话说明附件是什么。"
    else:
        note = "正文只重复了标题或者附件名。请用一两句话说明内容。"
    yield Finding(Kind.EMPTY_BODY, -1, note=note)


def _plain(text: str) -> str:
    return re.sub(r"[\s，。、；：:（）()《》“”.]+", "", text)


def _signature(facts: ItemFacts, body: Whole, in_body: InBody) -> Iterator[Finding]:
    """Compare the date under the text (落款) with the one of the item, and with the one it was printed (印发)."""
    signed = signature(body)
    if signed is None or signed.day is None:
        return
    if facts.signed_on and facts.signed_on != signed.day:
        note = f"落款是{_words(signed.day)}，成文日期填的是{_words(facts.signed_on)}。"
        yield from in_body(Kind.DATE_CONFLICT, signed.start, signed.end, note)
    printed = _printed(body, signed)
    if printed and printed.day < signed.day:
        note = f"印发日期{_words(printed.day)}早于落款日期{_words(signed.day)}。"
        yield from in_body(Kind.DATE_CONFLICT, printed.start, printed.end, note)
    if printed and facts.printed_on and facts.printed_on != printed.day:
        note = f"正文写的印发日期是{_words(printed.day)}，印发日期填的是{_words(facts.printed_on)}。"
        yield from in_body(Kind.DATE_CONFLICT, printed.start, printed.end, note)


def _printed(body: Whole, signed: WrittenDate) -> WrittenDate | None:
    for each in written_dates(body):
        if each.start > signed.start and each.day and PRINTED.match(body.text, each.end):
            return each
    return None


def _dates(facts: ItemFacts) -> Iterator[Finding]:
    signed, effective, until = facts.signed_on, facts.effective_on, facts.valid_until
    begins = effective or signed
    if signed and signed > facts.today:
        yield _conflict(f"成文日期{_words(signed)}在今天以后。")
    if facts.printed_on and facts.printed_on > facts.today:
        yield _conflict(f"印发日期{_words(facts.printed_on)}在今天以后。")
    if signed and facts.printed_on and facts.printed_on < signed:
        yield _conflict(f"印发日期{_words(facts.printed_on)}早于成文日期{_words(signed)}。")
    if facts.kind_is_document and signed and effective and effective < signed:
        yield _conflict(f"施行日期{_words(effective)}早于成文日期{_words(signed)}，文件一般不溯及既往。")
    if until and begins and until < begins:
        yield _conflict(f"有效期至{_words(until)}，早于{_words(begins)}的施行或者成文日期。")
    year = NUMBER_YEAR.search(facts.document_number.translate(BRACKETS))
    if year and signed and int(year[1]) != signed.year:
        yield _conflict(f"发文字号的年份是{year[1]}年，成文日期是{_words(signed)}。")


def _number(facts: ItemFacts, body: Whole, in_body: InBody) -> Iterator[Finding]:
    printed = HEAD_NUMBER.match(body.text)
    if printed is None:
        return
    given = "" if facts.document_number.strip() in ("", "无") else facts.document_number
    if not given:
        note = "正文开头印着发文字号，“发文字号”一栏没有填，按文号查不到。"
    elif _normal(given) != _normal(printed["number"]):
        note = f"正文开头的发文字号与填写的“{given}”不同。"
    else:
        return
    yield from in_body(Kind.DOCUMENT_NUMBER, *printed.span("number"), note)


def _normal(number: str) -> str:
    """Return a document number without what is only a matter of form."""
    return re.sub(r"\s|第", "", number).translate(BRACKETS)


def _conflict(note: str) -> Finding:
    return Finding(Kind.DATE_CONFLICT, -1, value=note, note=note)


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
