"""
One review for everything that leaves the office (三级审核).

The engine knows levels, people, opinions and hashes; it knows nothing of what is reviewed. What is reviewed
points to its ``Review``, not the other way round.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, County

from .enums import Decision, ReviewState, SecrecyKind


class Chain(models.Model):
    """A review chain the disclosure office has laid down; a section (or its nearest ancestor) names one."""

    county = models.ForeignKey(County, models.PROTECT, related_name="chains", verbose_name="县")
    name = models.CharField("名称", max_length=60)
    is_default = models.BooleanField("未另行指定的栏目都用它", default=False)

    class Meta:
        verbose_name = "审核流程"
        ordering = ["-is_default", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["county"], condition=Q(is_default=True), name="one_default_chain"
            ),
            models.UniqueConstraint(fields=["county", "name"], name="chain_name_once_per_county"),
        ]

    def __str__(self):
        return self.name


class ChainLevel(models.Model):
    """One level of a chain: which role decides, in the item's own agency or in a named one."""

    chain = models.ForeignKey(Chain, models.CASCADE, related_name="levels")
    position = models.PositiveSmallIntegerField("级次")
    label = models.CharField("名称", max_length=20, help_text="例如：初审")
    role = models.CharField("由谁审核", max_length=30, choices=Role)
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, verbose_name="单位", help_text="空着就是起草单位自己"
    )

    class Meta:
        verbose_name = "审核级次"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["chain", "position"], name="chain_level_once")]

    def __str__(self):
        return self.label


class Review(models.Model):
    """One run through a chain for one frozen content, named by its hash."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="reviews", verbose_name="单位")
    subject_key = models.CharField(max_length=60)  # "publications.item:12"; one open review each
    subject_label = models.CharField("标题", max_length=200)
    content_hash = models.CharField("内容指纹", max_length=64)
    state = models.CharField("状态", max_length=12, choices=ReviewState, default=ReviewState.OPEN)
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    opened_at = models.DateTimeField("送审时间", default=timezone.now)
    closed_at = models.DateTimeField("审结时间", null=True)
    position = models.PositiveSmallIntegerField("现在的级次", default=1)
    early_reason = models.CharField("先发后审的理由", max_length=300, blank=True)
    early_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="批准先发的人"
    )
    early_at = models.DateTimeField("先发时间", null=True)

    class Meta:
        verbose_name = "审核"
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_key"],
                condition=Q(state=ReviewState.OPEN),
                name="one_open_review_per_subject",
            ),
            models.CheckConstraint(
                condition=Q(state=ReviewState.OPEN, closed_at=None)
                | (~Q(state=ReviewState.OPEN) & Q(closed_at__isnull=False)),
                name="review_closed_when_decided",
            ),
            models.CheckConstraint(
                condition=Q(early_at=None, early_by=None, early_reason="")
                | (Q(early_at__isnull=False, early_by__isnull=False) & ~Q(early_reason="")),
                name="early_release_has_reason_and_person",
            ),
        ]
        indexes = [models.Index(fields=["state", "agency"], name="review_by_state")]

    def __str__(self):
        return f"{self.subject_label}（{self.get_state_display()}）"


class ReviewStep(models.Model):
    """One level of one review, copied from the chain when the review opened."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField("级次")
    label = models.CharField("名称", max_length=20)
    role = models.CharField("角色", max_length=30, choices=Role)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="审核单位")
    decision = models.CharField("意见", max_length=24, choices=Decision, blank=True)
    opinion = models.TextField("说明", blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="审核人")
    decided_at = models.DateTimeField("审核时间", null=True)
    request_settled_at = models.DateTimeField("修改要求办结时间", null=True)
    request_settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="办结人"
    )
    request_answer = models.CharField("修改要求办理情况", max_length=300, blank=True)

    class Meta:
        verbose_name = "审核级次"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["review", "position"], name="review_step_once"),
            # No one acts twice in a chain.
            models.UniqueConstraint(fields=["review", "decided_by"], name="reviewer_acts_once"),
            models.CheckConstraint(
                condition=Q(decision="", decided_by=None, decided_at=None)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="step_decision_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=[Decision.RETURNED, Decision.APPROVED_WITH_REQUEST])
                | ~Q(opinion=""),
                name="return_and_request_have_opinion",
            ),
        ]

    def __str__(self):
        return f"{self.label} {self.get_decision_display()}"


class SecrecyTick(models.Model):
    """
    One of the three ticks of the secrecy review, made by its own person before anything leaves.

    《保守国家秘密法实施条例》(2024) 第42条: 先审查后公开, 逐项.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="secrecy_ticks")
    kind = models.CharField("审查内容", max_length=16, choices=SecrecyKind)
    may_be_public = models.BooleanField("不涉及，可以公开")
    opinion = models.CharField("说明", max_length=300, blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="保密审查员")
    checked_at = models.DateTimeField("审查时间", default=timezone.now)

    class Meta:
        verbose_name = "保密审查"
        ordering = ["review", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["review", "kind"], name="secrecy_tick_once"),
            models.CheckConstraint(
                condition=Q(may_be_public=True) | ~Q(opinion=""), name="secrecy_refusal_has_opinion"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{'否' if self.may_be_public else '是'}"
