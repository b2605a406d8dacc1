import pytest

from gongkai.publications import actions
from gongkai.publications.link_targets import own_pages

from .factories import MONDAY, draft, published

pytestmark = pytest.mark.django_db


def test_own_addresses_are_there_or_not_and_others_are_not_ours_to_know(
    chain, notices, chen, zhou, fang, wu, qin
):
    public = published(chen, notices, qin, [zhou, fang, wu])
    unpublished = draft(chen, notices)
    attachment = actions.attach(
        item_id=unpublished.item_id, clerk=chen, content=b"a,b\n", name="a.csv", now=MONDAY
    )
    wanted = {
        f"/items/{public.pk}/": True,
        f"http://testserver/items/{public.pk}": True,
        f"/items/{unpublished.item_id}/": False,
        "/items/999999999999999999/": False,
        "/sections/affairs/notices/": True,
        "/sections/nothing/": False,
        attachment.get_absolute_url(): True,
        "/files/nothing/a.csv": False,
        "/search/?q=a": None,
        "https://www.example.gov.cn/items/1/": None,
        "/items/" + "9" * 40 + "/": None,
    }
    exists = own_pages(notices.county, wanted)
    assert {link: exists(link) for link in wanted} == wanted


@pytest.mark.parametrize("count", [1, 30])
def test_many_links_are_looked_up_at_once(notices, count, django_assert_num_queries):
    links = [f"/items/{number}/" for number in range(count)] + [
        f"/sections/s{number}/" for number in range(count)
    ]
    with django_assert_num_queries(2):
        own_pages(notices.county, links)
