"""
The full-page cache of public pages, purged by tags.

A portal is read ten thousand times for each change. A view that names what its page is made of
(``response.page_tags = {"item:12", "section:3"}``) has the whole response kept; ``purge("item:12")`` makes every
page that carries the tag stale, in every process, at once.

Freshness is told by counting, not by clocks, which may be set back. ``purge`` writes the next generation into a
marker file per tag, then raises the common generation. A page remembers the generation at which its rendering
*began*, so one that was made of old data but stored after the purge is stale too.
"""

import fcntl
import gzip
import hashlib
import json
import logging
import os
import re
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

T = TypeVar("T")
logger = logging.getLogger(__name__)

# How long a page is served without being made anew, purged or not: the net under a forgotten tag.
LIFETIME = 600
# How long its file is kept, to be shown when the database is away.
KEPT_FOR = 86_400
MEMORY_LIMIT = 64 * 1024 * 1024
MODE_COOKIE = "mode"
MODES = ("standard", "large", "contrast")
# Pages are kept per host, path, mode and these; a view that names tags may read no other part of the query.
QUERY_NAMES = ("page", "year")
STATUSES = frozenset({200, 301, 410})
NOT_KEPT = frozenset({"set-cookie", "content-length", "vary", "etag", "date"})
TAG = re.compile(r"[a-z]+(?::[0-9]+)?")


def page_mode(request: HttpRequest) -> str:
    """The way of showing pages that the visitor has chosen, as the server renders it."""
    mode = request.COOKIES.get(MODE_COOKIE, "")
    return mode if mode in MODES else MODES[0]


def generation() -> int:
    """How many purges there have been: the size of a file to which each purge adds one byte."""
    try:
        return os.stat(_generation_file()).st_size
    except OSError:
        return 0


def purge(*tags: str) -> None:
    """
    Make every page that carries one of ``tags`` stale, in all processes.

    Call it once the change is committed (``transaction.on_commit``): a page made between a purge and its commit
    would be made of old data and count as fresh.
    """
    markers = [settings.PAGES_DIR / "tags" / _checked(tag) for tag in tags]
    if not markers:
        return
    try:
        markers[0].parent.mkdir(parents=True, exist_ok=True)
        with open(_generation_file(), "ab") as counter:
            fcntl.flock(counter, fcntl.LOCK_EX)
            following = os.fstat(counter.fileno()).st_size + 1
            # The markers come first: whoever sees the new generation must also see what it made stale.
            for marker in markers:
                _write(marker, str(following).encode())
            counter.write(b".")
    except OSError:
        # What was published is published; with the disk full its old pages are seen for LIFETIME at most.
        logger.exception("页面缓存没有清除：%s 不能写入。请检查磁盘空间和文件夹权限。", settings.PAGES_DIR)


def remember(key: Iterable[object], *tags: str, make: Callable[[], T], lifetime: float = 60) -> T:
    """
    Return what ``make`` returned last in this process for ``key``, unless one of ``tags`` was purged since.

    For small things that many pages are made of: the tree of sections, the length of a list.
    """
    whole_key = (str(settings.PAGES_DIR), *key)
    note = _notes.get(whole_key)
    if note is not None and note.stamp.is_fresh(lifetime):
        return note.value
    stamp = Stamp(tags=frozenset(tags), generation=generation())
    value = make()
    if len(_notes) > 5_000:
        _notes.clear()
    _notes[whole_key] = Note(stamp=stamp, value=value)
    return value


@dataclass
class Stamp:
    """What something was made of, and when its making began."""

    tags: frozenset[str]
    generation: int
    made_at: float = field(default_factory=time.time)
    checked: int = -1  # the generation up to which no tag was found purged

    def is_fresh(self, lifetime: float) -> bool:
        # An age below zero means that the clock was set back; the page is made anew.
        if not 0 <= time.time() - self.made_at < lifetime:
            return False
        now = generation()
        if now == self.checked:
            return True
        if now < self.generation or any(_purged_at(tag) > self.generation for tag in self.tags):
            return False
        self.checked = now
        return True


@dataclass
class Note:
    stamp: Stamp
    value: Any


_notes: dict[tuple, Note] = {}


@dataclass
class Page:
    """One kept response, compressed once."""

    stamp: Stamp
    status: int
    headers: list[list[str]]
    body: bytes
    compressed: bytes
    etag: str

    @property
    def size(self) -> int:
        return len(self.body) + len(self.compressed) + 2_000

    def response(self, request: HttpRequest) -> HttpResponse:
        """The answer to this request: the page, compressed if they can read that, or 304 if they have it."""
        gzipped = bool(self.compressed) and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        etag = f'"{self.etag}-gz"' if gzipped else f'"{self.etag}"'
        if self.status == 200 and etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            response: HttpResponse = HttpResponseNotModified()
        else:
            content = self.compressed if gzipped else self.body
            response = HttpResponse(b"" if request.method == "HEAD" else content, status=self.status)
            response.headers["Content-Length"] = str(len(content))
            if gzipped:
                response.headers["Content-Encoding"] = "gzip"
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["ETag"] = etag
        response.headers["Vary"] = "Accept-Encoding, Cookie"
        return response


class PageCacheMiddleware:
    """
    Answers from kept pages before anything else is asked; keeps what a view has tagged.

    A page is only ever made from a request without a session, and shown to everybody alike. When a page cannot be
    made (the database is away), the last one is shown, however old.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.shelf = Shelf()

    def __call__(self, request):
        key = page_key(request)
        if key is None:
            return self.get_response(request)
        page = self.shelf.recall(key)
        if page is not None and page.stamp.is_fresh(LIFETIME):
            return page.response(request)
        # Another process may have made it, or made it anew.
        page = self.shelf.read(key) or page
        if page is not None and page.stamp.is_fresh(LIFETIME):
            return page.response(request)
        begun = generation()
        response = self.get_response(request)
        if response.status_code >= 500 and page is not None:
            return page.response(request)
        if request.method == "GET" and may_be_kept(request, response):
            page = page_of(response, begun=begun)
            self.shelf.keep(key, page)
            return page.response(request)
        return response


def page_key(request: HttpRequest) -> str | None:
    """The name under which the page asked for is kept; None if no kept page may answer."""
    if request.method not in {"GET", "HEAD"} or settings.SERVES == "desk":
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    query = ""
    if request.META.get("QUERY_STRING"):
        query = urlencode([(name, request.GET[name]) for name in QUERY_NAMES if name in request.GET])
    # The folder is part of the name: what a process remembers belongs to one installation (or one test).
    return f"{settings.PAGES_DIR} {request.scheme}://{host}{request.path}?{query}#{page_mode(request)}"


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        bool(getattr(response, "page_tags", None))
        and response.status_code in STATUSES
        and not response.streaming
        and not response.cookies
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and b"csrfmiddlewaretoken" not in response.content
    )


def page_of(response: HttpResponse, *, begun: int) -> Page:
    """The response as it is kept; ``begun`` is the generation at which its making began."""
    body = response.content
    return Page(
        stamp=Stamp(tags=frozenset(map(_checked, response.page_tags)), generation=begun),
        status=response.status_code,
        headers=[[name, value] for name, value in response.items() if name.lower() not in NOT_KEPT],
        body=body,
        compressed=gzip.compress(body, 6, mtime=0) if len(body) > 200 else b"",
        etag=hashlib.sha256(body).hexdigest()[:20],
    )


class Shelf:
    """Kept pages: the latest used in memory, all of them in files that the processes of this machine share."""

    def __init__(self):
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.size = 0
        self.lock = threading.Lock()
        self.stored = 0

    def recall(self, key: str) -> Page | None:
        """The page as this process remembers it."""
        with self.lock:
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def read(self, key: str) -> Page | None:
        """The page as it stands in its file."""
        page = _read(_page_file(key))
        if page is not None:
            self._remember(key, page)
        return page

    def keep(self, key: str, page: Page) -> None:
        self._remember(key, page)
        path = _page_file(key)
        head = {
            "tags": sorted(page.stamp.tags),
            "generation": page.stamp.generation,
            "made_at": page.stamp.made_at,
            "status": page.status,
            "headers": page.headers,
            "etag": page.etag,
            "gzip": bool(page.compressed),
        }
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(head).encode() + b"\n" + (page.compressed or page.body))
            self.stored += 1
            if self.stored % 100 == 0:
                _clear_out(path.parent)
        except OSError:
            # A full disk must not take the site down; the page stays in memory.
            return

    def _remember(self, key: str, page: Page) -> None:
        with self.lock:
            old = self.pages.pop(key, None)
            self.size += page.size - (old.size if old else 0)
            self.pages[key] = page
            while self.size > MEMORY_LIMIT:
                self.size -= self.pages.popitem(last=False)[1].size


def _generation_file() -> str:
    return f"{settings.PAGES_DIR}/generation"


def _purged_at(tag: str) -> int:
    """The generation at which a tag was last purged."""
    try:
        with open(f"{settings.PAGES_DIR}/tags/{tag}", "rb") as marker:
            return int(marker.read())
    except (OSError, ValueError):
        return 0


def _checked(tag: str) -> str:
    if not TAG.fullmatch(tag):
        raise ValueError(f"not a page tag: {tag!r}")
    return tag


def _page_file(key: str) -> Path:
    name = hashlib.sha256(key.encode()).hexdigest()
    return settings.PAGES_DIR / "pages" / name[:2] / name[2:40]


def _read(path: Path) -> Page | None:
    try:
        head, _, rest = path.read_bytes().partition(b"\n")
        said = json.loads(head)
        return Page(
            stamp=Stamp(frozenset(said["tags"]), said["generation"], said["made_at"]),
            status=said["status"],
            headers=said["headers"],
            body=gzip.decompress(rest) if said["gzip"] else rest,
            compressed=rest if said["gzip"] else b"",
            etag=said["etag"],
        )
    except (OSError, ValueError, KeyError, EOFError):
        return None


def _write(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old one or the new one, never half of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise


def _clear_out(folder: Path) -> None:
    """Delete the pages in one folder that nobody has asked for since yesterday."""
    for path in folder.iterdir():
        try:
            if time.time() - path.stat().st_mtime > KEPT_FOR:
                path.unlink()
        except FileNotFoundError:
            continue  # another process was first
