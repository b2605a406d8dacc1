"""
The worker: runs the sweeps of ``settings.SWEEPS`` again and again.

A sweep looks for rows whose work is not done, does it, and returns how many it did; nothing is taken off a queue,
so nothing is lost when the worker is killed. One worker at a time does one sweep (``leases``); the others stand by.

A sweep that may take minutes names a lane of its own in the settings: each lane is a thread, so that publishing does
not wait until a thick file has been looked at.
"""

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django.utils.module_loading import import_string

from . import leases

logger = logging.getLogger(__name__)
LONGEST_PAUSE = 300  # seconds between tries of a sweep that keeps failing
STAND_BY = 5  # seconds until a lease that somebody else holds is asked for again
RENEW_EVERY = leases.LASTS.total_seconds() / 3
NOTE_EVERY = 60  # seconds between two notes that a sweep is well; writing one each second would wear the disk


@dataclass
class Sweep:
    """One line of the settings and how it is going here."""

    name: str
    path: str
    every: float
    lane: str = ""
    due: float = 0.0  # moments of time.monotonic
    failures: int = 0
    noted: float = float("-inf")


def pause_after(failures: int, every: float) -> float:
    """Return the growing pause before the next try."""
    return min(LONGEST_PAUSE, max(every, 1) * 2**failures)


class Worker:
    """
    Runs the sweeps in the calling thread, and those of other lanes in theirs, until ``stop`` is called.

    One more thread renews the leases, so that a sweep may take as long as it needs. ``sweeps``: name → (dotted path,
    seconds between two rounds) or (dotted path, seconds, lane).
    """

    def __init__(self, sweeps: Mapping[str, tuple], clock: Callable[[], float] = time.monotonic):
        self.sweeps = [Sweep(name, *line) for name, line in sweeps.items()]
        self.holder = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        self.clock = clock
        self.held: set[str] = set()
        self.held_since = clock()
        self.stopping = threading.Event()

    def stop(self) -> None:
        self.stopping.set()

    def run(self) -> None:
        keeper = threading.Thread(target=self._keep_leases, name="leases", daemon=True)
        keeper.start()
        lanes = [
            threading.Thread(target=self._run_lane, args=[lane], name=f"sweeps-{lane}", daemon=True)
            for lane in sorted({sweep.lane for sweep in self.sweeps if sweep.lane})
        ]
        for thread in lanes:
            thread.start()
        try:
            self._run_lane("")
        finally:
            self.stopping.set()
            for thread in [keeper, *lanes]:
                # A file being looked at is not waited for: its row is still there, and the next worker begins anew.
                thread.join(timeout=5)
            self._give_back()

    def _run_lane(self, lane: str) -> None:
        mine = [sweep for sweep in self.sweeps if sweep.lane == lane]
        try:
            while not self.stopping.is_set():
                close_old_connections()
                self._run_due(mine)
                next_due = min((sweep.due for sweep in mine), default=float("inf"))
                self.stopping.wait(min(max(0.05, next_due - self.clock()), LONGEST_PAUSE))
        finally:
            if lane:
                connections.close_all()

    def run_once(self) -> dict[str, int | None]:
        """Run each sweep once if nobody else does it; None stands for a failure or somebody else's lease."""
        try:
            return {sweep.name: self._turn(sweep) for sweep in self.sweeps}
        finally:
            self._give_back()

    def run_due(self) -> None:
        self._run_due(self.sweeps)

    def _run_due(self, sweeps: list[Sweep]) -> None:
        for sweep in sweeps:
            if self.stopping.is_set():
                return
            if sweep.due <= self.clock():
                self._turn(sweep)

    def _turn(self, sweep: Sweep) -> int | None:
        """Take the lease, sweep, and set when it is due again. Nothing a sweep raises ends the worker."""
        try:
            if not self._hold(sweep):
                sweep.due = self.clock() + STAND_BY
                return None
            done = import_string(sweep.path)()
            if sweep.failures or self.clock() - sweep.noted > NOTE_EVERY:
                leases.note_done(name=sweep.name, holder=self.holder, now=timezone.now())
                sweep.noted = self.clock()
        except Exception as error:  # whatever it is, the other sweeps go on
            self._fail(sweep, error)
            return None
        if sweep.failures:
            logger.warning("后台任务%s恢复正常。", sweep.name)
        sweep.failures = 0
        sweep.due = self.clock() + sweep.every
        if done:
            logger.info("后台任务%s办了%s件。", sweep.name, done)
        return done

    def _hold(self, sweep: Sweep) -> bool:
        # A laptop that slept, or a machine that hung, must not believe in a lease that has run out meanwhile.
        if sweep.name in self.held and self.clock() - self.held_since < leases.LASTS.total_seconds():
            return True
        if leases.take(name=sweep.name, holder=self.holder, now=timezone.now()):
            if not self.held:
                self.held_since = self.clock()
            self.held.add(sweep.name)
            return True
        self.held.discard(sweep.name)
        return False

    def _fail(self, sweep: Sweep, error: Exception) -> None:
        sweep.failures += 1
        pause = pause_after(sweep.failures, sweep.every)
        sweep.due = self.clock() + pause
        logger.error(
            "后台任务%s第%s次失败，%.0f秒后再试：%s",
            sweep.name,
            sweep.failures,
            pause,
            error,
            exc_info=sweep.failures == 1,
        )
        if isinstance(error, DatabaseError):
            connections.close_all()  # the database may have been away: begin with a fresh connection
            return
        try:
            leases.note_failure(
                name=sweep.name,
                holder=self.holder,
                failures=sweep.failures,
                error=f"{type(error).__name__}: {error}",
            )
        except DatabaseError:
            connections.close_all()

    def _keep_leases(self) -> None:
        while not self.stopping.wait(RENEW_EVERY):
            try:
                close_old_connections()
                self.held = leases.keep(holder=self.holder, now=timezone.now())
                self.held_since = self.clock()
            except DatabaseError as error:
                logger.warning("后台任务的租约没有续上：%s", error)
                connections.close_all()
        connections.close_all()

    def _give_back(self) -> None:
        try:
            leases.give_back(holder=self.holder)
        except DatabaseError as error:
            logger.warning("后台任务的租约没有交还，%s后自行失效：%s", leases.LASTS, error)
