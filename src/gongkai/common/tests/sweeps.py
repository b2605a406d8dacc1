"""Sweeps for the tests of the worker."""

calls = []


def works():
    calls.append("works")
    return 3


def breaks():
    calls.append("breaks")
    raise ValueError("坏了")
