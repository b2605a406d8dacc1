"""Public addresses. Their names and forms are fixed: other rooms, search engines and printed pages point to them."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from gongkai.annual_reports import converters  # noqa: F401 - <report_form:…>

from .feeds import AgencyFeed, AllFeed, SectionFeed, TopicFeed
from .sitemaps import sitemap, sitemap_items, sitemap_lists
from .views import (
    agencies,
    disclosure,
    home,
    items,
    old_addresses,
    report_check,
    search,
    sections,
    service,
    topics,
)

app_name = "portal"


class Download(StringConverter):
    regex = "csv|xlsx"


class HexColour(StringConverter):
    regex = "[0-9a-fA-F]{6}"


register_converter(Download, "download")
register_converter(HexColour, "colour")

urlpatterns = [
    path("", home.home, name="home"),
    path("sections/<path:path>/", sections.section, name="section"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/report.<report_form:form>", items.report, name="report"),
    path("files/<str:code>/<str:name>", items.file, name="file"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/<slug:code>/", agencies.agency, name="agency"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<slug:code>/", topics.topic, name="topic"),
    path("topics/<slug:code>/<int:number>/", topics.topic_group, name="topic_group"),
    path("disclosure/", disclosure.disclosure, name="disclosure"),
    path("disclosure/agencies/", disclosure.by_agency, name="disclosure_agencies"),
    path("disclosure/agencies/<slug:code>/", disclosure.catalogue_agencies, name="catalogue_agencies"),
    path(
        "disclosure/agencies/<slug:code>.<download:form>",
        disclosure.download_agencies,
        name="download_agencies",
    ),
    path("disclosure/themes/", disclosure.by_theme, name="disclosure_themes"),
    path("disclosure/themes/<slug:code>/", disclosure.catalogue_themes, name="catalogue_themes"),
    path("disclosure/themes/<slug:code>.<download:form>", disclosure.download_themes, name="download_themes"),
    path("report-check/", report_check.report_check, name="report_check"),
    path("search/", search.search, name="search"),
    path("map/", service.site_map, name="site_map"),
    path("help/", service.help_page, name="help"),
    path("mode/<slug:name>/", service.mode, name="mode"),
    path("theme-<colour:colour>.css", service.theme, name="theme"),
    path("feeds/all.atom", AllFeed(), name="feed_all"),
    path("feeds/sections/<path:path>.atom", SectionFeed(), name="feed_section"),
    path("feeds/agencies/<slug:code>.atom", AgencyFeed(), name="feed_agency"),
    path("feeds/topics/<slug:code>.atom", TopicFeed(), name="feed_topic"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-lists.xml", sitemap_lists, name="sitemap_lists"),
    path("sitemap-items-<int:number>.xml", sitemap_items, name="sitemap_items"),
    path("robots.txt", service.robots, name="robots"),
    re_path(r"^(?P<path>.+)$", old_addresses.old_address, name="old_address"),
]
