import socket
import struct
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from gongkai.common.checkups import ERROR, GOOD
from gongkai.screening import antivirus, checkups
from gongkai.screening.antivirus import AntivirusDown, NotScanned, place_of, read_answer, scan
from gongkai.settings import environment

HARMFUL = b"this stands for something harmful"


class FakeClamd:
    """A scanner that knows one harmful content, and takes no more than ``limit`` bytes."""

    def __init__(self, place, family=socket.AF_UNIX, limit=1 << 30, answer=None):
        self.limit, self.answer = limit, answer
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.bind(place)
        self.socket.listen()
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                if answer := self.reply(stream):
                    connection.sendall(answer.encode() + b"\0")

    def reply(self, stream) -> str:
        command = b""
        while not command.endswith(b"\0"):
            command += stream.read(1)
        if command == b"zVERSION\0":
            return self.answer or "ClamAV 1.0.0/27000"
        content = b""
        while size := struct.unpack("!L", stream.read(4))[0]:
            if len(content) + size > self.limit:
                return "INSTREAM size limit exceeded. ERROR"
            content += stream.read(size)
        if self.answer is not None:
            return self.answer
        return "stream: Made.Up.Name FOUND" if HARMFUL in content else "stream: OK"

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()


@pytest.fixture
def clamd(tmp_path, settings):
    started = []

    def start(**options):
        place = str(tmp_path / "clamd.ctl")
        settings.CLAMAV = f"unix:{place}"
        started.append(FakeClamd(place, **options))

    yield start
    for one in started:
        one.close()


def file_of(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    return path


def test_a_file_is_clean_or_named_after_what_is_in_it(clamd, tmp_path):
    clamd()
    large = b"x" * 700_000
    found = [scan(file_of(tmp_path, content)) for content in (b"", large, large + HARMFUL + large)]
    assert found == [None, None, "Made.Up.Name"]


def test_a_scanner_is_reached_over_tcp_too(tmp_path, settings):
    fake = FakeClamd(("127.0.0.1", 0), socket.AF_INET)
    settings.CLAMAV = f"tcp:127.0.0.1:{fake.socket.getsockname()[1]}"
    found = scan(file_of(tmp_path, HARMFUL))
    fake.close()
    assert found == "Made.Up.Name"


def test_nothing_is_asked_when_no_scanner_is_configured(tmp_path, settings):
    settings.CLAMAV = ""
    assert scan(file_of(tmp_path, HARMFUL)) is None


def test_a_scanner_that_is_not_there_is_no_clean_answer(tmp_path, settings):
    settings.CLAMAV = f"unix:{tmp_path / 'nobody.ctl'}"
    with pytest.raises(AntivirusDown, match="连不上杀毒服务"):
        scan(file_of(tmp_path, b"x"))


@pytest.mark.parametrize("answer", ["", "stream: Can't allocate memory ERROR", "stream: OK?", "OK"])
def test_an_answer_that_says_nothing_is_no_clean_answer(clamd, tmp_path, answer):
    clamd(answer=answer)
    with pytest.raises(AntivirusDown, match="没有完成检查"):
        scan(file_of(tmp_path, b"x"))


def test_a_file_too_large_for_the_scanner_does_not_count_as_the_scanner_being_down(clamd, tmp_path):
    clamd(limit=1000)
    with pytest.raises(NotScanned, match="StreamMaxLength"):
        scan(file_of(tmp_path, b"x" * 5_000_000))


def test_a_found_name_may_hold_anything():
    assert read_answer("stream: Win.Test.X-1 (a: FOUND) FOUND") == "Win.Test.X-1 (a: FOUND)"


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("unix:/run/clamav/clamd.ctl", (socket.AF_UNIX, "/run/clamav/clamd.ctl")),
        ("tcp:127.0.0.1:3310", (socket.AF_INET, ("127.0.0.1", 3310))),
        ("tcp:scanner:3310", (socket.AF_INET, ("scanner", 3310))),
        ("tcp:[::1]:3310", (socket.AF_INET6, ("::1", 3310))),
    ],
)
def test_the_setting_names_a_socket(setting, place, monkeypatch):
    monkeypatch.setenv("GONGKAI_CLAMAV", setting)
    assert place_of(environment.socket_address("GONGKAI_CLAMAV")) == place


@pytest.mark.parametrize("setting", ["/run/clamd.ctl", "unix:run", "tcp:127.0.0.1", "tcp:a:b", "http://x:1"])
def test_a_setting_that_names_no_socket_is_refused_with_an_example(setting, monkeypatch):
    monkeypatch.setenv("GONGKAI_CLAMAV", setting)
    with pytest.raises(ImproperlyConfigured, match="设置 GONGKAI_CLAMAV 的值.*请写 unix:/run"):
        environment.socket_address("GONGKAI_CLAMAV")


def test_the_doctor_says_whether_the_scanner_answers(db, clamd, settings, tmp_path):
    settings.CLAMAV = ""
    levels = [next(checkups.scanner()).level]
    settings.CLAMAV = f"unix:{tmp_path / 'nobody.ctl'}"
    levels.append(next(checkups.scanner()).level)
    clamd()
    levels.append(next(checkups.scanner()).level)
    assert levels == [GOOD, ERROR, GOOD]
    assert antivirus.version() == "ClamAV 1.0.0/27000"
