"""Searching the public texts."""

from urllib.parse import urlencode

from django import forms

from gongkai.publications.enums import Validity
from gongkai.search.queries import search as search_public

from .. import structured_data
from ..page import Crumb, Head, county_of, public_page, render_page
from ..paging import Paging
from ..queries import agencies_of
from ..tree import section_tree

QUERY_LENGTH = 200
OUT_OF_FORCE = {Validity.EXPIRED.label, Validity.REPEALED.label, Validity.PARTLY.label}


class SearchForm(forms.Form):
    """What a visitor may ask; a part that makes no sense is left out rather than refused."""

    q = forms.CharField(max_length=QUERY_LENGTH, required=False, strip=True)
    agency = forms.CharField(required=False)
    section = forms.CharField(required=False)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)
    in_title = forms.BooleanField(required=False)
    sort = forms.ChoiceField(choices=[("relevance", "相关度"), ("newest", "最新")], required=False)
    page = forms.IntegerField(min_value=1, max_value=1000, required=False)


@public_page
def search(request):
    county = county_of(request)
    form = SearchForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    agencies = list(agencies_of(county))
    tree = section_tree(county)
    agency = next((found for found in agencies if found.code == asked.get("agency")), None)
    section = tree.by_path.get(asked.get("section", ""))
    query = asked.get("q") or request.GET.get("q", "")[:QUERY_LENGTH].strip()
    since, until = asked.get("since"), asked.get("until")
    sort = asked.get("sort") or "relevance"
    results = search_public(
        query,
        county_id=county.pk,
        agency_id=agency.pk if agency else None,
        section_id=section.pk if section else None,
        since=since,
        until=until,
        in_title=bool(asked.get("in_title")),
        sort=sort,
        page=asked.get("page") or 1,
    )
    kept = {
        "q": query,
        "agency": agency.code if agency else "",
        "section": section.path if section else "",
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "",
        "in_title": "on" if asked.get("in_title") else "",
        "sort": sort if sort != "relevance" else "",
    }
    narrowed = any(kept[name] for name in ("agency", "section", "since", "until", "in_title"))
    context = {
        "query": query,
        "results": results,
        "kept": kept,
        "narrowed": narrowed,
        "dates_refused": [name for name in ("since", "until") if name in form.errors],
        "page": Paging(number=results.page, total=results.reachable, per_page=results.per_page),
        "page_base": _address(kept),
        "sorts": [
            (label, name == sort, _address({**kept, "sort": name if name != "relevance" else ""}))
            for name, label in form.fields["sort"].choices
        ],
        "wider": _address({"q": query}),
        "out_of_force": OUT_OF_FORCE,
        "agencies": agencies,
        "sections": [node for node in tree.open_nodes() if node.depth <= 2],
    }
    head = Head(
        title=f"“{query}”的搜索结果" if query else "搜索",
        crumbs=[Crumb("搜索")],
        meta=structured_data.column_meta("搜索", "搜索"),
        is_indexed=False,
    )
    response = render_page(request, "portal/search.html", head, context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _address(asked):
    """The query string for what is asked, without empty parts."""
    return "?" + urlencode({name: value for name, value in asked.items() if value})
