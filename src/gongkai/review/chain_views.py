"""Review chains at the desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.permissions import fetch

from . import chains as actions
from .chain_forms import ChainForm, LevelForms, levels_of
from .models import Chain, ChainLevel

MOST_NAMED = 30  # sections named one by one on a chain's page


def own_county(request):
    county = request.user.agency.county
    if not actions.may_manage_chains(request.user, county):
        raise PermissionDenied
    return county


def chains_of(county):
    levels = Prefetch("levels", ChainLevel.objects.select_related("agency").order_by("position"))
    in_use = Count("sections", filter=Q(sections__archived_at=None))
    return Chain.objects.filter(county=county).prefetch_related(levels).annotate(section_count=in_use)


@login_required
def chains(request):
    county = own_county(request)
    return render(request, "review/chains.html", {"title": "审核流程", "chains": chains_of(county)})


@login_required
def chain(request, pk):
    row = fetch(chains_of(own_county(request)), request.user, pk)
    sections = row.sections.filter(archived_at=None).order_by("path")
    context = {
        "title": row.name,
        "chain": row,
        "sections": sections[:MOST_NAMED],
        "more": max(row.section_count - MOST_NAMED, 0),
    }
    return render(request, "review/chain.html", context)


@login_required
def create(request):
    return edit(request, own_county(request), None)


@login_required
def change(request, pk):
    county = own_county(request)
    return edit(request, county, fetch(chains_of(county), request.user, pk))


def edit(request, county, row):
    initial = [
        {"label": level.label, "role": level.role, "agency": level.agency_id}
        for level in (row.levels.all() if row else ())
    ]
    form = ChainForm(request.POST or None, initial={"name": row.name if row else ""})
    levels = LevelForms(
        request.POST or None, prefix="levels", initial=initial, form_kwargs={"county": county}
    )
    if request.method == "POST" and form.is_valid() and levels.is_valid():
        said = {"name": form.cleaned_data["name"], "levels": levels_of(levels), "actor": request.user}
        if row is None:
            saved = attempt_form(form, lambda: actions.create_chain(county=county, **said))
        else:
            saved = attempt_form(form, lambda: actions.change_chain(chain_id=row.pk, **said))
        if saved:
            messages.success(request, f"审核流程“{saved.name}”已保存，从现在起送审的信息按它审核。")
            return redirect("desk:chains:chain", saved.pk)
    context = {
        "title": f"修改审核流程“{row.name}”" if row else "新建审核流程",
        "form": form,
        "levels": levels,
        "cancel_url": reverse("desk:chains:chain", args=[row.pk]) if row else reverse("desk:chains:list"),
    }
    return render(request, "review/chain_form.html", context)


@login_required
@require_POST
def make_default(request, pk):
    row = fetch(chains_of(own_county(request)), request.user, pk)
    attempt(
        request,
        lambda: actions.make_default(chain_id=row.pk, actor=request.user),
        f"没有另行指定流程的栏目，从现在起都用“{row.name}”。",
    )
    return redirect("desk:chains:chain", row.pk)
