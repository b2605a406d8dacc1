"""What the worker does for screening: look into files that wait, make the copies that were asked for."""

import logging
from collections.abc import Callable

from django.db.models import QuerySet

from . import antivirus
from .actions.files import run_check, run_copy
from .enums import FileState
from .models import CleanCopy, FileCheck

logger = logging.getLogger(__name__)
AT_ONCE = 20  # then the copies get their turn


def check_files() -> int:
    """Look into waiting files, the oldest first; the one that was tried before comes last, so that it holds up none."""
    waiting = FileCheck.objects.filter(state=FileState.WAITING).select_related("file", "county")
    return _each(waiting.order_by("tries", "asked_at", "pk"), run_check)


def make_copies() -> int:
    """Make the public copies that were asked for."""
    waiting = CleanCopy.objects.filter(state=FileState.WAITING).select_related("original")
    return _each(waiting.order_by("tries", "asked_at", "pk"), run_copy)


def _each(rows: QuerySet, do: Callable) -> int:
    done = 0
    for row in rows[:AT_ONCE]:
        try:
            do(row)
            done += 1
        except antivirus.AntivirusDown:
            raise  # nothing can be looked at until it answers: the sweep fails and is tried again later
        except Exception:
            # One file must not hold up the others; it is tried again, and refused after the third time.
            logger.exception("file %s could not be handled", row.pk)
    return done
