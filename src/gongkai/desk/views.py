"""The landing page of the desk."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from gongkai.annual_reports import todo as annual_reports
from gongkai.common.todo import by_due
from gongkai.publications import queries as publications
from gongkai.screening import record_queries as screening

from .overview import first_steps, overview


@login_required
def todo(request):
    """What waits for this person, by what is due; for a newcomer, what to do first."""
    now = timezone.now()
    groups = [
        *publications.todo(request.user, now),
        *screening.todo(request.user, now),
        *annual_reports.todo(request.user, now),
        *overview(request.user, now),
    ]
    for group in groups:
        group.entries[:] = by_due(group.entries)
    context = {
        "title": "待办",
        "groups": [group for group in groups if group.entries],
        "first_steps": first_steps(request.user),
        "quiet": [group.empty_sentence for group in groups if not group.entries],
    }
    return render(request, "desk/todo.html", context)


def nowhere(request, address):
    """An address of the desk that leads nowhere gets the desk's own page."""
    raise Http404
