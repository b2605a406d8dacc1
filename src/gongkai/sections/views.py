"""The tree of sections at the desk: everybody with a role may look, section administrators shape it."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.confirm import confirm, is_confirmed
from gongkai.common.listing import excel_response
from gongkai.common.permissions import fetch

from . import actions, rules
from .forms import ArchiveForm, OwnersForm, SectionForm, TreeFilter
from .freshness import State, veto_findings
from .models import Section
from .outline import TONES, narrowed, outline, owners_of, standing
from .queries import ancestors, section_dues, subtree, tree, walk

FEW = 60  # a tree of up to so many sections is shown unfolded


def visible_sections(request) -> QuerySet[Section]:
    """The sections of the person's county; whoever has no role at the desk is refused."""
    if not rules.may_see_tree(request.user):
        raise PermissionDenied
    return Section.objects.filter(county=request.user.agency.county_id).select_related(
        "county", "parent", "chain"
    )


def manageable(request, pk) -> Section:
    return fetch(
        visible_sections(request), request.user, pk, lambda user, row: rules.may_manage(user, row.county)
    )


def own_county(request):
    """The county whose tree the person may shape, or 403."""
    county = request.user.agency.county
    if not rules.may_manage(request.user, county):
        raise PermissionDenied
    return county


@login_required
def section_tree(request):
    """The whole tree, folded; a filter leaves the branches that hold what was looked for, unfolded."""
    sections = visible_sections(request).prefetch_related("owners")
    county = request.user.agency.county
    today = timezone.localdate()
    if "archived" not in request.GET:
        sections = sections.filter(archived_at=None)
    roots = tree(county, sections)
    total = sum(1 for _ in walk(roots))
    if request.GET.get("export") == "xlsx":
        return tree_as_excel(roots, today)
    form = TreeFilter(request.GET, county=county)
    wanted = form.cleaned_data if form.is_valid() else {}
    is_filtered = any(wanted.values())
    if is_filtered:
        roots = narrowed(roots, partial(matches, wanted, today))
    near = near_path(request)
    unfold = is_filtered or total <= FEW or request.GET.get("open") == "all"
    context = {
        "title": "栏目",
        "form": form,
        "is_filtered": is_filtered,
        "total": total,
        "found": sum(1 for _ in walk(roots)) if is_filtered else total,
        "rows": outline(roots, today, near=near, unfold=unfold),
        "may_manage": rules.may_manage(request.user, county),
        "owners_form": OwnersForm(county=county),
        "shows_archived": "archived" in request.GET,
    }
    return render(request, "sections/tree.html", context)


def matches(wanted, today, node) -> bool:
    section = node.section
    word = wanted["q"].strip().lower()
    if word and word not in section.name.lower() and word not in section.code:
        return False
    if wanted["owner"] and wanted["owner"] not in section.owners.all():
        return False
    if wanted["rule"] and section.update_rule != wanted["rule"]:
        return False
    if wanted["state"]:
        stands = standing(node, today)
        return stands is not None and stands.state == wanted["state"]
    return True


def near_path(request) -> str:
    """The address of the section just worked on, so that its branch is open when the page comes back."""
    near = request.GET.get("near", "")
    if not near.isdecimal():
        return ""
    return visible_sections(request).filter(pk=near).values_list("path", flat=True).first() or ""


def tree_as_excel(roots, today):
    heads = [
        "层级",
        "栏目",
        "上级栏目",
        "网址",
        "形式",
        "更新要求",
        "最近更新",
        "更新情况",
        "主管单位",
        "审核流程",
        "首页列出",
        "状态",
    ]
    above = {node.section.pk: node.section.name for node in walk(roots)}

    def line(node):
        section, stands = node.section, standing(node, today)
        return [
            section.depth,
            section.name,
            above.get(section.parent_id, ""),
            section.path,
            section.get_layout_display(),
            section.get_update_rule_display(),
            node.last_on,
            stands.in_words if stands else "",
            owners_of(section, most=99),
            section.chain.name if section.chain else "",
            "是" if section.on_home_page else "",
            "已归档" if section.archived_at else "在用",
        ]

    return excel_response("栏目", heads, map(line, walk(roots)))


@login_required
def section(request, pk):
    """One section: what it is, where it stands, what lies below it, what happened to it."""
    row = fetch(visible_sections(request), request.user, pk)
    [node] = [node for node in walk(tree(row.county, subtree(row))) if node.section.pk == row.pk]
    stands = standing(node, timezone.localdate())
    context = {
        "title": row.name,
        "section": row,
        "trail": ancestors(row),
        "children": [child.section for child in node.children],
        "last_on": node.last_on,
        "stands": stands,
        "tone": TONES.get(stands.state, "") if stands else "",
        "owners": row.owners.all(),
        "former": row.former_paths.order_by("path")[:20],
        "may_manage": rules.may_manage(request.user, row.county),
    }
    return render(request, "sections/section.html", context)


@login_required
def create(request):
    county = own_county(request)
    parents = visible_sections(request).filter(archived_at=None)
    parent = fetch(parents, request.user, request.GET["parent"]) if request.GET.get("parent") else None
    form = SectionForm(request.POST or None, county=county, initial={"open_to_all": False})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = attempt_form(
            form,
            lambda: actions.create_section(
                county=county, parent_id=parent.pk if parent else None, actor=request.user, **data
            ),
        )
        if made:
            messages.success(request, f"已新建栏目“{made.name}”，网址是 {made.path}。")
            return redirect("sections:section", made.pk)
    where = f"新栏目排在“{parent.name}”下面。" if parent else "新栏目是一级栏目。"
    cancel = reverse("sections:section", args=[parent.pk]) if parent else reverse("sections:tree")
    context = {
        "title": "新建栏目",
        "form": form,
        "introduction": where,
        "button": "新建栏目",
        "cancel_url": cancel,
    }
    return render(request, "desk/form.html", context)


@login_required
def change(request, pk):
    row = manageable(request, pk)
    form = SectionForm(request.POST or None, instance=row, county=row.county)
    if request.method == "POST" and form.is_valid():

        @transaction.atomic
        def save():
            name, code = form.cleaned_data["name"], form.cleaned_data["code"]
            actions.rename_section(section_id=row.pk, name=name, code=code, actor=request.user)
            return actions.change_section(section_id=row.pk, actor=request.user, **form.settings())

        if saved := attempt_form(form, save):
            messages.success(request, f"栏目“{saved.name}”的改动已保存。")
            return redirect("sections:section", row.pk)
    cancel = reverse("sections:section", args=[row.pk])
    context = {"title": f"修改栏目“{row.name}”", "form": form, "cancel_url": cancel}
    return render(request, "desk/form.html", context)


@login_required
@require_POST
def shift(request):
    """The ticked section goes up or down by one; it comes back ticked, to be pressed again."""
    own_county(request)
    ticked = request.POST.getlist("pk")
    if len(ticked) != 1:
        messages.error(request, "上移、下移一次只能办一个栏目。请只勾选一个，再按一次。")
        return redirect("sections:tree")
    row = manageable(request, ticked[0])
    by = -1 if request.POST.get("way") == "up" else 1
    attempt(request, lambda: actions.shift_section(section_id=row.pk, by=by, actor=request.user))
    return redirect(f"{reverse('sections:tree')}?near={row.pk}#s{row.pk}")


@login_required
@require_POST
def owners(request):
    """Give or take one agency for all ticked sections."""
    county = own_county(request)
    form = OwnersForm(request.POST, county=county)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, errors[0])
        return redirect("sections:tree")
    agency, ticked, is_owner = (
        form.cleaned_data["agency"],
        form.cleaned_data["pk"],
        request.POST["act"] == "add",
    )
    if len(ticked) > 1 and not is_confirmed(request):
        return confirm(
            request,
            title="批量调整主管单位",
            question=f"要把“{agency.short_name}”{'加为' if is_owner else '不再作为'}下列栏目的主管单位吗？",
            consequences=["主管单位的信息员可以在这些栏目里起草和发布信息。"]
            if is_owner
            else ["这个单位的信息员以后不能再向这些栏目起草信息，已发布的信息不受影响。"],
            concerned=[row.name for row in ticked],
            button="确定",
            cancel_url=reverse("sections:tree"),
            is_dangerous=False,
        )
    pks = [row.pk for row in ticked]
    count = actions.change_owners(
        county=county, section_ids=pks, agency=agency, is_owner=is_owner, actor=request.user
    )
    what = "加为主管单位" if is_owner else "取消主管单位"
    messages.success(
        request, f"已在{count}个栏目把“{agency.short_name}”{what}；其余{len(pks) - count}个本来就是这样。"
    )
    return redirect(f"{reverse('sections:tree')}?near={pks[0]}#s{pks[0]}")


@login_required
def archive(request, pk):
    row = manageable(request, pk)
    cancel = reverse("sections:section", args=[row.pk])
    below = list(subtree(row).filter(archived_at=None).exclude(pk=row.pk))
    form = ArchiveForm(
        request.POST if is_confirmed(request) else None,
        section=row,
        label="访问旧网址的人转到",
        required=False,
    )
    if not below:
        del form.fields["with_children"]
    if is_confirmed(request) and form.is_valid():
        target = form.cleaned_data["target"]
        gone = attempt_form(
            form,
            lambda: actions.archive_section(
                section_id=row.pk,
                redirect_to_id=target.pk if target else None,
                with_children=form.cleaned_data.get("with_children", False),
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if gone:
            messages.success(request, f"已归档{len(gone)}个栏目。需要时可以在栏目页面恢复。")
            return redirect(cancel)
    return confirm(
        request,
        title=f"归档栏目“{row.name}”",
        question="归档以后，这个栏目不再出现在网站上，也不能再向它发布信息。要归档吗？",
        consequences=[
            "栏目里已公开的信息不会撤下，仍然可以搜索到、用原来的网址打开。",
            "访问栏目旧网址的人，会转到您在下面选的栏目；不选的，看到“没有找到页面”。",
            "以后可以恢复。",
        ],
        concerned=[row.name, *(child.name for child in below)],
        button="归档",
        cancel_url=cancel,
        form=form,
    )


@login_required
@require_POST
def reopen(request, pk):
    row = manageable(request, pk)
    attempt(
        request,
        lambda: actions.reopen_section(section_id=row.pk, actor=request.user),
        f"栏目“{row.name}”已经恢复，重新出现在网站上。",
    )
    return redirect("sections:section", row.pk)


@login_required
def monitor(request):
    """Which sections are late or empty, and how near the county is to a veto (domain_rules 6.3)."""
    visible_sections(request)
    county = request.user.agency.county
    dues = section_dues(county, timezone.now())
    overdue = sum(due.state == State.OVERDUE for due in dues)
    empty = sum(due.state == State.EMPTY for due in dues)
    form = TreeFilter(request.GET, county=county)
    wanted = form.cleaned_data if form.is_valid() else {}
    if any(wanted.values()):
        shown = [due for due in dues if due_matches(wanted, due)]
    else:
        shown = [due for due in dues if due.state in (State.OVERDUE, State.EMPTY, State.SOON)]
    order = {State.OVERDUE: 0, State.EMPTY: 1, State.SOON: 2}
    shown.sort(key=lambda due: (order.get(due.state, 3), due.freshness.days or 0))
    if request.GET.get("export") == "xlsx":
        return monitor_as_excel(shown)
    query = request.GET.copy()
    query["export"] = "xlsx"
    context = {
        "title": "栏目更新监测",
        "form": form,
        "is_filtered": any(wanted.values()),
        "dues": [(due, TONES.get(due.state, ""), owners_of(due.section)) for due in shown],
        "overdue": overdue,
        "empty": empty,
        "soon": sum(due.state == State.SOON for due in dues),
        "watched": len(dues),
        "findings": veto_findings(overdue, empty),
        "export_url": f"?{query.urlencode()}",
    }
    return render(request, "sections/monitor.html", context)


def due_matches(wanted, due) -> bool:
    section, word = due.section, wanted["q"].strip().lower()
    return (
        (not word or word in section.name.lower() or word in section.code)
        and (not wanted["owner"] or wanted["owner"] in section.owners.all())
        and (not wanted["rule"] or section.update_rule == wanted["rule"])
        and (not wanted["state"] or due.state == wanted["state"])
    )


def monitor_as_excel(dues):
    heads = ["栏目", "网址", "更新要求", "主管单位", "最近更新", "最迟应更新", "情况"]
    lines = (
        [
            due.section.name,
            due.section.path,
            due.section.get_update_rule_display(),
            owners_of(due.section, most=99),
            due.last_on,
            due.freshness.due_on,
            due.freshness.in_words,
        ]
        for due in dues
    )
    return excel_response("栏目更新监测", heads, lines)
