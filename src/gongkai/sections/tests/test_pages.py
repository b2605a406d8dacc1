import io
import zipfile

import pytest
from django.urls import reverse

from gongkai.agencies.models import County
from gongkai.common.tests.timing import within
from gongkai.sections.models import Section

from .factories import grow


@pytest.fixture
def big_tree(county, civil_affairs, education):
    """189 sections of the first level with three below each, as a county of ours has them."""
    roots = Section.objects.bulk_create(
        Section(county=county, name=f"栏目{at}", code=f"s{at}", path=f"s{at}", position=at)
        for at in range(1, 190)
    )
    leaves = Section.objects.bulk_create(
        Section(
            county=county,
            parent=root,
            name=f"下级{at}",
            code=f"c{at}",
            path=f"{root.path}/c{at}",
            depth=2,
            position=at,
        )
        for root in roots
        for at in range(1, 4)
    )
    owner = Section.owners.through
    owner.objects.bulk_create(
        owner(section=section, agency=agency)
        for section in [*roots, *leaves]
        for agency in [civil_affairs, education]
    )
    return county


def test_the_whole_tree_of_a_county_comes_in_bounded_queries_and_without_waiting(
    client, lu, big_tree, django_assert_num_queries
):
    client.force_login(lu)
    url = reverse("sections:tree")
    client.get(url)  # templates are compiled once
    with django_assert_num_queries(10):
        response = client.get(url, {"open": "all"})
    # 0.4 s were measured with twelve others at work on two processors; this finds what makes it several times that.
    assert within(1, lambda: client.get(url, {"open": "all"}))
    assert response.content.decode().count('class="branch"') == 756


@pytest.mark.parametrize("count", [1, 3])
def test_the_tree_takes_as_many_queries_for_one_section_as_for_many(
    client, lu, county, count, django_assert_num_queries
):
    grow(county, lu, *["a", "a/x", "b"][:count])
    client.force_login(lu)
    with django_assert_num_queries(10):
        client.get(reverse("sections:tree"))


def test_lists_in_the_tree_are_closed_where_they_end(client, lu, county):
    grow(county, lu, "a", "a/x", "a/x/1", "a/x/1/q", "a/y", "b", "c", "c/z")
    client.force_login(lu)
    page = client.get(reverse("sections:tree")).content.decode()
    tree = page[page.index('<ul class="tree"') : page.index("</form>", page.index('<ul class="tree"'))]
    assert [tree.count(f"<{tag}") - tree.count(f"</{tag}") for tag in ["ul", "li", "details"]] == [0, 0, 0]
    at = {code: tree.index(f'aria-label="选择 栏目{code}"') for code in "axqyb"}
    assert tree[at["q"] : at["y"]].count("</details>") == 2
    assert tree[at["y"] : at["b"]].count("</details>") == 1


def test_a_filter_keeps_the_way_to_what_was_looked_for(client, lu, county, civil_affairs):
    grown = grow(county, lu, "a", "a/x", "a/y", "b")
    grown["a/y"].owners.add(civil_affairs)
    client.force_login(lu)
    for query in [{"q": "栏目y"}, {"owner": civil_affairs.pk}]:
        page = client.get(reverse("sections:tree"), query).content.decode()
        shown = [path for path, section in grown.items() if f'id="s{section.pk}"' in page]
        assert shown == ["a", "a/y"]


def test_the_tree_goes_into_a_file(client, lu, county):
    grow(county, lu, "a", "a/x")
    client.force_login(lu)
    response = client.get(reverse("sections:tree"), {"export": "xlsx"})
    book = zipfile.ZipFile(io.BytesIO(response.content))
    text = "".join(book.read(name).decode() for name in book.namelist())
    assert ("栏目x" in text, "a/x" in text) == (True, True)


PAGES = [
    ("sections:create", False, "get"),
    ("sections:change", True, "get"),
    ("sections:archive", True, "get"),
    ("sections:reopen", True, "post"),
    ("sections:owners", False, "post"),
    ("desk:section_move", True, "get"),
    ("desk:section_merge", True, "get"),
    ("sections:topic_create", False, "get"),
    ("desk:chains:list", False, "get"),
    ("desk:chains:create", False, "get"),
]


@pytest.mark.parametrize(("name", "of_one", "method"), PAGES)
def test_a_clerk_looks_but_does_not_shape(client, lu, chen, county, name, of_one, method):
    section = grow(county, lu, "a")["a"]
    client.force_login(chen)
    assert client.get(reverse("sections:tree")).status_code == 200
    assert client.get(reverse("sections:section", args=[section.pk])).status_code == 200
    url = reverse(name, args=[section.pk] if of_one else [])
    assert getattr(client, method)(url).status_code == 403


@pytest.mark.parametrize(("name", "of_one", "method"), PAGES)
def test_the_disclosure_office_opens_every_page(client, lu, county, name, of_one, method):
    section = grow(county, lu, "a")["a"]
    client.force_login(lu)
    response = getattr(client, method)(reverse(name, args=[section.pk] if of_one else []))
    assert response.status_code in {200, 302}


def test_a_person_without_a_role_sees_no_tree(client, chen):
    chen.assignments.all().delete()
    client.force_login(chen)
    assert client.get(reverse("sections:tree")).status_code == 403


def test_a_section_is_made_and_changed_on_its_pages(client, lu, county, civil_affairs):
    client.force_login(lu)
    said = {"name": "通知公告", "code": "", "layout": "list", "update_rule": "six_months"}
    client.post(reverse("sections:create"), said)
    made = Section.objects.get(name="通知公告")
    assert (made.path, made.update_rule) == ("s1001", "six_months")
    client.post(
        reverse("sections:change", args=[made.pk]), said | {"code": "notices", "owners": [civil_affairs.pk]}
    )
    made.refresh_from_db()
    assert (made.path, list(made.owners.all())) == ("notices", [civil_affairs])


def test_a_bad_code_is_refused_with_a_link_to_the_field(client, lu, county):
    client.force_login(lu)
    said = {"name": "通知公告", "code": "通知", "layout": "list", "update_rule": "none"}
    page = client.post(reverse("sections:create"), said).content.decode()
    assert '<a href="#id_code">网址代码：只用小写字母、数字和连字符' in page
    assert 'aria-invalid="true" aria-describedby="id_code_helptext id_code_error"' in page
    assert not Section.objects.exists()


def test_owners_are_given_to_several_sections_after_a_second_look(client, lu, county, civil_affairs):
    grown = grow(county, lu, "a", "b")
    client.force_login(lu)
    ticked = {
        "pk": [section.pk for section in grown.values()],
        "agency": civil_affairs.pk,
        "act": "add",
    }
    page = client.post(reverse("sections:owners"), ticked).content.decode()
    assert "涉及 2 项" in page
    assert civil_affairs.sections.count() == 0
    client.post(reverse("sections:owners"), ticked | {"confirmed": "1"})
    assert civil_affairs.sections.count() == 2


def test_a_section_is_archived_after_a_second_look_and_reopened(client, lu, county):
    grown = grow(county, lu, "a", "a/x", "b")
    client.force_login(lu)
    url = reverse("sections:archive", args=[grown["a"].pk])
    assert "涉及 2 项" in client.post(url).content.decode()
    refused = client.post(url, {"confirmed": "1"}).content.decode()
    assert "下面还有1个在用的栏目" in refused
    client.post(url, {"confirmed": "1", "with_children": "on", "target": grown["b"].pk})
    assert Section.objects.filter(redirect_to=grown["b"]).count() == 2
    client.post(reverse("sections:reopen", args=[grown["a"].pk]))
    assert Section.objects.get(path="a").archived_at is None


def test_moving_and_shifting_work_without_javascript(client, lu, county):
    grown = grow(county, lu, "a", "b", "b/x")
    client.force_login(lu)
    move = reverse("desk:section_move", args=[grown["a"].pk])
    client.post(move, {"parent": grown["b"].pk, "place": "first"})
    client.post(reverse("sections:shift"), {"pk": grown["a"].pk, "way": "down"})
    assert list(Section.objects.filter(parent=grown["b"]).values_list("path", flat=True)) == ["b/x", "b/a"]


def test_a_drop_in_the_tree_says_before_which_sibling(client, lu, county):
    grown = grow(county, lu, "a", "b", "b/x")
    client.force_login(lu)
    move = reverse("desk:section_move", args=[grown["a"].pk])
    client.post(move, {"from": "tree", "parent": grown["b"].pk, "before": grown["b/x"].pk})
    assert list(Section.objects.filter(parent=grown["b"]).values_list("path", flat=True)) == ["b/a", "b/x"]


def test_the_monitor_shows_what_is_empty_and_that_five_are_a_veto(client, lu, county):
    grow(county, lu, "a", "b", "c", "d", "e")
    client.force_login(lu)
    page = client.get(reverse("sections:monitor")).content.decode()
    assert "有5个空栏目，已达到单项否决的界限" in page
    assert client.get(reverse("sections:monitor"), {"export": "xlsx"}).status_code == 200


def test_the_pages_of_another_county_are_not_found(client, lu, county):
    other = County.objects.create(
        name="另一县人民政府", short_name="另一县", site_name="另一县", domain="other"
    )
    foreign = Section.objects.create(county=other, name="通知", code="a", path="a")
    client.force_login(lu)
    assert client.get(reverse("sections:section", args=[foreign.pk])).status_code == 404
