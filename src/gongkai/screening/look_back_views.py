"""回头看 at the desk: the runs, starting one, how far it is, what it found by kind and office."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from gongkai.common.acting import attempt
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.listing import Badge, Column, Listing
from gongkai.common.permissions import fetch

from . import look_back as actions
from . import rules
from .enums import Level
from .models import LookBack, ScreeningLine
from .record_queries import OPEN, listed, look_back_records, table_of
from .record_views import LookBackListing, visible_to_readers
from .subjects import sources


def progress(run: LookBack) -> Badge:
    if run.finished_at:
        return Badge("已完成", "good")
    return Badge(f"正在检查，{run.done}／{run.total}条", "busy")


class RunListing(Listing):
    title = "回头看"
    columns = (
        Column("开始时间", "started_at", order_by="started_at", link=True),
        Column("发起人", "started_by.name"),
        Column("检查条数", "done"),
        Column("情况", progress),
        Column("完成时间", "finished_at"),
    )
    exports = False
    empty = "还没有做过回头看。由政府信息公开工作机构发起，用今天的规则和词表重新检查全部已公开的信息。"
    template = "screening/look_backs.html"

    def row_url(self, run):
        return reverse("screening:look_back", args=[run.pk])


def runs_of(request):
    visible_to_readers(request.user)
    return LookBack.objects.filter(county=request.user.agency.county_id).select_related("started_by")


@login_required
@require_safe
def look_backs(request):
    listing = RunListing(request, runs_of(request))
    return listing.response(may_start=rules.may_look_back(request.user))


@login_required
def start(request):
    if not rules.may_look_back(request.user):
        raise PermissionDenied
    county, back = request.user.agency.county, reverse("screening:look_backs")
    if is_confirmed(request):
        attempt(
            request,
            lambda: actions.start(county=county, actor=request.user, now=timezone.now()),
            "回头看已经开始，由后台任务进行，可以离开这个页面。",
        )
        return redirect(back)
    total = sum(source.count(county.pk) for source in sources())
    return confirm(
        request,
        title="开始回头看",
        question=f"要用今天的规则和词表，重新检查本县已公开的{total}条信息和它们的附件吗？",
        consequences=[
            "只检查，不改动、不撤下任何信息。",
            "发现必须处理的，列入有关单位信息员和政府信息公开工作机构的待办。",
            "在后台进行，附件多的可能要几个小时；中途停机的，恢复以后接着检查。",
            "以前用理由保留的、上次已办结而内容没有变的，不再要求办理。",
        ],
        button="开始",
        cancel_url=back,
        is_dangerous=False,
    )


@login_required
@require_safe
def look_back(request, pk):
    """How far a run is and what it has found up to now; the same page, whether it is finished or not."""
    run = fetch(runs_of(request), request.user, pk)
    found = look_back_records(request.user).filter(look_back=run)
    lines = ScreeningLine.objects.filter(screening__in=found)
    here = reverse("screening:look_back_records", args=[run.pk])
    context = {
        "title": str(run),
        "run": run,
        "percent": min(100, run.done * 100 // run.total) if run.total else 100,
        "found": found.count(),
        "unsettled": found.filter(settled_at=None).count(),
        "records_url": here,
        "tables": [
            ("必须处理的", linked(table_of(lines.filter(OPEN)), here, level=Level.MUST)),
            (
                "上面这些信息里的建议",
                linked(table_of(lines.filter(level=Level.ADVICE, choice="")), here, level=Level.ADVICE),
            ),
        ],
    }
    return render(request, "screening/look_back.html", context)


@login_required
@require_safe
def look_back_records_of(request, pk):
    run = fetch(runs_of(request), request.user, pk)
    rows = listed(look_back_records(request.user).filter(look_back=run))
    listing = LookBackListing(request, rows, f"{run}的发现")
    return listing.response(run=run)


def linked(table, address: str, **always) -> dict:
    """Return the table as a template draws it: each number with the address of the list behind it."""

    def url(**wanted):
        return f"{address}?{urlencode({**always, **wanted})}"

    return {
        "kinds": [kind.label for kind in table.kinds],
        "rows": [
            {
                "name": office.name,
                "cells": [
                    (kind.label, count, url(agency=office.agency_id, kind=kind))
                    for kind, count in office.cells
                ],
                "total": office.total,
                "url": url(agency=office.agency_id),
            }
            for office in table.offices
        ],
        "sums": [(kind.label, count, url(kind=kind)) for kind, count in table.by_kind],
        "total": table.total,
        "url": url(),
    }
