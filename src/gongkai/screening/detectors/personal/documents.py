"""Numbers of documents that name a person: identity cards old and new, passports, permits."""

import re
from collections.abc import Iterator

from ...enums import Kind
from . import numbers
from .headings import Role
from .names import ends_with_name, ends_with_name_and_label
from .reading import Reading
from .spans import Span

WRONG = "号码有误，也不能公开"
# What may stand between two digits of one number: blanks, a hyphen, the end of a line.
_GAP = r"[ \t\r\n-]{0,2}"
_ID = re.compile(rf"(?<![0-9*.])(?=([1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx])(?![A-Za-z*]))")
_OLD_ID = re.compile(r"(?<![0-9A-Za-z*.-])[1-9][0-9]{14}(?![0-9A-Za-z*-])")
_SAID_ID = re.compile(rf"(?<![0-9*])[1-9][0-9](?:{_GAP}[0-9]){{12,16}}(?:{_GAP}[0-9Xx])?(?![0-9A-Za-z*])")
_SAYS_ID = re.compile(
    r"(?:身份证|公民身份|身份号码|证件号|[旧原老]证(?!书)号?|曾用证号|一代证号?|(?:十五|15)位(?:号码|证号)?)[^，,。；;0-9]{0,12}$"
)
_SAID_AFTER = re.compile(r"\s?[(（为是系，,]{0,2}\s?(?:第?一代|旧|老|原|15位)(?:居民)?(?:身份)?证")
_SAYS_CREDIT = re.compile(r"(?:信用代码|机构代码)[^，,。；;0-9]{0,8}$")
_SAYS_OTHER = re.compile(
    r"(?:编号|号码?|代码|编码|合同|项目|批号|订单|图斑|[Nn][Oo]\.?|索引)[^一-鿿0-9]{0,3}$"
)
# One number in a thousand passes for an identity number by chance; a word that says what it is decides.
_SAYS_CODE = re.compile(
    r"(?:合同|项目|采购|招标|中标|图斑|订单|宗地|地块|专利)(?:登记|备案|采购)?(?:编号|编码|代码|号码?)[为是:：\s]{0,3}$"
)
# A pupil's number is G, or L for a provisional one, and the number of the identity card.
_ID_LETTERS = re.compile(r"(?<![A-Za-z])(?:(?:ID|Id|id|NO|No|no|SFZH?|sfzh?)\.?\s?|(?<![0-9])[GL])$")
_NEAR_PERSON = re.compile(r"(?:[男女]|身份证?)[^。；;]{0,12}$")
_PASSPORT = re.compile(
    r"护照(?:[^，,。；;\n0-9A-Za-z]{0,6}[，,])?[^，,。；;\n0-9A-Za-z]{0,15}(?<![0-9A-Za-z])(?P<after>[A-Za-z]{1,2}[0-9]{6,9})(?![0-9A-Za-z*])"
    r"|(?<![0-9A-Za-z])(?P<before>[A-Za-z]{1,2}[0-9]{6,9})号?(?:普通|因公|因私|公务|外交|中国){0,2}护照"
)
_PASSPORT_SHAPE = re.compile(
    r"(?<![0-9A-Za-z])(?:E[A-HJ-NP-Z][0-9]{7}|[EG][0-9]{8}|[DSP]E?[0-9]{7})(?![0-9A-Za-z*])"
)
# “护照号由……更正为……”
_CORRECTED = re.compile(
    r"护照[^，。；;]{0,30}(?:更正|变更|更改|换发|更换)为(?P<number>[A-Za-z]{1,2}[0-9]{6,9})(?![0-9A-Za-z*])"
)
_PERMIT = re.compile(
    r"(?:通行证|台胞证|回乡证|居住证|居留证|居留身份证)(?:[^，,。；;\n0-9A-Za-z]{0,8}[，,]){0,2}[^，,。；;\n0-9A-Za-z]{0,15}(?<![0-9A-Za-z])"
    r"(?P<after>[A-Za-z]{0,3}[0-9]{7,12})(?![0-9A-Za-z*])"
)
_PERMIT_SHAPE = re.compile(
    r"(?<![0-9A-Za-z])(?:[CWHMLT][A-Z]?[0-9]{7,10}|[A-Z]{3}[0-9]{12}|[0-9]{8}|[0-9]{10})(?![0-9A-Za-z*])"
)
_SEPARATORS = re.compile(r"[^0-9A-Za-z]")


def find(reading: Reading) -> Iterator[Span]:
    yield from _identity_numbers(reading)
    yield from _old_numbers(reading)
    if reading.role == Role.ID or "身份" in reading.text or "证件号" in reading.text:
        yield from _said_to_be_identity_numbers(reading)
    yield from _passports(reading)
    yield from _permits(reading)


def _identity_numbers(reading: Reading) -> Iterator[Span]:
    for match in _ID.finditer(reading.text):
        start, end = match.span(1)
        plain = _SEPARATORS.sub("", match[1])
        kind = Kind.ID_NUMBER if numbers.is_id_number(plain) else None
        if numbers.is_residence_permit(plain):
            kind = Kind.PERMIT
        if not kind or not _stands_alone(reading, start):
            continue
        # A disability certificate has the number of the identity card and two digits for sort and degree.
        tail = re.match(r"[1-7][1-4](?![0-9A-Za-z*])", reading.after(end, 3))
        if reading.after(end, 1).isdigit() and not tail:
            continue
        before = reading.before(start, 24)
        if numbers.is_credit_code(plain) and _SAYS_CREDIT.search(before):
            continue
        if reading.role == Role.CODE or _SAYS_CODE.search(before):
            continue
        yield Span(kind, start, end + (2 if tail and reading.after(end, 1).isdigit() else 0))


def _stands_alone(reading: Reading, start: int) -> bool:
    """Letters before a number make it a number of something else, unless they say “ID” or “No.”."""
    before = reading.text[max(0, start - 6) : start]
    return not before[-1:].isascii() or not before[-1:].isalpha() or bool(_ID_LETTERS.search(before))


def _old_numbers(reading: Reading) -> Iterator[Span]:
    for match in _OLD_ID.finditer(reading.text):
        if not numbers.is_old_id_number(match[0]):
            continue
        before = reading.before(match.start(), 24)
        said = (
            reading.role == Role.ID
            or _SAYS_ID.search(before)
            or _SAID_AFTER.match(reading.after(match.end(), 16))
        )
        if said or _likely_person(reading, before):
            yield Span(Kind.OLD_ID_NUMBER, *match.span())


def _likely_person(reading: Reading, before: str) -> bool:
    """Without a word that says so, 15 digits are an identity number only right beside a person."""
    if reading.role is not None or (_SAYS_OTHER.search(before) and not ends_with_name_and_label(before)):
        return False
    return bool(_NEAR_PERSON.search(before)) or ends_with_name(before) or ends_with_name_and_label(before)


def _said_to_be_identity_numbers(reading: Reading) -> Iterator[Span]:
    for match in _SAID_ID.finditer(reading.text):
        plain = _SEPARATORS.sub("", match[0])
        before = reading.before(match.start(), 24)
        if reading.role != Role.ID and not _SAYS_ID.search(before):
            continue
        # “证件号码” may also be the code of a company; “身份证号” may not.
        if len(plain) > 18 or ("身份" not in before and numbers.is_credit_code(plain)):
            continue
        if len(plain) == 15:
            if not numbers.is_old_id_number(plain):
                yield Span(Kind.OLD_ID_NUMBER, *match.span(), WRONG)
        elif not numbers.is_id_number(plain.ljust(18, "0")):
            yield Span(Kind.ID_NUMBER, *match.span(), WRONG)


def _passports(reading: Reading) -> Iterator[Span]:
    if "护照" in reading.text:
        for match in _CORRECTED.finditer(reading.text):
            yield Span(Kind.PASSPORT, *match.span("number"))
        for match in _PASSPORT.finditer(reading.text):
            yield Span(Kind.PASSPORT, *match.span(match.lastgroup or 0))
    if reading.role in (Role.ID, Role.PASSPORT) or "证件号" in reading.text:
        for match in _PASSPORT_SHAPE.finditer(reading.text):
            if reading.role or _SAYS_ID.search(reading.before(match.start(), 24)):
                yield Span(Kind.PASSPORT, *match.span())


def _permits(reading: Reading) -> Iterator[Span]:
    if "证" in reading.text:
        for match in _PERMIT.finditer(reading.text):
            yield Span(Kind.PERMIT, *match.span("after"))
    if reading.role is None and "通行证" in reading.text:
        for match in _PERMIT_SHAPE.finditer(reading.text):
            if match[0][0] in "CWHM" and _SAYS_ID.search(reading.before(match.start(), 24)):
                yield Span(Kind.PERMIT, *match.span())
    if reading.role in (Role.ID, Role.PERMIT):
        for match in _PERMIT_SHAPE.finditer(reading.text):
            if reading.role == Role.PERMIT or match[0][0] in "CWHM":
                yield Span(Kind.PERMIT, *match.span())
