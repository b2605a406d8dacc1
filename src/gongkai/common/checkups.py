"""
What ``gongkai doctor`` looks at in the machine and the settings; other rooms have a ``checkups`` of their own.

A checkup is a function without arguments that yields ``Finding``s: it changes nothing and needs no network.
"""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from .models import Lease

GOOD, WARNING, ERROR = "good", "warning", "error"
LEAST_SPACE = 2 * 1024**3  # a scanned gazette and its index fit several times over
NOT_BEFORE = datetime(2026, 11, 1, tzinfo=timezone.get_fixed_timezone(480))  # this release was made after it


@dataclass(frozen=True)
class Finding:
    """One thing looked at; ``remedy`` says what to do unless it is good."""

    name: str
    level: str
    message: str
    remedy: str = ""


def python_version() -> Iterator[Finding]:
    # An older one than pyproject.toml allows does not get this far.
    yield Finding("Python", GOOD, f"版本{'.'.join(map(str, sys.version_info[:3]))}。")


def database() -> Iterator[Finding]:
    """Version and journal of the database, and whether every migration has been applied."""
    if connection.vendor == "sqlite":
        yield from _sqlite()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            version = int(cursor.fetchone()[0]) // 10000
        if version < 15:
            yield Finding(
                "数据库", ERROR, f"PostgreSQL 版本是{version}。", "请升级到 PostgreSQL 15 或更新的版本。"
            )
        else:
            yield Finding("数据库", GOOD, f"PostgreSQL {version}。")
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield Finding(
            "数据库升级", ERROR, f"有{len(waiting)}项没有执行。", "请先备份，再运行 gongkai migrate。"
        )
    else:
        yield Finding("数据库升级", GOOD, "全部执行。")


def _sqlite() -> Iterator[Finding]:
    if sqlite3.sqlite_version_info < (3, 35):
        yield Finding(
            "数据库",
            ERROR,
            f"SQLite 版本是{sqlite3.sqlite_version}。",
            "请升级 Python 或 SQLite 到 3.35 以上。",
        )
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        (mode,) = cursor.fetchone()
    if mode not in {"wal", "memory"}:
        yield Finding(
            "数据库",
            ERROR,
            f"日志方式是{mode}，不能边读边写。",
            "请把数据目录放在本机磁盘上，不要放在网络共享目录。",
        )
    else:
        yield Finding("数据库", GOOD, f"SQLite {sqlite3.sqlite_version}，WAL 方式。")


def data_folder() -> Iterator[Finding]:
    folder = Path(settings.DATA_DIR)
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        yield Finding("数据目录", ERROR, f"{folder}不能写入。", "请建立目录，并交给运行网站的用户。")
        return
    free = shutil.disk_usage(folder).free
    words = f"{folder}可以写入，剩余{free / 1024**3:.1f} GB。"
    if free < LEAST_SPACE:
        yield Finding("数据目录", ERROR, words, "请清理磁盘或扩容，至少留出 2 GB。")
    else:
        yield Finding("数据目录", GOOD, words)


def secret_key() -> Iterator[Finding]:
    path = Path(settings.DATA_DIR) / "secret_key"
    if not path.exists():
        yield Finding("密钥", GOOD, "由 GONGKAI_SECRET_KEY 给出。")
    elif path.stat().st_mode & 0o077:
        yield Finding("密钥", ERROR, f"{path}能被其他用户读取。", f"请运行 chmod 600 {path}。")
    else:
        yield Finding("密钥", GOOD, f"{path}只有本用户能读。")


def address() -> Iterator[Finding]:
    """SITE_URL, the hosts that are answered, and transport security."""
    site = urlsplit(settings.SITE_URL)
    hosts = settings.ALLOWED_HOSTS
    if settings.DEBUG:
        yield Finding("调试", ERROR, "调试开着，出错时会把内部信息给访问者看。", "请去掉 GONGKAI_DEBUG。")
    if "*" in hosts:
        yield Finding("域名", WARNING, "任何域名都会应答。", "请在 GONGKAI_ALLOWED_HOSTS 中写明网站的域名。")
    elif site.hostname not in hosts and not any(
        host.startswith(".") and f".{site.hostname}".endswith(host) for host in hosts
    ):
        yield Finding(
            "域名",
            ERROR,
            f"网站地址{settings.SITE_URL}的域名不在 GONGKAI_ALLOWED_HOSTS 中，访问会被拒绝。",
            f"请在 GONGKAI_ALLOWED_HOSTS 中加上 {site.hostname}。",
        )
    else:
        yield Finding("域名", GOOD, f"{site.hostname}。")
    if site.scheme == "https":
        yield Finding("加密传输", GOOD, "使用 HTTPS，并要求浏览器一年内只用 HTTPS。")
    elif site.hostname in {"127.0.0.1", "localhost", "::1"}:
        yield Finding(
            "加密传输",
            WARNING,
            "只在本机试用，没有加密。",
            "正式使用时请把 GONGKAI_SITE_URL 设为 https:// 开头。",
        )
    else:
        yield Finding(
            "加密传输",
            ERROR,
            "没有使用 HTTPS，密码会明文传输。",
            "请配置证书，并把 GONGKAI_SITE_URL 设为 https:// 开头。",
        )


def clock() -> Iterator[Finding]:
    """The machine's clock against this release and the newest file; legal dates come from it."""
    now = timezone.now()
    newest = max(
        (path.stat().st_mtime for path in Path(settings.DATA_DIR).glob("*") if path.is_file()), default=0
    )
    if now < NOT_BEFORE or newest > time.time() + 300:
        yield Finding(
            "时钟",
            ERROR,
            f"现在是{timezone.localtime(now):%Y-%m-%d %H:%M}，比应有的时间早。",
            "请校准服务器时间并启用网络对时。",
        )
    else:
        yield Finding("时钟", GOOD, f"{timezone.localtime(now):%Y-%m-%d %H:%M}（北京时间）。")


def sweeps() -> Iterator[Finding]:
    """Sweeps that fail again and again, and sweeps nobody does."""
    held = {lease.name: lease for lease in Lease.objects.all()}
    for name in settings.SWEEPS:
        lease = held.get(name)
        if lease and lease.failures:
            yield Finding(
                f"后台任务{name}",
                ERROR,
                f"连续失败{lease.failures}次：{lease.last_error}",
                "请查看日志，排除原因后会自动重试。",
            )
        elif lease is None or lease.held_until is None or lease.held_until < timezone.now():
            yield Finding(
                f"后台任务{name}",
                WARNING,
                "现在没有进程执行它。",
                "请启动 gongkai serve，或单独运行 gongkai worker。",
            )
        else:
            yield Finding(f"后台任务{name}", GOOD, "正在执行。")
