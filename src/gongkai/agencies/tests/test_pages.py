import re

import pytest

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency, County
from gongkai.conftest import make_person

CONFIRMED = {"confirmed": "1"}
AGENCY = {"name": "示范县卫生健康局", "short_name": "县卫健局", "code": "health", "kind": "department"}
COUNTY = {
    "name": "示范县人民政府",
    "short_name": "示范县",
    "site_name": "示范县人民政府网",
    "domain": "testserver",
    "theme_colour": "#0b5394",
    "level": "county",
    "index_pattern": "{credit_code}/{year}-{serial:05d}",
}


def in_order(page):
    return re.findall(r'data-label="机构">([^<]+)</th>', page.content.decode())


@pytest.fixture
def an(office):
    return make_person("an", "老安", office, Role.SECURITY_ADMINISTRATOR)


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_questions_for_one_and_for_three(
    client, county, lu, django_assert_num_queries, rows
):
    for number in range(rows):
        Agency.objects.create(
            county=county, name=f"第{number}局", short_name=f"{number}局", code=f"a{number}"
        )
    client.force_login(lu)
    with django_assert_num_queries(6):
        assert len(in_order(client.get("/desk/agencies/"))) == rows + 1


def test_agency_is_added_and_edited(client, lu):
    client.force_login(lu)
    client.post("/desk/agencies/new/", AGENCY)
    health = Agency.objects.get(code="health")
    assert (health.county, health.position) == (lu.agency.county, 1)
    client.post(f"/desk/agencies/{health.pk}/edit/", AGENCY | {"phone": "0000-1234567"})
    health.refresh_from_db()
    assert health.phone == "0000-1234567"


def test_agency_name_is_given_once_in_a_county(client, lu, civil_affairs):
    client.force_login(lu)
    page = client.post("/desk/agencies/new/", AGENCY | {"name": civil_affairs.name})
    assert page.status_code == 200
    assert Agency.objects.count() == 2


def test_agency_is_closed_after_the_question_and_reopened(client, lu, civil_affairs):
    client.force_login(lu)
    url = f"/desk/agencies/{civil_affairs.pk}/close/"
    assert "已经发布的信息照旧公开" in client.get(url).content.decode()
    client.post(url, CONFIRMED | {"closed_on": "2026-03-01"})
    civil_affairs.refresh_from_db()
    assert str(civil_affairs.closed_on) == "2026-03-01"
    client.post(f"/desk/agencies/{civil_affairs.pk}/reopen/", CONFIRMED)
    civil_affairs.refresh_from_db()
    assert civil_affairs.closed_on is None


def test_agency_with_people_says_why_it_is_not_closed(client, lu, chen, civil_affairs):
    client.force_login(lu)
    url = f"/desk/agencies/{civil_affairs.pk}/close/"
    page = client.post(url, CONFIRMED | {"closed_on": "2026-03-01"}).content.decode()
    assert "还有账号在用（小陈等），不能撤并" in page


def test_agencies_are_put_in_the_order_of_their_numbers(client, lu, office, civil_affairs, education):
    client.force_login(lu)
    numbers = {office.pk: "3", civil_affairs.pk: "1", education.pk: "2"}
    client.post("/desk/agencies/order/", {f"position-{pk}": number for pk, number in numbers.items()})
    assert in_order(client.get("/desk/agencies/")) == [civil_affairs.name, education.name, office.name]


def test_reader_sees_the_list_without_any_button(client, chen, civil_affairs):
    client.force_login(chen)
    page = client.get("/desk/agencies/").content.decode()
    assert ("修改" in page, "保存顺序" in page) == (False, False)
    for path in ["new/", "county/", f"{civil_affairs.pk}/edit/", f"{civil_affairs.pk}/close/"]:
        assert client.get(f"/desk/agencies/{path}").status_code == 403
    assert client.post("/desk/agencies/order/").status_code == 403


def test_agency_of_another_county_is_unknown(client, lu):
    elsewhere = County.objects.create(name="邻县", short_name="邻县", site_name="邻县", domain="next.example")
    other = Agency.objects.create(county=elsewhere, name="邻县民政局", short_name="民政局", code="x")
    client.force_login(lu)
    for step in ["edit", "close", "reopen"]:
        assert client.post(f"/desk/agencies/{other.pk}/{step}/", CONFIRMED).status_code == 404


def test_site_settings_are_saved_by_the_disclosure_office(client, lu, county):
    client.force_login(lu)
    assert client.post("/desk/agencies/county/", COUNTY).status_code == 302
    county.refresh_from_db()
    assert (county.theme_colour, county.index_pattern) == ("#0b5394", "{credit_code}/{year}-{serial:05d}")


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"theme_colour": "#ffcc00"}, "这个颜色与白色的对比度只有 1.5，低于 4.5"),
        ({"index_pattern": "{year}-{serial}"}, "索引号格式要有 {credit_code} 或 {agency}"),
        ({"site_id_code": "12"}, "政府网站标识码是10位数字。"),
    ],
)
def test_settings_that_cannot_work_are_refused_in_the_form(client, lu, county, typed, sentence):
    client.force_login(lu)
    assert sentence in client.post("/desk/agencies/county/", COUNTY | typed).content.decode()
    county.refresh_from_db()
    assert county.theme_colour == "#a61b1b"


def test_second_factor_policy_is_saved_by_the_security_administrator_alone(client, an, lu, county):
    client.force_login(lu)
    client.post("/desk/agencies/county/", {"policy": "1", "required": "on"})
    county.refresh_from_db()
    assert not county.require_second_factor
    client.force_login(an)
    assert "保存网站设置" not in client.get("/desk/agencies/county/").content.decode()
    client.post("/desk/agencies/county/", COUNTY)
    client.post("/desk/agencies/county/", {"policy": "1", "required": "on"})
    county.refresh_from_db()
    assert (county.require_second_factor, county.theme_colour) == (True, "#a61b1b")
