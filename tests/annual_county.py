"""Annual reports in every state: being filled in, handed in, accepted, published; and the summary of one year."""

from decimal import Decimal
from types import SimpleNamespace

from gongkai.accounts.models import User
from gongkai.annual_reports import actions
from gongkai.annual_reports.layout import NATURAL, t2, t3
from gongkai.annual_reports.models import Filing
from gongkai.annual_reports.tests.factories import JANUARY, accepted, fill, handed_in, open_year
from gongkai.publications import actions as publications
from gongkai.publications.models import Item
from gongkai.publications.tests.factories import check_secrecy, sign
from gongkai.sections.models import Section

SOME = {t3("new", NATURAL): "3", t3("open", NATURAL): "3", t2("licences", "decisions"): "12"}
UNBALANCED = {t3("new", NATURAL): "3", t3("open", NATURAL): "2"}


def annual_county(
    *, section: Section, clerk: User, reviewers: list[User], checker: User, disclosure_officer: User
) -> SimpleNamespace:
    def own(year: int) -> Filing:
        season = open_year(section.county, section, disclosure_officer, year=year)
        return season.filings.get(agency=clerk.agency, scope="own")

    public = accepted(own(2022), clerk, disclosure_officer, SOME)
    publish(public, clerk, reviewers, checker)
    ready = accepted(own(2023), clerk, disclosure_officer, SOME)
    waiting = handed_in(own(2024), clerk, SOME)
    open_one = fill(own(2025), clerk, UNBALANCED)
    summary = open_one.part_of
    adjustment = actions.adjust(
        filing_id=summary.pk,
        cell=t2("licences", "decisions"),
        amount=Decimal(2),
        reason="missing_office",
        note="县档案馆没有单独填报",
        actor=disclosure_officer,
        now=JANUARY,
    )
    actions.judge(
        filing_id=open_one.pk,
        key="T3-B|natural",
        verdict="dismissed",
        note="示范的理由。",
        person=clerk,
        now=JANUARY,
    )
    return SimpleNamespace(
        public=Filing.objects.get(pk=public.pk),
        ready=ready,
        waiting=waiting,
        open=open_one,
        summary=summary,
        adjustment=adjustment,
    )


def publish(filing: Filing, clerk: User, reviewers: list[User], checker: User) -> Item:
    """Make the text of an accepted filing and take it through screening and review."""
    item = actions.make_edition(filing_id=filing.pk, clerk=clerk, now=JANUARY).filing.item
    draft = item.versions.get(number=None)
    publications.submit(item_id=item.pk, clerk=clerk, revision=draft.revision, now=JANUARY)
    item.refresh_from_db()
    check_secrecy(item, checker, now=JANUARY)
    for reviewer in reviewers:
        sign(item, reviewer, now=JANUARY)
    item.refresh_from_db()
    return item
