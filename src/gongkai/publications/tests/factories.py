"""Items in any state, reached by the real actions."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.timezone import localdate

from gongkai.publications import actions
from gongkai.publications.enums import ItemKind
from gongkai.publications.models import Item, Version
from gongkai.publications.queries import screenings_of
from gongkai.publications.screening_state import state_of
from gongkai.review.enums import Decision, SecrecyKind
from gongkai.screening.enums import AnswerChoice, KeepReason
from gongkai.screening.tasks import check_files, make_copies

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)


def draft(clerk, section, *, title="示范县民政局关于发放高温补贴的通知", now=MONDAY, **content) -> Version:
    """A draft that has all it needs to be submitted."""
    item = actions.start_item(clerk=clerk, agency=clerk.agency, kind=ItemKind.NOTICE, now=now)
    content = {"title": title, "section_id": section.pk, "body": "<p>现将有关事项通知如下。</p>"} | content
    return actions.save_draft(item_id=item.pk, clerk=clerk, revision=0, content=content, now=now)


def look_into_files() -> None:
    """What the worker does in a few seconds."""
    while check_files() + make_copies():
        pass


def answered(item_id, clerk, *, now=MONDAY) -> None:
    """Have the files of a draft looked into, and take on what nobody could read in them."""
    look_into_files()
    item = Item.objects.get(pk=item_id)
    for group in state_of(item, item.versions.get(number=None), today=localdate(now)).groups:
        if group.is_open:
            actions.answer_findings(
                item_id=item_id,
                clerk=clerk,
                container=group.container,
                kind=group.kind,
                choice=AnswerChoice.KEEP,
                reason=KeepReason.LOOKED,
                now=now,
            )
    look_into_files()


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
    """Confirm what the clerk kept, and make the three ticks: nothing secret in it."""
    version = under_review(item)
    kept = [line.pk for line in screenings_of(version).first().lines.all() if line.needs_confirmation]
    if kept:
        actions.confirm_kept(
            item_id=item.pk, line_ids=kept, checker=checker, seen_hash=version.content_hash, now=now
        )
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
