"""Comparing the files on disk with their rows."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from .models import StoredFile
from .queries import path_of

MISSING, CORRUPT, ORPHANED = "missing", "corrupt", "orphaned"


@dataclass(frozen=True)
class Finding:
    problem: str
    path: str  # under the files folder


def compare_with_disk() -> Iterator[Finding]:
    """
    Yield rows whose file is missing or has other bytes, then files that no row knows.

    An orphaned file does no harm: an upload that broke off leaves one. While people are uploading, a file whose
    row is about to be written can be listed too.
    """
    known = set()
    for stored in StoredFile.objects.order_by("sha256").iterator():
        known.add(stored.sha256)
        path = path_of(stored)
        relative = str(path.relative_to(settings.FILES_DIR))
        if not path.is_file():
            yield Finding(MISSING, relative)
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != stored.sha256:
                yield Finding(CORRUPT, relative)
    for path in sorted(settings.FILES_DIR.rglob("*")):
        if path.is_file() and path.name not in known:
            yield Finding(ORPHANED, str(path.relative_to(settings.FILES_DIR)))
