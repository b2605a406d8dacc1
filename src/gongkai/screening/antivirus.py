"""
Asking clamd whether a file carries something harmful (setting GONGKAI_CLAMAV; without it nothing is asked).

The content is sent over the socket (INSTREAM), so the scanner needs no right to read our folders. What cannot be
scanned is not taken for clean: the caller keeps the file waiting.
"""

import re
import socket
import struct
from contextlib import closing
from pathlib import Path

from django.conf import settings

CHUNK = 1 << 18
ANSWER_LIMIT = 4096  # a sane answer is one line
TIMEOUT = 60  # seconds for each step; a large archive takes clamd some


class AntivirusDown(Exception):
    """The scanner is configured and did not answer; ``str(error)`` is the sentence for the technician."""


class NotScanned(Exception):
    """The scanner is well and would not scan this one file: it is larger than clamd has been told to take."""


def is_configured() -> bool:
    return bool(settings.CLAMAV)


def scan(path: Path) -> str | None:
    """
    Return the name of what clamd found in the file, or None; without the setting always None.

    Raises AntivirusDown when nobody has looked, NotScanned when the reason lies in the file.
    """
    if not is_configured():
        return None
    with closing(_connect()) as connection:
        try:
            _send(connection, path)
            answer = _answer(connection)
        except OSError as error:
            raise AntivirusDown(f"杀毒服务没有应答（{error}）。请检查 clamd 是否在运行。") from error
    return read_answer(answer)


def _send(connection: socket.socket, path: Path) -> None:
    with path.open("rb") as content:
        try:
            connection.sendall(b"zINSTREAM\0")
            while chunk := content.read(CHUNK):
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(struct.pack("!L", 0))
        except ConnectionError:
            # clamd hangs up on a stream that is too long; what it said before that can still be read.
            return


def version() -> str:
    """Return what clamd says it is and how old its signatures are."""
    with closing(_connect()) as connection:
        try:
            connection.sendall(b"zVERSION\0")
            return _answer(connection)
        except OSError as error:
            raise AntivirusDown(f"杀毒服务没有应答（{error}）。请检查 clamd 是否在运行。") from error


def read_answer(answer: str) -> str | None:
    """Read clamd's one line; anything but its two regular sentences means that nobody has looked."""
    if answer == "stream: OK":
        return None
    if found := re.fullmatch(r"stream: (.+) FOUND", answer):
        return found[1]
    if "size limit exceeded" in answer:
        raise NotScanned("文件超过杀毒服务的大小限制，没有检查。请调大 clamd.conf 里的 StreamMaxLength。")
    raise AntivirusDown(f"杀毒服务没有完成检查，回答是“{answer[:100]}”。请看 clamd 的日志。")


def place_of(setting: str) -> tuple[int, str | tuple[str, int]]:
    """Return the family of socket and the address that the setting names; ``environment`` has seen to its form."""
    kind, _, address = setting.partition(":")
    if kind == "unix":
        return socket.AF_UNIX, address
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    return (socket.AF_INET6 if ":" in host else socket.AF_INET), (host, int(port))


def _connect() -> socket.socket:
    family, address = place_of(settings.CLAMAV)
    connection = socket.socket(family, socket.SOCK_STREAM)
    connection.settimeout(TIMEOUT)
    try:
        connection.connect(address)
    except OSError as error:
        connection.close()
        raise AntivirusDown(
            f"连不上杀毒服务（{settings.CLAMAV}：{error}）。请检查 clamd 是否在运行，地址和权限对不对。"
        ) from error
    return connection


def _answer(connection: socket.socket) -> str:
    received = b""
    while not received.endswith(b"\0") and len(received) < ANSWER_LIMIT:
        part = connection.recv(ANSWER_LIMIT)
        if not part:
            break
        received += part
    return received.rstrip(b"\0").decode("utf-8", "replace").strip()
