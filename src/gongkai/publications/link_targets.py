"""Whether an address on our own site leads anywhere."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from gongkai.agencies.models import County
from gongkai.sections.models import Section

from .enums import Visibility
from .models import Attachment, Item

# What an address of each kind of page looks like; the first group names the page.
PATTERNS = {
    "item": re.compile(r"/items/(\d{1,18})/?$"),
    "section": re.compile(r"/sections/(.+?)/?$"),
    "file": re.compile(r"/files/([\w-]+)/"),
}


def own_pages(county: County, links: Iterable[str]) -> Callable[[str], bool | None]:
    """
    Return a function that says of each of ``links`` whether its page is public: None when it is not ours to know.

    A file of a draft counts: it will be public together with the text that links to it. However many links there
    are, they are looked up in three queries, and in none where there are none of a kind.
    """
    pages = {link: _page(county, link) for link in links}
    named: dict[str, set[str]] = {}
    for kind, name in filter(None, pages.values()):
        named.setdefault(kind, set()).add(name)
    items = Item.objects.filter(county=county, visibility=Visibility.PUBLISHED)
    there = {
        "item": {str(pk) for pk in _of(items, "pk", map(int, named.get("item", ())))},
        "section": _of(Section.objects.filter(county=county), "path", named.get("section", ())),
        "file": _of(Attachment.objects.all(), "code", named.get("file", ())),
    }

    def exists(link: str) -> bool | None:
        page = pages[link]
        return None if page is None else page[1] in there[page[0]]

    return exists


def _page(county: County, link: str) -> tuple[str, str] | None:
    parts = urlsplit(link)
    if parts.netloc and parts.hostname != county.domain:
        return None
    for kind, pattern in PATTERNS.items():
        if match := pattern.match(parts.path):
            return kind, str(int(match[1])) if kind == "item" else match[1]
    return None


def _of(rows, field: str, names: Iterable) -> set:
    names = list(names)
    return set(rows.filter(**{f"{field}__in": names}).values_list(field, flat=True)) if names else set()
