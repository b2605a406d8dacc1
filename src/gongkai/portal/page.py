"""The frame around every public page: who and where, what machines are told, and what the page is made of."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.agencies.models import County
from gongkai.common.page_cache import page_mode

from . import structured_data
from .tree import Node, Tree, section_tree

MODE_LABELS = {"standard": "标准模式", "large": "长者模式", "contrast": "高对比度"}


@dataclass(frozen=True)
class Crumb:
    name: str
    url: str = ""  # empty for the page itself


@dataclass(frozen=True)
class Feed:
    title: str
    url: str


@dataclass
class Head:
    """What a view says of its page besides the content."""

    title: str
    crumbs: list[Crumb] = field(default_factory=list)  # without the home page
    meta: structured_data.Meta = field(default_factory=list)
    things: list[dict] = field(default_factory=list)  # JSON-LD
    feeds: list[Feed] = field(default_factory=list)
    description: str = ""
    is_indexed: bool = True


def county_of(request: HttpRequest) -> County:
    """The county this request is about; a site without a county has no pages yet."""
    if not request.county:
        raise Http404("no county")
    return request.county


def tree_of(request: HttpRequest) -> Tree:
    return section_tree(county_of(request))


def section_crumbs(tree: Tree, node: Node, *, linked: bool = True) -> list[Crumb]:
    """The way down to a section; archived sections on the way have no page to link to."""
    crumbs = [Crumb(step.name, "" if step.is_archived else step.url) for step in tree.trail(node)]
    if not linked:
        crumbs[-1] = Crumb(node.name)
    return crumbs


def render_page(
    request: HttpRequest,
    template: str,
    head: Head,
    context: dict | None = None,
    *,
    tags: Iterable[str] = (),
    status: int = 200,
    preview: bool = False,
) -> HttpResponse:
    """
    Return a public page; with ``tags`` it is kept until one of them is purged.

    The template is rendered without the request: no context processor can bring a person, a message or a token
    into a page that everybody will be shown.
    """
    county = request.county or None
    frame = {
        "county": county,
        "head": head,
        "mode": page_mode(request),
        "modes": [(name, label) for name, label in MODE_LABELS.items()],
        "here": quote(request.path) + _page_query(request),
        "canonical": request.build_absolute_uri(request.path + _page_query(request)),
        "navigation": section_tree(county).main_menu if county else None,
        "has_more_sections": bool(county) and section_tree(county).has_more,
        "section_here": "",
        "theme": county.theme_colour.lstrip("#") if county else "",
        "serves_desk": settings.SERVES != "portal",
        "preview": preview,
    }
    if county:
        frame["meta"] = structured_data.site_meta(county) + head.meta
        frame["json_ld"] = structured_data.json_ld(*head.things, _breadcrumbs(request, county, head))
    response = HttpResponse(render_to_string(template, frame | (context or {})), status=status)
    if preview or not head.is_indexed:
        response.headers["X-Robots-Tag"] = "noindex"
    if preview:
        response.headers["Cache-Control"] = "private, no-store"
        return response
    # Browsers ask again each time (an unchanged page costs a 304); a cache in front may hold it for a second.
    response.headers["Cache-Control"] = "public, max-age=0, s-maxage=1, must-revalidate"
    if tags:
        response.page_tags = {"layout", *tags}
    return response


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for reading; what is not found gets the portal's own page, with a search field and ways on."""

    @require_safe
    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return not_found(request)

    return wrapped


def not_found(request: HttpRequest) -> HttpResponse:
    """The page for addresses that lead nowhere; never kept, since anybody can make up addresses."""
    head = Head(title="没有找到这个页面", is_indexed=False)
    response = render_page(request, "portal/not_found.html", head, {"path": request.path}, status=404)
    response.headers["Cache-Control"] = "no-store"
    return response


def _page_query(request: HttpRequest) -> str:
    """The part of the query that names a page of a list; nothing else is echoed."""
    named = [
        f"{name}={request.GET[name]}"
        for name in ("page", "year")
        if request.GET.get(name, "").isascii() and request.GET.get(name, "").isdigit()
    ]
    return "?" + "&".join(named) if named else ""


def _breadcrumbs(request: HttpRequest, county: County, head: Head) -> dict | None:
    trail = [(county.site_name, request.build_absolute_uri(reverse("portal:home")))]
    trail += [
        (crumb.name, request.build_absolute_uri(crumb.url or request.path))
        for crumb in head.crumbs
        if crumb.url or crumb is head.crumbs[-1]
    ]
    return structured_data.breadcrumbs(trail)
