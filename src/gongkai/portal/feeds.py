"""Atom feeds: all of the county, a section, an office, a topic."""

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from gongkai.agencies.models import Agency
from gongkai.publications.enums import Visibility
from gongkai.publications.models import Item

from .metadata import shown_date
from .page import county_of, not_found
from .queries import open_topics
from .tree import section_tree

ENTRIES = 30


class ItemFeed(Feed):
    """The newest items of something; ``get_object`` says of what, and which tags the feed is kept under."""

    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        try:
            response = super().__call__(request, *args, **kwargs)
        except Http404:
            return not_found(request)
        response.page_tags = {"layout", *request.feed_tags}
        return response

    def items(self, found):
        items = found["items"].filter(county=found["county"], visibility=Visibility.PUBLISHED)
        return (
            items.select_related("published_version", "agency")
            .only(
                "published_at",
                "original_published_at",
                "updated_at",
                "published_version__title",
                "published_version__summary",
                "agency__name",
            )
            .order_by("-listed_at", "-pk")[:ENTRIES]
        )

    def title(self, found):
        return f"{found['name']} - {found['county'].site_name}"

    def subtitle(self, found):
        return f"{found['county'].name}公开的信息，最新{ENTRIES}条"

    def link(self, found):
        return found["url"]

    def item_title(self, item):
        return item.published_version.title

    def item_description(self, item):
        return item.published_version.summary

    def item_link(self, item):
        return reverse("portal:item", args=[item.pk])

    def item_pubdate(self, item):
        return timezone.localtime(shown_date(item))

    def item_updateddate(self, item):
        return timezone.localtime(item.updated_at or shown_date(item))

    def item_author_name(self, item):
        return item.agency.name


class AllFeed(ItemFeed):
    def get_object(self, request):
        county = county_of(request)
        request.feed_tags = {"home"}
        return {
            "county": county,
            "name": "最新公开信息",
            "url": reverse("portal:home"),
            "items": Item.objects,
        }


class SectionFeed(ItemFeed):
    def get_object(self, request, path):
        county = county_of(request)
        node = section_tree(county).by_path.get(path)
        if node is None or node.is_archived:
            raise Http404("section")
        request.feed_tags = {f"section:{node.pk}"}
        items = Item.objects.filter(listings__section=node.pk)
        return {"county": county, "name": node.name, "url": node.url, "items": items}


class AgencyFeed(ItemFeed):
    def get_object(self, request, code):
        county = county_of(request)
        agency = get_object_or_404(Agency, county=county, code=code)
        request.feed_tags = {f"agency:{agency.pk}"}
        url = reverse("portal:agency", args=[agency.code])
        return {"county": county, "name": agency.name, "url": url, "items": agency.items}


class TopicFeed(ItemFeed):
    def get_object(self, request, code):
        county = county_of(request)
        topic = get_object_or_404(open_topics(county), code=code)
        request.feed_tags = {f"topic:{topic.pk}"}
        items = Item.objects.filter(topic_entries__topic=topic)
        url = reverse("portal:topic", args=[topic.code])
        return {"county": county, "name": topic.name, "url": url, "items": items}
