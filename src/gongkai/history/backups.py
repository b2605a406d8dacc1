"""
A safe copy of everything that cannot be built again, and putting it back.

It stands in ``history`` because the chain of events is what proves a copy whole. Copied are the database, the files
and the office's own fonts; left out are the search index and the page cache (built again) and the secret key
(it belongs in the technician's safe, not beside the data; without it people only have to sign in again).
"""

import hashlib
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction

import gongkai

from .models import ChainHead
from .verify import verify

MANIFEST = "manifest.json"
FOLDERS = ("files", "fonts")


class BackupError(Exception):
    """Why it cannot be done and what to do; nothing was changed unless the sentence says so."""


def back_up(*, folder: Path, now: datetime) -> dict:
    """Write a copy into the empty ``folder`` while the site goes on working, and return the manifest."""
    if folder.exists() and any(folder.iterdir()):
        raise BackupError(f"目录{folder}不是空的。请给一个新目录，每次备份各放一处。")
    folder.mkdir(parents=True, exist_ok=True)
    # The database first: a file is stored before the row that names it, so every file named is there to copy.
    if connection.vendor == "sqlite":
        name, counts, chain = _copy_sqlite(folder)
    else:
        name, counts, chain = _dump_postgresql(folder)
    files = {part: _copy_new(_place(part), folder / part) for part in FOLDERS}
    manifest = {
        "made_at": now.isoformat(timespec="seconds"),
        "version": gongkai.__version__,
        "engine": connection.vendor,
        "database": {"name": name, "sha256": _digest(folder / name)},
        "counts": counts,
        "chain": chain,
        "files": files,
    }
    # Written last: a folder without it is a backup that was interrupted.
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    return manifest


def restore(*, folder: Path, force: bool, now: datetime) -> dict:
    """
    Put the copy in ``folder`` in place of what is there, check it, and return its manifest.

    Raises BackupError when the copy is damaged, was made on the other engine, or something is there already and
    ``force`` was not given. An SQLite database that is replaced is kept beside the new one.
    """
    manifest = _read_manifest(folder)
    if not force and _has_data():
        raise BackupError("这里已有数据，没有恢复。请先停止网站并备份现有数据，确认无误后加 --force。")
    dump = folder / manifest["database"]["name"]
    if connection.vendor == "sqlite":
        _put_sqlite(dump, now)
    else:
        _run_tool(
            "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", dump, "--dbname"
        )
    for part in FOLDERS:
        _copy_new(folder / part, _place(part))
    for stale in (settings.PAGES_DIR, settings.SEARCH_DIR):
        shutil.rmtree(stale, ignore_errors=True)
    _check(manifest)
    return manifest


def _check(manifest: dict) -> None:
    counts, verdict = _counts(), verify()
    if counts != manifest["counts"]:
        raise BackupError("已恢复，但各表的行数与备份清单不同。请换一份备份再恢复。")
    if not verdict.is_whole:
        raise BackupError(f"已恢复，但操作记录不完整：{verdict.problem}请换一份备份再恢复。")
    if [verdict.last_sequence, verdict.last_hash] != list(manifest["chain"].values()):
        raise BackupError("已恢复，但操作记录的末条与备份清单不同。请换一份备份再恢复。")


def _read_manifest(folder: Path) -> dict:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        expected = manifest["database"]["sha256"]
        found = _digest(folder / manifest["database"]["name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{folder}不是一份完整的备份（{error}）。请换一份。") from error
    if expected != found:
        raise BackupError("备份中的数据库与清单的指纹不符，可能已损坏或被改动。请换一份备份。")
    if manifest["engine"] != connection.vendor:
        raise BackupError(
            f"这份备份来自{manifest['engine']}，现在用的是{connection.vendor}。请把 GONGKAI_DATABASE_URL 改成同一种数据库。"
        )
    for part, wanted in manifest["files"].items():
        here = [path for path in (folder / part).rglob("*") if path.is_file()]
        if len(here) < wanted["count"]:
            raise BackupError(f"备份的{part}目录少了{wanted['count'] - len(here)}个文件。请换一份备份。")
    return manifest


def _copy_sqlite(folder: Path):
    target = folder / "gongkai.sqlite3"
    # VACUUM INTO reads one moment of the database and lets writers go on; the online backup starts over each time.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    with closing(sqlite3.connect(target)) as copy:
        tables = _tables()
        counts = {table: copy.execute(_count_of(table)).fetchone()[0] for table in tables}
        head = copy.execute("SELECT last_sequence, last_hash FROM history_chainhead").fetchone()
    return target.name, counts, _chain(head)


def _dump_postgresql(folder: Path):
    target = folder / "gongkai.dump"
    # One snapshot for the dump and for the counts, or they would differ on a busy day.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        _run_tool("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}", "--dbname")
        counts = _counts()
        head = ChainHead.objects.values_list("last_sequence", "last_hash").first()
    return target.name, counts, _chain(head)


def _chain(head) -> dict:
    sequence, digest = head or (0, "0" * 64)
    return {"last_sequence": sequence, "last_hash": digest}


def _run_tool(tool: str, *arguments) -> None:
    """Run a program of PostgreSQL; ``--dbname`` is followed by the address, the password goes by the environment."""
    given = connection.settings_dict
    address = {"dbname": given["NAME"], "user": given["USER"], "host": given["HOST"], "port": given["PORT"]}
    words = " ".join(f"{key}='{value}'" for key, value in address.items() if value)
    command = [tool]
    for argument in arguments:
        command += [str(argument), words] if argument == "--dbname" else [str(argument)]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin"} | (
        {"PGPASSWORD": given["PASSWORD"]} if given["PASSWORD"] else {}
    )
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as error:
        raise BackupError(f"这台机器上没有 {tool}。请安装 PostgreSQL 的客户端程序。") from error
    except subprocess.CalledProcessError as error:
        raise BackupError(f"{tool} 没有成功：{error.stderr.strip()[-500:]}") from error


def _put_sqlite(dump: Path, now: datetime) -> None:
    place = Path(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(f"file:{dump}?mode=ro", uri=True)) as copy:
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BackupError("备份中的数据库已损坏。请换一份备份。")
    connections.close_all()
    place.parent.mkdir(parents=True, exist_ok=True)
    arriving = place.with_name(place.name + ".arriving")
    shutil.copyfile(dump, arriving)
    if place.exists():
        # Folding the journal in first makes the kept copy whole without its -wal file.
        with closing(sqlite3.connect(place)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        place.rename(place.with_name(f"{place.name}.before-{now:%Y%m%d-%H%M%S}"))
    for tail in ("-wal", "-shm"):
        place.with_name(place.name + tail).unlink(missing_ok=True)
    arriving.rename(place)


def _has_data() -> bool:
    if "history_event" not in connection.introspection.table_names():
        return False
    return (
        apps.get_model("agencies", "County").objects.exists()
        or ChainHead.objects.filter(last_sequence__gt=0).exists()
    )


def _tables() -> list[str]:
    return sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))


def _counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for table in _tables():
            cursor.execute(_count_of(table))
            (counts[table],) = cursor.fetchone()
    return counts


def _count_of(table: str) -> str:
    return f"SELECT count(*) FROM {connection.ops.quote_name(table)}"  # noqa: S608  the name of one of our models


def _place(part: str) -> Path:
    return {"files": settings.FILES_DIR, "fonts": settings.FONTS_DIR}[part]


def _copy_new(source: Path, target: Path) -> dict:
    """Copy what is not there yet; stored files never change, so the same name is the same content."""
    count = size = 0
    for path in sorted(source.rglob("*")) if source.is_dir() else []:
        if not path.is_file():
            continue
        goal = target / path.relative_to(source)
        if not goal.exists() or goal.stat().st_size != path.stat().st_size:
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, goal)
        count, size = count + 1, size + path.stat().st_size
    return {"count": count, "bytes": size}


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
