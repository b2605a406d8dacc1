"""Reading the files an old system exports: any of the usual encodings, and lines that are broken."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from gongkai.common.errors import NotAllowed

from .findings import Finding, Severity
from .old_item import OldItem

ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")


def encoding_of(path: Path) -> str:
    """
    The encoding ``path`` is written in: UTF-8 with or without mark, UTF-16 with mark, else GB18030.

    Raises NotAllowed when it is none of them.
    """
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    for encoding in ENCODINGS[:2]:
        try:
            with path.open(encoding=encoding) as file:
                while file.read(1 << 20):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise NotAllowed(f"文件“{path.name}”的编码认不出来。请另存为UTF-8或GB18030（ANSI）编码再导入。")


def read_items(path: Path) -> Iterator[OldItem | tuple[int, Finding]]:
    """Yield the items of a JSON Lines file; for a line that cannot be read, its number and why."""
    with path.open(encoding=encoding_of(path), newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                yield number, _broken(f"这一行不是完整的JSON（第{error.colno}个字符处）")
                continue
            if not isinstance(row, dict):
                yield number, _broken("这一行不是一条信息（应是一个JSON对象）")
                continue
            yield OldItem.from_json(row, line=number)


def _broken(what: str) -> Finding:
    return Finding(
        "F-JSON", Severity.REFUSED, f"{what}。", done="没有导入，其他行照常导入。请改正后再导入一次。"
    )


def read_table(path: Path, *, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """
    Yield (line number, row) of a CSV or TSV file with a header line.

    Raises NotAllowed when a required column is missing.
    """
    delimiter = "\t" if path.suffix.lower() in {".tsv", ".tab"} else ","
    with path.open(encoding=encoding_of(path), newline="") as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        names = [name.strip() for name in reader.fieldnames or ()]
        missing = [name for name in required if name not in names]
        if missing:
            raise NotAllowed(
                f"文件“{path.name}”的表头缺少：{'、'.join(missing)}。表头有：{'、'.join(names) or '（空）'}。"
            )
        reader.fieldnames = names
        for row in reader:
            yield (
                reader.line_num,
                {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)},
            )
