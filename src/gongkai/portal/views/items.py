"""Items and their files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from gongkai.annual_reports.formats import report_file
from gongkai.annual_reports.queries import edition_of
from gongkai.files.responses import serve
from gongkai.publications.enums import Visibility
from gongkai.publications.models import Attachment, Item
from gongkai.publications.rules import may_see_item
from gongkai.screening.queries import public_file

from ..item_page import render_item, render_tombstone
from ..page import Head, county_of, public_page, render_page

REPORT_KEPT = 3600  # seconds; made of an edition that never changes, but a correction brings a new one


@public_page
def item(request, pk):
    """The public page; what was taken down leaves a dated tombstone, what was never public is not there."""
    found = get_object_or_404(
        Item.objects.filter(county=county_of(request)).select_related(
            "agency", "county", "published_version"
        ),
        pk=pk,
    )
    if found.visibility == Visibility.PUBLISHED:
        return render_item(request, found, found.published_version)
    if found.visibility == Visibility.TAKEN_DOWN:
        return render_tombstone(request, found)
    raise Http404("not public")


@public_page
def report(request, pk, form):
    """The annual report an item holds, in one of its formats: made of what was frozen for the public version."""
    item = get_object_or_404(
        Item.objects.filter(county=county_of(request), visibility=Visibility.PUBLISHED).exclude(made_from=""),
        pk=pk,
    )
    edition = edition_of(item.published_version)
    if edition is None:
        raise Http404("no annual report")
    response = report_file(edition.content, form, published_on=localdate(item.published_at))
    response.headers["Cache-Control"] = f"public, max-age={REPORT_KEPT}"
    return response


@public_page
def file(request, code, name):
    """
    A file of an item: for everybody while the version that carries it is the public one, else for its office.

    The public gets the clean copy or nothing: 503 with a word of explanation while there is none. It gets 410 for a
    file of an item that was taken down, and 404 for everything else.
    """
    attachments = list(
        Attachment.objects.filter(code=code, name=name, version__item__county=county_of(request))
        .select_related("file", "version__item__agency__county")
        .order_by("-version_id")
    )
    for attachment in attachments:
        if is_public(attachment) and (clean := public_file(attachment.file)):
            return serve(request, clean, name, inline=attachment.is_inline, private=False)
    if attachments and request.user.is_authenticated:
        for attachment in attachments:
            if may_see_item(request.user, attachment.version.item):
                return serve(request, attachment.file, name, inline=attachment.is_inline, private=True)
    if waiting := next(filter(is_public, attachments), None):
        return not_checked_yet(request, waiting)
    if any(was_public(attachment) for attachment in attachments):
        return HttpResponse(
            "这个文件所属的信息已经撤下。", status=410, content_type="text/plain; charset=utf-8"
        )
    raise Http404("file")


def not_checked_yet(request, attachment):
    """A file from an old site that has not passed the check before publication; nobody keeps this answer."""
    head = Head(title="附件暂时不能下载", is_indexed=False)
    agency = attachment.version.item.agency
    response = render_page(request, "portal/file_waiting.html", head, {"agency": agency}, status=503)
    response.headers["Retry-After"] = "600"
    response.headers["Cache-Control"] = "no-store"
    response._has_been_logged = True  # nothing is broken: Django would write an error for each visitor
    return response


def is_public(attachment):
    item = attachment.version.item
    return item.visibility == Visibility.PUBLISHED and item.published_version_id == attachment.version_id


def was_public(attachment):
    item = attachment.version.item
    return item.visibility == Visibility.TAKEN_DOWN and item.published_version_id == attachment.version_id
