"""Writing one batch of imported items, whole or not at all."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from urllib.parse import unquote

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.timezone import make_aware

from gongkai.agencies.models import Agency, County
from gongkai.common.errors import NotAllowed
from gongkai.files.actions import store
from gongkai.files.models import StoredFile
from gongkai.history.actions import Act, hold_chain, record_many
from gongkai.screening.actions import ask_for_checks
from gongkai.search.actions import note_changed
from gongkai.sections.models import Section

from ..actions.listing import listing_rows, parents
from ..actions.numbering import take_index_numbers
from ..enums import ItemKind, Stage, Validity, Visibility
from ..hashing import content_with, hash_of
from ..markup import clean, from_plain_text
from ..models import Attachment, Item, Listing, OldAddress, Version
from .findings import Finding, Report, Severity
from .old_item import OldItem
from .repeats import Repeat

VALIDITIES = {
    "有效": Validity.IN_FORCE,
    "废止": Validity.REPEALED,
    "失效": Validity.EXPIRED,
    "部分失效": Validity.PARTLY,
}
KINDS = (  # the first that matches the title or the old column's name
    (ItemKind.PUBLICITY, re.compile(r"公示(?:$|（)")),
    (ItemKind.NOTICE, re.compile(r"(?:公告|通告|通知)(?:$|（)")),
    (ItemKind.GUIDE, re.compile(r"(?:指南|制度|规定)$")),
    (ItemKind.NEWS, re.compile(r"动态|要闻|新闻")),
)
_IMAGE = re.compile(r"""(<img\b[^>]*?\bsrc\s*=\s*)(["'])(?P<src>[^"']+)\2""", re.I)


@dataclass
class Placed:
    """An old item with its place on the new site and the files that came with it."""

    old: OldItem
    agency: Agency
    section: Section
    also_in: list[Section]
    files: list[Path]


def write_batch(
    batch: list[Placed], merging: list[Repeat], *, county: County, source: str, report: Report, now: datetime
) -> list[Item]:
    """
    Write items with versions, attachments, listings, old addresses and events, in one transaction.

    ``merging`` are repeats whose addresses are to lead to the items they repeat. What is found only now (an index
    number already taken, a file that is refused) is added to ``report``.
    """
    # Before the transaction: copying files must not hold a database lock.
    stored = {placed.old.line: _store(placed, report) for placed in batch}
    with transaction.atomic():
        hold_chain()
        items = _write_items(batch, report, county, now)
        versions = _write_versions(batch, items, stored, now)
        Item.objects.filter(pk__in=[item.pk for item in items]).update(
            visibility=Visibility.PUBLISHED,
            published_version=Subquery(
                Version.objects.filter(item=OuterRef("pk"), number=1).values("pk")[:1]
            ),
        )
        # Nothing of the old site's files is served before they have been looked at; the worker does that in time.
        ask_for_checks([file for kept in stored.values() for _, file in kept], county)
        _list(batch, items, county)
        OldAddress.objects.bulk_create(
            OldAddress(county=county, path=placed.old.address, item=item)
            for placed, item in zip(batch, items, strict=True)
        )
        _merge(merging, county)
        record_many(
            Act(
                item,
                "item.imported",
                agency=placed.agency,
                data={
                    "source": source,
                    "line": placed.old.line,
                    "url": placed.old.url,
                    "index_number": item.index_number,
                    "content_hash": version.content_hash,
                },
            )
            for placed, item, version in zip(batch, items, versions, strict=True)
        )
        note_changed("item", [item.pk for item in items])
    return items


def _write_items(batch: list[Placed], report: Report, county: County, now: datetime) -> list[Item]:
    numbers = _index_numbers(batch, report, county)
    items = [
        Item(
            county=county,
            agency=placed.agency,
            section=placed.section,
            title=placed.old.title,
            stage=Stage.SETTLED,
            index_number=numbers[placed.old.line],
            published_at=now,
            listed_at=make_aware(placed.old.published_at),
            original_published_at=make_aware(placed.old.published_at),
            original_url=placed.old.url[:500],
            created_at=now,
            changed_at=now,
        )
        for placed in batch
    ]
    return Item.objects.bulk_create(items)


def _index_numbers(batch: list[Placed], report: Report, county: County) -> dict[int, str]:
    """Keep the old index numbers that are free; give the others the next serials of agency and year."""
    wanted = [placed.old.index_number for placed in batch if placed.old.index_number]
    taken = set(Item.objects.filter(index_number__in=wanted).values_list("index_number", flat=True))
    numbers: dict[int, str] = {}
    groups: dict[tuple[Agency, date], list[int]] = {}
    for placed in batch:
        old = placed.old
        if old.index_number and old.index_number not in taken:
            numbers[old.line] = old.index_number
            taken.add(old.index_number)
            continue
        day = old.published_at.date().replace(day=1)
        if "{month" not in county.index_pattern:
            day = day.replace(month=1)  # serials run through the year: fewer locks to take
        groups.setdefault((placed.agency, day), []).append(old.line)
        if old.index_number:
            message = f"索引号“{old.index_number}”已经用在另一条信息上。"
            report.add(
                old.line, old.url, Finding("T10-INDEX-TAKEN", Severity.NOTE, message, done="发给新的索引号。")
            )
    for (agency, month), lines in groups.items():
        for line, number in zip(lines, _free_numbers(agency, month, len(lines), taken), strict=True):
            numbers[line] = number
    return numbers


def _free_numbers(agency: Agency, month: date, count: int, taken: set[str]) -> list[str]:
    """As take_index_numbers, stepping also over numbers that this batch brings along and has not written yet."""
    numbers: list[str] = []
    while len(numbers) < count:
        given = take_index_numbers(agency=agency, today=month, count=count - len(numbers))
        numbers += [number for number in given if number not in taken]
    return numbers


def _write_versions(
    batch: list[Placed], items: list[Item], stored: dict[int, list[tuple[str, StoredFile]]], now: datetime
) -> list[Version]:
    versions, attachments = [], []
    for placed, item in zip(batch, items, strict=True):
        version = _version(placed, item, now)
        files = [
            Attachment(version=version, file=file, name=name[:200], position=position)
            for position, (name, file) in enumerate(stored[placed.old.line])
        ]
        version.body = _body(placed.old, files)
        also_in = [section.pk for section in placed.also_in]
        version.content_hash = hash_of(content_with(version, also_in=also_in, topics=(), attachments=files))
        versions.append(version)
        attachments += files
    Version.objects.bulk_create(versions)
    Attachment.objects.bulk_create(attachments)
    places = Version.also_in.through
    places.objects.bulk_create(
        places(version=version, section=section)
        for placed, version in zip(batch, versions, strict=True)
        for section in placed.also_in
    )
    return versions


def _version(placed: Placed, item: Item, now: datetime) -> Version:
    """The frozen first version, still without its body and hash."""
    old = placed.old
    return Version(
        item=item,
        number=1,
        title=old.title,
        kind=_kind(old),
        section=placed.section,
        document_number=old.document_number[:80],
        issuer=(old.issuer or (placed.agency.name if old.document_number else ""))[:300],
        signed_on=old.signed_on,
        printed_on=old.printed_on,
        valid_until=old.valid_until,
        validity=VALIDITIES.get(old.validity.removeprefix("现行").removeprefix("已"), ""),
        source=(old.issuing_agency or placed.agency.name)[:120],
        edited_at=now,
        frozen_at=now,
    )


def _kind(old: OldItem) -> ItemKind:
    if old.document_number:
        return ItemKind.DOCUMENT
    words = (old.title, old.column)
    return next((kind for kind, pattern in KINDS if any(map(pattern.search, words))), ItemKind.OTHER)


def _body(old: OldItem, files: list[Attachment]) -> str:
    """The body in our HTML; pictures inside it that came as files point to them."""
    if not old.is_html:
        return from_plain_text(old.body)
    by_name = {Path(file.name).name: file for file in files if file.file.is_image}

    def own_address(match: re.Match) -> str:
        file = by_name.get(Path(unquote(match["src"])).name)
        if file is None:
            return match[0]
        file.is_inline = True
        return f'{match[1]}"{escape(file.get_absolute_url())}"'

    return clean(_IMAGE.sub(own_address, old.body))


def _store(placed: Placed, report: Report) -> list[tuple[str, StoredFile]]:
    """Store the files of an item; one that is refused is reported and left out."""
    stored = []
    for position, path in enumerate(placed.files):
        names = placed.old.attachments
        shown = names[position] if position < len(names) and Path(names[position]).suffix else path.name
        try:
            with path.open("rb") as content:
                stored.append((shown, store(content, name=path.name)))
        except NotAllowed as refused:
            report.add(
                placed.old.line,
                placed.old.url,
                Finding("F-FILE-REFUSED", Severity.ATTENTION, f"文件“{path.name}”没有收下：{refused}", done="没有附上，其余照常导入。"),
            )  # fmt: skip
    return stored


def _list(batch: list[Placed], items: list[Item], county: County) -> None:
    parent_of = parents(county.pk)
    latest: dict[int, datetime] = {}
    rows = []
    for placed, item in zip(batch, items, strict=True):
        direct = {placed.section.pk, *(section.pk for section in placed.also_in)}
        for row in listing_rows(item, direct, parent_of):
            rows.append(row)
            latest[row.section_id] = max(item.listed_at, latest.get(row.section_id, item.listed_at))
    Listing.objects.bulk_create(rows)
    # The monitor must see when a section last had something new for the public, not when it was moved here.
    older = [
        section
        for section in Section.objects.filter(pk__in=latest)
        if section.last_published_at is None or section.last_published_at < latest[section.pk]
    ]
    for section in older:
        section.last_published_at = latest[section.pk]
    Section.objects.bulk_update(older, ["last_published_at"])


def _merge(merging: list[Repeat], county: County) -> None:
    """Lead the addresses of repeats to the items they repeat."""
    leads = dict(
        OldAddress.objects.filter(
            county=county, path__in=[_address(repeat.first.url) for repeat in merging]
        ).values_list("path", "item")
    )
    OldAddress.objects.bulk_create(
        OldAddress(county=county, path=_address(repeat.again.url), item_id=leads[_address(repeat.first.url)])
        for repeat in merging
        if leads.get(_address(repeat.first.url))
    )


def _address(url: str) -> str:
    return OldItem(url=url).address
