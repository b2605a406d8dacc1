"""
Importing the items of an old site: one run over one file.

They were public there, so they come in published, with a frozen first version and no review. Their date in lists
is the one they had; ``published_at`` is set by the system all the same (domain_rules 6.3, 13 no. 25).

Each batch is one transaction: a run that is killed leaves whole batches, and the next run goes on after them,
because an old address that already leads somewhere is skipped.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from gongkai.agencies.models import Agency, County
from gongkai.common.page_cache import purge
from gongkai.sections.models import Section

from ..models import OldAddress
from .findings import Finding, Report, Severity
from .offices import Offices
from .old_item import OldItem
from .reading import read_items
from .repeats import Repeat, Trace, find_repeats
from .traps import examine
from .writing import Placed, write_batch

BATCH = 1000


def import_items(
    path: Path,
    *,
    county: County,
    default_agency: Agency,
    offices: Offices,
    now: datetime,
    dry_run: bool = False,
    batch: int = BATCH,
    progress: Callable[[Report], None] = lambda report: None,
) -> Report:
    """
    Import the items of the JSON Lines file ``path`` and return what was found and done.

    The file is read twice: first to find repeats, so that a document filed in two sections is written once and
    listed in both, then to import. With ``dry_run`` nothing is written and the report is the same.
    """
    run = _Run(path, county, default_agency, offices, now, dry_run)
    try:
        for old in run.readable():
            run.take(old)
            if len(run.waiting) >= batch:
                run.write()
                progress(run.report)
        run.write()
    finally:
        # Once, not with each batch, and also for a run that is broken off: hundreds of sections have changed.
        if not dry_run:
            purge("layout")
    progress(run.report)
    return run.report


def section_places(county: County) -> dict[str, Section]:
    """The county's sections by their own path and by the directory they had on the old site."""
    sections = {section.pk: section for section in Section.objects.filter(county=county)}
    places = {section.path: section for section in sections.values()}
    for path, pk in OldAddress.objects.filter(county=county, section__isnull=False).values_list(
        "path", "section"
    ):
        places[path.strip("/")] = sections[pk]
    return places


class _Run:
    """What one run remembers between two lines."""

    def __init__(self, path, county, default_agency, offices, now, dry_run):
        self.path, self.county, self.default_agency = path, county, default_agency
        self.offices, self.now, self.dry_run = offices, now, dry_run
        self.report = Report(source=path.name)
        self.waiting: list[Placed] = []
        self.merging: list[Repeat] = []
        self.refused: set[int] = set()
        self.places = section_places(county)
        self.known = set(
            OldAddress.objects.filter(county=county, item__isnull=False).values_list("path", flat=True)
        )
        self.repeats = find_repeats(Trace.of(row) for row in read_items(path) if isinstance(row, OldItem))
        self.also_in: dict[int, set[str]] = defaultdict(set)
        for repeat in self.repeats.values():
            if repeat.merges:
                self.also_in[repeat.first.line].add(repeat.again.column_path)

    def readable(self) -> Iterator[OldItem]:
        """The items of the file; what cannot be told apart by its address is refused here."""
        lines: dict[str, int] = {}
        for row in read_items(self.path):
            if isinstance(row, tuple):
                self._refuse(row[0], "", row[1])
            elif not row.address.strip("/"):
                self._refuse(
                    row.line, "", _refusal("F-NO-ADDRESS", "没有网址（url）；续传和旧网址跳转都靠它。")
                )
            elif row.address in lines:
                self._refuse(
                    row.line,
                    row.url,
                    _refusal("F-ADDRESS-TWICE", f"网址路径与第{lines[row.address]}行相同。"),
                )
            else:
                lines[row.address] = row.line
                yield row

    def take(self, old: OldItem) -> None:
        """Examine one item, report what was found, and put it where the next batch is written from."""
        old, findings = examine(old)
        repeat = self.repeats.get(old.line)
        if repeat:
            findings.append(repeat.finding)
        if repeat and repeat.merges and repeat.first.line not in self.refused:
            self._count_or_skip(old, self.merging, repeat, "merged")
        else:
            placed = self._place(old, findings)
            if placed is None:
                self.report.refused += 1
                self.refused.add(old.line)
            else:
                self._count_or_skip(old, self.waiting, placed, "imported")
        for finding in findings:
            self.report.add(old.line, old.url, finding)

    def write(self) -> None:
        """Write what is waiting, unless this is a trial."""
        if not self.dry_run and (self.waiting or self.merging):
            write_batch(
                self.waiting,
                self.merging,
                county=self.county,
                source=self.path.name,
                report=self.report,
                now=self.now,
            )
        self.waiting, self.merging = [], []

    def _place(self, old: OldItem, findings: list[Finding]) -> Placed | None:
        if any(finding.severity == Severity.REFUSED for finding in findings):
            return None
        section = self.places.get(old.column_path)
        if section is None:
            name = f"“{old.column_path}”（{old.column or '没有名称'}）"
            findings.append(
                _refusal("F-NO-SECTION", f"栏目{name}不存在。请先用“gongkai import sections”导入栏目。")
            )
            return None
        agency = self.offices.find(old.issuing_agency) or self.offices.find(old.issuer)
        if agency is None and old.issuing_agency:
            self.report.unknown_agencies[old.issuing_agency] += 1
            findings.append(
                Finding(
                    "T10-UNKNOWN-AGENCY",
                    Severity.ATTENTION,
                    f"发布机构“{old.issuing_agency}”不在机构名录和对照表里。",
                    done=f"归到{self.default_agency.short_name}，原来的写法留作信息来源。请在对照表里补上。",
                )
            )
        files = [self.path.parent / name for name in old.files]
        for missing in [file for file in files if not file.is_file()]:
            findings.append(
                Finding(
                    "F-FILE-MISSING",
                    Severity.ATTENTION,
                    f"文件“{missing}”不存在。",
                    done="没有附上，其余照常导入。",
                )
            )
        return Placed(
            old=old,
            agency=agency or self.default_agency,
            section=section,
            also_in=[
                self.places[path] for path in sorted(self.also_in[old.line]) if path in self.places
                and self.places[path] != section
            ],
            files=[file for file in files if file.is_file()],
        )  # fmt: skip

    def _count_or_skip(self, old: OldItem, queue: list, what: object, fate: str) -> None:
        if old.address in self.known:
            self.report.skipped += 1
        else:
            queue.append(what)
            setattr(self.report, fate, getattr(self.report, fate) + 1)

    def _refuse(self, line: int, url: str, finding: Finding) -> None:
        self.report.add(line, url, finding)
        self.report.refused += 1


def _refusal(code: str, message: str) -> Finding:
    return Finding(code, Severity.REFUSED, message, done="没有导入。请改正后再导入一次。")
