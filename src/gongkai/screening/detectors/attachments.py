"""
Attachments that the text announces and that are not there, and files that seem to belong to another item. Pure.

An item on a real portal about land prices carried the PDF of rules for planting trees (附件挂错).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..enums import Kind
from ..findings import Finding
from .writing.whole import Whole
from .writing.written_dates import signature


@dataclass(frozen=True)
class AttachedFile:
    name: str
    extension: str
    title: str = ""
    beginning: str = ""  # of its text, masked
    characters: int = 0

    @property
    def stem(self) -> str:
        return re.sub(r"\.\w{2,4}$", "", self.name)


NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
GAP = r"(?:[ \t\u3000\xa0]|&nbsp;)*"
# “附件：1.申请表 2.名单”, also cut into lines.
LIST = re.compile(rf"(?:^|[\s。；)）;])附{GAP}件{GAP}[:：]{GAP}")
ENTRY = re.compile(
    rf"{GAP}\n?{GAP}(?P<number>[0-9]{{1,2}}){GAP}[.．、]{GAP}(?P<name>[^\s&][^\n&]{{0,80}}?)(?=[\n&]|{GAP}[0-9]{{1,2}}{GAP}[.．、]|$)"
)
ONLY = re.compile(r"\n?(?P<name>[^\n&]{2,80})")
MENTION = re.compile(
    rf"(?:见|按照?|填写|填报|详见){GAP}附{GAP}件{GAP}(?P<number>[0-9]{{1,2}}|[一二三四五六七八九十](?![\u4e00-\u9fff]))?"
)
# An attachment printed in the body itself, below the signature.
PRINTED = re.compile(
    rf"(?<![见按照在的、和与及“《（(])附{GAP}件{GAP}(?P<number>[0-9]{{1,2}}|[一二三四五六七八九十](?=\s|$))?(?!{GAP}[:：0-9])"
)
LIST_LENGTH = 1500

GENERIC = re.compile(
    r"(?:新建.*|未命名.*|无标题.*|未标题.*|文档[\d ]*|工作簿[\d ]*|演示文稿[\d ]*|附件[\d一二三四五六七八九十 ]*|扫描(?:件|文件)?[\d ]*|正文|"
    r"图片[\d ]*|微信图片.*|mmexport.*|scan.*|img.*|image.*|w0\d{10,}|[\d _.-]+|[0-9a-f-]{16,}|wps.*|te?mp.*|untitled.*|doc\d*)"
    r"(?:[(（]\d[)）])*",
    re.I,
)
COPIED = re.compile(r"(?:[(（]\d[)）]\s*){2,}$|[-—－\s]*副本(?:[(（]\d[)）])?$")
# The heading of an official document inside a file, or its name.
DOCUMENT = re.compile(
    r"(?:关于|印发)[^\n]{4,60}?(?:通知|通告|公告|意见|办法|方案|决定|批复|规定|细则|函|报告|公示)"
    r"(?:的(?:通知|通告|公告|意见|决定|批复|函))?"
)
STATED = 6  # pairs of characters of its own by which a name can be compared
SHARED = 0.25  # part of them that an attachment of this item shares with it at least


def check(
    title: str, body: Whole, files: Sequence[AttachedFile], agency_names: Sequence[str]
) -> Iterator[Finding]:
    names = announced_names(body.text)
    yield from _missing(body, names, files)
    usual = USUAL.union(*map(_pairs, agency_names))
    said = _pairs(title) | _pairs(body.text)
    for file in files:
        if GENERIC.fullmatch(file.stem) or COPIED.search(file.stem):
            note = "附件名看不出是什么文件，或者带着“(1)”“副本”。请改成内容的名称。"
            yield Finding(Kind.STRANGE_ATTACHMENT, -1, value=file.name, note=note)
        if heading := _strange_heading(file, said, usual):
            note = f"文件里的标题是“{heading}”，与这条信息的标题、正文没有什么共同的词。请打开核对，传错的请更换。"
            yield Finding(Kind.STRANGE_ATTACHMENT, -1, value=f"{file.name}：{heading}", note=note)
        elif _is_strange_name(file, said, usual):
            note = "附件名与这条信息的标题、正文没有什么共同的词。请打开核对，传错的请更换。"
            yield Finding(Kind.STRANGE_ATTACHMENT, -1, value=file.name, note=note)


def announced_names(text: str) -> list[str]:
    """Return the names in the list under “附件：”, in order; one name without a number counts as one."""
    for match in LIST.finditer(text):
        names, at, end = [], match.end(), match.end() + LIST_LENGTH
        while entry := ENTRY.match(text, at, end):
            if int(entry["number"]) != len(names) + 1:
                break
            names.append(entry["name"].strip())
            at = entry.end()
            at += len(re.compile(GAP).match(text, at)[0])
        if not names and (only := ONLY.match(text, match.end())):
            names = [only["name"].strip()]
        if names:
            return names
    return []


def _missing(body: Whole, names: list[str], files: Sequence[AttachedFile]) -> Iterator[Finding]:
    mentioned = [_value(match["number"]) for match in MENTION.finditer(body.text)]
    announced = max([len(names), *mentioned])
    printed = _printed_in(body)
    if announced > len(files) + printed:
        listed = f"（{'、'.join(name[:30] for name in names[:5])}）" if len(names) == announced else ""
        uploaded = f"上传了{len(files)}个" if files else "没有上传"
        note = f"正文提到{announced}个附件{listed}，{uploaded}。"
        yield Finding(Kind.MISSING_ATTACHMENT, -1, value=f"{announced}个附件", note=note)
        return
    if printed or len(names) < 2:
        return  # the name of a single file is compared with the whole item
    for name in names:
        own = _pairs(name) - USUAL
        if len(own) >= 3 and not any(
            _share(own, _pairs(f"{each.name}{each.title}{each.beginning}")) for each in files
        ):
            note = "正文列出了这个附件，上传的文件里没有名称相近的。"
            yield Finding(Kind.MISSING_ATTACHMENT, -1, value=name, note=note)


def _value(number: str | None) -> int:
    if not number:
        return 1
    return NUMERALS.get(number) or int(number)


def _printed_in(body: Whole) -> int:
    """Return how many attachments follow below the signature, in the body itself."""
    signed = signature(body)
    if signed is None:
        return 0
    return len({match["number"] for match in PRINTED.finditer(body.text, signed.end)})


def _strange_heading(file: AttachedFile, said: set[str], usual: set[str]) -> str:
    """Return the heading of the document in a file when it is about something else; most files have none."""
    for text in (file.title, file.beginning[:160]):
        heading = DOCUMENT.search(re.sub(r"\s+", "", text))
        if heading:
            own = _pairs(heading[0]) - usual
            strange = len(own) >= STATED and _share(own, said) < SHARED
            return heading[0][:40] if strange else ""
    return ""


def _is_strange_name(file: AttachedFile, said: set[str], usual: set[str]) -> bool:
    own = _pairs(file.stem) - usual
    if len(own) < STATED:
        return False
    limit = SHARED if DOCUMENT.search(file.stem) else 0.01
    return _share(own, said) < limit and (limit == SHARED or not _tells_of(file, said, usual))


def _tells_of(file: AttachedFile, said: set[str], usual: set[str]) -> bool:
    """Whether the text of a file, whose name shares nothing with the item, yet speaks of the same."""
    own = _pairs(file.title + file.beginning) - usual
    return len(own) >= STATED and _share(own, said) >= 0.05


def _share(own: set[str], others: set[str]) -> float:
    return len(own & others) / len(own)


def _pairs(text: str) -> set[str]:
    """Return all pairs of neighbouring Chinese characters: without a dictionary, they do for words."""
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


# Pairs that stand in any official text and say nothing of its subject.
USUAL = _pairs(
    "附件 通知 关于 印发 的通知 的公告 的意见 的决定 人民政府 人民政府办公室 管委会 委员会 办公室 单位 名称 序号 年月 年度 有关 进行 "
    "工作 管理 管理办法 规定 实施 方案 实施方案 申请表 登记表 汇总表 一览表 情况表 明细表 情况 以及 按照 根据 应当 本县 全县 我县 "
    "各镇 街道 试行 原件 扫描件 正文 公示 公告 报告 清单 目录 名单 标准 项目 暂行 规定 细则 意见 征求意见稿"
)
