"""What a version says, as one canonical text, and the hash that review and archive know it by."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from .models import CONTENT_FIELDS, Attachment, Version


def content_of(version: Version) -> dict:
    """Return the content of a version as plain values: fields, places, topics and attachments."""
    return content_with(
        version,
        also_in=(section.pk for section in version.also_in.all()),
        topics=(topic.pk for topic in version.topics.all()),
        attachments=version.attachments.select_related("file"),
    )


def content_with(
    version: Version, *, also_in: Iterable[int], topics: Iterable[int], attachments: Iterable[Attachment]
) -> dict:
    """As ``content_of``, of a version whose places, topics and attachments are at hand but not yet written."""
    content = {name: _plain(getattr(version, name)) for name in CONTENT_FIELDS}
    content["also_in"] = sorted(also_in)
    content["topics"] = sorted(topics)
    content["attachments"] = [
        [each.code, each.name, each.file.sha256, each.is_inline, each.alternative_text, each.position]
        for each in attachments
    ]
    return content


def content_hash(version: Version) -> str:
    """Return the SHA-256 of ``content_of(version)``; two versions that say the same have the same."""
    return hash_of(content_of(version))


def hash_of(content: dict) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value):
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
