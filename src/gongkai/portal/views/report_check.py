"""
年报体检: anybody hands in a published annual report, and is shown every cell that was read and what does not agree.

Nothing is kept: the file is read in a process of its own, the page is the answer, and both are forgotten.
"""

import io
from contextlib import suppress

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from gongkai.annual_reports.checks import check, counts_by_severity, gravest_first
from gongkai.annual_reports.content import Report, Unreadable
from gongkai.annual_reports.handing import read_file
from gongkai.annual_reports.reading.pictures import judging
from gongkai.annual_reports.sheet import sheets
from gongkai.annual_reports.uploads import as_file
from gongkai.screening.formats import reading_pictures

from ..page import Crumb, Head, county_of, render_page
from ..quotes import marked_sections

MOST_PASTED = 2_000_000  # characters
MOST_ASKED, WITHIN = 30, 600  # files of one address in so many seconds
TOO_OFTEN = "您提交得太频繁了，请过几分钟再来。"
NOTHING = "请选择年报文件，或者把年报的文字粘贴到下面的框里。"


class ReportCheckForm(forms.Form):
    file = forms.FileField(
        label="年报文件",
        required=False,
        help_text="网页（HTML）、Word（DOCX）、PDF 或者文本文件，不超过 50 MB。",
    )
    text = forms.CharField(
        label="或者粘贴年报全文",
        required=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea({"rows": 8}),
        help_text="在年报网页上全选、复制，粘贴到这里，表格也会一起读。",
    )
    previous = forms.FileField(
        label="上年的年报（可以不选）", required=False, help_text="选了就核对上年结转、现行有效件数和增减。"
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("file") and not cleaned.get("text", "").strip():
            self.add_error("file", NOTHING)
        return cleaned


@csrf_exempt  # nothing is written and nobody is signed in: there is nothing to forge
@require_http_methods(["GET", "HEAD", "POST"])
def report_check(request: HttpRequest) -> HttpResponse:
    county_of(request)
    if request.method != "POST":
        return _form_page(request, ReportCheckForm())
    form = ReportCheckForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    if _asks_too_often(request):
        form.add_error(None, TOO_OFTEN)
        return _form_page(request, form, status=429)
    report = _read(form, "file", form.cleaned_data["file"], form.cleaned_data["text"])
    previous = (
        _read(form, "previous", form.cleaned_data["previous"]) if form.cleaned_data["previous"] else None
    )
    if form.errors or report is None:
        return _form_page(request, form, status=422)
    return _result_page(request, report, previous)


def _read(form: forms.Form, field: str, upload, text: str = "") -> Report | None:
    name = upload.name if upload else "粘贴的文字.txt"
    content = upload or io.BytesIO(text.encode())
    try:
        with as_file(content) as path:
            return read_file(path, name)
    except Unreadable as error:
        form.add_error(field if upload else "text", str(error))
        return None


def _asks_too_often(request: HttpRequest) -> bool:
    """Reading takes a process and a second; one address must not take them all."""
    key = f"report-check:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, WITHIN)
    with suppress(ValueError):  # it ran out between the two calls
        return cache.incr(key) > MOST_ASKED
    return False


def _form_page(request: HttpRequest, form: ReportCheckForm, status: int = 200) -> HttpResponse:
    head = Head(
        title="年报体检",
        crumbs=[Crumb("年报体检")],
        description="提交一份政府信息公开工作年度报告，逐格读出三张表，核对勾稽关系和正文。",
    )
    context = {"form": form, "reads_pictures": reading_pictures.available()}
    response = render_page(request, "portal/report_check.html", head, context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _result_page(request: HttpRequest, report: Report, previous: Report | None) -> HttpResponse:
    findings = gravest_first(check(report, previous=previous))
    numbered = list(enumerate(findings, start=1))
    lit = {
        cell: number
        for number, finding in reversed(numbered)
        for side in (finding.left, finding.right)
        if side is not None
        for cell in side.cells
    }
    quotes = [
        (side.quote, number)
        for number, finding in numbered
        for side in (finding.left, finding.right)
        if side is not None and side.quote
    ]
    head = Head(title="年报体检结果", crumbs=[Crumb("年报体检"), Crumb("结果")], is_indexed=False)
    context = {
        "report": report,
        "previous": previous,
        "findings": numbered,
        "counts": counts_by_severity(findings),
        "sheets": sheets(report, previous=previous, is_editable=False, lit=lit),
        "lit": lit,
        "sections": marked_sections(report.sections, quotes),
        "doubts": [figure for figure in report.figures.values() if figure.doubt],
        "against_sums": sum(judging.SUMS_DIFFER in figure.doubt for figure in report.figures.values()),
        "blanks": sum(figure.is_blank for figure in report.figures.values()),
    }
    response = render_page(request, "portal/report_check_result.html", head, context)
    response.headers["Cache-Control"] = "no-store"
    return response
