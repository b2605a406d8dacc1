import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import get_resolver

from gongkai.accounts.enums import SECOND_FACTOR_ROLES, Role
from gongkai.agencies.models import County
from gongkai.conftest import make_person

ME = "/desk/people/me/"


def test_every_page_of_the_desk_asks_for_a_sign_in(client, county):
    """Also those that do not exist: a stranger learns nothing of what is behind the door."""
    for path in ["/desk/", ME, "/desk/agencies/county/", "/desk/nothing/of/the/kind/"]:
        response = client.get(path)
        assert (response.status_code, response.url) == (302, f"/accounts/login/?next={path}")


def test_next_keeps_the_query(client, county):
    assert client.get(f"{ME}?page=2").url == "/accounts/login/?next=/desk/people/me/%3Fpage%3D2"


def test_form_sent_without_a_sign_in_is_told_that_nothing_was_saved(client, county):
    response = client.post(ME, {"job_title": "科长"})
    page = response.content.decode()
    assert response.status_code == 401
    assert "请先登录。您刚才提交的内容没有保存。" in page
    assert 'href="/accounts/login/"' in page


@pytest.mark.parametrize(
    "headers", [{"HX-Request": "true"}, {"Accept": "application/json"}, {"Content-Type": "application/json"}]
)
def test_script_without_a_sign_in_gets_a_sentence(client, county, headers):
    content_type = headers.pop("Content-Type", None)
    more = {"content_type": content_type} if content_type else {}
    response = client.post(ME, headers=headers, **more)
    assert (response.status_code, response.content.decode()) == (401, "请先登录。您刚才提交的内容没有保存。")


@pytest.fixture
def temporary(chen):
    chen.must_change_password = True
    chen.save()
    return chen


def test_temporary_password_opens_only_the_page_that_replaces_it(client, temporary):
    client.force_login(temporary)
    for path in ["/desk/", ME, "/accounts/2fa/", "/accounts/login/"]:
        assert client.get(path).url == "/accounts/password/change/"
    page = client.get("/accounts/password/change/").content.decode()
    assert "您现在用的是临时密码。请先换成自己的密码，再继续办理。" in page
    assert client.get("/accounts/logout/").status_code == 200


def test_form_sent_under_a_temporary_password_is_told_so(client, temporary):
    client.force_login(temporary)
    response = client.post(ME, {"job_title": "科长"})
    assert response.status_code == 403
    assert "请先换成自己的密码，再继续办理。您刚才提交的内容没有保存。" in response.content.decode()
    temporary.refresh_from_db()
    assert temporary.job_title == ""


@pytest.mark.parametrize("role", Role)
def test_county_may_require_a_second_factor_of_whoever_signs_or_administers(client, county, office, role):
    County.objects.update(require_second_factor=True)
    client.force_login(make_person("person", "某人", office, role))
    expected = 302 if role in SECOND_FACTOR_ROLES else 200
    assert client.get(ME).status_code == expected
    assert client.post(ME, {"job_title": ""}).status_code == (403 if expected == 302 else 302)


def test_second_factor_is_set_up_on_the_way_in(client, zhou):
    County.objects.update(require_second_factor=True)
    client.force_login(zhou)
    assert client.get(ME).url == "/accounts/2fa/"
    for path in ["/accounts/2fa/", "/accounts/reauthenticate/", "/accounts/password/change/"]:
        assert client.get(path).status_code == 200
    TOTP.activate(zhou, "JBSWY3DPEHPK3PXP")
    assert client.get(ME).status_code == 200


def test_open_session_ends_when_the_account_is_disabled(client, chen):
    client.force_login(chen)
    chen.is_active = False
    chen.save()
    assert client.get(ME).url == f"/accounts/login/?next={ME}"


def test_open_session_ends_when_the_agency_is_closed(client, chen, civil_affairs):
    client.force_login(chen)
    civil_affairs.closed_on = "2026-03-01"
    civil_affairs.save()
    response = client.post(ME, {})
    assert response.status_code == 403
    assert "您所在的单位已经撤并" in response.content.decode()
    assert client.get(ME).url == f"/accounts/login/?next={ME}"


def test_account_of_one_county_does_nothing_on_the_site_of_another(client, chen):
    County.objects.create(name="邻县人民政府", short_name="邻县", site_name="邻县", domain="next.example")
    client.force_login(chen)
    response = client.get(ME, headers={"Host": "next.example"})
    assert response.status_code == 403
    assert "您的账号属于示范县" in response.content.decode()


def test_no_page_of_the_desk_lies_outside_its_door():
    ours = ("gongkai.desk.", "gongkai.accounts.views", "gongkai.agencies.views")
    outside = [
        route
        for route, view in addresses(get_resolver())
        if view.startswith(ours) and not route.startswith("desk/")
    ]
    assert outside == []


def addresses(resolver, before=""):
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from addresses(entry, route)
        else:
            yield route, getattr(entry.callback, "__module__", "")


def test_door_asks_a_fixed_number_of_questions(client, chen, django_assert_num_queries):
    client.force_login(chen)
    # session, person, the county of the host, the office of the person
    with django_assert_num_queries(4):
        client.get("/desk/nothing/of/the/kind/")
