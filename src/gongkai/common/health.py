"""Two addresses for load balancers: is the process alive, and can it serve."""

import logging

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)
PLAIN = "text/plain; charset=utf-8"


@never_cache
@require_safe
def healthz(request):
    """The process answers; nothing else is asked, so that a database's bad minute restarts no server."""
    return HttpResponse("正常", content_type=PLAIN)


@never_cache
@require_safe
def readyz(request):
    """The database answers and the data folder is there; otherwise 503 with the reason."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("readyz: the database does not answer")
        return HttpResponse("数据库没有应答。请检查数据库服务和磁盘空间。", status=503, content_type=PLAIN)
    if not settings.FILES_DIR.parent.is_dir():
        return HttpResponse("数据目录不见了。请检查磁盘是否挂载。", status=503, content_type=PLAIN)
    return HttpResponse("可以服务", content_type=PLAIN)
