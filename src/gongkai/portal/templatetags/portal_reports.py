"""Looking cells up by name in templates of annual reports."""

from collections.abc import Mapping

from django import template

from gongkai.annual_reports.content import Figure, Report

register = template.Library()


@register.filter
def figure(report: Report, cell: str) -> Figure:
    return report.figures.get(cell, Figure(None))


@register.filter
def number(numbers: Mapping[str, int], cell: str) -> int | None:
    return numbers.get(cell)
