"""The offices: who they are, how to reach them, what they have made public."""

from django.shortcuts import get_object_or_404

from gongkai.agencies.models import Agency
from gongkai.sections.models import Section

from .. import structured_data
from ..page import Crumb, Feed, Head, county_of, public_page, render_page, reverse
from ..paging import paging
from ..queries import agencies_of, agency_rows, agency_total
from ..tree import section_tree
from .home import group_agencies

CRUMB = "机构"


@public_page
def agencies(request):
    county = county_of(request)
    head = Head(
        title=f"{county.short_name}政府机构",
        crumbs=[Crumb(CRUMB)],
        meta=structured_data.column_meta("机构", "机构", f"{county.name}工作部门、乡镇（街道）及联系方式"),
        description=f"{county.name}工作部门、乡镇（街道）名录，职能、地址、电话和公开的信息。",
    )
    groups = group_agencies(list(agencies_of(county)))
    return render_page(
        request, "portal/agencies.html", head, {"groups": groups, "section_here": "agencies"}, tags={"layout"}
    )


@public_page
def agency(request, code):
    county = county_of(request)
    found = get_object_or_404(Agency, county=county, code=code)
    page = paging(request, agency_total(found.pk))
    tree = section_tree(county)
    owned = Section.objects.filter(owners=found, archived_at=None).values_list("pk", flat=True)
    url = request.build_absolute_uri(reverse("portal:agency", args=[found.code]))
    feed = Feed(found.name, reverse("portal:feed_agency", args=[found.code]))
    head = Head(
        title=found.name if page.number == 1 else f"{found.name}公开的信息（第{page.number}页）",
        crumbs=[Crumb(CRUMB, reverse("portal:agencies")), Crumb(found.short_name)],
        meta=structured_data.column_meta(found.name, "机构", f"{found.name}的职能、联系方式和公开的信息"),
        things=[structured_data.agency_organization(found, county, url)],
        feeds=[feed],
        description=f"{found.name}的职能、地址、电话，以及{found.name}公开的信息。",
    )
    context = {
        "agency": found,
        "rows": agency_rows(found.pk, page),
        "page": page,
        "sections": [tree.by_pk[pk] for pk in owned if pk in tree.by_pk],
        "feed": feed,
        "section_here": "agencies",
    }
    return render_page(request, "portal/agency.html", head, context, tags={f"agency:{found.pk}"})
