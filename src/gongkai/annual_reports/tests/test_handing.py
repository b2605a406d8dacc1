import fcntl
import os

import pytest

from gongkai.annual_reports import handing
from gongkai.annual_reports.content import Unreadable
from gongkai.annual_reports.handing import LIMITS, LIMITS_FOR_PICTURES, read_file
from gongkai.annual_reports.reading import read
from gongkai.annual_reports.reading.pictures import judging
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.screening import sandbox
from gongkai.screening.findings import Unreadable as NotReadable
from gongkai.screening.formats import reading_pictures

from . import report_samples as samples
from .pictured_reports import Reader, pages, png, scan
from .written_reports import document, report


@pytest.fixture
def content():
    return annual_report_pdf(document(report=report(), issuer="", published_on=None, corrections=()))


@pytest.fixture
def orders(monkeypatch):
    """The orders given to the sandbox, each (recognises, limits); what they ask for is done in this process."""
    orders = []

    def run(operation, order, *, limits):
        orders.append((order["recognises"], limits))
        return sandbox.perform(operation, order)

    monkeypatch.setattr(sandbox, "run", run)
    return orders


@pytest.fixture
def path(tmp_path):
    def path(content):
        path = tmp_path / "report"
        path.write_bytes(content)
        return path

    return path


def test_only_where_tables_are_pictures_another_process_reads_them(path, orders, content, monkeypatch):
    Reader(content).put_in_place(monkeypatch)
    found = read_file(path(scan(pages(content))), "report.pdf")
    assert orders == [(False, LIMITS), (True, LIMITS_FOR_PICTURES)]
    assert (len(found.figures), found.is_recognised) == (200, True)
    assert all(figure.doubt.startswith("从图片识别") for figure in found.figures.values())
    assert {figure.place.is_recognised for figure in found.figures.values()} == {True}
    orders.clear()
    read_file(path(content), "report.pdf")
    assert orders == [(False, LIMITS)]


def test_a_picture_by_itself_is_given_to_recognition_at_once(path, orders, content, monkeypatch):
    Reader(content).put_in_place(monkeypatch)
    with pytest.raises(Unreadable, match="没有从这张图片里认出年报的表格"):
        read_file(path(png(pages(content)[0])), "report.png")  # its first page holds no table
    assert orders == [(True, LIMITS_FOR_PICTURES)]


def test_without_the_extra_all_is_refused_as_before(path, orders, content, monkeypatch):
    monkeypatch.setattr(reading_pictures, "available", lambda: False)
    assert read_file(path(scan(pages(content))), "report.pdf").drawn == ("t2", "t3", "t4")
    with pytest.raises(Unreadable, match="这是一张图片，系统不能从图片里读数字"):
        read_file(path(png(pages(content)[0])), "report.png")
    assert orders == [(False, LIMITS), (False, LIMITS)]


def test_recognition_that_breaks_leaves_what_was_read_without_it(path, content, monkeypatch):
    monkeypatch.setattr(reading_pictures, "available", lambda: True)
    run = sandbox.run

    def breaks(operation, order, *, limits):
        if order["recognises"]:
            raise NotReadable(sandbox.BROKE)
        return run(operation, order, limits=limits)

    monkeypatch.setattr(sandbox, "run", breaks)
    page = samples.html({3: "<p><img src='table.png'></p>"})
    found = read_file(path(page.encode()), "report.html")
    assert found.refused["t3"] == "表三是图片，系统不能从图片里读数字，没有读入。请对照原文手工填写。"
    assert found.notes == (handing.NOT_ENDED,)


def test_one_picture_is_read_at_a_time(path, orders, content, monkeypatch, tmp_path):
    monkeypatch.setattr(reading_pictures, "available", lambda: True)
    monkeypatch.setattr(handing, "MOST_WAITING", 0.0)
    monkeypatch.setattr(handing.tempfile, "gettempdir", lambda: str(tmp_path))
    with (tmp_path / f"gongkai-recognising-{os.getuid()}.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        found = read_file(path(scan(pages(content))), "report.pdf")
        assert (found.figures, found.notes, orders) == ({}, (handing.BUSY,), [(False, LIMITS)])
        with pytest.raises(Unreadable, match="正在识别别的图片"):
            read_file(path(png(pages(content)[0])), "report.png")


def test_a_report_handed_over_as_json_is_the_same_report(content, monkeypatch):
    Reader(content).put_in_place(monkeypatch)
    for recognises in (False, True):
        found = read(scan(pages(content)), "report.pdf", recognises=recognises)
        assert handing.from_json(handing.as_json(found)) == found
    kept = handing.as_json(found)
    del kept["drawn"], kept["is_recognised"]
    assert handing.from_json(kept).figures == found.figures
    assert judging.SUMS_DIFFER in found.figures["t3.new.total"].doubt  # numbers that count up do not add up
