"""What becomes of a filing that was handed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.common.acting import attempt, attempt_form

from .. import actions, rules
from ..forms import ReturnForm
from .filings import fetch_filing


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch_filing(request, pk, rules.works_on)
    attempt(
        request,
        lambda: actions.withdraw(filing_id=found.pk, clerk=request.user, now=timezone.now()),
        "已撤回，可以修改。改好后请重新报送。",
    )
    return redirect("annual_reports:filing", found.pk)


@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch_filing(request, pk, rules.may_decide)
    attempt(
        request,
        lambda: actions.accept(filing_id=found.pk, actor=request.user, now=timezone.now()),
        f"{found.short_unit}的年报已审定，数据计入汇总。",
    )
    return redirect("annual_reports:season", found.season.year)


@login_required
def return_filing(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch_filing(request, pk, rules.may_decide)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt_form(
            form,
            lambda: actions.return_filing(
                filing_id=found.pk, actor=request.user, note=form.cleaned_data["note"], now=timezone.now()
            ),
        )
        if done:
            messages.success(request, f"已退回{found.short_unit}，对方会在待办里看到您的意见。")
            return redirect("annual_reports:season", found.season.year)
    context = {"title": f"退回{found}", "filing": found, "form": form}
    return render(request, "annual_reports/return.html", context)
