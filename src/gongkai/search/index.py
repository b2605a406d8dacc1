"""
The index on this node's disk (tantivy): opening it, changing it, making it anew.

One process writes at a time; any number read. A commit is atomic, and the position in the outbox is a document of
the same commit: after ``kill -9`` the index is as it was at some position, and what came later is applied again.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import tantivy
from django.conf import settings

from gongkai.common.locks import file_lock

from .documents import Document
from .tokens import tokens_of

FORMAT = 1  # raise it with the schema or the tokens: each node then makes its index anew
TEXT_LIMIT = 200_000  # characters of one document that are indexed and kept for excerpts
HEAP_BYTES = 64_000_000
POSITION_KEY = "position"


class IndexUnreadable(Exception):
    """There is no index on this node yet, or its files are damaged; ``gongkai index rebuild`` makes it anew."""


@dataclass(frozen=True)
class Position:
    """How far the outbox is contained in the index. ``made_at`` tells a restored database from its former self."""

    seq: int = 0
    made_at: str = ""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("scope", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("title_pairs", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("title_singles", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("body_pairs", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("body_singles", tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("published", indexed=True, fast=True)
    builder.add_bytes_field("shown", stored=True)
    return builder.build()


SCHEMA = _schema()


def folder() -> Path:
    return Path(settings.SEARCH_DIR) / f"format-{FORMAT}"


def change_stamp() -> tuple[int, int] | None:
    """Return something that differs after each commit of any process; None when there is no index."""
    try:
        stat = (folder() / "meta.json").stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns


@contextmanager
def reading_errors() -> Iterator[None]:
    """Turn what tantivy raises over missing or damaged files into IndexUnreadable."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexUnreadable(str(error)) from error
    except BaseException as error:
        # A panic inside the library arrives as a BaseException of its own, so that "except Exception" lets it by.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexUnreadable(str(error)) from None


def open_index() -> tantivy.Index:
    """Open this node's index for reading. Raises IndexUnreadable."""
    with reading_errors():
        return tantivy.Index.open(str(folder()))


def position_of(index: tantivy.Index) -> Position:
    """Return how far this index has followed the outbox. Raises IndexUnreadable."""
    with reading_errors():
        searcher = index.searcher()
        query = tantivy.Query.term_query(SCHEMA, "key", POSITION_KEY, "basic")
        hits = searcher.search(query, limit=1).hits
        if not hits:
            raise IndexUnreadable("the index does not say how far it has followed the outbox")
        return Position(**json.loads(bytes(searcher.doc(hits[0][1]).get_first("shown"))))


@contextmanager
def sole_writer() -> Iterator[bool]:
    """Yield True to the one process of this node that may write now, False to every other. Freed by any death."""
    root = Path(settings.SEARCH_DIR)
    root.mkdir(parents=True, exist_ok=True)
    with file_lock(root / "writer.lock", wait=0) as is_mine:
        yield is_mine


def apply(*, removed: Iterable[str], documents: Iterable[Document], position: Position) -> int:
    """Replace or remove documents, move the position, and commit both at once; return how many were added."""
    return _commit(tantivy.Index.open(str(folder())), removed, documents, position)


def build(*, documents: Iterable[Document], position: Position) -> int:
    """
    Make the index from nothing and return how many documents it holds.

    Readers see the former index until the new one is committed; a damaged one is thrown away first.
    """
    path = folder()
    try:
        position_of(open_index())
    except IndexUnreadable:
        shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True, exist_ok=True)
    count = _commit(tantivy.Index(SCHEMA, path=str(path), reuse=True), None, documents, position)
    for other in Path(settings.SEARCH_DIR).glob("format-*"):
        if other != path:
            shutil.rmtree(other, ignore_errors=True)
    return count


def document_key(kind: str, key: int) -> str:
    return f"{kind}:{key}"


def _commit(
    index: tantivy.Index, removed: Iterable[str] | None, documents: Iterable[Document], position: Position
) -> int:
    """``removed=None`` removes everything. Nothing is visible, or survives a crash, before the commit."""
    # Not "with index.writer()": tantivy's context manager commits even when its body raises.
    writer = index.writer(HEAP_BYTES, 1)
    try:
        if removed is None:
            writer.delete_all_documents()
        else:
            for key in (*removed, POSITION_KEY):
                writer.delete_documents_by_term("key", key)
        count = 0
        for document in documents:
            writer.add_document(_entry(document))
            count += 1
        writer.add_document(
            tantivy.Document(key=[POSITION_KEY], shown=[json.dumps(asdict(position)).encode()])
        )
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    writer.wait_merging_threads()
    return count


def _entry(document: Document) -> tantivy.Document:
    text = document.text[:TEXT_LIMIT]
    title = tokens_of(document.title)
    # The body repeats title and 文号, so that one field tells whether a document has all the words.
    body = tokens_of(f"{document.title}\n{document.document_number}\n{text}")
    scope = [f"county{document.county_id}", f"agency{document.agency_id}"]
    scope += [f"section{section_id}" for section_id in document.section_ids]
    shown = {
        "kind": document.kind,
        "key": document.key,
        "title": document.title,
        "url": document.url,
        "published_at": document.published_at.isoformat(),
        "agency": document.agency,
        "section": document.section,
        "document_number": document.document_number,
        "validity": document.validity,
        "text": text,
    }
    return tantivy.Document(
        key=[document_key(document.kind, document.key)],
        scope=[" ".join(scope)],
        title_pairs=[title.pairs],
        title_singles=[title.singles],
        body_pairs=[body.pairs],
        body_singles=[body.singles],
        published=[int(document.published_at.timestamp())],
        shown=[json.dumps(shown, ensure_ascii=False).encode()],
    )
