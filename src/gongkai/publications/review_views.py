"""The reviewers' acts on an item, and the printed review form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.common.errors import NotAllowed
from gongkai.common.permissions import fetch
from gongkai.review.enums import Decision
from gongkai.review.models import ReviewStep
from gongkai.review.rules import awaiting_decision, awaiting_secrecy

from . import actions, rules
from .forms import DecisionForm, EarlyReleaseForm, SecrecyForm, SettleRequestForm
from .item_page import item_page
from .models import Item
from .queries import under_review
from .review_form import review_form_file

DONE = {
    Decision.APPROVED: "已签署“同意”。",
    Decision.APPROVED_WITH_REQUEST: "已签署“同意”，修改要求已转给起草人。",
    Decision.RETURNED: "已退回，起草人会在待办里看到您的意见。",
}


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    item = _visible(request, pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return item_page(request, item, decision_form=form, status=422)
    try:
        item = actions.decide(item_id=item.pk, reviewer=request.user, now=timezone.now(), **form.cleaned_data)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return item_page(request, _visible(request, pk), decision_form=form, status=409)
    sentence = DONE[form.cleaned_data["decision"]]
    messages.success(request, sentence + ("这条信息已经发布。" if item.is_public else ""))
    return redirect("publications:item", item.pk)


@require_POST
def tick_secrecy(request: HttpRequest, pk: int) -> HttpResponse:
    item = _visible(request, pk)
    form = SecrecyForm(request.POST, auto_id=f"id_{request.POST.get('kind', '')}_%s")
    if not form.is_valid():
        return item_page(request, item, secrecy_form=form, status=422)
    try:
        actions.tick_secrecy(item_id=item.pk, checker=request.user, now=timezone.now(), **form.cleaned_data)
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("publications:item", item.pk)
    messages.success(request, "这一项保密审查已记录。")
    return redirect("publications:item", item.pk)


@require_POST
def release_early(request: HttpRequest, pk: int) -> HttpResponse:
    item = _visible(request, pk)
    form = EarlyReleaseForm(request.POST)
    if not form.is_valid():
        return item_page(request, item, early_form=form, status=422)
    try:
        actions.release_early(item_id=item.pk, releaser=request.user, now=timezone.now(), **form.cleaned_data)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return item_page(request, _visible(request, pk), early_form=form, status=409)
    messages.success(request, "已先行发布。审核继续进行，做完之前一直列在待办里。")
    return redirect("publications:item", item.pk)


@require_POST
def settle_request(request: HttpRequest, pk: int, step_pk: int) -> HttpResponse:
    item = fetch(rules.visible_to(request.user), request.user, pk, rules.may_settle_request)
    step = fetch(ReviewStep.objects.filter(review__version__item=item), request.user, step_pk)
    form = SettleRequestForm(request.POST)
    if not form.is_valid():
        return item_page(request, item, settle_form=form, status=422)
    try:
        actions.settle_request(step_id=step.pk, clerk=request.user, now=timezone.now(), **form.cleaned_data)
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "修改要求已办结。")
    return redirect("publications:item", item.pk)


def queue(request: HttpRequest) -> HttpResponse:
    """Everything under review that this person may see, and which of it waits for them."""
    mine = set(awaiting_decision(request.user).values_list("pk", flat=True))
    secrecy = set(awaiting_secrecy(request.user).values_list("pk", flat=True))
    reviews = list(under_review(request.user)[:500])
    context = {"reviews": reviews, "mine": mine, "secrecy": secrecy, "now": timezone.now()}
    return render(request, "publications/queue.html", context)


def review_form(request: HttpRequest, pk: int, number: int, form: str) -> HttpResponse:
    """The 审核单 of one version as PDF or Word."""
    item = _visible(request, pk)
    version = fetch(item.versions.filter(review__isnull=False), request.user, _pk_of(item, number))
    content, media_type, name = review_form_file(item, version, form=form, now=timezone.now())
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = name
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _visible(request: HttpRequest, pk: int) -> Item:
    return fetch(
        rules.visible_to(request.user).select_related("agency__county", "section", "published_version"),
        request.user,
        pk,
    )


def _pk_of(item: Item, number: int) -> int | None:
    return item.versions.filter(number=number).values_list("pk", flat=True).first()
