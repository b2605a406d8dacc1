from datetime import timedelta

import pytest

from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.models import Event
from gongkai.publications import actions, tasks
from gongkai.publications.enums import (
    TRANSITIONS,
    ItemKind,
    Stage,
    TakeDownReason,
    Visibility,
    next_stage,
)
from gongkai.publications.models import Attachment, DraftCopy, Item, Listing, OldAddress, Version
from gongkai.review.enums import Decision, ReviewState, SecrecyKind
from gongkai.review.models import Review

from .factories import MONDAY, answered, check_secrecy, draft, published, sign, submitted, under_review

pytestmark = pytest.mark.django_db

TABLE = "类别,每月\n室外作业,200\n".encode()


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("verb", TRANSITIONS)
def test_a_verb_leads_on_only_from_the_stages_the_table_names(stage, verb):
    sources, target = TRANSITIONS[verb]
    if stage in sources:
        assert next_stage(stage, verb) == target
    else:
        with pytest.raises(NotAllowed):
            next_stage(stage, verb)


def test_an_item_is_public_after_three_people_and_the_secrecy_reviewer(
    chain, notices, chen, zhou, fang, wu, qin
):
    item = submitted(chen, notices)
    seen = [item.stage]
    item = check_secrecy(item, qin)
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer)
        seen.append(item.stage)
    assert seen == [Stage.IN_REVIEW, Stage.IN_REVIEW, Stage.IN_REVIEW, Stage.SETTLED]
    assert item.visibility == Visibility.PUBLISHED
    assert item.index_number == "11990000MB0000002B/2026-0000001"
    assert item.published_at == MONDAY
    assert sorted(item.listings.values_list("section__path", "is_direct")) == [
        ("affairs", False),
        ("affairs/notices", True),
    ]


def test_every_step_leaves_an_event(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    actions.take_down(item_id=item.pk, actor=wu, reason=TakeDownReason.ERROR, now=MONDAY)
    assert list(Event.objects.values_list("verb", flat=True)) == [
        "item.started",
        "review.opened",
        "item.submitted",
        "review.secrecy_checked",
        "review.secrecy_checked",
        "review.secrecy_checked",
        "review.decided",
        "review.decided",
        "review.decided",
        "item.approved",
        "item.published",
        "item.taken_down",
    ]


def test_an_incomplete_draft_is_not_submitted_and_says_what_is_missing(chain, notices, chen):
    version = draft(chen, notices, title="", body="")
    with pytest.raises(NotAllowed) as refused:
        actions.submit(item_id=version.item_id, clerk=chen, revision=version.revision, now=MONDAY)
    assert str(refused.value) == "还不能送审：还没有写标题。正文和附件都是空的。"
    assert Item.objects.get().stage == Stage.DRAFTING


def test_a_section_of_another_office_is_refused(chain, notices, chen, education):
    notices.owners.set([education])
    version = draft(chen, notices)
    with pytest.raises(NotAllowed, match="不由您所在的单位发布"):
        actions.submit(item_id=version.item_id, clerk=chen, revision=version.revision, now=MONDAY)


def test_a_clerk_cannot_start_an_item_for_another_office(chen, education):
    with pytest.raises(NotAllowed):
        actions.start_item(clerk=chen, agency=education, kind=ItemKind.NOTICE, now=MONDAY)
    assert Item.objects.count() == 0


def test_the_next_document_number_is_proposed(chain, notices, chen):
    draft(chen, notices, document_number="示民发〔2026〕7号")
    item = actions.start_item(clerk=chen, agency=chen.agency, kind=ItemKind.DOCUMENT, now=MONDAY)
    assert item.versions.get().document_number == "示民发〔2026〕8号"


def test_a_save_on_an_old_page_keeps_what_was_typed(notices, chen):
    version = draft(chen, notices)
    with pytest.raises(actions.EditConflict) as conflict:
        actions.save_draft(
            item_id=version.item_id, clerk=chen, revision=0, content={"title": "我的新标题"}, now=MONDAY
        )
    assert conflict.value.copy.content == {"title": "我的新标题"}
    assert Version.objects.get().title == version.title


def test_a_save_after_submission_keeps_what_was_typed(chain, notices, chen):
    item = submitted(chen, notices)
    with pytest.raises(actions.EditConflict):
        actions.save_draft(
            item_id=item.pk, clerk=chen, revision=1, content={"title": "晚到的改动"}, now=MONDAY
        )
    assert [copy.content["title"] for copy in DraftCopy.objects.all()] == ["晚到的改动"]


def test_another_office_saves_nothing(notices, chen, lin):
    version = draft(chen, notices)
    with pytest.raises(NotAllowed):
        actions.save_draft(
            item_id=version.item_id, clerk=lin, revision=1, content={"title": "改"}, now=MONDAY
        )
    assert (Version.objects.get().title, DraftCopy.objects.count()) == (version.title, 0)


def test_the_author_cannot_sign(chain, notices, chen, zhou):
    item = submitted(chen, notices)
    chen.assignments.create(agency=chen.agency, role="first_reviewer")
    del chen.grants
    with pytest.raises(NotAllowed, match="自己起草的内容"):
        sign(item, chen)


def test_nobody_signs_twice(chain, notices, chen, zhou):
    item = sign(submitted(chen, notices), zhou)
    zhou.assignments.create(agency=zhou.agency, role="second_reviewer")
    del zhou.grants
    with pytest.raises(NotAllowed, match="只能签署一次"):
        sign(item, zhou)


def test_no_level_is_skipped(chain, notices, chen, zhou, wu):
    item = submitted(chen, notices)
    with pytest.raises(Conflict, match="不能越级"):
        actions.decide(
            item_id=item.pk,
            position=3,
            reviewer=wu,
            decision=Decision.APPROVED,
            seen_hash=under_review(item).content_hash,
            now=MONDAY,
        )
    with pytest.raises(NotAllowed, match="您没有这个角色"):
        sign(item, wu)


def test_two_presses_give_one_decision(chain, notices, chen, zhou):
    item = submitted(chen, notices)
    press = dict(
        item_id=item.pk,
        position=1,
        reviewer=zhou,
        decision=Decision.APPROVED,
        seen_hash=under_review(item).content_hash,
        now=MONDAY,
    )
    actions.decide(**press)
    with pytest.raises(Conflict) as second:
        actions.decide(**press)
    assert str(second.value) == "这一级已由老周于2026年3月2日 09:00签署“同意”，您这次提交没有重复记录。"
    assert Event.objects.filter(verb="review.decided").count() == 1


def test_a_text_other_than_the_one_seen_is_not_signed(chain, notices, chen, zhou):
    item = submitted(chen, notices)
    with pytest.raises(Conflict, match="不是现在送审的版本"):
        actions.decide(
            item_id=item.pk,
            position=1,
            reviewer=zhou,
            decision=Decision.APPROVED,
            seen_hash="0" * 64,
            now=MONDAY,
        )


def test_a_return_needs_an_opinion(chain, notices, chen, zhou):
    item = submitted(chen, notices)
    with pytest.raises(NotAllowed, match="请写明意见"):
        sign(item, zhou, Decision.RETURNED)


def test_a_returned_item_starts_again_at_the_first_level(chain, notices, chen, zhou, fang):
    item = sign(submitted(chen, notices), zhou)
    item = sign(item, fang, Decision.RETURNED, "请补充依据")
    assert item.stage == Stage.RETURNED
    again = item.versions.get(number=None)
    actions.submit(item_id=item.pk, clerk=chen, revision=again.revision, now=MONDAY)
    review = under_review(item).review
    assert (review.position, [step.decision for step in review.steps.all()]) == (1, ["", "", ""])


def test_the_last_level_waits_for_the_secrecy_review(chain, notices, chen, zhou, fang, wu, qin):
    item = submitted(chen, notices)
    for reviewer in (zhou, fang):
        item = sign(item, reviewer)
    with pytest.raises(NotAllowed, match="保密审查还没有做完"):
        sign(item, wu)
    item = sign(check_secrecy(item, qin), wu)
    assert item.visibility == Visibility.PUBLISHED


def test_a_secrecy_tick_that_says_no_returns_the_item(chain, notices, chen, zhou, qin):
    item = sign(submitted(chen, notices), zhou)
    item = actions.tick_secrecy(
        item_id=item.pk,
        kind=SecrecyKind.PRIVACY,
        checker=qin,
        may_be_public=False,
        opinion="含有身份证号",
        seen_hash=under_review(item).content_hash,
        now=MONDAY,
    )
    assert (item.stage, under_review(item).review.state) == (Stage.RETURNED, ReviewState.RETURNED)


def test_a_reviewer_cannot_make_the_secrecy_ticks_too(chain, notices, chen, zhou):
    item = sign(submitted(chen, notices), zhou)
    zhou.assignments.create(agency=zhou.agency, role="secrecy_reviewer")
    del zhou.grants
    with pytest.raises(NotAllowed):
        check_secrecy(item, zhou)


def test_an_approval_with_a_request_publishes_and_leaves_the_request_open(
    chain, notices, chen, zhou, fang, wu, qin
):
    item = check_secrecy(submitted(chen, notices), qin)
    item = sign(item, zhou, Decision.APPROVED_WITH_REQUEST, "下次请附解读")
    for reviewer in (fang, wu):
        item = sign(item, reviewer)
    assert item.visibility == Visibility.PUBLISHED
    step = under_review(item).review.steps.get(position=1)
    actions.settle_request(step_id=step.pk, clerk=chen, answer="解读已安排", now=MONDAY)
    with pytest.raises(Conflict):
        actions.settle_request(step_id=step.pk, clerk=chen, answer="再办一次", now=MONDAY)


def test_withdrawing_lets_the_text_change_and_all_levels_sign_anew(chain, notices, chen, zhou):
    item = sign(submitted(chen, notices), zhou)
    version = actions.withdraw(item_id=item.pk, clerk=chen, now=MONDAY)
    assert Review.objects.get().state == ReviewState.WITHDRAWN
    version = actions.save_draft(
        item_id=item.pk,
        clerk=chen,
        revision=version.revision,
        content={"title": "改过的标题通知"},
        now=MONDAY,
    )
    actions.submit(item_id=item.pk, clerk=chen, revision=version.revision, now=MONDAY)
    assert under_review(item).number == 2
    assert [step.decided_by for step in under_review(item).review.steps.all()] == [None, None, None]


def test_changing_a_text_that_waits_for_its_time_voids_the_signatures(
    chain, notices, chen, zhou, fang, wu, qin
):
    item = published(chen, notices, qin, [zhou, fang, wu], publish_at=MONDAY + timedelta(days=2))
    assert item.stage == Stage.APPROVED
    actions.withdraw(item_id=item.pk, clerk=chen, now=MONDAY)
    assert Review.objects.get().state == ReviewState.VOIDED
    assert Item.objects.get().publish_at is None


def test_a_frozen_version_cannot_be_changed_in_the_database(chain, notices, chen):
    from django.db import DatabaseError, transaction  # only this test speaks to the database directly

    item = submitted(chen, notices)
    with pytest.raises(DatabaseError, match="frozen version"), transaction.atomic():
        Version.objects.filter(item=item, number=1).update(body="<p>换掉的正文</p>")
    with pytest.raises(DatabaseError, match="frozen version"), transaction.atomic():
        Version.objects.filter(item=item, number=1).delete()


def test_a_scheduled_item_is_published_at_its_time_and_not_before(
    chain, notices, chen, zhou, fang, wu, qin, monkeypatch
):
    due = MONDAY + timedelta(hours=3)
    published(chen, notices, qin, [zhou, fang, wu], publish_at=due)
    for now, done in ((due - timedelta(seconds=1), 0), (due, 1), (due + timedelta(days=1), 0)):
        monkeypatch.setattr(tasks.timezone, "now", lambda now=now: now)
        assert tasks.publish_due() == done
    assert Item.objects.get().published_at == due


def test_a_missed_schedule_is_caught_up_after_the_server_was_down(
    chain, notices, chen, zhou, fang, wu, qin, monkeypatch
):
    published(chen, notices, qin, [zhou, fang, wu], publish_at=MONDAY + timedelta(hours=3))
    monkeypatch.setattr(tasks.timezone, "now", lambda: MONDAY + timedelta(days=5))
    assert tasks.publish_due() == 1
    assert Item.objects.get().published_at == MONDAY + timedelta(days=5)


def test_an_item_is_taken_down_when_its_display_period_is_over(
    chain, notices, chen, zhou, fang, wu, qin, monkeypatch
):
    until = MONDAY + timedelta(days=7)
    published(chen, notices, qin, [zhou, fang, wu], display_until=until)
    monkeypatch.setattr(tasks.timezone, "now", lambda: until)
    assert tasks.take_down_due() == 1
    item = Item.objects.get()
    assert (item.visibility, item.take_down_reason) == (Visibility.TAKEN_DOWN, TakeDownReason.EXPIRED)


def test_one_item_that_cannot_be_published_does_not_hold_up_the_others(
    chain, notices, chen, zhou, fang, wu, qin, monkeypatch
):
    due = MONDAY + timedelta(hours=1)
    broken = published(chen, notices, qin, [zhou, fang, wu], title="有毛病的一条通知", publish_at=due)
    published(chen, notices, qin, [zhou, fang, wu], title="好的一条通知", publish_at=due)
    real = tasks.publish_item

    def fails_once(*, item_id, now):
        if item_id == broken.pk:
            raise RuntimeError("disk full")
        return real(item_id=item_id, now=now)

    monkeypatch.setattr(tasks, "publish_item", fails_once)
    monkeypatch.setattr(tasks.timezone, "now", lambda: due)
    assert tasks.publish_due() == 1
    assert list(Item.objects.order_by("pk").values_list("stage", flat=True)) == [
        Stage.APPROVED,
        Stage.SETTLED,
    ]


def test_early_release_is_public_at_once_and_stays_open(chain, notices, chen, zhou, fang, wu, qin):
    item = check_secrecy(submitted(chen, notices), qin)
    item = actions.release_early(item_id=item.pk, releaser=wu, reason="台风红色预警", now=MONDAY)
    assert (item.visibility, item.stage) == (Visibility.PUBLISHED, Stage.IN_REVIEW)
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer)
    assert (item.visibility, item.stage) == (Visibility.PUBLISHED, Stage.SETTLED)


def test_early_release_needs_a_reason_and_the_secrecy_review(chain, notices, chen, wu, qin):
    item = submitted(chen, notices)
    with pytest.raises(NotAllowed, match="保密审查"):
        actions.release_early(item_id=item.pk, releaser=wu, reason="台风红色预警", now=MONDAY)
    check_secrecy(item, qin)
    with pytest.raises(NotAllowed, match="写明为什么"):
        actions.release_early(item_id=item.pk, releaser=wu, reason=" ", now=MONDAY)


def test_what_was_released_early_and_fails_its_review_is_taken_down(chain, notices, chen, zhou, wu, qin):
    item = check_secrecy(submitted(chen, notices), qin)
    actions.release_early(item_id=item.pk, releaser=wu, reason="台风红色预警", now=MONDAY)
    item = sign(item, zhou, Decision.RETURNED, "数字有误")
    assert (item.visibility, item.take_down_reason) == (Visibility.TAKEN_DOWN, TakeDownReason.REVIEW_FAILED)
    assert Listing.objects.count() == 0


def test_the_clerk_cannot_take_down(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    with pytest.raises(NotAllowed):
        actions.take_down(item_id=item.pk, actor=chen, reason=TakeDownReason.ERROR, now=MONDAY)


def test_a_withdrawn_penalty_needs_a_public_reason(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    with pytest.raises(NotAllowed, match="须公开说明理由"):
        actions.take_down(item_id=item.pk, actor=wu, reason=TakeDownReason.PENALTY_CHANGED, now=MONDAY)


def test_an_index_number_is_never_given_again(chain, notices, chen, zhou, fang, wu, qin):
    first = published(chen, notices, qin, [zhou, fang, wu])
    actions.take_down(item_id=first.pk, actor=wu, reason=TakeDownReason.DUPLICATE, now=MONDAY)
    second = published(chen, notices, qin, [zhou, fang, wu])
    assert [first.index_number[-7:], second.index_number[-7:]] == ["0000001", "0000002"]


def test_a_revision_leaves_the_public_text_until_it_is_approved(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    version = actions.revise(item_id=item.pk, clerk=chen, now=MONDAY)
    version = actions.save_draft(
        item_id=item.pk,
        clerk=chen,
        revision=version.revision,
        content={"title": "更正后的通知标题"},
        now=MONDAY,
    )
    item.refresh_from_db()
    assert item.title == "示范县民政局关于发放高温补贴的通知"
    tuesday = MONDAY + timedelta(days=1)
    actions.submit(item_id=item.pk, clerk=chen, revision=version.revision, now=tuesday)
    item = check_secrecy(item, qin, tuesday)
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer, now=tuesday)
    assert (item.title, item.published_at, item.updated_at) == ("更正后的通知标题", MONDAY, tuesday)
    assert item.published_version.number == 2


def test_a_dropped_revision_leaves_the_public_version(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    actions.revise(item_id=item.pk, clerk=chen, now=MONDAY)
    item = actions.drop_revision(item_id=item.pk, clerk=chen, now=MONDAY)
    assert (item.stage, item.versions.count(), item.visibility) == (Stage.SETTLED, 1, Visibility.PUBLISHED)


def test_a_discarded_draft_can_be_restored(notices, chen):
    version = draft(chen, notices)
    actions.discard(item_id=version.item_id, clerk=chen, now=MONDAY)
    item = actions.restore(item_id=version.item_id, clerk=chen, now=MONDAY)
    assert (item.stage, item.versions.get().title) == (Stage.DRAFTING, version.title)


def test_attachments_follow_into_the_next_version_under_the_same_address(
    chain, notices, chen, zhou, fang, wu, qin
):
    version = draft(chen, notices)
    attachment = actions.attach(
        item_id=version.item_id, clerk=chen, content=TABLE, name="补贴标准.csv", now=MONDAY
    )
    answered(version.item_id, chen)
    actions.submit(item_id=version.item_id, clerk=chen, revision=version.revision, now=MONDAY)
    item = check_secrecy(Item.objects.get(), qin)
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer)
    actions.revise(item_id=item.pk, clerk=chen, now=MONDAY)
    assert list(Attachment.objects.order_by().values_list("code", "name").distinct()) == [
        (attachment.code, "补贴标准.csv")
    ]
    assert Attachment.objects.count() == 2


def test_a_frozen_attachment_cannot_be_removed(chain, notices, chen):
    version = draft(chen, notices)
    attachment = actions.attach(
        item_id=version.item_id, clerk=chen, content=TABLE, name="附件.csv", now=MONDAY
    )
    answered(version.item_id, chen)
    actions.submit(item_id=version.item_id, clerk=chen, revision=version.revision, now=MONDAY)
    with pytest.raises(NotAllowed):
        actions.detach(attachment_id=attachment.pk, clerk=chen, now=MONDAY)
    assert Attachment.objects.count() == 1


def test_merging_sections_moves_their_items_and_nothing_else(
    chain, county, notices, chen, zhou, fang, wu, qin, lu, civil_affairs
):
    item = published(chen, notices, qin, [zhou, fang, wu])
    target = notices.parent.children.create(
        county=county, name="公示公告", code="public", path="affairs/public", depth=2
    )
    assert actions.move_items(from_section=notices, to_section=target, actor=lu) == 1
    item.refresh_from_db()
    assert item.section == target
    assert item.published_version.section == notices
    assert sorted(item.listings.values_list("section__path", flat=True)) == ["affairs", "affairs/public"]
    assert OldAddress.objects.count() == 0
