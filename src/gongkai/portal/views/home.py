"""The first page."""

from functools import partial

from gongkai.agencies.enums import AgencyKind
from gongkai.common.page_cache import remember
from gongkai.sections.enums import DisclosurePart

from .. import structured_data
from ..page import Feed, Head, county_of, public_page, render_page, reverse
from ..queries import agencies_of, newest_in, open_topics
from ..tree import section_tree

TOPICS_SHOWN = 6
# What to expect behind a part whose section says nothing of itself.
PART_LEADS = {
    DisclosurePart.GUIDE: "信息怎样分类和编排，怎样获取，由哪个机构负责、怎样联系。",
    DisclosurePart.RULES: "政府信息公开工作依据的法律、法规和制度。",
    DisclosurePart.CONTENT: "依法应当主动公开的各类信息。",
}


@public_page
def home(request):
    county = county_of(request)
    tree = section_tree(county)
    listed = [node for node in tree.open_nodes() if node.on_home_page]
    newest = newest_in([node.pk for node in listed])
    topics = list(open_topics(county)[:TOPICS_SHOWN])
    head = Head(
        title=county.site_name,
        description=f"{county.name}门户网站：政府信息公开、通知公告、政策文件，可检索、查阅、下载。",
        things=[
            structured_data.organization(
                name=county.name,
                url=request.build_absolute_uri("/"),
                phone=county.phone,
                address=county.address,
            )
        ],
        feeds=[Feed("最新公开信息", reverse("portal:feed_all"))],
    )
    context = {
        "blocks": [(node, newest.get(node.pk, [])) for node in listed],
        "topics": topics,
        "agency_groups": remember(["agency links", county.pk], "layout", make=partial(agency_links, county)),
        "parts": disclosure_parts(tree),
    }
    return render_page(
        request, "portal/home.html", head, context, tags={"home", *(f"topic:{topic.pk}" for topic in topics)}
    )


def agency_links(county):
    """The county's agencies as (kind, [(short name, address)]): 39 addresses that need not be made for each page."""
    return [
        (label, [(agency.short_name, reverse("portal:agency", args=[agency.code])) for agency in found])
        for label, found in group_agencies(list(agencies_of(county)))
    ]


def group_agencies(agencies):
    """Agencies under the name of their kind, in the county's order, kinds that are empty left out."""
    groups = [(kind.label, [agency for agency in agencies if agency.kind == kind]) for kind in AgencyKind]
    return [(label, found) for label, found in groups if found]


def disclosure_parts(tree):
    """The fixed parts of the disclosure column that exist (domain_rules 5.1), each as (lead, sections)."""
    parts = []
    for part in DisclosurePart:
        nodes = [node for node in tree.open_nodes() if node.disclosure_part == part]
        if nodes and part != DisclosurePart.REPORTS:
            parts.append((PART_LEADS[part], nodes))
    return parts
