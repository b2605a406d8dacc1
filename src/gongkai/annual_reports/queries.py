"""Reads that several pages share: the report a filing stands for, last year's, its findings."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from gongkai.agencies.models import Agency, County
from gongkai.publications.models import Version

from .checks import Finding, Severity, check, gravest_first
from .compiling import compiled
from .content import Report, Section
from .drafting import drafted
from .editions import report_of_content
from .enums import FilingState, Scope
from .figures import FORM, completed, figures_of
from .handing import from_json
from .layout import ORDINALS, SECTIONS, report_title
from .models import Adjustment, Edition, Filing, Judgement, Season


def with_people(filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """Return ``filings`` with the records that their pages and lists name."""
    return filings.select_related(
        "agency", "season__county", "item", "edited_by", "submitted_by", "part_of__season__county"
    )


def kept_cells(filing: Filing) -> dict[str, str]:
    """Return the cells that are not computed: what was filled in, of a summary the sum of its parts."""
    return kept_of([filing])[filing.pk]


def kept_of(filings: Iterable[Filing]) -> dict[int, dict[str, str]]:
    """
    Return the kept cells of each filing, and of all below it, by its pk.

    The database is asked twice for each level of the tree below them, however many they are.
    """
    kept: dict[int, dict[str, str]] = {}
    parts: dict[int, list[int]] = defaultdict(list)
    amounts: dict[int, list[tuple[str, Decimal]]] = defaultdict(list)
    levels: list[list[int]] = []
    newest = list(filings)
    while newest:
        kept |= {each.pk: each.cells for each in newest if not each.is_summary}
        summaries = [each.pk for each in newest if each.is_summary]
        levels.append(summaries)
        for pk, cell, amount in Adjustment.objects.filter(filing__in=summaries).values_list(
            "filing_id", "cell", "amount"
        ):
            amounts[pk].append((cell, amount))
        newest = list(Filing.objects.filter(part_of__in=summaries).only("scope", "cells", "part_of"))
        for each in newest:
            parts[each.part_of_id].append(each.pk)
    for summaries in reversed(levels):
        for pk in summaries:
            kept[pk] = compiled((kept[part] for part in parts[pk]), amounts[pk])
    return kept


def report_of(filing: Filing, kept: Mapping[str, str] | None = None) -> Report:
    """Return the report that the filing stands for as it is now."""
    return report_from(
        unit=filing.unit_name,
        year=filing.season.year,
        cells=completed(kept_cells(filing) if kept is None else kept),
        prose=filing.prose,
    )


def report_from(
    *, unit: str, year: int, cells: Mapping[str, Decimal | None], prose: Mapping[str, str]
) -> Report:
    return Report(
        unit=unit,
        year=year,
        title=report_title(unit, year),
        forms={"t2": FORM, "t3": FORM},
        figures=figures_of(cells),
        sections=tuple(sections_of(prose)),
    )


def sections_of(prose: Mapping[str, str]) -> Iterable[Section]:
    """Return what stands before the first section, if anything, and the six with their titles."""
    if before := paragraphs_of(prose.get("0", "")):
        yield Section(0, "", before)
    for ordinal, title in enumerate(SECTIONS, start=1):
        yield Section(
            ordinal, f"{ORDINALS[ordinal - 1]}、{title}", paragraphs_of(prose.get(str(ordinal), ""))
        )


def paragraphs_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def previous_report(filing: Filing) -> Report | None:
    """
    Return last year's report of the same office: what was made for publication, else what it filed, else what was
    read from the file of a report published before this system was used.
    """
    before = (
        Filing.objects.filter(
            season__county=filing.season.county_id,
            season__year=filing.season.year - 1,
            agency=filing.agency_id,
            scope=filing.scope,
        )
        .select_related("season__county", "agency")
        .first()
    )
    if before is None or (not before.is_summary and not before.cells):
        return from_json(filing.before) if filing.before else None
    edition = before.editions.last()
    return report_of_content(edition.content) if edition else report_of(before)


def draft_of(filing: Filing) -> dict[str, str]:
    """Return the prose drafted from the figures of ``filing`` as they are now, by the ordinal of the section."""
    return drafted(
        unit=filing.unit_name,
        year=filing.season.year,
        cells=completed(kept_cells(filing)),
        previous=previous_report(filing),
        is_summary=filing.is_summary,
        offices=filing.parts.filter(scope=Scope.OWN).count(),
        governments=filing.parts.filter(scope=Scope.SUMMARY).count(),
    )


@dataclass(frozen=True)
class Judged:
    """A finding with what a person has decided about it."""

    finding: Finding
    judgement: Judgement | None

    @property
    def is_open_error(self) -> bool:
        return self.finding.severity == Severity.ERROR and self.judgement is None


def findings_of(filing: Filing, report: Report, previous: Report | None) -> list[Judged]:
    """
    Return what the checks say of ``report``, errors first, each with the decision on record.

    A summary needs no comparison with its offices: it is their sum, and what is added stands in its adjustments.
    """
    judgements = {each.key: each for each in filing.judgements.select_related("judged_by")}
    found = gravest_first(check(report, previous=previous))
    return [Judged(each, judgements.get(each.key)) for each in found]


def missing_parts(summary: Filing) -> list[Filing]:
    """Return the parts of a summary that have not been accepted yet."""
    parts = summary.parts.select_related("agency", "season__county")
    return [part for part in parts if part.state != FilingState.ACCEPTED]


def not_opened(season: Season) -> list[County]:
    """Return the governments below that have not opened this year yet."""
    below = County.objects.filter(above=season.county_id)
    return list(below.exclude(pk__in=Season.objects.filter(year=season.year).values("county")))


def not_joined(season: Season) -> QuerySet[Filing]:
    """The summaries of this year from governments below that are not part of the season's summary."""
    return Filing.objects.filter(
        scope=Scope.SUMMARY,
        part_of=None,
        season__year=season.year,
        season__county__above=season.county_id,
    )


def edition_of(version: Version) -> Edition | None:
    """Return the edition whose text this version of an item holds; None for any other item."""
    return Edition.objects.filter(filing__item=version.item_id, body_hash=text_hash(version.body)).last()


def text_hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def offices_that_report(county: County) -> QuerySet[Agency]:
    """
    The offices that file a report of their own: every open department and town, and the government's office for
    what is done in the government's own name (30号第二部分). The government itself speaks through the summary. A city
    has its counties beside them: those on this installation join with their summaries, any other is entered as an
    office whose report is imported.
    """
    return Agency.objects.filter(county=county, closed_on=None).exclude(name=county.name)
