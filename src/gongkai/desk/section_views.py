"""Moving and merging sections: pages that touch the tree and the items that stand in it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.errors import NotAllowed
from gongkai.publications.models import Item
from gongkai.sections.forms import SectionMoveForm, TargetForm
from gongkai.sections.models import Section
from gongkai.sections.views import manageable

from . import tree


@login_required
def move(request, pk):
    """Choose a new parent. Dragging in the tree posts here too and says before which sibling it was dropped."""
    section = manageable(request, pk)
    if request.method == "POST" and request.POST.get("from") == "tree":
        return dropped(request, section)
    form = SectionMoveForm(request.POST or None, section=section)
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"]
        parent_id = parent.pk if parent else None
        siblings = Section.objects.filter(county=section.county, parent=parent_id).exclude(pk=section.pk)
        first = (
            siblings.values_list("pk", flat=True).first() if form.cleaned_data["place"] == "first" else None
        )
        moved = attempt_form(
            form,
            lambda: tree.move(
                section_id=section.pk, parent_id=parent_id, before_id=first, actor=request.user
            ),
        )
        if moved:
            messages.success(request, f"栏目“{moved.name}”现在的网址是 {moved.path}，旧网址会自动转过来。")
            return redirect("sections:section", moved.pk)
    context = {
        "title": f"移动栏目“{section.name}”",
        "introduction": "下级栏目跟着一起移动。栏目的网址会改变，旧网址自动转到新网址。",
        "form": form,
        "button": "移动",
        "cancel_url": reverse("sections:section", args=[section.pk]),
    }
    return render(request, "desk/section_move.html", context)


def dropped(request, section):
    parent, before = (request.POST.get(name, "") for name in ("parent", "before"))
    ids = [int(value) if value.isdecimal() else None for value in (parent, before)]
    known = set(Section.objects.filter(county=section.county).values_list("pk", flat=True))
    if all(pk is None or pk in known for pk in ids):
        attempt(
            request,
            lambda: tree.move(section_id=section.pk, parent_id=ids[0], before_id=ids[1], actor=request.user),
            f"栏目“{section.name}”已经移动。",
        )
    else:
        messages.error(request, "要移到的栏目已经不在了。请刷新页面后再试。")
    return redirect(f"{reverse('sections:tree')}?near={section.pk}#s{section.pk}")


@login_required
def merge(request, pk):
    """First which section takes over, then what that means, then it is done."""
    section = manageable(request, pk)
    cancel = reverse("sections:section", args=[section.pk])
    form = TargetForm(request.POST or None, section=section, label="并入哪个栏目", required=True)
    if request.method == "POST" and form.is_valid():
        target = form.cleaned_data["target"]
        if not is_confirmed(request):
            items = Item.objects.filter(listings__section=section, listings__is_direct=True).count()
            return confirm(
                request,
                title=f"把“{section.name}”并入“{target.name}”",
                question="请再看一遍会发生什么。并入以后不能自动分开。",
                consequences=[
                    f"“{section.name}”里已公开的{items}条信息，改在“{target.name}”里列出，网址和发布日期不变。",
                    f"“{section.name}”归档，访问它的人转到“{target.name}”。",
                    f"正在起草的信息也改到“{target.name}”。",
                ],
                button="并入",
                cancel_url=cancel,
            )
        try:
            count = tree.merge(
                source_id=section.pk, target_id=target.pk, actor=request.user, now=timezone.now()
            )
        except NotAllowed as error:
            messages.error(request, str(error))
            return redirect(cancel)
        messages.success(request, f"“{section.name}”的{count}条信息已经并入“{target.name}”。")
        return redirect("sections:section", target.pk)
    context = {
        "title": f"把“{section.name}”并入其他栏目",
        "introduction": "选好以后，下一页会说明涉及多少条信息，确认了才办理。",
        "form": form,
        "button": "下一步",
        "cancel_url": cancel,
    }
    return render(request, "desk/section_move.html", context)
