"""Response headers that Django has no setting for."""

from django.conf import settings
from django.http import HttpResponseNotFound

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class HeadersMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


class ServesMiddleware:
    """
    Shuts the half of the site that this process does not serve (GONGKAI_SERVES).

    Addresses of both halves stay known, so that a desk without the portal can still link to public pages.
    """

    DESK = ("/desk/", "/accounts/", "/api/")
    SHARED = (
        "/static/",
        "/files/",
        "/theme-",
        "/healthz",
        "/readyz",
    )  # a preview at the desk needs the colour too

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_desk = request.path.startswith(self.DESK)
        shut = (settings.SERVES == "portal" and is_desk) or (
            settings.SERVES == "desk" and not is_desk and not request.path.startswith(self.SHARED)
        )
        if shut:
            return HttpResponseNotFound("此处不提供这个页面。", content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class ClientAddressMiddleware:
    """
    Puts the visitor's own address into REMOTE_ADDR when reverse proxies of ours stand in front (GONGKAI_PROXIES).

    Only that many entries are believed, counted from the right: what stands further left was written by the visitor.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.PROXIES:
            passed = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            if len(passed) >= settings.PROXIES and passed[-settings.PROXIES]:
                request.META["REMOTE_ADDR"] = passed[-settings.PROXIES]
        return self.get_response(request)
