"""The desk page of the history: for audit administrators, and for the disclosure office what concerns publishing."""

from django.contrib.auth.decorators import login_required, user_passes_test
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .exports import workbook
from .forms import FilterForm
from .queries import visible_to
from .rules import may_read_everything, may_read_history
from .verify import verify_tail

PAGE = 50
EXPORT_LIMIT = 20_000
# A walk takes about a second for 20,000 events; the whole of a long chain is for the command.
VERIFY_LIMIT = 50_000


def _readers_only(view):
    def allowed(user):
        if user.is_authenticated and not may_read_history(user):
            raise PermissionDenied
        return user.is_authenticated

    return user_passes_test(allowed)(view)


@require_safe
@_readers_only
def events(request):
    """Newest first, one stretch a page along the index; counting a million events would cost more than it tells."""
    form = FilterForm(request.GET)
    found = form.filter(visible_to(request.user))
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        found = found.filter(sequence__lt=int(before))
    rows = list(found[: PAGE + 1])
    asked = request.GET.copy()
    asked.pop("before", None)
    newest = asked.urlencode()
    older = ""
    if len(rows) > PAGE:
        asked["before"] = rows[PAGE - 1].sequence
        older = asked.urlencode()
    return render(
        request,
        "history/list.html",
        {
            "form": form,
            "events": rows[:PAGE],
            "older": older,
            "newest": newest,
            "is_first": not before,
            "is_filtered": any(form.data.get(name) for name in form.fields),
            "limit": EXPORT_LIMIT,
            "may_verify": may_read_everything(request.user),
        },
    )


@require_safe
@_readers_only
def event(request, sequence):
    found = get_object_or_404(visible_to(request.user).select_related("agency"), sequence=sequence)
    return render(request, "history/detail.html", {"event": found})


@require_safe
@_readers_only
def export(request):
    found = FilterForm(request.GET).filter(visible_to(request.user))[:EXPORT_LIMIT]
    response = HttpResponse(
        workbook(found.iterator(chunk_size=2000)),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    response.headers["Content-Disposition"] = 'attachment; filename="history.xlsx"'
    return response


@require_safe
@login_required
def verification(request):
    if not may_read_everything(request.user):
        raise PermissionDenied
    verdict = verify_tail(VERIFY_LIMIT)
    return render(
        request,
        "history/verification.html",
        {"verdict": verdict, "is_tail": verdict.is_whole and verdict.checked < verdict.last_sequence},
    )
