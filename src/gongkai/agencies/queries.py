"""Reads of counties and agencies that several rooms share."""

from django.db.models import QuerySet

from .enums import Level
from .models import Agency, County


def county_for_host(host: str) -> County | None:
    """Return the county whose domain is ``host`` (without port), else the only or first county, else None."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return County.objects.filter(domain=name).first() or County.objects.first()


def higher_than_counties() -> QuerySet[County]:
    """Governments that others can stand below."""
    return County.objects.exclude(level=Level.COUNTY)


def at_or_below(county_id: int) -> set[int]:
    """Ids of the government and all below it, at any depth; one question to the database for each step down."""
    found, newest = {county_id}, {county_id}
    while newest:
        newest = set(County.objects.filter(above__in=newest).values_list("pk", flat=True)) - found
        found |= newest
    return found


def open_agencies(county: County):
    """Agencies that still exist, in the county's order."""
    return Agency.objects.filter(county=county, closed_on=None)
