"""Whether an address on our own site leads anywhere."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from gongkai.agencies.models import County
from gongkai.sections.models import Section

from .enums import Visibility
from .models import Attachment, Item

ITEM = re.compile(r"/items/(\d+)/?$")
SECTION = re.compile(r"/sections/(.+?)/?$")
FILE = re.compile(r"/files/([\w-]+)/")


def own_page_exists(county: County) -> Callable[[str], bool | None]:
    """
    Return a function that says of an address whether its page is public: None when it is not ours to know.

    A file of a draft counts: it will be public together with the text that links to it.
    """

    def exists(address: str) -> bool | None:
        parts = urlsplit(address)
        if parts.netloc and parts.hostname != county.domain:
            return None
        if match := ITEM.match(parts.path):
            return Item.objects.filter(pk=match[1], county=county, visibility=Visibility.PUBLISHED).exists()
        if match := SECTION.match(parts.path):
            return Section.objects.filter(county=county, path=match[1]).exists()
        if match := FILE.match(parts.path):
            return Attachment.objects.filter(code=match[1]).exists()
        return None

    return exists
