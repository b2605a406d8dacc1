"""The outbox of the index. The index itself lies in a folder of each node and can always be made again."""

from django.db import models
from django.utils import timezone


class IndexChange(models.Model):
    """
    A document that became public, changed or disappeared; each node applies the rows it has not seen yet.

    Rows are numbered in the order in which their transactions end (see ``actions.note_changed``), so a node
    that remembers the last number it applied has missed nothing.
    """

    seq = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=30)
    key = models.BigIntegerField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "待更新的检索条目"
        ordering = ["seq"]

    def __str__(self):
        return f"{self.seq} {self.kind} {self.key}"
