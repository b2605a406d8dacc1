import pytest
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.accounts.models import RoleAssignment
from gongkai.desk.context import desk
from gongkai.desk.menu import MENU, menu_for


def links(user, path="/desk/"):
    return [link for _, group in menu_for(user, path) for link in group]


def test_every_line_of_the_menu_leads_somewhere():
    assert all(reverse(line.url_name).startswith("/desk/") for group in MENU for line in group.lines)


@pytest.mark.parametrize("role", [None, *Role])
def test_whatever_the_menu_offers_can_be_opened(client, lin, role):
    RoleAssignment.objects.filter(user=lin).delete()
    if role:
        RoleAssignment.objects.create(user=lin, agency=lin.agency, role=role)
    client.force_login(lin)
    assert {link.url: client.get(link.url).status_code for link in links(lin)} == {
        link.url: 200 for link in links(lin)
    }


def test_the_page_one_is_on_is_marked_and_not_the_one_above_it(chen):
    marked = [link.label for link in links(chen, reverse("sections:monitor")) if link.is_current]
    assert marked == ["更新监测"]


def test_a_public_page_pays_nothing_for_the_desk(rf, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert desk(rf.get("/"))["desk"].mode == "standard"


@pytest.mark.parametrize(
    ("cookie", "mode"), [("large", "large"), ("contrast", "contrast"), ('"><script>', "standard")]
)
def test_the_desk_shows_letters_as_large_as_the_public_site(client, chen, cookie, mode):
    client.force_login(chen)
    client.cookies["mode"] = cookie
    assert f'data-mode="{mode}"' in client.get(reverse("desk:todo")).content.decode()
