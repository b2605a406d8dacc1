"""
A word list as a table: what the export writes, the import reads.

``read`` turns a file into rows, ``check`` says what each would do or why it cannot; neither writes anything.
"""

import csv
import io
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongkai.common.errors import NotAllowed
from gongkai.common.tables import decode, read_table
from gongkai.files.types import XLSX, recognise

from . import sandbox
from .findings import Unreadable, Word
from .models import WordLine
from .word_lists import WORD_KINDS, WordValues, tidy

COLUMNS = ("种类", "词语", "改为", "说明", "不算的情形", "依据", "启用", "来源")
REQUIRED = ("种类", "词语")
BUILT_IN, OWN = "系统自带", "本县"
LENGTHS = {"词语": 60, "改为": 100, "说明": 200, "不算的情形": 300, "依据": 200}
MOST_ROWS = 5000
YES, NO = {"", "是", "启用", "1"}, {"否", "停用", "0"}
KINDS = {kind.label: kind for kind in WORD_KINDS}


@dataclass
class TableRow:
    """One line of the table: what it would do, or what is wrong with it."""

    line: int
    cells: dict[str, str]
    values: WordValues | None = None
    effect: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def is_change(self) -> bool:
        return self.effect in {"新增", "改动"}


def text_of(data: bytes) -> str:
    """Return an uploaded table as text, a workbook's first sheet too; raises NotAllowed when it is neither."""
    if not data.startswith(b"PK"):
        return decode(data)
    with tempfile.NamedTemporaryFile(prefix="gongkai-words-") as file:
        file.write(data)
        file.flush()
        try:
            if recognise(file.file, name="table.xlsx") != XLSX:
                raise NotAllowed("这不是 Excel 工作簿。请另存为 XLSX 或 CSV 后再上传。")
            order = {"path": file.name, "extension": XLSX.extension}
            rows = sandbox.run("first_table", order)["rows"]
        except Unreadable as error:
            raise NotAllowed(str(error)) from error
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def read_text(text: str) -> list[TableRow]:
    """Return the rows of a table; raises NotAllowed with what is wrong with the whole of it."""
    lines = read_table(text, columns=COLUMNS, required=REQUIRED, most=MOST_ROWS, of="词语")
    return [TableRow(number, cells) for number, cells in lines]


def check(rows: list[TableRow], own: Iterable[WordLine], built_in: Iterable[Word]) -> list[TableRow]:
    """Fill in what each row means and would do. The same kind and text twice in the table is a mistake."""
    lines = {(line.kind, line.text): line for line in own}
    shipped = {(word.kind, word.text) for word in built_in}
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        row.errors = list(_errors(row.cells))
        if row.errors:
            continue
        row.values = values = _values(row.cells)
        key = (values.kind, values.text)
        row.effect = _effect(row, lines.get(key), is_shipped=key in shipped)
        if row.is_change and (refusal := values.refusal()):
            row.errors.append(refusal)
        if key in seen:
            row.errors.append(f"与第{seen[key]}行的种类和词语相同，请只留一行。")
        seen.setdefault(key, row.line)
    return rows


def _errors(cells: Mapping[str, str]):
    if not cells["词语"]:
        yield "没有填词语。"
    if cells["种类"] not in KINDS:
        yield f"没有叫“{cells['种类']}”的种类。可以写：{'、'.join(KINDS)}。"
    for name, most in LENGTHS.items():
        if len(cells[name]) > most:
            yield f"“{name}”有{len(cells[name])}个字，最多{most}个字。"
    if cells["启用"] not in YES | NO:
        yield f"“启用”写的是“{cells['启用']}”。请写“是”或“否”，空着算“是”。"


def _values(cells: Mapping[str, str]) -> WordValues:
    return WordValues(
        kind=KINDS[cells["种类"]],
        text=cells["词语"],
        instead=cells["改为"],
        note=cells["说明"],
        unless=tidy(cells["不算的情形"]),
        source=cells["依据"],
        is_active=cells["启用"] in YES,
    )


def _effect(row: TableRow, line: WordLine | None, *, is_shipped: bool) -> str:
    # An exported table also holds the built-in words: bringing it back must not make them the county's own.
    if is_shipped and row.cells["来源"] == BUILT_IN and line is None and row.values.is_active:
        return "系统自带，不用导入"
    if line is None:
        return "新增"
    is_same = all(getattr(line, name) == value for name, value in vars(row.values).items())
    return "没有变化" if is_same else "改动"
