"""The formats of a report as a part of addresses; registered once, for the desk and for the public site."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from .formats import FORMATS


class ReportForm(StringConverter):
    regex = "|".join(FORMATS)


register_converter(ReportForm, "report_form")
