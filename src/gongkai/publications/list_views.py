"""The desk's list of items."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gongkai.common.listing import Badge, Column, Listing

from .enums import Stage, Visibility
from .forms import ItemFilter
from .models import Item
from .queries import desk_items
from .rules import may_start

STAGE_TONES = {
    Stage.IN_REVIEW: "busy",
    Stage.RETURNED: "warn",
    Stage.APPROVED: "busy",
    Stage.DISCARDED: "empty",
}
VISIBILITY_TONES = {Visibility.PUBLISHED: "good", Visibility.TAKEN_DOWN: "bad"}


class ItemListing(Listing):
    title = "信息"
    columns = (
        Column("标题", str, order_by="title", link=True),
        Column("单位", "agency.short_name", order_by="agency__position"),
        Column("栏目", lambda item: item.section.name if item.section else "", order_by="section__path"),
        Column("办理", lambda item: Badge(item.get_stage_display(), STAGE_TONES.get(item.stage, ""))),
        Column(
            "公开",
            lambda item: Badge(item.get_visibility_display(), VISIBILITY_TONES.get(item.visibility, "")),
        ),
        Column("索引号", lambda item: item.index_number or ""),
        Column("起草人", lambda item: item.created_by.name if item.created_by else "（导入）"),
        Column("发布时间", "listed_at", order_by="listed_at"),
        Column("最近改动", "changed_at", order_by="changed_at"),
    )
    search_fields = ("title", "index_number", "published_version__document_number")
    search_label = "标题、索引号或文号"
    filter_form = ItemFilter
    default_order = ("-changed_at", "-pk")
    template = "publications/items.html"
    empty = "还没有信息。信息员点“新起草”开始写第一条。"

    def make_filter_form(self):
        return ItemFilter(self.request.GET, user=self.request.user)

    def filter(self, rows, data):
        for name in ("agency", "stage", "visibility"):
            if data.get(name):
                rows = rows.filter(**{name: data[name]})
        if data.get("since"):
            rows = rows.filter(changed_at__date__gte=data["since"])
        if data.get("until"):
            rows = rows.filter(changed_at__date__lte=data["until"])
        if not data.get("stage"):
            rows = rows.exclude(stage=Stage.DISCARDED)
        return rows

    def row_url(self, item: Item) -> str:
        return reverse("publications:item", args=[item.pk])


def items(request: HttpRequest) -> HttpResponse:
    return ItemListing(request, desk_items(request.user)).response(may_start=may_start(request.user))
