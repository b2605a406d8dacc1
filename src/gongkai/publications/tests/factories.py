"""Items in any state, reached by the real actions."""

from datetime import datetime
from zoneinfo import ZoneInfo

from gongkai.publications import actions
from gongkai.publications.enums import ItemKind
from gongkai.publications.models import Item, Version
from gongkai.review.enums import Decision, SecrecyKind

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)


def draft(clerk, section, *, title="示范县民政局关于发放高温补贴的通知", now=MONDAY, **content) -> Version:
    """A draft that has all it needs to be submitted."""
    item = actions.start_item(clerk=clerk, agency=clerk.agency, kind=ItemKind.NOTICE, now=now)
    content = {"title": title, "section_id": section.pk, "body": "<p>现将有关事项通知如下。</p>"} | content
    return actions.save_draft(item_id=item.pk, clerk=clerk, revision=0, content=content, now=now)


def submitted(clerk, section, *, now=MONDAY, **content) -> Item:
    version = draft(clerk, section, now=now, **content)
    actions.submit(item_id=version.item_id, clerk=clerk, revision=version.revision, now=now)
    return Item.objects.get(pk=version.item_id)


def under_review(item) -> Version:
    return item.versions.filter(review__isnull=False).latest("number")


def sign(item, reviewer, decision=Decision.APPROVED, opinion="", now=MONDAY) -> Item:
    """Sign at the level that is due, having seen the right text."""
    version = under_review(item)
    return actions.decide(
        item_id=item.pk,
        position=version.review.position,
        reviewer=reviewer,
        decision=decision,
        opinion=opinion,
        seen_hash=version.content_hash,
        now=now,
    )


def check_secrecy(item, checker, now=MONDAY) -> Item:
    """Make the three ticks: nothing secret in it."""
    for kind in SecrecyKind:
        item = actions.tick_secrecy(
            item_id=item.pk,
            kind=kind,
            checker=checker,
            may_be_public=True,
            seen_hash=under_review(item).content_hash,
            now=now,
        )
    return item


def published(clerk, section, checker, reviewers, *, now=MONDAY, **content) -> Item:
    item = check_secrecy(submitted(clerk, section, now=now, **content), checker, now)
    for reviewer in reviewers:
        item = sign(item, reviewer, now=now)
    return item
