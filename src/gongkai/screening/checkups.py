"""What ``gongkai doctor`` looks at in screening."""

from collections.abc import Iterator

from django.conf import settings

from gongkai.common.checkups import ERROR, GOOD, Finding

from . import antivirus
from .enums import FileState
from .models import FileCheck


def scanner() -> Iterator[Finding]:
    """Whether clamd answers; an office without one is told that it has none, and not more."""
    name = "杀毒"
    if not antivirus.is_configured():
        yield Finding(name, GOOD, "没有配置杀毒服务；上传的文件只按格式检查，公开的是重新生成的副本。")
        return
    try:
        words = antivirus.version()
    except antivirus.AntivirusDown as error:
        waiting = FileCheck.objects.filter(state=FileState.WAITING).count()
        yield Finding(
            name,
            ERROR,
            f"没有应答，有{waiting}个文件在等待检查，检查完以前不能送审。",
            str(error),
        )
    else:
        yield Finding(name, GOOD, f"{settings.CLAMAV}：{words}。")
