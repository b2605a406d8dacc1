import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.desk.first_day import open_county
from gongkai.history.models import Event

pytestmark = pytest.mark.django_db

OF_A_COUNTY = {"name": "示范县人民政府", "short_name": "示范县", "domain": "testserver"}


def test_the_first_four_people_can_sign_in_and_must_change_their_password(client):
    _, sign_ins = open_county(**OF_A_COUNTY, now=timezone.now())
    assert [each.username for each in sign_ins] == ["system", "security", "audit", "disclosure"]
    for each in sign_ins:
        answer = client.post(
            reverse("account_login"), {"login": each.username, "password": each.password}, follow=True
        )
        assert answer.redirect_chain[-1][0].startswith(reverse("account_change_password"))
        client.logout()


def test_opening_a_county_leaves_an_event_and_no_password_in_it():
    _, sign_ins = open_county(**OF_A_COUNTY, now=timezone.now())
    event = Event.objects.get(verb="county.opened")
    assert not any(each.password in str(event.data) for each in sign_ins)


def test_a_county_is_opened_once():
    call_command("setup", name="示范县人民政府", short_name="示范县", domain="testserver")
    with pytest.raises(CommandError, match="没有重复建立"):
        call_command("setup", name="示范县人民政府", short_name="示范县", domain="testserver")
    assert (County.objects.count(), User.objects.count()) == (1, 4)


def test_the_public_site_of_a_new_county_opens(client):
    open_county(**OF_A_COUNTY, now=timezone.now())
    assert client.get("/").status_code == 200
    assert client.get("/disclosure/").status_code == 200
