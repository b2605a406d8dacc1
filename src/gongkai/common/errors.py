"""Errors that a person at the desk can cause; each carries the full Chinese sentence they will read."""


class NotAllowed(Exception):
    """What was asked is not possible now; ``str(error)`` says why and what to do next."""


class Conflict(NotAllowed):
    """Somebody else was first; ``str(error)`` says who, when, and what became of the work."""
