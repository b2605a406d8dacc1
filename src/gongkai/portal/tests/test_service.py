import gzip
import re
import xml.etree.ElementTree as ElementTree
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles import finders

from gongkai.portal.colours import READABLE, WHITE, contrast, parse, theme_tokens
from gongkai.publications import actions
from gongkai.publications.enums import TakeDownReason
from gongkai.publications.models import OldAddress
from gongkai.publications.tests.factories import MONDAY, draft
from gongkai.search.tasks import index_changes
from gongkai.sections.models import Topic

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def public_paths(publish, county):
    """One address of every kind of page, with something on it."""
    item = publish(title="关于甲的通知")
    topic = Topic.objects.create(county=county, name="社会救助", code="assistance", groups=["政策"])
    topic.entries.create(item=item, group="政策")
    return [
        "/",
        "/sections/affairs/",
        "/sections/affairs/notices/",
        f"/items/{item.pk}/",
        "/agencies/",
        "/agencies/civil-affairs/",
        "/topics/",
        "/topics/assistance/",
        "/topics/assistance/1/",
        "/disclosure/",
        "/disclosure/agencies/",
        "/disclosure/agencies/civil-affairs/",
        "/disclosure/themes/",
        "/map/",
        "/help/",
        "/feeds/all.atom",
        "/feeds/sections/affairs/notices.atom",
        "/feeds/agencies/civil-affairs.atom",
        "/feeds/topics/assistance.atom",
        "/sitemap.xml",
        "/sitemap-lists.xml",
        "/sitemap-items-0.xml",
        "/robots.txt",
    ]


def test_every_public_page_is_kept_and_knows_no_person(public_paths, client, chen):
    client.force_login(chen, backend="django.contrib.auth.backends.ModelBackend")
    asked = [client.get(path) for path in public_paths]
    client.logout()
    kept = [client.get(path) for path in public_paths]
    assert [response.status_code for response in asked + kept] == [200] * (2 * len(public_paths))
    assert [path for path, response in zip(public_paths, kept, strict=True) if "ETag" not in response] == []
    texts = [response.content.decode() for response in asked + kept]
    assert [text for text in texts if "csrfmiddlewaretoken" in text or "小陈" in text or "chen" in text] == []
    assert [response for response in asked + kept if response.cookies or "Set-Cookie" in response] == []


def test_public_pages_do_not_look_at_the_session(public_paths, client, settings, monkeypatch):
    monkeypatch.setattr(SessionStore, "load", lambda self: pytest.fail("a public page read the session"))
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert [client.get(path).status_code for path in public_paths] == [200] * len(public_paths)


def test_every_html_page_carries_the_site_tags_and_one_heading(public_paths, visitor):
    pages = [visitor.get(path) for path in public_paths]
    pages = [page.content.decode() for page in pages if page["Content-Type"].startswith("text/html")]
    assert [re.findall(r'<meta name="(Site\w+)"', page) for page in pages] == [
        ["SiteName", "SiteDomain"]
    ] * len(pages)
    assert [page.count("<h1") for page in pages] == [1] * len(pages)
    assert ["ColumnName" in page for page in pages] == [False] + [True] * (len(pages) - 1)


def test_pages_carry_no_inline_style_and_no_script(public_paths, visitor):
    for path in public_paths:
        text = visitor.get(path).content.decode()
        assert re.findall(r'\sstyle="|<style|\son\w+="|<script(?! type="application/ld\+json")', text) == []


def test_first_view_is_small(public_paths, visitor):
    page = visitor.get("/", headers={"accept-encoding": "gzip"})
    with open(finders.find("portal/portal.css"), "rb") as file:
        size = len(page.content) + len(gzip.compress(file.read()))
    assert size < 60_000


def test_publishing_is_seen_at_once_on_every_page_that_was_kept(publish, visitor, notices):
    notices.on_home_page = True
    notices.save()
    pages = [
        "/",
        "/sections/affairs/notices/",
        "/sections/affairs/",
        "/agencies/civil-affairs/",
        "/disclosure/",
    ]
    pages += ["/feeds/all.atom", "/feeds/sections/affairs/notices.atom", "/sitemap-items-0.xml"]
    publish(title="关于甲的通知")
    for path in pages:
        visitor.get(path)
    second = publish(title="关于乙的通知", now=MONDAY + timedelta(days=1))
    assert [path for path in pages if f"/items/{second.pk}/" not in visitor.get(path).content.decode()] == []


def test_taking_down_is_seen_at_once_on_related_pages(publish, visitor, django_capture_on_commit_callbacks):
    first, second = publish(title="关于甲的通知"), publish(title="关于乙的通知")
    assert "关于乙的通知" in visitor.get(f"/items/{first.pk}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        actions.take_down(item_id=second.pk, actor=None, reason=TakeDownReason.PROTECTED, note="", now=MONDAY)
    assert "关于乙的通知" not in visitor.get(f"/items/{first.pk}/").content.decode()
    assert visitor.get(f"/items/{second.pk}/").status_code == 410


def test_pages_stay_readable_when_the_database_is_away(publish, visitor, monkeypatch):
    item = publish(title="关于甲的通知")
    visitor.get(f"/items/{item.pk}/")
    publish(title="关于乙的通知")
    monkeypatch.setattr("gongkai.portal.views.items.render_item", lambda *args: 1 / 0)
    response = visitor.get(f"/items/{item.pk}/")
    assert (response.status_code, "关于甲的通知" in response.content.decode()) == (200, True)


def test_mode_is_kept_in_a_cookie_and_shown_by_the_server(visitor, county):
    response = visitor.get("/mode/large/", {"next": "/help/"})
    assert (response.status_code, response["Location"], response.cookies["mode"].value) == (
        302,
        "/help/",
        "large",
    )
    assert '<html lang="zh-CN" data-mode="large">' in visitor.get("/help/").content.decode()
    visitor.get("/mode/standard/")
    assert 'data-mode="standard"' in visitor.get("/help/").content.decode()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_mode_never_leads_off_the_site(visitor, back):
    assert visitor.get("/mode/contrast/", {"next": back})["Location"] == "/"


def test_unknown_mode_is_not_found_and_an_unknown_cookie_is_the_standard(visitor):
    assert visitor.get("/mode/pink/").status_code == 404
    visitor.cookies["mode"] = '"><script>'
    assert 'data-mode="standard"' in visitor.get("/help/").content.decode()


@pytest.mark.parametrize("colour", ["#a61b1b", "#ffd700", "#00ff00", "#1a4f9c", "#ffffff", "#000000"])
def test_any_theme_colour_gives_readable_tokens(colour):
    tokens = {name: parse(value) for name, value in theme_tokens(colour).items()}
    assert contrast(tokens["brand"], WHITE) >= 4.5
    assert contrast(tokens["brand"], tokens["brand-wash"]) >= 4.5
    assert contrast(tokens["brand-strong"], WHITE) > READABLE


def test_theme_is_a_stylesheet_that_browsers_keep(visitor):
    response = visitor.get("/theme-a61b1b.css")
    assert response.content.decode().startswith(":root{--brand:#a61b1b;")
    assert "immutable" in response["Cache-Control"]
    assert visitor.get("/theme-zzzzzz.css").status_code == 404


@pytest.mark.parametrize(
    "path", ["all", "sections/affairs/notices", "sections/affairs", "agencies/civil-affairs"]
)
def test_feeds_are_atom_with_dates_and_authors(publish, visitor, path):
    item = publish(title="关于甲的通知", summary="甲的概述。")
    response = visitor.get(f"/feeds/{path}.atom")
    feed = ElementTree.fromstring(response.content)
    [entry] = feed.findall(f"{ATOM}entry")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert {
        part: entry.findtext(f"{ATOM}{part}") for part in ("title", "summary", "published", "updated")
    } == {
        "title": "关于甲的通知",
        "summary": "甲的概述。",
        "published": "2026-03-02T09:00:00+08:00",
        "updated": "2026-03-02T09:00:00+08:00",
    }
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/items/{item.pk}/"
    assert entry.find(f"{ATOM}author").findtext(f"{ATOM}name") == "示范县民政局"


@pytest.mark.parametrize("path", ["sections/x", "agencies/x", "topics/x"])
def test_feed_of_something_unknown_is_not_found(visitor, path):
    assert visitor.get(f"/feeds/{path}.atom").status_code == 404


def test_sitemap_names_parts_and_parts_name_pages(publish, visitor):
    item = publish()
    index = ElementTree.fromstring(visitor.get("/sitemap.xml").content)
    assert [(part.findtext(f"{SITEMAP}loc"), part.findtext(f"{SITEMAP}lastmod")) for part in index] == [
        ("http://testserver/sitemap-lists.xml", None),
        ("http://testserver/sitemap-items-0.xml", "2026-03-02T09:00:00+08:00"),
    ]
    part = ElementTree.fromstring(visitor.get("/sitemap-items-0.xml").content)
    assert [url.findtext(f"{SITEMAP}loc") for url in part] == [f"http://testserver/items/{item.pk}/"]
    lists = visitor.get("/sitemap-lists.xml").content.decode()
    assert "<loc>http://testserver/sections/affairs/notices/</loc>" in lists
    assert visitor.get("/sitemap-items-7.xml").status_code == 404


def test_robots_are_sent_to_the_sitemap_and_kept_from_the_desk(visitor):
    lines = visitor.get("/robots.txt").content.decode().splitlines()
    assert ["Disallow: /desk/" in lines, "Sitemap: http://testserver/sitemap.xml" in lines] == [True, True]


def test_old_address_leads_to_the_item_with_its_query(publish, visitor, county):
    first, second = publish(), publish()
    OldAddress.objects.create(county=county, path="/show.aspx?id=1", item=first)
    OldAddress.objects.create(county=county, path="/show.aspx?id=2", item=second)
    OldAddress.objects.create(county=county, path="/zwgk/t20220101_1.htm", item=first)
    asked = ["/show.aspx?id=1", "/show.aspx?id=2", "/zwgk/t20220101_1.htm", "/zwgk/t20220101_1.htm?from=wx"]
    answers = [visitor.get(path) for path in asked]
    assert [answer.status_code for answer in answers] == [301] * 4
    assert [answer["Location"] for answer in answers] == [
        f"/items/{item.pk}/" for item in (first, second, first, first)
    ]


def test_old_address_of_a_section_leads_to_it(visitor, county, notices):
    OldAddress.objects.create(county=county, path="/zwgk/tzgg/", section=notices)
    assert visitor.get("/zwgk/tzgg/")["Location"] == "/sections/affairs/notices/"


def test_old_address_of_an_item_not_public_is_not_found(visitor, county, chen, notices, chain):
    OldAddress.objects.create(county=county, path="/a.htm", item=draft(chen, notices).item)
    assert visitor.get("/a.htm").status_code == 404


def test_forgotten_slash_is_put_right(visitor, notices):
    response = visitor.get("/sections/affairs/notices?page=2")
    assert (response.status_code, response["Location"]) == (301, "/sections/affairs/notices/?page=2")


def test_search_finds_what_was_published(publish, visitor):
    item = publish(title="关于发放高温补贴的通知")
    index_changes()
    html = visitor.get("/search/", {"q": "高温补贴"}).content.decode()
    assert f'href="/items/{item.pk}/"' in html
    nothing = visitor.get(
        "/search/", {"q": "高温补贴", "agency": "office", "since": "2030-01-01"}
    ).content.decode()
    assert "没有找到与“高温补贴”有关的公开信息" in nothing
    assert '<a href="?q=%E9%AB%98%E6%B8%A9%E8%A1%A5%E8%B4%B4">不限单位、栏目和日期再找一次</a>' in nothing


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": "a" * 5000},
        {
            "q": '"<script>alert(1)</script>',
            "page": "x",
            "sort": "y",
            "since": "昨天",
            "section": "/",
            "agency": "'",
        },
        {"q": "补贴", "page": "99999999999"},
    ],
)
def test_search_takes_whatever_is_typed(visitor, notices, asked):
    response = visitor.get("/search/", asked)
    assert (response.status_code, "<script>alert" in response.content.decode()) == (200, False)
    assert response["Cache-Control"] == "private, no-store"


def test_only_reading_is_allowed(visitor):
    assert [visitor.post(path).status_code for path in ("/", "/search/", "/mode/large/")] == [405] * 3
