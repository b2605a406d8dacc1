"""Numbers under which money, insurance and treatment are kept: bank, social and medical."""

import re
from collections.abc import Iterator

from ...enums import Kind
from . import numbers
from .headings import Role
from .names import PERSON_WORDS, ends_with_name_and_label
from .reading import Reading
from .running_names import running_names
from .spans import Span
from .vocabulary import CHILDREN, KIN

_GAP = r"[ \n-]?"
_CARD = re.compile(
    rf"(?<![0-9A-Za-z*.-])(?=([1-9][0-9]{{3}}(?:{_GAP}[0-9]){{9,15}}|[1-9](?: [0-9]){{12,18}})(?![0-9A-Za-z*]))"
)
_ACCOUNT = re.compile(rf"(?<![0-9A-Za-z*.])[0-9]{{3}}(?:{_GAP}[0-9]){{5,22}}(?![0-9A-Za-z*])")
_BANK_CARD = r"(?<!健康)(?<!就诊)(?<!诊疗)(?<!保障)(?<!社保)(?<!医保)(?<!医保卡[(（])(?<!保障卡[(（])(?<!社保卡[(（])卡号"
_SAYS_ACCOUNT = re.compile(
    rf"(?:银行卡|[账帐]号|(?<!记)[账帐]户|{_BANK_CARD}|存折|折号|惠[农民]卡|一卡通|一本通|(?<!财政)(?<!资金)(?<!存款)专户)[^，,。；;0-9]{{0,12}}$"
)
_SAYS_CARD = re.compile(
    rf"(?:银行卡|{_BANK_CARD}|借记卡|信用卡|存折|折号|一卡通|储蓄卡)[^，,。；;0-9]{{0,12}}$"
)
_PAID_INTO = re.compile(r"(?:[打存转汇]入|[汇付]至|发放[至到]|拨付[至到]|变更为)$")
_MONEY_PAID_INTO = re.compile(
    r"(?:款|资金|补贴|补助|津贴)[已将均改]?(?:[打存转汇]入|[汇付发]至|发放至|拨付至)$"
)
_PAID_INTO_IT = re.compile("(?:[打汇转存拨]入|[代改]?发至|发放至)$")
_LONG_NUMBER = 14  # digits that only an account has
# “账号有误，现更正为…”: the word stands before the comma.
_CORRECTED = re.compile(
    r"(?:[账帐][号户]|卡号)[^。；;]{0,40}(?:更正|变更|更换|更改|调整|修改|改|换|分别|应|应分别)[为成至]$"
)
_ACCOUNT_WORDS = (
    "账",
    "帐",
    "卡",
    "存折",
    "折号",
    "一本通",
    "专户",
    "汇入",
    "转入",
    "打入",
    "存入",
    "汇至",
    "发至",
)
_OF_PERSONS = re.compile("存折|一卡通|一本通|[您你]户?(?:的|登记|预留|提供)|本人")  # no office has one
_BEHIND_ID = re.compile(r"身份证[^，,。；;]{0,30}[，,]\s?[原新现]?(?:银行|收款)?[账帐]号[为是:：\s]{0,3}$")
_OF_A_BENEFIT = re.compile(
    r"发放[^，,。；;]{0,6}(?:补助|补贴|津贴|抚恤金|养老金|扶助金|救助金)[^，,。；;]{0,6}[，,]\s?(?:发放)?[账帐]号[为是:：\s]{0,3}$"
)
_HIS_ACCOUNT = re.compile("其(?:个人|银行|名下)?(?:账户|账号|卡号)")
_ORGANISATIONS_ACCOUNT = re.compile(
    r"(?:基本|工会|一般|零余额)[账帐]?户(?:[账帐]号)?[为是:：\s]{0,3}$|(?:公司|中心|[局厅委办院校社会]|政府|合作社|非税|财政|国库|指定(?!的)|对公|基本"
    r"|专用)(?:的|银行|收款|收入|非税|开户|结算|基金|预售|资金|开立|监管|归集|专用){0,4}(?:[账帐][号户](?:号码)?|专户)(?:[，,、(（]\s?[账帐]号)?[为是:：\s]{0,3}$"
    r"|(?:监管|集体|共管|补助资金|代收|对方|存款专|会费|党费|工会|专户|单位|指定|归集|预售|保证金)(?:银行)?[账帐][户号](?:号码)?[为是:：\s]{0,3}$|(?:专户|支出户|收入户|基本户|一般户)[(（][^()（）]*[账帐]号[为是:：\s]{0,3}$"
    r"|(?:开发企业|建设单位)[^。；;]{2,24}[，,][账帐][户号]$|代理机构[^。；;]{0,30}$|专户存储[，,]存款账号[为是:：\s]{0,3}$|服务费[^。；;]{0,30}账号[为是:：\s]{0,3}$|(?:监管|专用|基本)[账帐]户[为:：][^，,。；;]{0,16}$"
)
_ACCOUNT_BEHIND = re.compile(r"(?:的|这一|个人|银行)?[账帐][户号]")
_OF_ORGANISATION = re.compile(
    r"(?:公司|联合会|协会|中心|超市|商场|集团|农场|银行|企业|[局厅委办处所站院校厂店社行会]|政府|财政|国库|保证金|专户|基金|采购|投标|招标|缴款|非税|单位)"
)
_AND = re.compile(r"\s?[、，,和及]\s?(?:[账帐]号|卡号)?")
_MOBILE = re.compile(r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}")
_ISO_DATE = re.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_BODY_IN_CELL = re.compile("公司|中心|[局厅委办]|政府|财政")
_BODY = re.compile(r"(?:公司|中心|[县市区镇][^，,。；;]{0,10}[局委办]|政府|财政[局所])[，,、：:\s]")
_HOLDER = re.compile(
    r"(?:户名[:：\s为是]{0,3}(?!不|有|多|错|与)|(?:[账帐]户名称|开户名称?|收款单位|收款人|单位名称|(?<!项目)名称)(?:全称"
    r"|名称)?[:：\s为是]{1,3})([^，,。；;\n:：]{2,30})"
)
_OFFICIALS = re.compile(r"联系人|经办人|负责人|单位|公司|财政")
_SOCIAL = re.compile(
    r"(?:社会保障卡?号码?|社保卡?号码?|(?:社会保障|社保)卡[(（]卡?号码?|社保编号|社会保险编?号码?|社会保障编号|个人编号|参保编?号|社会保障卡卡号)(?:分别)?[为是:：\s]{0,3}"
    r"(?P<number>[A-Za-z]{0,2}[0-9](?:[ -]?[0-9]){5,18}[Xx]?)(?![0-9A-Za-z*])"
)
_MEDICAL = re.compile(
    r"(?:居民健康卡号?码?|健康卡号|病历号码?|病案号|住院号码?|门诊号|就诊卡号|就诊号|诊疗卡号|医保卡?号码?|医保卡[(（]卡?号码?|医保编号|医疗保险编?号|医疗证号"
    r"|新农合证?号|合作医疗证?号码?|医保电子凭证号)(?:分别)?[为是:：\s]{0,3}(?P<number>[A-Za-z]{0,3}[0-9][0-9A-Za-z-]{3,19})(?![0-9A-Za-z*])"
)
_ANOTHER = re.compile(r"\s?[、和]\s?(?P<number>[A-Za-z]{0,3}[0-9]{6,18}[Xx]?)(?![0-9A-Za-z*])")
_CELL_NUMBER = re.compile(r"(?<![0-9A-Za-z*])[A-Za-z]{0,3}[0-9][0-9A-Za-z -]{3,24}(?<=[0-9A-Za-z])(?![*])")
_CHILD_WORDS, _KIN_WORDS = re.compile(CHILDREN), re.compile(KIN)
_SEPARATORS = re.compile(r"[^0-9A-Za-z]")
# First digits of cards: UnionPay; others only beside a word that says card.
_UNIONPAY = "62"
_OTHER_CARDS = ("3", "4", "5", "6", "9")
_MEASURE = re.compile(r"\s?[元万亿]|\.[0-9]")


def find(reading: Reading) -> Iterator[Span]:
    yield from _cards(reading)
    yield from _accounts(reading)
    if "号" in reading.text:
        for kind, pattern in ((Kind.SOCIAL_INSURANCE, _SOCIAL), (Kind.MEDICAL_NUMBER, _MEDICAL)):
            for match in pattern.finditer(reading.text):
                yield Span(kind, *match.span("number"))
                yield from (Span(kind, *each) for each in _in_company(reading.text, match))
    for role, kind in ((Role.SOCIAL, Kind.SOCIAL_INSURANCE), (Role.MEDICAL, Kind.MEDICAL_NUMBER)):
        if reading.role == role:
            for match in _CELL_NUMBER.finditer(reading.text):
                if "电话" not in reading.text[: match.start()]:
                    yield Span(kind, *match.span())


def _in_company(text: str, first: re.Match) -> Iterator[tuple[int, int]]:
    """Yield the numbers that stand behind ``first`` with “、” between: “社保编号分别为A、B”."""
    at = first.end("number")
    while following := _ANOTHER.match(text, at):
        yield following.span("number")
        at = following.end()


def _cards(reading: Reading) -> Iterator[Span]:
    for match in _CARD.finditer(reading.text):
        plain = _SEPARATORS.sub("", match[1])
        before = reading.before(match.start(), 24)
        card = (reading.role == Role.BANK and reading.persons) or _SAYS_CARD.search(before)
        if reading.role == Role.CODE or not numbers.passes_luhn(plain):
            continue
        unionpay = plain.startswith(_UNIONPAY) and len(plain) in (16, 17, 18, 19) and _grouped(match[1])
        if (unionpay and not _measures(reading, match.end(1))) or (card and plain.startswith(_OTHER_CARDS)):
            if not (_SAYS_ACCOUNT.search(before) and _is_organisation(_holder(reading, match.start()))):
                yield Span(Kind.BANK_CARD, *match.span(1))


def _accounts(reading: Reading) -> Iterator[Span]:
    column = reading.role == Role.BANK and reading.persons
    if not column and not any(word in reading.text for word in _ACCOUNT_WORDS):
        return
    last = 0  # the end of an account: another that stands in company with it is one as well
    for match in _ACCOUNT.finditer(reading.text):
        if _MOBILE.fullmatch(match[0]) or _ISO_DATE.fullmatch(match[0]):
            continue
        if last and _AND.fullmatch(reading.text, last, match.start()):
            last = match.end()
            yield Span(Kind.BANK_CARD, *match.span())
        elif (column and not _BODY_IN_CELL.search(reading.text)) or (
            reading.role is None
            and _is_account(reading, *match.span())
            and not _measures(reading, match.end())
            and _held_by_person(reading, match.start())
        ):
            last = match.end()
            yield Span(Kind.BANK_CARD, *match.span())


def accounts_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where accounts stand that a word says to be some, whosever they are."""
    if any(word in reading.text for word in _ACCOUNT_WORDS):
        for match in _ACCOUNT.finditer(reading.text):
            is_other = _MOBILE.fullmatch(match[0]) or _ISO_DATE.fullmatch(match[0])
            if not is_other and _is_account(reading, *match.span()) and not _measures(reading, match.end()):
                yield match.span()


def _is_account(reading: Reading, start: int, end: int) -> bool:
    before = reading.before(start, 24)
    if _PAID_INTO_IT.search(before) and len(_SEPARATORS.sub("", reading.text[start:end])) >= _LONG_NUMBER:
        return True
    paid = _PAID_INTO.search(before) and _ACCOUNT_BEHIND.match(reading.after(end, 6))
    return bool(
        paid or _MONEY_PAID_INTO.search(before) or _SAYS_ACCOUNT.search(before) or _CORRECTED.search(before)
    )


def _grouped(written: str) -> bool:
    """A card is written in one piece or in fours; numbers of a row of figures are not."""
    parts = re.split(r"[ \t\r\n-]", written)
    return len(parts) <= 2 or all(len(part) == 4 for part in parts[:-1])


def _measures(reading: Reading, end: int) -> bool:
    return bool(_MEASURE.match(reading.after(end, 24)))


def _holder(reading: Reading, start: int) -> str:
    """Return the holder's name as the text gives it, beside the number or around it; empty when it does not."""
    beside = _holder_beside(reading, start)
    around = _HOLDER.findall(reading.neighbours) if not beside else ()
    return around[-1] if around else beside


def _holder_beside(reading: Reading, start: int) -> str:
    _, last = reading.sentence(start, start, reach=120, whole=True)
    for text in (reading.text[max(0, start - 160) : start], reading.text[start:last]):
        names = _HOLDER.findall(text)
        if names:
            return names[-1]
    return ""


def _is_organisation(holder: str) -> bool:
    return bool(_OF_ORGANISATION.search(holder))


def _named_for_body(sentence: str) -> bool:
    """Whether the sentence before an account names a body, and nobody besides: “汇至：示范县财政局，开户行……”."""
    if not _BODY.search(sentence) or PERSON_WORDS.search(sentence) or _OF_PERSONS.search(sentence):
        return False
    return not any(running_names(sentence, 0, len(sentence)))


def _held_by_person(reading: Reading, start: int) -> bool:
    if _BEHIND_ID.search(reading.before(start, 60)) or _OF_A_BENEFIT.search(reading.before(start, 40)):
        return True
    if _OF_PERSONS.search(reading.before(start, 16)) or ends_with_name_and_label(reading.before(start, 32)):
        return True
    if _ORGANISATIONS_ACCOUNT.search(reading.before(start, 40)):
        return False
    holder = _holder_beside(reading, start)
    if holder:
        return not _is_organisation(holder)
    first, _ = reading.sentence(start, start, reach=160, whole=True)
    near = reading.text[min(first, max(0, start - 80)) : start]
    sentence = reading.text[first:start]
    if _ORGANISATIONS_ACCOUNT.search(near) or _named_for_body(sentence):
        return False
    if PERSON_WORDS.search(near) or _CHILD_WORDS.search(near) or _KIN_WORDS.search(near) or "个人" in near:
        return True
    if (_HIS_ACCOUNT.search(near) or not _OFFICIALS.search(near)) and any(running_names(near, 0, len(near))):
        return True
    above = _HOLDER.findall(reading.neighbours)
    return bool(above) and not _is_organisation(above[-1])
