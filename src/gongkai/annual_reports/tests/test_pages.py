import io
import json
import re

import pytest
from django.urls import reverse

from gongkai.annual_reports import actions
from gongkai.annual_reports.figures import TYPED_CELLS
from gongkai.annual_reports.layout import CLASSES, NATURAL, TOTAL, t2, t3
from gongkai.annual_reports.models import Edition, Filing
from gongkai.publications.models import Item
from gongkai.screening import sandbox

from . import pictured_reports, report_samples
from .factories import JANUARY, ZEROS, accepted, fill, handed_in, open_year


def page(filing, name="filing", *more):
    return reverse(f"annual_reports:{name}", args=[filing.pk, *more])


@pytest.fixture
def clerk(client, chen):
    client.force_login(chen)
    return client


def test_what_is_no_number_comes_back_in_its_cell_and_the_rest_is_saved(clerk, own):
    typed = {t3("new", NATURAL): "三件", t3("open", NATURAL): "２", "prose-6": "没有收取信息处理费。"}
    response = clerk.post(page(own), typed | {"revision": 0})
    html = response.content.decode()
    own.refresh_from_db()
    assert response.status_code == 422
    assert 'value="三件"' in html and "请只填数字" in html
    assert own.cells == {t3("open", NATURAL): "2"}
    assert own.prose == {"6": "没有收取信息处理费。"}


def test_autosave_answers_with_totals_and_findings(clerk, own):
    answer = clerk.post(page(own, "save"), {t3("new", NATURAL): "3", "revision": 0}).json()
    assert (answer["revision"], answer["cells"][t3("new", TOTAL)], answer["errors"]) == (1, "3", {})
    assert "相差3" in answer["findings"]
    stale = clerk.post(page(own, "save"), {t3("new", NATURAL): "4", "revision": 0})
    assert (stale.status_code, "您的页面是旧的" in stale.json()["error"]) == (409, True)


def test_prose_is_drafted_from_the_figures_and_replaced_only_after_a_question(clerk, own, chen):
    fill(own, chen, {t3("new", NATURAL): "3", t3("open", NATURAL): "3"}, prose={})
    clerk.post(page(own, "draft"))
    own.refresh_from_db()
    assert "新收政府信息公开申请3件" in own.prose["1"] and "【请补写：" in own.prose["6"]
    asked = clerk.post(page(own, "draft"))
    assert "换掉这些部分" in asked.content.decode()
    fill(own, chen, {t3("new", NATURAL): "4", t3("open", NATURAL): "4"}, prose={"6": "没有收取信息处理费。"})
    clerk.post(page(own, "draft"), {"confirmed": "1"})
    own.refresh_from_db()
    assert "新收政府信息公开申请4件" in own.prose["1"]


def test_a_filing_is_handed_in_and_decided_on_its_page(clerk, client, own, chen, lu):
    own = fill(own, chen)
    clerk.post(page(own), {"revision": own.revision, "submit": "1"})
    own.refresh_from_db()
    assert own.state == "submitted"
    client.force_login(lu)
    assert client.post(page(own, "return"), {"note": ""}).status_code == 200
    client.post(page(own, "return"), {"note": "请核对行政许可件数。"})
    own.refresh_from_db()
    assert (own.state, own.note) == ("returned", "请核对行政许可件数。")
    client.force_login(chen)
    assert "请核对行政许可件数。" in client.get(page(own)).content.decode()
    handed_in(own, chen)
    client.force_login(lu)
    client.post(page(own, "accept"))
    own.refresh_from_db()
    assert own.state == "accepted"


def test_figures_are_taken_over_from_our_own_form_only_after_they_were_shown(clerk, own, chen):
    filled = fill(
        own, chen, {t2("licences", "decisions"): "12", t3("new", NATURAL): "2", t3("open", NATURAL): "2"}
    )
    form = clerk.get(page(own, "form")).content
    Filing.objects.filter(pk=own.pk).update(cells={}, revision=filled.revision + 1)
    upload = io.BytesIO(form)
    upload.name = "填报表.xlsx"
    shown = clerk.post(page(own, "import"), {"file": upload})
    html = shown.content.decode()
    own.refresh_from_db()
    assert own.cells == {} and "行政许可" in html
    cells = json.loads(shown.context["taken"])
    assert cells == ZEROS | {
        t2("licences", "decisions"): "12",
        t3("new", NATURAL): "2",
        t3("open", NATURAL): "2",
    }
    clerk.post(page(own, "import"), {"cells": json.dumps(cells), "file_name": "填报表.xlsx"})
    own.refresh_from_db()
    assert own.cells == cells
    assert set(own.sources.values()) == {"imported"}


def test_a_file_that_is_no_report_is_refused_with_the_reason(clerk, own):
    for content, name in ((b"", "a.docx"), (b"%PDF-1.4 broken", "a.pdf"), ("今天天气好".encode(), "a.txt")):
        upload = io.BytesIO(content)
        upload.name = name
        response = clerk.post(page(own, "import"), {"file": upload})
        assert (response.status_code, bool(response.context["form"].errors)) == (422, True)


def test_a_county_cell_opens_to_its_parts_and_is_adjusted_there(client, own, summary, chen, lu):
    cell = t2("licences", "decisions")
    fill(own, chen, {cell: "7"})
    client.force_login(lu)
    html = client.get(page(summary, "cell", cell)).content.decode()
    assert "县民政局" in html and ">7<" in html
    assert client.post(page(summary, "cell", cell), {"amount": "1"}).status_code == 422
    client.post(
        page(summary, "cell", cell),
        {"amount": "3", "reason": "missing_office", "note": "县档案馆没有单独填报，3件"},
    )
    adjustment = summary.adjustments.get()
    assert "县档案馆没有单独填报" in client.get(page(summary, "cell", cell)).content.decode()
    assert "10" in client.get(page(summary)).content.decode()
    remove = reverse("annual_reports:remove_adjustment", args=[adjustment.pk])
    assert "去掉" in client.post(remove).content.decode()
    client.post(remove, {"confirmed": "1"})
    assert not summary.adjustments.exists()
    assert client.get(page(summary, "cell", "t9.no.cell")).status_code == 404


def test_an_accepted_report_is_made_into_an_item_that_cannot_be_typed_over(clerk, own, chen, lu, chain):
    accepted(own, chen, lu)
    response = clerk.post(page(own, "make"))
    item = Item.objects.get()
    assert response["Location"] == reverse("publications:edit", args=[item.pk])
    html = clerk.get(response["Location"]).content.decode()
    assert "到年报里修改" in html and 'name="body"' not in html and 'name="title"' not in html
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("form", ["pdf", "docx", "ofd", "xlsx", "json"])
def test_the_report_can_be_looked_at_in_every_format_while_it_is_filled_in(clerk, own, chen, form):
    fill(own, chen)
    response = clerk.get(page(own, "download", form))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert len(response.content) > 2_000


def test_another_office_sees_nothing_of_a_filing(client, own, summary, lin, chen):
    client.force_login(lin)
    for name in ("filing", "import", "form"):
        assert client.get(page(own, name)).status_code == 404
    for name in ("save", "judge", "withdraw", "accept", "make", "draft"):
        assert client.post(page(own, name)).status_code == 404
    client.force_login(chen)
    assert client.get(page(summary)).status_code == 404
    assert client.get(reverse("annual_reports:season", args=[2025])).status_code == 403


def test_the_list_of_a_year_takes_as_many_queries_for_one_office_as_for_three(
    client, county, notices, lu, civil_affairs, education, office, django_assert_num_queries
):
    client.force_login(lu)
    year = reverse("annual_reports:season", args=[2025])
    open_year(county, notices, lu)
    Filing.objects.filter(scope="own").exclude(agency=civil_affairs).delete()
    client.get(year)
    for _ in range(2):
        with django_assert_num_queries(12):
            assert client.get(year).status_code == 200
        for agency in (education, office):
            Filing.objects.get_or_create(
                season_id=Filing.objects.first().season_id, agency=agency, scope="own"
            )


def test_years_and_offices_stand_beside_one_another(client, county, notices, lu, chen, civil_affairs):
    before = open_year(county, notices, lu, year=2024).filings.get(agency=civil_affairs)
    fill(before, chen, {t3("new", NATURAL): "57", t3("open", NATURAL): "57"})
    own = open_year(county, notices, lu).filings.get(agency=civil_affairs)
    fill(own, chen, {t3("new", NATURAL): "47", t3("open", NATURAL): "47"})
    client.force_login(lu)
    html = client.get(reverse("annual_reports:compare", args=[2025])).content.decode()
    assert "57" in html and "-10" in html and "<svg" in html


def test_a_year_is_opened_on_its_page(client, county, notices, lu, chen, civil_affairs):
    client.force_login(chen)
    assert client.get(reverse("annual_reports:open")).status_code == 403
    client.force_login(lu)
    refused = client.post(reverse("annual_reports:open"), {"year": 2018, "section": notices.pk})
    assert (refused.status_code, bool(refused.context["form"].errors)) == (200, True)
    opened = client.post(reverse("annual_reports:open"), {"year": 2025, "section": notices.pk})
    assert opened["Location"] == reverse("annual_reports:season", args=[2025])


def test_a_finding_is_answered_on_the_page(clerk, own, chen):
    fill(own, chen, {t3("new", NATURAL): "3"})
    clerk.post(page(own, "judge"), {"key": "T3-B|natural", "verdict": "dismissed", "note": ""})
    assert not own.judgements.exists()
    clerk.post(page(own, "judge"), {"key": "T3-B|natural", "verdict": "dismissed", "note": "情况属实。"})
    assert own.judgements.get().note == "情况属实。"


def test_what_waits_is_in_the_to_do(client, own, chen, lu):
    client.force_login(chen)
    todo = reverse("desk:todo")
    assert page(own) in client.get(todo).content.decode()
    handed_in(own, chen, now=JANUARY)
    client.force_login(lu)
    assert page(own) in client.get(todo).content.decode()


def test_a_correction_stands_beside_a_published_report(clerk, own, chen, lu, chain):
    accepted(own, chen, lu)
    actions.make_edition(filing_id=own.pk, clerk=chen, now=JANUARY)
    assert clerk.get(page(own, "correct")).status_code == 403


def test_last_years_report_is_read_from_its_file_and_carried_over(clerk, own, chen):
    wrong = io.BytesIO(report_samples.page().encode())  # on 2025
    wrong.name = "年报.html"
    refused = clerk.post(page(own, "last_year"), {"file": wrong})
    assert (refused.status_code, "要的是2024年的" in refused.content.decode()) == (422, True)
    content = report_samples.page().replace("2025年", "2024年")
    right = io.BytesIO(content.encode())
    right.name = "上年.html"
    clerk.post(page(own, "last_year"), {"file": right})
    own.refresh_from_db()
    figures = report_samples.figures()
    assert own.cells == {
        t3("carried_in", column): str(figures[t3("carried_out", column)]) for column in CLASSES
    }
    fill(own, chen, {t3("carried_in", NATURAL): "999"})
    assert "上年" in clerk.get(page(own)).content.decode()
    own.refresh_from_db()
    assert own.error_count > 0


def test_an_explained_finding_no_longer_counts_in_the_list(clerk, own, chen):
    counted = fill(own, chen, {t3("new", NATURAL): "3"}).error_count
    html = clerk.get(page(own)).content.decode()
    keys = re.findall(r'name="key" value="(T3-B[^"]*)"', html)
    for key in keys:
        clerk.post(page(own, "judge"), {"key": key, "verdict": "dismissed", "note": "情况属实。"})
    own.refresh_from_db()
    assert (counted, len(keys), own.error_count) == (2, 2, 0)


def test_sections_nobody_has_written_yet_come_with_the_figures(clerk, own, chen):
    fill(own, chen, prose={"6": "自己写的。"})
    upload = io.BytesIO(report_samples.page().encode())
    upload.name = "年报.html"
    shown = clerk.post(page(own, "import"), {"file": upload})
    assert "还没有写的文字一并导入：开头的说明、一、总体情况" in shown.content.decode()
    posted = {"cells": shown.context["taken"], "prose": shown.context["prose"], "file_name": "年报.html"}
    clerk.post(page(own, "import"), posted)
    own.refresh_from_db()
    assert own.prose["1"].split("\n") == list(report_samples.FIRST)
    assert own.prose["6"] == "自己写的。"
    broken = clerk.post(page(own, "import"), {"cells": "[", "prose": "{}"})
    assert broken["Location"] == page(own, "import")


def test_figures_of_a_scan_are_shown_with_their_doubt_before_they_are_taken(clerk, own, monkeypatch):
    content = pictured_reports.written()
    pictured_reports.Reader(content).put_in_place(monkeypatch)
    upload = io.BytesIO(pictured_reports.scan(pictured_reports.pages(content)))
    upload.name = "年报.pdf"
    with sandbox.in_this_process():
        shown = clerk.post(page(own, "import"), {"file": upload})
    html = shown.content.decode()
    assert html.count("（从图片识别，") == len(shown.context["changes"]) == len(TYPED_CELLS)
    own.refresh_from_db()
    assert own.cells == {}
