"""A room with documents, for tests: what is in ``PUBLIC`` may be read."""

from collections.abc import Iterable
from datetime import UTC, datetime

from gongkai.search.documents import Document

PUBLIC: dict[int, Document] = {}


def documents(keys: list[int] | None) -> Iterable[Document]:
    return [PUBLIC[key] for key in (PUBLIC if keys is None else keys) if key in PUBLIC]


def a_document(key: int, title: str, text: str = "", **others) -> Document:
    return Document(
        **{
            "kind": "item",
            "key": key,
            "county_id": 1,
            "title": title,
            "text": text,
            "url": f"/items/{key}/",
            "published_at": datetime(2026, 3, 2, 1, tzinfo=UTC),
            **others,
        }
    )
