"""The text for publication, its corrections, and the report in all formats."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.acting import attempt_form
from gongkai.common.errors import NotAllowed

from .. import actions, rules
from ..editions import content_of
from ..formats import report_file
from ..forms import CorrectionForm
from ..queries import report_of
from .filings import fetch_filing


@login_required
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the text and go on to its item, where screening and review are as for everything else."""
    found = fetch_filing(request, pk, rules.may_make)
    try:
        edition = actions.make_edition(filing_id=found.pk, clerk=request.user, now=timezone.now())
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("annual_reports:filing", found.pk)
    messages.success(request, "发布稿已生成。请看过筛查结果，补全元数据，然后送审。")
    return redirect("publications:edit", edition.filing.item_id)


@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch_filing(request, pk, rules.may_correct)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt_form(
            form,
            lambda: actions.correct(
                filing_id=found.pk,
                clerk=request.user,
                made_on=localdate(),
                now=timezone.now(),
                **form.cleaned_data,
            ),
        )
        if done:
            messages.success(request, "更正已写在年报后面，原报告没有改动。请送审，审核通过后公众才能看到。")
            return redirect("publications:edit", found.item_id)
    context = {"title": f"更正{found}", "filing": found, "form": form}
    return render(request, "annual_reports/correct.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The report as it is now, as a draft that says so; what is public is downloaded from its public page."""
    found = fetch_filing(request, pk)
    content = content_of(report_of(found), issuer=found.unit_name, corrections=())
    response = report_file(content, form, published_on=None)
    response.headers["Cache-Control"] = "private, no-store"
    return response
