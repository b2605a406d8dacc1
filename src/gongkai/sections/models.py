"""The tree of sections (栏目) and the topics (专题) that gather items across it."""

from django.db import models

from gongkai.agencies.models import Agency, County, slug

from .enums import DisclosurePart, SectionLayout, UpdateRule


class Section(models.Model):
    """
    A column of the site, at any depth.

    ``path`` joins the codes from the root down ("affairs/notices"); it is the address of the section and, as
    a prefix, finds all its descendants. Only ``sections.actions`` writes it.
    """

    county = models.ForeignKey(County, models.PROTECT, related_name="sections", verbose_name="县")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级栏目"
    )
    name = models.CharField("名称", max_length=80)
    code = models.CharField("网址代码", max_length=60, validators=[slug])
    path = models.CharField(max_length=500)
    depth = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveIntegerField("排序", default=0)
    description = models.CharField("栏目说明", max_length=300, blank=True)
    layout = models.CharField("形式", max_length=10, choices=SectionLayout, default=SectionLayout.LIST)
    update_rule = models.CharField("更新要求", max_length=12, choices=UpdateRule, default=UpdateRule.NONE)
    disclosure_part = models.CharField(
        "属于政府信息公开专栏的", max_length=10, choices=DisclosurePart, blank=True
    )
    on_home_page = models.BooleanField("在首页列出", default=False)
    owners = models.ManyToManyField(
        Agency, blank=True, related_name="sections", verbose_name="主管（可发布）单位"
    )
    open_to_all = models.BooleanField("各单位都可发布", default=False)
    chain = models.ForeignKey(
        "review.Chain",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sections",
        verbose_name="审核流程",
    )
    archived_at = models.DateTimeField("归档时间", null=True, blank=True)
    redirect_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="归档后转到"
    )
    last_published_at = models.DateTimeField("最近更新", null=True, blank=True)  # a cache for the monitor

    class Meta:
        verbose_name = "栏目"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["county", "path"], name="section_path_once_per_county"),
            models.CheckConstraint(
                condition=models.Q(redirect_to=None) | models.Q(archived_at__isnull=False),
                name="section_redirects_only_when_archived",
            ),
        ]

    def __str__(self):
        return self.name


class Topic(models.Model):
    """A 专题: items gathered from any section under named groups."""

    county = models.ForeignKey(County, models.PROTECT, related_name="topics", verbose_name="县")
    name = models.CharField("名称", max_length=80)
    code = models.CharField("网址代码", max_length=60, validators=[slug])
    summary = models.TextField("简介", blank=True)
    groups = models.JSONField(
        "分组", default=list, blank=True
    )  # names, in order; an entry points to one by name
    position = models.PositiveIntegerField("排序", default=0)
    opened_on = models.DateField("开设日期", null=True, blank=True)
    closed_at = models.DateTimeField("下线时间", null=True, blank=True)

    class Meta:
        verbose_name = "专题"
        ordering = ["position", "-pk"]
        constraints = [models.UniqueConstraint(fields=["county", "code"], name="topic_code_once_per_county")]

    def __str__(self):
        return self.name


class FormerPath(models.Model):
    """An address a section had before it was moved or its code changed; the public site leads on from there."""

    county = models.ForeignKey(County, models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    section = models.ForeignKey(Section, models.CASCADE, related_name="former_paths")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["county", "path"], name="former_path_once_per_county")]

    def __str__(self):
        return self.path
