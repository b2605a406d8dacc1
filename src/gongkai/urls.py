"""Addresses. GONGKAI_SERVES lets the public site run without the desk, and the desk without the public site."""

from django.conf import settings
from django.urls import include, path

urlpatterns = []
if settings.SERVES in {"desk", "both"}:
    urlpatterns += [
        path("accounts/", include("gongkai.accounts.urls")),
        path("desk/", include("gongkai.desk.urls")),
    ]
if settings.SERVES in {"portal", "both"}:
    urlpatterns += [path("", include("gongkai.portal.urls"))]

handler400 = "gongkai.desk.errors.bad_request"
handler403 = "gongkai.desk.errors.forbidden"
handler404 = "gongkai.desk.errors.not_found"
handler500 = "gongkai.desk.errors.server_error"
