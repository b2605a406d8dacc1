"""One cell of a summary: what it is the sum of, and what is added to it with a reason."""

from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.permissions import fetch

from .. import actions, rules
from ..figures import completed, is_typed, printed
from ..forms import AdjustForm
from ..layout import all_cells, in_words
from ..models import Adjustment
from ..queries import kept_of
from .filings import fetch_filing, trail_of

MOST_PARTS = 200  # listed one by one, the largest first


@login_required
def cell(request: HttpRequest, pk: int, cell: str) -> HttpResponse:
    found = fetch_filing(request, pk)
    if not found.is_summary or cell not in all_cells():
        raise Http404("no such cell")
    may_adjust = rules.may_edit(request.user, found) and is_typed(cell)
    form = AdjustForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt_form(
            form,
            lambda: actions.adjust(
                filing_id=found.pk,
                cell=cell,
                actor=request.user,
                now=timezone.now(),
                **form.cleaned_data,
            ),
        )
        if done:
            messages.success(request, "已调整，原因记录在汇总里。")
            return redirect("annual_reports:cell", found.pk, cell)
    below = list(
        found.parts.select_related("agency", "season__county").order_by("agency__position", "agency")
    )
    kept = kept_of([found])  # with all below it
    parts = [(part, printed(completed(kept[part.pk])[cell])) for part in below]
    counted = [(part, value) for part, value in parts if value not in ("", "0")]
    counted.sort(key=lambda each: -Decimal(each[1]))
    context = {
        "title": in_words(cell),
        "filing": found,
        "cell": cell,
        "trail": trail_of(request.user, found),
        "parts": counted[:MOST_PARTS],
        "more": len(counted) - MOST_PARTS,
        "zeros": sum(value == "0" for _, value in parts),
        "blanks": [part for part, value in parts if value == ""],
        "adjustments": found.adjustments.filter(cell=cell).select_related("made_by"),
        "total": printed(completed(kept[found.pk])[cell]) or "空白",
        "may_adjust": may_adjust,
        "form": form,
    }
    return render(request, "annual_reports/cell.html", context, status=422 if form.errors else 200)


@login_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    visible = Adjustment.objects.filter(filing__in=rules.visible_to(request.user))
    adjustment = fetch(visible.select_related("filing"), request.user, pk)
    fetch_filing(request, adjustment.filing_id, rules.may_edit)
    page = reverse("annual_reports:cell", args=[adjustment.filing_id, adjustment.cell])
    if is_confirmed(request):
        attempt(
            request,
            lambda: actions.remove_adjustment(adjustment_id=pk, actor=request.user, now=timezone.now()),
            "已去掉这条调整。",
        )
        return redirect(page)
    return confirm(
        request,
        title="去掉汇总调整",
        question=f"去掉{in_words(adjustment.cell)}的调整（{adjustment.amount:+f}）？",
        consequences=[f"原来的说明：{adjustment.note}", "去掉以后，这一格就是各单位之和加上其余的调整。"],
        button="去掉",
        cancel_url=page,
    )
