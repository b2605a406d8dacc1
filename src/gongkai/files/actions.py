"""Taking files in. A content is never changed and never deleted here; records only point to it."""

import hashlib
import io
import os
import tempfile
from pathlib import Path
from typing import IO

from django.conf import settings

from . import images
from .models import StoredFile
from .queries import relative_path
from .types import FileRefused, FileType, recognise

__all__ = ["FileRefused", "store"]

INCOMING = "incoming"  # on the same disk as the files, so that moving one in is a single step
CHUNK = 1 << 20


def store(content: IO[bytes] | bytes, *, name: str) -> StoredFile:
    """
    Keep ``content`` and return its row; the same content gives the same row, also when two upload it at once.

    Pictures are stored without camera data (files.images), so the SHA-256 is that of what readers will get.
    The file is on disk, complete and synced, before its row exists: after a crash there may be a file without a
    row, which ``gongkai files check`` lists, but never a row without its file. Raises FileRefused.
    """
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    folder = settings.FILES_DIR / INCOMING
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    path = Path(temporary)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            sha256 = _copy(source, file)
            kind = recognise(file, name=name)
        width, height = _clean_picture(path, kind)
        if width:
            sha256 = _hash(path)
        size = path.stat().st_size
        _move_in(path, settings.FILES_DIR / relative_path(sha256))
    finally:
        path.unlink(missing_ok=True)
        path.with_suffix(".clean").unlink(missing_ok=True)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={
            "size": size,
            "media_type": kind.media_type,
            "extension": kind.extension,
            "width": width,
            "height": height,
        },
    )
    return stored


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest, size = hashlib.sha256(), 0
    source.seek(0)
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > settings.UPLOAD_LIMIT:
            limit = settings.UPLOAD_LIMIT // (1024 * 1024)
            raise FileRefused(
                f"文件超过 {limit} MB，不能上传。请压缩图片、拆成几个文件，或者联系系统管理员。"
            )
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    return digest.hexdigest()


def _clean_picture(path: Path, kind: FileType) -> tuple[int | None, int | None]:
    if not kind.media_type.startswith("image/"):
        return None, None
    try:
        return images.clean(path, kind.media_type)
    except images.BadImage as error:
        raise FileRefused(str(error)) from error


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _move_in(path: Path, place: Path) -> None:
    """Put a complete file in its place. Where the same content lies already, a damaged copy is healed by it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    path.chmod(settings.FILE_UPLOAD_PERMISSIONS)
    _sync(path)
    path.replace(place)
    for folder in (place.parent, place.parent.parent, settings.FILES_DIR):
        _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
