"""
Telephones: mobiles always, land lines only when they are somebody's at home.

A county publishes thousands of office land lines. So a land line is a find only when a word says that it is at home,
when it stands in a table of persons, or right beside a private person's name.
"""

import re
from collections.abc import Iterator

from ...enums import Kind
from .contacts import PROVINCES
from .headings import Role
from .names import HAN, NAME, ends_with_name, ends_with_private_person
from .office import is_contact
from .reading import Reading
from .spans import Span

_MOBILE = re.compile(
    rf"(?:(?<![0-9A-Za-z*./_=&-])|(?<=[{HAN}]/))(?P<all>(?:\(\+?86\)|\+?86|0086|0)?[ -]?"
    r"(?P<number>1[3-9][0-9][ \n-]?(?:[0-9]{4}[ \n-]?[0-9]{4}|[0-9]{8})|1 [3-9](?: [0-9]){9}))(?![0-9A-Za-z*%]|\.[0-9]|-[0-9]{2})"
)
# “鲁13720207054” is the number of a builder's certificate; behind a name the same letter is part of the name.
_CERTIFICATE = re.compile(rf"(?:^|[^{HAN}])[{PROVINCES}]$")
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z*./-])(?:\(0[0-9]{2,3}\)|（0[0-9]{2,3}）|0[0-9]{2,3})[ ]?-{0,2}[ ]?[1-9][0-9]{6,7}"
    r"(?:[-转][0-9]{1,5})?(?![0-9A-Za-z*])"
)
_SHORT = re.compile(r"(?<![0-9A-Za-z*./-])[2-9][0-9]{6,7}(?![0-9A-Za-z*.元])")
_SAYS_PHONE = re.compile(r"(?:电话|手机|联系|致电|拨打|微信|Tel|TEL|tel)[^，,。；;]{0,10}$")
_SAYS_HOME = re.compile(
    r"(?:(?:家庭|住宅|家里|家中|[我自]家|私人|我)的?(?:固定)?(?:电话|固话|座机)|宅电|家[里中][^，,。；;0-9]{0,6}(?:电话|座机))[^，,。；;0-9]{0,6}$"
)
_SAYS_HOME_ADDRESS = re.compile(r"户主[^，,。；;]{2,8}[，,]|[，,、；;\s]住[^房建院宿]|家住|现住|住址")
_OF_OFFICER = re.compile("承办人|经办人|执法证")
_SAYS_HIS = re.compile(
    r"[您你]通过电话[(（]$|[(（][^()（）]{0,24}岁[^()（）]{0,24}电话[为是:：\s]{0,3}$|[号码][为是:：]?\s?[A-Z]{0,2}[0-9]{6,18}[Xx]?[，,]\s?(?:联系)?电话[为是:：\s]{0,3}$|来电号码[为是:：\s]{0,3}$|留有?[的了]?(?:固定|家庭)?电话[为是:：\s]{0,3}$|(?:老人|患者|住户|户主|村民"
    r"|居民)的?(?:联系)?(?:电话|座机|固话)[为是:：\s]{0,3}$"
)
_BESIDE_MOBILE = re.compile(r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}\s?[、/或]\s?$")
_FIXED_LINE = re.compile(r"[，,](?:固定电话|座机|固话)[为是:：\s]{0,3}$")
_LABEL_AND_NAME = re.compile(rf"[{HAN}]{{2,8}}[:：]\s?(?P<name>{NAME})[，,\s]\s?$")
_HOME_BEHIND = re.compile(r"\s?[(（](?:家庭|住宅|家里|家中)(?:固定)?(?:电话|座机)")
_SAYS_OTHER = re.compile(
    r"(?:编号|编码|代码|[证票批序]号|合同|订单|单号|流水|索引|批号|注册|图斑|面积|金额|[¥￥$]|第)(?:[号码为是:：\s]|分别){0,4}$"
)
_MEASURE = re.compile(
    r"\s?(?:[万亿]?元|[万亿][^一-鿿]|平方|亩|公[斤里顷]|吨|千瓦|立方|㎡|[户人]次?[，,。、；])"
)
_YEARS = re.compile(r"1[3-9][0-9] (?:19|20)[0-9]{2} (?:19|20)[0-9]{2}$")
_OFFICE_WORDS = re.compile(
    r"(?:公司|单位|采购|代理|机构|联系人|负责人|经办人|办公|传真|监督|举报电话|咨询|值班|值守|窗口|大厅|急诊|热线|替班|中心|[局委办科股院所站厅]|处(?![理置罚分境于])|(?<![0-9])室"
    r"|政府|主任|[局县镇乡科股]长)"
)


def find(reading: Reading) -> Iterator[Span]:
    yield from _mobiles(reading)
    yield from _landlines(reading)


def _mobiles(reading: Reading) -> Iterator[Span]:
    for match in _MOBILE.finditer(reading.text):
        start = match.start("number") if match["all"][0] in " -" else match.start("all")
        before = reading.before(start, 14)
        said = bool(_SAYS_PHONE.search(before))
        if _known(reading, match["number"]) or reading.role == Role.CODE or _CERTIFICATE.search(before):
            continue
        if not said and (_SAYS_OTHER.search(before) or _MEASURE.match(reading.after(match.end(), 4))):
            continue
        # Digits one by one may be the cells of a row.
        if not said and (_YEARS.match(match["number"]) or match["number"][1] == " "):
            continue
        yield Span(Kind.MOBILE, start, match.end())


def _landlines(reading: Reading) -> Iterator[Span]:
    home_column = reading.role == Role.HOME_PHONE or (reading.role == Role.PHONE and reading.persons)
    for match in _LANDLINE.finditer(reading.text):
        at_home = home_column and not _OFFICE_WORDS.search(reading.text, match.end())
        if not _known(reading, match[0]) and (at_home or _is_home_line(reading, *match.span())):
            yield Span(Kind.LANDLINE, *match.span())
    if home_column or "家" in reading.text or "宅" in reading.text:
        for match in _SHORT.finditer(reading.text):
            said = home_column or _SAYS_HOME.search(reading.before(match.start(), 16))
            said = said or _HOME_BEHIND.match(reading.text, match.end())
            if said and not _known(reading, match[0]):
                yield Span(Kind.LANDLINE, *match.span())


def landlines_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where land lines stand, without those that are known to be offices'."""
    yield from (match.span() for match in _LANDLINE.finditer(reading.text) if not _known(reading, match[0]))


def _is_home_line(reading: Reading, start: int, end: int) -> bool:
    first, _ = reading.sentence(start, start)
    before = reading.text[first:start]
    if reading.persons:
        return reading.role is None and not _OFFICE_WORDS.search(before)
    if reading.role is not None:
        return False
    if _OF_OFFICER.search(before):
        return False
    if _SAYS_HOME.search(before) or _SAYS_HIS.search(before) or _HOME_BEHIND.match(reading.text, end):
        return True
    if _OFFICE_WORDS.search(before):
        return False
    if _SAYS_HOME_ADDRESS.search(before) or _BESIDE_MOBILE.search(before):
        return True
    if (fixed := _FIXED_LINE.search(before)) and ends_with_name(before[: fixed.start()]):
        return True
    named = _LABEL_AND_NAME.search(before)
    if named and is_contact(before[: named.start("name")], reading.text[first + named.end("name") : end]):
        return False
    return ends_with_private_person(before) or ends_with_name(before)


def _known(reading: Reading, written: str) -> bool:
    """Say whether this is a telephone of an office that the county has told us of."""
    digits = "".join(filter(str.isdigit, written.split("转")[0]))
    return bool(reading.lists.office_phones) and any(
        digits[at:] in reading.lists.office_phones for at in (0, 3, 4) if len(digits) - at >= 7
    )
