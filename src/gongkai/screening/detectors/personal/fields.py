"""Labels with their values in one piece of text: “姓名：张三”, or with blanks between, “姓名 张三　电话 13900000000”."""

import re
from typing import NamedTuple

from .headings import role_of
from .names import HAN

KIN_IN_SHORT = "夫妻父母子女儿媳孙"
LONGEST_VALUE = 40  # characters; what is longer is a text of its own
_LABEL = re.compile(
    rf"(?:^|[\s；;，,。(（])(?P<label>[{HAN}()（）/]{{2,12}}|[{KIN_IN_SHORT}]|[{HAN}][ ]{{1,6}}[{HAN}])\s?[:：]"
)
_BEGINS = re.compile(rf"\s*(?:[{HAN}()（）/]{{2,12}}|[{KIN_IN_SHORT}])\s?[:：]")
_NUMBERING = re.compile(r"[\s0-9一二三四五六七八九十、.．()（）]{0,8}$")
_LABEL_ENDS = 24  # characters in which the first label of a line has ended
_WORD = re.compile(r"[^\s，,；;]+")
_LABEL_ALONE = re.compile(rf"[{HAN}()（）/]{{2,10}}")
# The second half of a heading over two lines: “身份证 号码”.
_REST_OF_HEADING = re.compile(
    ".?(?:号码?|编号|名称|姓名|签[字名]|电话|方式|地址|住址|情况|日期|时间|年月|等级|类别|级别|金额|标准|性质|关系|[单意备][位见注])|[(（].*"
)
_LONGEST_LINE = 80  # characters of a line in which blanks part labels and values


class Field(NamedTuple):
    label: str
    start: int  # of the value, in the text
    value: str  # nothing when it is too long for a value


def holds_fields(cell: str) -> bool:
    """Whether the text of a cell begins with a label, so that it says itself what it tells."""
    return bool(_BEGINS.match(cell)) or bool(_with_blanks(cell))


def fields_of(line: str) -> list[Field]:
    """Return the fields in a line; none when it does not begin with one."""
    begin = line[:_LABEL_ENDS]
    labels = list(_LABEL.finditer(line)) if ":" in begin or "：" in begin else []
    if not labels:
        return _with_blanks(line)
    if not _NUMBERING.match(line[: labels[0].start("label")]):
        return []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    return [_field(line, label["label"], label.end(), end) for label, end in zip(labels, ends, strict=True)]


def _field(line: str, label: str, begin: int, end: int) -> Field:
    value = line[begin:end].strip(" ，,。；;")
    return Field(label, line.index(value, begin), value if len(value) <= LONGEST_VALUE else "")


def _with_blanks(line: str) -> list[Field]:
    """Return the fields of a line in which labels and values take turns, with nothing but blanks between them."""
    if len(line) > _LONGEST_LINE or " " not in line.strip():
        return []
    labels: list[re.Match] = []
    filled = True  # the last label has a value
    for word in _WORD.finditer(line):
        if filled and _LABEL_ALONE.fullmatch(word[0]) and role_of(word[0]) is not None:
            labels.append(word)
            filled = False
        elif not labels or (not filled and _REST_OF_HEADING.fullmatch(word[0])):
            return []
        else:
            filled = True
    if not filled:
        return []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    return [_field(line, label[0], label.end(), end) for label, end in zip(labels, ends, strict=True)]
