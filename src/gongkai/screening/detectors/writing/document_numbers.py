"""
发文字号: 机关代字〔年份〕序号号, in six-sided brackets, year in four digits, no 第, no leading zeros (domain_rules 7.4).

Numbers of court cases （2022）鲁01民终123号, orders 第711号 and standards GB/T 9704-2012 are right as they are.
"""

import re
from collections.abc import Iterator

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import BLANK, Whole

GAP = f"[{BLANK}]{{0,3}}"
OPENING, CLOSING = "〔[［【（(﹝「『〖{", "〕]］】）)﹞」』〗}"
NUMBER = re.compile(
    rf"(?<=[\u4e00-\u9fffA-Z)）{BLANK}])[{re.escape(OPENING)}]{GAP}(?P<year>(?:19|20)?\d\d){GAP}年?{GAP}[{re.escape(CLOSING)}]"
    rf"{GAP}(?P<ordinal>字?第?){GAP}(?P<serial>\d{{1,5}}){GAP}号(?!楼|院|地块|宗地|地|机|线|店|馆|井|厂|矿|库|桥|洞|塘)"
)
RIGHT = re.compile(r"〔(?:19|20)\d\d〕[1-9]\d*号")
CODE = re.compile(rf"[\u4e00-\u9fff][\u4e00-\u9fffA-Z（）()·]{{0,14}}[{BLANK}]{{0,3}}$")
# Two digits in round brackets may count anything; the code of an office shows that they are a year.
TWO_DIGITS = re.compile(r"[发函办字政文通综规审批复电议纪干任告财]$")
# Numbers that others make, by other rules: maps, licences, certificates, parcels of land, procurement.
NOT_OURS = re.compile(
    r"审图号|许可证|批准书|证书|登记证|权证|准字|证字|证明|执照|备案|批号|编号|合同|采购|招标|标段|项目|地块|宗地|挂牌|出让|拍卖|"
    r"消字|广审|审字|检字|鉴字|仲案|劳人|罚字|不动产权|GS|令$"
)
REACH = 30  # characters before a number in which such a word stands


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    text = whole.text
    for match in NUMBER.finditer(text):
        if RIGHT.fullmatch(match[0]) and text[match.start() - 1] not in BLANK:
            continue
        before = text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
        wrong = _wrong(match, before) if CODE.search(before) else []
        if not wrong:
            continue
        right = _right(match)
        start = match.start() - len(before) + len(before.rstrip(BLANK))
        yield from whole.found(
            Kind.DOCUMENT_NUMBER, start, match.end(), f"{'；'.join(wrong)}。应为“{right}”。", right
        )


def _wrong(match: re.Match, before: str) -> list[str]:
    own = re.split(r"[，。；、《》“”！？,;]", before)[-1]
    year, serial = match["year"], match["serial"]
    if NOT_OURS.search(own) or (len(year) == 2 and not TWO_DIGITS.search(before)):
        return []
    # Until the standard of 1999, 字第 was the rule; what is quoted from then stays as it is.
    if len(year) == 4 and year < "2001" and match["ordinal"]:
        return []
    wrong = []
    if not ("〔" in match[0] and "〕" in match[0]):
        wrong.append("年份要用六角括号〔〕")
    if len(year) == 2:
        wrong.append("年份要写四位")
    if "年" in match[0]:
        wrong.append("括号里不写“年”")
    if match["ordinal"]:
        wrong.append(f"序号前不加“{match['ordinal']}”")
    if len(serial) > 1 and serial.startswith("0"):
        wrong.append("序号不编虚位")
    if before[-1:] in BLANK or re.search(f"[{BLANK}]", match[0]):
        wrong.append("中间不留空格")
    return wrong


def _right(match: re.Match) -> str:
    year = match["year"]
    if len(year) == 2:
        year = ("19" if year > "48" else "20") + year
    return f"〔{year}〕{int(match['serial'])}号"
