from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from gongkai.common import leases
from gongkai.common.models import Lease

NOW = datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())


def test_a_lease_is_held_by_one_until_it_is_given_back(db):
    assert leases.take(name="search", holder="a", now=NOW)
    assert leases.take(name="search", holder="a", now=NOW)
    assert not leases.take(name="search", holder="b", now=NOW)
    leases.give_back(holder="a")
    assert leases.take(name="search", holder="b", now=NOW)


def test_a_lease_of_a_killed_worker_runs_out(db):
    leases.take(name="search", holder="a", now=NOW)
    later = NOW + leases.LASTS
    assert not leases.take(name="search", holder="b", now=later - timedelta(seconds=1))
    assert leases.take(name="search", holder="b", now=later)
    assert leases.keep(holder="a", now=later) == set()


def test_a_lease_that_is_renewed_does_not_run_out(db):
    leases.take(name="search", holder="a", now=NOW)
    assert leases.keep(holder="a", now=NOW + timedelta(seconds=20)) == {"search"}
    assert not leases.take(name="search", holder="b", now=NOW + leases.LASTS)


def test_how_a_sweep_goes_is_noted_by_its_holder_only(db):
    leases.take(name="search", holder="a", now=NOW)
    leases.note_failure(name="search", holder="a", failures=2, error="x" * 500)
    leases.note_done(name="search", holder="b", now=NOW)
    assert Lease.objects.values_list("failures", "last_error", "last_done_at").get() == (2, "x" * 300, None)
    leases.note_done(name="search", holder="a", now=NOW)
    assert Lease.objects.values_list("failures", "last_error", "last_done_at").get() == (0, "", NOW)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("exists", [False, True])
def test_of_eight_that_ask_at_once_one_gets_the_lease(exists):
    if exists:
        Lease.objects.create(name="search")
    start, taken = Barrier(8), []

    def ask(holder):
        start.wait()
        try:
            taken.append(leases.take(name="search", holder=holder, now=NOW))
        finally:
            connection.close()

    askers = [Thread(target=ask, args=(str(number),)) for number in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert sorted(taken) == [False] * 7 + [True]
