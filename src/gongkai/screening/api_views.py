"""
The interface for other programs of the county (docs/how_to/use_the_screening_api.md).

A key stands for the program; there is no session, and a browser's cookies count for nothing. Neither texts nor names
of files are logged or kept.
"""

import json
import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from .antivirus import AntivirusDown
from .api_keys import key_for
from .findings import Lists
from .models import ApiKey
from .queries import lists_of
from .reports import Report, report_of_file, report_of_text

LONGEST_TEXT = 1_000_000  # characters
MOST_FILES = 10
A_MINUTE = 60  # requests by one key; each may keep a processor busy for seconds


class Refused(Exception):
    """The request cannot be answered: an HTTP status and the sentence for whoever wrote the program."""

    def __init__(self, status: int, sentence: str, **headers: str):
        super().__init__(sentence)
        self.status, self.headers = status, headers


@csrf_exempt
@never_cache
def screen(request):
    now = timezone.now()
    try:
        if request.method != "POST":
            raise Refused(405, "这个接口只接受 POST。", Allow="POST")
        key = _key(request, now)
        _count(key, now)
        reports = _reports(request, lists_of(key.county))
    except Refused as error:
        return JsonResponse({"error": str(error)}, status=error.status, headers=error.headers)
    return JsonResponse(reports, safe=False, json_dumps_params={"ensure_ascii": False})


def _key(request: HttpRequest, now: datetime) -> ApiKey:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise Refused(
            401,
            "请求没有带密钥。请在请求头里写 Authorization: Bearer 密钥；密钥由系统管理员在工作台建立。",
            **{"WWW-Authenticate": "Bearer"},
        )
    key = key_for(secret.strip(), now)
    if key is None:
        raise Refused(
            401, "密钥不对，或者已经停用。请向系统管理员要新的密钥。", **{"WWW-Authenticate": "Bearer"}
        )
    return key


def _count(key: ApiKey, now: datetime) -> None:
    """Count requests by key and minute; each process of ours counts its own."""
    name = f"screening-api:{key.pk}:{int(now.timestamp()) // 60}"
    cache.add(name, 0, timeout=120)
    if cache.incr(name) > A_MINUTE:
        raise Refused(429, f"一分钟内的请求超过{A_MINUTE}次。请等到下一分钟再继续。", **{"Retry-After": "60"})


def _reports(request: HttpRequest, lists: Lists) -> list[Report]:
    match request.content_type:
        case "application/json":
            return [_of_text(request, lists)]
        case "multipart/form-data":
            return _of_files(request, lists)
        case _:
            raise Refused(
                415, "请把文字写成 JSON（application/json），或者把文件用 multipart/form-data 上传。"
            )


def _of_text(request: HttpRequest, lists: Lists) -> Report:
    too_long = Refused(413, f"文字最多{LONGEST_TEXT}个字。请分成几次。")
    try:
        data = json.loads(request.body)
    except RequestDataTooBig:
        raise too_long from None
    except (ValueError, RecursionError):
        raise Refused(422, '请求的内容不是 JSON。请写成 {"text": "要筛查的文字"}，用 UTF-8 编码。') from None
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str):
        raise Refused(422, 'JSON 里没有叫 text 的文字。请写成 {"text": "要筛查的文字"}。')
    if len(text) > LONGEST_TEXT:
        raise too_long
    # Halves of characters, which JSON can say and UTF-8 cannot, would break what is written from here on.
    return report_of_text(text.encode(errors="replace").decode(), name="", lists=lists)


def _of_files(request: HttpRequest, lists: Lists) -> list[Report]:
    announced = request.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > MOST_FILES * settings.UPLOAD_LIMIT:
        raise Refused(413, f"一次最多上传{MOST_FILES}个文件。请分成几次。")
    try:
        files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    except (MultiPartParserError, SuspiciousOperation, OSError):
        raise Refused(422, "上传的内容读不出来，可能没有传完。请重新上传。") from None
    if not files:
        raise Refused(422, "请求里没有文件。请把文件放在 multipart/form-data 的 file 字段里。")
    if len(files) > MOST_FILES:
        raise Refused(413, f"一次最多上传{MOST_FILES}个文件，这次有{len(files)}个。请分成几次。")
    limit = settings.UPLOAD_LIMIT // (1024 * 1024)
    if any(file.size > settings.UPLOAD_LIMIT for file in files):
        raise Refused(413, f"有文件超过 {limit} MB。请压缩图片，或者拆成几个文件。")
    return [_of_file(file, lists) for file in files]


def _of_file(file, lists: Lists) -> Report:
    descriptor, path = tempfile.mkstemp(prefix="gongkai-api-")
    try:
        with os.fdopen(descriptor, "wb") as content:
            for chunk in file.chunks():
                content.write(chunk)
        return report_of_file(Path(path), name=file.name, lists=lists)
    except AntivirusDown:
        raise Refused(
            503, "杀毒服务现在没有应答，文件没有检查。请稍后再试。", **{"Retry-After": "60"}
        ) from None
    finally:
        os.unlink(path)
