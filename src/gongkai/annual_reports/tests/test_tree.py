"""A city compiles what its counties have compiled: the same summary at every level, opened down to the offices."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.actions import change_county
from gongkai.agencies.enums import AgencyKind, Level
from gongkai.agencies.models import Agency, County
from gongkai.annual_reports import actions, rules
from gongkai.annual_reports.enums import FilingState
from gongkai.annual_reports.figures import completed
from gongkai.annual_reports.layout import NATURAL, TOTAL, t2, t3
from gongkai.annual_reports.models import Filing
from gongkai.annual_reports.queries import draft_of, kept_cells, not_opened
from gongkai.annual_reports.todo import todo
from gongkai.common.errors import NotAllowed
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.sections.models import Section

from .factories import FEBRUARY, YEAR, accepted, fill, open_year, prose_of

LICENCES = t2("licences", "decisions")
NEW = t3("new", TOTAL)


def asked(number: int) -> dict[str, str]:
    """Cells of an office that was asked ``number`` times, and granted as many licences."""
    return {t3("new", NATURAL): str(number), t3("open", NATURAL): str(number), LICENCES: str(number)}


def government(name: str, level: Level, above: County | None = None) -> SimpleNamespace:
    """A government with two offices, a clerk of the second, and the people of its disclosure office."""
    code = f"g{County.objects.count()}"
    county = County.objects.create(
        name=f"{name}人民政府",
        short_name=name,
        site_name=f"{name}人民政府网",
        domain=f"{code}.example",
        level=level,
        above=above,
    )
    office, bureau = (
        Agency.objects.create(county=county, name=f"{name}{each}", short_name=each, code=f"a{n}", kind=kind)
        for n, (each, kind) in enumerate(
            [("政府办公室", AgencyKind.OFFICE), ("民政局", AgencyKind.DEPARTMENT)]
        )
    )
    return SimpleNamespace(
        county=county,
        section=Section.objects.create(county=county, name="年报", code="reports", path="reports"),
        officer=make_person(f"{code}-officer", f"{name}公开办", office, Role.DISCLOSURE_OFFICE, Role.CLERK),
        clerk=make_person(f"{code}-clerk", f"{name}信息员", bureau, Role.CLERK),
    )


def desk_of(place: SimpleNamespace, person: User | None = None) -> Client:
    """A browser at the address of the place, signed in as its officer or ``person``."""
    client = Client(HTTP_HOST=place.county.domain)
    client.force_login(person or place.officer)
    return client


def opened(place: SimpleNamespace) -> Filing:
    """Open the year and return the summary."""
    return open_year(place.county, place.section, place.officer).filings.get(scope="summary")


def all_accepted(summary: Filing, place: SimpleNamespace, numbers: tuple[int, int]) -> None:
    offices = summary.parts.filter(scope="own").order_by("agency__code")
    for filing, who, number in zip(offices, (place.officer, place.clerk), numbers, strict=True):
        accepted(filing, who, place.officer, asked(number))


def handed_up(summary: Filing, place: SimpleNamespace) -> Filing:
    summary = actions.save_filing(
        filing_id=summary.pk,
        person=place.officer,
        revision=Filing.objects.get(pk=summary.pk).revision,
        cells={},
        prose=prose_of(YEAR),
        now=FEBRUARY,
    )
    return actions.submit(filing_id=summary.pk, clerk=place.officer, revision=summary.revision, now=FEBRUARY)


@pytest.fixture
def tree(db) -> SimpleNamespace:
    """示范省 over 示范市 over 甲县 and 乙县, each with its year open; 甲县 is handed in to the city."""
    province = government("示范省", Level.PROVINCE)
    city = government("示范市", Level.CITY, province.county)
    first, second = (government(name, Level.COUNTY, city.county) for name in ("甲县", "乙县"))
    tree = SimpleNamespace(province=province, city=city, first=first, second=second)
    for place in (first, province, city, second):  # in whatever order they open
        place.summary = opened(place)
    for place, numbers in ((first, (1, 2)), (second, (4, 8)), (city, (16, 32)), (province, (64, 128))):
        all_accepted(place.summary, place, numbers)
    handed_up(first.summary, first)
    return tree


def now(filing: Filing) -> Filing:
    return Filing.objects.select_related("season__county", "part_of__season", "agency", "item").get(
        pk=filing.pk
    )


def test_each_level_is_the_sum_of_all_below_it(tree):
    sums = {
        name: completed(kept_cells(getattr(tree, name).summary))[NEW]
        for name in ("first", "second", "city", "province")
    }
    assert sums == {"first": 3, "second": 12, "city": 63, "province": 255}


def test_summaries_join_whichever_level_opens_first(tree):
    assert now(tree.first.summary).part_of_id == tree.city.summary.pk
    assert now(tree.second.summary).part_of_id == tree.city.summary.pk
    assert now(tree.city.summary).part_of_id == tree.province.summary.pk
    opening = Event.objects.filter(verb="annual.opened").order_by("sequence")
    # The city found 甲县 open already; itself and 乙县 found theirs above.
    assert [event.data["governments"] for event in opening] == [0, 0, 1, 0]


def test_the_sum_of_three_levels_takes_a_bounded_number_of_queries(tree, django_assert_num_queries):
    with django_assert_num_queries(6):
        kept_cells(tree.province.summary)
    with django_assert_num_queries(4):
        kept_cells(tree.city.summary)


def test_last_days_and_words_are_those_of_the_level(tree):
    days = [f"{each.summary.due_on:%m-%d}" for each in (tree.first, tree.city, tree.province)]
    assert days == ["02-20", "03-10", "03-31"]
    assert [each.county.whole for each in (tree.first, tree.city, tree.province)] == ["全县", "全市", "全省"]
    assert "综合2个下一级人民政府和2个单位的年度报告" in draft_of(now(tree.city.summary))["0"]


def test_what_was_handed_up_can_no_longer_change_until_it_comes_back(tree):
    summary = now(tree.first.summary)
    assert summary.state == FilingState.SUBMITTED
    part = now(summary.parts.first())
    officer = tree.first.officer
    with pytest.raises(NotAllowed, match="要先撤回或者请上级退回汇总"):
        actions.return_filing(filing_id=part.pk, actor=officer, note="改", now=FEBRUARY)
    with pytest.raises(NotAllowed, match="不能调整"):
        actions.adjust(
            filing_id=summary.pk,
            cell=LICENCES,
            amount=1,
            reason="other",
            note="改",
            actor=officer,
            now=FEBRUARY,
        )
    actions.withdraw(filing_id=summary.pk, clerk=officer, now=FEBRUARY)
    actions.return_filing(filing_id=part.pk, actor=officer, note="改", now=FEBRUARY)
    assert now(part).state == FilingState.RETURNED


def test_event_of_handing_up_holds_the_figures(tree):
    event = Event.objects.filter(verb="annual.submitted", subject_id=str(tree.first.summary.pk)).get()
    assert event.data["cells"][LICENCES] == "3"


def test_city_decides_on_its_counties_and_the_county_does_not(tree):
    summary = now(tree.first.summary)
    assert not rules.may_decide(tree.first.officer, summary)
    assert not rules.may_decide(tree.province.officer, summary)
    actions.return_filing(filing_id=summary.pk, actor=tree.city.officer, note="请核对许可数", now=FEBRUARY)
    waiting = [group for group in todo(tree.first.officer, FEBRUARY) if group.title == "上级退回的汇总"]
    assert [entry.agency for entry in waiting[0].entries] == ["甲县"]
    handed_up(summary, tree.first)
    waiting = [group for group in todo(tree.city.officer, FEBRUARY) if group.title == "要审定的单位年报"]
    assert [entry.agency for entry in waiting[0].entries] == ["甲县"]
    actions.accept(filing_id=summary.pk, actor=tree.city.officer, now=FEBRUARY)
    assert now(summary).state == FilingState.ACCEPTED


def test_city_is_not_handed_up_while_a_county_is_missing(tree):
    with pytest.raises(NotAllowed, match="还有2个单位的年报没有审定：甲县、乙县。"):
        handed_up(tree.city.summary, tree.city)
    handed_up(tree.second.summary, tree.second)
    for place in (tree.first, tree.second):
        actions.accept(filing_id=place.summary.pk, actor=tree.city.officer, now=FEBRUARY)
    assert handed_up(tree.city.summary, tree.city).state == FilingState.SUBMITTED
    with pytest.raises(NotAllowed):  # what is in a summary handed further up stays
        actions.return_filing(
            filing_id=tree.first.summary.pk, actor=tree.city.officer, note="改", now=FEBRUARY
        )


def test_a_year_is_handed_in_nowhere_without_a_higher_level(tree):
    assert not rules.may_submit(tree.province.officer, now(tree.province.summary))
    with pytest.raises(NotAllowed):
        handed_up(tree.province.summary, tree.province)


def test_cells_open_down_to_the_offices_of_a_county(tree):
    client = desk_of(tree.city)
    page = client.get(reverse("annual_reports:cell", args=[tree.city.summary.pk, LICENCES])).content.decode()
    below = reverse("annual_reports:cell", args=[tree.first.summary.pk, LICENCES])
    assert "示范市：<strong>63</strong>" in page
    assert below in page
    page = client.get(below).content.decode()
    assert "甲县：<strong>3</strong>" in page
    part = tree.first.summary.parts.get(agency__short_name="民政局")
    assert reverse("annual_reports:filing", args=[part.pk]) in page
    page = client.get(reverse("annual_reports:filing", args=[part.pk])).content.decode()
    assert "甲县汇总" in page
    assert reverse("annual_reports:season", args=[YEAR]) in page
    assert "data-autosave-url" not in page


def test_the_city_reads_and_does_not_write_in_a_county(tree):
    client = desk_of(tree.city)
    part = tree.first.summary.parts.get(agency__short_name="民政局")
    for name in ("accept", "return", "withdraw", "judge", "draft", "make", "import"):
        answer = client.post(reverse(f"annual_reports:{name}", args=[part.pk]), {"note": "改", "key": "x"})
        assert answer.status_code in {403, 404}, name
    answer = client.post(
        reverse("annual_reports:cell", args=[tree.second.summary.pk, LICENCES]), {"amount": "1"}
    )
    assert Filing.objects.get(pk=tree.second.summary.pk).adjustments.count() == 0
    assert answer.status_code in {200, 403, 422}


def test_nobody_below_or_beside_sees_the_reports_of_others(tree):
    for stranger in (tree.second.officer, tree.second.clerk):
        client = desk_of(tree.second, stranger)
        for summary in (tree.first.summary, tree.city.summary, tree.province.summary):
            assert client.get(reverse("annual_reports:filing", args=[summary.pk])).status_code == 404
            assert client.get(reverse("annual_reports:cell", args=[summary.pk, LICENCES])).status_code == 404


def test_year_of_a_city_lists_counties_before_offices(tree):
    client = desk_of(tree.city)
    page = client.get(reverse("annual_reports:season", args=[YEAR])).content.decode()
    places = [page.index(f">{name}</a>") for name in ("甲县", "乙县", "政府办公室", "民政局")]
    assert places == sorted(places)
    assert "全市汇总报送并公开：2026年3月10日" in page
    file = client.get(reverse("annual_reports:season", args=[YEAR]), {"export": "xlsx"})
    assert file.status_code == 200
    page = client.get(reverse("annual_reports:compare", args=[YEAR])).content.decode()
    assert "全市各年" in page
    assert ">甲县</a>" in page


def test_the_list_of_a_city_takes_as_many_queries_for_one_county_as_for_three(
    tree, django_assert_num_queries
):
    client = desk_of(tree.city)
    year = reverse("annual_reports:season", args=[YEAR])
    client.get(year)
    with django_assert_num_queries(14):
        client.get(year)
    third = government("丙县", Level.COUNTY, tree.city.county)
    opened(third)
    with django_assert_num_queries(14):
        client.get(year)


def test_county_that_names_its_city_later_is_taken_in_by_the_city(tree):
    late = government("丙县", Level.COUNTY)
    late.summary = opened(late)
    change_county(county_id=late.county.pk, clerk=late.officer, values={"above": tree.city.county})
    client = desk_of(tree.city)
    page = client.get(reverse("annual_reports:season", args=[YEAR])).content.decode()
    assert "丙县的汇总还没有列入全市汇总" in page
    client.post(reverse("annual_reports:join", args=[YEAR]))
    assert now(late.summary).part_of_id == tree.city.summary.pk
    assert Event.objects.get(verb="annual.joined").data["governments"] == ["丙县人民政府"]


def test_county_that_has_not_opened_the_year_is_named(tree):
    government("丁县", Level.COUNTY, tree.city.county)
    assert [each.short_name for each in not_opened(tree.city.summary.season)] == ["丁县"]
    client = desk_of(tree.city)
    page = client.get(reverse("annual_reports:season", args=[YEAR])).content.decode()
    assert f"还没有启动{YEAR}年度年报编制：丁县" in page


def test_government_stands_only_below_a_higher_one(tree):
    for values in ({"above": tree.second.county}, {"level": Level.PROVINCE}):
        with pytest.raises(NotAllowed, match="层级"):
            change_county(county_id=tree.first.county.pk, clerk=tree.first.officer, values=values)
    with pytest.raises(NotAllowed, match="下级政府的层级"):
        change_county(
            county_id=tree.city.county.pk,
            clerk=tree.city.officer,
            values={"above": None, "level": Level.COUNTY},
        )


def test_handing_up_by_the_page_keeps_what_was_typed(tree):
    client = desk_of(tree.second)
    summary = now(tree.second.summary)
    page = client.get(reverse("annual_reports:filing", args=[summary.pk])).content.decode()
    assert "保存并报送示范市人民政府" in page
    prose = {f"prose-{each}": text for each, text in prose_of(YEAR).items()}
    client.post(
        reverse("annual_reports:filing", args=[summary.pk]),
        {"revision": summary.revision, "submit": "1", **prose},
    )
    assert now(summary).state == FilingState.SUBMITTED
    assert now(summary).prose["6"] == f"{YEAR}年没有收取信息处理费。"


def test_an_open_office_keeps_the_summary_from_being_handed_up(tree):
    late = government("丙县", Level.COUNTY, tree.city.county)
    late.summary = opened(late)
    fill(late.summary.parts.first(), late.officer, asked(1))
    with pytest.raises(NotAllowed, match="还有2个单位的年报没有审定"):
        handed_up(late.summary, late)
