"""All addresses; ``common.middleware.ServesMiddleware`` shuts the half this process does not serve."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("gongkai.accounts.urls")),
    path("desk/items/", include("gongkai.publications.urls")),
    path("desk/annual-reports/", include("gongkai.annual_reports.urls")),
    path("desk/sections/", include("gongkai.sections.urls")),
    path("desk/agencies/", include("gongkai.agencies.urls")),
    path("desk/people/", include("gongkai.accounts.people_urls")),
    path("desk/calendar/", include("gongkai.workdays.urls")),
    path("desk/history/", include("gongkai.history.urls")),
    path("desk/screening/", include("gongkai.screening.urls")),
    path("desk/", include("gongkai.desk.urls")),
    path("api/screening/", include("gongkai.screening.api_urls")),
    path("", include("gongkai.common.health_urls")),
    path("", include("gongkai.portal.urls")),
]

handler400 = "gongkai.desk.errors.bad_request"
handler403 = "gongkai.desk.errors.forbidden"
handler404 = "gongkai.desk.errors.not_found"
handler500 = "gongkai.desk.errors.server_error"
