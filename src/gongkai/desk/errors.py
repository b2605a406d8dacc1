"""Error pages."""

from django.shortcuts import render


def bad_request(request, exception=None):
    return render(request, "desk/error.html", {"title": "请求有误"}, status=400)


def forbidden(request, exception=None):
    return render(request, "desk/error.html", {"title": "没有权限"}, status=403)


def not_found(request, exception=None):
    return render(request, "desk/error.html", {"title": "没有找到页面"}, status=404)


def server_error(request):
    return render(request, "desk/error.html", {"title": "系统出错"}, status=500)


def csrf_failure(request, reason=""):
    return render(request, "desk/error.html", {"title": "页面停留太久，请返回重试"}, status=403)
