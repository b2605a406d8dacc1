"""kill -9 in the middle of 200 saves and signatures: nothing acknowledged is lost, nothing is half published."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.faults

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "k" * 32
COUNT = 100  # of each kind: 200 requests under way together


class Server:
    """A real ``gongkai serve`` in a process group of its own, on a free port of the loopback address."""

    def __init__(self, data_dir: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "GONGKAI_DATA_DIR": str(data_dir),
            "GONGKAI_DATABASE_URL": "",
            "GONGKAI_SITE_URL": f"http://127.0.0.1:{self.port}",
            "DJANGO_SETTINGS_MODULE": "gongkai.settings",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }
        self.process = None

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def gongkai(self, *arguments: str) -> str:
        return self.run("-m", "gongkai.cli", *arguments)

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gongkai.cli", "serve", "--port", str(self.port)],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(300):
            try:
                with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
                    connection.request("GET", "/healthz")
                    if connection.getresponse().status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not answer within 30 s")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)

    def post(self, path: str, cookie: dict, data: dict) -> tuple[int, str]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"{cookie['name']}={cookie['value']}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
        }
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("POST", path, urlencode(data), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()


def test_kill_nine_during_saves_and_signatures_loses_nothing_acknowledged(tmp_path):
    server = Server(tmp_path / "data")
    server.gongkai("migrate", "--verbosity", "0")
    county = json.loads(server.run("-m", "tests.faults.county", str(COUNT)))
    server.start()
    saved, signed = {}, set()
    answered = threading.Semaphore(0)

    def save(number: int, draft: dict) -> None:
        data = {
            "revision": draft["revision"],
            "title": f"改过的第{number}份草稿",
            "kind": "notice",
            "body": "<p>改</p>",
        }
        try:
            status, text = server.post(f"/desk/items/{draft['item']}/save/", county["clerk"], data)
        except (OSError, http.client.HTTPException):
            return  # killed under way: nothing was promised
        if status == 200:
            saved[draft["item"]] = (data["title"], json.loads(text)["revision"])
            answered.release()

    def sign(waiting: dict) -> None:
        data = {"decision": "approved", "position": waiting["position"], "seen_hash": waiting["hash"]}
        try:
            status, _ = server.post(f"/desk/items/{waiting['item']}/decide/", county["signer"], data)
        except (OSError, http.client.HTTPException):
            return
        if status == 302:
            signed.add(waiting["item"])
            answered.release()

    with ThreadPoolExecutor(2 * COUNT) as pool:
        for number, (draft, waiting) in enumerate(zip(county["drafts"], county["waiting"], strict=True)):
            pool.submit(save, number, draft)
            pool.submit(sign, waiting)
        for _ in range(COUNT // 2):
            assert answered.acquire(timeout=60), "the server answers too little"
        server.kill()
    assert 0 < len(saved) + len(signed) < 2 * COUNT, "the kill did not fall into the middle of the work"

    state = json.loads(server.run("-m", "tests.faults.state"))
    lost_saves = {
        item: said for item, said in saved.items() if tuple(state["drafts"].get(str(item), ())) != said
    }
    assert lost_saves == {}
    assert signed - set(state["published"]) == set()
    assert state["half_published"] == []
    assert re.search("完整|ok", server.gongkai("audit", "verify"))

    server.start()  # and it goes on by itself
    rest = [each for each in county["waiting"] if each["item"] not in state["published"]]
    for waiting in rest:
        sign(waiting)
    server.kill()
    assert set(json.loads(server.run("-m", "tests.faults.state"))["published"]) == {
        each["item"] for each in county["waiting"]
    }
