import threading

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from gongkai.common import leases
from gongkai.common.models import Lease
from gongkai.common.sweeping import Worker, pause_after

from . import sweeps

WORKS = "gongkai.common.tests.sweeps.works"
BREAKS = "gongkai.common.tests.sweeps.breaks"


@pytest.fixture(autouse=True)
def no_calls():
    sweeps.calls.clear()
    sweeps.has_begun.clear()
    sweeps.works_again.clear()


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_sweep_is_run_again_when_it_is_due(db):
    clock = Clock()
    worker = Worker({"a": (WORKS, 5)}, clock=clock)
    for second in (0, 1, 4.9, 5, 5.1, 10):
        clock.now = 1000 + second
        worker.run_due()
    assert sweeps.calls == ["works"] * 3


def test_a_sweep_that_fails_is_tried_at_growing_pauses_and_stops_nobody(db, caplog):
    clock = Clock()
    worker = Worker(
        {"a": (BREAKS, 1), "b": (WORKS, 1000), "c": ("gongkai.nowhere.nothing", 1000)}, clock=clock
    )
    tried = []
    for second in range(60):
        clock.now = 1000 + second
        before = len(sweeps.calls)
        worker.run_due()
        if "breaks" in sweeps.calls[before:]:
            tried.append(second)
    assert tried == [0, 2, 6, 14, 30]
    assert sweeps.calls.count("works") == 1
    lease = Lease.objects.get(name="a")
    assert [lease.failures, lease.last_error] == [5, "ValueError: 坏了"]
    assert Lease.objects.get(name="c").last_error.startswith("ModuleNotFoundError")


def test_pauses_grow_up_to_five_minutes():
    assert [pause_after(failures, 1) for failures in (1, 2, 3, 8, 9, 50)] == [2, 4, 8, 256, 300, 300]


def test_a_second_worker_stands_by_and_takes_over_after_a_clean_stop(db):
    first, second = Worker({"a": (WORKS, 1)}, clock=Clock()), Worker({"a": (WORKS, 1)}, clock=Clock())
    first.run_due()
    second.run_due()
    assert [sweeps.calls, second.sweeps[0].due] == [["works"], 1005]
    first._give_back()
    second.clock.now = 1005
    second.run_due()
    assert sweeps.calls == ["works"] * 2


def test_a_worker_that_slept_longer_than_its_lease_asks_again(db):
    clock = Clock()
    sleeper = Worker({"a": (WORKS, 1)}, clock=clock)
    sleeper.run_due()
    Lease.objects.update(holder="another", held_until=timezone.now() + leases.LASTS)
    clock.now += leases.LASTS.total_seconds() + 1
    sleeper.run_due()
    assert sweeps.calls == ["works"]


def test_once_runs_each_sweep_and_leaves_no_lease_behind(db, settings, capsys):
    settings.SWEEPS = {"a": (WORKS, 1), "b": (BREAKS, 1)}
    call_command("worker", "--once")
    assert capsys.readouterr().out == ("a：办了3件\nb：没有执行（别处正在执行，或失败，详见日志）\n")
    assert not Lease.objects.exclude(held_until=None).exists()


def test_a_sweep_that_is_well_writes_to_the_database_once_a_minute(db, django_assert_num_queries):
    clock = Clock()
    worker = Worker({"a": (WORKS, 1)}, clock=clock)
    worker.run_due()
    clock.now += 1
    with django_assert_num_queries(0):
        worker.run_due()


def test_a_sweep_that_takes_long_holds_up_no_other_lane(transactional_db):
    worker = Worker({"slow": ("gongkai.common.tests.sweeps.waits", 1, "files"), "a": (WORKS, 0.05)})
    sweeps.may_go_on.clear()

    def run():
        worker.run()
        connections.close_all()  # the thread's own

    running = threading.Thread(target=run)
    running.start()
    try:
        assert sweeps.has_begun.wait(10)
        assert sweeps.works_again.wait(10)
    finally:
        worker.stop()
        sweeps.may_go_on.set()
        running.join(10)
    assert not running.is_alive()
    assert not Lease.objects.exclude(held_until=None).exists()
