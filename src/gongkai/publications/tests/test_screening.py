"""What screening asks of a draft before it may leave, through the actions a clerk and a secrecy reviewer take."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from lxml import html

from gongkai.common.errors import Conflict, NotAllowed
from gongkai.files.queries import open_file
from gongkai.history.models import Event
from gongkai.publications import actions
from gongkai.publications.markup import clean
from gongkai.publications.models import Attachment, Item, Version
from gongkai.publications.queries import screenings_of
from gongkai.publications.review_form import review_form
from gongkai.publications.screening_state import state_of
from gongkai.review.enums import SecrecyKind
from gongkai.screening.enums import AnswerChoice, FileState, KeepReason, Kind, Level
from gongkai.screening.models import CleanCopy, FileCheck, ScreeningLine

from .factories import MONDAY, check_secrecy, draft, look_into_files, published, sign, submitted, under_review

pytestmark = pytest.mark.django_db

ID = "11010519491231002X"  # the example of GB 11643
LIST = f"<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>张小明</td><td>{ID}</td></tr></table>"
FILE = f"姓名,身份证号\n张小明,{ID}\n".encode()


def state(version):
    item = Item.objects.select_related("agency__county").get(pk=version.item_id)
    return state_of(item, item.versions.get(number=None), today=localdate(MONDAY))


def found(groups):
    return {(group.container_label, group.kind): (group.count, group.choice) for group in groups}


def attach(version, clerk, content=FILE, name="名单.csv"):
    return actions.attach(item_id=version.item_id, clerk=clerk, content=content, name=name, now=MONDAY)


def answer(version, clerk, container, kind, choice, **said):
    return actions.answer_findings(
        item_id=version.item_id,
        clerk=clerk,
        container=container,
        kind=kind,
        choice=choice,
        now=MONDAY,
        **said,
    )


def keep(version, clerk, container, kind, reason=KeepReason.REQUIRED, note="《社会救助暂行办法》"):
    return answer(version, clerk, container, kind, AnswerChoice.KEEP, reason=reason, note=note)


def submit(version, clerk):
    revision = Version.objects.get(item=version.item_id, number=None).revision
    return actions.submit(item_id=version.item_id, clerk=clerk, revision=revision, now=MONDAY)


def everything_stored() -> str:
    """Every column of every table, as text."""
    from django.apps import apps  # here: models are all loaded by then

    return "\n".join(
        str(row)
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.values_list()
    )


def test_an_id_number_in_the_text_stops_the_submission(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    with pytest.raises(NotAllowed, match="文字里还有2处没有处理（身份证号、姓名）"):
        submit(version, chen)
    assert found(state(version).text) == {("文字", Kind.ID_NUMBER): (1, ""), ("文字", Kind.NAME): (1, "")}


def test_masking_changes_the_text_at_once_and_leaves_the_number_nowhere(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    answer(version, chen, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
    after = Version.objects.get(number=None)
    assert after.body == clean(LIST).replace(ID, "110105********002X")
    assert after.revision == version.revision + 1
    assert ID not in everything_stored()


def test_only_the_ticked_findings_are_masked(chain, notices, chen):
    version = draft(chen, notices, body="<p>甲13800138000，乙13900139000。</p>")
    rows = state(version).text[0].rows
    answer(version, chen, "text", Kind.MOBILE, AnswerChoice.MASK, fingerprints=[rows[0]["fingerprint"]])
    assert Version.objects.get(number=None).body == "<p>甲138****8000，乙13900139000。</p>"


def test_a_page_that_still_shows_the_number_cannot_save_it_again(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    answer(version, chen, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
    with pytest.raises(actions.EditConflict):
        actions.save_draft(
            item_id=version.item_id, clerk=chen, revision=version.revision, content={"body": LIST}, now=MONDAY
        )


def test_a_kept_finding_needs_a_reason_and_the_reason_its_words(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    for reason, note in (("", ""), ("因为", ""), (KeepReason.REQUIRED, " ")):
        with pytest.raises(NotAllowed):
            keep(version, chen, "text", Kind.ID_NUMBER, reason, note)
    keep(version, chen, "text", Kind.ID_NUMBER)
    assert found(state(version).text)["文字", Kind.ID_NUMBER] == (1, AnswerChoice.KEEP)


def test_a_number_typed_after_another_was_kept_is_open_again(chain, notices, chen):
    version = draft(chen, notices, body="<p>联系手机13800138000</p>")
    keep(version, chen, "text", Kind.MOBILE, KeepReason.OFFICE_CONTACT, "")
    actions.save_draft(
        item_id=version.item_id,
        clerk=chen,
        revision=version.revision,
        content={"body": "<p>联系手机13800138000，13900139000</p>"},
        now=MONDAY,
    )
    assert sorted((group.count, group.choice) for group in state(version).text) == [(1, ""), (1, "keep")]


def test_a_file_that_was_not_looked_into_stops_the_submission(chain, notices, chen):
    version = draft(chen, notices)
    attach(version, chen, "类别,每月\n室外,200\n".encode(), "标准.csv")
    with pytest.raises(NotAllowed, match="“标准.csv”还在检查"):
        submit(version, chen)
    look_into_files()
    submit(version, chen)


def test_a_submitted_file_is_the_clean_copy_and_the_upload_stays_inside(chain, notices, chen):
    version = draft(chen, notices)
    attachment = attach(version, chen)
    look_into_files()
    answer(version, chen, attachment.code, Kind.ID_NUMBER, AnswerChoice.MASK)
    keep(version, chen, attachment.code, Kind.NAME)
    look_into_files()
    submit(version, chen)
    frozen = Attachment.objects.get()
    with open_file(frozen.file) as public, open_file(frozen.original) as upload:
        assert public.read().decode("utf-8-sig").splitlines() == [
            "姓名,身份证号",
            "张小明,110105********002X",
        ]
        assert upload.read() == FILE
    assert frozen.file.copy_of.get().original == frozen.original
    assert ID not in everything_stored()


def test_the_upload_can_be_read_by_the_office_and_reading_leaves_an_event(
    chain, notices, chen, zhou, lin, client
):
    version = draft(chen, notices)
    attach(version, chen, "类别,每月\n室外,200\n".encode(), "标准.csv")
    look_into_files()
    submit(version, chen)
    frozen = Attachment.objects.get()
    address = reverse("publications:original", args=[version.item_id, frozen.pk])
    client.force_login(lin)
    assert client.post(address).status_code == 404
    client.force_login(zhou)
    response = client.post(address)
    assert b"".join(response.streaming_content) == "类别,每月\n室外,200\n".encode()
    [event] = Event.objects.filter(verb="item.original_read")
    assert (event.actor, event.data) == (zhou, {"version": 1, "hash": frozen.original.sha256})


def test_answers_can_be_taken_back_and_the_copy_follows(chain, notices, chen):
    version = draft(chen, notices)
    attachment = attach(version, chen)
    look_into_files()
    for kind in (Kind.ID_NUMBER, Kind.NAME):
        answer(version, chen, attachment.code, kind, AnswerChoice.MASK)
    look_into_files()
    first = state(version).files[0].copy
    actions.take_back_answer(
        item_id=version.item_id, clerk=chen, container=attachment.code, kind=Kind.NAME, now=MONDAY
    )
    assert [group.kind for group in state(version).files[0].open_groups] == [Kind.NAME]
    keep(version, chen, attachment.code, Kind.NAME)
    look_into_files()
    second = state(version).files[0].copy
    assert (first.state, second.state, first.file == second.file) == (FileState.DONE, FileState.DONE, False)


def test_everything_open_in_a_file_is_masked_at_once_and_each_kind_can_be_taken_back(chain, notices, chen):
    version = draft(chen, notices)
    attachment = attach(version, chen)
    look_into_files()
    keep(version, chen, attachment.code, Kind.NAME)
    common = {"item_id": version.item_id, "container": attachment.code, "now": MONDAY}
    assert not state(version).files[0].may_be_masked_at_once  # one kind is left: its own button does it
    actions.take_back_answer(clerk=chen, kind=Kind.NAME, **common)
    assert state(version).files[0].may_be_masked_at_once
    assert actions.mask_all(clerk=chen, **common) == 2
    label = "附件“名单.csv”"
    masked = AnswerChoice.MASK
    assert found(state(version).groups) == {
        (label, Kind.ID_NUMBER): (1, masked),
        (label, Kind.NAME): (1, masked),
    }
    look_into_files()
    copy = state(version).files[0].copy.file
    with open_file(copy) as file:
        assert ID.encode() not in file.read()
    with pytest.raises(NotAllowed, match="没有等着遮盖"):
        actions.mask_all(clerk=chen, **common)
    actions.take_back_answer(clerk=chen, kind=Kind.NAME, **common)
    assert found(state(version).groups)[label, Kind.NAME] == (1, "")


def test_text_is_not_masked_at_once_because_it_cannot_be_taken_back(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    with pytest.raises(NotAllowed, match="没有等着遮盖"):
        actions.mask_all(item_id=version.item_id, clerk=chen, container="text", now=MONDAY)


def test_the_button_masks_the_file_and_says_so(client, chain, notices, chen):
    version = draft(chen, notices)
    attachment = attach(version, chen)
    look_into_files()
    client.force_login(chen)
    url = reverse("publications:edit", args=[version.item_id])
    for said in ("公开副本里将遮盖2处，原件不变", "没有等着遮盖"):
        page = html.fromstring(client.get(url).content.decode())
        buttons = page.xpath(f'//button[@value="mask:{attachment.code}:all"]')
        assert len(buttons) == (said[0] == "公")
        form = next(each for each in page.forms if "title" in each.fields)
        answer = client.post(
            url, dict(form.form_values()) | {"do": f"mask:{attachment.code}:all"}, follow=True
        )
        assert said in answer.content.decode()


def test_a_damaged_file_is_refused_with_the_reason(chain, notices, chen):
    version = draft(chen, notices)
    attach(version, chen, b"%PDF-1.4\nnothing\nstartxref\n9\n%%EOF\n", "坏.pdf")
    look_into_files()
    line = state(version).files[0]
    assert (line.check.state, bool(line.problem), line.copy) == (FileState.REFUSED, True, None)
    with pytest.raises(NotAllowed, match="“坏.pdf”不能使用"):
        submit(version, chen)


def test_the_record_says_what_was_found_and_how_it_was_answered(chain, notices, chen):
    version = draft(chen, notices, body=LIST)
    answer(version, chen, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
    keep(version, chen, "text", Kind.NAME)
    submit(version, chen)
    record = screenings_of(Version.objects.get(number=1)).first()
    [line] = record.lines.all()
    assert (line.kind, line.level, line.count, line.choice, line.reason, line.note, line.answered_by) == (
        Kind.NAME, Level.MUST, 1, AnswerChoice.KEEP, KeepReason.REQUIRED, "《社会救助暂行办法》", chen,
    )  # fmt: skip
    assert line.samples == [
        {
            "place": "正文，第1个表格第2行第1列",
            "before": "",
            "shown": "张**",
            "after": "",
            "note": "",
            "suggestion": "",
        }
    ]


def test_a_kept_finding_waits_for_the_secrecy_reviewer(chain, notices, chen, zhou, qin, lin):
    version = draft(chen, notices, body=LIST)
    answer(version, chen, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
    keep(version, chen, "text", Kind.NAME)
    submit(version, chen)
    item = Item.objects.get()
    seen = under_review(item).content_hash
    tick = {"item_id": item.pk, "kind": SecrecyKind.PRIVACY, "seen_hash": seen, "now": MONDAY}
    with pytest.raises(NotAllowed, match="文字的姓名"):
        actions.tick_secrecy(checker=qin, may_be_public=True, **tick)
    line = ScreeningLine.objects.get()
    confirm = {"item_id": item.pk, "line_ids": [line.pk], "seen_hash": seen, "now": MONDAY}
    for stranger in (chen, zhou, lin):
        with pytest.raises(NotAllowed):
            actions.confirm_kept(checker=stranger, **confirm)
    with pytest.raises(Conflict):
        actions.confirm_kept(checker=qin, **confirm | {"seen_hash": "0" * 64})
    assert actions.confirm_kept(checker=qin, **confirm) == 1
    with pytest.raises(Conflict, match="已由小秦确认过"):
        actions.confirm_kept(checker=qin, **confirm)
    actions.tick_secrecy(checker=qin, may_be_public=True, **tick)
    assert Event.objects.filter(verb="screening.kept_confirmed", actor=qin).count() == 1


def test_a_refusal_of_the_secrecy_reviewer_needs_no_confirmation(chain, notices, chen, qin):
    version = draft(chen, notices, body=LIST)
    keep(version, chen, "text", Kind.ID_NUMBER)
    keep(version, chen, "text", Kind.NAME)
    submit(version, chen)
    item = actions.tick_secrecy(
        item_id=version.item_id,
        kind=SecrecyKind.PRIVACY,
        checker=qin,
        may_be_public=False,
        opinion="身份证号不能公开",
        seen_hash=Version.objects.get(number=1).content_hash,
        now=MONDAY,
    )
    assert item.stage == "returned"


def test_a_revision_starts_from_the_upload_and_keeps_the_answers(chain, notices, chen, zhou, fang, wu, qin):
    version = draft(chen, notices)
    attachment = attach(version, chen)
    look_into_files()
    answer(version, chen, attachment.code, Kind.ID_NUMBER, AnswerChoice.MASK)
    keep(version, chen, attachment.code, Kind.NAME)
    look_into_files()
    submit(version, chen)
    item = check_secrecy(Item.objects.get(), qin)
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer)
    revision = actions.revise(item_id=item.pk, clerk=chen, now=MONDAY)
    copy = revision.attachments.get()
    assert (copy.original, copy.file) == (None, Attachment.objects.get(version__number=1).original)
    assert [group.is_open for group in state(revision).groups] == [False, False]
    submit(revision, chen)
    first, second = Attachment.objects.exclude(original=None).order_by("version__number")
    assert first.file == second.file


def test_nothing_is_published_without_a_record_of_its_screening(chain, notices, chen, zhou, fang, wu, qin):
    item = check_secrecy(submitted(chen, notices), qin)
    for reviewer in (zhou, fang):
        sign(item, reviewer)
    ScreeningLine.objects.all().delete()
    screenings_of(under_review(item)).first().delete()
    with pytest.raises(NotAllowed, match="没有发布前筛查的记录"):
        sign(item, wu)
    item.refresh_from_db()
    assert item.published_version is None


def test_nothing_is_published_with_a_file_that_is_no_clean_copy(chain, notices, chen, zhou, fang, wu, qin):
    version = draft(chen, notices)
    attach(version, chen, "类别,每月\n室外,200\n".encode(), "标准.csv")
    look_into_files()
    submit(version, chen)
    item = check_secrecy(Item.objects.get(), qin)
    for reviewer in (zhou, fang):
        sign(item, reviewer)
    CleanCopy.objects.all().delete()
    with pytest.raises(NotAllowed, match="没有发布前筛查的记录"):
        sign(item, wu)


def test_somebody_elses_draft_cannot_be_answered(chain, notices, chen, lin, zhou):
    version = draft(chen, notices, body=LIST)
    for stranger in (lin, zhou):
        with pytest.raises(NotAllowed):
            answer(version, stranger, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
        with pytest.raises(NotAllowed, match="不能再处理筛查结果"):
            actions.mask_all(item_id=version.item_id, clerk=stranger, container="text", now=MONDAY)
    assert ID in Version.objects.get().body


@pytest.mark.parametrize("files", [1, 3])
def test_the_state_of_a_draft_costs_the_same_for_one_file_and_three(
    chain, notices, chen, files, django_assert_num_queries
):
    version = draft(chen, notices, body=LIST)
    for number in range(files):
        attach(version, chen, f"类别,金额\n{number},200\n".encode(), f"表{number}.csv")
    look_into_files()
    item = Item.objects.select_related("agency__county").get()
    current = item.versions.get(number=None)
    state_of(item, current, today=localdate(MONDAY))
    with django_assert_num_queries(8):
        state_of(item, current, today=localdate(MONDAY))


def test_published_items_are_screened_as_a_whole(chain, notices, chen, zhou, fang, wu, qin):
    item = published(chen, notices, qin, [zhou, fang, wu])
    assert screenings_of(item.published_version).first().lines.count() == 0
    assert FileCheck.objects.count() == 0


def test_the_review_form_says_what_became_of_the_findings(chain, notices, chen, qin):
    version = draft(chen, notices, body=LIST, redaction_note="只留姓名")
    answer(version, chen, "text", Kind.ID_NUMBER, AnswerChoice.MASK)
    keep(version, chen, "text", Kind.NAME)
    submit(version, chen)
    item = check_secrecy(Item.objects.get(), qin)
    form = review_form(item, under_review(item), now=MONDAY)
    assert (
        form.redaction_note == "只留姓名；文字的姓名1处保留（依法应当公开：《社会救助暂行办法》，小秦确认）"
    )
