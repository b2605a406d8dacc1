from datetime import UTC, datetime

import pytest

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.annual_reports.editions import report_of_content
from gongkai.annual_reports.figures import completed
from gongkai.annual_reports.models import Filing
from gongkai.annual_reports.queries import edition_of, kept_cells
from gongkai.annual_reports.seed import SEED
from gongkai.common.errors import NotAllowed
from gongkai.demo.build import build
from gongkai.demo.offices import OFFICES, credit_code
from gongkai.demo.places import places
from gongkai.history.models import Event
from gongkai.publications.enums import Stage, TakeDownReason, Visibility
from gongkai.publications.hashing import content_hash
from gongkai.publications.models import Item, Version
from gongkai.review.models import Review
from gongkai.sections.enums import SectionLayout
from gongkai.sections.models import Section

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The small demo, built once for this module and taken away again."""
    from django.conf import settings
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        files, settings.FILES_DIR = settings.FILES_DIR, tmp_path_factory.mktemp("files")
        yield build(now=NOW, scale=0.05)
        settings.FILES_DIR = files
        transaction.set_rollback(True)


def test_the_county_has_twenty_six_departments_and_thirteen_towns(demo):
    kinds = list(Agency.objects.values_list("kind", flat=True))
    assert (len(kinds), kinds.count("town")) == (39, 13)


def test_every_stage_and_visibility_is_there(demo):
    assert set(Item.objects.values_list("stage", flat=True)) == set(Stage.values)
    assert set(Item.objects.values_list("visibility", flat=True)) == set(Visibility.values)


def test_every_reason_for_taking_down_is_there(demo):
    reasons = set(Item.objects.exclude(take_down_reason="").values_list("take_down_reason", flat=True))
    assert reasons == set(TakeDownReason.values)


def test_reviews_wait_at_each_level_and_at_the_government_office(demo):
    waiting = Review.objects.filter(state="open").values_list("position", flat=True)
    assert set(waiting) == {1, 2, 3}
    assert (
        Review.objects.filter(state="open", steps__agency__code="office")
        .exclude(agency__code="office")
        .exists()
    )


def test_some_items_have_a_second_version_and_some_came_from_an_old_site(demo):
    assert Item.objects.filter(published_version__number=2).exists()
    assert Item.objects.exclude(original_url="").filter(published_version__review=None).exists()


def test_every_frozen_version_still_has_the_hash_it_was_frozen_with(demo):
    frozen = Version.objects.filter(number__isnull=False)
    assert [version.pk for version in frozen if content_hash(version) != version.content_hash] == []


def test_every_published_item_of_the_county_went_through_three_people(demo):
    reviews = Review.objects.filter(state="approved").prefetch_related("steps")
    assert all(len({step.decided_by_id for step in review.steps.all()}) == 3 for review in reviews)


def test_every_section_that_holds_items_has_some(demo):
    empty = Section.objects.exclude(layout=SectionLayout.GROUP).filter(last_published_at=None)
    assert list(empty.values_list("path", flat=True)) == []


def test_nobody_has_two_roles(demo):
    assert User.objects.count() == 39 * 5 + 5
    assert all(len(user.grants) == 1 for user in User.objects.prefetch_related("assignments"))


def test_the_chain_of_events_is_unbroken(demo):
    previous = "0" * 64
    for event in Event.objects.order_by("sequence"):
        assert event.previous_hash == previous
        previous = event.hash


def test_building_again_changes_nothing(demo):
    events = Event.objects.count()
    again = build(now=NOW, scale=0.05)
    assert (again.was_there, again.items, Event.objects.count()) == (True, demo.items, events)


def test_the_demo_refuses_to_stand_beside_a_real_county(county):
    with pytest.raises(NotAllowed):
        build(now=NOW, scale=0.05)
    assert County.objects.count() == 1


def test_the_empty_stage_has_people_and_no_items(db):
    built = build(now=NOW, stage="empty")
    assert (built.items, Item.objects.count()) == (0, 0)
    assert User.objects.get(username="chen").has_role(Role.CLERK, Agency.objects.get(code="civil-affairs").pk)


def test_credit_codes_have_the_right_check_characters():
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    for code in map(credit_code, range(1, 40)):
        total = sum(alphabet.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
        assert (len(code), alphabet[(31 - total % 31) % 31]) == (18, code[17])


def test_parents_come_before_children_in_the_outline():
    paths = [place.path for place in places([(office.code, office.short) for office in OFFICES[26:]])]
    assert all(
        "/" not in path or path.rpartition("/")[0] in paths[:place] for place, path in enumerate(paths)
    )


def test_the_county_s_annual_report_is_the_seed_cell_for_cell_and_public(demo):
    summary = Filing.objects.get(scope="summary")
    assert summary.parts.count() == 39
    assert set(summary.parts.values_list("state", flat=True)) == {"accepted"}
    assert kept_cells(summary) == SEED
    assert summary.item.is_public
    cells = report_of_content(edition_of(summary.item.published_version).content).figures
    assert {cell: figure.number for cell, figure in cells.items()} == completed(SEED)
    assert (summary.error_count, sum(part.error_count for part in summary.parts.all())) == (0, 0)
