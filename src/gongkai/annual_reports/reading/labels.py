"""
Finding the statutory labels in what people print: other brackets, missing ordinals, line breaks, typos, short forms.

A label is compared by its core: Chinese characters, letters and digits only, without the ordinal it begins with.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from .. import layout
from ..layout import Form

ORDINAL = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})")
BRACKETED = re.compile(r"\([^()]*\)")
NOT_IN_CORE = re.compile(r"[^0-9a-z\u3400-\u9fff\U00020000-\U0002ffff]")
LONGEST_LABEL = 400  # with the explanations some places print in the cell
LIKE = (
    0.74  # of SequenceMatcher; “2.其他法律行政止公开” is 0.86 like its label, different labels stay below 0.6
)
APART = 0.06  # by which the best must beat the next
HEADING = ""  # the key of what stands over rows and is none itself
LEAST_BEGINNING = 3  # characters with the ordinal; after a digit one is enough: “1.申” is no other row
LEAST_PART = 4  # characters of a label that are enough to know it by its beginning


def half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST_LABEL]).lower()


def bare(text: str) -> str:
    """Return ``text`` without spaces, punctuation and brackets, in half-width characters."""
    return NOT_IN_CORE.sub("", half_width(text))


def core(text: str) -> str:
    """Return ``bare(text)`` without the ordinals before it: “0三、本年度办理结果” gives “本年度办理结果”."""
    left = bare(text)
    for _ in range(2):
        found = ORDINAL.match(left)
        if not found or found.end() == len(left):
            break
        left = left[found.end() :]
    return left


def without_brackets(text: str) -> str:
    """Return ``text`` without what stands in brackets; local forms explain whole labels there."""
    return BRACKETED.sub("", half_width(text).replace("【", "(").replace("】", ")"))


class Labels:
    """
    A set of labels to be recognised.

    ``find`` returns the key of the one a text prints, HEADING for one that stands over rows, None for anything else.
    """

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        self.keys: dict[str, str] = {core(name): key for name, key in names}
        self.wholes: dict[str, str] = {bare(name): key for name, key in names if key}
        self.long = sorted((each for each in self.keys if len(each) >= LEAST_PART), key=len, reverse=True)

    def find(self, text: str) -> str | None:
        """Return the key of the label that ``text`` prints, alone or at its end after its headings."""
        return self._find(text.strip()) if len(text) <= LONGEST_LABEL else None

    @lru_cache(maxsize=4096)  # noqa: B019 - the sets of labels live as long as the program
    def _find(self, text: str) -> str | None:
        whole = core(text)
        if not whole:
            return None
        plain = core(without_brackets(text))
        for each in (whole, plain):
            if each in self.keys:
                return self.keys[each]
        for each in (whole, plain):
            for label in self.long:
                if each.endswith(label):
                    return self.keys[label]
        return (
            self._by_part(plain or whole)
            or self._by_beginning(bare(text))
            or self._by_likeness(plain or whole)
        )

    def _by_beginning(self, text: str) -> str | None:
        """The first characters of a label, with its ordinal: “2.没有现” before a page break."""
        begun = {key for label, key in self.wholes.items() if label.startswith(text)}
        is_enough = len(text) >= LEAST_BEGINNING - text[:1].isdigit()
        return begun.pop() if len(begun) == 1 and is_enough else None

    def _by_part(self, text: str) -> str | None:
        """A row cut by a page break shows the beginning or the end of its label."""
        if len(text) < LEAST_PART:
            return None
        begun = {self.keys[label] for label in self.long if label.startswith(text)}
        if len(begun) == 1:
            return begun.pop()
        if len(text) <= LEAST_PART:
            return None
        held = {self.keys[label] for label in self.long if text in label}
        return held.pop() if len(held) == 1 else None

    def _by_likeness(self, text: str) -> str | None:
        if len(text) < LEAST_PART:
            return None
        best: dict[str, float] = {}
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        characters = set(text)
        for label in self.long:
            least = LIKE * (len(label) + len(text)) / 2  # characters that must be the same
            if min(len(label), len(text)) < least or len(characters.intersection(label)) < least / 2:
                continue
            matcher.set_seq1(label)
            if matcher.quick_ratio() >= LIKE:
                key = self.keys[label]
                best[key] = max(best.get(key, 0.0), matcher.ratio())
        ranked = sorted(best.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < LIKE:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < APART:
            return None
        return ranked[0][0]


def _both_forms() -> dict[str, str]:
    return {row.label: row.key for form in (Form.OF_2021, Form.OF_2019) for row in layout.TABLE_3[form]}


ROWS_OF_TABLE_3 = Labels(
    [
        *_both_forms().items(),
        ("部分公开", "partial"),
        ("逾期不补正", "misc_1"),
        ("申请人无正当理由逾期不补正", "misc_1"),
        ("逾期不缴费", "misc_2"),
        ("逾期未缴费", "misc_2"),
        ("逾期不补正不再处理", "misc_1"),
        ("逾期未缴费不再处理", "misc_2"),
        ("其他原因", "misc_3"),
        ("申请人逾期未按收费通知要求缴纳费用", "misc_2"),
        ("其他情形", "misc_3"),
        ("合计", "done"),
        ("结转下一年度继续办理", "carried_out"),
        *((group, HEADING) for group in ("（三）不予公开", "（四）无法提供", "（五）不予处理")),
        (layout.CONCLUDED_TITLE, HEADING),
    ]
)
APPLICANTS = Labels([(each.label, each.key) for each in layout.APPLICANTS])
# What only the head of table 3 says.
HEAD_OF_TABLE_3 = Labels(
    [
        (layout.BALANCE_NOTE, "note"),
        ("申请人情况", "head"),
        ("法人或其他组织", "head"),
        *((each.label, "head") for each in layout.APPLICANTS if len(each.label) > 2),
    ]
)
BLOCKS = Labels([*((each.label, each.key) for each in layout.BLOCKS), ("复议后提起诉讼", "lit_after_review")])
RESULTS = Labels(
    [*((each.label, each.key) for each in layout.RESULTS), ("维持", "upheld"), ("纠正", "corrected")]
)
ONLY_IN_TABLE_4 = Labels(
    [
        *((each.label, each.key) for each in layout.RESULTS[:-1]),
        *((each.label, each.key) for each in layout.BLOCKS[1:]),
    ]
)


def _entries() -> dict[str, str]:
    return {entry.label: entry.key for form in Form for entry in layout.entries(form)}


def _columns_of_table_2() -> dict[str, str]:
    return {
        column.label: column.key
        for form in Form
        for entry in layout.entries(form)
        for column in entry.columns
    }


ENTRIES = Labels([*_entries().items(), ("规范性文件", "normative"), ("行政强制措施", "enforcement")])
COLUMNS_OF_TABLE_2 = Labels(
    [
        *_columns_of_table_2().items(),
        ("现行有效件", "in_force"),
        ("制发件数", "issued"),
        ("废止件数", "repealed"),
        ("本年收费金额", "amount"),
        ("收费金额", "amount"),
        ("新制作数量", "made"),
        ("新公开数量", "published"),
    ]
)
# Labels that tell the forms of table 2 apart; “处理决定数量” stands in both.
FORM_OF_COLUMN: Mapping[str, Form] = {
    **dict.fromkeys(("issued", "repealed", "in_force"), Form.OF_2021),
    **dict.fromkeys(("made", "published", "public", "items_before", "change", "items"), Form.OF_2019),
}
CLAUSE = re.compile(r"第二十条第\s*[（(]?\s*([一二三四五六七八九十])\s*[）)]?\s*项")
