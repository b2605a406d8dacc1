"""Reads of what is on record: lists with their counts, tables of kind × office, what the look-back left open."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from gongkai.accounts.enums import Role
from gongkai.accounts.models import User
from gongkai.common.todo import TodoEntry, TodoGroup

from .enums import Kind, Level, Occasion
from .models import FileCheck, Screening, ScreeningLine
from .rules import screenings_visible_to

MOST_ENTRIES = 20  # on the to-do page; the whole list is a page of its own
OPEN = Q(level=Level.MUST, choice="")  # a finding of the look-back that nobody has accounted for


def submissions(user: User) -> QuerySet[Screening]:
    return screenings_visible_to(user).filter(occasion=Occasion.SUBMISSION)


def look_back_records(user: User) -> QuerySet[Screening]:
    return screenings_visible_to(user).filter(occasion=Occasion.LOOK_BACK)


def listed(records: QuerySet[Screening]) -> QuerySet[Screening]:
    """Records with what the columns of a list show; the samples, which are long, stay behind."""
    return (
        records.select_related("agency", "settled_by")
        .prefetch_related(Prefetch("lines", ScreeningLine.objects.defer("samples")))
        .annotate(must=_count_of(Q(lines__level=Level.MUST)), advice=_count_of(Q(lines__level=Level.ADVICE)))
    )


def _count_of(which: Q):
    return Coalesce(Sum("lines__count", filter=which), Value(0), output_field=IntegerField())


def with_line(records: QuerySet[Screening], **wanted) -> QuerySet[Screening]:
    """Those of ``records`` that have one line of which all of ``wanted`` holds."""
    if not wanted:
        return records
    return records.filter(Exists(ScreeningLine.objects.filter(screening=OuterRef("pk"), **wanted)))


@dataclass(frozen=True)
class Office:
    """A row of the table: how many records of an office have a finding of each kind, and of any."""

    agency_id: int
    name: str
    cells: tuple[tuple[Kind, int], ...]
    total: int


@dataclass(frozen=True)
class Table:
    kinds: tuple[Kind, ...]
    offices: tuple[Office, ...]
    by_kind: tuple[tuple[Kind, int], ...]
    total: int


def table_of(lines: QuerySet[ScreeningLine]) -> Table:
    """
    Count records by kind and office.

    A record with two kinds counts in both columns and once in the sum, so a sum can be less than its row.
    """
    records = Count("screening", distinct=True)
    cells = {
        (agency, kind): count
        for agency, kind, count in lines.order_by()
        .values_list("screening__agency", "kind")
        .annotate(n=records)
    }
    by_kind = dict(lines.order_by().values_list("kind").annotate(n=records))
    kinds = tuple(kind for kind in Kind if kind in by_kind)
    offices = (
        lines.order_by("screening__agency__position", "screening__agency")
        .values_list("screening__agency", "screening__agency__short_name")
        .annotate(n=records)
    )
    return Table(
        kinds=kinds,
        offices=tuple(
            Office(pk, name, tuple((kind, cells.get((pk, kind), 0)) for kind in kinds), total)
            for pk, name, total in offices
        ),
        by_kind=tuple((kind, by_kind[kind]) for kind in kinds),
        total=lines.aggregate(n=records)["n"],
    )


@dataclass(frozen=True)
class Kept:
    """How many findings that had to be answered were kept for one reason, and how many of them were confirmed."""

    reason: str
    label: str
    records: int
    findings: int
    confirmed: int

    @property
    def unconfirmed(self) -> int:
        return self.findings - self.confirmed


def kept_by_reason(lines: QuerySet[ScreeningLine]) -> list[Kept]:
    rows = (
        lines.exclude(reason="")
        .order_by("reason")
        .values_list("reason")
        .annotate(
            records=Count("screening", distinct=True),
            findings=Sum("count"),
            confirmed=Coalesce(Sum("count", filter=Q(confirmed_at__isnull=False)), 0),
        )
    )
    labels = dict(ScreeningLine._meta.get_field("reason").flatchoices)
    return [Kept(reason, labels[reason], *counts) for reason, *counts in rows]


def waiting_files(county_id: int) -> QuerySet[FileCheck]:
    return FileCheck.objects.filter(county=county_id).select_related("file")


def unsettled(user: User) -> QuerySet[Screening]:
    """Records of the look-back that wait for this person, the newest of each subject only."""
    records = look_back_records(user).filter(settled_at=None)
    if not user.has_role(Role.DISCLOSURE_OFFICE):
        records = records.filter(agency__in=user.agencies_with(Role.CLERK))
    newer = Screening.objects.filter(
        subject_key=OuterRef("subject_key"), occasion=Occasion.LOOK_BACK, pk__gt=OuterRef("pk")
    )
    return records.filter(~Exists(newer))


def todo(user: User, now: datetime) -> list[TodoGroup]:
    """What the look-back found and nobody has settled, for the office's clerks and the disclosure office."""
    if not (user.has_role(Role.DISCLOSURE_OFFICE) or user.agencies_with(Role.CLERK)):
        return []
    rows = list(listed(unsettled(user)).order_by("made_at", "pk")[: MOST_ENTRIES + 1])
    entries = [
        TodoEntry(
            title=row.subject_label,
            url=reverse("screening:record", args=[row.pk]),
            kind_label="回头看",
            agency=row.agency.short_name,
            since=row.made_at,
            state_label=f"{row.must}处必须处理",
            urgency="high",
        )
        for row in rows[:MOST_ENTRIES]
    ]
    title = "回头看发现的问题"
    if len(rows) > MOST_ENTRIES:
        title += f"（这里列出{MOST_ENTRIES}条，其余见“回头看”）"
    return [TodoGroup(title, entries, "回头看没有留下没办结的问题。")]
