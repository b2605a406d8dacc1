"""What we publish is read again by whoever receives it, us included: nothing may be lost on the way."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from gongkai.annual_reports.layout import Form
from gongkai.annual_reports.reading import read
from gongkai.annual_reports.writing.html import body_html
from gongkai.annual_reports.writing.json import annual_report_json
from gongkai.annual_reports.writing.ofd import annual_report_ofd
from gongkai.annual_reports.writing.pdf import annual_report_pdf
from gongkai.annual_reports.writing.sheet import annual_report_xlsx
from gongkai.annual_reports.writing.word import annual_report_docx

from .written_reports import document, report


def as_page(made):
    return f"<html><body><h1>{made.report.title}</h1>{body_html(made.report)}</body></html>".encode()


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    ("write", "name"),
    [
        (as_page, "r.html"),
        (annual_report_docx, "r.docx"),
        (annual_report_pdf, "r.pdf"),
        (annual_report_ofd, "r.ofd"),
        (annual_report_json, "r.json"),
    ],
)
def test_report_read_back_is_the_report_written(form, write, name):
    written = report(form)
    found = read(write(document(report=written, issuer="", published_on=None, corrections=())), name)
    assert (found.unit, found.year, dict(found.forms)) == (written.unit, written.year, written.forms)
    assert {name: each.number for name, each in found.figures.items()} == {
        name: each.number for name, each in written.figures.items()
    }
    assert found.sections == written.sections
    assert (dict(found.refused), found.notes) == ({}, ())


@pytest.mark.parametrize("form", Form)
def test_workbook_read_back_has_the_figures_written(form):
    written = report(form)
    found = read(
        annual_report_xlsx(document(report=written, issuer="", published_on=None, corrections=())), "r.xlsx"
    )
    assert dict(found.forms) == written.forms
    assert {name: each.number for name, each in found.figures.items()} == {
        name: each.number for name, each in written.figures.items()
    }
    assert dict(found.refused) == {}


def test_a_watermark_across_the_pages_of_an_ofd_is_no_part_of_their_cells():
    digits = "".join(str(number) for number in range(90))
    mark = (
        '<ofd:TextObject ID="9999" Boundary="20 20 170 170" Font="2" Size="4" CTM="0.7 0.7 -0.7 0.7 0 0">'
        f'<ofd:TextCode X="0" Y="4" DeltaX="g {len(digits) - 1} 2">{digits}</ofd:TextCode></ofd:TextObject>'
    )
    written = document(issuer="", published_on=None, corrections=())
    marked = BytesIO()
    with ZipFile(BytesIO(annual_report_ofd(written))) as archive, ZipFile(marked, "w") as made:
        for name in archive.namelist():
            made.writestr(name, archive.read(name).replace(b"</ofd:Layer>", mark.encode() + b"</ofd:Layer>"))
    found = read(marked.getvalue(), "r.ofd")
    assert {name: each.number for name, each in found.figures.items()} == {
        name: each.number for name, each in written.report.figures.items()
    }
