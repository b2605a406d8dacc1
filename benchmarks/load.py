"""Asking one address as fast as it answers, for a bounded time."""

import http.client
import shutil
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

_WRK_REPORT = """
done = function(summary, latency, requests)
  local bad = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %f %f %f\\n", summary.requests, summary.duration, bad,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
"""


@dataclass(frozen=True)
class Load:
    per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    errors: int


def ask(url: str, *, seconds: float, connections: int) -> Load:
    """Load ``url`` with wrk when it is installed, else with threads of our own (slower than the fastest answers)."""
    if shutil.which("wrk"):
        return _wrk(url, seconds, connections)
    return _threads(url, seconds, connections)


def _wrk(url: str, seconds: float, connections: int) -> Load:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_WRK_REPORT)
        script.flush()
        said = subprocess.run(
            [
                "wrk",
                "-t1",
                f"-c{connections}",
                f"-d{int(seconds)}s",
                "-H",
                "Accept-Encoding: gzip",
                "-s",
                script.name,
                url,
            ],
            capture_output=True,
            text=True,
            timeout=seconds + 60,
            check=True,
        ).stdout
    words = next(line for line in said.splitlines() if line.startswith("RESULT")).split()[1:]
    requests, microseconds, errors = map(int, words[:3])
    p50, p95, p99 = (float(word) / 1000 for word in words[3:])
    return Load(requests / (microseconds / 1e6), p50, p95, p99, errors)


def _threads(url: str, seconds: float, connections: int) -> Load:
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    end = time.monotonic() + seconds
    times: list[list[float]] = [[] for _ in range(connections)]
    errors = [0] * connections

    def go(mine: int) -> None:
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
        while (began := time.monotonic()) < end:
            try:
                connection.request("GET", target, headers={"Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                answer.read()
                errors[mine] += answer.status != 200
            except (OSError, http.client.HTTPException):
                errors[mine] += 1
                connection.close()
            times[mine].append(time.monotonic() - began)

    threads = [threading.Thread(target=go, args=(mine,)) for mine in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = sorted(each * 1000 for mine in times for each in mine)
    at = [
        taken[min(len(taken) - 1, int(len(taken) * share))] if taken else 0.0 for share in (0.5, 0.95, 0.99)
    ]
    return Load(len(taken) / seconds, *at, sum(errors))
