import pytest
from django.test import Client, RequestFactory

from gongkai.desk import errors


@pytest.mark.parametrize(
    ("page", "status", "says"),
    [
        (errors.bad_request, 400, "这个请求系统看不懂"),
        (errors.forbidden, 403, "您没有办理这件事的权限"),
        (errors.not_found, 404, "没有找到这个页面"),
        (errors.server_error, 500, "系统出了故障"),
        (errors.csrf_failure, 403, "您填写的内容没有丢失"),
    ],
)
def test_an_error_page_says_what_happened_without_asking_the_database(page, status, says):
    response = page(RequestFactory().get("/desk/nowhere/"))
    assert (response.status_code, says in response.content.decode()) == (status, True)


def test_an_unknown_address_of_the_desk_leads_back_to_the_list_of_things_to_do(client, chen):
    client.force_login(chen)
    response = client.get("/desk/nowhere/")
    assert response.status_code == 404
    assert '<a class="button" href="/desk/">回到待办</a>' in response.content.decode()


def test_a_form_left_open_too_long_is_told_that_the_text_is_still_there(chen):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chen)
    response = client.post("/accounts/logout/")
    assert response.status_code == 403
    assert "您填写的内容没有丢失" in response.content.decode()
