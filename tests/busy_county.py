"""A county in the middle of its work: an item in every state, and words that must never reach the public."""

import io
from datetime import timedelta
from types import SimpleNamespace

from PIL import Image

from gongkai.accounts.models import User
from gongkai.publications import actions
from gongkai.publications.enums import TakeDownReason
from gongkai.publications.models import Item, Version
from gongkai.publications.tests.factories import (
    MONDAY,
    answered,
    check_secrecy,
    draft,
    published,
    sign,
    under_review,
)
from gongkai.publications.topics import add_to_topic
from gongkai.review.enums import Decision
from gongkai.sections.models import Section
from gongkai.sections.topics import create_topic

TITLE = "示范县民政局关于发放高温补贴的通知"
# Said among colleagues. None of it may be read on a public page.
OPINION, REQUEST, ANSWER, RETURNED = "内部意见甲", "内部要求乙", "内部答复丙", "内部退回丁"
REDACTION, TYPED = "内部遮盖戊", "内部未存己"
UNPUBLISHED = [
    "未公开的草稿",
    "未公开的送审稿",
    "未公开的退回稿",
    "未公开的弃稿",
    "未公开的修改稿",
    "未公开的新送审稿",
]


def picture() -> io.BytesIO:
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "#a61b1b").save(content, "PNG")
    content.seek(0)
    return content


def with_file(clerk, section, *, title, **content) -> int:
    """A draft of this title with an attachment and a picture in its text; returns the item's id."""
    version = draft(clerk, section, title=title, redaction_note=REDACTION, **content)
    for content, name, is_inline in (
        (io.BytesIO("姓名,金额\n".encode()), f"{title}.csv", False),
        (picture(), f"{title}.png", True),
    ):
        actions.attach(
            item_id=version.item_id,
            clerk=clerk,
            content=content,
            name=name,
            is_inline=is_inline,
            alternative_text="示意图",
            now=MONDAY,
        )
    return version.item_id


def submitted(clerk, section, *, title):
    item_id = with_file(clerk, section, title=title)
    answered(item_id, clerk)
    revision = Version.objects.get(item=item_id).revision
    actions.submit(item_id=item_id, clerk=clerk, revision=revision, now=MONDAY)
    return Item.objects.get(pk=item_id)


def busy_county(*, county, section, clerk, reviewers, checker, disclosure_officer) -> SimpleNamespace:
    """Take items of the clerk's office through everything that happens to items."""
    busy = SimpleNamespace(county=county, section=section, clerk=clerk, items={})
    now = MONDAY

    busy.items["draft"] = with_file(clerk, section, title=UNPUBLISHED[0], body="<p>电话13912345678。</p>")
    answered(busy.items["draft"], clerk)
    waiting = submitted(clerk, section, title=UNPUBLISHED[1])
    sign(waiting, reviewers[0], Decision.APPROVED_WITH_REQUEST, REQUEST)
    busy.items["in review"] = waiting.pk
    busy.request = under_review(waiting).review.steps.get(position=1)
    busy.items["sent"] = submitted(clerk, section, title=UNPUBLISHED[5]).pk
    returned = submitted(clerk, section, title=UNPUBLISHED[2])
    sign(returned, reviewers[0], Decision.RETURNED, RETURNED)
    busy.items["returned"] = returned.pk
    discarded = with_file(clerk, section, title=UNPUBLISHED[3])
    actions.discard(item_id=discarded, clerk=clerk, now=now)
    busy.items["discarded"] = discarded

    public = check_secrecy(submitted(clerk, section, title=TITLE), checker)
    sign(public, reviewers[0], Decision.APPROVED_WITH_REQUEST, REQUEST)
    step = under_review(public).review.steps.get(position=1)
    actions.settle_request(step_id=step.pk, clerk=clerk, answer=ANSWER, now=now)
    for reviewer in reviewers[1:]:
        sign(public, reviewer, opinion=OPINION)
    busy.items["public"] = public.pk
    for state, days in (("revised", 1), ("taken down", 2)):
        item = published(
            clerk, section, checker, reviewers, title=f"{TITLE}（{days}）", redaction_note=REDACTION
        )
        busy.items[state] = item.pk
    revision = actions.revise(item_id=busy.items["revised"], clerk=clerk, now=now)
    actions.save_draft(
        item_id=revision.item_id,
        clerk=clerk,
        revision=revision.revision,
        content={"title": UNPUBLISHED[4]},
        now=now,
    )
    actions.take_down(
        item_id=busy.items["taken down"],
        actor=disclosure_officer,
        reason=TakeDownReason.EXPIRED,
        note="公示期满。",
        now=now + timedelta(days=3),
    )
    try:
        actions.save_draft(
            item_id=busy.items["draft"], clerk=clerk, revision=-1, content={"title": TYPED}, now=now
        )
    except actions.EditConflict as conflict:
        busy.copy = conflict.copy

    busy.other_section = Section.objects.create(
        county=county, parent=section.parent, name="公示公告", code="notes", path="affairs/notes", depth=2
    )
    busy.topic = create_topic(
        county=county, name="高温补贴", code="heat", groups=["政策"], summary="", actor=disclosure_officer
    )
    public.refresh_from_db()
    busy.entry = add_to_topic(topic=busy.topic, item=public, actor=disclosure_officer, group="政策")
    busy.people = list(User.objects.all())
    return busy
