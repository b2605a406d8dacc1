"""The public page of any version, for those who write and review it."""

from django.http import HttpRequest, HttpResponse

from gongkai.common.permissions import fetch
from gongkai.portal.item_page import render_item
from gongkai.publications.rules import visible_to


def preview(request: HttpRequest, pk: int, version_pk: int) -> HttpResponse:
    """Show a version as the public would see it; it is shown in a frame, also at the width of a phone."""
    item = fetch(visible_to(request.user).select_related("agency", "section"), request.user, pk)
    version = fetch(item.versions.select_related("section"), request.user, version_pk)
    return render_item(request, item, version, preview=True)
