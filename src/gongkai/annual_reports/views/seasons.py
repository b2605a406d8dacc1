"""The years, and one year: who has filed, who is late, what the checks found."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from gongkai.accounts.enums import Role
from gongkai.common.acting import attempt_form
from gongkai.common.listing import Badge, Column, Listing

from .. import actions, rules
from ..comparing import compared
from ..deadlines import days_late, due_on, statutory_limit
from ..enums import FilingState, Scope
from ..forms import FilingFilter, SeasonForm
from ..layout import TOTAL, t3
from ..models import Filing, Season
from ..queries import with_people

TONES = {
    FilingState.DRAFT: "",
    FilingState.SUBMITTED: "busy",
    FilingState.RETURNED: "warn",
    FilingState.ACCEPTED: "good",
}


def state_badge(filing: Filing) -> Badge:
    return Badge(filing.get_state_display(), TONES[FilingState(filing.state)])


def lateness(filing: Filing) -> Badge | str:
    done = localdate(filing.submitted_at) if filing.submitted_at else None
    days = days_late(filing.season.year, filing.scope, done, localdate())
    if not days:
        return localdate(filing.submitted_at).isoformat() if filing.submitted_at else ""
    return Badge(f"迟报{days}天" if done else f"逾期{days}天", "bad")


def errors_badge(filing: Filing) -> Badge | str:
    return Badge(f"{filing.error_count}个错误", "bad") if filing.error_count else ""


def _cell(cell: str):
    return lambda filing: filing.cells.get(cell, "")


class FilingListing(Listing):
    title = "各单位年报"
    columns = (
        Column("单位", "agency.short_name", order_by=("agency__position", "agency"), link=True),
        Column("状态", state_badge, order_by="state"),
        Column("报送", lateness, order_by="submitted_at"),
        Column("新收申请", lambda filing: _total(filing, "new")),
        Column("办结", lambda filing: _total(filing, "done")),
        Column("行政许可", _cell("t2.licences.decisions")),
        Column("错误", errors_badge, order_by="error_count"),
        Column("待核实", "warning_count", order_by="warning_count"),
        Column("最近编辑", "edited_at", order_by="edited_at"),
    )
    search_fields = ("agency__name", "agency__short_name")
    search_label = "单位"
    filter_form = FilingFilter
    default_order = ("agency__position", "agency")
    per_page = 100
    empty = "没有符合条件的单位。"
    template = "annual_reports/season.html"

    def filter(self, rows, data):
        if data["state"] == "late":
            rows = rows.filter(state__in=rules.OPEN) if _is_over(rows) else rows.none()
        elif data["state"]:
            rows = rows.filter(state=data["state"])
        if data["found"] == "error":
            rows = rows.filter(error_count__gt=0)
        if data["found"] == "warning":
            rows = rows.filter(warning_count__gt=0)
        return rows

    def row_url(self, filing):
        return reverse("annual_reports:filing", args=[filing.pk])


def _is_over(rows) -> bool:
    first = rows.first()
    return first is not None and localdate() > due_on(first.season.year, Scope.OWN)


def _total(filing: Filing, row: str) -> str:
    number = filing.completed_cells[t3(row, TOTAL)]
    return "" if number is None else f"{number:f}"


@login_required
@require_safe
def seasons(request: HttpRequest) -> HttpResponse:
    """The years; a clerk sees her own offices' filings of each."""
    if not rules.may_see_reports(request.user):
        raise PermissionDenied
    own = list(
        rules.visible_to(request.user)
        .filter(scope=Scope.OWN, agency__in=request.user.agencies_with(*rules.OFFICE_ROLES))
        .select_related("agency", "season")
        .order_by("-season__year", "agency__position")[:200]
    )
    context = {
        "title": "年度报告",
        "seasons": rules.seasons_of(request.user).select_related("section"),
        "own": [
            (
                filing,
                conditional_escape(state_badge(filing)),
                conditional_escape(lateness(filing)),
                due_on(filing.season.year, Scope.OWN),
            )
            for filing in own
        ],
        "may_open": rules.may_open_season(request.user, request.user.agency.county),
        "sees_all": request.user.has_role(Role.DISCLOSURE_OFFICE),
    }
    return render(request, "annual_reports/seasons.html", context)


@login_required
def open_season(request: HttpRequest) -> HttpResponse:
    county = request.user.agency.county
    if not rules.may_open_season(request.user, county):
        raise PermissionDenied
    form = SeasonForm(request.POST or None, county=county, initial={"year": localdate().year - 1})
    if request.method == "POST" and form.is_valid():
        season = attempt_form(
            form,
            lambda: actions.open_season(
                county=county,
                year=form.cleaned_data["year"],
                section=form.cleaned_data["section"],
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if season:
            return redirect("annual_reports:season", season.year)
    return render(request, "annual_reports/open.html", {"title": "启动年报编制", "form": form})


@login_required
@require_safe
def season(request: HttpRequest, year: int) -> HttpResponse:
    found = _season(request, year)
    rows = with_people(found.filings).filter(scope=Scope.OWN)
    listing = FilingListing(request, rows)
    states = dict.fromkeys(FilingState, 0)
    for state in rows.order_by().values_list("state", flat=True):
        states[FilingState(state)] += 1
    summary = with_people(found.filings).get(scope=Scope.SUMMARY)
    today = localdate()
    return listing.response(
        title=f"{year}年度年报",
        season=found,
        summary=summary,
        tiles=[(state, state.label, count) for state, count in states.items()],
        late=sum(states[state] for state in rules.OPEN) if today > due_on(year, Scope.OWN) else 0,
        deadlines=[
            ("各单位报送并公开", due_on(year, Scope.OWN)),
            ("县政府汇总报送并公开", due_on(year, Scope.SUMMARY)),
            ("法定最迟公开", statutory_limit(year)),
        ],
        total=sum(states.values()),
    )


@login_required
@require_safe
def compare(request: HttpRequest, year: int) -> HttpResponse:
    """The county's figures year by year, and those of the offices beside one another."""
    found = _season(request, year)
    context = {"title": f"{year}年度年报比较", "season": found, **compared(found)}
    return render(request, "annual_reports/compare.html", context)


def _season(request: HttpRequest, year: int) -> Season:
    if not request.user.has_role(Role.DISCLOSURE_OFFICE):
        raise PermissionDenied
    return get_object_or_404(rules.seasons_of(request.user).select_related("county"), year=year)
