"""The sitemap protocol: an index, one part for lists, and parts of ten thousand items each."""

from datetime import datetime

from django.db.models import Count, F, IntegerField, Max
from django.db.models.functions import Cast, Coalesce, Floor
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from .page import county_of, public_page
from .queries import agencies_of, open_topics, public_items
from .tree import section_tree

# Items are parted by their number, so that a part stays what it was when newer items come.
PART = 10_000
CHANGED = Coalesce("updated_at", "published_at")


@public_page
def sitemap(request):
    part = Cast(Floor(F("pk") / PART), IntegerField())
    parts = (
        public_items(county_of(request))
        .annotate(part=part)
        .order_by("part")
        .values_list("part")
        .annotate(changed=Max(CHANGED), count=Count("pk"))
    )
    urls = [(reverse("portal:sitemap_lists"), "")]
    urls += [
        (reverse("portal:sitemap_items", args=[number]), _moment(changed)) for number, changed, _ in parts
    ]
    return _xml(request, "portal/sitemap_index.xml", urls, {"home"})


@public_page
def sitemap_lists(request):
    """Everything that is not an item."""
    county = county_of(request)
    names = ["home", "agencies", "topics", "disclosure", "site_map", "help"]
    urls = [reverse(f"portal:{name}") for name in names]
    urls += [node.url for node in section_tree(county).open_nodes()]
    urls += [reverse("portal:agency", args=[agency.code]) for agency in agencies_of(county)]
    urls += [reverse("portal:topic", args=[topic.code]) for topic in open_topics(county)]
    return _xml(request, "portal/sitemap.xml", [(url, "") for url in urls], {"home"})


@public_page
def sitemap_items(request, number):
    """The items whose numbers lie in one stretch of ten thousand."""
    rows = (
        public_items(county_of(request))
        .filter(pk__gte=number * PART, pk__lt=(number + 1) * PART)
        .order_by("pk")
        .values_list("pk", CHANGED)
    )
    urls = [(reverse("portal:item", args=[pk]), _moment(changed)) for pk, changed in rows]
    if not urls:
        raise Http404("part")
    return _xml(request, "portal/sitemap.xml", urls, {"home"})


def _xml(request, template: str, urls: list[tuple[str, str]], tags: set[str]) -> HttpResponse:
    root = request.build_absolute_uri("/").rstrip("/")
    context = {"urls": [(root + url, changed) for url, changed in urls]}
    response = HttpResponse(
        render_to_string(template, context), content_type="application/xml; charset=utf-8"
    )
    response.page_tags = {"layout", *tags}
    return response


def _moment(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
