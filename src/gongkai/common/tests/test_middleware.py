import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from gongkai.common.middleware import ClientAddressMiddleware, ServesMiddleware


def address_seen(settings, proxies, forwarded):
    settings.PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", **headers)
    ClientAddressMiddleware(lambda request: HttpResponse())(request)
    return request.META["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 192.0.2.1", "198.51.100.7"),
        (2, "198.51.100.7", "127.0.0.1"),
        (1, None, "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed_about_the_address(settings, proxies, forwarded, seen):
    assert address_seen(settings, proxies, forwarded) == seen


@pytest.mark.parametrize(
    ("serves", "open_paths"),
    [
        ("both", {"/", "/items/1/", "/desk/", "/accounts/login/", "/files/a/b", "/healthz"}),
        ("portal", {"/", "/items/1/", "/files/a/b", "/healthz"}),
        ("desk", {"/desk/", "/accounts/login/", "/files/a/b", "/healthz"}),
    ],
)
def test_a_process_serves_only_its_half(settings, serves, open_paths):
    settings.SERVES = serves
    answer = ServesMiddleware(lambda request: HttpResponse("ok"))
    paths = ["/", "/items/1/", "/desk/", "/accounts/login/", "/files/a/b", "/healthz"]
    assert {path for path in paths if answer(RequestFactory().get(path)).status_code == 200} == open_paths
