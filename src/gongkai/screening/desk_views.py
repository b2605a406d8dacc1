"""筛查情况: what was found in what the offices sent for review, what became of it, which files wait."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from gongkai.accounts.enums import Role
from gongkai.common.listing import Column, Listing, excel_response
from gongkai.common.periods import between

from .enums import AnswerChoice, FileState, Level
from .forms import FileFilter, PeriodForm
from .look_back_views import linked
from .models import ScreeningLine
from .record_queries import kept_by_reason, submissions, table_of, waiting_files, with_line
from .record_views import visible_to_readers


@login_required
@require_safe
def overview(request):
    visible_to_readers(request.user)
    since, until, form = period(request)
    found = between(submissions(request.user), "made_at", since, until)
    lines = ScreeningLine.objects.filter(screening__in=found)
    must = lines.filter(level=Level.MUST)
    table, kept = table_of(must), kept_by_reason(must.filter(choice=AnswerChoice.KEEP))
    if request.GET.get("export") == "xlsx":
        return overview_as_excel(table, kept, since, until)
    days = {"since": since.isoformat(), "until": until.isoformat()}
    here = reverse("screening:records")
    context = {
        "title": "筛查情况",
        "form": form,
        "tiles": [
            (found.count(), "条送审时筛查过", f"{here}?{urlencode(days)}"),
            (table.total, "条有必须处理的发现", f"{here}?{urlencode({**days, 'level': Level.MUST})}"),
            (
                with_line(found, level=Level.MUST, choice=AnswerChoice.MASK).count(),
                "条有遮盖的内容",
                f"{here}?{urlencode({**days, 'level': Level.MUST, 'choice': AnswerChoice.MASK})}",
            ),
            (
                with_line(found, level=Level.MUST, choice=AnswerChoice.KEEP, confirmed_at=None).count(),
                "条保留的内容还没有由保密审查员确认",
                f"{here}?{urlencode({**days, 'level': Level.MUST, 'confirmed': 'no'})}",
            ),
        ],
        "table": linked(table, here, **days, level=Level.MUST),
        "kept": [
            (
                row,
                f"{here}?{urlencode({**days, 'level': Level.MUST, 'choice': AnswerChoice.KEEP, 'reason': row.reason})}",
            )
            for row in kept
        ],
        "files": file_tiles(request.user),
        "export_url": f"?{urlencode({**days, 'export': 'xlsx'})}",
    }
    return render(request, "screening/overview.html", context)


def period(request) -> tuple[date, date, PeriodForm]:
    """The days asked for, else this year up to today."""
    today = timezone.localdate()
    usual = {"since": today.replace(month=1, day=1), "until": today}
    asked = "since" in request.GET or "until" in request.GET
    form = PeriodForm(request.GET if asked else None, initial=usual)
    days = form.cleaned_data if asked and form.is_valid() else usual
    return days["since"], days["until"], form


def file_tiles(user) -> list[tuple[int, str, str]]:
    """Files of the whole county that wait or cannot be used: the disclosure office sees to them."""
    if not user.has_role(Role.DISCLOSURE_OFFICE):
        return []
    checks = waiting_files(user.agency.county_id)
    here = reverse("screening:files")
    return [
        (checks.filter(state=state).count(), words, f"{here}?state={state}")
        for state, words in (
            (FileState.WAITING, "个文件等待检查"),
            (FileState.REFUSED, "个文件不能使用"),
        )
    ]


def overview_as_excel(table, kept, since: date, until: date):
    heads = ["单位", *(kind.label for kind in table.kinds), "有发现的信息（条）"]
    rows = [[office.name, *(count for _, count in office.cells), office.total] for office in table.offices]
    rows.append(["合计", *(count for _, count in table.by_kind), table.total])
    rows.append([])
    rows.append(["保留的理由", "信息（条）", "发现（处）", "保密审查员已确认（处）", "还没有确认（处）"])
    rows += [[row.label, row.records, row.findings, row.confirmed, row.unconfirmed] for row in kept]
    return excel_response(
        "筛查情况",
        heads,
        rows,
        note=f"送审时必须处理的发现，{since}至{until}。一条信息有几类的，每类算一条。",
    )


class FileListing(Listing):
    title = "文件检查"
    columns = (
        Column("文件", "file"),
        Column("大小（字节）", "file.size"),
        Column("状态", lambda check: check.get_state_display()),
        Column("原因", "reason"),
        Column("试过几次", "tries"),
        Column("提交时间", "asked_at", order_by="asked_at"),
        Column("完成时间", "done_at", order_by="done_at"),
    )
    search_fields = ("file__sha256", "reason")
    search_label = "指纹或原因"
    filter_form = FileFilter
    default_order = ("-asked_at", "-pk")
    empty = "还没有检查过文件。"

    def filter(self, rows, data):
        return rows.filter(state=data["state"]) if data["state"] else rows


@login_required
@require_safe
def files(request):
    if not request.user.has_role(Role.DISCLOSURE_OFFICE):
        raise PermissionDenied
    rows = waiting_files(request.user.agency.county_id).defer("findings", "hidden", "links")
    return FileListing(request, rows).response()
