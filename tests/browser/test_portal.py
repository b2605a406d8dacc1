"""The public site in a real browser: every kind of page, in three modes, on a desk and on a phone."""

from datetime import timedelta

import pytest
from tests.annual_county import SOME, publish
from tests.browser.axe import MODES, faults

from gongkai.annual_reports.tests import report_samples
from gongkai.annual_reports.tests.factories import accepted, open_year
from gongkai.files.actions import store
from gongkai.publications import actions
from gongkai.publications.enums import TakeDownReason, Theme, Validity
from gongkai.publications.models import Attachment
from gongkai.publications.tests.factories import MONDAY, published
from gongkai.search.tasks import index_changes
from gongkai.sections.enums import DisclosurePart, SectionLayout
from gongkai.sections.models import Section, Topic

TWO_PAGES = 24  # items
few = pytest.mark.parametrize("site", [3], indirect=True)
PARTS = 2  # so that both workers have something to do
BODY = (
    '<p class="indent">现将有关事项通知如下。</p><h2>一、总体要求</h2><h3>（一）范围</h3><ul><li>甲</li></ul>'
    "<table><thead><tr><th>序号</th><th>任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr></thead>"
    "<tbody><tr><td>1</td><td>组织开展专项检查</td><td>县民政局</td><td>各乡镇</td><td>2026年9月底前</td></tr></tbody></table>"
    '<p>详见<a href="https://www.example.gov.cn/">示范网站</a>。</p><p class="align-right">示范县民政局</p>'
)
PAGES = {
    "home": "/",
    "group": "/sections/affairs/",
    "list": "/sections/affairs/notices/",
    "empty section": "/sections/affairs/guide/",
    "agencies": "/agencies/",
    "agency": "/agencies/civil-affairs/",
    "topics": "/topics/",
    "topic": "/topics/assistance/",
    "topic group": "/topics/assistance/1/",
    "disclosure": "/disclosure/",
    "catalogue by office": "/disclosure/agencies/",
    "catalogue by theme": "/disclosure/themes/",
    "catalogue": "/disclosure/agencies/civil-affairs/",
    "search": "/search/?q=救助&agency=civil-affairs",
    "search without hits": "/search/?q=量子力学",
    "map": "/map/",
    "help": "/help/",
    "report check": "/report-check/",
    "not found": "/nothing",
}


@pytest.fixture
def site(request, live_server, chen, zhou, fang, wu, qin, lu, chain, county, notices, civil_affairs):
    """
    A small county with something on every kind of page; ``site.document`` and ``site.tombstone`` are addresses.

    Its lists have two pages, or, for the tests that ask for it with ``few``, three items.
    """
    county.site_id_code, county.sponsor, county.phone = "3799000001", "示范县人民政府办公室", "0000-0000000"
    county.icp_number = "示ICP备00000000号"
    county.save()
    civil_affairs.phone, civil_affairs.duties = "0000-0000001", "主管全县民政工作。"
    civil_affairs.save()
    Section.objects.filter(pk=notices.parent_id).update(layout=SectionLayout.GROUP)
    Section.objects.filter(pk=notices.pk).update(on_home_page=True)
    Section.objects.create(
        county=county,
        parent=notices.parent,
        name="公开指南",
        code="guide",
        path="affairs/guide",
        depth=2,
        disclosure_part=DisclosurePart.GUIDE,
    )
    topic = Topic.objects.create(
        county=county, name="社会救助", code="assistance", summary="救助政策。", groups=["政策"]
    )
    items = [
        published(
            chen,
            notices,
            qin,
            [zhou, fang, wu],
            now=MONDAY + timedelta(days=number),
            title=f"示范县民政局关于印发《城乡居民临时救助办法（第{number}号）》的通知",
            document_number=f"示民发〔2026〕{number}号",
            issuer="示范县民政局",
            theme=Theme.CIVIL_AFFAIRS,
            validity=Validity.REPEALED if number == 1 else Validity.IN_FORCE,
            summary="规定临时救助的对象、标准和程序。",
            body=BODY,
        )
        for number in range(1, getattr(request, "param", TWO_PAGES) + 1)
    ]
    for item in items[:10]:
        topic.entries.create(item=item, group="政策")
    Attachment.objects.create(
        version=items[0].published_version, file=store(b"a,b\n", name="a.csv"), name="资金分配表.csv"
    )
    actions.take_down(
        item_id=items[1].pk, actor=None, reason=TakeDownReason.EXPIRED, note="公示期满。", now=MONDAY
    )
    own = open_year(county, notices, lu).filings.get(agency=civil_affairs, scope="own")
    report = publish(accepted(own, chen, lu, SOME), chen, [zhou, fang, wu], qin)
    live_server.report = f"/items/{report.pk}/"
    index_changes()
    live_server.document, live_server.tombstone = (f"/items/{item.pk}/" for item in items[:2])
    return live_server


def visit(page, site, path):
    page.goto(site.url + path)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_kind_of_page_is_accessible_and_fits(page, site, part):
    pages = {**PAGES, "document": site.document, "report": site.report, "tombstone": site.tombstone}
    found = {}
    for kind, path in list(pages.items())[part::PARTS]:
        visit(page, site, path)
        found |= faults(page, kind)
    assert found == {}


@pytest.mark.parametrize("mode", MODES)
def test_pages_are_drawn_in_the_mode_of_the_cookie(page, live_server, county, mode):
    page.context.add_cookies([{"name": "mode", "value": mode, "url": live_server.url}])
    page.goto(live_server.url + "/help/")
    assert page.get_attribute("html", "data-mode") == mode


def test_the_result_of_a_report_check_is_accessible_and_fits(page, live_server, county):
    visit(page, live_server, "/report-check/")
    texts = report_samples.printed(report_samples.figures())
    texts["t3.done.natural"] = "999"
    content = report_samples.page(texts=texts).encode()
    page.set_input_files("[name=file]", {"name": "年报.html", "mimeType": "", "buffer": content})
    page.click("text=开始体检")
    page.wait_for_selector(".findings .count-error")
    assert faults(page, "result of a report check") == {}


@few
def test_first_tab_offers_the_way_past_the_navigation(page, site):
    visit(page, site, site.document)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_visitor_changes_the_mode_and_stays_where_they_are(page, site):
    visit(page, site, "/sections/affairs/notices/?page=2")
    page.get_by_role("link", name="长者模式").first.click()
    assert page.url == f"{site.url}/sections/affairs/notices/?page=2"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"


def test_county_colour_reaches_the_page(page, live_server, county):
    county.theme_colour = "#1a4f9c"
    county.save()
    visit(page, live_server, "/help/")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.main-menu')).backgroundColor")
        == "rgb(26, 79, 156)"
    )


@few
def test_whole_site_works_from_search_to_document_with_the_keyboard(page, site):
    visit(page, site, "/")
    page.get_by_label("搜索本网站").press_sequentially("临时救助")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator(".hits a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/*/")
    assert "临时救助办法" in page.locator("h1").inner_text()


@few
def test_printed_document_leaves_navigation_out_and_carries_its_code(page, site):
    visit(page, site, site.document)
    assert not page.locator(".print-foot").is_visible()
    page.emulate_media(media="print")
    assert [page.locator(part).is_visible() for part in (".main-menu", ".site-footer", ".side-panels")] == [
        False
    ] * 3
    assert page.locator(".print-foot svg").is_visible()


def test_nothing_is_fetched_from_elsewhere_and_little_from_here(page, site):
    asked = []
    page.on("response", lambda response: asked.append(response))
    visit(page, site, "/")
    assert [response.url for response in asked if not response.url.startswith(site.url)] == []
    # Uncompressed; over the wire it is a fourth of this (portal/tests/test_service.py).
    assert sum(len(response.body()) for response in asked) < 100_000
