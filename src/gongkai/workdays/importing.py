"""``gongkai import calendar FILE``: the yearly notice, as its text or as a table."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.serializers.json import DjangoJSONEncoder

from gongkai.common.errors import NotAllowed

from .actions import arrange_year, changes_of
from .arrangements import read

HELP = "年度放假安排：国务院办公厅通知的全文，或 CSV、TSV、JSON 表"


def add_arguments(parser) -> None:
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("--year", type=int, help="年份；通知全文或表中写明时不必给")
    parser.add_argument("--source", default="", help="依据，例如：国办发明电〔2026〕1号")
    parser.add_argument("--dry-run", action="store_true", help="只说明会改动什么，不写入")
    parser.add_argument("--json", action="store_true", help="结果写成 JSON")


def handle(command, *, file: Path, year, source, dry_run, json: bool, **options) -> int:
    """Read and apply the file. What is doubtful stops it: a wrong day moves every deadline of the county."""
    try:
        arrangement = read(file.read_text(encoding="utf-8-sig"), year)
    except (OSError, UnicodeDecodeError) as error:
        command.stderr.write(f"文件{file}读不出来（{error}）。请核对路径，并把文件存为 UTF-8 编码。")
        return 2
    for doubt in arrangement.doubts:
        command.stderr.write(doubt)
    year, source = year or arrangement.year, source or arrangement.source
    if arrangement.doubts:
        command.stderr.write("因为有上面的疑问，日历没有改动。请改正文件后重新导入。")
        return 1
    try:
        if dry_run:
            changes = changes_of(year=year, days=arrangement.days)
        else:
            changes = arrange_year(year=year, days=arrangement.days, source=source, actor=None)
    except NotAllowed as error:
        command.stderr.write(str(error))
        return 1
    if json:
        command.stdout.write(_json({"dry_run": dry_run, "source": source, **asdict(changes)}))
    else:
        command.stdout.write(f"{'试运行，没有写入。' if dry_run else ''}{sentence(changes)}")
    return 0


def sentence(changes) -> str:
    """Say what an arrangement changes, day by day."""
    if changes.is_empty:
        return f"{changes.year}年的安排与日历中的相同，没有改动。"
    parts = (
        [f"{changes.year}年首次录入。"] if changes.newly_announced else [f"{changes.year}年的安排有改动。"]
    )
    for words, days in (("改为放假", changes.becomes_rest), ("改为上班", changes.becomes_work)):
        if days:
            parts.append(f"{words}{len(days)}天：{'、'.join(str(day) for day in days)}。")
    if changes.renamed:
        parts.append(f"只改说明{len(changes.renamed)}天。")
    return "".join(parts)


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder)
