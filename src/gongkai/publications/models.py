"""
Items (信息), their versions and attachments.

An item is edited in its one draft version. Submitting freezes that version with its hash; the review decides on
it; publishing makes the item point to it. The public only ever reads ``Item.published_version``.
"""

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.files.models import StoredFile
from gongkai.review.models import Review
from gongkai.sections.models import Section, Topic

from .enums import DisclosureAttribute, ItemKind, Stage, TakeDownReason, Theme, Validity, Visibility


def new_public_code() -> str:
    """A name for a file that cannot be guessed before its item is public."""
    return secrets.token_urlsafe(12)


class Item(models.Model):
    """
    One piece of public information of one agency.

    ``published_at`` is set by the system and by nothing else: a forged date is a veto item (domain_rules 6.3).
    An item moved from an old site keeps the date it had there in ``original_published_at``, and says so.
    ``listed_at`` is the one that lists sort by.
    """

    county = models.ForeignKey(County, models.PROTECT, related_name="items", verbose_name="县")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="items", verbose_name="单位")
    title = models.CharField(
        "标题", max_length=300, blank=True
    )  # of the public version, else of the draft: for lists
    stage = models.CharField("办理状态", max_length=10, choices=Stage, default=Stage.DRAFTING)
    visibility = models.CharField(
        "公开状态", max_length=12, choices=Visibility, default=Visibility.UNPUBLISHED
    )
    # Where it stands today. A version keeps the section it was reviewed for; merging sections moves only this.
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="items", verbose_name="栏目")
    index_number = models.CharField(
        "索引号", max_length=80, null=True, unique=True
    )  # given once, never reused
    published_version = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField("发布时间", null=True)
    updated_at = models.DateTimeField("更新时间", null=True)  # when a later version became public
    listed_at = models.DateTimeField("列表时间", null=True)
    publish_at = models.DateTimeField("定时发布", null=True)
    display_until = models.DateTimeField("到期自动撤下", null=True)
    is_pinned = models.BooleanField("置顶", default=False)
    taken_down_at = models.DateTimeField("撤下时间", null=True)
    taken_down_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="撤下人"
    )
    take_down_reason = models.CharField("撤下原因", max_length=16, choices=TakeDownReason, blank=True)
    take_down_note = models.CharField("撤下说明", max_length=300, blank=True)
    # "annual_reports.filing:12" when another room has written the text; it is then changed there and not here.
    made_from = models.CharField(max_length=60, blank=True)
    original_published_at = models.DateTimeField("原网站发布时间", null=True)
    original_url = models.CharField("原网址", max_length=500, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="起草人")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField("最近改动", default=timezone.now)

    class Meta:
        verbose_name = "信息"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.PUBLISHED)
                | Q(
                    published_version__isnull=False,
                    published_at__isnull=False,
                    listed_at__isnull=False,
                    index_number__isnull=False,
                    section__isnull=False,
                ),
                name="published_item_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.TAKEN_DOWN)
                | (Q(taken_down_at__isnull=False, index_number__isnull=False) & ~Q(take_down_reason="")),
                name="tombstone_has_date_and_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["county", "-listed_at"], condition=Q(visibility="published"), name="item_public"
            ),
            models.Index(
                fields=["agency", "-listed_at"],
                condition=Q(visibility="published"),
                name="item_public_agency",
            ),
            models.Index(fields=["agency", "stage", "-changed_at"], name="item_desk"),
            models.Index(
                fields=["stage", "publish_at"], condition=Q(publish_at__isnull=False), name="item_due_out"
            ),
            models.Index(
                fields=["display_until"], condition=Q(display_until__isnull=False), name="item_due_down"
            ),
        ]

    def __str__(self):
        return self.title or "（无标题）"

    def get_absolute_url(self):
        return reverse("portal:item", args=[self.pk])

    @property
    def subject_key(self) -> str:
        return f"publications.item:{self.pk}"

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLISHED


class Version(models.Model):
    """
    The content of an item at one time: a draft while ``number`` is null, afterwards frozen for good.

    A database trigger refuses to change a frozen row. The fields follow domain_rules 5.3.
    """

    item = models.ForeignKey(Item, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("版次", null=True)
    revision = models.PositiveIntegerField(default=0)  # counts saves; two editors are told apart by it
    title = models.CharField("标题", max_length=300, blank=True)
    kind = models.CharField("类型", max_length=10, choices=ItemKind, default=ItemKind.NOTICE)
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="+", verbose_name="栏目")
    document_number = models.CharField("发文字号", max_length=80, blank=True)
    issuer = models.CharField("发文机关", max_length=300, blank=True)
    signed_on = models.DateField("成文日期", null=True, blank=True)
    printed_on = models.DateField("印发日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True)
    validity = models.CharField("有效性", max_length=10, choices=Validity, blank=True, default="")
    theme = models.CharField("主题分类", max_length=30, choices=Theme, blank=True)
    keywords = models.CharField("主题词", max_length=200, blank=True)
    source = models.CharField("信息来源", max_length=120, blank=True)
    summary = models.CharField("内容概述", max_length=500, blank=True)
    disclosure_attribute = models.CharField(
        "公开属性", max_length=12, choices=DisclosureAttribute, default=DisclosureAttribute.PROACTIVE
    )
    disclosure_basis = models.CharField("公开依据", max_length=300, blank=True)
    redaction_note = models.CharField("脱敏处理说明", max_length=300, blank=True)
    publish_at = models.DateTimeField("定时发布", null=True, blank=True)
    display_until = models.DateTimeField("到期自动撤下", null=True, blank=True)
    body = models.TextField("正文", blank=True)  # HTML of the subset in markup.py
    also_in = models.ManyToManyField(Section, blank=True, related_name="+", verbose_name="同时列入的栏目")
    topics = models.ManyToManyField(Topic, blank=True, related_name="+", verbose_name="专题")
    content_hash = models.CharField("内容指纹", max_length=64, blank=True)
    review = models.OneToOneField(
        Review, models.PROTECT, null=True, related_name="version", verbose_name="审核"
    )
    edited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="最近编辑")
    edited_at = models.DateTimeField("编辑时间", default=timezone.now)
    frozen_at = models.DateTimeField("定稿时间", null=True)

    class Meta:
        verbose_name = "版本"
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=Q(number=None), name="one_draft_per_item"),
            models.UniqueConstraint(fields=["item", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=Q(number=None, frozen_at=None, content_hash="")
                | (Q(number__isnull=False, frozen_at__isnull=False) & ~Q(content_hash="")),
                name="version_frozen_with_hash",
            ),
        ]

    def __str__(self):
        return f"{self.title}（{'草稿' if self.number is None else f'第{self.number}版'}）"

    @property
    def is_draft(self) -> bool:
        return self.number is None


# What a version says, in the order the metadata table shows it; its hash is taken over exactly these.
CONTENT_FIELDS = (
    "title",
    "kind",
    "section_id",  # of the version
    "document_number",
    "issuer",
    "signed_on",
    "printed_on",
    "effective_on",
    "valid_until",
    "validity",
    "theme",
    "keywords",
    "source",
    "summary",
    "disclosure_attribute",
    "disclosure_basis",
    "redaction_note",
    "publish_at",
    "display_until",
    "body",
)


class Attachment(models.Model):
    """
    A file of a version. ``code`` names it in public addresses and stays the same from version to version.

    In a draft ``file`` is what was uploaded. Freezing puts its clean public copy there and keeps the upload, which
    never leaves the office, as ``original``.
    Images inside the text are attachments too; they are shown there and not in the list under it.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    original = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="原件")
    code = models.CharField(max_length=24, default=new_public_code)
    name = models.CharField("文件名", max_length=200)
    is_inline = models.BooleanField("正文中的图片", default=False)
    alternative_text = models.CharField("替代文字", max_length=300, blank=True)
    position = models.PositiveIntegerField("排序", default=0)

    class Meta:
        verbose_name = "附件"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="attachment_code_once_per_version")
        ]
        indexes = [models.Index(fields=["code"], name="attachment_by_code")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("portal:file", args=[self.code, self.name])


class DraftCopy(models.Model):
    """Typed text that could not be saved into the draft (two people wrote at once); kept until somebody decides."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="copies")
    content = models.JSONField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="编辑人")
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "未并入的改动"
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.made_by} {self.made_at:%Y-%m-%d %H:%M}"


class Listing(models.Model):
    """
    A public item in a section or one of its ancestors, so that every list is one walk along an index.

    ``is_direct`` rows say where the item was put; the rows of the ancestors follow from them and are written by
    ``actions.listing``.
    """

    section = models.ForeignKey(Section, models.CASCADE, related_name="listings")
    item = models.ForeignKey(Item, models.CASCADE, related_name="listings")
    listed_at = models.DateTimeField()
    is_pinned = models.BooleanField(default=False)
    is_direct = models.BooleanField(default=True)

    class Meta:
        ordering = ["-is_pinned", "-listed_at", "-item"]
        constraints = [models.UniqueConstraint(fields=["section", "item"], name="listed_once_per_section")]
        indexes = [models.Index(fields=["section", "-is_pinned", "-listed_at", "-item"], name="listing_walk")]

    def __str__(self):
        return f"{self.section_id}/{self.item_id}"


class TopicEntry(models.Model):
    """An item in a topic, under one of its groups."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="entries")
    item = models.ForeignKey(Item, models.CASCADE, related_name="topic_entries")
    group = models.CharField("分组", max_length=60, blank=True)
    position = models.PositiveIntegerField("排序", default=0)

    class Meta:
        ordering = ["position", "-item"]
        constraints = [models.UniqueConstraint(fields=["topic", "item"], name="topic_entry_once")]

    def __str__(self):
        return f"{self.topic_id}/{self.item_id}"


class IndexSerial(models.Model):
    """The last serial number an agency has given in a year; its row is locked while the next is taken."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="index_serial_per_year")]

    def __str__(self):
        return f"{self.agency_id}/{self.year}: {self.last}"


class OldAddress(models.Model):
    """An address of the old site (path and query) and where it leads now."""

    county = models.ForeignKey(County, models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="old_addresses")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="old_addresses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["county", "path"], name="old_address_once"),
            models.CheckConstraint(
                condition=Q(item__isnull=False, section=None) | Q(item=None, section__isnull=False),
                name="old_address_leads_somewhere",
            ),
        ]

    def __str__(self):
        return self.path
