"""Telling the page cache and the search index what has changed, once the transaction has succeeded."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from gongkai.common.page_cache import purge
from gongkai.search.actions import note_changed

from ..models import Item, Listing, TopicEntry


def purge_items(items: Iterable[Item], *, sections: Iterable[int] = ()) -> None:
    """
    Forget every cached page that shows one of ``items``, and have them indexed again.

    Call it before and after the listing rows change when both sets matter; purging twice does no harm.
    """
    items = list(items)
    tags = {"home", "disclosure", *(f"section:{pk}" for pk in sections)}
    if items:
        ids = [item.pk for item in items]
        tags |= {f"item:{pk}" for pk in ids} | {f"agency:{item.agency_id}" for item in items}
        tags |= {
            f"section:{pk}" for pk in Listing.objects.filter(item__in=ids).values_list("section", flat=True)
        }
        tags |= {
            f"topic:{pk}" for pk in TopicEntry.objects.filter(item__in=ids).values_list("topic", flat=True)
        }
        note_changed("item", ids)
    transaction.on_commit(partial(purge, *sorted(tags)))
