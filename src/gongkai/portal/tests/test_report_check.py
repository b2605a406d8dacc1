import io

import pytest
from django.core.cache import cache

from gongkai.annual_reports import uploads
from gongkai.annual_reports.tests import pictured_reports, report_samples
from gongkai.portal.views import report_check
from gongkai.screening import sandbox

ADDRESS = "/report-check/"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    """Who asked how often is counted in the cache, which outlives a test."""
    cache.clear()


def upload(content: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def page(**texts) -> bytes:
    printed = report_samples.printed(report_samples.figures()) | texts
    return report_samples.page(texts=printed).encode()


def test_a_report_that_balances_has_no_error_and_every_cell_is_shown(visitor):
    html = visitor.post(ADDRESS, {"file": upload(page(), "年报.html")}).content.decode()
    assert "错误 0" in html
    assert html.count(' id="c-t') == 200


def test_what_does_not_agree_is_said_with_its_arithmetic_and_both_places_are_lit(visitor):
    html = visitor.post(
        ADDRESS, {"file": upload(page(**{"t4.review.total": "99"}), "a.html")}
    ).content.decode()
    assert "总计填99" in html
    assert html.count('class="figure lit"') >= 5
    assert 'href="#finding-1"' in html


def test_pasted_text_is_read_like_a_file(visitor):
    tables = {number: report_samples.dumped(rows) for number, rows in report_samples.tables().items()}
    html = visitor.post(ADDRESS, {"text": report_samples.text(tables)}).content.decode()
    assert "错误 0" in html and html.count(' id="c-t') == 200


def test_last_year_is_compared_when_it_is_handed_in_too(visitor):
    before = page(**{"t3.carried_out.natural": "777"}).replace("2025年".encode(), "2024年".encode())
    posted = {"file": upload(page(), "a.html"), "previous": upload(before, "b.html")}
    html = visitor.post(ADDRESS, posted).content.decode()
    assert "上年结转" in html and "777" in html


def test_figures_read_from_a_scan_are_all_marked_and_none_is_called_an_error(visitor, monkeypatch):
    content = pictured_reports.written()
    pictured_reports.Reader(content).put_in_place(monkeypatch)
    scan = pictured_reports.scan(pictured_reports.pages(content))
    with sandbox.in_this_process():
        html = visitor.post(ADDRESS, {"file": upload(scan, "年报.pdf")}).content.decode()
    assert "有200格系统没有把握读对" in html and "错误 0" in html
    assert html.count('<abbr title="从图片识别，') == 200
    assert "识别，要等一分钟左右" in visitor.get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.html", "空"),
        (b"%PDF-1.7 broken", "a.pdf", "不完整或已经损坏"),
        (b"PK\x03\x04broken", "a.docx", "不完整或已经损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "a.doc", "另存为 DOCX 或 PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "a.png", "不能从图片里读数字"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(visitor, content, name, said):
    response = visitor.post(ADDRESS, {"file": upload(content, name)})
    assert (response.status_code, said in response.content.decode()) == (422, True)


def test_a_huge_file_is_refused_before_it_is_read(visitor, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    response = visitor.post(ADDRESS, {"file": upload(page(), "a.html")})
    assert (response.status_code, "超过 50 MB" in response.content.decode()) == (422, True)


def test_nothing_at_all_is_asked_for_again(visitor):
    response = visitor.post(ADDRESS, {"text": "  "})
    assert (response.status_code, "请选择年报文件" in response.content.decode()) == (422, True)


def test_one_address_does_not_take_all_the_processes(visitor, monkeypatch):
    monkeypatch.setattr(report_check, "MOST_ASKED", 1)
    statuses = [visitor.post(ADDRESS, {"text": "年报"}).status_code for _ in range(3)]
    assert statuses == [200, 429, 429]


def test_nothing_of_a_checked_report_is_kept_or_run(visitor, settings):
    hostile = page().replace("扎实推进".encode(), b"<script>alert(1)</script>&lt;b&gt;")
    response = visitor.post(ADDRESS, {"file": upload(hostile, "a.html")})
    assert response["Cache-Control"] == "no-store"
    assert "<script>alert" not in response.content.decode() and "<b>" not in response.content.decode()
    assert [path for path in settings.PAGES_DIR.rglob("*") if path.is_file()] == []
