"""
The process in which one file is handled: ``python -m gongkai.screening.child``, started by ``sandbox``.

Files come from strangers and are read by libraries written in C. What goes wrong in them ends this process and not
the site: it has no database, no settings, little memory and time, and where the system allows it no network.
The order comes as JSON on standard input, the answer goes as JSON to standard output.
"""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

# Where each operation is: it is imported when it is asked for, so that a small file is not kept waiting by the
# libraries of the others. Each takes the data of the order and returns what can be written as JSON.
OPERATIONS = {
    "read_report": ("gongkai.annual_reports.handing", "read_op"),
    "inspect": ("gongkai.screening.handling", "inspect"),
    "clean": ("gongkai.screening.handling", "clean"),
    "first_table": ("gongkai.screening.table_reading", "first_table"),
    "sizes": ("gongkai.screening.redaction.operations", "sizes_op"),
    "pieces": ("gongkai.screening.redaction.operations", "pieces_op"),
    "search": ("gongkai.screening.redaction.operations", "search_op"),
    "render": ("gongkai.screening.redaction.operations", "render_op"),
    "locate": ("gongkai.screening.redaction.operations", "locate_op"),
    "burn": ("gongkai.screening.redaction.operations", "burn_op"),
    "attack": ("gongkai.screening.redaction.operations", "attack_op"),
}
OUT_OF_MEMORY = 3
NICE = 10
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG = 1


def main() -> None:
    order = json.load(sys.stdin)
    _confine(order["limits"])
    # Libraries may print where they like: only the answer goes to the real output.
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    try:
        result = _run(order["operation"], order["data"])
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # cleaning up would need memory
    json.dump(result, answer)
    answer.flush()
    os._exit(0)  # nothing is left to do, and libraries with threads may hang when they are taken down


def perform(operation: str, data: dict[str, Any]) -> Any:
    """Do one of the operations here and now. Raises findings.Unreadable."""
    module, name = OPERATIONS[operation]
    return getattr(importlib.import_module(module), name)(data)


def _run(operation: str, data: dict[str, Any]) -> dict[str, Any]:
    # Not at the top: it brings Django's enums, and the limits should hold for loading them.
    from gongkai.screening.findings import Unreadable

    try:
        return {"done": perform(operation, data)}
    except Unreadable as error:
        return {"refused": str(error)}


def _confine(limits: dict[str, int]) -> None:
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file"], limits["file"]))
    # One second more for the hard limit, so that the signal that says why comes first.
    resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"] + 1))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # a worker that is killed leaves no process behind
    _leave_network(libc)


def _leave_network(libc: ctypes.CDLL) -> None:
    """Go where there is no network, if the system lets us; the limits hold either way."""
    user, group = os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        return
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


if __name__ == "__main__":
    main()
