"""
Reading the elements of a Chinese official text: digits, dates, document numbers, the signature.

Pure functions; the ways of writing are those of a real portal (domain_rules 7.4).
"""

import re
from datetime import date

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％／＠", "0123456789.%/@")
_HAS_FULL_WIDTH = re.compile("[０-９．％／＠]")
_NUMERALS = dict(zip("〇○◯零Ｏ一二三四五六七八九", (0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_YEAR = "[〇○◯零Ｏ一二三四五六七八九]"
_COUNT = "[一二三四五六七八九十廿卅]"
DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
    rf"|(?P<year_cn>{_YEAR}{{4}})年(?P<month_cn>{_COUNT}{{1,2}})月(?P<day_cn>{_COUNT}{{1,3}})日"
)
# 机关代字〔年份〕序号号, with every bracket that has been seen in its place.
DOCUMENT_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,14})\s*[〔﹝\[［【（(〈]\s*(?P<year>(?:19|20)\d{2})\s*[〕﹞\]］】）)〉]\s*"
    r"(?:第\s*)?(?P<serial>\d{1,5})\s*号"
)
_OFFICE_ENDINGS = (
    "人民政府|管委会|党工委|委员会|办公室|指挥部|管理局|分局|支局|总局|局|营业管理部|工作部|部|中心|法院|检察院|管理处|"
    "办事处|大队|支队|乡|镇|街道|银行|分行|支行|公司|医院|学校|所|站|办|委|厅|院"
)
_OFFICE = re.compile(rf"^[\u4e00-\u9fff（）()·]{{1,40}}(?:{_OFFICE_ENDINGS})$")
_STAMPED_FOR = re.compile(r"[（(][^（()）]{2,30}代章[）)]$")


def half_width(text: str) -> str:
    """Full-width digits (１２３) become ordinary ones; Chinese punctuation stays."""
    # Most texts have none, and looking is ten times cheaper than translating.
    return text.translate(_FULL_WIDTH) if _HAS_FULL_WIDTH.search(text) else text


def counted(numeral: str) -> int:
    """十六 → 16, 二十 → 20, 三十一 → 31, 廿八 → 28."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _NUMERALS[ones]
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def read_date(match: re.Match) -> date | None:
    """The day a match of ``DATE`` names, or None when there is no such day (2023年2月30日)."""
    try:
        if match["year"]:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        year = int("".join(str(_NUMERALS[digit]) for digit in match["year_cn"]))
        return date(year, counted(match["month_cn"]), counted(match["day_cn"]))
    except (KeyError, ValueError):
        return None


def normal_document_number(text: str) -> str:
    """
    Return ``text`` the way a document number is written, 机关代字〔年份〕序号号, or "" when it is not one.

    六角括号, four-digit year, no leading zeros, no 第, no spaces (domain_rules 7.4).
    """
    match = DOCUMENT_NUMBER.fullmatch(half_width(text).strip())
    return _written(match) if match else ""


def leading_document_number(text: str) -> tuple[str, str]:
    """The document number a text opens with: as it stands there and as it is properly written; or two ""."""
    match = DOCUMENT_NUMBER.match(half_width(text[:60]).lstrip())
    return (match[0], _written(match)) if match else ("", "")


def _written(match: re.Match) -> str:
    return f"{match['prefix']}〔{match['year']}〕{int(match['serial'])}号"


def is_office(text: str) -> bool:
    """Whether ``text`` looks like the name of an office."""
    return bool(_OFFICE.match(text))


def signature(text: str, known: tuple[str, ...] = ()) -> tuple[str, date | None]:
    """
    Return who signed at the end of ``text`` and on which day; ("", None) when there is no signature.

    The old texts have lost their line breaks, so the name is what stands between the last sentence and the
    last date. ``known`` names (of the title, of the page) settle where it begins when nothing separates them.
    """
    text = half_width(text)
    for match in reversed(list(DATE.finditer(text))):
        if text[match.end() : match.end() + 2] == "印发":
            continue
        before = _STAMPED_FOR.sub("", text[: match.start()].rstrip(" \u3000，,"))
        signer = next(
            (name for name in sorted(known, key=len, reverse=True) if name and before.endswith(name)), ""
        )
        if not signer:
            tail = re.split(r"[。！？；：:”》】\]!?;]|[）)](?=[^）)]*$)", before)[-1]
            pieces = []
            for piece in reversed(tail.split()):
                if not is_office(piece):
                    break
                pieces.insert(0, piece)
            signer = " ".join(pieces)
        if signer:
            return signer, read_date(match)
    return "", None
