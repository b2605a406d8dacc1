"""
Lists of the desk: columns and filters are named, the rest is here.

    class PersonListing(Listing):
        title = "人员"
        columns = (
            Column("姓名", "name", order_by="name", link=True),
            Column("单位", "agency.short_name", order_by="agency__position"),
            Column("状态", state_badge),
        )
        search_fields = ("name", "username")
        filter_form = PersonFilters
        empty = "还没有人员。请点“添加人员”建立第一个账号。"

        def filter(self, rows, data): ...
        def row_url(self, person): ...

    def people(request):
        return PersonListing(request, User.objects.select_related("agency")).response()

The caller brings a queryset that already holds only what the person may see, with everything the columns read.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from itertools import islice
from typing import Any

import xlsxwriter
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.http import content_disposition_header

EXPORTED_TOGETHER = 2000
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Badge:
    """A status in words and colour; ``tone`` is good, warn, bad, busy or empty. In a file only the words remain."""

    label: str
    tone: str = ""

    def __str__(self):
        return self.label

    def __html__(self):
        return format_html('<span class="badge {}">{}</span>', self.tone, self.label)


@dataclass(frozen=True)
class Column:
    """
    One column: ``value`` is an attribute path ("agency.short_name") or a function of the row.

    ``order_by`` makes the header sort by that field (or those fields); ``link`` puts the row's link on this cell;
    ``export`` says something else in the file than on the page.
    """

    label: str
    value: str | Callable[[Any], Any]
    order_by: str | tuple[str, ...] = ()
    link: bool = False
    export: Callable[[Any], Any] | None = None

    def of(self, row):
        if callable(self.value):
            return self.value(row)
        return reduce(
            lambda thing, name: None if thing is None else getattr(thing, name), self.value.split("."), row
        )

    def exported(self, row):
        return self.export(row) if self.export else self.of(row)

    @property
    def order_fields(self) -> tuple[str, ...]:
        return (self.order_by,) if isinstance(self.order_by, str) else self.order_by


@dataclass(frozen=True)
class BulkAct:
    """A button over the list; it posts ``act=name`` and the ticked ``pk``s to ``Listing.bulk_url``."""

    name: str
    label: str
    tone: str = ""


class Listing:
    title = ""
    columns: tuple[Column, ...] = ()
    search_fields: tuple[str, ...] = ()
    search_label = "查找"
    filter_form = None
    default_order: tuple[str, ...] = ("-pk",)
    per_page = 50
    bulk: tuple[BulkAct, ...] = ()
    bulk_url = ""
    exports = True
    export_limit = 20_000
    empty = "这里还没有记录。"
    template = "desk/list.html"

    def __init__(self, request, rows: QuerySet):
        self.request = request
        self.base = rows
        self.query = request.GET.get("q", "").strip()[:100]
        self.form = self.make_filter_form() if self.filter_form else None

    # What a list of its own may say differently.

    def make_filter_form(self):
        return self.filter_form(self.request.GET or None)

    def filter(self, rows: QuerySet, data: dict) -> QuerySet:
        """Return the rows that the cleaned filter form ``data`` asks for."""
        return rows

    def row_url(self, row) -> str:
        return ""

    def prepare(self, rows: list) -> None:
        """Load together what the columns would otherwise ask for row by row."""

    # What every list does.

    def response(self, **context) -> HttpResponse:
        """Return the page, or the whole filtered list as an Excel file when ``?export=xlsx`` asks for it."""
        if self.exports and self.request.GET.get("export") == "xlsx":
            return self.excel()
        return render(self.request, self.template, {"title": self.title, "listing": self, **context})

    @cached_property
    def found(self) -> QuerySet:
        rows = self.base
        for word in self.query.split():
            rows = rows.filter(
                reduce(Q.__or__, (Q(**{f"{name}__icontains": word}) for name in self.search_fields))
            )
        if self.form is not None and self.form.is_valid():
            rows = self.filter(rows, self.form.cleaned_data)
        return rows.order_by(*self._order())

    @property
    def is_filtered(self) -> bool:
        filters = self.form.changed_data if self.form is not None and self.form.is_bound else []
        return bool(self.query or filters)

    @cached_property
    def sort(self) -> str:
        """The column and direction asked for, as "2" or "-2"; anything else counts as not asked."""
        asked = self.request.GET.get("sort", "")
        number = asked.removeprefix("-")
        is_known = (
            number.isdecimal() and int(number) < len(self.columns) and self.columns[int(number)].order_by
        )
        return asked if is_known else ""

    def _order(self) -> list[str]:
        if not self.sort:
            return [*self.default_order]
        fields = self.columns[int(self.sort.removeprefix("-"))].order_fields
        if self.sort.startswith("-"):
            fields = [name.removeprefix("-") if name.startswith("-") else f"-{name}" for name in fields]
        return [*fields, "pk"]

    @cached_property
    def page(self):
        return Paginator(self.found, self.per_page).get_page(self.request.GET.get("page"))

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def heads(self) -> list[dict]:
        heads = []
        for number, column in enumerate(self.columns):
            direction = {str(number): "ascending", f"-{number}": "descending"}.get(self.sort, "")
            turned = f"-{number}" if direction == "ascending" else str(number)
            url = self.url(sort=turned, page=None) if column.order_by else ""
            heads.append({"label": column.label, "url": url, "direction": direction})
        return heads

    @property
    def rows(self):
        rows = list(self.page.object_list)
        self.prepare(rows)
        for row in rows:
            url = self.row_url(row)
            cells = [
                {"label": column.label, "value": shown(column.of(row)), "url": url if column.link else ""}
                for column in self.columns
            ]
            yield {"pk": row.pk, "label": str(row), "cells": cells}

    @property
    def page_links(self) -> list[tuple[str, str, bool]]:
        page = self.page
        links = [("上一页", self.url(page=page.previous_page_number()), False)] if page.has_previous() else []
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1):
            is_number = isinstance(number, int)
            links.append((number, self.url(page=number) if is_number else "", number == page.number))
        if page.has_next():
            links.append(("下一页", self.url(page=page.next_page_number()), False))
        return links

    @property
    def export_url(self) -> str:
        return self.url(export="xlsx", page=None)

    def url(self, **changes) -> str:
        """Return this list's address with the parameters changed, or left out where the new value is None."""
        asked = self.request.GET.copy()
        for name, value in changes.items():
            asked.pop(name, None)
            if value is not None:
                asked[name] = value
        return f"?{asked.urlencode()}"

    def excel(self) -> HttpResponse:
        total = self.found.count()
        rows = ([column.exported(row) for column in self.columns] for row in self._exported())
        note = ""
        if total > self.export_limit:
            note = f"共 {total} 条，这里只导出了前 {self.export_limit} 条。请用筛选缩小范围后分次导出。"
        return excel_response(self.title, [column.label for column in self.columns], rows, note=note)

    def _exported(self):
        found = self.found[: self.export_limit].iterator(chunk_size=EXPORTED_TOGETHER)
        while rows := list(islice(found, EXPORTED_TOGETHER)):
            self.prepare(rows)
            yield from rows


def shown(value):
    """Return ``value`` the way a table cell says it; what is missing is a dash, not “None”."""
    if value is None or value == "":
        return "—"
    if isinstance(value, Badge):
        return value.__html__()  # a template would ask for the words only
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "Y-m-d H:i")
    if isinstance(value, date):
        return date_format(value, "Y-m-d")
    return value


def _written(value) -> str:
    """Return ``value`` as a cell of a file says it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def excel_response(title: str, heads: list[str], rows, *, note: str = "") -> HttpResponse:
    """Return an Excel file of ``rows``; ``note`` stands in the last line. Text is never taken for a formula."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "constant_memory": True, "strings_to_formulas": False}
    )
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(heads) - 1, 22)
    sheet.write_row(0, 0, heads, bold)
    line = 0
    for line, values in enumerate(rows, start=1):  # noqa: B007 (used below)
        for at, value in enumerate(values):
            if isinstance(value, datetime):
                sheet.write_datetime(line, at, timezone.localtime(value).replace(tzinfo=None), moment)
            elif isinstance(value, date):
                sheet.write_datetime(line, at, datetime(value.year, value.month, value.day), day)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(line, at, value)
            else:
                sheet.write_string(line, at, _written(value))
    if note:
        sheet.write_string(line + 1, 0, note, bold)
    book.close()
    today = timezone.localdate()
    headers = {"Content-Disposition": content_disposition_header(True, f"{title}{today:%Y%m%d}.xlsx")}
    return HttpResponse(buffer.getvalue(), content_type=EXCEL, headers=headers)
