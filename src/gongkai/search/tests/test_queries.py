import shutil
from datetime import UTC, date, datetime
from functools import partial

import pytest

from gongkai.search import index
from gongkai.search.queries import REACH, Results
from gongkai.search.queries import search as search_anywhere
from gongkai.search.tasks import rebuild_index

from .sources import a_document

search = partial(search_anywhere, county_id=1)


def keys(results):
    return [hit.key for hit in results.hits]


def test_a_word_inside_a_sentence_is_found(index_of):
    index_of(
        a_document(1, "通知", "各镇应当为特困人员发放临时救助金。"),
        a_document(2, "通知", "各镇应当检查燃气管道。"),
    )
    assert keys(search("临时救助")) == [1]
    assert keys(search("燃气")) == [2]
    assert sorted(keys(search("镇"))) == [1, 2]


def test_a_rare_character_of_a_name_is_found(index_of):
    index_of(a_document(1, "公示", "拟任人选：赵玥。"), a_document(2, "公示", "拟任人选：王𬭎。"))
    assert (keys(search("玥")), keys(search("王𬭎"))) == ([1], [2])


@pytest.mark.parametrize(
    "typed",
    ["示民发〔2026〕12号", "示民发[2026]12号", "示民发（2026）12号", "示民发【2026】第12号", "〔2026〕12号"],
)
def test_document_number_is_found_in_any_brackets(index_of, typed):
    index_of(
        a_document(1, "关于低保标准的通知", "正文", document_number="示民发〔2026〕12号"),
        a_document(2, "关于低保标准的通知", "正文", document_number="示民发〔2026〕13号"),
        a_document(3, "关于低保标准的通知", "正文", document_number="示民发〔2026〕120号"),
        a_document(4, "关于低保标准的通知", "2026年第12期"),
    )
    assert keys(search(typed)) == [1]


def test_numbers_are_found_whole(index_of):
    index_of(
        a_document(1, "每人每月1089元", ""),
        a_document(2, "每人每月108元", ""),
        a_document(3, "GB18030标准", ""),
    )
    assert keys(search("108元")) == [2]
    assert keys(search("gb18030")) == [3]


def test_all_words_must_be_found(index_of):
    index_of(a_document(1, "低保标准", ""), a_document(2, "低保申请", ""), a_document(3, "护照申请", ""))
    assert keys(search("低保 申请")) == [2]
    assert keys(search("低保怎么申请？")) == [2]


def test_a_word_between_does_no_harm_but_quotes_mean_exactly(index_of):
    index_of(a_document(1, "养老服务补贴发放", ""), a_document(2, "养老补贴发放", ""))
    assert keys(search("养老补贴发放")) == [2, 1]
    assert keys(search("“养老补贴发放”")) == [2]


def test_words_in_the_title_come_first(index_of):
    index_of(
        a_document(1, "公告", "本县殡葬服务收费标准如下。" + "殡葬服务收费标准。" * 20),
        a_document(2, "殡葬服务收费标准", "见附件。"),
    )
    assert keys(search("殡葬服务收费")) == [2, 1]
    assert keys(search("殡葬服务收费", in_title=True)) == [2]


def test_of_two_equally_good_the_newer_comes_first(index_of):
    index_of(
        *(
            a_document(
                month, "低保发放公示", "名单见附件。", published_at=datetime(2026, month, 5, tzinfo=UTC)
            )
            for month in (4, 6, 5)
        )
    )
    assert keys(search("低保发放")) == [6, 5, 4]


def test_newest_first_ignores_how_well_it_fits(index_of):
    index_of(
        a_document(1, "低保标准", "低保标准"),
        a_document(2, "会议", "低保标准", published_at=datetime(2026, 5, 1, tzinfo=UTC)),
    )
    assert (keys(search("低保")), keys(search("低保", sort="newest"))) == ([1, 2], [2, 1])


def test_results_are_narrowed_by_county_agency_section_and_day(index_of):
    index_of(
        a_document(
            1, "低保", agency_id=7, section_ids=[3, 30], published_at=datetime(2026, 3, 1, 16, tzinfo=UTC)
        ),
        a_document(
            2, "低保", agency_id=8, section_ids=(3,), published_at=datetime(2026, 3, 2, 16, tzinfo=UTC)
        ),
        a_document(3, "低保", county_id=2),
    )
    assert keys(search("低保")) == [2, 1]
    assert keys(search("低保", agency_id=7)) == [1]
    assert keys(search("低保", section_id=3)) == [2, 1]
    assert keys(search("低保", section_id=30)) == [1]
    assert keys(search("低保", since=date(2026, 3, 2), until=date(2026, 3, 2))) == [1]  # 3月2日零时，北京时间
    assert keys(search("低保", since=date(2026, 3, 3))) == [2]
    assert keys(search("低保", until=date(2026, 3, 1))) == []
    assert keys(search("低保", since=date.min, until=date.max)) == [2, 1]
    assert keys(search_anywhere("低保", county_id=2)) == [3]


def test_a_hit_carries_what_the_list_shows(index_of):
    index_of(
        a_document(
            1,
            "城乡低保标准",
            "自3月起，低保标准提高。",
            agency="县民政局",
            section="通知公告",
            document_number="示民发〔2026〕12号",
            validity="in_force",
        )
    )
    (hit,) = search("低保").hits
    assert (hit.kind, hit.key, hit.url, hit.agency, hit.section, hit.document_number, hit.validity) == (
        "item",
        1,
        "/items/1/",
        "县民政局",
        "通知公告",
        "示民发〔2026〕12号",
        "in_force",
    )
    assert hit.published_at == datetime(2026, 3, 2, 1, tzinfo=UTC)
    assert hit.title_html == "城乡<mark>低保</mark>标准"
    assert hit.snippet_html == "自3月起，<mark>低保</mark>标准提高。"


def test_of_a_phrase_in_quotes_only_the_whole_is_marked(index_of):
    index_of(
        a_document(1, "养老服务", "养老机构的服务，养老服务补贴。", document_number="示民发〔2026〕12号")
    )
    assert search("“养老服务”").hits[0].snippet_html == "养老机构的服务，<mark>养老服务</mark>补贴。"
    assert search("〔2026〕12号").total == 1


@pytest.mark.parametrize("nothing", ["", "   ", "，。！", "的", "\x00", '""'])
def test_a_query_without_words_finds_nothing(index_of, nothing):
    index_of(a_document(1, "低保", "的"))
    assert search(nothing) == Results()


@pytest.mark.parametrize(
    "hostile",
    [
        "低保" * 50_000,
        '"' * 1000,
        "“低保",
        "title:低保 AND (NOT county2) *:*",
        "key:position",
        "position",
        "[2026 TO *]",
        "\ud800低保",
        "低保\x00",
        "ﷺ" * 100,
        "😀低保😀",
        " ".join(chr(0x4E00 + i) for i in range(5000)),
        "a" * 100_000,
    ],
)
def test_a_hostile_query_does_not_raise_and_leaves_the_county(index_of, hostile):
    index_of(a_document(1, "低保", "低保"), a_document(2, "低保", "低保", county_id=2))
    results = search(hostile)
    assert (results.problem, set(keys(results)) <= {1}) == ("", True)


def test_pages_hold_what_was_asked_and_stay_inside_the_results(index_of):
    index_of(*(a_document(key, "低保公示", "") for key in range(1, 46)))
    first = search("低保", per_page=20)
    assert (first.total, first.pages, len(first.hits)) == (45, 3, 20)
    everything = [key for page in (1, 2, 3) for key in keys(search("低保", per_page=20, page=page))]
    assert sorted(everything) == list(range(1, 46))
    assert (search("低保", page=99).page, len(search("低保", page=99).hits)) == (3, 5)
    assert (search("低保", page=-1).page, search("低保", page=0).page) == (1, 1)
    assert len(search("低保", per_page=10**9).hits) == 45
    assert len(search("低保", per_page=0).hits) == 1


def test_all_are_counted_but_only_so_many_can_be_paged_to(index_of):
    index_of(*(a_document(key, "低保公示", "") for key in range(1, REACH + 51)))
    results = search("低保", page=10**9)
    assert (results.total, results.reachable, results.page, len(results.hits)) == (REACH + 50, REACH, 50, 20)


def test_without_an_index_the_reader_is_told(db):
    results = search("低保")
    assert (results.total, results.hits) == (0, [])
    assert results.problem == "站内搜索暂时不能使用，检索库正在重新建立。请稍后再试，或从栏目导航查找。"


@pytest.mark.parametrize("damaged", ["meta.json", "*.store", "*.term", "*.idx", "*.fast", "*.pos"])
def test_a_damaged_index_is_told_and_can_be_made_anew(index_of, damaged):
    index_of(a_document(1, "低保", "低保"))
    for path in index.folder().glob(damaged):
        path.write_bytes(b"damaged")
    search("低保")  # whether tantivy notices or not, nothing is raised
    rebuild_index()
    assert keys(search("低保")) == [1]


def test_readers_see_a_new_index_at_once(index_of, public):
    index_of(a_document(1, "低保", ""))
    assert keys(search("低保")) == [1]
    index_of(a_document(2, "低保", "", published_at=datetime(2026, 4, 1, tzinfo=UTC)))
    assert keys(search("低保")) == [2, 1]
    shutil.rmtree(index.folder())
    rebuild_index()
    assert keys(search("低保")) == [2, 1]


def test_an_everyday_name_is_tried_in_the_words_of_documents_when_it_finds_nothing(index_of):
    index_of(a_document(1, "通知", "提高城乡居民最低生活保障标准。"))
    found = search("低保标准")
    assert (keys(found), found.instead) == ([1], "最低生活保障标准")
    index_of(a_document(2, "通知", "低保标准公布。"))
    found = search("低保标准")
    assert (keys(found), found.instead) == ([2], "")
