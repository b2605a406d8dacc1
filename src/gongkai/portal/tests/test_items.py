import json
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from gongkai.agencies.models import County
from gongkai.files.actions import store
from gongkai.portal.item_page import readable, render_item, summary_of
from gongkai.publications import actions
from gongkai.publications.enums import TakeDownReason, Validity
from gongkai.publications.models import Attachment, Item
from gongkai.publications.tests.factories import MONDAY, draft, look_into_files
from gongkai.screening.actions import ask_for_check
from gongkai.sections.models import Topic

DOCUMENT = {
    "title": "示范县民政局关于印发《临时救助办法》的通知",
    "document_number": "示民发〔2026〕3号",
    "issuer": "示范县民政局",
    "signed_on": date(2026, 2, 27),
    "validity": Validity.IN_FORCE,
    "summary": "规定临时救助的对象、标准和程序。",
    "keywords": "临时救助",
}


def url(item):
    return reverse("portal:item", args=[item.pk])


def meta(html):
    return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', html))


def take_down(item, reason, note=""):
    actions.take_down(item_id=item.pk, actor=None, reason=reason, note=note, now=MONDAY + timedelta(days=9))


def add_attachment(version, name="资金分配表.csv", content=b"a,b\n1,2\n", **fields):
    # Straight into the table: attaching to a draft has its own action and tests.
    return Attachment.objects.create(version=version, file=store(content, name=name), name=name, **fields)


def test_item_page_tells_title_dates_source_and_metadata(publish, visitor):
    item = publish(**DOCUMENT)
    html = visitor.get(url(item)).content.decode()
    assert f"<h1>{DOCUMENT['title']}</h1>" in html
    assert '发布日期 <time datetime="2026-03-02T09:00:00+08:00">2026-03-02 09:00</time>' in html
    assert "来源：示范县民政局" in html
    labels = re.findall(r"<dt>(.*?)</dt>", html)
    assert [
        label for label in labels if label in {"索引号", "发文机关", "发文字号", "成文日期", "有效性"}
    ] == [
        "索引号",
        "发文机关",
        "发文字号",
        "成文日期",
        "有效性",
    ]
    assert "施行日期" not in labels


def test_item_page_carries_the_tags_of_the_guideline(publish, visitor, county):
    county.site_id_code = "3799000001"
    county.save()
    item = publish(**DOCUMENT)
    found = meta(visitor.get(url(item)).content.decode())
    assert {name: value for name, value in found.items() if name[0].isupper()} == {
        "SiteName": "示范县人民政府网",
        "SiteDomain": "testserver",
        "SiteIDCode": "3799000001",
        "ColumnName": "通知公告",
        "ColumnType": "政务公开",
        "ColumnDescription": "通知公告",
        "ColumnKeywords": "通知公告",
        "ArticleTitle": DOCUMENT["title"],
        "PubDate": "2026-03-02 09:00",
        "ContentSource": "示范县民政局",
        "Keywords": "临时救助",
        "Author": "示范县民政局",
        "Description": DOCUMENT["summary"],
        "Url": f"http://testserver{url(item)}",
    }


def test_document_is_legislation_for_machines(publish, visitor):
    html = visitor.get(url(publish(**DOCUMENT))).content.decode()
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert [thing["@type"] for thing in said] == ["Legislation", "BreadcrumbList"]
    assert said[0]["legislationIdentifier"] == DOCUMENT["document_number"]
    assert said[0]["legislationLegalForce"] == "https://schema.org/InForce"


def test_title_cannot_leave_its_place_in_the_page(publish, visitor):
    item = publish(title="关于<script>alert(1)</script>印发《办法》的通知</script>")
    html = visitor.get(url(item)).content.decode()
    assert re.findall(r"<script[^>]*>", html) == ['<script type="application/ld+json">']
    assert "alert(1)&lt;/script&gt;" in html


def test_unpublished_item_is_not_there(chen, notices, chain, visitor):
    item = draft(chen, notices).item
    response = visitor.get(url(item))
    assert (response.status_code, item.versions.get().title in response.content.decode()) == (404, False)


@pytest.mark.parametrize(
    "path", ["/items/999/", "/items/99999999999999999999999/", "/items/x/", "/sections/x/"]
)
def test_what_is_not_there_gets_a_page_with_a_search_field(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert "没有找到这个页面" in response.content.decode()
    assert 'action="/search/"' in response.content.decode()


def test_item_of_another_county_is_not_there(publish, visitor):
    item = publish()
    County.objects.create(
        name="乙县人民政府", short_name="乙县", site_name="乙县人民政府网", domain="b.example"
    )
    assert visitor.get(url(item), headers={"host": "b.example"}).status_code == 404


def test_item_taken_down_leaves_a_tombstone(publish, visitor):
    item = publish()
    take_down(item, TakeDownReason.EXPIRED, note="公示期满。")
    response = visitor.get(url(item))
    html = response.content.decode()
    assert response.status_code == 410
    assert [
        part in html
        for part in (item.index_number, item.title, "公示、公告期限届满", "公示期满。", "2026年3月11日")
    ] == [True] * 5
    assert item.published_version.body not in html
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "reason", [TakeDownReason.PROTECTED, TakeDownReason.PENALTY_CHANGED, TakeDownReason.REVIEW_FAILED]
)
def test_tombstone_keeps_quiet_about_a_title_that_may_be_the_matter(publish, visitor, reason):
    item = publish(title="对某某作出处罚的决定")
    take_down(item, reason, note="决定已被撤销。")
    html = visitor.get(url(item)).content.decode()
    assert ("对某某" in html, item.index_number in html, reason.label in html) == (False, True, True)


@pytest.mark.parametrize(
    "content, banner",
    [
        ({"validity": Validity.REPEALED}, "本文件已废止"),
        ({"validity": Validity.EXPIRED}, "本文件已失效"),
        ({"validity": Validity.PARTLY}, "本文件部分失效"),
        ({"validity": Validity.IN_FORCE, "valid_until": date(2026, 3, 3)}, "有效期至2026年3月3日"),
    ],
)
def test_document_out_of_force_says_so_above_the_text(publish, visitor, content, banner):
    html = visitor.get(url(publish(**{**DOCUMENT, **content}))).content.decode()
    assert html.index(banner) < html.index('class="body"')


def test_document_in_force_has_no_banner(publish, visitor):
    html = visitor.get(url(publish(**DOCUMENT))).content.decode()
    assert 'class="notice' not in html


def test_imported_item_tells_both_dates(publish, visitor):
    item = publish()
    Item.objects.filter(pk=item.pk).update(original_published_at=MONDAY - timedelta(days=400))
    html = visitor.get(url(item)).content.decode()
    head = html[html.index('class="item-head"') : html.index('class="body"')]
    words = " ".join(re.sub(r"<[^>]+>", "", head).split())
    assert "原网站发布日期 2025-01-26 09:00（本平台导入于 2026-03-02）" in words
    assert meta(html)["PubDate"] == "2025-01-26 09:00"


def test_very_long_title_is_shown_whole(publish, visitor):
    title = "关于" + "某某事项" * 70 + "的通知"
    assert f"<h1>{title}</h1>" in visitor.get(url(publish(title=title))).content.decode()


def test_related_items_leave_out_the_item_itself(publish, visitor):
    first, second = publish(title="关于甲的通知"), publish(title="关于乙的通知")
    html = visitor.get(url(first)).content.decode()
    panel = html[html.index('id="panel-related"') :]
    assert (url(second) in panel, url(first) in panel) == (True, False)


def test_topics_of_an_item_are_shown(publish, visitor, county):
    topic = Topic.objects.create(county=county, name="社会救助", code="assistance")
    item = publish()
    item.topic_entries.create(topic=topic)
    assert reverse("portal:topic", args=["assistance"]) in visitor.get(url(item)).content.decode()


@pytest.mark.parametrize("others", [1, 3])
def test_item_page_asks_a_bounded_number_of_queries(publish, visitor, django_assert_num_queries, others):
    item = publish(**DOCUMENT)
    for _ in range(others):
        publish()
    with django_assert_num_queries(8):
        assert visitor.get(url(item)).status_code == 200


def test_attachment_is_listed_with_type_and_size_and_can_be_downloaded(publish, visitor, chen, notices):
    item = publish()
    attachment = add_attachment(item.published_version)
    html = visitor.get(url(item)).content.decode()
    assert '<span class="type">CSV</span><span class="name">资金分配表.csv</span>' in html
    ask_for_check(attachment.file, item.county)
    look_into_files()
    response = visitor.get(attachment.get_absolute_url())
    downloaded = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert (response.status_code, downloaded) == (200, ["a,b", "1,2"])
    assert response["Content-Disposition"].startswith("attachment")


def test_file_that_was_not_looked_into_is_not_given_out(publish, visitor, caplog):
    item = publish()
    attachment = add_attachment(
        item.published_version, content="姓名,身份证号\n甲,11010519491231002X\n".encode()
    )
    response = visitor.get(attachment.get_absolute_url())
    html = response.content.decode()
    assert (response.status_code, response["Cache-Control"], "11010519491231002X" in html) == (
        503,
        "no-store",
        False,
    )
    assert "这个附件正在作发布前检查" in html
    # Looked into, the number is found, and without a decision there is still nothing to give out.
    ask_for_check(attachment.file, item.county)
    look_into_files()
    assert visitor.get(attachment.get_absolute_url()).status_code == 503
    assert caplog.messages == []


def test_file_under_another_name_is_not_there(publish, visitor):
    attachment = add_attachment(publish().published_version)
    assert visitor.get(reverse("portal:file", args=[attachment.code, "别的.csv"])).status_code == 404


def test_file_of_a_draft_is_only_for_its_office(chen, lin, notices, chain, client):
    attachment = add_attachment(draft(chen, notices).item.versions.get())
    address = attachment.get_absolute_url()
    seen = {"nobody": client.get(address).status_code}
    client.force_login(lin, backend="django.contrib.auth.backends.ModelBackend")
    seen["小林"] = client.get(address).status_code
    client.force_login(chen, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(address)
    seen["小陈"] = response.status_code
    response.close()
    assert seen == {"nobody": 404, "小林": 404, "小陈": 200}
    assert response["Cache-Control"] == "private, no-store"


def test_file_of_an_item_taken_down_is_gone(publish, visitor):
    item = publish()
    attachment = add_attachment(item.published_version)
    take_down(item, TakeDownReason.PROTECTED)
    assert visitor.get(attachment.get_absolute_url()).status_code == 410


def test_file_of_an_earlier_version_stops_with_it(publish, visitor, chen, chain):
    item = publish()
    attachment = add_attachment(item.published_version)
    newer = item.versions.create(number=99, title="新版", frozen_at=MONDAY, content_hash="0" * 64)
    Item.objects.filter(pk=item.pk).update(published_version=newer)
    assert visitor.get(attachment.get_absolute_url()).status_code == 404


def test_preview_shows_any_version_under_a_strip_and_is_kept_nowhere(chen, notices, chain, rf, county):
    version = draft(chen, notices, title="关于尚未公开的事项的通知")
    request = rf.get("/desk/items/1/preview/")
    request.county = county
    response = render_item(request, version.item, version, preview=True)
    html = response.content.decode()
    assert ("预览，尚未公开" in html, "<h1>关于尚未公开的事项的通知</h1>" in html) == (True, True)
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert not hasattr(response, "page_tags")


def test_tables_of_the_text_scroll_in_boxes_the_keyboard_reaches():
    assert readable("<p>a</p><table><tr><td>1</td></tr></table>") == (
        '<p>a</p><div class="scroll" role="group" tabindex="0" aria-label="表格1，可左右滚动">'
        "<table><tr><td>1</td></tr></table></div>"
    )


def test_summary_is_the_beginning_of_the_text():
    assert summary_of("<p>甲</p><p>乙</p>") == "甲 乙"
    assert summary_of("<p>" + "字" * 200 + "</p>") == "字" * 120 + "……"
