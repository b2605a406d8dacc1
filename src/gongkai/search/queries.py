"""Searching: the one interface behind which another engine could stand."""

import json
import logging
import re
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from datetime import time as clock_time
from functools import partial

import tantivy
from django.utils import timezone
from django.utils.safestring import SafeString
from tantivy import Occur, Query

from . import index
from .everyday_names import official_wording
from .index import SCHEMA, IndexUnreadable
from .query_words import Word, words_of
from .snippets import marked, pattern, snippet

logger = logging.getLogger(__name__)

PER_PAGE_LIMIT = 100
REACH = 1000  # hits that can be paged to; whoever is not served by them needs better words
SORTS = {"relevance", "newest"}


@dataclass(frozen=True)
class Hit:
    kind: str
    key: int
    title: str
    url: str
    published_at: datetime
    agency: str
    section: str
    document_number: str
    validity: str
    title_html: SafeString
    snippet_html: SafeString


@dataclass(frozen=True)
class Results:
    """``total`` counts all that was found; ``reachable`` is how many of them can be paged to."""

    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    took_ms: float = 0
    page: int = 1
    per_page: int = 20
    instead: str = ""  # what was searched for in place of words that find nothing
    problem: str = ""  # why there are no results, in a sentence for the reader; empty when all went well

    @property
    def reachable(self) -> int:
        return min(self.total, REACH)

    @property
    def pages(self) -> int:
        return -(-self.reachable // self.per_page)


def search(
    query: str,
    *,
    county_id: int,
    agency_id: int | None = None,
    section_id: int | None = None,
    since: date | None = None,
    until: date | None = None,
    in_title: bool = False,
    sort: str = "relevance",
    page: int = 1,
    per_page: int = 20,
) -> Results:
    """
    Return one page of what the public may read and the query finds; ``since`` and ``until`` are both included.

    Nothing a reader types raises: too long is cut, a page beyond the last is the last, and an index that cannot
    be read gives ``problem``. What finds nothing is tried once more in the words of documents (``instead``).
    """
    ask = partial(
        _search,
        county_id=county_id,
        agency_id=agency_id,
        section_id=section_id,
        since=since,
        until=until,
        in_title=in_title,
        sort=sort,
        page=page,
        per_page=per_page,
    )
    results = ask(query)
    if results.total or results.problem or (wording := official_wording(query)) == query:
        return results
    again = ask(wording)
    return replace(again, instead=wording) if again.total else results


def _search(
    query: str,
    *,
    county_id: int,
    agency_id: int | None,
    section_id: int | None,
    since: date | None,
    until: date | None,
    in_title: bool,
    sort: str,
    page: int,
    per_page: int,
) -> Results:
    started = time.perf_counter()
    per_page = max(1, min(per_page, PER_PAGE_LIMIT))
    words = words_of(query)
    if not words:
        return Results(per_page=per_page)
    asked = _asked(words, in_title=in_title)
    asked += _filters(county_id, agency_id, section_id, since, until)
    try:
        with index.reading_errors():
            searcher = _current_index().searcher()
            addresses, total = _found(searcher, Query.boolean_query(asked), newest=sort == "newest")
            page = max(1, min(page, -(-len(addresses) // per_page)))
            wanted = addresses[(page - 1) * per_page : page * per_page]
            found = pattern([mark for word in words for mark in word.marks])
            hits = [_hit(bytes(searcher.doc(address).get_first("shown")), found) for address in wanted]
    except IndexUnreadable:
        logger.exception("The search index cannot be read")
        return Results(
            per_page=per_page,
            problem="站内搜索暂时不能使用，检索库正在重新建立。请稍后再试，或从栏目导航查找。",
        )
    return Results(
        total=total,
        hits=hits,
        took_ms=round((time.perf_counter() - started) * 1000, 1),
        page=page,
        per_page=per_page,
    )


def _asked(words: list[Word], *, in_title: bool) -> list[tuple[Occur, Query]]:
    """What must be found, and what lifts a document: words in its title, above all standing together."""
    where = "title" if in_title else "body"
    asked = []
    for word in words:
        if word.exact:
            asked.append((Occur.Must, _together(word, where)))
        else:
            units = [(Occur.Should, _unit(unit, where)) for unit in word.units]
            asked.append((Occur.Must, Query.boolean_query(units, minimum_number_should_match=word.needed)))
            asked.append((Occur.Should, Query.boost_query(_together(word, "body"), 2.0)))
        asked += [(Occur.Should, Query.boost_query(_unit(unit, "title"), 1.5)) for unit in word.units]
        asked.append((Occur.Should, Query.boost_query(_together(word, "title"), 4.0)))
    return asked


def _unit(unit: str, where: str) -> Query:
    is_pair = len(unit) == 2 and min(unit) >= "\u3005"
    return Query.term_query(SCHEMA, f"{where}_{'pairs' if is_pair else 'singles'}", unit)


def _together(word: Word, where: str) -> Query:
    phrase = word.phrase
    if not phrase:
        return _unit(word.atoms[0], where)
    if len(phrase) == 1:
        return Query.term_query(SCHEMA, f"{where}_pairs", phrase[0])
    return Query.phrase_query(SCHEMA, f"{where}_pairs", phrase)


def _filters(
    county_id: int, agency_id: int | None, section_id: int | None, since: date | None, until: date | None
) -> list[tuple[Occur, Query]]:
    scopes = [f"county{county_id}"]
    if agency_id is not None:
        scopes.append(f"agency{agency_id}")
    if section_id is not None:
        scopes.append(f"section{section_id}")
    filters = [Query.term_query(SCHEMA, "scope", scope, "basic") for scope in scopes]
    if since or until:
        zone = timezone.get_current_timezone()
        first = datetime.combine(since, clock_time.min, zone) if since else None
        last = datetime.combine(until, clock_time.max, zone) if until else None
        filters.append(
            Query.range_query(
                SCHEMA,
                "published",
                tantivy.FieldType.Integer,
                lower_bound=int(first.timestamp()) if first else None,
                upper_bound=int(last.timestamp()) if last else None,
            )
        )
    return [(Occur.Must, Query.const_score_query(each, 0.0)) for each in filters]


def _found(searcher: tantivy.Searcher, query: Query, *, newest: bool) -> tuple[list[tantivy.DocAddress], int]:
    """Return the reachable documents in order, and the count of all. Of two equally good, the newer comes first."""
    if newest:
        result = searcher.search(query, limit=REACH, order_by_field="published", order=tantivy.Order.Desc)
        return [address for _, address in result.hits], result.count
    result = searcher.search(query, limit=REACH)
    addresses = [address for _, address in result.hits]
    scores = [round(score, 2) for score, _ in result.hits]
    dates = searcher.fast_field_values("published", addresses) if addresses else []
    ranked = sorted(range(len(addresses)), key=lambda i: (-scores[i], -(dates[i] or 0)))
    return [addresses[i] for i in ranked], result.count


def _hit(stored: bytes, found: re.Pattern | None) -> Hit:
    shown = json.loads(stored)
    text = shown.pop("text")
    return Hit(
        **{**shown, "published_at": datetime.fromisoformat(shown["published_at"])},
        title_html=marked(shown["title"], found),
        snippet_html=snippet(text, found),
    )


_opened: tuple[str, tuple[int, int], tantivy.Index] | None = None
_opening = threading.Lock()


def _current_index() -> tantivy.Index:
    """Return the index as last committed by any process: a changed file stamp is enough to open it again."""
    global _opened
    stamp = index.change_stamp()
    if stamp is None:
        raise IndexUnreadable("there is no index on this node yet")
    name = str(index.folder())
    with _opening:
        if _opened is None or _opened[:2] != (name, stamp):
            _opened = (name, stamp, index.open_index())
        return _opened[2]
