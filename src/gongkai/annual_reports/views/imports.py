"""Taking figures over from the office's own file, and the form that offices without a network fill in."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.common.acting import attempt
from gongkai.common.errors import NotAllowed

from .. import actions, rules
from ..content import Unreadable
from ..figures import TYPED_CELLS, BadNumber, is_typed, parse_typed, printed
from ..formats import media_type
from ..forms import PROSE_SECTIONS, ReportFileForm
from ..handing import read_file
from ..layout import in_words
from ..queries import report_of
from ..uploads import as_file
from ..writing.document import ReportDocument
from ..writing.sheet import annual_report_xlsx
from .filings import fetch_filing, name_of_section


@login_required
def import_file(request: HttpRequest, pk: int) -> HttpResponse:
    """
    The first upload shows what would change. That page carries the figures, and its button sends them back: what is
    taken over is what was looked at.
    """
    found = fetch_filing(request, pk, rules.may_submit)
    context = {"title": f"导入{found}", "filing": found, "form": ReportFileForm()}
    if request.method != "POST":
        return render(request, "annual_reports/import.html", context)
    if "cells" in request.POST:
        return _take_over(request, found)
    form = context["form"] = ReportFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "annual_reports/import.html", context, status=422)
    upload = form.cleaned_data["file"]
    try:
        with as_file(upload) as path:
            report = read_file(path, upload.name)
    except Unreadable as error:
        form.add_error("file", str(error))
        return render(request, "annual_reports/import.html", context, status=422)
    taken = {
        cell: printed(figure.number)
        for cell, figure in report.figures.items()
        if is_typed(cell) and not figure.is_blank
    }
    if not taken:
        form.add_error("file", "文件里没有找到年报的数据。请核对是不是年报，三张表要是文字，不能是图片。")
        return render(request, "annual_reports/import.html", context, status=422)
    prose = {
        str(each.ordinal): each.text
        for each in report.sections
        if str(each.ordinal) in PROSE_SECTIONS and each.text and not found.prose.get(str(each.ordinal))
    }
    changes = [
        (in_words(cell), found.cells.get(cell, ""), number, report.figures[cell])
        for cell, number in taken.items()
        if found.cells.get(cell, "") != number
    ]
    context |= {
        "report": report,
        "file_name": upload.name[:200],
        "taken": json.dumps(taken),
        "prose": json.dumps(prose, ensure_ascii=False),
        "sections": [name_of_section(each) for each in prose],
        "count": len(taken),
        "changes": changes,
        "wrong_unit": bool(report.unit) and report.unit not in (found.unit_name, found.agency.short_name),
        "wrong_year": report.year is not None and report.year != found.season.year,
        "left": [in_words(cell) for cell in TYPED_CELLS if cell not in taken],
    }
    return render(request, "annual_reports/import.html", context)


@login_required
def last_year(request: HttpRequest, pk: int) -> HttpResponse:
    """Last year's published report, from its file: to carry over from, and to compare with."""
    found = fetch_filing(request, pk, rules.may_edit)
    form = ReportFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            with as_file(upload) as path:
                report = read_file(path, upload.name)
            actions.take_last_year(
                filing_id=found.pk,
                person=request.user,
                report=report,
                file_name=upload.name,
                now=timezone.now(),
            )
        except (Unreadable, NotAllowed) as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, "上年年报已读入：上年结转已填，检查时与上年比较。")
            if any(figure.place.is_recognised for figure in report.figures.values()):
                messages.warning(request, "上年的表格是图片，数是识别出来的。请对照原图核对“上年结转”。")
            return redirect("annual_reports:filing", found.pk)
    context = {"title": f"读入{found.season.year - 1}年年报", "filing": found, "form": form}
    return render(request, "annual_reports/last_year.html", context, status=422 if form.errors else 200)


def _take_over(request: HttpRequest, found) -> HttpResponse:
    try:
        posted = json.loads(request.POST["cells"])
        prose = json.loads(request.POST.get("prose", "{}"))
        cells = {cell: parse_typed(str(posted[cell]), cell) for cell in TYPED_CELLS if cell in posted}
        prose = {each: str(prose[each]) for each in PROSE_SECTIONS if each in prose}
    except (ValueError, TypeError, BadNumber):
        messages.error(request, "页面送来的数据不完整，没有导入。请重新上传文件。")
        return redirect("annual_reports:import", found.pk)
    attempt(
        request,
        lambda: actions.import_cells(
            filing_id=found.pk,
            person=request.user,
            cells=cells,
            prose=prose,
            file_name=request.POST.get("file_name", ""),
            now=timezone.now(),
        ),
        f"已导入{len(cells)}格。请核对检查结果，再报送。",
    )
    return redirect("annual_reports:filing", found.pk)


@login_required
@require_safe
def form(request: HttpRequest, pk: int) -> HttpResponse:
    """The filing as a workbook with the statutory tables, to be filled in elsewhere and imported again."""
    found = fetch_filing(request, pk)
    document = ReportDocument(report=report_of(found), issuer=found.unit_name, draft=True)
    response = HttpResponse(annual_report_xlsx(document), content_type=media_type("xlsx"))
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{found.unit_name}{found.season.year}年年报填报表.xlsx"
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
