"""What moving a text from a web page, Word or an old site leaves behind: code, lost characters."""

import re
from collections.abc import Iterator

from ...enums import Kind
from ...findings import Finding, Lists
from .whole import Whole

CODE = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|#[0-9]{2,5});|mso-[a-z-]{3,30}:|MsoNormal|<(?:br|/?p|/?span|/?div)\s?/?>"
)
# “5？10”事故: the dot between month and day was lost; a replacement sign stands for anything.
LOST_DOT = re.compile(r"“[0-9]{1,2}[？?][0-9]{1,2}”")
LOST = re.compile("[\ufffd\ue000-\uefff]")


def find(whole: Whole, lists: Lists) -> Iterator[Finding]:
    if codes := list(CODE.finditer(whole.text)):
        note = f"夹带了网页或者 Word 的代码，全文共{len(codes)}处。请删去。"
        yield from whole.found(Kind.TYPO, *codes[0].span(), note)
    for match in LOST_DOT.finditer(whole.text):
        right = re.sub("[？?]", "·", match[0])
        yield from whole.found(Kind.TYPO, *match.span(), f"间隔号变成了问号，应为{right}。", right)
    if lost := list(LOST.finditer(whole.text)):
        note = f"有显示不出来的字符，全文共{len(lost)}处。请对照原件补上。"
        yield from whole.found(Kind.TYPO, *lost[0].span(), note)
