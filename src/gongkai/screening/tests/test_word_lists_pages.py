import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.conftest import make_person
from gongkai.history.models import Event
from gongkai.screening import word_lists, word_table
from gongkai.screening.detectors.writing import builtin_words
from gongkai.screening.enums import Kind
from gongkai.screening.leader_lines import read_leaders
from gongkai.screening.models import LeaderLine, WordLine
from gongkai.screening.queries import lists_of
from gongkai.screening.word_lists import WordValues
from gongkai.screening.word_rows import parse_pk, word_rows

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
HEAD = "种类,词语,改为,说明,不算的情形,依据,启用\n"


def line(county, actor, text="示范词语", kind=Kind.TYPO, **said):
    values = WordValues(kind=kind, text=text, **said)
    return word_lists.add_word(county=county, values=values, actor=actor, now=NOW)


def leader(county, actor, name="张示范", titles="县长"):
    word_lists.add_leaders(county=county, leaders=[(name, titles)], actor=actor, now=NOW)
    return LeaderLine.objects.get(county=county, name=name)


def typed(**said):
    return {
        "kind": Kind.TYPO,
        "text": "示范词语",
        "instead": "示范用语",
        "note": "",
        "unless": "",
        "source": "",
        "is_active": "on",
        **said,
    }


def test_a_word_is_added_on_its_page_and_looked_for_from_then_on(client, lu, county):
    client.force_login(lu)
    answer = client.post(reverse("screening:word_add"), typed(unless="示范词语表, 大示范词语"))
    made = WordLine.objects.get()
    assert (answer.status_code, made.unless, made.changed_by) == (302, "示范词语表、大示范词语", lu)
    assert [word.text for word in lists_of(county).words] == ["示范词语"]
    page = client.post(reverse("screening:words_try"), {"text": "这里有示范词语。"}).content.decode()
    assert ("<mark>示范词语</mark>" in page, "第1段" in page) == (True, True)
    event = Event.objects.get()
    assert (event.verb, event.subject_label, event.data["kind"]) == (
        "screening.word_added",
        "示范词语",
        "错别字",
    )


def test_the_page_of_a_word_changes_it_and_says_what_it_was(client, lu, county):
    made = line(county, lu, instead="甲用语")
    client.force_login(lu)
    url = reverse("screening:word", args=[made.pk])
    client.post(url, typed(instead="乙用语"))
    client.post(url, typed(instead="乙用语"))
    event = Event.objects.latest("sequence")
    assert (event.verb, event.data) == (
        "screening.word_changed",
        {"before": {"instead": "甲用语"}, "after": {"instead": "乙用语"}},
    )
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"text": "词"}, "词语至少2个字"),
        ({"instead": "示范词语"}, "“改为”和词语相同"),
        ({"unless": "别的词"}, "“别的词”不包含“示范词语”"),
        ({"kind": Kind.MOBILE}, "选择一个有效的选项"),
    ],
)
def test_a_word_that_would_do_harm_is_refused_with_the_reason(client, lu, said, sentence):
    client.force_login(lu)
    page = client.post(reverse("screening:word_add"), typed(**said)).content.decode()
    assert sentence in page
    assert WordLine.objects.count() == 0


def test_the_same_word_is_not_added_twice(client, lu, county):
    line(county, lu)
    client.force_login(lu)
    page = client.post(reverse("screening:word_add"), typed()).content.decode()
    assert "本县词表里已经有错别字“示范词语”。请打开那一行修改。" in page
    with pytest.raises(Conflict):
        other = line(county, lu, "另一词语")
        word_lists.change_word(
            word_id=other.pk, county=county, values=WordValues(Kind.TYPO, "示范词语"), actor=lu, now=NOW
        )


def test_a_built_in_word_is_switched_off_and_on_again_in_the_list(client, lu, county):
    word = builtin_words()[0]
    client.force_login(lu)
    ticked = {"pk": [f"{word.kind}:{word.text}"], "act": "off"}
    client.post(reverse("screening:words_switch"), ticked)
    assert lists_of(county).silenced == frozenset({(word.kind, word.text)})
    row = next(row for row in word_rows(county) if row.text == word.text and row.kind == word.kind)
    assert (row.is_active, row.origin, row.instead) == (False, "系统自带", word.instead)
    client.post(reverse("screening:words_switch"), {**ticked, "act": "on"})
    assert [event.verb for event in Event.objects.all()] == [
        "screening.word_switched_off",
        "screening.word_switched_on",
    ]
    assert lists_of(county).silenced == frozenset()


@pytest.mark.parametrize("pk", ["", "typo", "typo:", "nothing:部署", ":部署"])
def test_what_no_list_of_ours_posts_is_no_word(pk):
    assert parse_pk(pk) is None


def test_words_that_are_on_no_list_cannot_be_switched(client, lu):
    client.force_login(lu)
    page = client.post(reverse("screening:words_switch"), {"pk": "typo:没有的词", "act": "off"}, follow=True)
    assert "没有勾选词语。" in page.content.decode()
    assert WordLine.objects.count() == 0


def test_the_list_is_filtered_by_kind_state_and_origin_and_searched(client, lu, county):
    line(county, lu, "示范词语甲")
    line(county, lu, "示范词语乙", Kind.SENSITIVE_WORDING, is_active=False)
    client.force_login(lu)
    for query, texts in [
        ({"origin": "本县"}, ["示范词语乙", "示范词语甲"]),
        ({"origin": "本县", "kind": "typo"}, ["示范词语甲"]),
        ({"origin": "本县", "state": "off"}, ["示范词语乙"]),
        ({"q": "示范词语"}, ["示范词语乙", "示范词语甲"]),
        ({"q": "没有这个"}, []),
    ]:
        listing = client.get(reverse("screening:words"), query).context["listing"]
        assert (query, [row.text for row in listing.found]) == (query, texts)
    everything = client.get(reverse("screening:words")).context["listing"]
    assert len(everything.found) == len(builtin_words()) + 2


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_as_many_queries_for_one_line_as_for_three(
    client, lu, county, count, django_assert_num_queries
):
    for number in range(count):
        line(county, lu, f"示范词语{number}")
        leader(county, lu, f"张示{'甲乙丙'[number]}")
    client.force_login(lu)
    # the door's 4, roles of the reader, the county, the lines
    with django_assert_num_queries(7):
        client.get(reverse("screening:words"))
    with django_assert_num_queries(6):
        client.get(reverse("screening:leaders"))


def test_an_exported_table_comes_back_without_a_change(client, lu, county):
    line(county, lu, note="说明,带逗号", unless="示范词语表")
    client.force_login(lu)
    response = client.get(reverse("screening:words"), {"export": "xlsx"})
    sheet = zipfile.ZipFile(io.BytesIO(response.content))
    written = "".join(sheet.read(name).decode() for name in sheet.namelist())
    assert [name in written for name in word_table.COLUMNS] == [True] * len(word_table.COLUMNS)
    table = "\t".join(word_table.COLUMNS) + "\n"
    for row in word_rows(county):
        state = "是" if row.is_active else "否"
        cells = (row.kind.label, row.text, row.instead, row.note, row.unless, row.source, state, row.origin)
        table += "\t".join(cells) + "\n"
    rows = word_table.check(word_table.read_text(table), WordLine.objects.all(), builtin_words())
    assert {row.effect for row in rows} == {"没有变化", "系统自带，不用导入"}


def test_a_table_is_looked_at_first_and_imported_then(client, lu, county):
    line(county, lu, "旧词语", instead="旧")
    client.force_login(lu)
    table = HEAD + "错别字,新词语,改法,,,,\n错别字,旧词语,新,,,,否\n错别字,旧词语一,,,,,\n"
    page = client.post(reverse("screening:words_import"), {"file": io.BytesIO(table.encode("gb18030"))})
    assert [row.effect for row in page.context["rows"]] == ["新增", "改动", "新增"]
    assert WordLine.objects.count() == 1
    client.post(reverse("screening:words_import"), {"table": page.context["table"]})
    lines = {one.text: (one.instead, one.is_active) for one in WordLine.objects.all()}
    assert lines == {"新词语": ("改法", True), "旧词语": ("新", False), "旧词语一": ("", True)}
    assert sorted(event.verb for event in Event.objects.all()[1:]) == [
        "screening.word_added",
        "screening.word_added",
        "screening.word_changed",
    ]


def test_a_table_with_mistakes_is_not_imported_and_says_where(client, lu, county):
    client.force_login(lu)
    table = (
        HEAD
        + "错别字,好词语,,,,,\n手机号,某词语,,,,,\n错别字,,,,,,\n错别字,好词语,,,,,也许\n错别字,好词语,,,,,\n"
    )
    page = client.post(reverse("screening:words_import"), {"file": io.BytesIO(table.encode())})
    kinds = "规范表述、过时的名称或表述、敏感词、错别字、涉密或内部用语"
    assert [row.errors for row in page.context["rows"]] == [
        [],
        [f"没有叫“手机号”的种类。可以写：{kinds}。"],
        ["没有填词语。"],
        ["“启用”写的是“也许”。请写“是”或“否”，空着算“是”。"],
        ["与第2行的种类和词语相同，请只留一行。"],
    ]
    refused = client.post(reverse("screening:words_import"), {"table": table}).content.decode()
    assert "表格里还有错误，一行也没有导入。" in refused
    assert WordLine.objects.count() == 0


def test_the_exported_workbook_is_imported_as_it_is(client, lu, county):
    line(county, lu, note="说明,带逗号", unless="示范词语表")
    client.force_login(lu)
    book = client.get(reverse("screening:words"), {"export": "xlsx", "origin": "本县"}).content
    WordLine.objects.all().delete()
    page = client.post(reverse("screening:words_import"), {"file": io.BytesIO(book)})
    assert [(row.effect, row.cells["说明"]) for row in page.context["rows"]] == [("新增", "说明,带逗号")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04 and no more", "请"),
        (b"", "所提交的是空文件。"),
        ("词语,改为\n某词语,\n".encode(), "第一行缺少“种类”这样的列名"),
        (HEAD.encode(), "只有列名，没有词语"),
        (b"\xff\xfe\x00\x81", "编码不认识"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(client, lu, data, sentence):
    client.force_login(lu)
    page = client.post(reverse("screening:words_import"), {"file": io.BytesIO(data)}).content.decode()
    assert sentence in page


def test_leaders_are_pasted_in_and_known_ones_get_new_titles(client, lu, county):
    leader(county, lu, "张示范", "副县长")
    client.force_login(lu)
    pasted = "张示范，县委副书记、县长\n李 示\t副县长\n\n阿依·示范 县政协主席"
    client.post(reverse("screening:leader_add"), {"text": pasted})
    said = [(one.name, one.titles, one.position) for one in LeaderLine.objects.all()]
    assert said == [
        ("张示范", "县委副书记、县长", 1),
        ("李示", "副县长", 2),
        ("阿依·示范", "县政协主席", 3),
    ]
    assert [(one.name, one.titles) for one in lists_of(county).leaders][0] == (
        "张示范",
        ("县委副书记", "县长"),
    )


def test_a_pasted_list_with_mistakes_says_which_lines_and_nothing_is_kept(client, lu):
    leaders, errors = read_leaders("张示范\n王示1，县长\n李示，县长\n李示，书记")
    assert errors == [
        "第1行：没有写职务。请至少写一个，例如“县委副书记、县长”。",
        "第2行：姓名“王示1”写得不对。请只写汉字，少数民族姓名用间隔号“·”。",
        "第4行：“李示”前面已经写过。一个人的几个职务请写在一行里。",
    ]
    client.force_login(lu)
    client.post(reverse("screening:leader_add"), {"text": "李示，县长\n张示范"})
    assert LeaderLine.objects.count() == 0


def test_a_leader_is_changed_moved_and_removed(client, lu, county):
    first, second = leader(county, lu, "张示范"), leader(county, lu, "李示范")
    client.force_login(lu)
    client.post(
        reverse("screening:leader", args=[first.pk]), {"name": "张示", "titles": "县长，县长、县委副书记"}
    )
    client.post(reverse("screening:leader_shift", args=[second.pk]), {"way": "up"})
    assert [(one.name, one.titles) for one in LeaderLine.objects.all()] == [
        ("李示范", "县长"),
        ("张示", "县长、县委副书记"),
    ]
    remove = reverse("screening:leader_remove", args=[second.pk])
    assert "要把这个人从领导名单里移除吗？" in client.post(remove).content.decode()
    client.post(remove, {"confirmed": "1"})
    assert [event.verb.removeprefix("screening.leader_") for event in Event.objects.all()] == [
        *("added", "added", "changed", "moved", "removed"),
    ]
    assert LeaderLine.objects.get().name == "张示"


CHANGING = ["word_add", "words_import", "leader_add"]


@pytest.mark.parametrize("name", CHANGING)
def test_a_clerk_reads_the_lists_and_does_not_change_them(client, chen, name):
    client.force_login(chen)
    for page in ("words", "words_try", "leaders"):
        assert client.get(reverse(f"screening:{page}")).status_code == 200
    url = reverse(f"screening:{name}")
    assert [client.get(url).status_code, client.post(url).status_code] == [403, 403]


def test_an_action_refuses_a_clerk_whatever_page_called_it(chen, county):
    with pytest.raises(NotAllowed):
        line(county, chen)
    with pytest.raises(NotAllowed):
        leader(county, chen)


def test_lines_of_another_county_are_not_to_be_found(client, lu, county):
    made, known = line(county, lu), leader(county, lu)
    others = type(county).objects.create(
        name="另县人民政府", short_name="另县", site_name="另县", domain="other.test"
    )
    WordLine.objects.update(county=others)
    LeaderLine.objects.update(county=others)
    client.force_login(lu)
    urls = [
        reverse("screening:word", args=[made.pk]),
        reverse("screening:leader", args=[known.pk]),
        reverse("screening:leader_remove", args=[known.pk]),
    ]
    assert [client.get(url).status_code for url in urls] == [404, 404, 404]


def test_a_system_administrator_has_no_business_with_the_lists(client, county, office):
    client.force_login(make_person("xie", "谢工", office, Role.SYSTEM_ADMINISTRATOR))
    assert client.get(reverse("screening:words")).status_code == 403
