"""The real server in a process of its own, and what happens when parts of it are killed."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from gongkai.common.serving import collect_static

SOURCES = Path(__file__).parents[3]


def test_static_files_are_collected_once_and_again_when_one_changes(settings, tmp_path, monkeypatch):
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "a.css").write_text("a{}")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    assert [collect_static(), collect_static()] == [True, False]
    (folder / "a.css").write_text("a{color:red}")
    os.utime(folder / "a.css", (time.time() + 60,) * 2)
    assert [collect_static(), collect_static()] == [True, False]
    assert (settings.STATIC_ROOT / "a.css").read_text() == "a{color:red}"


@pytest.fixture
def site(tmp_path_factory):
    """A migrated site in a folder of its own, as an environment for commands."""
    folder = tmp_path_factory.mktemp("site")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "DJANGO_"))
    } | {
        "GONGKAI_DATA_DIR": str(folder),
        "PYTHONPATH": str(SOURCES),
    }
    subprocess.run([sys.executable, "-m", "gongkai.cli", "migrate", "-v0"], env=environment, check=True)
    return environment


def run(site, *arguments):
    command = [sys.executable, "-m", "gongkai.cli", *arguments]
    return subprocess.Popen(command, env=site, stderr=subprocess.DEVNULL)


def is_sweeping(site):
    with closing(sqlite3.connect(Path(site["GONGKAI_DATA_DIR"]) / "gongkai.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM common_lease WHERE holder <> ''").fetchone() != (0,)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def wait_until(true, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def children(pid):
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except (OSError, ValueError):
            continue
    return found


def workers_of(pid):
    """The ids of the web workers and of the process with the sweeps."""
    own = children(pid)
    sweeping = {child for child, command in own.items() if " worker " in command}
    return own.keys() - sweeping, sweeping


def is_gone(pid):
    return not Path(f"/proc/{pid}").exists() or "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()


@pytest.mark.faults
def test_the_server_outlives_its_parts_and_leaves_nobody_behind(site):
    port = free_port()
    server = run(site, "serve", "--port", str(port))
    try:
        assert wait_until(lambda: answers(port))
        assert wait_until(lambda: workers_of(server.pid)[1])
        web, sweeping = workers_of(server.pid)
        os.kill(web.pop(), signal.SIGKILL)
        assert wait_until(lambda: answers(port))
        # The same place killed twice within seconds is where granian alone gives up.
        for _ in range(2):
            assert wait_until(lambda: workers_of(server.pid)[0])
            for pid in workers_of(server.pid)[0]:
                os.kill(pid, signal.SIGKILL)
            time.sleep(1)
        assert wait_until(lambda: answers(port))
        os.kill(sweeping.pop(), signal.SIGKILL)
        assert wait_until(lambda: workers_of(server.pid)[1] - sweeping)
        everybody = list(children(server.pid))
        server.terminate()
        assert server.wait(timeout=40) == 0
        assert wait_until(lambda: all(is_gone(pid) for pid in everybody), 5)
    finally:
        server.kill()


@pytest.mark.faults
def test_the_worker_stops_cleanly_when_asked_and_when_the_server_is_killed(site):
    worker = run(site, "worker")
    assert wait_until(lambda: is_sweeping(site))
    worker.terminate()
    assert worker.wait(timeout=30) == 0
    assert not is_sweeping(site)

    port = free_port()
    server = run(site, "serve", "--port", str(port), "--workers", "1")
    try:
        assert wait_until(lambda: workers_of(server.pid)[1])
        (sweeping,) = workers_of(server.pid)[1]
        assert wait_until(lambda: answers(port))
        everybody = list(children(server.pid))
    finally:
        server.kill()
        server.wait()
    assert wait_until(lambda: is_gone(sweeping), 30)
    for pid in everybody:
        if not is_gone(pid):
            os.kill(pid, signal.SIGKILL)


def test_an_old_database_is_refused_with_the_remedy(tmp_path):
    environment = os.environ | {"GONGKAI_DATA_DIR": str(tmp_path), "PYTHONPATH": str(SOURCES)}
    environment.pop("GONGKAI_DATABASE_URL", None)
    command = [sys.executable, "-m", "gongkai.cli", "serve", "--port", str(free_port())]
    server = subprocess.run(command, env=environment, capture_output=True)
    assert server.returncode == 2
    assert "项升级没有执行。请先备份，再运行 gongkai migrate，然后重新启动。" in server.stderr.decode()
