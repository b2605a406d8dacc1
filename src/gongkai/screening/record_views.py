"""Records of screening at the desk: what the lists of submissions and of the look-back share, and one record."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST, require_safe

from gongkai.accounts.enums import Role
from gongkai.agencies.models import Agency
from gongkai.common.acting import attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.listing import Badge, BulkAct, Column, Listing, excel_response
from gongkai.common.periods import between
from gongkai.common.permissions import fetch

from . import look_back as actions
from . import rules
from .enums import Level, Occasion
from .facts import FACTS, GONE
from .forms import LookBackFilter, SettleForm, SubmissionFilter, TakeOnForm
from .links import subject_url
from .models import Screening, ScreeningLine
from .record_queries import listed, submissions, with_line

SAMPLES_IN_FILE = 5
PUBLIC_NOW = "内容已经公开：请先撤下，改好后重新送审；核对无误、可以公开的，写明理由后办结。"


def visible_to_readers(user) -> None:
    if not rules.may_see_lists(user):
        raise PermissionDenied


def kinds_of(record) -> str:
    """The kinds found, what had to be answered first."""
    lines = sorted(record.lines.all(), key=lambda line: line.level != Level.MUST)
    return "、".join(dict.fromkeys(line.get_kind_display() for line in lines))


def settled(record) -> Badge:
    return Badge("已办结", "good") if record.settled_at else Badge("没有办结", "warn")


class RecordListing(Listing):
    """A list of records. Its file has one line for each kind found in each place, with masked samples."""

    search_fields = ("subject_label",)
    search_label = "标题"
    export_limit = 5000

    def make_filter_form(self):
        agencies = Agency.objects.filter(pk__in=self.base.order_by().values("agency"))
        return self.filter_form(self.request.GET or None, agencies=agencies)

    def filter(self, rows, data):
        if data["agency"]:
            rows = rows.filter(agency=data["agency"])
        return with_line(rows, **self.line_wanted(data))

    def line_wanted(self, data) -> dict:
        return {name: data[name] for name in ("kind", "level") if data[name]}

    def row_url(self, record):
        return reverse("screening:record", args=[record.pk])

    def excel(self):
        records = list(self.found.prefetch_related(None)[: self.export_limit])
        by_record = {record.pk: record for record in records}
        form = self.form.cleaned_data if self.form.is_bound and self.form.is_valid() else {}
        wanted = self.line_wanted(form) if form else {}
        lines = ScreeningLine.objects.filter(screening__in=by_record, **wanted).order_by("-screening", "pk")
        heads = [
            *("标题", "单位", "筛查时间", "位置", "种类", "级别", "处数", "样例（已遮盖）"),
            *("处理", "保留的理由", "说明", "办理情况", "办结时间"),
        ]
        note = ""
        if (total := self.found.count()) > self.export_limit:
            note = f"共{total}条记录，这里只导出了前{self.export_limit}条。请用筛选缩小范围后分次导出。"
        return excel_response(
            self.title,
            heads,
            (_cells(by_record[line.screening_id], line) for line in lines.iterator(chunk_size=500)),
            note=note,
        )


def _cells(record: Screening, line: ScreeningLine) -> list:
    samples = [
        f"{each['place']} {each['before']}【{each['shown']}】{each['after']}".strip()
        for each in line.samples[:SAMPLES_IN_FILE]
    ]
    return [
        *(record.subject_label, record.agency.short_name, record.made_at, line.container_label),
        *(line.get_kind_display(), line.get_level_display(), line.count, "\n".join(samples)),
        *(line.get_choice_display(), line.get_reason_display(), line.note),
        *(record.settled_note, record.settled_at),
    ]


class SubmissionListing(RecordListing):
    title = "送审筛查记录"
    columns = (
        Column("标题", "subject_label", order_by="subject_label", link=True),
        Column("单位", "agency.short_name", order_by=("agency__position", "agency")),
        Column("发现", kinds_of),
        Column("必须处理", "must", order_by="must"),
        Column("建议", "advice", order_by="advice"),
        Column("筛查时间", "made_at", order_by="made_at"),
    )
    filter_form = SubmissionFilter
    empty = "还没有送审的筛查记录。信息送审时，系统把筛查的结果和处理情况记在这里。"

    def filter(self, rows, data):
        return super().filter(between(rows, "made_at", data["since"], data["until"]), data)

    def line_wanted(self, data):
        wanted = super().line_wanted(data)
        if data["choice"]:
            wanted["choice"] = "" if data["choice"] == "none" else data["choice"]
        if data["reason"]:
            wanted["reason"] = data["reason"]
        if data["confirmed"]:
            wanted |= {"choice": "keep", "confirmed_at__isnull": data["confirmed"] == "no"}
        return wanted


class LookBackListing(RecordListing):
    columns = (
        Column("标题", "subject_label", order_by="subject_label", link=True),
        Column("单位", "agency.short_name", order_by=("agency__position", "agency")),
        Column("发现", kinds_of),
        Column("必须处理", "must", order_by="must"),
        Column("办理", settled, order_by="settled_at"),
        Column("办理情况", "settled_note"),
    )
    filter_form = LookBackFilter
    default_order = ("agency__position", "agency", "pk")
    empty = "这次回头看没有发现必须处理的内容。"

    def __init__(self, request, rows, title):
        super().__init__(request, rows)
        self.title = title
        if request.user.has_role(Role.DISCLOSURE_OFFICE) or request.user.agencies_with(Role.CLERK):
            self.bulk = (BulkAct("settle", "办结"),)
            self.bulk_url = settle_url(request)

    def filter(self, rows, data):
        if data["state"]:
            rows = rows.filter(settled_at__isnull=data["state"] == "open")
        return super().filter(rows, data)

    def line_wanted(self, data):
        wanted = super().line_wanted(data)
        # What was kept with a reason when it was submitted has been accounted for.
        return {**wanted, "choice": ""} if wanted else wanted


def settle_url(request) -> str:
    return f"{reverse('screening:settle')}?{urlencode({'back': request.get_full_path()})}"


@login_required
@require_safe
def records(request):
    visible_to_readers(request.user)
    return SubmissionListing(request, listed(submissions(request.user))).response()


@login_required
@require_safe
def record(request, pk):
    visible_to_readers(request.user)
    visible = rules.screenings_visible_to(request.user).select_related("agency", "settled_by", "look_back")
    found = fetch(visible, request.user, pk)
    lines = list(found.lines.select_related("answered_by", "confirmed_by"))
    is_public = found.occasion == Occasion.LOOK_BACK
    may_take_on = is_public and rules.may_take_on(request.user, found)
    context = {
        "title": found.subject_label,
        "closed_files": actions.files_to_take_on(found).values() if may_take_on else [],
        "record": found,
        "is_public": is_public,
        "lines": [(line, FACTS[line.kind].why, remedy_of(line, is_public)) for line in lines],
        "subject_url": subject_url(found.subject_key),
        "may_settle": is_public and not found.settled_at and rules.may_settle(request.user, found),
        "settle_url": settle_url(request),
    }
    return render(request, "screening/record.html", context)


@login_required
@require_POST
def take_on(request, pk, code):
    """Give an old file that nobody here can read to the public as it is, after asking who has looked at it."""
    visible_to_readers(request.user)
    visible = rules.screenings_visible_to(request.user).filter(occasion=Occasion.LOOK_BACK)
    found = fetch(visible.select_related("agency"), request.user, pk, rules.may_take_on)
    page = reverse("screening:record", args=[found.pk])
    file = actions.files_to_take_on(found).get(code)
    if file is None:
        messages.info(request, "这份文件已经可以下载，或者信息已经撤下、改过，不用再决定。")
        return redirect(page)
    form = TakeOnForm(request.POST if is_confirmed(request) else None)
    if is_confirmed(request) and form.is_valid():
        done = attempt_form(
            form,
            lambda: actions.take_on(
                screening_id=found.pk,
                code=code,
                note=form.cleaned_data["note"],
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if done:
            messages.success(request, f"“{file.name}”已按原样公开，公众可以下载了。")
            return redirect(page)
    return confirm(
        request,
        title="旧文件按原样公开",
        question="系统读不了这份文件，没有检查过里面有没有个人信息和隐藏内容。您打开核对过，可以公开吗？",
        consequences=[
            "公众下载到的就是这份原件，作者姓名、修订痕迹等都在里面。",
            "能换的，请让单位把它另存为 DOCX 或 PDF，改好信息后重新送审，那样更稳妥。",
            "您的决定和核对情况记入操作记录。",
        ],
        concerned=[f"{file.name}（{found.subject_label}）"],
        button="按原样公开",
        cancel_url=page,
        form=form,
    )


def remedy_of(line: ScreeningLine, is_public: bool) -> str:
    """What to do about a finding; of a text that is out already, other than of one on its way."""
    if is_public and line.level == Level.MUST:
        return PUBLIC_NOW
    remedy = FACTS[line.kind].remedy
    return "" if remedy == GONE and is_public else remedy


@login_required
@require_POST
def settle(request):
    """Settle the ticked records of a list, or the one of a page, after asking what was done."""
    visible_to_readers(request.user)
    pks = [pk for pk in request.POST.getlist("pk") if pk.isdecimal()]
    visible = rules.screenings_visible_to(request.user).filter(occasion=Occasion.LOOK_BACK)
    ticked = list(visible.filter(pk__in=pks).select_related("agency"))
    back = _back(request)
    if not ticked:
        messages.error(request, "没有勾选要办结的记录。请在左边勾选，再按一次“办结”。")
        return redirect(back)
    if any(not rules.may_settle(request.user, each) for each in ticked):
        raise PermissionDenied
    form = SettleForm(request.POST if is_confirmed(request) else None)
    if is_confirmed(request) and form.is_valid():
        count = attempt_form(
            form,
            lambda: actions.settle(
                screening_ids=[each.pk for each in ticked],
                note=form.cleaned_data["note"],
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if count:
            left = f"其余{len(ticked) - count}条先前已经办结。" if count < len(ticked) else ""
            messages.success(request, f"已办结{count}条。{left}")
            return redirect(back)
    return confirm(
        request,
        title="办结回头看的发现",
        question="下面的发现都已经处理完了吗？请写明做了什么，同样的情况可以一起办结。",
        consequences=["办结以后不能改回；记录和办理情况都会保留。", "内容没有变的，下次回头看不再要求办理。"],
        concerned=[f"{each.subject_label}（{each.agency.short_name}）" for each in ticked],
        button="办结",
        cancel_url=back,
        is_dangerous=False,
        form=form,
    )


def _back(request) -> str:
    """Where the person came from, as the page that posts has put it; an address of another site counts as none."""
    asked = request.GET.get("back", "")
    if url_has_allowed_host_and_scheme(asked, None):
        return asked
    return reverse("screening:look_backs")
