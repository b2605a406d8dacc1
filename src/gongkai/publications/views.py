"""The clerk's pages: list of items, starting one, writing it, its attachments, and what may be done with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch
from gongkai.screening.links import subject_url
from gongkai.sections.models import Topic
from gongkai.sections.queries import trails, writable_sections

from . import actions, rules, screening_views
from .actions.numbering import proposed_index_number
from .completeness import missing
from .enums import Stage, Visibility
from .forms import DraftForm, StartForm, TakeDownForm
from .item_page import item_page
from .markup import clean
from .models import Attachment, DraftCopy, Item, Version
from .queries import latest_version
from .screening_state import state_of


def item(request: HttpRequest, pk: int) -> HttpResponse:
    return item_page(request, _visible(request, pk))


def start(request: HttpRequest) -> HttpResponse:
    if not rules.may_start(request.user):
        raise PermissionDenied
    form = StartForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            started = actions.start_item(
                clerk=request.user,
                agency=form.cleaned_data["agency"],
                kind=form.cleaned_data["kind"],
                now=timezone.now(),
            )
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            return redirect("publications:edit", started.pk)
    return render(request, "publications/start.html", {"form": form})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The writing page; without JavaScript its buttons save and submit as plain form posts."""
    edited = fetch(rules.visible_to(request.user), request.user, pk, rules.is_clerk_of)
    draft = edited.versions.filter(number=None).first()
    if draft is None or not rules.may_edit(request.user, edited):
        if request.method == "POST" and draft is None:
            return _keep_and_tell(request, edited)
        messages.info(
            request, f"这条信息现在是“{edited.get_stage_display()}”，要修改请先撤回或者新开修改稿。"
        )
        return redirect("publications:item", edited.pk)
    if request.method == "POST":
        return _save_page(request, edited, draft, _draft_form(request, draft, request.POST))
    return _edit_page(request, edited, draft, _draft_form(request, draft, None))


@require_POST
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """Autosave: answers in JSON with the new revision and what is still missing."""
    edited = fetch(rules.visible_to(request.user), request.user, pk, rules.is_clerk_of)
    draft = edited.versions.filter(number=None).first() or latest_version(edited)
    form = _draft_form(request, draft, request.POST)
    form.is_valid()
    try:
        draft = _save(request, edited, form)
    except actions.EditConflict as conflict:
        return JsonResponse({"error": str(conflict), "copy": conflict.copy.pk}, status=409)
    except NotAllowed as error:
        return JsonResponse({"error": str(error)}, status=403)
    state = state_of(edited, draft, today=localdate())
    return JsonResponse(
        {
            "revision": draft.revision,
            "saved_at": f"{localtime(draft.edited_at):%H:%M:%S}",
            "missing": [
                {"field": gap.field, "message": gap.message, "blocks": gap.blocks}
                for gap in (*missing(draft), *state.gaps())
            ],
            "screening": render_to_string(
                "publications/_screening.html", screening_views.panel_context(edited, state)
            ),
            "errors": {name: list(errors) for name, errors in form.errors.items()},
        }
    )


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    submitted = fetch(rules.visible_to(request.user), request.user, pk, rules.is_clerk_of)
    try:
        actions.submit(
            item_id=submitted.pk,
            clerk=request.user,
            revision=_number(request.POST.get("revision")),
            now=timezone.now(),
        )
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("publications:edit", submitted.pk)
    messages.success(request, "已送审。初审人会在待办里看到它，审核结果也会出现在您的待办里。")
    return redirect("publications:item", submitted.pk)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request, pk, actions.withdraw, "已撤回，可以修改。修改后要重新从初审开始。", then="publications:edit"
    )


@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        actions.revise,
        "已开出修改稿。公众看到的仍是现在的版本，修改稿审核通过后才替换。",
        then="publications:edit",
    )


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(request, pk, actions.discard, "已弃稿。需要时可以在本页恢复。")


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(request, pk, actions.restore, "已恢复为草稿。", then="publications:edit")


def drop_revision(request: HttpRequest, pk: int) -> HttpResponse:
    dropped = fetch(rules.visible_to(request.user), request.user, pk, rules.may_edit)
    if is_confirmed(request):
        return _act(request, pk, actions.drop_revision, "已放弃修改稿，公众看到的版本没有变化。")
    return confirm(
        request,
        title="放弃修改稿",
        question=f"放弃“{dropped}”的修改稿？",
        consequences=["修改稿里的文字和附件将被删除，不能恢复。", "公众看到的版本不受影响。"],
        button="放弃修改稿",
        cancel_url=reverse("publications:edit", args=[dropped.pk]),
    )


def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    taken = fetch(rules.visible_to(request.user), request.user, pk)
    if not rules.may_take_down(request.user, taken):
        if taken.visibility == Visibility.TAKEN_DOWN:
            messages.info(request, "这条信息已经撤下。")
            return redirect("publications:item", taken.pk)
        raise PermissionDenied
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_down(
                item_id=taken.pk,
                actor=request.user,
                reason=form.cleaned_data["reason"],
                note=form.cleaned_data["note"],
                now=timezone.now(),
            )
        except NotAllowed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "已撤下。原网址显示撤下日期和原因，附件不能再下载。")
            return redirect("publications:item", taken.pk)
    return render(request, "publications/take_down.html", {"item": taken, "form": form})


@require_POST
def set_pinned(request: HttpRequest, pk: int, pinned: bool) -> HttpResponse:
    found = fetch(rules.visible_to(request.user), request.user, pk, rules.may_pin)
    (actions.pin if pinned else actions.unpin)(item_id=found.pk, actor=request.user)
    messages.success(request, "已置顶。" if pinned else "已取消置顶。")
    return redirect("publications:item", found.pk)


@require_POST
def attach_image(request: HttpRequest, pk: int) -> JsonResponse:
    """Take in a picture of the text; the editor asks in JSON for the address it is to show."""
    edited = fetch(rules.visible_to(request.user), request.user, pk, rules.may_edit)
    upload = request.FILES.get("file")
    if upload is None:
        return JsonResponse({"error": "没有收到图片，请重新选择。"}, status=400)
    try:
        attachment = actions.attach(
            item_id=edited.pk,
            clerk=request.user,
            content=upload,
            name=upload.name,
            is_inline=True,
            alternative_text=request.POST.get("alternative_text", ""),
            now=timezone.now(),
        )
    except NotAllowed as error:
        return JsonResponse({"error": str(error)}, status=400)
    return JsonResponse(
        {
            "code": attachment.code,
            "url": attachment.get_absolute_url(),
            "name": attachment.name,
            "alternative_text": attachment.alternative_text,
        }
    )


def copy(request: HttpRequest, pk: int, copy_pk: int) -> HttpResponse:
    """A text that could not be saved: look at it, take it over into the draft, or let it go."""
    edited = fetch(rules.visible_to(request.user), request.user, pk, rules.is_clerk_of)
    kept = fetch(DraftCopy.objects.filter(item=edited), request.user, copy_pk)
    draft = latest_version(edited)
    if request.method == "POST":
        if request.POST.get("do") == "take":
            kept_section = {"section": kept.content.get("section_id")}
            form = _draft_form(request, draft, kept.content | kept_section | {"revision": draft.revision})
            form.is_valid()
            try:
                _save(request, edited, form, places=False)
            except NotAllowed as error:
                messages.error(request, str(error))
                return redirect("publications:copy", edited.pk, kept.pk)
            messages.success(request, "草稿已换成这份内容。")
        else:
            messages.success(request, "这份改动已标为不再需要。")
        actions.settle_copy(copy_id=kept.pk, clerk=request.user, now=timezone.now())
        return redirect("publications:item" if draft.number else "publications:edit", edited.pk)
    body = clean(kept.content.get("body") or "")
    return render(
        request, "publications/copy.html", {"item": edited, "copy": kept, "draft": draft, "body": body}
    )


def _edit_page(
    request: HttpRequest, edited: Item, draft: Version, form: DraftForm, status: int = 200
) -> HttpResponse:
    today = localdate()
    state = state_of(edited, draft, today=today)
    returned = (
        edited.versions.filter(review__isnull=False).select_related("review").order_by("number").last()
        if edited.stage == Stage.RETURNED
        else None
    )
    context = {
        "item": edited,
        "draft": draft,
        "form": form,
        "maker_url": subject_url(edited.made_from),
        "missing": [*missing(draft), *state.gaps()],
        "attachments": [each for each in draft.attachments.select_related("file") if not each.is_inline],
        "images": [each for each in draft.attachments.select_related("file") if each.is_inline],
        "copies": edited.copies.filter(settled_at=None).select_related("made_by"),
        "returned": returned,
        "index_number": edited.index_number or proposed_index_number(edited.agency, today),
        "other_editor": draft.edited_by
        if draft.edited_by_id != request.user.pk and (timezone.now() - draft.edited_at).total_seconds() < 300
        else None,
        **screening_views.panel_context(edited, state),
    }
    return render(request, "publications/edit.html", context, status=status)


def _save_page(request: HttpRequest, edited: Item, draft: Version, form: DraftForm) -> HttpResponse:
    readable = form.is_valid()
    try:
        draft = _save(request, edited, form)
    except actions.EditConflict as conflict:
        messages.error(request, str(conflict))
        return redirect("publications:copy", edited.pk, conflict.copy.pk)
    if not readable:
        messages.error(request, "有些内容看不懂，其余的已保存。请改正标出的地方。")
        form.data = form.data.copy()
        form.data["revision"] = draft.revision
        return _edit_page(request, edited, draft, form, status=422)
    if "submit" in request.POST:
        request.POST = request.POST.copy()
        request.POST["revision"] = str(draft.revision)
        return submit(request, edited.pk)
    if do := request.POST.get("do"):
        if ":" in do:
            return screening_views.answer(request, edited, do)
        change_attachments(request, edited, do)
        return redirect(reverse("publications:edit", args=[edited.pk]) + "#attachments")
    messages.success(request, f"已保存（{localtime(draft.edited_at):%H:%M:%S}）。")
    return redirect("publications:edit", edited.pk)


def change_attachments(request: HttpRequest, edited: Item, do: str) -> None:
    """
    Do with the attachments what the pressed button says: "attach", or "rename-7", "up-7", "down-7", "remove-7".

    The buttons belong to the form of the whole draft, so that pressing one never leaves typed text behind.
    """
    if do == "attach":
        return _attach_files(request, edited)
    verb, _, number = do.partition("-")
    attachment = fetch(Attachment.objects.filter(version__item=edited), request.user, _number(number))
    common = {"attachment_id": attachment.pk, "clerk": request.user, "now": timezone.now()}
    try:
        match verb:
            case "remove":
                actions.detach(**common)
                messages.success(request, f"已移除“{attachment.name}”。")
            case "up":
                actions.move_attachment(step=-1, **common)
            case "down":
                actions.move_attachment(step=1, **common)
            case "rename":
                name = request.POST.get(f"attachment-{attachment.pk}", "")
                actions.change_attachment(
                    name=name[:200], alternative_text=attachment.alternative_text, **common
                )
                messages.success(request, "附件名称已改。")
    except NotAllowed as error:
        messages.error(request, str(error))


def _attach_files(request: HttpRequest, edited: Item) -> None:
    uploads = request.FILES.getlist("file")
    added = 0
    for upload in uploads:
        try:
            actions.attach(
                item_id=edited.pk, clerk=request.user, content=upload, name=upload.name, now=timezone.now()
            )
            added += 1
        except NotAllowed as error:
            messages.error(request, f"“{upload.name}”没有上传：{error}")
    if added:
        messages.success(request, f"已上传{added}个附件。")
    if not uploads:
        messages.error(request, "没有选择文件。请先选文件，再点“上传”。")


def _keep_and_tell(request: HttpRequest, edited: Item) -> HttpResponse:
    """Text typed into a draft that has meanwhile been submitted: keep it and show where it is."""
    version = latest_version(edited)
    form = _draft_form(request, version, request.POST)
    form.is_valid()
    try:
        _save(request, edited, form)
    except actions.EditConflict as conflict:
        messages.error(request, str(conflict))
        return redirect("publications:copy", edited.pk, conflict.copy.pk)
    return redirect("publications:item", edited.pk)


def _save(request: HttpRequest, edited: Item, form: DraftForm, *, places: bool = True) -> Version:
    return actions.save_draft(
        item_id=edited.pk,
        clerk=request.user,
        revision=form.cleaned_data.get("revision", -1),
        content=form.saved_content,
        also_in=form.cleaned_data.get("also_in") if places else None,
        topics=form.cleaned_data.get("topics") if places else None,
        now=timezone.now(),
    )


def _draft_form(request: HttpRequest, draft: Version, data) -> DraftForm:
    return DraftForm(
        data,
        instance=draft,
        sections=writable_sections(request.user, draft.item.agency),
        trails=trails(request.county),
        topics=Topic.objects.filter(county=request.user.agency.county_id, closed_at=None),
    )


def _act(request: HttpRequest, pk: int, act, sentence: str, then: str = "publications:item") -> HttpResponse:
    """One button, one action: do it, say so, or say why not."""
    found = fetch(rules.visible_to(request.user), request.user, pk, rules.is_clerk_of)
    try:
        act(item_id=found.pk, clerk=request.user, now=timezone.now())
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("publications:item", found.pk)
    messages.success(request, sentence)
    return redirect(then, found.pk)


def _visible(request: HttpRequest, pk: int) -> Item:
    return fetch(
        rules.visible_to(request.user).select_related("agency", "section", "published_version"),
        request.user,
        pk,
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
