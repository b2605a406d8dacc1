"""What screening found in a draft, on the writing page: the panel, the answers, the public copy to look at."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch
from gongkai.files.responses import serve
from gongkai.screening.assessment_views import assess_page
from gongkai.screening.enums import REASONS_WITH_NOTE, AnswerChoice, KeepReason, Kind
from gongkai.screening.models import TEXT

from . import actions, rules
from .models import Attachment, Item
from .screening_state import ScreeningState, file_line, state_of

KEEP, MASK, OPEN = "keep", "mask", "open"  # what a button of the panel asks for
ALL = "all"  # in place of a kind
SAMPLES_SHOWN = 30


def panel_context(item: Item, state: ScreeningState) -> dict:
    return {
        "item": item,
        "screening": state,
        "keep_reasons": [
            (reason, f"{reason.label}（请写明）" if reason in REASONS_WITH_NOTE else reason.label)
            for reason in KeepReason
        ],
        "samples_shown": SAMPLES_SHOWN,
        "text_container": TEXT,
    }


@require_safe
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel alone, for the script that shows how the check of the files goes on."""
    item = fetch(
        rules.visible_to(request.user).select_related("agency__county"), request.user, pk, rules.is_clerk_of
    )
    draft = item.versions.filter(number=None).first()
    if draft is None:
        raise Http404("no draft")
    response = render(
        request, "publications/_screening.html", panel_context(item, state_of(item, draft, today=localdate()))
    )
    response["Cache-Control"] = "private, no-store"
    return response


def answer(request: HttpRequest, item: Item, do: str) -> HttpResponse:
    """Do what a button of the panel says: ``keep:CONTAINER:KIND``, ``mask:…`` or ``open:…``; the draft is saved already."""
    verb, container, kind = (do.split(":") + ["", ""])[:3]
    back = redirect(reverse("publications:edit", args=[item.pk]) + "#id_screening")
    if verb == MASK and kind == ALL:
        return _mask_all(request, item, container, back)
    if kind not in Kind.values or verb not in {KEEP, MASK, OPEN}:
        return back
    only = request.POST.getlist(f"only:{container}:{kind}")
    if verb == MASK and container == TEXT:
        chosen = "?" + urlencode([("only", each) for each in only]) if only else ""
        return redirect(reverse("publications:mask_text", args=[item.pk, kind]) + chosen)
    common = {
        "item_id": item.pk,
        "clerk": request.user,
        "container": container,
        "kind": kind,
        "now": timezone.now(),
    }
    try:
        if verb == OPEN:
            actions.take_back_answer(**common)
            messages.success(request, f"“{Kind(kind).label}”的处理已撤销，请重新决定。")
        elif verb == MASK:
            count = actions.answer_findings(choice=AnswerChoice.MASK, fingerprints=only, **common)
            messages.success(request, f"公开副本里将遮盖{count}处“{Kind(kind).label}”，原件不变。")
        else:
            count = actions.answer_findings(
                choice=AnswerChoice.KEEP,
                fingerprints=only,
                reason=request.POST.get(f"reason:{container}:{kind}", ""),
                note=request.POST.get(f"note:{container}:{kind}", ""),
                **common,
            )
            messages.success(
                request, f"{count}处“{Kind(kind).label}”按您写的理由保留，保密审查员会逐项确认。"
            )
    except NotAllowed as error:
        messages.error(request, str(error))
    return back


def _mask_all(request: HttpRequest, item: Item, container: str, back: HttpResponse) -> HttpResponse:
    try:
        count = actions.mask_all(item_id=item.pk, clerk=request.user, container=container, now=timezone.now())
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"公开副本里将遮盖{count}处，原件不变。不该遮盖的，可以逐类撤销。")
    return back


def mask_text(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Ask before masking in the text: what was there is gone afterwards."""
    item = fetch(
        rules.visible_to(request.user).select_related("agency__county"), request.user, pk, rules.may_edit
    )
    edit_url = reverse("publications:edit", args=[item.pk]) + "#id_screening"
    if kind not in Kind.values:
        raise Http404("kind")
    only = request.GET.getlist("only")
    if is_confirmed(request):
        try:
            count = actions.answer_findings(
                item_id=item.pk,
                clerk=request.user,
                container=TEXT,
                kind=kind,
                fingerprints=only,
                choice=AnswerChoice.MASK,
                now=timezone.now(),
            )
        except NotAllowed as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"文字里的{count}处“{Kind(kind).label}”已遮盖。")
        return redirect(edit_url)
    state = state_of(item, item.versions.get(number=None), today=localdate())
    rows = [row for group in state.text if group.kind == kind for row in group.rows if row["cover"]]
    rows = [row for row in rows if not only or row["fingerprint"] in only]
    if not rows:
        messages.info(request, "文字里已经没有这类内容。")
        return redirect(edit_url)
    return confirm(
        request,
        title="遮盖文字",
        question=f"把文字里的{len(rows)}处“{Kind(kind).label}”遮盖？",
        consequences=[
            f"遮盖后的样子，例如：{rows[0]['cover']}",
            "遮盖后不能恢复，要找原来的内容请看您手里的原始材料。",
        ],
        button="遮盖",
        cancel_url=edit_url,
    )


@require_safe
def public_copy(request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
    """The public copy of a draft's file as it would be downloaded, for those who work on the item."""
    item = fetch(rules.visible_to(request.user).select_related("agency__county"), request.user, pk)
    draft = item.versions.filter(number=None).first()
    line = file_line(item, draft, code) if draft else None
    if line is None or line.copy is None or line.copy.file is None:
        raise Http404("no copy yet")
    return serve(request, line.copy.file, line.attachment.name, inline=False, private=True)


@require_POST
def original(request: HttpRequest, pk: int, attachment_pk: int) -> HttpResponseBase:
    """The upload behind a public copy, for those who work on the item; reading it leaves an event."""
    item = fetch(rules.visible_to(request.user), request.user, pk)
    attachment = fetch(
        Attachment.objects.filter(version__item=item, original__isnull=False), request.user, attachment_pk
    )
    stored = actions.read_original(attachment_id=attachment.pk, reader=request.user)
    return serve(request, stored, f"原件_{attachment.name}", inline=False, private=True)


@require_POST
def confirm_kept(request: HttpRequest, pk: int) -> HttpResponse:
    """The secrecy reviewer's tick on what the clerk kept."""
    item = fetch(rules.visible_to(request.user), request.user, pk)
    lines = [int(each) for each in request.POST.getlist("line") if each.isdecimal() and len(each) < 19]
    try:
        count = actions.confirm_kept(
            item_id=item.pk,
            line_ids=lines,
            checker=request.user,
            seen_hash=request.POST.get("seen_hash", ""),
            now=timezone.now(),
        )
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"已确认{count}项保留的内容。")
    return redirect(reverse("publications:item", args=[item.pk]) + "#screening")


def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the impact assessment that comes before personal information is published (《个人信息保护法》第55条)."""
    item = fetch(rules.visible_to(request.user).select_related("agency"), request.user, pk, rules.is_clerk_of)
    return assess_page(
        request,
        agency=item.agency,
        subject_key=item.subject_key,
        subject_label=str(item),
        back_url=reverse("publications:item", args=[item.pk]),
    )
