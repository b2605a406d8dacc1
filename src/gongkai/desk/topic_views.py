"""A topic and what stands in it: items of many rooms under the groups of one topic."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.common.acting import attempt
from gongkai.common.permissions import fetch
from gongkai.publications import topics as actions
from gongkai.publications.enums import Visibility
from gongkai.publications.models import Item, TopicEntry
from gongkai.sections import rules
from gongkai.sections.models import Topic
from gongkai.sections.topic_views import manageable

MOST_FOUND = 20


class AddForm(forms.Form):
    item = forms.ModelChoiceField(Item.objects.none())
    group = forms.CharField(required=False)

    def __init__(self, *args, topic: Topic, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = Item.objects.filter(county=topic.county_id)


@login_required
def topic(request, pk):
    """The topic with its groups; a search finds published items to add."""
    if not rules.may_see_tree(request.user):
        raise PermissionDenied
    topics = Topic.objects.filter(county=request.user.agency.county_id)
    row = fetch(topics.select_related("county"), request.user, pk)
    may_manage = rules.may_manage(request.user, row.county)
    query = request.GET.get("q", "").strip()[:100]
    entries = list(row.entries.select_related("item__agency").order_by("position", "-item"))
    names = [*row.groups, *([""] if not row.groups or any(entry.group == "" for entry in entries) else [])]
    context = {
        "title": row.name,
        "topic": row,
        "groups": [(name, [entry for entry in entries if entry.group == name]) for name in names],
        "may_manage": may_manage,
        "query": query,
        "found": found(row, query) if may_manage and query else [],
    }
    return render(request, "desk/topic.html", context)


def found(topic, query):
    items = Item.objects.filter(county=topic.county_id, visibility=Visibility.PUBLISHED)
    for word in query.split():
        items = items.filter(title__icontains=word)
    items = items.exclude(pk__in=topic.entries.values("item")).select_related("agency")
    return list(items.order_by("-listed_at")[:MOST_FOUND])


@login_required
@require_POST
def add(request, pk):
    row = manageable(request, pk)
    form = AddForm(request.POST, topic=row)
    if form.is_valid():
        item, group = form.cleaned_data["item"], form.cleaned_data["group"]
        attempt(
            request,
            lambda: actions.add_to_topic(topic=row, item=item, group=group, actor=request.user),
            f"“{item}”已经加进专题。",
        )
    else:
        messages.error(request, "要加的信息已经不在了。请重新查找。")
    return redirect("desk:topic", row.pk)


@login_required
@require_POST
def change_entry(request, pk, entry_pk):
    """Up, down, to another group, or out of the topic: the button that was pressed says which."""
    row = manageable(request, pk)
    entry = get_object_or_404(TopicEntry, pk=entry_pk, topic=row)
    act = request.POST.get("act")
    if act == "remove":
        attempt(
            request,
            lambda: actions.remove_from_topic(entry_id=entry.pk, actor=request.user),
            f"“{entry.item}”已经移出专题，它在原来的栏目里仍然公开。",
        )
    elif act == "group":
        group = request.POST.get("group", "")
        attempt(request, lambda: actions.move_in_topic(entry_id=entry.pk, group=group, actor=request.user))
    else:
        by = -1 if act == "up" else 1
        attempt(request, lambda: actions.move_in_topic(entry_id=entry.pk, by=by, actor=request.user))
    return redirect("desk:topic", row.pk)
