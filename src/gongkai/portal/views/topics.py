"""Topics (专题): items gathered from several sections."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from .. import structured_data
from ..page import Crumb, Feed, Head, county_of, public_page, render_page, reverse
from ..paging import paging
from ..queries import open_topics, rows, topic_entries, topic_groups

CRUMB = "专题"


@public_page
def topics(request):
    county = county_of(request)
    found = list(open_topics(county))
    head = Head(
        title="专题",
        crumbs=[Crumb(CRUMB)],
        meta=structured_data.column_meta("专题", "专题", f"{county.name}专题"),
        description=f"{county.name}围绕重点工作汇集的专题信息。",
    )
    tags = {"home", *(f"topic:{topic.pk}" for topic in found)}
    return render_page(
        request, "portal/topics.html", head, {"topics": found, "section_here": "topics"}, tags=tags
    )


@public_page
def topic(request, code):
    found = get_object_or_404(open_topics(county_of(request)), code=code)
    head = _head(found, [Crumb(CRUMB, reverse("portal:topics")), Crumb(found.name)])
    numbers = {name: number for number, name in enumerate([*found.groups, ""], start=1)}
    groups = [(name, numbers[name], rows) for name, rows in topic_groups(found).items()]
    context = {"topic": found, "groups": groups, "feed": head.feeds[0], "section_here": "topics"}
    return render_page(request, "portal/topic.html", head, context, tags={f"topic:{found.pk}"})


@public_page
def topic_group(request, code, number):
    """All of one group; groups are numbered in their order, the last number is what stands in none."""
    found = get_object_or_404(open_topics(county_of(request)), code=code)
    names = [*found.groups, ""]
    if not 1 <= number <= len(names):
        raise Http404("group")
    name = names[number - 1]
    entries = topic_entries(found, name)
    page = paging(request, entries.count())
    crumbs = [
        Crumb(CRUMB, reverse("portal:topics")),
        Crumb(found.name, reverse("portal:topic", args=[found.code])),
        Crumb(name or "其他"),
    ]
    context = {
        "topic": found,
        "group": name or "其他",
        "rows": rows(entries.values_list("item_id", flat=True)[page.start : page.stop]),
        "page": page,
        "section_here": "topics",
    }
    return render_page(
        request, "portal/topic_group.html", _head(found, crumbs), context, tags={f"topic:{found.pk}"}
    )


def _head(topic, crumbs):
    feed = Feed(topic.name, reverse("portal:feed_topic", args=[topic.code]))
    return Head(
        title=crumbs[-1].name,
        crumbs=crumbs,
        meta=structured_data.column_meta(topic.name, "专题", topic.summary[:100]),
        feeds=[feed],
        description=topic.summary[:120],
    )
