"""
What screening keeps: what was found in each file, its clean public copy, how people answered, what went out.

No found value is stored: excerpts are masked, and equal values are told by a keyed fingerprint. A subject is whatever
leaves the office ("publications.item:12"); a container is its text ("text") or one of its files (the file's code).
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County
from gongkai.files.models import StoredFile

from .enums import AnswerChoice, FileState, KeepReason, Kind, Level, Occasion
from .findings import BLANK

TEXT = "text"  # the container that is no file


class FileCheck(models.Model):
    """
    What one stored content holds: findings, hidden things, parts nobody could read. One for each content.

    ``findings`` is a list of what ``recording.found_row`` makes of each; the coordinates in it stay valid because
    a stored content never changes.
    """

    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="check_made", verbose_name="文件")
    county = models.ForeignKey(County, models.PROTECT, related_name="+")  # whose word lists were used
    state = models.CharField("状态", max_length=8, choices=FileState, default=FileState.WAITING)
    reason = models.CharField("不能检查的原因", max_length=400, blank=True)
    findings = models.JSONField(default=list)
    hidden = models.JSONField(default=list)
    pages = models.PositiveIntegerField(default=0)
    characters = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=300, blank=True)
    beginning = models.CharField(max_length=400, blank=True)  # masked
    links = models.JSONField(default=list)
    rules = models.CharField("规则版本", max_length=20, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField("检查完成时间", null=True)

    class Meta:
        verbose_name = "文件检查"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=FileState.WAITING, done_at=None)
                | (~Q(state=FileState.WAITING) & Q(done_at__isnull=False)),
                name="file_check_done_when_not_waiting",
            ),
            models.CheckConstraint(
                condition=~Q(state=FileState.REFUSED) | ~Q(reason=""), name="file_check_refused_with_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state=FileState.WAITING), name="file_check_waiting")
        ]

    def __str__(self):
        return f"{self.file} {self.get_state_display()}"


class CleanCopy(models.Model):
    """
    A copy of a file made for the public by one recipe: what to cover, or nothing but what is hidden.

    Only a file that is the result of a finished row here is ever served to the public.
    """

    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="clean_copies", verbose_name="原件")
    recipe = models.JSONField(default=dict)  # {"covers": [[passage, start, end, text], …], "marks": […]}
    recipe_hash = models.CharField(max_length=64)
    state = models.CharField("状态", max_length=8, choices=FileState, default=FileState.WAITING)
    reason = models.CharField("不能生成的原因", max_length=400, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="copy_of", verbose_name="公开副本"
    )
    taken_on_by = models.ForeignKey(  # an old file published as it is, because nothing here can read it
        User, models.PROTECT, null=True, related_name="+", verbose_name="担保人"
    )
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField("生成时间", null=True)

    class Meta:
        verbose_name = "公开副本"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["original", "recipe_hash"], name="clean_copy_once_per_recipe"),
            models.CheckConstraint(
                condition=Q(state=FileState.WAITING, done_at=None, file=None)
                | Q(state=FileState.DONE, done_at__isnull=False, file__isnull=False)
                | (Q(state=FileState.REFUSED, done_at__isnull=False, file=None) & ~Q(reason="")),
                name="clean_copy_is_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"], condition=Q(state=FileState.WAITING), name="clean_copy_waiting"
            ),
        ]

    def __str__(self):
        return f"{self.original} {self.get_state_display()}"


class Answer(models.Model):
    """What somebody decided about a finding; it holds for the same value in the same container from then on."""

    subject_key = models.CharField(max_length=60)
    container = models.CharField(max_length=40, default=TEXT)
    kind = models.CharField("种类", max_length=24, choices=Kind)
    fingerprint = models.CharField(max_length=32)
    choice = models.CharField("处理", max_length=8, choices=AnswerChoice)
    reason = models.CharField("保留的理由", max_length=16, choices=KeepReason, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="处理人")
    answered_at = models.DateTimeField("处理时间", default=timezone.now)

    class Meta:
        verbose_name = "筛查处理"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_key", "container", "kind", "fingerprint"], name="answer_once_per_finding"
            ),
            models.CheckConstraint(
                condition=Q(choice=AnswerChoice.MASK, reason="")
                | (Q(choice=AnswerChoice.KEEP) & ~Q(reason="")),
                name="kept_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.subject_key} {self.get_kind_display()}：{self.get_choice_display()}"


class Redaction(models.Model):
    """The marks drawn on one file of a draft; burned into the public copy when it is made."""

    subject_key = models.CharField(max_length=60)
    container = models.CharField(max_length=40)  # the file's code
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="原件")
    marks = models.JSONField(default=list)  # redaction.marks.Mark.as_json, for pages
    covers = models.JSONField(default=list)  # [passage, start, end, ground], for text documents
    revision = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="最近编辑")
    edited_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "页面遮盖"
        constraints = [
            models.UniqueConstraint(fields=["subject_key", "container"], name="redaction_once_per_file")
        ]

    def __str__(self):
        return f"{self.subject_key} {self.container}"

    def recipe(self, covers: list) -> dict:
        """What this adds to the recipe of a public copy that covers ``covers`` already."""
        added = [[passage, start, end, BLANK * (end - start)] for passage, start, end, _ground in self.covers]
        recipe = {"marks": self.marks} if self.marks else {}
        return recipe | ({"covers": sorted([*covers, *added])} if added else {})


class Screening(models.Model):
    """
    What was found in one frozen content, and how it was answered: what the reviewers decide on.

    ``LOOK_BACK`` rows belong to a run over everything that is public, and wait until somebody settles them.
    """

    county = models.ForeignKey(County, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="单位")
    subject_key = models.CharField(max_length=60)
    subject_label = models.CharField("标题", max_length=200)
    content_hash = models.CharField("内容指纹", max_length=64)
    occasion = models.CharField("场合", max_length=12, choices=Occasion, default=Occasion.SUBMISSION)
    look_back = models.ForeignKey("LookBack", models.PROTECT, null=True, related_name="screenings")
    made_at = models.DateTimeField("筛查时间", default=timezone.now)
    settled_at = models.DateTimeField("办结时间", null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办结人")
    settled_note = models.CharField("办理情况", max_length=200, blank=True)

    class Meta:
        verbose_name = "筛查记录"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(occasion=Occasion.LOOK_BACK, look_back__isnull=False)
                | Q(occasion=Occasion.SUBMISSION, look_back=None),
                name="look_back_belongs_to_its_run",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None)
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(settled_note="")),
                name="screening_settled_with_note",
            ),
        ]
        indexes = [
            models.Index(fields=["county", "-made_at"], name="screening_by_county"),
            models.Index(fields=["subject_key"], name="screening_by_subject"),
        ]

    def __str__(self):
        return f"{self.subject_label}（{self.get_occasion_display()}）"


class ScreeningLine(models.Model):
    """
    All findings of one kind in one container that were answered alike, with a few of them as samples.

    ``samples``: [{"place": "第3页", "before": "…", "shown": "3701**…", "after": "…", "note": "…"}, …].
    """

    screening = models.ForeignKey(Screening, models.PROTECT, related_name="lines")
    container = models.CharField(max_length=40)
    container_label = models.CharField("位置", max_length=200)
    kind = models.CharField("种类", max_length=24, choices=Kind)
    level = models.CharField("级别", max_length=8, choices=Level)
    count = models.PositiveIntegerField("处数", default=1)
    samples = models.JSONField(default=list)
    choice = models.CharField("处理", max_length=8, choices=AnswerChoice, blank=True)
    reason = models.CharField("保留的理由", max_length=16, choices=KeepReason, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="处理人")
    answered_at = models.DateTimeField("处理时间", null=True)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="确认保留的保密审查员"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True)

    class Meta:
        verbose_name = "筛查发现"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, choice=AnswerChoice.KEEP),
                name="only_kept_findings_are_confirmed",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.count}处"

    @property
    def needs_confirmation(self) -> bool:
        """A kept finding that had to be answered needs the secrecy reviewer's tick."""
        return self.choice == AnswerChoice.KEEP and self.level == Level.MUST

    @property
    def is_unconfirmed(self) -> bool:
        return self.needs_confirmation and self.confirmed_at is None


class LookBack(models.Model):
    """One run of screening over everything a county has published (回头看)."""

    county = models.ForeignKey(County, models.PROTECT, related_name="look_backs")
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="发起人")
    started_at = models.DateTimeField("开始时间", default=timezone.now)
    total = models.PositiveIntegerField("总条数", default=0)
    done = models.PositiveIntegerField("已查条数", default=0)
    last_key = models.PositiveBigIntegerField(default=0)  # where to go on after an interruption
    finished_at = models.DateTimeField("完成时间", null=True)

    class Meta:
        verbose_name = "回头看"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["county"], condition=Q(finished_at=None), name="one_look_back_at_a_time"
            )
        ]

    def __str__(self):
        return f"{timezone.localtime(self.started_at):%Y年%-m月%-d日}回头看"


class WordLine(models.Model):
    """A county's own line of a word list; one that is not active silences the built-in line of the same text."""

    county = models.ForeignKey(County, models.CASCADE, related_name="screening_words")
    kind = models.CharField("种类", max_length=24, choices=Kind)
    text = models.CharField("词语", max_length=60)
    instead = models.CharField("改为", max_length=100, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    unless = models.CharField(
        "不算的情形", max_length=300, blank=True, help_text="出现在这些更长的词里时不提示，用顿号隔开"
    )
    is_active = models.BooleanField("启用", default=True)
    source = models.CharField("依据", max_length=200, blank=True)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="修改人")
    changed_at = models.DateTimeField("修改时间", default=timezone.now)

    class Meta:
        verbose_name = "词表"
        ordering = ["kind", "text"]
        constraints = [
            models.UniqueConstraint(fields=["county", "kind", "text"], name="word_once_per_county_and_kind")
        ]

    def __str__(self):
        return self.text


class LeaderLine(models.Model):
    """A leader's name and the titles that may stand beside it."""

    county = models.ForeignKey(County, models.CASCADE, related_name="screening_leaders")
    name = models.CharField("姓名", max_length=40)
    titles = models.CharField("职务", max_length=200, help_text="几个职务用顿号隔开，例如：县委副书记、县长")
    position = models.PositiveIntegerField("排序", default=0)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="修改人")
    changed_at = models.DateTimeField("修改时间", default=timezone.now)

    class Meta:
        verbose_name = "领导名单"
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["county", "name"], name="leader_once_per_county")]

    def __str__(self):
        return self.name


class ImpactAssessment(models.Model):
    """
    个人信息保护影响评估 before personal information is published (《个人信息保护法》第55、56条).

    Kept at least three years: nothing in the system deletes it, and the database refuses to.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="单位")
    subject_key = models.CharField(max_length=60)
    subject_label = models.CharField("标题", max_length=200)
    purpose = models.TextField("处理目的")
    basis = models.TextField("公开依据")
    items = models.TextField("公开哪些个人信息，涉及多少人")
    necessity = models.TextField("是否合法、正当、必要")
    risk = models.TextField("对个人权益的影响和安全风险")
    measures = models.TextField("保护措施是否合法、有效、与风险相适应")
    conclusion = models.TextField("结论")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="评估人")
    made_at = models.DateTimeField("评估时间", default=timezone.now)

    class Meta:
        verbose_name = "个人信息保护影响评估"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_key"], name="assessment_by_subject")]

    def __str__(self):
        return f"{self.subject_label}的个人信息保护影响评估"


class ApiKey(models.Model):
    """A key with which another program of the county may have texts and files screened; only its hash is kept."""

    county = models.ForeignKey(County, models.CASCADE, related_name="screening_keys")
    name = models.CharField("用途", max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="建立人")
    created_at = models.DateTimeField("建立时间", default=timezone.now)
    last_used_on = models.DateField("最近使用", null=True)
    revoked_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        verbose_name = "接口密钥"
        ordering = ["-pk"]

    def __str__(self):
        return self.name
