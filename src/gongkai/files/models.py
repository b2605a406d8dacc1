"""Files by content: one row and one file on disk for each different content, never changed."""

from django.db import models
from django.utils import timezone


class StoredFile(models.Model):
    """
    A content and what it is. Where it may be read is decided by the records that point to it.

    The type comes from the content, not from the name it was uploaded under.
    """

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("大小（字节）")
    media_type = models.CharField("类型", max_length=120)
    extension = models.CharField("扩展名", max_length=10)
    width = models.PositiveIntegerField("宽（像素）", null=True)  # images only
    height = models.PositiveIntegerField("高（像素）", null=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "文件"

    def __str__(self):
        return f"{self.sha256[:12]}.{self.extension}"

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")
