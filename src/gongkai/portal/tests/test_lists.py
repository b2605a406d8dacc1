import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from gongkai.common.page_cache import purge
from gongkai.publications import actions
from gongkai.publications.enums import ItemKind, TakeDownReason, Theme, Validity
from gongkai.publications.models import Item
from gongkai.publications.tests.factories import MONDAY
from gongkai.sections.enums import DisclosurePart, SectionLayout
from gongkai.sections.models import Section, Topic

LIST = "/sections/affairs/notices/"


def titles(response):
    """Titles in the main part of a page, in order."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.findall(r'<a href="/items/\d+/">(.*?)</a>', main)


def test_section_lists_its_items_newest_first_and_says_how_current_it_is(publish, visitor):
    publish(title="关于甲的通知")
    publish(title="关于乙的通知", now=MONDAY + timedelta(days=1))
    response = visitor.get(LIST)
    assert titles(response) == ["关于乙的通知", "关于甲的通知"]
    assert "共 2 条" in response.content.decode()
    assert "2026年3月3日" in response.content.decode()


def test_section_above_lists_in_blocks_when_it_is_a_group(publish, visitor, notices):
    Section.objects.filter(pk=notices.parent_id).update(layout=SectionLayout.GROUP)
    publish(title="关于甲的通知")
    html = visitor.get("/sections/affairs/").content.decode()
    assert ('href="/sections/affairs/notices/"' in html, "关于甲的通知" in html) == (True, True)


def test_section_above_lists_everything_below_it(publish, visitor):
    publish(title="关于甲的通知")
    assert titles(visitor.get("/sections/affairs/")) == ["关于甲的通知"]


def test_pinned_item_comes_first(publish, visitor, lu):
    first = publish(title="关于甲的通知")
    publish(title="关于乙的通知", now=MONDAY + timedelta(days=1))
    actions.pin(item_id=first.pk, actor=lu)
    response = visitor.get(LIST)
    assert titles(response) == ["关于甲的通知", "关于乙的通知"]
    assert "置顶" in response.content.decode()


def test_document_out_of_force_is_marked_in_lists(publish, visitor):
    publish(validity=Validity.REPEALED)
    assert '<span class="mark mark-over">废止</span>' in visitor.get(LIST).content.decode()


def test_item_taken_down_leaves_every_list(publish, visitor):
    item = publish()
    actions.take_down(
        item_id=item.pk, actor=None, reason=TakeDownReason.PROTECTED, note="", now=MONDAY + timedelta(days=1)
    )
    pages = [LIST, "/", "/agencies/civil-affairs/", "/disclosure/", "/feeds/all.atom", "/sitemap.xml"]
    assert [page for page in pages if item.title in visitor.get(page).content.decode()] == []


def test_list_shows_what_the_public_version_is_called(publish, visitor):
    item = publish(title="关于甲的通知")
    Item.objects.filter(pk=item.pk).update(title="正在起草的新标题")
    assert titles(visitor.get(LIST)) == ["关于甲的通知"]


def test_empty_section_says_so_and_offers_ways_on(visitor, notices):
    response = visitor.get(LIST)
    assert response.status_code == 200
    assert "这个栏目还没有公开的信息" in response.content.decode()


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "99999999999999999999", "١", "1e3", ""])
def test_page_that_does_not_exist_is_not_found(publish, visitor, page):
    publish()
    assert visitor.get(LIST, {"page": page}).status_code == 404


def test_second_page_goes_on_where_the_first_ends(publish, visitor, monkeypatch):
    monkeypatch.setattr("gongkai.portal.paging.paging.__kwdefaults__", {"per_page": 2})
    for number in range(3):
        publish(title=f"关于第{number}件事的通知", now=MONDAY + timedelta(days=number))
    assert titles(visitor.get(LIST)) == ["关于第2件事的通知", "关于第1件事的通知"]
    response = visitor.get(LIST, {"page": "2"})
    assert titles(response) == ["关于第0件事的通知"]
    assert '<link rel="canonical" href="http://testserver/sections/affairs/notices/?page=2">' in (
        response.content.decode()
    )


def test_archived_section_leads_to_its_successor(visitor, county, notices):
    Section.objects.create(
        county=county,
        name="旧栏目",
        code="old",
        path="old",
        archived_at=timezone.now(),
        redirect_to=notices,
    )
    response = visitor.get("/sections/old/")
    assert (response.status_code, response["Location"]) == (301, LIST)


def test_archived_section_without_successor_says_it_is_closed(visitor, county):
    Section.objects.create(county=county, name="旧栏目", code="old", path="old", archived_at=timezone.now())
    response = visitor.get("/sections/old/")
    assert (response.status_code, "“旧栏目”栏目已停止更新" in response.content.decode()) == (410, True)


def test_single_page_section_shows_its_newest_item(publish, visitor, notices):
    Section.objects.filter(pk=notices.pk).update(layout=SectionLayout.PAGE)
    publish(title="示范县政府信息公开指南（2025年版）")
    publish(title="示范县政府信息公开指南（2026年版）", now=MONDAY + timedelta(days=1))
    assert "<h1>示范县政府信息公开指南（2026年版）</h1>" in visitor.get(LIST).content.decode()


def test_single_page_section_without_items_is_an_empty_list(visitor, notices):
    Section.objects.filter(pk=notices.pk).update(layout=SectionLayout.PAGE)
    assert "这个栏目还没有公开的信息" in visitor.get(LIST).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_section_page_asks_a_bounded_number_of_queries(publish, visitor, django_assert_num_queries, count):
    for _ in range(count):
        publish()
    with django_assert_num_queries(5):
        visitor.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_home_page_asks_a_bounded_number_of_queries(
    publish, visitor, county, notices, django_assert_num_queries, count
):
    Section.objects.update(on_home_page=True)
    for number in range(count):
        section = Section.objects.create(
            county=county, name=f"栏目{number}", code=f"s{number}", path=f"s{number}", on_home_page=True
        )
        section.owners.set(notices.owners.all())
        publish(section=section)
        publish()
    with django_assert_num_queries(6):
        assert visitor.get("/").status_code == 200


def test_home_page_shows_the_newest_six_of_flagged_sections_only(publish, visitor, county, notices):
    Section.objects.filter(pk=notices.pk).update(on_home_page=True)
    for number in range(8):
        publish(title=f"关于第{number}件事的通知", now=MONDAY + timedelta(days=number))
    assert titles(visitor.get("/")) == [f"关于第{number}件事的通知" for number in (7, 6, 5, 4, 3, 2)]


def test_site_without_a_county_has_no_pages_yet(db, client):
    assert client.get("/").status_code == 404


def test_agency_page_tells_contact_duties_and_what_it_published(publish, visitor, civil_affairs):
    civil_affairs.phone, civil_affairs.duties = "0000-0000001", "主管全县民政工作。"
    civil_affairs.save()
    publish(title="关于甲的通知")
    response = visitor.get("/agencies/civil-affairs/")
    html = response.content.decode()
    assert titles(response) == ["关于甲的通知"]
    assert ["0000-0000001" in html, "主管全县民政工作。" in html, "通知公告" in html] == [True] * 3


def test_topic_page_groups_its_items_in_the_topic_s_order(publish, visitor, county):
    topic = Topic.objects.create(county=county, name="社会救助", code="assistance", groups=["政策", "动态"])
    for title, group in (("甲", "动态"), ("乙", "政策"), ("丙", ""), ("丁", "已删去的组")):
        publish(title=f"关于{title}的通知").topic_entries.create(topic=topic, group=group)
    response = visitor.get("/topics/assistance/")
    html = response.content.decode()
    assert re.findall(r'<h2 id="group-\d+">(.*?)</h2>', html) == ["政策", "动态", "其他"]
    assert titles(response) == ["关于乙的通知", "关于甲的通知", "关于丁的通知", "关于丙的通知"]
    assert titles(visitor.get("/topics/assistance/1/")) == ["关于乙的通知"]
    assert titles(visitor.get("/topics/assistance/3/")) == ["关于丁的通知", "关于丙的通知"]
    assert visitor.get("/topics/assistance/4/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_topic_page_asks_a_bounded_number_of_queries(
    publish, visitor, county, django_assert_num_queries, count
):
    topic = Topic.objects.create(county=county, name="社会救助", code="assistance", groups=["政策", "动态"])
    for number in range(count):
        publish().topic_entries.create(topic=topic, group=topic.groups[number % 2])
    with django_assert_num_queries(5):
        visitor.get("/topics/assistance/")


def test_closed_topic_is_not_there(visitor, county):
    Topic.objects.create(county=county, name="旧专题", code="old", closed_at=timezone.now())
    assert visitor.get("/topics/old/").status_code == 404


def test_disclosure_column_shows_the_parts_that_exist(publish, visitor, notices):
    Section.objects.filter(pk=notices.pk).update(name="公开指南", disclosure_part=DisclosurePart.GUIDE)
    publish(title="关于甲的通知")
    html = visitor.get("/disclosure/").content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert ["公开指南" in main, "目录现有 1 条" in main] == [True, True]
    assert ["年报" in main, "依申请公开" in main, "公开制度" in main] == [False] * 3


def test_catalogue_lists_what_the_regulation_asks_for_and_no_news(publish, visitor):
    item = publish(
        title="关于甲的通知", summary="规定标准。", signed_on=date(2026, 2, 27), theme=Theme.CIVIL_AFFAIRS
    )
    publish(title="召开会议", kind=ItemKind.NEWS)
    for path in ("/disclosure/agencies/civil-affairs/", "/disclosure/themes/civil_affairs/"):
        response = visitor.get(path)
        html = response.content.decode()
        assert titles(response) == ["关于甲的通知"]
        assert [part in html for part in (item.index_number, "规定标准。", "2026-02-27", "2026-03-02")] == [
            True
        ] * 4


def test_catalogue_can_be_cut_to_a_year(publish, visitor):
    publish(title="关于甲的通知")
    path = "/disclosure/agencies/civil-affairs/"
    assert titles(visitor.get(path, {"year": "2026"})) == ["关于甲的通知"]
    assert visitor.get(path, {"year": "2025"}).status_code == 404
    assert visitor.get(path, {"year": "abc"}).status_code == 404


def test_catalogue_downloads_as_csv_that_excel_reads(publish, visitor):
    item = publish(title="=关于甲的通知", summary="规定标准。", signed_on=date(2026, 2, 27))
    response = visitor.get("/disclosure/agencies/civil-affairs.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert text.splitlines() == [
        "索引号,名称,内容概述,生成日期,发布日期,发布机构,发文字号,网址",
        f"{item.index_number},'=关于甲的通知,规定标准。,2026-02-27,2026-03-02,示范县民政局,,"
        f"http://testserver/items/{item.pk}/",
    ]


def test_catalogue_downloads_as_a_workbook(publish, visitor):
    publish()
    response = visitor.get("/disclosure/agencies/civil-affairs.xlsx")
    assert b"".join(response.streaming_content).startswith(b"PK")
    assert visitor.get("/disclosure/agencies/civil-affairs.pdf").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_catalogue_asks_a_bounded_number_of_queries(publish, visitor, django_assert_num_queries, count):
    for _ in range(count):
        publish()
    with django_assert_num_queries(6):
        visitor.get("/disclosure/agencies/civil-affairs/")


def test_the_menu_names_eight_sections_and_leads_to_the_rest(visitor, county):
    for number in range(8):
        Section.objects.create(
            county=county, name=f"第{number}栏", code=f"s{number}", path=f"s{number}", position=number
        )
    home = visitor.get("/").content.decode()
    assert "全部栏目" not in home
    Section.objects.create(county=county, name="第九个栏目", code="s9", path="s9", position=9)
    purge("layout")
    home = visitor.get("/").content.decode()
    menu = home[home.index('class="main-menu"') : home.index("</nav>", home.index('class="main-menu"'))]
    assert ("第7栏" in menu, "第九个栏目" in menu, "全部栏目" in menu) == (True, False, True)
