import subprocess
import sys
import time

import pytest

from gongkai.common.locks import file_lock

HOLD = """
import sys
from pathlib import Path
from gongkai.common.locks import file_lock
with file_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path):
    """A lock that another process holds until its input ends."""
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield path, process
        process.kill()


def test_only_one_process_has_the_lock_and_its_death_frees_it(held):
    path, process = held
    with file_lock(path, wait=0) as is_mine:
        assert not is_mine
    process.kill()
    process.wait(20)
    with file_lock(path, wait=0) as is_mine:
        assert is_mine


def test_who_may_wait_gets_the_lock_when_it_is_free_and_gives_up_in_time(held):
    path, process = held
    began = time.monotonic()
    with file_lock(path, wait=0.3) as is_mine:
        assert not is_mine
    assert 0.3 <= time.monotonic() - began < 10
    process.stdin.close()
    with file_lock(path, wait=20) as is_mine:
        assert is_mine


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="link"), file_lock(tmp_path / "link"):
        pass
    assert not (tmp_path / "elsewhere").exists()
