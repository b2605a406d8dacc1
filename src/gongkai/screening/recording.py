"""
From findings to what may be kept: masked excerpts, keyed fingerprints, the text to cover with. No found value is kept.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.encoding import force_bytes

from .enums import Kind
from .findings import Finding, Hidden, Passage, Place, Unread
from .masking import MASKED, excerpt, mask

Row = dict[str, Any]  # JSON: see found_row


def fingerprint(kind: str, value: str) -> str:
    """
    Return a name for a found value by which it is recognised again and which tells nothing about it.

    Keyed, because all ID numbers of a county could be hashed in an afternoon.
    """
    said = f"screening:{kind}:{value}".encode()
    return hmac.new(force_bytes(settings.SECRET_KEY), said, hashlib.sha256).hexdigest()[:32]


def found_row(finding: Finding, place: Place, before: str, shown: str, after: str) -> Row:
    """One finding as it is stored and shown; ``cover`` is what masking would put in its place."""
    named = finding.value or json.dumps(place.as_json(), ensure_ascii=False, sort_keys=True)
    return {
        "kind": str(finding.kind),
        "passage": finding.passage,
        "start": finding.start,
        "end": finding.end,
        "place": place.as_json(),
        "before": before,
        "shown": shown,
        "after": after,
        "note": finding.note,
        "suggestion": finding.suggestion,
        "cover": cover_of(finding),
        "fingerprint": fingerprint(finding.kind, named),
    }


def cover_of(finding: Finding) -> str:
    """The text a mask puts in place of what was found; empty where masking is no answer."""
    if finding.kind in MASKED and finding.end:
        return mask(finding.kind, finding.value)
    return finding.suggestion if finding.end else ""


def rows_of(findings: Iterable[Finding], passages: Sequence[Passage]) -> list[Row]:
    """Rows of findings in passages at hand (a text; files come from the sandbox with their excerpts made)."""
    findings = list(findings)
    beside: dict[int, list[Finding]] = {}
    for each in findings:
        beside.setdefault(each.passage, []).append(each)
    rows = []
    for each in findings:
        if each.passage < 0:
            rows.append(found_row(each, Place(), "", each.value, ""))
            continue
        passage = passages[each.passage]
        rows.append(found_row(each, passage.place, *excerpt(passage.text, each, beside[each.passage])))
    return rows


def hidden_row(hidden: Hidden) -> Row:
    return {
        "kind": str(hidden.kind),
        "place": hidden.place.as_json(),
        "what": hidden.what,
        "removable": hidden.removable,
    }


def unremovable_row(hidden: Hidden) -> Row:
    """Hidden data that cleaning cannot take out has to be answered like any finding."""
    finding = Finding(Kind(hidden.kind), -1, note=hidden.what)
    return found_row(finding, hidden.place, "", hidden.what, "")


def unread_row(unread: Unread) -> Row:
    return found_row(Finding(Kind(unread.kind), -1, note=unread.why), unread.place, "", "", "")
