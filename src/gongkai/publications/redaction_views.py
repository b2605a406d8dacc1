"""The page on which a clerk marks what of a file is covered in the public copy. Works without JavaScript."""

import json
import tempfile
from pathlib import Path

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.errors import Conflict, NotAllowed
from gongkai.common.permissions import fetch
from gongkai.files.queries import path_of
from gongkai.screening import actions as screening
from gongkai.screening import sandbox
from gongkai.screening.findings import Place, Unreadable
from gongkai.screening.redaction.kinds import PAGED, REDACTABLE
from gongkai.screening.redaction.marks import Ground

from . import actions, rules
from .actions.redacting import redaction_of
from .models import Attachment, Item
from .screening_state import file_line

DPI = 110
MOST_PAGES = 300  # shown on one page of the desk; a thicker file is split first
LONGEST_WORDS = 2000


class WordsForm(forms.Form):
    words = forms.CharField(
        label="要遮盖的词",
        max_length=LONGEST_WORDS,
        help_text="一行一个：姓名、号码、地址。分行、加空格、全角数字写的也找得到。",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ground = forms.ChoiceField(label="不公开的理由", choices=Ground.choices)

    def clean_words(self):
        words = [each.strip() for each in self.cleaned_data["words"].splitlines() if each.strip()]
        if any(len(each) > 100 for each in words):
            raise forms.ValidationError("一个词不能超过100个字，请分成几行。")
        return list(dict.fromkeys(words))


class NumbersForm(forms.Form):
    """A mark by numbers, in percent of the page, for those who cannot draw."""

    page = forms.IntegerField(label="第几页", min_value=1)
    x = forms.FloatField(label="离左边（%）", min_value=0, max_value=100)
    y = forms.FloatField(label="离上边（%）", min_value=0, max_value=100)
    width = forms.FloatField(label="宽（%）", min_value=0.1, max_value=100)
    height = forms.FloatField(label="高（%）", min_value=0.1, max_value=100)
    ground = forms.ChoiceField(label="不公开的理由", choices=Ground.choices)

    @property
    def mark(self) -> dict:
        data = self.cleaned_data
        sides = {name: data[name] / 100 for name in ("x", "y", "width", "height")}
        return {"page": data["page"], "ground": data["ground"], "word": "", **sides}


def redact(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    item, attachment = _draft_file(request, pk, code)
    if request.method != "POST":
        return _page(request, item, attachment)
    do, _, number = request.POST.get("do", "").partition("-")
    common = _common(request, attachment)
    try:
        match do:
            case "find":
                return _find(request, item, attachment)
            case "add":
                return _add_found(request, item, attachment, common)
            case "place":
                form = NumbersForm(request.POST)
                if not form.is_valid():
                    return _page(request, item, attachment, numbers_form=form, status=422)
                actions.add_marks(marks=[form.mark], **common)
            case "remove":
                actions.clear_redaction(number=int(number) if number.isdecimal() else -1, **common)
            case "clear":
                actions.clear_redaction(**common)
            case "make":
                return _make(request, item, attachment)
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect("publications:redact", item.pk, attachment.code)


@require_POST
def save_marks(request: HttpRequest, pk: int, code: str) -> JsonResponse:
    """Autosave of the drawn marks (``marks``: JSON, ``revision``); answers in JSON with the new revision."""
    item, attachment = _draft_file(request, pk, code)
    try:
        marks, revision = json.loads(request.POST["marks"]), int(request.POST["revision"])
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"error": "页面送来的内容不完整，没有保存。请刷新页面。"}, status=400)
    try:
        kept = actions.save_marks(marks=marks, revision=revision, **_common(request, attachment))
    except NotAllowed as error:
        return JsonResponse({"error": str(error)}, status=409 if isinstance(error, Conflict) else 400)
    return JsonResponse({"revision": kept.revision, "count": len(kept.marks)})


@require_safe
def page_picture(request: HttpRequest, pk: int, code: str, number: int) -> HttpResponse:
    """One page of an upload as a picture, for those who may change the draft; kept nowhere."""
    item, attachment = _draft_file(request, pk, code)
    with tempfile.TemporaryDirectory(prefix="gongkai-page-") as folder:
        target = Path(folder) / "page.png"
        order = _file(attachment) | {"page": number, "dpi": DPI, "target": str(target)}
        try:
            sandbox.run("render", order)
        except Unreadable as error:
            raise Http404("no such page") from error
        response = HttpResponse(target.read_bytes(), content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


def _page(
    request: HttpRequest,
    item: Item,
    attachment: Attachment,
    *,
    words_form: WordsForm | None = None,
    numbers_form: NumbersForm | None = None,
    found: list[dict] | None = None,
    without_text: list[int] | None = None,
    status: int = 200,
) -> HttpResponse:
    kept = redaction_of(item, attachment)
    is_paged = attachment.file.extension in PAGED
    pages, covers = [], []
    if is_paged:
        pages, problem = _pages(attachment, kept.marks if kept else [])
    else:
        covers, problem = _covers(attachment, kept.covers if kept else [])
    context = {
        "item": item,
        "attachment": attachment,
        "is_paged": is_paged,
        "pages": pages,
        "problem": problem,
        "redaction": kept,
        "covers": covers,
        "grounds": Ground.choices,
        "words_form": words_form or WordsForm(initial={"ground": Ground.PERSONAL}),
        "numbers_form": numbers_form or NumbersForm(initial={"ground": Ground.PERSONAL, "page": 1}),
        "found": found,
        "without_text": without_text,
        "line": file_line(item, attachment.version, attachment.code),
    }
    return render(request, "publications/redact.html", context, status=status)


def _pages(attachment: Attachment, marks: list[dict]) -> tuple[list[dict], str]:
    try:
        sizes = sandbox.run("sizes", _file(attachment))["sizes"]
    except Unreadable as error:
        return [], str(error)
    if len(sizes) > MOST_PAGES:
        return [], f"这份文件有{len(sizes)}页，一次最多遮盖{MOST_PAGES}页。请拆成几份后分别上传。"
    pages = []
    for number, (width, height) in enumerate(sizes, start=1):
        # The drawing is a thousand units wide; marks are fractions of the page.
        tall = round(1000 * height / width)
        shown = [
            {
                "number": at + 1,
                "x": round(mark["x"] * 1000, 2),
                "y": round(mark["y"] * tall, 2),
                "width": round(mark["width"] * 1000, 2),
                "height": round(mark["height"] * tall, 2),
                "label": Ground(mark["ground"]).label,
                **{"ground": mark["ground"], "word": mark["word"]},
            }
            for at, mark in enumerate(marks)
            if mark["page"] == number
        ]
        pages.append({"number": number, "tall": tall, "marks": shown})
    return pages, ""


def _covers(attachment: Attachment, covers: list[list]) -> tuple[list[dict], str]:
    """The covered pieces of a text document with what stands there and around it, for whoever may change them."""
    if not covers:
        return [], ""
    try:
        order = _file(attachment) | {"pieces": [cover[:3] for cover in covers]}
        pieces = sandbox.run("pieces", order)["pieces"]
    except Unreadable as error:
        return [], str(error)
    return [
        piece | {"place": Place.from_json(piece["place"]).in_words(), "ground": Ground(ground).label}
        for piece, (*_, ground) in zip(pieces, covers, strict=True)
    ], ""


def _find(request: HttpRequest, item: Item, attachment: Attachment) -> HttpResponse:
    """Look for words; what is certain is covered at once, what may be another word is shown for decision."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _page(request, item, attachment, words_form=form, status=422)
    is_paged = attachment.file.extension in PAGED
    order = _file(attachment) | {"words": form.cleaned_data["words"]}
    try:
        answer = sandbox.run("locate" if is_paged else "search", order)
    except Unreadable as error:
        messages.error(request, str(error))
        return _page(request, item, attachment, words_form=form)
    hits = answer["found"] if is_paged else answer["hits"]
    ground, common = form.cleaned_data["ground"], _common(request, attachment)
    certain = [each for each in hits if each["certain"]]
    if certain:
        _cover(certain, ground, is_paged, common)
        messages.success(request, f"已遮盖{_count(certain, is_paged)}处。")
    doubtful = [_doubt_row(each, is_paged, ground) for each in hits if not each["certain"]]
    if not hits:
        messages.info(request, "没有找到这些词。图片和扫描页上的字请直接画框。")
    return _page(
        request,
        item,
        attachment,
        words_form=form,
        found=doubtful,
        without_text=answer.get("without_text", []),
    )


def _add_found(request: HttpRequest, item: Item, attachment: Attachment, common: dict) -> HttpResponse:
    """Cover what was shown for decision and ticked."""
    hits = []
    for each in request.POST.getlist("hit"):
        try:
            hits.append(json.loads(each))
        except ValueError as error:
            raise NotAllowed("页面送来的内容不完整，没有遮盖。请重新查找。") from error
    if not hits:
        raise NotAllowed("没有勾选。请先在要遮盖的前面打勾。")
    is_paged = attachment.file.extension in PAGED
    try:
        for hit in hits:
            _cover([hit], hit["ground"], is_paged, common)
    except (KeyError, TypeError, ValueError) as error:
        raise NotAllowed("页面送来的内容不完整，没有遮盖。请重新查找。") from error
    messages.success(request, f"已遮盖勾选的{len(hits)}处。")
    return redirect("publications:redact", item.pk, attachment.code)


def _cover(hits: list[dict], ground: str, is_paged: bool, common: dict) -> None:
    if is_paged:
        marks = [box | {"ground": ground, "word": hit["word"]} for hit in hits for box in hit["boxes"]]
        actions.add_marks(marks=marks, **common)
    else:
        covers = [(int(hit["passage"]), int(hit["start"]), int(hit["end"]), ground) for hit in hits]
        actions.add_covers(covers=covers, **common)


def _make(request: HttpRequest, item: Item, attachment: Attachment) -> HttpResponse:
    """Order the public copy with the marks as they are now."""
    line = file_line(item, attachment.version, attachment.code)
    if not line.is_answered:
        messages.error(
            request, "这份文件还有筛查发现没有处理，处理完才能生成公开副本。请到起草页的“筛查发现”里处理。"
        )
    else:
        screening.ask_for_copy(attachment.file, line.recipe)
        messages.success(request, "正在生成公开副本，生成后系统会核对遮盖的内容取不回来。")
    return redirect("publications:redact", item.pk, attachment.code)


def _draft_file(request: HttpRequest, pk: int, code: str) -> tuple[Item, Attachment]:
    item = fetch(
        rules.visible_to(request.user).select_related("agency__county"), request.user, pk, rules.may_edit
    )
    attachment = (
        Attachment.objects.filter(version__item=item, version__number=None, code=code)
        .select_related("file", "version")
        .first()
    )
    if attachment is None or attachment.file.extension not in REDACTABLE:
        raise Http404("no such file")
    return item, attachment


def _file(attachment: Attachment) -> dict:
    return {"path": str(path_of(attachment.file).resolve()), "extension": attachment.file.extension}


def _common(request: HttpRequest, attachment: Attachment) -> dict:
    return {"attachment_id": attachment.pk, "clerk": request.user, "now": timezone.now()}


def _count(hits: list[dict], is_paged: bool) -> int:
    return len(hits) if is_paged else len({hit["occurrence"] for hit in hits})


def _doubt_row(hit: dict, is_paged: bool, ground: str) -> dict:
    place = Place(page=hit["boxes"][0]["page"]) if is_paged else Place.from_json(hit["place"])
    kept = ("word", "boxes") if is_paged else ("word", "passage", "start", "end")
    return {
        "place": place.in_words(),
        "before": hit["before"],
        "shown": hit.get("shown", hit["word"]),
        "after": hit["after"],
        "why": hit["why"],
        "value": json.dumps({name: hit[name] for name in kept} | {"ground": ground}, ensure_ascii=False),
    }
