"""Addresses of the site before this one, and everything else that leads nowhere."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve, reverse

from gongkai.publications.enums import Visibility
from gongkai.publications.models import OldAddress

from ..page import county_of, public_page

LONGEST = 500  # characters of an address that were kept


@public_page
def old_address(request, path):
    """
    Lead an old address on to where its content is now; the query is part of many old addresses.

    Comes last of all addresses, so that it also puts right a forgotten slash.
    """
    if not request.path.endswith("/") and is_known(f"{request.path}/"):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{request.path}/" + (f"?{query}" if query else ""))
    full = request.get_full_path()
    candidates = {text for text in (full, request.path) if len(text) <= LONGEST}
    found = list(
        OldAddress.objects.filter(county=county_of(request), path__in=candidates).select_related(
            "item", "section"
        )
    )
    for old in sorted(found, key=lambda old: old.path != full):
        if old.section is not None:
            return HttpResponsePermanentRedirect(reverse("portal:section", args=[old.section.path]))
        if old.item.visibility != Visibility.UNPUBLISHED:
            return HttpResponsePermanentRedirect(old.item.get_absolute_url())
    raise Http404("address")


def is_known(path):
    """Whether a view other than this one answers at ``path``."""
    try:
        return resolve(path).url_name != "old_address"
    except Resolver404:
        return False
