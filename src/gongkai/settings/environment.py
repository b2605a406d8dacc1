"""
Reads the operator's settings from the environment.

Every setting has a default that works on a laptop. A wrong value stops the start with its name, the value
and the remedy, in Chinese, because the person who reads it is the county's technician.
"""

import os
import re
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """Return the setting; one that is set to nothing counts as not set, as in a systemd environment file."""
    return os.environ.get(name, "").strip() or default


def names(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def flag(name: str, default: bool) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"设置 {name} 的值“{value}”不认识。请写 1（开）或 0（关）。")


def whole_number(name: str, default: int, least: int = 0) -> int:
    value = text(name, str(default))
    if not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(
            f"设置 {name} 的值“{value}”不对。请写不小于 {least} 的整数，例如 {default}。"
        )
    return int(value)


def choice(name: str, default: str, allowed: set[str]) -> str:
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"设置 {name} 的值“{value}”不认识。可以写：{'、'.join(sorted(allowed))}。")
    return value


def socket_address(name: str) -> str:
    """Return the setting as it is written, ``unix:/path`` or ``tcp:host:port``; empty when it is not set."""
    value = text(name)
    if value and not re.fullmatch(r"unix:/.+|tcp:(\[[0-9a-fA-F:]+\]|[^:/\s]+):\d{1,5}", value):
        raise ImproperlyConfigured(
            f"设置 {name} 的值“{value}”不认识。"
            "请写 unix:/run/clamav/clamd.ctl 或 tcp:127.0.0.1:3310 这样的地址，不用就不要设。"
        )
    return value


def secret_key(data_dir: Path) -> str:
    """Return the operator's key, or one kept in the data folder and made at the first start."""
    given = text("GONGKAI_SECRET_KEY")
    if given:
        if len(given) < 32:
            raise ImproperlyConfigured(
                "设置 GONGKAI_SECRET_KEY 太短。请用至少 32 个随机字符，或删去它由系统生成。"
            )
        return given
    path = data_dir / "secret_key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was first
            return path.read_text().strip()
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def database(data_dir: Path) -> dict:
    """
    Return Django's settings for the database named by GONGKAI_DATABASE_URL.

    SQLite is tuned as measured in docs/decisions: WAL, IMMEDIATE transactions and full durability, because
    the untuned default answers "database is locked" at 70 writes a second.
    """
    url = text("GONGKAI_DATABASE_URL", f"sqlite:///{data_dir / 'gongkai.sqlite3'}")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path) or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
                    "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
                ),
            },
            "CONN_MAX_AGE": None,
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "OPTIONS": dict(parse_qsl(parts.query)),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured(
        f"设置 GONGKAI_DATABASE_URL 的值“{url}”不认识。"
        "请写 sqlite:////路径/gongkai.sqlite3 或 postgres://用户:密码@主机:5432/库名。"
    )
