"""Topics at the desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.listing import Badge, Column, Listing
from gongkai.common.permissions import fetch

from . import rules
from . import topics as actions
from .forms import TopicForm
from .models import Topic
from .views import own_county


def manageable(request, pk) -> Topic:
    topics = Topic.objects.filter(county=request.user.agency.county_id).select_related("county")
    return fetch(topics, request.user, pk, lambda user, topic: rules.may_manage(user, topic.county))


def state(topic) -> Badge:
    return Badge("已下线", "empty") if topic.closed_at else Badge("在用", "good")


class TopicListing(Listing):
    title = "专题"
    columns = (
        Column("名称", "name", order_by="name", link=True),
        Column("网址代码", "code", order_by="code"),
        Column("分组", lambda topic: "、".join(topic.groups)),
        Column("信息", "count", order_by="count"),
        Column("开设日期", "opened_on", order_by="opened_on"),
        Column("情况", state, order_by="closed_at"),
    )
    search_fields = ("name", "code")
    search_label = "名称或网址代码"
    default_order = ("position", "-pk")
    template = "sections/topics.html"
    empty = "还没有专题。需要把分散在各栏目的信息集中展示时，点“新建专题”。"

    def row_url(self, topic):
        return reverse("desk:topic", args=[topic.pk])


@login_required
def topics(request):
    if not rules.may_see_tree(request.user):
        raise PermissionDenied
    rows = Topic.objects.filter(county=request.user.agency.county_id).annotate(count=Count("entries"))
    may_manage = rules.may_manage(request.user, request.user.agency.county)
    return TopicListing(request, rows).response(may_manage=may_manage)


def said(form) -> dict:
    data = dict(form.cleaned_data)
    data["groups"] = data.pop("groups_text")
    return data


@login_required
def create(request):
    county = own_county(request)
    form = TopicForm(request.POST or None, initial={"opened_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        topic = attempt_form(
            form, lambda: actions.create_topic(county=county, actor=request.user, **said(form))
        )
        if topic:
            messages.success(request, f"已新建专题“{topic.name}”。现在可以把信息加进来。")
            return redirect("desk:topic", topic.pk)
    context = {
        "title": "新建专题",
        "form": form,
        "button": "新建专题",
        "cancel_url": reverse("sections:topics"),
    }
    return render(request, "desk/form.html", context)


@login_required
def change(request, pk):
    topic = manageable(request, pk)
    form = TopicForm(request.POST or None, instance=topic)
    if request.method == "POST" and form.is_valid():
        saved = attempt_form(
            form, lambda: actions.change_topic(topic_id=topic.pk, actor=request.user, **said(form))
        )
        if saved:
            messages.success(request, f"专题“{saved.name}”的改动已保存。")
            return redirect("desk:topic", topic.pk)
    cancel = reverse("desk:topic", args=[topic.pk])
    return render(
        request, "desk/form.html", {"title": f"修改专题“{topic.name}”", "form": form, "cancel_url": cancel}
    )


@login_required
@require_POST
def shift(request, pk):
    topic = manageable(request, pk)
    by = -1 if request.POST.get("way") == "up" else 1
    attempt(request, lambda: actions.shift_topic(topic_id=topic.pk, by=by, actor=request.user))
    return redirect("desk:topic", topic.pk)


@login_required
@require_POST
def close(request, pk):
    topic = manageable(request, pk)
    cancel = reverse("desk:topic", args=[topic.pk])
    if not is_confirmed(request):
        return confirm(
            request,
            title=f"专题“{topic.name}”下线",
            question="下线以后，专题不再出现在网站的专题列表里，信息员也不能再选它。要下线吗？",
            consequences=["专题里的信息仍在各自的栏目里公开。", "以后可以重新上线。"],
            button="下线",
            cancel_url=cancel,
        )
    attempt(
        request,
        lambda: actions.close_topic(topic_id=topic.pk, actor=request.user, now=timezone.now()),
        f"专题“{topic.name}”已经下线。",
    )
    return redirect(cancel)


@login_required
@require_POST
def reopen(request, pk):
    topic = manageable(request, pk)
    attempt(
        request,
        lambda: actions.reopen_topic(topic_id=topic.pk, actor=request.user),
        f"专题“{topic.name}”重新上线。",
    )
    return redirect("desk:topic", topic.pk)
