"""Numbers and units (GB/T 15835-2011, GB 3100-1993): only what is sure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import BLANK, Whole

NUMBER = r"[0-9]+(?:\.[0-9]+)?"
# What the number counts: behind it a comma or a stop cannot be one between two sentences.
COUNTED = "(?:万|亿|元|人|户|亩|吨|公里|千米|平方|立方|公顷|个|件|份|家|名|次|台|套|千克|公斤|米|%|％)"
MISWRITTEN_UNITS = {
    **{"km": "KM Km kM", "kg": "KG Kg", "cm": "CM", "mm": "MM", "kW": "KW Kw kw", "kV": "KV Kv kv"},
    **{"kVA": "KVA", "m²": "m2 M2 M²", "m³": "m3 M3 M³", "km²": "km2 KM2 Km2 KM² Km² kM²"},
}
UNITS = {wrong: right for right, forms in MISWRITTEN_UNITS.items() for wrong in forms.split()}
SYMBOLS = "|".join(sorted(UNITS, key=len, reverse=True))


@dataclass(frozen=True)
class Rule:
    """
    What is wrong, and how the right form is made of the match (None: only a person knows).

    ``after`` are the characters behind a number, by one of which the rule can apply to it.
    """

    pattern: re.Pattern
    wrong: str
    right: Callable[[re.Match], str] | None = None
    after: str = ""


def _range(match: re.Match) -> str:
    dash = "—" if match["dash"] in "-–－" else match["dash"]
    return f"{match['low']}{match['sign']}{dash}{match['high']}{match['sign']}"


def _regrouped(match: re.Match) -> str:
    return f"{int(match[0].replace(',', '')):,}"


def _in_half_width(match: re.Match) -> str:
    return match[0].translate({ord("０") + digit: str(digit) for digit in range(10)})


# A range of “10—20%” or “20—30万”: the sign of the first number is not left out.
DASHES = "-–－—~～至"
RANGE = rf"(?<![0-9.%％,:：/~～—–－年第号-])(?P<low>{NUMBER})(?P<dash>[{DASHES}])(?P<high>{NUMBER})"
# Each begins with the first digit of a number.
AT_NUMBER = (
    Rule(re.compile(RANGE + "(?P<sign>[%％])"), "百分数的范围，前一个数也要写百分号", _range, DASHES),
    Rule(re.compile(RANGE + "(?P<sign>[万亿])"), "数值的范围，前一个数也要写“万”“亿”", _range, DASHES),
    Rule(
        # A number of nine digits and more is one that letters belong to: a credit code ends in “MM”.
        re.compile(rf"(?<![0-9A-Za-z.,-])(?![0-9]{{9}})({NUMBER}[{BLANK}]?)({SYMBOLS})(?![A-Za-z0-9²³])"),
        "计量单位的符号写得不对",
        lambda match: match[1] + UNITS[match[2]],
        BLANK + "".join({form[0] for form in UNITS}),
    ),
    Rule(
        re.compile(rf"({NUMBER}[余多]?平方)(?=[，。；、）)\n{BLANK}左以的]|$)"),
        "“平方”不是面积单位",
        lambda match: match[1] + "米",
        "平余多",
    ),
    Rule(
        re.compile(rf"{NUMBER}[余多万]{{0,2}}(?:斤(?![斤两])|市[斤尺里亩]|华里|英[尺里寸亩]|公分|马力)"),
        "不是我国的法定计量单位",
        after="余多万斤市华英公马",
    ),
    Rule(
        re.compile(
            rf"(?<![0-9.,])[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,4}},[0-9]{{4,12}}(?=(?:\.[0-9]+)?{COUNTED})"
        ),
        "千分位的逗号位置不对，每三位一组",
        _regrouped,
        ",",
    ),
    Rule(
        re.compile(rf"(?<![0-9.，,、])[1-9][0-9]?(?:，[0-9]{{3}})+(?![0-9，、])(?=(?:\.[0-9]+)?{COUNTED})"),
        "千分位用了全角逗号",
        lambda match: match[0].replace("，", ","),
        "，",
    ),
    Rule(
        re.compile(r"[0-9]{1,4}。[0-9]{1,2}(?=[%％万亿]|个百分点)"),
        "小数点写成了句号",
        lambda match: match[0].replace("。", "."),
        "。",
    ),
)
NUMBERS = re.compile(NUMBER)
RULES_AFTER = {
    character: tuple(rule for rule in AT_NUMBER if character in rule.after)
    for character in {each for rule in AT_NUMBER for each in rule.after}
}

FULL_WIDTH = Rule(
    re.compile(r"[０-９]+[0-9][0-9０-９]*|[0-9]+[０-９][0-9０-９]*"),
    "同一个数里混用了全角和半角数字",
    _in_half_width,
)
# 二○○九年, 二零零九年: in a year the numeral is 〇.
NUMERAL_YEAR = Rule(
    re.compile(
        r"[一二](?<![一二三四五六七八九〇○零ＯO0].)(?=[一二三四五六七八九〇]{0,2}[○零ＯO0])"
        r"[○零ＯO0一二三四五六七八九〇]{3}年"
    ),
    "年份里的“〇”写成了别的字符",
    lambda match: re.sub("[○零ＯO0]", "〇", match[0]),
)
PART = re.compile(
    r"(?:共|总数|合计|总计)[\u4e00-\u9fff]{0,8}?(?P<whole>[0-9]{1,9})(?P<unit>件|份|人|户|个|名|条|家|起|宗|项)"
    r"[，,；;（(]其中[:：]?[^\d，。；、\n]{0,16}(?P<part>[0-9]{1,9})(?P=unit)"
)


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    for rule, match in _at_numbers(whole.text):
        yield from _found(whole, rule, match)
    if re.search("[０-９]", whole.original):
        for match in FULL_WIDTH.pattern.finditer(whole.original):
            yield from _found(whole, FULL_WIDTH, match)
    for match in NUMERAL_YEAR.pattern.finditer(whole.original):
        yield from _found(whole, NUMERAL_YEAR, match)
    for match in PART.finditer(whole.text):
        if int(match["part"]) > int(match["whole"]):
            said = f"其中的{match['part']}{match['unit']}比总数{match['whole']}{match['unit']}还多。"
            yield from whole.found(Kind.NUMBER_FORM, *match.span(), said)


def _at_numbers(text: str) -> Iterator[tuple[Rule, re.Match]]:
    """Yield what the rules find, asking them only at numbers that are followed by something telling."""
    free_from = 0
    for number in NUMBERS.finditer(text):
        start, end = number.span()
        if start < free_from:
            continue
        for rule in RULES_AFTER.get(text[end : end + 1], ()):
            match = rule.pattern.match(text, start)
            if match and not (rule.right is _range and float(match["low"]) >= float(match["high"])):
                # “5000至1万” is no range of 万: its first number is whole as it stands.
                yield rule, match
                free_from = match.end()
                break


def _found(whole: Whole, rule: Rule, match: re.Match) -> Iterator[Finding]:
    suggestion = rule.right(match) if rule.right else ""
    right = f"，应为“{suggestion}”" if suggestion else ""
    yield from whole.found(Kind.NUMBER_FORM, *match.span(), f"{rule.wrong}{right}。", suggestion)
