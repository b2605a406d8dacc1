import pytest
from django.urls import reverse

from gongkai.publications import actions
from gongkai.publications.queries import todo
from gongkai.review.enums import Decision

from .factories import MONDAY, check_secrecy, draft, published, sign, submitted

pytestmark = pytest.mark.django_db


def waiting(user):
    """The to-do list as {group: titles}, groups with nothing in them left out."""
    groups = {group.title: [entry.title for entry in group.entries] for group in todo(user, MONDAY)}
    return {title: entries for title, entries in groups.items() if entries}


def test_each_level_finds_the_item_in_its_list_only_when_it_is_due(chain, notices, chen, zhou, fang, wu, qin):
    item = submitted(chen, notices)
    title = item.title
    assert [waiting(person) for person in (zhou, fang, wu)] == [{"等我审核": [title]}, {}, {}]
    assert waiting(qin) == {"等我作保密审查": [title]}
    sign(item, zhou)
    assert [waiting(person) for person in (zhou, fang, wu)] == [{}, {"等我审核": [title]}, {}]
    check_secrecy(item, qin)
    assert waiting(qin) == {}


def test_a_returned_item_is_in_every_clerks_list_of_the_office(chain, notices, chen, zhou, lin):
    item = sign(submitted(chen, notices), zhou, Decision.RETURNED, "请补充依据")
    assert waiting(chen) == {"被退回，要修改后重新送审": [item.title]}
    assert waiting(lin) == {}


def test_a_change_request_waits_until_it_is_settled(chain, notices, chen, zhou, fang, wu, qin):
    item = check_secrecy(submitted(chen, notices), qin)
    item = sign(item, zhou, Decision.APPROVED_WITH_REQUEST, "请附解读")
    assert waiting(chen) == {}
    for reviewer in (fang, wu):
        item = sign(item, reviewer)
    assert waiting(chen) == {"审核时提出的修改要求": [f"{item.title}：请附解读"]}
    step = item.versions.get().review.steps.get(position=1)
    actions.settle_request(step_id=step.pk, clerk=chen, answer="已附", now=MONDAY)
    assert waiting(chen) == {}


def test_an_early_release_stays_on_the_lists_until_it_is_reviewed(
    chain, notices, chen, zhou, fang, wu, qin, lu
):
    item = check_secrecy(submitted(chen, notices), qin)
    actions.release_early(item_id=item.pk, releaser=wu, reason="台风红色预警", now=MONDAY)
    assert waiting(lu)["先行发布、审核还没做完"] == [item.title]
    for reviewer in (zhou, fang, wu):
        item = sign(item, reviewer)
    assert "先行发布、审核还没做完" not in waiting(lu)


@pytest.mark.parametrize("count", [1, 3])
def test_the_landing_page_costs_the_same_for_one_and_three(
    client, chain, notices, chen, zhou, count, django_assert_num_queries
):
    for _ in range(count):
        draft(chen, notices)
        sign(submitted(chen, notices), zhou, Decision.RETURNED, "请补充依据")
    client.force_login(chen)
    client.get(reverse("desk:todo"))
    with django_assert_num_queries(12):
        assert client.get(reverse("desk:todo")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_items_costs_the_same_for_one_and_three(
    client, chain, notices, chen, zhou, fang, wu, qin, count, django_assert_num_queries
):
    for _ in range(count):
        published(chen, notices, qin, [zhou, fang, wu])
    client.force_login(chen)
    with django_assert_num_queries(8):
        assert client.get(reverse("publications:items")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_for_one_and_three(
    client, chain, notices, chen, zhou, count, django_assert_num_queries
):
    for _ in range(count):
        submitted(chen, notices)
    client.force_login(zhou)
    with django_assert_num_queries(8):
        assert client.get(reverse("publications:queue")).status_code == 200
