"""Locks between processes of one machine. Any death frees them."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STEP = 0.2  # seconds between two tries


@contextmanager
def file_lock(path: Path, *, wait: float | None = None) -> Iterator[bool]:
    """
    Hold the lock that the file at ``path`` stands for, and yield whether it was got.

    ``wait`` is how many seconds to try: 0 asks once, None waits for ever. A link in place of the file raises OSError.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        yield _locked(lock, wait)
    finally:
        os.close(lock)


def _locked(lock: int, wait: float | None) -> bool:
    if wait is None:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return True
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return False
            time.sleep(STEP)
        else:
            return True
