"""Where a stored file is, and how to read it."""

from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from .models import StoredFile


def relative_path(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def path_of(stored: StoredFile) -> Path:
    return settings.FILES_DIR / relative_path(stored.sha256)


def open_file(stored: StoredFile) -> BinaryIO:
    """Open the content for reading; the caller closes it."""
    return path_of(stored).open("rb")
