"""Who is doing which sweep, so that several processes and machines do not do the same one at once."""

from django.db import models


class Lease(models.Model):
    """
    The right to do one sweep, held for a short while and renewed.

    It runs out by itself: a worker killed with -9, or a machine that lost its power, blocks nobody for longer
    than ``leases.LASTS``. A sweep does no harm when it is run twice, so the clocks need not agree to the second.
    """

    name = models.CharField("任务", max_length=60, primary_key=True)
    holder = models.CharField("执行者", max_length=120, blank=True)
    held_until = models.DateTimeField("有效至", null=True)
    last_done_at = models.DateTimeField("最近完成", null=True)
    failures = models.PositiveIntegerField("连续失败次数", default=0)
    last_error = models.CharField("最近的错误", max_length=300, blank=True)

    class Meta:
        verbose_name = "任务租约"
        ordering = ["name"]

    def __str__(self):
        return self.name
