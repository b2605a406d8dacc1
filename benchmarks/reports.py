"""
How fast annual reports are read, checked, compiled and written.

    python -m benchmarks.reports [--offices 3000] [--repeat 20] [--files FILE…]

Made-up reports in each format are read and checked, the whole way from bytes to findings; a county of ``--offices``
is compiled; the formats are written. With ``--files`` these files are read and checked instead of made-up ones. Needs no
database, runs in one process, prints medians in milliseconds of the processor, and ends with one line of JSON.
"""

import argparse
import json
import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.settings")

from gongkai.annual_reports.checks import check
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.figures import TYPED_CELLS, completed
from gongkai.annual_reports.layout import is_money
from gongkai.annual_reports.reading import read
from gongkai.annual_reports.tests import report_samples as samples
from gongkai.annual_reports.tests.written_reports import document
from gongkai.annual_reports.writing.json import annual_report_json
from gongkai.annual_reports.writing.ofd import annual_report_ofd
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.annual_reports.writing.sheet import annual_report_xlsx
from gongkai.annual_reports.writing.word import annual_report_docx

WRITERS = {
    "pdf": annual_report_pdf,
    "docx": annual_report_docx,
    "ofd": annual_report_ofd,
    "xlsx": annual_report_xlsx,
    "json": annual_report_json,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--offices", type=int, default=3000)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--files", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    found: dict[str, float] = {}
    for name, data in _files(options.files):
        found[f"read and check {name}"] = _median(lambda d=data, n=name: check(read(d, n)), options.repeat)
    made = document()
    for form, write in WRITERS.items():
        found[f"write {form}"] = _median(lambda w=write: w(made), max(3, options.repeat // 4))
    offices = _offices(options.offices)
    found[f"compile {options.offices} offices"] = _median(lambda: completed(compiled(offices)), 3)
    for name, milliseconds in found.items():
        print(f"{name:40}{milliseconds:10.1f} ms")
    print(json.dumps({name: round(value, 2) for name, value in found.items()}))


def _files(paths: list[Path]) -> list[tuple[str, bytes]]:
    if paths:
        return [(path.name, path.read_bytes()) for path in paths]
    tables = {number: samples.dumped(rows) for number, rows in samples.tables().items()}
    return [
        ("page.html", samples.page().encode()),
        ("report.docx", samples.word()),
        ("report.pdf", annual_report_pdf(document())),
        ("dump.txt", samples.text(tables).encode()),
    ]


def _median(act: Callable[[], object], times: int) -> float:
    act()  # the first time loads libraries
    taken = []
    for _ in range(times):
        begun = time.process_time()
        act()
        taken.append((time.process_time() - begun) * 1000)
    return statistics.median(taken)


def _offices(count: int) -> list[dict[str, str]]:
    chance = random.Random(7)  # noqa: S311
    return [
        {
            cell: f"{chance.randrange(10**6) / 100}" if is_money(cell) else str(chance.randrange(500))
            for cell in TYPED_CELLS
        }
        for _ in range(count)
    ]


if __name__ == "__main__":
    main()
