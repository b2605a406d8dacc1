from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.enums import AdjustmentReason, FilingState, Scope
from gongkai.annual_reports.layout import NATURAL, TOTAL, t2, t3
from gongkai.annual_reports.models import Adjustment, Edition, Filing, Season
from gongkai.annual_reports.queries import edition_of, findings_of, kept_cells, report_of
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.models import Event
from gongkai.publications.actions import save_draft
from gongkai.publications.enums import Stage
from gongkai.publications.models import Item

from .factories import FEBRUARY, JANUARY, YEAR, accepted, fill, handed_in, open_year

BALANCED = {t3("new", NATURAL): "3", t3("open", NATURAL): "2", t3("carried_out", NATURAL): "1"}


def verbs(filing) -> list[str]:
    found = Event.objects.filter(subject_type="annual_reports.filing", subject_id=str(filing.pk))
    return list(found.order_by("sequence").values_list("verb", flat=True))


def test_a_year_is_opened_with_a_filing_for_each_office_and_one_summary_of_them(season, lu):
    assert {(each.scope, str(each.agency)) for each in season.filings.all()} == {
        ("own", "示范县人民政府办公室"),
        ("own", "示范县民政局"),
        ("own", "示范县教育局"),
        ("summary", "示范县人民政府办公室"),
    }
    summary = season.filings.get(scope=Scope.SUMMARY)
    assert summary.parts.count() == 3
    assert summary.unit_name == "示范县人民政府"
    assert Event.objects.filter(verb="annual.opened").count() == 1


def test_a_year_is_opened_once_and_only_by_the_disclosure_office(season, county, notices, lu, chen):
    with pytest.raises(Conflict, match="已经启动"):
        open_year(county, notices, lu)
    with pytest.raises(NotAllowed, match="政府信息公开工作机构"):
        open_year(county, notices, chen, year=2024)
    with pytest.raises(NotAllowed, match="还没有到"):
        open_year(county, notices, lu, year=2027)
    with pytest.raises(NotAllowed, match="没有统一的年报格式"):
        open_year(county, notices, lu, year=2018)
    assert Season.objects.count() == 1


def test_the_government_itself_files_no_report_of_its_own_but_governments_below_it_do(county, notices, lu):
    for name, code in ((county.name, "government"), ("示范县甲镇人民政府", "jia")):
        Agency.objects.create(county=county, name=name, short_name=name, code=code, kind="government")
    offices = open_year(county, notices, lu).filings.filter(scope=Scope.OWN)
    names = set(offices.values_list("agency__name", flat=True))
    assert ("示范县甲镇人民政府" in names, county.name in names) == (True, False)


def test_what_last_year_carried_over_is_there_when_the_year_is_opened(
    county, civil_affairs, notices, lu, chen
):
    before = open_year(county, notices, lu, year=2024).filings.get(agency=civil_affairs)
    fill(before, chen, BALANCED)
    own = open_year(county, notices, lu).filings.get(agency=civil_affairs)
    carried = {t3("carried_in", NATURAL): "1"}
    assert {cell: own.cells[cell] for cell in carried} == carried
    assert own.sources[t3("carried_in", NATURAL)] == "carried"


def test_what_is_typed_is_kept_and_totals_are_computed(own, chen):
    filing = fill(own, chen, BALANCED)
    report = report_of(filing)
    assert report.figures[t3("new", TOTAL)].number == 3
    assert report.figures[t3("done", TOTAL)].number == 2
    assert t3("done", TOTAL) not in filing.cells
    assert (filing.revision, filing.edited_by, filing.error_count) == (1, chen, 0)


def test_errors_of_the_checks_are_counted_when_saved_and_keep_a_filing_from_being_handed_in(own, chen):
    filing = fill(own, chen, {t3("new", NATURAL): "3", t3("open", NATURAL): "2"})
    assert filing.error_count > 0
    with pytest.raises(NotAllowed, match="错误没有改正"):
        actions.submit(filing_id=own.pk, clerk=chen, revision=filing.revision, now=JANUARY)


def test_an_error_that_is_explained_lets_a_filing_through_and_stays_explained(own, chen):
    filing = fill(own, chen, {t3("new", NATURAL): "3", t3("open", NATURAL): "2"})
    for each in findings_of(filing, report_of(filing), None):
        if each.is_open_error:
            actions.judge(
                filing_id=own.pk,
                key=each.finding.key,
                verdict="dismissed",
                note="有1件年底撤回，已函告。",
                person=chen,
                now=JANUARY,
            )
    again = fill(own, chen, {t3("new", NATURAL): "4", t3("open", NATURAL): "3"})
    assert again.error_count == 0
    assert (
        actions.submit(filing_id=own.pk, clerk=chen, revision=again.revision, now=JANUARY).state
        == "submitted"
    )


def test_a_judgement_needs_a_reason_and_can_be_taken_back(own, chen, lin):
    common = {"filing_id": own.pk, "key": "T3-B:natural", "now": JANUARY}
    with pytest.raises(NotAllowed, match="写明理由"):
        actions.judge(verdict="dismissed", note=" ", person=chen, **common)
    with pytest.raises(NotAllowed, match="填报单位"):
        actions.judge(verdict="dismissed", note="因为", person=lin, **common)
    actions.judge(verdict="confirmed", note="要改", person=chen, **common)
    actions.judge(verdict="", note="", person=chen, **common)
    assert not own.judgements.exists()
    assert verbs(own) == ["annual.judged", "annual.judgement_taken_back"]


def test_blank_cells_keep_a_filing_from_being_handed_in(own, chen):
    filing = actions.save_filing(
        filing_id=own.pk, person=chen, revision=0, cells=BALANCED, prose={}, now=JANUARY
    )
    with pytest.raises(NotAllowed, match="还没有填|没有填的格子"):
        actions.submit(filing_id=own.pk, clerk=chen, revision=filing.revision, now=JANUARY)


def test_two_people_who_save_at_once_do_not_overwrite_one_another(own, chen):
    fill(own, chen)
    with pytest.raises(Conflict, match="您的页面是旧的"):
        actions.save_filing(filing_id=own.pk, person=chen, revision=0, cells=BALANCED, prose={}, now=JANUARY)
    own.refresh_from_db()
    assert own.cells[t3("new", NATURAL)] == "0"


def test_a_filing_goes_to_the_disclosure_office_and_back(own, chen, lu, lin):
    handed_in(own, chen, BALANCED)
    own.refresh_from_db()
    assert (own.state, own.submitted_by) == (FilingState.SUBMITTED, chen)
    with pytest.raises(NotAllowed):
        fill(own, chen)
    with pytest.raises(NotAllowed, match="写明要修改什么"):
        actions.return_filing(filing_id=own.pk, actor=lu, note=" ", now=JANUARY)
    with pytest.raises(NotAllowed):
        actions.return_filing(filing_id=own.pk, actor=lin, note="请核对", now=JANUARY)
    assert actions.return_filing(filing_id=own.pk, actor=lu, note="请核对", now=JANUARY).state == "returned"
    handed_in(own, chen, BALANCED)
    assert actions.accept(filing_id=own.pk, actor=lu, now=JANUARY).state == "accepted"
    with pytest.raises(NotAllowed):
        actions.withdraw(filing_id=own.pk, clerk=chen, now=JANUARY)
    assert verbs(own) == ["annual.submitted", "annual.returned", "annual.submitted", "annual.accepted"]


def test_a_filing_that_nobody_has_accepted_can_be_taken_back(own, chen, lin):
    handed_in(own, chen)
    with pytest.raises(NotAllowed):
        actions.withdraw(filing_id=own.pk, clerk=lin, now=JANUARY)
    assert actions.withdraw(filing_id=own.pk, clerk=chen, now=JANUARY).state == "draft"


def test_a_county_cell_is_the_sum_of_its_offices_and_of_adjustments_with_reasons(
    season, own, summary, chen, lin, lu
):
    issued = t2("normative", "issued")
    fill(own, chen, {issued: "2"})
    fill(season.filings.get(agency=lin.agency), lin, {issued: "1"})
    assert kept_cells(summary)[issued] == "3"
    common = {"filing_id": summary.pk, "cell": issued, "actor": lu, "now": JANUARY}
    joint = {"reason": AdjustmentReason.JOINT_DOCUMENT, "note": "两局联合发文1件，只计一次"}
    actions.adjust(amount=Decimal(-1), **common, **joint)
    assert kept_cells(summary)[issued] == "2"
    with pytest.raises(NotAllowed, match="负数"):
        actions.adjust(amount=Decimal(-3), **common, **joint)
    with pytest.raises(NotAllowed, match="选择原因"):
        actions.adjust(amount=Decimal(1), **common, reason="other", note=" ")
    with pytest.raises(NotAllowed, match="合计由系统计算"):
        actions.adjust(amount=Decimal(1), **(common | {"cell": t3("new", TOTAL)}), **joint)
    actions.remove_adjustment(adjustment_id=Adjustment.objects.get().pk, actor=lu, now=JANUARY)
    assert kept_cells(summary)[issued] == "3"
    assert verbs(summary) == ["annual.adjusted", "annual.adjustment_removed"]


def test_a_summary_of_summaries_is_compiled_by_the_same_code(season, own, summary, chen, county, lu, notices):
    fill(own, chen, {t2("licences", "decisions"): "7"})
    other = open_year(county, notices, lu, year=2024)
    city = Filing(season=other, agency=lu.agency, scope=Scope.SUMMARY)
    top = other.filings.get(scope=Scope.SUMMARY)
    summary.part_of = top
    summary.save()
    assert city.is_summary
    assert kept_cells(top)[t2("licences", "decisions")] == "7"


def test_an_accepted_filing_becomes_an_item_whose_text_is_changed_only_here(own, chen, lu, chain):
    with pytest.raises(NotAllowed, match="要先审定"):
        actions.make_edition(filing_id=own.pk, clerk=chen, now=JANUARY)
    accepted(own, chen, lu, BALANCED)
    edition = actions.make_edition(filing_id=own.pk, clerk=chen, now=JANUARY)
    item = Item.objects.get()
    draft = item.versions.get()
    assert (item.made_from, item.stage, item.section) == (own.subject_key, Stage.DRAFTING, own.season.section)
    assert draft.title == f"示范县民政局{YEAR}年政府信息公开工作年度报告"
    assert "本年新收政府信息公开申请数量" in draft.body
    assert edition_of(draft) == edition
    save_draft(
        item_id=item.pk,
        clerk=chen,
        revision=draft.revision,
        content={"body": "<p>别的</p>", "title": "别的", "summary": "年报"},
        now=JANUARY,
    )
    draft.refresh_from_db()
    assert (draft.summary, edition_of(draft)) == ("年报", edition)


def test_a_summary_is_made_only_of_accepted_reports(season, own, summary, chen, lin, lu, writer):
    accepted(own, chen, lu)
    with pytest.raises(NotAllowed, match="2个单位的年报没有审定"):
        actions.make_edition(filing_id=summary.pk, clerk=writer, now=FEBRUARY)


def test_the_database_refuses_to_change_an_edition(own, chen, lu, chain):
    accepted(own, chen, lu)
    edition = actions.make_edition(filing_id=own.pk, clerk=chen, now=JANUARY)
    for change in (
        lambda: Edition.objects.filter(pk=edition.pk).update(content={}),
        lambda: Edition.objects.filter(pk=edition.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert Edition.objects.get().content == edition.content


def test_only_what_is_public_is_corrected(own, chen, lu, chain):
    accepted(own, chen, lu)
    actions.make_edition(filing_id=own.pk, clerk=chen, now=JANUARY)
    with pytest.raises(NotAllowed, match="已经发布的年报"):
        actions.correct(
            filing_id=own.pk,
            place="表二行政许可",
            was="0",
            corrected="3",
            reason="漏统计",
            clerk=chen,
            made_on=date(2026, 3, 2),
            now=FEBRUARY,
        )
