"""What ``gongkai serve`` does besides listening: collects static files, keeps the worker beside the web server."""

import hashlib
import logging
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

import gongkai

from .locks import file_lock

logger = logging.getLogger("gongkai.serve")
MARK = ".collected"
SHORTEST_LIFE = 10  # seconds; a process that dies sooner than this is waited for before it is started again


def static_fingerprint() -> str:
    """Return what changes whenever a static file of the product does, without reading them all."""
    digest = hashlib.sha256(gongkai.__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path}:{state.st_size}:{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static() -> bool:
    """Copy the static files to STATIC_ROOT if they changed since the last start; return whether they did."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    fingerprint = static_fingerprint()
    # Two servers (portal and desk apart) may start at once over the same folder.
    with file_lock(root.parent / ".static.lock"):
        mark = root / MARK
        if mark.exists() and mark.read_text() == fingerprint:
            return False
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(fingerprint)
    return True


class WorkerBeside:
    """
    Keeps one ``gongkai worker`` process running for as long as the server does.

    A process of its own, because a fault in a native library (search, PDF) must not take the website with it.
    """

    def __init__(self, parent: int):
        self.command = [sys.executable, "-m", "gongkai.cli", "worker", "--parent", str(parent)]
        self.stopping = threading.Event()
        self.process: subprocess.Popen | None = None
        self.thread = threading.Thread(target=self._keep, name="worker-beside", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """Ask the worker to finish what it is doing; insist after ten seconds."""
        self.stopping.set()
        process = self.process
        if process and process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _keep(self) -> None:
        while not self.stopping.is_set():
            began = time.monotonic()
            self.process = subprocess.Popen(self.command)  # noqa: S603  our own command, no shell, nothing typed by anyone
            while self.process.poll() is None and not self.stopping.wait(0.5):
                pass
            if self.stopping.is_set():
                return
            logger.error("后台任务进程意外结束（%s），重新启动。", self.process.returncode)
            if time.monotonic() - began < SHORTEST_LIFE:
                self.stopping.wait(SHORTEST_LIFE)
