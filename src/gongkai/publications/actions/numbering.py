"""Index numbers (索引号): given once at the first publication, never typed, never reused."""

import re
from datetime import date

from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.history.actions import hold_chain

from ..models import IndexSerial, Item, Version

DOCUMENT_NUMBER = re.compile(r"^(?P<prefix>.+)〔(?P<year>\d{4})〕(?P<serial>\d+)号$")


@transaction.atomic
def take_index_numbers(*, agency: Agency, today: date, count: int = 1) -> list[str]:
    """
    Return the next ``count`` index numbers of the agency for the year of ``today``.

    Serials are unique per agency and year, and stay taken when the item is taken down (domain_rules 5.3). An index
    number that an imported item brought with it is stepped over.
    """
    hold_chain()
    IndexSerial.objects.get_or_create(agency=agency, year=today.year)
    serial = IndexSerial.objects.select_for_update().get(agency=agency, year=today.year)
    numbers: list[str] = []
    while len(numbers) < count:
        first = serial.last + 1
        wanted = [format_index_number(agency, today, first + step) for step in range(count - len(numbers))]
        serial.last = first + len(wanted) - 1
        taken = set(Item.objects.filter(index_number__in=wanted).values_list("index_number", flat=True))
        numbers += [number for number in wanted if number not in taken]
    serial.save(update_fields=["last"])
    return numbers


def format_index_number(agency: Agency, today: date, serial: int) -> str:
    """Fill the county's pattern, e.g. ``11990000MB0000002B/2026-0000012``."""
    return agency.county.index_pattern.format(
        credit_code=agency.credit_code or agency.code.upper(),
        agency=agency.code.upper(),
        year=today.year,
        month=today.month,
        serial=serial,
    )


def proposed_index_number(agency: Agency, today: date) -> str:
    """The number the next publication of this agency would get; shown beside the draft, not reserved."""
    last = (
        IndexSerial.objects.filter(agency=agency, year=today.year).values_list("last", flat=True).first() or 0
    )
    return format_index_number(agency, today, last + 1)


def proposed_document_number(agency: Agency, today: date) -> str:
    """
    The next 文号 after the highest this agency has used this year: 机关代字〔年份〕序号 (domain_rules 7.4).

    Returns "" for an agency without a 机关代字. The office's own register of documents has the last word, so this
    is a proposal in the form, not a number given.
    """
    if not agency.document_prefix:
        return ""
    stem = f"{agency.document_prefix}〔{today.year}〕"
    used = Version.objects.filter(item__agency=agency, document_number__startswith=stem).values_list(
        "document_number", flat=True
    )
    serials = [int(match["serial"]) for match in map(DOCUMENT_NUMBER.match, used) if match]
    return f"{stem}{max(serials, default=0) + 1}号"
