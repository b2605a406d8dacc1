"""Reads of counties and agencies that several rooms share."""

from .models import Agency, County


def county_for_host(host: str) -> County | None:
    """Return the county whose domain is ``host`` (without port), else the only or first county, else None."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return County.objects.filter(domain=name).first() or County.objects.first()


def open_agencies(county: County):
    """Agencies that still exist, in the county's order."""
    return Agency.objects.filter(county=county, closed_on=None)
