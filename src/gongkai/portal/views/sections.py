"""Sections: lists, single pages, and groups of sections."""

from django.http import Http404, HttpResponsePermanentRedirect

from gongkai.publications.models import Item
from gongkai.sections.enums import SectionLayout

from .. import structured_data
from ..item_page import column_type, render_item
from ..page import Crumb, Feed, Head, county_of, public_page, render_page, reverse, section_crumbs
from ..paging import paging
from ..queries import newest_in, section_rows, section_total
from ..tree import section_tree

# A group with more sections than this shows their names only.
GROUP_BLOCKS = 24


@public_page
def section(request, path):
    tree = section_tree(county_of(request))
    node = tree.by_path.get(path)
    if node is None:
        raise Http404("section")
    if node.is_archived:
        return archived(request, tree, node)
    if node.layout == SectionLayout.PAGE:
        return single_page(request, tree, node)
    page = paging(request, section_total(node.pk))
    is_first = page.number == 1
    shows_blocks = node.is_group and len(node.children) <= GROUP_BLOCKS
    newest = newest_in([child.pk for child in node.children], count=4) if shows_blocks else {}
    feed = Feed(node.name, reverse("portal:feed_section", args=[node.path]))
    head = Head(
        title=node.name if is_first else f"{node.name}（第{page.number}页）",
        crumbs=section_crumbs(tree, node, linked=False),
        meta=structured_data.column_meta(node.name, column_type(tree, node), node.description),
        description=node.description or f"{request.county.name}“{node.name}”栏目。",
        feeds=[feed],
    )
    rows = [] if node.is_group else section_rows(node.pk, page)
    context = {
        "section": node,
        "rows": rows,
        "newest": max((row.listed_at for row in rows), default=None) if is_first else None,
        "page": page,
        "siblings": siblings(tree, node),
        "parent": tree.by_pk.get(node.parent_id),
        "blocks": [(child, newest.get(child.pk, [])) for child in node.children],
        "feed": feed,
        "section_here": tree.trail(node)[0].path,
    }
    template = "portal/section_group.html" if node.is_group else "portal/section.html"
    return render_page(request, template, head, context, tags={f"section:{node.pk}"})


def siblings(tree, node):
    """What the side of a list offers: the sections below it, else those beside it."""
    if node.children:
        return node.children
    parent = tree.by_pk.get(node.parent_id)
    return parent.children if parent else []


def single_page(request, tree, node):
    """A section such as 公开指南 that shows its newest item instead of a list."""
    item = (
        Item.objects.filter(listings__section=node.pk)
        .order_by("-listings__is_pinned", "-listings__listed_at", "-listings__item_id")
        .select_related("agency", "county", "published_version")
        .first()
    )
    if item is not None:
        return render_item(request, item, item.published_version, tags=frozenset({f"section:{node.pk}"}))
    head = Head(
        title=node.name,
        crumbs=section_crumbs(tree, node, linked=False),
        meta=structured_data.column_meta(node.name, column_type(tree, node), node.description),
    )
    context = {
        "section": node,
        "page": paging(request, 0),
        "rows": [],
        "siblings": siblings(tree, node),
        "parent": tree.by_pk.get(node.parent_id),
        "section_here": tree.trail(node)[0].path,
    }
    return render_page(request, "portal/section.html", head, context, tags={f"section:{node.pk}"})


def archived(request, tree, node):
    """A section that is no more leads on to its successor, or says that it is closed."""
    successor = tree.by_pk.get(node.redirect_to_id or 0)
    if successor is not None and not successor.is_archived:
        response = HttpResponsePermanentRedirect(successor.url)
        response.page_tags = {"layout", f"section:{node.pk}"}
        return response
    head = Head(title=node.name, crumbs=[Crumb(node.name)], is_indexed=False)
    context = {"section": node, "parent": tree.by_pk.get(node.parent_id)}
    return render_page(
        request, "portal/section_closed.html", head, context, tags={f"section:{node.pk}"}, status=410
    )
