import gzip
import os
import threading

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from gongkai.common import page_cache
from gongkai.common.page_cache import PageCacheMiddleware, generation, purge, remember


class Site:
    """A site of one view that counts how often it was asked."""

    def __init__(self):
        self.made = 0
        self.status = 200
        self.tags = {"home", "layout"}
        self.while_making = lambda: None

    def __call__(self, request):
        self.made += 1
        response = HttpResponse(f"<p>第{self.made}次</p>" + "内容" * 200, status=self.status)
        self.while_making()
        if self.tags:
            response.page_tags = self.tags
        return response


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def cache(site):
    return PageCacheMiddleware(site)


def get(path="/", **headers):
    return RequestFactory().get(path, headers=headers)


def text(response):
    return response.content.decode().partition("</p>")[0].removeprefix("<p>")


def test_page_is_made_once_and_then_kept(site, cache):
    assert [text(cache(get())) for _ in range(3)] == ["第1次", "第1次", "第1次"]
    assert site.made == 1


def test_another_process_finds_the_kept_page(site, cache):
    cache(get())
    assert text(PageCacheMiddleware(site)(get())) == "第1次"
    assert site.made == 1


def test_purge_of_a_tag_makes_its_pages_anew_in_every_process(site, cache):
    other = PageCacheMiddleware(site)
    cache(get()), other(get())
    purge("home")
    assert [text(cache(get())), text(other(get()))] == ["第2次", "第2次"]


def test_purge_of_another_tag_leaves_the_page(site, cache):
    cache(get())
    purge("section:7", "item:12")
    assert text(cache(get())) == "第1次"


def test_page_made_of_old_data_but_kept_after_the_purge_is_stale(site, cache):
    site.while_making = lambda: purge("home")
    cache(get())
    site.while_making = lambda: None
    assert text(cache(get())) == "第2次"
    assert text(cache(get())) == "第2次"


def test_purge_between_two_reads_of_the_same_second_is_seen(site, cache):
    for number in range(1, 30):
        assert text(cache(get())) == f"第{number}次"
        purge("home")


def test_clock_set_back_a_day_neither_keeps_a_purged_page_nor_one_for_a_day(site, cache, monkeypatch):
    cache(get())
    real = page_cache.time.time
    monkeypatch.setattr(page_cache.time, "time", lambda: real() - 86_400)
    assert text(cache(get())) == "第2次"
    purge("home")
    assert text(cache(get())) == "第3次"


def test_page_is_made_anew_after_its_lifetime(site, cache, monkeypatch):
    cache(get())
    real = page_cache.time.time
    monkeypatch.setattr(page_cache.time, "time", lambda: real() + page_cache.LIFETIME + 1)
    assert text(cache(get())) == "第2次"


def test_stale_page_is_shown_when_the_view_fails(site, cache):
    cache(get())
    purge("home")
    site.status = 500
    response = cache(get())
    assert (response.status_code, text(response)) == (200, "第1次")


def test_failure_without_a_kept_page_stays_a_failure(site, cache):
    site.status = 500
    assert cache(get()).status_code == 500


@pytest.mark.parametrize(
    "status, is_kept", [(200, True), (301, True), (410, True), (302, False), (404, False)]
)
def test_which_answers_are_kept(site, cache, status, is_kept):
    site.status = status
    cache(get()), cache(get())
    assert site.made == (1 if is_kept else 2)


def test_page_without_tags_is_not_kept(site, cache):
    site.tags = None
    cache(get()), cache(get())
    assert site.made == 2


def test_page_made_for_a_session_is_not_kept_but_a_kept_page_serves_it(site, cache, settings):
    def officer():
        request = get()
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
        return request

    assert [text(cache(officer())), text(cache(get())), text(cache(officer()))] == ["第1次", "第2次", "第2次"]


def test_page_that_sets_a_cookie_is_not_kept(site):
    def view(request):
        response = site(request)
        response.set_cookie("a", "b")
        return response

    cache = PageCacheMiddleware(view)
    cache(get()), cache(get())
    assert site.made == 2


def test_page_with_a_csrf_token_is_not_kept(site):
    def view(request):
        response = site(request)
        response.content += b'<input name="csrfmiddlewaretoken">'
        return response

    cache = PageCacheMiddleware(view)
    cache(get()), cache(get())
    assert site.made == 2


def test_post_goes_past_the_cache(site, cache):
    cache(get())
    cache(RequestFactory().post("/"))
    assert site.made == 2


def test_head_is_answered_from_the_kept_page_without_its_text(site, cache):
    kept = cache(get())
    response = cache(RequestFactory().head("/"))
    assert (response.content, response["Content-Length"]) == (b"", kept["Content-Length"])
    assert site.made == 1


def test_pages_are_kept_per_mode_and_page_number_and_for_no_other_query(site, cache):
    def large():
        request = get()
        request.COOKIES["mode"] = "large"
        return request

    seen = [
        text(cache(request))
        for request in (get(), large(), get("/?page=2"), get("/?utm=x"), get("/?page=2&a=b"), large())
    ]
    assert seen == ["第1次", "第2次", "第3次", "第1次", "第3次", "第2次"]


def test_pages_are_kept_per_host(site, cache):
    seen = [text(cache(get(host=host))) for host in ("a.example", "b.example", "a.example")]
    assert seen == ["第1次", "第2次", "第1次"]


def test_host_that_is_not_ours_is_left_to_django(site, cache, settings):
    settings.ALLOWED_HOSTS = ["a.example"]
    cache(get(host="evil.example")), cache(get(host="evil.example"))
    assert site.made == 2


def test_process_that_serves_only_the_desk_shows_no_kept_page(site, cache, settings):
    cache(get())
    settings.SERVES = "desk"
    cache(get())
    assert site.made == 2


def test_kept_page_is_compressed_for_those_who_read_that(cache):
    plain = cache(get())
    packed = cache(get(accept_encoding="gzip, br"))
    assert gzip.decompress(packed.content) == plain.content
    assert (packed["Content-Encoding"], packed["Vary"]) == ("gzip", "Accept-Encoding, Cookie")
    assert packed["Content-Length"] == str(len(packed.content))


def test_unchanged_page_costs_a_304(cache):
    etag = cache(get())["ETag"]
    response = cache(get(if_none_match=etag))
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_tags_are_checked_for_their_form(site, cache):
    site.tags = {"../etc"}
    with pytest.raises(ValueError, match="not a page tag"):
        cache(get())
    with pytest.raises(ValueError, match="not a page tag"):
        purge("section:../1")


def test_purges_at_once_from_many_threads_are_all_counted(settings):
    def purge_some():
        for number in range(10):
            purge(f"item:{number}")

    threads = [threading.Thread(target=purge_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert generation() == 40


def test_full_disk_costs_the_file_but_not_the_page(site, cache, settings, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(page_cache.tempfile, "mkstemp", refuse)
    assert [text(cache(get())), text(cache(get()))] == ["第1次", "第1次"]


def test_damaged_file_is_made_anew(site, cache, settings):
    cache(get())
    [path] = [path for path in (settings.PAGES_DIR / "pages").rglob("*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:50])
    assert text(PageCacheMiddleware(site)(get())) == "第2次"


def test_memory_holds_the_latest_used_pages(site, cache, monkeypatch):
    monkeypatch.setattr(page_cache, "MEMORY_LIMIT", 10_000)
    for number in range(1, 20):
        cache(get(f"/?page={number}"))
    assert cache.shelf.size <= 10_000
    assert cache.shelf.size == sum(page.size for page in cache.shelf.pages.values())


def test_files_nobody_asked_for_since_yesterday_are_cleared_out(site, cache, settings):
    cache(get())
    [path] = [path for path in (settings.PAGES_DIR / "pages").rglob("*") if path.is_file()]
    os.utime(path, (1, 1))
    page_cache._clear_out(path.parent)
    assert not path.exists()


def test_remembered_value_is_made_anew_after_a_purge_of_its_tag():
    made = []

    def make():
        made.append(1)
        return len(made)

    assert [remember(["a"], "layout", make=make) for _ in range(2)] == [1, 1]
    purge("home")
    assert remember(["a"], "layout", make=make) == 1
    purge("layout")
    assert remember(["a"], "layout", make=make) == 2
