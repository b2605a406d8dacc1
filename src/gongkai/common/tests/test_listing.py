import io
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import RequestFactory

from gongkai.accounts.models import User
from gongkai.common.listing import Badge, Column, Listing, shown
from gongkai.conftest import make_person


class Filters(forms.Form):
    active = forms.ChoiceField(label="状态", required=False, choices=[("", "全部"), ("no", "停用")])


class People(Listing):
    title = "人员"
    columns = (
        Column("姓名", "name", order_by="name", link=True),
        Column("单位", "agency.short_name"),
        Column("用户名", "username", order_by="username", export=lambda user: f"={user.username}"),
        Column("状态", lambda user: Badge("可登录", "good") if user.is_active else Badge("停用", "bad")),
    )
    search_fields = ("name", "username")
    filter_form = Filters
    default_order = ("pk",)
    per_page = 2
    empty = "还没有人员。"

    def filter(self, rows, data):
        return rows.filter(is_active=False) if data["active"] == "no" else rows

    def row_url(self, user):
        return f"/people/{user.pk}/"


@pytest.fixture
def people(civil_affairs):
    for username in ["bei", "ai", "ci"]:
        make_person(username, username.upper(), civil_affairs)
    User.objects.filter(username="ci").update(is_active=False)
    return User.objects.select_related("agency")


def listing(rows, **query):
    return People(RequestFactory().get("/", query), rows)


def names(found):
    return [row["cells"][0]["value"] for row in found.rows]


def texts(response):
    """Every text in an Excel file, in the order of its cells."""
    book = zipfile.ZipFile(io.BytesIO(response.content))
    shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    words = [element.text for element in shared.iter() if element.tag.endswith("}t")]
    cells = list(ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter())
    assert not [element for element in cells if element.tag.endswith("}f")], "a text became a formula"
    return [words[int(element.text)] for element in cells if element.tag.endswith("}v")]


def test_a_list_starts_in_its_own_order_and_turns_pages(people):
    assert names(listing(people)) == ["BEI", "AI"]
    assert names(listing(people, page=2)) == ["CI"]
    assert names(listing(people, page="nonsense")) == ["BEI", "AI"]


def test_a_header_sorts_up_and_then_down(people):
    up, down = listing(people, sort="0"), listing(people, sort="-0")
    assert (names(up), names(down)) == (["AI", "BEI"], ["CI", "BEI"])
    assert [head["direction"] for head in up.heads] == ["ascending", "", "", ""]
    assert up.heads[0]["url"] == "?sort=-0"


@pytest.mark.parametrize("sort", ["1", "9", "-x", "name", "--0", "²"])
def test_an_unknown_order_counts_as_none(people, sort):
    assert names(listing(people, sort=sort)) == ["BEI", "AI"]


def test_search_and_filter_work_together(people):
    assert names(listing(people, q="i")) == ["BEI", "AI"]
    assert names(listing(people, q="i", active="no")) == ["CI"]
    assert names(listing(people, q="b i")) == ["BEI"]


def test_links_keep_what_was_asked(people):
    found = listing(people, q="i", sort="0")
    assert found.page_links[1:] == [(2, "?q=i&sort=0&page=2", False), ("下一页", "?q=i&sort=0&page=2", False)]


def test_the_whole_filtered_list_goes_into_the_file_and_no_text_becomes_a_formula(people):
    response = listing(people, q="i", export="xlsx", page=2).response()
    assert texts(response) == [
        "姓名", "单位", "用户名", "状态",
        "BEI", "县民政局", "=bei", "可登录",
        "AI", "县民政局", "=ai", "可登录",
        "CI", "县民政局", "=ci", "停用",
    ]  # fmt: skip


def test_a_file_that_was_cut_says_so(people, monkeypatch):
    monkeypatch.setattr(People, "export_limit", 2)
    response = listing(people, export="xlsx").response()
    assert texts(response)[-1] == "共 3 条，这里只导出了前 2 条。请用筛选缩小范围后分次导出。"


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_two_queries_for_one_row_and_for_three(people, count, django_assert_num_queries):
    rows = people.filter(pk__in=list(people.values_list("pk", flat=True)[:count]))
    with django_assert_num_queries(2):
        names(listing(rows))


def test_an_empty_list_says_what_to_do_and_an_empty_search_how_to_widen_it(people):
    none = User.objects.none()
    assert "还没有人员。" in page(none)
    assert "没有符合条件的记录" in page(none, q="x")


def page(rows, **query):
    request = RequestFactory().get("/", query)
    return render_to_string("desk/_list.html", {"listing": People(request, rows)})


def test_on_the_page_a_status_has_a_colour_and_each_cell_its_column(people):
    html = page(people)
    assert '<td data-label="状态"><span class="badge good">可登录</span></td>' in html
    first = people.order_by("pk").first()
    assert f'<td data-label="姓名"><a href="/people/{first.pk}/">BEI</a></td>' in html


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        ("", "—"),
        (0, 0),
        (True, "是"),
        (False, "否"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 1, 16, 30, tzinfo=UTC), "2026-03-02 00:30"),
    ],
)
def test_how_a_cell_says_a_value(value, text):
    assert shown(value) == text
