"""The word lists at the desk: everybody who writes or reviews may look, the disclosure office keeps them."""

from functools import cached_property

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gongkai.common.acting import attempt, attempt_form
from gongkai.common.errors import NotAllowed
from gongkai.common.listing import Badge, BulkAct, Column, Listing, excel_response
from gongkai.common.permissions import fetch

from . import rules, word_lists, word_table
from .detectors import detect
from .detectors.writing import builtin_words
from .findings import Passage, Place
from .forms import TableForm, TryForm, WordFilter, WordForm
from .models import WordLine
from .queries import lists_of
from .recording import rows_of
from .reports import told
from .word_rows import parse_pk, word_rows
from .word_table import OWN


def readers_only(user) -> None:
    if not rules.may_see_lists(user):
        raise PermissionDenied


def keepers_only(user) -> None:
    if not rules.may_keep_lists(user):
        raise PermissionDenied


class WordListing(Listing):
    """Own and built-in words together: rows of memory and not of a table, so filtering is done here."""

    title = "词表"
    columns = (
        Column("种类", lambda row: row.kind.label),
        Column("词语", "text", link=True),
        Column("改为", "instead"),
        Column("说明", "note"),
        Column("不算的情形", "unless"),
        Column("依据", "source"),
        Column(
            "启用",
            lambda row: Badge("启用", "good") if row.is_active else Badge("停用", "empty"),
            export=lambda row: row.is_active,
        ),
        Column("来源", "origin"),
    )
    search_fields = ("text", "instead", "note")
    search_label = "词语、改法或说明"
    filter_form = WordFilter
    empty = "词表还是空的。"
    template = "screening/words.html"

    def __init__(self, request, rows):
        super().__init__(request, rows)
        if rules.may_keep_lists(request.user):
            self.bulk = (BulkAct("off", "停用"), BulkAct("on", "启用"))
            self.bulk_url = reverse("screening:words_switch")

    @cached_property
    def found(self):
        asked = self.form.cleaned_data if self.form.is_bound and self.form.is_valid() else {}
        words = self.query.split()
        return [row for row in self.base if _matches(row, asked, words)]

    def row_url(self, row):
        if not rules.may_keep_lists(self.request.user):
            return ""
        if row.line_id:
            return reverse("screening:word", args=[row.line_id])
        said = {"kind": row.kind, "text": row.text, "instead": row.instead, "note": row.note}
        return f"{reverse('screening:word_add')}?{urlencode({**said, 'unless': row.unless})}"

    def excel(self):
        rows = ([column.exported(row) for column in self.columns] for row in self.found)
        return excel_response(self.title, [column.label for column in self.columns], rows)


def _matches(row, asked: dict, words: list[str]) -> bool:
    return (
        all(any(word in said for said in (row.text, row.instead, row.note)) for word in words)
        and asked.get("kind", "") in ("", row.kind)
        and asked.get("origin", "") in ("", row.origin)
        and asked.get("state", "") in ("", "on" if row.is_active else "off")
    )


@login_required
@require_safe
def words(request):
    readers_only(request.user)
    listing = WordListing(request, word_rows(request.user.agency.county))
    return listing.response(may_keep=rules.may_keep_lists(request.user))


@login_required
def word_add(request):
    """A new line; opened from a built-in word it is filled with what that says, to say it differently here."""
    keepers_only(request.user)
    filled = {name: value for name, value in request.GET.items() if name in WordForm.Meta.fields}
    form = WordForm(request.POST or None, initial=filled)
    if request.method == "POST" and form.is_valid():
        made = attempt_form(
            form,
            lambda: word_lists.add_word(
                county=request.user.agency.county,
                values=form.values(),
                actor=request.user,
                now=timezone.now(),
            ),
        )
        if made:
            messages.success(request, f"已增加“{made.text}”，下一次筛查就会用上。")
            return redirect("screening:words")
    context = {
        "title": "改用本县的说法" if filled else "增加词语",
        "introduction": "系统自带的词不能直接改。在这里存一行本县的，以本县的为准。" if filled else "",
        "form": form,
        "cancel_url": reverse("screening:words"),
    }
    return render(request, "desk/form.html", context)


@login_required
def word(request, pk):
    keepers_only(request.user)
    county = request.user.agency.county
    line = fetch(WordLine.objects.filter(county=county), request.user, pk)
    form = WordForm(request.POST or None, instance=line)
    if request.method == "POST" and form.is_valid():
        changed = attempt_form(
            form,
            lambda: word_lists.change_word(
                word_id=pk, county=county, values=form.values(), actor=request.user, now=timezone.now()
            ),
        )
        if changed:
            messages.success(request, f"“{changed.text}”已保存，下一次筛查就会用上。")
            return redirect("screening:words")
    context = {"title": f"修改“{line.text}”", "form": form, "line": line}
    return render(request, "screening/word.html", context)


@login_required
@require_POST
def words_switch(request):
    keepers_only(request.user)
    ticked = [key for pk in request.POST.getlist("pk") if (key := parse_pk(pk))]
    known = {(row.kind, row.text) for row in word_rows(request.user.agency.county)}
    ticked = [key for key in ticked if key in known]
    if not ticked or request.POST.get("act") not in ("on", "off"):
        messages.error(request, "没有勾选词语。请在左边勾选，再按“停用”或“启用”。")
        return redirect("screening:words")
    is_active = request.POST["act"] == "on"
    words = "启用" if is_active else "停用"
    attempt(
        request,
        lambda: _switch(request, ticked, is_active, words),
    )
    return redirect("screening:words")


def _switch(request, ticked, is_active: bool, words: str) -> None:
    count = word_lists.switch_words(
        county=request.user.agency.county,
        words=ticked,
        is_active=is_active,
        actor=request.user,
        now=timezone.now(),
    )
    rest = f"，其余{len(ticked) - count}个本来就是这样" if count < len(ticked) else ""
    messages.success(request, f"已{words}{count}个词{rest}。")


@never_cache
@login_required
def words_import(request):
    """Upload, look at what each line would do, then send exactly that text back (as with people)."""
    keepers_only(request.user)
    county = request.user.agency.county
    context = {"title": "导入词表", "form": TableForm(), "columns": word_table.COLUMNS}
    if request.method != "POST":
        return render(request, "screening/words_import.html", context)
    own = WordLine.objects.filter(county=county)
    try:
        if "table" in request.POST:
            rows = word_table.check(word_table.read_text(request.POST["table"]), own, builtin_words())
            if any(row.errors for row in rows):
                raise NotAllowed("表格里还有错误，一行也没有导入。请改好后重新上传。")
            added, changed = word_lists.import_words(
                county=county,
                lines=[row.values for row in rows if row.is_change],
                actor=request.user,
                now=timezone.now(),
            )
            messages.success(request, f"已导入：新增{added}个，改动{changed}个。")
            return redirect(f"{reverse('screening:words')}?{urlencode({'origin': OWN})}")
        context["form"] = form = TableForm(request.POST, request.FILES)
        if form.is_valid():
            text = word_table.text_of(form.cleaned_data["file"].read())
            rows = word_table.check(word_table.read_text(text), own, builtin_words())
            context |= {
                "rows": rows,
                "table": text,
                "wrong": sum(bool(row.errors) for row in rows),
                "changes": sum(row.is_change for row in rows),
            }
    except NotAllowed as error:
        context["refused"] = str(error)
    return render(request, "screening/words_import.html", context)


@never_cache
@login_required
def words_try(request):
    """What the lists find in a pasted text; nothing of it is kept."""
    readers_only(request.user)
    form = TryForm(request.POST or None)
    context = {"title": "试一试", "form": form}
    if request.method == "POST" and form.is_valid():
        lines = form.cleaned_data["text"].splitlines()
        passages = [
            Passage(line, Place(paragraph=number))
            for number, line in enumerate(lines, start=1)
            if line.strip()
        ]
        found = detect(passages, lists_of(request.user.agency.county))
        context["found"] = [told(row) for row in rows_of(found, passages)]
    return render(request, "screening/words_try.html", context)
