"""Sweeps for the tests of the worker."""

import threading

calls = []
has_begun = threading.Event()  # set once ``waits`` runs
may_go_on = threading.Event()  # lets it end
works_again = threading.Event()  # set when ``works`` runs while ``waits`` is running


def works():
    calls.append("works")
    if has_begun.is_set():
        works_again.set()
    return 3


def breaks():
    calls.append("breaks")
    raise ValueError("坏了")


def waits():
    calls.append("waits")
    has_begun.set()
    may_go_on.wait(20)
    return 1
