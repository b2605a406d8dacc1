"""
The annual report of one office for one year, and the county's summary of them all (政府信息公开工作年度报告).

A filing is worked on until its report is made; what is published is an ``Edition``, frozen with the figures and the
prose it was made of. The text goes out as an item of ``publications``, through its screening and three-level review.
"""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.publications.models import Item
from gongkai.sections.models import Section

from .deadlines import due_on
from .enums import AdjustmentReason, FilingState, Scope, Verdict

FIRST_YEAR = 2019  # before, there was no uniform form


class Season(models.Model):
    """The reports on one year of a county: opened once, by the disclosure office."""

    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name="县")
    year = models.PositiveSmallIntegerField(
        "年度", validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(2200)]
    )
    section = models.ForeignKey(Section, models.PROTECT, related_name="+", verbose_name="年报发布的栏目")
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="启动人")
    opened_at = models.DateTimeField("启动时间", default=timezone.now)

    class Meta:
        verbose_name = "年报编制"
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["county", "year"], name="season_once_per_year")]

    def __str__(self):
        return f"{self.year}年度年报编制"

    @property
    def summary_due_on(self) -> date:
        return due_on(self.year, Scope.SUMMARY, self.county.level)


class Filing(models.Model):
    """
    One report on one year. ``part_of`` is the summary it is added to; the summary of a county is part of its city's.

    ``cells`` holds what was typed, imported or carried over, by the cell names of ``layout``, as plain numbers in
    text; totals are computed and never kept. Of a summary, cells are computed from its parts and ``cells`` is empty.
    """

    season = models.ForeignKey(Season, models.PROTECT, related_name="filings", verbose_name="年度")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="annual_filings", verbose_name="单位")
    scope = models.CharField("范围", max_length=8, choices=Scope, default=Scope.OWN)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", verbose_name="汇入")
    state = models.CharField("状态", max_length=10, choices=FilingState, default=FilingState.DRAFT)
    cells = models.JSONField("数据", default=dict)
    sources = models.JSONField("来源", default=dict)  # enums.Source by cell; what is not named was typed
    prose = models.JSONField(
        "文字", default=dict
    )  # by the ordinal of the section ("0" before the first): text
    revision = models.PositiveIntegerField(default=0)  # counts saves; two editors are told apart by it
    before = models.JSONField(
        "上年报告", null=True
    )  # read from a file (``handing``) where no filing of last year is
    error_count = models.PositiveIntegerField("错误", default=0)  # of the last save, for lists
    warning_count = models.PositiveIntegerField("警告", default=0)
    edited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="最近编辑")
    edited_at = models.DateTimeField("编辑时间", null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")
    submitted_at = models.DateTimeField("报送时间", null=True)
    note = models.CharField("退回意见", max_length=300, blank=True)
    item = models.OneToOneField(
        Item, models.PROTECT, null=True, related_name="annual_filing", verbose_name="发布的信息"
    )

    class Meta:
        verbose_name = "年报"
        ordering = ["scope", "agency__position", "agency"]
        constraints = [
            models.UniqueConstraint(fields=["season", "agency", "scope"], name="filing_once_per_scope"),
            models.CheckConstraint(
                condition=~Q(state__in=[FilingState.SUBMITTED, FilingState.ACCEPTED])
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="filing_submitted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=FilingState.RETURNED) | ~Q(note=""), name="filing_returned_with_note"
            ),
        ]
        indexes = [models.Index(fields=["part_of"], name="filing_by_summary")]

    def __str__(self):
        return f"{self.unit_name}{self.season.year}年度报告"

    @property
    def unit_name(self) -> str:
        """Whose report it is: a summary speaks for the whole government."""
        return self.season.county.name if self.is_summary else self.agency.name

    @property
    def short_unit(self) -> str:
        """The unit in lists."""
        return self.season.county.short_name if self.is_summary else self.agency.short_name

    @property
    def due_on(self) -> date:
        return self.season.summary_due_on if self.is_summary else due_on(self.season.year, Scope.OWN)

    @property
    def is_summary(self) -> bool:
        return self.scope == Scope.SUMMARY

    @property
    def subject_key(self) -> str:
        return f"annual_reports.filing:{self.pk}"


class Adjustment(models.Model):
    """An amount added to a cell of a summary beside its parts, with the reason."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="adjustments", verbose_name="汇总")
    cell = models.CharField("单元格", max_length=40)
    amount = models.DecimalField("调整数", max_digits=20, decimal_places=6)
    reason = models.CharField("原因", max_length=16, choices=AdjustmentReason)
    note = models.CharField("说明", max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="调整人")
    made_at = models.DateTimeField("调整时间", default=timezone.now)

    class Meta:
        verbose_name = "汇总调整"
        ordering = ["cell", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="adjustment_changes_something")]

    def __str__(self):
        return f"{self.cell} {self.amount:+}"


class Judgement(models.Model):
    """What a person decided about one finding; it holds when the checks run again."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="judgements", verbose_name="年报")
    key = models.CharField(max_length=160)  # checks.Finding.key
    verdict = models.CharField("结论", max_length=10, choices=Verdict)
    note = models.CharField("说明", max_length=200)
    judged_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="判断人")
    judged_at = models.DateTimeField("判断时间", default=timezone.now)

    class Meta:
        verbose_name = "检查结论"
        constraints = [models.UniqueConstraint(fields=["filing", "key"], name="judgement_once_per_finding")]

    def __str__(self):
        return f"{self.key} {self.get_verdict_display()}"


class Edition(models.Model):
    """
    The report as it was made for publication: figures and prose, frozen. Rows are never changed.

    The item it was written into passes screening and review. Whichever version of it holds this text, this is what
    its readers download in all formats.
    """

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="editions", verbose_name="年报")
    content = models.JSONField("内容")  # cells by name, sections, corrections
    body_hash = models.CharField(max_length=64)  # of the text as it stands in the item
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="生成人")
    made_at = models.DateTimeField("生成时间", default=timezone.now)

    class Meta:
        verbose_name = "年报定稿"
        ordering = ["pk"]
        indexes = [models.Index(fields=["filing", "body_hash"], name="edition_by_text")]

    def __str__(self):
        return f"{self.filing}（{timezone.localdate(self.made_at)}）"


class Correction(models.Model):
    """A correction of a published report (更正): the report stays as it was, this stands beside it."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="corrections", verbose_name="年报")
    place = models.CharField("更正的地方", max_length=120)
    was = models.CharField("原来是", max_length=200)
    corrected = models.CharField("更正为", max_length=200)
    reason = models.CharField("原因", max_length=200)
    made_on = models.DateField("更正日期")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="更正人")

    class Meta:
        verbose_name = "年报更正"
        ordering = ["made_on", "pk"]

    def __str__(self):
        return f"{self.place}：{self.was}更正为{self.corrected}"

    @property
    def sentence(self) -> str:
        return f"{self.place}原为“{self.was}”，更正为“{self.corrected}”。原因：{self.reason}。"
