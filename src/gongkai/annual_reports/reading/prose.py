"""
The words of a report: its title, unit and year, and the paragraphs of its six sections.

What the site puts around a report is not the report: what stands before the title goes, and so does what stands after
the last section once a line only a page footer has comes up.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .. import layout
from ..content import Section
from .blocks import Block, Paragraph, Table
from .headings import begins_problems, section_of
from .labels import bare, half_width

TITLE = re.compile(r"(?:政府|政务)信息公开.{0,8}(?:年度|工作)?(?:报告|年报)|信息公开.{0,4}年度报告")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年度|年|度)")
CHINESE_YEAR = re.compile(r"([一二三四五六七八九〇零○]{4})\s*年")
ONLY_YEAR = re.compile(rf"{YEAR.pattern}|{CHINESE_YEAR.pattern}度?")
PERIOD = re.compile(r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日|([一二三四五六七八九〇零○]{4})年一月一日")
# “现将示范县民政局2025年度政府信息公开工作情况报告如下”: the words before the year, as ORGANISATION then tests them.
SAID = re.compile(r"(?:公布|发布|公开|现将|报告)\s*((?!本|我|全)[\u3400-\u9fff]{3,24})$")
BETWEEN_PARTS = re.compile(r"[·•|｜]|\s{2,}")
LONGEST_TITLE = 70
BEFORE_TITLE = re.compile(r"^(?:标题|名称|题名|信息名称)[:：]\s*|^#{1,6}\s*")
AFTER_TITLE = re.compile(r"[_|｜\-—–]+[^_|｜]{0,40}$")
ORGANISATION = re.compile(
    r"(?:人民政府|政府办公室|办公厅|办公室|委员会|管委会|街道|办事处|[局厅委院处署站所队馆社会行镇乡县区市州盟旗省]|中心|学校|大学|公司)$"
)
FOOTER = re.compile(
    r"^(?:[【\[(（]?(?:打印|关闭|分享|收藏)(?:本页|此页|窗口|页面|到)?[】\])）:：]?$|附件下载|相关附件|附件[:：]|扫一扫|上一篇|下一篇|上一条|下一条|版权所有|主办单位|承办单位|"
    r"网站地图|网站标识码|联系我们|关于我们|.{0,12}ICP备|.{0,6}公网安备|Copyright|相关链接|责任编辑|信息来源|友情链接|返回顶部|收藏本页)",
    re.I,
)
# What a site or an archive prints about a page, before and beside its title.
METADATA = re.compile(
    r"^(?:发布时间|发布日期|公开日期|生成日期|成文日期|文号|发文字号|发布机构|公开机构|栏目|原文链接|本地目录|来源|信息来源|索引号|"
    r"浏览次数|点击数|字体|作者|编辑|主题分类|关键词|采集时间|单位|页面链接)\s*[:：]|^当前位置|^您(?:所在|当前)的?位置|^[=\-_*~ ]{4,}|^正文$"
)
BUTTONS = re.compile(
    r"^(?:(?:来源|信息来源|发布时间|时间|日期|浏览次数|字体|字号)[:：]\s*(?:[\d\-/:年月日 ]+|\S*)|微信|微博|QQ空间|全真版|文字版|文件下载|"
    r"相关链接[:：]?|-->|分享到?[:：]?|打印|收藏|关闭|【?(?:大|中|小)】?|\s)+"
)
SIGNED_ON = re.compile(
    r"[(（]?(?:\d{4}|[一二〇零○九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日[)）]?"
)
DOCUMENTS = re.compile(r"规范性文件[^0-9，。；\n]{0,8}([0-9]{1,6})[件份个]")
PAGE_NUMBER = re.compile(r"^(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|第\s*\d{1,3}\s*页.{0,12}|\d{1,3})$")
WORDS_OF_TABLES = "|".join(
    bare(text)
    for text in (
        layout.BALANCE_NOTE,
        "申请人情况|法人或其他组织|信息内容|行政诉讼|表二主动公开政府信息情况|表三收到和处理政府信息公开申请情况|数据项目",
        *(column.label for form in layout.Form for entry in layout.entries(form) for column in entry.columns),
        *(f"{row.group}|{row.label}" for form in layout.Form for row in layout.TABLE_3[form]),
        *(f"第二十条第{clause}项" for clause in "一五六八九"),
        *(each.label for each in (*layout.APPLICANTS, *layout.BLOCKS, *layout.RESULTS)),
        layout.CONCLUDED_TITLE,
    )
)
LETTERS_OF_TABLES = frozenset(WORDS_OF_TABLES)


@dataclass(frozen=True)
class Heading:
    """What a report calls itself."""

    title: str = ""
    unit: str = ""
    year: int | None = None


def title_of(blocks: Sequence[Block], titles: Iterable[str]) -> Heading:
    """Return title, unit and year: from the text where it has a title, else from what the file calls itself."""
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    first = next((index for index, line in enumerate(lines) if section_of(line) == 1), min(len(lines), 40))
    candidates = [_candidate(lines, index) for index in range(min(first, 400))]
    candidates += [_parsed(_cleaned(title), "") for title in (*_over_tables(blocks), *titles)]
    found = [each for each in candidates if each is not None]
    times = Counter(each.title for each in found)  # links to other years' reports stand on a page only once
    best = max(
        found, key=lambda each: (bool(each.year) + bool(each.unit), times[each.title]), default=Heading()
    )
    said = _said(lines[: min(first, 400)])
    year = best.year or _period(lines) or next((each.year for each in [*found, said] if each.year), None)
    unit = (
        best.unit or said.unit or _signature(lines[first:]) or _byline(lines[: min(first, 400)], best.title)
    )
    return Heading(best.title, unit, year)


def _over_tables(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the texts that are all a table's first row says: in a sheet the title is one."""
    for block in blocks:
        if isinstance(block, Table) and block.rows:
            texts = [text for cell in block.rows[0].cells if (text := cell.text.strip())]
            if len(texts) == 1:
                yield texts[0]


def _said(lines: Sequence[str]) -> Heading:
    """The unit and year that the first sentences name, where the title does not."""
    for clause in (clause for line in lines for clause in re.split(r"[，。；：]", line[:2000])):
        found = TITLE.search(clause)
        before = clause[: found.start()] if found else ""
        left = YEAR.sub("", CHINESE_YEAR.sub("", before)).rstrip("的度 ")
        named = SAID.search(left)
        if named and left != before and ORGANISATION.search(named[1]):
            return Heading("", named[1], _year(before))
    return Heading()


def _signature(lines: Sequence[str]) -> str:
    """The office that signed the report: the line above the day."""
    for line, following in pairwise(lines):
        name = "".join(line.split())
        if SIGNED_ON.fullmatch("".join(following.split())) and len(name) <= 30 and ORGANISATION.search(name):
            return name
    return ""


def _byline(lines: Sequence[str], title: str) -> str:
    """The office beside the day under the title, “2024年1月12日 · 示范县民政局”; what menus name may be another."""
    at = next((index for index, line in enumerate(lines) if title and _cleaned(line) == title), len(lines))
    for line in lines[at + 1 : at + 3]:
        parts = [part.strip() for part in BETWEEN_PARTS.split(line[:200])]
        named = [part for part in parts if 4 <= len(part) <= 30 and ORGANISATION.search(part)]
        if len(parts) > 1 and len(named) == 1 and re.fullmatch(r"[\u3400-\u9fff]+", named[0]):
            return named[0]
    return ""


def _candidate(lines: Sequence[str], index: int) -> Heading | None:
    """Read a title at ``index``, which may go on over the next line or begin with the unit on the line before."""
    line = _cleaned(lines[index])
    if len(line) > LONGEST_TITLE:
        return None
    before = _cleaned(lines[index - 1]) if index else ""
    if index > 1 and ONLY_YEAR.fullmatch(before):
        line, before = before + line, _cleaned(lines[index - 2])
    found = _parsed(line, before)
    if found is None and index + 1 < len(lines) and "信息公开" in line + _cleaned(lines[index + 1]):
        following = _cleaned(lines[index + 1])
        if len(following) <= 20 and not TITLE.search(following):
            return _parsed(line + following, before)
    return found


def _parsed(line: str, before: str) -> Heading | None:
    if (
        not line
        or len(line) > LONGEST_TITLE
        or not TITLE.search(line)
        or re.search(r"[。；？]|根据|按照|编制", line)
    ):
        return None
    year = _year(line)
    if year is None and not line.endswith(("报告", "年报")):
        return None
    left = TITLE.split(line)[0]
    left = YEAR.sub("", CHINESE_YEAR.sub("", left))
    unit = re.sub(r"^(?:关于|《)|(?:的|年度|年|关于|[、，:：\s])+$", "", left).strip("《》“” ")
    unit = unit if re.search(r"[\u3400-\u9fff]{2}", unit) else ""
    if not unit and before and len(before) <= 30 and ORGANISATION.search(before) and not section_of(before):
        return Heading(before + line, before, year)
    return Heading(line, unit, year)


def _cleaned(line: str) -> str:
    line = BEFORE_TITLE.sub("", "".join(line.split()) if len(line) < 300 else line)
    found = TITLE.search(line)
    if found and (rest := AFTER_TITLE.search(line, found.end())):
        line = line[: rest.start()]
        while (rest := AFTER_TITLE.search(line, found.end())) is not None:
            line = line[: rest.start()]
    return line


def _year(text: str) -> int | None:
    if found := YEAR.search(half_width(text)):
        return int(found[1])
    if found := CHINESE_YEAR.search(text):
        digits = "".join(
            str("〇一二三四五六七八九".find(each.replace("零", "〇").replace("○", "〇"))) for each in found[1]
        )
        return int(digits) if digits[:2] in ("19", "20") else None
    return None


def _period(lines: Sequence[str]) -> int | None:
    """The year of the period the figures cover: “自2022年1月1日起至2022年12月31日止”."""
    found = next((match for line in lines[:200] if (match := PERIOD.search(line[:2000]))), None)
    return _year(f"{found[1] or found[2]}年") if found else None


def sections_of(blocks: Sequence[Block], heading: Heading) -> tuple[Section, ...]:
    """Return the sections in file order; 0 is what stands before the first heading, from the title on."""
    found: list[tuple[int, str, list[str]]] = [(0, "", [])]
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        text = block.text
        ordinal = section_of(text)
        if ordinal:
            found.append((ordinal, text.lstrip("# ").strip(), []))
        elif found[-1][0] == 4 and begins_problems(text):
            found.append((5, "", [text]))
        elif text.strip() and not PAGE_NUMBER.match(text.strip()) and not _is_of_table(text, found[-1][0]):
            found[-1][2].append(text.lstrip("#").strip() if text.startswith("#") else text)
    found[0] = (0, "", _after_title(found[0][2], heading))
    ordinal, name, paragraphs = found[-1]
    found[-1] = (ordinal, name, _unsigned(_before_footer(paragraphs)))
    return tuple(
        Section(ordinal, name, tuple(paragraphs))
        for ordinal, name, paragraphs in _joined(found)
        if ordinal or paragraphs
    )


def _is_of_table(text: str, ordinal: int) -> bool:
    """Whether a paragraph of a section that has a table is a piece of that table, beside which it was printed."""
    words = bare(text)
    return (
        ordinal in (2, 3, 4)
        and words != "无"
        and (len(words) <= 30 or words in WORDS_OF_TABLES)
        and (
            words in WORDS_OF_TABLES
            or not re.search(r"[。；，]|[(（]|注", text)
            and set(words) <= LETTERS_OF_TABLES
        )
    )


def _joined(found: list[tuple[int, str, list[str]]]) -> list[tuple[int, str, list[str]]]:
    """Join the parts of a section whose heading comes twice, as under a table that was cut by a page."""
    result: list[tuple[int, str, list[str]]] = []
    for ordinal, name, paragraphs in found:
        before = next((each for each in result if each[0] == ordinal), None)
        if before is None:
            result.append((ordinal, name, list(paragraphs)))
        else:
            before[2].extend(paragraphs)
    return result


def _after_title(paragraphs: list[str], heading: Heading) -> list[str]:
    """Drop what a site prints before the title: navigation, path, date and buttons; and the title itself."""
    start = 0
    tail = heading.title[-12:]
    for index, text in enumerate(paragraphs):
        squeezed = _cleaned(text)
        both = squeezed + _cleaned(paragraphs[index + 1]) if index + 1 < len(paragraphs) else squeezed
        if tail and len(squeezed) < 100 and squeezed.endswith(tail):
            start = index + 1
        elif tail and len(both) < 100 and len(squeezed) > 3 and both.endswith(tail):
            start = index + 2
    left = [text for text in paragraphs[start:] if not METADATA.match(text) or heading.title in text]
    return [text for each in left if (text := _without_path(each, heading.title))]


def _without_path(text: str, title: str) -> str:
    """Cut path, title and buttons off the text they ran together with."""
    at = text.find(title) if title else -1
    if at < 0 or not (at == 0 or METADATA.match(text)):
        return text
    return BUTTONS.sub("", text[at + len(title) :].strip())


def _before_footer(paragraphs: list[str]) -> list[str]:
    for index, each in enumerate(paragraphs):
        if len(each) <= 60 and FOOTER.match(each.strip()):
            return paragraphs[:index]
    return paragraphs


def _unsigned(paragraphs: list[str]) -> list[str]:
    """Leave out the signature, which is the office's name and the day, each on a line."""
    if paragraphs and SIGNED_ON.fullmatch("".join(paragraphs[-1].split())):
        named = len(paragraphs) > 1 and len(paragraphs[-2]) <= 30 and ORGANISATION.search(paragraphs[-2])
        return paragraphs[: -2 if named else -1]
    return paragraphs


def documents_said(sections: Sequence[Section]) -> frozenset[int]:
    """Return the numbers of normative documents that the prose gives: “制发行政规范性文件88件”."""
    return frozenset(
        int(number)
        for section in sections
        for paragraph in section.paragraphs
        for number in DOCUMENTS.findall(paragraph)
    )
