"""From the key of a subject to its page at the desk. Screening stands below the rooms and knows only names."""

from django.urls import reverse

PAGES = {"publications.item": "publications:item", "annual_reports.filing": "annual_reports:filing"}


def subject_url(subject_key: str) -> str:
    """Return the address of the subject's page, or nothing for a kind that has none."""
    kind, _, pk = subject_key.rpartition(":")
    return reverse(PAGES[kind], args=[pk]) if kind in PAGES else ""
