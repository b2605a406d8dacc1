"""
Error pages: what happened and what to do next.

They use no navigation and ask the database nothing, because the database may be what failed.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.template.loader import select_template
from django.urls import reverse


@dataclass(frozen=True)
class Problem:
    status: int
    title: str
    what: str
    next: str


BAD_REQUEST = Problem(
    400,
    "这个请求系统看不懂",
    "浏览器送来的内容不完整或格式不对，系统没有作任何改动。",
    "请返回上一页重试；仍然不行，请把您刚才的操作告诉系统管理员。",
)
FORBIDDEN = Problem(
    403,
    "您没有办理这件事的权限",
    "您可以看到它，但您的角色不能做这项操作，系统没有作任何改动。",
    "需要办理的，请联系本单位有权限的同事，或者请安全管理员调整您的角色。",
)
NOT_FOUND = Problem(
    404,
    "没有找到这个页面",
    "网址可能有误，内容可能已经移走，也可能属于您无权查看的单位。",
    "请检查网址，或者回到待办重新进入。",
)
SERVER_ERROR = Problem(
    500,
    "系统出了故障",
    "这次操作没有完成，系统已经记下故障的时间和位置。",
    "请返回上一页，过几分钟再试；仍然不行，请把现在的时间和您刚才的操作告诉系统管理员。",
)
CSRF = Problem(
    403,
    "页面停留太久，需要重新提交",
    "为防止他人冒用您的身份，系统没有接受这次提交。您填写的内容没有丢失，还在上一页里。",
    "请用浏览器的“后退”回到上一页，复制好较长的文字，刷新页面后再提交；如已退出登录，请在新窗口重新登录。",
)


def bad_request(request, exception=None):
    return _page(request, BAD_REQUEST)


def forbidden(request, exception=None):
    return _page(request, FORBIDDEN)


def not_found(request, exception=None):
    """A path outside the desk belongs to the public site, which has a page of its own for it."""
    own = [] if _is_desk(request) else ["portal/not_found.html"]
    return _page(request, NOT_FOUND, own)


def server_error(request):
    return _page(request, SERVER_ERROR)


def csrf_failure(request, reason=""):
    return _page(request, CSRF)


def _page(request, problem, before=()):
    home = ("回到待办", reverse("desk:todo")) if _is_desk(request) else ("回到网站首页", "/")
    template = select_template([*before, "desk/error.html"])
    content = template.render({"problem": problem, "title": problem.title, "home": home}, request)
    return HttpResponse(content, status=problem.status)


def _is_desk(request) -> bool:
    return request.path.startswith(("/desk/", "/accounts/"))
