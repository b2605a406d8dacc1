"""The desk page of the working-day calendar."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.common.errors import NotAllowed

from .actions import YEARS, arrange_year, changes_of, set_day
from .arrangements import read_notice
from .calendar import FIXED_HOLIDAYS
from .forms import DayForm, NoticeForm
from .importing import sentence
from .models import CalendarYear
from .months import months_of
from .queries import days_of
from .rules import may_arrange


@require_safe
@login_required
def year(request, year=None):
    year = year or timezone.localdate().year
    if year not in YEARS:
        raise Http404
    arranged = CalendarYear.objects.filter(year=year).first()
    differing = {day.date: (day.is_workday, day.note) for day in days_of(year)}
    if arranged is None:
        for (month, day), name in FIXED_HOLIDAYS.items():
            differing.setdefault(date(year, month, day), (False, name))
    return render(
        request,
        "workdays/year.html",
        {
            "year": year,
            "previous": year - 1 if year - 1 in YEARS else None,
            "next": year + 1 if year + 1 in YEARS else None,
            "arranged": arranged,
            "months": months_of(year, differing),
            "may_arrange": may_arrange(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_day(request):
    _arrangers_only(request.user)
    form = DayForm(request.POST or None, initial={"day": request.GET.get("day", "")})
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            changed = set_day(actor=request.user, **asked)
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            words = "上班" if asked["is_workday"] else "放假"
            if changed:
                messages.success(request, f"{asked['day']}已改为{words}，今后的期限按此计算。")
            else:
                messages.info(request, f"{asked['day']}原来就是{words}，日历没有改动。")
            return redirect("calendar:year", asked["day"].year)
    return render(
        request,
        "desk/form.html",
        {
            "form": form,
            "title": "修改一天",
            "introduction": "只在通知发布以后又有临时调整时使用。年度安排请粘贴通知全文。",
            "cancel_url": "..",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def notice(request):
    """Paste a notice, look at what it would change, then apply exactly that text."""
    _arrangers_only(request.user)
    form = NoticeForm(request.POST or None)
    page = {"form": form}
    if request.method == "POST" and form.is_valid():
        arrangement = read_notice(form.cleaned_data["text"], form.cleaned_data["year"])
        page["arrangement"] = arrangement
        if not arrangement.doubts:
            try:
                if "confirmed" in request.POST:
                    changes = arrange_year(
                        year=arrangement.year,
                        days=arrangement.days,
                        source=arrangement.source,
                        actor=request.user,
                    )
                    messages.success(request, sentence(changes))
                    return redirect("calendar:year", arrangement.year)
                page["changes"] = sentence(changes_of(year=arrangement.year, days=arrangement.days))
            except NotAllowed as error:
                form.add_error(None, str(error))
    return render(request, "workdays/notice.html", page)


def _arrangers_only(user) -> None:
    if not may_arrange(user):
        raise PermissionDenied
