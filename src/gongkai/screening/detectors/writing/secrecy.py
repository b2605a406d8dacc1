"""
Marks that say a document is secret, and words that say it is for the office only.

A mark is told by its shape: a star, a label, brackets, a line of its own. A law that speaks of 国家秘密 has none.
"""

import re
from collections.abc import Iterator

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import BLANK, Whole

GAP = f"[{BLANK}]{{0,4}}"
PERIOD = rf"(?:[0-9]{{1,2}}{GAP}(?:年|个月)|长期|启用前|公布前)"
LEVEL = re.compile(f"[绝机秘]{GAP}密")
# “机密★10年”, “（秘密）”, “密级：秘密”, “保密期限：10年”. What stands behind a level, and what before it.
STAR = re.compile(rf"级?{GAP}(?:[★☆⭐]{GAP}{PERIOD}?|[*＊]{GAP}{PERIOD})")
LABEL = re.compile(rf"密{GAP}级(?:和保密期限)?{GAP}[:：]{GAP}$")
OPENED, CLOSED = re.compile(rf"[（(【\[]{GAP}$"), re.compile(rf"级?{GAP}{PERIOD}?{GAP}[）)】\]]")
PERIOD_SAID = re.compile(rf"保密期限{GAP}[:：]{GAP}{PERIOD}")
# A level on a line of its own, below the number of the copy (份号) and beside the urgency.
COPY_NUMBER = re.compile(rf"{GAP}(?:份号{GAP}[:：]?)?(?:№|No\.?)?{GAP}[0-9]{{0,8}}{GAP}")
BESIDE = re.compile(rf"{GAP}{PERIOD}?{GAP}(?:特急|加急|急件|平急)?{GAP}")
# A document pasted into one line: “机密 特急 示范县人民政府文件 …”.
HEADING = re.compile(rf"[{BLANK}]{{1,9}}(?:特急|加急|急件|平急|[\u4e00-\u9fff]{{2,30}}文件(?:[{BLANK}]|$))")
HEAD = 200  # characters within which such a heading stands

# Not for the public, by the document's own words.
WORDS = re.compile(
    rf"(?:此件|本件|该件|此文|本文件|此文件){GAP}属?于?(?:依申请公开|不予公开|不公开|不主动公开|未公开|暂不公开|不得公开|不宜公开|"
    r"不对外公开|不得上网|不得外传|不得翻印|内部(?:使用|掌握|传阅|参考|资料)|仅供内部\w{0,6}|发至(?!公众)[\w、]{1,20})"
    rf"|公开(?:属性|选项|类别){GAP}[:：]{GAP}(?:不予公开|不公开|不主动公开|依申请公开)(?!{GAP}[□☐√])"
    rf"|内部(?:资料|文件|材料|使用|参考|刊物|情况|传阅)[，,、·！!]?{GAP}(?:注意保[存管密]|妥善保[存管]|[请切]勿外传|不得外传|严禁外传)"
    r"|[请切]勿外传|仅供内部(?:使用|参考|传阅|学习|掌握)"
)
# These are marks only where they stand by themselves, and else what a text speaks of.
ALONE = re.compile(
    r"内部(?:资料|文件|材料|使用|传阅|参考|刊物|明电|情况|电报|传真|掌握)|注意保[存管密]|不得外传|严禁外传|不得公开|不予公开|工作秘密"
    r"|明传电报|密码电报|特急内部|内部特急"
)
AROUND = re.compile(rf"[{BLANK}（）()【】\[\]〔〕!！。：:·★☆]*")


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    text = whole.text
    if "密" in text:
        yield from _marks(whole)
    for match in WORDS.finditer(text):
        yield from whole.found(Kind.SECRECY_WORD, *match.span(), "文中写明不主动公开，或者只在内部使用。")
    for match in ALONE.finditer(text):
        if _is_alone(whole, match):
            yield from whole.found(Kind.SECRECY_WORD, *match.span(), "单独写出，说明只在内部使用。")


def _marks(whole: Whole) -> Iterator[Finding]:
    alone: list[tuple[re.Match, str]] = []
    levels_of: dict[str, set[str]] = {}
    for match in LEVEL.finditer(whole.text):
        if span := _marked(whole, match):
            yield from whole.found(Kind.SECRECY_MARK, *span, "这里有密级标志。")
        elif _stands_apart(whole, match):
            table = whole.passages[whole.passage_at(match.start())].table
            alone.append((match, table))
            levels_of.setdefault(table, set()).add(match[0][0])
    for match, table in alone:
        # A table that names several levels tells of levels, and is not marked by them.
        if not table or len(levels_of[table]) == 1:
            yield from whole.found(Kind.SECRECY_MARK, *match.span(), "密级单独写出，是文件的密级标志。")
    for match in PERIOD_SAID.finditer(whole.text):
        yield from whole.found(Kind.SECRECY_MARK, *match.span(), "这里写有保密期限。")


def _marked(whole: Whole, match: re.Match) -> tuple[int, int] | None:
    """Return from where to where a mark goes whose level is ``match``; None for a word of the text."""
    start, end = match.span()
    if star := STAR.match(whole.text, end):
        return start, star.end()
    before, after = whole.line(start, end)
    if label := LABEL.search(before[-20:]):
        return start - len(label[0]), end
    if (opened := OPENED.search(before[-6:])) and (closed := CLOSED.match(after)):
        return start - len(opened[0]), end + closed.end()
    return None


def _stands_apart(whole: Whole, match: re.Match) -> bool:
    before, after = whole.line(*match.span())
    if not COPY_NUMBER.fullmatch(before):
        return False
    return bool(BESIDE.fullmatch(after) or (match.start() < HEAD and HEADING.match(after)))


def _is_alone(whole: Whole, match: re.Match) -> bool:
    before, after = whole.line(*match.span())
    # The word 不予公开 in a cell is what a column of a catalogue says, and no mark of this document.
    in_table = whole.passages[whole.passage_at(match.start())].table
    if match[0].endswith("公开") and not before.strip(BLANK):
        return False  # without brackets it is a heading of a guide
    return not in_table and bool(AROUND.fullmatch(before) and AROUND.fullmatch(after))
