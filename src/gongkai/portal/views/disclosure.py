"""The statutory column 政府信息公开: its fixed parts, and the catalogue to search, read and download (条例 §24)."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gongkai.agencies.models import Agency
from gongkai.publications.enums import Theme

from .. import structured_data
from ..exports import csv_response, excel_response
from ..page import Crumb, Head, county_of, public_page, render_page, reverse
from ..paging import paging
from ..queries import agencies_of, catalogue, catalogue_counts, catalogue_rows, catalogue_years
from ..tree import section_tree
from .home import disclosure_parts, group_agencies

CRUMB = "政府信息公开"
DOWNLOADS = {"csv": csv_response, "xlsx": excel_response}


@dataclass(frozen=True)
class Shelf:
    """One catalogue list: of an office or of a theme."""

    name: str
    axis: str
    code: str
    items: object

    @property
    def index_url(self) -> str:
        return reverse(f"portal:disclosure_{self.axis}")

    @property
    def url(self) -> str:
        return reverse(f"portal:catalogue_{self.axis}", args=[self.code])


@public_page
def disclosure(request):
    county = county_of(request)
    head = _head(county, CRUMB, [Crumb(CRUMB)])
    by_agency, by_theme = catalogue_counts(county)
    context = {
        "parts": disclosure_parts(section_tree(county)),
        "total": sum(by_agency.values()),
        "newest": catalogue_rows(catalogue(county).order_by("-listed_at")[:8]),
        "section_here": "disclosure",
    }
    return render_page(request, "portal/disclosure.html", head, context, tags={"disclosure"})


@public_page
def by_agency(request):
    county = county_of(request)
    counts, _ = catalogue_counts(county)
    groups = [
        (
            label,
            [
                (agency.short_name, _url("agencies", agency.code), counts.get(agency.pk, 0))
                for agency in found
            ],
        )
        for label, found in group_agencies(list(agencies_of(county)))
    ]
    return _index(request, "按单位查找", groups)


@public_page
def by_theme(request):
    _, counts = catalogue_counts(county_of(request))
    lines = [(theme.label, _url("themes", theme.value), counts[theme]) for theme in Theme if theme in counts]
    return _index(request, "按主题查找", [("主题分类", lines)] if lines else [])


@public_page
def catalogue_agencies(request, code):
    return _list(request, _shelf_of_agency(request, code))


@public_page
def catalogue_themes(request, code):
    return _list(request, _shelf_of_theme(request, code))


@public_page
def download_agencies(request, code, form):
    return _download(request, _shelf_of_agency(request, code), form)


@public_page
def download_themes(request, code, form):
    return _download(request, _shelf_of_theme(request, code), form)


def _shelf_of_agency(request, code):
    county = county_of(request)
    agency = get_object_or_404(Agency, county=county, code=code)
    return Shelf(agency.name, "agencies", code, catalogue(county).filter(agency=agency))


def _shelf_of_theme(request, code):
    if code not in Theme.values:
        raise Http404("theme")
    items = catalogue(county_of(request)).filter(published_version__theme=code)
    return Shelf(Theme(code).label, "themes", code, items)


def _list(request, shelf):
    county = county_of(request)
    years = catalogue_years(shelf.items)
    year = _year(request, years)
    items = _of_year(shelf.items, year).order_by("-listed_at", "-pk")
    page = paging(request, items.count())
    axis_name = "按单位查找" if shelf.axis == "agencies" else "按主题查找"
    crumbs = [
        Crumb(CRUMB, reverse("portal:disclosure")),
        Crumb(axis_name, shelf.index_url),
        Crumb(shelf.name),
    ]
    context = {
        "shelf": shelf,
        "rows": catalogue_rows(items[page.start : page.stop]),
        "page": page,
        "years": years,
        "year": year,
        "page_base": f"?year={year}&" if year else "?",
        "downloads": [
            (label, reverse(f"portal:download_{shelf.axis}", args=[shelf.code, form]))
            for label, form in (("Excel", "xlsx"), ("CSV", "csv"))
        ],
        "shows_agency": shelf.axis == "themes",
        "section_here": "disclosure",
    }
    head = _head(county, f"{shelf.name}政府信息公开目录", crumbs)
    return render_page(request, "portal/catalogue.html", head, context, tags={"disclosure"})


def _download(request, shelf, form):
    years = catalogue_years(shelf.items)
    year = _year(request, years)
    rows = catalogue_rows(_of_year(shelf.items, year).order_by("-listed_at", "-pk"))
    name = f"{shelf.name}政府信息公开目录{year or ''}"
    return DOWNLOADS[form](request, name, rows)


def _index(request, name, groups):
    county = county_of(request)
    crumbs = [Crumb(CRUMB, reverse("portal:disclosure")), Crumb(name)]
    head = _head(county, f"政府信息公开目录：{name}", crumbs)
    context = {"groups": groups, "section_here": "disclosure"}
    return render_page(request, "portal/catalogue_index.html", head, context, tags={"disclosure"})


def _head(county, title, crumbs):
    return Head(
        title=title,
        crumbs=crumbs,
        meta=structured_data.column_meta(crumbs[-1].name, CRUMB, f"{county.name}主动公开的政府信息目录"),
        description=f"{county.name}主动公开的政府信息，可检索、查阅、下载。",
    )


def _url(axis, code):
    return reverse(f"portal:catalogue_{axis}", args=[code])


def _year(request, years):
    """The year chosen with ``?year=``, or None for all; one without items is 404."""
    text = request.GET.get("year", "")
    if not text:
        return None
    if text not in map(str, years):
        raise Http404("year")
    return int(text)


def _of_year(items, year):
    if year is None:
        return items
    zone = timezone.get_current_timezone()
    start, end = (datetime(number, 1, 1, tzinfo=zone) for number in (year, year + 1))
    return items.filter(listed_at__gte=start, listed_at__lt=end)
