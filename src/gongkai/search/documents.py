"""
What can be found: the documents that other rooms hand to the index.

``search`` stands below the rooms whose texts it finds, so it imports none of them: ``settings.SEARCH_SOURCES``
names, for each kind, a function ``documents(keys: list[int] | None) -> Iterable[Document]``. Asked for keys, it
yields those that the public may read now and leaves out the others; asked for ``None``, it yields all of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, kw_only=True)
class Document:
    """
    One page a resident can find.

    ``section_ids`` names its sections and all sections above them. ``agency``, ``section``, ``document_number``
    and ``validity`` are given back with a hit as they came.
    """

    kind: str
    key: int
    county_id: int
    title: str
    text: str
    url: str
    published_at: datetime
    agency_id: int | None = None
    section_ids: Sequence[int] = ()
    document_number: str = ""
    validity: str = ""
    agency: str = ""
    section: str = ""


def source(kind: str) -> Callable[[list[int] | None], Iterable[Document]]:
    """Return the function that yields the documents of this kind; KeyError when no room offers them."""
    return import_string(settings.SEARCH_SOURCES[kind])
