"""
Impact assessments at the desk: the list, one of them for reading and printing, the page on which one is made.

The room that owns a subject calls ``assess_page`` from a view of its own, because it knows who may do what to it.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.agencies.models import Agency
from gongkai.common.acting import attempt_form
from gongkai.common.listing import Column, Listing
from gongkai.common.permissions import fetch

from . import rules
from .assessments import assessments_of, make_assessment
from .forms import AssessmentFilter, AssessmentForm
from .links import subject_url


class AssessmentListing(Listing):
    title = "个人信息保护影响评估"
    columns = (
        Column("标题", "subject_label", order_by="subject_label", link=True),
        Column("单位", "agency.short_name", order_by=("agency__position", "agency")),
        Column("评估人", "made_by.name"),
        Column("评估时间", "made_at", order_by="made_at"),
        Column("结论", lambda row: row.conclusion[:60], export=lambda row: row.conclusion),
    )
    search_fields = ("subject_label", "basis", "items")
    search_label = "标题、依据或项目"
    filter_form = AssessmentFilter
    empty = "还没有影响评估。公开个人信息以前，由信息员在那条信息的页面上作出。"

    def make_filter_form(self):
        agencies = Agency.objects.filter(pk__in=self.base.order_by().values("agency"))
        years = sorted({moment.year for moment in self.base.datetimes("made_at", "year")}, reverse=True)
        return AssessmentFilter(self.request.GET or None, agencies=agencies, years=years)

    def filter(self, rows, data):
        if data["agency"]:
            rows = rows.filter(agency=data["agency"])
        return rows.filter(made_at__year=data["year"]) if data["year"] else rows

    def row_url(self, row):
        return reverse("screening:assessment", args=[row.pk])


@login_required
@require_safe
def assessments(request):
    return AssessmentListing(request, _visible(request)).response()


@login_required
@require_safe
def assessment(request, pk):
    found = fetch(_visible(request), request.user, pk)
    others = assessments_of(found.subject_key).exclude(pk=found.pk)
    context = {
        "title": found.subject_label,
        "assessment": found,
        "answers": [(_question(found, name), getattr(found, name)) for name in AssessmentForm.Meta.fields],
        "others": others,
        "subject_url": subject_url(found.subject_key),
    }
    return render(request, "screening/assessment.html", context)


def assess_page(request, *, agency: Agency, subject_key: str, subject_label: str, back_url: str):
    """The page on which a clerk of ``agency`` makes an assessment; the caller has fetched the subject for her."""
    form = AssessmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt_form(
            form,
            lambda: make_assessment(
                agency=agency,
                subject_key=subject_key,
                subject_label=subject_label,
                content=form.cleaned_data,
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if made:
            messages.success(request, "影响评估已经保存，至少保存三年，不能修改和删除。有变化时另作一份。")
            return redirect("screening:assessment", made.pk)
    context = {
        "title": "个人信息保护影响评估",
        "form": form,
        "subject_label": subject_label,
        "agency": agency,
        "back_url": back_url,
        "earlier": assessments_of(subject_key),
    }
    return render(request, "screening/assess.html", context)


def _visible(request):
    if not rules.may_see_lists(request.user):
        raise PermissionDenied
    return rules.assessments_visible_to(request.user).select_related("agency", "made_by")


def _question(found, name: str) -> str:
    return found._meta.get_field(name).verbose_name
