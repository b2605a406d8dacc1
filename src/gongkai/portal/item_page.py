"""The page of one item, for the public and, before that, for its reviewers."""

import re
from functools import lru_cache
from itertools import count

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from gongkai.annual_reports.formats import FORMATS
from gongkai.annual_reports.queries import edition_of
from gongkai.publications.enums import TakeDownReason
from gongkai.publications.models import Item, Version
from gongkai.typesetting.qr import qr_svg

from . import structured_data
from .metadata import TITLE_HIDDEN, local_minute, public_metadata, shown_date, validity_notice
from .page import Crumb, Head, county_of, render_page, section_crumbs
from .queries import open_topics, related_rows
from .tree import Node, Tree, section_tree

TABLE = re.compile(r"<table\b|</table>")


def render_item(
    request: HttpRequest,
    item: Item,
    version: Version,
    *,
    preview: bool = False,
    tags: frozenset[str] = frozenset(),
) -> HttpResponse:
    """
    Return the page of ``item`` as it reads with ``version``.

    With ``preview`` it is what reviewers see before anybody else does: any version, under a strip that says so,
    kept by no cache. Who may see it is asked by the caller.
    """
    county = county_of(request)
    tree = section_tree(county)
    node = tree.by_pk.get((version.section_id if preview else item.section_id) or 0)
    attachments = list(version.attachments.select_related("file"))
    topics = list(_topics(item, version, preview=preview))
    now = timezone.now()
    published = shown_date(item) or now
    source = version.source or item.agency.name
    url = request.build_absolute_uri(reverse("portal:item", args=[item.pk]))
    description = version.summary or summary_of(version.body)
    images = [attachment for attachment in attachments if attachment.is_inline]
    head = Head(
        title=version.title,
        crumbs=[*(section_crumbs(tree, node) if node else []), Crumb("正文")],
        description=description,
        meta=[
            *(
                structured_data.column_meta(node.name, column_type(tree, node), node.description)
                if node
                else []
            ),
            *structured_data.article_meta(
                version=version,
                published=local_minute(published),
                source=source,
                description=description,
                image=request.build_absolute_uri(images[0].get_absolute_url()) if images else "",
                url=url,
            ),
        ],
        things=[
            structured_data.article(
                item,
                version,
                url=url,
                published=timezone.localtime(published).isoformat(timespec="minutes"),
                modified=timezone.localtime(item.updated_at).isoformat(timespec="minutes")
                if item.updated_at
                else "",
                publisher=item.agency.name,
            )
        ],
        is_indexed=not preview,
    )
    context = {
        "item": item,
        "version": version,
        "agency": item.agency,
        "source": source,
        "body": readable(version.body),
        "fields": public_metadata(item, version, timezone.localdate(now)),
        "notice": validity_notice(version, timezone.localdate(now)),
        "attachments": [attachment for attachment in attachments if not attachment.is_inline],
        "report": edition_of(version) if item.made_from else None,
        "report_formats": [(form, name) for form, (name, *_) in FORMATS.items()],
        "topics": topics,
        "related": [] if preview or not item.section_id else related_rows(item),
        "section": node,
        "section_here": tree.trail(node)[0].path if node else "",
        "qr": printed_code(url),
        "url": url,
    }
    if not preview:
        tags |= {f"item:{item.pk}", f"agency:{item.agency_id}"}
        tags |= {f"section:{item.section_id}", *(f"topic:{topic.pk}" for topic in topics)}
    return render_page(request, "portal/item.html", head, context, tags=tags, preview=preview)


def render_tombstone(request: HttpRequest, item: Item) -> HttpResponse:
    """Return what is left of an item that was taken down: number, date, reason; 410, and kept from search engines."""
    version = item.published_version
    shows_title = version is not None and item.take_down_reason not in TITLE_HIDDEN
    tree = section_tree(county_of(request))
    node = tree.by_pk.get(item.section_id or 0)
    title = version.title if shows_title else "这条信息已撤下"
    head = Head(
        title=title,
        crumbs=[*(section_crumbs(tree, node) if node else []), Crumb("已撤下的信息")],
        is_indexed=False,
    )
    context = {
        "item": item,
        "title": version.title if shows_title else "",
        "reason": TakeDownReason(item.take_down_reason).label,
        "agency": item.agency,
        "section": node,
    }
    return render_page(request, "portal/tombstone.html", head, context, tags={f"item:{item.pk}"}, status=410)


@lru_cache(maxsize=2_000)
def printed_code(url: str) -> SafeString:
    """The QR code of a page; it takes as long to draw as the rest of the page, and never changes."""
    return mark_safe(qr_svg(url))  # noqa: S308 — drawn by us from our own address


def column_type(tree: Tree, node: Node) -> str:
    """ColumnType of the 发展指引: the first-level column a section belongs to."""
    return tree.trail(node)[0].name


def readable(body: str) -> SafeString:
    """
    Return the body with each table in a box of its own that scrolls, with the keyboard too.

    The body was cleaned to the subset of ``publications.markup`` when it was saved.
    """
    numbers = count(1)

    def boxed(match: re.Match) -> str:
        if match[0] == "</table>":
            return "</table></div>"
        label = f"表格{next(numbers)}，可左右滚动"
        return f'<div class="scroll" role="group" tabindex="0" aria-label="{label}"><table'

    return mark_safe(TABLE.sub(boxed, body))  # noqa: S308 — cleaned when saved


def summary_of(body: str, *, length: int = 120) -> str:
    """The beginning of a text, for those that give no summary."""
    text = " ".join(strip_tags(body[:4_000].replace("</p>", " ")).split())
    return text if len(text) <= length else text[:length] + "……"


def _topics(item: Item, version: Version, *, preview: bool):
    if preview:
        return version.topics.filter(closed_at=None)
    return open_topics(item.county).filter(entries__item=item)
