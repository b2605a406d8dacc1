import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from .sources import a_document


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_search_prints_hits_as_json(county, index_of):
    index_of(a_document(1, "低保标准", "提高低保标准。", county_id=county.pk, agency="县民政局"))
    answer = json.loads(run("search", "低保", "--json"))
    assert (answer["total"], answer["page"]) == (1, 1)
    assert answer["hits"] == [
        {
            "kind": "item",
            "key": 1,
            "title": "低保标准",
            "url": "/items/1/",
            "published_at": "2026-03-02T01:00:00+00:00",
            "agency": "县民政局",
            "section": "",
            "document_number": "",
            "validity": "",
            "title_html": "<mark>低保</mark>标准",
            "snippet_html": "提高<mark>低保</mark>标准。",
        }
    ]


def test_search_prints_lines_for_people(county, index_of):
    index_of(a_document(1, "低保标准", "提高低保标准。", county_id=county.pk, agency="县民政局"))
    lines = run("search", "低保", "--in-title").splitlines()
    assert lines[1:] == ["2026-03-02  低保标准  县民政局  /items/1/", "    提高低保标准。"]


@pytest.mark.parametrize("command", [["search", "低保"], ["index", "status"]])
def test_without_an_index_the_remedy_is_named(county, command):
    with pytest.raises(CommandError) as raised:
        run(*command)
    assert str(raised.value) == "检索库还没有建立或已损坏。请运行 gongkai index rebuild 重新建立。"
    assert raised.value.returncode == 2


def test_index_is_rebuilt_and_described(county, public):
    public[1] = a_document(1, "低保")
    assert json.loads(run("index", "rebuild", "--json"))["documents"] == 1
    assert json.loads(run("index", "status", "--json")) == {"documents": 1, "position": 0, "waiting": 0}
    assert run("index", "status") == "检索库有 1 条，已更新到第 0 号变更，还有 0 条变更待更新。\n"
