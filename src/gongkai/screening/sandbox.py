"""
Handing one file to a process of its own, and telling the clerk in words when that does not end well.

The process (``child``) has limits of memory, time and written bytes; it is ended with all that it started. Nothing
it does reaches the caller but an answer or ``Unreadable``.
"""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .child import OUT_OF_MEMORY, perform
from .enums import Kind
from .findings import Cover, Finding, Hidden, Lists, Place, Unread, Unreadable

logger = logging.getLogger(__name__)

MIB = 1024 * 1024
LONGEST_ANSWER = 64 * MIB
TOO_LONG = "检查用时超过 {seconds} 秒，没有检查完。请把文件拆成几个，或者用 WPS 打开后另存一份，再上传。"
BROKE = "文件太复杂或已损坏，系统没有处理完。请用 WPS 或 Adobe 软件打开，另存一份或拆成几个文件后再上传。"


@dataclass(frozen=True)
class Limits:
    seconds: int = 180  # by the clock, and of computing
    memory: int = 2048 * MIB
    file: int = 1024 * MIB  # of each file that is written


USUAL = Limits()
_trusted: ContextVar[bool] = ContextVar("trusted", default=False)


@contextmanager
def in_this_process() -> Iterator[None]:
    """
    Handle files here, without a process for each.

    Only for files this program has made itself, as the demo does by the hundred: a process takes half a second.
    """
    token = _trusted.set(True)
    try:
        yield
    finally:
        _trusted.reset(token)


@dataclass(frozen=True)
class Found:
    """A finding with where it is and how it is shown: masked, with what stands around it."""

    finding: Finding
    place: Place
    before: str
    shown: str
    after: str


@dataclass(frozen=True)
class Inspected:
    findings: list[Found]
    hidden: list[Hidden]
    unread: list[Unread]
    pages: int
    characters: int
    links: list[str]
    title: str
    beginning: str  # masked


def inspect(path: Path, *, extension: str, lists: Lists, limits: Limits = USUAL) -> Inspected:
    """Read the file at ``path`` and look for everything that screening finds. Raises Unreadable."""
    data = {"path": str(path.resolve()), "extension": extension, "lists": lists.as_json()}
    seen = run("inspect", data, limits=limits)
    return Inspected(
        findings=[
            Found(
                Finding(**{**each["finding"], "kind": Kind(each["finding"]["kind"])}),
                Place.from_json(each["place"]),
                each["before"],
                each["shown"],
                each["after"],
            )
            for each in seen["findings"]
        ],
        hidden=[
            Hidden(Kind(each["kind"]), Place.from_json(each["place"]), each["what"], each["removable"])
            for each in seen["hidden"]
        ],
        unread=[
            Unread(Kind(each["kind"]), Place.from_json(each["place"]), each["why"]) for each in seen["unread"]
        ],
        pages=seen["pages"],
        characters=seen["characters"],
        links=seen["links"],
        title=seen["title"],
        beginning=seen["beginning"],
    )


def clean(
    path: Path,
    target: Path,
    *,
    extension: str,
    covers: Sequence[Cover] = (),
    marks: Sequence[dict[str, Any]] = (),
    limits: Limits = USUAL,
) -> str:
    """
    Write the public copy to ``target`` and return its extension (a DOC becomes a DOCX).

    Raises Unreadable, also when something covered could be got back out of the copy; ``target`` then is not there.
    """
    with tempfile.TemporaryDirectory(prefix="gongkai-copy-") as folder:
        made = Path(folder) / "copy"
        data = {
            "path": str(path.resolve()),
            "target": str(made),
            "extension": extension,
            "covers": [[each.passage, each.start, each.end, each.text] for each in covers],
            "marks": list(marks),
        }
        answer = run("clean", data, limits=limits)
        shutil.move(made, target)
    return answer["extension"]


def run(operation: str, data: dict[str, Any], *, limits: Limits = USUAL) -> Any:
    """
    Have the child do one of its OPERATIONS with ``data`` and return what it answers. Raises Unreadable.

    Paths in ``data`` must be whole: the child works in a folder of its own, which is gone afterwards.
    """
    if _trusted.get():
        return perform(operation, data)
    with tempfile.TemporaryDirectory(prefix="gongkai-child-") as name:
        folder = Path(name)
        order = {"operation": operation, "data": data, "limits": vars(limits)}
        (folder / "order.json").write_text(json.dumps(order), encoding="utf-8")
        code = _ended(folder, limits)
        if code == -signal.SIGXCPU:
            raise Unreadable(TOO_LONG.format(seconds=limits.seconds))
        if code != 0:
            _log(operation, code, folder)
            raise Unreadable(BROKE)
        answer = _answer(operation, folder)
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    return answer["done"]


def _ended(folder: Path, limits: Limits) -> int:
    """Run the child to its end, or end it; return its exit code."""
    work = folder / "work"
    work.mkdir()
    with (
        (folder / "order.json").open("rb") as order,
        (folder / "answer.json").open("wb") as answer,
        (folder / "errors.txt").open("wb") as errors,
    ):
        process = subprocess.Popen(  # noqa: S603  our own module, and no shell
            [sys.executable, "-I", "-m", "gongkai.screening.child"],
            stdin=order,
            stdout=answer,
            stderr=errors,
            cwd=work,
            env=_environment(work),
            start_new_session=True,
        )
        try:
            return process.wait(timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(TOO_LONG.format(seconds=limits.seconds)) from error
        finally:
            _end_group(process)


def _environment(work: Path) -> dict[str, str]:
    """What the child may know: no secret and no address of this site."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "HOME": str(work),
        "TMPDIR": str(work),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",  # each thread would claim memory of its own
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _end_group(process: subprocess.Popen) -> None:
    """End the child and whatever it started and left behind."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()


def _answer(operation: str, folder: Path) -> dict[str, Any]:
    path = folder / "answer.json"
    if path.stat().st_size > LONGEST_ANSWER:
        raise Unreadable("文件里的内容太多，系统不能逐一列出。请拆成几个文件后再上传。")
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        _log(operation, 0, folder)
        raise Unreadable(BROKE) from error


def _log(operation: str, code: int, folder: Path) -> None:
    """Leave the technician the last line only: the lines above may quote the file."""
    lines = (folder / "errors.txt").read_text(encoding="utf-8", errors="replace").split("\n")
    last = next((line for line in reversed(lines) if line.strip()), "")
    reason = "out of memory" if code == OUT_OF_MEMORY else last.partition(":")[0][:120]
    logger.warning("sandbox: %s ended with %s: %s", operation, code, reason)
