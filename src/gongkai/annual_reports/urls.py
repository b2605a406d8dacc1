"""The annual reports at the desk, under /desk/annual-reports/."""

from django.urls import path

from . import converters  # noqa: F401 - <report_form:…>
from .views import adjusting, deciding, filings, imports, making, seasons

app_name = "annual_reports"
urlpatterns = [
    path("", seasons.seasons, name="seasons"),
    path("open/", seasons.open_season, name="open"),
    path("<int:year>/", seasons.season, name="season"),
    path("<int:year>/join/", seasons.join, name="join"),
    path("<int:year>/compare/", seasons.compare, name="compare"),
    path("filings/<int:pk>/", filings.filing, name="filing"),
    path("filings/<int:pk>/save/", filings.save, name="save"),
    path("filings/<int:pk>/draft/", filings.draft, name="draft"),
    path("filings/<int:pk>/judge/", filings.judge, name="judge"),
    path("filings/<int:pk>/import/", imports.import_file, name="import"),
    path("filings/<int:pk>/last-year/", imports.last_year, name="last_year"),
    path("filings/<int:pk>/form.xlsx", imports.form, name="form"),
    path("filings/<int:pk>/withdraw/", deciding.withdraw, name="withdraw"),
    path("filings/<int:pk>/accept/", deciding.accept, name="accept"),
    path("filings/<int:pk>/return/", deciding.return_filing, name="return"),
    path("filings/<int:pk>/cells/<str:cell>/", adjusting.cell, name="cell"),
    path("adjustments/<int:pk>/remove/", adjusting.remove, name="remove_adjustment"),
    path("filings/<int:pk>/make/", making.make, name="make"),
    path("filings/<int:pk>/correct/", making.correct, name="correct"),
    path("filings/<int:pk>/report.<report_form:form>", making.download, name="download"),
]
