"""
Sending a stored file. The caller has decided that this reader may have it.

A public file may be kept by browsers and proxies but must be asked for again each time (``no-cache`` with an
ETag): when an item is taken down its files must stop working at once. Behind nginx set GONGKAI_ACCEL_PREFIX to
the address of an ``internal`` location over the files folder; nginx then sends the bytes and does the ranges.
"""

import io
import re

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from .models import StoredFile
from .queries import open_file, relative_path
from .types import tidy_name

SHOWN_INLINE = {"application/pdf", "text/plain"}  # and images
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


def serve(
    request: HttpRequest, stored: StoredFile, name: str, *, inline: bool, private: bool
) -> HttpResponseBase:
    """
    Return the response that sends ``stored`` under ``name``: whole, a byte range (206), or 304 when unchanged.

    ``inline`` is a wish: only images, PDF and plain text are shown in the browser, all else is downloaded.
    ``private`` is for everything that is not on the public site; it is never cached.
    """
    etag = f'"{stored.sha256}"'
    response = None if private else get_conditional_response(request, etag=etag)
    if response is None:
        response = _accelerated(stored) if settings.ACCEL_PREFIX else _streamed(request, stored, etag)
        inline = inline and _may_be_shown(stored)
        response["Content-Disposition"] = content_disposition_header(
            not inline, tidy_name(name, stored.extension)
        )
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-store" if private else "public, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    if not stored.is_image:
        response["Content-Security-Policy"] = _policy(stored)
    return response


def _may_be_shown(stored: StoredFile) -> bool:
    return stored.is_image or stored.media_type.partition(";")[0] in SHOWN_INLINE


def _policy(stored: StoredFile) -> str:
    if stored.media_type == "application/pdf":
        # Chromium does not open its PDF viewer in a sandboxed document. A PDF cannot become a page of ours: its
        # type comes from its bytes, and nosniff holds the browser to it.
        return "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    return "sandbox; default-src 'none'; frame-ancestors 'self'"


def _accelerated(stored: StoredFile) -> HttpResponse:
    response = HttpResponse(content_type=stored.media_type)
    response["X-Accel-Redirect"] = f"{settings.ACCEL_PREFIX}/{relative_path(stored.sha256)}"
    return response


def _streamed(request: HttpRequest, stored: StoredFile, etag: str) -> HttpResponseBase:
    try:
        wanted = _wanted_range(request, stored.size, etag)
    except ValueError:
        response = HttpResponse(status=416, content_type="text/plain; charset=utf-8")
        response["Content-Range"] = f"bytes */{stored.size}"
        return response
    file = open_file(stored)
    if wanted is None:
        response = FileResponse(file, content_type=stored.media_type)
        response["Content-Length"] = stored.size
    else:
        first, last = wanted
        response = FileResponse(_Part(file, first, last), status=206, content_type=stored.media_type)
        response["Content-Length"] = last - first + 1
        response["Content-Range"] = f"bytes {first}-{last}/{stored.size}"
    response.block_size = 64 * 1024
    response["Accept-Ranges"] = "bytes"
    return response


def _wanted_range(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """
    Return the first and last byte asked for, or None for the whole; raise ValueError when there is no such part.

    Several ranges at once, and a range of an older content (If-Range), are answered with the whole
    (RFC 9110 14.2: a server may ignore a Range).
    """
    match = RANGE.match(request.headers.get("Range", "").replace(" ", ""))
    if request.method != "GET" or match is None or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = match.groups()
    if not first and not last:
        return None
    if not first:  # the last so many bytes
        first, last = max(0, size - int(last)), size - 1
    else:
        first, last = int(first), min(int(last or size - 1), size - 1)
    if first > last:
        raise ValueError("no such part")
    return first, last


class _Part(io.RawIOBase):
    """Bytes ``first`` to ``last`` of a file, which is closed with it."""

    def __init__(self, file, first: int, last: int):
        self.file = file
        self.left = last - first + 1
        file.seek(first)

    def readable(self):
        return True

    def read(self, size=-1):
        data = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(data)
        return data

    def close(self):
        self.file.close()
        super().close()
