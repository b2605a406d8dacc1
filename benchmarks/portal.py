"""
How fast items come in and pages go out, with as many items as a county has.

    python -m benchmarks.portal [--items 12630] [--seconds 5] [--connections 8] [--json FILE]

Makes a site in a temporary folder, imports generated items the way a moving office does, starts ``gongkai serve``
with two workers on a free port of this machine, and asks home, a section (pages 1 and 400) and an item: first with
the full-page cache taken out, then with it. Ends with one line of JSON. Timings on a busy machine say little;
compare figures of one run.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import asdict
from datetime import date
from pathlib import Path

from .load import Load, ask

ROOT = Path(__file__).resolve().parent.parent
LAST_DAY = date(2026, 11, 20)


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=options.dir) as folder:
        data = Path(folder) / "site"
        os.environ |= {
            "GONGKAI_DATA_DIR": str(data),
            "GONGKAI_WORKERS": "2",
            "DJANGO_SETTINGS_MODULE": "benchmarks.uncached",
        }
        os.environ.pop("GONGKAI_DATABASE_URL", None)
        import django  # after the environment is set: the settings read it once

        django.setup()
        result = {"items": options.items, "import": _import(data, options.items)}
        pages = _pages()
        result["queries"] = {name: _queries(address) for name, address in pages.items()}
        for name, module in (("uncached", "benchmarks.uncached"), ("cached", "gongkai.settings")):
            with Server(module) as server:
                result[name] = {
                    page: asdict(server.ask(address, options.seconds, options.connections))
                    for page, address in pages.items()
                }
    _print(result)
    line = json.dumps(result, ensure_ascii=False)
    if options.json:
        options.json.write_text(line + "\n", encoding="utf-8")
    print(line)


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=12_630)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--dir", type=Path, help="where the temporary site is made")
    parser.add_argument("--json", type=Path, help="also write the JSON line to this file")
    return parser.parse_args()


def _import(data: Path, count: int) -> dict:
    """Make the county, its columns and its items; return how fast and how large."""
    from django.core.management import call_command
    from django.utils import timezone

    from gongkai.accounts.models import User
    from gongkai.common.serving import collect_static
    from gongkai.demo.build import build
    from gongkai.publications.importing.items import import_items
    from gongkai.publications.importing.offices import Offices
    from gongkai.publications.importing.sections import import_sections

    from .generated import write_columns, write_items

    data.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    collect_static()
    county = build(now=timezone.now(), stage="empty").county
    columns = write_columns(data / "columns.tsv")
    began = time.perf_counter()
    import_sections(data / "columns.tsv", county=county, actor=User.objects.get(username="sections"))
    columns_took = time.perf_counter() - began
    text = write_items(data / "items.jsonl", count, last_day=LAST_DAY)
    before = _size(data)
    began, cpu = time.perf_counter(), time.process_time()
    report = import_items(
        data / "items.jsonl",
        county=county,
        default_agency=county.agencies.get(code="office"),
        offices=Offices.of_county(county),
        now=timezone.now(),
        progress=lambda so_far: print(f"\r{so_far.imported}", end="", file=sys.stderr, flush=True),
    )
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(file=sys.stderr)
    grown = _size(data) - before
    return {
        "columns": columns,
        "columns_seconds": round(columns_took, 1),
        "imported": report.imported,
        "seconds": round(took, 1),
        "items_per_second": round(report.imported / took, 1),
        "items_per_cpu_second": round(report.imported / cpu, 1),
        "text_bytes_per_item": text // count,
        "database_mb": round(_size(data) / 1e6, 1),
        "database_bytes_per_item": grown // max(1, report.imported),
    }


def _size(data: Path) -> int:
    """Bytes of the database with nothing left in its journal."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (data / "gongkai.sqlite3").stat().st_size


def _pages() -> dict[str, str]:
    from gongkai.publications.models import Item, Listing

    from .generated import ROOT as SECTION

    middle = Item.objects.order_by("pk")[Item.objects.count() // 2]
    last = min(400, -(-Listing.objects.filter(section__path=SECTION).count() // 20))
    return {
        "home": "/",
        "section page 1": f"/sections/{SECTION}/",
        f"section page {last}": f"/sections/{SECTION}/?page={last}",
        "item": middle.get_absolute_url(),
    }


def _queries(address: str) -> int:
    """Queries of the second request: the first also fills what the process remembers between pages."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return len(captured)


class Server:
    """``gongkai serve`` under one settings module, on a free port, stopped at the end."""

    def __init__(self, settings_module: str):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": settings_module,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
            "GONGKAI_SITE_URL": f"http://127.0.0.1:{self.port}",
        }

    def __enter__(self):
        # Without the worker: indexing 100,000 items beside the measurement would be measured too.
        arguments = ["serve", "--no-worker", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from gongkai.cli import main; main()", *arguments],
            env=self.environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5).read()
                return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        self.__exit__()
        raise SystemExit("the server did not answer within a minute")

    def __exit__(self, *args):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)

    def ask(self, address: str, seconds: float, connections: int) -> Load:
        url = f"http://127.0.0.1:{self.port}{address}"
        ask(url, seconds=1, connections=connections)  # each worker has met the page once
        return ask(url, seconds=seconds, connections=connections)


def _print(result: dict) -> None:
    brought = result["import"]
    print(
        f"{brought['imported']} items in {brought['seconds']} s: {brought['items_per_second']} items/s "
        f"({brought['items_per_cpu_second']} a CPU second), {brought['database_mb']} MB, "
        f"{brought['database_bytes_per_item']} bytes an item for {brought['text_bytes_per_item']} bytes of text"
    )
    print(
        f"{'page':<20}{'':<10}{'requests/s':>11}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'errors':>8}{'queries':>9}"
    )
    for how in ("uncached", "cached"):
        for page, load in result[how].items():
            queries = result["queries"][page] if how == "uncached" else 0
            print(
                f"{page:<20}{how:<10}{load['per_second']:>11.0f}{load['p50_ms']:>9.1f}{load['p95_ms']:>9.1f}"
                f"{load['p99_ms']:>9.1f}{load['errors']:>8}{queries:>9}"
            )


if __name__ == "__main__":
    main()
