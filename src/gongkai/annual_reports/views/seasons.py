"""The years, and one year: who has filed, who is late, what the checks found."""

from collections import Counter

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.listing import Badge, Column, Listing

from .. import actions, rules
from ..comparing import compared
from ..deadlines import days_late, due_on, statutory_limit
from ..enums import FilingState, Scope
from ..figures import completed
from ..forms import FilingFilter, SeasonForm
from ..layout import TOTAL, t2, t3
from ..models import Filing, Season
from ..queries import kept_of, not_joined, not_opened, with_people

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
    days = days_late(filing.due_on, done, localdate())
    if not days:
        return localdate(filing.submitted_at).isoformat() if filing.submitted_at else ""
    return Badge(f"迟报{days}天" if done else f"逾期{days}天", "bad")


def errors_badge(filing: Filing) -> Badge | str:
    return Badge(f"{filing.error_count}个错误", "bad") if filing.error_count else ""


def figure(cell: str):
    """Return what a column says of ``cell``; ``FilingListing.prepare`` has completed the cells of the row."""

    def said(filing: Filing) -> str:
        number = filing.completed_cells[cell]
        return "" if number is None else f"{number:f}"

    return said


OWN_ORDER = ("-scope", "season__county", "agency__position", "agency")  # governments below first


class FilingListing(Listing):
    title = "各单位年报"
    columns = (
        Column("单位", "short_unit", order_by=OWN_ORDER, link=True),
        Column("状态", state_badge, order_by="state"),
        Column("报送", lateness, order_by="submitted_at"),
        Column("新收申请", figure(t3("new", TOTAL))),
        Column("办结", figure(t3("done", TOTAL))),
        Column("行政许可", figure(t2("licences", "decisions"))),
        Column("错误", errors_badge, order_by="error_count"),
        Column("待核实", "warning_count", order_by="warning_count"),
        Column("最近编辑", "edited_at", order_by="edited_at"),
    )
    search_fields = ("agency__name", "agency__short_name", "season__county__name")
    search_label = "单位"
    filter_form = FilingFilter
    default_order = OWN_ORDER
    per_page = 100
    empty = "没有符合条件的单位。"
    template = "annual_reports/season.html"

    def filter(self, rows, data):
        if data["state"] == "late":
            late = [filing.pk for filing in rows.filter(state__in=rules.OPEN) if is_late(filing)]
            rows = rows.filter(pk__in=late)
        elif data["state"]:
            rows = rows.filter(state=data["state"])
        if data["found"] == "error":
            rows = rows.filter(error_count__gt=0)
        if data["found"] == "warning":
            rows = rows.filter(warning_count__gt=0)
        return rows

    def row_url(self, filing):
        return reverse("annual_reports:filing", args=[filing.pk])

    def prepare(self, rows):
        kept = kept_of(rows)
        for filing in rows:
            filing.completed_cells = completed(kept[filing.pk])


def is_late(filing: Filing) -> bool:
    """Whether it is not handed in though its last day is over."""
    return filing.state in rules.OPEN and localdate() > filing.due_on


@login_required
@require_safe
def seasons(request: HttpRequest) -> HttpResponse:
    """The years; a clerk sees her own offices' filings of each."""
    if not rules.may_see_reports(request.user):
        raise PermissionDenied
    own = list(
        rules.visible_to(request.user)
        .filter(scope=Scope.OWN, agency__in=request.user.agencies_with(*rules.OFFICE_ROLES))
        .select_related("agency", "season__county")
        .order_by("-season__year", "agency__position")[:200]
    )
    context = {
        "title": "年度报告",
        "seasons": rules.seasons_of(request.user).select_related("section", "county"),
        "own": [
            (
                filing,
                conditional_escape(state_badge(filing)),
                conditional_escape(lateness(filing)),
                filing.due_on,
            )
            for filing in own
        ],
        "may_open": rules.may_open_season(request.user, request.user.agency.county),
        "sees_all": rules.may_see_years(request.user),
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
    summary = with_people(found.filings).get(scope=Scope.SUMMARY)
    rows = with_people(summary.parts)
    listing = FilingListing(request, rows)
    parts = list(rows.order_by().defer("cells", "sources", "prose", "before"))  # only counted
    states = Counter(FilingState(part.state) for part in parts)
    return listing.response(
        title=f"{year}年度年报",
        season=found,
        summary=summary,
        tiles=[(state, state.label, states[state]) for state in FilingState],
        late=sum(is_late(part) for part in parts),
        deadlines=[
            ("各单位报送并公开", due_on(year, Scope.OWN)),
            *(
                ("下级政府汇总报送并公开", day)
                for day in sorted({each.due_on for each in parts if each.is_summary})
            ),
            (f"{found.county.whole}汇总报送并公开", found.summary_due_on),
            ("法定最迟公开", statutory_limit(year)),
        ],
        total=len(parts),
        not_opened=not_opened(found),
        not_joined=not_joined(found).select_related("season__county"),
    )


@login_required
@require_POST
def join(request: HttpRequest, year: int) -> HttpResponse:
    """Add the summaries of governments below that are not parts of this year's summary yet."""
    found = _season(request, year)
    attempt(
        request,
        lambda: actions.join(season_id=found.pk, actor=request.user),
        "已列入。它们的数据从现在起计入汇总，报送以后由您审定。",
    )
    return redirect("annual_reports:season", year)


@login_required
@require_safe
def compare(request: HttpRequest, year: int) -> HttpResponse:
    """The county's figures year by year, and those of the offices beside one another."""
    found = _season(request, year)
    context = {"title": f"{year}年度年报比较", "season": found, **compared(found)}
    return render(request, "annual_reports/compare.html", context)


def _season(request: HttpRequest, year: int) -> Season:
    if not rules.may_see_years(request.user):
        raise PermissionDenied
    return get_object_or_404(rules.seasons_of(request.user).select_related("county"), year=year)
