"""Pages about the site itself, and what machines ask for."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.common.page_cache import MODE_COOKIE, MODES

from .. import structured_data
from ..colours import theme_tokens
from ..page import Crumb, Head, county_of, public_page, render_page
from ..queries import agencies_of, open_topics
from ..tree import section_tree

YEAR = 365 * 86_400


@public_page
def site_map(request):
    """Every section, office and topic on one page."""
    county = county_of(request)
    topics = list(open_topics(county))
    head = Head(
        title="网站地图",
        crumbs=[Crumb("网站地图")],
        meta=structured_data.column_meta("网站地图", "网站服务"),
        description=f"{county.site_name}的全部栏目、机构和专题。",
    )
    context = {
        "roots": section_tree(county).roots,
        "agencies": list(agencies_of(county)),
        "topics": topics,
    }
    tags = {"layout", *(f"topic:{topic.pk}" for topic in topics)}
    return render_page(request, "portal/site_map.html", head, context, tags=tags)


@public_page
def help_page(request):
    county = county_of(request)
    head = Head(
        title="使用帮助",
        crumbs=[Crumb("使用帮助")],
        meta=structured_data.column_meta("使用帮助", "网站服务"),
        description=f"怎样在{county.site_name}查找信息、调整显示方式、与我们联系。",
    )
    return render_page(request, "portal/help.html", head, tags={"layout"})


@public_page
def mode(request, name):
    """Remember how the visitor wants pages to look, and lead back to where they were."""
    if name not in MODES:
        raise Http404("mode")
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = reverse("portal:home")
    response = HttpResponseRedirect(back)
    response.set_cookie(
        MODE_COOKIE, name, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@public_page
def theme(request, colour):
    """
    The county's colour as custom properties; a file, because the content policy forbids inline styles.

    The colour stands in the address, so the answer never changes and browsers keep it.
    """
    tokens = theme_tokens(f"#{colour}")
    rules = "".join(f"--{name}:{value};" for name, value in tokens.items())
    response = HttpResponse(f":root{{{rules}}}\n", content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@public_page
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /accounts/",
        "Disallow: /search/",
        "Disallow: /mode/",
        f"Sitemap: {request.build_absolute_uri(reverse('portal:sitemap'))}",
    ]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.page_tags = {"layout"}
    return response
