"""A source for the look-back that holds what a test puts into it (settings.SCREENING_SOURCES names this module)."""

from datetime import date

from gongkai.screening.detectors.item import ItemFacts
from gongkai.screening.findings import Passage, Place
from gongkai.screening.subjects import Subject, SubjectFile

PATH = "gongkai.screening.tests.public_things"
HELD: list[Subject] = []
FACTS = ItemFacts(
    title="示范",
    kind_is_document=False,
    document_number="",
    issuer="",
    source="",
    signed_on=None,
    printed_on=None,
    effective_on=None,
    valid_until=None,
    today=date(2026, 3, 2),
    links=(),
    images=0,
    files=(),
)


def count(county_id: int) -> int:
    return len(HELD)


def subjects(county_id: int, after: int, limit: int) -> list[Subject]:
    return [each for each in HELD if each.key > after][:limit]


def put(agency, key: int, text: str, *, files=(), content_hash: str = "") -> Subject:
    """Make ``text`` public under ``key``, with stored files, in place of what was there."""
    subject = Subject(
        key=key,
        subject_key=f"publications.item:{key}",
        label=f"第{key}条信息",
        agency_id=agency.pk,
        content_hash=content_hash or f"{key:064d}",
        passages=[Passage(text, Place(field="body", paragraph=1))],
        facts=FACTS,
        files=[
            SubjectFile(code=f"f{stored.pk}", name=f"附件{stored.pk}.txt", file=stored) for stored in files
        ],
        field_labels={"body": "正文"},
    )
    HELD[:] = sorted([each for each in HELD if each.key != key] + [subject], key=lambda each: each.key)
    return subject
