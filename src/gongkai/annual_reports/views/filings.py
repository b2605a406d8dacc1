"""The page on which a report is filled in, checked and handed in; of a summary, on which it is put together."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gongkai.accounts.models import User
from gongkai.common.acting import attempt
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch

from .. import actions, rules
from ..checks import counts_by_severity
from ..drafting import TO_WRITE
from ..enums import Source
from ..figures import blanks, expected_in_force, printed
from ..forms import PROSE_SECTIONS, FilledSheet, JudgeForm
from ..layout import ORDINALS, SECTIONS
from ..models import Filing
from ..queries import (
    draft_of,
    findings_of,
    kept_cells,
    missing_parts,
    previous_report,
    report_of,
    with_people,
)
from ..sheet import sheets
from .seasons import state_badge

ROWS_OF_PROSE = {"0": 5, "1": 16, "5": 8, "6": 5}
HINTS = {
    "0": "编制依据、统计期限。",
    "1": "按主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面写，原则上不超过1000字。",
    "5": "写具体，不要照抄上年。",
    "6": "收取信息处理费的情况必须写明，没有收取也要写。",
}


def fetch_filing(request: HttpRequest, pk: int, may=None) -> Filing:
    return fetch(with_people(rules.visible_to(request.user)), request.user, pk, may)


@login_required
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """Without JavaScript the buttons of this page save and hand in as plain form posts."""
    found = fetch_filing(request, pk)
    if request.method != "POST":
        return filing_page(request, found)
    filled = FilledSheet(request.POST)
    if "submit" in request.POST and rules.may_submit(request.user, found):
        # A summary whose text is in review or public is handed in as it stands.
        if not rules.may_edit(request.user, found):
            return _submit(request, found, filled.revision)
    try:
        found = _save(request, found, filled)
    except NotAllowed as error:
        messages.error(request, str(error))
        return filing_page(request, found, filled, status=409)
    if filled.errors:
        messages.error(request, "有些格子填的不是数字，其余的已保存。请改正标出的格子。")
        filled.revision = found.revision
        return filing_page(request, found, filled, status=422)
    if "submit" in request.POST:
        return _submit(request, found, found.revision)
    if "draft" in request.POST:
        return draft(request, pk)
    messages.success(request, f"已保存（{localtime(found.edited_at):%H:%M:%S}）。")
    return redirect("annual_reports:filing", found.pk)


@login_required
@require_POST
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """Autosave: answers in JSON with the new revision, the totals, and what the checks say now."""
    found = fetch_filing(request, pk)
    filled = FilledSheet(request.POST)
    try:
        found = _save(request, found, filled)
    except NotAllowed as error:
        return JsonResponse({"error": str(error)}, status=409)
    report, previous = report_of(found), previous_report(found)
    return JsonResponse(
        {
            "revision": found.revision,
            "saved_at": f"{localtime(found.edited_at):%H:%M:%S}",
            "cells": {cell: figure.printed for cell, figure in report.figures.items()},
            "errors": filled.errors,
            "findings": render_to_string(
                "annual_reports/_findings.html",
                _findings_context(request, found, report, previous),
                request=request,
            ),
        }
    )


@login_required
@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the prose from the figures; what was written already is replaced only after a question."""
    found = fetch_filing(request, pk, rules.may_edit)
    written = [each for each in PROSE_SECTIONS if found.prose.get(each)]
    if written and not is_confirmed(request):
        names = "、".join(name_of_section(each) for each in written)
        return confirm(
            request,
            title="按数据起草文字",
            question="已经写了文字。按现在的数据重新起草，会换掉这些部分。",
            consequences=[f"换掉：{names}。", "换掉的文字不能找回；需要的请先复制出来。"],
            button="重新起草",
            cancel_url=reverse("annual_reports:filing", args=[found.pk]),
        )
    attempt(
        request,
        lambda: actions.save_filing(
            filing_id=found.pk,
            person=request.user,
            revision=found.revision,
            cells={},
            prose=draft_of(found),
            now=timezone.now(),
        ),
        "已按数据起草。【】里的内容要由您补写。",
    )
    return redirect(reverse("annual_reports:filing", args=[found.pk]) + "#prose")


@login_required
@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch_filing(request, pk, rules.may_judge)
    form = JudgeForm(request.POST)
    page = reverse("annual_reports:filing", args=[found.pk]) + "#findings"
    if not form.is_valid():
        messages.error(request, "请选择结论并写明理由（不超过200字）。")
        return redirect(page)
    attempt(
        request,
        lambda: actions.judge(
            filing_id=found.pk, person=request.user, now=timezone.now(), **form.cleaned_data
        ),
        "已记录。下次检查，结论继续有效。",
    )
    return redirect(page)


def trail_of(user: User, found: Filing) -> list[tuple[str, str]]:
    """Return what stands above a filing, as (label, address): up to the year of the person's own government."""
    above: list[tuple[str, str]] = []
    if not rules.may_see_years(user):
        return above
    each = found
    while each.season.county_id != user.agency.county_id and each.part_of:
        each = each.part_of
        if each.season.county_id != user.agency.county_id:
            above.append((f"{each.short_unit}汇总", reverse("annual_reports:filing", args=[each.pk])))
    above.append((f"{each.season.year}年度", reverse("annual_reports:season", args=[each.season.year])))
    return above[::-1]


def filing_page(
    request: HttpRequest, found: Filing, filled: FilledSheet | None = None, status: int = 200
) -> HttpResponse:
    kept = kept_cells(found)
    report, previous = report_of(found, kept), previous_report(found)
    is_editable = rules.may_edit(request.user, found)
    context = {
        "title": str(found),
        "filing": found,
        "state": conditional_escape(state_badge(found)),
        "trail": trail_of(request.user, found),
        "today": localdate(),
        "is_editable": is_editable,
        "fills_cells": is_editable and not found.is_summary,
        "revision": filled.revision if filled else found.revision,
        "sheets": sheets(
            report,
            previous=previous,
            is_editable=is_editable and not found.is_summary,
            typed=filled.typed if filled else None,
            errors=filled.errors if filled else None,
        ),
        "previous": previous,
        "in_force": _expected(kept, previous),
        "prose": [
            {
                "key": each,
                "name": name_of_section(each),
                "hint": HINTS[each],
                "rows": ROWS_OF_PROSE[each],
                "text": (filled.prose if filled else found.prose).get(each, ""),
            }
            for each in PROSE_SECTIONS
        ],
        "blanks": [] if found.is_summary else blanks(found.cells),
        "carried": [cell for cell, source in found.sources.items() if source == Source.CARRIED],
        "missing_parts": missing_parts(found) if found.is_summary else [],
        "may": {
            name: getattr(rules, f"may_{name}")(request.user, found)
            for name in ("submit", "withdraw", "decide", "make", "correct")
        },
        "corrections": found.corrections.select_related("made_by"),
        **_findings_context(request, found, report, previous),
    }
    return render(request, "annual_reports/filing.html", context, status=status)


def _findings_context(request: HttpRequest, found: Filing, report, previous) -> dict:
    judged = findings_of(found, report, previous)
    return {
        "filing": found,
        "findings": judged,
        "counts": counts_by_severity([each.finding for each in judged]),
        "may_judge": rules.may_judge(request.user, found),
        "to_write": sum(text.count(TO_WRITE[:5]) for text in found.prose.values()),
    }


def _expected(kept, previous) -> list[str]:
    """What 现行有效 should be after last year's, where it is not what was filled in."""
    if previous is None:
        return []
    said = []
    for entry, label in (("regulations", "规章"), ("normative", "行政规范性文件")):
        expected = expected_in_force(kept, previous, entry)
        filled_in = kept.get(f"t2.{entry}.in_force", "")
        if expected and filled_in != printed(expected[0]):
            said.append(f"{label}现行有效件数：{expected[1]}。")
    return said


def name_of_section(key: str) -> str:
    ordinal = int(key)
    return f"{ORDINALS[ordinal - 1]}、{SECTIONS[ordinal - 1]}" if ordinal else "开头的说明"


def _save(request: HttpRequest, found: Filing, filled: FilledSheet) -> Filing:
    return actions.save_filing(
        filing_id=found.pk,
        person=request.user,
        revision=filled.revision,
        cells=filled.cells,
        prose=filled.prose,
        now=timezone.now(),
    )


def _submit(request: HttpRequest, found: Filing, revision: int) -> HttpResponse:
    attempt(
        request,
        lambda: actions.submit(filing_id=found.pk, clerk=request.user, revision=revision, now=timezone.now()),
        "已报送。审定以前可以撤回修改。"
        if found.is_summary
        else "已报送。政府信息公开工作机构审定后，您可以生成发布稿。",
    )
    return redirect("annual_reports:filing", found.pk)
