"""Append-only, hash-chained record of everything that was done (each change of a legal record leaves one event)."""

from django.db import models


class Event(models.Model):
    """
    One act. Rows are never changed or deleted: database triggers refuse it on both engines.

    ``actor_*`` is a snapshot, because people change name, office and role while the act does not.
    """

    sequence = models.BigIntegerField("序号", unique=True)
    at = models.DateTimeField("时间")
    verb = models.CharField("动作", max_length=60)
    subject_type = models.CharField("对象类别", max_length=60)  # "publications.item"
    subject_id = models.CharField("对象编号", max_length=40)
    subject_label = models.CharField("对象", max_length=200)
    actor = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, related_name="+", verbose_name="办理人"
    )
    actor_name = models.CharField("姓名", max_length=30, blank=True)
    actor_agency = models.CharField("单位", max_length=60, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+", verbose_name="所涉单位"
    )
    data = models.JSONField("内容", default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "操作记录"
        ordering = ["sequence"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "sequence"], name="event_of_subject"),
            models.Index(fields=["actor", "sequence"], name="event_of_actor"),
            models.Index(fields=["at"], name="event_by_time"),
        ]

    def __str__(self):
        return f"{self.sequence} {self.verb} {self.subject_label}"


class ChainHead(models.Model):
    """The one row every writer locks before appending; without it the chain forks on PostgreSQL."""

    last_sequence = models.BigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="chain_has_one_head")]

    def __str__(self):
        return str(self.last_sequence)
