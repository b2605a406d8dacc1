"""Tables that people fill in and hand over: CSV or TSV, as Excel and WPS save them."""

import csv
import io
from collections.abc import Sequence

from .errors import NotAllowed


def decode(data: bytes) -> str:
    """Return the text of a CSV file as Excel or WPS saves it: UTF-8 with or without a mark, or GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAllowed("文件不是文本，或编码不认识。请在 Excel 或 WPS 里另存为 CSV（UTF-8）后再上传。")


def read_table(
    text: str, *, columns: Sequence[str], required: Sequence[str], most: int, of: str
) -> list[tuple[int, dict[str, str]]]:
    """
    Return (number of the line, cells by column) for each line that is not empty.

    Columns are known by the names in the first line, in any order; those missing are empty. ``of`` names what the
    lines are, for the messages. Raises NotAllowed with what is wrong with the table as a whole.
    """
    first_line = text.split("\n", 1)[0]
    table = csv.reader(io.StringIO(text), delimiter="\t" if "\t" in first_line else ",")
    try:
        lines = [[cell.strip() for cell in line] for line in table]
    except csv.Error as error:
        raise NotAllowed(
            f"表格的格式不对，读到第{table.line_num}行读不下去。请另存为 CSV 后再上传。"
        ) from error
    heading = lines[0] if lines else []
    if missing := [name for name in required if name not in heading]:
        raise NotAllowed(
            f"第一行缺少“{'、'.join(missing)}”这样的列名，没有导入。第一行请写：{'、'.join(columns)}。"
        )
    rows = [
        (number, {name: dict(zip(heading, line, strict=False)).get(name, "") for name in columns})
        for number, line in enumerate(lines[1:], start=2)
        if any(line)
    ]
    if not rows:
        raise NotAllowed(f"表格里只有列名，没有{of}。请填好后再上传。")
    if len(rows) > most:
        raise NotAllowed(f"表格里有{len(rows)}行{of}，一次最多导入{most}行。请分成几个文件。")
    return rows
